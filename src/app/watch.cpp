#include "app/watch.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

namespace mizan::app {
namespace {

constexpr auto kPatience = std::chrono::seconds(1);
constexpr auto kBetween = std::chrono::milliseconds(100);

double seconds(std::chrono::steady_clock::duration time) { return std::chrono::duration<double>(time).count(); }

}  // namespace

Watch::Watch(bool progress) : progress_(progress && isatty(STDERR_FILENO) == 1) {}

void Watch::close() {
  const Clock::time_point now = Clock::now();
  if (stage_ != extract) seconds_[stage_] += now - stage_start_;  // extract and claim count what their threads take
  stage_start_ = now;
}

void Watch::begin(Stage stage, const char* doing, std::size_t steps) {
  close();
  stage_ = stage;
  doing_ = doing;
  steps_ = steps;
  done_ = 0;
}

void Watch::step() {
  ++done_;
  if (!progress_) return;
  const std::unique_lock lock(guard_, std::try_to_lock);
  if (lock) show(Clock::now());
}

void Watch::show(Clock::time_point now) {
  if (now - start_ < kPatience || now - shown_ < kBetween) return;
  shown_ = now;
  visible_ = true;
  const std::string line = fmt::format("\r\x1b[K{} {}/{}", doing_, done_.load(), steps_);
  std::fwrite(line.data(), 1, line.size(), stderr);
}

void Watch::quiet() {
  const std::lock_guard lock(guard_);
  if (visible_) std::fputs("\r\x1b[K", stderr);
  visible_ = false;
}

std::string Watch::timing() {
  close();
  for (const Stage stage : {extract, claim}) seconds_[stage] += Clock::duration(threads_[stage].exchange(0));
  return fmt::format(
      "timing: read {:.3f} s, extract {:.3f} s, claim {:.3f} s, judge {:.3f} s, report {:.3f} s; {:.3f} s in all\n"
      "        (extract and claim: the sum of all threads)\n",
      seconds(seconds_[read]), seconds(seconds_[extract]), seconds(seconds_[claim]), seconds(seconds_[judge]),
      seconds(seconds_[report]), seconds(Clock::now() - start_));
}

}  // namespace mizan::app
