#include "app/told.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace mizan::app {

void tell_only(const std::function<bool(const Document&)>& told, Run& run) {
  run.corpus = totals_of(run);
  std::vector<bool> kept(run.documents.size());
  for (std::size_t d = 0; d < kept.size(); ++d) kept[d] = told(run.documents[d]);
  const std::vector<bool> is_told = kept;
  std::erase_if(run.findings, [&](const Finding& finding) {
    return std::none_of(finding.evidence.begin(), finding.evidence.end(),
                        [&](const Evidence& evidence) { return is_told[evidence.document]; });
  });
  std::erase_if(run.series, [&](const Series& series) {
    return std::none_of(series.claims.begin(), series.claims.end(),
                        [&](std::uint32_t claim) { return is_told[run.claims[claim].document]; });
  });
  for (const Finding& finding : run.findings)
    for (const Evidence& evidence : finding.evidence) kept[evidence.document] = true;
  for (const Series& series : run.series)
    for (const std::uint32_t claim : series.claims) kept[run.claims[claim].document] = true;

  std::vector<std::uint32_t> document_place(kept.size()), claim_place(run.claims.size());
  std::uint32_t documents = 0, claims = 0;
  for (std::uint32_t d = 0; d < kept.size(); ++d) {
    if (!kept[d]) continue;
    document_place[d] = documents;
    if (documents != d) {
      run.documents[documents] = std::move(run.documents[d]);
      run.extractions[documents] = std::move(run.extractions[d]);
    }
    ++documents;
  }
  run.documents.resize(documents);
  run.extractions.resize(documents);
  for (std::uint32_t c = 0; c < run.claims.size(); ++c) {
    if (!kept[run.claims[c].document]) continue;
    run.claims[c].document = document_place[run.claims[c].document];
    claim_place[c] = claims;
    if (claims != c) {
      run.claims[claims] = std::move(run.claims[c]);
      run.claim_ids[claims] = std::move(run.claim_ids[c]);
    }
    ++claims;
  }
  run.claims.resize(claims);
  run.claim_ids.resize(claims);
  for (Finding& finding : run.findings)
    for (Evidence& evidence : finding.evidence) evidence.document = document_place[evidence.document];
  for (Series& series : run.series)
    for (std::uint32_t& claim : series.claims) claim = claim_place[claim];
}

}  // namespace mizan::app
