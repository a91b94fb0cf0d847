#include "extract/smaller_unit.hpp"

namespace mizan {
namespace {

/// The token behind the comma or "and" at a token, if there is one.
std::uint32_t behind_joiner(const Tokens& t, std::uint32_t at) {
  if (t.is_sign(at, ',')) ++at;
  if (const Tag* joiner = t.find(at, LabelKind::joiner)) return joiner->end;
  if (const Tag* both = t.find(at, LabelKind::conn_and)) return both->end;
  return at;
}

/// "[and] 40 cents".
std::optional<Match<Decimal>> cents_at(const Tokens& t, std::uint32_t at) {
  const bool comma = t.is_sign(at, ',');
  at = behind_joiner(t, at);
  const auto count = parse_numeral(t, at);
  const auto whole = count ? count->value.value().to_integer() : std::nullopt;
  const Tag* minor = whole ? t.find(count->end, LabelKind::minor) : nullptr;
  if (minor != nullptr && minor->label.value == 12) minor = nullptr;
  const bool ends = count && (count->end >= t.size() || t.tokens[count->end].kind == TokenKind::sign);
  if (whole && minor == nullptr && ends && !t.has(count->end, LabelKind::currency) && !comma && *whole >= 10 &&
      *whole < 100)  // "it costs 15 dollars 50."
    return Match<Decimal>{Decimal(*whole, -2), count->end};
  if (minor == nullptr || *whole < 0 || *whole >= (minor->label.value == 2 ? 100 : 1000)) return std::nullopt;
  return Match<Decimal>{Decimal(*whole, -static_cast<int>(minor->label.value)), minor->end};
}

/// "775 alf dinar WA-451 DINAR": below the thousands of a sum, with the currency said again.
std::optional<Match<Decimal>> below_thousands(const Tokens& t, std::uint32_t at,
                                              const std::vector<std::string>& codes) {
  const std::uint32_t next = behind_joiner(t, at);
  const auto count = next > at && !t.is_sign(at, ',') ? parse_numeral(t, next) : std::nullopt;
  const auto whole = count && count->value.last_scale() == 0 ? count->value.value().to_integer() : std::nullopt;
  const Tag* money = whole && *whole > 0 && *whole < 1000 ? t.find(count->end, LabelKind::currency) : nullptr;
  if (money == nullptr) return std::nullopt;
  const Currency& again = t.knowledge->currencies()[static_cast<std::size_t>(money->label.value)];
  if (again.codes != codes || again.factor_power != 0) return std::nullopt;
  return Match<Decimal>{Decimal(*whole, 0), money->end};
}

}  // namespace

std::optional<Match<Decimal>> rest_of_money(const Tokens& t, std::uint32_t at, const std::vector<std::string>& codes,
                                            const Numeral& amount) {
  constexpr int kThousands = 3;
  if (!amount.value().is_integer()) return std::nullopt;
  auto cents = cents_at(t, at);
  if (cents || amount.last_scale() != kThousands || !t.about->right_to_left) return cents;
  return below_thousands(t, at, codes);
}

std::optional<Match<Decimal>> smaller_at(const Tokens& t, std::uint32_t at, std::string_view larger) {
  struct Pair {
    std::string_view large, small;
    std::int64_t ratio;
  };
  static constexpr Pair pairs[] = {{"[ft_i]", "[in_i]", 12},
                                   {"[lb_av]", "[oz_av]", 16},
                                   {"m", "cm", 100},
                                   {"km", "m", 1000},
                                   {"kg", "g", 1000},
                                   {"t", "kg", 1000},
                                   {"[stone_av]", "[lb_av]", 14},
                                   {"[mi_i]", "[fur_us]", 8}};
  const auto glued = [&](std::uint32_t i) { return t.is_sign(i, '-') && !t.tokens[i].space_before; };
  if (const Figure* inches = t.figure(at + 1); inches != nullptr && larger == "[ft_i]" && at >= 2 && glued(at - 2) &&
                                               glued(at) && !t.tokens[at + 1].space_before && inches->plain &&
                                               inches->pieces[0] >= 1 && inches->pieces[0] < 12)  // "6-foot-9"
    return Match<Decimal>{Decimal(std::int64_t{inches->pieces[0]} * 1000000000000 / 12, -12), at + 2};
  const bool joined = t.has_any(at, kinds(LabelKind::joiner, LabelKind::conn_and));
  at = behind_joiner(t, at);
  const auto count = parse_numeral(t, at);
  if (!count || !count->value.value().is_integer()) return std::nullopt;
  const auto whole = count->value.value().to_integer();
  // "5 ft 2 in": a word that is an inch only here
  if (const Tag* inch = t.find(count->end, LabelKind::minor);
      inch != nullptr && inch->label.value == 12 && larger == "[ft_i]" && whole && *whole >= 1 && *whole < 12)
    return Match<Decimal>{Decimal(*whole * 1000000000000 / 12, -12), inch->end};
  const Tag* unit = t.find(count->end, LabelKind::measure);
  // "yek metr o haftad": a metre seventy, where nothing is counted behind
  const bool ends = count->end >= t.size() || t.tokens[count->end].kind == TokenKind::sign ||
                    (t.about->is_stop(t.word(count->end)) && !t.has_any(count->end, kNumeralStart));
  if (larger == "m" && joined && unit == nullptr && ends && whole && *whole >= 10 && *whole < 100 &&
      !t.has_any(count->end, kinds(LabelKind::percent, LabelKind::modifier_after)))
    return Match<Decimal>{Decimal(*whole, -2), count->end};
  if (!whole || unit == nullptr) return std::nullopt;
  const Measure& small = t.knowledge->measures()[static_cast<std::size_t>(unit->label.value)];
  for (const Pair& pair : pairs) {
    if (pair.large != larger || pair.small != small.unit || small.factor_power != 0) continue;
    if (*whole < 1 || *whole >= pair.ratio) return std::nullopt;
    // "1 t and 450 kg and 800 g"
    if (const auto rest = pair.ratio == 1000 ? smaller_at(t, unit->end, small.unit) : std::nullopt)
      if (const auto parts = add(Decimal(*whole, 0), rest->value)) return Match<Decimal>{parts->scaled(-3), rest->end};
    if (const auto exact = exact_fraction({*whole, pair.ratio})) return Match<Decimal>{*exact, unit->end};
    return Match<Decimal>{Decimal(*whole * 1000000000000 / pair.ratio, -12), unit->end};
  }
  return std::nullopt;
}

}  // namespace mizan
