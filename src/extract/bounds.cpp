#include "extract/bounds.hpp"

#include <algorithm>

#include "extract/unit.hpp"

namespace mizan {
namespace {

/// Does the word for a bound that stands between two tokens belong to a figure behind it?
bool opens_figure(const Tokens& t, std::uint32_t begin, std::uint32_t end) {
  constexpr Kinds figures = kNumeralStart | kinds(LabelKind::currency_prefix);
  const auto joined = [&](std::uint32_t at) {  // "60 'ala l-aqall WA-'ASHARAT", and tens of others
    const auto tag = t.tags.begin() + t.tokens[at].first_tag;
    return std::any_of(tag, tag + t.tokens[at].tag_count, [](const Tag& g) { return g.label.clitic > 0; });
  };
  if (const Tag* of = t.find(end, LabelKind::conn_of); of != nullptr && t.has_any(of->end, figures)) return true;
  for (std::uint32_t i = begin; i < end; ++i)
    if (const Tag* before = t.find(i, LabelKind::modifier_before);
        before != nullptr && before->end >= end && t.has_any(before->end, figures) && !joined(before->end))
      return true;
  return false;
}

}  // namespace

std::optional<Match<Modifier>> bound_behind(const Tokens& t, std::uint32_t first, std::uint32_t end) {
  if (end >= t.size()) return std::nullopt;
  if (const Tag* after = t.find(end, LabelKind::modifier_after)) {
    if (opens_figure(t, end, after->end)) return std::nullopt;
    return Match<Modifier>{static_cast<Modifier>(after->label.extra), after->end};
  }
  // "3 junud sahayina 'ALA AL-AQALL", 3 soldiers of the enemy at least: behind what the noun is said to be
  if (!t.about->adjective_first && end > first + 1 && is_quiet(t, end))
    if (const Tag* after = t.find(end + 1, LabelKind::modifier_after);
        after != nullptr && after->end > end + 2 && !opens_figure(t, end + 1, after->end))
      return Match<Modifier>{static_cast<Modifier>(after->label.extra), after->end};
  // "az 3 darsad KAMTAR"; "az 3 darsad kamtar AZ 5 darsad" opens another figure
  const auto& around = t.about->around;
  if (around.empty() || !t.follows(first, LabelKind::conn_from) || opens_figure(t, end, end + 1)) return std::nullopt;
  const auto word = std::find_if(around.begin(), around.end(), [&](const auto& w) { return w.first == t.word(end); });
  if (word == around.end()) return std::nullopt;
  return Match<Modifier>{word->second, end + 1};
}

std::uint32_t behind_bounded(const Tokens& t, std::uint32_t at) {
  constexpr std::size_t kOwner = 4;  // bytes of "his" or "their", written on the noun
  constexpr Kinds figures =
      kNumeralStart | kinds(LabelKind::currency_prefix, LabelKind::dual, LabelKind::article, LabelKind::fraction,
                            LabelKind::duration, LabelKind::time_unit, LabelKind::modifier_before);
  const auto& nouns = t.about->bounded;
  if (nouns.empty() || at + 1 >= t.size() || !t.has_any(at + 1, figures)) return at;
  if (at > 0 && t.about->is_stop(t.word(at - 1))) return at;  // "la taqill 'an SHA'BIHA 4 marrat"
  const std::string_view word = t.word(at);
  const bool owned = std::any_of(nouns.begin(), nouns.end(), [&](const std::string& noun) {
    return word.size() > noun.size() && word.size() <= noun.size() + kOwner && word.starts_with(noun);
  });
  return owned ? at + 1 : at;
}

void turn_below_zero(const Tokens& t, Match<QuantityMatch>& match) {
  const Tag* below = t.find(match.end, LabelKind::minus);
  if (below == nullptr) return;
  Quantity& first = match.value.readings.front();
  if (first.dimension == Dimension::none && below->end > match.end + 1 && match.value.readings.size() == 1) {
    first.dimension = Dimension::measure;
    first.unit = "Cel";
  }
  if (first.unit != "Cel" && first.unit != "deg" && first.unit != "[degF]") return;
  for (Quantity& reading : match.value.readings) {
    const Decimal low = reading.low;
    if (low < Decimal(0, 0)) return;
    reading.low = reading.high.negated();
    reading.high = low.negated();
  }
  match.value.last = match.end = below->end;
}

}  // namespace mizan
