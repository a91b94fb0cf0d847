// What the page asks of the world, its links, its keys, and paper.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import test from "node:test";
import { becomes, desktop, open, phone, report, root, sample, shownIds, visit, witnessesOf } from "./browser.mjs";

const seeds = report("seeds"), four = report(sample);
const title = (page) => page.locator("main > section:not([hidden])").getAttribute("aria-label");

// Every address of a report.
function addresses(of) {
  return ["", "#findings", "#findings?verdict=all", "#series", "#articles", "#none-such", "#fc-00000000", "#cl-00000000", "#sr-00000000",
    ...of.findings.map((finding) => `#${finding.id}`), ...of.series.map((series) => `#${series.id}`),
    ...of.documents.map((_, index) => `#article-${index}`),
    ...new Set(of.findings.flatMap((finding) => finding.claims).filter((claim) => claim.claim).map((claim) => `#${claim.claim}`))];
}

for (const [name, of] of [["the seeds", seeds], ["the sample", four]])
  test(`no view of ${name} complains or asks for anything but the page`, async () => {
    for (const viewport of [desktop, phone])
      await open(of, "", async (page, { requests }) => {
        for (const address of addresses(of)) {
          await visit(page, address);
          assert.ok(await title(page), address);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(wide <= 0, `${address} is ${wide} pixels too wide for ${viewport.width}`);
        }
        assert.deepEqual(requests, [of.url]);
      }, { viewport });
  });

test("nothing runs or loads but what the page holds", async () => {
  let asked = 0;
  const server = createServer((_, response) => { ++asked; response.end(); });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const world = `http://127.0.0.1:${server.address().port}/`;
  await open(four, "", async (page, { complaints }) => {
    const seen = await page.evaluate(async (world) => {
      const refused = [];
      document.addEventListener("securitypolicyviolation", (event) => refused.push(event.effectiveDirective));
      const add = (tag, properties) => document.body.append(Object.assign(document.createElement(tag), properties));
      add("script", { textContent: "window.hacked = 1" });
      add("script", { src: "data:text/javascript,window.hacked=2" });
      add("style", { textContent: "body { opacity: 0.5 }" });
      add("img", { src: `${world}pixel.png` });
      add("iframe", { src: "data:text/html,frame" });
      const link = Object.assign(document.createElement("p"), { innerHTML: "<b onclick='window.hacked = 3' style='color: red'>b</b>" });
      document.body.append(link);
      link.firstChild.click();
      let fetched = true;
      try { await fetch(world); } catch { fetched = false; }
      await new Promise((done) => setTimeout(done, 200));
      return { refused, fetched, hacked: window.hacked, policy: document.querySelector("meta[http-equiv]").content,
        opacity: getComputedStyle(document.body).opacity,
        color: getComputedStyle(link.firstChild).color, ink: getComputedStyle(document.body).color };
    }, world);
    assert.equal(seen.hacked, undefined);
    assert.doesNotMatch(seen.policy, /unsafe/);
    assert.equal(seen.fetched, false);
    assert.equal(seen.opacity, "1");
    assert.equal(seen.color, seen.ink);
    for (const kind of ["script-src-elem", "script-src-attr", "style-src-elem", "style-src-attr", "img-src", "frame-src", "connect-src"])
      assert.ok(seen.refused.includes(kind), `${kind} is not refused: ${seen.refused}`);
    assert.equal(asked, 0);
    assert.ok(complaints.length > 0, "the test itself sees what is refused");
    await page.goto(world);
    assert.ok(asked > 0, "the world was there to be asked");
  }, { strict: false });
  server.close();
});

test("links lead to a finding, a claim, a series and an article, and back", async () => {
  const finding = four.findings.find((f) => f.rule === "trade.turnover" && f.verdict === "contradiction");
  await open(four, `#${finding.id}`, async (page) => {
    await becomes(() => shownIds(page), [finding.id]);
    await becomes(() => page.locator("#list details:not([open])").count(), 0);

    await page.locator(".side-B .place").first().click();  // the figure where it stands
    const piece = finding.claims.find((claim) => claim.side === "B");
    await becomes(() => new URL(page.url()).hash, `#${piece.claim}`);
    const current = page.locator(".body .claim[aria-current]");
    await becomes(() => current.count(), 1);
    assert.equal((await current.textContent()).replace(/\s+/g, " "), piece.text.replace(/\s+/g, " "));
    assert.ok(await current.evaluate((mark) => {
      const box = mark.getBoundingClientRect();
      return box.top >= 0 && box.bottom <= innerHeight;
    }), "the chosen claim is in sight");
    await page.locator(`#detail a[href="#${finding.id}"]`).click();
    await becomes(() => shownIds(page), [finding.id]);

    await page.goBack();
    await becomes(() => title(page), "Article");
    await page.goBack();
    await becomes(() => shownIds(page), [finding.id]);

    await page.getByRole("link", { name: "The series it belongs to" }).click();
    await becomes(() => title(page), "Series");
    await becomes(() => page.locator("article.series").count(), 1);
    const series = four.series.find((s) => s.claims.includes(piece.claim));
    await becomes(() => page.locator("article.series tbody tr").count(), series.claims.length);
    await page.locator("article.series .place").first().click();
    await becomes(() => title(page), "Article");

    await page.getByRole("link", { name: "All articles" }).click();
    await becomes(() => page.locator("table.articles tbody tr").count(), four.documents.length);
    const index = four.documents.findIndex((document) => document.id === "flood-fa");
    await page.locator(`a[href="#article-${index}"]`).click();
    await becomes(() => page.locator("h2:visible").textContent(), four.documents[index].title);
    const related = four.findings.filter((f) => f.claims.some((claim) => claim.doc === "flood-fa"));
    await page.getByRole("link", { name: `${related.length} findings` }).click();
    await becomes(async () => (await shownIds(page)).sort(), related.map((f) => f.id).sort());

    await page.locator("#list .marks a.tag", { hasText: "weekday" }).first().click();  // all of this rule
    const same = four.findings.filter((f) => f.rule === "weekday").map((f) => f.id);
    await becomes(() => shownIds(page), same);
  });
});

test("the beginning of an identifier is enough, and what is unknown says so", async () => {
  const [first] = seeds.findings;
  await open(seeds, `#${first.id.slice(0, 7)}`, async (page) => assert.deepEqual(await shownIds(page), [first.id]));
  await open(seeds, "#fc-zzzzzzzz", async (page) => {
    assert.deepEqual(await shownIds(page), []);
    assert.match(await page.locator("#count").textContent(), /No finding fc-zzzzzzzz/);
  });
  await open(seeds, "#%E0%A4%A", async (page) => assert.ok(await title(page)));  // no UTF-8
});

test("keys step through findings and change the view", async () => {
  await open(four, "", async (page) => {
    const ids = await shownIds(page);
    const focused = () => page.evaluate(() => document.activeElement.id);
    await page.keyboard.press("j");
    assert.equal(await focused(), `card-${ids[0]}`);
    await page.keyboard.press("j");
    assert.equal(await focused(), `card-${ids[1]}`);
    await page.keyboard.press("k");
    await page.keyboard.press("k");
    assert.equal(await focused(), `card-${ids[0]}`);
    for (let n = 0; n < ids.length + 2; ++n) await page.keyboard.press("j");
    assert.equal(await focused(), `card-${ids[ids.length - 1]}`);
    await page.keyboard.press("s");
    assert.equal(await title(page), "Series");
    await page.keyboard.press("a");
    assert.equal(await title(page), "Articles");
    await page.keyboard.press("/");
    assert.equal(await title(page), "Findings");
    assert.equal(await focused(), "text");
    await page.keyboard.type("fsajk");  // into the field: no key of the page
    assert.equal(await page.inputValue("#text"), "fsajk");
    assert.equal(await title(page), "Findings");
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Delete");
    await page.keyboard.press("Escape");
    await page.keyboard.press("s");
    await page.waitForTimeout(200);  // what was typed last must not come back
    assert.equal(await title(page), "Series");
    await page.keyboard.press("Control+f");  // the browser's own
    assert.equal(await title(page), "Series");
    await page.keyboard.press("f");
    assert.equal(await title(page), "Findings");
  });
});

// What can be used with a mouse must be met by the Tab key, and show that it is.
for (const address of ["#findings?verdict=all", "#series", "#articles", "#article-0"])
  test(`the Tab key meets everything of ${address}, in sight`, async () => {
    await open(seeds, address, async (page) => {
      const wanted = await page.evaluate(() => {
        const usable = [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
          .filter((element) => element.checkVisibility() && element.getClientRects().length && !element.disabled);
        usable.forEach((element, n) => { element.dataset.n = n; });
        return usable.length;
      });
      const met = new Set();
      for (let presses = 0; presses < wanted + 5 && met.size < wanted; ++presses) {
        await page.keyboard.press("Tab");
        const at = await page.evaluate(() => {
          const element = document.activeElement, style = getComputedStyle(element);
          const box = element.getBoundingClientRect();
          return { n: element.dataset.n, what: element.outerHTML.slice(0, 120), outline: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
            seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth };
        });
        if (at.n === undefined) continue;
        assert.ok(at.outline, `no focus is seen on ${at.what}`);
        assert.ok(at.seen, `out of sight: ${at.what}`);
        met.add(at.n);
      }
      assert.equal(met.size, wanted);
    });
  });

test("on paper stands what is listed, and nothing to click", async () => {
  await open(four, "#findings?verdict=all", async (page) => {
    const ids = await shownIds(page);
    assert.equal(ids.length, four.findings.length);
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    for (const hidden of ["#filter", "header nav", "#pages", ".skip", ".keys"])
      assert.equal(await page.locator(hidden).isVisible(), false, hidden);
    assert.equal(await page.locator("#list > .card:visible").count(), four.findings.length);
    assert.equal(await page.locator("#list .witness:visible").count(), four.findings.flatMap(witnessesOf).length);
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");
  }, { colorScheme: "dark" });
});

test("the page is the same bytes wherever it is made, and names no folder above the corpus", async () => {
  await open(seeds, "", async (page) => assert.equal((await page.content()).includes(root), false));
});
