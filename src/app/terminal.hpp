// The terminal for a program that has the whole screen: keys, rows, its size; given back as it was, however the program
// ends or is stopped.
//
//   FullScreen terminal(info);
//   terminal.show(browser.screen());
//   const Event event = terminal.wait();
//
// Not for: what stands in the rows (report/browse.hpp), and lines of other commands (console.hpp).
#pragma once

#include <termios.h>

#include <optional>
#include <string>
#include <vector>

#include "app/terminfo.hpp"
#include "report/report.hpp"

namespace mizan::app {

struct Event {
  enum class Kind { key, resized, ended } kind = Kind::key;
  Key key = {};
  int signal = 0;  ///< that ended it; 0 if the keyboard went away
};

class FullScreen {
 public:
  explicit FullScreen(const Terminfo& info);
  ~FullScreen();
  FullScreen(const FullScreen&) = delete;
  FullScreen& operator=(const FullScreen&) = delete;

  unsigned columns() const { return columns_; }
  unsigned rows() const { return rows_; }
  /// Draws the rows that are not as they were, each whole.
  void show(const Screen& screen);
  /// The next key, or what else happened. Ctrl-Z stops the program here, with the terminal as it was.
  Event wait();
  /// Runs a command of the shell with these arguments on the terminal as it was; its exit code, 127 for none such.
  int run(const std::string& command, const std::vector<std::string>& arguments);

 private:
  void enter();
  void leave();
  void measure();
  void stop();
  std::optional<Key> decode(bool complete);

  const Terminfo info_;
  termios before_ = {};
  bool inside_ = false;
  unsigned columns_ = 80, rows_ = 24;
  std::vector<std::string> drawn_;
  std::string typed_;  // bytes that are no key yet
};

}  // namespace mizan::app
