// Knowledge as bytes, to be kept between runs.
#include <algorithm>
#include <mutex>

#include "knowledge/lexicon.hpp"
#include "model/archive.hpp"

namespace mizan {
namespace {

template <class T>
void put_array(Packer& packer, const std::vector<T>& values) {
  static_assert(std::is_trivially_copyable_v<T>);
  packer.number(values.size());
  packer.raw(values.data(), values.size() * sizeof(T));
}
template <class T>
void get_array(Unpacker& unpacker, std::vector<T>& values) {
  values.resize(std::min(unpacker.count(), unpacker.left().size() / sizeof(T)));
  unpacker.raw(values.data(), values.size() * sizeof(T));
}

}  // namespace

template <class A>
void fields(A& archive, Is<Language> auto& x) {
  archive(x.tag, x.name, x.script, x.right_to_left, x.calendars, x.moon, x.date_order, x.decimal, x.decimal_turned,
          x.group, x.units_first, x.abbreviations, x.common, x.stop, x.no_noun, x.no_noun_end, x.one_two_behind,
          x.classifier, x.counted_one, x.respectively, x.one_of_two, x.demonym_endings, x.only, x.others, x.definite,
          x.dual, x.dual_before, x.sound_plural, x.dual_feminine[0], x.dual_feminine[1], x.preposition_dates, x.score,
          x.adjacent_range, x.adjective_first, x.adjective_endings, x.participle_endings, x.plural_endings,
          x.capital_names, x.has_local, x.open_noun, x.implied_one, x.turned_with, x.turned_without, x.word_names,
          x.adjective_scales, x.joiners, x.light, x.becoming, x.weighed, x.heat, x.level_to, x.future, x.nowadays.verbs,
          x.nowadays.words, x.nowadays.told, x.nowadays.saying, x.nowadays.of_day, x.around, x.bounded, x.events);
}
template <class A>
void fields(A& archive, Is<Currency> auto& x) {
  archive(x.codes, x.factor_power, x.decimals);
}
template <class A>
void fields(A& archive, Is<Measure> auto& x) {
  archive(x.unit, x.factor_power);
}
template <class A>
void fields(A& archive, Is<Conversion> auto& x) {
  archive(x.unit, x.kind, x.factors, x.offset);
}
template <class A>
void fields(A& archive, Is<Entity> auto& x) {
  archive(x.id, x.type, x.country, x.wikidata, x.key);
}
template <class A>
void fields(A& archive, Is<Concept> auto& x) {
  archive(x.id, x.counted, x.domain, x.person, x.topic);
}
template <class A>
void fields(A& archive, Is<Topic> auto& x) {
  archive(x.id, x.group, x.rank, x.key, x.general, x.game, x.grows);
}
template <class A>
void fields(A& archive, Is<Sounds::Sequence> auto& x) {
  archive(x.letters, x.first, x.second);
}
template <class A>
void fields(A& archive, Is<Halves> auto& x) {
  archive(x.first, x.second, x.total, x.balance);
}
template <class A>
void fields(A& archive, Is<SlotRule> auto& x) {
  archive(x.name, x.type, x.count, x.any_order, x.as_country, x.document_default, x.grain, x.dimension, x.units);
}
template <class A>
void fields(A& archive, Is<Frame> auto& x) {
  archive(x.id, x.title, x.message, x.level, x.slots, x.key, x.times_equal, x.value_is_time, x.holds_days,
          x.within_days, x.near, x.exact, x.file);
}

template <class A, class K>
void Knowledge::core(A& archive, K& k) {
  archive(k.languages_, k.currencies_, k.measures_, k.conversions_, k.durations_, k.vague_counts_, k.entities_,
          k.concepts_, k.halves_, k.frames_, k.topics_, k.sounds_.sequences_);
  archive(k.identifier_.scripts);
}

std::string bytes_of(const Trie& trie) {
  Packer packer;
  packer.raw(trie.symbols.data(), sizeof trie.symbols);
  packer(trie.beyond);
  put_array(packer, trie.cells);
  packer(trie.stars);
  packer.number(trie.entries.size());
  for (const Entry& e : trie.entries) packer(e.kind, e.language, e.ambiguous, e.last, e.value, e.extra);
  return std::move(packer.bytes());
}

Trie trie_of(std::string_view bytes) {
  Trie trie;
  Unpacker unpacker(bytes);
  unpacker.raw(trie.symbols.data(), sizeof trie.symbols);
  unpacker(trie.beyond);
  get_array(unpacker, trie.cells);
  unpacker(trie.stars);
  trie.entries.resize(unpacker.count());
  for (Entry& e : trie.entries) unpacker(e.kind, e.language, e.ambiguous, e.last, e.value, e.extra);
  return trie;
}

namespace {

constexpr std::array<const char*, 2> kLexicons{"words", "topics"};

std::string part_name(const char* lexicon, std::size_t slot) {
  return std::string(lexicon) + "-" + std::to_string(slot);
}

}  // namespace

std::vector<std::pair<std::string, std::string>> Knowledge::parts() const {
  std::vector<std::pair<std::string, std::string>> result;
  Packer packer;
  packer(fold_.pack());
  core(packer, *this);
  packer.number(identifier_.letters.size());
  for (const std::u32string& letters : identifier_.letters)
    packer(std::vector<char32_t>(letters.begin(), letters.end()));
  for (const Lexicon* lexicon : {&lexicon_, &topic_words_}) {
    packer.number(lexicon->impl_->clitics.size());
    for (const auto& clitics : lexicon->impl_->clitics) packer(clitics.prefix, clitics.suffix);
  }
  result.emplace_back("core", std::move(packer.bytes()));
  for (std::size_t i = 0; i < kLexicons.size(); ++i) {
    const Lexicon::Impl& lexicon = *(i == 0 ? lexicon_ : topic_words_).impl_;
    for (std::size_t slot = 0; slot < lexicon.tries.size(); ++slot)
      result.emplace_back(part_name(kLexicons[i], slot),
                          bytes_of(lexicon.trie(slot == 0 ? kAnyLanguage : static_cast<std::uint8_t>(slot - 1))));
  }
  return result;
}

std::optional<Knowledge> Knowledge::restore(const Parts& parts) {
  const auto bytes = parts("core");
  if (!bytes) return std::nullopt;
  Knowledge k;
  Unpacker unpacker(*bytes);
  std::string fold;
  unpacker(fold);
  k.fold_ = FoldTable::unpack(fold);
  core(unpacker, k);
  k.identifier_.letters.resize(unpacker.count());
  for (std::u32string& letters : k.identifier_.letters) {
    std::vector<char32_t> some;
    unpacker(some);
    letters.assign(some.begin(), some.end());
  }
  k.index_common();
  const auto guard = std::make_shared<std::mutex>();
  for (std::size_t i = 0; i < kLexicons.size(); ++i) {
    Lexicon::Impl& lexicon = *(i == 0 ? k.lexicon_ : k.topic_words_).impl_;
    lexicon.clitics.resize(unpacker.count());
    for (auto& clitics : lexicon.clitics) unpacker(clitics.prefix, clitics.suffix);
    lexicon.phrases.resize(lexicon.clitics.size() + 1);
    lexicon.tries = std::vector<Lexicon::Impl::Lazy>(lexicon.phrases.size());
    lexicon.kept = [parts, guard, i](std::size_t slot) {
      const std::lock_guard lock(*guard);
      return parts(part_name(kLexicons[i], slot));
    };
  }
  if (!unpacker.ok()) return std::nullopt;
  return k;
}

}  // namespace mizan
