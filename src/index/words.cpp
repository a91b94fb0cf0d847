#include "index/words.hpp"

#include <algorithm>
#include <utility>

#include "model/archive.hpp"

namespace mizan {
namespace {

constexpr std::size_t kManyChanges = 64;  // of so many documents, or of a hundredth of all: everything is made anew
constexpr std::size_t kShare = 100;
constexpr std::size_t kTogether = 2048;  // documents whose stories one thread finds

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

void Words::add(std::uint32_t number, Record record) {
  store_.put({number, std::move(record.path), record.root, record.line, std::move(record.id), record.content,
              record.bytes, record.mentions, record.claims, record.scene, record.facts});
  store_.put_body(number, std::move(record.analysis));
  ++totals_.documents;
  totals_.bytes += record.bytes, totals_.mentions += record.mentions, totals_.claims += record.claims;
  if (fresh_) {
    all_scenes_.resize(number + std::size_t{1});
    all_scenes_[number] = std::move(record.scene);
    tally_.add(number, record.signature);
    for (const std::uint64_t key : record.facts) facts_[key].push_back(number);
    return;
  }
  scenes_[number] = std::move(record.scene);
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

void Words::finish(const Parallel& parallel) {
  const std::size_t changes = added_.size() + removed_.size();
  const bool many = changes > kManyChanges && changes > totals_.documents / kShare;
  if (fresh_ || many || !some_stories()) all_stories(parallel);
  Packer packer;
  packer(totals_.documents, totals_.bytes, totals_.mentions, totals_.claims);
  store_.put_meta("totals", packer.bytes());
}

/// From all documents.
void Words::all_stories(const Parallel& parallel) {
  if (!fresh_) {
    facts_.clear();
    for (const std::uint32_t number : store_.numbers()) {
      tally_.add(number, signature_of(number));
      auto card = store_.card(number);
      if (!card) damaged("a document is missing");
      for (const std::uint64_t key : card->facts) facts_[key].push_back(number);
      all_scenes_.resize(number + std::size_t{1});
      all_scenes_[number] = std::move(card->scene);
    }
    store_.clear_words();
  }
  const std::size_t end = all_scenes_.size();
  struct Part {
    std::uint32_t number = 0;
    std::string bytes;
  };
  struct List {
    std::vector<Part> parts;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> rare;  // documents of rare words with weights, word by word
    std::vector<std::uint32_t> begins;                          // of those words, in rare
  };
  std::vector<List> lists(Tally::kLists);
  parallel(lists.size(), [&](std::size_t number) {
    List& list = lists[number];
    WordPart part;
    const auto close = [&] {
      if (!part.empty()) list.parts.push_back({part_of(part.begin()->first), pack(part)});
      part.clear();
    };
    tally_.each(number, [&](std::uint64_t key, const Posting& posting) {
      if (!part.empty() && part_of(part.begin()->first) != part_of(key)) close();
      part.emplace(key, pack(posting));
      if (posting.frequency < 2 || posting.frequency > kRare) return;
      list.begins.push_back(static_cast<std::uint32_t>(list.rare.size()));
      list.rare.insert(list.rare.end(), posting.documents.begin(), posting.documents.end());
    });
    close();
  });
  struct Use {
    const std::pair<std::uint32_t, std::uint32_t>*word = nullptr, *own = nullptr;  // the first document of it, and this
  };
  std::vector<std::uint32_t> firsts(end + 1);  // of a document, in uses
  for (const List& list : lists)
    for (const auto& [document, weight] : list.rare) ++firsts[document];
  std::uint32_t sum = 0;
  for (std::uint32_t& first : firsts) sum += std::exchange(first, sum);
  std::vector<Use> uses(sum);
  for (List& list : lists) {
    for (Part& part : list.parts) store_.put_words(part.number, std::move(part.bytes));
    for (std::size_t w = 0; w < list.begins.size(); ++w) {
      const auto* word = list.rare.data() + list.begins[w];
      const auto* last = list.rare.data() + (w + 1 < list.begins.size() ? list.begins[w + 1] : list.rare.size());
      for (const auto* own = word; own != last; ++own) uses[firsts[own->first]++] = {word, own};
    }
  }
  std::vector<Story> stories(end);
  parallel((end + kTogether - 1) / kTogether, [&](std::size_t range) {
    std::vector<std::uint32_t> shared(end);  // with the document at hand
    std::vector<std::uint32_t> others;       // which share anything
    const std::size_t first = range * kTogether;
    for (std::size_t number = first; number < std::min(end, first + kTogether); ++number) {
      others.clear();
      for (std::uint32_t use = number == 0 ? 0 : firsts[number - 1]; use < firsts[number]; ++use)
        for (const auto* entry = uses[use].word; entry != uses[use].own; ++entry) {
          if (shared[entry->first] == 0) others.push_back(entry->first);
          shared[entry->first] += std::min(entry->second, uses[use].own->second);
        }
      for (const std::uint32_t other : others) {
        if (story_score(all_scenes_[number], all_scenes_[other], shared[other]))
          stories[number].emplace_back(other, shared[other]);
        shared[other] = 0;
      }
    }
  });
  for (std::uint32_t number = 0; number < end; ++number)  // later ones are not told of this one yet
    for (const auto& [other, weight] : stories[number]) stories[other].emplace_back(number, weight);
  for (std::uint32_t number = 0; number < end; ++number) {
    if (stories[number].empty()) continue;
    std::sort(stories[number].begin(), stories[number].end());
    store_.put_story(number, stories[number]);
  }
  std::vector<std::uint64_t> keys;
  keys.reserve(facts_.size());
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
