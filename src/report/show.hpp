// Inside the report room: the three pages of `show`.
#pragma once

#include <string>

#include "report/page.hpp"

namespace mizan::report {

std::string show_claim(const Page& page, std::uint32_t index);
std::string show_finding(const Page& page, const Finding& finding);
std::string show_series(const Page& page, const Series& series);

/// A value's sentence in full, with what stands before and after it: up to three lines "  LETTER line | text".
std::string sentence_block(const Page& page, std::uint32_t document, Span value, Span sentence,
                           std::string_view letter);
/// "read "28.2" as 28.2e9 USD, leaves open 28.15e9/28.25e9", one line a reading.
std::string reading_lines(const Page& page, const Claim& claim);

}  // namespace mizan::report
