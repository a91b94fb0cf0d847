#include "judge/arithmetic.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "judge/checks.hpp"

namespace mizan {
namespace {

using Kind = Computation::Kind;

// -------------------------------------------------------------------------------------------- intervals of decimals

std::optional<Decimal> both(const std::optional<Decimal>& a, const std::optional<Decimal>& b,
                            std::optional<Decimal> (*f)(const Decimal&, const Decimal&)) {
  return a && b ? f(*a, *b) : std::nullopt;  // what has no exact notation is open, and accuses nobody
}
Range plus(const Range& a, const Range& b) { return {both(a.first, b.first, add), both(a.last, b.last, add)}; }
/// Of values that are not negative.
Range times(const Range& a, const Range& b) {
  return {both(a.first, b.first, multiply), both(a.last, b.last, multiply)};
}
Range point(const Decimal& value) { return {value, value}; }
/// A percentage is often worked out from figures that the text rounds, and said in round tens: a thirtieth of it more
/// or less accuses nobody, nor half a ten.
Range careless(const Quantity& percent) {
  const Range r = range(percent);
  const Range wide =
      times({r.first ? std::max(*r.first, Decimal(0, 0)) : r.first, r.last}, {Decimal(97, -2), Decimal(103, -2)});
  if (percent.modifier != Modifier::exact || percent.low.exponent() < 0 || percent.low.stripped().exponent() < 1)
    return wide;
  return {add(percent.low, Decimal(-5, 0)), add(percent.low, Decimal(5, 0))};
}
bool positive(const Range& r) { return !r.first || !r.first->is_negative(); }

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
      for (std::uint32_t m = 0; m < documents_[document_].mentions->size(); ++m) order(m);
      const auto* list = documents_[document_].computations;
      if (list == nullptr) continue;
      for (const Computation& c : *list) check(c);
      rates(*list);
    }
    same_sums();
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
      const Range about{add(n, Decimal(-35, -2)), add(n, Decimal(65, -2))};
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
      return meets(moved(u, percent, true), v) || meets(moved(v, percent, true), u) ||
             (percent.last && !(Decimal(100, 0) < *percent.last) &&
              (meets(moved(u, percent, false), v) || meets(moved(v, percent, false), u)));
    };
    const Fit fit = fits(range(*a), range(*b), range(*p))                  ? Fit::strict
                    : fits(loose_range(*a), loose_range(*b), careless(*p)) ? Fit::loose
                                                                           : Fit::none;
    // the first operand is the later level
    tell(c, fit,
         fmt::format("{} / {} = {}{} %", amount(*a), amount(*b), x >= y ? "+" : "", short_number((x / y - 1) * 100)),
         amount(*p) + " %", "The change does not fit the two levels");
  }

  // ----------------------------------------------------------------------------------------------------- share

  void share(const Computation& c) {
    const Quantity* part = quantity(c.operands[0]);
    const Quantity* whole = quantity(c.operands[1]);
    const Quantity* percent = quantity(c.operands[2]);
    if (part == nullptr || whole == nullptr || percent == nullptr || whole->low.is_zero()) return;
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

  void product(const Computation& c) {
    const Quantity* count = quantity(c.operands[0]);
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
    const auto common = [](const Range& r, const Computation::Scale& s) {
      return plus(times(r, point(s.factor)), point(s.offset));
    };
    // a converted figure is rounded as one likes; a little more is told to nobody
    const auto wider = [](const Range& r, const Decimal& value) {
      const Decimal reach = value.is_negative() ? value.negated() : value;
      const auto part = multiply(reach, Decimal(6, -2));
      return part ? Range{both(r.first, part->negated(), add), both(r.last, part, add)} : Range{};
    };
    each_reading(c.operands[0], [&](const Quantity& x) {
      each_reading(c.operands[1], [&](const Quantity& y) {
        for (const auto& [s, t] : c.scales)
          if (meets(common(loose_range(x), s), common(loose_range(y), t))) fit = Fit::strict;
        const auto& [s, t] = c.scales.front();
        if (fit == Fit::none && meets(common(loose_range(x), s), common(wider(loose_range(y), y.low), t)))
          fit = Fit::loose;
      });
    });
    const auto& [s, t] = c.scales.front();
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

  /// "From 12 May 2023 to 9 May 2022": ends of a period, both with their years, in the wrong order. Mere years have a
  /// check of their own, range-order.
  void order(std::uint32_t m) {
    const auto* t = std::get_if<Time>(&mention(m).readings.front());
    if (t == nullptr || t->type != TimeType::date || t->relative || mention(m).readings.size() != 1) return;
    const std::size_t slash = t->value.find('/');
    if (slash == std::string::npos || slash < 7) return;
    const std::string begin = t->value.substr(0, slash), end = t->value.substr(slash + 1);
    const auto dated = [](const std::string& s) {
      return s.size() >= 7 && s.find_first_not_of("0123456789-") == std::string::npos;
    };
    if (!dated(begin) || !dated(end)) return;
    const std::size_t common = std::min(begin.size(), end.size());
    if (begin.compare(0, common, end, 0, common) <= 0) return;
    Finding f;
    f.verdict = Verdict::contradiction;
    f.level = Level::error;
    f.rule = "date-order";
    f.title = fmt::format("{} is not before {}", begin, end);
    f.message = "The period ends before it begins.";
    f.reason = {{"begins", begin}, {"ends", end}};
    f.confidence = 0.8;
    f.evidence = {evidence(documents_, {document_, m}, 0)};
    seal(f, documents_);
    findings_.push_back(std::move(f));
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

  /// One sum of money, to two digits at least, that two documents convert to amounts far apart.
  void same_sums() {
    struct Converted {
      std::uint32_t document, sum, converted;
    };
    std::map<std::string, std::vector<Converted>> sums;
    for (document_ = 0; document_ < documents_.size(); ++document_) {
      if (documents_[document_].computations == nullptr) continue;
      for (const Computation& c : *documents_[document_].computations) {
        if (const auto key = converted_sum(documents_[document_], c))
          sums[*key].push_back({document_, c.operands[0], c.operands[1]});
      }
    }
    for (const auto& [key, places] : sums) {
      const Converted& a = places.front();
      const auto amount_at = [&](const Converted& p) {
        return std::get<Quantity>((*documents_[p.document].mentions)[p.converted].readings.front());
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
        f.title = fmt::format("{} is {} here and {} there", key, amount(x), amount(y));
        f.message = "One sum is converted to two very different amounts.";
        f.reason = {{"sum", key}, {"interval A", dump(range(x))}, {"interval B", dump(range(y))}};
        f.confidence = 0.6;
        std::uint32_t side = 0;
        for (const Converted* p : {&a, &b}) {
          f.evidence.push_back(evidence(documents_, {p->document, p->converted}, side));
          f.evidence.push_back(evidence(documents_, {p->document, p->sum}, side++));
        }
        seal(f, documents_);
        findings_.push_back(std::move(f));
        break;
      }
    }
  }

  const std::vector<DocumentView>& documents_;
  std::vector<Finding>& findings_;
  std::uint32_t document_ = 0;
};

}  // namespace

std::optional<std::string> converted_sum(const DocumentView& document, const Computation& c) {
  if (c.kind != Computation::Kind::rate) return std::nullopt;
  const auto figure = [&](std::size_t i) {
    return std::get<Quantity>((*document.mentions)[c.operands[i]].readings.front());
  };
  const Quantity q = figure(0), r = figure(1);
  if (q.low.stripped().coefficient() < 10) return std::nullopt;
  return q.unit + "/" + r.unit + " " + dump(q.low.stripped());
}

void check_arithmetic(const std::vector<DocumentView>& documents, std::vector<Finding>& findings) {
  Arithmetic(documents, findings).run();
}

}  // namespace mizan
