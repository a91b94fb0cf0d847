// `explain`: what a rule compares and when it speaks, offline. What is said stands in report/rule_texts.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "app/commands.hpp"
#include "app/console.hpp"
#include "app/filter.hpp"

namespace mizan::app {
namespace {

std::string page(const RuleText& rule) {
  std::string out = fmt::format("{}  {}\n\n{}", rule.id, rule.title, rule.text);
  if (rule.is_frame()) out += fmt::format("\nfile      {}\n", rule.file);
  return out;
}

std::string list(const std::vector<RuleText>& rules) {
  std::size_t width = 0;
  for (const RuleText& rule : rules) width = std::max(width, rule.id.size());
  std::string out;
  for (const RuleText& rule : rules) {
    fmt::format_to(std::back_inserter(out), "{:<{}}  {}  {}\n", rule.id, width, rule.is_frame() ? "frame" : "check",
                   rule.title);
  }
  return out;
}

}  // namespace

std::vector<std::string> rule_names(const Knowledge& knowledge) {
  std::vector<std::string> names;
  for (const RuleText& rule : rule_texts(&knowledge)) names.push_back(rule.id);
  return names;
}

int explain(const Options& options) {
  if (!options.list) {  // the computed checks need no rules
    if (const auto check = rule_text(nullptr, options.id)) return print(page(*check)) ? kClean : kUnreadable;
  }
  const std::optional<Knowledge> knowledge = load_knowledge(options.rules);
  if (!knowledge) return kUnreadable;
  const std::vector<RuleText> rules = rule_texts(&*knowledge);
  if (options.list) return print(list(rules)) ? kClean : kUnreadable;
  if (options.id.empty()) {
    print_error("explain what? (mizan explain RULE, or mizan explain --list)");
    return kUnreadable;
  }
  for (const RuleText& rule : rules)
    if (rule.id == options.id) return print(page(rule)) ? kClean : kUnreadable;
  const std::string hint = did_you_mean(options.id, rule_names(*knowledge));
  print_error(fmt::format("no rule \"{}\" ({})", options.id, hint.empty() ? "mizan explain --list" : hint));
  return kUnreadable;
}

}  // namespace mizan::app
