// Open claims against each other: of documents that report one story, which figures speak of one fact, and whether they
// can all be true. Private to the room.
#pragma once

#include <string>
#include <vector>

#include "judge/judge.hpp"
#include "judge/weigh.hpp"

namespace mizan {

struct Links {
  std::vector<Link> meets, aparts;
  std::vector<std::uint32_t> source;  ///< by document: the first of the copies it is one of
};

/// A total order: the surest first.
bool surer(const Link& x, const Link& y);

/// May the two claims of one document be one statement, made in the headline and again below?
bool may_repeat(const Claim& a, const Claim& b);

Weigher weigher_of(const std::vector<DocumentView>& documents, const std::vector<Claim>& claims, const Trace& trace);

/// The links of all pairs of documents that report one story.
Links link_all(const std::vector<DocumentView>& documents, const std::vector<Claim>& claims, const Weigher& weigher);

/// What the links come to.
void judge_open(const std::vector<DocumentView>& documents, const std::vector<Claim>& claims,
                const std::vector<std::string>& claim_ids, const Weigher& weigher, Links links,
                std::vector<Finding>& findings);

/// All that judge() does once the links are known.
Judgement judge_links(const std::vector<DocumentView>& documents, const std::vector<Claim>& claims,
                      const std::vector<Frame>& frames, const Weigher& weigher, Links links);

}  // namespace mizan
