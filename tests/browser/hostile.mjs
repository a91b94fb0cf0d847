// Articles that try to run script, to break the page or to turn its text around.
import assert from "node:assert/strict";
import { join } from "node:path";
import test from "node:test";
import { folder, open, report, visit, write } from "./browser.mjs";

const override = "\u202e", isolate = "\u2067";
const attacks = [
  "</script><script>window.hacked = 1</script>",
  "<!-- <script>",
  "--> ]]> <img src=x onerror='window.hacked = 2'>",
  "<svg onload=\"window.hacked = 3\"><style>body { display: none }</style>",
  "javascript:window.hacked=4 \"' onmouseover='window.hacked=5'",
  `${override}txt.exe ${isolate}over`,
  "@DATA@ @SCRIPT@ @STYLE@ ${window.hacked=6} {{7*7}} \\u003c \u2028\u2029 $& $1",
  "</textarea></title></style></template></noscript><base href=//evil.example><meta http-equiv=refresh content=0>",
  "\ud83d\udcc8 \u0001\u007f",
];
const corpus = folder("hostile");
const sentence = (attack, billions) => `${attack} trade turnover between Kazakhstan and Uzbekistan reached ${billions} billion dollars in 2023 ${attack}`;
write(join(corpus, "records.jsonl"), attacks.flatMap((attack, n) => [4.4, 5.5].map((billions) => JSON.stringify(
  { id: `${attack} ${n} ${billions}`, title: `${attack} ${n}`, lang: "en", published: "2024-03-01", text: `Of the market.\n${sentence(attack, billions + n * 3)}.\n` }))).join("\n"));
write(join(corpus, "<img src=x onerror=window.hacked=8>.txt"), `${sentence("<b>bold</b>", 90)}.\n`);
write(join(corpus, `"quoted' & ${override}gnp.txt`), `${sentence("&lt;i&gt; &amp;", 80)}.\n`);
write(join(corpus, "page.html"), `<html lang="en"><title>&lt;/script&gt;&lt;script&gt;window.hacked=9&lt;/script&gt;</title><body><p onclick="window.hacked=10">
${sentence("&lt;img src=x onerror=window.hacked=11&gt;", 70)}.</p><script>window.hacked=12</script></body></html>\n`);
write(join(corpus, "not-utf8.txt"), Buffer.from("a \xff<script>window.hacked=13</script>", "latin1"));
const of = report(".", corpus);

const ours = new Set(("html head meta title link style body a header h1 h2 h3 h4 svg path line circle text g span p nav main noscript section form " +
  "fieldset legend label input select option button details summary footer kbd ul li script bdi code blockquote mark article div table thead tbody " +
  "tr th td dl dt dd aside strong").split(" "));

// What must hold in every view.
async function unharmed(page, where) {
  const seen = await page.evaluate(() => {
    const all = [...document.querySelectorAll("*")];
    const visible = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT,
      (node) => node.parentElement.localName === "script" ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    let text = "";
    for (let node = visible.nextNode(); node; node = visible.nextNode()) text += node.data;
    const attributes = all.flatMap((element) => [...element.attributes].map((a) => [element.localName, a.name, a.value]));
    return { hacked: window.hacked, tags: [...new Set(all.map((element) => element.localName))], text, attributes,
      scripts: [...document.scripts].filter((script) => script.type !== "application/json").length, base: document.baseURI.split("#")[0] };
  });
  assert.equal(seen.hacked, undefined, where);
  assert.deepEqual(seen.tags.filter((tag) => !ours.has(tag)), [], where);
  assert.equal(seen.scripts, 1, where);
  assert.equal(seen.base, of.url, where);
  assert.deepEqual(seen.attributes.filter(([, name]) => name.startsWith("on") || name === "style"), [], where);
  for (const [tag, name, value] of seen.attributes) {
    if (name === "href") assert.match(value, /^(#|data:image\/svg)/, `${where}: ${tag}`);
    if (name === "src") assert.fail(`${where}: ${tag} has a src`);
    if (name !== "value") assert.doesNotMatch(value, /[\u202a-\u202e\u2066-\u2069]/, `${where}: ${tag} ${name}`);
  }
  assert.doesNotMatch(seen.text, /[\u0000-\u0008\u202a-\u202e\u2066-\u2069]/, `${where}: nothing unseen acts on the text`);
  return seen.text;
}

test("hostile articles are read, and disagree", () => {
  assert.ok(of.findings.filter((f) => f.verdict === "contradiction").length >= 20);
  assert.equal(of.errors.length, 1);
  assert.ok(of.documents.length >= attacks.length * 2 + 3);
});

test("hostile articles run nothing and break no view", async () => {
  await open(of, "", async (page) => {
    for (const address of ["#findings?verdict=all", "#findings?verdict=all&page=2", "#series", "#articles", ...of.series.map((series) => `#${series.id}`),
      ...of.findings.slice(0, 20).map((finding) => `#${finding.id}`), ...of.documents.map((_, index) => `#article-${index}`),
      ...of.claims.slice(0, 10).map((claim) => `#${claim.id}`)]) {
      await visit(page, address);
      await unharmed(page, address);
    }
  });
});

test("hostile text is shown as it is written, overrides by their names", async () => {
  await open(of, "", async (page) => {
    for (const [n, attack] of attacks.entries()) {
      const index = of.documents.findIndex((document) => document.id === `${attack} ${n} 4.4`);
      await visit(page, `#article-${index}`);
      const text = (await unharmed(page, attack)).replace(/\s+/g, " ");
      const literal = attack.replace(/[\u202a-\u202e\u2066-\u2069\u0000-\u0008\u007f]/g, (c) => `<U+${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}>`);
      assert.ok(text.includes(literal.replace(/\s+/g, " ")), `${literal}\n${text.slice(0, 500)}`);
      assert.ok((await page.locator(".body").textContent()).includes("reached"));
    }
    const list = await page.locator("#errors").textContent();
    assert.match(list, /not-utf8\.txt/);
  });
});

test("hostile addresses run nothing and break nothing", async () => {
  for (const address of ["#fc-<img src=x onerror=window.hacked=1>", "#findings?text=%3Cimg%20src=x%20onerror=window.hacked=1%3E", "#findings?article=99999&page=-3",
    "#findings?page=1e9&verdict=none", "#findings?verdict=__proto__&rule=constructor", "#article-99999", "#article-1e3", "#at-99999-0-5", "#at-0-999999-5", "#sr-\"><b>",
    "#%", "#findings?text=%", "#javascript:window.hacked=1", `#${encodeURIComponent(override)}`, `#fc-${encodeURIComponent(override)}`, "#data", "#detail", "#view-series"])
    await open(of, address, async (page) => {
      await unharmed(page, address);
      assert.equal(await page.locator("main > section:not([hidden])").count(), 1, address);
    });
});
