#include "claim/context.hpp"

#include <algorithm>

namespace mizan {
namespace {

constexpr std::uint32_t kReach = 60;  // bytes between a name and its title: "Vladimir Putin, the president of Russia"

template <class T>
void add_once(std::vector<T>& list, const T& value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
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

std::string_view Context::between(std::uint32_t begin, std::uint32_t end) const {
  return begin < end ? std::string_view(document_.text).substr(begin, end - begin) : std::string_view{};
}

int Context::gap(std::uint32_t begin, std::uint32_t end) const {
  const std::string_view text = between(begin, end);
  if (text.empty()) return 0;
  int cost = 6 * static_cast<int>(std::lower_bound(joints_.begin(), joints_.end(), end) -
                                  std::lower_bound(joints_.begin(), joints_.end(), begin));
  bool word = false;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point(text, i);
    const CharKind kind = char_kind(c.value);
    if (kind == CharKind::letter || kind == CharKind::digit) {
      if (!word) ++cost;
      word = true;
    } else {
      word = false;
      const bool decimal = i > 0 && i + 1 < text.size() &&
                           char_kind(static_cast<unsigned char>(text[i - 1])) == CharKind::digit &&
                           char_kind(static_cast<unsigned char>(text[i + 1])) == CharKind::digit;
      if (decimal) {  // 28.2 is one word
        i += c.size;
        continue;
      }
      const bool stop = c.value == '.' || c.value == '!' || c.value == '?' || c.value == 0x61F || c.value == '\n';
      const bool comma = c.value == ',' || c.value == 0x60C || c.value == ';' || c.value == 0x61B || c.value == ':' ||
                         c.value == '(' || c.value == ')' || c.value == 0x2014;
      cost += stop ? 30 : comma ? 6 : 0;
    }
    i += c.size;
  }
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
