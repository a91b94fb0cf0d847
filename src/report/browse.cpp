// What keys do. How it looks stands in browse_screen.cpp.
#include "report/browse.hpp"

#include <algorithm>

#include "report/browse_state.hpp"
#include "report/escape.hpp"
#include "report/glyphs.hpp"

namespace mizan {

using report::Byte;
using report::Group;
using report::Order;
using report::Row;
using report::Sheet;
using report::Subject;

Browser::State::State(const Run& the_run, const TextOptions& the_options)
    : run(the_run),
      options(the_options),
      counts(counted()),
      documents(report::plural(totals_of(the_run).documents, "document")),
      shelf(the_run),
      sheets(the_run, the_options) {
  if (options.all) criteria.group = Group::all;
  list = shelf.pick(criteria);
}

std::optional<Subject> Browser::State::chosen() const {
  if (list.empty()) return std::nullopt;
  return Subject{Subject::Kind::finding, list[at]};
}

/// Lists anew; the chosen finding stays chosen if it is still there.
void Browser::State::pick() {
  const std::optional<Subject> before = chosen();
  list = shelf.pick(criteria);
  const auto same = before ? std::find(list.begin(), list.end(), before->index) : list.end();
  at = same == list.end() ? 0 : static_cast<std::size_t>(same - list.begin());
}

void Browser::State::open(Subject subject) { stack.push_back({subject, sheets.rows(subject, page_width()), 0, 0}); }

void Browser::State::move_to(std::ptrdiff_t where) {
  if (list.empty()) return;
  at = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(where, 0, static_cast<std::ptrdiff_t>(list.size()) - 1));
}

/// n and N: another finding, in the list or on its page.
void Browser::State::step(std::ptrdiff_t by) {
  const std::size_t before = at;
  move_to(static_cast<std::ptrdiff_t>(at) + by);
  if (at == before) {
    message = by > 0 ? "this is the last finding" : "this is the first finding";
  } else if (!stack.empty()) {
    stack.clear();
    open(*chosen());
  }
}

void Browser::State::edit() {
  std::optional<Byte> byte;
  if (!stack.empty() && !stack.back().rows.empty()) byte = stack.back().rows[stack.back().at].target.place;
  if (!byte && !stack.empty()) byte = sheets.place(stack.back().subject);
  if (!byte && stack.empty() && chosen()) byte = sheets.place(*chosen());
  if (!byte) {
    message = "there is no place to open";
    return;
  }
  const Position position = sheets.file_position(*byte);
  spot = {run.documents[byte->document].path, position.line, position.column};
  want = Want::edit;
}

void Browser::State::yield_id() {
  if (!stack.empty()) id = sheets.name(stack.back().subject);
  if (stack.empty() && chosen()) id = sheets.name(*chosen());
  want = Want::quit;
}

/// While a filter is typed.
bool Browser::State::press_typing(const Key& key) {
  switch (key.name) {
    case Key::Name::text:
      criteria.words += key.text;
      break;
    case Key::Name::backspace:
      if (criteria.words.empty()) {
        typing = false;
      } else {
        criteria.words.erase(report::cluster_begin(criteria.words, criteria.words.size(), 0));
      }
      break;
    case Key::Name::clear:
      criteria.words.clear();
      break;
    case Key::Name::escape:
      typing = false;
      criteria.words.clear();
      break;
    case Key::Name::enter:
      typing = false;
      return true;
    default:
      return false;  // the list moves beneath
  }
  pick();
  return true;
}

/// What letters do wherever one is.
bool Browser::State::press_letter(const std::string& letter) {
  if (letter == "q") {
    want = Want::quit;
  } else if (letter == "?") {
    help = true;
  } else if (letter == "/") {
    stack.clear();
    typing = true;
  } else if (letter == "v") {
    stack.clear();
    criteria.group = shelf.next(criteria.group);
    criteria.rule.clear();
    pick();
  } else if (letter == "r") {
    stack.clear();
    criteria.rule = shelf.next_rule(criteria);
    pick();
  } else if (letter == "s") {
    stack.clear();
    criteria.order =
        criteria.order == Order::place ? Order::severity : static_cast<Order>(static_cast<int>(criteria.order) + 1);
    pick();
  } else if (letter == "n" || letter == "N") {
    step(letter == "n" ? 1 : -1);
  } else if (letter == "o" || letter == "e") {
    edit();
  } else if (letter == "y") {
    yield_id();
  } else {
    return false;
  }
  return true;
}

void Browser::State::press_list(Key::Name name) {
  const auto here = static_cast<std::ptrdiff_t>(at),
             page = static_cast<std::ptrdiff_t>(std::max(items(), std::size_t{1}));
  switch (name) {
    case Key::Name::up:
      return move_to(here - 1);
    case Key::Name::down:
      return move_to(here + 1);
    case Key::Name::page_up:
      return move_to(here - page);
    case Key::Name::page_down:
      return move_to(here + page);
    case Key::Name::home:
      return move_to(0);
    case Key::Name::end:
      return move_to(static_cast<std::ptrdiff_t>(list.size()));
    case Key::Name::enter:
    case Key::Name::right:
    case Key::Name::tab:
      if (chosen()) open(*chosen());
      return;
    case Key::Name::escape:
      criteria.words.clear();
      return pick();
    default:
      return;
  }
}

void Browser::State::press_page(Key::Name name) {
  Sheet& sheet = stack.back();
  const auto last = static_cast<std::ptrdiff_t>(sheet.rows.size()) - 1;
  const auto page = static_cast<std::ptrdiff_t>(std::max(body(), 2U)) - 1;
  const auto go = [&](std::ptrdiff_t where) {
    sheet.at = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(where, 0, std::max<std::ptrdiff_t>(last, 0)));
  };
  const auto here = static_cast<std::ptrdiff_t>(sheet.at);
  switch (name) {
    case Key::Name::up:
      return go(here - 1);
    case Key::Name::down:
      return go(here + 1);
    case Key::Name::page_up:
      return go(here - page);
    case Key::Name::page_down:
      return go(here + page);
    case Key::Name::home:
      return go(0);
    case Key::Name::end:
      return go(last);
    case Key::Name::tab:
    case Key::Name::back_tab: {
      const std::ptrdiff_t by = name == Key::Name::tab ? 1 : -1;
      for (std::ptrdiff_t i = here + by; i >= 0 && i <= last; i += by)
        if (sheet.rows[static_cast<std::size_t>(i)].own && sheet.rows[static_cast<std::size_t>(i)].target.page)
          return go(i);
      return;
    }
    case Key::Name::enter:
    case Key::Name::right:
      if (!sheet.rows.empty() && sheet.rows[sheet.at].target.page) {
        open(*sheet.rows[sheet.at].target.page);
      } else if (name == Key::Name::enter) {
        message = "nothing to follow here; Tab goes to what can be";
      }
      return;
    case Key::Name::backspace:
    case Key::Name::left:
    case Key::Name::escape:
      stack.pop_back();
      return;
    default:
      return;
  }
}

Browser::Browser(const Run& run, const TextOptions& options) : state_(std::make_unique<State>(run, options)) {}
Browser::~Browser() = default;

void Browser::resize(unsigned columns, unsigned rows) {
  const unsigned before = state_->page_width();
  state_->columns = columns;
  state_->height = rows;
  if (state_->page_width() == before) return;
  state_->preview.reset();
  for (report::Sheet& sheet : state_->stack) {
    const std::uint32_t line = sheet.rows.empty() ? 0 : sheet.rows[sheet.at].line;
    sheet.rows = state_->sheets.rows(sheet.subject, state_->page_width());
    const auto same =
        std::find_if(sheet.rows.begin(), sheet.rows.end(), [&](const Row& row) { return row.line == line; });
    sheet.at = same == sheet.rows.end() ? 0 : static_cast<std::size_t>(same - sheet.rows.begin());
    sheet.top = 0;
  }
}

void Browser::press(const Key& key) {
  State& state = *state_;
  state.message.clear();
  state.want = Want::nothing;
  if (state.help) {
    state.help = false;
    if (key.name != Key::Name::text || key.text != "q") return;
  }
  if (state.typing && state.press_typing(key)) return;
  Key::Name name = key.name;
  if (name == Key::Name::text) {
    if (state.press_letter(key.text)) return;
    if (key.text == "j") name = Key::Name::down;
    if (key.text == "k") name = Key::Name::up;
    if (key.text == "h") name = Key::Name::left;
    if (key.text == "l") name = Key::Name::right;
    if (key.text == "g") name = Key::Name::home;
    if (key.text == "G") name = Key::Name::end;
    if (key.text == " ") name = Key::Name::page_down;
    if (name == Key::Name::text) {
      state.message = "no such key; ? for help";
      return;
    }
  }
  if (state.stack.empty()) {
    state.press_list(name);
  } else {
    state.press_page(name);
  }
}

Browser::Want Browser::wants() const { return state_->want; }
const Spot& Browser::spot() const { return state_->spot; }
const std::string& Browser::id() const { return state_->id; }
void Browser::say(std::string message) { state_->message = std::move(message); }

}  // namespace mizan
