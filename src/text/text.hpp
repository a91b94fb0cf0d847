// From bytes to Documents, and from a document's text to the folded text that lexicons and grammars read.
//
//   read_path("seeds/", options, [&](Document&& d) { ... }, errors);   // one document at a time, in path order
//   Folded f = fold(document.text, table).value();                     // digits, letters and case made one
//   Span s = f.map.to_source(FoldedSpan{3, 17});                       // back to the bytes of document.text
//   for (const Sentence& s : sentences(f.text, abbreviations)) ...
//
// The map is kept from the first byte to the last: nothing is ever searched for again.
// Not for: languages. Which words mean what is knowledge's business; this room knows bytes, letters and calendars.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "model/model.hpp"

namespace mizan {

// -------------------------------------------------------------------------------------------------------- documents

/// Where a byte stands: all count from 1. \n, \r\n and \r end a line; a byte order mark is no column.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;  ///< in code points
  std::uint32_t utf16 = 1;   ///< the column in UTF-16 code units
  std::uint32_t byte = 1;    ///< the column in bytes
  friend bool operator==(const Position&, const Position&) = default;
};

/// Bytes of a file, half open. A file of records may be larger than any text.
struct FileSpan {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
  friend bool operator==(const FileSpan&, const FileSpan&) = default;
  std::uint64_t size() const { return end - begin; }
};

/// From bytes of a text to the bytes of the file that it was read from, through markup, entities and escapes. Made by
/// the readers, then immutable. A text that stands in its file as it is costs nothing. Monotone, and never empty for a
/// span that is not; a span that begins or ends inside an escape widens to all of it, and markup at its ends is left
/// out.
class SourceMap {
 public:
  SourceMap() = default;
  /// The text is the bytes of the file from base on, where start is.
  explicit SourceMap(std::uint64_t base, const Position& start = {}) : base_(base), start_(start) {}
  FileSpan to_file(Span text) const;

 private:
  friend class TextBuilder;
  friend class Positions;
  /// From here to the next piece, each source_step bytes of the file are text_step bytes of the text.
  struct Piece {
    std::uint32_t text = 0, source = 0;  // where it begins; source counts from base_
    std::uint32_t text_step : 8 = 1;
    std::uint32_t source_step : 24 = 1;
  };
  /// Where a piece begins, if a line end or a letter beyond ASCII that is no text stands before it.
  struct Anchor {
    std::uint32_t piece = 0;
    Position at;
  };
  Piece piece_at(std::uint32_t byte) const;

  std::uint64_t base_ = 0;
  Position start_;
  std::vector<Piece> pieces_;  // without the first if that begins both and is as it stands
  std::vector<Anchor> anchors_;
};

/// A comment of Markdown or HTML, which is no text: an editor's remark, or an instruction to a program.
struct Comment {
  std::string text;  ///< between "<!--" and "-->", without white space at its ends
  Span block;        ///< of Document::text: the block it stands in or, between blocks, the next one; empty if none
  std::uint32_t line = 1;  ///< of the file, on which it begins
};

/// One article. Spans point into text.
struct Document {
  std::string id;    ///< file name, or the "id" of a JSONL record; unique within a corpus run or made so by "path:line"
  std::string path;  ///< the file it came from, as given or found
  std::uint32_t record_line = 0;  ///< the line of its JSONL record, counting from 1; 0 for a file of its own
  std::string text;               ///< UTF-8: what there is to read, without byte order mark and markup
  SourceMap source;               ///< where text stands in the file
  std::string language;           ///< BCP 47, as declared; "" if not
  std::string title;
  std::optional<Day> published;   ///< from metadata
  std::vector<Comment> comments;  ///< in their order; of Markdown and HTML only
};

struct ReadOptions {
  std::string stdin_name = "<stdin>";
  std::string name;  ///< what the file is called in documents and errors; "" for its path
};

/// What the names of texts end in, for people.
inline constexpr std::string_view kEndings = ".txt, .md, .markdown, .html, .htm, .jsonl";

/// Reads a file, "-" (standard input) or, recursively and in byte order of the paths, a directory (the names that
/// kEndings lists; hidden names are skipped). Each document goes to sink at once, so that memory is bounded by the
/// largest one. What cannot be read is added to errors and the rest goes on: missing path, directory without texts,
/// empty file, invalid UTF-8 (with line and column of the first bad byte), binary file (a NUL byte), broken JSONL
/// record (with its line). A .jsonl file is one document a line: {"id", "text", "lang"?, "published"?, "title"?}. Front
/// matter of Markdown (--- key: value ---) gives lang, date/published, title; so do the attributes and metadata of
/// HTML. Markup, code, addresses of links and what HTML hides are no text. Returns the number of documents.
std::size_t read_path(const std::string& path, const ReadOptions& options, const std::function<void(Document&&)>& sink,
                      Errors& errors);

/// The same for bytes already in memory; name decides the format by its ending.
std::size_t read_bytes(std::string_view bytes, const std::string& name, const std::function<void(Document&&)>& sink,
                       Errors& errors);

/// One record of a .jsonl file, by its line; name is what the file is called.
std::size_t read_record(const std::string& path, const std::string& name, std::uint32_t line,
                        const std::function<void(Document&&)>& sink, Errors& errors);

/// Pairs of texts to be compared, one a line, from a file or "-": {"id", "a": {"text", "lang"?, "published"?,
/// "title"?}, "b": {...}}. A line that cannot be read is added to errors and the rest goes on. Returns the number of
/// pairs.
std::size_t read_pairs(const std::string& path, const ReadOptions& options,
                       const std::function<void(Document&&, Document&&)>& sink, Errors& errors);

// --------------------------------------------------------------------------------------------- which files are read

/// A line of a .gitignore file.
struct Pattern {
  std::string text;  ///< as written
  std::uint32_t line = 0;
  std::string glob;
  bool takes_back = false;    ///< "!": what an earlier pattern left out is back
  bool folders_only = false;  ///< "/" at the end
  bool anchored = false;      ///< "/" elsewhere: held against the path, not against the name
  bool literal = false;       ///< no wildcard
};

/// Patterns as gitignore(5) has them: "*", "?", "[a-z]", "**", "!", "/". Paths are relative to the folder that the
/// patterns are of.
class Patterns {
 public:
  Patterns() = default;
  explicit Patterns(std::string_view file);
  void add(std::string_view pattern, std::uint32_t line = 0);
  /// The last that matches just this path, which decides; nullptr if none does.
  const Pattern* last_match(std::string_view path, bool folder) const;
  /// The one that takes in this file or a folder it lies in; nullptr if none does.
  const Pattern* covering(std::string_view path) const;
  bool empty() const { return list_.empty(); }

 private:
  std::vector<Pattern> list_;
};

/// One pattern against a whole text: "open.*" matches "open.count"; "*" does not cross a "/".
bool matches_glob(std::string_view pattern, std::string_view text);

/// By its ending, a name that is read when it is found in a folder; see kEndings.
bool is_text_name(std::string_view name);

struct FileRules {
  bool ignore_files = true;  ///< .gitignore (inside a repository) and .mizanignore count
  std::string folder;        ///< what exclude is relative to; "" for no exclude
  Patterns exclude;
};

struct FileList {
  struct File {
    std::string path;  ///< as asked for, or below that folder
    std::string full;  ///< absolute, without links to folders: one file has one
  };
  struct Excluded {
    std::string path;
    std::string by;  ///< ".gitignore:3: drafts/"
  };
  std::vector<File> files;
  std::vector<Excluded> excluded;  ///< of the paths that were asked for, those that a rule leaves out
  std::vector<std::string> empty;  ///< folders asked for that hold no text
};

/// Adds a file, or what read_path would read below a folder, in byte order, to list. Nothing is opened but ignore
/// files.
void list_files(const std::string& path, const FileRules& rules, FileList& list, Errors& errors);
/// What leaves out a file of this name, be there one or not; "" if nothing does.
std::string excluded_by(const std::string& path, const FileRules& rules);
/// FileList::File::full of any path.
std::string full_path(const std::string& path);

/// Line starts of one text, found once; position() is then logarithmic.
class Lines {
 public:
  explicit Lines(std::string_view text);
  Position position(std::uint32_t byte) const;
  /// The bytes of a line, without its end. line counts from 1.
  Span line(std::uint32_t line) const;
  std::uint32_t count() const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> starts_;
  struct Counts {
    std::uint32_t code_points = 0, utf16 = 0;
  };
  static Counts counted(Counts counts, std::string_view bytes);
  Counts before(std::uint32_t byte) const;
  std::vector<Counts> counts_;  // before every 1024th byte, so that a line of 50 MB has quick columns too
};

/// Positions of one document, which must outlive this: built once, in linear time, then logarithmic.
class Positions {
 public:
  explicit Positions(const Document& document);
  Position in_file(std::uint32_t byte) const;
  Position in_text(std::uint32_t byte) const { return lines_.position(byte); }

 private:
  Position within(const SourceMap::Piece& piece, const Position& begin, std::uint32_t byte) const;
  const SourceMap& map_;
  Lines lines_;                   // of the text
  std::vector<Position> begins_;  // in the file, of the map's pieces
};

/// Byte offset of the first sequence that is not UTF-8 (overlong forms, surrogates and values above 10FFFF included).
std::optional<std::uint32_t> first_invalid_utf8(std::string_view bytes);

// ----------------------------------------------------------------------------------------------------------- folding

/// Bytes of a folded text. A type of its own, so that the compiler keeps the two kinds of offset apart.
struct FoldedSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend auto operator<=>(const FoldedSpan&, const FoldedSpan&) = default;
  std::uint32_t size() const { return end - begin; }
};

/// Maps folded bytes back to the bytes they came from. Built left to right, immutable afterwards.
/// Laws: the lengths add up; to_source is monotone and non-empty for non-empty spans; re-folding the source span
/// contains the folded text.
class OffsetMap {
 public:
  void keep(std::uint32_t bytes);                            ///< copied, or replaced byte for byte in length
  void replace(std::uint32_t source, std::uint32_t folded);  ///< this many bytes became that many; either may be 0
  Span to_source(FoldedSpan folded) const;                   ///< widens to whole edits, never narrows
  std::uint32_t source_size() const;
  std::uint32_t folded_size() const;

 private:
  struct Edit {                    // a stretch where the two lengths differ; between edits both run in step
    std::uint32_t source, folded;  // where it begins
    std::uint32_t source_size, folded_size;
  };
  std::vector<Edit> edits_;
  std::uint32_t source_size_ = 0;
  std::uint32_t folded_size_ = 0;
};

struct Folded {
  std::string text;
  OffsetMap map;
};

/// Code point to string, applied after NFC. Never NFKC: it would make 10^6 (superscript) into 106.
class FoldTable {
 public:
  FoldTable();  ///< NFC and simple lower case only
  /// rules/fold.toml: from is one code point, to its replacement ("" deletes it). Later entries win.
  explicit FoldTable(const std::vector<std::pair<char32_t, std::string>>& entries);
  ~FoldTable();
  FoldTable(FoldTable&&) noexcept;
  FoldTable& operator=(FoldTable&&) noexcept;

  /// As bytes, to be kept between runs of one program, and back.
  std::string pack() const;
  static FoldTable unpack(std::string_view bytes);

 private:
  friend Folded fold(std::string_view, const FoldTable&);
  struct Impl;
  const struct FoldData& data() const;
  std::unique_ptr<Impl> impl_;  // absent: the table without entries
};

/// Folds valid UTF-8 (see first_invalid_utf8; checked by the readers). Linear, and near copying speed on text that
/// needs little.
Folded fold(std::string_view utf8, const FoldTable& table);

// -------------------------------------------------------------------------------------------------------- characters

enum class CharKind : std::uint8_t { letter, digit, space, other };

/// The code point at byte i of valid UTF-8, and its length in bytes.
struct CodePoint {
  char32_t value = 0;
  std::uint32_t size = 1;
};
inline CodePoint code_point(std::string_view s, std::size_t i) {
  const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(s[k]); };
  const unsigned char b = byte(i);
  if (b < 0x80) return {b, 1};
  if (b < 0xE0 && i + 1 < s.size()) return {static_cast<char32_t>((b & 0x1F) << 6 | (byte(i + 1) & 0x3F)), 2};
  if (b < 0xF0 && i + 2 < s.size())
    return {static_cast<char32_t>((b & 0x0F) << 12 | (byte(i + 1) & 0x3F) << 6 | (byte(i + 2) & 0x3F)), 3};
  if (i + 3 < s.size())
    return {static_cast<char32_t>((b & 0x07) << 18 | (byte(i + 1) & 0x3F) << 12 | (byte(i + 2) & 0x3F) << 6 |
                                  (byte(i + 3) & 0x3F)),
            4};
  return {b, 1};
}

namespace detail {

constexpr CharKind char_kind_by_range(char32_t c) {
  if (c < 0x80) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return CharKind::letter;
    if (c >= '0' && c <= '9') return CharKind::digit;
    return c == ' ' || (c >= '\t' && c <= '\r') ? CharKind::space : CharKind::other;
  }
  if (c < 0xC0) {  // Latin-1 signs, but for the ordinal indicators and micro
    if (c == 0xA0 || c == 0x85) return CharKind::space;
    return c == 0xAA || c == 0xB5 || c == 0xBA ? CharKind::letter : CharKind::other;
  }
  if (c < 0x2000) {
    if (c == 0xD7 || c == 0xF7 || c == 0x37E || c == 0x387 || (c >= 0x55A && c <= 0x55F) || c == 0x589 || c == 0x58A ||
        c == 0x5BE || (c >= 0x600 && c <= 0x60F) || (c >= 0x61B && c <= 0x61F) || (c >= 0x66A && c <= 0x66D) ||
        c == 0x6D4 || c == 0x6DD || c == 0x6E9)
      return CharKind::other;
    return CharKind::letter;
  }
  if (c <= 0x200A || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000) return CharKind::space;
  if (c <= 0x2BFF || (c >= 0x3001 && c <= 0x303F) || (c >= 0xE000 && c <= 0xF8FF) || c == 0xFD3E || c == 0xFD3F ||
      (c >= 0xFE10 && c <= 0xFE6F) || (c >= 0xFF01 && c <= 0xFF0F) || c == 0xFFFD || (c >= 0x1F000 && c <= 0x1FBFF))
    return CharKind::other;
  return CharKind::letter;
}

inline constexpr std::array<CharKind, 0x800> kCharKinds = [] {
  std::array<CharKind, 0x800> result{};
  for (std::size_t c = 0; c < result.size(); ++c) result[c] = char_kind_by_range(static_cast<char32_t>(c));
  return result;
}();

}  // namespace detail

/// Letter, digit (ASCII: the fold has made all digits so), space (no-break and thin ones too) or anything else.
inline CharKind char_kind(char32_t c) { return c < 0x800 ? detail::kCharKinds[c] : detail::char_kind_by_range(c); }

/// By the two bytes that begin a character (byte_pair): how many bytes it has, if it is a letter of one or two; else 0.
/// For the loops that look at every byte: what char_kind() says, by one look-up.
extern const std::array<std::uint8_t, 0x10000> kShortLetters;

/// The two bytes at i as an index; those of one lead byte lie side by side. There must be two.
inline std::uint32_t byte_pair(std::string_view s, std::size_t i) {
  return static_cast<std::uint32_t>(static_cast<unsigned char>(s[i])) << 8 | static_cast<unsigned char>(s[i + 1]);
}

/// Does a letter begin at byte i? Not at the end.
inline bool is_letter(std::string_view s, std::size_t i) {
  if (i + 2 <= s.size() && kShortLetters[byte_pair(s, i)] != 0) return true;
  return i < s.size() && char_kind(code_point(s, i).value) == CharKind::letter;
}

/// The first byte behind the letters that begin at byte i: letters_end("salam, donya", 0) is 5.
inline std::uint32_t letters_end(std::string_view s, std::uint32_t i) {
  for (;;) {
    while (i + 2 <= s.size()) {
      const std::uint32_t bytes = kShortLetters[byte_pair(s, i)];
      if (bytes == 0) break;
      i += bytes;
    }
    // the last byte of all, or a longer character
    if (!is_letter(s, i)) return i;
    i += code_point(s, i).size;
  }
}

/// A capital letter of any script, in text that is not folded.
bool is_capital(char32_t c);

// --------------------------------------------------------------------------------------------------------- sentences

struct Sentence {
  FoldedSpan span;              ///< without surrounding white space
  std::uint32_t paragraph = 0;  ///< a line of the text is a paragraph; paragraphs count from 0
};

/// Splits at . ! ? and their kin when white space, a closing quote or a letter of another sentence follows, and at line
/// ends; never inside numbers (28.2), after an initial or after one of abbreviations (folded, without their stop).
/// A sentence over 4 KiB is cut between words, never inside a figure. Linear. Own code, since ICU's sentence iterator
/// wants UTF-16, halves the speed of the whole tool and breaks after abbreviations anyway.
std::vector<Sentence> sentences(std::string_view folded, const std::vector<std::string>& abbreviations);

// --------------------------------------------------------------------------------------------------------- calendars

/// The day of a calendar date; nullopt if that calendar has no such day. Gregorian, Persian (ICU "persian",
/// astronomical as published for 1200 to 1600) and Islamic (Umm al-Qura; sightings may differ by a day).
std::optional<Day> to_day(Calendar calendar, int year, unsigned month, unsigned day);
struct CalendarDate {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
};
CalendarDate from_day(Calendar calendar, Day day);
/// All days of a year (month = 0) or of a month.
std::optional<Days> calendar_period(Calendar calendar, int year, unsigned month = 0);
/// ISO 8601: Monday is 1.
unsigned weekday_of(Day day);

// -------------------------------------------------------------------------------------------------------------- CLDR

/// Names CLDR has for a language tag, through ICU: surface form and code or number. Order is ICU's; forms may repeat.
struct CldrNames {
  std::vector<std::pair<std::string, std::string>> territories;  ///< name -> ISO 3166-1 alpha-2
  std::vector<std::pair<std::string, std::string>> currencies;   ///< name, plural names and narrow symbols -> ISO 4217
  std::vector<std::pair<std::string, int>> gregorian_months;  ///< all widths of "format" and "stand-alone", wide only
  std::vector<std::pair<std::string, int>> persian_months;    ///< wrong for ar in CLDR 42: empty there
  std::vector<std::pair<std::string, int>> islamic_months;
  std::vector<std::pair<std::string, int>> weekdays;  ///< ISO 8601 number
  std::vector<std::pair<std::string, std::int64_t>>
      cardinals;  ///< spelled 0 to 19, tens, hundreds, in every rule set (cases, genders)
  std::vector<std::pair<std::string, std::int64_t>> ordinals;  ///< spelled 1 to 31, tens, hundred
};
CldrNames cldr_names(const std::string& tag);

/// How many decimals amounts of a currency have, by its ISO 4217 code: 2 of a dollar, none of a yen or rial. 2 where
/// CLDR does not know it.
int cldr_decimals(std::string_view currency);

}  // namespace mizan
