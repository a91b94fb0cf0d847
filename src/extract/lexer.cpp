#include <algorithm>

#include "extract/notation.hpp"
#include "extract/tokens.hpp"

namespace mizan {
namespace {

bool digit_at(std::string_view s, std::size_t i) { return i < s.size() && s[i] >= '0' && s[i] <= '9'; }

/// A separator between two digit runs: its text, or nothing.
struct Separator {
  std::string_view text;
  bool space = false;
};

std::optional<Separator> separator_at(std::string_view s, std::size_t i, const Language& language) {
  if (i >= s.size()) return std::nullopt;
  const CodePoint c = code_point(s, i);
  const std::string_view text = s.substr(i, c.size);
  if (!digit_at(s, i + c.size)) return std::nullopt;
  const auto listed = [&](const std::vector<std::string>& list) {
    return std::find(list.begin(), list.end(), text) != list.end();
  };
  if (char_kind(c.value) == CharKind::space && c.value != '\n' && c.value != '\r' && c.value != '\t') {
    if (std::find(language.group.begin(), language.group.end(), " ") == language.group.end()) return std::nullopt;
    // a space groups exactly three digits
    if (!(digit_at(s, i + c.size + 1) && digit_at(s, i + c.size + 2)) || digit_at(s, i + c.size + 3))
      return std::nullopt;
    return Separator{" ", true};
  }
  if (text == "." || text == "," || text == "'" || listed(language.decimal) || listed(language.group)) {
    if (text ==
        "/") {  // a decimal sign in Persian; 1404/06/20, 2023/24 and 3/4 of other languages are for the grammars
      std::size_t begin = i, end = i + 1;
      while (begin > 0 && digit_at(s, begin - 1)) --begin;
      while (digit_at(s, end)) ++end;
      const bool date = (begin > 0 && s[begin - 1] == '/') || (end < s.size() && s[end] == '/') || i - begin == 4 ||
                        (i - begin <= 2 && end - i - 1 == 4);  // 12/2020
      if (date || !listed(language.decimal)) return std::nullopt;
    }
    if (text == "-") return std::nullopt;
    return Separator{text, false};
  }
  return std::nullopt;
}

std::optional<Decimal> join(const Figure::Few<std::string_view>& pieces, std::size_t decimals) {
  // the last `decimals` pieces (0 or 1) stand behind the decimal sign
  std::int64_t coefficient = 0;
  int digits = 0;
  int exponent = 0;
  for (std::size_t p = 0; p < pieces.size(); ++p) {
    for (const char c : pieces[p]) {
      if (digits >= 17) return std::nullopt;
      coefficient = coefficient * 10 + (c - '0');
      if (coefficient != 0) ++digits;
    }
    if (decimals == 1 && p + 1 == pieces.size()) exponent = -static_cast<int>(pieces[p].size());
  }
  return Decimal{coefficient, exponent};
}

/// Where a separator stands in a list; a large number if it does not.
std::size_t rank(const std::vector<std::string>& list, std::string_view text) {
  const auto found = std::find(list.begin(), list.end(), text);
  return found == list.end() ? 99 : static_cast<std::size_t>(found - list.begin());
}

void read_figure(const Figure::Few<std::string_view>& pieces, const Figure::Few<Separator>& separators,
                 const Language& language, Figure& figure) {
  const auto add = [&](std::optional<Decimal> d) {
    if (d) figure.readings.push_back(*d);
  };
  const std::size_t n = separators.size();
  if (n == 0) {
    figure.plain = true;
    add(join(pieces, 0));
    return;
  }
  const bool one_kind = std::all_of(separators.begin(), separators.end(),
                                    [&](const Separator& s) { return s.text == separators[0].text; });
  if (one_kind && separators[0].text.size() == 1) figure.separator = separators[0].text[0];
  const auto groups = [&](std::size_t from, std::size_t to) {  // may pieces[from..to) be groups of one number?
    if (pieces[from].size() > 3 || (pieces[from].size() > 1 && pieces[from][0] == '0')) return false;
    for (std::size_t p = from + 1; p < to; ++p)
      if (pieces[p].size() != 3) return false;
    return true;
  };
  const auto lakhs = [&](std::size_t to) {  // 9,86,419 as India writes it: twos, and three at the end
    bool fits = to >= 3 && separators[0].text == "," && pieces[0].size() <= 2 && pieces[to - 1].size() == 3;
    for (std::size_t p = 1; p + 1 < to; ++p) fits = fits && pieces[p].size() == 2;
    return fits;
  };
  const Separator& last = separators.back();
  if (n == 1) {
    const std::size_t as_decimal = last.space ? 99 : rank(language.decimal, last.text);
    const std::size_t as_group = rank(language.group, last.text);
    if (!groups(0, 2) || pieces[0] == "0") {
      if (!last.space) add(join(pieces, 1));
      return;
    }
    // three digits behind one sign: both readings are kept where the language uses the sign both ways
    const auto decimal = as_decimal == 99 ? std::nullopt : join(pieces, 1);
    // "42.000 participants": three noughts are thousands even where the sign is a decimal one
    const bool foreign = as_group == 99 && as_decimal != 99 && pieces[1] != "000";
    const auto group = foreign ? std::nullopt : join(pieces, 0);
    // "77.000 dollars": three noughts are thousands in any language that groups so
    const bool round = as_group != 99 && pieces[1] == "000";
    if (as_decimal < as_group && !round) {
      add(decimal);
      add(group);
    } else {
      add(group);
      add(decimal);
    }
    return;
  }
  if (one_kind) {
    if (groups(0, pieces.size()) || lakhs(pieces.size())) add(join(pieces, 0));
    return;
  }
  const bool inner = std::all_of(separators.begin(), separators.end() - 1,
                                 [&](const Separator& s) { return s.text == separators[0].text; });
  if (inner && !last.space && (groups(0, pieces.size() - 1) || lakhs(pieces.size() - 1))) add(join(pieces, 1));
}

/// Is the last token a "." of its own, with the figure right behind it: ".25"?
bool leads_decimal(const Tokens& t, bool space_before) {
  const bool bracket = t.size() >= 2 && t.is_sign(t.size() - 2, '(');  // "(. 535)"
  if ((space_before && !bracket) || t.tokens.empty() || !t.is_sign(t.size() - 1, '.') || t.about->decimal.empty() ||
      std::find(t.about->decimal.begin(), t.about->decimal.end(), ".") == t.about->decimal.end())
    return false;
  return t.tokens.back().space_before ||
         (t.size() >= 2 && t.tokens[t.size() - 2].kind == TokenKind::sign && !t.is_sign(t.size() - 2, '.')) ||
         (t.size() >= 2 && t.about->right_to_left && t.tokens[t.size() - 2].kind == TokenKind::word &&
          t.tokens[t.size() - 2].span.size() == 2 && t.tokens[t.size() - 2].space_before);  // "wa-.08"
}

bool is_number(const Label& label, std::uint32_t end) {
  return label.end == end && (label.kind == LabelKind::cardinal || label.kind == LabelKind::ordinal);
}

/// Of a word behind a number word, the bytes behind an "and" written on it: bist o|panjom; 0 if it has none.
std::uint32_t glued_rest(Tokens& t, std::uint32_t begin, std::uint32_t end) {
  if (t.tokens.empty() || t.tokens.back().kind != TokenKind::word || t.tokens.back().tag_count == 0) return 0;
  const Token& before = t.tokens.back();
  const auto labels = t.labels.begin() + before.first_tag;
  if (std::none_of(labels, labels + before.tag_count, [&](const Label& l) { return is_number(l, before.span.end); }))
    return 0;
  const std::string_view word = t.text.substr(begin, end - begin);
  for (const std::string& joiner : t.about->joiners)
    if (word.size() > joiner.size() && word.starts_with(joiner)) {
      const auto rest = static_cast<std::uint32_t>(word.size() - joiner.size());
      const auto mark = static_cast<std::ptrdiff_t>(t.labels.size());
      t.knowledge->lexicon().lookup(t.text, end - rest, t.language, t.labels);
      const bool found =
          std::any_of(t.labels.begin() + mark, t.labels.end(), [&](const Label& l) { return is_number(l, end); });
      t.labels.erase(t.labels.begin() + mark, t.labels.end());
      if (found) return rest;
    }
  return 0;
}

/// Does a phrase hold both the word at i and the figure behind it, "m2"?
bool in_phrase(const Tokens& t, std::uint32_t i) {
  const auto tag = t.tags.begin() + t.tokens[i].first_tag;
  return std::any_of(tag, tag + t.tokens[i].tag_count, [&](const Tag& g) { return g.end > i + 1; });
}

/// Where the thousands stand that a slip of the type parts from their comma, "2, 000 feet": no other figure begins with
/// three noughts. The same place if none do.
std::uint32_t slip_until(std::string_view text, std::uint32_t end, std::string_view piece, const Language& language) {
  const bool group = piece.size() <= 3 && text.substr(end, 5) == ", 000" && !digit_at(text, end + 5) &&
                     std::find(language.group.begin(), language.group.end(), ",") != language.group.end();
  return group ? end + 2 : end;
}

/// A letter of Latin or Cyrillic script: a digit that touches one is part of a name (A320), not a figure.
bool names_models(char32_t c) { return c < 0x530; }

/// Reads the figure in digits that begins at i, as the next token; returns its end. A "." in front may belong to it.
std::uint32_t read_digits(Tokens& out, std::string_view text, std::uint32_t i, Token& token) {
  constexpr std::uint32_t kLetter = 2;  // bytes of one in Arabic: a clitic that stands by itself
  token.kind = TokenKind::number;
  token.figure = static_cast<std::uint32_t>(out.figures.size());
  Figure::Few<std::string_view> pieces;
  Figure::Few<Separator> separators;
  std::uint32_t begin = i, end = i;
  for (;;) {
    while (digit_at(text, end)) ++end;
    pieces.push_back(text.substr(begin, end - begin));
    if (const std::uint32_t slip = slip_until(text, end, pieces.back(), *out.about); slip > end && pieces.size() == 1) {
      separators.push_back({text.substr(end, 1), false});
      begin = end = slip;
      continue;
    }
    const auto separator = separator_at(text, end, *out.about);
    if (!separator || (separator->text == "/" && !separators.empty())) break;
    // a space groups only what is grouped so far: "2023 100" is two figures
    if (separator->space && (pieces.size() == 1 ? pieces[0].size() > 3 : !separators.back().space)) break;
    separators.push_back(*separator);
    begin = end = end + code_point(text, end).size;
  }
  // 935r6 for 6.935: the fraction stands first, a letter is the decimal sign
  bool turned = false;
  if (pieces.size() == 1)
    for (const auto& letter : out.about->decimal_turned)
      if (text.compare(end, letter.size(), letter) == 0 && digit_at(text, end + letter.size())) {
        const std::size_t from = end + letter.size();
        std::size_t to = from;
        while (digit_at(text, to)) ++to;
        pieces = {text.substr(from, to - from), pieces[0]};
        end = static_cast<std::uint32_t>(to);
        turned = true;
      }
  if (out.turned && separators.size() == 1 && separators[0].text == "/") {
    std::swap(pieces[0], pieces[1]);
    turned = true;
  }
  Figure figure;
  for (const auto piece : pieces) {
    figure.widths.push_back(static_cast<std::uint8_t>(std::min<std::size_t>(piece.size(), 255)));
    std::uint32_t value = 0;
    if (piece.size() <= 9)
      for (const char d : piece) value = value * 10 + static_cast<std::uint32_t>(d - '0');
    figure.pieces.push_back(value);
  }
  // ".25": a decimal sign that no digit stands before
  if (pieces.size() == 1 && leads_decimal(out, token.space_before)) {
    pieces = {"0", pieces[0]};
    turned = true;
    token.span.begin = out.tokens.back().span.begin;
    token.space_before = out.tokens.back().space_before;
    out.tokens.pop_back();
  }
  if (turned) {
    if (const auto value = join(pieces, 1)) figure.readings = {*value};
  } else {
    read_figure(pieces, separators, *out.about, figure);
  }
  // letters that touch it: a name (A320, 5G) unless the lexicon knows what follows (28bn); Arabic script glues
  // freely
  if (!out.tokens.empty() && (!token.space_before || out.is_sign(out.size() - 1, '-'))) {
    const Token& before = out.tokens.back();
    std::uint32_t last = before.span.end - 1;  // its last letter: a clitic of another script may stand in front
    while (last > before.span.begin && (static_cast<unsigned char>(text[last]) & 0xC0) == 0x80) --last;
    const char32_t letter = code_point(text, last).value;
    if (before.kind == TokenKind::word && names_models(letter) && !token.space_before) token.noise = true;
    if (before.kind == TokenKind::sign && text[before.span.begin] == '-' && !before.space_before &&
        out.tokens.size() >= 2 && out.tokens[out.tokens.size() - 2].kind == TokenKind::word &&
        !(out.about->right_to_left && token.space_before && out.tokens[out.tokens.size() - 2].span.size() <= kLetter))
      token.noise = true;  // Covid-19, Tu-154; lifted below where the word before is known; but "bi- 600 alf"
    // "HCoV - 229" in Arabic script: a Latin word takes the figure behind its dash
    if (before.kind == TokenKind::sign && text[before.span.begin] == '-' && out.about->right_to_left &&
        out.tokens.size() >= 2 && out.tokens[out.tokens.size() - 2].kind == TokenKind::word &&
        static_cast<unsigned char>(text[out.tokens[out.tokens.size() - 2].span.begin]) < 0x80)
      token.noise = true;
  }
  out.figures.push_back(std::move(figure));
  return end;
}

/// Looks a word or a sign up; its labels wait in Tokens::labels until the tokens behind it are known.
void look_up(Tokens& out, std::string_view text, Token& token) {
  token.first_tag = static_cast<std::uint32_t>(out.labels.size());
  out.knowledge->lexicon().lookup(text, token.span.begin, out.language, out.labels);
  token.tag_count = static_cast<std::uint32_t>(out.labels.size()) - token.first_tag;
}

/// The "and" that glued_rest() left of a word: where nothing else is known of it, a joiner.
void label_joiner(Tokens& out, Token& token) {
  if (token.tag_count > 0) return;
  Label joiner{};
  joiner.kind = LabelKind::joiner;
  joiner.begin = token.span.begin;
  joiner.end = token.span.end;
  out.labels.push_back(joiner);
  token.tag_count = 1;
}

/// Splits a sentence; tells whether it has digits.
bool split(Tokens& out, std::string_view text, FoldedSpan sentence) {
  bool digits = false;
  bool space = true;
  bool line = sentence.begin == 0 || text[sentence.begin - 1] == '\n' || text[sentence.begin - 1] == '\r';
  for (std::uint32_t i = sentence.begin; i < sentence.end;) {
    const CodePoint c = code_point(text, i);
    const CharKind kind = char_kind(c.value);
    if (kind == CharKind::space) {
      space = true;
      i += c.size;
      continue;
    }
    Token token;
    token.span = {i, i + c.size};
    token.space_before = space;
    token.line_start = line;
    line = space = false;
    if (kind == CharKind::digit) {
      digits = true;
      token.span.end = read_digits(out, text, i, token);
    } else {
      std::uint32_t rest = 0;
      if (kind == CharKind::letter) {
        token.kind = TokenKind::word;
        token.span.end = letters_end(text, token.span.end);
        rest = glued_rest(out, i, token.span.end);
        token.span.end -= rest;
      }
      look_up(out, text, token);
      if (rest > 0) label_joiner(out, token);
    }
    i = token.span.end;
    out.tokens.push_back(token);
  }
  return digits;
}

void mark_noise(Tokens& out, FoldedSpan sentence) {
  std::size_t at = 0;
  for (const FoldedSpan hit : noise(out.text, sentence)) {
    while (at < out.tokens.size() && out.tokens[at].span.end <= hit.begin) ++at;
    for (std::size_t t = at; t < out.tokens.size() && out.tokens[t].span.begin < hit.end; ++t)
      out.tokens[t].noise = true;
  }
}

/// Makes tags of the labels: tells where in the tokens each ends.
void tag(Tokens& out, std::string_view text) {
  out.kinds = 0;
  for (std::uint32_t i = 0; i < out.size(); ++i) {
    Token& token = out.tokens[i];
    const std::uint32_t first = token.first_tag, last = first + token.tag_count;
    token.first_tag = static_cast<std::uint32_t>(out.tags.size());
    if (token.kind == TokenKind::number) token.kinds = kFigure;
    for (std::uint32_t l = first; l < last; ++l) {
      const Label& label = out.labels[l];
      std::uint32_t end = i + 1;
      while (end < out.size() && out.tokens[end].span.begin < label.end) ++end;
      if (out.tokens[end - 1].kind == TokenKind::number && out.tokens[end - 1].span.end > label.end)
        continue;  // "m212" holds no "m2"
      if (out.tokens[end - 1].kind == TokenKind::number && end > i + 1 && end < out.size() &&
          !out.tokens[end].space_before && out.tokens[end].kind == TokenKind::word &&
          names_models(code_point(text, out.tokens[end].span.begin).value))
        continue;  // nor "H1N1" an "H1"
      out.tags.push_back({label, end});
      token.kinds |= kinds(label.kind);
    }
    token.tag_count = static_cast<std::uint32_t>(out.tags.size()) - token.first_tag;
    out.kinds |= token.kinds;
  }
}

/// "al-khamsin dular", the fifty dollars: a ten with the article is a rank, but right before a unit it counts.
void count_tens(Tokens& t) {
  constexpr Kinds units = kinds(LabelKind::currency, LabelKind::measure, LabelKind::time_unit);
  for (std::uint32_t i = 0; i + 1 < t.size(); ++i) {
    if (!t.has(i, LabelKind::ordinal) || !t.has_any(i + 1, units) || t.word(i + 1).starts_with(t.about->definite))
      continue;
    const Tag& unit = t.tags[t.tokens[i + 1].first_tag];
    if (unit.label.peeled != 0 || unit.label.clitic != 0) continue;
    for (std::uint32_t g = t.tokens[i].first_tag; g < t.tokens[i].first_tag + t.tokens[i].tag_count; ++g) {
      Label& label = t.tags[g].label;
      if (label.kind != LabelKind::ordinal || label.value < 20 || label.value > 100 || label.value % 10 != 0) continue;
      label.kind = LabelKind::cardinal;
      t.tokens[i].kinds = (t.tokens[i].kinds & ~kinds(LabelKind::ordinal)) | kinds(LabelKind::cardinal);
      t.kinds |= kinds(LabelKind::cardinal);
    }
  }
}

bool is_part_of_money(const Tokens& t, std::uint32_t i) {
  const Tag* money = t.find(i, LabelKind::currency);
  return money != nullptr && t.knowledge->currencies()[static_cast<std::size_t>(money->label.value)].factor_power < 0;
}

/// Money whose thousandth the lexicon has a word for, as the dinar of Tunis has the millime.
bool has_thousandths(const Tokens& t, std::uint32_t i) {
  const Tag* money = t.find(i, LabelKind::currency);
  if (money == nullptr) return false;
  const auto& all = t.knowledge->currencies();
  const Currency& whole = all[static_cast<std::size_t>(money->label.value)];
  return whole.factor_power == 0 && std::any_of(all.begin(), all.end(), [&](const Currency& part) {
           return part.factor_power == -3 &&
                  std::find(whole.codes.begin(), whole.codes.end(), part.codes.front()) != whole.codes.end();
         });
}

/// The signs that the sentence counts with between thousands: the "." of "16.808 persons".
std::string thousands_signs(const Tokens& t) {
  std::string signs;
  for (std::uint32_t i = 0; i + 1 < t.size(); ++i)
    if (const Figure* f = t.figure(i); f != nullptr && f->separator != 0 && f->readings.size() == 2 &&
                                       t.has(i + 1, LabelKind::concept_noun) &&
                                       signs.find(f->separator) == std::string::npos)
      signs += f->separator;
  return signs;
}

/// What the neighbours of a figure tell of it: which of its readings is likelier, and whether it is part of a name.
void settle_figures(Tokens& out, std::string_view text) {
  const std::string thousands = thousands_signs(out);
  for (std::uint32_t i = 0; i < out.size(); ++i) {
    if (out.tokens[i].kind != TokenKind::number) continue;
    Figure& figure = out.figures[out.tokens[i].figure];
    // "6.935 million", "1.250 %": before a scale or percent sign the fraction is likelier than the thousands
    if (figure.readings.size() == 2 && (out.has(i + 1, LabelKind::scale) || out.has(i + 1, LabelKind::percent)) &&
        figure.readings[0].is_integer() && figure.readings[0].exponent() == 0)
      std::swap(figure.readings[0], figure.readings[1]);
    // "16.808 persons, and 7.593 of them": what stands alone is read as what counts beside it
    if (figure.readings.size() == 2 && !figure.readings[0].is_integer() &&
        thousands.find(figure.separator) != std::string::npos &&
        !out.has_any(i + 1, kinds(LabelKind::scale, LabelKind::percent, LabelKind::currency, LabelKind::measure,
                                  LabelKind::concept_noun, LabelKind::percentage_point)))
      std::swap(figure.readings[0], figure.readings[1]);
    // "12,308 dinar": to the millime; thousands of them are round
    if (figure.readings.size() == 2 && figure.readings[0].is_integer() && figure.separator == ',' &&
        figure.pieces[1] % 250 != 0 && has_thousandths(out, i + 1))
      std::swap(figure.readings[0], figure.readings[1]);
    // "2.500 millimes": nobody parts what is a part already
    if (figure.readings.size() == 2 && !figure.readings[0].is_integer() && is_part_of_money(out, i + 1))
      std::swap(figure.readings[0], figure.readings[1]);
    if (i >= 2 && out.tokens[i].noise && out.is_sign(i - 1, '-') &&
        (out.has(i - 2, LabelKind::part) || out.has(i - 2, LabelKind::month)))
      out.tokens[i].noise = false;  // mid-2023, November-2013
    // "Sochi-2014" in Cyrillic letters: a year
    if (!out.about->right_to_left && i >= 2 && out.tokens[i].noise && out.is_sign(i - 1, '-') && figure.plain &&
        figure.widths[0] == 4 && figure.pieces[0] >= 1950 && figure.pieces[0] < 2050 &&
        static_cast<unsigned char>(text[out.tokens[i - 2].span.begin]) >= 0x80)
      out.tokens[i].noise = false;
    if (i >= 1 && out.tokens[i].noise && !out.tokens[i].space_before && out.follows(i, LabelKind::currency_prefix))
      out.tokens[i].noise = false;  // USD115
    if (i + 2 < out.size() && out.is_sign(i + 1, '-') && !out.tokens[i + 1].space_before &&
        !out.tokens[i + 2].space_before && out.tokens[i + 2].kind == TokenKind::word &&
        out.tokens[i + 2].tag_count == 0 && figure.plain && figure.widths[0] == 4 &&
        !(i > 0 && out.has(i - 1, LabelKind::month)) &&  // "in August 2004-saying that"
        names_models(code_point(text, out.tokens[i + 2].span.begin).value))
      out.tokens[i].noise = true;  // 2019-nCoV
    if (i + 1 < out.size() && !out.tokens[i + 1].space_before && out.tokens[i + 1].kind == TokenKind::word &&
        out.tokens[i + 1].tag_count == 0 && names_models(code_point(text, out.tokens[i + 1].span.begin).value))
      out.tokens[i].noise = true;  // 5G, 3D
    if (i + 2 < out.size() && !out.tokens[i + 1].space_before && !out.tokens[i + 2].space_before &&
        out.tokens[i + 1].kind == TokenKind::word && out.tokens[i + 2].kind == TokenKind::number &&
        out.tokens[i + 2].noise && !out.has_any(i + 1, kinds(LabelKind::currency, LabelKind::month)) &&
        names_models(code_point(text, out.tokens[i + 1].span.begin).value))
      out.tokens[i].noise = !in_phrase(out, i + 1);  // 24703L202; but 5m2
    // "100 dar 100", a hundred in a hundred: wholly
    if (const Figure* of = out.has(i + 1, LabelKind::conn_in) ? out.figure(i + 2) : nullptr;
        of != nullptr && of->plain && of->pieces[0] == 100 && figure.plain && figure.pieces[0] == 100)
      out.tokens[i].noise = out.tokens[i + 2].noise = true;
    if (out.about->right_to_left) mark_names(out, i);
  }
}

}  // namespace

const Tag* Tokens::longest(std::uint32_t i, LabelKind kind) const {
  const Token& token = tokens[i];
  const Tag* best = nullptr;
  for (std::uint32_t t = token.first_tag; t < token.first_tag + token.tag_count; ++t)
    if (tags[t].label.kind == kind && (best == nullptr || tags[t].end > best->end)) best = &tags[t];
  return best;
}

bool Tokens::follows(std::uint32_t i, LabelKind kind) const {
  for (std::uint32_t at = i > 4 ? i - 4 : 0; at < i; ++at)
    if (const Tag* tag = find(at, kind); tag != nullptr && tag->end == i) return true;
  return false;
}

void tokenize(std::string_view folded, FoldedSpan sentence, std::uint8_t language, const Knowledge& knowledge,
              Tokens& out) {
  out.text = folded;
  out.language = language;
  out.knowledge = &knowledge;
  static const Language none{};
  out.about = language == kAnyLanguage ? &none : &knowledge.languages()[language];
  out.tokens.clear();
  out.tags.clear();
  out.figures.clear();
  out.labels.clear();

  const std::string_view text = folded.substr(0, sentence.end);
  const bool digits = split(out, text, sentence);
  if (digits) mark_noise(out, sentence);
  tag(out, text);
  if (!out.about->definite.empty() && (out.kinds & kinds(LabelKind::ordinal)) != 0) count_tens(out);
  if (!digits) return;
  join_figures(out);
  settle_figures(out, text);
}

}  // namespace mizan
