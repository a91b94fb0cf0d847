// The chain of the rooms, over a corpus: read, extract, claim on several threads, judge.
//
//   Run r = run(select_files(options).files, knowledge, {.threads = 4});     // the same bytes out whatever the number
//   of threads
//
// The only place with threads. Results are placed by index, so that their order is that of the documents.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "app/selection.hpp"
#include "app/watch.hpp"
#include "extract/extract.hpp"
#include "index/index.hpp"
#include "knowledge/knowledge.hpp"
#include "report/report.hpp"
#include "text/text.hpp"

namespace mizan::app {

struct PipelineOptions {
  unsigned threads = 0;                                ///< 0: one a core
  std::function<void(const std::string&)> trace = {};  ///< told of every pair of open claims that was weighed
  Watch* watch = nullptr;                              ///< told of the way, if anybody wants to know
  const Index* index = nullptr;                        ///< of analyses that need not be made again
};

/// Everything `check` and `show` need: the whole corpus, judged. What could not be read is in Run::errors.
Run run(const std::vector<InputFile>& files, const Knowledge& knowledge, const PipelineOptions& options);

/// The same for documents already in memory (the rules' own examples, another commit). extracted: by document what is
/// known of it already; nullptr, or none at all, for those to be extracted.
Run run_documents(std::vector<Document> documents, const Knowledge& knowledge, const PipelineOptions& options,
                  const std::vector<const Extraction*>& extracted = {});

/// Gives each document of a corpus an id of its own, and the language that was asked for.
class DocumentNames {
 public:
  Document named(Document&& document, const InputFile& file);

 private:
  bool is_new(std::string_view id);
  std::unordered_set<std::size_t> ids_;  // hashes: all that is kept of a document once it is written
};

/// Two documents taken to speak of one matter, held against each other. Uses one thread.
ComparedPair compare_documents(Document a, Document b, const Knowledge& knowledge);

/// What render makes of every document and its extraction goes to write, in the order of the documents. Never holds the
/// corpus: memory is bounded by the documents being worked on. render runs on several threads, write on one at a time.
/// Returns the number of documents.
std::size_t extract_stream(const std::vector<InputFile>& files, const Knowledge& knowledge,
                           const PipelineOptions& options,
                           const std::function<std::string(const Document&, const Extraction&)>& render,
                           const std::function<void(const std::string&)>& write, Errors& errors);

/// The same for an index: what it keeps of each document, under the id that the document gives itself.
std::size_t record_stream(const std::vector<InputFile>& files, const Knowledge& knowledge,
                          const PipelineOptions& options, const std::function<void(Record&&)>& write, Errors& errors);

/// work(i) for every i below count, on several threads. What a thread throws is thrown again here.
void for_each_index(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& work);

}  // namespace mizan::app
