// A length of time and the dates it lies between: "18 years, from 1987 to 2011"; an age and a birth: "born in 1948,
// died on 8 March 2024, aged 81".
#include <algorithm>

#include "claim/reckoning.hpp"

namespace mizan {
namespace {

constexpr int kBorn = 4;                               // words between "born" and the year
constexpr int kBeside = 6;                             // between a length and its period
constexpr int kYear = 365, kTwoYears = 2 * kYear + 2;  // days
constexpr int kFar = 15;                               // years by which a wrong one may be out: more is of someone else
constexpr std::string_view kYears = "a";               // UCUM
constexpr std::string_view kDied = "died", kNaturalDeath = "death-natural", kKilled = "killed";  // topics

bool is_dated(const Reckoning& r, std::uint32_t m) {
  const Time* t = r.time(m);
  return t != nullptr && t->type == TimeType::date && t->mod == TimeMod::none && r.mention(m).readings.size() == 1 &&
         t->days && t->days->first && t->days->last;
}

/// A day, a month or a year that the text names in full.
bool is_date(const Reckoning& r, std::uint32_t m) {
  return is_dated(r, m) && (*r.time(m)->days->last - *r.time(m)->days->first).count() < 367;
}

/// A whole number of years: an age, or a length of time.
std::optional<int> years_of(const Reckoning& r, std::uint32_t m) {
  if (const Quantity* q = r.quantity(m)) {
    if (q->unit != kYears || q->modifier != Modifier::exact) return std::nullopt;
    const auto n = q->low.to_integer();
    return n && *n > 0 ? std::optional(static_cast<int>(*n)) : std::nullopt;
  }
  const Time* t = r.time(m);
  return t != nullptr && t->value.ends_with('Y') ? r.whole_length(m) : std::nullopt;
}

int year_of(Day day) { return static_cast<int>(std::chrono::year_month_day(day).year()); }

class Years {
 public:
  Years(const Reckoning& r, std::vector<Computation>& out) : r_(r), out_(out) {}

  void run() {
    for (std::uint32_t s = 0; s < r_.sentences().size(); ++s) {
      spans(s);
      if (r_.has(s, Computing::born)) ages(s);
    }
  }

 private:
  void put(std::vector<std::uint32_t> operands) {
    Computation c;
    c.kind = Computation::Kind::years;
    c.operands = std::move(operands);
    c.times = *years_of(r_, c.operands.front());
    out_.push_back(std::move(c));
  }

  /// "for 18 years, from 1987 to 2011"
  void spans(std::uint32_t s) {
    const auto& mentions = r_.sentences()[s].mentions;
    for (std::size_t i = 0; i + 1 < mentions.size(); ++i)
      for (const auto& [length, period] :
           {std::pair{mentions[i], mentions[i + 1]}, std::pair{mentions[i + 1], mentions[i]}}) {
        const auto years = years_of(r_, length);
        if (!years || r_.time(length) == nullptr || !is_dated(r_, period)) continue;
        const auto days = (*r_.time(period)->days->last - *r_.time(period)->days->first).count();
        if (r_.time(period)->value.find('/') == std::string::npos || days < kTwoYears) continue;
        const Between gap = r_.between(r_.mention(length).span, r_.mention(period).span);
        if (gap.words > kBeside || gap.stop || gap.open) continue;
        const int due = static_cast<int>(days / kYear);
        if (std::abs(due - *years) <= kFar) put({length, period});
      }
  }

  /// "was born in 1948 ... died on 8 March 2024 ... He was 81"
  void ages(std::uint32_t s) {
    std::optional<std::uint32_t> birth, age, date;
    int births = 0;
    for (const Cue& cue : r_.words(s, Computing::born)) {
      ++births;
      for (const std::uint32_t m : r_.sentences()[s].mentions) {
        const Between gap = r_.between(cue.span, r_.mention(m).span);
        if (is_date(r_, m) && gap.words <= kBorn && !gap.stop && !(birth && *birth != m && gap.words > 0)) birth = m;
      }
    }
    if (!birth || births != 1) return;
    const std::uint32_t paragraph = r_.sentences()[s].paragraph;
    for (std::uint32_t m = 0; m < r_.size(); ++m) {
      const std::uint32_t home = r_.mention(m).sentence;
      if (m == *birth || home + 1 < s || home > s + 1 || r_.sentences()[home].paragraph != paragraph) continue;
      const Quantity* q = r_.quantity(m);
      const bool aged = (q != nullptr && q->unit == kYears) || r_.mention(m).path == "quantity.range.measure";
      if (aged && years_of(r_, m)) {
        if (age) return;  // of two people
        age = m;
      } else if (is_date(r_, m) && *r_.time(m)->days->last > *r_.time(*birth)->days->last) {
        if (date && year_of(*r_.time(*date)->days->first) != year_of(*r_.time(m)->days->first)) return;
        if (!date) date = m;
      }
    }
    if (!age || !date || !dies(s)) return;
    const int due = year_of(*r_.time(*date)->days->first) - year_of(*r_.time(*birth)->days->first);
    if (due > 5 && std::abs(due - *years_of(r_, *age)) <= kFar) put({*age, *birth, *date});
  }

  /// An obituary speaks of one person; else the age beside a birth may be anybody's.
  bool dies(std::uint32_t s) const {
    const auto& topics = r_.knowledge().topics();
    for (std::uint32_t i = s > 0 ? s - 1 : 0; i < r_.sentences().size() && i <= s + 1; ++i)
      for (const Word& word : r_.sentences()[i].words)
        if (word.kind == Word::Kind::topic &&
            (topics[word.index].id == kDied || topics[word.index].id == kNaturalDeath ||
             topics[word.index].id == kKilled))
          return true;
    return false;
  }

  const Reckoning& r_;
  std::vector<Computation>& out_;
};

}  // namespace

void find_years(const Reckoning& r, std::vector<Computation>& out) { Years(r, out).run(); }

}  // namespace mizan
