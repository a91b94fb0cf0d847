// The views, chosen by the address: #findings?..., #fc-..., #series, #sr-..., #articles, #article-N, #cl-...

const views = ["findings", "series", "articles", "article"];
let listed = [];
let typing = 0;  // the timer of the text field: what is typed counts when the fingers rest

function showView(name, tab) {
  for (const view of views) find(`view-${view}`).hidden = view !== name;
  for (const view of ["findings", "series", "articles"]) {
    if (view === tab) find(`nav-${view}`).setAttribute("aria-current", "page");
    else find(`nav-${view}`).removeAttribute("aria-current");
  }
}

function told(list, filter) {
  const all = data.findings.filter((finding) => finding.x === undefined).length;
  if (list.length === 0 && all > 0)
    return `No finding fits. There ${all === 1 ? "is" : "are"} ${plural(all, "finding")} in all, with those that agree.`;
  if (list.length === 0) return "No findings: nothing in these articles was said twice.";
  const left = data.counts.findings - data.findings.length;
  return plural(list.length, "finding") + (filter.verdict === "" ? " at odds" : "")
    + (left > 0 ? `; ${plural(left, "more finding")} ${left === 1 ? "is" : "are"} left out of this page: mizan check -f json has all` : "");
}

function showFindings(filter) {
  showView("findings", "findings");
  find("filter").hidden = false;
  setForm(filter);
  listed = matching(filter);
  find("count").replaceChildren(told(listed, filter));
  if (listed.length === 0 && filter.verdict === "" && filter.text === "" && data.findings.length > 0)
    find("count").append(" ", el("a", {href: filterLink({...filter, verdict: "all"})}, "Show them"));
  showPage(listed, filter.page, (page) => filterLink({...filter, page}));
}

function showFinding(id) {
  const finding = data.findings.find((f) => f.id === id) || data.findings.find((f) => f.id.startsWith(id));
  showView("findings", "findings");
  find("filter").hidden = true;
  listed = finding ? [finding] : [];
  find("count").replaceChildren(finding ? "One finding. " : plain(`No finding ${id} in this report. `),
    el("a", {href: "#findings"}, "All findings"));
  showPage(listed, 1, () => "#findings");
  for (const details of document.querySelectorAll("#list details")) details.open = true;
}

// Whoever wrote the address may have cut it anywhere.
function decoded(address) {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function route() {
  clearTimeout(typing);  // whoever goes elsewhere wants to stay there
  const address = decoded(location.hash.slice(1));
  if (address === "main") return;
  if (address.startsWith("fc-")) return showFinding(address);
  if (address === "series" || address.startsWith("sr-")) {
    showView("series", "series");
    return showSeries(address);
  }
  if (address === "articles") {
    showView("articles", "articles");
    return showArticles();
  }
  const index = /^article-(\d+)$/.exec(address) ? Number(address.slice(8)) : articleOfClaim(address);
  if (index !== null && index < data.documents.length) {
    showView("article", "articles");
    return showArticle(index, address);
  }
  showFindings(parseFilter(location.hash.replace(/^[^?]*\??/, "")));
}

function go(link) {
  if (location.hash !== link) history.pushState(null, "", link);
  route();
}

// ------------------------------------------------------------------------------------------------------------- keys

function step(by) {
  const cards = [...document.querySelectorAll("#list > .card")];
  const at = cards.findIndex((c) => c === document.activeElement || c.contains(document.activeElement));
  const next = cards[Math.min(Math.max(at + by, 0), cards.length - 1)];
  if (next) {
    next.focus({preventScroll: true});
    next.scrollIntoView({block: "start"});
  }
}

const keys = {
  j: () => step(1),
  k: () => step(-1),
  "/": () => {
    if (find("view-findings").hidden || find("filter").hidden) go("#findings");
    find("text").focus();
  },
  f: () => go("#findings"),
  s: () => go("#series"),
  a: () => go("#articles"),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches("input, select, textarea")) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const action = keys[event.key];
  if (!action) return;
  event.preventDefault();
  action();
});

// ------------------------------------------------------------------------------------------------------------ start

// What the form says becomes the address; while somebody types, no step of the history is made of each letter.
function choose(replace) {
  const link = filterLink(readForm());
  if (replace) history.replaceState(null, "", link);
  else history.pushState(null, "", link);
  showFindings(parseFilter(link.replace(/^[^?]*\??/, "")));
}

function start() {
  const counts = data.counts;
  find("totals").append(`${plural(counts.documents, "article")}, ${plural(counts.mentions, "figure")} and dates, ` +
    `${plural(counts.claims, "claim")}: ${plural(counts.contradiction, "contradiction")}, ${plural(counts.tension, "tension")}, ` +
    `${plural(counts.corroboration, "corroboration")}, ${counts.verified.toLocaleString("en")} verified` +
    (counts.suppressed ? `, ${counts.suppressed.toLocaleString("en")} suppressed` : ""));
  find("version").append(data.version);
  find("errors").append(...data.errors.map((error) => el("li", {}, "could not be read: ", isolated(error))));
  buildFilter();
  find("more-filters").open = matchMedia("(min-width: 52rem)").matches;
  find("filter").addEventListener("input", (event) => {
    clearTimeout(typing);
    if (event.target.id === "text") typing = setTimeout(choose, 80, true);
    else choose(false);
  });
  find("filter").addEventListener("submit", (event) => event.preventDefault());
  find("filter").addEventListener("reset", (event) => {
    event.preventDefault();
    go("#findings");
  });
  addEventListener("hashchange", route);
  // Paper has no pages to turn: all that is listed is printed, whatever hides behind a click opened.
  addEventListener("beforeprint", () => {
    if (find("view-findings").hidden) return;
    find("list").replaceChildren(...listed.slice(0, 2000).map(card));
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  addEventListener("afterprint", route);
  route();
  setTimeout(prepareSearch, 200, 0);
}

start();
