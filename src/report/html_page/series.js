// Series: one fact at several times, as a plot and as a table of the same numbers. A point is a statement; its bar is
// what the wording leaves open; its colour is the article. Plans and forecasts are hollow, conflicting points ringed.

const box = {width: 760, height: 260, left: 78, right: 46, top: 30, bottom: 34};
const millisecondsOfDay = 86400000;

const isoDay = (day) => new Date(day * millisecondsOfDay).toISOString().slice(0, 10);
const isEvent = (point) => point.p === undefined;  // its time is its value
const isPlan = (point) => point.m === "planned";

function conflict(point) {
  return (findingsOfClaim.get(claimKey(point)) || []).find((f) => f.x === undefined && (f.v === "contradiction" || f.v === "tension"));
}

// The day a point stands at: the middle of its period, or the end that is known.
function dayOf(point) {
  if (!point.t) return null;
  const [first, last] = point.t;
  if (first === null || last === null) return first ?? last;
  return (first + last) / 2;
}

function niceStep(span, count) {
  const raw = span / count, power = 10 ** Math.floor(Math.log10(raw));
  return [1, 2, 2.5, 5, 10].map((n) => n * power).find((step) => step >= raw);
}

function valueTicks(low, high) {
  const step = niceStep(high - low || Math.abs(high) || 1, 4);
  const ticks = [];
  for (let n = Math.ceil(low / step); n * step <= high + step * 1e-9 && ticks.length < 12; ++n) ticks.push(n * step);
  return ticks;
}

// [day, text]: years, months or days, whatever the span has a few of.
function dayTicks(low, high) {
  const ticks = [];
  const first = new Date(low * millisecondsOfDay), days = high - low;
  const add = (year, month, day, text) => {
    const at = Date.UTC(year, month, day) / millisecondsOfDay;
    if (at >= low && at <= high) ticks.push([at, text]);
  };
  if (days > 700) {
    const step = Math.max(1, Math.ceil(days / 365 / 8));
    for (let year = first.getUTCFullYear(); year <= first.getUTCFullYear() + days / 365 + 1; ++year)
      if (year % step === 0) add(year, 0, 1, String(year));
  } else if (days > 45) {
    const step = Math.max(1, Math.ceil(days / 30 / 7));
    for (let month = 0; month <= days / 28 + 1; month += step) {
      const at = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + month, 1));
      add(at.getUTCFullYear(), at.getUTCMonth(), 1, at.toISOString().slice(0, 7));
    }
  } else {
    const step = Math.max(1, Math.ceil(days / 6));
    for (let day = 0; day <= days; day += step) ticks.push([low + day, isoDay(low + day)]);
  }
  return ticks;
}

function commonUnit(points) {
  const counts = counted(points.map((point) => point.u || ""));
  return [...counts].sort((a, b) => b[1] - a[1])[0][0];
}

// "USD", or of things that are counted what they are.
const unitName = (unit, points) => points.some((point) => point.v.includes(`{${unit}}`)) ? pluralOf(unit) : unit;

// null if there is nothing to draw: points of one time, or of none.
function plot(series, sources) {
  const timed = series.p.filter((point) => dayOf(point) !== null);
  const valued = timed.filter((point) => point.p !== undefined);
  const unit = valued.length ? commonUnit(valued) : "";
  const points = valued.length ? valued.filter((point) => (point.u || "") === unit) : timed;
  if (new Set(points.map(dayOf)).size < 2) return null;

  const height = valued.length ? box.height : 70 + 26 * Math.min(points.length, 16);
  const days = points.flatMap((point) => point.t.filter((day) => day !== null));
  let [early, late] = [Math.min(...days), Math.max(...days)];
  const margin = Math.max((late - early) * 0.05, 2);
  [early, late] = [early - margin, late + margin];
  const x = (day) => box.left + (day - early) / (late - early) * (box.width - box.left - box.right);

  const levels = points.flatMap((point) => [point.p, ...(point.r || []).filter((end) => end !== null)]).filter((n) => n !== undefined);
  let [low, high] = valued.length ? [Math.min(...levels), Math.max(...levels)] : [0, 1];
  if (valued.length && low > 0 && low < high * 0.5) low = 0;
  const room = (high - low || Math.abs(high) || 1) * 0.12;
  [low, high] = [low === 0 ? 0 : low - room, high + room];
  const y = (value) => height - box.bottom - (value - low) / (high - low) * (height - box.top - box.bottom);

  const drawing = svg("svg", {viewBox: `0 0 ${box.width} ${height}`, class: "plot", role: "img",
    "aria-label": `${human(series.t || series.f)}: ${points.length} statements from ${isoDay(early + margin)} to ${isoDay(late - margin)}; the table has the numbers`});
  const floor = height - box.bottom;
  for (const [day, text] of dayTicks(early, late)) {
    drawing.append(svg("line", {x1: x(day), x2: x(day), y1: box.top, y2: floor, class: "grid"}),
      svg("text", {x: Math.min(x(day), box.width - text.length * 3.6), y: height - 12, class: "tick", "text-anchor": "middle"}, text));
  }
  if (valued.length) {
    for (const value of valueTicks(low, high)) {
      drawing.append(svg("line", {x1: box.left, x2: box.width - box.right, y1: y(value), y2: y(value), class: "grid"}),
        svg("text", {x: box.left - 8, y: y(value) + 4, class: "tick", "text-anchor": "end"}, shortNumber(value)));
    }
    if (unit) drawing.append(svg("text", {x: 6, y: 14, class: "tick unit"}, unitName(unit, points)));
  }
  points.forEach((point, index) => {
    const at = x(dayOf(point));
    const level = valued.length ? y(point.p) : box.top + 18 + index * ((floor - box.top - 36) / Math.max(points.length - 1, 1));
    const group = svg("g", {class: `point source-${sources.get(point.d) % 8}${isPlan(point) ? " plan" : ""}`});
    const [first, last] = point.t;
    if (first !== null && last !== null && last > first)
      group.append(svg("line", {x1: x(first), x2: x(last), y1: level, y2: level, class: "period"}));
    if (point.r) {
      const [from, to] = point.r;
      const bottom = from === null ? floor : y(from), top = to === null ? box.top : y(to);
      if (Math.abs(bottom - top) > 0.5) group.append(svg("line", {x1: at, x2: at, y1: bottom, y2: top, class: "interval"}));
      if (to === null) group.append(svg("path", {d: `M${at - 4} ${box.top + 6}l4 -6 4 6`, class: "interval open"}));
      if (from === null) group.append(svg("path", {d: `M${at - 4} ${floor - 6}l4 6 4 -6`, class: "interval open"}));
    }
    if (conflict(point)) group.append(svg("circle", {cx: at, cy: level, r: 10, class: "conflict"}));
    group.append(svg("circle", {cx: at, cy: level, r: 5, class: "dot"}));
    group.append(svg("title", {}, `${human(point.v || "")}${point.w ? ", " + point.w : ""}: ${shortName(data.documents[point.d])}`));
    drawing.append(group);
  });
  return drawing;
}

const short = new Intl.NumberFormat("en", {notation: "compact", maximumFractionDigits: 2});
const shortNumber = (value) => short.format(value);

function seriesTable(series, sources) {
  const rows = series.p.map((point) => {
    const finding = conflict(point);
    return el("tr", {class: finding ? finding.v : ""},
      el("td", {}, isolated(point.w || (isEvent(point) ? point.v : "not said"))),
      el("td", {class: "value"}, isEvent(point) ? "" : isolated(human(point.v || "-"))),
      el("td", {}, [isPlan(point) ? "planned" : point.m === "asserted" ? "" : point.m, point.record ? "record" : ""].filter(Boolean).join(", ")),
      el("td", {}, svg("svg", {viewBox: "0 0 10 10", class: `swatch source-${sources.get(point.d) % 8}${isPlan(point) ? " plan" : ""}`, "aria-hidden": "true"},
        svg("circle", {cx: 5, cy: 5, r: 4, class: "dot"})), " ", sourceOf(point)),
      el("td", {}, finding ? el("a", {href: `#${finding.id}`}, finding.v) : ""));
  });
  return el("div", {class: "scroll", tabindex: "0", role: "region", "aria-label": `The numbers of ${series.id}`},
    el("table", {}, el("thead", {}, el("tr", {}, ...["When", "Value", "Stance", "Where", "Finding"].map((name) =>
      el("th", {scope: "col"}, name)))), el("tbody", {}, ...rows)));
}

function seriesCard(series) {
  const sources = new Map();
  for (const point of series.p) if (!sources.has(point.d)) sources.set(point.d, sources.size);
  const names = slotNames(series.k);
  const drawing = plot(series, sources);
  return el("article", {class: "card series", id: `card-${series.id}`, tabindex: "-1"},
    el("p", {class: "marks"}, el("span", {class: "tag"}, series.f), el("span", {class: "tag"}, plural(series.p.length, "statement")),
      el("a", {class: "anchor", href: `#${series.id}`}, series.id)),
    el("h3", {}, isolated(ruleTitle(series.f) + (names ? ": " + names : ""))),
    drawing ? el("div", {class: "scroll", tabindex: "0", role: "region", "aria-label": `The plot of ${series.id}`}, drawing) : "",
    seriesTable(series, sources));
}

const seriesAtOnce = 30;

// All of them, those that are at odds first, single statements last; or the one whose id is asked for.
function showSeries(id) {
  const view = find("view-series");
  const only = id.startsWith("sr-") ? data.series.filter((series) => series.id.startsWith(id)) : null;
  const weight = (series) => (series.p.some(conflict) ? 2 : 0) + (series.p.length > 1 ? 1 : 0);
  const list = only || [...data.series].sort((a, b) => weight(b) - weight(a));
  const cards = el("div", {});
  view.replaceChildren(el("h2", {}, "Series"),
    el("p", {class: "count"}, only ? (only.length ? "One series. " : `No series ${id} in this report. `)
      : list.length ? `${plural(list.length, "fact")} by time. A bar is what the wording leaves open; hollow points are plans; a ring marks what is at odds.`
      : "No series: no rule found its fact in these articles.",
      only ? el("a", {href: "#series"}, "All series") : ""),
    cards, moreButton(list, seriesAtOnce, (series) => cards.append(seriesCard(series))));
  window.scrollTo(0, 0);
}
