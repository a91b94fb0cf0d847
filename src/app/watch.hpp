// What a run takes: its stages by the clock, and a line on a terminal while it is long. Nothing here changes a result.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>

namespace mizan::app {

/// --progress and --timing. step() and add() may be called from any thread.
class Watch {
 public:
  enum Stage : std::uint8_t { read, extract, claim, judge, report, kStages };

  /// progress: a line on standard error, if that is a terminal and the run takes longer than a second.
  explicit Watch(bool progress);
  ~Watch() { quiet(); }
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;

  /// What comes now, and of how many steps it is; the stage before is over.
  void begin(Stage stage, const char* doing, std::size_t steps);
  void step();
  /// Takes the line away.
  void quiet();
  /// The time f takes counts for a stage that runs on several threads.
  template <class F>
  auto timed(Stage stage, F f) {
    const auto start = std::chrono::steady_clock::now();
    auto result = f();
    threads_[stage] += (std::chrono::steady_clock::now() - start).count();
    return result;
  }

  /// "timing: read 0.01 s, extract ..."
  std::string timing();

 private:
  using Clock = std::chrono::steady_clock;
  void close();
  void show(Clock::time_point now);

  const bool progress_;
  const Clock::time_point start_ = Clock::now();
  Clock::time_point stage_start_ = start_;
  Stage stage_ = read;
  Clock::duration seconds_[kStages] = {};
  std::atomic<Clock::rep> threads_[kStages] = {};
  std::atomic<std::size_t> done_{0};
  std::size_t steps_ = 0;
  const char* doing_ = "";
  std::mutex guard_;  // of what is on the terminal
  Clock::time_point shown_ = start_;
  bool visible_ = false;
};

}  // namespace mizan::app
