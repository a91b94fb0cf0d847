// What the grammars found in a document, before its date is settled. Private to the room.
#pragma once

#include <variant>
#include <vector>

#include "extract/quantity.hpp"
#include "extract/time.hpp"

namespace mizan {

struct RawMention {
  FoldedSpan span;
  std::uint32_t sentence = 0;
  std::string path;
  std::variant<TimeSyntax, std::vector<Quantity>, Ordinal> what;
  std::optional<TimeSyntax> until{};  ///< the other end, if both are expressions of their own: "from Monday to 5 May"
  bool whole = false;                 ///< see Mention
  bool partitive = false;             ///< see Mention
  char list_mark = 0;                 ///< the sign behind a short bare figure that may number a list; 0 for none
  bool list_head = false;             ///< the number of a list at the front of its line: no mention
  int list_number = 0;                ///< that figure
  bool in_row = false;                ///< the day before another one of its month: "4 and 5 March"
  int list_day = 0;                   ///< a bare figure that may be a day of the month
  bool behind_word = false;           ///< a bare figure behind a word of no meaning to us, which may be its name's
};

inline bool is_money(const RawMention& raw) {
  const auto* readings = std::get_if<std::vector<Quantity>>(&raw.what);
  return readings != nullptr && readings->front().dimension == Dimension::money;
}

/// The date a document speaks from, by metadata, dateline, or what it says of itself; unknown where that leaves it
/// open.
DocumentDate document_date(const Document& document, const Folded& folded, const std::vector<RawMention>& raw,
                           const std::vector<Sentence>& sentences, const Language& language);

/// The calendar that "this year" means in a document: that of most of its dates.
Calendar year_calendar(const std::vector<RawMention>& raw, const Language& language);

}  // namespace mizan
