// An anniversary and the year it counts from: "the 70th anniversary of the university, founded in 1953".
#include <algorithm>

#include "claim/reckoning.hpp"

namespace mizan {
namespace {

constexpr int kNear = 4;  // words between the ordinal and "anniversary", "founded" and its year
constexpr int kFar = 15;  // years by which a wrong one may be out: more is another event

std::optional<int> year_of(const Reckoning& r, std::uint32_t m) {
  const Time* t = r.time(m);
  if (t == nullptr || t->type != TimeType::date || t->relative || t->mod != TimeMod::none) return std::nullopt;
  if (r.mention(m).readings.size() != 1 || !t->days || !t->days->first || !t->days->last) return std::nullopt;
  if (t->grain != Grain::year && t->grain != Grain::month && t->grain != Grain::day) return std::nullopt;
  if (t->calendar != Calendar::gregorian || (*t->days->last - *t->days->first).count() > 366) return std::nullopt;
  return static_cast<int>(std::chrono::year_month_day(*t->days->first).year());
}

}  // namespace

void find_anniversaries(const Reckoning& r, std::vector<Computation>& out) {
  for (std::uint32_t s = 0; s < r.sentences().size(); ++s) {
    const auto& mentions = r.sentences()[s].mentions;
    if (r.words(s, Computing::anniversary).empty()) continue;
    std::optional<std::uint32_t> which;
    std::vector<std::uint32_t> years;
    bool single = true;
    for (const std::uint32_t m : mentions) {
      if (std::holds_alternative<Ordinal>(r.mention(m).readings.front())) {
        const Span span = r.mention(m).span;
        if (r.before(s, span, Computing::anniversary, 1) == nullptr &&
            r.behind(s, span, Computing::anniversary, 1) == nullptr)
          continue;
        single = single && !which;
        which = m;
      } else if (year_of(r, m)) {
        years.push_back(m);
      }
    }
    if (!which || !single || years.empty()) continue;
    const auto rank = std::get<Ordinal>(r.mention(*which).readings.front()).value;
    // the year of the event is the one that "founded" names
    std::optional<std::uint32_t> begun;
    int best = kNear + 1;
    for (const Cue& cue : r.words(s, Computing::founded))
      for (const std::uint32_t m : years) {
        const Between gap = r.between(cue.span, r.mention(m).span);
        if (gap.words >= best || gap.stop || gap.comma) continue;
        best = gap.words;
        begun = m;
      }
    if (!begun || years.size() > 2) continue;
    Computation c;
    c.kind = Computation::Kind::anniversary;
    c.operands = {*which, *begun};
    for (const std::uint32_t m : years)
      if (m != *begun) c.operands.push_back(m);
    if (c.operands.size() == 3) {
      const auto out_by = *year_of(r, *begun) + rank - *year_of(r, c.operands[2]);
      if (out_by > kFar || out_by < -kFar) continue;
    }
    out.push_back(std::move(c));
  }
}

}  // namespace mizan
