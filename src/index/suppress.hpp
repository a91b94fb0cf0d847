// Findings that somebody has decided are none: by a list (.mizan-ignore.toml) or by a comment in an article,
// <!-- mizan-ignore RULE-or-ID: reason -->, which holds for the block it stands in or before.
#pragma once

#include <string>
#include <vector>

#include "knowledge/knowledge.hpp"
#include "model/model.hpp"
#include "report/report.hpp"

namespace mizan {

/// What came of it beside Finding::suppressed.
struct Suppressed {
  Errors errors;  ///< a comment that gives no reason, or not what it ignores
  Errors unused;  ///< entries and comments that have expired or match no finding
};

/// Sets Finding::suppressed. names: by document, its path from the folder of the list (none is asked for if no
/// entry has paths); today decides what has expired.
/// An id is that of the finding or its beginning, 8 digits at least: a finding of which a value has changed has
/// another. Of paths one whole side must lie within: without those articles there were no finding.
Suppressed suppress(Run& run, const std::vector<Ignore>& ignores, const std::vector<std::string>& names, Day today);

}  // namespace mizan
