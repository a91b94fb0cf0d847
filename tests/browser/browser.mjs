// The browser, the program, and pages of it: what the tests share.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";

const need = createRequire(join(resolve(process.env.MIZAN_BROWSER_PACKAGES), "package.json"));
const { chromium } = need("playwright-core");
export const axeSource = readFileSync(need.resolve("axe-core/axe.min.js"), "utf8");

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
export const sample = "tests/browser/sample";
const mizan = resolve(process.env.MIZAN);
const scratch = mkdtempSync(join(tmpdir(), "mizan-browser-"));

const browser = await chromium.launch({ executablePath: process.env.MIZAN_CHROMIUM });

export async function finish() {
  await browser.close();
  rmSync(scratch, { recursive: true, force: true });
}

export function folder(name) {
  return mkdtempSync(join(scratch, name));
}

const reports = new Map();

// The program's own doing, for what a report is compared with.
export const run = (...words) => execFileSync(mizan, words, { cwd: root, stdio: ["ignore", "ignore", "pipe"] });

// The report of a folder, relative to `from`: {url, findings, documents, series, counts}, the page and the JSON of one run.
export function report(corpus, from = root, ...flags) {
  const name = [join(from, corpus), ...flags].join("\n");
  if (!reports.has(name)) {
    const out = folder("report");
    try {
      execFileSync(mizan, ["check", corpus, "--all", "--isolated", "--no-index", "-qq", ...flags, "-o", `html=${out}/page.html`, "-o", `json=${out}/all.json`],
        { cwd: from, stdio: ["ignore", "ignore", "pipe"] });
    } catch (error) {
      if (error.status !== 1 && error.status !== 2) throw error;  // findings, or an article that could not be read
    }
    const json = JSON.parse(readFileSync(`${out}/all.json`, "utf8"));
    reports.set(name, { ...json, from, file: `${out}/page.html`, url: pathToFileURL(`${out}/page.html`).href });
  }
  return reports.get(name);
}

export const desktop = { width: 1280, height: 900 }, phone = { width: 390, height: 844 };

// Opens the report at #address, gives it to `use`, and closes it. Whatever the page complains of or asks the world for is
// an error; of a test that provokes it, pass {strict: false}. use(page, {complaints, requests}).
export async function open(of, address, use, { strict = true, ...options } = {}) {
  const context = await browser.newContext({ viewport: desktop, reducedMotion: "reduce", ...options });
  const complaints = [], requests = [];
  const page = await context.newPage();
  page.setDefaultTimeout(10000);
  page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`error: ${error.stack}`));
  context.on("request", (request) => requests.push(request.url()));
  if (strict) await context.route(/^(?!file:|data:)/, (route) => route.abort());
  try {
    await page.goto(of.url + address);
    const result = await use(page, { complaints, requests });
    if (strict) {
      if (complaints.length) throw new Error(`the page complains: ${complaints.join("\n")}`);
      const others = requests.filter((url) => url.split("#")[0] !== of.url);
      if (others.length) throw new Error(`the page asks for ${others.join(", ")}`);
    }
    return result;
  } finally {
    await context.close();
  }
}

// Follows an address inside the page, as a click on a link does.
export async function visit(page, address) {
  await page.evaluate((to) => new Promise((done) => {
    const before = location.href;
    addEventListener("hashchange", () => setTimeout(done), { once: true });  // after the page's own listener
    location.hash = to;
    if (location.href === before) done();
  }), address);
}

// A click on a link, or a step back, changes the page a moment later: what get() gives becomes `wanted` within some seconds.
export async function becomes(get, wanted, message) {
  for (const end = Date.now() + 5000; Date.now() < end;) {
    if (isDeepStrictEqual(await get(), wanted)) return;
    await new Promise((done) => setTimeout(done, 20));
  }
  assert.deepEqual(await get(), wanted, message);
}

// The figures of a finding as its card shows them: by side, and those of one sentence together.
export function witnessesOf(finding) {
  const witnesses = new Map();
  for (const side of new Set(finding.claims.map((claim) => claim.side)))
    for (const claim of finding.claims.filter((c) => c.side === side)) {
      const key = JSON.stringify([side, claim.doc, claim.sentence]);
      witnesses.set(key, [...witnesses.get(key) ?? [], claim]);
    }
  return [...witnesses.values()];
}

export const shownIds = (page) => page.$$eval("#list > .card", (cards) => cards.map((card) => card.id.slice(5)));

export const write = (path, text) => writeFileSync(path, text);
