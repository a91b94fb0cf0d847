#include "text/json.hpp"

#include <fmt/format.h>

#include <array>
#include <cstring>
#include <optional>

#include "text/builder.hpp"
#include "text/utf8.hpp"

namespace mizan::json {
namespace {

/// Is none of eight bytes special? Bit 7 of a byte is borrowed into where it is below the one it is compared with.
bool is_plain(const char* bytes) {
  constexpr std::uint64_t each = 0x0101010101010101u;
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  const auto equals = [&](std::uint64_t byte) {
    const std::uint64_t rest = word ^ (each * byte);
    return (rest - each) & ~rest;
  };
  const std::uint64_t control = (word - each * 0x20) & ~word;
  return ((equals('"') | equals('\\') | control) & (each * 0x80)) == 0;
}

/// What ends a run of a string's own bytes: its quote, an escape, a control character.
constexpr std::array<bool, 256> kSpecial = [] {
  std::array<bool, 256> result{};
  for (std::size_t byte = 0; byte < 0x20; ++byte) result[byte] = true;
  result['"'] = result['\\'] = true;
  return result;
}();

constexpr unsigned kDeepest = 256;  // levels of values that are skipped anyway

// What becomes of a string: keep() is told of bytes of the line, put() of an escape and its bytes.

struct Checking {
  void keep(std::size_t, std::size_t) {}
  void put(std::string_view, std::size_t, std::size_t) {}
};

struct Decoding {
  std::string_view line;
  std::string& out;
  void keep(std::size_t begin, std::size_t end) { out.append(line.substr(begin, end - begin)); }
  void put(std::string_view text, std::size_t, std::size_t) { out.append(text); }
};

struct Building {
  TextBuilder& out;
  std::size_t origin;  // of the builder's source, in the line
  void keep(std::size_t begin, std::size_t end) { out.keep(begin - origin, end - origin); }
  void put(std::string_view text, std::size_t begin, std::size_t end) { out.put(text, begin - origin, end - origin); }
};

/// Every function returns false once mistake_ is set, and the mistake then goes up unchanged.
class Scanner {
 public:
  explicit Scanner(const Line& line) : line_(line), text_(line.text) {}

  tl::expected<Record, Mistake> run() {
    Record record;
    if (object([&](const std::string& key) { return member(record, key); }) && line_end()) return record;
    return tl::make_unexpected(mistake_);
  }

  tl::expected<RecordPair, Mistake> run_pair() {
    RecordPair pair;
    const auto side = [&](Record& record) {
      return object([&](const std::string& key) { return member(record, key); });
    };
    const bool read = object([&](const std::string& key) {
      if (key == "id") return field_value(pair.id, key);
      if (key == "a") return side(pair.a);
      return key == "b" ? side(pair.b) : skip(0);
    });
    if (read && line_end()) return pair;
    return tl::make_unexpected(mistake_);
  }

 private:
  bool fail(std::size_t at, std::string message) {
    mistake_ = {static_cast<std::uint32_t>(at), std::move(message)};
    return false;
  }
  bool expected(std::string_view what) {
    if (at_ >= text_.size()) return fail(at_, fmt::format("the line ends where {} is expected", what));
    const utf8::CodePoint found = utf8::decode(text_, at_);
    if (found.value < 0x20)
      return fail(at_, fmt::format("expected {}, found U+{:04X}", what, static_cast<unsigned>(found.value)));
    return fail(at_, fmt::format("expected {}, found '{}'", what, text_.substr(at_, found.size)));
  }

  bool at(char c) const { return at_ < text_.size() && text_[at_] == c; }
  bool take(char c) {
    if (!at(c)) return false;
    ++at_;
    return true;
  }
  void space() {
    while (at(' ') || at('\t') || at('\r') || at('\n')) ++at_;
  }

  /// take_value(key) reads what stands behind the colon.
  template <class F>
  bool object(F take_value) {
    space();
    if (!take('{')) return expected("'{' (one JSON object a line)");
    space();
    if (take('}')) return true;
    std::string key;
    do {
      space();
      if (!at('"')) return expected("a key in quotes");
      key.clear();
      if (!string(Decoding{text_, key}) || !colon() || !take_value(key)) return false;
      space();
    } while (take(','));
    return take('}') || expected("',' or '}'");
  }

  bool line_end() {
    space();
    return at_ == text_.size() || expected("the end of the line");
  }

  bool member(Record& record, const std::string& key) {
    if (key == "text") return article(record);
    if (Field* field = field_of(record, key)) return field_value(*field, key);
    if (!skip(0)) return false;
    record.unknown.push_back(key);
    return true;
  }

  static Field* field_of(Record& record, std::string_view key) {
    if (key == "id") return &record.id;
    if (key == "lang") return &record.lang;
    if (key == "published") return &record.published;
    if (key == "title") return &record.title;
    return nullptr;
  }

  bool colon() {
    space();
    if (!take(':')) return expected("':'");
    space();
    return true;
  }

  bool article(Record& record) {
    record.text = {false, {}, static_cast<std::uint32_t>(at_)};
    if (at('n')) return word("null");
    if (!at('"')) return expected("a string for \"text\"");
    const std::size_t begin = at_ + 1;
    TextBuilder text(text_.substr(begin), line_.offset + begin,
                     TextBuilder(text_, line_.offset, {line_.number}).position(begin));
    if (!string(Building{text, begin})) return false;
    text.finish(record.article);
    if (record.article.text.find('\0') != std::string::npos) return fail(begin - 1, "\"text\" holds a NUL character");
    record.text.given = true;
    return true;
  }

  bool field_value(Field& field, std::string_view key) {
    field = {false, {}, static_cast<std::uint32_t>(at_)};
    if (at('n')) return word("null");
    const std::size_t begin = at_;
    if (at('"')) {
      if (!string(Decoding{text_, field.value})) return false;
      if (field.value.find('\0') != std::string::npos)
        return fail(begin, fmt::format("\"{}\" holds a NUL character", key));
    } else if (key == "id" && (at('-') || digit())) {
      if (!number()) return false;
      field.value = text_.substr(begin, at_ - begin);
    } else {
      return expected(fmt::format("a string for \"{}\"", key));
    }
    field.given = true;
    return true;
  }

  /// at_ stands on the opening quote.
  template <class Out>
  bool string(Out out) {
    const std::size_t begin = at_++;
    while (true) {
      const std::size_t run = at_;
      while (at_ + 8 <= text_.size() && is_plain(text_.data() + at_)) at_ += 8;
      while (at_ < text_.size() && !kSpecial[static_cast<unsigned char>(text_[at_])]) ++at_;
      out.keep(run, at_);
      if (at_ >= text_.size()) return fail(begin, "a string without its closing quote");
      if (take('"')) return true;
      if (!take('\\')) {
        return fail(at_, fmt::format("control character U+{:04X} in a string; write it as an escape",
                                     static_cast<unsigned>(static_cast<unsigned char>(text_[at_]))));
      }
      if (!escape(out)) return false;
    }
  }

  template <class Out>
  bool escape(Out& out) {
    constexpr std::string_view kNames = "\"\\/bfnrt";
    constexpr std::string_view kMeant = "\"\\/\b\f\n\r\t";
    const std::size_t begin = at_ - 1;
    if (take('u')) {
      std::optional<char32_t> code = four_digits();
      if (!code) return fail(begin, "\\u needs four hexadecimal digits");
      if (*code >= 0xD800 && *code < 0xDC00) {
        std::optional<char32_t> low;
        if (text_.substr(at_, 2) == "\\u") {
          at_ += 2;
          low = four_digits();
        }
        if (!low || *low < 0xDC00 || *low >= 0xE000) return fail(begin, "half of a surrogate pair");
        code = 0x10000 + ((*code - 0xD800) << 10) + (*low - 0xDC00);
      } else if (*code >= 0xDC00 && *code < 0xE000) {
        return fail(begin, "half of a surrogate pair");
      }
      std::string decoded;
      utf8::append(decoded, *code);
      out.put(decoded, begin, at_);
      return true;
    }
    const std::size_t which = at_ < text_.size() ? kNames.find(text_[at_]) : std::string_view::npos;
    if (which == std::string_view::npos) return fail(begin, "not an escape of JSON");
    ++at_;
    out.put(kMeant.substr(which, 1), begin, at_);
    return true;
  }

  std::optional<char32_t> four_digits() {
    char32_t value = 0;
    for (int count = 0; count < 4; ++count, ++at_) {
      const char c = at_ < text_.size() ? text_[at_] : '\0';
      const char lower = static_cast<char>(c | 0x20);
      if (c >= '0' && c <= '9') {
        value = value * 16 + static_cast<char32_t>(c - '0');
      } else if (lower >= 'a' && lower <= 'f') {
        value = value * 16 + static_cast<char32_t>(lower - 'a' + 10);
      } else {
        return std::nullopt;
      }
    }
    return value;
  }

  bool digit() const { return at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9'; }
  bool digits() {
    if (!digit()) return expected("a digit");
    while (digit()) ++at_;
    return true;
  }
  bool number() {
    take('-');
    if (!take('0') && !digits()) return false;
    if (take('.') && !digits()) return false;
    if (!take('e') && !take('E')) return true;
    if (!take('+')) take('-');
    return digits();
  }
  bool word(std::string_view name) {
    if (text_.substr(at_, name.size()) != name) return expected("a JSON value");
    at_ += name.size();
    return true;
  }

  bool skip(unsigned depth) {
    if (depth > kDeepest) return fail(at_, "values nested too deeply");
    space();
    if (at('"')) return string(Checking());
    if (at('-') || digit()) return number();
    if (at('t')) return word("true");
    if (at('f')) return word("false");
    if (at('n')) return word("null");
    const bool keys = at('{');
    if (!keys && !at('[')) return expected("a JSON value");
    ++at_;
    const char end = keys ? '}' : ']';
    space();
    if (take(end)) return true;
    do {
      space();
      if (keys) {
        if (!at('"')) return expected("a key in quotes");
        if (!string(Checking()) || !colon()) return false;
      }
      if (!skip(depth + 1)) return false;
      space();
    } while (take(','));
    return take(end) || expected(keys ? "',' or '}'" : "',' or ']'");
  }

  const Line& line_;
  std::string_view text_;
  std::size_t at_ = 0;
  Mistake mistake_;
};

}  // namespace

tl::expected<Record, Mistake> parse_record(const Line& line) { return Scanner(line).run(); }

tl::expected<RecordPair, Mistake> parse_pair(const Line& line) { return Scanner(line).run_pair(); }

}  // namespace mizan::json
