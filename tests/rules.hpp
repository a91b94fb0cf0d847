// The shipped rules, loaded once for a test program.
#pragma once

#include <stdexcept>
#include <string>

#include "knowledge/knowledge.hpp"

inline const mizan::Knowledge& shipped() {
  static const mizan::Knowledge knowledge = [] {
    auto result = mizan::Knowledge::load({std::string(MIZAN_SOURCE_DIR) + "/rules"});
    if (!result) {
      std::string all;
      for (const auto& error : result.error()) all += dump(error) + "\n";
      throw std::runtime_error(all);
    }
    return std::move(*result);
  }();
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
