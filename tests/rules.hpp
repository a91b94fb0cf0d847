// Rules and documents for the test programs.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "knowledge/knowledge.hpp"

/// The rules of these folders of the project; throws with every mistake of theirs.
inline mizan::Knowledge load_rules(std::vector<std::string> folders) {
  for (std::string& folder : folders) folder = std::string(MIZAN_SOURCE_DIR) + "/" + folder;
  auto result = mizan::Knowledge::load(folders);
  if (!result) {
    std::string all;
    for (const auto& error : result.error()) all += dump(error) + "\n";
    throw std::runtime_error(all);
  }
  return std::move(*result);
}

/// The shipped rules, loaded once for a test program.
inline const mizan::Knowledge& shipped() {
  static const mizan::Knowledge knowledge = load_rules({"rules"});
  return knowledge;
}

/// A document of one text, published on day.
inline mizan::Document document_of(std::string text, std::string language = {}, std::optional<mizan::Day> day = {}) {
  mizan::Document document;
  document.id = document.path = "test";
  document.text = std::move(text);
  document.language = std::move(language);
  document.published = day;
  return document;
}
