// Where text stands in its file: every format, every way of writing a letter.
#include "../laws.hpp"
#include "catch.hpp"
#include "text/text.hpp"

using namespace mizan;

namespace {

Document read(std::string_view bytes, const std::string& name, std::size_t which = 0) {
  std::vector<Document> documents;
  Errors errors;
  read_bytes(
      bytes, name, [&](Document&& document) { documents.push_back(std::move(document)); }, errors);
  for (const Error& error : errors) INFO(dump(error));
  REQUIRE(errors.empty());
  REQUIRE(documents.size() > which);
  CHECK(laws::of_source(documents[which], bytes) == "");
  return std::move(documents[which]);
}

/// The text reads so, and these bytes of the file, which occur once, say it.
void check_place(const Document& document, std::string_view file, std::string_view text, std::string_view notation) {
  INFO(document.path << ": " << text);
  const std::size_t at = document.text.find(text);
  REQUIRE(at != std::string::npos);
  const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + text.size())};
  const FileSpan in_file = document.source.to_file(span);
  CHECK(file.substr(in_file.begin, in_file.size()) == notation);
  CHECK(file.find(notation) == in_file.begin);
  const std::size_t mark = file.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
  const Position position = Positions(document).in_file(span.begin);
  CHECK(position == Lines(file.substr(mark)).position(static_cast<std::uint32_t>(in_file.begin - mark)));
}

}  // namespace

TEST_CASE("a line has columns in code points, UTF-16 units and bytes") {
  const std::string text = "سلام 😀😀 5\r\nx";
  const Lines lines(text);
  CHECK(lines.position(static_cast<std::uint32_t>(text.find('5'))) == Position{1, 9, 11, 19});
  CHECK(lines.position(static_cast<std::uint32_t>(text.find('x'))) == Position{2, 1, 1, 1});
}

TEST_CASE("plain text stands in its file as it is") {
  const std::string file = "\xEF\xBB\xBFسلام 😀 17\r\nв 2023 году";
  const Document document = read(file, "a.txt");
  check_place(document, file, "17", "17");
  check_place(document, file, "2023", "2023");
  CHECK(Positions(document).in_file(static_cast<std::uint32_t>(document.text.find("17"))) == Position{1, 8, 9, 15});
}

TEST_CASE("the text of a record stands in its line, escapes and all") {
  const std::string file =
      "\xEF\xBB\xBF{\"id\": \"первый\", \"text\": \"\\u0633\\u0644\\u0627\\u0645 \\u06F1\\u06F7 \\ud83d\\ude00 28\"}\r\n"
      "{\"id\": \"خ\", \"lang\": \"ru\", \"text\": \"в 2023 \\\"году\\\"\\n5\\t% 😀 9\"}\n"
      "{\"text\": \"plain 11\"}";
  const Document first = read(file, "c.jsonl", 0), second = read(file, "c.jsonl", 1), third = read(file, "c.jsonl", 2);
  check_place(first, file, "سلام", "\\u0633\\u0644\\u0627\\u0645");
  check_place(first, file, "۱۷", "\\u06F1\\u06F7");
  check_place(first, file, "😀", "\\ud83d\\ude00");
  check_place(first, file, "28", "28");
  check_place(second, file, "2023", "2023");
  check_place(second, file, "\"году\"", "\\\"году\\\"");
  check_place(second, file, "5\t%", "5\\t%");
  check_place(second, file, "9", "9");
  check_place(third, file, "11", "11");
  CHECK(Positions(second).in_file(static_cast<std::uint32_t>(second.text.find("2023"))).line == 2);
  CHECK(Positions(second).in_text(static_cast<std::uint32_t>(second.text.find("5"))).line == 2);
  CHECK(Positions(third).in_file(0) == Position{3, 11, 11, 11});
}

TEST_CASE("a span inside an escape widens to all of it") {
  const std::string file = "{\"text\": \"a\\u0633b\"}";
  const Document document = read(file, "c.jsonl");
  CHECK(document.source.to_file({2, 3}) == FileSpan{11, 17});
  CHECK(document.source.to_file({0, 2}) == FileSpan{10, 17});
  CHECK(document.source.to_file({1, 1}) == FileSpan{11, 11});
}

TEST_CASE("Markdown stands in its file around its markup") {
  const std::string file =
      "\xEF\xBB\xBF---\r\nlang: en\r\n---\r\n\r\n# Заголовок 12 #\r\n\r\nIt cost **2**,500 euros &ndash;\r\n"
      "[some 7](http://x.org/8) &#1634;&#x0663; 😀 `code 99` *31*\r\n\r\n"
      "> - سعر | 45\r\n\r\n| المدينة | عدد |\r\n|---|--:|\r\n| حلب | **2,132**,100 |\r\n";
  const Document document = read(file, "a.md");
  check_place(document, file, "12", "12");
  check_place(document, file, "2,500", "2**,500");
  check_place(document, file, "some 7", "some 7");
  check_place(document, file, "٢٣", "&#1634;&#x0663;");
  check_place(document, file, "31", "31");
  check_place(document, file, "45", "45");
  check_place(document, file, "2,132,100", "2,132**,100");
}

TEST_CASE("HTML stands in its file around its tags") {
  const std::string file =
      "\xEF\xBB\xBF<!DOCTYPE html>\r\n<html lang=\"ar\"><body>\r\n<p title=\"عنوان 5\">بلغ عدد <b>2</b>,132,100&nbsp;نسمة "
      "عام &#1634;&#1632;&#x660;&#x664;</p>\n<p data-x='😀'>Ещё <i>17&frac12;</i> &lt;19&gt; 😀 23\n25</p></body></html>";
  const Document document = read(file, "a.html");
  check_place(document, file, "2,132,100", "2</b>,132,100");
  check_place(document, file, "٢٠٠٤", "&#1634;&#1632;&#x660;&#x664;");
  check_place(document, file, "17½", "17&frac12;");
  check_place(document, file, "<19>", "&lt;19&gt;");
  check_place(document, file, "23 25", "23\n25");
  CHECK(document.language == "ar");
}
