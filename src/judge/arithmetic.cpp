#include "judge/arithmetic.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "judge/checks.hpp"
#include "judge/intervals.hpp"

namespace mizan {
namespace {

using Kind = Computation::Kind;

constexpr double kMissed = 4;  // percent by which a change of the wrong level is off, or it may be chance

enum class Fit { strict, loose, none };

/// How the ends of a computed interval stand to what is stated; apart says how far they are, as a part of the stated.
struct Measured {
  Fit fit = Fit::none;
  double computed = 0;  // for the reason only
};

std::string short_number(double value) {
  if (std::abs(value) >= 1e15) return fmt::format("{:.4g}", value);
  const double rounded = std::abs(value) >= 100 ? std::round(value * 100) / 100 : value;
  std::string text = std::abs(value) >= 100 ? fmt::format("{:.2f}", rounded) : fmt::format("{:.4g}", value);
  if (text.find('.') != std::string::npos && text.find('e') == std::string::npos) {
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
  }
  return text;
}

class Arithmetic {
 public:
  Arithmetic(const std::vector<DocumentView>& documents, std::vector<Finding>& findings)
      : documents_(documents), findings_(findings) {}

  void run() {
    for (document_ = 0; document_ < documents_.size(); ++document_) {
      const auto* list = documents_[document_].computations;
      if (list == nullptr) continue;
      for (const Computation& c : *list) check(c);
      rates(*list);
    }
  }

 private:
  const Mention& mention(std::uint32_t m) const { return (*documents_[document_].mentions)[m]; }
  const Quantity* quantity(std::uint32_t m) const { return std::get_if<Quantity>(&mention(m).readings.front()); }

  void check(const Computation& c) {
    switch (c.kind) {
      case Kind::sum:
        return sum(c);
      case Kind::change:
        return change(c);
      case Kind::share:
        return share(c);
      case Kind::product:
        return product(c);
      case Kind::conversion:
        return conversion(c);
      case Kind::anniversary:
        return anniversary(c);
      case Kind::list:
        return list(c);
      case Kind::years:
        return years(c);
      case Kind::rate:
        return;  // told together, below
    }
  }

  /// The readings of an operand that count: an ambiguous notation keeps all of them.
  template <class F>
  void each_reading(std::uint32_t m, F use) const {
    for (const Reading& r : mention(m).readings)
      if (const auto* q = std::get_if<Quantity>(&r)) use(*q);
  }

  void emit(const Computation& c, Verdict verdict, std::string title, std::string message, std::string computed,
            double confidence = 0.9) {
    Finding f;
    f.verdict = verdict;
    f.level = verdict == Verdict::contradiction ? Level::error
              : verdict == Verdict::tension     ? Level::warning
                                                : Level::none;
    f.rule = std::string(name(c.kind));
    f.title = std::move(title);
    f.message = std::move(message);
    f.reason = {{"computed", std::move(computed)}};
    std::uint32_t side = 0;
    for (std::size_t i = 0; i < c.operands.size(); ++i) {
      const std::uint32_t m = c.operands[i];
      if (i > 0 && m == c.operands[i - 1]) continue;
      f.evidence.push_back(evidence(documents_, {document_, m}, verdict == Verdict::verified ? 0 : side));
      if (const Quantity* q = quantity(m)) f.reason.emplace_back("interval " + dump(*q), dump(mizan::range(*q)));
      side = 1;
    }
    f.confidence = confidence;
    seal(f, documents_);
    findings_.push_back(std::move(f));
  }

  /// Verified, in tension, or a contradiction.
  void tell(const Computation& c, Fit fit, const std::string& equation, const std::string& said,
            std::string_view message, bool loose_is_fine = true) {
    if (fit == Fit::strict) return emit(c, Verdict::verified, equation, "The figures fit each other.", equation, 0.9);
    if (fit == Fit::loose) {
      if (loose_is_fine) return;
      return emit(c, Verdict::tension, fmt::format("{}, not {}", equation, said),
                  fmt::format("{}; only rounding can save it", message), equation, 0.6);
    }
    emit(c, Verdict::contradiction, fmt::format("{}, not {}", equation, said), fmt::format("{}.", message), equation);
  }

  static std::string amount(const Quantity& q) { return dump(q.low); }

  // ------------------------------------------------------------------------------------------------------- sum

  void sum(const Computation& c) {
    if (c.times != 0) return hundred(c);
    const Quantity* total = quantity(c.operands.front());
    if (total == nullptr) return;
    Range strict = point(Decimal(0, 0)), loose = strict;
    double value = 0;
    std::string terms;
    for (std::size_t i = 1; i < c.operands.size(); ++i) {
      const Quantity* q = quantity(c.operands[i]);
      if (q == nullptr) return;
      strict = plus(strict, range(*q));
      loose = plus(loose, loose_range(*q));
      value += q->low.approximate();
      terms += (i > 1 ? " + " : "") + amount(*q);
    }
    const auto fits = [&](Range stated, Range parts) {
      if (!c.complete) stated.first.reset();
      if (!c.complete) return !(stated.last && parts.first && *stated.last < *parts.first);
      return meets(stated, parts);
    };
    Fit fit = Fit::none;
    each_reading(c.operands.front(), [&](const Quantity& q) {
      if (fits(range(q), strict))
        fit = Fit::strict;
      else if (fit == Fit::none && fits(loose_range(q), loose))
        fit = Fit::loose;
    });
    if (fit == Fit::strict && !c.complete && !meets(range(*total), strict)) return;  // some are left unnamed
    tell(c, fit, fmt::format("{} = {}", terms, short_number(value)), amount(*total),
         c.complete ? "The parts do not make the total" : "The parts are more than the whole");
  }

  /// Shares that are said to be all.
  void hundred(const Computation& c) {
    Range sum = point(Decimal(0, 0));
    double value = 0;
    std::string terms;
    for (const std::uint32_t m : c.operands) {
      const Quantity* q = quantity(m);
      if (q == nullptr) return;
      sum = plus(sum, range(*q));
      value += q->low.approximate();
      terms += (terms.empty() ? "" : " + ") + amount(*q);
    }
    const Decimal all(c.times, 0);
    const Fit fit = meets(sum, point(all))                                                          ? Fit::strict
                    : std::abs(value - c.times) <= 1.0 + static_cast<double>(c.operands.size()) / 2 ? Fit::loose
                                                                                                    : Fit::none;
    tell(c, fit, fmt::format("{} = {} %", terms, short_number(value)), fmt::format("{} %", c.times),
         "The parts do not make the total");
  }

  // ---------------------------------------------------------------------------------------------------- change

  void change(const Computation& c) {
    const Quantity* a = quantity(c.operands[0]);
    const Quantity* b = quantity(c.operands[1]);
    if (a == nullptr || b == nullptr || a->low.is_zero() || b->low.is_zero()) return;
    Quantity earlier = *b, later = *a;
    if (c.operands[0] == c.operands[1]) {  // "from 1,700 to 2,400" is one mention
      earlier.modifier = later.modifier = Modifier::exact;
      earlier.high = earlier.low;
      later.low = later.high;
      a = &later;
      b = &earlier;
    }
    if (!positive(range(*a)) || !positive(range(*b))) return;
    const double x = a->low.approximate(), y = b->low.approximate();
    if (c.times != 0) {
      const auto fits = [&](const Range& p, const Range& q, const Range& factor) {
        return meets(times(p, factor), q) || meets(times(q, factor), p);
      };
      // "doubled" is said of anything near twice
      const Decimal n(c.times, 0);
      const Range about{add(n, Decimal(-35, -2)), add(n, Decimal(8, -1))};
      const bool near = fits(range(*a), range(*b), about);
      tell(c, near ? Fit::strict : Fit::none,
           fmt::format("{} / {} = {}", amount(x > y ? *a : *b), amount(x > y ? *b : *a),
                       short_number(std::max(x, y) / std::min(x, y))),
           fmt::format("{}", c.times), "The two levels are not that many times each other");
      return;
    }
    const Quantity* p = quantity(c.operands[2]);
    if (p == nullptr) return;
    if (p->dimension == Dimension::percentage_point) {
      const auto fits = [&](const Range& u, const Range& v, const Range& points) {
        return meets(plus(u, points), v) || meets(plus(v, points), u);
      };
      const Fit fit = fits(range(*a), range(*b), range(*p))                     ? Fit::strict
                      : fits(loose_range(*a), loose_range(*b), loose_range(*p)) ? Fit::loose
                                                                                : Fit::none;
      tell(c, fit,
           fmt::format("{} - {} = {}", amount(x > y ? *a : *b), amount(x > y ? *b : *a), short_number(std::abs(x - y))),
           amount(*p), "The two percentages are not that many points apart");
      return;
    }
    const auto fits = [&](const Range& u, const Range& v, const Range& percent) {
      const auto moved = [](const Range& level, const Range& by, bool up) {
        const Decimal hundred(100, 0);
        const auto factor = [&](const std::optional<Decimal>& f) -> std::optional<Decimal> {
          if (!f) return std::nullopt;
          const auto whole = add(hundred, up ? *f : f->negated());
          return whole ? std::optional(whole->scaled(-2)) : std::nullopt;
        };
        const Range factors = up ? Range{factor(by.first), factor(by.last)} : Range{factor(by.last), factor(by.first)};
        return times(level, factors);
      };
      const bool below = percent.last && !(Decimal(100, 0) < *percent.last);
      const auto from = [&](const Range& before, const Range& now) {
        return meets(moved(before, percent, true), now) || (below && meets(moved(before, percent, false), now));
      };
      return from(v, u) || (!c.complete && from(u, v));
    };
    // the first operand is the later level
    const bool strict = fits(as_exact(*a, *b), as_exact(*b, *a), range(*p));
    const bool wrong_base = !strict && c.complete && is_of_later(x, y, *p);
    const Fit fit = strict                                                                            ? Fit::strict
                    : !wrong_base && fits(rounded_alike(*a, *b), rounded_alike(*b, *a), careless(*p)) ? Fit::loose
                                                                                                      : Fit::none;
    tell(c, fit,
         fmt::format("{} / {} = {}{} %", amount(*a), amount(*b), x >= y ? "+" : "", short_number((x / y - 1) * 100)),
         amount(*p) + " %",
         wrong_base ? "The change is told as a part of the later level" : "The change does not fit the two levels");
  }

  /// "from 48 to 60, 20 percent more": the difference was divided by the wrong level.
  static bool is_of_later(double later, double earlier, const Quantity& percent) {
    const double said = percent.low.approximate();
    const double of_later = std::abs(later - earlier) / later * 100, right = std::abs(later - earlier) / earlier * 100;
    return percent.modifier == Modifier::exact &&
           std::abs(said - of_later) < 0.5 * std::pow(10, percent.low.exponent()) && std::abs(right - said) > kMissed;
  }

  // ----------------------------------------------------------------------------------------------------- share

  void share(const Computation& c) {
    const Quantity* part = quantity(c.operands[0]);
    const Quantity* whole = quantity(c.operands[1]);
    const Quantity* percent = quantity(c.operands[2]);
    if (part == nullptr || whole == nullptr || percent == nullptr || whole->low.is_zero()) return;
    if (percent->dimension == Dimension::none) return fraction(c, *part, *whole, *percent);
    const auto fits = [](const Range& p, const Range& w, const Range& share) {
      const auto hundredth = [](const std::optional<Decimal>& d) {
        return d ? std::optional(d->scaled(-2)) : std::nullopt;
      };
      return meets(times(w, {hundredth(share.first), hundredth(share.last)}), p);
    };
    const Fit fit = fits(range(*part), range(*whole), range(*percent))                  ? Fit::strict
                    : fits(loose_range(*part), loose_range(*whole), careless(*percent)) ? Fit::loose
                                                                                        : Fit::none;
    tell(c, fit,
         fmt::format("{} / {} = {} %", amount(*part), amount(*whole),
                     short_number(part->low.approximate() / whole->low.approximate() * 100)),
         amount(*percent) + " %", "The percentage does not fit part and whole");
  }

  /// "A third" is said of anything near it.
  void fraction(const Computation& c, const Quantity& part, const Quantity& whole, const Quantity& stated) {
    const double real = part.low.approximate() / whole.low.approximate(), told = stated.low.approximate();
    const Fit fit = std::abs(real - told) <= std::max(0.04, told / 8) ? Fit::strict : Fit::none;
    tell(c, fit, fmt::format("{} / {} = {}", amount(part), amount(whole), short_number(real)), short_number(told),
         "The fraction does not fit part and whole");
  }

  void product(const Computation& c) {
    Quantity days;  // of "over 25 working days"
    days.low = days.high = Decimal(c.times, 0);
    days.dimension = Dimension::count;
    const Quantity* count = c.times != 0 ? &days : quantity(c.operands[0]);
    const Quantity* each = quantity(c.operands[1]);
    const Quantity* total = quantity(c.operands[2]);
    if (count == nullptr || each == nullptr || total == nullptr) return;
    // an average is rounded even where it counts people
    const auto average = [](Quantity q, bool loose) {
      q.dimension = Dimension::measure;
      return loose ? loose_range(q) : range(q);
    };
    const Fit fit = meets(times(range(*count), average(*each, false)), average(*total, false))       ? Fit::strict
                    : meets(times(loose_range(*count), average(*each, true)), average(*total, true)) ? Fit::loose
                                                                                                     : Fit::none;
    tell(c, fit,
         fmt::format("{} x {} = {}", amount(*count), amount(*each),
                     short_number(count->low.approximate() * each->low.approximate())),
         amount(*total), "The average does not fit the total");
  }

  // ------------------------------------------------------------------------------------------------ conversion

  void conversion(const Computation& c) {
    const Quantity* a = quantity(c.operands[0]);
    const Quantity* b = quantity(c.operands[1]);
    if (a == nullptr || b == nullptr) return;
    if (c.scales.empty()) return;
    Fit fit = Fit::none;
    const auto* told = &c.scales.front();  // the one that fits, or the likeliest
    const auto common = [](const Range& r, const Computation::Scale& s) {
      return plus(times(r, point(s.factor)), point(s.offset));
    };
    // a converted figure is rounded as one likes; a little more is told to nobody
    const auto wider = [](const Range& r, const Decimal& value) {
      const Decimal reach = value.is_negative() ? value.negated() : value;
      const auto part = multiply(reach, Decimal(6, -2));
      return part ? Range{both(r.first, part->negated(), add), both(r.last, part, add)} : Range{};
    };
    const auto exactly =
        [](Quantity q) {  // "more than 12,000 hectares (120 square kilometres)": two names of one figure
          if (q.modifier != Modifier::range && q.modifier != Modifier::approx) q.modifier = Modifier::exact;
          return q;
        };
    each_reading(c.operands[0], [&](const Quantity& first) {
      each_reading(c.operands[1], [&](const Quantity& second) {
        const Quantity x = exactly(first), y = exactly(second);
        for (const auto& pair : c.scales)
          if (fit != Fit::strict && meets(common(loose_range(x), pair.first), common(loose_range(y), pair.second))) {
            fit = Fit::strict;
            told = &pair;
          }
        const auto& [s, t] = c.scales.front();
        if (fit == Fit::none && meets(common(loose_range(x), s), common(wider(loose_range(y), y.low), t)))
          fit = Fit::loose;
      });
    });
    const auto& [s, t] = *told;
    const double value =
        a->low.approximate() * s.factor.approximate() + s.offset.approximate() - t.offset.approximate();
    const double converted = value / t.factor.approximate();
    tell(c, fit, fmt::format("{} {} = {} {}", amount(*a), a->unit, short_number(converted), b->unit), amount(*b),
         "The two units do not give one measure");
  }

  // ---------------------------------------------------------------------------------------------------- others

  void anniversary(const Computation& c) {
    const auto* which = std::get_if<Ordinal>(&mention(c.operands[0]).readings.front());
    const auto year = [&](std::uint32_t m) -> std::optional<int> {
      const auto* t = std::get_if<Time>(&mention(m).readings.front());
      if (t == nullptr || !t->days || !t->days->first) return std::nullopt;
      return static_cast<int>(std::chrono::year_month_day(*t->days->first).year());
    };
    const auto begun = year(c.operands[1]);
    if (which == nullptr || !begun) return;
    std::optional<int> now;
    if (c.operands.size() > 2) {
      now = year(c.operands[2]);
    } else if (const auto& days = documents_[document_].date.days; days && days->first) {
      now = static_cast<int>(std::chrono::year_month_day(*days->first).year());
    }
    if (!now) return;
    const std::int64_t due = *begun + which->value;
    const std::int64_t apart = std::abs(due - *now);
    const std::string equation = fmt::format("{} + {} = {}", *begun, which->value, due);
    if (apart <= 1) return emit(c, Verdict::verified, equation, "The anniversary fits its year.", equation);
    emit(c, Verdict::contradiction, fmt::format("{}, not {}", equation, *now),
         "The anniversary does not fit the year of the event.", equation, 0.8);
  }

  /// An age or a length of time, and the years it lies between; who was born in December is a year younger.
  void years(const Computation& c) {
    const auto year = [&](std::uint32_t m) -> std::optional<int> {
      const auto* t = std::get_if<Time>(&mention(m).readings.front());
      if (t == nullptr || !t->days || !t->days->first) return std::nullopt;
      return static_cast<int>(std::chrono::year_month_day(*t->days->first).year());
    };
    const int stated = c.times;
    const bool term = c.operands.size() == 2;
    int due = 0;
    std::string equation;
    if (term) {
      const auto& period = std::get<Time>(mention(c.operands[1]).readings.front());
      due = static_cast<int>((*period.days->last - *period.days->first).count() / 365);
      --due;  // from 1987 to 2011 are 24 years, though the days of both are more
      equation = fmt::format("{} = {} years", period.value, due);
    } else {
      const auto from = year(c.operands[1]), to = year(c.operands[2]);
      if (!from || !to) return;
      due = *to - *from;
      equation = fmt::format("{} - {} = {}", *to, *from, due);
    }
    if (std::abs(due - stated) <= 1) return emit(c, Verdict::verified, equation, "The years fit each other.", equation);
    emit(c, Verdict::contradiction, fmt::format("{}, not {}", equation, stated),
         term ? "The length does not fit the years it lies between." : "The age does not fit the year of birth.",
         equation, 0.85);
  }

  void list(const Computation& c) {
    const Quantity* q = quantity(c.operands[0]);
    if (q == nullptr) return;
    const auto said = q->low.to_integer();
    if (!said) return;
    const std::string equation = fmt::format("{} named", c.times);
    if (*said == c.times) return emit(c, Verdict::verified, equation, "As many are named as are counted.", equation);
    emit(c, Verdict::contradiction, fmt::format("{}, not {}", equation, *said), "Not as many are named as are counted.",
         equation, 0.8);
  }

  /// Sums given in two currencies: all of one document at about one rate.
  void rates(const std::vector<Computation>& list) {
    struct Pair {
      const Computation* c;
      Decimal first, second;
    };
    // is the rate of a below that of b, and by far?
    const auto below = [](const Pair& a, const Pair& b, const Decimal& far) {
      const auto x = multiply(a.first, b.second), y = multiply(b.first, a.second);
      const auto reached = x ? multiply(*x, far) : std::nullopt;
      return reached && y && *reached < *y;
    };
    std::map<std::string, std::vector<Pair>> pairs;
    for (const Computation& c : list) {
      if (c.kind != Kind::rate) continue;
      std::uint32_t x = c.operands[0], y = c.operands[1];
      if (quantity(y)->unit < quantity(x)->unit) std::swap(x, y);
      pairs[quantity(x)->unit + "/" + quantity(y)->unit].push_back(
          {&c, quantity(x)->low.stripped(), quantity(y)->low.stripped()});
    }
    for (auto& [units, some] : pairs) {
      if (some.size() < 2) continue;
      const auto [low, high] = std::minmax_element(
          some.begin(), some.end(), [&](const Pair& a, const Pair& b) { return below(a, b, Decimal(1, 0)); });
      if (!below(*low, *high, Decimal(15, -1))) continue;
      Computation joined = *low->c;
      joined.operands.insert(joined.operands.end(), high->c->operands.begin(), high->c->operands.end());
      const std::string equation =
          fmt::format("{} at {} and at {}", units, short_number(low->first.approximate() / low->second.approximate()),
                      short_number(high->first.approximate() / high->second.approximate()));
      emit(joined, Verdict::tension, equation, "Two sums are converted at two very different rates.", equation, 0.6);
    }
  }

  const std::vector<DocumentView>& documents_;
  std::vector<Finding>& findings_;
  std::uint32_t document_ = 0;
};

}  // namespace

void check_arithmetic(const std::vector<DocumentView>& documents, std::vector<Finding>& findings) {
  Arithmetic(documents, findings).run();
}

}  // namespace mizan
