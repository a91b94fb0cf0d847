// A part, its whole and the percentage ("8.5 quadrillion, or 3.4 percent of the GDP of 250 quadrillion"), and how many,
// how much each and how much in all ("32 matches, 1,024,000 spectators, 32,000 a match").
#include <algorithm>
#include <cmath>

#include "claim/reckoning.hpp"

namespace mizan {
namespace {

constexpr double kFar = 2;                        // a share so many times the stated one is one of something else
constexpr double kAverage = 1.5;                  // the same of an average
constexpr std::string_view kTurnout = "turnout";  // a concept
constexpr int kBack = 3;                          // sentences between an average and its total

class Shares {
 public:
  Shares(const Reckoning& r, std::vector<Computation>& out) : r_(r), out_(out) {}

  void run() {
    for (std::uint32_t s = 0; s < r_.sentences().size(); ++s) {
      const auto& mentions = r_.sentences()[s].mentions;
      for (std::size_t i = 0; i < mentions.size(); ++i) {
        if (r_.percent(mentions[i]) != nullptr) {
          share(s, i);
          ratio(i, mentions);
          bracketed(s, i);
          turnout(s, mentions[i]);
        } else if (r_.level(mentions[i]) != nullptr) {
          average(s, mentions[i]);
        }
      }
    }
  }

 private:
  double value(std::uint32_t m) const { return r_.quantity(m)->low.approximate(); }

  void put(Computation::Kind kind, std::uint32_t a, std::uint32_t b, std::uint32_t c) {
    Computation result;
    result.kind = kind;
    result.operands = {a, b, c};
    out_.push_back(std::move(result));
  }

  bool plausible(std::uint32_t part, std::uint32_t whole, std::uint32_t percent) const {
    const double ratio = value(part) / value(whole) * 100 / value(percent);
    return ratio < kFar && ratio > 1 / kFar;
  }

  /// "8.5 quadrillion, or 3.4 percent of a GDP of 250 quadrillion"
  void share(std::uint32_t s, std::size_t i) {
    const auto& mentions = r_.sentences()[s].mentions;
    const std::uint32_t percent = mentions[i];
    if (i + 1 >= mentions.size() || r_.changes(s, r_.mention(percent).span, 3)) return;
    const Cue* equals = r_.before(s, r_.mention(percent).span, Computing::equals, 2);
    if (equals == nullptr) return;
    const std::uint32_t whole = mentions[i + 1];
    if (r_.level(whole) == nullptr) return;
    const Between gap = r_.between(r_.mention(percent).span.end, r_.mention(whole).span.begin);
    if (gap.words > (r_.mention(percent).partitive ? 15 : 4) || gap.stop || gap.open || gap.close) return;
    std::optional<std::uint32_t> part;
    if (i > 0) {
      if (r_.between(r_.mention(mentions[i - 1]).span.end, equals->span.begin).words <= 3) part = mentions[i - 1];
    } else if (s > 0 && !r_.sentences()[s - 1].mentions.empty() &&
               r_.between(r_.sentences()[s].span.begin, equals->span.begin).words <= 3) {
      part = r_.sentences()[s - 1].mentions.back();
    }
    if (!part || !r_.alike(*part, whole) || !(value(*part) < value(whole))) return;
    if (r_.changes(r_.mention(*part).sentence, r_.mention(*part).span, 6)) return;  // "170 fewer, or 38 percent"
    if (plausible(*part, whole, percent)) put(Computation::Kind::share, *part, whole, percent);
  }

  /// "76 of the 89 regions, or 85 percent", "76 of 89 (85 %)"
  void ratio(std::size_t i, const std::vector<std::uint32_t>& mentions) {
    if (i < 2) return;
    const std::uint32_t part = mentions[i - 2], whole = mentions[i - 1], percent = mentions[i];
    if (r_.level(part) == nullptr || r_.level(whole) == nullptr) return;
    if (!r_.mention(whole).whole && !(r_.alike(part, whole) && taken_from(part, whole))) return;
    const Between gap = r_.between(r_.mention(whole).span.end, r_.mention(percent).span.begin);
    if (gap.stop || gap.close || gap.words > 4) return;
    const Cue* equals = r_.before(r_.mention(percent).sentence, r_.mention(percent).span, Computing::equals, 1);
    const bool said = equals != nullptr && equals->span.begin >= r_.mention(whole).span.end;
    if (!gap.open && !said) return;
    if (plausible(part, whole, percent)) put(Computation::Kind::share, part, whole, percent);
  }

  /// "76 provinces of the 89 provinces": no more than an "of" between the two.
  bool taken_from(std::uint32_t part, std::uint32_t whole) const {
    const Span a = r_.mention(part).span, b = r_.mention(whole).span;
    const Between gap = r_.between(a.end, b.begin);
    const Cue* of = r_.before(r_.mention(whole).sentence, b, Computing::out_of, 0);
    return of != nullptr && of->span.begin >= a.end && gap.words <= 2 && !gap.signs();
  }

  /// "Of 1,200 respondents, 480 (40 percent) said yes"
  void bracketed(std::uint32_t s, std::size_t i) {
    const auto& mentions = r_.sentences()[s].mentions;
    if (i != 2) return;
    const std::uint32_t whole = mentions[0], part = mentions[1], percent = mentions[2];
    if (r_.mention(whole).whole || !r_.alike(whole, part) || !r_.level(whole)->counted()) return;
    const Cue* of = r_.before(s, r_.mention(whole).span, Computing::out_of, 1);
    if (of == nullptr || r_.between(r_.sentences()[s].span.begin, of->span.begin).words > 2) return;
    const Between gap = r_.between(r_.mention(part).span.end, r_.mention(percent).span.begin);
    if (!gap.open || gap.words > 2 || gap.close || gap.stop) return;
    if (value(part) < value(whole) && plausible(part, whole, percent))
      put(Computation::Kind::share, part, whole, percent);
  }

  /// "Turnout was 56.3 percent: 4.9 million of 8.7 million voters went to the polls."
  void turnout(std::uint32_t s, std::uint32_t percent) {
    if (!r_.beside(s, r_.mention(percent).span, kTurnout, 4)) return;
    const auto& mentions = r_.sentences()[s].mentions;
    std::optional<std::uint32_t> whole;
    for (std::size_t i = 1; i < mentions.size(); ++i) {
      const std::uint32_t part = mentions[i - 1], m = mentions[i];
      if (r_.level(part) == nullptr || r_.level(m) == nullptr || !(value(part) < value(m))) continue;
      if (!r_.mention(m).whole && !(r_.alike(part, m) && taken_from(part, m))) continue;
      if (whole) return;
      whole = m;
    }
    if (whole && plausible(*whole - 1, *whole, percent)) put(Computation::Kind::share, *whole - 1, *whole, percent);
  }

  /// "32 matches drew 1,024,000 spectators, 32,000 a match on average": the average names what is counted again.
  void average(std::uint32_t s, std::uint32_t each) {
    const Span span = r_.mention(each).span;
    if (!r_.level(each)->counted()) return;
    if (r_.before(s, span, Computing::average, 6) == nullptr && r_.behind(s, span, Computing::average, 4) == nullptr)
      return;
    for (const Cue& word : r_.words(s, Computing::each)) {
      if (r_.between(word.span, span).words > 6) continue;
      for (const Cue& noun : r_.sentences()[s].cues) {
        if (noun.kind != LabelKind::concept_noun || noun.span.begin < word.span.end ||
            r_.between(word.span.end, noun.span.begin).words > 0)
          continue;
        const auto count = counted(s, each, noun);
        if (count && total(s, *count, each)) return;
      }
    }
  }

  /// How many there are of what an average is over: the nearest figure before it of that noun.
  std::optional<std::uint32_t> counted(std::uint32_t s, std::uint32_t each, const Cue& noun) const {
    const Concept& thing = r_.knowledge().concepts()[noun.payload];
    for (std::uint32_t m = each; m-- > 0;) {
      const std::uint32_t where = r_.mention(m).sentence;
      if (where + 1 < s) return std::nullopt;
      const Quantity* q = r_.level(m);
      if (q == nullptr || !q->counted() || value(m) < 2) continue;
      if (q->unit == thing.id || (q->unit.empty() && named(where, m, noun.payload))) return m;
    }
    return std::nullopt;
  }

  /// "the number of households reached 5.9 million"
  bool named(std::uint32_t s, std::uint32_t m, std::uint32_t noun) const {
    const Span span = r_.mention(m).span;
    for (const Cue& c : r_.sentences()[s].cues)
      if (c.kind == LabelKind::concept_noun && c.payload == noun && c.span.end <= span.begin) {
        const Between gap = r_.between(c.span.end, span.begin);
        if (gap.words <= 3 && !gap.signs()) return true;
      }
    return false;
  }

  bool total(std::uint32_t s, std::uint32_t count, std::uint32_t each) {
    const double product = value(count) * value(each);
    std::optional<std::uint32_t> best;
    const auto apart = [&](std::uint32_t m) { return std::abs(std::log(value(m) / product)); };
    for (std::uint32_t m = 0; m < r_.size() && r_.mention(m).sentence <= s; ++m) {
      if (m == count || m == each || r_.mention(m).sentence + kBack < s || r_.level(m) == nullptr) continue;
      const Quantity& q = *r_.level(m);
      const std::string& unit = r_.level(each)->unit;
      const bool anyone = (unit.empty() || unit == kAnyone) && q.dimension == Dimension::count;  // spectators, too
      if (q.unit.empty() || q.unit == r_.level(count)->unit || !(anyone || r_.alike(m, each)) ||
          apart(m) > std::log(kAverage))
        continue;
      if (!best || apart(m) < apart(*best)) best = m;
    }
    if (!best) return false;
    put(Computation::Kind::product, count, each, *best);
    return true;
  }

  const Reckoning& r_;
  std::vector<Computation>& out_;
};

}  // namespace

void find_shares(const Reckoning& r, std::vector<Computation>& out) { Shares(r, out).run(); }

}  // namespace mizan
