#include "text/formats.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "text/builder.hpp"
#include "text/html.hpp"
#include "text/markdown.hpp"

namespace mizan {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kLargest = UINT32_MAX - 1024;  // spans are 32 bits wide

std::string file_name(const std::string& path) { return path.substr(path.find_last_of('/') + 1); }

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

Error no_date(std::string_view given) {
  Error error;
  error.message = fmt::format("\"{}\" is no date", given.substr(0, given.size() > 40 ? 0 : given.size()));
  error.hint = "write it as 2023-11-09";
  return error;
}

/// What makes bytes unreadable as text, with its place; nullopt if nothing does.
std::optional<Error> unreadable(std::string_view bytes, const std::string& name) {
  Error error{name, 0, 0, {}, {}};
  const auto place = [&](std::size_t byte) {
    const Position position = Lines(bytes).position(static_cast<std::uint32_t>(byte));
    error.line = position.line;
    error.column = position.column;
  };
  if (bytes.size() > kLargest) {
    error.message = "larger than 4 GiB";
    error.hint = "split it, or make it a .jsonl file of one document a line";
    return error;
  }
  if (bytes.substr(0, 2) == "\xFF\xFE" || bytes.substr(0, 2) == "\xFE\xFF") {
    error.message = "UTF-16, not UTF-8";
    error.hint = "convert it with iconv -f UTF-16 -t UTF-8";
    return error;
  }
  if (const std::size_t nul = bytes.find('\0'); nul != std::string_view::npos) {
    place(nul);
    error.message = "binary file (a NUL byte), not text";
    return error;
  }
  if (const auto invalid = first_invalid_utf8(bytes)) {
    place(*invalid);
    error.message =
        fmt::format("not UTF-8 (byte 0x{:02X})", static_cast<unsigned>(static_cast<unsigned char>(bytes[*invalid])));
    error.hint = "convert it to UTF-8";
    return error;
  }
  return std::nullopt;
}

/// One line without its end; at moves behind the end.
std::string_view next_line(std::string_view text, std::size_t& at) {
  const std::size_t end = text.find('\n', at);
  const std::string_view line = text.substr(at, end == std::string_view::npos ? end : end - at);
  at = end == std::string_view::npos ? text.size() : end + 1;
  return !line.empty() && line.back() == '\r' ? line.substr(0, line.size() - 1) : line;
}

std::string_view scalar(std::string_view value) {
  value = trimmed(value);
  if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'')) {
    const std::size_t end = value.find(value.front(), 1);
    if (end != std::string_view::npos) return value.substr(1, end - 1);
  }
  const std::size_t comment = value.find(" #");
  return trimmed(value.substr(0, comment));
}

/// Reads "--- key: value ---" at the start of text into document; returns its bytes, or 0 if there is none.
std::size_t front_matter(std::string_view text, Document& document, Errors& errors) {
  std::size_t at = 0;
  if (trimmed(next_line(text, at)) != "---" || text.front() != '-') return 0;
  Errors found;
  bool first = true;
  for (std::uint32_t number = 2; at < text.size(); ++number) {
    const std::string_view line = next_line(text, at);
    if (trimmed(line) == "---" || trimmed(line) == "...") {
      errors.insert(errors.end(), found.begin(), found.end());
      return at;
    }
    if (trimmed(line).empty() || trimmed(line).front() == '#') continue;
    const std::size_t colon = line.find(':');
    const bool nested = line.front() == ' ' || line.front() == '\t' || line.front() == '-';
    const std::string_view key = trimmed(line.substr(0, colon));
    const bool is_key = colon != std::string_view::npos && !nested && key.find(' ') == std::string_view::npos;
    // Two rules with a paragraph between them are no front matter.
    if (first && !is_key) break;
    first = false;
    if (!is_key) continue;

    const std::string_view value = scalar(line.substr(colon + 1));
    if (key == "lang" || key == "language") document.language = value;
    if (key == "title") document.title = value;
    if ((key == "date" || key == "published") && !value.empty()) {
      document.published = published_day(value);
      if (!document.published) {
        Error error = no_date(value);
        error.file = document.path;
        error.line = number;
        const auto column = static_cast<std::size_t>(value.data() - line.data());
        error.column = Lines(line).position(static_cast<std::uint32_t>(column)).column;
        found.push_back(std::move(error));
      }
    }
  }
  document.language.clear();
  document.title.clear();
  document.published.reset();
  return 0;
}

}  // namespace

std::optional<Day> published_day(std::string_view text) {
  const auto number = [&](std::size_t at, std::size_t size) {
    int value = 0;
    for (const char c : text.substr(at, size)) {
      if (c < '0' || c > '9') return -1;
      value = value * 10 + (c - '0');
    }
    return value;
  };
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  if (text.size() > 10 && text[10] != 'T' && text[10] != ' ') return std::nullopt;
  const int year = number(0, 4), month = number(5, 2), day = number(8, 2);
  if (year < 0 || month < 0 || day < 0) return std::nullopt;
  return to_day(Calendar::gregorian, year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

std::optional<Format> format_of(std::string_view name) {
  std::string ending(name.substr(std::min(name.size(), name.find_last_of("./"))));
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  if (ending == ".txt") return Format::plain;
  if (ending == ".md" || ending == ".markdown") return Format::markdown;
  if (ending == ".html" || ending == ".htm") return Format::html;
  if (ending == ".jsonl") return Format::jsonl;
  return std::nullopt;
}

std::size_t read_text(std::string bytes, const std::string& name, Format format,
                      const std::function<void(Document&&)>& sink, Errors& errors) {
  const std::size_t mark = bytes.compare(0, kByteOrderMark.size(), kByteOrderMark) == 0 ? kByteOrderMark.size() : 0;
  const std::string_view source = std::string_view(bytes).substr(mark);
  if (source.empty()) {
    errors.push_back({name, 0, 0, "empty file", ""});
    return 0;
  }
  if (auto error = unreadable(source, name)) {
    errors.push_back(std::move(*error));
    return 0;
  }
  Document document;
  document.id = file_name(name);
  document.path = name;
  if (format == Format::plain) {
    document.source = SourceMap(mark);
    bytes.erase(0, mark);
    document.text = std::move(bytes);
  } else if (format == Format::html) {
    ProseWriter writer(source, mark);
    read_html(source, writer, document);
    writer.finish(document);
  } else {
    const std::size_t front = front_matter(source, document, errors);
    const Position start = TextBuilder(source).position(front);
    ProseWriter writer(source.substr(front), mark + front, start);
    read_markdown(source.substr(front), writer);
    writer.finish(document);
  }
  if (document.text.empty()) {
    errors.push_back({name, 0, 0, "no text in it", ""});
    return 0;
  }
  sink(std::move(document));
  return 1;
}

void JsonlReader::fail(std::string_view line, std::size_t byte, std::string message, std::string hint) {
  const Position position = Lines(line).position(static_cast<std::uint32_t>(std::min(byte, line.size())));
  errors_.push_back({name_, line_, position.column, std::move(message), std::move(hint)});
}

bool JsonlReader::feed(std::string_view bytes) {
  if (binary_) return false;
  while (!bytes.empty()) {
    const std::size_t end = bytes.find('\n');
    const std::string_view piece = bytes.substr(0, end);
    if (partial_.size() + piece.size() > kLargest) {
      errors_.push_back({name_, line_ + 1, 0, "a record larger than 4 GiB", ""});
      binary_ = true;
      return false;
    }
    if (end == std::string_view::npos) {
      partial_.append(piece);
      return true;
    }
    if (partial_.empty()) {
      record(piece);
    } else {
      partial_.append(piece);
      record(partial_);
    }
    offset_ += (partial_.empty() ? piece.size() : partial_.size()) + 1;
    partial_.clear();
    if (binary_ || (only_ != 0 && line_ >= only_)) return false;
    bytes.remove_prefix(end + 1);
  }
  return true;
}

std::size_t JsonlReader::finish() {
  if (!binary_ && !partial_.empty()) record(partial_);
  if (!binary_ && !any_record_) errors_.push_back({name_, 0, 0, "empty file", ""});
  return documents_;
}

void JsonlReader::record(std::string_view line) {
  ++line_;
  if (only_ != 0 && line_ != only_) return;
  std::uint64_t offset = offset_;
  if (line_ == 1 && line.substr(0, kByteOrderMark.size()) == kByteOrderMark) {
    line.remove_prefix(kByteOrderMark.size());
    offset += kByteOrderMark.size();
  }
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  if (trimmed(line).empty()) return;
  any_record_ = true;
  if (auto error = unreadable(line, name_)) {
    // A bad byte spoils one record; a NUL, or another encoding, the whole file.
    binary_ = line.find('\0') != std::string_view::npos;
    error->line = line_;
    errors_.push_back(std::move(*error));
    return;
  }
  if (pair_sink_ != nullptr) {
    pair({line, offset, line_});
  } else {
    one({line, offset, line_});
  }
}

void JsonlReader::one(const json::Line& line) {
  tl::expected<json::Record, json::Mistake> parsed = json::parse_record(line);
  if (!parsed) {
    fail(line.text, parsed.error().byte, parsed.error().message);
    return;
  }
  std::optional<Document> read = document(line.text, std::move(*parsed), {});
  if (!read) return;
  ++documents_;
  (*sink_)(std::move(*read));
}

void JsonlReader::pair(const json::Line& line) {
  tl::expected<json::RecordPair, json::Mistake> parsed = json::parse_pair(line);
  if (!parsed) {
    fail(line.text, parsed.error().byte, parsed.error().message);
    return;
  }
  parsed->a.id = parsed->b.id = parsed->id;
  std::optional<Document> a = document(line.text, std::move(parsed->a), "a");
  std::optional<Document> b = document(line.text, std::move(parsed->b), "b");
  if (!a || !b) return;
  ++documents_;
  (*pair_sink_)(std::move(*a), std::move(*b));
}

/// which: the side of a pair, for messages.
std::optional<Document> JsonlReader::document(std::string_view line, json::Record&& record, std::string_view which) {
  const std::string text = which.empty() ? std::string("\"text\"") : fmt::format("\"text\" in \"{}\"", which);
  if (!record.text.given) {
    std::string message = fmt::format("a record without {}", text);
    std::string hint;
    for (const std::string& key : record.unknown) {
      hint = did_you_mean(key, {"text"});
      if (hint.empty()) continue;
      message += fmt::format(", but with \"{}\"", key);
      break;
    }
    fail(line, line.find('{'), std::move(message), std::move(hint));
    return std::nullopt;
  }
  if (record.article.text.empty()) {
    fail(line, record.text.byte, text + " is empty");
    return std::nullopt;
  }
  Document document = std::move(record.article);
  document.id =
      record.id.given && !record.id.value.empty() ? std::move(record.id.value) : fmt::format("{}:{}", name_, line_);
  document.path = name_;
  document.record_line = line_;
  document.language = std::move(record.lang.value);
  document.title = std::move(record.title.value);
  if (record.published.given) {
    document.published = published_day(record.published.value);
    if (!document.published) {
      const Error error = no_date(record.published.value);
      fail(line, record.published.byte, error.message, error.hint);
    }
  }
  return document;
}

}  // namespace mizan
