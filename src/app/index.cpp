// `mizan index build|update|status`.
#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/console.hpp"
#include "app/indexed.hpp"

namespace mizan::app {
namespace {

std::string counts(const Totals& t) {
  return fmt::format("{} documents, {} bytes, {} mentions, {} claims", t.documents, t.bytes, t.mentions, t.claims);
}

int status(const Options& options) {
  const std::optional<Home> home = home_of(options);
  if (!home) {
    print_error("an index is of one folder, or of one file: name one");
    return kUnreadable;
  }
  const Index index = Index::open(home->file, knowledge_version(options.rules));
  std::string state = "there is none (mizan index build)";
  int code = kFindings;
  switch (index.state()) {
    case Index::State::absent:
      break;
    case Index::State::other_version:
      state = "of another version or other rules (mizan index update)";
      break;
    case Index::State::damaged:
      state = "damaged: " + index.message() + " (mizan index update)";
      break;
    case Index::State::busy:
      state = "being written";
      break;
    case Index::State::ready: {
      const Selection selection = select_files(options);
      print_errors(selection.errors);
      const Changes changes = changes_of(options, index, selection);
      const Totals totals = index.totals();
      if (index.roots() != home->shape)
        state = "of other articles (mizan index update)";
      else if (!changes.read.empty() || !changes.gone.empty())
        state = fmt::format("behind: {} new or changed, {} gone (mizan index update)", changes.read.size(),
                            changes.gone.size());
      else
        state = "up to date", code = kClean;
      if (index.state() == Index::State::ready) state += "\n" + counts(totals);
      if (!selection.errors.empty()) code = kUnreadable;
      break;
    }
  }
  return print(fmt::format("{}\n{}\n", escape_terminal(home->file, false), state)) ? code : kUnreadable;
}

}  // namespace

int index_command(const Options& options) {
  if (options.command == Command::index_status) return status(options);
  const std::optional<Knowledge> knowledge = load_knowledge(options.rules);
  if (!knowledge || !known_language(options, *knowledge)) return kUnreadable;
  const std::optional<Written> written = write_index(options, *knowledge, options.command == Command::index_build);
  if (!written) return kUnreadable;
  print_errors(written->errors);
  const bool printed = print(fmt::format(
      "{} read, {} put in, {} gone\n{}\n", written->files == 1 ? "1 file" : fmt::format("{} files", written->files),
      written->documents == 1 ? "1 document" : fmt::format("{} documents", written->documents),
      written->gone == 1 ? "1 file" : fmt::format("{} files", written->gone), counts(written->totals)));
  return printed && written->errors.empty() ? kClean : kUnreadable;
}

}  // namespace mizan::app
