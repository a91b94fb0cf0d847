// A figure in two units or currencies: "1,480-kilometre (920-mile)", "62 trillion rials, or 75 million dollars".
#include <algorithm>

#include "claim/reckoning.hpp"

namespace mizan {
namespace {

constexpr int kOfWhat = 3;                  // "2.4 tonnes OF THE DRUG, that is, 2,400 kilos"
constexpr std::string_view kRials = "IRR";  // which have two names: rials and tomans

std::vector<const Conversion*> of(const Knowledge& knowledge, const std::string& unit) {
  std::vector<const Conversion*> result;
  for (const Conversion& c : knowledge.conversions())
    if (c.unit == unit) result.push_back(&c);
  return result;
}

std::vector<std::pair<Computation::Scale, Computation::Scale>> scales(const Knowledge& knowledge, const std::string& a,
                                                                      const std::string& b) {
  std::vector<std::pair<Computation::Scale, Computation::Scale>> result;
  for (const Conversion* x : of(knowledge, a))
    for (const Conversion* y : of(knowledge, b)) {
      if (x->kind != y->kind) continue;
      for (const Decimal& f : x->factors)
        for (const Decimal& g : y->factors) {
          result.push_back({{f, x->offset}, {g, y->offset}});
          // "1.8C (3.2F) warmer": a difference has no offset
          if (!x->offset.is_zero() || !y->offset.is_zero()) result.push_back({{f, {}}, {g, {}}});
        }
    }
  return result;
}

/// "6 feet 4 inches (193 cm)", "50 x 25 m (164 x 82 ft)", "from 10 to 60 km (37 miles)": not one figure alone.
bool composed(const Reckoning& r, std::uint32_t a, std::uint32_t b) {
  const auto near = [&](std::uint32_t i, std::uint32_t j) {
    if (r.mention(i).sentence != r.mention(j).sentence) return false;
    const Quantity* p = r.quantity(i);
    const Quantity* q = r.quantity(j);
    if (p == nullptr || q == nullptr) return false;
    const Between gap = r.between(r.mention(i).span.end, r.mention(j).span.begin);
    if (gap.words > 1 || gap.stop || gap.open) return false;
    return p->dimension == q->dimension || p->dimension == Dimension::none || q->dimension == Dimension::none;
  };
  return (a > 0 && near(a - 1, a)) || (b + 1 < r.size() && near(b, b + 1));
}

}  // namespace

void find_conversions(const Reckoning& r, std::vector<Computation>& out) {
  for (std::uint32_t m = 0; m + 1 < r.size(); ++m) {
    if (r.mention(m).sentence != r.mention(m + 1).sentence) continue;
    const Quantity* a = r.quantity(m);
    const Quantity* b = r.quantity(m + 1);
    if (a == nullptr || b == nullptr || a->dimension != b->dimension) continue;
    if (a->low.is_zero() || b->low.is_zero()) continue;
    const bool parts = a->unit == b->unit;
    if (parts && a->unit != kRials) continue;
    Computation c;
    c.operands = {m, m + 1};
    if (a->dimension == Dimension::measure) {
      c.kind = Computation::Kind::conversion;
      c.scales = scales(r.knowledge(), a->unit, b->unit);
      if (c.scales.empty()) continue;
    } else if (parts) {  // "400 thousand tomans (4 million rials)"
      if (r.level(m) == nullptr || r.level(m + 1) == nullptr || b->modifier != Modifier::exact) continue;
      const Span second = r.mention(m + 1).span;
      if (!r.between(r.mention(m).span.end, second.begin).open || !r.between(second.end, second.end + 1).close)
        continue;
      c.kind = Computation::Kind::conversion;
      c.scales = {{{Decimal(1, 0), {}}, {Decimal(1, 0), {}}}};
    } else if (a->dimension == Dimension::money) {
      c.kind = Computation::Kind::rate;
      if (r.level(m) == nullptr || r.level(m + 1) == nullptr) continue;
    } else {
      continue;
    }
    if (r.restated(m, m + 1, c.kind == Computation::Kind::conversion ? kOfWhat : 0) && !composed(r, m, m + 1))
      out.push_back(std::move(c));
  }
}

}  // namespace mizan
