// Articles: their texts, the list of them, and one with every claim marked where it stands.

const parsed = new Map();

// {text, claims}, parsed when it is first needed; null if the page holds only what findings say of it.
function articleText(index) {
  if (!parsed.has(index)) {
    const block = find(`article-${index}`);
    parsed.set(index, block ? JSON.parse(block.textContent) : null);
  }
  return parsed.get(index);
}

// Findings by article, and by claim, worst first: findings stand in that order.
const findingsOfArticle = new Map();
const findingsOfClaim = new Map();

function note(map, key, finding) {
  const list = map.get(key);
  if (!list) map.set(key, [finding]);
  else if (list[list.length - 1] !== finding) list.push(finding);
}

for (const finding of data.findings) {
  for (const piece of finding.e) {
    note(findingsOfArticle, piece.d, finding);
    note(findingsOfClaim, claimKey(piece), finding);
  }
}

// A claim by its identifier; what is no claim (a date and its weekday) by its place.
function claimKey(piece) {
  return piece.c || `at-${piece.d}-${piece.s[0]}-${piece.s[1]}`;
}

const claimLink = (piece) => `#${claimKey(piece)}`;
const articleLink = (index) => `#article-${index}`;

// The article that a claim stands in; null if nobody has heard of the claim.
function articleOfClaim(key) {
  const place = /^at-(\d+)-\d+-\d+$/.exec(key);
  if (place) return Number(place[1]);
  const finding = (findingsOfClaim.get(key) || [])[0];
  if (finding) return finding.e.find((piece) => piece.c === key).d;
  for (const series of data.series) {
    const point = series.p.find((p) => p.c === key);
    if (point) return point.d;
  }
  for (let index = 0; index < data.documents.length; ++index) {
    const article = articleText(index);
    if (article && article.claims.some((claim) => claim.c === key)) return index;
  }
  return null;
}

const languageTag = (article) =>
  el("span", {class: "tag", title: "language"}, languageName(article.lang));

// The day, and how it is known.
const hows = {metadata: "by its metadata", dateline: "by its dateline", inferred: "inferred"};
const dateParts = (article) => article.date ? [article.date, hows[article.how]].filter(Boolean) : ["undated"];
const dateOf = (article) => dateParts(article).join(", ");

// A stretch of an article with the figures of pieces marked, which stand in one sentence: never longer than some lines.
function excerpt(pieces) {
  const {d, q} = pieces[0];
  const whole = articleText(d);
  const quote = el("blockquote", {...direction(data.documents[d]), class: "excerpt"});
  if (!whole) return quote;
  const text = whole.text;
  const spans = pieces.map((piece) => piece.s).sort((a, b) => a[0] - b[0] || b[1] - a[1])
    .filter((span, index, all) => index === 0 || span[0] >= all[index - 1][1]);
  const begin = spans[0][0], end = spans[spans.length - 1][1];
  const reach = 320;  // letters to either side
  let from = Math.min(q[0], begin), to = Math.max(q[1], end);
  if (begin - from > reach) from = Math.min(text.indexOf(" ", begin - reach) + 1 || from, begin);
  if (to - end > reach) to = Math.max(text.lastIndexOf(" ", end + reach), end);
  quote.append(from > q[0] ? "\u2026" : "");
  let at = from;
  for (const span of spans) {
    quote.append(...shown(text.slice(at, span[0])), el("mark", {class: "figure"}, ...shown(text.slice(...span))));
    at = span[1];
  }
  quote.append(...shown(text.slice(at, to)), to < q[1] ? "\u2026" : "");
  return quote;
}

// ---------------------------------------------------------------------------------------------------- the list of them

function worst(findings) {
  for (const verdict of verdicts)
    if (findings.some((finding) => finding.v === verdict && finding.x === undefined)) return verdict;
  return "none";
}

function articleRow(index) {
  const article = data.documents[index];
  const findings = findingsOfArticle.get(index) || [];
  const counts = verdicts.map((verdict) => {
    const n = findings.filter((finding) => finding.v === verdict && finding.x === undefined).length;
    return el("td", {class: `number ${n ? verdict : ""}`}, n ? String(n) : "");
  });
  return el("tr", {},
    el("th", {scope: "row"}, el("a", {href: articleLink(index)}, isolated(shortName(article))),
      el("span", {class: "path"}, isolated(article.path + (article.record ? `:${article.record}` : "")))),
    el("td", {}, languageName(article.lang)),
    el("td", {title: article.why, class: "date"}, ...dateParts(article).map((part) => el("span", {}, part))),
    el("td", {class: "number"}, String(article.mentions)), ...counts);
}

const articlesAtOnce = 300;

// Those with findings first, the worst before; otherwise as they stand in the corpus.
function showArticles() {
  const view = find("view-articles");
  if (view.childElementCount > 0) return;
  const weight = data.documents.map((article, index) => verdicts.length - [...verdicts, "none"].indexOf(worst(findingsOfArticle.get(index) || [])));
  const order = data.documents.map((article, index) => index).sort((a, b) => weight[b] - weight[a] || a - b);
  const body = el("tbody", {});
  view.append(
    el("h2", {}, "Articles"),
    el("div", {class: "scroll", tabindex: "0", role: "region", "aria-label": "Table of articles"},
      el("table", {class: "articles"},
        el("thead", {}, el("tr", {}, ...["Article", "Language", "Date", "Figures", "Contradictions", "Tensions",
          "Corroborations", "Verified"].map((name, column) =>
          el("th", {scope: "col", class: column > 2 ? "number" : ""}, name)))), body)),
    moreButton(order, articlesAtOnce, (index) => body.append(articleRow(index))));
}

// ------------------------------------------------------------------------------------------------------- one of them

// Stretches of the text that are marked, in order and not overlapping; each with what is claimed there.
function marksOf(index) {
  const whole = articleText(index);
  const bySpan = new Map();
  const add = (span, key, claim) => {
    const name = span.join("-");
    if (!bySpan.has(name)) bySpan.set(name, {span, claims: new Map()});
    const claims = bySpan.get(name).claims;
    if (claim || !claims.has(key)) claims.set(key, claim || null);
  };
  for (const claim of whole.claims) add(claim.s, claim.c, claim);
  for (const finding of findingsOfArticle.get(index) || [])
    for (const piece of finding.e) if (piece.d === index) add(piece.s, claimKey(piece), null);
  const marks = [...bySpan.values()].sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  const apart = [];
  for (const mark of marks) {
    const last = apart[apart.length - 1];
    if (!last || mark.span[0] >= last.span[1]) apart.push(mark);
    else for (const [key, claim] of mark.claims) last.claims.set(key, claim);  // inside or across another: told there
  }
  for (const mark of apart) {
    mark.findings = [...new Set([...mark.claims.keys()].flatMap((key) => findingsOfClaim.get(key) || []))]
      .sort((a, b) => verdicts.indexOf(a.v) - verdicts.indexOf(b.v));  // of several claims: the gravest first
    mark.verdict = worst(mark.findings);
    // whoever asks for any of its claims is shown this place, named by the one that takes part in most
    mark.key = [...mark.claims.keys()].sort((a, b) =>
      (findingsOfClaim.get(b) || []).length - (findingsOfClaim.get(a) || []).length)[0];
  }
  return apart;
}

function articleBody(index, marks) {
  const text = articleText(index).text;
  const body = el("div", {...direction(data.documents[index]), class: "body", id: "body"});
  let at = 0, next = 0;
  for (const line of text.split(/(?<=\n)/)) {
    const end = at + line.length;
    const paragraph = el("p", {});
    while (next < marks.length && marks[next].span[0] < end) {
      const mark = marks[next++];
      const stop = Math.min(mark.span[1], end);
      paragraph.append(...shown(text.slice(at, mark.span[0])));
      mark.element = el("a", {class: `claim ${mark.verdict}`, href: `#${mark.key}`},
        ...shown(text.slice(mark.span[0], stop)));
      paragraph.append(mark.element);
      at = stop;
    }
    paragraph.append(...shown(text.slice(at, end)));
    if (paragraph.textContent.trim()) body.append(paragraph);
    at = end;
  }
  return body;
}

let open = {index: null, marks: []};

function showArticle(index, key) {
  const view = find("view-article");
  const article = data.documents[index];
  if (open.index !== index) {
    open = {index, marks: articleText(index) ? marksOf(index) : []};
    const findings = findingsOfArticle.get(index) || [];
    const legend = el("p", {class: "legend"}, ...verdicts.map((verdict) =>
      el("span", {class: `claim ${verdict}`}, verdict)), el("span", {class: "claim none"}, "no other says anything of it"));
    view.replaceChildren(
      el("p", {class: "back"}, el("a", {href: "#articles"}, "All articles")),
      el("h2", article.title ? direction(article) : {dir: "auto"}, ...shown(shortName(article))),
      el("p", {class: "about"}, isolated(article.path + (article.record ? `:${article.record}` : "")),
        languageTag(article), el("span", {class: "tag", title: article.why || "its date"}, dateOf(article)),
        el("a", {class: "tag", href: filterLink({article: index, verdict: "all"})}, plural(findings.length, "finding"))),
      legend,
      el("div", {class: "reading"},
        open.marks.length || articleText(index) ? articleBody(index, open.marks)
          : el("p", {class: "note"}, "The page would be too large with the text of every article. This one takes part in no finding."),
        el("aside", {id: "detail", class: "detail", "aria-label": "What the chosen figure is compared with",
          "aria-live": "polite"})));
  }
  const mark = open.marks.find((m) => m.claims.has(key));
  for (const m of open.marks) if (m.element) m.element.toggleAttribute("aria-current", m === mark);
  find("detail").replaceChildren(...(mark ? detailOf(mark) : [el("p", {class: "note"},
    "Choose a marked figure to see how it was read and what it is compared with.")]));
  if (mark && mark.element) mark.element.scrollIntoView({block: "center"});
  else window.scrollTo(0, 0);
}

function detailOf(mark) {
  const nodes = [];
  const claims = [...mark.claims].filter(([, claim]) => claim);
  claims.sort((a, b) => a[1].f.startsWith("open.") - b[1].f.startsWith("open."));  // rules first
  for (const [key, claim] of claims) {
    const facts = [["read as", claim.v.map(human).join(", or ")], ["when", claim.w], ["of", claim.k && slotNames(claim.k)],
    ["stance", [claim.m, claim.record && "record"].filter(Boolean).join(", ")]].filter(([, text]) => text);
    nodes.push(el("section", {class: "claim-card"},
      el("h3", {}, claimTitle(claim.f)),
      el("dl", {}, ...facts.flatMap(([name, text]) => [el("dt", {}, name), el("dd", {}, isolated(text))])),
      el("p", {class: "command"}, el("code", {}, `mizan show ${key}`))));
  }
  if (mark.findings.length === 0) nodes.push(el("p", {class: "note"}, "No other statement of the same fact was found."));
  for (const finding of mark.findings) {
    const others = finding.e.filter((piece) => !mark.claims.has(claimKey(piece)));
    nodes.push(el("section", {class: `finding-card ${finding.v}`},
      el("h3", {}, el("span", {class: `badge ${finding.v}`}, finding.v), " ",
        el("a", {href: `#${finding.id}`}, isolated(titleOf(finding)))),
      messageOf(finding) ? el("p", {}, isolated(messageOf(finding))) : "",
      ...others.slice(0, 12).map((piece) => el("div", {class: "other"},
        el("p", {class: "source"}, el("strong", {}, isolated(human(piece.v))), " ", sourceOf(piece)), excerpt([piece]))),
      others.length > 12 ? el("p", {}, el("a", {href: `#${finding.id}`}, `${others.length - 12} more`)) : ""));
  }
  return nodes;
}

function sourceOf(piece) {
  const article = data.documents[piece.d];
  const place = label(article, piece.l);
  return el("a", {href: claimLink(piece), class: "place", title: place},
    isolated(article.record ? `${article.id}:${piece.l.join(":")}` : place));
}
