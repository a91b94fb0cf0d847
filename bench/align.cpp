// Aligning open claims: cost and memory of a claim while the corpus grows sixteenfold (see synthetic.hpp).
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <fstream>
#include <string>

#include "synthetic.hpp"

namespace {

using namespace mizan;

double peak_bytes() {  // since the last reset
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmHWM:")) return std::stod(line.substr(6)) * 1024;
  return 0;
}
void reset_peak() { std::ofstream("/proc/self/clear_refs") << "5"; }

void align(benchmark::State& state) {
  const synthetic::Corpus corpus = synthetic::made(static_cast<std::uint32_t>(state.range(0)));
  std::size_t findings = 0;
  double bytes = 0;
  for (auto _ : state) {
    reset_peak();
    const double before = peak_bytes();
    const Judgement judgement = judge(corpus.documents, corpus.claims, {});
    bytes = peak_bytes() - before;
    findings = judgement.findings.size();
  }
  const auto claims = static_cast<double>(corpus.claims.size());
  state.counters["time/claim"] =
      benchmark::Counter(claims, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
  state.counters["bytes/claim"] = bytes / claims;
  state.counters["findings/1000"] = static_cast<double>(findings) * 1000 / claims;
}

BENCHMARK(align)->RangeMultiplier(2)->Range(100000, 1600000)->Unit(benchmark::kMillisecond)->Iterations(1);

}  // namespace
