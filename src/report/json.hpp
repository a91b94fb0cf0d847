// Inside the report room: the only includes of nlohmann-json, and the fields that several outputs share.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "report/places.hpp"
#include "report/report.hpp"

namespace mizan::report {

using Json = nlohmann::ordered_json;

/// Never throws on bytes that are not UTF-8 (a path may hold any), and is safe to print.
std::string serialise(const Json& json, int indent = -1);
/// Does JSON take text as it stands? Not, for a glance is enough, where it only may need care.
bool is_plain(std::string_view text);
/// A string as a JSON token, quotes included.
void append_quoted(std::string& out, std::string_view text);

/// begin and end, see bytes_of(); of a record also file_begin and file_end.
void add_bytes(Json& json, const Document& document, Span span);
/// doc, begin, end, text: what every place has, in the order of the benchmark's files.
Json place_json(const Document& document, Span span);
/// path, record of a file of records, line, column.
void add_position(Json& json, const Places& places, std::uint32_t index, Span span);
Json slots_json(const std::vector<Slot>& key);

}  // namespace mizan::report
