// Bad and odd input, as it comes from the world: what cannot be read is said, the rest is done, nothing crashes.
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "process.hpp"

using namespace cli;
using nlohmann::json;

namespace {

constexpr std::string_view kGood = "The summit opened on 9 November 2023 in Astana. 26 countries took part.\n";

/// Refused: exit 2, a message that names the file, and nothing about it on standard output.
void check_refused(const Outcome& run, const std::string& file) {
  CHECK(run.code == 2);
  CHECK(contains(run.err, "error: "));
  CHECK(contains(run.err, file));
}

}  // namespace

TEST_CASE("files that are no texts") {
  const Folder folder;
  SECTION("invalid UTF-8, with the place") {
    const std::string file = folder.write("latin1.txt", "one\ntwo \xE9t\xE9 26\n");
    const Outcome run = mizan({"check", file});
    check_refused(run, file);
    CHECK(contains(run.err, ":2:5: "));
  }
  SECTION("empty") { check_refused(mizan({"check", folder.write("empty.txt", "")}), "empty.txt"); }
  SECTION("missing") { check_refused(mizan({"check", folder.path("nowhere.txt")}), "nowhere.txt"); }
  SECTION("binary") {
    check_refused(mizan({"check", folder.write("binary.txt", std::string("a\0b 26", 6))}), "binary.txt");
  }
  SECTION("a folder without texts") {
    folder.write("sub/picture.png", "x");
    check_refused(mizan({"check", folder.path("sub")}), "sub");
  }
  SECTION("an empty folder") {
    std::filesystem::create_directories(folder.path("void"));
    check_refused(mizan({"check", folder.path("void")}), "void");
    check_refused(mizan({"extract", folder.path("void")}), "void");
  }
}

TEST_CASE("one bad file among good ones: the good ones are reported, the exit code tells") {
  const Folder folder;
  folder.write("a.txt", kGood);
  folder.write("b.txt", "\xFF\xFE");
  folder.write("c.txt", "The summit opened on Friday, 9 November 2023 in Astana.\n");
  const Outcome run = mizan({"check", folder.path()});
  CHECK(run.code == 2);
  CHECK(contains(run.err, "b.txt"));
  CHECK(contains(run.out, "2 documents, "));
  CHECK(contains(run.out, "exit 2: 1 input could not be read\n"));
  const Outcome mentions = mizan({"extract", folder.path(), "-f", "jsonl"});
  CHECK(mentions.code == 2);
  CHECK(contains(mentions.out, "\"a.txt\""));
  CHECK(contains(mentions.out, "\"c.txt\""));
}

TEST_CASE("a broken line of a .jsonl file is named, the others are read") {
  const Folder folder;
  const std::string file = folder.write("docs.jsonl",
                                        "{\"id\": \"one\", \"text\": \"In 2023, 26 countries.\", \"lang\": \"en\"}\n"
                                        "{\"id\": \"two\", \"text\": \n"
                                        "{\"id\": \"three\", \"text\": \"In 2024, 27 countries.\"}\n");
  const Outcome run = mizan({"extract", file, "-f", "jsonl"});
  CHECK(run.code == 2);
  CHECK(contains(run.err, "docs.jsonl:2:"));
  CHECK(contains(run.out, "\"doc\": \"one\""));
  CHECK(contains(run.out, "\"doc\": \"three\""));
  CHECK(contains(mizan({"check", file}).out, "2 documents, "));
}

TEST_CASE("byte order mark and CRLF") {
  const Folder folder;
  const std::string text = "First line.\r\nIn 2023, 26 countries.\r\n";
  const std::string bare = folder.write("bare.txt", text);
  const std::string marked = folder.write("bom.txt", "\xEF\xBB\xBF" + text);
  const auto first = [](const std::string& file) {
    const Outcome run = mizan({"extract", file, "-f", "jsonl"});
    CHECK(run.code == 0);
    REQUIRE_FALSE(run.out.empty());
    const json mention = json::parse(lines(run.out).front());
    const std::size_t begin = mention["begin"], end = mention["end"];
    CHECK(read_file(file).substr(begin, end - begin) == mention["text"]);
    return mention["text"].get<std::string>();
  };
  CHECK(first(bare) == first(marked));
  const Outcome page = mizan({"extract", marked});
  CHECK(contains(page.out, " 2:"));  // the second line
  CHECK_FALSE(contains(page.out, "\r"));
}

TEST_CASE("a line of 50 MB is read in time") {
  const Folder folder;
  std::string text;
  const std::string filler = "the quick brown fox jumps over the lazy dog and ";
  while (text.size() < 50'000'000) text += filler;
  text += "26 countries";
  const std::string file = folder.write("long.txt", text);
  const Outcome run = mizan({"check", file});
  CHECK(run.code == 0);
  CHECK(run.seconds < 60.0);  // seconds on any machine; quadratic code takes hours
  const Outcome mentions = mizan({"extract", file});
  CHECK(mentions.code == 0);
  CHECK(mentions.out.size() < 10'000);
}

TEST_CASE("a line of 5 MB full of figures is read in time") {
  const Folder folder;
  std::string text;
  for (int i = 0; text.size() < 5'000'000; ++i) text += "in 2023 " + std::to_string(i) + " people, ";
  const Outcome run = mizan({"extract", folder.write("figures.txt", text)});
  CHECK(run.code == 0);
  CHECK(run.seconds < 120.0);
}

TEST_CASE("hostile text never reaches the terminal raw") {
  const Folder folder;
  const std::string file = folder.write("a.txt",
                                        "\x1b[2J\x1b]0;title\x07 On Friday, 9 November 2023, \xE2\x80\xAE"
                                        "26 countries\xE2\x80\xAC \xC2\x9B"
                                        "31m met.\n::error ::injected 27 countries\n");
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{"check", file, "--all"},
                                                    {"check", file, "-f", "concise", "--all"},
                                                    {"check", file, "-f", "json", "--all"},
                                                    {"check", file, "-f", "jsonl", "--all"},
                                                    {"extract", file},
                                                    {"extract", file, "-f", "jsonl"}}) {
    const Outcome run = mizan(arguments);
    CHECK(run.code != 2);
    CHECK_FALSE(contains(run.out, "\x1b"));
    CHECK_FALSE(contains(run.out, "\x07"));
    CHECK_FALSE(contains(run.out, "\xC2\x9B"));
    CHECK_FALSE(contains(run.out, "\xE2\x80\xAE"));
    for (const std::string& line : lines(run.out)) CHECK_FALSE(line.starts_with("::"));
  }
}

TEST_CASE("a file name in Arabic, with a control character, and one that is no UTF-8") {
  const Folder folder;
  for (const std::string name : {"\xD9\x85\xD9\x82\xD8\xA7\xD9\x84.txt", "a\x1b[31mb.txt", "caf\xE9.txt"}) {
    const std::string file = folder.write(name, kGood);
    const Outcome run = mizan({"extract", file});
    CHECK(run.code == 0);
    CHECK_FALSE(contains(run.out, "\x1b"));
    for (const std::string& line : lines(mizan({"extract", file, "-f", "jsonl"}).out)) CHECK_NOTHROW(json::parse(line));
    const Outcome missing = mizan({"check", file + ".nowhere"});
    CHECK(missing.code == 2);
    CHECK_FALSE(contains(missing.err, "\x1b"));
  }
}

TEST_CASE("standard input") {
  const Outcome run = mizan({"extract", "-", "-f", "jsonl"}, {}, kGood);
  CHECK(run.code == 0);
  CHECK(contains(run.out, "\"text\": \"26 countries\""));
  CHECK(mizan({"check", "-"}, {}, "").code == 2);
}

TEST_CASE("a document named twice is read once, two of one name are told apart") {
  const Folder folder;
  const std::string a = folder.write("one/a.txt", kGood);
  const std::string b = folder.write("two/a.txt", kGood);
  CHECK(contains(mizan({"check", a, a, folder.path("one")}).out, "1 document, "));
  const Outcome run = mizan({"check", a, b, "-f", "json"});
  const json page = json::parse(run.out);
  REQUIRE(page["documents"].size() == 2);
  CHECK(page["documents"][0]["id"] != page["documents"][1]["id"]);
}

TEST_CASE("a full disk is no success") {
  if (!std::filesystem::exists("/dev/full")) return;
  const std::string command = std::string("MIZAN_RULES=" MIZAN_SOURCE_DIR "/rules ") + MIZAN_BINARY + " extract " +
                              kSeeds + " >/dev/full 2>/dev/null";
  const int status = std::system(command.c_str());
  CHECK(WEXITSTATUS(status) == 2);
}
