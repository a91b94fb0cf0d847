// Every filter against what -f json says of the same corpus.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { becomes, folder, open, report, root, run, sample, shownIds, write } from "./browser.mjs";

const seeds = report("seeds"), four = report(sample);
const odd = ["contradiction", "tension"];
const languageOf = (of, claim) => of.documents.find((document) => document.id === claim.doc).language;
const ids = (findings) => findings.map((finding) => finding.id).sort();

const listed = async (page) => (await shownIds(page)).sort();

// What is typed counts when the fingers rest: when the address has it.
async function type(page, text) {
  await page.fill("#text", text);
  await page.waitForFunction((wanted) => (new URLSearchParams(location.hash.split("?")[1]).get("text") ?? "") === wanted, text);
}

async function said(page) {
  const text = await page.locator("#count").textContent();
  const match = /^([\d,]+) findings?/.exec(text);
  return match ? Number(match[1].replace(/,/g, "")) : /^No finding/.test(text) ? 0 : text;
}

// Chooses each option of a list; `fits(value, finding)` says which findings it should leave.
async function everyOption(page, of, name, fits) {
  const options = await page.$$eval(`#${name} option`, (all) => all.map((option) => [option.value, option.textContent]));
  for (const [value, text] of options) {
    await page.selectOption(`#${name}`, value);
    const wanted = of.findings.filter((finding) => value === "" || fits(value, finding));
    assert.deepEqual(await listed(page), ids(wanted), `${name} ${value}`);
    assert.equal(await said(page), wanted.length, `${name} ${value}`);
    const count = /\((\d+)\)$/.exec(text);
    if (count) assert.equal(Number(count[1]), wanted.length, `${name} says ${text}`);
  }
  await page.selectOption(`#${name}`, "");
}

for (const [name, of] of [["the seeds", seeds], ["the sample", four]]) {
  test(`verdicts of ${name} can be chosen, and their counts are right`, async () => {
    await open(of, "", async (page) => {
      assert.deepEqual(await listed(page), ids(of.findings.filter((f) => odd.includes(f.verdict))));
      for (const verdict of ["contradiction", "tension", "corroboration", "verified"]) {
        const chip = page.locator(`.chip.${verdict}`);
        assert.equal(Number(await chip.locator(".n").textContent()), of.findings.filter((f) => f.verdict === verdict).length);
      }
      for (let chosen = 0; chosen < 16; ++chosen) {
        const verdicts = ["contradiction", "tension", "corroboration", "verified"].filter((_, n) => chosen & (1 << n));
        for (const box of await page.locator("#verdicts input").all()) await box.setChecked(verdicts.includes(await box.inputValue()));
        const wanted = of.findings.filter((f) => verdicts.includes(f.verdict));
        assert.deepEqual(await listed(page), ids(wanted), verdicts.join());
        assert.equal(await said(page), wanted.length);
        if (chosen % 5 !== 0) continue;
        const link = page.url();
        await page.reload();  // the address alone says what is chosen
        assert.equal(page.url(), link);
        assert.deepEqual(await listed(page), ids(wanted), verdicts.join());
      }
    });
  });

  test(`rule, article, language, subject and level of ${name}`, async () => {
    await open(of, "#findings?verdict=all", async (page) => {
      await everyOption(page, of, "rule", (value, f) => f.rule === value);
      await everyOption(page, of, "article", (value, f) => f.claims.some((c) => c.doc === of.documents[Number(value)].id));
      await everyOption(page, of, "language", (value, f) => f.claims.some((c) => languageOf(of, c) === value));
      await everyOption(page, of, "level", (value, f) => f.level === value);
      const claims = new Map(of.claims.map((claim) => [claim.id, claim]));
      const subjects = (f) => f.claims.flatMap((c) => c.claim && claims.has(c.claim) ? Object.values(claims.get(c.claim).key).flatMap((v) => v.split("+")) : []);
      await everyOption(page, of, "entity", (value, f) => subjects(f).includes(value));
    });
  });
}

test("every kind of choice has something to choose in the sample", async () => {
  await open(four, "", async (page) => {
    for (const name of ["rule", "article", "language", "entity", "level"])
      assert.ok(await page.locator(`#${name} option`).count() > 3, name);
    assert.deepEqual(new Set(await page.$$eval("#language option", (all) => all.map((o) => o.value).filter(Boolean))), new Set(["ar", "en", "fa", "ru"]));
  });
});

test("choices narrow each other, and Clear takes all back", async () => {
  await open(four, "", async (page) => {
    await page.locator(".chip.corroboration input").check();
    await page.selectOption("#language", "fa");
    await page.selectOption("#rule", "open.count");
    await type(page, "210");
    await type(page, "212");
    const sentence = (c) => readFileSync(join(root, c.path)).subarray(c.sentence.file_begin ?? c.sentence.begin, c.sentence.file_end ?? c.sentence.end).toString();
    const wanted = four.findings.filter((f) => f.verdict !== "verified" && f.rule === "open.count" && f.claims.some((c) => languageOf(four, c) === "fa") &&
      f.claims.some((c) => /212|۲۱۲/.test(sentence(c))));
    assert.ok(wanted.length > 1 && wanted.length < four.findings.filter((f) => f.rule === "open.count").length);
    assert.deepEqual(await listed(page), ids(wanted));
    await page.goBack();  // the letters typed are one step
    await becomes(() => page.inputValue("#text"), "");
    await page.getByRole("button", { name: "Clear" }).click();
    assert.deepEqual(await listed(page), ids(four.findings.filter((f) => odd.includes(f.verdict))));
    assert.equal(await page.inputValue("#language"), "");
  });
});

const typed = [
  // what is typed, and a figure that must be among what is found
  ["the digits of another script", "۲۱۲", "212 houses"],
  ["digits of Arabic", "٢١٢", "۲۱۲ خانه"],
  ["Latin digits for Persian ones", "212", "۲۱۲ خانه"],
  ["the Arabic kaf and yeh of another keyboard", "كشته", "۱۴ کشته"],
  ["a Persian letter for an Arabic word", "التبادل التجاری", "4.4 مليار دولار"],
  ["capitals", "GOLRUD", "14 people"],
  ["capitals of Cyrillic, and io as ie", "ГОЛРУД ЕЩЕ", "31"],
  ["an Arabic word with its vowels", "قُتِل", "14 شخصا"],
  ["a Persian word without its joiner", "جابهجا", "۴۵۰ کامیون"],
  ["a Persian word with its joiner", "جابه‌جا", "۴۵۰ کامیون"],
  ["words in any order", "people killed", "14 people"],
  ["a file's name", "library.en", "31,500"],
];
for (const [how, text, figure] of typed)
  test(`text filter: ${how}`, async () => {
    await open(four, "#findings?verdict=all", async (page) => {
      await type(page, text);
      const found = await listed(page);
      const wanted = four.findings.filter((f) => f.claims.some((c) => c.text === figure));
      assert.ok(wanted.length > 0, "the sample has the figure");
      for (const finding of wanted) assert.ok(found.includes(finding.id), `${finding.id} ${finding.title}`);
      assert.ok(found.length < four.findings.length, "what is typed leaves something out");
      assert.equal(await said(page), found.length);
    });
  });

test("text that nothing has finds nothing, and says what there is", async () => {
  await open(four, "", async (page) => {
    for (const text of ["zzzz", "<script>", "21 2x", "\\", "(", "%", "+"]) {
      await type(page, text);
      const found = await listed(page);
      if (text === "zzzz") assert.match(await page.locator("#count").textContent(), /No finding fits/);
      assert.equal(await said(page), found.length);
      await page.reload();
      assert.equal(await page.inputValue("#text"), text);
      assert.deepEqual(await listed(page), found);
    }
  });
});

test("order by severity, confidence and place", async () => {
  await open(four, "#findings?verdict=all", async (page) => {
    const byId = new Map(four.findings.map((f) => [f.id, f]));
    assert.deepEqual(await shownIds(page), four.findings.map((f) => f.id));
    await page.selectOption("#sort", "confidence");
    const sure = (await shownIds(page)).map((id) => byId.get(id).confidence);
    assert.equal(sure.length, four.findings.length);
    assert.deepEqual(sure, [...sure].sort((a, b) => b - a));
    await page.selectOption("#sort", "place");
    const order = new Map(four.documents.map((document, index) => [document.id, index]));
    const places = (await shownIds(page)).map((id) => byId.get(id).claims[0]).map((c) => order.get(c.doc) * 1e6 + c.begin);
    assert.deepEqual(places, [...places].sort((a, b) => a - b));
  });
});

test("what is new, known or suppressed can be chosen", async () => {
  const lists = folder("known"), baseline = join(lists, "baseline.jsonl"), ignore = join(lists, "ignore.toml");
  run("baseline", "create", baseline, `${sample}/flood.jsonl`, "--isolated");
  write(ignore, '[[ignore]]\nrule = "weekday"\nreason = "the printer is to blame"\n');
  const of = report(sample, root, "--baseline", baseline, "--ignore-file", ignore);
  const stateOf = (f) => f.suppressed ? "suppressed" : f.state ?? "";
  await open(of, "", async (page) => {
    for (const state of ["new", "known", "suppressed"]) {
      await page.selectOption("#state", state);
      const wanted = of.findings.filter((f) => odd.includes(f.verdict) && stateOf(f) === state);
      assert.ok(wanted.length > 0, state);
      assert.deepEqual(await listed(page), ids(wanted), state);
      assert.equal(await page.locator("#list .tag.state").first().textContent(), state === "suppressed" ? "new" : state);
    }
    assert.match(await page.locator("#list").textContent(), /suppressed/);
    await page.selectOption("#state", "");
    assert.deepEqual(await listed(page), ids(of.findings.filter((f) => odd.includes(f.verdict) && !f.suppressed)));
  });
  await open(report(sample), "", async (page) => assert.ok(await page.locator("#state").isHidden()));
});
