// Pages on a terminal: of every command, width, colour and treatment of direction, no line breaks a law.
#include "catch.hpp"
#include "process.hpp"
#include "report/table.hpp"
#include "terminal.hpp"

using namespace cli;

namespace {

constexpr std::string_view kFsi = "\xE2\x81\xA8", kPdi = "\xE2\x81\xA9", kReset = "\x1b[0m";
const std::string kArticles = MIZAN_SOURCE_DIR "/tests/cli/show";

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t n = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++n;
  return n;
}

/// Isolates that begin: of a direction that shows, or of one that is told (where a line was broken).
std::size_t opened(std::string_view text) { return count(text, kFsi) + count(text, "\u2066") + count(text, "\u2067"); }

/// What the program wrote to a terminal, line by line.
std::vector<std::string> page(std::vector<std::string> arguments, int columns,
                              const std::vector<std::string>& environment = {}) {
  arguments.insert(arguments.begin(), MIZAN_BINARY);
  Terminal terminal(std::move(arguments), {columns, 50}, environment);
  const int code = terminal.wait_exit();
  CHECK((code == 0 || code == 1));
  std::string bytes = terminal.bytes();
  std::erase(bytes, '\r');
  return lines(bytes);
}

bool right_to_left(std::string_view line) {  // a letter of the Arabic block
  for (const char c : line)
    if (static_cast<unsigned char>(c) >= 0xD8U && static_cast<unsigned char>(c) <= 0xDBU) return true;
  return false;
}

struct Looks {
  bool colour = true, isolate = true;
};

/// How many of the lines have letters that run from right to left.
std::size_t check_laws(const std::vector<std::string>& page, int columns, Looks looks) {
  std::size_t rtl = 0;
  REQUIRE(page.size() > 3);
  for (const std::string& line : page) {
    INFO(line);
    CHECK(::mizan::report::printed(line) <= static_cast<std::size_t>(columns));
    if (!looks.colour) CHECK_FALSE(contains(line, "\x1b"));
    if (const std::size_t last = line.rfind("\x1b["); last != std::string::npos)
      CHECK(line.compare(last, kReset.size(), kReset) == 0);
    if (!looks.isolate) CHECK(opened(line) + count(line, kPdi) == 0);
    CHECK(opened(line) == count(line, kPdi));
    if (!right_to_left(line)) continue;
    ++rtl;
    if (!looks.isolate) continue;
    // every such letter stands inside an isolate
    std::size_t depth = 0;
    for (std::size_t at = 0; at < line.size(); ++at) {
      if (opened(line.substr(at, 3)) == 1) ++depth;
      if (line.compare(at, kPdi.size(), kPdi) == 0) --depth;
      if (right_to_left(line.substr(at, 1))) REQUIRE(depth > 0);
    }
  }
  return rtl;
}

std::string id_of(const std::string& kind, const std::string& where) {
  for (const std::string& line : lines(cli::mizan({"show", where}).out))
    if (line.starts_with(kind)) return line.substr(0, 11);
  return {};
}

std::vector<std::vector<std::string>> pages() {
  std::vector<std::vector<std::string>> all = {
      {"check", kSeeds, "--all"},
      {"check", kArticles},
      {"show", kSeeds},
      {"show", id_of("fc-", kArticles), kArticles},
      {"show", kArticles + "/fa.md:9", kArticles},
      {"show", "--about", "turnover Kazakhstan", kSeeds},
      {"show", id_of("fc-", kSeeds), kSeeds},
      {"series", "trade.turnover", kSeeds},
      {"series", kSeeds, "--all"},
  };
  return all;
}

}  // namespace

TEST_CASE("no line is wider than the terminal; colours and isolates end with their line", "[terminal]") {
  for (const std::vector<std::string>& arguments : pages()) {
    for (const int columns : {80, 120}) {
      INFO(arguments[0] << " " << arguments[1] << " at " << columns);
      const std::vector<std::string> plain = page(arguments, columns);
      const std::size_t rtl = check_laws(plain, columns, {});
      std::vector<std::string> with = arguments;
      with.insert(with.end(), {"--color", "never", "--bidi", "off"});
      CHECK(check_laws(page(with, columns), columns, {false, false}) == rtl);
    }
  }
}

TEST_CASE("colour and isolates each by themselves, by flag and by environment", "[terminal]") {
  const std::vector<std::string> finding = {"show", id_of("fc-", kArticles), kArticles};
  const auto with = [&](std::vector<std::string> flags) {
    flags.insert(flags.begin(), finding.begin(), finding.end());
    return flags;
  };
  const auto any = [](const std::vector<std::string>& page, std::string_view part) {
    return std::any_of(page.begin(), page.end(), [&](const std::string& line) { return contains(line, part); });
  };
  for (const int columns : {80, 120}) {
    CHECK(check_laws(page(with({"--color", "never"}), columns), columns, {false, true}) > 0);
    CHECK(check_laws(page(with({"--bidi", "off"}), columns), columns, {true, false}) > 0);
    CHECK(check_laws(page(finding, columns, {"NO_COLOR=1"}), columns, {false, true}) > 0);
    CHECK(check_laws(page(finding, columns, {"TERM=dumb"}), columns, {false, false}) > 0);
    const auto forced = page(with({"--color", "always", "--bidi", "isolate"}), columns, {"TERM=dumb", "NO_COLOR=1"});
    CHECK(check_laws(forced, columns, {}) > 0);
    CHECK(any(forced, "\x1b[1;4;31m"));
    CHECK(any(forced, kFsi));
    CHECK(any(page(finding, columns), "\x1b[1;4;31m"));
  }
}

TEST_CASE("a pipe takes lines as they are", "[terminal]") {
  const std::vector<std::string> all = lines(cli::mizan({"check", kSeeds}).out);
  CHECK(std::any_of(all.begin(), all.end(), [](const std::string& line) { return line.size() > 120; }));
}

TEST_CASE("plots are drawn with lines in a UTF-8 locale, else with ASCII", "[terminal]") {
  const auto drawn = [](const std::string& locale) {
    std::string text;
    for (const std::string& line : page({"series", "trade.turnover", kSeeds, "--color", "never"}, 80, {locale}))
      text += line + "\n";
    return text;
  };
  const std::string lines_of = drawn("LC_ALL=C.UTF-8"), ascii = drawn("LC_ALL=C");
  CHECK(contains(lines_of, "\u25CF"));
  CHECK_FALSE(contains(ascii, "\u25CF"));
  CHECK(contains(ascii, "X at odds"));
  CHECK(std::all_of(ascii.begin(), ascii.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80U; }));
}
