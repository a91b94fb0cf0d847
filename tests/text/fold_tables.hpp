// Tables for the tests of fold().
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "text/text.hpp"
#include "text/utf8.hpp"

namespace fold_test {

using Entries = std::vector<std::pair<char32_t, std::string>>;

/// rules/fold.toml, read by the little that this file needs of TOML: "key" = "value" a line.
inline Entries file_entries() {
  std::ifstream file(std::filesystem::path(MIZAN_SOURCE_DIR) / "rules/fold.toml");
  Entries entries;
  const auto quoted = [](const std::string& line, std::size_t& at) {
    std::string result;
    for (at = line.find('"', at) + 1; at < line.size() && line[at] != '"'; ++at) {
      if (line[at] == '\\') ++at;
      result += line[at];
    }
    ++at;
    return result;
  };
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() != '"') continue;
    std::size_t at = 0;
    const std::string key = quoted(line, at);
    const std::string value = quoted(line, at);
    const bool by_number = key.size() > 2 && key.compare(0, 2, "U+") == 0;
    entries.emplace_back(
        by_number ? static_cast<char32_t>(std::stoul(key.substr(2), nullptr, 16)) : mizan::utf8::decode(key, 0).value,
        value);
  }
  return entries;
}

inline mizan::FoldTable file_table() { return mizan::FoldTable(file_entries()); }

}  // namespace fold_test
