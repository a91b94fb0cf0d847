// What one document says, and that as bytes.
#include <algorithm>

#include "index/index.hpp"
#include "model/archive.hpp"

namespace mizan {
namespace {

std::size_t word_count(const Extraction& extraction) {
  std::size_t count = 0;
  for (const SentenceView& sentence : extraction.sentences) count += sentence.words.size();
  return count;
}

/// Words come in the order of the text: those of claims are found again by where they stand.
std::vector<const Word*> words_of(const Extraction& extraction) {
  std::vector<const Word*> words;
  words.reserve(word_count(extraction));
  for (const SentenceView& sentence : extraction.sentences)
    for (const Word& word : sentence.words) words.push_back(&word);
  const auto earlier = [](const Word* a, const Word* b) { return a->span < b->span; };
  if (!std::is_sorted(words.begin(), words.end(), earlier)) std::stable_sort(words.begin(), words.end(), earlier);
  return words;
}

bool same_but_gap(const Word& a, const Word& b) {
  return a.span == b.span && a.key == b.key && a.kind == b.kind && a.index == b.index && a.sounds[0] == b.sounds[0] &&
         a.sounds[1] == b.sounds[1] && a.group == b.group && a.general == b.general && a.game == b.game &&
         a.grows == b.grows;
}

/// Where the words of a claim stand among all. They come with the nearest first: the next is mostly the next one to the
/// left or to the right of those found.
class Finder {
 public:
  explicit Finder(const std::vector<const Word*>& words) : words_(words) {}

  void begin(Span claim) { left_ = right_ = first_from(claim); }

  /// Counted from 1; 0 if it is not there.
  std::size_t operator()(const Word& word) {
    if (right_ < words_.size() && same_but_gap(*words_[right_], word)) return ++right_;
    if (left_ > 0 && same_but_gap(*words_[left_ - 1], word)) return left_--;
    std::size_t at = first_from(word.span);
    while (at < words_.size() && words_[at]->span == word.span && !same_but_gap(*words_[at], word)) ++at;
    if (at == words_.size() || !same_but_gap(*words_[at], word)) return 0;
    at < left_ ? left_ = at : right_ = std::max(right_, at + 1);
    return at + 1;
  }

 private:
  std::size_t first_from(Span span) const {
    return static_cast<std::size_t>(
        std::lower_bound(words_.begin(), words_.end(), span, [](const Word* w, Span s) { return w->span < s; }) -
        words_.begin());
  }

  const std::vector<const Word*>& words_;
  std::size_t left_ = 0, right_ = 0;  // words before the one are not found, nor those from the other on
};

}  // namespace

// Words are most of what a document says: those of a sentence are packed tightly, each relative to the one before it,
// with a byte that tells what it is and which of its fields are there at all.
namespace {

constexpr std::uint32_t kKindBits = 2, kGeneral = 4, kGame = 8, kGrows = 16, kSound = 32, kSounds = 64, kGroup = 128;

void put_words(Packer& packer, const std::vector<Word>& words, std::uint32_t before) {
  packer.number(words.size());
  for (const Word& w : words) {
    const std::uint32_t what = static_cast<std::uint32_t>(w.kind) | (w.general ? kGeneral : 0) | (w.game ? kGame : 0) |
                               (w.grows ? kGrows : 0) | (w.sounds[0] != 0 ? kSound : 0) |
                               (w.sounds[1] != 0 ? kSounds : 0) | (w.group != 0 ? kGroup : 0);
    const auto byte = static_cast<char>(what);
    packer.raw(&byte, 1);
    packer(static_cast<std::int32_t>(w.span.begin - before), w.span.size());
    packer.raw(&w.key, sizeof w.key);
    if (w.kind != Word::Kind::plain) packer(w.index);
    for (const std::uint32_t sound : w.sounds)
      if (sound != 0) packer.raw(&sound, sizeof sound);
    if (w.group != 0) packer(w.group);
    before = w.span.end;
  }
}

void get_words(Unpacker& unpacker, std::vector<Word>& words, std::uint32_t before) {
  words.resize(unpacker.count());
  for (Word& w : words) {
    unsigned char what = 0;
    unpacker.raw(&what, 1);
    std::int32_t step = 0;
    std::uint32_t size = 0;
    unpacker(step, size);
    w.span.begin = before + static_cast<std::uint32_t>(step);
    w.span.end = before = w.span.begin + size;
    unpacker.raw(&w.key, sizeof w.key);
    w.kind = static_cast<Word::Kind>(what & ((1U << kKindBits) - 1));
    w.general = (what & kGeneral) != 0, w.game = (what & kGame) != 0, w.grows = (what & kGrows) != 0;
    if (w.kind != Word::Kind::plain) unpacker(w.index);
    if ((what & kSound) != 0) unpacker.raw(&w.sounds[0], sizeof w.sounds[0]);
    if ((what & kSounds) != 0) unpacker.raw(&w.sounds[1], sizeof w.sounds[1]);
    if ((what & kGroup) != 0) unpacker(w.group);
  }
}

/// Without its words, and without the value and its place: those are its mention's.
template <class A>
void claim_fields(A& archive, Is<Claim> auto& x) {
  archive(x.mention, x.frame, x.key, x.at, x.at_span, x.measured, x.sentence, x.cue, x.stance, x.record, x.change,
          x.former, x.part, x.passing, x.confidence);
}

/// "A third", as a percentage: no value of its mention.
bool has_own_value(const Claim& claim, const Mention& mention) {
  const auto* q = std::get_if<Quantity>(&mention.readings.front());
  return claim.frame == "open.percent" && q != nullptr && q->dimension == Dimension::none;
}

}  // namespace

inline void fields(Packer& packer, const SentenceView& x) {
  packer(x.span, x.paragraph, x.mentions, x.names);
  put_words(packer, x.words, x.span.begin);
}
inline void fields(Unpacker& unpacker, SentenceView& x) {
  unpacker(x.span, x.paragraph, x.mentions, x.names);
  get_words(unpacker, x.words, x.span.begin);
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
  view.words.reserve(word_count(extraction));
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
  return checksum(document.text, fingerprint(packer.bytes()));
}

std::string pack(const Analysis& analysis) {
  Packer packer;
  packer.reserve(4096);  // as most need
  const Extraction& e = analysis.extraction;
  packer(e.language, e.date, e.mentions, e.sentences, analysis.computations, analysis.capitals);
  const std::vector<const Word*> words = words_of(e);
  packer.number(analysis.claims.size());
  Finder finder(words);
  for (const Claim& claim : analysis.claims) {
    claim_fields(packer, claim);
    if (has_own_value(claim, e.mentions[claim.mention])) packer(claim.readings);
    packer.number(claim.about.size());
    finder.begin(claim.span);
    for (const Word& word : claim.about) {
      const std::size_t place = finder(word);
      packer.number(place);
      if (place != 0)
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
    claim_fields(unpacker, claim);
    if (claim.mention >= e.mentions.size()) return false;
    claim.readings = e.mentions[claim.mention].readings;
    if (has_own_value(claim, e.mentions[claim.mention])) unpacker(claim.readings);
    claim.span = e.mentions[claim.mention].span;
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
