// What stands behind a figure: a currency, a measure, a percent sign, a counted noun. Private to the room.
#pragma once

#include "extract/tokens.hpp"

namespace mizan {

/// What stands behind a figure.
struct Unit {
  Dimension dimension = Dimension::none;
  std::vector<std::string> names;  ///< several currencies for a bare "$"
  int power = 0;                   ///< tomans are ten rials
  std::uint32_t end = 0;
  bool open = false;    ///< a noun no concept lists
  bool before = false;  ///< told by what stands before the figure, not behind it
};

/// The unit at a token, right behind a figure or glued to it by a dash ("45-acre"). of_allowed: "76 OF THE regions"
/// too.
/// gap_allowed: "60 RUSSIAN students".
std::optional<Unit> unit_at(const Tokens& tokens, std::uint32_t at, bool of_allowed, bool gap_allowed = true);

/// May a word stand between a figure and its noun: nothing a grammar reads, no little word?
bool is_quiet(const Tokens& tokens, std::uint32_t i);

/// "20 milliardi" as an adjective (Language::adjective_scales): no noun behind it is counted.
bool is_adjective_scale(const Tokens& tokens, std::uint32_t i);

/// What a dual counts two of.
Unit dual_unit(const Tokens& tokens, const Tag& dual);

/// The age that a figure is, where a word beside it or the person it is of says so: "aged 40", "65 years and older",
/// "7-mesyachnogo rebyonka". first: where its mention begins, with what modifies it; [start, end): the figure.
std::optional<Unit> age_at(const Tokens& tokens, std::uint32_t first, std::uint32_t start, std::uint32_t end);

/// The age in a word that holds its number, "umruha amani" (she is two years old); at is where it stands.
std::optional<Match<Quantity>> age_in_word(const Tokens& tokens, std::uint32_t first, std::uint32_t at);

/// That age, or what a phrase before the figure counts: "mother of 12".
std::optional<Unit> told_beside(const Tokens& tokens, std::uint32_t first, std::uint32_t start, std::uint32_t end);

/// The classifier at a token, where what it counts is told nowhere: "at least one MORED".
std::optional<Unit> classifier_at(const Tokens& tokens, std::uint32_t at);

/// "yek NAFAR" is one person, where "yek shakhs" may be some person: Language::counted_one.
bool counts_article(const Tokens& tokens, std::uint32_t noun);

/// "at least one", "only one": does a bound or an "only" before a figure make a count of it? first: where its mention
/// begins.
bool is_counting(const Tokens& tokens, std::uint32_t first, std::uint32_t at);

/// "215 votes for, ten against and ONE VOTE invalid": does the sentence count the noun elsewhere too? Then an article
/// that is also a one counts. at, end: the figure with its noun.
bool is_counted_elsewhere(const Tokens& tokens, std::uint32_t at, std::uint32_t end, const std::string& noun);

/// "al-duwal al-thalath", "al-awamil al-fayrusiyya al-thalatha": the noun before a definite number, with at most two
/// adjectives between; i itself if there is none.
std::uint32_t noun_before(const Tokens& tokens, std::uint32_t i);

/// "2.6 billion (in 2013 dollars)": the figure says whose dollars, not how many.
bool is_money_of_year(const Tokens& tokens, std::uint32_t at);

/// Is nothing written on the front of a noun but an "and" or a "for", which no article is?
bool is_indefinite(const Tokens& tokens, const Label& label);

/// Is a unit of UCUM one of ages?
bool is_age_unit(std::string_view ucum);

/// Persian "tan" weighs before goods, and in a sentence of goods unless people stand behind it.
/// end: the token after the unit.
bool is_weighed(const Tokens& tokens, std::uint32_t end);

/// Do words of the weather stand around a token? Then its degrees are those of Celsius.
bool is_heat(const Tokens& tokens, std::uint32_t at);

}  // namespace mizan
