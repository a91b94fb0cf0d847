// The report's data, and its values in words of people: "28.2e9 USD" is 28.2 billion USD.

const data = JSON.parse(find("data").textContent);

const verdicts = ["contradiction", "tension", "corroboration", "verified"];
const levels = ["error", "warning", "note", "none"];

const compact = new Intl.NumberFormat("en", {notation: "compact", compactDisplay: "long", maximumFractionDigits: 12});
const grouped = new Intl.NumberFormat("en", {maximumFractionDigits: 12});

function number(digits) {
  const value = Number(digits);
  return Math.abs(value) < 1e6 ? grouped.format(value) : compact.format(value);
}

const oddPlurals = {person: "people", child: "children", man: "men", woman: "women"};
// "14 killed", "3 missing": no noun, though it is counted
const isParticiple = (noun) => /ed$/.test(noun) && !/(^b|^sh|e)ed$/.test(noun) || noun === "missing" || noun === "dead";
function pluralOf(noun) {
  if (isParticiple(noun)) return noun;
  return oddPlurals[noun] || (/[^aeiou]y$/.test(noun) ? noun.slice(0, -1) + "ies" : /(s|x|ch|sh)$/.test(noun) ? noun + "es" : noun + "s");
}

// "parties=KZ+RU, unit=country": who and what, in words.
function slotNames(key) {
  return key.split(", ").map((slot) => slot.slice(slot.indexOf("=") + 1).split("+").map(entityName).join(" and ")).join(", ");
}

// Every figure with a scale inside a text, and marks that are for programs.
function human(text) {
  return text
    .replace(/\(([a-z_]+=[^()]+)\)/g, (all, key) => `(${slotNames(key)})`)
    .replace(/(?<!^)(?<!\b1 )\{([a-z]+)\}/g, (all, noun) => pluralOf(noun))
    .replace(/(\d+(?:\.\d+)?e\d+)\.\.(\d+(?:\.\d+)?(?:e\d+)?)/g, (all, low, high) => `${number(low)} to ${number(high)}`)
    .replace(/(\d+(?:\.\d+)?)\.\.(\d+(?:\.\d+)?)/g, (all, low, high) => `${number(low)} to ${number(high)}`)
    .replace(/(?<![\w.#-])-?\d+(?:\.\d+)?e\d+(?!\w)/g, number)
    .replace(/(?<![\w.,#/-])\d{5,}(?![\w./-])/g, number)
    .replace(/\b[A-Z]{2}(\+[A-Z]{2})+\b/g, slotNames)
    .replace(/>=/g, "at least ").replace(/<=/g, "at most ").replace(/>(?=\d)/g, "over ").replace(/<(?=\d)/g, "under ")
    .replace(/~(?=\d)/g, "about ")
    .replace(/\{([^{}]*)\}/g, "$1");
}

const languageNames = new Intl.DisplayNames("en", {type: "language", fallback: "code"});
const regionNames = new Intl.DisplayNames("en", {type: "region", fallback: "code"});

function languageName(tag) {
  try {
    return tag ? languageNames.of(tag) : "unknown";
  } catch {
    return tag;
  }
}

function entityName(id) {
  if (/^[A-Z]{2}$/.test(id)) return regionNames.of(id);
  if (/^[a-z]{2,4}$/.test(id)) return id.toUpperCase();
  return id.replace(/-/g, " ").replace(/(^| )\p{L}/gu, (letter) => letter.toUpperCase());
}

// The title of a finding. That of an open claim begins with what it is of: topics, names.
function titleOf(finding) {
  const end = finding.r.startsWith("open.") ? finding.t.indexOf(": ") : -1;
  return end < 0 ? human(finding.t)
    : finding.t.slice(0, end).replace(/\+/g, " / ").split(", ").map((name) => /^[A-Z]{2}(\+[A-Z]{2})*$/.test(name) ? slotNames(name)
      : name.replace(/-/g, " ")).join(", ") + human(finding.t.slice(end));
}

// As the search sees text: case, marks, joiners, digits of any script and the two Persian letters do not matter.
const letters = {"\u064a": "\u06cc", "\u0649": "\u06cc", "\u0643": "\u06a9", "\u0451": "\u0435"};
function folded(text) {
  if (!/[^\x00-\x7f]/.test(text)) return text.toLowerCase();  // the common case by far
  return text.toLowerCase().normalize("NFKD")
    .replace(/[\p{M}\p{Cf}\u0640]/gu, "")
    .replace(/[\u0643\u0649\u064a\u0451]/g, (letter) => letters[letter])
    .replace(/[\u0660-\u0669]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0x0660 + 48))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0x06f0 + 48))
    .replace(/[\u066b\u066c]/g, ".");
}

// "path:line:column", or of a record of a file "path:record (id:line:column)": as mizan prints it.
function label(article, [line, column]) {
  if (article.record) return `${article.path}:${article.record} (${article.id}:${line}:${column})`;
  return `${article.path}:${line}:${column}`;
}

// What an article is called where there is little room.
const shortName = (article) => article.title || article.id;
