// Screenshots of every view, to be looked at by a person: run.sh MIZAN PACKAGES screens.mjs FOLDER [README-IMAGE]
// FOLDER gets seeds-findings-1280-light.png and so on; README-IMAGE is the picture of the seeds in README.md.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { desktop, finish, open, phone, report, sample } from "./browser.mjs";

const [folder, image] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });

for (const [name, of] of [["seeds", report("seeds")], ["sample", report(sample)]]) {
  const finding = of.findings.find((f) => f.rule.startsWith("trade.")) ?? of.findings[0];
  const claim = finding.claims.find((c) => c.claim);
  const article = of.documents.findIndex((document) => document.id === claim.doc);
  const views = { findings: "", all: "#findings?verdict=all", finding: `#${finding.id}`, nothing: "#findings?text=zzzz", series: "#series", articles: "#articles",
    article: `#article-${article}`, claim: `#${claim.claim}` };
  for (const viewport of [desktop, phone])
    for (const colorScheme of ["light", "dark"])
      for (const [view, address] of Object.entries(views))
        await open(of, address, (page) => page.screenshot({ path: join(folder, `${name}-${view}-${viewport.width}-${colorScheme}.png`),
          clip: { x: 0, y: 0, width: viewport.width, height: view === "claim" ? viewport.height : 2400 }, fullPage: view !== "claim" }), { viewport, colorScheme });
}
for (const [name, of] of [["seeds", report("seeds")], ["sample", report(sample)]])
  await open(of, "#findings?verdict=all", async (page) => {
    await page.emulateMedia({ media: "print" });
    await page.screenshot({ path: join(folder, `${name}-print.png`), clip: { x: 0, y: 0, width: 794, height: 2200 }, fullPage: true });
  }, { viewport: { width: 794, height: 1123 } });

if (image)
  await open(report("seeds"), "#findings", async (page) => {
    const card = await page.locator("#list > .card").first().boundingBox();
    await page.screenshot({ path: image, clip: { x: 0, y: 0, width: 1040, height: Math.ceil(card.y + card.height) + 24 }, fullPage: true });
  }, { viewport: { width: 1040, height: 800 } });
await finish();
