#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "judge/checks.hpp"

namespace mizan {

void check_records(const std::vector<DocumentView>& documents, const std::vector<Claim>& claims,
                   const std::vector<std::string>& claim_ids, const std::vector<std::uint32_t>& bucket,
                   const Frame& frame, std::vector<Finding>& findings) {
  struct Point {
    std::string value;
    std::vector<std::uint32_t> claims;
    bool record = false;
  };
  const auto usable = [&](const Claim& c) {
    return compared(c) && quantity(c) != nullptr && c.at && c.at->days && c.at->days->first && c.at->days->last;
  };
  // by the length of the period and then its begin: a year is held against years, a quarter against quarters
  std::map<std::pair<Grain, Day>, std::vector<Point>> points;
  std::map<std::tuple<Grain, Day, std::string>, std::size_t> place;  // of a value in its list
  for (const std::uint32_t c : bucket) {
    if (!usable(claims[c])) continue;
    const auto length = (*claims[c].at->days->last - *claims[c].at->days->first).count();
    if (claims[c].at->grain == Grain::month && length > 31) continue;  // nine months are no year
    const std::pair at{claims[c].at->grain, *claims[c].at->days->first};
    const std::string value = dump(claims[c].readings.front());
    auto& list = points[at];
    const auto [index, fresh] = place.emplace(std::tuple(at.first, at.second, value), list.size());
    if (fresh) list.push_back({value, {}, false});
    Point& point = list[index->second];
    point.claims.push_back(c);
    point.record = point.record || claims[c].record;
  }
  const auto hold = [&](const Point& record, const Point& other) {
    const Claim& a = claims[record.claims.front()];
    const Claim& b = claims[other.claims.front()];
    if (!same_unit(a, b)) return;
    const Quantity& late = *quantity(a);
    const Quantity& early = *quantity(b);
    if (!(late.low < early.low) || !range(early).first) return;  // "at most 30" is no figure to top
    const bool possible = meets(range(late), range(early)) || late.modifier == Modifier::approx;
    Finding f;
    // a record may be counted otherwise: sure only where one document says both, beyond all rounding
    const bool one_document = std::any_of(record.claims.begin(), record.claims.end(), [&](std::uint32_t x) {
      return std::any_of(other.claims.begin(), other.claims.end(),
                         [&](std::uint32_t y) { return claims[x].document == claims[y].document; });
    });
    const bool sure = !possible && one_document;
    f.verdict = sure ? Verdict::contradiction : Verdict::tension;
    f.level = sure ? Level::error : Level::warning;
    f.rule = "record";
    f.title = fmt::format(
        "{} ({}): record {} for {} is below {} for {}", frame.title,
        [&] {
          std::string text;
          for (const Slot& slot : a.key) text += (text.empty() ? "" : ", ") + slot.name + "=" + slot.value;
          return text;
        }(),
        record.value, a.at->value, other.value, b.at->value);
    f.message = other.record
                    ? fmt::format("Both are called a record, but the later one, {}, is lower than the earlier, {}",
                                  record.value, other.value)
                    : fmt::format("{} is called a record, but {} was reported for an earlier period", record.value,
                                  other.value);
    f.message += possible ? "; only rounding can save it." : ".";
    const auto add = [&](const Point& p, std::uint32_t side) {
      for (const std::uint32_t c : p.claims)
        f.evidence.push_back({claims[c].document, claims[c].span, claims[c].sentence, p.value, claim_ids[c], side});
    };
    add(record, 0);
    add(other, 1);
    f.reason = {{"record", record.value + " for " + a.at->value},
                {"earlier", other.value + " for " + b.at->value},
                {"interval A", dump(range(late))},
                {"interval B", dump(range(early))}};
    f.confidence = std::min(a.confidence, b.confidence);
    seal(f, documents);
    findings.push_back(std::move(f));
  };

  if (place.size() <= kCrowdInTime) {
    for (const auto& [at, list] : points)
      for (const Point& record : list) {
        if (!record.record) continue;
        for (const auto& [other_at, others] : points) {
          if (other_at.first != at.first || !(other_at.second < at.second))
            continue;  // an earlier period of the same kind
          for (const Point& other : others) hold(record, other);
        }
      }
    return;
  }
  // of a crowd a record is only held against the highest figure before it
  std::map<std::pair<Grain, std::string>, const Point*> highest;
  for (const auto& [at, list] : points) {
    const auto before = [&, grain = at.first](const Point& p) -> const Point*& {
      const Quantity& q = *quantity(claims[p.claims.front()]);
      return highest[{grain, q.dimension == Dimension::count ? "" : q.unit}];
    };
    for (const Point& p : list)
      if (const Point* top = before(p); p.record && top != nullptr)
        hold(p, {top->value, {top->claims.front()}, top->record});
    for (const Point& p : list) {
      const Quantity& q = *quantity(claims[p.claims.front()]);
      const Point*& top = before(p);
      if (range(q).first && (top == nullptr || quantity(claims[top->claims.front()])->low < q.low)) top = &p;
    }
  }
}

}  // namespace mizan
