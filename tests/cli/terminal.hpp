// Runs a program in a pseudo-terminal, as a user at a keyboard does, and reads back what the terminal shows.
//
//   Terminal terminal({MIZAN_BINARY, "show", "fc-7f", "articles"}, {.columns = 120, .rows = 40});
//   REQUIRE(terminal.wait_for("reason"));
//   CHECK(terminal.row(0).starts_with("finding"));
//   terminal.send("q");
//   CHECK(terminal.wait_exit() == 0);
//
// Not for: programs whose output a pipe takes (see process.hpp).
#pragma once

#include <string>
#include <string_view>
#include <vector>

struct VTerm;
struct VTermScreen;

namespace cli {

struct Size {
  int columns = 80, rows = 24;
};

/// A cell, as far as tests ask.
struct Look {
  bool bold = false, underline = false, reverse = false, coloured = false;
};

class Terminal {
 public:
  /// Starts it: the program by its path, its arguments, extra environment as NAME=VALUE (over PATH, LC_ALL, MIZAN_RULES
  /// and TERM of a plain colour terminal), and the folder it starts in.
  explicit Terminal(std::vector<std::string> command, Size size = {}, const std::vector<std::string>& environment = {},
                    const std::string& start_in = {});
  ~Terminal();  ///< ends the program if it still runs
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  void send(std::string_view keys);
  void resize(Size size);   ///< the program is told, as by a window
  void signal(int number);  ///< to the program
  bool stopped();           ///< by a signal, as after Ctrl-Z

  /// True once the screen shows the text in one row; false if it does not within the time, or the program ends before.
  bool wait_for(std::string_view text, double seconds = 20);
  /// The same, for a row that begins with it.
  bool wait_row(int number, std::string_view text, double seconds = 20);
  /// The same, for a text that goes away.
  bool wait_without(std::string_view text, double seconds = 20);
  /// The exit code, 128 + signal if it was killed, -1 if it still runs after the time. What it wrote last is read.
  int wait_exit(double seconds = 20);
  /// Reads what comes within the time.
  void settle(double seconds);

  std::string row(int number) const;  ///< from 0, without blanks at its end; "" beyond the screen
  std::string screen() const;         ///< all rows
  bool shows(std::string_view text) const;
  Look look(int row, int column) const;
  bool alternate() const { return alternate_; }  ///< the screen that a full-screen program has for itself
  bool cursor_shown() const { return cursor_shown_; }
  /// Terminal settings as a shell finds them: lines are edited and keys echoed.
  bool cooked() const;
  const std::string& bytes() const { return bytes_; }  ///< all that was written, as it came

 private:
  bool read_some(double seconds);  ///< false at the end
  void show(std::string_view bytes);
  template <class Done>
  bool wait_until(Done done, double seconds);

  Size size_;
  int master_ = -1;
  int slave_ = -1;  ///< kept open, so that the settings can be asked for after the program
  int pid_ = 0;
  int code_ = -1;
  bool stopped_ = false;
  VTerm* vterm_ = nullptr;
  VTermScreen* vscreen_ = nullptr;
  bool alternate_ = false, cursor_shown_ = true;
  std::string bytes_, held_;

  friend struct Listener;
};

}  // namespace cli
