#include "catch.hpp"
#include "sample.hpp"

using namespace mizan;

namespace {
bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }
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
  CHECK(contains(*page, "beside    2 claims of the same frame and key\n"));
  CHECK(contains(*page, "series    mizan show sr-0a0b0c0d\n"));
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
  REQUIRE_FALSE(show(sample::run(), "", {}));
  REQUIRE_FALSE(show(Run{}, "\x1b[31m", {}));
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
