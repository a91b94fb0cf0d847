// Patterns as git reads them: gitignore(5). Bytes are compared, as in git; what "*" may try is bounded by giving up
// early.
#include <algorithm>
#include <cctype>
#include <utility>

#include "text/text.hpp"

namespace mizan {
namespace {

enum class Fit {
  yes,
  no,
  no_more,
  no_more_here
};  // no_more: no longer text can fit; no_more_here: only "**" could help

struct ClassFit {
  bool closed = false;   // the bracket has its end
  bool matched = false;  // the byte is of the class
  std::size_t size = 0;  // bytes of the pattern
};

bool named_class(std::string_view name, unsigned char c) {
  using Test = int (*)(int);
  static constexpr std::pair<std::string_view, Test> kNames[] = {
      {"alnum", std::isalnum}, {"alpha", std::isalpha}, {"blank", std::isblank}, {"cntrl", std::iscntrl},
      {"digit", std::isdigit}, {"graph", std::isgraph}, {"lower", std::islower}, {"print", std::isprint},
      {"punct", std::ispunct}, {"space", std::isspace}, {"upper", std::isupper}, {"xdigit", std::isxdigit}};
  return c < 0x80 && std::any_of(std::begin(kNames), std::end(kNames),
                                 [&](const auto& entry) { return entry.first == name && entry.second(c) != 0; });
}

/// "[a-z]" at the beginning of pattern, against one byte.
ClassFit fit_class(std::string_view pattern, unsigned char c) {
  std::size_t i = 1;
  const bool negated = i < pattern.size() && (pattern[i] == '!' || pattern[i] == '^');
  if (negated) ++i;
  ClassFit fit;
  bool any = false;
  const auto literal = [&](std::size_t& at) {  // a byte of the class, unescaped
    if (pattern[at] == '\\' && at + 1 < pattern.size()) ++at;
    return static_cast<unsigned char>(pattern[at++]);
  };
  for (bool first = true; i < pattern.size() && (first || pattern[i] != ']'); first = false) {
    if (pattern.substr(i).starts_with("[:")) {
      const std::size_t end = pattern.find(":]", i + 2);
      if (end != std::string_view::npos) {
        any = named_class(pattern.substr(i + 2, end - i - 2), c) || any;
        i = end + 2;
        continue;
      }
    }
    const unsigned char low = literal(i);
    unsigned char high = low;
    if (i + 1 < pattern.size() && pattern[i] == '-' && pattern[i + 1] != ']') high = literal(++i);
    any = (low <= c && c <= high) || any;
  }
  fit.closed = i < pattern.size();
  fit.matched = any != negated && c != '/';
  fit.size = i + 1;
  return fit;
}

/// "*" never crosses a "/"; "**" that fills a whole part of the path does.
Fit fit(std::string_view pattern, std::string_view text) {
  const std::string_view whole = pattern;
  for (; !pattern.empty(); pattern.remove_prefix(1), text.remove_prefix(1)) {
    const char p = pattern.front();
    if (text.empty() && p != '*') return Fit::no_more;
    if (p == '*') {
      std::size_t stars = 0;
      while (stars < pattern.size() && pattern[stars] == '*') ++stars;
      const bool from_start = pattern.size() == whole.size() || whole[whole.size() - pattern.size() - 1] == '/';
      const std::string_view rest = pattern.substr(stars);
      const bool deep = stars > 1 && from_start && (rest.empty() || rest.front() == '/');
      if (deep && !rest.empty() && fit(rest.substr(1), text) == Fit::yes) return Fit::yes;  // no folder between
      if (rest.empty()) return deep || text.find('/') == std::string_view::npos ? Fit::yes : Fit::no_more_here;
      for (;; text.remove_prefix(1)) {
        const Fit tried = fit(rest, text);
        if (tried == Fit::yes || tried == Fit::no_more || (tried == Fit::no_more_here && !deep)) return tried;
        if (text.empty()) return Fit::no_more;
        if (!deep && text.front() == '/') return Fit::no_more_here;
      }
    }
    const auto c = static_cast<unsigned char>(text.front());
    if (p == '?') {
      if (c == '/') return Fit::no;
    } else if (p == '[') {
      const ClassFit found = fit_class(pattern, c);
      if (!found.closed || !found.matched) return found.closed ? Fit::no : Fit::no_more;
      pattern.remove_prefix(found.size - 1);
    } else {
      if (p == '\\') pattern.remove_prefix(1);
      if (pattern.empty()) return Fit::no_more;
      if (static_cast<unsigned char>(pattern.front()) != c) return Fit::no;
    }
  }
  return text.empty() ? Fit::yes : Fit::no;
}

}  // namespace

bool matches_glob(std::string_view pattern, std::string_view text) { return fit(pattern, text) == Fit::yes; }

Patterns::Patterns(std::string_view file) {
  if (file.starts_with("\xEF\xBB\xBF")) file.remove_prefix(3);
  std::uint32_t line = 0;
  while (!file.empty()) {
    const std::size_t end = std::min(file.find('\n'), file.size());
    std::string_view text = file.substr(0, end);
    if (text.ends_with('\r')) text.remove_suffix(1);
    add(text, ++line);
    file.remove_prefix(std::min(end + 1, file.size()));
  }
}

void Patterns::add(std::string_view text, std::uint32_t line) {
  if (text.starts_with('#')) return;
  while (text.ends_with(' ')) {  // but not one that is escaped
    std::size_t slashes = 0;
    while (slashes + 1 < text.size() && text[text.size() - 2 - slashes] == '\\') ++slashes;
    if (slashes % 2 == 1) break;
    text.remove_suffix(1);
  }
  Pattern pattern;
  pattern.text = text;
  pattern.line = line;
  pattern.takes_back = text.starts_with('!');
  if (pattern.takes_back) text.remove_prefix(1);
  pattern.folders_only = text.size() > 1 && text.ends_with('/');
  if (pattern.folders_only) text.remove_suffix(1);
  pattern.anchored = text.find('/') != std::string_view::npos;
  if (text.starts_with('/')) text.remove_prefix(1);
  if (text.empty()) return;
  pattern.glob = text;
  pattern.literal = text.find_first_of("*?[\\") == std::string_view::npos;
  list_.push_back(std::move(pattern));
}

const Pattern* Patterns::last_match(std::string_view path, bool folder) const {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const auto found = std::find_if(list_.rbegin(), list_.rend(), [&](const Pattern& pattern) {
    if (pattern.folders_only && !folder) return false;
    const std::string_view against = pattern.anchored ? path : name;
    return pattern.literal ? pattern.glob == against : matches_glob(pattern.glob, against);
  });
  return found == list_.rend() ? nullptr : &*found;
}

const Pattern* Patterns::covering(std::string_view path) const {
  for (std::size_t end = path.find('/'); end != std::string_view::npos; end = path.find('/', end + 1)) {
    const Pattern* above = last_match(path.substr(0, end), true);
    if (above != nullptr && !above->takes_back) return above;
  }
  const Pattern* own = last_match(path, false);
  return own != nullptr && !own->takes_back ? own : nullptr;
}

}  // namespace mizan
