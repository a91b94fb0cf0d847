// Elements and text. Whatever comes from an article reaches the page here, as a text node.

const find = (id) => document.getElementById(id);

// el("p", {class: "note"}, "text", otherElement): attributes that are false or absent are left out.
function el(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "onclick") element.addEventListener("click", value);
    else element.setAttribute(name, value === true ? "" : harmless(name, value));
  }
  element.append(...children.filter((child) => child !== undefined && child !== null && child !== "").map((child) => plain(child)));
  return element;
}

function svg(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes || {})) element.setAttribute(name, harmless(name, value));
  element.append(...children.map((child) => plain(child)));
  return element;
}

// Titles and labels are read by people; values and addresses by this script.
const harmless = (name, value) => name === "value" || name === "href" ? value : plain(value);

// A string of unknown direction inside a line.
const isolated = (text) => el("bdi", {}, ...shown(text));

// What would act on the page unseen: controls, and the marks that embed, override or isolate directions. These are
// shown by their names; the marks and joiners that Persian and Arabic need stay.
const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u202a-\u202e\u2066-\u206f\ufff9-\ufffb]/g;

const codeName = (sign) => `<U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}>`;

// Where no elements can stand: options of a list, titles, labels for a reader's voice.
const plain = (thing) => typeof thing === "string" ? thing.replace(unseen, codeName) : thing;

// Text as nodes, for append.
function shown(text) {
  const nodes = [];
  let done = 0;
  for (const match of text.matchAll(unseen)) {
    if (match.index > done) nodes.push(text.slice(done, match.index));
    nodes.push(el("code", {class: "unseen", title: "an invisible character of the article"}, codeName(match[0])));
    done = match.index + match[0].length;
  }
  if (done < text.length || nodes.length === 0) nodes.push(text.slice(done));
  return nodes;
}

// The attributes of a block that holds text of an article.
function direction(article) {
  return {lang: article.lang, dir: article.lang ? (article.rtl ? "rtl" : "ltr") : "auto"};
}

const plural = (n, one, many) => `${n.toLocaleString("en")} ${n === 1 ? one : many || one + "s"}`;

// Shows the first so many of a list at once, and makes a button that shows as many more, until there are none.
function moreButton(list, atOnce, show) {
  let next = 0;
  const more = () => {
    list.slice(next, next + atOnce).forEach(show);
    next += atOnce;
    button.hidden = next >= list.length;
  };
  const button = el("button", {type: "button", class: "more-button", onclick: more}, "Show more");
  more();
  return button;
}
