// Text of articles: what is marked is the bytes that -f json names, and each script runs its own way.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { desktop, open, phone, report, sample, visit, witnessesOf } from "./browser.mjs";

const seeds = report("seeds"), four = report(sample);

const entities = { nbsp: "\u00a0", laquo: "«", raquo: "»", mdash: "—", ndash: "–", zwnj: "\u200c", amp: "&", lt: "<", gt: ">", quot: '"' };

// The bytes of a claim in its file, as a reader of that kind of file sees them.
function bytesOf(of, claim) {
  const bytes = readFileSync(join(of.from, claim.path));
  const slice = (begin, end) => bytes.subarray(begin, end).toString("utf8");
  if (claim.path.endsWith(".jsonl")) return JSON.parse(`"${slice(claim.file_begin, claim.file_end)}"`);
  const raw = slice(claim.begin, claim.end);
  if (claim.path.endsWith(".html"))
    return raw.replace(/<[^>]*>/g, "").replace(/&([a-z]+);/g, (_, name) => entities[name]).replace(/[ \n]+/g, " ");
  if (claim.path.endsWith(".md")) return raw.replace(/\*\*/g, "").replace(/\n/g, " ");
  return raw;
}

// Figures in the order of the text; one inside another is marked with it.
function apart(claims) {
  const kept = [];
  for (const claim of [...claims].sort((a, b) => a.begin - b.begin || b.end - a.end))
    if (kept.length === 0 || claim.begin >= kept[kept.length - 1].end) kept.push(claim);
  return kept;
}

for (const [name, of] of [["the seeds", seeds], ["the sample", four]]) {
  test(`each mark in a finding of ${name} is the bytes of its figure`, async () => {
    await open(of, "", async (page) => {
      let marks = 0;
      for (const finding of of.findings) {
        await visit(page, `#${finding.id}`);
        const wanted = witnessesOf(finding).flatMap(apart).map((claim) => bytesOf(of, claim));
        assert.deepEqual(await page.$$eval("#list .witness mark.figure", (all) => all.map((mark) => mark.textContent)), wanted, finding.id);
        marks += wanted.length;
      }
      assert.ok(marks >= of.findings.length);
    });
  });

  test(`each mark in an article of ${name} is the bytes of a claim, and none is left out`, async () => {
    await open(of, "", async (page) => {
      for (const [index, document] of of.documents.entries()) {
        const pieces = [...of.claims, ...of.findings.flatMap((finding) => finding.claims)].filter((claim) => claim.doc === document.id);
        await visit(page, `#article-${index}`);
        const marks = await page.$$eval(".body .claim", (all) => all.map((mark) => mark.textContent));
        assert.deepEqual(marks, apart(pieces).map((piece) => bytesOf(of, piece)), document.path);
      }
    });
  });

  test(`a claim of ${name} is found where its bytes stand, and has the colour of its gravest finding`, async () => {
    const grave = ["contradiction", "tension", "corroboration", "verified"];
    await open(of, "", async (page) => {
      for (const claim of of.findings.flatMap((finding) => finding.claims).filter((c) => c.claim)) {
        await visit(page, `#${claim.claim}`);
        const mark = page.locator(".body .claim[aria-current]");
        const [text, classes] = [await mark.textContent(), await mark.getAttribute("class")];
        assert.ok(text.includes(bytesOf(of, claim)) || bytesOf(of, claim).includes(text), `${claim.claim}: ${text}`);
        const verdicts = of.findings.filter((f) => f.claims.some((c) => c.claim === claim.claim)).map((f) => grave.indexOf(f.verdict));
        const shown = grave.findIndex((verdict) => classes.split(" ").includes(verdict));
        assert.ok(shown >= 0 && shown <= Math.min(...verdicts), `${claim.claim}: ${classes}`);
      }
    });
  });

  test(`excerpts and articles of ${name} run the way of their script`, async () => {
    for (const viewport of [desktop, phone])
      await open(of, "#findings?verdict=all", async (page) => {
        for (const summary of await page.locator(".more summary").all()) await summary.click();
        const met = new Set();
        const check = async (selector) => {
          for (const block of await page.$$eval(selector, measured)) {
            const way = ["ar", "fa"].includes(block.lang) ? "rtl" : "ltr";
            assert.ok(["ar", "fa", "en", "ru"].includes(block.lang), block.text);
            assert.equal(block.direction, way, block.text);
            for (const line of block.lines) {
              if (line.length < 2) continue;
              const others = line.slice(1);
              if (way === "rtl") assert.ok(others.every((x) => x < line[0]), `not from the right: ${block.text}`);
              else assert.ok(others.every((x) => x > line[0]), `not from the left: ${block.text}`);
              met.add(block.lang);
            }
          }
        };
        await check(".excerpt");
        for (let index = 0; index < of.documents.length; ++index) {
          await visit(page, `#article-${index}`);
          await check(".body");
        }
        assert.deepEqual([...met].sort(), [...new Set(of.documents.map((document) => document.language))].sort());
      }, { viewport });
  });
}

// In the page. Of each block its language, its direction, and by line the places of the letters of its own script, in
// the order of the text.
function measured(blocks) {
  return blocks.map((block) => {
    const rightToLeft = ["ar", "fa"].includes(block.lang);
    const own = rightToLeft ? /\p{Script=Arabic}/u : /[\p{Script=Latin}\p{Script=Cyrillic}]/u;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const lines = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let at = 0; at < node.length; ++at) {
        if (!own.test(node.data[at]) || /\p{N}/u.test(node.data[at])) continue;
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const box = range.getBoundingClientRect();
        if (box.width < 1) continue;  // the second half of a ligature
        const middle = (box.top + box.bottom) / 2;
        const line = lines[lines.length - 1];
        if (line && Math.abs(line.middle - middle) < box.height * 0.6) line.places.push((box.left + box.right) / 2);
        else lines.push({ middle, places: [(box.left + box.right) / 2] });
      }
    }
    return { lang: block.lang, direction: getComputedStyle(block).direction, text: block.textContent.slice(0, 80), lines: lines.map((line) => line.places) };
  });
}
