// From the bytes of one file to its documents, for this room only. Where bytes come from is read.cpp's business.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "text/json.hpp"
#include "text/text.hpp"

namespace mizan {

enum class Format { plain, markdown, html, jsonl };

/// By the ending of a name, in any case; nullopt for other endings (a file named on the command line is then plain
/// text).
std::optional<Format> format_of(std::string_view name);

/// A file of one article: one document, or errors. Takes the bytes over: of plain text they become the text.
std::size_t read_text(std::string bytes, const std::string& name, Format format,
                      const std::function<void(Document&&)>& sink, Errors& errors);

/// "2023-11-09", alone or before a time of day.
std::optional<Day> published_day(std::string_view text);

using PairSink = std::function<void(Document&&, Document&&)>;

/// A JSONL file piece by piece, so that only its longest line must fit in memory.
class JsonlReader {
 public:
  JsonlReader(const std::string& name, const std::function<void(Document&&)>& sink, Errors& errors)
      : name_(name), sink_(&sink), errors_(errors) {}
  /// A file of pairs.
  JsonlReader(const std::string& name, const PairSink& sink, Errors& errors)
      : name_(name), pair_sink_(&sink), errors_(errors) {}

  /// Reads the record of this line and no other.
  void only(std::uint32_t line) { only_ = line; }

  /// False once the rest is not worth reading: a binary file.
  bool feed(std::string_view bytes);
  /// After the last piece; returns the number of documents, or of pairs.
  std::size_t finish();

 private:
  void record(std::string_view line);
  void one(const json::Line& line);
  void pair(const json::Line& line);
  std::optional<Document> document(std::string_view line, json::Record&& record, std::string_view which);
  void fail(std::string_view line, std::size_t byte, std::string message, std::string hint = "");

  const std::string& name_;
  const std::function<void(Document&&)>* sink_ = nullptr;
  const PairSink* pair_sink_ = nullptr;
  Errors& errors_;
  std::string partial_;
  std::uint64_t offset_ = 0;  // bytes of the file before the line
  std::uint32_t line_ = 0;
  std::uint32_t only_ = 0;  // 0: every line
  std::size_t documents_ = 0;
  bool any_record_ = false;
  bool binary_ = false;
};

}  // namespace mizan
