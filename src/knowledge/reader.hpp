// Reading TOML with every mistake kept as file:line:column. Private to the room; the only place that knows toml++.
#pragma once

#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/model.hpp"

namespace mizan {

/// A word as its author wrote it, with its place.
struct Written {
  std::string text;
  toml::source_region place;
};

/// One table of a file. Each key is asked for by name; finish() reports the keys nobody asked for.
class TableReader {
 public:
  TableReader(const toml::table& table, const std::string& file, Errors& errors)
      : table_(&table), file_(&file), errors_(&errors) {}

  const toml::table& table() const { return *table_; }
  const std::string& file() const { return *file_; }
  Errors& errors() const { return *errors_; }

  void error(const toml::source_region& at, std::string message, std::string hint = {}) const;

  const toml::node* find(std::string_view key);
  std::string string(std::string_view key, bool required = false);
  std::optional<std::int64_t> integer(std::string_view key);
  std::optional<bool> boolean(std::string_view key);
  /// An array of strings, or one string.
  std::vector<Written> words(std::string_view key, bool required = false);
  std::optional<TableReader> child(std::string_view key, bool required = false);
  /// [[key]]
  std::vector<TableReader> children(std::string_view key);
  /// Reports keys that were never asked for, with "did you mean".
  void finish() const;
  /// All keys count as asked for: a table of words.
  void open() { open_ = true; }

 private:
  const toml::table* table_;
  const std::string* file_;
  Errors* errors_;
  std::vector<std::string> known_;
  bool open_ = false;
};

/// Parses a file. Errors: unreadable, or not TOML (toml++ stops at the first such mistake).
std::optional<toml::table> parse_toml(const std::string& file, Errors& errors);

/// An array of strings, or one string, wherever it stands.
std::vector<Written> words_of(const toml::node& node, const TableReader& reader);

}  // namespace mizan
