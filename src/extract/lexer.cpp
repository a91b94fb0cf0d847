#include <algorithm>

#include "extract/digits.hpp"
#include "extract/notation.hpp"
#include "extract/tokens.hpp"

namespace mizan {
namespace {

bool is_number(const Label& label, std::uint32_t end) {
  return label.end == end && (label.kind == LabelKind::cardinal || label.kind == LabelKind::ordinal);
}

/// Of a word behind a number word, what stands behind an "and" written on it: bist o|panjom; its end if it has none.
std::uint32_t glued_rest(Tokens& t, std::uint32_t first, std::uint32_t last) {
  if (t.tokens.empty()) return last;
  const Token& before = t.tokens.back();
  constexpr Kinds numbers = kinds(LabelKind::cardinal, LabelKind::ordinal);
  if (before.kind != TokenKind::word || (before.kinds & numbers) == 0 || t.about->joiners.empty()) return last;
  const auto tags = t.tags.begin() + before.first_tag;
  if (std::none_of(tags, tags + before.tag_count, [&](const Tag& g) { return is_number(g.label, before.span.end); }))
    return last;
  const std::uint32_t begin = t.spelling.byte(first), end = t.spelling.byte(last);
  const std::string_view word = t.text.substr(begin, end - begin);
  for (const std::string& joiner : t.about->joiners)
    if (word.size() > joiner.size() && word.starts_with(joiner)) {
      const std::uint32_t rest = t.spelling.index_of(begin + static_cast<std::uint32_t>(joiner.size()));
      const auto known = static_cast<std::ptrdiff_t>(t.tags.size());
      Lexicon::lookup(t.spelling, rest, end, 0, t.tags);
      const bool number =
          std::any_of(t.tags.begin() + known, t.tags.end(), [&](const Tag& g) { return is_number(g.label, end); });
      t.tags.resize(static_cast<std::size_t>(known));
      if (number) return rest;
    }
  return last;
}

/// Does a phrase hold both the word at i and the figure behind it, "m2"?
bool in_phrase(const Tokens& t, std::uint32_t i) {
  const auto tag = t.tags.begin() + t.tokens[i].first_tag;
  return std::any_of(tag, tag + t.tokens[i].tag_count, [&](const Tag& g) { return g.end > i + 1; });
}

/// Gives the last token what the lexicon says of it, from a character on.
void look_up(Tokens& out, std::uint32_t character) {
  Token& token = out.tokens.back();
  token.first_tag = static_cast<std::uint32_t>(out.tags.size());
  const Lexicon::Found found = Lexicon::lookup(out.spelling, character, token.span.end, out.size(), out.tags);
  token.kinds = found.kinds;
  token.tag_count = static_cast<std::uint32_t>(out.tags.size()) - token.first_tag;
  if (found.goes_on) out.going_on.push_back(out.size() - 1);
}

/// The "and" that glued_rest() left of the last token: where nothing else is known of it, a joiner.
void label_joiner(Tokens& out) {
  Token& token = out.tokens.back();
  if (token.tag_count > 0) return;
  Label joiner{};
  joiner.kind = LabelKind::joiner;
  joiner.begin = token.span.begin;
  joiner.end = token.span.end;
  out.tags.push_back({joiner, out.size()});
  token.tag_count = 1;
  token.kinds = kinds(LabelKind::joiner);
}

/// Splits a sentence. Tells whether it has digits.
bool split(Tokens& out, std::string_view text, FoldedSpan sentence) {
  const Spelling& spelling = out.spelling;
  const Spelling::Run* run = spelling.runs().data();
  bool digits = false;
  bool space = true;
  bool line = sentence.begin == 0 || text[sentence.begin - 1] == '\n' || text[sentence.begin - 1] == '\r';
  for (std::uint32_t i = 0; i < spelling.size();) {
    if (spelling.is_space(i)) {
      space = true;
      ++i;
      continue;
    }
    if (spelling.is_digit(i)) {
      digits = true;
      Token token;
      token.kinds = kFigure;
      token.span.begin = spelling.byte(i);
      token.space_before = space;
      token.line_start = line;
      token.span.end = read_digits(out, text, token.span.begin, token);
      while (spelling.byte(i) < token.span.end) ++i;
      while (run->last <= i) ++run;  // in "4reh8" of old keyboards
      out.tokens.push_back(token);
    } else {
      const bool word = spelling.is_letter(i);
      const std::uint32_t last = word ? run->last : i + 1, end = word ? glued_rest(out, i, last) : last;
      Token& token = out.tokens.emplace_back();
      token.span = {spelling.byte(i), spelling.byte(end)};
      token.kind = word ? TokenKind::word : TokenKind::sign;
      token.space_before = space;
      token.line_start = line;
      look_up(out, i);
      if (end < last)
        label_joiner(out);
      else if (word)
        ++run;
      i = end;
    }
    line = space = false;
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

/// Tells of the phrases that go on behind their first token where in the tokens they end; those that cut a figure are
/// none.
void finish_phrases(Tokens& out, std::string_view text) {
  const auto cuts_figure = [&](std::uint32_t i, std::uint32_t end, const Label& label) {
    if (out.tokens[end - 1].kind != TokenKind::number) return false;
    if (out.tokens[end - 1].span.end > label.end) return true;  // "m212" holds no "m2"
    return end > i + 1 && end < out.size() && !out.tokens[end].space_before &&
           out.tokens[end].kind == TokenKind::word &&
           names_models(code_point(text, out.tokens[end].span.begin).value);  // nor "H1N1" an "H1"
  };
  for (const std::uint32_t i : out.going_on) {
    Token& token = out.tokens[i];
    const std::uint32_t last = token.first_tag + token.tag_count;
    std::uint32_t kept = token.first_tag;
    for (std::uint32_t g = token.first_tag; g < last; ++g) {
      Tag& tag = out.tags[g];
      if (tag.end == Lexicon::kGoesOn) {
        tag.end = i + 1;
        while (tag.end < out.size() && out.tokens[tag.end].span.begin < tag.label.end) ++tag.end;
        if (cuts_figure(i, tag.end, tag.label)) continue;
      }
      if (kept != g) out.tags[kept] = tag;
      ++kept;
    }
    if (kept == last) continue;
    token.tag_count = kept - token.first_tag;
    token.kinds = 0;
    for (std::uint32_t g = token.first_tag; g < kept; ++g) token.kinds |= kinds(out.tags[g].label.kind);
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

/// Money that has no parts: a part itself, or too little to be parted.
bool is_least_money(const Tokens& t, std::uint32_t i) {
  const Tag* tag = t.find(i, LabelKind::currency);
  if (tag == nullptr) return false;
  const Currency& money = t.knowledge->currencies()[static_cast<std::size_t>(tag->label.value)];
  return money.factor_power < 0 || money.decimals == 0;
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
    // "2.500 millimes", "61.500 tumans"
    if (figure.readings.size() == 2 && !figure.readings[0].is_integer() && is_least_money(out, i + 1))
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
  const Tag* const first = tags.data() + tokens[i].first_tag;
  const Tag* best = nullptr;
  std::uint32_t end = 0;
  for (const Tag* tag = first; tag != first + tokens[i].tag_count; ++tag) {
    const bool better = (tag->label.kind == kind) & (tag->end > end);
    best = better ? tag : best;
    end = better ? tag->end : end;
  }
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
  out.going_on.clear();

  const std::string_view text = folded.substr(0, sentence.end);
  knowledge.lexicon().spell(folded, sentence, language, out.spelling);
  const bool digits = split(out, text, sentence);
  if (digits) mark_noise(out, sentence);
  finish_phrases(out, text);
  out.kinds = 0;
  for (const Token& token : out.tokens) out.kinds |= token.kinds;
  if (!out.about->definite.empty() && (out.kinds & kinds(LabelKind::ordinal)) != 0) count_tens(out);
  if (!digits) return;
  join_figures(out);
  settle_figures(out, text);
}

}  // namespace mizan
