#include "knowledge/reader.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace mizan {

void TableReader::error(const toml::source_region& at, std::string message, std::string hint) const {
  errors_->push_back({*file_, at.begin.line, at.begin.column, std::move(message), std::move(hint)});
}

const toml::node* TableReader::find(std::string_view key) {
  known_.emplace_back(key);
  return table_->get(key);
}

std::string TableReader::string(std::string_view key, bool required) {
  const toml::node* node = find(key);
  if (node == nullptr) {
    if (required) error(table_->source(), "missing key \"" + std::string(key) + "\"");
    return {};
  }
  if (const auto value = node->value_exact<std::string>()) return *value;
  error(node->source(), "\"" + std::string(key) + "\" must be a string");
  return {};
}

std::optional<std::int64_t> TableReader::integer(std::string_view key) {
  const toml::node* node = find(key);
  if (node == nullptr) return std::nullopt;
  if (const auto value = node->value_exact<std::int64_t>()) return *value;
  error(node->source(), "\"" + std::string(key) + "\" must be an integer");
  return std::nullopt;
}

std::optional<bool> TableReader::boolean(std::string_view key) {
  const toml::node* node = find(key);
  if (node == nullptr) return std::nullopt;
  if (const auto value = node->value_exact<bool>()) return *value;
  error(node->source(), "\"" + std::string(key) + "\" must be true or false");
  return std::nullopt;
}

std::vector<Written> words_of(const toml::node& node, const TableReader& reader) {
  std::vector<Written> result;
  if (const auto value = node.value_exact<std::string>()) {
    result.push_back({*value, node.source()});
  } else if (const auto* array = node.as_array()) {
    for (const auto& element : *array) {
      if (const auto word = element.value_exact<std::string>())
        result.push_back({*word, element.source()});
      else
        reader.error(element.source(), "expected a string");
    }
  } else {
    reader.error(node.source(), "expected a list of strings");
  }
  return result;
}

std::vector<Written> TableReader::words(std::string_view key, bool required) {
  const toml::node* node = find(key);
  if (node == nullptr) {
    if (required) error(table_->source(), "missing key \"" + std::string(key) + "\"");
    return {};
  }
  return words_of(*node, *this);
}

std::optional<TableReader> TableReader::child(std::string_view key, bool required) {
  const toml::node* node = find(key);
  if (node == nullptr) {
    if (required) error(table_->source(), "missing table [" + std::string(key) + "]");
    return std::nullopt;
  }
  if (const auto* table = node->as_table()) return TableReader(*table, *file_, *errors_);
  error(node->source(), "\"" + std::string(key) + "\" must be a table");
  return std::nullopt;
}

std::vector<TableReader> TableReader::children(std::string_view key) {
  std::vector<TableReader> result;
  const toml::node* node = find(key);
  if (node == nullptr) return result;
  const auto* array = node->as_array();
  if (array == nullptr) {
    error(node->source(), "\"" + std::string(key) + "\" must be written [[" + std::string(key) + "]]");
    return result;
  }
  for (const auto& element : *array) {
    if (const auto* table = element.as_table())
      result.emplace_back(*table, *file_, *errors_);
    else
      error(element.source(), "expected a table");
  }
  return result;
}

void TableReader::finish() const {
  if (open_) return;
  for (const auto& [key, value] : *table_) {
    const std::string_view text = key.str();
    if (std::find(known_.begin(), known_.end(), text) == known_.end())
      error(key.source(), "unknown key \"" + std::string(text) + "\"", did_you_mean(text, known_));
  }
}

std::optional<toml::table> parse_toml(const std::string& file, Errors& errors) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) {
    errors.push_back({file, 0, 0, "cannot be read", {}});
    return std::nullopt;
  }
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  // without the name of the file, which every node would share and count: errors know it from their reader
  toml::parse_result result = toml::parse(text);
  if (!result) {
    const toml::parse_error& error = result.error();
    errors.push_back(
        {file, error.source().begin.line, error.source().begin.column, std::string(error.description()), {}});
    return std::nullopt;
  }
  return std::move(result).table();
}

}  // namespace mizan
