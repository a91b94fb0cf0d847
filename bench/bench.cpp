// How fast articles are read: fold() alone, and the whole of extract(). Figures are bytes of the original text.
//
//   ./dev bench --benchmark_filter=extract
//
// The seeds are repeated, so caches are warmer than on a real corpus: for comparing two builds, not for promising.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "extract/extract.hpp"
#include "knowledge/knowledge.hpp"
#include "text/text.hpp"

namespace {

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

const std::vector<mizan::Document>& seeds() {
  static const std::vector<mizan::Document> read = [] {
    std::vector<mizan::Document> documents;
    mizan::Errors errors;
    mizan::read_path(
        MIZAN_SOURCE_DIR "/seeds", {}, [&](mizan::Document&& d) { documents.push_back(std::move(d)); }, errors);
    if (!errors.empty()) stop(errors);
    return documents;
  }();
  return read;
}

/// Each seed by itself, repeated until it has about so many bytes.
std::vector<mizan::Document> corpus(std::size_t bytes) {
  std::vector<mizan::Document> documents = seeds();
  for (mizan::Document& document : documents) {
    const std::string once = document.text + "\n";
    while (document.text.size() < bytes) document.text += once;
  }
  return documents;
}

std::int64_t size(const std::vector<mizan::Document>& documents) {
  std::size_t bytes = 0;
  for (const mizan::Document& document : documents) bytes += document.text.size();
  return static_cast<std::int64_t>(bytes);
}

void load(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(mizan::Knowledge::load({MIZAN_SOURCE_DIR "/rules"}));
}

void fold(benchmark::State& state) {
  const auto documents = corpus(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    for (const mizan::Document& document : documents) {
      benchmark::DoNotOptimize(mizan::fold(document.text, knowledge().fold_table()));
    }
  }
  state.SetBytesProcessed(state.iterations() * size(documents));
}

void extract(benchmark::State& state) {
  const auto documents = corpus(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    for (const mizan::Document& document : documents) {
      benchmark::DoNotOptimize(mizan::extract(document, knowledge()));
    }
  }
  state.SetBytesProcessed(state.iterations() * size(documents));
}

BENCHMARK(load)->Unit(benchmark::kMillisecond);
// The second size shows whether the cost stays linear in the text.
BENCHMARK(fold)->Arg(1)->Arg(1 << 20)->Unit(benchmark::kMillisecond);
BENCHMARK(extract)->Arg(1)->Arg(1 << 20)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
