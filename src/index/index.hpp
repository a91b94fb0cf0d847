// What is kept between runs: what was known before (baseline.hpp), what somebody decided is no finding (suppress.hpp),
// and what was read of a corpus, so that a new article is judged against a hundred thousand others without reading them
// again.
//
//   Index index = Index::open(".mizan/index.db", version);      // index.state() == Index::State::ready
//   Shelf shelf(index, "corpus/");                              // its documents, with some replaced by newer ones
//   std::uint32_t n = shelf.add(record, analysis);
//   Nearby nearby = judge_nearby(shelf.library(), {n}, knowledge.frames());
//
// One SQLite file. Of each document it keeps the analysis, under a hash of its content; of the corpus which documents
// share which words, and which report one story. A file of another version or a damaged one is never trusted: it is
// reported, and built anew. Many may read while one writes. Not for: judging (judge), walking folders, deciding when to
// build (app).
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "claim/claim.hpp"
#include "extract/extract.hpp"
#include "index/baseline.hpp"
#include "index/suppress.hpp"
#include "judge/judge.hpp"
#include "knowledge/knowledge.hpp"
#include "model/model.hpp"
#include "text/text.hpp"

namespace mizan {

// -------------------------------------------------------------------------------------------------------- documents

/// All that a document says, whatever the others say.
struct Analysis {
  Extraction extraction;
  std::vector<Claim> claims;  ///< of document 0
  std::vector<Computation> computations;
  bool capitals = false;  ///< its script tells names by capitals
};
Analysis analyse(const Document& document, const Knowledge& knowledge);

/// What judge needs of it. Points into analysis.
DocumentView view_of(const std::string& id, const Extraction& extraction, const std::vector<Computation>* computations,
                     bool capitals);
inline DocumentView view_of(const std::string& id, const Analysis& analysis) {
  return view_of(id, analysis.extraction, &analysis.computations, analysis.capitals);
}
/// Analysis::capitals of a language.
bool has_capitals(const std::string& language, const Knowledge& knowledge);

/// All that an analysis depends on but the knowledge: text, language, date, title.
std::uint64_t content_hash(const Document& document);

/// An analysis as bytes; without the cues of its sentences, which claims are made of.
std::string pack(const Analysis& analysis);
bool unpack(std::string_view bytes, Analysis& analysis);

/// A document as the index keeps it. Made on any thread.
struct Record {
  std::string path;           ///< of its file, relative to the folder of the corpus
  std::uint32_t root = 0;     ///< 1: it lies outside of the corpus, and path is its name
  std::uint32_t line = 0;     ///< in a file of records
  std::string id;             ///< as the document gives it
  std::uint64_t content = 0;  ///< content_hash()
  std::uint32_t bytes = 0;    ///< of text
  std::uint32_t mentions = 0, claims = 0;
  std::string analysis;  ///< packed
  Signature signature;
  Scene scene;
  std::vector<std::uint64_t> facts;  ///< fact_keys()
};
Record record_of(const Document& document, const Analysis& analysis, const Knowledge& knowledge);

// ------------------------------------------------------------------------------------------------------------- index

/// A file of the corpus as it was when it was read.
struct FileState {
  std::int64_t size = 0;
  std::int64_t changed = 0;  ///< nanoseconds
  friend bool operator==(const FileState&, const FileState&) = default;
};

/// Does some work for each number below count, in any order and on any thread; comes back when all is done.
using Parallel = std::function<void(std::size_t count, const std::function<void(std::size_t)>& work)>;
inline void in_turn(std::size_t count, const std::function<void(std::size_t)>& work) {
  for (std::size_t i = 0; i < count; ++i) work(i);
}

class Index {
 public:
  enum class State { ready, absent, other_version, damaged, busy };

  /// Opens the file for reading, as it is at this moment; nothing is thrown. What fails later shows in state() too:
  /// after the last question it must still be ready, or no answer counts.
  static Index open(const std::string& file, const std::string& version);
  ~Index();
  Index(Index&&) noexcept;
  Index& operator=(Index&&) noexcept;

  State state() const;
  const std::string& message() const;  ///< of damaged and busy: what SQLite says

  Totals totals() const;
  std::vector<std::string> roots() const;  ///< paths of the corpus, relative to its folder
  /// At most so many of them.
  std::map<std::string, FileState> files(std::size_t most = SIZE_MAX) const;
  /// The analysis of a document of this content, packed; nullopt if there is none.
  std::optional<std::string> find(std::uint64_t content) const;

  // Writing: begin, any of the others, finish. Until finish() has returned true nothing has changed for anyone,
  // whatever happens. A file that is absent, damaged or of another version is made anew; anew makes any so.
  bool begin(const std::vector<std::string>& roots, bool anew);
  void forget_file(const std::string& path);
  void put_file(const std::string& path, FileState state);
  /// The hashes of the documents of a file, by line.
  std::map<std::uint32_t, std::uint64_t> contents(const std::string& path) const;
  void put(Record record);
  void remove(const std::string& path, std::uint32_t line);
  bool finish(const Parallel& parallel = in_turn);

  // What else is to be kept beside: the parts of the knowledge.
  std::optional<std::string> attachment(const std::string& name) const;
  void attach(const std::string& name, std::string_view bytes);

 private:
  friend class Shelf;
  struct Impl;
  class Store* store() const;
  void broke(const std::string& message) const;
  explicit Index(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// The documents of an index with some put in the place of those of the same name, or added: a library for
/// judge_nearby().
class Shelf {
 public:
  /// Paths of the index get this prefix.
  Shelf(const Index& index, std::string prefix);
  ~Shelf();

  /// A document read just now; returns its number. To be called before the first question, as is remove().
  std::uint32_t add(Record record, Analysis analysis);
  /// A document that is no more.
  void remove(const std::string& path);

  /// Of the corpus as it is with them.
  Totals totals() const;
  Library library();

  struct Place {
    std::string path;  ///< with prefix
    std::uint32_t line = 0;
    std::string id;  ///< unique in the corpus
    std::uint64_t content = 0;
  };
  Place place(std::uint32_t number) const;
  const Analysis& analysis(std::uint32_t number) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace mizan
