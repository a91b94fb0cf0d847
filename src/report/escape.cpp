#include "report/escape.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "report/glyphs.hpp"

namespace mizan {
namespace {

/// Acts on a terminal or on the order of what follows: always escaped (CVE-2021-42574, ANSI injection).
bool dangerous(char32_t code) {
  return code < 0x20 || (code >= 0x7F && code < 0xA0) || (code >= 0x202A && code <= 0x202E) ||
         (code >= 0x2066 && code <= 0x2069);
}

/// Says nothing to the eye; Persian and emoji need some of them, so they pass unless asked for.
bool invisible(char32_t code) {
  return code == 0xAD || code == 0x34F || code == 0x61C || code == 0x180E || (code >= 0x200B && code <= 0x200F) ||
         (code >= 0x2060 && code <= 0x206F) || code == 0xFEFF || (code >= 0xFFF9 && code <= 0xFFFB) ||
         (code >= 0xE0000 && code <= 0xE007F);
}

bool line_separator(char32_t code) { return code == 0x2028 || code == 0x2029; }

}  // namespace

std::string escape_terminal(std::string_view text, bool show_invisible) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const report::Glyph glyph = report::decode(text, at);
    if (!glyph.valid) {
      fmt::format_to(std::back_inserter(out), "<{:02X}>", static_cast<unsigned>(glyph.code));
    } else if (line_separator(glyph.code)) {
      out += "\xE2\x8F\x8E";  // U+23CE, the return symbol
    } else if (dangerous(glyph.code) || (show_invisible && invisible(glyph.code))) {
      fmt::format_to(std::back_inserter(out), "<U+{:04X}>", static_cast<std::uint32_t>(glyph.code));
    } else {
      out.append(text.substr(at, glyph.bytes));
    }
    at += glyph.bytes;
  }
  return out;
}

namespace report {

std::string isolate(std::string text, const TextOptions& options) {
  if (!options.isolate) return text;
  return "\xE2\x81\xA8" + std::move(text) + "\xE2\x81\xA9";  // U+2068 FSI, U+2069 PDI
}

std::string safe(std::string_view text, const TextOptions& options) {
  std::string out = one_line(text, options.show_invisible);
  const bool ascii = std::all_of(out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
  return ascii ? out : isolate(std::move(out), options);
}

bool is_plain(char32_t code, bool show_invisible) {
  return !dangerous(code) && !line_separator(code) && !(show_invisible && invisible(code));
}

std::string plain(std::string_view text) { return escape_terminal(text, true); }

std::string one_line(std::string_view text, bool show_invisible) {
  std::string out;
  out.reserve(text.size());
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const bool end = at == text.size();
    if (!end && text[at] != '\n' && text[at] != '\r' && text[at] != '\t') continue;
    out += escape_terminal(text.substr(begin, at - begin), show_invisible);
    begin = at + 1;
    if (!end && !(text[at] == '\n' && at > 0 && text[at - 1] == '\r')) out += ' ';  // \r\n is one end of line
  }
  return out;
}

std::string json_safe(std::string json) {
  // Lead bytes of C1 and of U+2000 to U+207F; most lines hold neither.
  if (json.find('\xC2') == std::string::npos && json.find('\xE2') == std::string::npos &&
      json.find('\x7F') == std::string::npos && json.find('<') == std::string::npos) {
    return json;
  }
  std::string out;
  out.reserve(json.size());
  for (std::size_t at = 0; at < json.size();) {
    const Glyph glyph = decode(json, at);
    const bool serialised = glyph.code < 0x20;  // white space between tokens; inside strings it is escaped already
    if (glyph.valid && !serialised && (dangerous(glyph.code) || line_separator(glyph.code))) {
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<std::uint32_t>(glyph.code));
    } else if (glyph.code == '<' && at + 1 < json.size() && (json[at + 1] == '/' || json[at + 1] == '!')) {
      out += "\\u003c";
    } else {
      out.append(json, at, glyph.bytes);
    }
    at += glyph.bytes;
  }
  return out;
}

}  // namespace report
}  // namespace mizan
