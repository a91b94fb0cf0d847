// Inside the report room: a value in its sentence, on one line, cut to a width.
#pragma once

#include <string>
#include <string_view>

#include "report/report.hpp"

namespace mizan::report {

/// The text around value, never beyond within (empty: the line of the value), in at most width cells and in logical
/// order. Cut at words where there are any, at grapheme clusters otherwise, never inside a number. The value is
/// highlighted, the whole isolated, as options say. Cost depends on width alone.
std::string excerpt(std::string_view text, Span value, Span within, unsigned width, const TextOptions& options);

/// A stretch of context without a value: its beginning, or with from_end its end, in at most width cells.
std::string context(std::string_view text, Span within, bool from_end, unsigned width, const TextOptions& options);

}  // namespace mizan::report
