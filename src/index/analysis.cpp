// What one document says, and that as bytes.
#include <algorithm>

#include "index/index.hpp"
#include "model/archive.hpp"

namespace mizan {
namespace {

/// Words come in the order of the text: those of claims are found again by where they stand.
std::vector<const Word*> words_of(const Extraction& extraction) {
  std::vector<const Word*> words;
  for (const SentenceView& sentence : extraction.sentences)
    for (const Word& word : sentence.words) words.push_back(&word);
  std::stable_sort(words.begin(), words.end(), [](const Word* a, const Word* b) { return a->span < b->span; });
  return words;
}

bool same_but_gap(const Word& a, const Word& b) {
  return a.span == b.span && a.key == b.key && a.kind == b.kind && a.index == b.index && a.sounds[0] == b.sounds[0] &&
         a.sounds[1] == b.sounds[1] && a.group == b.group && a.general == b.general && a.game == b.game &&
         a.grows == b.grows;
}

}  // namespace

template <class A>
void fields(A& archive, Is<SentenceView> auto& x) {
  archive(x.span, x.paragraph, x.mentions, x.names, x.words);
}

Analysis analyse(const Document& document, const Knowledge& knowledge) {
  Analysis result;
  result.extraction = extract(document, knowledge);
  result.claims = claims(document, result.extraction, knowledge, 0);
  result.computations = computations(document, result.extraction, knowledge);
  result.capitals = has_capitals(result.extraction.language, knowledge);
  return result;
}

bool has_capitals(const std::string& tag, const Knowledge& knowledge) {
  const auto language = knowledge.language(tag);
  return language && !knowledge.languages()[*language].right_to_left;
}

DocumentView view_of(const std::string& id, const Extraction& extraction, const std::vector<Computation>* computations,
                     bool capitals) {
  DocumentView view{id, extraction.date, &extraction.mentions, {}, computations, extraction.language, capitals};
  view.sentences.reserve(extraction.sentences.size());
  for (const SentenceView& sentence : extraction.sentences) {
    view.sentences.push_back(sentence.span);
    view.words.insert(view.words.end(), sentence.words.begin(), sentence.words.end());
    for (const NameMention& name : sentence.names)
      if (!name.country.empty()) view.countries.push_back(name.country);
  }
  std::sort(view.countries.begin(), view.countries.end());
  view.countries.erase(std::unique(view.countries.begin(), view.countries.end()), view.countries.end());
  return view;
}

std::uint64_t content_hash(const Document& document) {
  Packer packer;
  packer(document.language, document.title, document.published);
  packer.bytes() += document.text;
  return fingerprint(packer.bytes());
}

std::string pack(const Analysis& analysis) {
  Packer packer;
  const Extraction& e = analysis.extraction;
  packer(e.language, e.date, e.mentions, e.sentences, analysis.computations, analysis.capitals);
  const std::vector<const Word*> words = words_of(e);
  packer.number(analysis.claims.size());
  for (Claim claim : analysis.claims) {
    const std::vector<Word> about = std::move(claim.about);
    claim.about.clear();
    packer(claim);
    packer.number(about.size());
    for (const Word& word : about) {
      auto at = std::lower_bound(words.begin(), words.end(), word.span,
                                 [](const Word* w, Span span) { return w->span < span; });
      while (at != words.end() && (*at)->span == word.span && !same_but_gap(**at, word)) ++at;
      const bool found = at != words.end() && same_but_gap(**at, word);
      packer.number(found ? static_cast<std::uint64_t>(at - words.begin()) + 1 : 0);
      if (found)
        packer(word.gap);
      else
        packer(word);
    }
  }
  return std::move(packer.bytes());
}

bool unpack(std::string_view bytes, Analysis& analysis) {
  Unpacker unpacker(bytes);
  Extraction& e = analysis.extraction;
  unpacker(e.language, e.date, e.mentions, e.sentences, analysis.computations, analysis.capitals);
  const std::vector<const Word*> words = words_of(e);
  analysis.claims.resize(unpacker.count());
  for (Claim& claim : analysis.claims) {
    unpacker(claim);
    claim.about.resize(unpacker.count());
    for (Word& word : claim.about) {
      const std::uint64_t at = unpacker.number();
      if (at > words.size()) return false;
      if (at == 0) {
        unpacker(word);
      } else {
        word = *words[at - 1];
        unpacker(word.gap);
      }
    }
  }
  return unpacker.ok() && unpacker.left().empty();
}

Record record_of(const Document& document, const Analysis& analysis, const Knowledge& knowledge) {
  const DocumentView view = view_of(document.id, analysis);
  Record record;
  record.path = document.path;
  record.line = document.record_line;
  record.id = document.id;
  record.content = content_hash(document);
  record.bytes = static_cast<std::uint32_t>(document.text.size());
  record.mentions = static_cast<std::uint32_t>(analysis.extraction.mentions.size());
  record.claims = static_cast<std::uint32_t>(analysis.claims.size());
  record.analysis = pack(analysis);
  record.signature = story_signature(view, analysis.claims);
  record.scene = scene_of(view, record.signature);
  record.facts = fact_keys(view, analysis.claims, knowledge.frames());
  return record;
}

}  // namespace mizan
