// Inside the report room: the pages of `show`.
#pragma once

#include <string>

#include "report/page.hpp"

namespace mizan::report {

/// Claims that no rule describes, and what is said of their frame.
inline bool is_open(std::string_view frame) { return frame.starts_with("open."); }
inline constexpr std::string_view kOpenFrame = ", no rule: aligned by what stands around the figure";

std::string show_claim(const Page& page, std::uint32_t index);
std::string show_finding(const Page& page, const Finding& finding);
std::string show_series(const Page& page, const Series& series);
std::string show_document(const Page& page, std::uint32_t index);

/// A place as people write it: what stands on a line, or nearest to a column of it.
struct Spot {
  std::string file;          ///< path or id of an article
  std::uint32_t line = 0;    ///< counts from 1
  std::uint32_t column = 0;  ///< 0: all of the line
  bool in_file = false;      ///< of a .jsonl file, not of the text in one of its records
};
std::optional<Spot> spot_of(std::string_view what);  ///< PATH:LINE or PATH:LINE:COLUMN
/// By path or id; several articles if they are records of one file.
std::vector<std::uint32_t> documents_named(const Run& run, std::string_view name);
std::string show_spot(const Page& page, const std::vector<std::uint32_t>& documents, Spot spot);

/// A line for each finding or series, cut to the width.
std::string finding_lines(const Page& page, const std::vector<const Finding*>& findings, std::string_view lead);
std::string series_lines(const Page& page, const std::vector<const Series*>& series, std::string_view lead);
/// Series of several values, with all those of one value behind them; how many of these are left out.
std::vector<const Series*> by_length(const Run& run, bool all, std::size_t& left_out);
/// A place cut from its beginning to what a line of such a list can spare.
std::string short_place(const Page& page, std::uint32_t document, Span span);
/// lead, then as much of an untrusted text as the line holds.
std::string with_rest(const std::string& lead, const std::string& rest, const Page& page);

Errors one_error(std::string message, std::string hint);

/// "document en.md, language en, dated 2024-05-06 by its metadata".
std::string document_line(const Page& page, std::uint32_t index);
/// What stands around the figures of one claim, or of the sides of a finding, at most so many words each.
std::string words_table(const Page& page, const std::vector<const Claim*>& claims, std::size_t most);
/// The findings that a claim takes part in, and the sums, changes and shares that its figure is an operand of.
std::string verdicts_on(const Page& page, std::uint32_t index);
/// Those that a claim was aligned with, and how their values stand to its own.
std::string aligned_with(const Page& page, std::uint32_t index);
/// What its series has before and after it, with the difference.
std::string in_time(const Page& page, std::uint32_t index);
/// "reported record": what is not as usual.
std::string tags_of(const Claim& claim);
/// The claims of a finding by side, and how many documents make each.
std::string aligned_table(const Page& page, const Finding& finding);

/// A value's sentence in full, with what stands before and after it: up to three lines "  LETTER line | text".
std::string sentence_block(const Page& page, std::uint32_t document, Span value, Span sentence,
                           std::string_view letter);
/// "read "28.2" as 28.2e9 USD, leaves open 28.15e9/28.25e9" (or "exact"), one line a reading.
std::string reading_lines(const Page& page, const Claim& claim);

}  // namespace mizan::report
