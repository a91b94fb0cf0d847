#include <algorithm>
#include <tuple>

#include "knowledge/loader.hpp"

// time.toml of a language.

namespace mizan {
namespace {

const std::vector<std::pair<std::string, TimeUnit>> kTimeUnits{
    {"second", TimeUnit::second},   {"minute", TimeUnit::minute}, {"hour", TimeUnit::hour},
    {"day", TimeUnit::day},         {"week", TimeUnit::week},     {"month", TimeUnit::month},
    {"quarter", TimeUnit::quarter}, {"half", TimeUnit::half},     {"season", TimeUnit::season},
    {"year", TimeUnit::year},       {"decade", TimeUnit::decade}, {"century", TimeUnit::century}};

/// "12-25", "11-W4-4" (the fourth Thursday; W0: the last), "easter", "easter-2".
std::optional<Holiday> holiday(std::string_view text) {
  const auto digits = [&](std::size_t at, std::size_t count) {
    int value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
      if (i >= text.size() || text[i] < '0' || text[i] > '9') return -1;
      value = value * 10 + (text[i] - '0');
    }
    return value;
  };
  Holiday h;
  constexpr std::string_view kEaster = "easter";
  if (text.starts_with(kEaster)) {
    text.remove_prefix(kEaster.size());
    if (text.empty()) return h;
    h.easter = digits(1, text.size() - 1);
    if (text.size() < 2 || h.easter < 0 || h.easter > 70 || (text[0] != '+' && text[0] != '-')) return std::nullopt;
    if (text[0] == '-') h.easter = -h.easter;
    return h;
  }
  h.month = digits(0, 2);
  if (h.month < 1 || h.month > 12 || text.size() < 5 || text[2] != '-') return std::nullopt;
  if (text[3] != 'W') {
    h.day = digits(3, text.size() - 3);
    return h.day >= 1 && h.day <= 31 ? std::optional(h) : std::nullopt;
  }
  h.nth = digits(4, 1);
  h.weekday = digits(6, 1);
  const bool fits = text.size() == 7 && text[5] == '-' && h.nth >= 0 && h.nth <= 5 && h.weekday >= 1 && h.weekday <= 7;
  return fits ? std::optional(h) : std::nullopt;
}

}  // namespace

void KnowledgeLoader::time(std::uint8_t index, TableReader& file) {
  if (auto table = file.child("ambiguous")) {
    for (const auto& word : table->words("words"))
      for (auto& phrase : phrases(word.text)) weak_.insert(std::move(phrase));
    k_.languages_[index].preposition_dates = table->boolean("preposition").value_or(false);
    table->finish();
  }
  const auto bounded = [&](std::string_view word, const toml::node& node, const TableReader& at, std::int64_t last,
                           Entry entry) {
    const auto value = node.value_exact<std::int64_t>();
    if (!value || *value < 1 || *value > last) {
      at.error(node.source(), "the value of \"" + std::string(word) + "\" must be 1 to " + std::to_string(last));
      return;
    }
    entry.value = *value;
    add(word, entry);
  };
  if (auto months = file.child("month")) {
    for (const auto& calendar : kCalendars)
      each(*months, calendar.first, {}, [&](std::string_view word, const toml::node& node, const TableReader& at) {
        bounded(word, node, at, 12, {LabelKind::month, index, false, 0, number(calendar.second)});
      });
    months->finish();
  }
  each(file, "weekday", {}, [&](std::string_view word, const toml::node& node, const TableReader& at) {
    bounded(word, node, at, 7, {LabelKind::weekday, index, false, 0, 0});
  });
  each(file, "weekdays", {}, [&](std::string_view word, const toml::node& node, const TableReader& at) {
    bounded(word, node, at, 7, {LabelKind::weekday, index, false, 0, 1});
  });
  each(file, "season", {}, [&](std::string_view word, const toml::node& node, const TableReader& at) {
    bounded(word, node, at, 4, {LabelKind::season, index, false, 0, 0});
  });
  each(file, "in_season", {}, [&](std::string_view word, const toml::node& node, const TableReader& at) {
    bounded(word, node, at, 4, {LabelKind::season, index, false, 0, 1});
  });
  each(file, "relative", {}, [&](std::string_view word, const toml::node& node, const TableReader& at) {
    const auto text = node.value_exact<std::string>();
    const std::size_t space = text ? text->find(' ') : std::string::npos;
    if (space == std::string::npos) {
      at.error(node.source(), "expected a unit and an offset, as in \"year -1\"");
      return;
    }
    const bool weekend = text->starts_with("weekend ");
    const auto unit = weekend ? std::optional(Grain::week) : grain(text->substr(0, space), node.source(), at);
    std::string rest = text->substr(space + 1);
    std::int32_t calendar = 0;  // "year -1 gregorian": of a calendar, whatever the document's own is
    if (const std::size_t second = rest.find(' '); second != std::string::npos) {
      const auto named = choose(rest.substr(second + 1), kCalendars, node.source(), at);
      if (!named) return;
      calendar = (1 + number(*named)) * kCalendarFactor;
      rest.resize(second);
    }
    std::int64_t offset = kSame;
    if (rest.starts_with("same+") && rest.size() == 6 && rest[5] >= '1' && rest[5] <= '9') {
      offset += rest[5] - '0';
    } else if (rest == "same-1") {  // "a year before": of a date that the text tells
      --offset;
    } else if (rest != "same") {
      const auto value = Decimal::parse(rest.starts_with('+') ? rest.substr(1) : rest);
      const auto whole = value ? value->to_integer() : std::nullopt;
      if (!whole) {
        at.error(node.source(), "\"" + rest + "\" is neither an offset nor \"same\"");
        return;
      }
      offset = *whole;
    }
    if (unit)
      add(word, {LabelKind::relative, index, false, offset, number(*unit) + (weekend ? kWeekend : 0) + calendar});
  });
  each(file, "unit", {}, [&](std::string_view word, const toml::node& node, const TableReader& at) {
    std::string text = node.value_exact<std::string>().value_or("");
    const bool plural = text.ends_with('s');  // "days": a plural form, never one day by itself
    if (plural) text.pop_back();
    if (text.ends_with("ie")) text.replace(text.size() - 2, 2, "y");  // centuries
    if (text == "halve") text = "half";
    if (const auto unit = choose(text, kTimeUnits, node.source(), at))
      add(word, {LabelKind::time_unit, index, false, plural ? 1 : 0, number(*unit)});
  });
  each(file, "era", {}, [&](std::string_view word, const toml::node& node, const TableReader& at) {
    std::string text = node.value_exact<std::string>().value_or("");
    constexpr std::string_view back = "before ";  // "before gregorian": its years count back
    const bool counts_back = text.starts_with(back);
    if (counts_back) text.erase(0, back.size());
    if (const auto calendar = choose(text, kCalendars, node.source(), at))
      add(word, {LabelKind::era, index, false, counts_back ? 1 : 0, number(*calendar)});
  });
  each(file, "period", {}, [&](std::string_view word, const toml::node& node, const TableReader& at) {
    const std::string text = node.value_exact<std::string>().value_or("");
    const std::size_t space = text.find(' ');
    const auto unit = grain(text.substr(0, space), node.source(), at);
    const auto value =
        space == std::string::npos ? Decimal{} : Decimal::parse(text.substr(space + 1)).value_or(Decimal{});
    if (unit) add(word, {LabelKind::period, index, false, value.to_integer().value_or(0), number(*unit)});
  });
  each(file, "duration", {}, [&](std::string_view word, const toml::node& node, const TableReader& at) {
    const auto text = node.value_exact<std::string>();
    if (!text || !text->starts_with('P')) {
      at.error(node.source(), "expected an ISO 8601 duration, as in \"PT2H\"");
      return;
    }
    add(word, {LabelKind::duration, index, false, index_in(k_.durations_, *text), 0});
  });

  each(file, "holiday", {}, [&](std::string_view word, const toml::node& node, const TableReader& at) {
    std::string text = node.value_exact<std::string>().value_or("");
    Calendar calendar = Calendar::gregorian;
    constexpr std::string_view kAlone = " alone";  // a date without its year, too
    const bool alone = text.ends_with(kAlone);
    if (alone) text.resize(text.size() - kAlone.size());
    if (const std::size_t space = text.find(' '); space != std::string::npos) {
      const auto named = choose(text.substr(0, space), kCalendars, node.source(), at);
      if (!named) return;
      calendar = *named;
      text.erase(0, space + 1);
    }
    if (const auto day = holiday(text))
      add(word,
          {LabelKind::vague_time, index, false, holiday_value(*day), number(calendar) + (alone ? kCalendarFactor : 0)});
    else
      at.error(node.source(), "expected a day, as in \"12-25\", \"11-W4-4\" (the fourth Thursday) or \"easter+1\"");
  });

  struct List {
    const char* table;
    const char* key;
    LabelKind kind;
    std::int32_t extra;
  };
  const List lists[] = {{"marker", "year", LabelKind::year_marker, 0},
                        {"marker", "month", LabelKind::month_marker, 0},
                        {"marker", "day", LabelKind::day_marker, 0},
                        {"part", "start", LabelKind::part, number(TimeMod::start)},
                        {"part", "mid", LabelKind::part, number(TimeMod::mid)},
                        {"part", "end", LabelKind::part, number(TimeMod::end)},
                        {"direction", "ago", LabelKind::ago, 0},
                        {"direction", "ahead", LabelKind::ahead, 0},
                        {"direction", "ahead_in", LabelKind::ahead_in, 0},
                        {"direction", "last", LabelKind::last, 0},
                        {"direction", "next", LabelKind::next, 0},
                        {"direction", "this", LabelKind::current, 0},
                        {"direction", "first", LabelKind::first, 0},
                        {"preposition", "since", LabelKind::since, 0},
                        {"preposition", "until", LabelKind::until, 0},
                        {"preposition", "by", LabelKind::by, 0},
                        {"preposition", "before", LabelKind::before, 0},
                        {"preposition", "after", LabelKind::after, 0},
                        {"holding", "words", LabelKind::holding, 0},
                        {"holding", "throughout", LabelKind::holding, 1},
                        {"age", "before", LabelKind::age, kAgeBefore},
                        {"age", "before_years", LabelKind::age, kAgeBeforeYears},
                        {"age", "behind", LabelKind::age, kAgeBehind},
                        {"age", "adjective", LabelKind::age, kAgeAdjective},
                        {"age", "copula", LabelKind::age, kAgeCopula},
                        {"vague", "words", LabelKind::vague_time, 0},
                        {"decade", "suffix", LabelKind::decade_suffix, 0}};
  Language& language = k_.languages_[index];
  using Plain = std::pair<const char*, std::vector<std::string>*>;
  const std::pair<const char*, std::vector<Plain>> plain[] = {{"event", {{"before", &language.events}}},
                                                              {"future", {{"verbs", &language.future}}},
                                                              {"nowadays",
                                                               {{"words", &language.nowadays.words},
                                                                {"verbs", &language.nowadays.verbs},
                                                                {"told", &language.nowadays.told},
                                                                {"saying", &language.nowadays.saying},
                                                                {"of_day", &language.nowadays.of_day}}}};
  for (const auto& [name, keys] : plain)
    if (auto table = file.child(name)) {
      for (const auto& [key, list] : keys) {
        for (const auto& word : table->words(key)) list->push_back(fold_word(word.text));
        std::sort(list->begin(), list->end());
      }
      table->finish();
    }
  if (auto table = file.child("one")) {
    add_all(table->words("article"), LabelKind::one, index, 0);
    add_all(table->words("words"), LabelKind::one, index, 1);
    add_all(table->words("behind"), LabelKind::one, index, 2);
    k_.languages_[index].implied_one = table->boolean("implied").value_or(false);
    table->finish();
  }
  for (const char* name : {"marker", "part", "direction", "preposition", "holding", "age", "vague", "decade"}) {
    auto table = file.child(name);
    if (!table) continue;
    if (std::string_view(name) == "age")  // "20 ta 45 sal HASTAND": they are
      add_all(table->words("copula_plural"), LabelKind::age, index, 1, kAgeCopula);
    for (const auto& list : lists)
      if (std::string_view(list.table) == name) add_all(table->words(list.key), list.kind, index, 0, list.extra);
    table->finish();
  }
}

std::optional<Grain> grain(std::string_view word, const toml::source_region& place, const TableReader& reader) {
  static const std::vector<std::pair<std::string, Grain>> names{
      {"day", Grain::day},         {"week", Grain::week},     {"month", Grain::month},
      {"quarter", Grain::quarter}, {"half", Grain::half},     {"season", Grain::season},
      {"year", Grain::year},       {"decade", Grain::decade}, {"century", Grain::century}};
  return choose(word, names, place, reader);
}

}  // namespace mizan
