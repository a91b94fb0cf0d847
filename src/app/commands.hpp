// One function a command; each returns the exit code.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/options.hpp"
#include "app/pipeline.hpp"
#include "app/selection.hpp"
#include "knowledge/knowledge.hpp"

namespace mizan::app {

inline constexpr int kClean = 0;
inline constexpr int kFindings = 1;
inline constexpr int kUnreadable = 2;

int check(const Options& options);
int ci(const Options& options);
int report(const Options& options);
int baseline(const Options& options);
int suppress_command(const Options& options);
int compare_command(const Options& options);
int extract_command(const Options& options);
int show_command(const Options& options);
int browse(const Options& options);
int series_command(const Options& options);
int explain(const Options& options);
int rules_test(const Options& options);
int rules_new(const Options& options);
int config_show(const Options& options);
int config_init(const Options& options);
int index_command(const Options& options);
int version();

PipelineOptions pipeline_options(const Options& options);
/// The files to read, what is left out noted on standard error; nothing if there are none and that is no error.
std::optional<Selection> selected(const Options& options);
/// False, and an error, if --lang or the configuration names a language that is not there.
bool known_language(const Options& options, const Knowledge& knowledge);
/// Where the shipped rules are: $MIZAN_RULES, beside the program, where they were installed, or in the source tree.
std::string shipped_rules();
/// The shipped rules and the folders on top, each once: a folder named twice would define everything twice.
std::vector<std::string> rule_folders(const std::vector<std::string>& on_top);
/// Those folders loaded; prints every mistake and returns nothing if there is one.
std::optional<Knowledge> load_knowledge(const std::vector<std::string>& on_top);

}  // namespace mizan::app
