#include "claim/context.hpp"

#include <algorithm>
#include <array>

namespace mizan {
namespace {

constexpr std::uint32_t kReach = 60;  // bytes between a name and its title: "Vladimir Putin, the president of Russia"

template <class T>
void add_once(std::vector<T>& list, const T& value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

bool in_word(char32_t c) {
  const CharKind kind = char_kind(c);
  return kind == CharKind::letter || kind == CharKind::digit;
}

/// The sign in 28.2: no sign at all.
bool is_decimal(std::string_view text, std::uint32_t i) {
  const auto digit = [&](std::uint32_t at) { return text[at] >= '0' && text[at] <= '9'; };
  return i > 0 && i + 1 < text.size() && digit(i - 1) && digit(i + 1) && !digit(i);
}

constexpr int sign_cost(char32_t c) {
  switch (c) {
    case '.':
    case '!':
    case '?':
    case 0x061F:
    case '\n':
      return 30;
    case ',':
    case 0x060C:
    case ';':
    case 0x061B:
    case ':':
    case '(':
    case ')':
    case 0x2014:
      return 6;
    default:
      return 0;
  }
}

/// Of a character what it adds to the way past it: kWord if it is part of a word, else the cost of a sign.
constexpr std::uint8_t kWord = 255;
constexpr std::array<std::uint8_t, 0x800> kCosts = [] {
  std::array<std::uint8_t, 0x800> costs{};
  for (char32_t c = 0; c < costs.size(); ++c) {
    const CharKind kind = detail::char_kind_by_range(c);
    costs[c] = kind == CharKind::letter || kind == CharKind::digit ? kWord : static_cast<std::uint8_t>(sign_cost(c));
  }
  return costs;
}();
std::uint8_t cost_of(char32_t c) {
  return c < kCosts.size() ? kCosts[c] : in_word(c) ? kWord : static_cast<std::uint8_t>(sign_cost(c));
}

/// Only claims and titles ask how far two places are apart.
bool asks_for_gaps(const SentenceView& sentence) {
  return !sentence.mentions.empty() || std::any_of(sentence.names.begin(), sentence.names.end(),
                                                   [](const NameMention& n) { return n.type == "title"; });
}

}  // namespace

Context::Context(const Document& document, const Extraction& extraction)
    : document_(document), extraction_(extraction) {
  std::map<std::string, std::size_t> count;
  for (const SentenceView& s : extraction.sentences)
    for (const NameMention& n : s.names)
      if (!n.country.empty()) ++count[n.country];
  std::vector<std::pair<std::size_t, std::string>> order;
  for (const auto& [id, times] : count) order.emplace_back(times, id);
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  for (const auto& [times, id] : order) {
    leading_.push_back(id);
    leading_counts_.push_back(times);
  }
  for (const SentenceView& s : extraction.sentences)
    for (const Cue& c : s.cues)
      if (c.kind == LabelKind::conn_and) joints_.push_back(c.span.begin);
  std::sort(joints_.begin(), joints_.end());
  joints_.erase(std::unique(joints_.begin(), joints_.end()), joints_.end());
  if (std::any_of(extraction.sentences.begin(), extraction.sentences.end(), asks_for_gaps)) measure();
  for (std::uint32_t s = 0; s < extraction.sentences.size(); ++s)
    for (const Holder& holder : holders(s)) {
      const NameMention* nearest = nullptr;
      int best = 4;
      for (const NameMention& n : extraction.sentences[s].names) {
        if (n.type != "person") continue;
        const int distance = n.span.end <= holder.span.begin   ? gap(n.span.end, holder.span.begin)
                             : holder.span.end <= n.span.begin ? gap(holder.span.end, n.span.begin)
                                                               : 99;
        // an apposition: a comma between the two is no border here
        const int close = distance >= 6 ? distance - 6 : distance;
        if (close < best) best = close, nearest = &n;
      }
      if (nearest != nullptr && best <= 1) roles_.emplace(holder.role, nearest->id);
    }
}

void Context::measure() {
  const std::string_view text = document_.text;
  steps_.reset(new int[text.size() + 1]);  // only those where a character begins are ever read
  int sum = 0;
  bool word = false;
  for (std::uint32_t i = 0; i < text.size();) {
    const CodePoint c = code_point(text, i);
    steps_[i] = sum;
    const std::uint8_t cost = cost_of(c.value);
    if (cost == kWord) {
      if (!word) ++sum;
      word = true;
    } else {
      word = false;
      if (cost != 0 && !is_decimal(text, i)) sum += cost;
    }
    i += c.size;
  }
  steps_[text.size()] = sum;
}

int Context::gap(std::uint32_t begin, std::uint32_t end) const {
  if (begin >= end) return 0;
  const std::string_view text = document_.text;
  int cost = 6 * static_cast<int>(std::lower_bound(joints_.begin(), joints_.end(), end) -
                                  std::lower_bound(joints_.begin(), joints_.end(), begin));
  cost += steps_[end] - steps_[begin];
  // what the ends cut: the rest of a word counts as one, a decimal sign without its other half as a sign
  if (begin > 0 && in_word(code_point(text, begin).value)) {
    std::uint32_t before = begin - 1;
    while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0) == 0x80) --before;
    if (in_word(code_point(text, before).value)) ++cost;
  }
  if (is_decimal(text, begin)) cost += sign_cost(static_cast<unsigned char>(text[begin]));
  if (end - begin > 1 && is_decimal(text, end - 1)) cost += sign_cost(static_cast<unsigned char>(text[end - 1]));
  return cost;
}

std::vector<Context::Holder> Context::holders(std::uint32_t sentence) const {
  std::vector<Holder> result;
  const auto& names = extraction_.sentences[sentence].names;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i].type != "title") continue;
    const auto take = [&](const NameMention& country) {
      if (country.type != "country") return false;
      const Span span{std::min(names[i].span.begin, country.span.begin), std::max(names[i].span.end, country.span.end)};
      const std::uint32_t from = std::min(names[i].span.end, country.span.end);
      const std::uint32_t to = std::max(names[i].span.begin, country.span.begin);
      if (gap(from, to) > 2) return false;
      result.push_back({names[i].id + " " + country.id, span});
      return true;
    };
    if (i + 1 < names.size() && take(names[i + 1])) continue;
    if (i > 0) take(names[i - 1]);
  }
  return result;
}

bool Context::in_title(std::uint32_t sentence, Span name) const {
  const auto all = holders(sentence);
  return std::any_of(all.begin(), all.end(), [&](const Holder& h) { return h.span.contains(name); });
}

std::optional<std::pair<std::vector<std::string>, double>> Context::countries(std::uint32_t sentence,
                                                                              unsigned count) const {
  const auto& views = extraction_.sentences;
  std::vector<std::string> found;
  double confidence = 1.0;
  for (std::uint32_t back = 0; back <= 3 && back <= sentence; ++back) {
    const SentenceView& s = views[sentence - back];
    if (s.paragraph != views[sentence].paragraph) break;
    std::vector<std::string> here;
    for (const NameMention& n : s.names)
      if (n.type == "country" || (n.type == "place" && back == 0 && !n.country.empty())) add_once(here, n.country);
    std::vector<std::string> together = found;
    for (const auto& id : here) add_once(together, id);
    if (together.size() > count) {
      if (back == 0) return std::nullopt;  // three countries in one sentence: whose figure is it?
      break;
    }
    found = std::move(together);
    if (back > 0) confidence = 0.9;
    if (found.size() == count) break;
  }
  if (found.size() < count) {
    // "the two countries": those the document is about, if they stand out
    if (leading_.size() < count || leading_counts_[count - 1] < 3) return std::nullopt;
    if (leading_.size() > count && leading_counts_[count] * 2 > leading_counts_[count - 1]) return std::nullopt;
    std::vector<std::string> top(leading_.begin(), leading_.begin() + count);
    for (const auto& id : found)
      if (std::find(top.begin(), top.end(), id) == top.end()) return std::nullopt;
    found = std::move(top);
    confidence = 0.8;
  }
  return std::pair{found, confidence};
}

std::optional<Context::Filler> Context::organisation(std::uint32_t sentence, Span cue) const {
  const auto& views = extraction_.sentences;
  const NameMention* best = nullptr;
  int cost = 40;
  for (const NameMention& n : views[sentence].names) {
    if (n.type != "organisation") continue;
    const int distance = n.span.end <= cue.begin ? gap(n.span.end, cue.begin) : gap(cue.end, n.span.begin);
    if (distance < cost) cost = distance, best = &n;
  }
  if (best != nullptr) return Filler{best->id, 1.0};
  if (sentence == 0 || views[sentence - 1].paragraph != views[sentence].paragraph) return std::nullopt;
  for (const NameMention& n : views[sentence - 1].names) {
    if (n.type != "organisation") continue;
    if (best != nullptr && best->id != n.id) return std::nullopt;  // two: "it" is neither
    best = &n;
  }
  if (best == nullptr) return std::nullopt;
  return Filler{best->id, 0.8};
}

std::optional<Context::Filler> Context::person(std::uint32_t sentence, Span cue,
                                               const std::vector<Span>& others) const {
  struct Candidate {
    Span span;
    std::string id;
    double confidence;
  };
  std::vector<Candidate> candidates;
  for (const NameMention& n : extraction_.sentences[sentence].names)
    if (n.type == "person") candidates.push_back({n.span, n.id, 1.0});
  for (const Holder& h : holders(sentence))
    if (const auto known = roles_.find(h.role); known != roles_.end())
      candidates.push_back({h.span, known->second, 0.95});
  const Candidate* best = nullptr;
  int cost = 60;
  for (const Candidate& c : candidates) {
    const bool other = std::any_of(others.begin(), others.end(), [&](const Span& o) {
      return o.end <= c.span.begin && c.span.begin - o.end <= kReach && gap(o.end, c.span.begin) <= 3;
    });
    if (other) continue;
    // who travels mostly stands before the verb, and whose journey it is right behind the noun
    const int distance = c.span.end <= cue.begin ? gap(c.span.end, cue.begin) : gap(cue.end, c.span.begin) + 1;
    if (distance < cost) cost = distance, best = &c;
  }
  if (best == nullptr) return std::nullopt;
  return Filler{best->id, best->confidence};
}

std::optional<Context::Filler> Context::destination(std::uint32_t sentence, Span cue) const {
  const NameMention* best = nullptr;
  int cost = 40;
  for (const NameMention& n : extraction_.sentences[sentence].names) {
    if (n.country.empty() || (n.type != "country" && n.type != "place")) continue;
    if (in_title(sentence, n.span)) continue;
    const int distance = n.span.begin >= cue.end ? gap(cue.end, n.span.begin) : gap(n.span.end, cue.begin) + 1;
    if (distance < cost) cost = distance, best = &n;
  }
  if (best == nullptr) return std::nullopt;
  return Filler{best->country, 1.0};
}

std::optional<Context::Filler> Context::country(std::uint32_t sentence, Span cue) const {
  const NameMention* best = nullptr;
  int cost = 30;
  for (const NameMention& n : extraction_.sentences[sentence].names) {
    if (n.type != "country") continue;
    const int distance = n.span.end <= cue.begin ? gap(n.span.end, cue.begin) : gap(cue.end, n.span.begin);
    if (distance < cost) cost = distance, best = &n;
  }
  if (best == nullptr) return std::nullopt;
  return Filler{best->id, 1.0};
}

}  // namespace mizan
