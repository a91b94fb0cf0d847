#include <filesystem>

#include "knowledge/loader.hpp"

namespace mizan {

void KnowledgeLoader::conversions(const std::vector<std::string>& folders) {
  for (const auto& folder : folders) {
    const std::string file = folder + "/conversion.toml";
    if (!std::filesystem::exists(file)) continue;
    const auto table = parse_toml(file, errors);
    if (!table) continue;
    TableReader reader(*table, file, errors);
    for (const auto& [key, node] : *table) {
      const std::string kind(key.str());  // Clang 14 captures no structured binding
      each(reader, kind, {}, [&](std::string_view unit, const toml::node& value, const TableReader& at) {
        Conversion conversion{std::string(unit), kind, {}, {}};
        const auto decimal = [&](const toml::node& from) {
          const auto text = from.value_exact<std::string>();
          const auto number = text ? Decimal::parse(*text) : std::nullopt;
          if (!number)
            at.error(from.source(), "the value of \"" + conversion.unit + "\" must be a string such as \"0.3048\"");
          return number.value_or(Decimal(1, 0));
        };
        if (const toml::table* fields = value.as_table()) {
          TableReader parts(*fields, at.file(), at.errors());
          if (const toml::node* factor = parts.find("factor")) conversion.factors.push_back(decimal(*factor));
          if (const toml::node* offset = parts.find("offset")) conversion.offset = decimal(*offset);
          parts.finish();
        } else if (const toml::array* list = value.as_array()) {
          for (const auto& one : *list) conversion.factors.push_back(decimal(one));
        } else {
          conversion.factors.push_back(decimal(value));
        }
        if (conversion.factors.empty()) at.error(value.source(), "no factor for \"" + conversion.unit + "\"");
        k_.conversions_.push_back(std::move(conversion));
      });
    }
    reader.finish();
  }
}

}  // namespace mizan
