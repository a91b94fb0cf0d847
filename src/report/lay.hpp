// Inside the report room: printed lines laid out in the cells of a terminal. A printed line is safe already
// (escape.hpp) and may hold colours (SGR) and isolates, which take no cell; what is cut closes them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mizan::report {

unsigned printed_cells(std::string_view line);

/// The line in at most width cells: as it is, or cut before an ellipsis.
std::string fit(std::string_view line, unsigned width);
/// Plain text of which the end matters: a path with its line.
std::string fit_end(std::string_view text, unsigned width);
/// fit, and spaces up to width.
std::string padded(std::string_view line, std::size_t width);

/// Rows of at most width cells, broken between words, not within what is coloured, where that can be; each but the
/// first begins with hang. An isolate that goes on keeps its direction in the next row, whatever letter that begins
/// with.
std::vector<std::string> wrap(std::string_view line, unsigned width, const std::string& hang);

}  // namespace mizan::report
