// Inside the report room: a page of `show` in rows, and what each of its rows leads to.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "report/page.hpp"

namespace mizan::report {

/// What a page is about: an index in the findings, claims, series or documents of the run.
struct Subject {
  enum class Kind { finding, claim, series, article } kind = Kind::finding;
  std::uint32_t index = 0;
};

struct Byte {
  std::uint32_t document = 0, at = 0;
};

/// What a row leads to. The rows of an excerpt lead where the place above them does.
struct Target {
  std::optional<Subject> page;
  std::optional<Byte> place;
};

struct Row {
  std::string text;
  Target target;
  bool own = false;        ///< the target stands in the row itself
  std::uint32_t line = 0;  ///< of the page
};

class Sheets {
 public:
  Sheets(const Run& run, const TextOptions& options);

  std::vector<Row> rows(Subject subject, unsigned width) const;
  std::string name(Subject subject) const;           ///< its identifier, or the path of an article
  std::optional<Byte> place(Subject subject) const;  ///< where it begins
  std::string label(Byte byte) const { return places_.label(byte.document, byte.at); }
  /// "a.txt:12", for a list: the name of the article, and the line.
  std::string short_label(Byte byte) const;
  Position file_position(Byte byte) const { return places_.file_position(byte.document, byte.at); }

 private:
  std::string page(Subject subject, unsigned width) const;
  Target target(std::string_view line, Subject subject, const std::vector<std::pair<std::string, Byte>>& labels) const;
  /// The places that a page tells without an identifier beside them.
  std::vector<std::pair<std::string, Byte>> labels(Subject subject) const;

  const Run& run_;
  const TextOptions options_;
  Places places_;
  std::unordered_map<std::string, Subject> ids_;
  std::unordered_map<std::string, std::uint32_t> paths_;
};

}  // namespace mizan::report
