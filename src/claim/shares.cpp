// A part, its whole and the percentage ("8.5 quadrillion, or 3.4 percent of the GDP of 250 quadrillion"), and how many,
// how much each and how much in all ("32 matches, 1,024,000 spectators, 32,000 a match").
#include <algorithm>
#include <cmath>

#include "claim/reckoning.hpp"

namespace mizan {
namespace {

constexpr double kFar = 2;                        // a share so many times the stated one is one of something else
constexpr double kLeastPrice = 1000;              // what is given for each without its unit
constexpr double kApiece = 1.6;                   // and of a price for each
constexpr int kOf = 4;                            // words between a part and its whole: "of the country's"
constexpr int kFraction = 8;                      // words between "a third" and the figures it is of
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
          of_whole(s, mentions[i]);
        } else if (is_fraction(mentions[i])) {
          fraction(s, i);
        } else if (r_.level(mentions[i]) != nullptr) {
          average(s, mentions[i]);
          apiece(s, mentions[i]);
        }
      }
    }
  }

 private:
  void put(Computation::Kind kind, std::uint32_t a, std::uint32_t b, std::uint32_t c) {
    // one relation may be told in several ways
    if (std::any_of(out_.begin(), out_.end(), [&](const Computation& known) {
          return known.kind == kind && known.operands.size() == 3 && known.operands[2] == c;
        }))
      return;
    Computation result;
    result.kind = kind;
    result.operands = {a, b, c};
    if (kind == Computation::Kind::product) result.times = r_.whole_length(a).value_or(0);
    out_.push_back(std::move(result));
  }

  bool plausible(std::uint32_t part, std::uint32_t whole, std::uint32_t percent) const {
    const double ratio = r_.value(part) / r_.value(whole) * 100 / r_.value(percent);
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
    if (!part || !r_.alike(*part, whole) || !(r_.value(*part) < r_.value(whole))) return;
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
    return of != nullptr && of->span.begin >= a.end && gap.words <= kOf && !gap.signs();
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
    if (r_.value(part) < r_.value(whole) && plausible(part, whole, percent))
      put(Computation::Kind::share, part, whole, percent);
  }

  /// "Turnout was 56.3 percent: 4.9 million of 8.7 million voters went to the polls."
  void turnout(std::uint32_t s, std::uint32_t percent) {
    if (!r_.beside(s, r_.mention(percent).span, kTurnout, 4)) return;
    const auto& mentions = r_.sentences()[s].mentions;
    std::optional<std::uint32_t> whole;
    for (std::size_t i = 1; i < mentions.size(); ++i) {
      const std::uint32_t part = mentions[i - 1], m = mentions[i];
      if (r_.level(part) == nullptr || r_.level(m) == nullptr || !(r_.value(part) < r_.value(m))) continue;
      if (!r_.mention(m).whole && !(r_.alike(part, m) && taken_from(part, m))) continue;
      if (whole) return;
      whole = m;
    }
    if (!whole && mentions.size() > 2) {  // "of 61 million voters 24 million went to the polls, a turnout of ..."
      const std::uint32_t all = mentions[0], part = mentions[1];
      if (r_.level(all) != nullptr && r_.level(part) != nullptr && r_.alike(all, part) &&
          r_.value(part) < r_.value(all) && told_of(s, part, all) && plausible(part, all, percent))
        put(Computation::Kind::share, part, all, percent);
      return;
    }
    if (whole && plausible(*whole - 1, *whole, percent)) put(Computation::Kind::share, *whole - 1, *whole, percent);
  }

  /// "Of the 640 samples 208, or 42 percent, held nitrates"; "2,400 samples were tested, 312 of them bad, that is 13
  /// percent": a part, its whole and one percentage that says how they hang together.
  void of_whole(std::uint32_t s, std::uint32_t percent) {
    const Span span = r_.mention(percent).span;
    if (r_.changes(s, span, 3) || only(s, percent) != 1) return;
    std::optional<std::pair<std::uint32_t, std::uint32_t>> found;
    const auto& mentions = r_.sentences()[s].mentions;
    for (const std::uint32_t part : mentions)
      for (const std::uint32_t whole : mentions) {
        if (r_.level(part) == nullptr || r_.level(whole) == nullptr || !(r_.value(part) < r_.value(whole))) continue;
        if (!r_.alike(part, whole) || !plausible(part, whole, percent)) continue;
        if (!r_.restated(part, percent) && !r_.restated(whole, percent) && !turned(s, part, percent) &&
            !concluded(s, std::max(part, whole), percent))
          continue;
        if (!told_of(s, part, whole)) continue;
        if (found) return;
        found = {part, whole};
      }
    if (found) put(Computation::Kind::share, found->first, found->second, percent);
  }

  /// "58 percent, with 3.1 million of the 7.4 million": the percentage stands first, with no other figure between.
  bool turned(std::uint32_t s, std::uint32_t part, std::uint32_t percent) const {
    const Between gap = r_.between(r_.mention(percent).span.end, r_.mention(part).span.begin);
    return percent + 1 == part && r_.mention(percent).span.end <= r_.mention(part).span.begin && gap.words <= 1 &&
           !gap.stop && (gap.colon || gap.comma || gap.dash) && r_.beside(s, r_.mention(percent).span, kTurnout, 4);
  }

  /// "312 of them did not meet the standards, that is, 13 percent"
  bool concluded(std::uint32_t s, std::uint32_t last, std::uint32_t percent) const {
    if (last + 1 != percent) return false;
    const auto cues = r_.words(s, Computing::equals);
    return std::any_of(cues.begin(), cues.end(), [&](const Cue& c) {
      const Between gap = r_.between(r_.mention(last).span.end, c.span.begin);
      return c.span.begin >= r_.mention(last).span.end && c.span.end <= r_.mention(percent).span.begin &&
             gap.words <= kFraction && !gap.stop && r_.between(c.span.end, r_.mention(percent).span.begin).words <= 2;
    });
  }

  /// Is a figure said to be some of another?
  bool told_of(std::uint32_t s, std::uint32_t part, std::uint32_t whole) const {
    const Span p = r_.mention(part).span, w = r_.mention(whole).span;
    if (r_.mention(whole).whole && whole == part + 1) return true;
    if (const Cue* behind = r_.behind(s, p, Computing::parts_behind, 0);
        behind != nullptr && w.end <= p.begin && !r_.between(w.end, p.begin).stop)
      return true;
    const Cue* of = r_.before(s, w, Computing::out_of, 1);
    if (of == nullptr) return false;
    // "of 1,200 asked" opens the sentence or follows the part at once
    if (w.end <= p.begin) return r_.between(r_.sentences()[s].span.begin, of->span.begin).words <= 2;
    return of->span.begin >= p.end && r_.between(p.end, of->span.begin).words <= 2;
  }

  int only(std::uint32_t s, std::uint32_t percent) const {
    int count = 0;
    for (const std::uint32_t m : r_.sentences()[s].mentions)
      count += m == percent || (r_.quantity(m) != nullptr && r_.quantity(m)->dimension == Dimension::percent) ? 1 : 0;
    return count;
  }

  bool is_fraction(std::uint32_t m) const {
    const Quantity* q = r_.quantity(m);
    return q != nullptr && r_.mention(m).path.starts_with("quantity.fraction") && q->dimension == Dimension::none &&
           q->unit.empty() && Decimal(0, 0) < q->low && q->low < Decimal(1, 0) && r_.mention(m).readings.size() == 1;
  }

  /// "a third of the villages, that is, 42 of 210"; "half of the 560 camps, namely 154"
  void fraction(std::uint32_t s, std::size_t i) {
    const auto& mentions = r_.sentences()[s].mentions;
    const std::uint32_t share = mentions[i];
    if (i + 2 >= mentions.size()) return;
    const std::uint32_t a = mentions[i + 1], b = mentions[i + 2];
    if (r_.level(a) == nullptr || r_.level(b) == nullptr || !r_.alike(a, b)) return;
    const Between lead = r_.between(r_.mention(share).span.end, r_.mention(a).span.begin);
    if (lead.stop || lead.words > kFraction) return;
    std::uint32_t part = a, whole = b;
    if (r_.value(b) < r_.value(a)) {  // the whole stands first, right behind the fraction
      std::swap(part, whole);
      const Between gap = r_.between(r_.mention(a).span.end, r_.mention(b).span.begin);
      if (lead.words > 3 || lead.signs() || gap.stop || gap.words > kFraction || !(gap.dash || gap.comma || gap.open))
        return;
      const bool of_them = r_.behind(s, r_.mention(part).span, Computing::parts_behind, 0) != nullptr;
      const Cue* equals = r_.before(s, r_.mention(part).span, Computing::equals, 1);
      if (!of_them && (equals == nullptr || equals->span.begin < r_.mention(whole).span.end)) return;
    } else {
      const Cue* equals = r_.before(s, r_.mention(part).span, Computing::equals, 1);
      if (equals == nullptr || equals->span.begin < r_.mention(share).span.end || !told_of(s, part, whole)) return;
    }
    const double stated = r_.value(share), real = r_.value(part) / r_.value(whole);
    if (real < kFar * stated && stated < kFar * real) put(Computation::Kind::share, part, whole, share);
  }

  /// "12 helicopters for $840 million, or $84 million apiece": a figure for each, how many, and how much in all.
  void apiece(std::uint32_t s, std::uint32_t each) {
    const Span span = r_.mention(each).span;
    const Cue* word = r_.behind(s, span, Computing::each, 0);
    if (word == nullptr) word = r_.before(s, span, Computing::each, 0);
    if (r_.level(each)->unit.empty() && r_.value(each) < kLeastPrice) word = nullptr;  // "a 6.1 magnitude earthquake"
    if (word == nullptr) word = r_.before(s, span, Computing::average, 1);
    if (word == nullptr) word = r_.behind(s, span, Computing::average, 0);
    if (word == nullptr) return;
    const Quantity& q = *r_.level(each);
    std::optional<std::pair<std::uint32_t, std::uint32_t>> found;
    const auto& mentions = r_.sentences()[s].mentions;
    for (const std::uint32_t count : mentions)
      for (const std::uint32_t all : mentions) {
        if (count == each || all == each || count == all) continue;
        const auto times = how_many(count);
        const Quantity* total = r_.level(all);
        if (!times || *times < 2 || total == nullptr || !(r_.value(each) < r_.value(all))) continue;
        if (total->dimension != q.dimension && total->dimension != Dimension::none && q.dimension != Dimension::none)
          continue;
        if (total->unit != q.unit && !total->unit.empty() && !q.unit.empty()) continue;
        if (const Quantity* n = r_.level(count); n != nullptr && n->unit == q.unit) continue;
        const double apart = std::abs(std::log(r_.value(all) / (*times * r_.value(each))));
        if (apart > std::log(kApiece)) continue;
        if (found) return;
        found = {count, all};
      }
    if (found) put_product(found->first, each, found->second);
  }
  void put_product(std::uint32_t count, std::uint32_t each, std::uint32_t all) {
    if (std::any_of(out_.begin(), out_.end(), [&](const Computation& known) {
          return known.kind == Computation::Kind::product && known.operands[1] == each;
        }))
      return;
    put(Computation::Kind::product, count, each, all);
  }

  /// A count of things, or the days of "over 25 working days".
  std::optional<double> how_many(std::uint32_t m) const {
    if (const Quantity* q = r_.level(m))
      return q->dimension == Dimension::count && !q->unit.empty() ? std::optional(r_.value(m)) : std::nullopt;
    const auto length = r_.whole_length(m);
    return length ? std::optional<double>(*length) : std::nullopt;
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
      if (q == nullptr || !q->counted() || r_.value(m) < 2) continue;
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
    const double product = r_.value(count) * r_.value(each);
    std::optional<std::uint32_t> best;
    const auto apart = [&](std::uint32_t m) { return std::abs(std::log(r_.value(m) / product)); };
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
