#include "judge/weigh.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "judge/phrase.hpp"
#include "judge/versions.hpp"

namespace mizan {
namespace {

constexpr double kSmooth = 1.5;       // so that one shared word is no identity
constexpr double kLeast = 0.03;       // of claims less alike than this nothing is asked
constexpr double kLeastApart = 0.04;  // nor of those that would be at odds
constexpr double kLeastProof = 0.1;   // nor is anything proven of them
constexpr double kWideRange = 1.3;    // ratio of its ends
constexpr double kRival = 0.5;        // a candidate so far behind the best is none
constexpr int kGrowReach = 12;        // words between a figure and the death toll it is
constexpr double kAgreement = 0.5;
constexpr double kMostCovered = 0.5;
constexpr double kBareAgreement = 0.95;  // where one of two short figures counts nothing that is named
constexpr double kDifference = 0.3;      // what is less sure is not even a finding of low confidence
constexpr double kSurePeriod = 0.85;     // how surely two dates that only say when a figure was are of one fact
constexpr int kTelling = 2;              // digits of a value that is hardly the same by chance
constexpr double kOnePerson = 0.5;       // ages of people are everywhere
constexpr double kTwins = 2;             // other values that two sentences of one event share
constexpr double kProven = 0.7;          // by something else than the signs
constexpr std::uint32_t kBracket = 3;    // bytes between a figure and the same in another unit: " ("
constexpr double kTemplate = 0.4;        // so alike are two bulletins of one outlet
constexpr double kFewDays = 1.2;         // logarithm of days + 1: two days
constexpr int kNotices = 3;              // days between two notices of one kind
constexpr int kSameWeek = 7;             // days between two dates in dispute
constexpr double kFar = 1.6;             // logarithm of five: so far apart are no two counts of one thing

bool one_unit(const Claim& a, const Claim& b) {
  const auto *p = std::get_if<Quantity>(&a.readings.front()), *q = std::get_if<Quantity>(&b.readings.front());
  return p == nullptr || q == nullptr || p->unit == q->unit || p->unit.empty() || q->unit.empty();
}

/// Two days of one week: an event whose day is in dispute.
bool near_in_time(const Days& a, const Days& b) {
  const auto day = [](const Days& d) { return *d.last - *d.first <= std::chrono::days(1); };
  return day(a) && day(b) && std::abs((*a.first - *b.first).count()) <= kSameWeek;
}

/// Both are of one period, or count the same things.
bool one_scope(const Claim& a, const Claim& b) {
  const auto *p = std::get_if<Quantity>(&a.readings.front()), *q = std::get_if<Quantity>(&b.readings.front());
  const bool one_time = a.at && b.at && a.at->days && a.at->days == b.at->days;
  return one_time || (p != nullptr && q != nullptr && p->dimension == Dimension::count && p->unit == q->unit);
}

/// "10.700" and "10,700", or a week against the month it lies in: written otherwise, or read so.
bool is_notation(const Claim& a, const Claim& b) {
  const Reading &x = a.readings.front(), &y = b.readings.front();
  if (const auto* p = std::get_if<Time>(&x), *q = std::get_if<Time>(&y); p != nullptr && q != nullptr)
    return p->grain != q->grain;
  const auto *p = std::get_if<Quantity>(&x), *q = std::get_if<Quantity>(&y);
  if (p == nullptr || q == nullptr) return false;
  const auto digits = [](const Quantity& quantity) { return quantity.low.stripped().coefficient(); };
  return digits(*p) == digits(*q) && std::min(p->low.exponent(), q->low.exponent()) == -3;
}

/// 9.1 counts no countries, though 9.1 million may.
bool is_broken(const Claim& claim) {
  const auto* q = std::get_if<Quantity>(&claim.readings.front());
  return q != nullptr && !q->low.is_integer();
}
bool is_counted(const Claim& claim) {
  const auto* q = std::get_if<Quantity>(&claim.readings.front());
  return q != nullptr && q->dimension == Dimension::count;
}

/// "Between 22 and 41 percent" bears out no single figure.
bool is_wide(const Claim& claim) {
  const auto* q = std::get_if<Quantity>(&claim.readings.front());
  return q != nullptr && q->modifier == Modifier::range &&
         std::abs(q->high.approximate()) > kWideRange * std::abs(q->low.approximate());
}

/// The same sentence of another place or person: the bulletins of two towns.
bool is_elsewhere(const Signs& s) { return s[swapped_names] > 0 && s[two_languages] == 0 && s[alike] > kTemplate; }

/// Two dates, of which one or both say when a figure was: "the quake of July 1987 killed 890" tells its month as well.
bool are_periods(const Claim& a, const Claim& b) {
  const auto tells = [](const Claim& c) {
    const auto* t = std::get_if<Time>(&c.readings.front());
    return t != nullptr && !t->inferred && (t->grain == Grain::month || (!c.passing && t->grain < Grain::month));
  };
  return tells(a) && tells(b);
}

struct Best {
  double first = 0, second = 0;
  void add(double score) {
    if (score > first)
      second = first, first = score;
    else
      second = std::max(second, score);
  }
};

}  // namespace

struct Weigher::Candidate {
  std::uint32_t a, b;
  std::size_t i, j;
  Relation relation;
  double alike, head, common;
  bool slip = false;
};
void Weigher::add(const std::vector<std::uint32_t>& claims) {
  const auto document = static_cast<std::uint32_t>(of_.size());
  of_.emplace_back();
  mentioned_.push_back(mentioned(documents_[document]));
  std::map<std::uint32_t, std::vector<std::uint32_t>> rules;  // by mention
  for (const std::uint32_t c : claims) {
    if (features_.size() <= c) features_.resize(c + 1), framed_.resize(c + 1), telling_.resize(c + 1);
    if (claims_[c].frame.starts_with("open.")) {
      of_.back().push_back(c);
      features_[c] = features(claims_[c]);
      const Reading& reading = claims_[c].readings.front();
      telling_[c] = std::holds_alternative<Quantity>(reading) && significant_digits(reading) >= kTelling;
    } else {
      rules[claims_[c].mention].push_back(c);
    }
  }
  for (const std::uint32_t c : of_.back())
    if (const auto found = rules.find(claims_[c].mention); found != rules.end()) framed_[c] = found->second;
}

bool Weigher::known_to_a_third(const DocumentPair& pair, const Link& link,
                               const std::vector<std::uint32_t>& thirds) const {
  if (link.proof == Proof::elsewhere || link.proof == Proof::phrase) return false;
  return std::any_of(thirds.begin(), thirds.end(), [&](std::uint32_t third) {
    return third != pair.b && knows(third, claims_[link.a], one_unit) && knows(third, claims_[link.b], one_unit);
  });
}

/// A document that gives the other's value too, of whatever like says may be the same: it speaks of two facts.
bool Weigher::knows(std::uint32_t document, const Claim& claim, bool (*like)(const Claim&, const Claim&)) const {
  if (significant_digits(claim.readings.front()) < kTelling) return false;
  return std::any_of(of_[document].begin(), of_[document].end(), [&](std::uint32_t c) {
    return same_value(claims_[c].readings.front(), claim.readings.front()) &&
           relate(claims_[c], claim) == Relation::meet && like(claims_[c], claim);
  });
}

/// Other figures and dates that the two sentences both give.
double Weigher::shared_values_of(std::uint32_t a, std::uint32_t b) const {
  double count = 0;
  for (const std::uint32_t x : sentence_of(a))
    for (const std::uint32_t y : sentence_of(b)) {
      if (x == a || y == b || relate(claims_[x], claims_[y]) != Relation::meet) continue;
      const Reading& reading = claims_[x].readings.front();
      const bool telling = significant_digits(reading) >= kTelling || std::get_if<Quantity>(&reading) == nullptr;
      if (telling && same_value(reading, claims_[y].readings.front())) ++count;
    }
  return std::min(count, 3.0);
}
std::span<const std::uint32_t> Weigher::sentence_of(std::uint32_t c) const {
  const auto& home = of_[claims_[c].document];
  const auto in = [&](std::uint32_t other) { return claims_[other].sentence == claims_[c].sentence; };
  auto first = std::lower_bound(home.begin(), home.end(), c), last = first;
  while (first != home.begin() && in(*std::prev(first))) --first;
  while (last != home.end() && in(*last)) ++last;
  return {first, last};
}

/// What is surely another fact, however alike the words: a plan and what came of it, the forecasts of two bodies, a
/// figure many times as large that is no slip. The reason in a word; empty if nothing tells so.
std::string_view Weigher::other_fact(const Signs& s, std::uint32_t of_a, std::uint32_t of_b) const {
  const Claim &a = claims_[of_a], &b = claims_[of_b];
  if (a.frame == "open.date") {
    // the year of a car is not the Sunday it was driven
    const Grain x = std::get<Time>(a.readings.front()).grain, y = std::get<Time>(b.readings.front()).grain;
    if (same_distance(a, b)) return "same-distance";
    return (std::min(x, y) == Grain::day && std::max(x, y) >= Grain::quarter) ? "grain" : "";
  }
  if (a.key.empty() && b.key.empty() && !is_phrase(s, of_a, of_b)) return "nameless";  // "the third": of what?
  if ((a.frame == "open.duration" || a.frame == "open.ordinal") && s[two_languages] == 0 && s[alike] > kTemplate &&
      documents_[a.document].date.days != documents_[b.document].date.days)
    return "other-day";
  if (a.frame == "open.duration" && s[separated] > kFar) return "far";
  if (std::get_if<Quantity>(&a.readings.front()) == nullptr) return "";
  // what was measured on another day, or told by the bulletin of another day, may well be another figure
  // ("shot eleven times" is no figure of a bulletin: those count what has a name)
  const bool bulletins = s[two_languages] == 0 && s[alike] > kTemplate && !(s[bare] == 2 && is_phrase(s, of_a, of_b));
  const bool another_day = s[same_period] <= 0 && s[days_apart] > (bulletins ? 0 : kFewDays);
  if (another_day && (s[shared_values] == 0 || (bulletins && proof_of(s, of_a, of_b) == Proof::signs)))
    return "other-day";
  if (s[bare] == 2 && s[two_languages] == 0 && proof_of(s, of_a, of_b) == Proof::signs)
    return "bare";  // "seen seven times"
  if (is_broken(a) != is_broken(b) && (is_counted(a) || is_counted(b))) return "broken";
  if (a.frame == "open.percent" && a.change != b.change && s[lone_pair] == 0) return "change";
  if (a.part != b.part && !(s[bare] == 2 && counts_alike(a, b))) return "part";  // "five of them critically"
  if (s[of_age] > 0 && s[alike] < kOnePerson) return "age";
  if (is_elsewhere(s)) return "elsewhere";
  // million for billion, miles for kilometres: whatever else differs
  const bool million = (s[tenfold] > 0 && s[digits] >= kTelling) || s[slip_of_unit] > 0;
  if (s[of_game] > 0 && s[bare] > 0 && !million) return "game";  // every player has a count of everything
  if ((s[other_stance] > 0 || s[other_time] > 0) && !million) return s[other_stance] > 0 ? "stance" : "former";
  if (a.stance == Stance::planned && b.stance == Stance::planned && s[strange_names] > 0) return "forecasts";
  // the day of an event may be in dispute, but what grows is another figure on another day
  if (s[same_period] < 0 && !million && (!near_in_time(*a.at->days, *b.at->days) || (grows(of_a) && grows(of_b))))
    return "other-period";
  return s[separated] > kFar ? "far" : "";
}

/// "Today" in the articles of two days.
bool Weigher::same_distance(const Claim& a, const Claim& b) const {
  const auto &d = documents_[a.document].date, &e = documents_[b.document].date;
  const auto &x = std::get<Time>(a.readings.front()).days, &y = std::get<Time>(b.readings.front()).days;
  if (!d.days || !e.days || !d.days->first || !e.days->first || !x || !y || *d.days->first == *e.days->first)
    return false;
  const auto from_home = std::pair{*x->first - *d.days->first, *y->first - *e.days->first};
  const auto near = [](std::chrono::days off) { return std::abs(off.count()) <= 1; };
  const bool weekly = std::abs((*d.days->first - *e.days->first).count()) > kNotices &&  // "power is off on Sunday"
                      near(from_home.first - from_home.second);
  return weekly || from_home.first == from_home.second || (near(from_home.first) && near(from_home.second));
}

/// Is it what a word of growing counts is of? In "killed 230,000 people in 14 countries" the countries do not grow.
bool Weigher::grows(std::uint32_t c) const {
  const std::span<const std::uint32_t> all = sentence_of(c);
  return std::any_of(claims_[c].about.begin(), claims_[c].about.end(), [&](const Word& word) {
    if (!word.grows || word.gap > kGrowReach) return false;
    const auto nearer = [&](const Word& same) { return same.span == word.span && same.gap < word.gap; };
    return std::none_of(all.begin(), all.end(), [&](std::uint32_t other) {
      const auto& about = claims_[other].about;
      return claims_[other].frame == "open.count" && std::any_of(about.begin(), about.end(), nearer);
    });
  });
}

/// Counts of one event, reported on different days.
bool Weigher::is_update(std::uint32_t of_a, std::uint32_t of_b) const {
  const Claim &a = claims_[of_a], &b = claims_[of_b];
  if (a.frame != "open.count" || !grows(of_a) || !grows(of_b)) return false;
  if (a.at && b.at && a.at->days && a.at->days == b.at->days) return false;
  const auto &d = documents_[a.document].date, &e = documents_[b.document].date;
  return d.days && e.days && d.days->first != e.days->first;
}

/// Is nothing else in its sentence of its kind? What repeats its value is nothing else.
bool Weigher::is_alone(std::uint32_t c) const {
  const Claim& claim = claims_[c];
  const auto all = sentence_of(c);
  return std::none_of(all.begin(), all.end(), [&](std::uint32_t other) {
    return other != c && same_kind(claims_[other], claim) &&
           !same_value(claims_[other].readings.front(), claim.readings.front());
  });
}

/// Two sentences that share a figure hardly the same by chance, or one in its rounding ("84,300", "84 thousand"), and
/// have one figure more of this kind.
bool Weigher::is_lone_pair(std::uint32_t a, std::uint32_t b) const {
  const auto left = sentence_of(a), right = sentence_of(b);
  if (left.size() < 2 || right.size() < 2) return false;
  for (const std::uint32_t x : left)
    for (const std::uint32_t y : right)
      if (x != a && y != b && telling_[x] && telling_[y] && relate(claims_[x], claims_[y]) == Relation::meet)
        return is_alone(a) && is_alone(b);
  return false;
}

/// Values that two sentences both give, and what they are of.
double Weigher::shared_counts_of(std::uint32_t a, std::uint32_t b) const {
  double count = 0;
  for (const std::uint32_t x : sentence_of(a))
    for (const std::uint32_t y : sentence_of(b)) {
      const Reading& reading = claims_[x].readings.front();
      if (!same_value(reading, claims_[y].readings.front()) || std::get_if<Quantity>(&reading) == nullptr) continue;
      const bool round = significant_digits(reading) < kTelling;  // "30 dead", "some 30 people were killed"
      const bool large = !(std::get<Quantity>(reading).low < Decimal(10, 0));
      if (!round || (large && counts_alike(claims_[x], claims_[y]))) ++count;
    }
  return count;
}

/// What tells more than the signs that the two are of one fact, if anything does.
Proof Weigher::proof_of(const Signs& s, std::uint32_t of_a, std::uint32_t of_b) const {
  const Claim &a = claims_[of_a], &b = claims_[of_b];
  const auto *p = std::get_if<Quantity>(&a.readings.front()), *q = std::get_if<Quantity>(&b.readings.front());
  if (p == nullptr || q == nullptr || s[of_game] > 0 || s[alike] < kLeastProof) return Proof::signs;
  if (is_swapped_unit(of_a, of_b) || is_swapped_unit(of_b, of_a)) return Proof::unit;
  if (!counts_alike(a, b)) return Proof::signs;
  // "killed 230,000 people in 13 countries in 2004", "in 2004 a tsunami killed 230,000 in 14 countries"
  const double counts = shared_counts_of(of_a, of_b);
  if (counts > 0 && std::max(counts, s[shared_values]) >= kTwins) return Proof::sentence;
  return is_phrase(s, of_a, of_b) ? Proof::phrase : Proof::signs;
}

/// One thing told in the same words; what grows or changes, and what is measured, is told so every day.
bool Weigher::is_phrase(const Signs& s, std::uint32_t of_a, std::uint32_t of_b) const {
  const Claim &a = claims_[of_a], &b = claims_[of_b];
  if (s[two_languages] > 0 || s[swapped_names] > 0 || s[strange_names] > 0 || s[of_game] > 0) return false;
  if (a.change || b.change || is_broken(a) || is_broken(b) || (grows(of_a) && grows(of_b))) return false;
  return counts_alike(a, b) && in_one_phrase(a, b, documents_[a.document].capitals);
}

/// "60 metres (200 feet)" and "200 metres": the number stayed, and its unit did not.
bool Weigher::is_swapped_unit(std::uint32_t of_a, std::uint32_t of_b) const {
  const auto &p = std::get<Quantity>(claims_[of_a].readings.front()),
             &q = std::get<Quantity>(claims_[of_b].readings.front());
  if (p.dimension != Dimension::measure || p.unit != q.unit) return false;
  const std::span<const std::uint32_t> all = sentence_of(of_a);
  return std::any_of(all.begin(), all.end(), [&](std::uint32_t c) {
    const auto* other = std::get_if<Quantity>(&claims_[c].readings.front());
    if (other == nullptr || other->dimension != Dimension::measure || other->unit == p.unit) return false;
    const Span &x = claims_[of_a].span, &y = claims_[c].span;
    const std::uint32_t between = x.end <= y.begin   ? y.begin - x.end
                                  : y.end <= x.begin ? x.begin - y.end
                                                     : kBracket + 1;
    return between <= kBracket && other->low == q.low && other->high == q.high;
  });
}

void Weigher::weigh(const DocumentPair& pair, const std::vector<std::uint32_t>& thirds, std::vector<Link>& meets,
                    std::vector<Link>& aparts) const {
  const auto& left = of_[pair.a];
  const auto& right = of_[pair.b];
  std::unordered_map<std::uint64_t, int> count;
  for (const auto* side : {&left, &right})
    for (const std::uint32_t c : *side)
      for (const Feature& f : features_[c]) ++count[f.key];
  const double total = static_cast<double>(left.size() + right.size());
  const bool one_language = documents_[pair.a].language == documents_[pair.b].language;
  const auto rarity = [&](std::uint64_t key) { return std::log(1.0 + total / count.at(key)); };
  const auto norm = [&](std::uint32_t c) {
    double sum = 0;
    for (const Feature& f : features_[c])
      if (one_language || !f.plain) sum += rarity(f.key) * f.weight * f.weight;
    return sum;
  };
  std::vector<double> norm_left, norm_right;
  for (const std::uint32_t c : left) norm_left.push_back(norm(c));
  for (const std::uint32_t c : right) norm_right.push_back(norm(c));
  std::vector<Candidate> candidates, unlike;
  std::vector<Best> best_left(left.size()), best_right(right.size());
  for (std::size_t i = 0; i < left.size(); ++i)
    for (std::size_t j = 0; j < right.size(); ++j) {
      const Relation relation = relate(claims_[left[i]], claims_[right[j]]);
      if (relation == Relation::none) continue;
      Candidate c{left[i], right[j], i, j, relation, 0, 0, 0};
      const auto &x = features_[c.a], &y = features_[c.b];
      for (auto p = x.begin(), q = y.begin(); p != x.end() && q != y.end();) {
        if (p->key < q->key) {
          ++p;
        } else if (q->key < p->key) {
          ++q;
        } else {
          c.common += rarity(p->key) * p->weight * q->weight;
          c.head = std::max(c.head, static_cast<double>(p->weight * q->weight));
          ++p, ++q;
        }
      }
      c.alike = c.common / std::sqrt((norm_left[i] + kSmooth) * (norm_right[j] + kSmooth));
      best_left[i].add(c.alike);
      best_right[j].add(c.alike);
      c.slip = relation == Relation::apart && likely_slip(claims_[c.a], claims_[c.b]) != Likeness::none;
      const bool asked = c.slip || c.alike >= (relation == Relation::meet ? kLeast : kLeastApart);
      if (asked || trace_) (asked ? candidates : unlike).push_back(c);
    }
  const auto signs = [&](const Candidate& c) {
    Signs s = signs_of(claims_[c.a], claims_[c.b], documents_[pair.a], documents_[pair.b], mentioned_[pair.a],
                       mentioned_[pair.b], c.relation);
    s[alike] = c.alike;
    s[story] = pair.score;
    s[story_rival] = pair.rival;
    s[crowd] = std::log1p(total);
    s[head] = c.head;
    s[common] = std::log1p(c.common);
    s[shared_values] = shared_values_of(c.a, c.b);
    s[lone_pair] = is_lone_pair(c.a, c.b) ? 1 : 0;
    s[margin] = c.alike - std::max(best_left[c.i].second, best_right[c.j].second);
    s[not_best] = std::max(best_left[c.i].first, best_right[c.j].first) - c.alike;
    return s;
  };
  const auto trace = [&](std::string_view what, const Candidate& c, const Signs& s) {
    if (!trace_) return;
    const auto place = [&](std::uint32_t i) {
      const Claim& claim = claims_[i];
      return fmt::format("{}\t{}\t{}", documents_[claim.document].id, claim.span.begin, claim.span.end);
    };
    std::string line =
        fmt::format("{}\t{}\t{}\t{}\t{}\t", what, place(c.a), place(c.b), dump(claims_[c.a]), dump(claims_[c.b]));
    for (const double sign : s) line += fmt::format("{:.4f} ", sign);
    trace_(line);
  };
  for (const Candidate& c : unlike) trace("left:unlike", c, signs(c));
  // what agrees with something in the other document is hardly at odds with anything there
  // (unless that is less like it: 82 million for one player are not the 80 million of two others)
  std::vector<std::vector<std::pair<double, double>>> agreed_left(left.size()), agreed_right(right.size());
  for (const Candidate& c : candidates) {
    if (c.relation != Relation::meet || framed_alike(c.a, c.b)) continue;
    const Signs s = signs(c);
    trace("meet", c, s);
    // rounded values of two years meet easily
    if (s[same_period] < 0 && s[equal] == 0 && claims_[c.a].frame != "open.date") continue;
    if (is_wide(claims_[c.a]) != is_wide(claims_[c.b])) continue;
    const double sure = sure_of_agreement(s);
    agreed_left[c.i].emplace_back(c.alike, sure);
    agreed_right[c.j].emplace_back(c.alike, sure);
    // "26 were missing" is no witness of 26 villages
    const bool chance = s[bare] == 1 && s[digits] <= kTelling && s[covered] < kMostCovered;
    if (sure >= (chance ? kBareAgreement : kAgreement)) meets.push_back({c.a, c.b, sure, c.relation, s});
  }
  for (const Candidate& c : candidates) {
    if (c.relation == Relation::meet) continue;
    const auto left_out = [&](std::string_view why) {
      if (trace_) trace("left:" + std::string(why), c, signs(c));
    };
    if (is_update(c.a, c.b)) {
      left_out("update");
      continue;
    }
    const bool passing = claims_[c.a].passing || claims_[c.b].passing;
    if (passing && !are_periods(claims_[c.a], claims_[c.b])) {
      left_out("passing");
      continue;
    }
    if (!c.slip && c.alike < kRival * std::max(best_left[c.i].first, best_right[c.j].first)) {
      left_out("rival");
      continue;
    }
    const auto known = [&](bool (*like)(const Claim&, const Claim&)) {
      return knows(pair.a, claims_[c.b], like) || knows(pair.b, claims_[c.a], like);
    };
    if (known(may_count_alike)) {
      left_out("known");
      continue;
    }
    const bool by_phrase_only = known(one_unit);
    Signs s = signs(c);
    for (const auto* agreed : {&agreed_left[c.i], &agreed_right[c.j]})
      for (const auto& [as_alike, sure] : *agreed)
        if (as_alike > kRival * c.alike) s[agrees_elsewhere] = std::max(s[agrees_elsewhere], sure);
    if (is_elsewhere(s)) aparts.push_back({c.a, c.b, 0, c.relation, s, Proof::elsewhere});
    if (const std::string_view why = other_fact(s, c.a, c.b); !why.empty()) {
      left_out(why);
      continue;
    }
    Link link{c.a, c.b, sure_of_difference(s), c.relation, s};
    trace("apart", c, s);
    if (c.relation == Relation::apart && link.sure < kProven) link.proof = proof_of(s, c.a, c.b);
    if (link.proof != Proof::signs) link.sure = kProven;
    if (by_phrase_only && link.proof != Proof::phrase) continue;
    if (passing && !(s[shared_values] > 0 && link.sure >= kSurePeriod)) continue;
    if (link.sure >= kDifference && !known_to_a_third(pair, link, thirds)) aparts.push_back(link);
  }
  weigh_versions(pair, aparts);
}

void Weigher::weigh_versions(const DocumentPair& pair, std::vector<Link>& aparts) const {
  const auto &left = of_[pair.a], &right = of_[pair.b];
  const DocumentView &of_left = documents_[pair.a], &of_right = documents_[pair.b];
  // in one language the report of another day is no version but the next report
  if (of_left.language == of_right.language && of_left.date.days != of_right.date.days) return;
  const auto at = [&](const std::vector<std::uint32_t>& side, std::uint32_t i) -> const Claim& {
    return claims_[side[i]];
  };
  TwoTexts texts;
  texts.left = static_cast<std::uint32_t>(left.size());
  texts.right = static_cast<std::uint32_t>(right.size());
  texts.same = [&](std::uint32_t i, std::uint32_t j) {
    return same_value(at(left, i).readings.front(), at(right, j).readings.front()) &&
           relate(at(left, i), at(right, j)) == Relation::meet;
  };
  texts.alike = [&](std::uint32_t i, std::uint32_t j) { return one_scope(at(left, i), at(right, j)); };
  texts.together_left = [&](std::uint32_t i, std::uint32_t k) { return at(left, i).sentence == at(left, k).sentence; };
  texts.together_right = [&](std::uint32_t i, std::uint32_t k) {
    return at(right, i).sentence == at(right, k).sentence;
  };
  const Versions versions = versions_of(texts);
  for (const auto& [i, j] : versions.odd) {
    const Claim &a = claims_[left[i]], &b = claims_[right[j]];
    if (relate(a, b) != Relation::apart || !one_unit(a, b) || is_update(left[i], right[j])) continue;
    if (a.passing || b.passing || is_notation(a, b)) continue;
    Link link{left[i], right[j], versions.sure(), Relation::apart, {}};
    link.proof = Proof::place;
    link.agree = versions.agree;
    link.of = versions.of;
    aparts.push_back(link);
  }
}

bool Weigher::framed_alike(std::uint32_t a, std::uint32_t b) const {
  const auto &x = framed_[a], &y = framed_[b];
  return std::any_of(x.begin(), x.end(), [&](std::uint32_t f) {
    return std::any_of(y.begin(), y.end(), [&](std::uint32_t g) {
      return claims_[f].frame == claims_[g].frame && claims_[f].key == claims_[g].key;
    });
  });
}

}  // namespace mizan
