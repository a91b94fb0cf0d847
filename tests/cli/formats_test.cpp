// Every format through the built program: the bytes of each figure and date are those of the file.
#include <nlohmann/json.hpp>
#include <sstream>

#include "catch.hpp"
#include "process.hpp"

using namespace cli;
using nlohmann::json;

namespace {

std::vector<json> lines_of(const std::string& out) {
  std::vector<json> lines;
  std::istringstream stream(out);
  for (std::string line; std::getline(stream, line);) lines.push_back(json::parse(line));
  return lines;
}

/// What extract finds in a file, each as the bytes of the file that say it.
std::vector<std::string> notations(const Folder& folder, const std::string& name, const std::string& bytes) {
  const Outcome run = mizan({"extract", folder.write(name, bytes), "-f", "jsonl", "--color", "never"});
  INFO(run.err);
  CHECK(run.code == 0);
  std::vector<std::string> found;
  for (const json& line : lines_of(run.out)) {
    const bool record = line.contains("file_begin");
    const auto begin = line.at(record ? "file_begin" : "begin").get<std::size_t>();
    const auto end = line.at(record ? "file_end" : "end").get<std::size_t>();
    REQUIRE(begin < end);
    REQUIRE(end <= bytes.size());
    found.push_back(bytes.substr(begin, end - begin));
  }
  return found;
}

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("the places of an HTML page are bytes of the page") {
  const Folder folder;
  const std::string page =
      "\xEF\xBB\xBF<!DOCTYPE html>\r\n<html lang=\"en\"><head><meta property=\"article:published_time\" "
      "content=\"2023-11-09\"><title>In 1999</title></head>\r\n<body><nav>Since 1998</nav><script>var n = 5000;</script>"
      "<article><p title=\"in 1997\">😀 The bridge cost <b>2</b>,500&nbsp;euros in <i>May</i> 2021, <a "
      "href=\"http://x.org/1996\">and &#51;&#x35; million</a> dollars\r\nlater. <code>17 euros</code></p>"
      "<table><tr><td>Rent<td>700 dollars</table><!-- 1995 --></article></body></html>";
  CHECK(notations(folder, "page.html", page) ==
        List{"2</b>,500&nbsp;euros", "May</i> 2021", "&#51;&#x35; million</a> dollars", "700 dollars"});
  const std::string arabic = "<html lang=ar><p>بلغ عدد السكان &#1634;&#x660;٠٤ نسمة عام 2004 😀";
  CHECK(notations(folder, "ar.htm", arabic) == List{"&#1634;&#x660;٠٤ نسمة", "عام 2004"});
}

TEST_CASE("the places of Markdown are bytes of the file") {
  const Folder folder;
  const std::string file =
      "\xEF\xBB\xBF---\r\nlang: ru\r\ndate: 2023-11-09\r\n---\r\n# Итоги\r\n\r\n1. Мост стоил **45**\r\n   млн евро 😀 в "
      "[2021 году](http://x.org/1999), ![1998](1997.png) `17 евро`\r\n\r\n```\r\n18 евро\r\n```\r\n<!-- 19 евро -->\r\n"
      "| Аренда | *700* долларов |\r\n";
  CHECK(notations(folder, "a.markdown", file) == List{"45**\r\n   млн евро", "2021 году", "700* долларов"});
}

TEST_CASE("the places of a record are bytes of its text, and of the file") {
  const Folder folder;
  const std::string file =
      "{\"id\": \"ا\", \"lang\": \"fa\", \"text\": \"\\u062f\\u0631 \\u06f2\\u06f0\\u06f2\\u06f3 \\ud83d\\ude00 ۲۸ میلیارد "
      "دلار\"}\r\n{\"id\": \"b\", \"lang\": \"en\", \"text\": \"It cost 45 million\\neuros.\\nOr 46 euros\"}\n";
  const List found = notations(folder, "c.jsonl", file);
  CHECK(found == List{"\\u06f2\\u06f0\\u06f2\\u06f3", "۲۸ میلیارد دلار", "45 million", "46 euros"});
  const Outcome run = mizan({"extract", folder.path("c.jsonl"), "-f", "jsonl"});
  const json last = lines_of(run.out).back();
  CHECK(last.at("begin") == 29);
  CHECK(last.at("end") == 37);
  CHECK(contains(mizan({"extract", folder.path("c.jsonl")}).out, "3:4"));
}

TEST_CASE("articles of different formats are checked and compared with each other") {
  const Folder folder;
  const std::string html = folder.write(
      "a.html", "<html lang=en>\n<p>The mayor said.</p>\n<p>The new bridge in Astana cost <b>45</b> million euros.");
  const std::string markdown =
      folder.write("b.md", "---\nlang: en\n---\nThe new bridge in Astana cost\n*54 million* euros.\n");
  const Outcome compared = mizan({"compare", html, markdown, "--color", "never"});
  CHECK(compared.code == 1);
  CHECK(contains(compared.out, "a.html:3:37"));
  CHECK(contains(compared.out, "b.md:5:2"));
  CHECK(contains(compared.out, "cost *45 million euros*."));
  const Outcome folder_read = mizan({"check", folder.path()});
  CHECK(contains(folder_read.out, "2 documents, "));
}
