// One document as the recognition of computations sees it: figures, the words of reckoning, and what stands between two
// places of a text. Private to the room.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "extract/extract.hpp"

namespace mizan {

/// What stands between two places of a text: how many words, and which signs.
struct Between {
  int words = 0;
  bool open = false, close = false;  ///< brackets
  bool colon = false, comma = false, stop = false, dash = false, times = false, slash = false;
  bool signs() const { return open || close || colon || comma || stop || dash; }
};

/// The concept of a word that counts anything: "850 units".
inline constexpr std::string_view kAnyThing = "unit";

inline constexpr std::string_view kAnyone = "person";

/// The sum of what stands for the parts; not complete where they may be less than the total.
inline Computation sum_of(std::uint32_t total, const std::vector<std::uint32_t>& parts, bool complete) {
  Computation c;
  c.kind = Computation::Kind::sum;
  c.operands = {total};
  c.operands.insert(c.operands.end(), parts.begin(), parts.end());
  c.complete = complete;
  return c;
}

class Reckoning {
 public:
  Reckoning(const Document& document, const Extraction& extraction, const Knowledge& knowledge);

  const Knowledge& knowledge() const { return knowledge_; }
  const std::vector<SentenceView>& sentences() const { return extraction_.sentences; }
  const Mention& mention(std::uint32_t m) const { return extraction_.mentions[m]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(extraction_.mentions.size()); }
  const Quantity* quantity(std::uint32_t m) const { return std::get_if<Quantity>(&mention(m).readings.front()); }
  /// The number of a figure that is a quantity; of a range, its lower end.
  double value(std::uint32_t m) const { return quantity(m)->low.approximate(); }
  const Time* time(std::uint32_t m) const { return std::get_if<Time>(&mention(m).readings.front()); }
  /// A figure that may be a level, a total or a part: no time, percentage, ordinal or range, and of one reading.
  const Quantity* level(std::uint32_t m) const { return levels_[m]; }
  const Quantity* percent(std::uint32_t m) const;
  /// Is a figure one number, whatever its unit? "$28" may be dollars of many countries; "1.250" may be two numbers.
  bool certain(std::uint32_t m) const { return one_value(mention(m)); }
  /// "8/19" that was typed as it looks from the right: 19.8, where the text was read as 8.19.
  std::optional<double> turned(std::uint32_t m) const;
  /// Two figures of one kind of thing: a bare number goes with any, people are people.
  bool alike(std::uint32_t a, std::uint32_t b) const;
  /// The same of two levels of one thing, of which one may leave out its money or measure: "13 tonnes to 17".
  bool alike_levels(std::uint32_t a, std::uint32_t b) const;
  bool people(std::string_view unit) const;
  /// The number of an exact length of time in one unit: 12 of P12D.
  std::optional<int> whole_length(std::uint32_t m) const;

  Between between(std::uint32_t begin, std::uint32_t end) const;
  Between between(Span a, Span b) const { return a.end <= b.begin ? between(a.end, b.begin) : between(b.end, a.begin); }
  /// Is there a word of a role in a sentence? Mostly not, and then nothing else need be looked at.
  bool has(std::uint32_t sentence, Computing role) const {
    return (roles_[sentence] & 1U << static_cast<unsigned>(role)) != 0;
  }
  /// The words of a role in a sentence, by where they stand.
  std::vector<Cue> words(std::uint32_t sentence, Computing role) const;
  /// Is a word of a role at most so many words in front of a span (behind it), with none of the signs between?
  const Cue* before(std::uint32_t sentence, Span span, Computing role, int words) const;
  const Cue* behind(std::uint32_t sentence, Span span, Computing role, int words) const;
  /// Does a word say right between two figures that the second is the first again: ", that is," or a bracket?
  bool restated(std::uint32_t a, std::uint32_t b, int reach = 0) const;
  /// The same for a concept; and for any word of change.
  bool beside(std::uint32_t sentence, Span span, std::string_view concept_id, int words) const;
  bool changes(std::uint32_t sentence, Span span, int words) const;
  bool names(std::uint32_t sentence, std::string_view concept_id) const;

 private:
  static bool one_value(const Mention& m);
  const Quantity* as_level(const Mention& m) const;
  bool is_of(const Cue& cue, std::string_view concept_id) const;

  const Document& document_;
  const Extraction& extraction_;
  const Knowledge& knowledge_;
  std::vector<const Quantity*> levels_;  // by mention
  std::vector<std::uint32_t> roles_;     // by sentence: a bit for each role of its words
};

inline Computing role_of(const Cue& cue) { return static_cast<Computing>(cue.payload & ((1U << kComputingBits) - 1)); }

void find_conversions(const Reckoning& r, std::vector<Computation>& out);
void find_balances(const Reckoning& r, std::vector<Computation>& out);
void find_sums(const Reckoning& r, std::vector<Computation>& out);
void find_changes(const Reckoning& r, std::vector<Computation>& out);
void find_shares(const Reckoning& r, std::vector<Computation>& out);
void find_lists(const Reckoning& r, std::vector<Computation>& out);
void find_polls(const Reckoning& r, std::vector<Computation>& out);
void find_years(const Reckoning& r, std::vector<Computation>& out);
void find_anniversaries(const Reckoning& r, std::vector<Computation>& out);

}  // namespace mizan
