// `mizan compare` from outside: exit codes, both formats, what cannot be read.
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "process.hpp"

using namespace cli;
using nlohmann::json;

namespace {

std::string pair(const std::string& id, const std::string& lang, const std::string& a, const std::string& b) {
  return json{{"id", id}, {"a", {{"lang", lang}, {"text", a}}}, {"b", {{"lang", lang}, {"text", b}}}}.dump() + "\n";
}

}  // namespace

TEST_CASE("two versions of one article are compared value by value") {
  const Folder folder;
  const std::string a = folder.write("a.txt", "The bridge in Riga cost 45 million euros and was opened in 2019.\n");
  const std::string b = folder.write("b.txt", "The bridge in Riga cost 54 million euros and was opened in 2019.\n");
  const Outcome run = mizan({"compare", a, b});
  CHECK(run.code == 1);
  CHECK(run.err.empty());
  CHECK(contains(run.out, "contradiction[compare] 45e6 EUR vs 54e6 EUR"));
  CHECK(contains(run.out, "*45 million euros*"));
  CHECK(contains(run.out, "*54 million euros*"));
  CHECK(contains(run.out, "1 contradiction, 0 tensions, 1 agreement, 0 only in A, 0 only in B"));
}

TEST_CASE("one article and its copy agree") {
  const Folder folder;
  const std::string text = "The bridge in Riga cost 45 million euros and was opened in 2019.\n";
  const Outcome run = mizan({"compare", folder.write("a.txt", text), folder.write("b.txt", text), "--all"});
  CHECK(run.code == 0);
  CHECK(contains(run.out, "corroboration[compare]"));
  CHECK(contains(run.out, "0 contradictions"));
}

TEST_CASE("a translation is held against its original") {
  const Folder folder;
  const std::string a = folder.write("a.txt", "The earthquake in Turkey killed 45 people and injured 1,200.\n");
  const std::string same = folder.write("b.txt", "Землетрясение в Турции: погибли 45 человек, ранены 1200.\n");
  const std::string other = folder.write("c.txt", "Землетрясение в Турции: погибли 54 человека, ранены 1200.\n");
  CHECK(mizan({"compare", a, same}).code == 0);
  const Outcome run = mizan({"compare", a, other, "-f", "jsonl"});
  const json line = json::parse(run.out);
  CHECK(line["verdict"] != "none");
  CHECK_FALSE(line["findings"].empty());
}

TEST_CASE("what one side lacks is listed") {
  const Folder folder;
  const std::string a = folder.write("a.txt", "The bridge in Riga cost 45 million euros and was opened in 2019.\n");
  const std::string b = folder.write("b.txt", "The bridge in Riga cost 45 million euros.\n");
  const Outcome run = mizan({"compare", a, b});
  CHECK(run.code == 0);
  CHECK(contains(run.out, "only in A  a.txt\n"));
  CHECK(contains(run.out, "*2019*"));
  CHECK_FALSE(contains(run.out, "only in B  "));
  CHECK_FALSE(contains(mizan({"compare", a, b, "-q"}).out, "only in"));
}

TEST_CASE("pairs give one line each, in order, with the bytes of both values") {
  const Folder folder;
  const std::string a = "The mayor said that 31 schools in Kazan were repaired.";
  const std::string b = "The mayor said that 38 schools in Kazan were repaired.";
  std::string file;
  for (int i = 0; i < 600; ++i) file += pair("p" + std::to_string(i), "en", a, i % 2 == 0 ? b : a);
  const std::string path = folder.write("pairs.jsonl", file);
  const Outcome run = mizan({"compare", "--pairs", path, "-f", "jsonl"});
  CHECK(run.code == 1);
  CHECK(run.out == mizan({"compare", "--pairs", path, "-f", "jsonl", "-j1"}).out);
  const auto all = lines(run.out);
  REQUIRE(all.size() == 600);
  for (std::size_t i = 0; i < all.size(); ++i) CHECK(json::parse(all[i])["id"] == "p" + std::to_string(i));
  const json first = json::parse(all[0]);
  CHECK(first["verdict"] == "contradiction");
  const json& reason = first["reason"];
  const auto quoted = [](const std::string& text, const json& value) {
    const std::size_t begin = value["begin"], end = value["end"];
    return text.substr(begin, end - begin) == value["text"];
  };
  CHECK(quoted(a, reason["a"]));
  CHECK(quoted(b, reason["b"]));
  CHECK(reason["a"]["value"] == "31 {school}");
  CHECK(json::parse(all[1])["verdict"] == "corroboration");
}

TEST_CASE("pairs in every language: a figure changed, and not") {
  const Folder folder;
  const std::string file =
      pair("en", "en", "The dam near the town holds 310 million cubic metres of water.",
           "The dam near the town holds 130 million cubic metres of water.") +
      pair("en=", "en", "The dam near the town holds 310 million cubic metres of water.",
           "The dam near the town holds more than 300 million cubic metres of water.") +
      pair("ru", "ru", "В городе отремонтировали 31 школу за лето.", "В городе отремонтировали 38 школ за лето.") +
      pair("ru=", "ru", "В городе отремонтировали 31 школу за лето.",
           "В городе отремонтировали более 30 школ за лето.") +
      pair("ar", "ar", "مقتل 12 شخصا في حريق بمصنع في الجزائر", "مقتل 21 شخصا في حريق بمصنع في الجزائر") +
      pair("ar=", "ar", "مقتل 12 شخصا في حريق بمصنع في الجزائر", "مصرع 12 شخصا في حريق مصنع بالجزائر") +
      pair("fa", "fa", "این پل در سال ۱۳۸۵ در اهواز ساخته شد.", "این پل در سال ۱۳۷۵ در اهواز ساخته شد.") +
      pair("fa=", "fa", "این پل در سال ۱۳۸۵ در اهواز ساخته شد.", "این پل در اهواز در سال ۸۵ ساخته شد.");
  const Outcome run = mizan({"compare", "--pairs", folder.write("pairs.jsonl", file), "-f", "jsonl"});
  for (const std::string& line : lines(run.out)) {
    const json got = json::parse(line);
    const std::string id = got["id"];
    CAPTURE(id);
    CHECK((got["verdict"] == "contradiction") == !id.ends_with("="));
  }
}

TEST_CASE("texts without values have nothing to say of each other") {
  const Folder folder;
  const std::string path = folder.write("pairs.jsonl", pair("p", "en", "The mayor resigned.", "The mayor stays."));
  const Outcome run = mizan({"compare", "--pairs", path, "-f", "jsonl"});
  CHECK(run.code == 0);
  const json line = json::parse(run.out);
  CHECK(line["verdict"] == "none");
  CHECK(line["reason"].is_null());
  CHECK(line["only_a"].empty());
}

TEST_CASE("what cannot be compared is told, and ends with 2") {
  const Folder folder;
  const std::string a = folder.write("a.txt", "It cost 45 euros.\n");
  CHECK(mizan({"compare", a}).code == 2);
  CHECK(mizan({"compare"}).code == 2);
  const Outcome missing = mizan({"compare", a, folder.path("no.txt")});
  CHECK(missing.code == 2);
  CHECK(contains(missing.err, "no.txt"));
  const std::string many = folder.write("many.jsonl", "{\"text\": \"One 1.\"}\n{\"text\": \"Two 2.\"}\n");
  CHECK(contains(mizan({"compare", a, many}).err, "2 documents where one is expected"));
  const std::string pairs = folder.write("pairs.jsonl", "{\"id\": \"x\", \"a\": {\"text\": \"It cost 45 euros.\"}}\n" +
                                                            pair("y", "en", "It cost 45 euros.", "It cost 45 euros."));
  const Outcome broken = mizan({"compare", "--pairs", pairs, "-f", "jsonl"});
  CHECK(broken.code == 2);
  CHECK(contains(broken.err, "a record without \"text\" in \"b\""));
  CHECK(lines(broken.out).size() == 1);  // the other pair is compared all the same
  CHECK(mizan({"compare", "--pairs", folder.path("no.jsonl")}).code == 2);
}

TEST_CASE("help has examples") {
  const Outcome run = mizan({"compare", "--help"});
  CHECK(run.code == 0);
  CHECK(contains(run.out, "--pairs"));
  CHECK(contains(run.out, "mizan compare article.en.txt article.fa.txt"));
}
