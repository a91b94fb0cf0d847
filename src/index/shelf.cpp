// An index with some documents in the place of others, answering as if it had been built with them.
#include <algorithm>
#include <deque>
#include <filesystem>

#include "index/words.hpp"

namespace mizan {

struct Shelf::Impl {
  const Index& index;
  std::string prefix;
  std::unordered_map<std::uint32_t, Card> cards;
  std::unordered_map<std::uint32_t, std::unique_ptr<Analysis>> analyses;
  std::unordered_map<std::uint32_t, std::string> ids;
  std::map<std::uint32_t, Signature> added, removed;
  std::uint32_t next = 0;
  Totals totals;

  // settled by settle(), from the first question on
  bool settled = false;
  std::unordered_map<std::uint64_t, Posting> words;                    // of the documents added and removed, as of now
  std::vector<const Posting*> turned_common, turned_rare;              // with the documents they had, or have
  std::unordered_map<std::uint32_t, std::vector<Neighbour>> of_added;  // partners of added documents
  std::unordered_map<std::uint64_t, Posting> before;
  std::unordered_map<std::uint32_t, std::vector<Neighbour>> with_added;  // the other way round

  Impl(const Index& an_index, std::string a_prefix) : index(an_index), prefix(std::move(a_prefix)) {
    totals = index.totals();
    guarded(0, [&](Store& store) {
      next = store.last_number() + 1;
      return 0;
    });
  }

  /// What cannot be read shows in the state of the index, and no answer counts then.
  template <class T, class Use>
  T guarded(T otherwise, Use use) const {
    Store* store = index.store();
    if (store == nullptr) return otherwise;
    try {
      return use(*store);
    } catch (const sqlite::Broken& broken) {
      index.broke(broken.what());
      return otherwise;
    }
  }

  const Card& card(std::uint32_t number) {
    const auto [found, unseen] = cards.try_emplace(number);
    Card& held = found->second;
    if (unseen)
      held = guarded(Card{}, [&](Store& store) {
        auto card = store.card(number);
        if (!card) damaged("a document is missing");
        return std::move(*card);
      });
    return held;
  }

  const Analysis& analysis(std::uint32_t number) {
    auto& held = analyses[number];
    if (!held)
      held = std::make_unique<Analysis>(guarded(Analysis{}, [&](Store& store) { return store.analysis(number); }));
    return *held;
  }

  void remove_card(const Card& card) {
    if (removed.contains(card.number)) return;
    const Analysis& gone = analysis(card.number);
    removed[card.number] = story_signature(view_of("", gone), gone.claims);
    --totals.documents;
    totals.bytes -= card.bytes, totals.mentions -= card.mentions, totals.claims -= card.claims;
  }

  // ------------------------------------------------------------------------------------------------- words, stories

  Posting word(std::uint64_t key) {
    if (const auto known = words.find(key); known != words.end()) return known->second;
    return guarded(Posting{}, [&](Store& store) { return store.word(key); });
  }

  void settle() {
    if (settled) return;
    settled = true;
    for (const auto* some : {&removed, &added})
      for (const auto& [number, signature] : *some)
        for (const auto& [key, weight] : signature)
          if (!before.contains(key)) before[key] = word(key);
    words = before;
    for (const auto& [number, signature] : removed)
      for (const auto& [key, weight] : signature) {
        Posting& posting = words[key];
        if (posting.complete()) std::erase(posting.documents, std::pair(number, weight));
        --posting.frequency;
      }
    for (const auto& [number, signature] : added)
      for (const auto& [key, weight] : signature) {
        Posting& posting = words[key];
        if (posting.complete()) posting.documents.emplace_back(number, weight);  // its number is the greatest
        ++posting.frequency;
        if (!posting.complete()) posting.documents = {};
      }
    for (const auto& [key, old] : before) {
      const Posting& now = words[key];
      if (now.frequency <= kRare && !now.complete()) index.broke("too many documents are gone from it");
      if (old.frequency <= kRare && now.frequency > kRare) turned_common.push_back(&old);
      if (old.frequency > kRare && now.frequency <= kRare) turned_rare.push_back(&now);
    }
    for (const auto& [number, signature] : added) {
      of_added[number] = story_anew(number, signature);
      for (const Neighbour& n : of_added[number])
        if (!added.contains(n.document)) with_added[n.document].push_back({number, n.score});
    }
  }

  std::vector<Neighbour> story_anew(std::uint32_t number, const Signature& signature) {
    std::unordered_map<std::uint32_t, std::uint32_t> shared;
    for (const auto& [key, weight] : signature) {
      const Posting posting = word(key);
      if (posting.frequency < 2 || posting.frequency > kRare) continue;
      for (const auto& [other, its_weight] : posting.documents)
        if (other != number) shared[other] += std::min(weight, its_weight);
    }
    std::vector<Neighbour> result;
    for (const auto& [other, sum] : shared)
      if (const auto score = story_score(card(number).scene, card(other).scene, sum)) result.push_back({other, *score});
    return result;
  }

  static std::optional<std::uint32_t> weight_in(const Posting& posting, std::uint32_t number) {
    const auto at =
        std::lower_bound(posting.documents.begin(), posting.documents.end(), std::pair(number, std::uint32_t{0}));
    return at != posting.documents.end() && at->first == number ? std::optional(at->second) : std::nullopt;
  }

  std::vector<Neighbour> partners(std::uint32_t number) {
    settle();
    if (const auto known = of_added.find(number); known != of_added.end()) return known->second;
    const auto in = [&](const Posting* posting) { return weight_in(*posting, number).has_value(); };
    if (std::any_of(turned_rare.begin(), turned_rare.end(), in)) {
      const Analysis& a = analysis(number);
      return story_anew(number, story_signature(view_of("", a), a.claims));
    }
    std::vector<Neighbour> result = with_added[number];
    for (auto [other, shared] : guarded(Story{}, [&](Store& store) { return store.story(number); })) {
      if (removed.contains(other)) continue;
      for (const Posting* posting : turned_common) {
        const auto a = weight_in(*posting, number), b = weight_in(*posting, other);
        if (a && b) shared -= std::min(*a, *b);
      }
      if (const auto score = story_score(card(number).scene, card(other).scene, shared))
        result.push_back({other, *score});
    }
    return result;
  }

  std::vector<std::uint32_t> sharing(const std::vector<std::uint64_t>& keys) {
    std::set<std::uint32_t> result;
    for (const std::uint64_t key : keys)
      for (const std::uint32_t number :
           guarded(std::vector<std::uint32_t>{}, [&](Store& store) { return store.fact(key); }))
        if (!removed.contains(number)) result.insert(number);
    for (const auto& [number, signature] : added)
      for (const std::uint64_t key : card(number).facts)
        if (std::binary_search(keys.begin(), keys.end(), key)) result.insert(number);
    return {result.begin(), result.end()};
  }

  // ------------------------------------------------------------------------------------------------- order and names

  bool before_in_corpus(std::uint32_t a, std::uint32_t b) {
    const Card &x = card(a), &y = card(b);
    return std::tie(x.root, x.path, x.line) < std::tie(y.root, y.path, y.line);
  }

  /// What lies outside of the corpus has a name of its own, and comes last.
  std::string name_of(const Card& card) const { return (card.root == 0 ? prefix : "") + card.path; }

  /// Of documents with one name the first keeps it.
  const std::string& id(std::uint32_t number) {
    std::string& name = ids[number];
    if (!name.empty()) return name;
    const Card& own = card(number);
    const std::string line = own.line == 0 ? "" : ":" + std::to_string(own.line);
    if (own.line != 0 && own.id == own.path + line) return name = name_of(own) + line;  // a record that gives none
    bool first = true;
    for (const Card& other : guarded(std::vector<Card>{}, [&](Store& store) { return store.cards_by_id(own.id); }))
      if (!removed.contains(other.number) &&
          std::tie(other.root, other.path, other.line) < std::tie(own.root, own.path, own.line))
        first = false;
    for (const auto& [other, signature] : added)
      if (other != number && card(other).id == own.id && before_in_corpus(other, number)) first = false;
    if (first) return name = own.id;
    return name = std::filesystem::path(name_of(own)).lexically_normal().string() + line;
  }
};

Shelf::Shelf(const Index& index, std::string prefix) : impl_(std::make_unique<Impl>(index, std::move(prefix))) {}
Shelf::~Shelf() = default;

std::uint32_t Shelf::add(Record record, Analysis analysis) {
  Impl& my = *impl_;
  my.guarded(0, [&](Store& store) {
    for (const Card& card : store.cards(record.path))
      if (card.line == record.line) my.remove_card(card);
    return 0;
  });
  const std::uint32_t number = my.next++;
  my.cards[number] = {number,
                      std::move(record.path),
                      record.root,
                      record.line,
                      std::move(record.id),
                      record.content,
                      record.bytes,
                      record.mentions,
                      record.claims,
                      std::move(record.scene),
                      std::move(record.facts)};
  my.analyses[number] = std::make_unique<Analysis>(std::move(analysis));
  my.added[number] = std::move(record.signature);
  const Card& card = my.cards[number];
  ++my.totals.documents;
  my.totals.bytes += card.bytes, my.totals.mentions += card.mentions, my.totals.claims += card.claims;
  return number;
}

void Shelf::remove(const std::string& path) {
  impl_->guarded(0, [&](Store& store) {
    for (const Card& card : store.cards(path)) impl_->remove_card(card);
    return 0;
  });
}

Totals Shelf::totals() const { return impl_->totals; }

Library Shelf::library() {
  Impl* my = impl_.get();
  Library result;
  result.document = [my](std::uint32_t number) {
    const Analysis& analysis = my->analysis(number);
    return Held{view_of(my->id(number), analysis), analysis.claims};
  };
  result.partners = [my](std::uint32_t number) { return my->partners(number); };
  result.sharing = [my](const std::vector<std::uint64_t>& keys) { return my->sharing(keys); };
  result.before = [my](std::uint32_t a, std::uint32_t b) { return my->before_in_corpus(a, b); };
  return result;
}

Shelf::Place Shelf::place(std::uint32_t number) const {
  const Card& card = impl_->card(number);
  return {impl_->name_of(card), card.line, impl_->id(number), card.content};
}

const Analysis& Shelf::analysis(std::uint32_t number) const { return impl_->analysis(number); }

}  // namespace mizan
