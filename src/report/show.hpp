// Inside the report room: the four pages of `show`.
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

/// "document en.md, language en, dated 2024-05-06 by its metadata".
std::string document_line(const Page& page, std::uint32_t index);
/// What stands around the figures of one claim, or of the sides of a finding, at most so many words each.
std::string words_table(const Page& page, const std::vector<const Claim*>& claims, std::size_t most);
/// The claims of a finding by side, and how many documents make each.
std::string aligned_table(const Page& page, const Finding& finding);

/// A value's sentence in full, with what stands before and after it: up to three lines "  LETTER line | text".
std::string sentence_block(const Page& page, std::uint32_t document, Span value, Span sentence,
                           std::string_view letter);
/// "read "28.2" as 28.2e9 USD, leaves open 28.15e9/28.25e9" (or "exact"), one line a reading.
std::string reading_lines(const Page& page, const Claim& claim);

}  // namespace mizan::report
