// Which findings of a run are told of: those of the named files, the rules asked for, and sure enough.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "app/options.hpp"
#include "app/selection.hpp"
#include "knowledge/knowledge.hpp"
#include "report/report.hpp"

namespace mizan::app {

/// Every name that Finding::rule may have and `explain` knows.
std::vector<std::string> rule_names(const Knowledge& knowledge);

/// --rule, --exclude-rule, rule and disable that name nothing, with "did you mean".
Errors unknown_rules(const Options& options, const Knowledge& knowledge);

/// Removes the rest. A finding stays while one of the files it has evidence in wants it.
void keep_asked(const Options& options, const Selection& selection, Run& run);

/// Leaves at most this many of the findings that would be printed; returns how many went.
std::size_t keep_at_most(std::size_t most, bool all, Run& run);

}  // namespace mizan::app
