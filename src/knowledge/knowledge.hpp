// What mizan knows about languages, names, concepts and facts: the files under rules/ and CLDR, loaded once, immutable.
//
//   Result<Knowledge> k = Knowledge::load({"rules"});  // or every mistake as file:line:column with "did you mean"
//   std::vector<Label> labels;
//   k->lexicon().lookup(folded, 17, language, labels);  // all entries that begin with the word at byte 17
//
// Authors write natural spelling; every word is folded here with the documents' own fold.
// Not for: grammar. A label says what a word may be; what it is in a sentence is extract's business.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "knowledge/ignores.hpp"
#include "knowledge/labels.hpp"
#include "model/model.hpp"
#include "text/text.hpp"

namespace mizan {

// -------------------------------------------------------------------------------------------------------- languages

enum class DateOrder : std::uint8_t { dmy, mdy, ymd };

struct Language {
  std::string tag;
  std::string name;
  std::string script;  ///< ISO 15924
  bool right_to_left = false;
  std::vector<Calendar> calendars;  ///< likeliest first
  std::int64_t moon = 0;  ///< days that an Islamic month begins after the tables of Umm al-Qura where it is sighted
  std::vector<DateOrder> date_order;        ///< of dates in digits, likeliest first
  std::vector<std::string> decimal;         ///< decimal signs, likeliest first
  std::vector<std::string> decimal_turned;  ///< folded letters between a fraction and its whole: 935r6 is 6.935
  std::vector<std::string> group;           ///< group separators; " " for any space
  bool units_first = false;                 ///< "five and twenty": 25
  std::vector<std::string> abbreviations;
  std::vector<std::string> common;   ///< folded frequent words, sorted: they identify it
  std::vector<std::string> stop;     ///< folded, by is_shorter: words that are no counted nouns; common is among them
  std::vector<std::string> no_noun;  ///< folded: a word that begins so is no counted noun ("and", the article)
  std::vector<std::string> no_noun_end;      ///< folded: nor is one that no concept lists and that ends so (a pronoun)
  bool one_two_behind = false;               ///< the words for one and two stand behind their noun: "rajul wahid"
  std::vector<std::string> classifier;       ///< folded: "do MORED", two of what the sentence tells
  std::vector<std::string> counted_one;      ///< folded: nouns before which the indefinite article is a number too
  std::vector<std::string> respectively;     ///< folded: beside "4 and 5 March" it makes two days of a period of two
  std::vector<std::string> one_of_two;       ///< folded: "YEKI du ruz", a day or two: one, right before a two
  std::vector<std::string> demonym_endings;  ///< folded; so end the adjectives of countries that are people too
  std::vector<std::string> only;             ///< folded: so does one of these before it
  std::vector<std::string> others;           ///< folded: "three OTHERS", more of what was counted before
  std::string definite;           ///< folded front of a number that counts the noun before it ("al-duwal AL-thalath")
  std::vector<std::string> dual;  ///< folded endings that make two of a noun ("shakhsayn": two persons)
  std::vector<std::string> dual_before;  ///< folded: behind these a dual with the article counts ("HADHAYN al-balad")
  std::string sound_plural;              ///< an ending of plurals whose other case looks like a dual ("-un", "-in")
  std::string dual_feminine[2];          ///< an ending of the noun, and what stands for it before those
  bool implied_one = false;              ///< "less than week" is less than one week
  bool preposition_dates = false;        ///< "in" before an ambiguous month or weekday settles it ("in may")
  std::vector<std::string> score;        ///< folded words between the two figures of a score ("3 BAR 0")
  bool adjacent_range = false;           ///< two number words in a row are a range: "du se ruz", two to three days
  bool adjective_first = false;          ///< adjectives stand between a figure and its noun ("60 Russian students")
  std::vector<std::string> adjective_endings;   ///< folded; what stands between ends so, if any are given
  std::vector<std::string> participle_endings;  ///< folded; verbs that end so may stand there: "confirmed"
  std::vector<std::string> plural_endings;  ///< folded; a noun without one stands before its noun: "two TANK shells"
  bool capital_names = false;  ///< a word with a capital makes a name of the figure behind it ("Firefox 3.0")
  bool has_local = false;      ///< it lists words that tell a country
  bool open_noun = false;      ///< the word right behind a figure is the noun it counts
  std::string turned_with;     ///< old letters, unfolded: who types them types the fraction of 5/17 first (17.5)
  std::string turned_without;  ///< the letters that took their place
  bool word_names = false;     ///< a word makes a name of the figure behind it that counts nothing ("branch 113")
  std::vector<std::string> adjective_scales;  ///< folded endings of scales behind which no noun is counted
  std::vector<std::string> joiners;           ///< folded: between the parts of a number in words
  std::vector<std::string> light;  ///< folded, sorted: words that are no counted nouns either, but are no little words
  std::vector<std::string> becoming;  ///< folded, sorted: what stands before is a part of this verb, and no noun
  std::vector<std::string> weighed;   ///< folded, sorted: beside these a word for a measure and a noun is the measure
  std::vector<std::string> heat;      ///< folded, sorted: beside these degrees are of Celsius
  std::vector<std::string> level_to;  ///< folded, sorted: between the levels of a change, "az 3 BE 5", but of no range
  std::vector<std::string> future;    ///< folded, sorted: verbs of what will be
  /// When "today" means these days: folded, sorted.
  struct Nowadays {
    std::vector<std::string> words;   ///< for "today", but not for "tonight"
    std::vector<std::string> verbs;   ///< of what simply is so
    std::vector<std::string> told;    ///< of what is or has been so, where somebody says it
    std::vector<std::string> saying;  ///< that open what somebody says: "that"
    std::vector<std::string> of_day;  ///< words for what happens on a day: "begins", "meeting"
  };
  Nowadays nowadays;
  /// Bounds around a figure, "from 3 percent LESS": folded words behind it.
  std::vector<std::pair<std::string, Modifier>> around;
  std::vector<std::string>
      bounded;                      ///< folded nouns, to be owned, between a bound and its figure: "exceeds HIS-PAY 50"
  std::vector<std::string> events;  ///< folded, sorted: before a day without its year these name what happened on it

  bool is_stop(std::string_view folded) const {
    return std::binary_search(stop.begin(), stop.end(), folded, is_shorter);
  }
  /// An order in which most words differ at the first glance.
  static bool is_shorter(std::string_view a, std::string_view b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  }
};

struct Currency {
  std::vector<std::string> codes;  ///< ISO 4217, likeliest first
  int factor_power = 0;            ///< tomans: 10^1 rials
  int decimals = 2;                ///< that amounts have, at most
};
struct Measure {
  std::string unit;  ///< UCUM
  int factor_power = 0;
};

/// A unit of rules/conversion.toml: what it is worth in the base unit of its kind.
struct Conversion {
  std::string unit;              ///< UCUM
  std::string kind;              ///< length, area, ...
  std::vector<Decimal> factors;  ///< likeliest first; several where a word means several units
  Decimal offset;
};

// ------------------------------------------------------------------------------------------ names, concepts, facts

struct Entity {
  std::string id;
  std::string type;     ///< country, organisation, person, place, title (an office: president)
  std::string country;  ///< the country a place stands for
  std::string wikidata;
  std::uint64_t key = 0;  ///< fingerprint of the id
};

struct Concept {
  std::string id;           ///< English singular noun
  bool counted = true;      ///< else measured
  std::string domain;       ///< of its file: "sport"; empty if none
  bool person = false;      ///< years beside it are its age
  std::uint32_t topic = 0;  ///< index in Knowledge::topics(): every concept is a topic
};

/// What a sentence is about, in the words of every language: "delivery", "to deliver". A concept may have such words
/// too, under its own id ("died" beside the counted "dead").
struct Topic {
  std::string id;
  std::string group;       ///< topics of one group exclude each other (killed, injured); "" if of none
  std::uint32_t rank = 0;  ///< the group as a number from 1; 0 if of none
  std::uint64_t key = 0;   ///< fingerprint of the id
  bool general = false;    ///< of many subjects ("reach", "annual"): tells less what a figure is of
  bool game = false;       ///< of sport
  bool grows = false;      ///< counts of one event that grow while it is reported
};

/// Two concepts that have no third, and what they make together: men and women; exports and imports make turnover.
struct Halves {
  std::uint32_t first, second;  ///< indices in Knowledge::concepts()
  std::optional<std::uint32_t> total;
  std::vector<std::uint32_t> balance;  ///< or names of what one is above the other: surplus, deficit
};

enum class SlotType : std::uint8_t { country, place, organisation, person, time, quantity };

struct SlotRule {
  std::string name;
  SlotType type = SlotType::quantity;
  unsigned count = 1;
  bool any_order = false;
  bool as_country = false;             ///< a place stands for its country
  bool document_default = false;       ///< time: the document's date where the text says none
  Grain grain = Grain::other;          ///< time: the coarsest that identifies the fact
  std::optional<Dimension> dimension;  ///< quantity
  std::vector<std::string> units;      ///< quantity: these concepts only; empty for any
};

/// A text of an example: language tag and sentence, read as if published on date.
struct ExampleText {
  std::string language;
  std::string text;
  std::optional<Day> date;
};
struct Example {
  std::vector<ExampleText> texts;  ///< claim examples: each must give the claim, or none of this frame
  std::vector<ExampleText> a, b;   ///< verdict examples
  std::string claim;               ///< dump, or "none"
  std::string verdict;             ///< contradiction, consistent, unrelated
  Error place;                     ///< file, line and column
};

/// One file of rules/facts: what counts as one fact, and when two statements of it differ.
struct Frame {
  std::string id;  ///< trade.turnover
  std::string title;
  std::string message;
  Level level = Level::error;
  std::vector<SlotRule> slots;
  std::vector<std::string> key;  ///< slots that are equal for one fact
  bool times_equal = true;       ///< else overlapping times suffice
  bool value_is_time = false;    ///< an event: the thing that may differ is its time
  int holds_days = 0;            ///< a state said on a day holds this long
  int within_days = 0;           ///< events: closer dates are one event
  int near = 0;                  ///< most words between the cue and the figure; 0 for any
  bool exact = false;            ///< differ.method
  std::vector<Example> examples;
  std::string file;
};

// -------------------------------------------------------------------------------------------------------- knowledge

struct Trie;

/// The characters of a folded text as a lexicon knows them: each is looked at once, however many phrases may begin
/// before it. A run of white space is one of them. Text and lexicon must outlive it.
class Spelling {
 public:
  std::uint32_t size() const { return size_; }
  /// Where a character begins; of size(), the end of the text.
  std::uint32_t byte(std::uint32_t i) const { return characters_[i].byte; }
  bool is_letter(std::uint32_t i) const { return (characters_[i].traits & kLetter) != 0; }
  bool is_digit(std::uint32_t i) const { return (characters_[i].traits & kDigit) != 0; }
  bool is_space(std::uint32_t i) const { return (characters_[i].traits & (kWhite | kLineEnd)) != 0; }
  /// The runs of letters, in order, and one behind them that never ends.
  struct Run {
    std::uint32_t first = 0, last = 0;  ///< characters; last is behind it
  };
  const std::vector<Run>& runs() const { return runs_; }
  /// The first character at or behind a byte.
  std::uint32_t index_of(std::uint32_t byte) const;

  static constexpr std::uint32_t kLetter = 1, kDigit = 2;
  static constexpr std::uint32_t kWhite = 4, kLineEnd = 8;  ///< no phrase goes over the end of a line
  struct Character {
    std::uint32_t traits = 0;  ///< the above, and what a Trie adds
    std::uint32_t byte = 0;
  };

 private:
  friend class Lexicon;
  std::vector<Character> characters_;  // and one behind them, of no trait
  std::uint32_t size_ = 0;
  std::vector<Run> runs_;
  std::string_view text_;  // up to the end of what is spelled
  const Trie* trie_ = nullptr;
  const std::vector<std::string>* suffixes_ = nullptr;
};

/// All phrases of all languages in one trie over folded bytes.
class Lexicon {
 public:
  Lexicon();
  ~Lexicon();
  Lexicon(Lexicon&&) noexcept;
  Lexicon& operator=(Lexicon&&) noexcept;

  /// Spells a part of a text, for the phrases of language and those of no language. Reuses the room of out.
  void spell(std::string_view folded, FoldedSpan span, std::uint8_t language, Spelling& out) const;
  /// Appends every entry whose phrase begins with the word at a character, clitics peeled; a word must begin there.
  /// Cost: proportional to the length of the phrases, not to their number.
  static void lookup(const Spelling& text, std::uint32_t character, std::vector<Label>& out);
  /// The same as tags of a token, which ends at a byte, with the token behind it; kGoesOn where that is not known,
  /// since the phrase goes on. Tells the kinds of all, and whether one goes on.
  struct Found {
    Kinds kinds = 0;
    bool goes_on = false;
  };
  static constexpr std::uint32_t kGoesOn = UINT32_MAX;
  static Found lookup(const Spelling& text, std::uint32_t character, std::uint32_t token_end, std::uint32_t behind,
                      std::vector<Tag>& out);
  /// The same for one word, by its byte: spells all of the text behind it.
  void lookup(std::string_view folded, std::uint32_t byte, std::uint8_t language, std::vector<Label>& out) const;

  struct Impl;

 private:
  friend class KnowledgeLoader;
  friend class Knowledge;
  std::unique_ptr<Impl> impl_;
};

/// How names sound, in any script, as skeletons of consonants: "Golrud" and its Arabic spelling are both "GLRD".
class Sounds {
 public:
  /// The two likeliest skeletons of a folded word, often the same; nullopt for a word with a letter the table lacks.
  std::optional<std::pair<std::string, std::string>> operator()(std::string_view folded) const;

  /// A sequence of letters, and its sound in either skeleton.
  struct Sequence {
    std::string letters, first, second;
  };

 private:
  friend class KnowledgeLoader;
  friend class Knowledge;
  std::vector<std::vector<Sequence>> sequences_;  ///< by the first of their letters; the longest first
};

class Knowledge {
 public:
  /// Loads every folder, later ones adding to earlier ones. All mistakes are collected; none is fatal to the others.
  static Result<Knowledge> load(const std::vector<std::string>& folders);

  /// All of it but the examples of the rules, in named parts: restored in a tenth of the time that loading takes. Of
  /// the phrases each language has a part of its own, which is asked for when the first text of that language comes, by
  /// whichever thread is there. nullopt if a part is missing or not of this version.
  std::vector<std::pair<std::string, std::string>> parts() const;
  using Parts = std::function<std::optional<std::string>(const std::string& name)>;
  static std::optional<Knowledge> restore(const Parts& parts);

  const FoldTable& fold_table() const { return fold_; }
  const Lexicon& lexicon() const { return lexicon_; }
  const std::vector<Language>& languages() const { return languages_; }
  const std::vector<Currency>& currencies() const { return currencies_; }
  const std::vector<Measure>& measures() const { return measures_; }
  const std::vector<Conversion>& conversions() const { return conversions_; }
  const std::vector<std::string>& durations() const { return durations_; }  ///< ISO 8601
  /// Low and high: 20 and 99.
  const std::vector<std::pair<std::int64_t, std::int64_t>>& vague_counts() const { return vague_counts_; }
  const std::vector<Entity>& entities() const { return entities_; }
  const std::vector<Concept>& concepts() const { return concepts_; }
  const std::vector<Halves>& halves() const { return halves_; }
  const std::vector<Frame>& frames() const { return frames_; }
  const std::vector<Topic>& topics() const { return topics_; }
  /// Words of topics, kept apart from the rest: they are looked up only in sentences that hold a figure or a date.
  const Lexicon& topic_words() const { return topic_words_; }
  const Sounds& sounds() const { return sounds_; }

  std::optional<std::uint8_t> language(std::string_view tag) const;
  /// The language of a folded text by script, letters and common words; nullopt if none fits.
  std::optional<std::uint8_t> identify(std::string_view folded) const;

 private:
  friend class KnowledgeLoader;
  FoldTable fold_;
  Lexicon lexicon_;
  std::vector<Language> languages_;
  std::vector<Currency> currencies_;
  std::vector<Measure> measures_;
  std::vector<Conversion> conversions_;
  std::vector<std::string> durations_;
  std::vector<std::pair<std::int64_t, std::int64_t>> vague_counts_;
  std::vector<Entity> entities_;
  std::vector<Concept> concepts_;
  std::vector<Halves> halves_;
  std::vector<Frame> frames_;
  std::vector<Topic> topics_;
  Lexicon topic_words_;
  Sounds sounds_;
  template <class A, class K>
  static void core(A& archive, K& knowledge);
  void index_common();  ///< after the last language
  struct Identifier {
    std::vector<std::u32string> letters;  ///< by language
    std::vector<std::string> scripts;
    std::unordered_map<std::uint64_t, std::vector<std::uint8_t>> common;  ///< languages by fingerprint of a word
  } identifier_;
};

// ---------------------------------------------------------------------------------------------------- configuration

/// A key of mizan.toml.
struct ConfigKey {
  enum Kind : std::uint8_t { list, text, number };
  std::string name;
  Kind kind = text;
  bool by_path = false;  ///< an [[override]] may have it
  bool is_path = false;  ///< its values are paths, relative to the folder of the file
  std::string what;      ///< one line for people
};
const std::vector<ConfigKey>& config_keys();
/// A key as its author wrote it.
struct Setting {
  const ConfigKey* key = nullptr;
  std::vector<std::string> values;  ///< one, but of a list
  std::uint32_t line = 0, column = 0;
};

struct Config {
  struct Override {
    std::vector<std::string> paths;  ///< patterns as in a .gitignore file, relative to the folder of the file
    std::vector<Setting> settings;
  };
  std::string file;
  std::vector<Setting> settings;
  std::vector<Override> overrides;  ///< the last that matches a path and has the key wins
};

/// Reads mizan.toml; unknown keys are mistakes too. Whether a value makes sense is not looked at.
Result<Config> read_config(const std::string& file);
}  // namespace mizan
