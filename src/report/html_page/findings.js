// Findings: one card each, both sides beside each other.

const ruleTitle = (id) => data.rules[id] ? data.rules[id][0] : id;
const claimTitle = (frame) => frame.startsWith("open.") ? "No rule: aligned by the words around it" : ruleTitle(frame);

// Of open claims the message says what the title says.
const messageOf = (finding) => finding.r.startsWith("open.") ? "" : human(finding.m);

// Pieces of one sentence are one witness.
function witnessesOf(pieces) {
  const sentences = new Map();
  for (const piece of pieces) {
    const key = `${piece.d} ${piece.q}`;
    if (!sentences.has(key)) sentences.set(key, []);
    sentences.get(key).push(piece);
  }
  return [...sentences.values()];
}

function witness(pieces) {
  return el("div", {class: "witness"},
    excerpt(pieces),
    el("p", {class: "source"}, languageTag(data.documents[pieces[0].d]), " ", sourceOf(pieces[0]),
      pieces[0].m ? el("span", {class: "tag"}, pieces[0].m) : ""));
}

// open: how many witnesses are seen at once; the others are a click away.
function side(letter, pieces, open) {
  const values = [...new Set(pieces.map((piece) => human(piece.v)))].slice(0, 3).join(", ");
  const articles = new Set(pieces.map((piece) => piece.d)).size;
  const when = pieces[0].w ? ` for ${human(pieces[0].w)}` : "";
  const witnesses = witnessesOf(pieces), more = witnesses.slice(open);
  return el("div", {class: `side side-${letter}`},
    el("h4", {}, el("span", {class: "letter"}, letter), " ", isolated(values),
      el("span", {class: "when"}, isolated(when)),
      el("span", {class: "said"}, articles > 1 ? `${when ? "," : ""} said by ${articles} articles` : "")),
    ...witnesses.slice(0, open).map(witness),
    more.length ? el("details", {class: "more"},
      el("summary", {}, plural(more.length, "more witness", "more witnesses")), ...more.map(witness)) : "");
}

// Of a computed check it is prose; of a rule from a file, lines of a word and what it says, then examples.
function ruleText(text) {
  const lines = text.split("\n\n")[0].trim().split("\n").map((line) => /^(level|message|slot|one fact|and|differ) +(.*)$/.exec(line));
  if (lines.includes(null)) return el("p", {class: "rule"}, isolated(text.trim().split("\n").join(" ")));
  return el("dl", {class: "rule"}, ...lines.flatMap(([, name, said]) => [el("dt", {}, name), el("dd", {}, isolated(said))]));
}

const letterOf = (n) => n < 26 ? String.fromCharCode(65 + n) : `S${n + 1}`;

// Series that show more than the claim itself.
const seriesOfClaim = new Map();
for (const series of data.series)
  if (series.p.length > 1) for (const point of series.p) if (point.c) seriesOfClaim.set(point.c, series);

function card(finding) {
  const sides = new Map();
  for (const piece of finding.e) {
    if (!sides.has(piece.a)) sides.set(piece.a, []);
    sides.get(piece.a).push(piece);
  }
  const percent = Math.round(finding.c * 100);
  const marks = [
    el("span", {class: `badge ${finding.v}`}, finding.v),
    el("a", {class: "tag", href: filterLink({rule: finding.r, verdict: "all"}), title: ruleTitle(finding.r)}, finding.r),
    finding.l !== "none" ? el("span", {class: "tag"}, finding.l) : "",
    finding.s ? el("span", {class: `tag state ${finding.s}`}, finding.s) : "",
    finding.x !== undefined ? el("span", {class: "tag state known", title: finding.x}, "suppressed") : "",
    el("span", {class: "tag confidence", title: "how sure the alignment is"}, `${percent} % sure`),
    el("a", {class: "anchor", href: `#${finding.id}`, title: "link to this finding"}, finding.id),
  ];
  const series = finding.e.map((piece) => seriesOfClaim.get(piece.c)).find((s) => s !== undefined);
  return el("article", {class: `card ${finding.v}`, id: `card-${finding.id}`, tabindex: "-1"},
    el("p", {class: "marks"}, ...marks),
    el("h3", {}, isolated(titleOf(finding))),
    messageOf(finding) ? el("p", {class: "message"}, isolated(messageOf(finding))) : "",
    el("div", {class: "sides"}, ...[...sides].map(([n, pieces]) => side(letterOf(n), pieces, sides.size > 1 ? 1 : 3))),
    el("details", {class: "why"},
      el("summary", {}, "Why, as data"),
      el("table", {},
        el("tbody", {}, ...finding.w.map(([name, text]) =>
          el("tr", {}, el("th", {scope: "row"}, isolated(name)), el("td", {}, isolated(text)))),
        ...(finding.x !== undefined ? [el("tr", {}, el("th", {scope: "row"}, "suppressed"), el("td", {}, isolated(finding.x)))] : []))),
      data.rules[finding.r] ? ruleText(data.rules[finding.r][1]) : "",
      series ? el("p", {}, el("a", {href: `#${series.id}`}, "The series it belongs to")) : "",
      el("p", {class: "command"}, el("code", {}, `mizan show ${finding.id}`))));
}

// ---------------------------------------------------------------------------------------------------- pages of them

const pageSize = 40;

function showPage(list, page, link) {
  const pages = Math.max(1, Math.ceil(list.length / pageSize));
  const at = Math.min(Math.max(page, 1), pages);
  find("list").replaceChildren(...list.slice((at - 1) * pageSize, at * pageSize).map(card));
  const step = (to, text, rel) => to < 1 || to > pages ? el("span", {class: "off"}, text)
    : el("a", {href: link(to), rel}, text);
  find("pages").replaceChildren(...(pages === 1 ? [] : [step(at - 1, "Previous", "prev"),
    el("span", {}, `page ${at} of ${pages.toLocaleString("en")}`), step(at + 1, "Next", "next")]));
}
