// The pseudo-terminal of these tests itself: what a small program writes is seen, what is typed arrives.
#include "terminal.hpp"

#include <csignal>

#include "catch.hpp"
#include "process.hpp"

using namespace cli;

namespace {

std::vector<std::string> shell(const std::string& script) { return {"/bin/sh", "-c", script}; }

}  // namespace

TEST_CASE("the screen shows what was written, cell by cell", "[terminal]") {
  Terminal terminal(shell("printf 'one\\r\\n\\033[1;31mtwo\\033[0m three\\033[5;3Hfive'"), {40, 10});
  CHECK(terminal.wait_exit() == 0);
  CHECK(terminal.row(0) == "one");
  CHECK(terminal.row(1) == "two three");
  CHECK(terminal.row(4) == "  five");
  CHECK(terminal.row(10).empty());
  CHECK(terminal.look(1, 0).bold);
  CHECK(terminal.look(1, 0).coloured);
  CHECK_FALSE(terminal.look(1, 5).bold);
  CHECK_FALSE(terminal.look(1, 5).coloured);
  CHECK(contains(terminal.bytes(), "\033[1;31mtwo"));
}

TEST_CASE("letters of other scripts stand in their cells, isolates in none", "[terminal]") {
  Terminal terminal(shell("printf 'a \\342\\201\\250\\330\\263\\331\\204\\331\\205\\342\\201\\251 b'"), {40, 5});
  CHECK(terminal.wait_exit() == 0);
  CHECK(terminal.row(0) == "a \u0633\u0644\u0645 b");
  CHECK(contains(terminal.bytes(), "\u2068\u0633\u0644\u0645\u2069"));
}

TEST_CASE("what never comes is not waited for beyond the time, nor beyond the end", "[terminal]") {
  Terminal running(shell("echo begun; read x"), {40, 5});
  CHECK(running.wait_for("begun"));
  CHECK(running.wait_row(0, "beg"));
  CHECK_FALSE(running.wait_row(1, "beg", 0.1));
  CHECK_FALSE(running.wait_for("ended", 0.2));
  CHECK(running.wait_exit(0.1) == -1);
  Terminal over(shell("echo begun; exit 3"), {40, 5});
  CHECK_FALSE(over.wait_for("ended"));
  CHECK(over.wait_exit() == 3);
  Terminal missing({"/no/such/program"});
  CHECK(missing.wait_exit() == 127);
}

TEST_CASE("keys, the size and signals reach the program", "[terminal]") {
  Terminal terminal(shell("stty size; read x; echo got $x; stty size; trap 'echo trapped; exit 4' TERM; echo ready; "
                          "while :; do sleep 0.05; done"),
                    {72, 11}, {"LC_ALL=C"});
  CHECK(terminal.wait_for("11 72"));
  terminal.resize({50, 9});
  terminal.send("keys\r");
  CHECK(terminal.wait_for("got keys"));
  CHECK(terminal.wait_for("9 50"));
  CHECK(terminal.wait_for("ready"));
  terminal.signal(SIGTERM);
  CHECK(terminal.wait_for("trapped"));
  CHECK(terminal.wait_exit() == 4);
}

TEST_CASE("the state of the terminal can be asked for", "[terminal]") {
  Terminal terminal(
      shell("stty -icanon -echo; printf '\\033[?1049h\\033[?25lfull'; read x; "
            "stty icanon echo; printf '\\033[?25h\\033[?1049l'"));
  CHECK(terminal.cooked());
  REQUIRE(terminal.wait_for("full"));
  CHECK(terminal.alternate());
  CHECK_FALSE(terminal.cursor_shown());
  CHECK_FALSE(terminal.cooked());
  terminal.send("\r");
  CHECK(terminal.wait_without("full"));
  CHECK(terminal.wait_exit() == 0);
  CHECK_FALSE(terminal.alternate());
  CHECK(terminal.cursor_shown());
  CHECK(terminal.cooked());
}
