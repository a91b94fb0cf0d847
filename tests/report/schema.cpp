#include "schema.hpp"

#include <fstream>
#include <memory>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

std::string sarif_errors(const nlohmann::json& log) {
  using valijson::adapters::NlohmannJsonAdapter;
  static const auto schema = [] {
    std::ifstream file(MIZAN_SOURCE_DIR "/tests/report/sarif/sarif-2.1.0.json");
    const nlohmann::json text = nlohmann::json::parse(file);
    auto parsed = std::make_unique<valijson::Schema>();
    valijson::SchemaParser(valijson::SchemaParser::kDraft4).populateSchema(NlohmannJsonAdapter(text), *parsed);
    return parsed;
  }();
  valijson::Validator validator;
  valijson::ValidationResults results;
  if (validator.validate(*schema, NlohmannJsonAdapter(log), &results)) return {};
  std::string out;
  valijson::ValidationResults::Error error;
  while (results.popError(error)) {
    for (const std::string& part : error.context) out += part;
    out += ": " + error.description + "\n";
  }
  return out.empty() ? "not valid" : out;
}
