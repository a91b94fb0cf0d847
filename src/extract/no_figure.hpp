// What looks like a figure and counts nothing: list numbers, scores, notes, names with numbers, quarters of games.
// noise.cpp has what a pattern of characters tells. Private to the room.
#pragma once

#include <initializer_list>
#include <string_view>
#include <vector>

#include "extract/quantity.hpp"
#include "extract/raw.hpp"
#include "extract/tokens.hpp"

namespace mizan {

/// "times": how often, no thing that is counted.
bool is_how_often(const Tokens& tokens, std::uint32_t at);

/// A list number: "1." or "2)" that opens a line.
bool is_list_number(const Tokens& t, std::uint32_t i);

/// "article 5", "flight 302", "12 gauge": a word beside it, of these kinds or of those that stand behind, makes a name
/// of the number, unless a mention has taken it: in "in 24 hours 5 people" the hours are.
bool is_named(const Tokens& t, std::uint32_t i, std::uint32_t taken, std::initializer_list<Naming> what);

/// "numbers one and TWO": the second of two, behind a first one in words that looks like an article.
bool is_second_name(const Tokens& t, std::uint32_t i, std::uint32_t taken);

/// "articles 5, 6 and 7": only what joins stands between the end of a named number and the next.
bool joins_named(const Tokens& t, std::uint32_t named, std::uint32_t i);

/// A telephone, a year without its century, the number of a file: MS08-067.
bool is_code(const Tokens& t, std::uint32_t i);

/// The end of a name in quotation marks ("Voyager 1"), or behind a word of Latin script in a text of the other
/// direction.
bool is_title(const Tokens& t, std::uint32_t i);

/// A word by itself in quotation marks, "on channel 'the Ninth'": a name.
bool is_quoted(const Tokens& t, std::uint32_t first, std::uint32_t end);

/// The number of a house before its street: "200 W. American Blvd.", "473 East 52nd Street".
bool is_house_number(const Tokens& t, std::uint32_t i);

/// The token after the hour of the day that begins at a token: "10 o'clock", "between 9 and 6 in the evening"; i if
/// there is none.
std::uint32_t clock_until(const Tokens& tokens, std::uint32_t i);

/// Does an hour of the day stand before, with an "and" between: "seven in the morning and" 23 minutes?
bool is_past_hour(const Tokens& t, std::uint32_t i);

/// "98728107", "/86011/", "0241": nobody counts so; a telephone, a file, a code. end: the token after the figure.
bool is_identifier(const Tokens& t, std::uint32_t i, std::uint32_t end);

/// A bare figure alone in square brackets, or in round ones that touch the word before: a note, a verse, a shirt.
bool is_note(const Tokens& t, std::uint32_t i, const QuantityMatch& m);

/// A bare figure that labels what stands before it, where the language has such (Language::word_names): "branch 113
/// of", "fatwa 12, 14 and 15.", a verse behind its slash, a list number inside a line, a figure alone in brackets.
bool is_label(const Tokens& t, std::uint32_t i, const QuantityMatch& m, std::uint32_t taken);

/// Is it all that its sentence says? Then even a bare "one" is a figure.
bool stands_alone(const Tokens& t, std::uint32_t first, std::uint32_t end);

/// A number word that also says no (Persian "noh", nine and "neither"): behind a sign, an "and" or a little word that
/// is no preposition, or where the sentence has it twice.
bool is_negation(const Tokens& t, std::uint32_t i);

/// A short bare figure inside a sentence, behind a word that nobody listed. "In Mosul 17 were hurt" opens with its
/// place.
bool is_behind_word(const Tokens& t, std::uint32_t i, const QuantityMatch& m);

/// Whether the word before the byte at has a capital that says something: in a headline where all have one it does not.
bool behind_capital(std::string_view text, std::size_t at, Span sentence);

/// "In the fourth quarter", "in the second half", "in week 14" of a text that counts goals, or tells scores, and no
/// money: of a game, not of the year. And what a team has won and lost, "284-286", beside scores.
void drop_parts_of_games(std::vector<RawMention>& raw, const Knowledge& knowledge, bool scores);

/// "One more of every FOUR students", where no share is made of the two: the whole counts nothing.
bool is_every_so_many(const Tokens& tokens, std::uint32_t i);

}  // namespace mizan
