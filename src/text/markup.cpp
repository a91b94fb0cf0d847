#include "text/markup.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace mizan::markup {
namespace {

constexpr std::string_view kSpace = " \t\n\f\r";

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_space(char c) { return kSpace.find(c) != std::string_view::npos; }
char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

template <std::size_t size>
bool listed(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool same_name(std::string_view source, std::size_t at, std::string_view name) {
  if (source.size() - at < name.size()) return false;
  return std::equal(name.begin(), name.end(), source.begin() + static_cast<std::ptrdiff_t>(at),
                    [](char wanted, char found) { return wanted == small(found); });
}

Tag comment_at(std::string_view source, std::size_t at) {
  Tag tag;
  tag.kind = Tag::Kind::comment;
  const std::string_view behind = source.substr(at + 4);
  if (behind.substr(0, 1) == ">" || behind.substr(0, 2) == "->") {
    tag.end = source.find('>', at) + 1;
    return tag;
  }
  for (std::size_t dash = source.find("--", at + 4); dash != std::string_view::npos;
       dash = source.find("--", dash + 1)) {
    const std::size_t close = dash + (source.substr(dash + 2, 1) == "!" ? 3 : 2);
    if (source.substr(close, 1) != ">") continue;
    tag.end = close + 1;
    return tag;
  }
  tag.end = source.size();
  tag.complete = false;
  return tag;
}

}  // namespace

bool begins(std::string_view source, std::size_t at) {
  if (at + 1 >= source.size()) return false;
  const char next = source[at + 1];
  return is_letter(next) || next == '!' || next == '?' || next == '/';
}

Tag tag_at(std::string_view source, std::size_t at) {
  if (source.substr(at, 4) == "<!--") return comment_at(source, at);
  Tag tag;
  const bool closing = source[at + 1] == '/';
  std::size_t i = at + (closing ? 2 : 1);
  if (i >= source.size() || !is_letter(source[i])) {  // a declaration, or what browsers take for a comment
    const std::size_t close = source.find('>', i);
    tag.complete = close != std::string_view::npos;
    tag.end = tag.complete ? close + 1 : source.size();
    return tag;
  }
  tag.kind = closing ? Tag::Kind::closing : Tag::Kind::opening;
  for (; i < source.size() && !is_space(source[i]) && source[i] != '/' && source[i] != '>'; ++i) {
    if (tag.name.size() < 32) tag.name += small(source[i]);
  }
  // Attributes: a quote opens a value only behind an equals sign.
  bool value = false, in_attribute = false;
  for (; i < source.size() && source[i] != '>'; ++i) {
    const char c = source[i];
    if (value && (c == '"' || c == '\'')) {
      const std::size_t close = source.find(c, i + 1);
      if (close == std::string_view::npos) {
        i = source.size();
        break;
      }
      i = close;
      value = in_attribute = false;
    } else if (is_space(c) || (c == '/' && !value)) {
      if (!value) in_attribute = false;
    } else if (c == '=' && in_attribute && !value) {
      value = true;
    } else if (value) {  // a value without quotes
      while (i + 1 < source.size() && !is_space(source[i + 1]) && source[i + 1] != '>') ++i;
      value = in_attribute = false;
    } else if (!in_attribute) {
      in_attribute = true;
      ++tag.attributes;
    }
  }
  tag.complete = i < source.size();
  tag.end = std::min(source.size(), i + 1);
  return tag;
}

std::string_view comment_text(std::string_view source, std::size_t begin, std::size_t end) {
  std::string_view text = source.substr(begin, end - begin);
  text.remove_prefix(std::min<std::size_t>(text.size(), 4));
  for (const std::string_view close : {"-->", "--!>"}) {
    if (text.size() >= close.size() && text.substr(text.size() - close.size()) == close)
      return text.substr(0, text.size() - close.size());
  }
  return text;
}

bool is_block(std::string_view name) {
  static constexpr std::array<std::string_view, 53> kBlocks = {
      "address", "article",  "aside",    "blockquote", "body",   "br",      "caption",  "center",     "dd",
      "details", "dialog",   "dir",      "div",        "dl",     "dt",      "fieldset", "figcaption", "figure",
      "footer",  "form",     "frameset", "h1",         "h2",     "h3",      "h4",       "h5",         "h6",
      "header",  "hgroup",   "hr",       "html",       "legend", "li",      "main",     "menu",       "nav",
      "ol",      "optgroup", "option",   "p",          "pre",    "section", "summary",  "table",      "tbody",
      "tfoot",   "thead",    "title",    "tr",         "ul",     "video",   "audio",    "iframe"};
  return listed(kBlocks, name);
}

bool is_raw(std::string_view name) {
  static constexpr std::array<std::string_view, 9> kRaw = {"script", "style",   "textarea", "title",    "xmp",
                                                           "iframe", "noembed", "noframes", "plaintext"};
  return listed(kRaw, name);
}

bool is_void(std::string_view name) {
  static constexpr std::array<std::string_view, 18> kVoid = {
      "area",  "base", "basefont", "bgsound", "br",   "col",  "embed", "frame",  "hr",
      "image", "img",  "input",    "keygen",  "link", "meta", "param", "source", "wbr"};
  return listed(kVoid, name);
}

RawEnd raw_end(std::string_view source, std::size_t at, std::string_view name) {
  if (name == "plaintext") return {source.size(), source.size()};
  for (at = source.find("</", at); at != std::string_view::npos; at = source.find("</", at + 2)) {
    if (!same_name(source, at + 2, name)) continue;
    const std::size_t behind = at + 2 + name.size();
    if (behind < source.size() && !is_space(source[behind]) && source[behind] != '/' && source[behind] != '>') continue;
    return {at, tag_at(source, at).end};
  }
  return {source.size(), source.size()};
}

}  // namespace mizan::markup
