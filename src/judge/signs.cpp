#include "judge/signs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace mizan {
namespace {

constexpr double kNear = 5;     // words: at this distance a word tells half as much
constexpr int kNames = 10;      // how near a name is the figure's own
constexpr int kGroupReach = 8;  // how near a topic tells its claim from others of its group
constexpr int kClose = 7;       // how near a topic names what the figure is of
constexpr int kMostTopics = 3;
constexpr double kSamePeriod = 0.12;  // by what share of its length a period may be shifted
constexpr std::size_t kMostTold = 4;  // signs that an explanation names
constexpr double kLittleTold = 0.1;
constexpr double kMillionForBillion = 6.8;     // in logarithms: a little less than a thousandfold
constexpr double kMost = 3;                    // of counts and logarithms: what is more tells no more
constexpr std::string_view kYearsOfAge = "a";  // UCUM

std::uint32_t group_of(const Claim& claim, std::uint64_t& topic) {
  for (const Word& word : claim.about)
    if (word.group != 0 && word.gap <= kGroupReach) {
      topic = word.key;
      return word.group;
    }
  return 0;
}

bool is_change(const Claim& claim) { return claim.frame == "open.percent" && claim.change; }

bool is_in(const std::vector<std::uint64_t>& sorted, std::uint64_t key) {
  return std::binary_search(sorted.begin(), sorted.end(), key);
}

/// Names beside a figure that a document never mentions. Only capitals tell a name that nobody listed.
enum class MayBeName : std::uint8_t { listed, with_a_sound, any_word };
int strangers(const Claim& claim, MayBeName least, const std::vector<std::uint64_t>& other) {
  int count = 0;
  for (const Word& word : claim.about) {
    if (word.gap > kNames) break;
    const bool plain = word.kind == Word::Kind::plain;
    if (word.kind != Word::Kind::name && !(plain && least == MayBeName::any_word) &&
        !(plain && least == MayBeName::with_a_sound && word.sounds[0] != 0))
      continue;
    const auto heard = [&](std::uint32_t sound) { return sound != 0 && is_in(other, sound_key(sound)); };
    if (!is_in(other, word.key) && !heard(word.sounds[0]) && !heard(word.sounds[1])) ++count;
  }
  return count;
}

int shared(const Claim& a, const Claim& b, int reach) {
  int count = 0;
  for (const Word& x : a.about) {
    if (x.gap > reach) break;
    if (x.kind != Word::Kind::name && x.sounds[0] == 0) continue;
    count += std::any_of(b.about.begin(), b.about.end(), [&](const Word& y) {
      return y.gap <= reach &&
             (x.key == y.key || (x.sounds[0] != 0 && (x.sounds[0] == y.sounds[0] || x.sounds[0] == y.sounds[1])));
    });
  }
  return count;
}

/// A quarter is no year, though it lies in one; "2024" and "the year to 31 December 2024" are.
bool one_period_of(const Days& a, const Days& b) {
  if (!meets(a, b)) return false;
  if (!a.first || !a.last || !b.first || !b.last) return true;
  const auto apart = [](Day x, Day y) { return static_cast<double>(std::abs((x - y).count())); };
  const double shift = kSamePeriod * (std::max(apart(*a.last, *a.first), apart(*b.last, *b.first)) + 1);
  return apart(*a.first, *b.first) <= shift && apart(*a.last, *b.last) <= shift;
}

/// The nearest topic that tells what a figure is of; nullptr if none is near.
const Word* head_of(const Claim& claim) {
  for (const Word& word : claim.about) {
    if (word.gap > kClose) break;
    if (word.kind == Word::Kind::topic && !word.general) return &word;
  }
  return nullptr;
}

/// Whose figure it is, most likely; nullptr if no name is near.
const Word* nearest_name_of(const Claim& claim) {
  for (const Word& word : claim.about) {
    if (word.gap > kClose) break;
    if (word.kind == Word::Kind::name) return &word;
  }
  return nullptr;
}

bool is_of_writing(const Reading& reading, const DocumentView& home) {
  const auto* t = std::get_if<Time>(&reading);
  if (t == nullptr || !t->days || !t->days->first || !home.date.days || !home.date.days->first) return false;
  const auto days = (*home.date.days->first - *t->days->first).count();
  return days >= 0 && days <= 1;
}

/// A plan. Of a date the calendar tells it: "the vote is on Friday" and "the vote is planned for Friday" are one.
bool is_ahead(const Claim& claim, const DocumentView& home) {
  const auto* t = std::get_if<Time>(&claim.readings.front());
  if (claim.frame != "open.date" || t == nullptr || !t->days || !t->days->first || !home.date.days ||
      !home.date.days->last)
    return claim.stance == Stance::planned;
  return *t->days->first > *home.date.days->last;
}

double logistic(const Signs& signs, const Signs& weights) {
  double sum = 0;
  for (std::size_t i = 0; i < kSigns; ++i) sum += signs[i] * weights[i];
  return 1 / (1 + std::exp(-sum));
}

}  // namespace

std::vector<Feature> features(const Claim& claim) {
  std::vector<Feature> result;
  for (const Word& word : claim.about) {
    const auto weight = static_cast<float>(1.0 / (1.0 + word.gap / kNear));
    result.push_back({word.key, weight, word.kind == Word::Kind::plain});
    for (const std::uint32_t sound : word.sounds)
      if (sound != 0) result.push_back({sound_key(sound), weight, false});
  }
  std::sort(result.begin(), result.end(),
            [](const Feature& x, const Feature& y) { return x.key != y.key ? x.key < y.key : x.weight > y.weight; });
  result.erase(
      std::unique(result.begin(), result.end(), [](const Feature& x, const Feature& y) { return x.key == y.key; }),
      result.end());
  return result;
}

std::vector<std::uint64_t> mentioned(const DocumentView& document) {
  std::vector<std::uint64_t> keys;
  for (const Word& word : document.words) {
    keys.push_back(word.key);
    for (const std::uint32_t sound : word.sounds)
      if (sound != 0) keys.push_back(sound_key(sound));
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

Signs signs_of(const Claim& a, const Claim& b, const DocumentView& of_a, const DocumentView& of_b,
               const std::vector<std::uint64_t>& mentioned_in_a, const std::vector<std::uint64_t>& mentioned_in_b,
               Relation relation) {
  const Reading &x = a.readings.front(), &y = b.readings.front();
  Signs s{};
  s[bias] = 1;
  std::uint64_t p = 0, q = 0;
  const std::uint32_t g = group_of(a, p), h = group_of(b, q);
  s[other_topic] = g != 0 && g == h ? (p != q ? 1 : -1) : 0;
  const auto *m = std::get_if<Quantity>(&x), *n = std::get_if<Quantity>(&y);
  if (m != nullptr && n != nullptr) {
    if (m->dimension == Dimension::count && n->dimension == Dimension::count)
      s[m->unit == n->unit ? unit_same : m->unit == kAnybody || n->unit == kAnybody ? unit_generic : unit_other] = 1;
    s[bare] = (m->dimension == Dimension::none) + (n->dimension == Dimension::none);
    s[modified] = (m->modifier != Modifier::exact) + (n->modifier != Modifier::exact);
    s[small] = m->low < Decimal(10, 0) && n->low < Decimal(10, 0) ? 1 : 0;
    s[digits] = std::min(significant_digits(x), significant_digits(y));
    // a figure may grow from day to day; when something happened does not
    if (of_a.date.days && of_b.date.days && of_a.date.days->first && of_b.date.days->first)
      s[days_apart] =
          std::log1p(static_cast<double>(std::abs((*of_a.date.days->first - *of_b.date.days->first).count())));
  }
  if (a.at && b.at && a.at->days && b.at->days)
    s[same_period] = one_period_of(*a.at->days, *b.at->days) ? 1 : -1;
  else
    s[one_period] = a.at || b.at ? 1 : 0;
  s[other_stance] = is_ahead(a, of_a) != is_ahead(b, of_b) ? 1 : 0;
  s[other_kind] = a.part != b.part || is_change(a) != is_change(b) ? 1 : 0;
  const auto names = [](const DocumentView& home) {
    return home.capitals ? MayBeName::with_a_sound : MayBeName::listed;
  };
  s[other_time] = a.former != b.former ? 1 : 0;
  s[strange_names] =
      std::min(kMost, 1.0 * strangers(a, names(of_a), mentioned_in_b) + strangers(b, names(of_b), mentioned_in_a));
  if (of_a.language == of_b.language) {
    const MayBeName least = of_a.capitals ? MayBeName::with_a_sound : MayBeName::any_word;
    s[swapped_names] =
        std::min(kMost, 1.0 * std::min(strangers(a, least, mentioned_in_b), strangers(b, least, mentioned_in_a)));
  }
  s[shared_names] = std::min(kMost, 1.0 * shared(a, b, UINT8_MAX));
  const bool one_language = of_a.language == of_b.language;
  const bool date = a.frame == "open.date";
  const auto cover = [&](auto&& wanted, Sign share, std::optional<Sign> lacking) {
    double all = 0, found = 0;
    for (const auto& [one, other] : {std::pair{&a, &b}, std::pair{&b, &a}}) {
      int near = 0;
      for (const Word& word : one->about) {
        if (word.gap > kClose || near == kMostTopics) break;
        if (!wanted(word)) continue;
        ++near, ++all;
        found +=
            std::any_of(other->about.begin(), other->about.end(), [&](const Word& w) { return w.key == word.key; });
      }
    }
    s[share] = all > 0 ? found / all : 0;
    if (lacking) s[*lacking] = all - found;
  };
  // when something began is told by "begin"
  const auto topic = [](const Word& w) { return w.kind == Word::Kind::topic; };
  cover([&](const Word& w) { return topic(w) && (date || !w.general); }, covered, uncovered);
  cover([&](const Word& w) { return topic(w) && !date && w.general; }, covered_general, uncovered_general);
  if (one_language) cover([](const Word& w) { return w.kind == Word::Kind::plain; }, covered_words, std::nullopt);
  s[two_languages] = one_language ? 0 : 1;
  s[equal] = same_value(x, y) ? 1 : 0;
  const auto measures = in_one_unit(a, b);
  const double gap = std::min(kMost, measures ? separation(measures->first, measures->second) : separation(x, y));
  const Likeness slipped = relation == Relation::apart ? likely_slip(a, b) : Likeness::none;
  if (slipped != Likeness::none)
    s[slipped == Likeness::other_month  ? slip_of_date
      : slipped == Likeness::other_unit ? slip_of_unit
      : slipped == Likeness::tenfold    ? tenfold
                                        : slip] = 1;
  else
    s[separated] = gap;  // how far a slip goes tells nothing
  s[thousandfold] = s[tenfold] > 0 && !measures && separation(x, y) > kMillionForBillion ? 1 : 0;
  s[of_measure] = a.frame == "open.measure" && slipped == Likeness::none ? 1 : 0;
  s[by_rounding] = relation == Relation::rounding ? 1 : 0;
  s[of_date] = a.frame == "open.date" ? 1 : 0;
  s[of_writing] = (date && is_of_writing(x, of_a) ? 1 : 0) + (date && is_of_writing(y, of_b) ? 1 : 0);
  s[of_duration] = a.frame == "open.duration" ? 1 : 0;
  s[of_ordinal] = a.frame == "open.ordinal" ? 1 : 0;
  s[of_age] = m != nullptr && m->unit == kYearsOfAge ? 1 : 0;
  const auto game = [](const Claim& claim) {
    return std::any_of(claim.about.begin(), claim.about.end(), [](const Word& w) { return w.game; });
  };
  const Word *x_name = nearest_name_of(a), *y_name = nearest_name_of(b);
  if (x_name != nullptr && y_name != nullptr) s[nearest_name] = x_name->key == y_name->key ? 1 : -1;
  s[of_game] = (game(a) ? 0.5 : 0) + (game(b) ? 0.5 : 0);
  return s;
}

// Written by bench/calibrate.py.
const Signs& agreement_weights() {
  static constexpr Signs weights{
      -0.39,  // bias
      0.00,   // alike
      0.00,   // story
      0.37,   // story_rival
      -0.39,  // crowd
      0.00,   // head
      0.65,   // common
      0.18,   // margin
      -2.60,  // not_best
      0.36,   // covered
      0.00,   // uncovered
      0.65,   // covered_general
      0.00,   // uncovered_general
      0.59,   // covered_words
      0.00,   // other_topic
      0.00,   // unit_same
      0.00,   // unit_generic
      -0.27,  // unit_other
      0.00,   // bare
      0.59,   // same_period
      -0.51,  // one_period
      -0.14,  // other_stance
      0.00,   // other_kind
      0.00,   // strange_names
      0.00,   // swapped_names
      0.33,   // shared_names
      0.18,   // shared_values
      2.27,   // two_languages
      -0.64,  // modified
      -1.29,  // small
      0.71,   // digits
      0.65,   // equal
      -3.03,  // separated
      0.00,   // slip
      0.00,   // by_rounding
      0.00,   // days_apart
      0.00,   // agrees_elsewhere
      -0.74,  // of_date
      0.00,   // of_duration
      -1.76,  // of_ordinal
      -1.57,  // of_age
      0.00,   // of_game
      -0.25,  // of_writing
      0.00,   // nearest_name
      0.00,   // lone_pair
      0.00,   // tenfold
      0.00,   // slip_of_date
      0.00,   // of_measure
      0.00,   // other_time
      0.00,   // thousandfold
      0.00,   // slip_of_unit
  };
  return weights;
}

const Signs& difference_weights() {
  static constexpr Signs weights{
      -3.29,  // bias
      0.00,   // alike
      1.91,   // story
      1.99,   // story_rival
      -1.26,  // crowd
      0.00,   // head
      1.26,   // common
      2.48,   // margin
      -4.93,  // not_best
      0.57,   // covered
      0.00,   // uncovered
      0.17,   // covered_general
      0.00,   // uncovered_general
      1.30,   // covered_words
      -0.00,  // other_topic
      0.00,   // unit_same
      0.00,   // unit_generic
      -1.51,  // unit_other
      -0.20,  // bare
      0.19,   // same_period
      -0.19,  // one_period
      -3.46,  // other_stance
      -2.89,  // other_kind
      -0.38,  // strange_names
      -1.09,  // swapped_names
      0.50,   // shared_names
      0.89,   // shared_values
      4.82,   // two_languages
      0.00,   // modified
      -0.56,  // small
      0.00,   // digits
      0.00,   // equal
      -1.60,  // separated
      5.20,   // slip
      1.83,   // by_rounding
      -0.70,  // days_apart
      -5.65,  // agrees_elsewhere
      1.07,   // of_date
      -0.80,  // of_duration
      0.00,   // of_ordinal
      -7.47,  // of_age
      -0.56,  // of_game
      -2.49,  // of_writing
      1.18,   // nearest_name
      0.69,   // lone_pair
      4.78,   // tenfold
      2.20,   // slip_of_date
      -0.07,  // of_measure
      -2.50,  // other_time
      3.00,   // thousandfold
      4.00,   // slip_of_unit
  };
  return weights;
}

bool same_kind(const Claim& a, const Claim& b) {
  if (a.frame != b.frame) return false;
  const auto *p = std::get_if<Quantity>(&a.readings.front()), *q = std::get_if<Quantity>(&b.readings.front());
  if (p == nullptr || q == nullptr) return a.readings.front().index() == b.readings.front().index();
  if (p->dimension != q->dimension || p->unit != q->unit) return false;
  if (p->dimension == Dimension::count) return true;
  const Word *x = head_of(a), *y = head_of(b);
  return x == nullptr || y == nullptr || x->key == y->key;
}

double sure_of_agreement(const Signs& signs) { return logistic(signs, agreement_weights()); }

double sure_of_difference(const Signs& signs) { return logistic(signs, difference_weights()); }

std::string told_most(const Signs& signs, Relation relation) {
  static constexpr std::array<std::string_view, kSigns> names{
      "bias",
      "alike",
      "story",
      "story rival",
      "crowd",
      "head",
      "common",
      "margin",
      "not best",
      "covered",
      "uncovered",
      "covered general",
      "uncovered general",
      "covered words",
      "other topic",
      "unit same",
      "unit generic",
      "unit other",
      "bare",
      "same period",
      "one period",
      "other stance",
      "other kind",
      "strange names",
      "swapped names",
      "shared names",
      "shared values",
      "two languages",
      "modified",
      "small",
      "digits",
      "equal",
      "separated",
      "slip",
      "by rounding",
      "days apart",
      "agrees elsewhere",
      "of date",
      "of duration",
      "of ordinal",
      "of age",
      "of game",
      "of writing",
      "nearest name",
      "lone pair",
      "tenfold",
      "slip of date",
      "of measure",
      "other time",
      "thousandfold",
      "slip of unit",
  };
  const Signs& weights = relation == Relation::meet ? agreement_weights() : difference_weights();
  std::vector<std::pair<double, std::size_t>> told;
  for (std::size_t i = bias + 1; i < kSigns; ++i)  // how many claims, and in which languages, is no news to a reader
    if (i != crowd && i != two_languages) told.emplace_back(signs[i] * weights[i], i);
  std::stable_sort(told.begin(), told.end(),
                   [](const auto& x, const auto& y) { return std::abs(x.first) > std::abs(y.first); });
  std::string text;
  for (std::size_t i = 0; i < kMostTold && std::abs(told[i].first) >= kLittleTold; ++i)
    text += fmt::format("{}{} {:+.1f}", text.empty() ? "" : ", ", names[told[i].second], told[i].first);
  return text;
}

}  // namespace mizan
