// Numbers that name something instead of counting it: sections of a law, pages of a book, strains, ranks behind an
// article. no_figure.hpp has the other figures that count nothing. Private to the room.
#pragma once

#include "extract/quantity.hpp"
#include "extract/tokens.hpp"

namespace mizan {

/// Does a naming word of one kind begin at token i?
bool has_naming(const Tokens& t, std::uint32_t i, Naming what);

/// "al-mawsim al- 53", the season the 53: a figure behind an article, behind a word that takes its rank so
/// (Naming::ranked), or right behind one that has the article, "al-dhikra 59", or that wants none (Naming::ranking). Of
/// the plural it is a count: "al-duwal al- 27".
bool is_ranked(const Tokens& t, std::uint32_t i);

/// "120, 130(c) and 135": one section of a row is told by its letter, so all are. Of three digits or more.
bool is_section(const Tokens& t, std::uint32_t i);

/// "(Smith, 1998: 45)": the page of a book.
bool is_page(const Tokens& t, std::uint32_t i);

/// "Name/19/2008", a strain; "24/7", at all hours.
bool is_between_slashes(const Tokens& t, std::uint32_t i);

/// The token behind the minutes of an hour that ends before a token: "at 10 and 20 minutes"; i if there are none.
std::uint32_t minutes_until(const Tokens& t, std::uint32_t i);

/// "From 5 to 8", of digits alone.
bool is_plain_range(const Tokens& t, std::uint32_t i, const QuantityMatch& m);

/// Does it count persons? They are seldom numbered: "districts 4, 5 and 9 workers".
bool counts_people(const Tokens& t, const QuantityMatch& m);

/// Where the figure of a label stands: behind the "from" of "levels from 5 to 8", else at the token itself.
std::uint32_t label_figure(const Tokens& t, std::uint32_t i);

/// The token before a figure that may name it: what little stands between, a bracket, a colon, an article, is passed.
std::uint32_t before_figure(const Tokens& t, std::uint32_t i);

/// The token after the longest phrase at i that hides number words: an idiom or a name.
std::uint32_t hidden_until(const Tokens& t, std::uint32_t i, LabelKind kind);

}  // namespace mizan
