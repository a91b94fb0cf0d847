// Some documents of a large corpus, judged as the whole would judge them: what they say is followed from document to
// document until nothing more hangs on it.
#include <algorithm>
#include <deque>
#include <map>
#include <numeric>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "judge/checks.hpp"
#include "judge/judge.hpp"
#include "judge/open.hpp"

namespace mizan {
namespace {

class Around {
 public:
  Around(const Library& library, const std::vector<Frame>& frames)
      : library_(library), frames_(frames), weigher_(documents_, claims_) {}

  Nearby run(const std::vector<std::uint32_t>& named) {
    for (const std::uint32_t number : named) {
      const std::uint32_t home = load(number);
      for (const std::uint32_t c : weigher_.open_claims(home)) reach(c, true);
    }
    while (!left_.empty()) {
      const auto [claim, own] = left_.front();
      left_.pop_front();
      follow(claim, own);
    }
    std::vector<std::uint64_t> keys;
    for (const std::uint32_t number : named) {
      const std::uint32_t home = load(number);
      std::vector<Claim> some;
      for (const std::uint32_t c : claims_of_[home]) some.push_back(claims_[c]);
      const auto more = fact_keys(documents_[home], some, frames_);
      keys.insert(keys.end(), more.begin(), more.end());
    }
    for (const std::uint32_t number : library_.sharing(keys)) load(number);
    return judged();
  }

 private:
  std::uint32_t load(std::uint32_t number) {
    const auto [found, fresh] = place_.emplace(number, static_cast<std::uint32_t>(numbers_.size()));
    if (!fresh) return found->second;
    const std::uint32_t home = found->second;
    numbers_.push_back(number);
    Held held = library_.document(number);
    documents_.push_back(std::move(held.view));
    claims_of_.emplace_back();
    for (Claim& claim : held.claims) {
      claim.document = home;
      claims_of_.back().push_back(static_cast<std::uint32_t>(claims_.size()));
      claims_.push_back(std::move(claim));
    }
    weigher_.add(claims_of_.back());
    return home;
  }

  const std::vector<Neighbour>& partners(std::uint32_t number) {
    const auto [found, fresh] = partners_.try_emplace(number);
    if (fresh) found->second = library_.partners(number);
    return found->second;
  }
  double best(std::uint32_t number) {
    double score = 0;
    for (const Neighbour& n : partners(number)) score = std::max(score, n.score);
    return score;
  }

  /// own: of the fact of a named document; else of a fact that is at odds with one.
  void reach(std::uint32_t claim, bool own) {
    bool& known = own ? own_[claim] : other_[claim];
    if (known || (!own && own_[claim])) return;
    known = true;
    left_.emplace_back(claim, own);
  }

  void follow(std::uint32_t claim, bool own) {
    const std::uint32_t home = claims_[claim].document;
    link(home);
    for (const std::uint32_t c : weigher_.open_claims(home))
      if (may_repeat(claims_[claim], claims_[c])) reach(c, own);
    for (const std::uint32_t c : meets_with_[claim]) reach(c, own);
    if (!own) return;
    for (const std::uint32_t c : apart_from_[claim]) reach(c, false);
  }

  /// All links of a document.
  void link(std::uint32_t home) {
    if (!linked_.insert(home).second) return;
    for (const Neighbour& n : partners(numbers_[home])) {
      const std::uint32_t other = load(n.document);
      const bool first = library_.before(numbers_[home], n.document);
      const DocumentPair pair{first ? home : other, first ? other : home, n.score,
                              n.score / std::max(best(numbers_[home]), best(n.document))};
      if (!weighed_.emplace(pair.a, pair.b).second) continue;
      std::vector<Link> meets, aparts;
      weigher_.weigh(pair, {}, meets, aparts);
      for (const Link& l : meets) add(l, meets_with_, links_.meets);
      if (aparts.empty()) continue;
      std::vector<std::uint32_t> thirds;
      for (const Neighbour& third : partners(numbers_[pair.a])) thirds.push_back(load(third.document));
      for (const Link& l : aparts)
        if (!weigher_.known_to_a_third(pair, l, thirds)) add(l, apart_from_, links_.aparts);
    }
  }

  using Adjacent = std::unordered_map<std::uint32_t, std::vector<std::uint32_t>>;
  static void add(const Link& link, Adjacent& adjacent, std::vector<Link>& links) {
    adjacent[link.a].push_back(link.b);
    adjacent[link.b].push_back(link.a);
    links.push_back(link);
  }

  /// The first of the copies that a document is one of, by number.
  std::uint32_t source(std::uint32_t home) {
    const auto [found, fresh] = source_.try_emplace(home, home);
    if (!fresh) return found->second;
    std::uint32_t first = home;
    for (const Neighbour& n : partners(numbers_[home])) {
      if (n.score < kCopies || !library_.before(n.document, numbers_[home])) continue;
      const std::uint32_t other = load(n.document);
      if (documents_[other].language != documents_[home].language) continue;
      const std::uint32_t earlier = source(other);
      if (library_.before(numbers_[earlier], numbers_[first])) first = earlier;
    }
    return source_[home] = first;
  }

  /// In the order of the corpus, as judge() has it.
  Nearby judged() {
    std::vector<std::uint32_t> sources(documents_.size());
    for (std::uint32_t d = 0; d < sources.size(); ++d)
      if (linked_.contains(d)) sources[d] = source(d);  // may load more documents
    std::vector<std::uint32_t> order(documents_.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t x, std::uint32_t y) { return library_.before(numbers_[x], numbers_[y]); });
    std::vector<std::uint32_t> place(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) place[order[i]] = i;
    Nearby result;
    std::vector<DocumentView> documents;
    std::vector<std::uint32_t> claim_place(claims_.size());
    links_.source.resize(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      const std::uint32_t d = order[i];
      result.documents.push_back(numbers_[d]);
      documents.push_back(std::move(documents_[d]));
      links_.source[i] = d < sources.size() && linked_.contains(d) ? place[sources[d]] : i;
      for (const std::uint32_t c : claims_of_[d]) {
        claim_place[c] = static_cast<std::uint32_t>(result.claims.size());
        result.claims.push_back(std::move(claims_[c]));
        result.claims.back().document = i;
      }
    }
    for (auto* some : {&links_.meets, &links_.aparts})
      for (Link& l : *some) l.a = claim_place[l.a], l.b = claim_place[l.b];
    const Weigher weigher = weigher_of(documents, result.claims, {});
    result.judgement = judge_links(documents, result.claims, frames_, weigher, std::move(links_));
    return result;
  }

  const Library& library_;
  const std::vector<Frame>& frames_;
  // what has been loaded, in the order of loading
  std::vector<std::uint32_t> numbers_;
  std::unordered_map<std::uint32_t, std::uint32_t> place_;  // by number
  std::vector<DocumentView> documents_;
  std::vector<Claim> claims_;
  std::deque<std::vector<std::uint32_t>> claims_of_;
  Weigher weigher_;
  std::unordered_map<std::uint32_t, std::vector<Neighbour>> partners_;  // by number
  std::unordered_map<std::uint32_t, std::uint32_t> source_;
  // what has been reached
  std::unordered_map<std::uint32_t, bool> own_, other_;
  std::deque<std::pair<std::uint32_t, bool>> left_;
  std::unordered_set<std::uint32_t> linked_;
  std::set<std::pair<std::uint32_t, std::uint32_t>> weighed_;
  Adjacent meets_with_, apart_from_;
  Links links_;
};

}  // namespace

std::vector<std::uint64_t> fact_keys(const DocumentView& view, const std::vector<Claim>& claims,
                                     const std::vector<Frame>& frames) {
  std::vector<std::uint64_t> keys;
  for (const Claim& claim : claims)
    if (std::any_of(frames.begin(), frames.end(), [&](const Frame& f) { return f.id == claim.frame; }))
      keys.push_back(fingerprint("fact " + claim_key(claim)));
  for (const Mention& mention : *view.mentions)
    if (const auto agreed = agreed_weekday(mention))
      keys.push_back(fingerprint("weekday " + iso(agreed->first) + " " + std::to_string(agreed->second)));
  if (view.computations != nullptr)
    for (const Computation& c : *view.computations)
      if (const auto sum = converted_sum(view, c)) keys.push_back(fingerprint("rate " + *sum));
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

Nearby judge_nearby(const Library& library, const std::vector<std::uint32_t>& named, const std::vector<Frame>& frames) {
  return Around(library, frames).run(named);
}

}  // namespace mizan
