#include "extract/countries.hpp"

#include <algorithm>

namespace mizan {

void count_countries(const Tokens& t, CountryCounts& counts) {
  for (std::uint32_t i = 0; i < t.size(); ++i)
    if (const Tag* name = t.find(i, LabelKind::name)) {
      const Entity& entity = t.knowledge->entities()[static_cast<std::size_t>(name->label.value)];
      counts.add(entity.country);
    }
}

void count_locals(const Tokens& t, CountryCounts& counts) {
  for (const Tag& tag : t.tags)
    if (tag.label.kind == LabelKind::local) {
      const char code[] = {static_cast<char>(tag.label.extra), static_cast<char>(tag.label.value)};
      counts.add({code, sizeof code});
    }
}

bool choose_currency(std::vector<Quantity>& readings, const CountryCounts& counts) {
  if (readings.size() < 2 || readings[0].dimension != Dimension::money || readings[0].unit == "USD") return false;
  const auto named = [&](const Quantity& q) { return counts.of(std::string_view(q.unit).substr(0, 2)); };
  if (named(readings[0]) != 0) return true;
  const auto best = std::max_element(readings.begin(), readings.end(),
                                     [&](const Quantity& a, const Quantity& b) { return named(a) < named(b); });
  if (named(*best) == 0) return false;
  if (best->low == readings[0].low) std::swap(*best, readings[0]);
  return true;
}

bool is_open_money(const RawMention& raw) {
  return is_money(raw) && std::get<std::vector<Quantity>>(raw.what).size() > 1;
}

}  // namespace mizan
