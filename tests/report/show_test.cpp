#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "sample.hpp"

using namespace mizan;

namespace {
bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TextOptions looks(unsigned width, bool all = false, bool blocks = false, std::string paths = {}) {
  TextOptions options;
  options.width = width;
  options.all = all;
  options.blocks = blocks;
  options.paths = std::move(paths);
  return options;
}
}  // namespace

TEST_CASE("show a finding") {
  const auto page = show(sample::run(), "fc-7f3a", {});
  REQUIRE(page);
  CHECK(contains(*page, "finding fc-7f3a19c2  tension[record]  level warning  confidence 0.75\n"));
  CHECK(contains(*page, "frame     trade.turnover\nslots     parties=KZ+RU\n"));
  CHECK(contains(*page, "  A seeds/fa.txt:1:7  bytes 11-15  value 28.2e9 USD  cl-aaaa0001\n"));
  CHECK(contains(*page, "    also seeds/en.txt:1:11  bytes 10-30  value 28.2e9 USD  cl-aaaa0002\n"));
  CHECK(contains(*page, "  B 1 | Record turnover of *$28 billion* in 2023.\n  B 2 | Not the only line.\n"));
  CHECK(contains(*page, "reason    at A  2022\n"));
  CHECK(contains(*page,
                 "aligned   A 2 claims in 2 documents; B 1 claim in 1 document\n"
                 "  A  28.2e9 USD  at 2022  record  seeds/fa.txt:1:7   cl-aaaa0001\n"
                 "  A  28.2e9 USD  at 2022  record  seeds/en.txt:1:11  cl-aaaa0002\n"
                 "  B  28e9 USD    at 2023  record  seeds/ru.txt:1:20  cl-bbbb0003\n"));
  CHECK_FALSE(contains(*page, "words  "));  // a rule aligned them
  CHECK(contains(*page, "rule      mizan explain record\n"));
}

TEST_CASE("show a claim") {
  const auto page = show(sample::run(), "cl-b", {});
  REQUIRE(page);
  CHECK(contains(*page, "claim cl-bbbb0003  trade.turnover(parties=KZ+RU) @ 2023 = 28e9 USD [record]\n"));
  CHECK(contains(*page, "place     seeds/ru.txt:1:20, bytes 19-30\n"));
  CHECK(contains(*page, "read      \"$28 billion\" as 28e9 USD, leaves open 27.5e9/28.5e9\n"));
  CHECK(contains(*page, "grammar   quantity.money\n"));
  CHECK(contains(*page, "slot      parties = KZ+RU\n"));
  CHECK(contains(*page, "when      2023, days 2023-01-01/2023-12-31, taken from the document's date\n"));
  CHECK(contains(*page, "stance    asserted, record, confidence 1.00\n"));
  CHECK(contains(*page, "found     tension[record]"));
  CHECK(contains(*page,
                 "aligned   with 2 claims, whose values stand to this one so\n"
                 "  at odds  meets  28.2e9 USD  2022  record  fa.txt:1:7   cl-aaaa0001\n"
                 "  at odds  meets  28.2e9 USD  2022  record  en.txt:1:11  cl-aaaa0002\n"));
  CHECK(contains(*page,
                 "in time   2 values of sr-0a0b0c0d, and what changed to this or from this\n"
                 "  before  2022  28.2e9 USD  record  -200e6, -0.709 %\n"
                 "  this    2023  28e9 USD    record\n"
                 "series    mizan series sr-0a0b0c0d\n"));
  const auto before = show(sample::run(), "cl-aaaa0001", looks(80, false, false, "seeds"));
  REQUIRE(before);
  CHECK(contains(*before, "  agrees   meets  28.2e9 USD  2022  record  en.txt:1:11  cl-aaaa0002\n"));
  CHECK(contains(*before, "  after  2023  28e9 USD    record  -200e6, -0.709 %\n"));
  CHECK(contains(*before, "series    mizan series sr-0a0b0c0d seeds\n"));
}

TEST_CASE("neighbours in time that cannot be held against a figure say why") {
  const auto change_to = [](auto alter) {
    Run run = sample::run();
    run.findings.clear();
    alter(run.claims[2]);
    const auto page = show(run, "cl-aaaa0001", {});
    REQUIRE(page);
    const std::size_t at = page->find("  after  ");
    REQUIRE(at != std::string::npos);
    return page->substr(at, page->find('\n', at) - at);
  };
  CHECK(contains(change_to([](Claim& c) { std::get<Quantity>(c.readings[0]).unit = "KZT"; }), "another unit"));
  CHECK(contains(change_to([](Claim& c) { std::get<Quantity>(c.readings[0]).modifier = Modifier::more_than; }),
                 "a bound"));
  CHECK(contains(change_to([](Claim& c) { c.at->days->last = c.at->days->first; }), "another length"));
  CHECK(contains(change_to([](Claim& c) { c.at->days.reset(); }), "no period"));
}

TEST_CASE("the arithmetic a figure takes part in") {
  Run run = sample::run();
  Finding change;
  change.id = "fc-11110000";
  change.verdict = Verdict::contradiction;
  change.rule = "change";
  change.title = "28e9 / 26e9 = +7.692 %, not 9 %";
  change.reason = {{"computed", "28e9 / 26e9 = +7.692 %"}};
  change.evidence = {sample::evidence(run.claims[2], "", 0), sample::evidence(run.claims[2], "", 1),
                     sample::evidence(run.claims[2], "", 1)};
  change.evidence[1].span = change.evidence[2].span = {0, 6};
  change.evidence[1].value = "26e9 USD";
  change.evidence[2].value = "9 percent";
  run.findings.push_back(change);
  const auto page = show(run, "cl-b", {});
  REQUIRE(page);
  CHECK(contains(*page,
                 "reckoned  28e9 / 26e9 = +7.692 %; stated 9 percent: does not hold  fc-11110000\n"
                 "  this  28e9 USD   ru.txt:1:20\n"
                 "        26e9 USD   ru.txt:1:1\n"
                 "        9 percent  ru.txt:1:1\n"));
  run.findings.back().verdict = Verdict::verified;
  CHECK(contains(*show(run, "cl-b", {}), "stated 9 percent: holds  fc-11110000\n"));
  CHECK_FALSE(contains(*show(run, "cl-aaaa0001", {}), "reckoned"));
}

TEST_CASE("show an article: its claims, and what else speaks of them") {
  for (const char* name : {"seeds/ru.txt", "ru.txt"}) {
    const auto page = show(sample::run(), name, {});
    REQUIRE(page);
    CHECK(*page ==
          "document  ru.txt, date unknown\n"
          "path      seeds/ru.txt\n"
          "beside    seeds/fa.txt, 1 finding\n"
          "beside    seeds/en.txt, 1 finding\n"
          "claims    1\n"
          "  cl-bbbb0003  1:20  trade.turnover(parties=KZ+RU) @ 2023 = 28e9 USD [record]\n"
          "found     tension[record] trade turnover KZ+RU: record 28e9 USD for 2023 below 28.2e9 USD for 2022  "
          "fc-7f3a19c2\n");
  }
}

TEST_CASE("the words of an open claim, nearest first") {
  Run run = sample::run();
  Claim& claim = run.claims[2];
  claim.frame = "open.money";
  claim.key.clear();
  claim.part = true;
  const auto word = [&](std::string_view text, Word::Kind kind, std::uint8_t gap) {
    Word w;
    w.span = sample::span_of(run.documents[1].text, text);
    w.kind = kind;
    w.gap = gap;
    return w;
  };
  claim.about = {word("turnover", Word::Kind::topic, 1), word("Record", Word::Kind::plain, 2)};
  claim.about[1].sounds[0] = 7;
  const auto page = show(run, "cl-b", {});
  REQUIRE(page);
  CHECK(contains(*page, "frame     open.money, no rule: aligned by what stands around the figure\n"));
  CHECK(contains(*page, "kind      perhaps some of a greater number\n"));
  CHECK(contains(*page,
                 "words     nearest first: how many stand between, and what each is\n"
                 "  A  1  topic  \"turnover\"\n"
                 "  A  2  name?  \"Record\"\n"));
  CHECK_FALSE(contains(*page, "beside"));
}

TEST_CASE("show a series") {
  const auto page = show(sample::run(), "sr-", {});
  REQUIRE(page);
  CHECK(contains(*page, "  at 2022  28.2e9 USD  record  2x  seeds/fa.txt:1:7\n    also seeds/en.txt:1:11\n"));
}

TEST_CASE("the plot of a series: bars of what is left open, what is at odds marked, plans drawn otherwise") {
  const auto page = show(sample::run(), "sr-", looks(40));
  REQUIRE(page);
  CHECK(contains(*page,
                 "plot      in USD\n"
                 "  2022 |                    =X==\n"
                 "  2023 |===============X===============\n"
                 "       ++--------------+--------------+\n"
                 "        27.5e9       28e9        28.5e9\n"
                 "signs     = what it leaves open  X at odds\n"
                 "found     tension[record] "));
  Run run = sample::run();
  run.findings.clear();
  run.claims[2].stance = Stance::planned;
  const auto plan = show(run, "sr-", looks(50, false, true));
  REQUIRE(plan);
  CHECK(contains(*plan, "\u25CF"));
  CHECK(contains(*plan, "\u25CB"));
  CHECK_FALSE(contains(*plan, "at odds"));
  run.claims[2].readings.front() = Ordinal{};
  const auto one = show(run, "sr-", {});
  REQUIRE(one);
  CHECK_FALSE(contains(*one, "plot"));
}

TEST_CASE("series: a list, by id, by frame, by words") {
  const auto list = series_text(sample::run(), {}, {});
  REQUIRE(list);
  CHECK(*list ==
        "sr-0a0b0c0d  trade.turnover   2 values  parties=KZ+RU\n"
        "\n"
        "1 series of several values, 0 of one\n"
        "next: mizan series sr-0a0b0c0d\n");
  for (const char* what : {"sr-0a", "trade.turnover", "trade", "trade.*"}) {
    const auto page = series_text(sample::run(), {what, ""}, {});
    REQUIRE(page);
    CHECK(page->starts_with("series trade.turnover KZ+RU  sr-0a0b0c0d\n"));
  }
  const auto about = series_text(sample::run(), {"", "turnover"}, {});
  REQUIRE(about);
  CHECK(about->starts_with("about     turnover\n\nseries trade.turnover"));
  const auto slip = series_text(sample::run(), {"trade.turnovr", ""}, {});
  REQUIRE_FALSE(slip);
  CHECK(contains(slip.error().front().hint, "trade.turnover"));
  REQUIRE_FALSE(series_text(sample::run(), {"trad", ""}, {}));
  REQUIRE_FALSE(series_text(sample::run(), {"", "unicorns"}, {}));
}

TEST_CASE("series for programs") {
  const auto lines = series_json(sample::run(), {}, true);
  REQUIRE(lines);
  const auto one = nlohmann::json::parse(*lines);
  CHECK(one["key"]["parties"] == "KZ+RU");
  REQUIRE(one["points"].size() == 2);
  const auto& point = one["points"][0];
  CHECK(point["at"] == "2022");
  CHECK(point["days"] == "2022-01-01/2022-12-31");
  CHECK(point["value"] == "28.2e9 USD");
  CHECK(point["interval"] == "28.15e9/28.25e9");
  CHECK(point["low"] == 28.15e9);
  CHECK(point["high"] == 28.25e9);
  CHECK(point["at_odds"] == nlohmann::json::parse(R"(["fc-7f3a19c2"])"));
  REQUIRE(point["claims"].size() == 2);
  CHECK(point["claims"][0]["claim"] == "cl-aaaa0001");
  CHECK(point["claims"][0]["path"] == "seeds/fa.txt");
  const auto all = series_json(sample::run(), {"trade", ""}, false);
  REQUIRE(all);
  CHECK(nlohmann::json::parse(*all)["series"][0] == one);
  REQUIRE_FALSE(series_json(sample::run(), {"unicorns", ""}, true));
}

TEST_CASE("show a series of figures without a time: no event") {
  Run run = sample::run();
  for (Claim& claim : run.claims) claim.at.reset();
  const auto page = show(run, "sr-", {});
  REQUIRE(page);
  CHECK(contains(*page, "  at -  28.2e9 USD"));
  CHECK_FALSE(contains(*page, "  on "));
}

TEST_CASE("no such identifier, or several") {
  const auto none = show(sample::run(), "fc-7f3a19c3", {});
  REQUIRE_FALSE(none);
  CHECK(contains(none.error().front().message, "\"fc-7f3a19c3\""));
  CHECK(contains(none.error().front().hint, "fc-7f3a19c2"));
  const auto several = show(sample::run(), "cl-aaaa", {});
  REQUIRE_FALSE(several);
  CHECK(contains(several.error().front().message, "cl-aaaa0001"));
  CHECK(contains(several.error().front().message, "cl-aaaa0002"));
  const auto article = show(sample::run(), "seeds/rz.txt:3", {});
  REQUIRE_FALSE(article);
  CHECK(contains(article.error().front().hint, "seeds/ru.txt"));
  REQUIRE_FALSE(show(sample::run(), "", {}));
  REQUIRE_FALSE(show(Run{}, "\x1b[31m", {}));
}

TEST_CASE("the list: worst first, a line each, cut to the width") {
  const std::string page = show_list(sample::run(), {});
  CHECK(page ==
        "fc-7f3a19c2  tension        record          0.75  fa.txt:1:7  trade turnover KZ\xE2\x80\xA6\n"
        "fc-00000001  corroboration  trade.turnover  1.00  fa.txt:1:7  trade turnover KZ\xE2\x80\xA6\n"
        "\n"
        "sr-0a0b0c0d  trade.turnover   2 values  parties=KZ+RU\n"
        "\n"
        "1 tension, 0 contradictions, 1 corroboration, 0 verified; 1 series; 3 documents, 3 mentions, 3 claims\n"
        "next: mizan show fc-7f3a19c2\n");
  CHECK(contains(show_list(sample::run(), looks(120)), "  trade turnover KZ+RU, 2022: 28.2e9 USD in 2 documents\n"));
  Run run = sample::run();
  run.series.front().claims = {0};
  CHECK(contains(show_list(run, {}), "hidden: 1 series of one value; --all shows them\n"));
  CHECK(contains(show_list(run, looks(80, true)), "sr-0a0b0c0d  trade.turnover   1 value   parties=KZ+RU\n"));
  CHECK(show_list({}, {}) ==
        "0 tensions, 0 contradictions, 0 corroborations, 0 verified; 0 series; 0 documents, 0 mentions, 0 claims\n");
}

TEST_CASE("show a place: what was made of what stands there") {
  for (const char* place : {"seeds/ru.txt:1", "ru.txt:1", "./seeds/ru.txt:1:25", "ru.txt:1:20:"}) {
    const auto page = show(sample::run(), place, {});
    REQUIRE(page);
    CHECK(page->starts_with("claim cl-bbbb0003  trade.turnover"));
  }
  const auto none = show(sample::run(), "ru.txt:2", looks(80, false, false, "seeds"));
  REQUIRE(none);
  CHECK(*none ==
        "ru.txt:2  no figure and no date stands here\n"
        "nearest   1 claim on line 1: mizan show ru.txt:1 seeds\n");

  Run run = sample::run();
  run.claims.erase(run.claims.begin() + 2);
  run.claim_ids.pop_back();
  run.findings.clear();
  run.series.clear();
  const auto figure = show(run, "ru.txt:1", {});
  REQUIRE(figure);
  CHECK(*figure ==
        "ru.txt:1  no claim was made of what stands here\n"
        "  1:20  28e9 USD  \"$28 billion\"\n"
        "nearest   none: no claim was made of anything in this article\n");
}

TEST_CASE("several claims on a line: a list, then each; a column takes the nearest") {
  Run run = sample::run();
  Claim second = run.claims[2];
  second.span = sample::span_of(run.documents[1].text, "2023");
  second.mention = 1;
  second.readings = {sample::year(2023)};
  run.claims.push_back(second);
  run.claim_ids.push_back("cl-cccc0004");
  Mention mention;
  mention.span = second.span;
  mention.readings = second.readings;
  run.extractions[1].mentions.push_back(mention);
  const auto page = show(run, "ru.txt:1", {});
  REQUIRE(page);
  CHECK(page->starts_with("ru.txt:1  2 claims\n  cl-bbbb0003  1:20  trade.turnover"));
  CHECK(contains(*page, "\n\nclaim cl-bbbb0003  "));
  CHECK(contains(*page, "\n\nclaim cl-cccc0004  "));
  for (const auto& [column, id] : {std::pair{"1", "cl-bbbb0003"}, {"32", "cl-bbbb0003"}, {"40", "cl-cccc0004"}}) {
    const auto nearest = show(run, std::string("ru.txt:1:") + column, {});
    REQUIRE(nearest);
    CHECK(nearest->starts_with(std::string("claim ") + id));
  }
  run.claims.back().passing = true;
  const auto passing = show(run, "ru.txt:1", {});
  REQUIRE(passing);
  CHECK(contains(*passing, "  cl-cccc0004  1:35"));
  CHECK_FALSE(contains(*passing, "claim cl-cccc0004  "));
}

TEST_CASE("what is a record of a file is found by the file's line") {
  Run run = sample::run();
  for (std::uint32_t i = 0; i < 3; ++i) {
    run.documents[i].path = "docs.jsonl";
    run.documents[i].record_line = i + 1;
  }
  const auto page = show(run, "docs.jsonl:2", {});
  REQUIRE(page);
  CHECK(page->starts_with("document  ru.txt"));
  const auto all = show(run, "docs.jsonl", {});
  REQUIRE_FALSE(all);
  CHECK(contains(all.error().front().message, "docs.jsonl holds 3 articles: 1 fa.txt; 2 ru.txt; 3 en.txt"));
  const auto beyond = show(run, "docs.jsonl:9", {});
  REQUIRE(beyond);
  CHECK(*beyond == "docs.jsonl:9  no article stands here\n");
}

TEST_CASE("claims that speak of words") {
  const auto one = show_about(sample::run(), "Record", {});
  REQUIRE(one);
  CHECK(contains(*one, "about     record\nclaims    1 speaks of it\n\nclaim cl-bbbb0003  "));
  const auto several = show_about(sample::run(), "turnover 28.2", {});  // of all the frame, of two the figure
  REQUIRE(several);
  CHECK(contains(*several,
                 "claims    2 speak of 2 of 2 words, 1 of fewer\n"
                 "  cl-aaaa0001  2/2  28.2e9 USD  2022  fa.txt:1:7   trade.turnover(parties=KZ+RU)\n"
                 "  cl-aaaa0002  2/2  28.2e9 USD  2022  en.txt:1:11  trade.turnover(parties=KZ+RU)\n"
                 "  cl-bbbb0003  1/2  28e9 USD    2023  ru.txt:1:20  trade.turnover(parties=KZ+RU)\n"));
  CHECK(contains(*several, "found     with them\n  fc-7f3a19c2  tension"));
  CHECK(contains(*several, "series    of them\n  sr-0a0b0c0d  "));
  const auto part = show_about(sample::run(), "record unicorns", {});
  REQUIRE(part);
  CHECK(contains(*part, "missing   no claim speaks of \"unicorns\"\n"));
  const auto slip = show_about(sample::run(), "turnovr", {});
  REQUIRE_FALSE(slip);
  CHECK(slip.error().front().message == "no claim speaks of \"turnovr\"");
  CHECK(contains(slip.error().front().hint, "\"turnover\""));
  REQUIRE_FALSE(show_about(sample::run(), "", {}));
  REQUIRE_FALSE(show_about(sample::run(), "\xff", {}));
}

TEST_CASE("context of a huge line is cut") {
  Run run = sample::run();
  std::string& text = run.documents[1].text;
  const std::string old = text;
  const std::string before(3'000'000, 'x');
  text = before + " " + old;
  const auto shift = static_cast<std::uint32_t>(before.size() + 1);
  for (Span* span : {&run.claims[2].span, &run.claims[2].sentence}) {
    span->begin += shift;
    span->end += shift;
  }
  const auto page = show(run, "cl-b", {});
  REQUIRE(page);
  CHECK(page->size() < 5000);
}

TEST_CASE("mentions for people") {
  const Run run = sample::run();
  const std::string page = mentions_text(run.documents[1], run.extractions[1], {});
  CHECK(page ==
        "document seeds/ru.txt  mentions 1\n"
        "  quantity 1:20  28e9 USD  quantity.money\n"
        "    in | Record turnover of *$28 billion* in 2023.\n");
}
