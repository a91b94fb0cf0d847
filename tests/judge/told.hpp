// The computed checks on sentences, for the tests of them.
#pragma once

#include "claim/claim.hpp"
#include "extract/extract.hpp"
#include "judge/judge.hpp"
#include "rules.hpp"

namespace mizan {

using List = std::vector<std::string>;

/// The findings of computations in texts of one day: verdict, rule and title.
inline List told(const std::vector<std::pair<std::string, std::string>>& texts) {
  std::vector<Extraction> extractions;
  std::vector<std::vector<Computation>> computed;
  for (const auto& [language, text] : texts) {
    const Document document = document_of(text, language, to_day(Calendar::gregorian, 2024, 5, 5));
    extractions.push_back(extract(document, shipped()));
    computed.push_back(computations(document, extractions.back(), shipped()));
  }
  std::vector<DocumentView> views;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const Extraction& e = extractions[i];
    views.push_back({"doc" + std::to_string(i), e.date, &e.mentions, {}, &computed[i]});
    for (const SentenceView& s : e.sentences) views.back().sentences.push_back(s.span);
  }
  List result;
  for (const Finding& f : judge(views, {}, {}).findings)
    if (f.rule != "weekday") result.push_back(std::string(name(f.verdict)) + " " + f.rule + " " + f.title);
  return result;
}
inline List told(const std::string& language, const std::string& text) { return told({{language, text}}); }
inline const List kSilent;

}  // namespace mizan
