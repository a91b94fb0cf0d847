// `rules new`: a rule that loads and passes its examples, for an editor to change. The skeletons are data,
// rules/templates/KIND.toml: rules themselves, from which the lines of languages that are not wanted are left out.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <system_error>

#include "app/commands.hpp"
#include "app/console.hpp"

namespace mizan::app {
namespace {

namespace fs = std::filesystem;
using Tags = std::vector<std::string>;

bool has(const Tags& tags, std::string_view tag) { return std::find(tags.begin(), tags.end(), tag) != tags.end(); }

/// "trade.exports": two parts or more, of small letters, digits and hyphens, each with a letter in front.
bool is_rule_id(std::string_view id) {
  std::size_t parts = 0;
  for (std::size_t begin = 0; begin <= id.size(); ++parts) {
    const std::size_t end = std::min(id.find('.', begin), id.size());
    const std::string_view part = id.substr(begin, end - begin);
    if (part.empty() || part.front() < 'a' || part.front() > 'z' || part.back() == '-') return false;
    if (part.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string_view::npos) return false;
    begin = end + 1;
  }
  return parts > 1;
}

/// The language whose words stand on a line of a template, and which part of the file it is in.
struct Line {
  enum class Part : std::uint8_t { other, cues, veto, example } part = Part::other;
  std::string language;  ///< "" for none
};

class Lines {
 public:
  Line operator()(std::string_view line) {
    if (line.starts_with("[")) {
      const std::string_view title = line.substr(0, line.find(']'));
      part_ = title == "[cues"       ? Line::Part::cues
              : title == "[veto"     ? Line::Part::veto
              : title == "[[example" ? Line::Part::example
                                     : Line::Part::other;
      return {part_, {}};
    }
    const std::size_t equals = line.find('=');
    if (part_ == Line::Part::other || line.starts_with("#") || equals == std::string_view::npos) return {part_, {}};
    std::string key(line.substr(0, std::min(line.find_first_of(" ="), equals)));
    if (part_ == Line::Part::example) {
      if (key == "claim" || key == "verdict") return {part_, {}};
      if (key.starts_with("a.") || key.starts_with("b.")) key.erase(0, 2);
    }
    return {part_, key};
  }

 private:
  Line::Part part_ = Line::Part::other;
};

/// The languages whose sentences a template has.
Tags languages_of(const std::string& text) {
  Tags tags;
  Lines lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    const Line found = lines(line);
    if (found.part == Line::Part::example && !found.language.empty() && !has(tags, found.language))
      tags.push_back(found.language);
  }
  return tags;
}

/// The template with the id in place of its own and the wanted languages only; a rule owes each loaded one its cues.
std::string fill(const std::string& text, const std::string& own_id, const std::string& id, const Tags& wanted,
                 const Tags& loaded) {
  std::string out;
  Tags cued;
  Lines lines;
  bool in_cues = false;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    const Line found = lines(line);
    if (in_cues && line.empty()) {  // behind the last of them
      for (const std::string& tag : loaded)
        if (!has(cued, tag)) out += fmt::format("{:<40}# none yet\n", tag + " = []");
      in_cues = false;
    }
    in_cues = in_cues || (found.part == Line::Part::cues && !line.empty());
    if (!found.language.empty() && !has(wanted, found.language)) continue;
    if (found.part == Line::Part::cues && !found.language.empty()) cued.push_back(found.language);
    for (std::size_t at = line.find(own_id); at != std::string::npos; at = line.find(own_id, at + id.size()))
      line.replace(at, own_id.size(), id);
    out += line + "\n";
  }
  return out;
}

int refuse(const std::string& why) {
  print_error(why);
  return kUnreadable;
}

std::string quoted(const std::string& path) {
  return path.find_first_of(" '\"\\$&;()*?") == std::string::npos ? path : fmt::format("'{}'", path);
}

}  // namespace

int rules_new(const Options& options) {
  const std::string& id = options.id;
  const std::string dir = options.rules.empty() ? "rules" : options.rules.front();
  if (options.rules.size() > 1) return refuse("--rules: a rule is written to one folder");
  if (!is_rule_id(id))
    return refuse(fmt::format(
        "\"{}\" is no rule id (parts of small Latin letters, digits and hyphens, joined by dots: trade.exports)",
        escape_terminal(id, true)));
  if (id.starts_with("open."))
    return refuse("\"open.\" is kept for claims that no rule describes (mizan explain open.count)");

  std::error_code failed;
  const bool there = fs::is_directory(dir, failed);
  const std::optional<Knowledge> knowledge = load_knowledge(there ? Tags{dir} : Tags{});
  if (!knowledge) return kUnreadable;  // a folder that does not load would hide the mistakes of a new rule
  for (const Frame& frame : knowledge->frames())
    if (frame.id == id) return refuse(fmt::format("there is a rule \"{}\" already: {}", id, frame.file));
  std::string name = id;
  std::replace(name.begin(), name.end(), '.', '/');
  const fs::path file = fs::path(dir) / "facts" / (name + ".toml");
  if (fs::exists(file, failed))
    return refuse(fmt::format("{} is there already, and nothing is overwritten", file.string()));

  const std::string from = shipped_rules() + "/templates/" + options.kind + ".toml";
  std::ifstream in(from, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  if (text.empty()) return refuse(from + ": cannot be read");
  Tags loaded;
  for (const Language& language : knowledge->languages()) loaded.push_back(language.tag);
  for (const std::string& tag : options.languages) {
    if (has(loaded, tag)) continue;
    return refuse(
        fmt::format("--lang: no language \"{}\"; there are {}", escape_terminal(tag, true), fmt::join(loaded, ", ")));
  }
  const Tags& wanted = options.languages.empty() ? loaded : options.languages;
  const Tags written = languages_of(text);
  if (std::none_of(wanted.begin(), wanted.end(), [&](const auto& tag) { return has(written, tag); }))
    return refuse(
        fmt::format("--lang: the skeleton has sentences in {} only; name one of these too", fmt::join(written, ", ")));

  fs::create_directories(file.parent_path(), failed);
  std::ofstream out(file, std::ios::binary);
  out << fill(text, "template." + options.kind, id, wanted, loaded);
  out.close();
  if (!out) return refuse(fmt::format("{} cannot be written", file.string()));
  const std::string page = fmt::format(
      "wrote {}\n"
      "edit {}, then: mizan rules test --rules {}\n"
      "and: mizan check articles/ --rules {}\n",
      file.string(), quoted(file.string()), quoted(dir), quoted(dir));
  return print(page) ? kClean : kUnreadable;
}

}  // namespace mizan::app
