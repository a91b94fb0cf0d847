// `browse` in a pseudo-terminal, as an editor uses it.
#include <sys/stat.h>

#include <csignal>
#include <regex>

#include "catch.hpp"
#include "process.hpp"
#include "terminal.hpp"

using namespace cli;

namespace {

constexpr std::string_view kFriday = "The summit opened on Friday, 9 November 2023 in Astana.\n";
const std::string kDown = "\033[B", kEnter = "\r", kEscape = "\033", kBackspace = "\177", kTab = "\t";

std::vector<std::string> browse(const std::string& path, std::vector<std::string> flags = {}) {
  std::vector<std::string> command = {MIZAN_BINARY, "browse", path};
  command.insert(command.end(), flags.begin(), flags.end());
  return command;
}

void check_restored(const Terminal& terminal) {
  CHECK_FALSE(terminal.alternate());
  CHECK(terminal.cursor_shown());
  CHECK(terminal.cooked());
}

/// An editor that writes down what it was called with, and how it found the terminal.
std::string fake_editor(const Folder& folder, const std::string& name) {
  const std::string file =
      folder.write(name, "#!/bin/sh\nfor word in \"$@\"; do echo \"<$word>\"; done > '" + folder.path("called") +
                             "'\nstty -a | grep -o ' icanon' >> '" + folder.path("called") + "'\n");
  chmod(file.c_str(), 0700);
  return file;
}

}  // namespace

TEST_CASE("browse at 80 columns: the list, a page, and back", "[browse]") {
  Terminal terminal(browse(kSeeds));
  REQUIRE(terminal.wait_for("q quit"));
  CHECK(terminal.alternate());
  CHECK_FALSE(terminal.cursor_shown());
  CHECK(contains(terminal.row(0), "mizan  0 contradictions, 1 tension, "));
  CHECK(contains(terminal.row(1), "contradictions and tensions, by severity"));
  CHECK(terminal.row(2).starts_with("> fc-326cbbb3  tension[record]"));
  CHECK(terminal.look(2, 2).reverse);
  CHECK(terminal.look(0, 0).bold);
  CHECK_FALSE(terminal.shows("reason"));
  terminal.send(kEnter);
  REQUIRE(terminal.wait_for("> finding fc-326cbbb3"));
  CHECK(terminal.wait_for("Backspace back"));
  terminal.send("G");
  REQUIRE(terminal.wait_for("reason    interval B"));
  terminal.send("g" + kTab + kEnter);
  REQUIRE(terminal.wait_for("claim cl-ccf19c2d"));
  terminal.send(kBackspace);
  REQUIRE(terminal.wait_for("finding fc-326cbbb3"));
  terminal.send("q");
  CHECK(terminal.wait_exit() == 0);
  check_restored(terminal);
  CHECK_FALSE(terminal.shows("fc-326cbbb3"));
}

TEST_CASE("browse at 120 columns: the page beside the list", "[browse]") {
  Terminal terminal(browse(kSeeds, {"--all"}), {120, 40});
  REQUIRE(terminal.wait_for("finding fc-326cbbb3"));
  CHECK(terminal.wait_for("\u2502  finding fc-326cbbb3"));
  CHECK(terminal.wait_for("28.2 \u0645\u06CC\u0644\u06CC\u0627\u0631\u062F"));
  terminal.send(kDown);
  REQUIRE(terminal.wait_without("finding fc-326cbbb3"));
  CHECK(terminal.wait_row(4, "> fc-"));
  terminal.resize({80, 24});
  REQUIRE(terminal.wait_without("\u2502"));
  CHECK(terminal.wait_for("q quit"));
  terminal.resize({20, 5});
  REQUIRE(terminal.wait_row(1, "> fc-"));
  terminal.resize({120, 40});
  REQUIRE(terminal.wait_for("\u2502  finding fc-"));
  terminal.send("q");
  CHECK(terminal.wait_exit() == 0);
  check_restored(terminal);
}

TEST_CASE("browse colours and isolates as it is told", "[browse]") {
  const auto written = [](const std::vector<std::string>& flags, const std::vector<std::string>& environment) {
    Terminal terminal(browse(kSeeds, flags), {120, 40}, environment);
    CHECK(terminal.wait_for("finding fc-326cbbb3"));
    CHECK(terminal.wait_for("\u0645\u06CC\u0644\u06CC\u0627\u0631\u062F"));
    terminal.send("q");
    CHECK(terminal.wait_exit() == 0);
    return terminal.bytes();
  };
  const std::string by_itself = written({}, {});
  CHECK(contains(by_itself, "\033[1;33mtension"));
  CHECK(contains(by_itself, "\u2068"));
  CHECK(contains(by_itself, "\u2067"));  // a sentence that goes on in the next row
  const std::string bare = written({"--bidi", "off"}, {"NO_COLOR=1"});
  CHECK_FALSE(std::regex_search(bare, std::regex("\033\\[[0-9;]*[1-9][0-9;]*m")));
  for (const char* none : {"\u2066", "\u2067", "\u2068", "\u2069"}) CHECK_FALSE(contains(bare, none));
  CHECK(contains(written({"--bidi", "isolate"}, {"NO_COLOR=1"}), "\u2068"));
}

TEST_CASE("the filter of browse narrows the list, or says that nothing matches", "[browse]") {
  Terminal terminal(browse(kSeeds, {"--all"}));
  REQUIRE(terminal.wait_for("1 of "));
  terminal.send("/");
  REQUIRE(terminal.wait_without("q quit"));
  terminal.send("tension");
  REQUIRE(terminal.wait_for("1 of 1\n"));
  CHECK(terminal.wait_row(23, "/tension"));
  CHECK(terminal.cursor_shown());
  terminal.send("\u0645\u06CC\u0644");  // three letters: no such word goes on so
  REQUIRE(terminal.wait_for("no finding matches"));
  terminal.send(kEscape);
  REQUIRE(terminal.wait_without("no finding matches"));
  terminal.send("/\u0645\u064A\u0644\u064A\u0627\u0631\u062F" + kEnter);  // with the letters of an Arabic keyboard
  REQUIRE(terminal.wait_for(", with "));
  CHECK(terminal.wait_for("fc-326cbbb3"));
  terminal.send("q");
  CHECK(terminal.wait_exit() == 0);
}

TEST_CASE("browse opens the editor at the line, and comes back", "[browse]") {
  const Folder folder;
  const std::string file = folder.write("a folder/one.txt", "A line.\n\n" + std::string(kFriday));
  const std::string editor = fake_editor(folder, "editor");
  const auto called = [&](const std::vector<std::string>& environment, const std::string& keys) {
    std::filesystem::remove(folder.path("called"));
    Terminal terminal(browse(file), {}, environment);
    REQUIRE(terminal.wait_for("contradiction[weekday]"));
    terminal.send(keys);
    for (int i = 0; i < 400 && read_file(folder.path("called")).find("icanon") == std::string::npos; ++i)
      terminal.settle(0.05);
    REQUIRE(terminal.wait_for("[weekday]"));
    terminal.settle(0.2);
    CHECK(terminal.alternate());
    CHECK_FALSE(terminal.cooked());
    terminal.send("q");
    CHECK(terminal.wait_exit() == 0);
    check_restored(terminal);
    return read_file(folder.path("called"));
  };
  CHECK(called({"EDITOR=" + editor}, "e") == "<+3>\n<" + file + ">\n icanon\n");
  CHECK(called({"EDITOR=false", "VISUAL=" + editor + " --wait"}, "o") == "<--wait>\n<+3>\n<" + file + ">\n icanon\n");
  CHECK(called({"EDITOR=" + editor}, kEnter + kTab + kDown + kDown + "e") == "<+3>\n<" + file + ">\n icanon\n");
  CHECK(called({"EDITOR=" + fake_editor(folder, "code")}, "e") == "<--goto>\n<" + file + ":3:22>\n icanon\n");
}

TEST_CASE("browse says what an editor that fails did", "[browse]") {
  const Folder folder;
  const std::string file = folder.write("one.txt", kFriday);
  Terminal terminal(browse(file), {}, {"EDITOR=/no/such/editor"});
  REQUIRE(terminal.wait_for("contradiction[weekday]"));
  terminal.send("e");
  REQUIRE(terminal.wait_for("could not be started"));
  std::filesystem::remove(file);
  terminal.send("e");
  REQUIRE(terminal.wait_for("there is no file"));
  terminal.send("y");
  CHECK(terminal.wait_exit() == 0);
  CHECK(terminal.shows("fc-"));
}

TEST_CASE("signals end browse with the terminal as it was", "[browse]") {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    Terminal terminal(browse(kSeeds));
    REQUIRE(terminal.wait_for("fc-326cbbb3"));
    if (signal == SIGINT) {
      terminal.send("\003");
    } else {
      terminal.signal(signal);
    }
    CHECK(terminal.wait_exit() == 128 + signal);
    check_restored(terminal);
  }
}

TEST_CASE("Ctrl-Z stops browse, and fg brings it back", "[browse]") {
  Terminal terminal(
      {"/bin/bash", "-c",
       "set -m; \"$0\" browse \"$1\"; echo stopped; stty -a | grep -o ' icanon'; read x; fg; echo ended $?",
       MIZAN_BINARY, kSeeds});
  REQUIRE(terminal.wait_for("fc-326cbbb3"));
  terminal.send("\032");
  REQUIRE(terminal.wait_for(" icanon"));
  check_restored(terminal);
  terminal.send(kEnter);
  REQUIRE(terminal.wait_for("> fc-326cbbb3"));
  CHECK(terminal.alternate());
  terminal.send(kEnter);
  REQUIRE(terminal.wait_for("> finding fc-326cbbb3"));
  terminal.send("q");
  REQUIRE(terminal.wait_for("ended 0"));
  CHECK(terminal.wait_exit() == 0);
  check_restored(terminal);
}

TEST_CASE("browse without a terminal names what to use instead", "[browse]") {
  const Outcome piped = mizan({"browse", kSeeds}, {"TERM=xterm"});
  CHECK(piped.code == 2);
  CHECK(piped.out.empty());
  CHECK(contains(piped.err, "error: browse needs a terminal"));
  CHECK(contains(piped.err, "mizan show ID"));
  for (const char* term : {"TERM=dumb", "TERM=no-such-terminal"}) {
    Terminal terminal(browse(kSeeds), {}, {term});
    CHECK(terminal.wait_exit() == 2);
    CHECK(terminal.shows("mizan show ID"));
    CHECK_FALSE(contains(terminal.bytes(), "\033"));
    CHECK(terminal.cooked());
  }
}

TEST_CASE("browse of articles without findings, and of what cannot be read", "[browse]") {
  const Folder folder;
  const std::string file = folder.write("one.txt", "Nothing to weigh.\n");
  Terminal terminal(browse(file), {20, 5});
  REQUIRE(terminal.wait_for("no findings"));
  terminal.send("jkG" + kEnter + "n?");
  REQUIRE(terminal.wait_for("Keys"));
  terminal.send("qq");
  CHECK(terminal.wait_exit() == 0);
  check_restored(terminal);

  Terminal missing({MIZAN_BINARY, "browse", file, folder.path("missing.txt")});
  REQUIRE(missing.wait_for("no findings"));
  missing.send("q");
  CHECK(missing.wait_exit() == 2);
  CHECK(missing.shows("missing.txt"));  // the error stands where it was
}

TEST_CASE("browse takes the filters of check", "[browse]") {
  Terminal terminal(browse(kSeeds, {"--all", "--rule", "person.*"}));
  REQUIRE(terminal.wait_for("corroboration[person.visit]"));
  CHECK_FALSE(terminal.shows("tension[record]"));
  terminal.send("q");
  CHECK(terminal.wait_exit() == 0);
  Terminal wrong(browse(kSeeds, {"--rule", "persn.*"}));
  CHECK(wrong.wait_exit() == 2);
  CHECK(wrong.shows("no rule \"persn.*\""));
  CHECK_FALSE(contains(wrong.bytes(), "\033"));
}
