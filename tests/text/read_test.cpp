#include <chrono>
#include <filesystem>
#include <fstream>

#include "../catch.hpp"
#include "text/text.hpp"

using namespace mizan;
namespace fs = std::filesystem;

namespace {

/// What reading gave, as one text: a line a document, a line an error.
struct Read {
  std::vector<Document> documents;
  Errors errors;
  std::size_t count = 0;

  std::string error(std::size_t index = 0) const { return index < errors.size() ? dump(errors[index]) : "none"; }
};

Read read_name(std::string_view bytes, const std::string& name) {
  Read read;
  read.count = read_bytes(
      bytes, name, [&](Document&& document) { read.documents.push_back(std::move(document)); }, read.errors);
  REQUIRE(read.count == read.documents.size());
  return read;
}
Read read_from(const std::string& path) {
  Read read;
  read.count = read_path(
      path, {}, [&](Document&& document) { read.documents.push_back(std::move(document)); }, read.errors);
  REQUIRE(read.count == read.documents.size());
  return read;
}
std::string published(const Read& read) {
  return !read.documents.empty() && read.documents[0].published ? iso(*read.documents[0].published) : "none";
}

/// A directory of its own that goes away again.
class Folder {
 public:
  Folder()
      : path_(fs::temp_directory_path() /
              ("mizan-read-test-" + std::to_string(std::chrono::steady_clock::now().time_since_epoch().count()))) {
    fs::create_directories(path_);
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::string put(const std::string& name, std::string_view bytes) {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return (path_ / name).string();
  }
  std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

}  // namespace

TEST_CASE("plain text is one document as it is") {
  const Read read = read_name("line\r\nخط\n", "seeds/a.txt");
  REQUIRE(read.count == 1);
  CHECK(read.errors.empty());
  CHECK(read.documents[0].id == "a.txt");
  CHECK(read.documents[0].path == "seeds/a.txt");
  CHECK(read.documents[0].text == "line\r\nخط\n");
  CHECK(read.documents[0].source.to_file({5, 8}) == FileSpan{5, 8});
  CHECK(read.documents[0].record_line == 0);
  CHECK_FALSE(read.documents[0].published);
}

TEST_CASE("a byte order mark is no text") {
  const Read read = read_name("\xEF\xBB\xBFtext", "a.txt");
  REQUIRE(read.count == 1);
  CHECK(read.documents[0].text == "text");
  CHECK(read.documents[0].source.to_file({1, 2}) == FileSpan{4, 5});
}

TEST_CASE("what is no text is an error with its place") {
  CHECK(read_name("", "a.txt").error() == "a.txt: empty file");
  CHECK(read_name("\xEF\xBB\xBF", "a.txt").error() == "a.txt: empty file");
  CHECK(read_name(std::string_view("ab\ncd\0e", 7), "a.txt").error() ==
        "a.txt:2:3: binary file (a NUL byte), not text");
  CHECK(read_name("سلام\r\nнет \xFF", "a.txt").error() == "a.txt:2:5: not UTF-8 (byte 0xFF) (convert it to UTF-8)");
  CHECK(read_name("\xEF\xBB\xBF😀\xC0\xAF", "a.txt").error() ==
        "a.txt:1:2: not UTF-8 (byte 0xC0) (convert it to UTF-8)");
  CHECK(read_name(std::string_view("\xFF\xFEh\0i\0", 6), "a.txt").error() ==
        "a.txt: UTF-16, not UTF-8 (convert it with iconv -f UTF-16 -t UTF-8)");
}

TEST_CASE("front matter of Markdown") {
  const std::string head =
      "---\r\nlang: fa\ntitle: \"A: title\"  # note\ntags:\n  - one\ndate: 2023-11-09T10:00:00Z\n---\n";
  const Read read = read_name(head + "text\n", "a.md");
  REQUIRE(read.count == 1);
  CHECK(read.errors.empty());
  CHECK(read.documents[0].language == "fa");
  CHECK(read.documents[0].title == "A: title");
  CHECK(published(read) == "2023-11-09");
  CHECK(read.documents[0].text == "text");
  CHECK(read.documents[0].source.to_file({0, 4}) == FileSpan{head.size(), head.size() + 4});

  CHECK(published(read_name("---\npublished: '2024-02-29'\n...\nx", "a.MD")) == "2024-02-29");
  CHECK(read_name("\xEF\xBB\xBF---\nlang: ru\n---\nx", "a.md").documents.at(0).source.to_file({0, 1}).begin == 20);
  CHECK(read_name("---\nlang: fa\n---\n", "a.md").error() == "a.md: no text in it");
}

TEST_CASE("a date that is none is an error, and the text is read") {
  const Read read = read_name("---\nlang: en\ndate:  2023-02-30\n---\ntext", "a.md");
  CHECK(read.count == 1);
  CHECK(read.error() == "a.md:3:8: \"2023-02-30\" is no date (write it as 2023-11-09)");
  CHECK(published(read) == "none");
}

TEST_CASE("rules and open front matter are text") {
  const auto text = [](const char* bytes) {
    const Read read = read_name(bytes, "a.md");
    REQUIRE(read.count == 1);
    CHECK(read.documents[0].language.empty());
    return read.documents[0].text;
  };
  CHECK(text("---\nA paragraph: between\n---\nx") == "A paragraph: between\nx");
  CHECK(text("---\nlang: fa\nnever closed") == "lang: fa never closed");
  CHECK(text("----\nlang: fa\n---\nx") == "lang: fa\nx");
  CHECK(text("text\n---\nlang: fa\n---\n") == "text\nlang: fa");
  CHECK(read_name("---\nlang: fa\n---\nx", "a.txt").documents.at(0).text.substr(0, 3) == "---");
}

TEST_CASE("JSONL is a document a line") {
  const Read read = read_name(
      "\xEF\xBB\xBF{\"id\": \"one\", \"text\": \"first\", \"lang\": \"en\", \"published\": \"2023-11-09\", \"title\": "
      "\"T\"}\r\n"
      "\n"
      "{\"text\":\"a\\n\\u0633\\ud83d\\ude00\\\"\\\\\\/"
      "\\t\",\"id\":17,\"x\":[1,-2.5e+3,{\"y\":[true,false,null,\"\\u12aB\"]},{},[]],\"lang\":null}\n"
      "{\"text\":\"last\"}",
      "dir/c.jsonl");
  INFO(read.error());
  REQUIRE(read.count == 3);
  CHECK(read.errors.empty());
  CHECK(read.documents[0].id == "one");
  CHECK(read.documents[0].text == "first");
  CHECK(read.documents[0].language == "en");
  CHECK(read.documents[0].title == "T");
  CHECK(read.documents[0].record_line == 1);
  CHECK(published(read) == "2023-11-09");
  CHECK(read.documents[1].id == "17");
  CHECK(read.documents[1].text == "a\nس😀\"\\/\t");
  CHECK(read.documents[1].record_line == 3);
  CHECK(read.documents[2].id == "dir/c.jsonl:4");
  CHECK(read.documents[2].path == "dir/c.jsonl");
}

TEST_CASE("a broken record is an error, and the rest goes on") {
  const auto error = [](const std::string& line) {
    const Read read = read_name("{\"text\":\"ok\"}\n" + line + "\n{\"text\":\"ok\"}\n", "c.jsonl");
    CHECK(read.count >= 2);
    CHECK(read.errors.size() == 1);
    return read.error();
  };
  CHECK(error("{\"text\": \"سلام") == "c.jsonl:2:10: a string without its closing quote");
  CHECK(error("{\"text\" \"x\"}") == "c.jsonl:2:9: expected ':', found '\"'");
  CHECK(error("{\"text\": \"x\"") == "c.jsonl:2:13: the line ends where ',' or '}' is expected");
  CHECK(error("{\"text\": \"x\",}") == "c.jsonl:2:14: expected a key in quotes, found '}'");
  CHECK(error("{\"text\": \"x\"} y") == "c.jsonl:2:15: expected the end of the line, found 'y'");
  CHECK(error("[1]") == "c.jsonl:2:1: expected '{' (one JSON object a line), found '['");
  CHECK(error("{\"text\": 5}") == "c.jsonl:2:10: expected a string for \"text\", found '5'");
  CHECK(error("{\"id\": true, \"text\": \"x\"}") == "c.jsonl:2:8: expected a string for \"id\", found 't'");
  CHECK(error("{\"txet\": \"x\"}") ==
        "c.jsonl:2:1: a record without \"text\", but with \"txet\" (did you mean \"text\"?)");
  CHECK(error("{}") == "c.jsonl:2:1: a record without \"text\"");
  CHECK(error("{\"text\": null}") == "c.jsonl:2:1: a record without \"text\"");
  CHECK(error("{\"text\": \"\"}") == "c.jsonl:2:10: \"text\" is empty");
  CHECK(error("{\"text\": \"\\ud83d x\"}") == "c.jsonl:2:11: half of a surrogate pair");
  CHECK(error("{\"text\": \"\\ud83d\\u0041\"}") == "c.jsonl:2:11: half of a surrogate pair");
  CHECK(error("{\"text\": \"\\ude00\"}") == "c.jsonl:2:11: half of a surrogate pair");
  CHECK(error("{\"text\": \"\\u12G4\"}") == "c.jsonl:2:11: \\u needs four hexadecimal digits");
  CHECK(error("{\"text\": \"سلا\\x\"}") == "c.jsonl:2:14: not an escape of JSON");
  CHECK(error("{\"text\": \"a\tb\"}") == "c.jsonl:2:12: control character U+0009 in a string; write it as an escape");
  CHECK(error("{\"text\": \"a\\u0000b\"}") == "c.jsonl:2:10: \"text\" holds a NUL character");
  CHECK(error("{\"text\": \"سل\xFF\"}") == "c.jsonl:2:13: not UTF-8 (byte 0xFF) (convert it to UTF-8)");
  CHECK(error("{\"a\": tru, \"text\": \"x\"}") == "c.jsonl:2:7: expected a JSON value, found 't'");
  CHECK(error("{\"a\": -, \"text\": \"x\"}") == "c.jsonl:2:8: expected a digit, found ','");
  CHECK(error("{\"a\": 01, \"text\": \"x\"}") == "c.jsonl:2:8: expected ',' or '}', found '1'");
  CHECK(error("{\"a\": [1, \"text\": \"x\"}") == "c.jsonl:2:17: expected ',' or ']', found ':'");
  CHECK(error("{\"text\": \"x\", \"published\": \"soon\"}") ==
        "c.jsonl:2:28: \"soon\" is no date (write it as 2023-11-09)");
  CHECK(error("{\"a\": " + std::string(100000, '[') + "}") == "c.jsonl:2:264: values nested too deeply");
}

TEST_CASE("JSONL files that are none") {
  CHECK(read_name("", "c.jsonl").error() == "c.jsonl: empty file");
  CHECK(read_name("\n \n", "c.jsonl").error() == "c.jsonl: empty file");
  const Read binary = read_name(std::string_view("{\"text\":\"ok\"}\nab\0c\nmore\nmore", 27), "c.jsonl");
  CHECK(binary.count == 1);
  REQUIRE(binary.errors.size() == 1);
  CHECK(binary.error() == "c.jsonl:2:3: binary file (a NUL byte), not text");
}

TEST_CASE("every cut of a record is an error and nothing else") {
  const std::string record = "{\"id\":\"a\",\"x\":[1.5e3,{\"y\":null}],\"text\":\"\\u0633\\ud83d\\ude00\\n\"}";
  REQUIRE(read_name(record, "c.jsonl").count == 1);
  for (std::size_t size = 1; size < record.size(); ++size) {
    const Read read = read_name(record.substr(0, size), "c.jsonl");
    CHECK(read.count == 0);
    CHECK(read.errors.size() == 1);
  }
}

TEST_CASE("a directory is read in byte order of its paths") {
  Folder folder;
  folder.put("b.txt", "b");
  folder.put("a/z.md", "z");
  folder.put("a.txt", "a");
  folder.put("c.jsonl", "{\"text\":\"1\"}\n{\"text\":\"2\"}\n");
  folder.put(".hidden.txt", "no");
  folder.put(".git/x.txt", "no");
  folder.put("picture.png", "no");
  folder.put("empty.txt", "");
  const Read read = read_from(folder.path());
  std::string texts;
  for (const Document& document : read.documents) texts += document.text + " ";
  CHECK(texts == "a z b 1 2 ");
  REQUIRE(read.errors.size() == 1);
  CHECK(read.error() == folder.path() + "/empty.txt: empty file");
  CHECK(read.documents[1].path == folder.path() + "/a/z.md");
}

TEST_CASE("paths that lead nowhere") {
  Folder folder;
  const std::string missing = folder.path() + "/missing.txt";
  CHECK(read_from(missing).error() == missing + ": No such file or directory");
  CHECK(read_from("").error() == "No such file or directory");
  CHECK(read_from(folder.path()).error() ==
        folder.path() + ": no texts here (.txt, .md, .markdown, .html, .htm, .jsonl)");
  folder.put("page.pdf", "a page");
  CHECK(read_from(folder.path()).errors.size() == 1);
  CHECK(read_from(folder.path() + "/page.pdf").count == 1);  // named, so wanted
  fs::create_directory_symlink(folder.path(), folder.path() + "/circle");
  folder.put("a.txt", "a");
  CHECK(read_from(folder.path()).count == 1);
}

TEST_CASE("large files") {
  Folder folder;
  std::string line = "سلام دنیا 12 ";
  while (line.size() < (std::size_t{50} << 20)) line += line;
  const Read plain = read_from(folder.put("one-line.txt", line));
  REQUIRE(plain.count == 1);
  CHECK(plain.documents[0].text.size() == line.size());

  // Records across the pieces that a file is read in.
  const Read records = read_from(folder.put("two.jsonl", "{\"text\":\"" + line + "\"}\n{\"text\":\"x\"}\n"));
  REQUIRE(records.count == 2);
  CHECK(records.documents[0].text.size() == line.size());
  CHECK(records.documents[1].record_line == 2);

  // Positions in it are found without counting from its start every time.
  const Lines lines(plain.documents[0].text);
  std::uint64_t sum = 0;
  for (std::uint32_t at = 0; at < 100000; ++at) sum += lines.position(at * 500).column;
  CHECK(sum > 0);

  const Read cut = read_from(folder.put("bad.txt", line + "\xFF"));
  CHECK(cut.count == 0);
  CHECK(cut.errors.at(0).column > 20000000);
}

TEST_CASE("what the caller throws is the caller's") {
  Errors errors;
  CHECK_THROWS_AS(read_bytes(
                      "x", "a.txt", [](Document&&) { throw std::runtime_error("mine"); }, errors),
                  std::runtime_error);
  CHECK(errors.empty());
}

TEST_CASE("comments of Markdown stand for the block they stand in, or the next") {
  const Read read = read_name(
      "---\nlang: en\n---\nOne <!-- inside --> 1.\n\n<!-- mizan-ignore sum: why -->\nTwo 2.\n\nThree.\n<!-- open",
      "a.md");
  REQUIRE(read.count == 1);
  const Document& document = read.documents[0];
  REQUIRE(document.comments.size() == 2);
  CHECK(document.comments[0].text == "inside");
  CHECK(document.comments[0].line == 4);
  CHECK(document.comments[0].block.begin == 0);
  CHECK(document.comments[1].text == "mizan-ignore sum: why");
  CHECK(document.comments[1].line == 6);
  const Span block = document.comments[1].block;
  CHECK(document.text.substr(block.begin, block.size()) == "Two 2.");
  CHECK(read_name("One <!-- not here --> 1.", "a.txt").documents.at(0).comments.empty());
}

TEST_CASE("one record of a file is read as it is among the others") {
  Folder folder;
  const std::string path =
      folder.put("all.jsonl",
                 "\xEF\xBB\xBF{\"text\": \"One.\"}\r\n\n{\"id\": \"b\", \"text\": \"Two \\u0667.\"}\n"
                 "{\"text\": \"Three.\"}");
  const Read all = read_from(path);
  REQUIRE(all.documents.size() == 3);
  const std::uint32_t lines[] = {1, 3, 4};
  for (std::size_t i = 0; i < 3; ++i) {
    Read one;
    one.count = read_record(
        path, path, lines[i], [&](Document&& document) { one.documents.push_back(std::move(document)); }, one.errors);
    REQUIRE(one.documents.size() == 1);
    CHECK(one.documents[0].text == all.documents[i].text);
    CHECK(one.documents[0].id == all.documents[i].id);
    CHECK(one.documents[0].record_line == lines[i]);
    const Span whole{0, static_cast<std::uint32_t>(one.documents[0].text.size())};
    CHECK(one.documents[0].source.to_file(whole) == all.documents[i].source.to_file(whole));
  }
  Read none;
  read_record(
      path, path, 2, [&](Document&& document) { none.documents.push_back(std::move(document)); }, none.errors);
  CHECK(none.documents.empty());
}
