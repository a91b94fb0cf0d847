// Inside the report room: the only ways by which untrusted text reaches a page.
#pragma once

#include <string>
#include <string_view>

#include "report/report.hpp"

namespace mizan::report {

/// escape_terminal, and wrapped in FSI ... PDI where the terminal reorders and the text could: a title, a message, a
/// unit.
std::string safe(std::string_view text, const TextOptions& options);
/// The same for paths and identifiers, which must stay as they are for copying: escaped, never isolated.
std::string plain(std::string_view text);
/// Does one_line leave the code point as it is?
bool is_plain(char32_t code, bool show_invisible);
/// White space becomes a space, all else is escaped: text on one line.
std::string one_line(std::string_view text, bool show_invisible);

std::string isolate(std::string text, const TextOptions& options);

/// Serialised JSON in which controls that act on a terminal (C1, bidi, line separators), and "<" where it would end or
/// comment out a script that holds the JSON, are written \uXXXX: the same value.
std::string json_safe(std::string json);

}  // namespace mizan::report
