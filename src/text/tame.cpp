#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "text/html.hpp"
#include "text/markup.hpp"

namespace mizan {
namespace {

constexpr std::size_t kDeepest = 400;         // elements within each other; what people write has some thirty
constexpr std::size_t kMostAttributes = 200;  // of one tag

template <std::size_t size>
bool listed(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// What the standard calls formatting elements. Left open, they are made anew in every block that follows; links are
/// not, since a link ends the one before.
bool is_formatting(std::string_view name) {
  static constexpr std::array<std::string_view, 13> kNames = {"b", "big",   "code",   "em",     "font", "i", "nobr",
                                                              "s", "small", "strike", "strong", "tt",   "u"};
  return listed(kNames, name);
}

/// Elements that end where one of their kin begins; the kin share a number.
int kin_of(std::string_view name) {
  static constexpr std::array<std::string_view, 15> kNames = {
      "p", "li", "dt", "dd", "tr", "td", "th", "rp", "rt", "option", "optgroup", "tbody", "thead", "tfoot", "colgroup"};
  static constexpr std::array<int, 15> kKin = {1, 2, 3, 3, 4, 5, 5, 6, 6, 7, 8, 9, 9, 9, 10};
  const auto found = std::find(kNames.begin(), kNames.end(), name);
  return found == kNames.end() ? 0 : kKin[static_cast<std::size_t>(found - kNames.begin())];
}

bool is_table_part(std::string_view name) {
  static constexpr std::array<std::string_view, 8> kNames = {"table", "tr",    "td",    "th",
                                                             "tbody", "thead", "tfoot", "caption"};
  return listed(kNames, name);
}

/// No end tag of something outside closes what is inside of these.
bool is_barrier(std::string_view name) {
  static constexpr std::array<std::string_view, 9> kNames = {"table",  "td",      "th",     "caption", "template",
                                                             "object", "marquee", "applet", "html"};
  return listed(kNames, name);
}

/// The elements that are open, at least as many as the parser has open.
class Open {
 public:
  bool full() const { return names_.size() >= kDeepest; }

  void begin(const std::string& name) {
    const int kin = kin_of(name);
    if (kin != 0) {
      std::size_t size = names_.size();
      while (size > 0 && kin_of(names_[size - 1]) != 0 && kin_of(names_[size - 1]) != kin) --size;
      if (size > 0 && kin_of(names_[size - 1]) == kin) names_.resize(size - 1);
    } else if (markup::is_block(name) && !names_.empty() && names_.back() == "p") {
      names_.pop_back();
    }
    names_.push_back(name);
  }

  void end(const std::string& name) {
    const bool special = markup::is_block(name) || is_barrier(name);
    for (std::size_t size = names_.size(); size > 0; --size) {
      const std::string& open = names_[size - 1];
      if (open == name) {
        names_.resize(size - 1);
        return;
      }
      if (is_table_part(name) ? open == "table" : is_barrier(open)) return;
      if (!special && (markup::is_block(open) || kin_of(open) != 0)) return;
    }
  }

 private:
  std::vector<std::string> names_;
};

}  // namespace

std::string tamed(std::string_view source) {
  std::string result(source);
  const auto blank = [&](std::size_t begin, std::size_t end) {
    std::fill(result.begin() + static_cast<std::ptrdiff_t>(begin), result.begin() + static_cast<std::ptrdiff_t>(end),
              ' ');
  };
  const auto hide = [&](std::size_t begin, std::size_t end) {
    result[begin + 1] = '!';
    blank(begin + 2, end - (source[end - 1] == '>' ? 1 : 0));
  };
  Open open;
  bool html = false, body = false;
  for (std::size_t at = source.find('<'); at != std::string_view::npos; at = source.find('<', at)) {
    if (!markup::begins(source, at)) {
      ++at;
      continue;
    }
    const markup::Tag tag = markup::tag_at(source, at);
    const std::size_t begin = at;
    at = tag.end;
    if (tag.kind == markup::Tag::Kind::closing) {
      if (is_formatting(tag.name)) {
        hide(begin, at);
      } else {
        open.end(tag.name);
      }
    }
    if (tag.kind != markup::Tag::Kind::opening) continue;
    if (tag.attributes > kMostAttributes) blank(begin + 1 + tag.name.size(), at - 1);
    if (markup::is_raw(tag.name)) {
      at = markup::raw_end(source, at, tag.name).end;
      continue;
    }
    bool& seen = tag.name == "html" ? html : body;
    const bool again = (tag.name == "html" || tag.name == "body") && std::exchange(seen, true);
    if (is_formatting(tag.name) || again || (open.full() && !markup::is_void(tag.name))) {
      hide(begin, at);
    } else if (!markup::is_void(tag.name)) {
      open.begin(tag.name);
    }
  }
  return result;
}

}  // namespace mizan
