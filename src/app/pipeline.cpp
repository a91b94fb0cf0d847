#include "app/pipeline.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <filesystem>
#include <iterator>
#include <memory>
#include <mutex>
#include <thread>
#include <unordered_set>
#include <utility>

#include "claim/claim.hpp"
#include "index/index.hpp"
#include "judge/judge.hpp"

namespace mizan::app {
namespace {

/// Text of documents that are read and not yet written: enough to keep many threads busy, and no more.
constexpr std::size_t kBytesAhead = std::size_t{4} << 20;

/// Reads files in order and gives each document a name of its own.
std::size_t read_files(const std::vector<InputFile>& files, Errors& errors, Watch* watch,
                       const std::function<void(Document&&)>& sink) {
  DocumentNames names;
  std::size_t count = 0;
  for (const InputFile& file : files) {
    const auto accept = [&](Document&& document) { sink(names.named(std::move(document), file)); };
    count += read_path(file.path, {file.name, file.name}, accept, errors);
    if (watch != nullptr) watch->step();
  }
  return count;
}

unsigned thread_count(unsigned wanted) {
  return wanted != 0 ? wanted : std::max(1U, std::thread::hardware_concurrency());
}

/// Documents on their way from the reader to the output: any thread works on the next one, and results leave in the
/// order of the documents. The thread that reads works too while enough is read ahead.
template <class Result>
class Conveyor {
 public:
  using Work = std::function<Result(const Document&)>;
  using Write = std::function<void(Result&&)>;

  Conveyor(unsigned threads, Work work, Write write)
      : work_(std::move(work)), write_(std::move(write)), most_(threads > 1 ? kBytesAhead : 0) {
    for (unsigned i = 1; i < threads; ++i) pool_.emplace_back([this] { help(); });
  }
  ~Conveyor() { close(); }
  Conveyor(const Conveyor&) = delete;
  Conveyor& operator=(const Conveyor&) = delete;

  void put(Document&& document) {
    std::unique_lock lock(guard_);
    bytes_ += document.text.size();
    jobs_.push_back(std::make_unique<Job>());
    jobs_.back()->document = std::move(document);
    added_.notify_one();
    while (bytes_ > most_) step(lock, written_);
    if (thrown_) std::rethrow_exception(thrown_);
  }

  /// Everything put in so far has been written.
  void finish() {
    {
      std::unique_lock lock(guard_);
      while (!jobs_.empty()) step(lock, written_);
    }
    close();
    if (thrown_) std::rethrow_exception(thrown_);
  }

 private:
  struct Job {
    Document document;
    Result result;
    bool done = false;
  };

  void help() {
    std::unique_lock lock(guard_);
    while (!closed_) step(lock, added_);
  }

  void close() {
    {
      const std::lock_guard lock(guard_);
      closed_ = true;
    }
    added_.notify_all();
    for (std::thread& thread : pool_) thread.join();
    pool_.clear();
  }

  /// Works on the next document, or waits for change. The lock is held but while working.
  void step(std::unique_lock<std::mutex>& lock, std::condition_variable& change) {
    if (taken_ == jobs_.size()) {
      change.wait(lock);
      return;
    }
    Job& job = *jobs_[taken_++];
    unlocked(lock, [&] { job.result = work_(job.document); });
    job.done = true;
    if (writing_) return;
    writing_ = true;  // the oldest documents, and what others finish meanwhile
    while (!jobs_.empty() && jobs_.front()->done) {
      const std::unique_ptr<Job> oldest = std::move(jobs_.front());
      jobs_.pop_front();
      --taken_;
      if (!thrown_) unlocked(lock, [&] { write_(std::move(oldest->result)); });
      bytes_ -= oldest->document.text.size();
    }
    writing_ = false;
    written_.notify_one();
  }

  template <class F>
  void unlocked(std::unique_lock<std::mutex>& lock, F f) {
    std::exception_ptr thrown;
    lock.unlock();
    try {
      f();
    } catch (...) {
      thrown = std::current_exception();
    }
    lock.lock();
    if (thrown && !thrown_) thrown_ = thrown;
  }

  const Work work_;
  const Write write_;
  const std::size_t most_;
  std::mutex guard_;  // of all below
  std::condition_variable added_, written_;
  std::deque<std::unique_ptr<Job>> jobs_;  // oldest first
  std::size_t taken_ = 0;                  // how many of them have been begun
  std::size_t bytes_ = 0;                  // of their texts
  bool writing_ = false;
  bool closed_ = false;
  std::exception_ptr thrown_;
  std::vector<std::thread> pool_;
};

/// What judge needs to know of each document; computed holds its computations, or is empty.
std::vector<DocumentView> views_of(const Run& run, const Knowledge& knowledge,
                                   const std::vector<std::vector<Computation>>& computed) {
  std::vector<DocumentView> views;
  views.reserve(run.documents.size());
  for (std::size_t i = 0; i < run.documents.size(); ++i) {
    const Extraction& extraction = run.extractions[i];
    views.push_back(view_of(run.documents[i].id, extraction, computed.empty() ? nullptr : &computed[i],
                            has_capitals(extraction.language, knowledge)));
  }
  return views;
}

void judge_run(Run& run, const Knowledge& knowledge, const std::vector<std::vector<Computation>>& computed,
               const Trace& trace) {
  Judgement judgement = judge(views_of(run, knowledge, computed), run.claims, knowledge.frames(), trace);
  run.findings = std::move(judgement.findings);
  run.series = std::move(judgement.series);
  run.claim_ids = std::move(judgement.claim_ids);
}

}  // namespace

void for_each_index(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& work) {
  const std::size_t used = std::min<std::size_t>(thread_count(threads), count);
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

Document DocumentNames::named(Document&& document, const InputFile& file) {
  if (!is_new(document.id)) {
    document.id = std::filesystem::path(file.name).lexically_normal().string();
    if (document.record_line != 0) document.id += ":" + std::to_string(document.record_line);
    is_new(document.id);
  }
  if (!file.language.empty()) document.language = file.language;
  return std::move(document);
}

bool DocumentNames::is_new(std::string_view id) { return ids_.insert(std::hash<std::string_view>{}(id)).second; }

Run run_documents(std::vector<Document> documents, const Knowledge& knowledge, const PipelineOptions& options,
                  const std::vector<const Extraction*>& extracted) {
  Run run;
  run.documents = std::move(documents);
  const std::size_t count = run.documents.size();
  run.extractions.resize(count);
  std::vector<std::vector<Computation>> computed(count);
  std::vector<std::vector<Claim>> claims_of(count);
  std::vector<std::string> kept(count);
  if (options.index != nullptr)
    for (std::size_t i = 0; i < count; ++i)
      if (auto bytes = options.index->find(content_hash(run.documents[i]))) kept[i] = std::move(*bytes);
  Watch unwatched(false);
  Watch& watch = options.watch != nullptr ? *options.watch : unwatched;
  watch.begin(Watch::extract, "reading figures and dates of articles", count);
  for_each_index(count, options.threads, [&](std::size_t i) {
    if (Analysis analysis; !kept[i].empty() && unpack(kept[i], analysis)) {
      kept[i] = {};
      run.extractions[i] = std::move(analysis.extraction);
      claims_of[i] = std::move(analysis.claims);
      for (Claim& claim : claims_of[i]) claim.document = static_cast<std::uint32_t>(i);
      computed[i] = std::move(analysis.computations);
      watch.step();
      return;
    }
    const bool known = !extracted.empty() && extracted[i] != nullptr;
    run.extractions[i] =
        watch.timed(Watch::extract, [&] { return known ? *extracted[i] : extract(run.documents[i], knowledge); });
    claims_of[i] = watch.timed(Watch::claim, [&] {
      computed[i] = computations(run.documents[i], run.extractions[i], knowledge);
      return claims(run.documents[i], run.extractions[i], knowledge, static_cast<std::uint32_t>(i));
    });
    watch.step();
  });
  watch.begin(Watch::judge, "comparing", 0);
  for (std::vector<Claim>& some : claims_of) {
    run.claims.insert(run.claims.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
  }
  run.knowledge = &knowledge;
  judge_run(run, knowledge, computed, options.trace);
  return run;
}

Run run(const std::vector<InputFile>& files, const Knowledge& knowledge, const PipelineOptions& options) {
  std::vector<Document> documents;
  Errors errors;
  if (options.watch != nullptr) options.watch->begin(Watch::read, "reading files", files.size());
  read_files(files, errors, options.watch, [&](Document&& document) { documents.push_back(std::move(document)); });
  Run result = run_documents(std::move(documents), knowledge, options);
  result.errors = std::move(errors);
  return result;
}

ComparedPair compare_documents(Document a, Document b, const Knowledge& knowledge) {
  ComparedPair pair;
  Run& run = pair.run;
  run.documents.push_back(std::move(a));
  run.documents.push_back(std::move(b));
  for (std::uint32_t i = 0; i < 2; ++i) {
    run.extractions.push_back(extract(run.documents[i], knowledge));
    std::vector<Claim> some = claims(run.documents[i], run.extractions[i], knowledge, i);
    run.claims.insert(run.claims.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
  }
  const std::vector<DocumentView> views = views_of(run, knowledge, {});
  Comparison comparison = compare(views[0], views[1], run.claims);
  run.findings = std::move(comparison.findings);
  for (std::size_t side = 0; side < 2; ++side) pair.only[side] = std::move(comparison.only[side]);
  return pair;
}

std::size_t extract_stream(const std::vector<InputFile>& files, const Knowledge& knowledge,
                           const PipelineOptions& options,
                           const std::function<std::string(const Document&, const Extraction&)>& render,
                           const std::function<void(const std::string&)>& write, Errors& errors) {
  Conveyor<std::string> conveyor(
      thread_count(options.threads),
      [&](const Document& document) { return render(document, extract(document, knowledge, Scope::mentions)); },
      [&](std::string&& lines) { write(lines); });
  if (options.watch != nullptr)
    options.watch->begin(Watch::extract, "reading figures and dates of files", files.size());
  const std::size_t count =
      read_files(files, errors, options.watch, [&](Document&& document) { conveyor.put(std::move(document)); });
  conveyor.finish();
  return count;
}

std::size_t record_stream(const std::vector<InputFile>& files, const Knowledge& knowledge,
                          const PipelineOptions& options, const std::function<void(Record&&)>& write, Errors& errors) {
  Conveyor<Record> conveyor(
      thread_count(options.threads),
      [&](const Document& document) { return record_of(document, analyse(document, knowledge), knowledge); }, write);
  if (options.watch != nullptr) options.watch->begin(Watch::extract, "reading articles", files.size());
  std::size_t count = 0;
  for (const InputFile& file : files) {
    const auto accept = [&](Document&& document) {
      if (!file.language.empty()) document.language = file.language;
      conveyor.put(std::move(document));
    };
    count += read_path(file.path, {file.name, file.name}, accept, errors);
    if (options.watch != nullptr) options.watch->step();
  }
  conveyor.finish();
  return count;
}

}  // namespace mizan::app
