// HTML for this room only: what a page says, and what it says of itself.
#pragma once

#include <string>
#include <string_view>

#include "text/prose.hpp"
#include "text/text.hpp"

namespace mizan {

/// A page, as valid UTF-8 without NUL: its prose goes to writer, language, title and date to document. The writer was
/// made for the same source.
void read_html(std::string_view source, ProseWriter& writer, Document& document);

/// The source for a parser that builds a tree as browsers do, which on hostile pages costs the square of their size, or
/// all memory: tags that only format (<b>, <font>) and those nested too deeply become comments of the same length, and
/// attributes beyond any use become blanks. No byte moves.
std::string tamed(std::string_view source);

}  // namespace mizan
