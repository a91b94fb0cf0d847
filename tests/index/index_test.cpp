// An index answers as if the whole corpus had been read again, and is never trusted when it should not be.
#include "index/index.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>

#include "../../bench/articles.hpp"
#include "catch.hpp"
#include "model/archive.hpp"
#include "rules.hpp"

using namespace mizan;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kArticles = 700;  // more than kFew

struct Scratch {
  Scratch() : path(fs::temp_directory_path() / ("mizan-index-" + std::to_string(std::random_device{}()))) {
    fs::create_directories(path);
  }
  ~Scratch() { fs::remove_all(path); }
  std::string file() const { return (path / "index.db").string(); }
  fs::path path;
};

Document document_of(const synthetic::Article& article) {
  Document document;
  document.id = article.id;
  document.path = "articles/" + article.id + ".txt";
  document.language = article.language;
  document.text = article.text;
  const auto number = [&](std::size_t at, std::size_t size) { return std::stoi(article.published.substr(at, size)); };
  document.published = Day(std::chrono::year(number(0, 4)) / number(5, 2) / number(8, 2));
  return document;
}

std::vector<Document> corpus_of(std::size_t count) {
  synthetic::Articles articles;
  std::vector<Document> documents;
  for (std::size_t i = 0; i < count; ++i) documents.push_back(document_of(articles.next()));
  std::sort(documents.begin(), documents.end(), [](const Document& a, const Document& b) { return a.path < b.path; });
  return documents;
}

const std::vector<Document>& corpus() {
  static const std::vector<Document> documents = corpus_of(kArticles);
  return documents;
}

Record kept(const Document& document) { return record_of(document, analyse(document, shipped()), shipped()); }

Index built(const std::string& file, const std::vector<Document>& documents) {
  Index index = Index::open(file, "1");
  REQUIRE(index.begin({"articles"}, true));
  for (const Document& document : documents) {
    index.put_file(document.path, {static_cast<std::int64_t>(document.text.size()), 1});
    index.put(kept(document));
  }
  REQUIRE(index.finish());
  return index;
}

/// All that findings about one document say, by the names of documents.
std::vector<std::string> told(const std::vector<Finding>& findings, const std::vector<std::string>& ids,
                              const std::string& about) {
  std::vector<std::string> result;
  for (const Finding& f : findings) {
    bool here = false;
    std::string text = f.id + " " + dump(f) + " " + f.title + " " + std::to_string(f.confidence);
    for (const Evidence& e : f.evidence) {
      here = here || ids[e.document] == about;
      text += " | " + ids[e.document] + " " + dump(e.span) + " " + e.value + " " + e.claim;
    }
    for (const auto& [label, why] : f.reason) text += " | " + label + ": " + why;
    if (here) result.push_back(text);
  }
  return result;
}

std::vector<std::string> by_all(const std::vector<Document>& documents, const std::string& about) {
  std::vector<Analysis> analyses;
  std::vector<DocumentView> views;
  std::vector<Claim> claims;
  std::vector<std::string> ids;
  for (const Document& document : documents) analyses.push_back(analyse(document, shipped()));
  for (std::size_t i = 0; i < documents.size(); ++i) {
    views.push_back(view_of(documents[i].id, analyses[i]));
    ids.push_back(documents[i].id);
    for (Claim claim : analyses[i].claims) {
      claim.document = static_cast<std::uint32_t>(i);
      claims.push_back(std::move(claim));
    }
  }
  return told(judge(views, claims, shipped().frames()).findings, ids, about);
}

std::vector<std::string> by_index(const Index& index, const Document& document) {
  Shelf shelf(index, "");
  const std::uint32_t number = shelf.add(kept(document), analyse(document, shipped()));
  const Nearby nearby = judge_nearby(shelf.library(), {number}, shipped().frames());
  REQUIRE(index.state() == Index::State::ready);
  std::vector<std::string> ids;
  for (const std::uint32_t n : nearby.documents) ids.push_back(shelf.place(n).id);
  return told(nearby.judgement.findings, ids, document.id);
}

/// With one digit changed.
Document changed(Document document, std::size_t which) {
  for (char& c : document.text)
    if (c >= '1' && c <= '8' && which-- == 0) {
      ++c;
      break;
    }
  return document;
}

std::vector<Document> with(std::vector<Document> documents, const Document& document) {
  const auto at = std::find_if(documents.begin(), documents.end(),
                               [&](const Document& other) { return other.path >= document.path; });
  if (at != documents.end() && at->path == document.path)
    *at = document;
  else
    documents.insert(at, document);
  return documents;
}

/// All there is to words, field by field.
std::string packed(const std::vector<Word>& words) {
  Packer packer;
  packer(words);
  return packer.bytes();
}

}  // namespace

TEST_CASE("an analysis comes out of its bytes as it went in") {
  for (std::size_t i = 0; i < 40; ++i) {
    const Analysis before = analyse(corpus()[i], shipped());
    Analysis after;
    REQUIRE(unpack(pack(before), after));
    CHECK(pack(after) == pack(before));
    REQUIRE(after.claims.size() == before.claims.size());
    for (std::size_t c = 0; c < before.claims.size(); ++c) {
      CHECK(dump(after.claims[c]) == dump(before.claims[c]));
      CHECK(after.claims[c].span == before.claims[c].span);
      CHECK(packed(after.claims[c].about) == packed(before.claims[c].about));
    }
    REQUIRE(after.extraction.sentences.size() == before.extraction.sentences.size());
    for (std::size_t s = 0; s < before.extraction.sentences.size(); ++s)
      CHECK(packed(after.extraction.sentences[s].words) == packed(before.extraction.sentences[s].words));
  }
  Analysis none;
  CHECK_FALSE(unpack("", none));
  CHECK_FALSE(unpack(pack(analyse(corpus()[0], shipped())).substr(1), none));
}

TEST_CASE("a new or changed article is judged by the index as by the whole corpus") {
  const Scratch scratch;
  const std::vector<Document> base(corpus().begin(), corpus().end() - 20);
  const Index index = built(scratch.file(), base);
  std::size_t findings = 0;
  for (std::size_t i = 0; i < 12; ++i) {
    const Document fresh = corpus()[kArticles - 1 - i];  // not in the index
    const auto expected = by_all(with(base, fresh), fresh.id);
    CHECK(by_index(index, fresh) == expected);
    const Document other = changed(base[i * 37], i);  // in it, as it was
    const auto expected_other = by_all(with(base, other), other.id);
    CHECK(by_index(index, other) == expected_other);
    findings += expected.size() + expected_other.size();
  }
  CHECK(findings > 20);
}

TEST_CASE("an index brought up to date is the one that would have been built") {
  const Scratch scratch;
  const std::vector<Document> base(corpus().begin(), corpus().end() - 20);
  Index index = built(scratch.file(), base);
  REQUIRE(index.begin({"articles"}, false));
  for (std::size_t i = kArticles - 20; i < kArticles; ++i) index.put(kept(corpus()[i]));
  for (std::size_t i = 0; i < 10; ++i) index.forget_file(base[i * 50].path);
  const Document other = changed(base[1], 3);
  index.remove(base[1].path, 0);
  index.put(kept(other));
  REQUIRE(index.finish());

  std::vector<Document> now = with(corpus(), other);
  for (std::size_t i = 0; i < 10; ++i)
    std::erase_if(now, [&](const Document& document) { return document.path == base[i * 50].path; });
  CHECK(index.totals().documents == now.size());
  const Scratch elsewhere;
  const Index anew = built(elsewhere.file(), now);
  CHECK(anew.totals().claims == index.totals().claims);
  for (std::size_t i = 0; i < now.size(); i += 7) CHECK(by_index(index, now[i]) == by_index(anew, now[i]));
  for (std::size_t i = 0; i < now.size(); i += 97) CHECK(by_index(index, now[i]) == by_all(now, now[i].id));
}

TEST_CASE("an index is not trusted when another version wrote it or a byte of it has changed") {
  const Scratch scratch;
  const std::vector<Document> some(corpus().begin(), corpus().begin() + 40);
  { const Index index = built(scratch.file(), some); }
  CHECK(Index::open(scratch.file(), "1").state() == Index::State::ready);
  CHECK(Index::open(scratch.file(), "2").state() == Index::State::other_version);
  CHECK(Index::open(scratch.file() + "-not", "1").state() == Index::State::absent);

  std::ifstream in(scratch.file(), std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(in)), {});
  std::mt19937 random(3);
  std::size_t told = 0, silent = 0;
  for (int i = 0; i < 200; ++i) {
    std::string broken = bytes;
    const std::size_t at = random() % broken.size();
    if (i < 20)
      broken.resize(at);
    else
      broken[at] = static_cast<char>(broken[at] ^ (1 << random() % 8));
    std::ofstream(scratch.file(), std::ios::binary | std::ios::trunc) << broken;
    const Index index = Index::open(scratch.file(), "1");
    bool same = index.state() == Index::State::ready && index.totals().documents == some.size();
    for (const Document& document : some) {
      const auto found = index.find(content_hash(document));
      same = same && found && *found == pack(analyse(document, shipped()));
      if (index.state() != Index::State::ready) break;
    }
    const bool ready = index.state() == Index::State::ready;
    told += ready ? 0 : 1;
    silent += ready && !same ? 1 : 0;
  }
  CHECK(told > 40);
  CHECK(silent < 20);  // a byte of a search tree: a document is not found, and is read again
}

TEST_CASE("an index built again holds what it held") {
  const Scratch scratch;
  const std::vector<Document> some(corpus().begin(), corpus().begin() + 30);
  const Totals once = built(scratch.file(), some).totals();
  const Totals again = built(scratch.file(), some).totals();
  CHECK(once.documents == some.size());
  CHECK(again.documents == once.documents);
  CHECK(again.claims == once.claims);
}

TEST_CASE("what was not finished has not happened") {
  const Scratch scratch;
  const std::vector<Document> some(corpus().begin(), corpus().begin() + 30);
  { const Index index = built(scratch.file(), some); }
  {
    Index index = Index::open(scratch.file(), "1");
    REQUIRE(index.begin({"articles"}, false));
    index.put(kept(corpus()[50]));
    index.forget_file(some[0].path);
    const Index other = Index::open(scratch.file(), "1");  // reads meanwhile
    CHECK(other.totals().documents == some.size());
  }
  const Index after = Index::open(scratch.file(), "1");
  CHECK(after.state() == Index::State::ready);
  CHECK(after.totals().documents == some.size());
  CHECK(after.find(content_hash(some[0])));
  CHECK_FALSE(after.find(content_hash(corpus()[50])));
}
