// Open claims against each other: of documents that report one story, which figures speak of one fact, and whether they
// can all be true. Private to the room.
#pragma once

#include <string>
#include <vector>

#include "judge/judge.hpp"

namespace mizan {

void judge_open(const std::vector<DocumentView>& documents, const std::vector<Claim>& claims,
                const std::vector<std::string>& claim_ids, std::vector<Finding>& findings, const Trace& trace);

}  // namespace mizan
