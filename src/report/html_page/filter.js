// Which findings are listed, and in which order. What is chosen stands in the address, so that it can be sent.

const filterNames = ["verdict", "text", "rule", "article", "language", "entity", "level", "state", "sort"];

// verdict: "" is what is at odds, "all", or verdicts joined by "+".
function parseFilter(query) {
  const params = new URLSearchParams(query);
  const filter = {page: Number(params.get("page")) || 1};
  for (const name of filterNames) filter[name] = params.get(name) || "";
  return filter;
}

function filterLink(filter) {
  const params = new URLSearchParams();
  for (const name of [...filterNames, "page"])
    if (filter[name] !== undefined && filter[name] !== "" && !(name === "page" && filter.page === 1))
      params.set(name, filter[name]);
  const query = params.toString();
  return query ? `#findings?${query}` : "#findings";
}

const chosenVerdicts = (filter) => filter.verdict === "all" ? verdicts
  : filter.verdict ? filter.verdict.split("+") : verdicts.slice(0, 2);

// ------------------------------------------------------------------------------------------------------ text search

const haystacks = new Array(data.findings.length);

// Everything a finding shows, folded; made once.
function haystack(index) {
  if (haystacks[index] === undefined) {
    const finding = data.findings[index];
    const parts = [finding.id, finding.r, finding.t, human(finding.t), finding.m, ...finding.n.map(entityName)];
    for (const piece of finding.e) {
      const article = data.documents[piece.d];
      const whole = articleText(piece.d);
      parts.push(piece.v, article.path, article.title || "", whole ? whole.text.slice(piece.q[0], piece.q[1]) : "");
    }
    haystacks[index] = folded(parts.join("\n"));
  }
  return haystacks[index];
}

// Made ahead while nothing else is to be done, so that the first search is as quick as the second.
function prepareSearch(from) {
  const until = performance.now() + 12;
  let index = from;
  while (index < data.findings.length && performance.now() < until) haystack(index++);
  if (index < data.findings.length) setTimeout(prepareSearch, 4, index);
}

// ------------------------------------------------------------------------------------------------------- the choosing

const stateOf = (finding) => finding.x !== undefined ? "suppressed" : finding.s || "";

function matching(filter) {
  const wanted = new Set(chosenVerdicts(filter));
  const words = folded(filter.text).split(/\s+/).filter(Boolean);
  const article = filter.article === "" ? -1 : Number(filter.article);
  const list = [];
  data.findings.forEach((finding, index) => {
    if (!wanted.has(finding.v)) return;
    if (filter.rule && finding.r !== filter.rule) return;
    if (filter.level && finding.l !== filter.level) return;
    if (filter.state ? stateOf(finding) !== filter.state : finding.x !== undefined) return;
    if (article >= 0 && !finding.e.some((piece) => piece.d === article)) return;
    if (filter.language && !finding.e.some((piece) => data.documents[piece.d].lang === filter.language)) return;
    if (filter.entity && !finding.n.includes(filter.entity)) return;
    if (words.length && !words.every((word) => haystack(index).includes(word))) return;
    list.push(finding);
  });
  // Findings stand in their order: verdict, level, confidence, place.
  if (filter.sort === "confidence") list.sort((a, b) => b.c - a.c);
  if (filter.sort === "place")
    list.sort((a, b) => a.e.length && b.e.length ? a.e[0].d - b.e[0].d || a.e[0].s[0] - b.e[0].s[0] : 0);
  return list;
}

function counted(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
  return counts;
}

function fill(id, any, entries) {
  find(id).replaceChildren(el("option", {value: ""}, any),
    ...entries.map(([value, name, n]) => el("option", {value}, n === undefined ? name : `${name} (${n})`)));
  find(id).parentElement.hidden = entries.length < 2 && id !== "rule";
}

// A list to choose from has an end; what is not on it is found by the text filter.
const mostEntries = 400;
const commonest = (entries) => entries.length <= mostEntries ? entries
  : [...entries].sort((a, b) => b[2] - a[2]).slice(0, mostEntries);

const byName = (a, b) => a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0;

function buildFilter() {
  for (const verdict of verdicts) {
    const n = data.findings.filter((finding) => finding.v === verdict && finding.x === undefined).length;
    find("verdicts").append(el("label", {class: `chip ${verdict}`},
      el("input", {type: "checkbox", name: "verdict", value: verdict}), ` ${verdict} `, el("span", {class: "n"}, String(n))));
  }
  const entries = (values, name) =>
    commonest([...counted(values)].map(([value, n]) => [value, name(value), n])).sort(byName);
  fill("rule", "any", entries(data.findings.map((finding) => finding.r), (id) => id));
  const used = data.findings.flatMap((finding) => [...new Set(finding.e.map((piece) => piece.d))]);
  fill("article", "any", commonest([...counted(used)].map(([index, n]) => [String(index), shortName(data.documents[index]), n]))
    .sort((a, b) => a[0] - b[0]));
  const languages = data.findings.flatMap((finding) => [...new Set(finding.e.map((piece) => data.documents[piece.d].lang))]);
  fill("language", "any", entries(languages.filter(Boolean), languageName));
  fill("entity", "any", entries(data.findings.flatMap((finding) => finding.n), entityName));
  fill("level", "any", levels.filter((level) => data.findings.some((finding) => finding.l === level)).map((level) => [level, level]));
  fill("state", "not suppressed", entries(data.findings.map(stateOf).filter(Boolean), (state) => state));
  if (find("state").options.length > 1) find("state").parentElement.hidden = false;
}

// The form as the address has it.
function setForm(filter) {
  for (const box of document.querySelectorAll("#verdicts input")) box.checked = chosenVerdicts(filter).includes(box.value);
  for (const name of filterNames.slice(1)) {
    const field = find(name);
    if (field.value === filter[name]) continue;
    field.value = filter[name];
    if (field.value === filter[name]) continue;
    // a link may ask for what the list has no room for
    field.append(el("option", {value: filter[name]}, name === "article" ? shortName(data.documents[filter[name]] || {id: filter[name]}) : filter[name]));
    field.value = filter[name];
    field.parentElement.hidden = false;
  }
}

function readForm() {
  const boxes = [...document.querySelectorAll("#verdicts input")].filter((box) => box.checked).map((box) => box.value);
  const usual = boxes.join("+") === verdicts.slice(0, 2).join("+");
  const filter = {verdict: usual ? "" : boxes.length === verdicts.length ? "all" : boxes.join("+") || "none", page: 1};
  for (const name of filterNames.slice(1)) filter[name] = find(name).value;
  return filter;
}
