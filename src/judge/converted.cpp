// One sum of money that several documents convert to another currency.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "judge/arithmetic.hpp"
#include "judge/checks.hpp"

namespace mizan {

std::optional<std::string> converted_sum(const DocumentView& document, const Computation& c) {
  if (c.kind != Computation::Kind::rate) return std::nullopt;
  const auto figure = [&](std::size_t i) {
    return std::get<Quantity>((*document.mentions)[c.operands[i]].readings.front());
  };
  const Quantity q = figure(0), r = figure(1);
  if (q.low.stripped().coefficient() < 10) return std::nullopt;
  return q.unit + "/" + r.unit + " " + dump(q.low.stripped());
}

void check_converted(const std::vector<DocumentView>& documents, std::vector<Finding>& findings) {
  struct Converted {
    std::uint32_t document, sum, converted;
  };
  std::map<std::string, std::vector<Converted>> sums;
  for (std::uint32_t d = 0; d < documents.size(); ++d) {
    if (documents[d].computations == nullptr) continue;
    for (const Computation& c : *documents[d].computations) {
      if (const auto key = converted_sum(documents[d], c)) sums[*key].push_back({d, c.operands[0], c.operands[1]});
    }
  }
  for (const auto& [key, places] : sums) {
    const Converted& a = places.front();
    const auto amount_at = [&](const Converted& p) {
      return std::get<Quantity>((*documents[p.document].mentions)[p.converted].readings.front());
    };
    for (const Converted& b : places) {
      if (b.document == a.document) continue;
      const Quantity x = amount_at(a), y = amount_at(b);
      const auto low = multiply(std::min(x.low, y.low), Decimal(115, -2));
      if (!low || !(*low < std::max(x.low, y.low)) || meets(loose_range(x), loose_range(y))) continue;
      Finding f;
      f.verdict = Verdict::tension;
      f.level = Level::warning;
      f.rule = "rate";
      f.title = fmt::format("{} is {} here and {} there", key, dump(x.low), dump(y.low));
      f.message = "One sum is converted to two very different amounts.";
      f.reason = {{"sum", key}, {"interval A", dump(range(x))}, {"interval B", dump(range(y))}};
      f.confidence = 0.6;
      std::uint32_t side = 0;
      for (const Converted* p : {&a, &b}) {
        f.evidence.push_back(evidence(documents, {p->document, p->converted}, side));
        f.evidence.push_back(evidence(documents, {p->document, p->sum}, side++));
      }
      seal(f, documents);
      findings.push_back(std::move(f));
      break;
    }
  }
}

}  // namespace mizan
