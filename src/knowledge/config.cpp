// mizan.toml: keys with their places. What they mean is the command line's business, which has a flag for most of them.
#include <fmt/format.h>

#include <algorithm>

#include "knowledge/knowledge.hpp"
#include "knowledge/reader.hpp"

namespace mizan {
namespace {

Setting setting_of(const ConfigKey& key, const toml::node& node, TableReader& reader) {
  Setting setting{&key, {}, node.source().begin.line, node.source().begin.column};
  if (key.kind == ConfigKey::list) {
    for (Written& word : words_of(node, reader)) setting.values.push_back(std::move(word.text));
  } else if (key.kind == ConfigKey::text) {
    setting.values.push_back(reader.string(key.name));
  } else if (const auto whole = node.value_exact<std::int64_t>()) {
    setting.values.push_back(fmt::format("{}", *whole));
  } else if (const auto number = node.value_exact<double>()) {
    setting.values.push_back(fmt::format("{}", *number));
  } else {
    reader.error(node.source(), fmt::format("\"{}\" must be a number", key.name));
  }
  return setting;
}

std::vector<Setting> settings_of(TableReader& reader, bool in_override) {
  std::vector<Setting> settings;
  for (const ConfigKey& key : config_keys()) {
    if (in_override && !key.by_path) continue;
    if (const toml::node* node = reader.find(key.name)) settings.push_back(setting_of(key, *node, reader));
  }
  return settings;
}

}  // namespace

const std::vector<ConfigKey>& config_keys() {
  static const std::vector<ConfigKey> keys = {
      {"corpus", ConfigKey::list, false, true, "what is weighed: files and folders"},
      {"exclude", ConfigKey::list, false, false, "what is never read, as lines of a .gitignore file"},
      {"rules", ConfigKey::list, false, true, "folders of rules on top of the shipped ones"},
      {"lang", ConfigKey::text, true, false, "the language of all articles; left out, they say it or it is identified"},
      {"fail-on", ConfigKey::text, false, false, "exit 1 from this level on: note, warning, error, never"},
      {"min-confidence", ConfigKey::number, true, false, "leave out findings below this confidence"},
      {"rule", ConfigKey::list, false, false, "only findings of these rules; open.* is all of a kind"},
      {"disable", ConfigKey::list, true, false, "no findings of these rules"},
      {"format", ConfigKey::text, false, false, "how check prints"},
      {"baseline", ConfigKey::text, false, true, "the list of known findings"},
      {"ignore-file", ConfigKey::text, false, true, "the file of suppressions"},
      {"jobs", ConfigKey::number, false, false, "threads; 0 is one a core"},
  };
  return keys;
}

Result<Config> read_config(const std::string& file) {
  Config config;
  config.file = file;
  Errors errors;
  if (const auto table = parse_toml(file, errors)) {
    TableReader reader(*table, file, errors);
    config.settings = settings_of(reader, false);
    for (TableReader& one : reader.children("override")) {
      Config::Override over;
      for (Written& path : one.words("paths", true)) over.paths.push_back(std::move(path.text));
      over.settings = settings_of(one, true);
      one.finish();
      config.overrides.push_back(std::move(over));
    }
    reader.finish();
  }
  if (!errors.empty()) return tl::unexpected(std::move(errors));
  return config;
}

}  // namespace mizan
