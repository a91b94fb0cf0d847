#include "app/terminal.hpp"

#include <poll.h>
#include <spawn.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <string_view>

namespace mizan::app {
namespace {

constexpr int kEscapeWait = 50;  // milliseconds in which the rest of a key arrives

constexpr std::array kEnding = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
constexpr std::array kOthers = {SIGTSTP, SIGCONT, SIGWINCH};

// They arrive in ppoll alone, so that nothing is cut in two: everywhere else they are blocked.
volatile std::sig_atomic_t ended = 0, stopping = 0, continued = 0, changed = 0;

void note(int signal) {
  if (signal == SIGTSTP) {
    stopping = 1;
  } else if (signal == SIGCONT) {
    continued = 1;
  } else if (signal == SIGWINCH) {
    changed = 1;
  } else {
    ended = signal;
  }
}

sigset_t all_signals() {
  sigset_t set;
  sigemptyset(&set);
  for (const int signal : kEnding) sigaddset(&set, signal);
  for (const int signal : kOthers) sigaddset(&set, signal);
  return set;
}

void handle(int signal, void (*handler)(int)) {
  struct sigaction action = {};
  action.sa_handler = handler;
  sigemptyset(&action.sa_mask);
  sigaction(signal, &action, nullptr);
}

void write_all(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR && errno != EAGAIN) return;
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

/// Bytes of the character that begins so; 1 for what begins none.
std::size_t length_of(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte >= 0xF0U ? 4 : byte >= 0xE0U ? 3 : byte >= 0xC2U ? 2 : 1;
}

}  // namespace

FullScreen::FullScreen(const Terminfo& info) : info_(info) {
  tcgetattr(STDIN_FILENO, &before_);
  const sigset_t set = all_signals();
  sigprocmask(SIG_BLOCK, &set, nullptr);
  for (const int signal : kEnding) handle(signal, note);
  for (const int signal : kOthers) handle(signal, note);
  enter();
}

FullScreen::~FullScreen() {
  leave();
  for (const int signal : kEnding) handle(signal, SIG_DFL);
  for (const int signal : kOthers) handle(signal, SIG_DFL);
  const sigset_t set = all_signals();
  sigprocmask(SIG_UNBLOCK, &set, nullptr);
}

void FullScreen::measure() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return;
  if (size.ws_col > 0) columns_ = size.ws_col;
  if (size.ws_row > 0) rows_ = size.ws_row;
}

void FullScreen::enter() {
  termios raw = before_;
  raw.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO | IEXTEN);  // ISIG stays: Ctrl-C and Ctrl-Z are signals
  raw.c_iflag &= ~static_cast<tcflag_t>(IXON | ICRNL);
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  tcsetattr(STDIN_FILENO, TCSADRAIN, &raw);
  measure();
  write_all((inside_ ? std::string() : info_.enter) + info_.keys_on + info_.wrap_off + info_.hide + info_.clear);
  drawn_.clear();
  inside_ = true;
}

void FullScreen::leave() {
  if (!inside_) return;
  inside_ = false;
  std::string bytes = info_.normal + info_.show + info_.wrap_on + info_.keys_off;
  bytes += info_.leave.empty() ? info_.clear : info_.leave;
  write_all(bytes);
  tcsetattr(STDIN_FILENO, TCSADRAIN, &before_);
}

void FullScreen::show(const Screen& screen) {
  std::string bytes = info_.hide;
  for (unsigned row = 0; row < std::min<std::size_t>(rows_, screen.rows.size()); ++row) {
    if (row < drawn_.size() && drawn_[row] == screen.rows[row]) continue;
    bytes += info_.move_to(row, 0) + info_.normal + info_.clear_row + screen.rows[row] + info_.normal;
  }
  drawn_ = screen.rows;
  if (screen.typing && rows_ > 0)
    bytes += info_.move_to(rows_ - 1, std::min(*screen.typing, columns_ - 1)) + info_.show;
  write_all(bytes);
}

void FullScreen::stop() {
  leave();
  handle(SIGTSTP, SIG_DFL);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGTSTP);
  raise(SIGTSTP);  // pending until it is let through
  sigprocmask(SIG_UNBLOCK, &set, nullptr);
  sigprocmask(SIG_BLOCK, &set, nullptr);  // here again after "fg"
  handle(SIGTSTP, note);
  const timespec now{};
  sigemptyset(&set);
  sigaddset(&set, SIGCONT);
  sigtimedwait(&set, nullptr, &now);  // it is known
}

/// The key that typed_ begins with. complete: what is there is all that comes.
std::optional<Key> FullScreen::decode(bool complete) {
  const auto take = [&](std::size_t size, Key key) {
    typed_.erase(0, size);
    return std::optional(std::move(key));
  };
  while (!typed_.empty()) {
    const std::pair<std::string, Key::Name>* longest = nullptr;
    bool more = false;  // it may become a longer one
    for (const auto& key : info_.keys) {
      if (typed_.starts_with(key.first) && (longest == nullptr || key.first.size() > longest->first.size()))
        longest = &key;
      more = more || (key.first.size() > typed_.size() && key.first.starts_with(typed_));
    }
    if (more && !complete) return std::nullopt;
    if (longest != nullptr) return take(longest->first.size(), {longest->second, {}});
    const char lead = typed_.front();
    if (lead == '\x1b') {
      if (typed_.size() == 1) {
        if (!complete) return std::nullopt;
        return take(1, {Key::Name::escape, {}});
      }
      if (typed_[1] != '[' && typed_[1] != 'O') return take(1, {Key::Name::escape, {}});
      std::size_t end = 2;  // a key that nothing is known of goes as a whole
      while (end < typed_.size() && (typed_[end] < 0x40 || typed_[end] > 0x7E)) ++end;
      if (end == typed_.size() && !complete) return std::nullopt;
      typed_.erase(0, end + 1);
      continue;
    }
    const std::size_t size = length_of(lead);
    if (typed_.size() < size && !complete) return std::nullopt;
    const bool control = static_cast<unsigned char>(lead) < 0x20U;
    if (control || first_invalid_utf8(std::string_view(typed_).substr(0, size))) {
      typed_.erase(0, 1);
      continue;
    }
    return take(size, {Key::Name::text, typed_.substr(0, size)});
  }
  return std::nullopt;
}

Event FullScreen::wait() {
  while (true) {
    if (std::optional<Key> key = decode(false)) return {Event::Kind::key, std::move(*key), 0};
    const timespec soon{0, kEscapeWait * 1000000L};
    sigset_t none;
    sigprocmask(SIG_BLOCK, nullptr, &none);
    for (const int signal : kEnding) sigdelset(&none, signal);
    for (const int signal : kOthers) sigdelset(&none, signal);
    pollfd ready{STDIN_FILENO, POLLIN, 0};
    const int came = ppoll(&ready, 1, typed_.empty() ? nullptr : &soon, &none);
    if (ended != 0) return {Event::Kind::ended, {}, ended};
    if (stopping != 0) {
      stopping = 0;
      stop();
      continued = 1;
    }
    if (continued != 0) {
      continued = 0;
      changed = 0;
      enter();
      return {Event::Kind::resized, {}, 0};
    }
    if (changed != 0) {
      changed = 0;
      measure();
      write_all(info_.clear);
      drawn_.clear();
      return {Event::Kind::resized, {}, 0};
    }
    if (came == 0) {
      if (std::optional<Key> key = decode(true)) return {Event::Kind::key, std::move(*key), 0};
      continue;
    }
    if (came < 0) continue;
    char bytes[256];
    const ssize_t size = read(STDIN_FILENO, bytes, sizeof bytes);
    if (size == 0 || (size < 0 && errno != EINTR && errno != EAGAIN)) return {Event::Kind::ended, {}, 0};
    if (size > 0) typed_.append(bytes, static_cast<std::size_t>(size));
  }
}

int FullScreen::run(const std::string& command, const std::vector<std::string>& arguments) {
  leave();
  std::vector<std::string> words = {"sh", "-c", command + " \"$@\"", command};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);

  // Ctrl-C is the command's; Ctrl-Z stops both, as the shell that waits for both expects.
  for (const int signal : {SIGINT, SIGQUIT}) handle(signal, SIG_IGN);
  handle(SIGTSTP, SIG_DFL);
  sigset_t stop_signal, none;
  sigemptyset(&stop_signal);
  sigaddset(&stop_signal, SIGTSTP);
  sigprocmask(SIG_UNBLOCK, &stop_signal, nullptr);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  const sigset_t ours = all_signals();
  posix_spawnattr_setsigdefault(&attributes, &ours);
  sigemptyset(&none);
  posix_spawnattr_setsigmask(&attributes, &none);
  pid_t child = 0;
  int status = 127 << 8;
  if (posix_spawn(&child, "/bin/sh", nullptr, &attributes, argv.data(), environ) == 0)
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
  posix_spawnattr_destroy(&attributes);
  sigprocmask(SIG_BLOCK, &stop_signal, nullptr);
  for (const int signal : {SIGINT, SIGQUIT, SIGTSTP}) handle(signal, note);
  enter();
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace mizan::app
