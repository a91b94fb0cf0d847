#include "report/browse_list.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "report/places.hpp"

namespace mizan::report {
namespace {

constexpr std::uint32_t kSentence = 2000;  // bytes in which words are looked for

bool belongs(const Finding& finding, Group group) {
  if (group == Group::suppressed || finding.suppressed) return group == Group::suppressed && finding.suppressed;
  switch (group) {
    case Group::at_odds:
      return finding.verdict == Verdict::contradiction || finding.verdict == Verdict::tension;
    case Group::contradictions:
      return finding.verdict == Verdict::contradiction;
    case Group::tensions:
      return finding.verdict == Verdict::tension;
    case Group::corroborations:
      return finding.verdict == Verdict::corroboration;
    case Group::verified:
      return finding.verdict == Verdict::verified;
    case Group::suppressed:
    case Group::all:
      break;
  }
  return true;
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    if (end > begin) words.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

bool holds(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

std::tuple<std::uint32_t, std::uint32_t> place_of(const Finding& finding) {
  if (finding.evidence.empty()) return {UINT32_MAX, 0};
  return {finding.evidence.front().document, finding.evidence.front().span.begin};
}

}  // namespace

std::string_view name(Group group) {
  switch (group) {
    case Group::at_odds:
      return "contradictions and tensions";
    case Group::contradictions:
      return "contradictions";
    case Group::tensions:
      return "tensions";
    case Group::corroborations:
      return "corroborations";
    case Group::verified:
      return "verified";
    case Group::suppressed:
      return "suppressed";
    case Group::all:
      break;
  }
  return "all";
}

std::string_view name(Order order) {
  switch (order) {
    case Order::severity:
      return "severity";
    case Order::confidence:
      return "confidence";
    case Order::place:
      break;
  }
  return "place";
}

Group Shelf::next(Group group) const {
  const auto any = [&](Group wanted) {
    return std::any_of(run_.findings.begin(), run_.findings.end(),
                       [&](const Finding& finding) { return belongs(finding, wanted); });
  };
  do {
    group = group == Group::all ? Group::at_odds : static_cast<Group>(static_cast<int>(group) + 1);
  } while (group != Group::all && group != Group::at_odds && !any(group));
  return group;
}

std::string Shelf::next_rule(const Criteria& criteria) const {
  std::set<std::string_view> rules;
  for (const Finding& finding : run_.findings)
    if (belongs(finding, criteria.group)) rules.insert(finding.rule);
  const auto after = rules.upper_bound(criteria.rule);
  return after == rules.end() ? std::string() : std::string(*after);
}

std::string Shelf::folded(std::string_view text) const {
  return fold(text, run_.knowledge == nullptr ? plain_ : run_.knowledge->fold_table()).text;
}

void Shelf::read() {
  std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>, std::uint32_t> known;
  std::vector<std::string> paths;
  for (const Document& document : run_.documents) paths.push_back(folded(document.path + ' ' + document.id));
  for (const Finding& finding : run_.findings) {
    Text text;
    text.rule = folded(finding.rule);
    text.verdict = name(finding.verdict);
    text.rest =
        folded(finding.id + ' ' + std::string(name(finding.state)) + ' ' + finding.title + ' ' + finding.message);
    for (const Evidence& evidence : finding.evidence) {
      if (!holds(text.paths, paths[evidence.document])) text.paths += paths[evidence.document] + '\n';
      if (evidence.document < run_.extractions.size())
        text.languages += run_.extractions[evidence.document].language + ' ';
      const std::string& all = run_.documents[evidence.document].text;
      Span span = clamp(evidence.sentence.contains(evidence.span) ? evidence.sentence : evidence.span, all);
      span.end = std::min(span.end, span.begin + kSentence);
      while (span.end < all.size() && (static_cast<unsigned char>(all[span.end]) & 0xC0U) == 0x80U) ++span.end;
      const auto [place, fresh] = known.try_emplace({evidence.document, span.begin, span.end}, sentences_.size());
      if (fresh) sentences_.push_back(folded(slice(all, span)));
      text.sentences.push_back(place->second);
    }
    texts_.push_back(std::move(text));
  }
}

bool Shelf::matches(const Text& text, std::string_view word, const std::vector<bool>& said) const {
  const auto within = [&](std::string_view field, const std::string& where) {
    return word.starts_with(field) && holds(where, word.substr(field.size()));
  };
  for (const auto& [field, where] : {std::pair<std::string_view, const std::string&>{"rule:", text.rule},
                                     {"verdict:", text.verdict},
                                     {"doc:", text.paths},
                                     {"lang:", text.languages}})
    if (word.starts_with(field)) return within(field, where);
  return holds(text.rule, word) || holds(text.verdict, word) || holds(text.paths, word) || holds(text.rest, word) ||
         std::any_of(text.sentences.begin(), text.sentences.end(), [&](std::uint32_t i) { return said[i]; });
}

std::vector<std::uint32_t> Shelf::pick(const Criteria& criteria) {
  std::vector<std::uint32_t> picked;
  for (std::uint32_t i = 0; i < run_.findings.size(); ++i) {
    const Finding& finding = run_.findings[i];
    if (belongs(finding, criteria.group) && (criteria.rule.empty() || finding.rule == criteria.rule))
      picked.push_back(i);
  }
  const std::vector<std::string> words = split(folded(criteria.words));
  if (!words.empty() && texts_.empty()) read();
  for (const std::string& word : words) {
    std::vector<bool> said(sentences_.size());
    for (std::size_t i = 0; i < said.size(); ++i) said[i] = holds(sentences_[i], word);
    std::erase_if(picked, [&](std::uint32_t i) { return !matches(texts_[i], word, said); });
  }
  const std::vector<Finding>& all = run_.findings;
  if (criteria.order == Order::confidence)
    std::stable_sort(picked.begin(), picked.end(),
                     [&](auto a, auto b) { return all[a].confidence > all[b].confidence; });
  if (criteria.order == Order::place)
    std::stable_sort(picked.begin(), picked.end(), [&](auto a, auto b) { return place_of(all[a]) < place_of(all[b]); });
  return picked;  // a run is in order of severity
}

}  // namespace mizan::report
