// `mizan ci`: `check` as a pipeline wants it, set by what the pipeline's environment says.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <random>
#include <string>
#include <string_view>

#include "app/commands.hpp"

namespace mizan::app {
namespace {

std::string environment(const char* variable) {
  const char* value = std::getenv(variable);
  return value == nullptr ? std::string() : std::string(value);
}

/// What the change is meant for.
std::string target() {
  if (const std::string branch = environment("GITHUB_BASE_REF"); !branch.empty()) return "origin/" + branch;
  if (const std::string commit = environment("CI_MERGE_REQUEST_DIFF_BASE_SHA"); !commit.empty()) return commit;
  if (const std::string branch = environment("CI_MERGE_REQUEST_TARGET_BRANCH_NAME"); !branch.empty())
    return "origin/" + branch;
  return "origin/HEAD";
}

/// Nothing an article could hold by chance or by guessing.
std::string token() {
  if (const std::string fixed = environment("MIZAN_STOP_TOKEN"); !fixed.empty()) return fixed;
  std::random_device device;
  std::string text = "mizan-";
  for (int i = 0; i < 4; ++i) text += fmt::format("{:08x}", device());
  return text;
}

bool writes(const Options& options, std::string_view format) {
  return std::any_of(options.outputs.begin(), options.outputs.end(),
                     [&](const Output& output) { return output.format == format; });
}

}  // namespace

int ci(const Options& options) {
  Options preset = options;
  if (preset.since.empty() && preset.baseline.empty() && !preset.staged) preset.since = target();
  preset.new_only = !preset.show_known;
  preset.summary = environment("GITHUB_STEP_SUMMARY");
  const bool github = environment("GITHUB_ACTIONS") == "true";
  if (github) preset.stop_token = token();
  if (preset.format == "auto") {  // people read the log too
    preset.format = "full";
    if (github) preset.annotations = "github";
  }
  if (!environment("GITLAB_CI").empty() && !writes(preset, "gitlab"))
    preset.outputs.push_back({"gitlab", "gl-code-quality-report.json"});
  if (!writes(preset, "sarif")) preset.outputs.push_back({"sarif", "mizan.sarif"});
  return check(preset);
}

}  // namespace mizan::app
