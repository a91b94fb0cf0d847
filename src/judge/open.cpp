#include "judge/open.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "judge/checks.hpp"
#include "judge/phrase.hpp"
#include "judge/stories.hpp"
#include "judge/values.hpp"

namespace mizan {
namespace {

constexpr int kTelling = 2;  // digits of a value that is hardly the same by chance

/// What links tell: claims of one fact, each fact a side, sides at odds a finding.
class Facts {
 public:
  Facts(const std::vector<DocumentView>& documents, const std::vector<Claim>& claims,
        const std::vector<std::string>& ids, const Weigher& weigher, Links links, std::vector<Finding>& findings)
      : documents_(documents),
        claims_(claims),
        ids_(ids),
        weigher_(weigher),
        links_(std::move(links)),
        findings_(findings) {}

  void run() {
    parent_.resize(claims_.size());
    std::iota(parent_.begin(), parent_.end(), 0);
    const Teller teller(documents_, claims_, ids_, links_.source);
    unite_what_agrees();
    unite_repetitions();
    std::map<std::uint32_t, std::vector<std::uint32_t>> facts;
    for (std::uint32_t c = 0; c < claims_.size(); ++c)
      if (!claims_[c].about.empty()) facts[root(c)].push_back(c);
    std::map<std::pair<std::uint32_t, std::uint32_t>, Link> odds;
    std::set<std::pair<std::uint32_t, std::uint32_t>> elsewhere;
    for (const Link& link : links_.aparts) {
      const std::pair<std::uint32_t, std::uint32_t> key = std::minmax({root(link.a), root(link.b)});
      if (link.proof == Proof::elsewhere) {
        elsewhere.insert(key);
        continue;
      }
      const auto [it, fresh] = odds.emplace(key, link);
      // what versions tell holds whatever else is said
      const bool placed = link.proof == Proof::place, was_placed = it->second.proof == Proof::place;
      if (!fresh && (placed != was_placed ? placed : surer(link, it->second))) it->second = link;
    }
    for (const auto& [sides, link] : odds) {
      if (link.proof == Proof::signs && elsewhere.contains(sides)) continue;
      if (weigher_.framed_alike(link.a, link.b)) continue;  // a rule has said what is to be said
      const auto& left = facts[sides.first];
      const auto& right = facts[sides.second];
      // a document that gives both values speaks of two facts
      std::set<std::uint32_t> homes;
      for (const std::uint32_t c : left) homes.insert(claims_[c].document);
      const bool both =
          std::any_of(right.begin(), right.end(), [&](std::uint32_t c) { return homes.contains(claims_[c].document); });
      const bool whole = link.proof == Proof::signs || link.proof == Proof::place;
      if (!both && whole)
        findings_.push_back(teller.difference(left, right, link));
      else if (!both || (link.proof != Proof::signs && link.proof != Proof::sentence))
        findings_.push_back(teller.difference(repeated(facts, link.a), repeated(facts, link.b), link));
    }
    std::map<std::uint32_t, double> surest;  // agreement of a fact
    for (const Link& link : links_.meets) surest[root(link.a)] = std::max(surest[root(link.a)], link.sure);
    for (const auto& [root, group] : facts)
      if (several_documents(group) && !all_passing(group)) findings_.push_back(teller.agreement(group, surest[root]));
  }

 private:
  std::uint32_t root(std::uint32_t c) {
    while (parent_[c] != c) c = parent_[c] = parent_[parent_[c]];
    return c;
  }

  /// A claim and its repetitions in its document: what else has the value may be of something else.
  std::vector<std::uint32_t> repeated(const std::map<std::uint32_t, std::vector<std::uint32_t>>& facts,
                                      std::uint32_t c) {
    const std::vector<std::uint32_t>& side = facts.at(root(c));
    std::vector<std::uint32_t> same;
    std::copy_if(side.begin(), side.end(), std::back_inserter(same), [&](std::uint32_t other) {
      return other == c || (claims_[other].document == claims_[c].document && counts_alike(claims_[other], claims_[c]));
    });
    return same;
  }

  /// Periods and days of writing: that they agree tells nobody anything.
  bool all_passing(const std::vector<std::uint32_t>& group) const {
    return std::all_of(group.begin(), group.end(), [&](std::uint32_t c) { return claims_[c].passing; });
  }

  bool several_documents(const std::vector<std::uint32_t>& group) const {
    return std::any_of(group.begin(), group.end(),
                       [&](std::uint32_t c) { return claims_[c].document != claims_[group.front()].document; });
  }

  /// The surest first; never two sides that are at odds, though a third ("at least 120") may agree with both.
  void unite_what_agrees() {
    std::sort(links_.meets.begin(), links_.meets.end(), surer);
    std::map<std::uint32_t, std::vector<std::uint32_t>> foes, members;
    for (const Link& link : links_.aparts) {
      foes[link.a].push_back(link.b);
      foes[link.b].push_back(link.a);
    }
    const auto members_of = [&](std::uint32_t r) -> std::vector<std::uint32_t>& {
      auto& some = members[r];
      if (some.empty()) some.push_back(r);
      return some;
    };
    for (const Link& link : links_.meets) {
      const std::uint32_t a = root(link.a), b = root(link.b);
      if (a == b) continue;
      auto &left = members_of(std::min(a, b)), &right = members_of(std::max(a, b));
      const bool at_odds = std::any_of(right.begin(), right.end(), [&](std::uint32_t c) {
        const auto found = foes.find(c);
        return found != foes.end() && std::any_of(found->second.begin(), found->second.end(),
                                                  [&](std::uint32_t foe) { return root(foe) == std::min(a, b); });
      });
      if (at_odds) continue;
      parent_[std::max(a, b)] = std::min(a, b);
      left.insert(left.end(), right.begin(), right.end());
      right.clear();
    }
  }

  /// A headline and the text below it: one value of one document is one statement.
  void unite_repetitions() {
    for (std::uint32_t d = 0; d < documents_.size(); ++d) {
      std::map<std::string, std::uint32_t> first;
      for (const std::uint32_t c : weigher_.open_claims(d)) {
        const Reading& reading = claims_[c].readings.front();
        if (significant_digits(reading) < kTelling) continue;
        const auto [it, fresh] = first.emplace(claims_[c].frame + dump(std::get<Quantity>(reading).low), c);
        if (fresh) continue;
        const std::uint32_t a = root(it->second), b = root(c);
        if (same_dimension(claims_[it->second], claims_[c])) parent_[std::max(a, b)] = std::min(a, b);
      }
    }
  }
  static bool same_dimension(const Claim& a, const Claim& b) { return relate(a, b) == Relation::meet; }

  const std::vector<DocumentView>& documents_;
  const std::vector<Claim>& claims_;
  const std::vector<std::string>& ids_;
  const Weigher& weigher_;
  Links links_;
  std::vector<Finding>& findings_;
  std::vector<std::uint32_t> parent_;
};

}  // namespace

bool surer(const Link& x, const Link& y) {
  return x.sure != y.sure ? x.sure > y.sure : std::tie(x.a, x.b) < std::tie(y.a, y.b);
}

bool may_repeat(const Claim& a, const Claim& b) {
  const auto value = [](const Claim& c) { return std::get_if<Quantity>(&c.readings.front()); };
  return a.frame == b.frame && significant_digits(a.readings.front()) >= kTelling && value(b) != nullptr &&
         value(a)->low.stripped() == value(b)->low.stripped();
}

Weigher weigher_of(const std::vector<DocumentView>& documents, const std::vector<Claim>& claims, const Trace& trace) {
  std::vector<std::vector<std::uint32_t>> by_document(documents.size());
  for (std::uint32_t c = 0; c < claims.size(); ++c) by_document[claims[c].document].push_back(c);
  Weigher weigher(documents, claims, trace);
  for (const auto& some : by_document) weigher.add(some);
  return weigher;
}

Links link_all(const std::vector<DocumentView>& documents, const std::vector<Claim>& claims, const Weigher& weigher) {
  const std::vector<DocumentPair> pairs = story_pairs(documents, claims);
  Links links;
  links.source.resize(documents.size());
  std::iota(links.source.begin(), links.source.end(), 0);
  std::vector<std::vector<std::uint32_t>> partners(documents.size());  // those that report its story
  for (const DocumentPair& pair : pairs) {  // sorted by b, and a comes before b: its own source is known
    if (pair.score >= kCopies && documents[pair.a].language == documents[pair.b].language)
      links.source[pair.b] = std::min(links.source[pair.b], links.source[pair.a]);
    partners[pair.a].push_back(pair.b);
    partners[pair.b].push_back(pair.a);
  }
  for (const DocumentPair& pair : pairs) weigher.weigh(pair, partners[pair.a], links.meets, links.aparts);
  return links;
}

void judge_open(const std::vector<DocumentView>& documents, const std::vector<Claim>& claims,
                const std::vector<std::string>& claim_ids, const Weigher& weigher, Links links,
                std::vector<Finding>& findings) {
  Facts(documents, claims, claim_ids, weigher, std::move(links), findings).run();
}

}  // namespace mizan
