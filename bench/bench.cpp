// How fast articles are read: fold() alone, the whole of extract(), and extract() with the lines that are printed.
// Figures are bytes of the original text, on one thread.
//
//   ./dev bench --benchmark_filter=extract
//   MIZAN_BENCH_CORPUS=news.jsonl ./dev bench
//
// Without a corpus the seeds are read, and repeated, so that caches are warmer than on real articles: for comparing two
// builds, not for promising.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "extract/extract.hpp"
#include "knowledge/knowledge.hpp"
#include "report/report.hpp"
#include "text/text.hpp"

namespace {

using Documents = std::vector<mizan::Document>;

[[noreturn]] void stop(const mizan::Errors& errors) {
  for (const mizan::Error& error : errors) std::fprintf(stderr, "%s\n", mizan::dump(error).c_str());
  std::exit(2);
}

const mizan::Knowledge& knowledge() {
  static const mizan::Knowledge loaded = [] {
    auto result = mizan::Knowledge::load({MIZAN_SOURCE_DIR "/rules"});
    if (!result) stop(result.error());
    return std::move(*result);
  }();
  return loaded;
}

/// The documents of MIZAN_BENCH_CORPUS, a file or folder; else the seeds.
const Documents& corpus() {
  static const Documents read = [] {
    const char* given = std::getenv("MIZAN_BENCH_CORPUS");
    Documents documents;
    mizan::Errors errors;
    mizan::read_path(
        given != nullptr ? given : MIZAN_SOURCE_DIR "/seeds", {},
        [&](mizan::Document&& d) { documents.push_back(std::move(d)); }, errors);
    if (!errors.empty()) stop(errors);
    return documents;
  }();
  return read;
}

/// All of the corpus as one document, repeated until it has about so many bytes: is the cost still linear?
Documents one_large(std::size_t bytes) {
  mizan::Document large = corpus().front();
  large.text.clear();
  while (large.text.size() < bytes)
    for (const mizan::Document& document : corpus()) large.text += document.text + "\n";
  return {std::move(large)};
}

/// Folds, extracts or prints each document in turn, as the command line does on one thread.
template <class Work>
void run(benchmark::State& state, const Documents& documents, Work work) {
  std::int64_t bytes = 0;
  for (const mizan::Document& document : documents) bytes += static_cast<std::int64_t>(document.text.size());
  knowledge();
  for (auto _ : state)
    for (const mizan::Document& document : documents) benchmark::DoNotOptimize(work(document));
  state.SetBytesProcessed(state.iterations() * bytes);
}

mizan::Extraction extracted(const mizan::Document& document) {
  return mizan::extract(document, knowledge(), mizan::Scope::mentions);
}

void load(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(mizan::Knowledge::load({MIZAN_SOURCE_DIR "/rules"}));
}
void fold(benchmark::State& state) {
  run(state, corpus(), [](const auto& document) { return mizan::fold(document.text, knowledge().fold_table()); });
}
void extract(benchmark::State& state) { run(state, corpus(), extracted); }
void extract_all(benchmark::State& state) {  // with names and cues, as "check" wants them
  run(state, corpus(), [](const auto& document) { return mizan::extract(document, knowledge()); });
}
void extract_print(benchmark::State& state) {
  run(state, corpus(), [](const auto& document) { return mizan::mentions_jsonl(document, extracted(document)); });
}
void extract_large(benchmark::State& state) {
  run(state, one_large(static_cast<std::size_t>(state.range(0)) << 20), extracted);
}

BENCHMARK(load)->Unit(benchmark::kMillisecond);
BENCHMARK(fold)->Unit(benchmark::kMillisecond);
BENCHMARK(extract)->Unit(benchmark::kMillisecond);
BENCHMARK(extract_all)->Unit(benchmark::kMillisecond);
BENCHMARK(extract_print)->Unit(benchmark::kMillisecond);
BENCHMARK(extract_large)->Arg(1)->Arg(16)->Unit(benchmark::kMillisecond);  // MiB

}  // namespace

BENCHMARK_MAIN();
