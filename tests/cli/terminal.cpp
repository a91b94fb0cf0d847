#include "terminal.hpp"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <utmp.h>
#include <vterm.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <thread>

namespace cli {
namespace {

double now() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

void append_utf8(std::string& text, std::uint32_t code) {
  const auto put = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
  const auto tail = [&](int shift) { put(0x80U | ((code >> shift) & 0x3FU)); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0U | (code >> 6));
    tail(0);
  } else if (code < 0x10000) {
    put(0xE0U | (code >> 12));
    tail(6);
    tail(0);
  } else {
    put(0xF0U | (code >> 18));
    tail(12);
    tail(6);
    tail(0);
  }
}

winsize window(Size size) {
  winsize result{};
  result.ws_col = static_cast<unsigned short>(size.columns);
  result.ws_row = static_cast<unsigned short>(size.rows);
  return result;
}

}  // namespace

/// What libvterm tells of the terminal as a whole.
struct Listener {
  static int property(VTermProp property, VTermValue* value, void* user) {
    auto& terminal = *static_cast<Terminal*>(user);
    if (property == VTERM_PROP_ALTSCREEN) terminal.alternate_ = value->boolean != 0;
    if (property == VTERM_PROP_CURSORVISIBLE) terminal.cursor_shown_ = value->boolean != 0;
    return 1;
  }
};

Terminal::Terminal(std::vector<std::string> command, Size size, const std::vector<std::string>& environment,
                   const std::string& start_in)
    : size_(size) {
  static VTermScreenCallbacks listeners{};
  listeners.settermprop = &Listener::property;
  vterm_ = vterm_new(size.rows, size.columns);
  vterm_set_utf8(vterm_, 1);
  vscreen_ = vterm_obtain_screen(vterm_);
  vterm_screen_set_callbacks(vscreen_, &listeners, this);
  vterm_screen_enable_altscreen(vscreen_, 1);
  vterm_screen_reset(vscreen_, 1);

  std::vector<std::string> settings = environment;  // first, since the first of a name counts
  for (const char* setting :
       {"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "MIZAN_RULES=" MIZAN_SOURCE_DIR "/rules", "TERM=xterm-256color"}) {
    settings.emplace_back(setting);
  }
  std::vector<char*> argv, env;
  for (std::string& word : command) argv.push_back(word.data());
  for (std::string& setting : settings) env.push_back(setting.data());
  argv.push_back(nullptr);
  env.push_back(nullptr);
  winsize wanted = window(size);
  if (openpty(&master_, &slave_, nullptr, nullptr, &wanted) != 0) std::abort();
  fcntl(master_, F_SETFD, FD_CLOEXEC);
  pid_ = fork();
  if (pid_ < 0) std::abort();
  if (pid_ == 0) {
    if (login_tty(slave_) != 0 || (!start_in.empty() && chdir(start_in.c_str()) != 0)) _exit(126);
    execve(argv.front(), argv.data(), env.data());
    _exit(127);
  }
  fcntl(slave_, F_SETFD, FD_CLOEXEC);
}

Terminal::~Terminal() {
  if (code_ < 0) {
    kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
  }
  close(master_);
  close(slave_);
  vterm_free(vterm_);
}

void Terminal::send(std::string_view keys) {
  while (!keys.empty()) {
    const ssize_t written = write(master_, keys.data(), keys.size());
    if (written < 0 && errno != EINTR) return;
    if (written > 0) keys.remove_prefix(static_cast<std::size_t>(written));
  }
}

void Terminal::resize(Size size) {
  size_ = size;
  vterm_set_size(vterm_, size.rows, size.columns);
  const winsize wanted = window(size);
  ioctl(master_, TIOCSWINSZ, &wanted);
}

void Terminal::signal(int number) { kill(pid_, number); }

bool Terminal::stopped() {
  int status = 0;
  if (code_ < 0 && waitpid(pid_, &status, WNOHANG | WUNTRACED | WCONTINUED) == pid_) {
    stopped_ = WIFSTOPPED(status);
    if (WIFEXITED(status)) code_ = WEXITSTATUS(status);
    if (WIFSIGNALED(status)) code_ = 128 + WTERMSIG(status);
  }
  return stopped_;
}

bool Terminal::read_some(double seconds) {
  pollfd ready{master_, POLLIN, 0};
  if (poll(&ready, 1, std::max(0, static_cast<int>(seconds * 1000))) <= 0) return false;
  char buffer[1 << 14];
  const ssize_t size = read(master_, buffer, sizeof buffer);
  if (size <= 0) return false;
  bytes_.append(buffer, static_cast<std::size_t>(size));
  show({buffer, static_cast<std::size_t>(size)});
  return true;
}

/// Isolates go past libvterm, which gives each a cell; terminals give them none.
void Terminal::show(std::string_view bytes) {
  held_ += bytes;
  std::string shown;
  std::size_t at = 0;
  for (; at < held_.size(); ++at) {
    const std::string_view rest = std::string_view(held_).substr(at, 3);
    const std::string_view start = "\xE2\x81";
    if (rest.size() < 3 && rest.front() == '\xE2' && start.starts_with(rest.substr(0, 2))) break;
    if (rest.starts_with(start) && rest[2] >= '\xA6' && rest[2] <= '\xA9') {
      at += 2;
      continue;
    }
    shown += held_[at];
  }
  held_.erase(0, at);
  vterm_input_write(vterm_, shown.data(), shown.size());
  char answer[256];  // the terminal's own, where the program asks who it is
  while (const std::size_t size = vterm_output_read(vterm_, answer, sizeof answer)) send({answer, size});
}

template <class Done>
bool Terminal::wait_until(Done done, double seconds) {
  const double end = now() + seconds;
  while (!done()) {
    if (now() >= end) return false;
    const bool ended = !stopped() && code_ >= 0;
    if (!read_some(std::min(0.02, end - now())) && ended) return done();
  }
  return true;
}

bool Terminal::wait_for(std::string_view text, double seconds) {
  return wait_until([&] { return shows(text); }, seconds);
}

bool Terminal::wait_row(int number, std::string_view text, double seconds) {
  return wait_until([&] { return row(number).starts_with(text); }, seconds);
}

bool Terminal::wait_without(std::string_view text, double seconds) {
  return wait_until([&] { return !shows(text); }, seconds);
}

int Terminal::wait_exit(double seconds) {
  wait_until([&] { return !stopped() && code_ >= 0; }, seconds);
  while (read_some(0.02)) {
  }
  return code_;
}

void Terminal::settle(double seconds) {
  wait_until([] { return false; }, seconds);
}

std::string Terminal::row(int number) const {
  std::string text;
  if (number < 0 || number >= size_.rows) return text;
  VTermScreenCell cell{};
  for (int column = 0; column < size_.columns; column += std::max<int>(1, cell.width)) {
    if (vterm_screen_get_cell(vscreen_, {number, column}, &cell) == 0) break;
    if (cell.chars[0] == 0) text += ' ';
    for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i] != 0; ++i) append_utf8(text, cell.chars[i]);
  }
  text.erase(text.find_last_not_of(' ') + 1);
  return text;
}

std::string Terminal::screen() const {
  std::string all;
  for (int i = 0; i < size_.rows; ++i) all += row(i) + "\n";
  return all;
}

bool Terminal::shows(std::string_view text) const { return screen().find(text) != std::string::npos; }

Look Terminal::look(int row, int column) const {
  VTermScreenCell cell{};
  if (vterm_screen_get_cell(vscreen_, {row, column}, &cell) == 0) return {};
  return {cell.attrs.bold != 0, cell.attrs.underline != 0, cell.attrs.reverse != 0,
          !VTERM_COLOR_IS_DEFAULT_FG(&cell.fg)};
}

bool Terminal::cooked() const {
  termios settings{};
  return tcgetattr(slave_, &settings) == 0 && (settings.c_lflag & ICANON) != 0 && (settings.c_lflag & ECHO) != 0;
}

}  // namespace cli
