#include "extract/extract.hpp"

#include <algorithm>
#include <map>

#include "extract/age.hpp"
#include "extract/bounds.hpp"
#include "extract/countries.hpp"
#include "extract/labels.hpp"
#include "extract/no_figure.hpp"
#include "extract/numeral.hpp"
#include "extract/pairs.hpp"
#include "extract/quantity.hpp"
#include "extract/raw.hpp"
#include "extract/recognise.hpp"
#include "extract/rows.hpp"
#include "extract/scores.hpp"
#include "extract/time.hpp"
#include "extract/unit.hpp"
#include "extract/unseen.hpp"
#include "extract/words.hpp"

namespace mizan {
namespace {

constexpr std::uint32_t kOpening = 3;  // sentences that say what a document is about, figures or not

/// The time at a token. "about 45 minutes": the modifier opens a figure, but the figure may belong to a time.
std::optional<Match<TimeMatch>> time_at(const Tokens& t, std::uint32_t i,
                                        const std::optional<Match<QuantityMatch>>& quantity) {
  auto time = parse_time(t, i);
  if (time || !quantity || quantity->value.first == i) return time;
  auto inner = parse_time(t, quantity->value.first);
  if (!inner) return std::nullopt;
  // "around 1890,", "since at least 2013": a year, where nothing behind it is counted
  const std::uint32_t first = quantity->value.first, last = inner->value.last;
  const bool ends = last >= t.size() || t.tokens[last].kind == TokenKind::sign;
  const Tag* modifier = t.find(i, LabelKind::modifier_before);
  const bool about =
      modifier != nullptr && modifier->end == first && static_cast<Modifier>(modifier->label.extra) == Modifier::approx;
  const bool led = t.follows(i, LabelKind::since) || t.follows(i, LabelKind::until);
  const bool year =
      inner->value.path == "time.year" && last == quantity->value.last && last == first + 1 && ends && (about || led);
  if (year || last > quantity->value.last) return inner;
  return std::nullopt;
}

/// "from Monday to Thursday", "between May 2015 and 2018": two expressions that make one period.
struct TimeRange {
  std::uint32_t first = 0;  ///< the "from"
  Match<TimeMatch> last;
};
std::optional<TimeRange> time_range(const Tokens& t, const Match<TimeMatch>& from) {
  const auto is_date = [](const TimeSyntax& s) {
    return !s.vague && s.duration.empty() && !s.last_day && !s.last_month && !s.last_year && (!s.count || s.shift != 0);
  };
  const std::uint32_t begin = from.value.first;
  if (!is_date(from.value.syntax) || from.end >= t.size()) return std::nullopt;
  const bool between = t.follows(begin, LabelKind::conn_between);
  const Tag* join = t.find(from.end, LabelKind::until);
  if (join == nullptr && between) {
    join = t.find(from.end, LabelKind::conn_and);
    if (join == nullptr) join = t.find(from.end, LabelKind::joiner);
  } else if (join == nullptr && t.follows(begin, LabelKind::conn_from)) {
    join = t.find(from.end, LabelKind::conn_to);
  }
  const auto worn = [&](const Tag& tag) { return tag.label.kind == LabelKind::month && tag.label.clitic > 0; };
  const auto tags = t.tags.begin() + t.tokens[from.end].first_tag;
  const bool joined = join == nullptr && between && std::any_of(tags, tags + t.tokens[from.end].tag_count, worn);
  if (join == nullptr && !joined) return std::nullopt;  // "bayna uktubar 2011 WA-maris 2016"
  const std::uint32_t behind = joined ? from.end : join->end;
  auto last = parse_time(t, behind);
  if (!last || !is_date(last->value.syntax) || last->value.first != behind) return std::nullopt;
  // "prices between February 2017 and January 2017": two months that are compared
  const TimeSyntax &a = from.value.syntax, &b = last->value.syntax;
  if (joined && a.year && b.year && (*a.year > *b.year || (*a.year == *b.year && a.month > b.month)))
    return std::nullopt;
  std::uint32_t first = begin;
  for (std::uint32_t i = begin > 4 ? begin - 4 : 0; i < begin && first == begin; ++i)
    for (const LabelKind kind : {LabelKind::conn_from, LabelKind::conn_between})
      if (const Tag* tag = t.find(i, kind); tag != nullptr && tag->end == begin) first = i;
  return TimeRange{first, std::move(*last)};
}

/// No mention is without one of these...
constexpr Kinds kCore =
    kOrdinalStart | kinds(LabelKind::fraction, LabelKind::month, LabelKind::weekday, LabelKind::relative,
                          LabelKind::time_unit, LabelKind::season, LabelKind::period, LabelKind::duration,
                          LabelKind::vague_time, LabelKind::dual);
/// ...and before it stand but signs, and words of these kinds.
constexpr Kinds kLead =
    kinds(LabelKind::modifier_before, LabelKind::currency_prefix, LabelKind::percent, LabelKind::conn_from,
          LabelKind::conn_between, LabelKind::conn_of, LabelKind::year_marker, LabelKind::month_marker,
          LabelKind::day_marker, LabelKind::part, LabelKind::since, LabelKind::until, LabelKind::by, LabelKind::before,
          LabelKind::after, LabelKind::holding, LabelKind::ago, LabelKind::ahead, LabelKind::last, LabelKind::next,
          LabelKind::current, LabelKind::one, LabelKind::article, LabelKind::out_of);

/// "mi-shavad": no May, but the front of a verb of which nothing else is known. Most Persian sentences have one.
bool is_front_of_idiom(const Tokens& t, std::uint32_t i) {
  if ((t.tokens[i].kinds & kCore) != kinds(LabelKind::month)) return false;
  const std::uint32_t end = hidden_until(t, i, LabelKind::not_a_number);
  const auto silent = [](const Token& token) { return token.kinds == 0; };
  return end > i + 1 && std::all_of(t.tokens.begin() + i + 1, t.tokens.begin() + end, silent);
}

/// Sets Token::open, from right to left: the grammars need not look where it is false.
void glance(Tokens& t) {
  const bool has_one = (t.kinds & kinds(LabelKind::one, LabelKind::half)) != 0;
  for (std::uint32_t i = t.size(); i-- > 0;) {
    Token& token = t.tokens[i];
    const auto leads = [&](const Tag& tag) {
      if ((kinds(tag.label.kind) & kLead) == 0) return false;
      const std::uint32_t end = tag.label.kind == LabelKind::modifier_before ? behind_bounded(t, tag.end) : tag.end;
      return end < t.size() && t.tokens[end].open;
    };
    const auto first = t.tags.begin() + token.first_tag;
    // "halah wahida", "dawla arabiyya wahida", "a mile and a half": a noun with its number behind it
    constexpr Kinds nouns = kinds(LabelKind::concept_noun, LabelKind::measure, LabelKind::currency);
    const auto is_single = [&](const Tag& tag) {
      return (kinds(tag.label.kind) & nouns) != 0 &&
             (t.has_any(tag.end, kinds(LabelKind::one, LabelKind::half)) || t.has(tag.end + 1, LabelKind::one) ||
              t.has(tag.end + 2, LabelKind::one));
    };
    token.open = ((token.kinds & kCore) != 0 && !is_front_of_idiom(t, i)) ||
                 (token.kind == TokenKind::sign && i + 1 < t.size() && t.tokens[i + 1].open) ||
                 ((token.kinds & kLead) != 0 && std::any_of(first, first + token.tag_count, leads)) ||
                 (has_one && (token.kinds & nouns) != 0 && std::any_of(first, first + token.tag_count, is_single));
  }
}

/// Everything in one sentence, longest match first from left to right.
void scan(const Tokens& t, std::uint32_t sentence, std::vector<RawMention>& out, bool& scores) {
  std::optional<QuantityMatch> before;  // the mention before, if it was a figure
  std::uint32_t title = 0;              // the end of the last number that is part of a name
  int titles = 0;                       // how many of them stand in its row
  for (std::uint32_t i = 0; i < t.size();) {
    const Token& token = t.tokens[i];
    if (!token.open) {  // most words, and most of them nothing more
      const bool hides = !token.noise && (token.kinds & kinds(LabelKind::not_a_number, LabelKind::name)) != 0;
      i = !hides ? i + 1
                 : std::max({i + 1, hidden_until(t, i, LabelKind::not_a_number), hidden_until(t, i, LabelKind::name)});
      continue;
    }
    const bool sign = t.is_sign(i, '-') && i + 1 < t.size() && t.tokens[i + 1].kind == TokenKind::number &&
                      !t.tokens[i + 1].space_before &&
                      !(i > 0 && t.is_sign(i - 1, '-') && !t.tokens[i].space_before);  // "figures 2--44"
    const bool listed = is_list_number(t, i);
    if (token.noise || (token.kind != TokenKind::number && token.tag_count == 0 && !sign) || listed ||
        in_row_of_markers(t, i)) {
      if (listed) {  // dropped with the rest of its list
        out.push_back({token.span, sentence, "list", Ordinal{}});
        out.back().list_head = true;
        mark_row(t, i, out.back());
      }
      if (token.noise && token.kind == TokenKind::number && i > 0 && !token.space_before &&
          t.tokens[i - 1].kind == TokenKind::word)
        title = i + 1;  // "IE6, 7 and 8"
      ++i;
      continue;
    }
    const auto span_of = [&](std::uint32_t first, std::uint32_t last, std::uint32_t cut) {
      return FoldedSpan{t.tokens[first].span.begin + cut, t.tokens[last - 1].span.end};
    };
    if (const std::uint32_t clock = clock_until(t, i); clock > i) {
      i = clock;
      continue;
    }
    if (const auto pair = spread_at(t, i)) {
      out.push_back({span_of(i, pair->middle_end, 0), sentence, "time.duration", pair->middle});
      out.push_back({span_of(pair->first, pair->last, 0), sentence, "time.duration", pair->spread});
      before.reset();
      i = pair->end;
      continue;
    }
    auto quantity = parse_quantity(t, i);
    if (quantity && quantity->value.first > i && spread_at(t, quantity->value.first)) {  // "an average of 5 (2-9) days"
      i = quantity->value.first;
      continue;
    }
    auto time = time_at(t, i, quantity);
    // "al-sharikat al-thalath al-usbu'": the number counts the noun before it and no week
    if (time && quantity && quantity->value.first < i && time->value.path == "time.duration" &&
        t.word(time->value.last - 1).starts_with(t.about->definite))
      time.reset();
    // "after ninety-five years of age": the figure goes further than the length behind the "after"
    if (time && !quantity && time->value.first > i)
      if (const auto inner = parse_quantity(t, time->value.first);
          inner && (inner->value.last > time->value.last ||
                    (inner->value.last == time->value.last && is_age_unit(inner->value.readings.front().unit)))) {
        i = time->value.first;
        continue;
      }
    // "during the month of fasting": an idiom behind the word that opens a time
    if (time && time->value.first > i)
      if (const std::uint32_t idiom = hidden_until(t, time->value.first, LabelKind::not_a_number);
          idiom >= time->value.last) {
        i = idiom;
        continue;
      }
    const std::uint32_t time_end = time ? time->value.last : 0;
    const std::uint32_t quantity_end = quantity ? quantity->value.last : 0;
    const std::uint32_t found = std::max(time_end, quantity_end);
    // "24 years old" in one word of the language: an age, though its years are a time
    const bool age = quantity && quantity_end == time_end && is_age_unit(quantity->value.readings.front().unit);
    const bool bare = quantity && time_end < quantity_end &&
                      (quantity->value.readings.front().dimension == Dimension::none || quantity->value.open);
    if (const std::uint32_t score = score_until(t, i); score > i && (found < score || (found <= i + 4 && bare))) {
      scores = scores || t.is_sign(i + 1, '-');
      i = score;
      continue;
    }
    // "chand sad nafar", hundreds of people: no hundred
    if (const Tag* vague = t.find(i, LabelKind::vague_count);
        vague != nullptr && found < vague->end && vague->end > i + 1) {
      i = vague->end;
      continue;
    }
    // "near 27th Street", "near 473 East 52nd Street": a rank, and the number of a house, whatever stands before it
    if (quantity && quantity->value.first > i &&
        (is_house_number(t, quantity->value.first) ||
         (t.has(quantity_end, LabelKind::ordinal_suffix) && !t.tokens[quantity_end].space_before))) {
      ++i;
      continue;
    }
    if (quantity && quantity->value.first == i && (bare || quantity->value.open) && ends_score(t, i)) {
      i = quantity->value.number_end;
      continue;
    }
    const bool lone_one = !quantity && !time && t.has(i, LabelKind::cardinal);  // "ONE bar nil"
    if (const std::uint32_t score =
            bare || lone_one ? score_in_words(t, i, bare ? quantity->value.number_end : i + 1) : i;
        score > i) {
      i = score;
      continue;
    }
    if (quantity && !time && is_ranked(t, i) && !is_age_unit(quantity->value.readings.front().unit) &&
        (quantity->value.readings.front().dimension == Dimension::none || quantity->value.of ||
         ((t.has(i - 1, LabelKind::article) || has_naming(t, i - 1, Naming::ranking)) && quantity->value.open))) {
      const std::uint32_t behind_noun = t.has(i - 1, LabelKind::article) ? i - 1 : i;
      out.push_back(
          {token.span, sentence, "ordinal", Ordinal{t.figure(i)->pieces[0], noun_of(t, behind_noun, behind_noun)}});
      before.reset();
      ++i;
      continue;
    }
    if (bare && quantity->value.first == i && is_every_so_many(t, i)) {
      i = quantity_end;
      continue;
    }
    const std::uint32_t taken = out.empty() ? 0 : out.back().span.end;
    const bool verses = t.about->word_names && bare && i >= 2 && t.is_sign(i - 1, '/') &&
                        !t.tokens[i - 1].space_before && t.tokens[i - 2].kind == TokenKind::word &&
                        is_plain_range(t, i, quantity->value);
    if (verses ||
        (bare && (is_note(t, i, quantity->value) || is_page(t, i) || is_label(t, i, quantity->value, taken)))) {
      titles = joins_named(t, title, i) ? titles + 1 : 1;
      i = title = quantity_end;
      continue;
    }
    if (quantity && !time && quantity->value.number_end == i + 1 && is_section(t, i)) {
      i = title = quantity->value.number_end;
      continue;
    }
    const Figure* digits = t.figure(i);
    const Dimension dimension = quantity ? quantity->value.readings.front().dimension : Dimension::money;
    const bool card = (dimension == Dimension::none || dimension == Dimension::count) && digits != nullptr &&
                      digits->plain && digits->widths[0] >= 12;
    const bool identifier = card || is_house_number(t, i) ||
                            (quantity && (bare || quantity->value.of) && !quantity->value.open &&
                             is_identifier(t, i, quantity->value.number_end));
    const bool count = quantity && time_end < quantity_end && digits != nullptr && dimension == Dimension::count;
    const bool lone_year = time && time_end == i + 1 && time_end >= quantity_end && time->value.path == "time.year";
    const bool figure_alone =  // no "16.5 million", but "777-200"
        bare && (quantity->value.number_end == i + 1 || (quantity->value.number_end == i + 3 && t.is_sign(i + 1, '-')));
    const bool from_to =
        quantity && (bare || quantity->value.of) && is_plain_range(t, i, quantity->value);  // "levels from 5 to 8"
    const bool code = digits != nullptr && digits->plain && digits->widths[0] > 3;  // "articles 1203 and 1207 set"
    const Figure* before_it = title > 0 ? t.figure(title - 1) : nullptr;
    const bool dated = lone_year && (before_it == nullptr || before_it->widths[0] < 4);      // "vol. 2, 1998"
    const bool of_named = quantity && t.has(quantity->value.number_end, LabelKind::naming);  // "verses 8 and 9 SURAH 3"
    const bool dashed = i > 0 && t.is_sign(i - 1, '-') && !t.tokens[i].space_before;         // "figures 2-44"
    const bool goes_on = quantity && quantity->value.number_end == i + 1 &&
                         (!quantity->value.open || of_named || dashed) && !dated && joins_named(t, title, i) &&
                         time_end <= quantity_end &&
                         (bare || code || quantity->value.of || of_named || (dashed && quantity->value.open) ||
                          (titles > 1 && !counts_people(t, quantity->value)));
    const auto rank = digits == nullptr && bare ? parse_ordinal(t, i) : std::nullopt;  // "number twenty-third"
    const bool is_rank = rank && rank->end > quantity_end;
    const bool is_a_name = bare && !is_rank && (is_named(t, i, taken, {Naming::any}) || is_second_name(t, i, taken));
    if (goes_on || is_a_name || ((figure_alone || from_to) && !is_rank && is_named(t, i, taken, {Naming::bare})) ||
        (count && quantity->value.number_end == i + 1 && is_named(t, i, taken, {Naming::any})) ||
        ((bare || dimension == Dimension::count) && i > 0 && has_naming(t, i - 1, Naming::clause)) ||
        (lone_year && is_named(t, i, taken, {Naming::bare}))) {
      titles = joins_named(t, title, i) ? titles + 1 : 1;
      i = title = minutes_until(t, quantity && (bare || goes_on) ? quantity->value.number_end : found);
      continue;
    }
    // "four hundred (400) thousand dinars": a scale whose figure stands in brackets before it
    const bool rest = quantity && i >= 3 && t.is_sign(i - 1, ')') && t.figure(i - 2) != nullptr &&
                      t.is_sign(i - 3, '(') && t.has(i, LabelKind::scale) && !t.has(i, LabelKind::cardinal);
    if (rest || identifier || (bare && (is_code(t, i) || is_title(t, i) || is_quoted(t, i, quantity_end)))) {
      i = minutes_until(t, quantity_end);
      continue;
    }
    const bool lasts =
        time && time_end >= quantity_end && time->value.path == "time.duration" && time->value.first == i;
    if (lasts && time->value.syntax.unit == TimeUnit::minute && is_past_hour(t, i)) {
      i = time_end;
      continue;
    }
    // "from the hour 18 day Friday": no 18 days
    if (lasts && time->value.syntax.unit == TimeUnit::day && digits != nullptr && t.follows(i, LabelKind::time_unit) &&
        is_named(t, i, taken, {Naming::any})) {
      ++i;
      continue;
    }
    const std::uint32_t idiom = hidden_until(t, i, LabelKind::not_a_number);
    const std::uint32_t named = hidden_until(t, i, LabelKind::name);
    // an idiom hides what is not longer, and any figure made of its own words: "one another" is not "1 {other}"
    const bool inside = quantity && quantity->value.in_words && quantity->value.path != "quantity.fraction" &&
                        quantity_end >= time_end && quantity->value.number_end <= idiom;
    const bool hides = idiom > i && (idiom >= found || inside);
    if (hides || (named > i && named > found)) {
      i = std::max(hides ? idiom : i, named > found ? named : i);
      continue;
    }
    // a bare number in words reads as an ordinal too ("twenty-first"): the longer reading wins
    const auto ordinal = parse_ordinal(t, i);
    const bool counted = quantity && quantity->value.readings.front().dimension == Dimension::count;
    if (ordinal && (ordinal->end > found || (ordinal->end == found && counted && token.kind == TokenKind::number))) {
      if (!has_naming(t, ordinal->end, Naming::street) && !is_quoted(t, i, ordinal->end))
        out.push_back(
            {span_of(i, ordinal->end, 0), sentence, "ordinal", Ordinal{ordinal->value, noun_of(t, i, ordinal->end)}});
      before.reset();
      i = ordinal->end;
      // "10-e sutki": the tenth, no day long
      if (const auto ranked = parse_time(t, i); ranked && ranked->value.first == i && !t.has_any(i, kNumeralStart) &&
                                                ranked->value.path == "time.duration" &&
                                                !ranked->value.syntax.last_count)
        i = ranked->end;
      continue;
    }
    // "the 2014 study": where both fit, a bare year is read as one though a noun makes the count longer
    const bool year = time && counted && time->value.path.starts_with("time.year") &&
                      (t.about->adjective_first || quantity->value.open || quantity->value.of);
    if (time && (time_end >= quantity_end || year) && !age) {
      const TimeMatch& m = time->value;
      if (before) share_unit(t, *before, m, out.back().what);
      out.push_back({span_of(m.first, m.last, m.begin_cut), sentence, m.path, m.syntax});
      take_one_before(t, m.first, out.back());
      if (auto aged = aged_length(t, m)) {
        out.back().path = "quantity.range.measure";
        out.back().what = std::vector<Quantity>{std::move(*aged)};
      }
      if (m.syntax.next_day != 0) part_days(t, m, out);
      before.reset();
      i = time->end;
      if (auto range = time_range(t, *time)) {
        out.back().span = span_of(range->first, range->last.value.last, range->first == m.first ? m.begin_cut : 0);
        out.back().path = "time.range";
        out.back().until = std::move(range->last.value.syntax);
        i = range->last.end;
      }
    } else if (quantity) {
      const QuantityMatch& m = quantity->value;
      if (before) share_unit(t, *before, m, out.back().what);
      if (m.first == i) share_row(t, m, out, sentence);
      const bool free = m.first >= i || out.empty() || out.back().span.end <= t.tokens[m.first].span.begin;
      out.push_back({span_of(free ? m.first : i, m.last, free ? m.begin_cut : 0), sentence, m.path, m.readings});
      if (free && m.first == i) take_one_before(t, i, out.back());
      out.back().whole = before && is_whole(t, *before, m);
      out.back().behind_word = t.about->capital_names && is_behind_word(t, i, m);
      if (figure_alone && m.first == i && m.last == i + 1) mark_row(t, i, out.back());
      out.back().partitive = t.has(m.number_end, LabelKind::conn_of) || t.has(quantity->end, LabelKind::conn_of);
      i = quantity->end;
      before = std::move(quantity->value);
    } else {
      ++i;
    }
  }
}

}  // namespace

Extraction extract(const Document& document, const Knowledge& knowledge, Scope scope) {
  Extraction result;
  const Folded folded = fold(document.text, knowledge.fold_table());
  std::optional<std::uint8_t> language = knowledge.language(document.language);
  if (!language) language = knowledge.identify(folded.text);
  static const Language unknown{};
  const Language& about = language ? knowledge.languages()[*language] : unknown;
  result.language = about.tag;

  const std::vector<Sentence> split = sentences(folded.text, about.abbreviations);
  result.sentences.reserve(split.size());
  static thread_local std::vector<RawMention> raw;  // as the tokens, it keeps its room from document to document
  raw.clear();
  bool scores = false;  // does it tell the scores of games?
  CountryCounts countries, locals;
  std::map<std::uint32_t, CountryCounts> near;  // of the sentences with money
  static thread_local Tokens tokens;            // keeps its room from document to document
  std::vector<Word> words;                      // of a sentence
  tokens.turned = turns_decimals(document.text, folded.text, about);
  for (std::uint32_t s = 0; s < split.size(); ++s) {
    tokenize(folded.text, split[s].span, language.value_or(kAnyLanguage), knowledge, tokens);
    const std::size_t first = raw.size();
    if ((tokens.kinds & kinds(LabelKind::name)) != 0) count_countries(tokens, countries);
    if (about.has_local) count_locals(tokens, locals);
    if ((tokens.kinds & kCore) != 0) {
      part_levels(tokens);
      glance(tokens);
      scan(tokens, s, raw, scores);
      if (mark_ages(tokens, raw, first)) scan(tokens, s, raw, scores);
    }
    if (std::any_of(raw.begin() + static_cast<std::ptrdiff_t>(first), raw.end(), is_open_money))
      count_countries(tokens, near[s]);
    SentenceView view;
    view.span = folded.map.to_source(split[s].span);
    view.paragraph = split[s].paragraph;
    if (scope == Scope::all) {
      recognise(tokens, folded.map, raw, first, view);
      if (raw.size() > first || s < kOpening) {
        collect_words(tokens, document, folded.map, words);
        view.words = words;
      }
    }
    result.sentences.push_back(std::move(view));
  }
  countries += locals;
  drop_parts_of_games(raw, knowledge, scores);
  drop_list_numbers(raw);
  share_dates(raw, folded.text);
  take_years_before(raw, folded.text);
  take_eras_before(raw, folded.text);
  if (!about.calendars.empty() && about.calendars.front() == Calendar::persian) share_eras(raw, folded.text);
  result.date = document_date(document, folded, raw, split, about);
  if (!result.date.days) share_years(raw, folded.text);
  Anchor anchor;
  anchor.date = result.date.days;
  anchor.inferred = result.date.source == DocumentDate::Source::inferred;
  anchor.year_calendar = year_calendar(raw, about);
  result.mentions.reserve(raw.size());
  std::uint32_t last_named = 0;  // the paragraph of the last day named
  for (RawMention& r : raw) {
    // "the same day" is the last one named nearby, else the document's own
    if (anchor.last_is_named && split[r.sentence].paragraph > last_named + 2) {
      anchor.last_day.reset();
      anchor.last_is_named = false;
    }
    if (!anchor.last_day && anchor.date && anchor.date->is_point()) anchor.last_day = anchor.date->first;
    Mention mention;
    take_compound(r, &r == &raw.back() ? nullptr : &r + 1, folded, document.text, knowledge);
    mention.span = folded.map.to_source(r.span);
    if (is_no_figure(r, document.text, mention.span)) continue;
    if (r.behind_word && behind_capital(document.text, mention.span.begin, result.sentences[r.sentence].span)) continue;
    mention.sentence = r.sentence;
    mention.path = std::move(r.path);
    mention.whole = r.whole;
    mention.partitive = r.partitive;
    if (auto* syntax = std::get_if<TimeSyntax>(&r.what)) {
      if (syntax->vague) continue;
      // "the end of Ramadan; in THIS MONTH": no writer means the month of the date by it
      if (syntax->offset == 0 && syntax->offset_unit == Grain::month && syntax->month == 0 && syntax->day == 0 &&
          anchor.last_month && anchor.month_calendar == Calendar::islamic && r.sentence <= anchor.month_sentence + 1)
        syntax->offset = kSame;
      // "20 mi-daham", with no more than a ZWNJ between: the front of a verb is no May
      if (syntax->was_ambiguous && std::string_view(document.text).substr(mention.span.end).starts_with("\u200C"))
        continue;
      if (r.until)
        mention.readings.emplace_back(resolve_range(*syntax, *r.until, anchor, about));
      else
        for (Time& time : resolve(*syntax, anchor, about)) mention.readings.emplace_back(std::move(time));
      const auto& time = std::get<Time>(mention.readings.front());
      if (time.value == "?") continue;  // 31 February: no date after all
      const bool of_year = syntax->year || (syntax->offset && syntax->offset_unit == Grain::year);  // "last year"
      if (of_year && time.days && time.days->first) anchor.last_year = time.days->first;
      if (syntax->month != 0 && time.days && time.days->first) {
        anchor.last_month = time.days->first;
        anchor.month_calendar = time.calendar;
        anchor.month_sentence = r.sentence;
      }
      if (time.grain == Grain::day && time.days && time.days->is_point()) {
        anchor.last_day = time.days->first;
        anchor.last_is_named = true;
        last_named = split[r.sentence].paragraph;
      }
    } else if (auto* quantities = std::get_if<std::vector<Quantity>>(&r.what)) {
      const auto here = near.find(r.sentence);
      if (here == near.end() || !choose_currency(*quantities, here->second)) choose_currency(*quantities, countries);
      for (Quantity& quantity : *quantities) mention.readings.emplace_back(std::move(quantity));
    } else {
      mention.readings.emplace_back(std::get<Ordinal>(r.what));
    }
    result.sentences[r.sentence].mentions.push_back(static_cast<std::uint32_t>(result.mentions.size()));
    result.mentions.push_back(std::move(mention));
  }
  return result;
}

}  // namespace mizan
