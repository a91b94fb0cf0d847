// With report.hpp: the interactive view of a run, without its terminal. Keys go in, rows come out.
//
//   Browser browser(run, options);
//   browser.resize(80, 24);
//   while (browser.wants() != Browser::Want::quit) {
//     draw(browser.screen());
//     browser.press(next_key());
//   }
//
// Not for: the terminal itself, and the editor: those are the app's.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mizan {

struct Run;
struct TextOptions;

/// A key as a terminal tells it.
struct Key {
  enum class Name {
    text,
    enter,
    escape,
    backspace,
    clear,  ///< Ctrl-U
    up,
    down,
    left,
    right,
    page_up,
    page_down,
    home,
    end,
    tab,
    back_tab
  };
  Name name = Name::text;
  std::string text = {};  ///< of Name::text: one character, in UTF-8
};

struct Screen {
  std::vector<std::string> rows;  ///< as many as the terminal has, none wider; with colours and isolates as options say
  std::optional<unsigned> typing = {};  ///< the column of the cursor in the last row, while something is typed there
};

/// A place in a file of its own, for an editor; line and column count from 1.
struct Spot {
  std::string path;
  std::uint32_t line = 1, column = 1;
};

class Browser {
 public:
  enum class Want { nothing, quit, edit };

  /// Both must outlive it.
  Browser(const Run& run, const TextOptions& options);
  ~Browser();
  Browser(const Browser&) = delete;
  Browser& operator=(const Browser&) = delete;

  void resize(unsigned columns, unsigned rows);
  void press(const Key& key);
  Screen screen();
  /// What the last key asked for.
  Want wants() const;
  const Spot& spot() const;       ///< of Want::edit
  const std::string& id() const;  ///< of Want::quit: what is to be printed; "" for nothing
  /// Something to be read on the last row until the next key.
  void say(std::string message);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace mizan
