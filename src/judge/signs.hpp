// What speaks for two statements being of one fact, and against; and how sure that makes us. Private to the room.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "judge/judge.hpp"
#include "judge/values.hpp"

namespace mizan {

/// The signs by which two open claims are weighed. Each is a plain number of moderate size; the table of weights in
/// signs.cpp names them again.
enum Sign : std::uint8_t {
  bias,
  alike,            ///< cosine of their words, near ones and rare ones first
  story,            ///< how surely their documents report one story
  story_rival,      ///< the same against the best partner of either document
  crowd,            ///< how many claims the two documents make, on a logarithmic scale
  head,             ///< nearness of the nearest word they share
  common,           ///< how much they share in all
  margin,           ///< how far ahead of the next best candidate of either
  not_best,         ///< how far behind the best candidate of either
  covered,          ///< share of the nearest topics of each that the other knows
  uncovered,        ///< and how many it does not know
  covered_general,  ///< the same for topics of many subjects
  uncovered_general,
  covered_words,  ///< and in one language for other words
  other_topic,    ///< their nearest topics of one group differ (killed, injured): 1; agree: -1
  unit_same,      ///< both count the same things
  unit_generic,   ///< one counts persons, the other victims
  unit_other,     ///< they count different things
  bare,           ///< how many of the two figures count nothing that is named
  same_period,    ///< both give a period, and it is the same: 1; is not: -1
  one_period,     ///< only one gives a period
  other_stance,   ///< one is a plan
  other_kind,     ///< one is a part, or a change
  strange_names,  ///< names beside a figure that the other document never mentions
  swapped_names,  ///< in one language: words that may be names, of either, that the other document lacks
  shared_names,   ///< names that stand beside both
  shared_values,  ///< other figures and dates that both sentences give
  two_languages,
  modified,          ///< how many of the two figures are "about" or "more than"
  small,             ///< both are below ten
  digits,            ///< significant digits of the shorter figure
  equal,             ///< the very same value
  separated,         ///< ratio of the figures, or days between the dates, on a logarithmic scale; of a slip 0
  slip,              ///< they look like one figure with its digits written wrongly
  by_rounding,       ///< only loose rounding lets them meet
  days_apart,        ///< between the two documents, on a logarithmic scale
  agrees_elsewhere,  ///< how surely either agrees with another claim of the other document
  of_date,
  of_duration,
  of_ordinal,
  of_age,
  of_game,       ///< a game or a player is spoken of: each has figures of his own
  of_writing,    ///< dates that are the day of their own document, or the day before: things are said then
  nearest_name,  ///< the listed names nearest to them are one: 1; two: -1
  lone_pair,     ///< their sentences share a telling value, and nothing else in them is of their kind
  tenfold,       ///< they look like one figure at another power of ten
  slip_of_date,  ///< they look like one day in another month, or one year with its digits turned
  of_measure,    ///< lengths, weights, ... that are no slip: a place has several heights and distances
  other_time,    ///< one is told of an earlier time or case: "the previous round"
  thousandfold,  ///< the power of ten is a thousand: million for billion
  slip_of_unit,  ///< one figure with another unit: 186 miles and 186 kilometres
  kSigns
};
using Signs = std::array<double, kSigns>;

/// The words of a claim, each with its weight: the nearer, the more it tells.
struct Feature {
  std::uint64_t key;
  float weight;
  bool plain;  ///< a word of one language only
};
std::vector<Feature> features(const Claim& claim);

/// How a name sounds, as a key among those of words.
constexpr std::uint64_t sound_key(std::uint32_t sound) { return 0x5000000000000000ULL ^ sound; }

/// All that can be said of a document as to who and what it mentions, sorted keys.
std::vector<std::uint64_t> mentioned(const DocumentView& document);

/// The signs that the two claims alone give; those that need their rivals stay 0.
Signs signs_of(const Claim& a, const Claim& b, const DocumentView& of_a, const DocumentView& of_b,
               const std::vector<std::uint64_t>& mentioned_in_a, const std::vector<std::uint64_t>& mentioned_in_b,
               Relation relation);

/// Could the two be of one thing, as far as unit and nearest topic tell?
bool same_kind(const Claim& a, const Claim& b);

/// How surely the two speak of one fact, from 0 to 1, if their values meet, and if they do not. Logistic regressions,
/// fitted on the development data; how well they are calibrated is told in docs/evaluation.md.
double sure_of_agreement(const Signs& signs);
double sure_of_difference(const Signs& signs);
/// The signs that told most for and against, with what each added to the log odds: "margin +1.2, small -0.8".
std::string told_most(const Signs& signs, Relation relation);

}  // namespace mizan
