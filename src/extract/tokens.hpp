// Labelled tokens: what the lexer makes of a sentence and the grammars read. Private to the room.
#pragma once

#include <boost/container/small_vector.hpp>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "knowledge/knowledge.hpp"
#include "model/model.hpp"
#include "text/text.hpp"

namespace mizan {

enum class TokenKind : std::uint8_t { word, number, sign };

/// What a number may begin with, and what an ordinal may.
inline constexpr Kinds kNumeralStart =
    kFigure | kinds(LabelKind::cardinal, LabelKind::multiple, LabelKind::scale, LabelKind::half, LabelKind::vague_count,
                    LabelKind::dozen, LabelKind::minus);
inline constexpr Kinds kOrdinalStart = kNumeralStart | kinds(LabelKind::ordinal, LabelKind::first);

/// A run of letters, a figure in digits with its separators, or one other character.
struct Token {
  FoldedSpan span;
  TokenKind kind = TokenKind::sign;
  bool space_before = false;
  bool line_start = false;      ///< first of its paragraph
  bool noise = false;           ///< inside a URL, an identifier, a phone number: no figure
  bool aged = false;            ///< of a number of years in a row with ages: see mark_ages()
  bool parts = false;           ///< stands between two levels of a change
  bool open = false;            ///< a mention may begin here, as far as a glance tells
  Kinds kinds = 0;              ///< of its labels: most questions are answered by a glance at it
  std::uint32_t first_tag = 0;  ///< its labels, in Tokens::tags
  std::uint32_t tag_count = 0;
  std::uint32_t figure = 0;  ///< index in Tokens::figures, for numbers
};

/// A figure in digits. readings: likeliest first; empty if the separators make no number ("11.09.2025").
struct Figure {
  template <class T>
  using Few = boost::container::small_vector<T, 4>;  // most figures have one piece and one reading
  Few<Decimal> readings;
  Few<std::uint32_t> pieces;  ///< the values of the digit runs, if each has at most 9 digits
  Few<std::uint8_t> widths;   ///< their lengths in digits
  char separator = 0;         ///< '.', ',' or '/' if all separators are that one; 0 otherwise
  bool plain = false;         ///< digits only
};

struct Tokens {
  std::string_view text;  ///< the whole folded document
  std::uint8_t language = kAnyLanguage;
  const Language* about = nullptr;
  const Knowledge* knowledge = nullptr;
  std::vector<Token> tokens;
  std::vector<Tag> tags;
  std::vector<Figure> figures;
  Spelling spelling;                    ///< of the sentence
  std::vector<std::uint32_t> going_on;  ///< tokens with phrases that go on behind them
  Kinds kinds = 0;                      ///< of all tokens
  bool turned = false;                  ///< 5/17 is 17.5: set for a whole document, see turns_decimals()

  std::uint32_t size() const { return static_cast<std::uint32_t>(tokens.size()); }
  std::string_view word(std::uint32_t i) const { return text.substr(tokens[i].span.begin, tokens[i].span.size()); }
  /// The longest label of a kind that begins at token i.
  const Tag* find(std::uint32_t i, LabelKind kind) const { return has(i, kind) ? longest(i, kind) : nullptr; }
  /// Does a phrase of a kind, of at most four tokens, end right before token i?
  bool follows(std::uint32_t i, LabelKind kind) const;
  bool has(std::uint32_t i, LabelKind kind) const { return has_any(i, mizan::kinds(kind)); }
  bool has_any(std::uint32_t i, Kinds set) const { return i < size() && (tokens[i].kinds & set) != 0; }
  bool is_sign(std::uint32_t i, char c) const {
    return i < size() && tokens[i].kind == TokenKind::sign && text[tokens[i].span.begin] == c;
  }
  /// Is a calendar the one that the language means first?
  bool counts_in(Calendar calendar) const { return !about->calendars.empty() && about->calendars.front() == calendar; }
  /// The comma of any script here.
  bool is_comma(std::uint32_t i) const { return is_sign(i, ',') || (i < size() && word(i) == "\xD8\x8C"); }
  const Figure* figure(std::uint32_t i) const {
    return i < size() && tokens[i].kind == TokenKind::number ? &figures[tokens[i].figure] : nullptr;
  }

 private:
  const Tag* longest(std::uint32_t i, LabelKind kind) const;
};

/// Tokens of one sentence. Reuses the vectors of out.
void tokenize(std::string_view folded, FoldedSpan sentence, std::uint8_t language, const Knowledge& knowledge,
              Tokens& out);

/// Does a document write the fraction of 5/17 first? Those who typed on old keyboards did, for the text to look right
/// where it runs from the right. Its letters tell, and how its figures look. folded is the folded text.
bool turns_decimals(std::string_view text, std::string_view folded, const Language& language);

/// Byte ranges of folded that hold no figures though they hold digits: URLs, addresses, phone numbers, identifiers,
/// clock times.
std::vector<FoldedSpan> noise(std::string_view folded, FoldedSpan sentence);

template <class T>
struct Match {
  T value;
  std::uint32_t end = 0;  ///< the token after it
};

}  // namespace mizan
