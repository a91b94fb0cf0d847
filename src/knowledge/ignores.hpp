// A list of findings that somebody looked at and decided are none (.mizan-ignore.toml). In knowledge.hpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/model.hpp"

namespace mizan {

/// One [[ignore]]: a finding by its id, or a class of them by rule, by paths or by both.
struct Ignore {
  std::string id;                  ///< "fc-" and 8 or more hexadecimal digits, or ""
  std::string rule;                ///< a rule or a pattern of rules ("open.*"), or ""
  std::vector<std::string> paths;  ///< patterns as in .gitignore, from the folder of the list
  std::string reason;              ///< never empty
  std::optional<Day> until;        ///< the last day on which it holds
  std::string file;
  std::uint32_t line = 0;
};

/// Errors: unreadable, no TOML, an entry without a reason or that says nothing of what it ignores.
Result<std::vector<Ignore>> read_ignores(const std::string& file);

/// "fc-" and 8 or more hexadecimal digits?
bool is_finding_id(std::string_view text);
/// A day as "2027-06-30"; nullopt if it is none.
std::optional<Day> parse_day(std::string_view iso);

}  // namespace mizan
