// The interactive view without a terminal: keys go in, rows come out.
#include "report/browse.hpp"

#include <algorithm>
#include <ctime>

#include "catch.hpp"
#include "report/lay.hpp"
#include "sample.hpp"

using namespace mizan;

namespace {

using Name = Key::Name;

/// A browser and what it shows.
struct View {
  explicit View(Run the_run, unsigned columns = 80, unsigned rows = 24, TextOptions options = {})
      : run(std::move(the_run)), browser(run, options) {
    browser.resize(columns, rows);
  }
  View& keys(std::string_view letters) {
    for (const char letter : letters) browser.press({Name::text, std::string(1, letter)});
    return *this;
  }
  View& key(Name name, int times = 1) {
    for (int i = 0; i < times; ++i) browser.press({name, {}});
    return *this;
  }
  std::string text() {
    std::string all;
    for (const std::string& row : browser.screen().rows) all += row + "\n";
    return all;
  }
  bool shows(const std::string& part) { return text().find(part) != std::string::npos; }
  /// The first row that is marked.
  std::string marked() {
    for (const std::string& row : browser.screen().rows)
      if (row.starts_with("> ")) return row;
    return {};
  }

  Run run;
  Browser browser;
};

/// The sample, and a contradiction in an article of its own, in English.
Run two() {
  Run run = sample::run();
  const std::string text = "The \xD9\x83\xD8\xAA\xD8\xA7\xD8\xA8\xD9\x8A summit opened on Friday, 9 November.";
  run.documents.push_back(sample::document("day.txt", text));
  run.extractions.emplace_back();
  run.extractions.back().language = "en";
  run.extractions[0].language = "fa";
  Finding finding;
  finding.id = "fc-dddd0004";
  finding.verdict = Verdict::contradiction;
  finding.level = Level::error;
  finding.rule = "weekday";
  finding.title = "Friday, 9 November 2023 was a Thursday";
  finding.confidence = 0.6;
  Evidence evidence;
  evidence.document = 3;
  evidence.span = sample::span_of(text, "Friday, 9 November");
  evidence.sentence = {0, static_cast<std::uint32_t>(text.size())};
  evidence.value = "2023-11-09";
  finding.evidence = {evidence};
  run.findings.insert(run.findings.begin(), finding);
  return run;
}

}  // namespace

TEST_CASE("the list: counts, findings that are at odds, the first one chosen", "[browse]") {
  View view(two());
  CHECK(view.shows("mizan  1 contradiction, 1 tension, 1 corroboration, 0 verified"));
  CHECK(view.shows("4 documents\n"));
  CHECK(view.shows("contradictions and tensions, by severity"));
  CHECK(view.shows("1 of 2\n"));
  CHECK(view.marked().starts_with("> fc-dddd0004  contradiction[weekday]  0.60  day.txt:1"));
  CHECK(view.shows("    Friday, 9 November 2023 was a Thursday"));
  CHECK(view.shows("  fc-7f3a19c2  tension[record]  0.75  fa.txt:1"));
  CHECK_FALSE(view.shows("fc-00000001"));  // it agrees
  CHECK(view.browser.screen().rows.size() == 24);
}

TEST_CASE("moving in the list stops at its ends", "[browse]") {
  View view(two());
  CHECK(view.keys("j").marked().starts_with("> fc-7f3a19c2"));
  CHECK(view.keys("j").marked().starts_with("> fc-7f3a19c2"));
  CHECK(view.key(Name::up).marked().starts_with("> fc-dddd0004"));
  CHECK(view.keys("k").marked().starts_with("> fc-dddd0004"));
  CHECK(view.keys("G").marked().starts_with("> fc-7f3a19c2"));
  CHECK(view.keys("g").marked().starts_with("> fc-dddd0004"));
  CHECK(view.key(Name::page_down).marked().starts_with("> fc-7f3a19c2"));
  CHECK(view.keys("n").shows("this is the last finding"));
  CHECK(view.keys("N").marked().starts_with("> fc-dddd0004"));
  CHECK(view.keys("x").shows("no such key"));
  CHECK_FALSE(view.keys("j").shows("no such key"));
}

TEST_CASE("verdict, rule and order in turn", "[browse]") {
  View view(two());
  view.keys("v");
  CHECK(view.shows("contradictions, by severity"));
  CHECK(view.shows("1 of 1\n"));
  CHECK(view.keys("vv").shows("corroborations, by severity"));
  CHECK(view.marked().starts_with("> fc-00000001"));
  CHECK(view.keys("v").shows("all, by severity"));  // no finding is verified or suppressed
  CHECK(view.shows("3 of 3\n"));                    // the chosen one stays chosen
  CHECK(view.keys("v").shows("contradictions and tensions, by severity"));
  CHECK(view.keys("r").shows("contradictions and tensions of record, by severity"));
  CHECK(view.shows("1 of 1\n"));
  CHECK(view.keys("r").shows("of weekday"));
  CHECK(view.keys("r").shows("1 of 2\n"));
  CHECK(view.keys("gs").shows("by confidence"));
  CHECK(view.shows("2 of 2\n"));  // the chosen one stays chosen, and is the less sure
  CHECK(view.marked().starts_with("> fc-dddd0004"));
  CHECK(view.keys("s").shows("by place"));
  CHECK(view.keys("g").marked().starts_with("> fc-7f3a19c2"));
  CHECK(view.keys("s").shows("by severity"));
}

TEST_CASE("a suppressed finding stands in a group of its own", "[browse]") {
  Run run = two();
  run.findings[0].suppressed = Suppression{};
  View view(std::move(run));
  CHECK(view.shows("0 contradictions, 1 tension, 1 corroboration, 0 verified, 1 suppressed"));
  CHECK(view.shows("1 of 1\n"));
  CHECK(view.keys("vvv").shows("suppressed, by severity"));
  CHECK(view.marked().starts_with("> fc-dddd0004 suppressed"));
}

TEST_CASE("the filter works as it is typed", "[browse]") {
  View view(two());
  CHECK(view.keys("/").browser.screen().typing == 1U);
  view.keys("thurs");
  CHECK(view.shows("/thurs"));
  CHECK(view.shows("1 of 1\n"));
  CHECK(view.browser.screen().typing == 6U);
  CHECK(view.keys("q").shows("no finding matches"));  // a letter, not the key
  CHECK(view.key(Name::backspace).shows("1 of 1\n"));
  CHECK(view.key(Name::enter).shows("by severity, with thurs"));
  CHECK_FALSE(view.browser.screen().typing);
  CHECK(view.key(Name::escape).shows("1 of 2\n"));
  CHECK(view.keys("/day.txt FRIDAY").shows("1 of 1\n"));  // all words, any case, a path
  CHECK(view.key(Name::clear).shows("1 of 2\n"));
  CHECK(view.key(Name::backspace).browser.screen().typing == std::nullopt);
}

TEST_CASE("words of the filter may say where", "[browse]") {
  const auto found = [](std::string_view words) {
    View view(two());
    view.keys("/").keys(words);
    for (const std::string& row : view.browser.screen().rows)
      if (row.starts_with("> ")) return row.substr(2, 11);
    return std::string();
  };
  CHECK(found("lang:fa") == "fc-7f3a19c2");
  CHECK(found("lang:en") == "fc-dddd0004");
  CHECK(found("lang:ru").empty());
  CHECK(found("rule:week") == "fc-dddd0004");
  CHECK(found("verdict:tension") == "fc-7f3a19c2");
  CHECK(found("doc:day") == "fc-dddd0004");
  CHECK(found("doc:thursday").empty());
  CHECK(found("summit") == "fc-dddd0004");  // the words of the article
  CHECK(found("fc-7f3") == "fc-7f3a19c2");
}

TEST_CASE("an Arabic and a Persian keyboard find the same word", "[browse]") {
  const auto knowledge = Knowledge::load({MIZAN_SOURCE_DIR "/rules"});
  REQUIRE(knowledge);
  for (const std::string& word :
       {std::string("\u0643\u062A\u0627\u0628\u064A"), std::string("\u06A9\u062A\u0627\u0628\u06CC")}) {
    Run run = two();
    run.knowledge = &*knowledge;
    View view(std::move(run));
    view.keys("/");
    for (std::size_t i = 0; i < word.size(); i += 2) view.browser.press({Name::text, word.substr(i, 2)});
    CHECK(view.shows("1 of 1\n"));
    CHECK(view.key(Name::backspace).shows("1 of 1\n"));
    CHECK(view.keys("z").shows("no finding matches"));
  }
}

TEST_CASE("a finding, its claim, the series, the article, and back", "[browse]") {
  View view(sample::run());
  view.key(Name::enter);
  CHECK(view.shows("1 of 1 > fc-7f3a19c2"));
  CHECK(view.marked().starts_with("> finding fc-7f3a19c2  tension[record]"));
  CHECK(view.shows("record of *$28 billion* in") == false);
  CHECK(view.shows("Record turnover of *$28 billion* in 2023."));
  view.key(Name::tab);
  CHECK(view.marked().starts_with(">   A seeds/fa.txt:1:7"));
  CHECK(view.shows("Enter cl-aaaa0001  e fa.txt:1 "));
  CHECK(view.keys("j").shows("Enter cl-aaaa0001"));  // the excerpt below belongs to it
  view.key(Name::enter);
  CHECK(view.shows("1 of 1 > fc-7f3a19c2 > cl-aaaa0001"));
  CHECK(view.shows("claim cl-aaaa0001  trade.turnover"));
  view.keys("G");
  CHECK(view.shows("Enter sr-0a0b0c0d"));
  view.key(Name::enter);
  CHECK(view.shows("series trade.turnover KZ+RU"));
  view.key(Name::backspace);
  for (int i = 0; i < 40 && !view.shows("Enter fa.txt"); ++i) view.key(Name::up);
  view.key(Name::enter);
  CHECK(view.shows("> fc-7f3a19c2 > cl-aaaa0001 > fa.txt"));
  CHECK(view.shows("path      seeds/fa.txt"));
  view.key(Name::backspace, 3);
  CHECK(view.marked().starts_with("> fc-7f3a19c2"));
  view.key(Name::backspace);
  CHECK(view.marked().starts_with("> fc-7f3a19c2"));  // there is nothing before the list
}

TEST_CASE("rows that lead nowhere say so", "[browse]") {
  View view(sample::run());
  view.key(Name::enter).key(Name::enter);
  CHECK(view.shows("nothing to follow here"));
  CHECK(view.shows("1 of 1 > fc-7f3a19c2 "));
}

TEST_CASE("the next finding from the page of one", "[browse]") {
  View view(two());
  view.key(Name::enter).keys("n");
  CHECK(view.shows("2 of 2 > fc-7f3a19c2"));
  CHECK(view.shows("finding fc-7f3a19c2"));
  CHECK(view.keys("N").shows("finding fc-dddd0004"));
}

TEST_CASE("the editor is asked for where the row stands", "[browse]") {
  View view(sample::run());
  CHECK(view.browser.wants() == Browser::Want::nothing);
  view.keys("e");
  CHECK(view.browser.wants() == Browser::Want::edit);
  CHECK(view.browser.spot().path == "seeds/fa.txt");
  CHECK(view.browser.spot().line == 1);
  CHECK(view.browser.spot().column == 7);
  view.key(Name::enter);
  CHECK(view.browser.wants() == Browser::Want::nothing);
  for (int i = 0; i < 40 && !view.shows("e ru.txt:1 "); ++i) view.key(Name::down);
  view.keys("o");
  CHECK(view.browser.wants() == Browser::Want::edit);
  CHECK(view.browser.spot().path == "seeds/ru.txt");
  CHECK(view.browser.spot().column == 20);
  View empty{Run{}};
  empty.keys("e");
  CHECK(empty.browser.wants() == Browser::Want::nothing);
  CHECK(empty.shows("there is no place to open"));
}

TEST_CASE("a finding without claims leads to its places all the same", "[browse]") {
  View view(two());
  view.key(Name::enter);
  for (int i = 0; i < 40 && !view.shows("e day.txt"); ++i) view.key(Name::down);
  CHECK(view.shows("e day.txt:1 "));
  view.keys("e");
  CHECK(view.browser.spot().path == "seeds/day.txt");
  CHECK(view.browser.spot().column == 28);
}

TEST_CASE("leaving, with and without an identifier", "[browse]") {
  View view(two());
  view.keys("q");
  CHECK(view.browser.wants() == Browser::Want::quit);
  CHECK(view.browser.id().empty());
  View other(two());
  other.keys("jy");
  CHECK(other.browser.wants() == Browser::Want::quit);
  CHECK(other.browser.id() == "fc-7f3a19c2");
}

TEST_CASE("help covers the list until a key", "[browse]") {
  View view(two());
  CHECK(view.keys("?").shows("open the place in $VISUAL or $EDITOR"));
  CHECK_FALSE(view.shows("fc-dddd0004"));
  CHECK(view.keys("j").marked().starts_with("> fc-dddd0004"));  // that key did no more
}

TEST_CASE("nothing found, nothing at odds", "[browse]") {
  View empty{Run{}};
  CHECK(empty.shows("no findings"));
  empty.key(Name::enter).keys("jkGgnNvrs").key(Name::page_down);
  CHECK(empty.shows("no findings"));
  Run run = sample::run();
  run.findings.erase(run.findings.begin());
  View view(std::move(run));
  CHECK(view.shows("no contradictions and tensions; v shows others"));
}

TEST_CASE("at 120 columns the page stands beside the list", "[browse]") {
  View view(two(), 120, 30);
  CHECK(view.shows("\u2502  finding fc-dddd0004  contradiction[weekday]"));
  CHECK(view.keys("j").shows("\u2502  finding fc-7f3a19c2  tension[record]"));
  CHECK(view.key(Name::enter).shows("\u2502> finding fc-7f3a19c2"));
  CHECK(view.shows("fc-dddd0004"));
  view.browser.resize(80, 24);
  CHECK_FALSE(view.shows("\u2502"));
  CHECK(view.marked().starts_with("> finding fc-7f3a19c2"));
  view.browser.resize(130, 24);
  CHECK(view.shows("\u2502> finding fc-7f3a19c2"));
}

TEST_CASE("no row is wider than the screen, and there are as many as it has", "[browse]") {
  for (const bool isolate : {false, true}) {
    for (unsigned columns : {1U, 5U, 20U, 80U, 119U, 120U, 200U}) {
      for (unsigned rows : {1U, 2U, 5U, 24U}) {
        TextOptions options;
        options.color = options.isolate = isolate;
        View view(two(), columns, rows, options);
        for (const char* keys : {"", "j", "G", "?", "?", "/fri", "\x1b"}) {
          view.keys(keys);
          const Screen screen = view.browser.screen();
          CHECK(screen.rows.size() == rows);
          for (const std::string& row : screen.rows) {
            INFO(columns << "x" << rows << " " << keys << ": " << row);
            CHECK(report::printed_cells(row) <= columns);
            CHECK(std::count(row.begin(), row.end(), '\n') == 0);
          }
          view.key(Name::enter);
          for (const std::string& row : view.browser.screen().rows) CHECK(report::printed_cells(row) <= columns);
        }
      }
    }
  }
}

TEST_CASE("what an article holds acts on no terminal", "[browse]") {
  Run run = two();
  run.findings[0].title = "a \x1b[2J title\x07 \u202E end";
  run.documents[3].path = "seeds/\x1b]0;x.txt";
  View view(std::move(run), 120, 30);
  view.keys("/");
  view.browser.press({Name::text, "\u202E"});
  view.key(Name::backspace).key(Name::enter);
  const std::string text = view.text();
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find("\u202E") == std::string::npos);
  CHECK(text.find("<U+001B>[2J title<U+0007> <U+202E> end") != std::string::npos);
}

TEST_CASE("twenty thousand findings are no more work than those that are visible", "[browse]") {
  Run run = two();
  const std::vector<Finding> few = run.findings;
  for (int i = 0; run.findings.size() < 20000; ++i) {
    run.findings.push_back(few[static_cast<std::size_t>(i) % few.size()]);
    run.findings.back().id = "fc-" + std::to_string(10000000 + i);
  }
  View view(std::move(run), 160, 50);
  const std::clock_t start = std::clock();
  for (int i = 0; i < 300; ++i) {
    view.key(i % 3 == 0 ? Name::page_down : Name::down);
    CHECK(view.browser.screen().rows.size() == 50);
  }
  view.keys("/friday").keys("v").key(Name::enter).keys("Gsss");
  CHECK(view.browser.screen().rows.size() == 50);
  CHECK(std::clock() - start < 10 * CLOCKS_PER_SEC);  // some 0.2 s without the sanitizers
}

TEST_CASE("colours only where they are wanted", "[browse]") {
  TextOptions options;
  options.color = true;
  View view(two(), 80, 24, options);
  CHECK(view.shows("\x1b[7m> fc-dddd0004"));
  CHECK(view.shows("\x1b[1;33mtension[record]\x1b[0m"));
  View plain(two());
  CHECK_FALSE(plain.shows("\x1b"));
}
