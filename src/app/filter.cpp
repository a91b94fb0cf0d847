#include "app/filter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "app/told.hpp"

namespace mizan::app {
namespace {

bool any_matches(const std::vector<std::string>& patterns, const std::string& rule) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const std::string& pattern) { return matches_glob(pattern, rule); });
}

/// What one document asks for.
struct Wants {
  bool told = true;
  double min_confidence = 0;
  const std::vector<std::string>* disable = nullptr;
};

class Asked {
 public:
  Asked(const Options& options, const Selection& selection, const Run& run) : options_(options), run_(run) {
    std::unordered_map<std::string_view, const InputFile*> files;
    for (const InputFile& file : selection.files) files.emplace(file.name, &file);
    wants_.reserve(run.documents.size());
    for (const Document& document : run.documents) {
      Wants wants{options.question.all_told, options.min_confidence, &options.exclude_rule};
      if (const auto file = files.find(document.path); file != files.end()) wants.told = file->second->told;
      for (const Override* over : overrides_of(options, document.path)) {
        if (over->min_confidence) wants.min_confidence = *over->min_confidence;
        if (over->disable) wants.disable = &*over->disable;
      }
      wants_.push_back(wants);
    }
  }

  bool wanted(const Finding& finding) const {
    if (!options_.rule.empty() && !any_matches(options_.rule, finding.rule)) return false;
    bool told = finding.evidence.empty(), sure = finding.evidence.empty();
    for (const Evidence& evidence : finding.evidence) {
      const Wants& wants = wants_[evidence.document];
      told = told || wants.told;
      sure = sure || (finding.confidence >= wants.min_confidence && !any_matches(*wants.disable, finding.rule));
    }
    return told && sure;
  }

  bool wanted(const Series& series) const {
    return std::any_of(series.claims.begin(), series.claims.end(),
                       [&](std::uint32_t claim) { return wants_[run_.claims[claim].document].told; });
  }

 private:
  const Options& options_;
  const Run& run_;
  std::vector<Wants> wants_;  // by document
};

}  // namespace

Errors unknown_rules(const Options& options, const Knowledge& knowledge) {
  const std::vector<std::string> names = rule_names(knowledge);
  Errors errors;
  const auto check = [&](const std::vector<std::string>& patterns, const std::string& where) {
    for (const std::string& pattern : patterns) {
      if (std::any_of(names.begin(), names.end(), [&](const auto& name) { return matches_glob(pattern, name); }))
        continue;
      const std::string hint = did_you_mean(pattern, names);
      errors.push_back(
          {{}, 0, 0, fmt::format("{}: no rule \"{}\"", where, pattern), hint.empty() ? "mizan explain --list" : hint});
    }
  };
  const auto origin = [&](const std::string& key, const std::string& flag) {
    for (const Counts& counts : options.counts)
      if (counts.key == key && counts.origin != "flag" && counts.origin != "default") return counts.origin;
    return flag;
  };
  check(options.rule, origin("rule", "--rule"));
  check(options.exclude_rule, origin("disable", "--exclude-rule"));
  for (const Override& over : options.overrides)
    for (const Counts& counts : over.counts)
      if (counts.key == "disable") check(counts.values, counts.origin);
  return errors;
}

void keep_asked(const Options& options, const Selection& selection, Run& run) {
  const Asked asked(options, selection, run);
  std::erase_if(run.findings, [&](const Finding& finding) { return !asked.wanted(finding); });
  std::erase_if(run.series, [&](const Series& series) { return !asked.wanted(series); });
  if (options.question.all_told) return;
  std::unordered_set<std::string_view> told;
  for (const InputFile& file : selection.files)
    if (file.told) told.insert(file.name);
  tell_only([&](const Document& document) { return told.contains(document.path); }, run);
}

std::size_t keep_at_most(std::size_t most, bool all, Run& run) {
  std::size_t shown = 0;
  return std::erase_if(run.findings, [&](const Finding& finding) {
    const bool loud = finding.verdict == Verdict::contradiction || finding.verdict == Verdict::tension;
    return (all || loud) && shown++ >= most;
  });
}

}  // namespace mizan::app
