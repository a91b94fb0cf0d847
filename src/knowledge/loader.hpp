// Fills a Knowledge from the files of one or more rules folders. Private to the room.
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/ignores.hpp"
#include "knowledge/lexicon.hpp"
#include "knowledge/reader.hpp"

namespace mizan {

class KnowledgeLoader {
 public:
  explicit KnowledgeLoader(Knowledge& knowledge) : k_(knowledge) {}
  void load(const std::vector<std::string>& folders);
  Errors errors;

 private:
  struct LanguageFiles {
    std::string tag;
    std::size_t folder = 0;                                 // the first that has it
    std::map<std::string, std::vector<std::string>> files;  // "numbers.toml" -> paths, in folder order
  };

  // load.cpp
  std::string fold_word(std::string_view natural) const;
  /// Natural spelling to the folded phrases it stands for (a ZWNJ is a space or nothing).
  std::vector<std::string> phrases(std::string_view natural) const;
  void add(std::string_view natural, Entry entry);
  void add_all(const std::vector<Written>& words, LabelKind kind, std::uint8_t language, std::int64_t value = 0,
               std::int32_t extra = 0);
  void fold_files(const std::vector<std::string>& folders);
  /// Each word of a table with its value, read by use(word, value).
  template <class Use>
  void each(TableReader& parent, std::string_view key, std::set<std::string_view> skip, Use use);

  // conversions.cpp
  void conversions(const std::vector<std::string>& folders);

  // language.cpp
  void languages(const std::vector<std::string>& folders);
  void language(std::uint8_t index, TableReader& file);
  void numbers(std::uint8_t index, TableReader& file);
  void time(std::uint8_t index, TableReader& file);
  void units(std::uint8_t index, TableReader& file);
  void modifiers(std::uint8_t index, TableReader& file);
  void cldr(std::uint8_t index);
  std::int64_t currency(const toml::node& value, const TableReader& reader);

  // names.cpp
  void names(TableReader& file);
  void concepts(TableReader& file);
  void topics(TableReader& file);
  std::uint32_t topic(const std::string& id);
  void sounds(TableReader& file);
  std::uint32_t entity(const std::string& id);

  // facts.cpp
  void facts(TableReader& file);
  void slots(TableReader& table, Frame& frame);
  void same(TableReader& table, Frame& frame);
  void examples(TableReader& file, Frame& frame);
  void check(const TableReader& file, const Frame& frame);
  void frame_words(TableReader& file, std::string_view key, LabelKind kind, std::int64_t frame, bool required);
  ExampleText example_text(const std::string& tag, const toml::node& text, std::optional<Day> date,
                           const TableReader& reader);
  std::vector<ExampleText> example_side(TableReader& reader);

  /// The duals of a noun in a language that has them, but for those listed as something else.
  void add_dual(std::string_view natural, Entry entry, const std::set<std::string>& listed);

  std::optional<std::uint8_t> tag(std::string_view tag) const { return k_.language(tag); }
  std::vector<std::string> tags() const;

  void territories();

  Knowledge& k_;
  std::size_t folder_ = 0;          // that names, concepts and facts are read from
  std::vector<std::size_t> since_;  // by language: the first folder that has it
  struct Territory {
    std::uint8_t language;
    std::string name;
    std::string code;
  };
  std::vector<Territory> territories_;                      // of CLDR; loaded last, so that names can refuse some
  std::set<std::pair<std::uint8_t, std::string>> refused_;  // language and folded name
  std::map<std::string, std::uint32_t> entity_index_;
  std::map<std::string, std::uint32_t> concept_index_;
  std::map<std::string, std::uint32_t> topic_index_, groups_;
  // folded words of the language being loaded: those that count only beside others, and those that are its indefinite
  // article
  std::set<std::string> weak_, articles_;
  std::set<std::pair<std::uint8_t, std::string>> not_dual_;  // words that end as a dual and are none
};

/// The names of calendars in the files.
inline const std::vector<std::pair<std::string, Calendar>> kCalendars{
    {"gregorian", Calendar::gregorian}, {"persian", Calendar::persian}, {"islamic", Calendar::islamic}};

template <class T>
constexpr std::int32_t number(T value) {
  return static_cast<std::int32_t>(value);
}

/// The value of one of names, or an error with "did you mean".
template <class T>
std::optional<T> choose(std::string_view word, const std::vector<std::pair<std::string, T>>& names,
                        const toml::source_region& place, const TableReader& reader) {
  std::vector<std::string> candidates;
  for (const auto& [name, value] : names) {
    if (name == word) return value;
    candidates.push_back(name);
  }
  std::string all;
  for (const auto& c : candidates) all += (all.empty() ? "" : ", ") + c;
  reader.error(place, "\"" + std::string(word) + "\" is none of: " + all, did_you_mean(word, candidates));
  return std::nullopt;
}

/// The index of a value in a list that labels point into; a new one is added.
template <class T>
std::int64_t index_in(std::vector<T>& list, const T& value) {
  const auto found = std::find(list.begin(), list.end(), value);
  const auto index = found - list.begin();
  if (found == list.end()) list.push_back(value);
  return index;
}

template <class Use>
void KnowledgeLoader::each(TableReader& parent, std::string_view key, std::set<std::string_view> skip, Use use) {
  auto table = parent.child(key);
  if (!table) return;
  for (const auto& [word, value] : table->table())
    if (!skip.contains(word.str())) use(std::string_view(word.str()), value, *table);
}

/// "P90D", "P1Y", "P6M", "P2W" in days (a year has 365, a month 30).
std::optional<int> duration_days(std::string_view iso);
std::optional<Grain> grain(std::string_view word, const toml::source_region& place, const TableReader& reader);

}  // namespace mizan
