#include <algorithm>

#include "knowledge/loader.hpp"

namespace mizan {

std::optional<int> duration_days(std::string_view iso) {
  if (iso.size() < 3 || iso.front() != 'P') return std::nullopt;
  int count = 0;
  for (std::size_t i = 1; i + 1 < iso.size(); ++i) {
    if (iso[i] < '0' || iso[i] > '9' || count > 100000) return std::nullopt;
    count = count * 10 + (iso[i] - '0');
  }
  switch (iso.back()) {
    case 'D':
      return count;
    case 'W':
      return count * 7;
    case 'M':
      return count * 30;
    case 'Y':
      return count * 365;
    default:
      return std::nullopt;
  }
}

std::optional<Day> parse_day(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t size) {
    int value = 0;
    for (std::size_t i = at; i < at + size; ++i) {
      if (iso[i] < '0' || iso[i] > '9') return -1;
      value = value * 10 + (iso[i] - '0');
    }
    return value;
  };
  const int y = number(0, 4), m = number(5, 2), d = number(8, 2);
  if (y < 0 || m < 0 || d < 0) return std::nullopt;
  return to_day(Calendar::gregorian, y, static_cast<unsigned>(m), static_cast<unsigned>(d));
}

void KnowledgeLoader::frame_words(TableReader& file, std::string_view key, LabelKind kind, std::int64_t frame,
                                  bool required) {
  auto table = file.child(key, required);
  if (!table) return;
  // a language that a later folder brings is none that this file could know
  for (std::uint8_t l = 0; l < k_.languages_.size(); ++l)
    add_all(table->words(k_.languages_[l].tag, required && since_[l] <= folder_), kind, l, frame, 0);
  table->finish();
}

void KnowledgeLoader::slots(TableReader& table, Frame& frame) {
  const std::vector<std::pair<std::string, SlotType>> types{
      {"country", SlotType::country}, {"place", SlotType::place}, {"organisation", SlotType::organisation},
      {"person", SlotType::person},   {"time", SlotType::time},   {"quantity", SlotType::quantity}};
  const std::vector<std::pair<std::string, std::optional<Dimension>>> dimensions{{"money", Dimension::money},
                                                                                 {"percent", Dimension::percent},
                                                                                 {"count", Dimension::count},
                                                                                 {"measure", Dimension::measure},
                                                                                 {"any", std::nullopt}};
  for (const auto& [key, node] : table.table()) {
    auto fields = table.child(key.str());
    if (!fields) continue;
    SlotRule slot;
    slot.name = std::string(key.str());
    const toml::source_region place = node.source();
    if (const auto type = choose(fields->string("type", true), types, place, *fields)) slot.type = *type;
    const std::int64_t count = fields->integer("count").value_or(1);
    if (count < 1 || count > 9) fields->error(place, "\"count\" must be 1 to 9");
    slot.count = static_cast<unsigned>(count);
    const auto only = [&](std::string_view option, const char* word) {  // the one word that an option may be
      const std::string given = fields->string(option);
      return !given.empty() &&
             choose(given, std::vector<std::pair<std::string, bool>>{{word, true}}, place, *fields).value_or(false);
    };
    slot.any_order = only("order", "any");
    slot.as_country = only("as", "country");
    slot.document_default = only("default", "document");
    if (const std::string word = fields->string("grain"); !word.empty())
      slot.grain = grain(word, place, *fields).value_or(Grain::other);
    if (const std::string word = fields->string("dimension"); !word.empty())
      slot.dimension = choose(word, dimensions, place, *fields).value_or(std::nullopt);
    for (Written& unit : fields->words("unit")) {
      if (!concept_index_.contains(unit.text)) {
        std::vector<std::string> known;
        for (const auto& [id, index] : concept_index_) known.push_back(id);
        fields->error(unit.place, "no concept \"" + unit.text + "\"", did_you_mean(unit.text, known));
      }
      slot.units.push_back(std::move(unit.text));
    }
    if (slot.name == "value") frame.value_is_time = slot.type == SlotType::time;
    fields->finish();
    frame.slots.push_back(std::move(slot));
  }
}

void KnowledgeLoader::same(TableReader& table, Frame& frame) {
  for (const auto& word : table.words("key", true)) {
    const auto known = [&](const SlotRule& slot) { return slot.name == word.text; };
    if (std::none_of(frame.slots.begin(), frame.slots.end(), known)) {
      std::vector<std::string> names;
      for (const auto& slot : frame.slots) names.push_back(slot.name);
      table.error(word.place, "no slot \"" + word.text + "\"", did_you_mean(word.text, names));
    }
    frame.key.push_back(word.text);
  }
  if (const std::string times = table.string("times"); !times.empty())
    frame.times_equal = choose(times, std::vector<std::pair<std::string, bool>>{{"equal", true}, {"overlap", false}},
                               table.table().source(), table)
                            .value_or(true);
  for (const auto& [key, target] : {std::pair{"holds", &frame.holds_days}, std::pair{"within", &frame.within_days}}) {
    const std::string text = table.string(key);
    if (text.empty()) continue;
    if (const auto days = duration_days(text))
      *target = *days;
    else
      table.error(table.table().source(), "\"" + text + "\" is not a duration such as \"P90D\"");
  }
}

ExampleText KnowledgeLoader::example_text(const std::string& tag, const toml::node& text, std::optional<Day> date,
                                          const TableReader& reader) {
  const auto value = text.value_exact<std::string>();
  if (!value) reader.error(text.source(), "an example must be a string");
  return {tag, value.value_or(""), date};
}

std::vector<ExampleText> KnowledgeLoader::example_side(TableReader& reader) {
  std::vector<ExampleText> result;
  std::optional<Day> date;
  if (const std::string iso = reader.string("date"); !iso.empty()) {
    date = parse_day(iso);
    if (!date) reader.error(reader.table().source(), "\"" + iso + "\" is not a date such as \"2025-02-01\"");
  }
  for (const auto& tag : tags())
    if (const toml::node* text = reader.find(tag)) result.push_back(example_text(tag, *text, date, reader));
  return result;
}

void KnowledgeLoader::examples(TableReader& file, Frame& frame) {
  for (auto& table : file.children("example")) {
    Example example;
    const auto place = table.table().source();
    example.place = {file.file(), place.begin.line, place.begin.column, {}, {}};
    example.texts = example_side(table);
    if (auto a = table.child("a")) {
      example.a = example_side(*a);
      a->finish();
    }
    if (auto b = table.child("b")) {
      example.b = example_side(*b);
      b->finish();
    }
    example.claim = table.string("claim");
    example.verdict = table.string("verdict");
    if (!example.verdict.empty())
      choose(example.verdict,
             std::vector<std::pair<std::string, int>>{{"contradiction", 0}, {"consistent", 0}, {"unrelated", 0}}, place,
             table);
    const bool single = !example.texts.empty() && !example.claim.empty();
    const bool pair = !example.a.empty() && !example.b.empty() && !example.verdict.empty();
    if (single == pair)
      table.error(place, "an example is texts with a \"claim\", or \"a\" and \"b\" with a \"verdict\"");
    table.finish();
    frame.examples.push_back(std::move(example));
  }
}

void KnowledgeLoader::check(const TableReader& file, const Frame& frame) {
  const auto& e = frame.examples;
  const auto any = [&](auto test) { return std::any_of(e.begin(), e.end(), test); };
  const auto need = [&](bool there, const char* what) {
    if (!there) file.error(file.table().source(), std::string("a rule needs ") + what);
  };
  need(any([](const Example& x) { return !x.claim.empty() && x.claim != "none"; }), "an example of a claim");
  need(any([](const Example& x) { return x.verdict == "contradiction"; }), "an example of a contradiction");
  need(any([](const Example& x) { return x.claim == "none" || x.verdict == "consistent" || x.verdict == "unrelated"; }),
       "an innocent example (claim = \"none\", or verdict = \"consistent\" or \"unrelated\")");
  need(std::any_of(frame.slots.begin(), frame.slots.end(), [](const SlotRule& s) { return s.name == "value"; }),
       "a slot \"value\"");
}

void KnowledgeLoader::facts(TableReader& file) {
  Frame frame;
  frame.file = file.file();
  frame.id = file.string("frame", true);
  if (frame.id.starts_with("open."))
    file.error(file.find("frame")->source(), "\"open.\" is kept for claims that no rule describes");
  for (const Frame& other : k_.frames_)
    if (other.id == frame.id && !frame.id.empty())
      file.error(file.find("frame")->source(), "\"" + frame.id + "\" is a rule of " + other.file + " already");
  frame.title = file.string("title", true);
  frame.message = file.string("message");
  frame.near = static_cast<int>(file.integer("near").value_or(0));
  const std::vector<std::pair<std::string, Level>> levels{
      {"note", Level::note}, {"warning", Level::warning}, {"error", Level::error}};
  if (const std::string level = file.string("level"); !level.empty())
    frame.level = choose(level, levels, file.table().source(), file).value_or(Level::error);
  if (auto table = file.child("slots", true)) slots(*table, frame);
  const auto index = static_cast<std::int64_t>(k_.frames_.size());
  frame_words(file, "cues", LabelKind::cue, index, true);
  frame_words(file, "veto", LabelKind::veto, index, false);
  if (auto markers = file.child("markers")) {
    frame_words(*markers, "other", LabelKind::marker_other, index, false);
    markers->finish();
  }
  if (auto table = file.child("same", true)) {
    same(*table, frame);
    table->finish();
  }
  if (auto table = file.child("differ")) {
    const std::string slot = table->string("slot");
    if (!slot.empty() && slot != "value")
      table->error(table->find("slot")->source(), "only the slot \"value\" may differ");
    const std::string method = table->string("method");
    if (!method.empty())
      frame.exact = choose(method, std::vector<std::pair<std::string, bool>>{{"interval", false}, {"exact", true}},
                           table->table().source(), *table)
                        .value_or(false);
    table->finish();
  }
  examples(file, frame);
  check(file, frame);
  k_.frames_.push_back(std::move(frame));
}

}  // namespace mizan
