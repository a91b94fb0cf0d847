#include <algorithm>
#include <filesystem>

#include "knowledge/loader.hpp"

namespace mizan {
namespace {

namespace fs = std::filesystem;

}  // namespace

void KnowledgeLoader::languages(const std::vector<std::string>& folders) {
  std::map<std::string, LanguageFiles> found;  // by tag: deterministic order
  for (std::size_t folder = 0; folder < folders.size(); ++folder) {
    std::error_code code;
    for (fs::directory_iterator it(fs::path(folders[folder]) / "languages", code), end; !code && it != end;
         it.increment(code)) {
      if (!it->is_directory(code)) continue;
      auto& language = found[it->path().filename().string()];
      if (language.tag.empty()) language.folder = folder;
      language.tag = it->path().filename().string();
      for (const char* name : {"language.toml", "numbers.toml", "time.toml", "units.toml", "modifiers.toml"}) {
        const fs::path file = it->path() / name;
        if (fs::exists(file, code)) language.files[name].push_back(file.generic_string());
      }
    }
  }
  k_.languages_.resize(found.size());
  k_.lexicon_.impl_->clitics.resize(found.size());
  k_.identifier_.letters.resize(found.size());
  k_.identifier_.scripts.resize(found.size());
  std::uint8_t index = 0;
  for (auto& [tag, entry] : found) {
    k_.languages_[index++].tag = tag;
    since_.push_back(entry.folder);
  }
  index = 0;
  for (auto& [tag, entry] : found) {
    weak_.clear();
    articles_.clear();
    using Part = void (KnowledgeLoader::*)(std::uint8_t, TableReader&);
    const std::pair<const char*, Part> parts[] = {{"language.toml", &KnowledgeLoader::language},
                                                  {"numbers.toml", &KnowledgeLoader::numbers},
                                                  {"time.toml", &KnowledgeLoader::time},
                                                  {"units.toml", &KnowledgeLoader::units},
                                                  {"modifiers.toml", &KnowledgeLoader::modifiers}};
    for (const auto& [name, use] : parts) {
      for (const auto& file : entry.files[name]) {
        const auto table = parse_toml(file, errors);
        if (!table) continue;
        TableReader reader(*table, file, errors);
        (this->*use)(index, reader);
        reader.finish();
      }
      // CLDR's month names may be among the ambiguous words that time.toml lists, so they follow it
      if (std::string_view(name) == "time.toml") cldr(index);
    }
    ++index;
  }
}

void KnowledgeLoader::language(std::uint8_t index, TableReader& file) {
  Language& language = k_.languages_[index];
  const std::string tag = file.string("tag", true);
  if (!tag.empty() && tag != language.tag)
    file.error(file.table().source(),
               "tag \"" + tag + "\" differs from the name of its folder, \"" + language.tag + "\"");
  language.name = file.string("name", true);
  language.script = file.string("script", true);
  if (const std::string word = file.string("direction"); !word.empty())
    language.right_to_left = choose(word, std::vector<std::pair<std::string, bool>>{{"ltr", false}, {"rtl", true}},
                                    file.find("direction")->source(), file)
                                 .value_or(false);
  for (const auto& word : file.words("calendars"))
    if (const auto calendar = choose(word.text, kCalendars, word.place, file)) language.calendars.push_back(*calendar);
  if (language.calendars.empty()) language.calendars.push_back(Calendar::gregorian);
  language.moon = file.integer("moon").value_or(0);
  const std::vector<std::pair<std::string, DateOrder>> orders{
      {"dmy", DateOrder::dmy}, {"mdy", DateOrder::mdy}, {"ymd", DateOrder::ymd}};
  for (const auto& word : file.words("date_order"))
    if (const auto order = choose(word.text, orders, word.place, file)) language.date_order.push_back(*order);
  if (language.date_order.empty()) language.date_order = {DateOrder::dmy, DateOrder::ymd};

  auto& identifier = k_.identifier_;
  identifier.scripts[index] = language.script;
  const std::string letters = file.string("letters");
  for (std::size_t i = 0; i < letters.size();) {
    const CodePoint c = code_point(letters, i);
    const std::string folded = fold_word(std::string_view(letters).substr(i, c.size));
    if (!folded.empty()) identifier.letters[index] += code_point(folded, 0).value;
    i += c.size;
  }
  for (const auto& word : file.words("common")) language.common.push_back(fold_word(word.text));
  std::sort(language.common.begin(), language.common.end());
  language.stop = language.common;
  std::sort(language.stop.begin(), language.stop.end(), Language::is_shorter);
  if (auto noun = file.child("noun")) {
    for (const auto& word : noun->words("stop")) language.stop.push_back(fold_word(word.text));
    std::sort(language.stop.begin(), language.stop.end(), Language::is_shorter);
    for (const auto& word : noun->words("light")) language.light.push_back(fold_word(word.text));
    std::sort(language.light.begin(), language.light.end());
    for (const auto& word : noun->words("becoming")) language.becoming.push_back(fold_word(word.text));
    std::sort(language.becoming.begin(), language.becoming.end());
    language.adjective_first = noun->boolean("adjective_first").value_or(false);
    for (const auto& word : noun->words("adjective_endings"))
      language.adjective_endings.push_back(fold_word(word.text));
    for (const auto& word : noun->words("participle_endings"))
      language.participle_endings.push_back(fold_word(word.text));
    for (const auto& word : noun->words("plural_endings")) language.plural_endings.push_back(fold_word(word.text));
    language.definite = fold_word(noun->string("definite"));
    language.open_noun = noun->boolean("open").value_or(false);
    for (const auto& word : noun->words("adjective_scales")) language.adjective_scales.push_back(fold_word(word.text));
    for (const auto& word : noun->words("not_prefix")) language.no_noun.push_back(fold_word(word.text));
    for (const auto& word : noun->words("demonym_endings")) language.demonym_endings.push_back(fold_word(word.text));
    for (const auto& word : noun->words("counted_one")) language.counted_one.push_back(fold_word(word.text));
    for (const auto& word : noun->words("only")) language.only.push_back(fold_word(word.text));
    for (const auto& word : noun->words("others")) language.others.push_back(fold_word(word.text));
    for (const auto& word : noun->words("classifier")) language.classifier.push_back(fold_word(word.text));
    for (const auto& word : noun->words("not_suffix")) language.no_noun_end.push_back(fold_word(word.text));
    language.one_two_behind = noun->boolean("one_two_behind").value_or(false);
    if (auto dual = noun->child("dual")) {
      for (const auto& word : dual->words("endings")) language.dual.push_back(fold_word(word.text));
      for (const auto& word : dual->words("before")) language.dual_before.push_back(fold_word(word.text));
      language.dual_feminine[0] = fold_word(dual->string("feminine"));
      language.dual_feminine[1] = fold_word(dual->string("becomes"));
      language.sound_plural = fold_word(dual->string("sound_plural"));
      for (const auto& word : dual->words("not")) not_dual_.insert({index, fold_word(word.text)});
      dual->finish();
    }
    noun->finish();
  }

  each(file, "local", {}, [&](std::string_view country, const toml::node& node, const TableReader& at) {
    if (country.size() != 2) {
      at.error(node.source(), "\"" + std::string(country) + "\" is not an ISO 3166-1 code of two letters");
      return;
    }
    language.has_local = true;
    add_all(words_of(node, at), LabelKind::local, index, country[1], country[0]);
  });
  if (auto sentence = file.child("sentence")) {
    for (const auto& word : sentence->words("abbreviations")) language.abbreviations.push_back(fold_word(word.text));
    sentence->finish();
  }
  if (auto clitics = file.child("clitics")) {
    auto& target = k_.lexicon_.impl_->clitics[index];
    std::vector<std::string> excluded;
    for (const auto& word : clitics->words("exclude")) excluded.push_back(fold_word(word.text));
    for (const auto& word : clitics->words("prefix")) {
      const std::string prefix = fold_word(word.text);
      std::size_t left_out = 0;
      for (const auto& e : excluded)
        if (prefix.starts_with(e)) left_out = std::max(left_out, e.size());
      if (!prefix.empty()) target.prefix.emplace_back(prefix, static_cast<std::uint8_t>(left_out));
    }
    for (const auto& word : clitics->words("suffix")) target.suffix.push_back(fold_word(word.text));
    clitics->finish();
  }
  if (auto connector = file.child("connector")) {
    const std::pair<const char*, LabelKind> roles[] = {
        {"and", LabelKind::conn_and},         {"or", LabelKind::conn_or},      {"from", LabelKind::conn_from},
        {"to", LabelKind::conn_to},           {"of", LabelKind::conn_of},      {"in", LabelKind::conn_in},
        {"between", LabelKind::conn_between}, {"article", LabelKind::article}, {"out_of", LabelKind::out_of}};
    for (const auto& [key, kind] : roles) add_all(connector->words(key), kind, index);
    for (const auto& word : connector->words("level_to")) language.level_to.push_back(fold_word(word.text));
    std::sort(language.level_to.begin(), language.level_to.end());
    connector->finish();
  }
}

void KnowledgeLoader::numbers(std::uint8_t index, TableReader& file) {
  Language& language = k_.languages_[index];
  for (const auto& word : file.words("decimal")) language.decimal.push_back(word.text);
  for (const auto& word : file.words("decimal_turned")) language.decimal_turned.push_back(fold_word(word.text));
  language.turned_with = file.string("turned_with");
  language.turned_without = file.string("turned_without");
  for (const auto& word : file.words("group")) language.group.push_back(word.text);
  language.adjacent_range = file.boolean("adjacent_range").value_or(false);
  for (const auto& word : file.words("respectively")) language.respectively.push_back(fold_word(word.text));
  for (const auto& word : file.words("one_of_two")) language.one_of_two.push_back(fold_word(word.text));
  language.units_first = file.boolean("units_first").value_or(false);
  const auto joiners = file.words("joiner");
  for (const auto& word : joiners) language.joiners.push_back(fold_word(word.text));
  add_all(joiners, LabelKind::joiner, index);
  add_all(file.words("point"), LabelKind::point, index);
  if (auto table = file.child("not_a_number")) {
    for (const auto& word : table->words("weak"))
      for (auto& phrase : phrases(word.text)) weak_.insert(std::move(phrase));
    for (const auto& word : table->words("article"))
      for (auto& phrase : phrases(word.text)) articles_.insert(std::move(phrase));
    add_all(table->words("words"), LabelKind::not_a_number, index);
    const std::pair<const char*, Naming> takes[] = {{"naming", Naming::any},          {"clock", Naming::hour},
                                                    {"naming_bare", Naming::bare},    {"naming_before", Naming::before},
                                                    {"clock_between", Naming::hours}, {"ranked", Naming::ranked},
                                                    {"placed", Naming::placed},       {"streets", Naming::street},
                                                    {"ranking", Naming::ranking},     {"clauses", Naming::clause}};
    for (const auto& [key, what] : takes) add_all(table->words(key), LabelKind::naming, index, 0, number(what));
    for (const auto& word : table->words("score")) language.score.push_back(fold_word(word.text));
    language.capital_names = table->boolean("capital_names").value_or(false);
    language.word_names = table->boolean("word_names").value_or(false);
    table->finish();
  }
  const auto integer = [&](std::string_view word, const toml::node& node, const TableReader& at, auto use) {
    if (const auto value = node.value_exact<std::int64_t>())
      use(*value);
    else
      at.error(node.source(), "the value of \"" + std::string(word) + "\" must be an integer");
  };
  const auto pair = [&](std::string_view word, const toml::node& node, const TableReader& at, auto use) {
    const toml::array* array = node.as_array();
    const auto first = array != nullptr && array->size() == 2 ? (*array)[0].value_exact<std::int64_t>() : std::nullopt;
    const auto second = array != nullptr && array->size() == 2 ? (*array)[1].value_exact<std::int64_t>() : std::nullopt;
    if (first && second)
      use(*first, *second);
    else
      at.error(node.source(), "the value of \"" + std::string(word) + "\" must be two integers");
  };
  each(file, "cardinal", {}, [&](std::string_view word, const toml::node& node, const TableReader& at) {
    integer(word, node, at, [&](std::int64_t v) {
      add(word, {LabelKind::cardinal, index, false, v, articles_.contains(fold_word(word)) ? 1 : 0});
    });
  });
  each(file, "scale", {}, [&](std::string_view word, const toml::node& node, const TableReader& at) {
    integer(word, node, at, [&](std::int64_t v) { add(word, {LabelKind::scale, index, false, 0, number(v)}); });
  });
  each(file, "dozen", {}, [&](std::string_view word, const toml::node& node, const TableReader& at) {
    integer(word, node, at, [&](std::int64_t v) { add(word, {LabelKind::dozen, index, false, v, 0}); });
  });
  each(file, "ordinal", {"ordinal_suffix"}, [&](std::string_view word, const toml::node& node, const TableReader& at) {
    integer(word, node, at, [&](std::int64_t v) { add(word, {LabelKind::ordinal, index, false, v, 0}); });
  });
  if (auto ordinal = file.child("ordinal")) add_all(ordinal->words("ordinal_suffix"), LabelKind::ordinal_suffix, index);
  each(file, "multiple", {}, [&](std::string_view word, const toml::node& node, const TableReader& at) {
    pair(word, node, at, [&](std::int64_t a, std::int64_t b) {
      add(word, {LabelKind::multiple, index, false, a, number(b)});
    });
  });
  each(file, "fraction", {}, [&](std::string_view word, const toml::node& node, const TableReader& at) {
    pair(word, node, at, [&](std::int64_t a, std::int64_t b) {
      add(word, {LabelKind::fraction, index, false, a, number(b)});
    });
  });
  each(file, "vague", {}, [&](std::string_view word, const toml::node& node, const TableReader& at) {
    pair(word, node, at, [&](std::int64_t a, std::int64_t b) {
      if (a < 0 || a > b || b >= 1'000'000'000'000'000)
        at.error(node.source(), "the value of \"" + std::string(word) + "\" must be its ends, the lower one first");
      else
        add(word, {LabelKind::vague_count, index, false, index_in(k_.vague_counts_, {a, b}), 0});
    });
  });
  if (auto half = file.child("half")) {
    add_all(half->words("and_half"), LabelKind::half, index, 5);
    each(file, "half", {"and_half"}, [&](std::string_view word, const toml::node& node, const TableReader& at) {
      const auto text = node.value_exact<std::string>();
      const auto value = text ? Decimal::parse(*text) : std::nullopt;
      const auto tenths = value ? value->scaled(1).to_integer() : std::nullopt;
      if (tenths)
        add(word, {LabelKind::half, index, false, *tenths, 0});
      else
        at.error(node.source(), "the value of \"" + std::string(word) + "\" must be a string such as \"1.5\"");
    });
  }
  if (auto sign = file.child("sign")) {
    add_all(sign->words("minus"), LabelKind::minus, index);
    sign->finish();
  }
}

std::int64_t KnowledgeLoader::currency(const toml::node& value, const TableReader& reader) {
  Currency currency;
  if (const toml::table* table = value.as_table()) {
    TableReader fields(*table, reader.file(), reader.errors());
    for (auto& word : fields.words("code", true)) currency.codes.push_back(std::move(word.text));
    std::int64_t factor = fields.integer("factor").value_or(1);
    for (; factor >= 10 && factor % 10 == 0; factor /= 10) ++currency.factor_power;
    if (factor != 1) fields.error(fields.find("factor")->source(), "\"factor\" must be a power of ten");
    std::int64_t parts = fields.integer("parts").value_or(1);
    for (; parts >= 10 && parts % 10 == 0; parts /= 10) --currency.factor_power;
    if (parts != 1) fields.error(fields.find("parts")->source(), "\"parts\" must be a power of ten");
    fields.finish();
  } else {
    for (auto& word : words_of(value, reader)) currency.codes.push_back(std::move(word.text));
  }
  for (const auto& code : currency.codes)
    if (code.size() != 3 || !std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
      reader.error(value.source(), "\"" + code + "\" is not an ISO 4217 code");
  if (currency.codes.empty()) reader.error(value.source(), "no ISO 4217 code");
  auto& all = k_.currencies_;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (all[i].codes == currency.codes && all[i].factor_power == currency.factor_power)
      return static_cast<std::int64_t>(i);
  all.push_back(std::move(currency));
  return static_cast<std::int64_t>(all.size() - 1);
}

void KnowledgeLoader::units(std::uint8_t index, TableReader& file) {
  if (auto percent = file.child("percent")) {
    add_all(percent->words("words"), LabelKind::percent, index);
    add_all(percent->words("before"), LabelKind::percent, index, 0, kBefore);
    add_all(percent->words("points"), LabelKind::percentage_point, index);
    percent->finish();
  }
  if (auto table = file.child("currency")) {
    std::set<std::string> prefixes;
    for (const auto& word : table->words("prefix")) prefixes.insert(fold_word(word.text));
    const auto use = [&](std::string_view word, const toml::node& node, const TableReader& at, std::uint8_t language) {
      const std::int64_t value = currency(node, at);
      add(word, {LabelKind::currency, language, false, value, 0});
      if (language != kAnyLanguage) add_dual(word, {LabelKind::dual, language, false, value, 2}, {});
      if (prefixes.contains(fold_word(word))) add(word, {LabelKind::currency_prefix, language, false, value, 0});
    };
    each(file, "currency", {"prefix", "symbol"},
         [&](std::string_view word, const toml::node& node, const TableReader& at) { use(word, node, at, index); });
    // symbols and codes are of no language
    each(*table, "symbol", {}, [&](std::string_view word, const toml::node& node, const TableReader& at) {
      prefixes.insert(fold_word(word));
      use(word, node, at, kAnyLanguage);
    });
  }
  const std::pair<const char*, std::vector<std::string>*> beside[] = {{"weighed", &k_.languages_[index].weighed},
                                                                      {"heat", &k_.languages_[index].heat}};
  for (const auto& [key, words] : beside) {
    auto table = file.child(key);
    if (!table) continue;
    for (const auto& word : table->words("words")) words->push_back(fold_word(word.text));
    std::sort(words->begin(), words->end());
    table->finish();
  }
  each(file, "minor", {}, [&](std::string_view word, const toml::node& node, const TableReader& at) {
    const auto decimals = node.value_exact<std::int64_t>();
    if (decimals && (*decimals == 2 || *decimals == 3 || *decimals == 12))
      add(word, {LabelKind::minor, index, false, *decimals, 0});
    else
      at.error(node.source(), "the value of \"" + std::string(word) +
                                  "\" must be 2 or 3, the decimals of its currency, or 12 for a twelfth of a foot");
  });
  each(file, "measure", {}, [&](std::string_view word, const toml::node& node, const TableReader& at) {
    Measure measure;
    if (const toml::table* table = node.as_table()) {
      TableReader fields(*table, at.file(), at.errors());
      measure.unit = fields.string("code", true);
      double factor = 1;
      const toml::node* f = fields.find("factor");
      if (f != nullptr) factor = f->value<double>().value_or(0);
      for (; factor >= 10; factor /= 10) ++measure.factor_power;
      if (factor != 1) fields.error(f->source(), "\"factor\" must be a power of ten");
      fields.finish();
    } else {
      measure.unit = node.value_exact<std::string>().value_or("");
    }
    if (measure.unit.empty()) {
      at.error(node.source(), "expected a UCUM unit");
      return;
    }
    auto& all = k_.measures_;
    std::size_t found = 0;
    while (found < all.size() && (all[found].unit != measure.unit || all[found].factor_power != measure.factor_power))
      ++found;
    if (found == all.size()) all.push_back(std::move(measure));
    add(word, {LabelKind::measure, index, false, static_cast<std::int64_t>(found), 0});
    add_dual(word, {LabelKind::dual, index, false, static_cast<std::int64_t>(found), 1}, {});
  });
}

void KnowledgeLoader::modifiers(std::uint8_t index, TableReader& file) {
  const std::pair<const char*, Modifier> keys[] = {{"approx", Modifier::approx},
                                                   {"at_least", Modifier::at_least},
                                                   {"more_than", Modifier::more_than},
                                                   {"at_most", Modifier::at_most},
                                                   {"less_than", Modifier::less_than}};
  for (const auto& [table_name, kind] :
       {std::pair{"before", LabelKind::modifier_before}, std::pair{"after", LabelKind::modifier_after}}) {
    auto table = file.child(table_name);
    if (!table) continue;
    for (const auto& [key, modifier] : keys) add_all(table->words(key), kind, index, 0, number(modifier));
    add_all(table->words("nearly"), kind, index, 1, number(Modifier::approx));
    if (kind == LabelKind::modifier_before)
      for (const auto& word : table->words("bounded")) k_.languages_[index].bounded.push_back(fold_word(word.text));
    table->finish();
  }
  if (auto table = file.child("around")) {
    for (const auto& [key, modifier] : keys)
      for (const auto& word : table->words(key))
        k_.languages_[index].around.emplace_back(fold_word(word.text), modifier);
    table->finish();
  }
  if (auto stance = file.child("stance")) {
    add_all(stance->words("planned"), LabelKind::stance, index, 0, number(Stance::planned));
    add_all(stance->words("denied"), LabelKind::stance, index, 0, number(Stance::denied));
    add_all(stance->words("reported"), LabelKind::stance, index, 0, number(Stance::reported));
    add_all(stance->words("past"), LabelKind::past, index);
    stance->finish();
  }
  if (auto words = file.child("computing")) {
    const std::pair<const char*, Computing> roles[] = {{"parts", Computing::parts},
                                                       {"parts_behind", Computing::parts_behind},
                                                       {"equals", Computing::equals},
                                                       {"comprises", Computing::comprises},
                                                       {"against", Computing::against},
                                                       {"earlier", Computing::earlier},
                                                       {"average", Computing::average},
                                                       {"each", Computing::each},
                                                       {"up_or_down", Computing::up_or_down},
                                                       {"together", Computing::together},
                                                       {"out_of", Computing::out_of},
                                                       {"yearly", Computing::yearly},
                                                       {"anniversary", Computing::anniversary},
                                                       {"founded", Computing::founded},
                                                       {"remaining", Computing::remaining},
                                                       {"difference", Computing::difference},
                                                       {"born", Computing::born},
                                                       {"abstained", Computing::abstained},
                                                       {"beyond", Computing::beyond}};
    for (const auto& [key, role] : roles) add_all(words->words(key), LabelKind::computing, index, number(role));
    std::int32_t times = 2;
    for (const char* key : {"doubled", "tripled", "quadrupled"})
      add_all(words->words(key), LabelKind::computing, index, number(Computing::times), times++);
    words->finish();
  }
  if (auto claim = file.child("claim")) {
    add_all(claim->words("record"), LabelKind::record, index);
    add_all(claim->words("change"), LabelKind::change, index);
    add_all(claim->words("former"), LabelKind::former, index);
    claim->finish();
  }
}

void KnowledgeLoader::cldr(std::uint8_t index) {
  const CldrNames names = cldr_names(k_.languages_[index].tag);
  const auto months = [&](const auto& list, Calendar calendar) {
    for (const auto& [word, value] : list) add(word, {LabelKind::month, index, false, value, number(calendar)});
  };
  months(names.gregorian_months, Calendar::gregorian);
  months(names.persian_months, Calendar::persian);
  months(names.islamic_months, Calendar::islamic);
  for (const auto& [word, value] : names.weekdays) add(word, {LabelKind::weekday, index, false, value, 0});
  const auto one_word = [](const std::string& s) { return s.find_first_of(" -") == std::string::npos; };
  for (const auto& [word, value] : names.cardinals)
    if (one_word(word))
      add(word, {LabelKind::cardinal, index, false, value, articles_.contains(fold_word(word)) ? 1 : 0});
  for (const auto& [word, value] : names.ordinals)
    if (one_word(word)) add(word, {LabelKind::ordinal, index, false, value, 0});
  // "Ft", "KM": CLDR's short symbols made of letters are words and units to a reader of news; units.toml has those that
  // are not
  // and "$", which it gives to many currencies; so are the symbols that units.toml lists for every language
  const auto is_short = [](const std::string& s) {
    std::size_t letters = 0, others = 0;
    for (std::size_t i = 0; i < s.size(); i += code_point(s, i).size)
      ++(char_kind(code_point(s, i).value) == CharKind::letter ? letters : others);
    return letters == 0 || (others == 0 && letters <= 3);
  };
  for (const auto& [word, code] : names.currencies) {
    if (is_short(word)) continue;
    Currency currency{{code}, 0};
    auto& all = k_.currencies_;
    std::size_t found = 0;
    while (found < all.size() && (all[found].codes != currency.codes || all[found].factor_power != 0)) ++found;
    if (found == all.size()) all.push_back(std::move(currency));
    add(word, {LabelKind::currency, index, false, static_cast<std::int64_t>(found), 0});
    add_dual(word, {LabelKind::dual, index, false, static_cast<std::int64_t>(found), 2}, {});
  }
  for (const auto& [word, code] : names.territories) territories_.push_back({index, word, code});
}

}  // namespace mizan
