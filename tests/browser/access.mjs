// What axe-core finds in every view, light and dark, on a wide and a narrow screen.
import assert from "node:assert/strict";
import test from "node:test";
import { axeSource, desktop, open, phone, report, sample, visit } from "./browser.mjs";

for (const [name, of] of [["the seeds", report("seeds")], ["the sample", report(sample)]])
  for (const colorScheme of ["light", "dark"])
    for (const viewport of [desktop, phone])
      test(`accessible: ${name}, ${colorScheme}, ${viewport.width} wide`, async () => {
        const finding = of.findings[0];
        const claim = of.findings.flatMap((f) => f.claims).find((c) => c.claim);
        const index = of.documents.findIndex((document) => document.id === claim.doc);
        await open(of, "", async (page) => {
          await page.evaluate(axeSource);
          for (const address of ["#findings", "#findings?verdict=all", `#${finding.id}`, "#findings?text=zzzz", "#series", "#articles", `#article-${index}`,
            `#${claim.claim}`]) {
            await visit(page, address);
            await page.evaluate(() => { for (const details of document.querySelectorAll("details")) details.open = true; });
            const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
            assert.deepEqual(violations.map((v) => `${v.impact} ${v.id}: ${v.nodes[0].html} (${v.nodes.length}) ${v.nodes[0].failureSummary}`), [], address);
          }
        }, { colorScheme, viewport });
      });
