#include "knowledge/ignores.hpp"

#include <algorithm>

#include "knowledge/reader.hpp"

namespace mizan {
namespace {

std::optional<Day> day_of(TableReader& entry, std::string_view key) {
  const toml::node* node = entry.find(key);
  if (node == nullptr) return std::nullopt;
  std::optional<Day> day;
  if (const auto date = node->value_exact<toml::date>())
    day = Day(std::chrono::year(date->year) / date->month / date->day);
  else if (const auto text = node->value_exact<std::string>())
    day = parse_day(*text);
  if (!day) entry.error(node->source(), "\"" + std::string(key) + "\" must be a day as in 2027-06-30");
  return day;
}

Ignore ignore_of(TableReader& entry) {
  Ignore ignore;
  ignore.file = entry.file();
  ignore.line = entry.table().source().begin.line;
  ignore.id = entry.string("id");
  ignore.rule = entry.string("rule");
  for (Written& path : entry.words("paths")) ignore.paths.push_back(std::move(path.text));
  ignore.reason = entry.string("reason", true);
  ignore.until = day_of(entry, "until");
  entry.words("quote");  // for people only
  entry.finish();
  const auto wrong = [&](std::string_view key, std::string message) {
    const toml::node* node = entry.table().get(key);
    entry.error(node == nullptr ? entry.table().source() : node->source(), std::move(message));
  };
  if (entry.table().contains("reason") && ignore.reason.find_first_not_of(" \t\r\n") == std::string::npos)
    wrong("reason", "\"reason\" is empty");
  if (!ignore.id.empty() && !is_finding_id(ignore.id))
    wrong("id", "\"id\" must be fc- and 8 or more hexadecimal digits");
  if (ignore.id.empty() && ignore.rule.empty() && ignore.paths.empty())
    wrong("id", "it says nothing of what it ignores: \"id\", \"rule\" or \"paths\"");
  if (!ignore.id.empty() && !(ignore.rule.empty() && ignore.paths.empty()))
    wrong("id", "an \"id\" stands alone: no \"rule\" and no \"paths\" beside it");
  return ignore;
}

}  // namespace

bool is_finding_id(std::string_view text) {
  constexpr std::string_view kFront = "fc-";
  return text.size() >= kFront.size() + 8 && text.substr(0, kFront.size()) == kFront &&
         text.find_first_not_of("0123456789abcdef", kFront.size()) == std::string_view::npos;
}

Result<std::vector<Ignore>> read_ignores(const std::string& file) {
  Errors errors;
  std::vector<Ignore> ignores;
  if (const auto table = parse_toml(file, errors)) {
    TableReader reader(*table, file, errors);
    for (TableReader& entry : reader.children("ignore")) ignores.push_back(ignore_of(entry));
    reader.finish();
  }
  if (!errors.empty()) return tl::unexpected(std::move(errors));
  return ignores;
}

}  // namespace mizan
