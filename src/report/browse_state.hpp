// Inside the report room: what the interactive view knows between two keys.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "report/browse.hpp"
#include "report/browse_list.hpp"
#include "report/browse_sheet.hpp"

namespace mizan {
namespace report {

struct Sheet {
  Subject subject;
  std::vector<Row> rows;
  std::size_t at = 0, top = 0;  ///< the marked row, the first that is shown
};

}  // namespace report

struct Browser::State {
  State(const Run& the_run, const TextOptions& the_options);

  const Run& run;
  const TextOptions options;
  const std::string counts, documents;  ///< of the run, for the header
  report::Shelf shelf;
  report::Sheets sheets;

  report::Criteria criteria;
  std::vector<std::uint32_t> list;  ///< indices in Run::findings
  std::size_t at = 0, top = 0;
  std::vector<report::Sheet> stack;      ///< pages, each reached from the one before; empty: one is in the list
  std::optional<report::Sheet> preview;  ///< of the chosen finding, beside the list
  bool typing = false, help = false;
  std::string message;
  Want want = Want::nothing;
  Spot spot;
  std::string id;
  unsigned columns = 80, height = 24;

  // where things stand
  bool beside() const { return columns >= 120; }
  unsigned list_width() const { return beside() ? std::min(columns * 2 / 5, 90U) : columns; }
  unsigned page_width() const {
    return std::max(beside() ? columns - list_width() - 4 : columns - std::min(columns, 2U), 1U);
  }
  unsigned head() const { return height >= 8 ? 2 : height >= 3 ? 1 : 0; }  ///< rows above
  unsigned body() const { return height - std::min(height, head() + 1); }
  std::size_t items() const { return body() / 2; }  ///< findings that are shown

  std::string counted() const;

  // what keys do
  std::optional<report::Subject> chosen() const;
  void pick();
  void open(report::Subject subject);
  void move_to(std::ptrdiff_t where);
  void step(std::ptrdiff_t by);
  void edit();
  void yield_id();
  bool press_typing(const Key& key);
  bool press_letter(const std::string& letter);
  void press_list(Key::Name name);
  void press_page(Key::Name name);

  // what is drawn
  std::vector<std::string> draw_list();
  std::vector<std::string> draw_page(report::Sheet& sheet, bool active) const;
  std::vector<std::string> draw_help() const;
  std::string draw_criteria() const;
  std::string draw_status() const;
};

}  // namespace mizan
