#include "index/suppress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace mizan {
namespace {

constexpr std::string_view kWord = "mizan-ignore";
constexpr std::string_view kBlank = " \t\r\n";

bool can_be_suppressed(const Finding& f) {
  return f.verdict == Verdict::contradiction || f.verdict == Verdict::tension;
}

bool same_id(const std::string& id, const Finding& finding) {
  return finding.id.rfind(id, 0) == 0 || id.rfind(finding.id, 0) == 0;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

/// Rule or id, and reason; nullopt if the comment is none of ours.
std::optional<std::pair<std::string, std::string>> instruction(std::string_view text) {
  text = trimmed(text);
  if (text.rfind(kWord, 0) != 0) return std::nullopt;
  text.remove_prefix(kWord.size());
  if (!text.empty() && kBlank.find(text.front()) == std::string_view::npos && text.front() != ':') return std::nullopt;
  const std::size_t colon = std::min(text.find(':'), text.size());
  const std::string_view reason = colon < text.size() ? trimmed(text.substr(colon + 1)) : std::string_view();
  return std::pair(std::string(trimmed(text.substr(0, colon))), std::string(reason));
}

class Suppressor {
 public:
  Suppressor(Run& run, const std::vector<std::string>& names) : run_(run), names_(names) {}

  void by_list(const Ignore& ignore, Day today) {
    const std::string what = !ignore.id.empty() ? ignore.id : !ignore.rule.empty() ? ignore.rule : ignore.paths.front();
    if (ignore.until && *ignore.until < today) {
      unused(ignore.file, ignore.line, fmt::format("{} was ignored until {}", what, iso(*ignore.until)));
      return;
    }
    Patterns paths;
    for (const std::string& path : ignore.paths) paths.add(path);
    const Suppression why{ignore.reason, ignore.file, ignore.line, false};
    const bool any = each(
        [&](const Finding& finding) {
          if (!ignore.id.empty()) return same_id(ignore.id, finding);
          return (ignore.rule.empty() || matches_glob(ignore.rule, finding.rule)) &&
                 (paths.empty() || a_side_within(finding, paths));
        },
        why);
    if (!any) unused(ignore.file, ignore.line, fmt::format("{} matches no finding", what));
  }

  void by_comment(std::uint32_t document, const Comment& comment) {
    const auto said = instruction(comment.text);
    if (!said) return;
    const std::string &what = said->first, &reason = said->second;
    const std::string& path = run_.documents[document].path;
    if (what.empty() || reason.empty()) {
      result_.errors.push_back({path, comment.line, 0,
                                what.empty() ? fmt::format("{} without a rule or id", kWord)
                                             : fmt::format("{} {} without a reason", kWord, what),
                                "<!-- mizan-ignore RULE-or-ID: reason -->"});
      return;
    }
    const bool id = is_finding_id(what);
    const bool any = each(
        [&](const Finding& finding) {
          if (id ? !same_id(what, finding) : !matches_glob(what, finding.rule)) return false;
          return std::any_of(finding.evidence.begin(), finding.evidence.end(), [&](const Evidence& e) {
            return e.document == document && comment.block.overlaps(e.span);
          });
        },
        {reason, path, comment.line, true});
    if (!any) unused(path, comment.line, fmt::format("{} matches no finding of its block", what));
  }

  Suppressed result() { return std::move(result_); }

 private:
  template <class Fits>
  bool each(Fits fits, const Suppression& why) {
    bool any = false;
    for (Finding& finding : run_.findings) {
      if (!can_be_suppressed(finding) || !fits(finding)) continue;
      if (!finding.suppressed) finding.suppressed = why;
      any = true;
    }
    return any;
  }

  bool a_side_within(const Finding& finding, const Patterns& paths) const {
    std::set<std::uint32_t> within, beyond;
    for (const Evidence& e : finding.evidence) (paths.covering(names_[e.document]) ? within : beyond).insert(e.side);
    return std::any_of(within.begin(), within.end(), [&](std::uint32_t side) { return beyond.count(side) == 0; });
  }

  void unused(const std::string& file, std::uint32_t line, std::string message) {
    result_.unused.push_back({file, line, 0, std::move(message), {}});
  }

  Run& run_;
  const std::vector<std::string>& names_;
  Suppressed result_;
};

}  // namespace

Suppressed suppress(Run& run, const std::vector<Ignore>& ignores, const std::vector<std::string>& names, Day today) {
  Suppressor suppressor(run, names);
  for (std::uint32_t d = 0; d < run.documents.size(); ++d)
    for (const Comment& comment : run.documents[d].comments) suppressor.by_comment(d, comment);
  for (const Ignore& ignore : ignores) suppressor.by_list(ignore, today);
  return suppressor.result();
}

}  // namespace mizan
