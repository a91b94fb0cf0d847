// What is text in HTML and what is not; what a page says of itself; pages made to hurt.
#include <chrono>

#include "../laws.hpp"
#include "catch.hpp"
#include "text/text.hpp"

using namespace mizan;

namespace {

Document read(const std::string& bytes) {
  Document result;
  Errors errors;
  read_bytes(
      bytes, "a.html", [&](Document&& document) { result = std::move(document); }, errors);
  CHECK(laws::of_source(result, bytes) == "");
  return result;
}

std::string text(const std::string& bytes) { return read(bytes).text; }

std::string published(const std::string& head, const std::string& body = "") {
  const Document document = read("<head>" + head + "</head><body>" + body + "<p>x</p>");
  return document.published ? iso(*document.published) : "none";
}

}  // namespace

TEST_CASE("HTML: blocks are lines, inline markup vanishes") {
  CHECK(text("<h1>Head 1</h1><p>one <em>2</em>,5\n00<p>two<br>three<div>four</div>five") ==
        "Head 1\none 2,5 00\ntwo\nthree\nfour\nfive");
  CHECK(text("<ul><li>a<li>b</ul><dl><dt>c<dd>d</dl>") == "a\nb\nc\nd");
  CHECK(text("<table><caption>t</caption><tr><th>a<th>b<tr><td>1</td> <td><b>2</b></table>") == "t\na | b\n1 | 2");
  CHECK(text("<pre>a\n  b</pre>c") == "a\nb\nc");
  CHECK(text("a<span>b</span>c <a href=x>d</a>, e<wbr>f") == "abc d, ef");
}

TEST_CASE("HTML: what is not read is no text") {
  CHECK(
      text(
          "<head><style>p{margin:5px}</style><title>6</title></head><script>var a = 7;</script><p>x</p>"
          "<template><p>8</p></template><noscript>9</noscript><!-- 10 --><p hidden>11</p><p style='display: none'>12</p>"
          "<nav>13</nav><aside>14</aside><footer>15</footer><textarea>16</textarea><svg><text>17</text></svg>"
          "<img alt='18' src='19.png'><a href='http://x/20' title='21'>y</a><del>22</del><div role=navigation>23</div>"
          "<select><option>24</select><button>25</button><p aria-hidden=true>26</p>") == "x\ny");
  CHECK(text("a <code>5</code> <s>6</s> 2<code>7</code>5 <kbd>8</kbd>") == "a 2 5");
  CHECK(text("<p>a <code>open 5<p>next 6") == "a\nnext 6");
}

TEST_CASE("HTML: raised and lowered figures, marks of notes") {
  CHECK(text("10<sup>6</sup> m<sup>-2</sup> CO<sub>2</sub> 1<sup>st</sup>") == "10⁶ m⁻² CO₂ 1st");
  CHECK(text("2,500<sup>[1]</sup> and 7<sup><a href='#n2'>2</a></sup>, 8<a href='#n3'>[3]</a>") == "2,500 and 7, 8");
  CHECK(text("<a href='#part'>part 5</a> <a href='x'>6</a>7") == "part 5 6 7");
}

TEST_CASE("HTML: character references") {
  CHECK(text("&amp;lt; &LT; &copy2023 &notit; &#1634;&#x663; &#150; &#0; &unknown; AT&T &") ==
        "&lt; < ©2023 ¬it; ٢٣ – \uFFFD &unknown; AT&T &");
}

TEST_CASE("HTML: the article, when a page marks one") {
  CHECK(text("<p>top</p><article><h1>a</h1><p>long text</p></article><p>below</p>") == "a\nlong text");
  CHECK(text("<p>top</p><main><p>m</p><aside>no</aside></main><p>below</p>") == "m");
  CHECK(text("<main><article>first card</article><article>other card</article></main>x") == "first card\nother card");
  CHECK(text("<article>the long story of it</article><article>teaser</article>") == "the long story of it");
}

TEST_CASE("HTML: language, title and date") {
  CHECK(read("<html lang=en><p>x").language == "en");
  CHECK(read("<html lang=en><article lang='fa'><p>x").language == "fa");
  CHECK(read("<html lang=en><main><p lang=ru>x").language == "en");
  CHECK(read("<title> T &amp; t </title><h1>H</h1>").title == "T & t");
  CHECK(read("<title>T</title><meta property='og:title' content='O'><p>x").title == "O");
  CHECK(read("<h1>H 1</h1>x").title == "H 1");
  CHECK(published("<meta property='article:published_time' content='2023-11-09T10:00:00+03:00'>") == "2023-11-09");
  CHECK(published("<meta name='DC.date' content='2023-11-08'>") == "2023-11-08");
  CHECK(
      published(
          "<script type='application/ld+json'>{\"@type\": \"A\", \"datePublished\" : \"2023-11-07T01:00Z\"}</script>") ==
      "2023-11-07");
  CHECK(published("", "<header><time datetime='2023-11-06 09:00'>9 Nov</time></header>") == "2023-11-06");
  CHECK(published("", "<time itemprop='datePublished' datetime='2023-11-05'>x</time>") == "2023-11-05");
  CHECK(published("", "<p>since <time datetime='1999-01-01'>1999</time></p>") == "none");
  CHECK(published("<meta name='date' content='soon'>") == "none");
}

TEST_CASE("HTML: comments stand for a block") {
  const Document document = read(
      "<nav>menu</nav>\n<!-- mizan-ignore sum: why -->\n<article><p>one <!-- in --> 1</p><!-- before two --><p>two <b>2</b></p>");
  REQUIRE(document.comments.size() == 3);
  const auto block = [&](std::size_t i) {
    const Span span = document.comments[i].block;
    return document.text.substr(span.begin, span.size());
  };
  CHECK(document.comments[0].text == "mizan-ignore sum: why");
  CHECK(document.comments[0].line == 2);
  CHECK(block(0) == "one 1");
  CHECK(block(1) == "one 1");
  CHECK(block(2) == "two 2");
}

TEST_CASE("HTML: broken pages are read as browsers read them") {
  CHECK(text("<p>a</x>b <b>c<p>d</i> e</b> < 5 <3 <<p>f") == "ab c\nd e < 5 <3 <\nf");
  CHECK(text("<table>x<tr><td>1</td>y</tr></table>z") == "x\n1 | y\nz");
  CHECK(text("<p>a<!-- open 5") == "a");
  CHECK(text("<p>a<b title=\"open 5>6</b>") == "a");
  CHECK(text("plain 5 & simple") == "plain 5 & simple");
  CHECK(text("<div><p>a</div>b</body></html>c") == "a\nbc");
  CHECK(text("<select><p>1</select><frameset><p>a</frameset>") == "a");
  Errors errors;
  CHECK(read_bytes(
            "<script>5</script>", "a.html", [](Document&&) {}, errors) == 0);
  CHECK(dump(errors.at(0)) == "a.html: no text in it");
}

TEST_CASE("HTML: no page makes it slow, deep or large") {
  const auto times = [](const std::string& begin, const std::string& unit, std::size_t bytes) {
    std::string result = begin;
    const std::size_t number = unit.find("=#");
    for (std::size_t i = 0; result.size() < bytes; ++i) {
      result += unit.substr(0, number);
      if (number != std::string::npos) result += "=" + std::to_string(i) + unit.substr(number + 2);
    }
    return result;
  };
  for (const char* unit : {"<div>",
                           "<b>",
                           "<p>",
                           "<a>",
                           "<font a=#>",
                           "<p><font a=#></p>",
                           "<table>",
                           "<table><tr><td>",
                           "<div><table></div>",
                           "<span><div></span>",
                           "<ul><li>",
                           "</p>",
                           "</b>",
                           "<a><div>",
                           "<nobr>",
                           "<button>",
                           "<select>",
                           "<svg>",
                           "<math>",
                           "<template>",
                           "<h1>",
                           "<b><p>",
                           "&amp",
                           "<",
                           "<!--",
                           "<!",
                           "<a b='",
                           "<html a#=1>",
                           "<body a#=1>",
                           "<form>",
                           "<object>",
                           "<i><table>",
                           "<dd><dt>",
                           "x<br>",
                           "<sup>1",
                           "<a href='#'>1"}) {
    INFO(unit);
    const std::string page = times("<p>x", unit, std::size_t{1} << 20);
    const auto begin = std::chrono::steady_clock::now();
    Errors errors;
    read_bytes(
        page, "a.html", [](Document&&) {}, errors);
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
  }
  std::string attributes = "<p>x<p";
  for (int i = 0; i < 100000; ++i) attributes += " a" + std::to_string(i);
  CHECK(text(attributes + ">y</p>") == "x\ny");
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<div>";
  CHECK(text(deep + "in the deep</div>") == "in the deep");
}
