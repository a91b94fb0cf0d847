#include "app/pipeline.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <filesystem>
#include <iterator>
#include <mutex>
#include <thread>
#include <unordered_set>
#include <utility>

#include "claim/claim.hpp"
#include "judge/judge.hpp"

namespace mizan::app {
namespace {

constexpr std::size_t kBatchBytes = std::size_t{8} << 20;
constexpr std::size_t kBatchDocuments = 1024;

/// Reads paths in order and gives each document a name of its own. A file named twice is read once: an article agrees
/// with itself, and that is no corroboration.
class Reader {
 public:
  Reader(const PipelineOptions& options, Errors& errors) : options_(options), errors_(errors) {}

  std::size_t read(const std::vector<std::string>& paths, const std::function<void(Document&&)>& sink) {
    std::size_t count = 0;
    for (const std::string& path : paths) {
      read_path(
          path, {}, [&](Document&& document) { count += accept(std::move(document), sink) ? 1 : 0; }, errors_);
    }
    return count;
  }

 private:
  bool accept(Document&& document, const std::function<void(Document&&)>& sink) {
    const std::string file = std::filesystem::path(document.path).lexically_normal().string();
    const std::string place = document.record_line == 0 ? file : file + ":" + std::to_string(document.record_line);
    if (!places_.insert(place).second) return false;
    if (!names_.insert(document.id).second) {
      document.id = place;
      names_.insert(place);
    }
    if (!options_.language.empty()) document.language = options_.language;
    sink(std::move(document));
    return true;
  }

  const PipelineOptions& options_;
  Errors& errors_;
  std::unordered_set<std::string> places_;
  std::unordered_set<std::string> names_;
};

/// The frames judge aligns by, and what it needs to know of each document.
void judge_run(Run& run, const Knowledge& knowledge) {
  std::vector<DocumentView> views;
  views.reserve(run.documents.size());
  for (std::size_t i = 0; i < run.documents.size(); ++i) {
    const Extraction& extraction = run.extractions[i];
    DocumentView view{run.documents[i].id, extraction.date, &extraction.mentions, {}};
    view.sentences.reserve(extraction.sentences.size());
    for (const SentenceView& sentence : extraction.sentences) view.sentences.push_back(sentence.span);
    views.push_back(std::move(view));
  }
  Judgement judgement = judge(views, run.claims, knowledge.frames());
  run.findings = std::move(judgement.findings);
  run.series = std::move(judgement.series);
  run.claim_ids = std::move(judgement.claim_ids);
}

}  // namespace

void for_each_index(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& work) {
  if (threads == 0) threads = std::max(1U, std::thread::hardware_concurrency());
  const std::size_t used = std::min<std::size_t>(threads, count);
  if (used <= 1) {
    for (std::size_t i = 0; i < count; ++i) work(i);
    return;
  }
  std::atomic<std::size_t> next{0};
  std::exception_ptr thrown;
  std::mutex guard;
  const auto loop = [&] {
    try {
      for (std::size_t i = next++; i < count; i = next++) work(i);
    } catch (...) {
      const std::lock_guard lock(guard);
      if (!thrown) thrown = std::current_exception();
      next = count;
    }
  };
  std::vector<std::thread> pool;
  for (std::size_t i = 1; i < used; ++i) pool.emplace_back(loop);
  loop();
  for (std::thread& thread : pool) thread.join();
  if (thrown) std::rethrow_exception(thrown);
}

Run run_documents(std::vector<Document> documents, const Knowledge& knowledge, const PipelineOptions& options) {
  Run run;
  run.documents = std::move(documents);
  const std::size_t count = run.documents.size();
  run.extractions.resize(count);
  std::vector<std::vector<Claim>> claims_of(count);
  for_each_index(count, options.threads, [&](std::size_t i) {
    run.extractions[i] = extract(run.documents[i], knowledge);
    claims_of[i] = claims(run.documents[i], run.extractions[i], knowledge, static_cast<std::uint32_t>(i));
  });
  for (std::vector<Claim>& some : claims_of) {
    run.claims.insert(run.claims.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
  }
  judge_run(run, knowledge);
  return run;
}

Run run(const std::vector<std::string>& paths, const Knowledge& knowledge, const PipelineOptions& options) {
  std::vector<Document> documents;
  Errors errors;
  Reader(options, errors).read(paths, [&](Document&& document) { documents.push_back(std::move(document)); });
  Run result = run_documents(std::move(documents), knowledge, options);
  result.errors = std::move(errors);
  return result;
}

std::size_t extract_stream(const std::vector<std::string>& paths, const Knowledge& knowledge,
                           const PipelineOptions& options,
                           const std::function<void(const Document&, const Extraction&)>& sink, Errors& errors) {
  std::vector<Document> batch;
  std::size_t bytes = 0;
  const auto flush = [&] {
    std::vector<Extraction> extractions(batch.size());
    for_each_index(batch.size(), options.threads,
                   [&](std::size_t i) { extractions[i] = extract(batch[i], knowledge); });
    for (std::size_t i = 0; i < batch.size(); ++i) sink(batch[i], extractions[i]);
    batch.clear();
    bytes = 0;
  };
  const std::size_t count = Reader(options, errors).read(paths, [&](Document&& document) {
    bytes += document.text.size();
    batch.push_back(std::move(document));
    if (bytes >= kBatchBytes || batch.size() >= kBatchDocuments) flush();
  });
  flush();
  return count;
}

}  // namespace mizan::app
