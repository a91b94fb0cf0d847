// How the interactive view looks: header, list, page, last row. Only what is visible is made.
#include <fmt/format.h>

#include <algorithm>

#include "report/browse_state.hpp"
#include "report/escape.hpp"
#include "report/lay.hpp"

namespace mizan {

using report::fit;
using report::fit_end;
using report::padded;
using report::printed_cells;
using report::Sheet;
using report::styled;
using report::Subject;

namespace {

constexpr std::string_view kBar = "\xE2\x94\x82";  // between list and page
constexpr std::string_view kMark = "\x1b[7m";

constexpr std::string_view kHelp[] = {
    "Keys",
    "",
    "j k  Down Up     next, previous finding or row      Space PgDn PgUp  a screen",
    "g G  Home End    first, last                        n N  next, previous finding",
    "Enter l Right    the page of a finding; on a page what the row tells of:",
    "                 a claim, a series, an article or another finding",
    "Backspace h Esc  back                               Tab  the next row to follow",
    "",
    "/                only findings with these words: of rule, verdict, document or",
    "                 text; lang:fa doc:name rule:open verdict:tension say where;",
    "                 Enter keeps them, Esc takes them away",
    "v                contradictions and tensions, either, what agrees, all",
    "r                the next rule",
    "s                by severity, confidence or place",
    "",
    "o e              open the place in $VISUAL or $EDITOR, at its line",
    "y                leave, and print the identifier",
    "q                leave",
};

std::string columns_apart(const std::string& left, const std::string& right, unsigned width) {
  const unsigned used = printed_cells(right);
  if (printed_cells(left) + used + 2 > width) return left;
  return padded(left, width - used) + right;
}

}  // namespace

/// Made once: it counts over all findings.
std::string Browser::State::counted() const {
  std::string text = "mizan  " + report::plural(report::count_verdict(run, Verdict::contradiction), "contradiction") +
                     ", " + report::plural(report::count_verdict(run, Verdict::tension), "tension") + ", " +
                     report::plural(report::count_verdict(run, Verdict::corroboration), "corroboration") +
                     fmt::format(", {} verified", report::count_verdict(run, Verdict::verified));
  if (const std::size_t some = report::count_suppressed(run); some > 0) text += fmt::format(", {} suppressed", some);
  return text;
}

std::string Browser::State::draw_criteria() const {
  std::string text(name(criteria.group));
  if (!criteria.rule.empty()) text += " of " + report::plain(criteria.rule);
  text += fmt::format(", by {}", name(criteria.order));
  if (!criteria.words.empty() && !typing) text += ", with " + report::safe(criteria.words, options);
  std::string path;
  for (const Sheet& sheet : stack) path += " > " + sheets.name(sheet.subject);
  const std::string number = list.empty() ? "none" : fmt::format("{} of {}", at + 1, list.size());
  if (stack.empty()) return columns_apart(text, number, columns);
  path = number + path;
  return columns_apart(path, text, columns);
}

std::string Browser::State::draw_status() const {
  if (!message.empty()) return report::safe(message, options);
  if (help) return "any key goes back";
  if (stack.empty()) return "Enter page  / filter  v verdict  r rule  s sort  e edit  ? help  q quit";
  std::string text;
  const Sheet& sheet = stack.back();
  if (!sheet.rows.empty()) {
    const report::Target& target = sheet.rows[sheet.at].target;
    if (target.page) text += "Enter " + sheets.name(*target.page) + "  ";
    if (target.place) text += "e " + report::safe(sheets.short_label(*target.place), options) + "  ";
  }
  return text + "Backspace back  n next  ? help  q quit";
}

std::vector<std::string> Browser::State::draw_list() {
  const unsigned width = list_width();
  std::vector<std::string> rows;
  if (list.empty()) {
    const bool narrowed = !criteria.words.empty() || !criteria.rule.empty();
    std::string why = run.findings.empty() ? "no findings"
                      : narrowed           ? "no finding matches; Esc takes the filter away, r goes to the next rule"
                                           : fmt::format("no {}; v shows others", name(criteria.group));
    for (std::string& row : report::wrap(why, width > 2 ? width - 2 : width, "")) rows.push_back("  " + row);
    rows.resize(body());
    return rows;
  }
  const std::size_t shown = std::max(items(), std::size_t{1});
  if (at < top) top = at;
  if (at >= top + shown) top = at + 1 - shown;
  top = std::min(top, list.size() - std::min(list.size(), shown));
  for (std::size_t i = top; i < list.size() && rows.size() < body(); ++i) {
    const Finding& finding = run.findings[list[i]];
    const bool here = i == at, marked = here && stack.empty() && options.color;
    TextOptions looks = options;
    looks.color = options.color && !marked;
    std::string first = fmt::format("{} {}  {}  {:.2f}", here ? '>' : ' ', report::id_and_state(finding, " "),
                                    report::verdict_tag(finding, looks), finding.confidence);
    std::string second = "    ";
    if (const auto place = sheets.place({Subject::Kind::finding, list[i]})) {
      const std::string name = sheets.short_label(*place);
      const unsigned used = printed_cells(first) + 2;
      if (used + printed_cells(name) <= width) {
        first += "  " + report::safe(name, options);
      } else {
        second += fit(report::safe(name, options), width / 2) + "  ";
      }
    }
    second += report::safe(finding.title, options);
    first = padded(first, width);
    rows.push_back(marked ? std::string(kMark) + first + "\x1b[0m" : first);
    if (rows.size() < body()) rows.push_back(padded(second, width));
  }
  rows.resize(body());
  return rows;
}

std::vector<std::string> Browser::State::draw_page(Sheet& sheet, bool active) const {
  const std::size_t shown = std::max(body(), 1U);
  if (sheet.at < sheet.top) sheet.top = sheet.at;
  if (sheet.at >= sheet.top + shown) sheet.top = sheet.at + 1 - shown;
  sheet.top = std::min(sheet.top, sheet.rows.size() - std::min(sheet.rows.size(), shown));
  std::vector<std::string> rows;
  for (std::size_t i = sheet.top; i < sheet.rows.size() && rows.size() < body(); ++i) {
    const bool here = active && i == sheet.at;
    rows.push_back((here ? styled(">", "1;7", options) + " " : "  ") + sheet.rows[i].text);
  }
  rows.resize(body());
  return rows;
}

std::vector<std::string> Browser::State::draw_help() const {
  std::vector<std::string> rows;
  for (const std::string_view line : kHelp)
    for (std::string& row : report::wrap(line, std::max(columns, 1U), std::string(17, ' ')))
      rows.push_back(std::move(row));
  rows.resize(body());
  return rows;
}

Screen Browser::screen() {
  State& state = *state_;
  Screen screen;
  std::vector<std::string> left, right;
  if (state.help) {
    left = state.draw_help();
  } else if (state.beside() || state.stack.empty()) {
    left = state.draw_list();
  } else {
    left = state.draw_page(state.stack.back(), true);
  }
  if (state.beside() && !state.help) {
    if (!state.stack.empty()) {
      right = state.draw_page(state.stack.back(), true);
    } else if (const std::optional<Subject> chosen = state.chosen()) {
      if (!state.preview || state.preview->subject.index != chosen->index)
        state.preview = Sheet{*chosen, state.sheets.rows(*chosen, state.page_width()), 0, 0};
      right = state.draw_page(*state.preview, false);
    }
    right.resize(left.size());
    for (std::size_t i = 0; i < left.size(); ++i)
      left[i] = padded(left[i], state.list_width()) + ' ' + styled(kBar, "2", state.options) + right[i];
  }
  const std::string head = fit(columns_apart(state.counts, state.documents, state.columns), state.columns);
  if (state.head() > 0) screen.rows.push_back(styled(head, "1", state.options));
  if (state.head() > 1) screen.rows.push_back(state.draw_criteria());
  for (std::string& row : left) screen.rows.push_back(std::move(row));
  if (state.typing) {
    const unsigned room = state.columns - std::min(state.columns, 3U);
    const std::string words = fit_end(report::one_line(state.criteria.words, true), room);
    screen.typing = 1 + printed_cells(words);
    screen.rows.push_back("/" + report::safe(words, state.options));
  } else {
    screen.rows.push_back(state.draw_status());
  }
  screen.rows.resize(state.height);
  for (std::string& row : screen.rows) row = fit(row, state.columns);
  return screen;
}

}  // namespace mizan
