#include "index/words.hpp"

#include <algorithm>

#include "model/archive.hpp"

namespace mizan {
namespace {

constexpr std::size_t kManyChanges = 64;  // of so many documents, or of a hundredth of all: everything is made anew
constexpr std::size_t kShare = 100;

void erase(Story& story, std::uint32_t document) {
  std::erase_if(story, [&](const auto& entry) { return entry.first == document; });
}

void set(Story& story, std::uint32_t document, std::uint32_t shared) {
  const auto at = std::lower_bound(story.begin(), story.end(), std::pair(document, std::uint32_t{0}));
  if (at != story.end() && at->first == document)
    at->second = shared;
  else
    story.insert(at, {document, shared});
}

}  // namespace

Words::Words(Store& store, bool fresh) : store_(store), fresh_(fresh), totals_(fresh ? Totals{} : read_totals(store)) {}

void Words::count(std::uint32_t number, const Signature& signature, Postings& postings) {
  for (const auto& [key, weight] : signature) {
    Posting& posting = postings[key];
    if (++posting.frequency <= kKept)
      posting.documents.emplace_back(number, weight);
    else
      posting.documents = {};
  }
}

void Words::add(std::uint32_t number, Record record) {
  store_.put({number, std::move(record.path), record.root, record.line, std::move(record.id), record.content,
              record.bytes, record.mentions, record.claims, record.scene, record.facts});
  store_.put_body(number, record.analysis);
  ++totals_.documents;
  totals_.bytes += record.bytes, totals_.mentions += record.mentions, totals_.claims += record.claims;
  scenes_[number] = std::move(record.scene);
  if (fresh_) {
    count(number, record.signature, words_);
    for (const std::uint64_t key : record.facts) facts_[key].push_back(number);
    numbers_.push_back(number);
    return;
  }
  for (const std::uint64_t key : record.facts) {
    const auto [fact, unseen] = facts_.try_emplace(key);
    if (unseen) fact->second = store_.fact(key);
    fact->second.push_back(number);
  }
  added_[number] = std::move(record.signature);
}

void Words::remove(const Card& card) {
  --totals_.documents;
  totals_.bytes -= card.bytes, totals_.mentions -= card.mentions, totals_.claims -= card.claims;
  for (const std::uint64_t key : card.facts) {
    const auto [fact, unseen] = facts_.try_emplace(key);
    if (unseen) fact->second = store_.fact(key);
    std::erase(fact->second, card.number);
  }
  if (added_.erase(card.number) == 0) {
    removed_[card.number] = signature_of(card.number);
    story(card.number);  // before it goes
  }
  store_.remove(card.number);
}

Signature Words::signature_of(std::uint32_t number) {
  const Analysis analysis = store_.analysis(number);
  return story_signature(view_of("", analysis), analysis.claims);
}

const Scene& Words::scene(std::uint32_t number) {
  const auto [found, unseen] = scenes_.try_emplace(number);
  if (unseen) {
    auto card = store_.card(number);
    if (!card) damaged("a document is missing");
    found->second = std::move(card->scene);
  }
  return found->second;
}

Posting& Words::word(std::uint64_t key) {
  const auto [found, unseen] = words_.try_emplace(key);
  if (unseen) found->second = store_.word(key);
  return found->second;
}

Story& Words::story(std::uint32_t number) {
  const auto [found, unseen] = stories_.try_emplace(number);
  if (unseen) found->second = store_.story(number);
  return found->second;
}

void Words::finish() {
  const std::size_t changes = added_.size() + removed_.size();
  const bool many = changes > kManyChanges && changes > totals_.documents / kShare;
  if (fresh_ || many || !some_stories()) all_stories();
  Packer packer;
  packer(totals_.documents, totals_.bytes, totals_.mentions, totals_.claims);
  store_.put_meta("totals", packer.bytes());
}

/// From all documents.
void Words::all_stories() {
  if (!fresh_) {
    words_.clear();
    stories_.clear();
    facts_.clear();
    numbers_ = store_.numbers();
    for (const std::uint32_t number : numbers_) {
      count(number, signature_of(number), words_);
      const auto card = store_.card(number);
      if (!card) damaged("a document is missing");
      for (const std::uint64_t key : card->facts) facts_[key].push_back(number);
    }
    store_.clear_words();
  }
  std::vector<std::uint64_t> keys;
  keys.reserve(words_.size());
  for (const auto& [key, posting] : words_) keys.push_back(key);
  // as the table is sorted: appending is quicker than finding a place
  std::sort(keys.begin(), keys.end(), [](std::uint64_t a, std::uint64_t b) {
    return static_cast<std::int64_t>(a) < static_cast<std::int64_t>(b);
  });
  const std::uint32_t end = numbers_.empty() ? 0 : numbers_.back() + 1;
  std::vector<std::vector<const Posting*>> rare(end);  // by document
  for (const std::uint64_t key : keys) {
    const Posting& posting = words_.at(key);
    store_.put_word(key, posting);
    if (posting.frequency < 2 || posting.frequency > kRare) continue;
    for (const auto& [document, weight] : posting.documents) rare[document].push_back(&posting);
  }
  std::vector<Story> stories(end);
  std::unordered_map<std::uint32_t, std::uint32_t> shared;
  for (const std::uint32_t number : numbers_) {
    shared.clear();
    for (const Posting* posting : rare[number]) {
      const auto own =
          std::lower_bound(posting->documents.begin(), posting->documents.end(), std::pair(number, std::uint32_t{0}));
      for (auto other = posting->documents.begin(); other != own; ++other)
        shared[other->first] += std::min(other->second, own->second);
    }
    for (const auto& [other, sum] : shared)
      if (story_score(scene(number), scene(other), sum)) {
        stories[number].emplace_back(other, sum);
        stories[other].emplace_back(number, sum);
      }
  }
  for (const std::uint32_t number : numbers_) {
    std::sort(stories[number].begin(), stories[number].end());
    store_.put_story(number, stories[number]);
  }
  keys.clear();
  for (const auto& [key, documents] : facts_) keys.push_back(key);
  std::sort(keys.begin(), keys.end());
  for (const std::uint64_t key : keys) store_.put_fact(key, facts_.at(key));
}

/// Only what hangs on the documents that came and went; false if too much does.
bool Words::some_stories() {
  std::unordered_map<std::uint64_t, Posting> before;
  for (const auto* some : {&removed_, &added_})
    for (const auto& [number, signature] : *some)
      for (const auto& [key, weight] : signature) before.try_emplace(key, word(key));
  for (const auto& [number, signature] : removed_)
    for (const auto& [key, weight] : signature) {
      Posting& posting = word(key);
      if (posting.complete()) erase(posting.documents, number);
      --posting.frequency;
    }
  for (const auto& [number, signature] : added_)
    for (const auto& [key, weight] : signature) {
      Posting& posting = word(key);
      const bool complete = posting.complete();
      if (++posting.frequency > kKept || !complete)
        posting.documents = {};
      else
        set(posting.documents, number, weight);
    }
  std::set<std::uint32_t> touched;  // whose stories may be others now
  for (const auto& [key, old] : before) {
    const Posting& now = word(key);
    if (now.frequency <= kRare && !now.complete()) return false;
    if ((old.frequency <= kRare) == (now.frequency <= kRare)) continue;
    for (const Posting* posting : {&old, &now})
      for (const auto& [document, weight] : posting->documents) touched.insert(document);
  }
  for (const auto& [number, signature] : removed_) {
    for (const auto& [other, shared] : Story(story(number))) erase(story(other), number);
    story(number).clear();
    touched.erase(number);
  }
  for (const auto& [number, signature] : added_) touched.insert(number);
  for (const std::uint32_t number : touched) {
    for (const auto& [other, shared] : Story(story(number))) erase(story(other), number);
    const auto fresh = added_.find(number);
    const Story anew = story_anew(number, fresh != added_.end() ? fresh->second : signature_of(number));
    for (const auto& [other, shared] : anew) set(story(other), number, shared);
    story(number) = anew;
  }
  for (const auto& [key, old] : before) store_.put_word(key, word(key));
  for (const auto& [number, story] : stories_)
    if (!removed_.contains(number)) store_.put_story(number, story);
  for (const auto& [key, documents] : facts_) store_.put_fact(key, documents);
  return true;
}

Story Words::story_anew(std::uint32_t number, const Signature& signature) {
  std::unordered_map<std::uint32_t, std::uint32_t> shared;
  for (const auto& [key, weight] : signature) {
    const Posting& posting = word(key);
    if (posting.frequency < 2 || posting.frequency > kRare) continue;
    for (const auto& [other, its_weight] : posting.documents)
      if (other != number) shared[other] += std::min(weight, its_weight);
  }
  Story story;
  for (const auto& [other, sum] : shared)
    if (story_score(scene(number), scene(other), sum)) story.emplace_back(other, sum);
  std::sort(story.begin(), story.end());
  return story;
}

}  // namespace mizan
