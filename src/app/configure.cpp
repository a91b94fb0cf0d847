// Flags before environment before mizan.toml: what the command line leaves open is filled as if it had been typed, by
// the flags' own checks.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>

#include "app/flags.hpp"
#include "knowledge/knowledge.hpp"

namespace mizan::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFile = "mizan.toml";

const std::map<std::string, const char*> kEnvironment = {
    {"fail-on", "MIZAN_FAIL_ON"}, {"min-confidence", "MIZAN_MIN_CONFIDENCE"}, {"jobs", "MIZAN_JOBS"}};

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

std::string flag_of(const std::string& key) { return key == "disable" ? "--exclude-rule" : "--" + key; }

/// What is wrong with the values, or "": then the variable behind the flag has them.
std::string fill(CLI::Option& flag, const std::vector<std::string>& values) {
  try {
    flag.clear();
    for (const std::string& value : values) flag.add_result(value);
    if (!values.empty()) flag.run_callback();
    return {};
  } catch (const CLI::Error& error) {
    return error.what();
  }
}

/// The file nearest above the first path, not above the repository; "" if there is none.
std::string find_file(const Options& options) {
  const auto first =
      std::find_if(options.paths.begin(), options.paths.end(), [](const auto& path) { return path != "-"; });
  std::string start = first != options.paths.end() ? *first : options.stdin_name;
  if (start.empty() && !options.corpus.empty()) start = options.corpus.front();
  std::error_code failed;
  fs::path folder = full_path(start.empty() ? "." : start);
  if (!fs::is_directory(folder, failed)) folder = folder.parent_path();
  for (;; folder = folder.parent_path()) {
    if (fs::exists(folder / kFile, failed)) {
      const fs::path here = fs::current_path(failed);
      return failed ? (folder / kFile).string() : (folder / kFile).lexically_proximate(here).string();
    }
    if (fs::exists(folder / ".git", failed) || folder == folder.root_path()) return {};
  }
}

class Configuring {
 public:
  Configuring(CLI::App& command, Options& options) : command_(command), options_(options) {
    add_commands(probe_, probed_, probed_words_);
  }

  Errors configure() {
    for (const CLI::Option* flag : command_.get_options())
      if (flag->count() > 0 && !flag->get_lnames().empty()) options_.typed.insert(flag->get_lnames().front());
    for (const ConfigKey& key : config_keys()) begin(key);
    for (const auto& [key, name] : kEnvironment)
      if (const std::string value = variable(name); !value.empty()) from_environment(key, name, value);
    if (const std::string file = file_name(); !file.empty()) from_file(file);
    for (const ConfigKey& key : config_keys()) options_.counts.push_back(std::move(counts_[key.name]));
    return std::move(errors_);
  }

 private:
  /// A flag of check, in an app of its own: it says what is wrong with a value, whatever the command.
  CLI::Option* probe(const std::string& key) {
    return probe_.get_subcommand("check")->get_option_no_throw(flag_of(key));
  }

  /// The flag of this command that the key stands for, if it has one.
  CLI::Option* own(const std::string& key) {
    const bool of_findings = command_.get_option_no_throw("--fail-on") != nullptr;  // others print in other formats
    return key == "format" && !of_findings ? nullptr : command_.get_option_no_throw(flag_of(key));
  }

  void begin(const ConfigKey& key) {
    Counts counts{key.name, {}, "default"};
    if (const CLI::Option* flag = own(key.name); flag != nullptr && flag->count() > 0) {
      counts.values = flag->results();
      counts.origin = "flag";
    } else if (const CLI::Option* standard = probe(key.name)) {
      counts.values = {default_of(*standard)};
      if (key.kind == ConfigKey::list || counts.values.front().empty()) counts.values.clear();
    }
    counts_[key.name] = std::move(counts);
  }

  std::string default_of(const CLI::Option& flag) const {
    const std::string name = flag.get_lnames().front();
    if (name == "fail-on") return Words().fail_on;
    if (name == "format") return Options().format;
    if (name == "min-confidence") return fmt::format("{}", Options().min_confidence);
    return name == "jobs" ? fmt::format("{}", Options().threads) : "";
  }

  bool open(const std::string& key) const { return counts_.at(key).origin == "default"; }

  void from_environment(const std::string& key, const char* name, const std::string& value) {
    CLI::Option* check = probe(key);
    if (const std::string wrong = check == nullptr ? "" : fill(*check, {value}); !wrong.empty()) {
      errors_.push_back({{}, 0, 0, fmt::format("{}: {}", name, wrong), {}});
    } else if (open(key)) {
      counts_[key] = {key, {value}, name};
      if (CLI::Option* flag = own(key)) fill(*flag, {value});
    }
  }

  std::string file_name() const {
    if (options_.isolated) return {};
    if (!options_.config.empty()) return options_.config;
    const std::string named = variable("MIZAN_CONFIG");
    return named.empty() ? find_file(options_) : named;
  }

  void from_file(const std::string& file) {
    const Result<Config> config = read_config(file);
    if (!config) {
      errors_.insert(errors_.end(), config.error().begin(), config.error().end());
      return;
    }
    options_.config = file;
    options_.root = fs::path(full_path(file)).parent_path().string();
    folder_ = fs::path(file).parent_path();
    for (const Setting& setting : config->settings) take(file, setting);
    for (const Config::Override& over : config->overrides) take(file, over);
  }

  /// False, and an error, if the flag of the key would refuse these values.
  bool right(const std::string& file, const Setting& setting) {
    CLI::Option* check = probe(setting.key->name);
    const std::string wrong = check == nullptr ? "" : fill(*check, setting.values);
    if (!wrong.empty()) {
      errors_.push_back({file,
                         setting.line,
                         setting.column,
                         fmt::format("\"{}\": {}", setting.key->name, wrong.substr(wrong.find(": ") + 2)),
                         {}});
    }
    return wrong.empty();
  }

  void take(const std::string& file, const Setting& setting) {
    const std::string& key = setting.key->name;
    if (!right(file, setting)) return;
    Counts counts{key, setting.values, fmt::format("{}:{}", file, setting.line)};
    if (setting.key->is_path) {
      for (std::string& path : counts.values) path = (folder_ / path).lexically_normal().string();
    }
    if (key == "exclude") options_.exclude = counts.values;
    if (!open(key)) return;
    if (CLI::Option* flag = own(key)) fill(*flag, counts.values);
    counts_[key] = std::move(counts);
  }

  void take(const std::string& file, const Config::Override& over) {
    Override taken;
    for (const std::string& path : over.paths) taken.paths.add(path);
    for (const Setting& setting : over.settings) {
      const std::string& key = setting.key->name;
      if (!right(file, setting) || options_.typed.contains(flag_of(key).substr(2))) continue;
      if (key == "lang") taken.language = setting.values.front();
      if (key == "disable") taken.disable = setting.values;
      if (key == "min-confidence") taken.min_confidence = std::strtod(setting.values.front().c_str(), nullptr);
      taken.counts.push_back({key, setting.values, fmt::format("{}:{}", file, setting.line)});
    }
    options_.overrides.push_back(std::move(taken));
  }

  CLI::App& command_;
  Options& options_;
  Options probed_;
  Words probed_words_;
  CLI::App probe_;
  std::map<std::string, Counts> counts_;
  fs::path folder_;
  Errors errors_;
};

}  // namespace

Errors configure(CLI::App& command, Options& options) {
  if (command.get_option_no_throw("--isolated") == nullptr) return {};
  return Configuring(command, options).configure();
}

}  // namespace mizan::app
