// Two texts on one matter, made ready to be compared: their values, and what stands around each. Private to the room.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "judge/judge.hpp"
#include "judge/stands.hpp"

namespace mizan {

/// A value of a text, with the place of its first following word in the text's words.
struct Item {
  std::uint32_t mention = 0;
  const Mention* value = nullptr;
  const Claim* claim = nullptr;       ///< its open claim; nullptr where none is made (an open date)
  std::size_t before = 0, after = 0;  ///< words [0, before) stand before it, [after, ...) behind it
  bool scope = false;                 ///< the period of another value
  const Time* at = nullptr;           ///< its own period: the nearest date of its sentence
};

struct Side {
  const DocumentView* view = nullptr;
  std::vector<Item> items;
  std::vector<Word> words;              ///< in text order
  std::vector<std::uint32_t> sentence;  ///< of each word
  std::vector<std::uint64_t> keys;      ///< all that is mentioned, sorted
};

Side side(const DocumentView& view, const std::vector<Claim>& claims, std::uint32_t document);

/// What speaks for two values that disagree being of one thing, and against.
enum MatterSign : std::uint8_t {
  m_bias,
  m_before,         ///< a word directly before both
  m_behind,         ///< a word directly behind both
  m_crowd,          ///< how many values of that kind the fuller text has, on a logarithmic scale
  m_known,          ///< share of the words in the shorter text's sentence that the other text has
  m_strange,        ///< how many it has not, on a logarithmic scale
  m_strange_names,  ///< names in that sentence that the other text never mentions
  m_shared_names,
  m_strange_topics,  ///< topics in the shorter text's sentence that the other text has not
  m_bare,            ///< how many of the two count nothing that is named
  m_both_exact,
  m_edge,       ///< a bound and the figure that it leaves out
  m_edge_date,  ///< the same of dates
  m_digits,
  m_separated,
  m_close,  ///< off by little
  m_slip,
  m_met_short,     ///< the value of the shorter text is met by another value of the longer
  m_met_long,      ///< and the other way round
  m_others_apart,  ///< and that it does not
  m_orphans,       ///< values of the shorter text that nothing in the longer can be compared with
  m_other_period,
  m_period_short,  ///< only the value of the shorter text is given a period
  m_period_long,   ///< only the other is
  m_grown,         ///< the later value is greater, as counts that grow are
  m_sum,           ///< a third value makes up the difference
  m_off_by_one,    ///< of a few: "he and two others"
  m_scope,         ///< one is the period of another value
  m_scopes,        ///< both are
  m_greater,       ///< the value of the shorter text is the greater
  m_all_agree,     ///< all other values of the shorter text are borne out
  m_denied,
  m_planned,
  m_date,
  m_duration,
  m_money,
  m_first,        ///< an ordinal of one: "first"
  m_date_alike,   ///< alike, if it is a date
  m_count_alike,  ///< alike, if it is a count
  kMatterSigns
};
using MatterSigns = std::array<double, kMatterSigns>;

/// Cosine of the words around two values; one word as near to both as can be is 1.
double likeness(const Side& a, const Item& x, const Side& b, const Item& y);

/// The signs that two values alone give; a is the text with fewer words. Those that need rivals stay 0.
MatterSigns matter_signs(const Side& a, const Item& x, const Side& b, const Item& y, Stand stand);

/// How surely two values that disagree are of one thing, and of one scope; from 0 to 1. A logistic regression.
double sure_of_conflict(const MatterSigns& signs);

}  // namespace mizan
