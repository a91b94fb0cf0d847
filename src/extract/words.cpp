#include "extract/words.hpp"

#include <algorithm>

namespace mizan {
namespace {

constexpr std::size_t kStem = 5;           // letters of a word that its forms share
constexpr std::size_t kShortestWord = 3;   // letters
constexpr std::size_t kShortestVerb = 4;   // "had", "was"
constexpr std::size_t kShortestSound = 3;  // consonants: two agree by chance

std::uint32_t short_print(std::string_view text) {
  const std::uint64_t print = fingerprint(text);
  return static_cast<std::uint32_t>(print ^ (print >> 32)) | 1;
}

std::size_t letters(std::string_view word) {
  return static_cast<std::size_t>(
      std::count_if(word.begin(), word.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string_view first_letters(std::string_view word, std::size_t count) {
  std::size_t end = 0;
  while (end < word.size() && count > 0) end += code_point(word, end).size, --count;
  return word.substr(0, end);
}

/// Without a definite article written on it, nor a one-letter word in front of that.
std::string_view bare(std::string_view word, const Language& language) {
  const std::string& article = language.definite;
  if (article.empty()) return word;
  for (std::size_t at : {std::size_t{0}, static_cast<std::size_t>(code_point(word, 0).size)})
    if (word.compare(at, article.size(), article) == 0 && letters(word.substr(at + article.size())) >= kShortestWord)
      return word.substr(at + article.size());
  return word;
}

/// "Shot", "fell": what it tells of the time takes nothing from what it says.
bool is_past_verb(const Tokens& t, const Token& token) {
  const auto first = t.tags.begin() + token.first_tag;
  return std::all_of(first, first + token.tag_count, [](const Tag& tag) { return tag.label.kind == LabelKind::past; });
}

}  // namespace

void collect_words(const Tokens& t, const Document& document, const OffsetMap& map, std::vector<Word>& words) {
  words.clear();
  const Knowledge& knowledge = *t.knowledge;
  static thread_local Spelling spelling;  // keeps its room from sentence to sentence
  if (t.size() > 0)
    knowledge.topic_words().spell(t.text, {t.tokens.front().span.begin, t.tokens.back().span.end}, t.language,
                                  spelling);
  std::vector<Tag> tags;
  for (std::uint32_t i = 0; i < t.size();) {
    const Token& token = t.tokens[i];
    if (token.kind != TokenKind::word) {
      ++i;
      continue;
    }
    Word word;
    word.span = map.to_source(token.span);
    if (const Tag* name = t.find(i, LabelKind::name)) {
      word.kind = Word::Kind::name;
      word.span = map.to_source({name->label.begin + name->label.clitic, name->label.end});
      word.index = static_cast<std::uint32_t>(name->label.value);
      word.key = knowledge.entities()[word.index].key;
      words.push_back(word);
      i = name->end;
      continue;
    }
    tags.clear();
    Lexicon::lookup(spelling, spelling.index_of(token.span.begin), token.span.end, 0, tags);
    const auto topic = std::max_element(tags.begin(), tags.end(),
                                        [](const Tag& a, const Tag& b) { return a.label.end < b.label.end; });
    const Tag* thing = t.find(i, LabelKind::concept_noun);
    if (topic != tags.end() || thing != nullptr) {
      const bool by_topic = topic != tags.end() && (thing == nullptr || topic->label.end >= thing->label.end);
      const std::uint32_t end = by_topic ? topic->label.end : thing->label.end;
      const auto put = [&](const Label& label, std::uint32_t index) {
        word.kind = Word::Kind::topic;
        word.span = map.to_source({label.begin + label.clitic, label.end});
        word.index = index;
        const Topic& about = knowledge.topics()[index];
        word.key = about.key;
        word.group = about.rank;
        word.general = about.general;
        word.grows = about.grows;
        word.game = about.game;
        words.push_back(word);
      };
      // a word of two topics stands for both
      if (thing != nullptr && thing->label.end == end)
        put(thing->label, knowledge.concepts()[static_cast<std::size_t>(thing->label.value)].topic);
      for (const Tag& tag : tags) {
        const Label& label = tag.label;
        const auto index = static_cast<std::uint32_t>(label.value);
        const bool said = std::any_of(words.rbegin(), words.rend(),
                                      [&](const Word& w) { return w.span == word.span && w.index == index; });
        if (label.end == end && !said) put(label, index);
      }
      do ++i;
      while (i < t.size() && t.tokens[i].span.begin < end);
      continue;
    }
    const std::string_view folded = t.word(i++);
    const std::size_t length = letters(folded);
    if (token.tag_count > 0 && (length < kShortestVerb || !is_past_verb(t, token)))
      continue;  // a number, a unit, a month, "about"
    if (length < kShortestWord) continue;
    if (t.about->is_stop(folded)) continue;
    const std::string_view core = bare(folded, *t.about);
    word.key = fingerprint(t.about->tag + " " + std::string(first_letters(core, kStem)));
    const CodePoint first = code_point(document.text, word.span.begin);
    if (t.about->right_to_left || is_capital(first.value)) {
      if (const auto skeletons = knowledge.sounds()(core)) {
        std::size_t n = 0;
        const auto put = [&](const std::string& skeleton) {
          if (skeleton.size() >= kShortestSound) word.sounds[n++] = short_print(skeleton);
        };
        put(skeletons->first);
        if (skeletons->second != skeletons->first) put(skeletons->second);
      }
    }
    words.push_back(word);
  }
}

}  // namespace mizan
