// `extract`: every figure and date of one document, for people and as JSON lines.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <iterator>

#include "report/escape.hpp"
#include "report/excerpt.hpp"
#include "report/json.hpp"
#include "report/places.hpp"
#include "report/report.hpp"

namespace mizan {
namespace report {
namespace {

constexpr std::size_t kLine = 256;  // bytes of most lines

/// One JSON object written field by field. nlohmann has no exact decimals: 10.2 would pass through a double. Keys are
/// literals, whose size the compiler knows: there are more of them than bytes of some values.
class Line {
 public:
  template <std::size_t N>
  void text(const char (&key)[N], std::string_view value) {
    if (is_plain(value)) return word(key, value);
    std::string quoted;
    append_quoted(quoted, value);
    raw(key, quoted);
  }
  /// A word of our own, which needs no escapes.
  template <std::size_t N>
  void word(const char (&key)[N], std::string_view value) {
    char* const at = name(key, value.size() + 2);
    at[0] = '"';
    std::copy(value.begin(), value.end(), at + 1);
    at[value.size() + 1] = '"';
  }
  template <std::size_t N>
  void number(const char (&key)[N], const Decimal& value) {
    raw(key, value.plain());
  }
  template <std::size_t N>
  void number(const char (&key)[N], std::uint64_t value) {
    const fmt::format_int digits(value);
    raw(key, {digits.data(), digits.size()});
  }
  template <std::size_t N>
  void raw(const char (&key)[N], std::string_view token) {
    std::copy(token.begin(), token.end(), name(key, token.size()));
  }
  void end(std::string& out) {
    out += '{';
    out.append(bytes_.data(), bytes_.size());
    out += "}\n";
  }

 private:
  /// Writes the key, and makes room for a value behind it.
  template <std::size_t N>
  char* name(const char (&key)[N], std::size_t value) {
    const std::size_t before = bytes_.size(), comma = before == 0 ? 0 : 2;
    bytes_.resize(before + comma + N + 3 + value);
    char* at = bytes_.data() + before;
    if (comma > 0) at = std::copy_n(", ", 2, at);
    *at++ = '"';
    at = std::copy_n(key, N - 1, at);
    return std::copy_n("\": ", 3, at);
  }

  fmt::basic_memory_buffer<char, 1024> bytes_;
};

std::string_view weekday_name(unsigned iso) {
  constexpr std::array<std::string_view, 7> kNames = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                      "Friday", "Saturday", "Sunday"};
  return iso >= 1 && iso <= 7 ? kNames[iso - 1] : std::string_view("unknown");
}

std::string upper(std::string_view ascii) {
  std::string out(ascii);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return out;
}

void write_fields(Line& line, const Quantity& quantity) {
  line.word("kind", "quantity");
  if (quantity.modifier == Modifier::range) {
    line.number("low", quantity.low);
    line.number("high", quantity.high);
  } else {
    line.number("value", quantity.low);
    const Range open = range(quantity);
    if (open.first) line.number("low", *open.first);
    if (open.last) line.number("high", *open.last);
  }
  // a noun no concept lists is the text's own word, not the name of a unit
  const bool own_word = std::any_of(quantity.unit.begin(), quantity.unit.end(),
                                    [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  line.text("unit", own_word ? "" : quantity.unit);
  if (own_word) line.text("noun", quantity.unit);
  line.word("bound", name(quantity.modifier));
  line.word("dimension", name(quantity.dimension));
}

void write_fields(Line& line, const Time& time) {
  line.word("kind", "time");
  line.word("type", upper(name(time.type)));
  line.text("value", time.value);
  if (time.days && time.days->first) line.word("from", iso(*time.days->first));
  if (time.days && time.days->last) line.word("to", iso(*time.days->last));
  line.word("calendar", name(time.calendar));
  if (time.weekday) line.word("weekday", weekday_name(*time.weekday));
  if (time.type == TimeType::duration) {
    line.text("duration", time.value);
    const bool range = time.bound == Modifier::exact && time.value.find('/') != std::string::npos;  // P8Y/P10Y
    line.word("bound", name(range ? Modifier::range : time.bound));
  }
  if (time.mod != TimeMod::none) line.word("mod", name(time.mod));
  line.word("grain", name(time.grain));
  if (time.relative) line.raw("relative", "true");
  if (time.inferred) line.raw("inferred", "true");
}

void write_fields(Line& line, const Ordinal& ordinal) {
  line.word("kind", "ordinal");
  line.raw("value", std::to_string(ordinal.value));
  if (!ordinal.of.empty()) line.text("of", ordinal.of);
}

void write_mention(const Document& document, const Mention& mention, std::string& out) {
  const FileSpan bytes = bytes_of(document, mention.span);
  Line line;
  line.text("doc", document.id);
  line.number("begin", bytes.begin);
  line.number("end", bytes.end);
  if (document.record_line > 0) {
    const FileSpan in_file = document.source.to_file(mention.span);
    line.number("file_begin", in_file.begin);
    line.number("file_end", in_file.end);
  }
  line.text("text", slice(document.text, mention.span));
  if (!mention.readings.empty()) {
    std::visit([&](const auto& reading) { write_fields(line, reading); }, mention.readings.front());
  }
  if (mention.readings.size() > 1) {
    std::string others = "[";
    for (std::size_t i = 1; i < mention.readings.size(); ++i) {
      if (i > 1) others += ',';
      append_quoted(others, dump(mention.readings[i]));
    }
    line.raw("readings", others + ']');
  }
  line.word("path", mention.path);
  line.end(out);
}

std::string_view kind_name(const Reading& reading) {
  if (std::holds_alternative<Quantity>(reading)) return "quantity";
  return std::holds_alternative<Time>(reading) ? "time" : "ordinal";
}

}  // namespace
}  // namespace report

std::string mentions_jsonl(const Document& document, const Extraction& extraction) {
  std::string out;
  out.reserve(extraction.mentions.size() * report::kLine);
  for (const Mention& mention : extraction.mentions) report::write_mention(document, mention, out);
  return out;
}

std::string mentions_text(const Document& document, const Extraction& extraction, const TextOptions& options) {
  std::string out = fmt::format("document {}", report::plain(document.path));
  if (document.record_line > 0) {
    fmt::format_to(std::back_inserter(out), ":{} ({})", document.record_line, report::plain(document.id));
  }
  if (!extraction.language.empty()) fmt::format_to(std::back_inserter(out), "  language {}", extraction.language);
  if (extraction.date.days) fmt::format_to(std::back_inserter(out), "  date {}", dump(*extraction.date.days));
  fmt::format_to(std::back_inserter(out), "  mentions {}\n", extraction.mentions.size());

  const Positions positions(document);
  for (const Mention& mention : extraction.mentions) {
    const Position at = report::position_of(document, positions, mention.span.begin);
    const Span sentence =
        mention.sentence < extraction.sentences.size() ? extraction.sentences[mention.sentence].span : Span{};
    std::string values;
    std::string_view kind = "none";
    for (const Reading& reading : mention.readings) {
      if (values.empty()) kind = report::kind_name(reading);
      values += (values.empty() ? "" : " (or) ") + dump(reading);
    }
    fmt::format_to(std::back_inserter(out), "  {:<8} {}:{}  {}  {}\n    in | {}\n", kind, at.line, at.column,
                   report::safe(values, options), mention.path,
                   report::excerpt(document.text, mention.span, sentence, std::max(options.width, 30U) - 9, options));
  }
  return out;
}

}  // namespace mizan
