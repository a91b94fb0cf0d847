// Inside the report room: which findings of a run are listed, and in which order.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "report/report.hpp"

namespace mizan::report {

/// What the list is of. Suppressed findings have a group of their own.
enum class Group { at_odds, contradictions, tensions, corroborations, verified, suppressed, all };
enum class Order { severity, confidence, place };
std::string_view name(Group group);
std::string_view name(Order order);

struct Criteria {
  Group group = Group::at_odds;
  std::string rule = {};  ///< "" for any
  Order order = Order::severity;
  /// Words that must all be there, in any letters that fold to the same; "rule:", "verdict:", "doc:" and "lang:" before
  /// one say where.
  std::string words = {};
};

class Shelf {
 public:
  explicit Shelf(const Run& run) : run_(run) {}

  /// Indices in Run::findings.
  std::vector<std::uint32_t> pick(const Criteria& criteria);
  /// The next group with a finding in it, the next rule with one in the group: "" stands between the last and the
  /// first.
  Group next(Group group) const;
  std::string next_rule(const Criteria& criteria) const;

 private:
  /// What words are looked for in, folded.
  struct Text {
    std::string rule, verdict, paths, languages, rest;
    std::vector<std::uint32_t> sentences;  ///< in sentences_
  };
  void read();
  std::string folded(std::string_view text) const;
  bool matches(const Text& text, std::string_view word, const std::vector<bool>& said) const;

  const Run& run_;
  const FoldTable plain_;
  std::vector<Text> texts_;             // by finding; empty until words are looked for
  std::vector<std::string> sentences_;  // each once, however many findings quote it
};

}  // namespace mizan::report
