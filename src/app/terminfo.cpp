#include "app/terminfo.hpp"

#define NCURSES_NOMACROS
#include <curses.h>
#include <term.h>
#include <unistd.h>
#undef tab  // term.h has macros of such names
#undef back_tab

namespace mizan::app {
namespace {

/// A capability without its padding, "$<5>": no terminal of today needs to be waited for.
std::string text_of(const char* value) {
  std::string text;
  for (std::string_view rest = value; !rest.empty();) {
    const std::size_t pad = rest.find("$<");
    text += rest.substr(0, pad);
    const std::size_t end = pad == std::string_view::npos ? pad : rest.find('>', pad);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  return text;
}

std::string capability(const char* name) {
  const char* value = tigetstr(name);
  const bool there = value != nullptr && reinterpret_cast<std::intptr_t>(value) != -1;
  return there ? text_of(value) : std::string();
}

constexpr std::pair<const char*, Key::Name> kNamed[] = {
    {"kcuu1", Key::Name::up},      {"kcud1", Key::Name::down},  {"kcub1", Key::Name::left},
    {"kcuf1", Key::Name::right},   {"kpp", Key::Name::page_up}, {"knp", Key::Name::page_down},
    {"khome", Key::Name::home},    {"kend", Key::Name::end},    {"kcbt", Key::Name::back_tab},
    {"kbs", Key::Name::backspace}, {"kent", Key::Name::enter}};

/// What terminals send whatever their entry says, in either mode of the keypad.
constexpr std::pair<const char*, Key::Name> kUsual[] = {
    {"\x1b[A", Key::Name::up},       {"\x1bOA", Key::Name::up},       {"\x1b[B", Key::Name::down},
    {"\x1bOB", Key::Name::down},     {"\x1b[C", Key::Name::right},    {"\x1bOC", Key::Name::right},
    {"\x1b[D", Key::Name::left},     {"\x1bOD", Key::Name::left},     {"\x1b[H", Key::Name::home},
    {"\x1bOH", Key::Name::home},     {"\x1b[1~", Key::Name::home},    {"\x1b[7~", Key::Name::home},
    {"\x1b[F", Key::Name::end},      {"\x1bOF", Key::Name::end},      {"\x1b[4~", Key::Name::end},
    {"\x1b[8~", Key::Name::end},     {"\x1b[5~", Key::Name::page_up}, {"\x1b[6~", Key::Name::page_down},
    {"\x1b[Z", Key::Name::back_tab}, {"\x1bOM", Key::Name::enter},    {"\r", Key::Name::enter},
    {"\n", Key::Name::enter},        {"\t", Key::Name::tab},          {"\x7f", Key::Name::backspace},
    {"\b", Key::Name::backspace},    {"\x15", Key::Name::clear}};

}  // namespace

std::string Terminfo::move_to(unsigned row, unsigned column) const {
  const char* value = tigetstr("cup");
  return text_of(tiparm(value, static_cast<int>(row), static_cast<int>(column)));
}

std::optional<Terminfo> terminfo() {
  int failed = 0;
  if (setupterm(nullptr, STDOUT_FILENO, &failed) != OK || capability("cup").empty() || capability("clear").empty() ||
      capability("el").empty())
    return std::nullopt;
  Terminfo info;
  info.enter = capability("smcup");
  info.leave = capability("rmcup");
  info.keys_on = capability("smkx");
  info.keys_off = capability("rmkx");
  info.hide = capability("civis");
  info.show = capability("cnorm");
  info.wrap_off = capability("rmam");
  info.wrap_on = capability("smam");
  info.clear = capability("clear");
  info.clear_row = capability("el");
  info.normal = "\x1b[0m";  // as the pages end their colours, whatever sgr0 would do beside
  for (const auto& [name, key] : kUsual) info.keys.emplace_back(name, key);
  for (const auto& [name, key] : kNamed)
    if (const std::string sent = capability(name); !sent.empty()) info.keys.emplace_back(sent, key);
  return info;
}

}  // namespace mizan::app
