// Who a sentence speaks of: the names in it, and where it names too few, those of the sentences before and of the
// document. Private to the room.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/extract.hpp"

namespace mizan {

class Context {
 public:
  Context(const Document& document, const Extraction& extraction);

  /// A slot's filler and how sure it is: 1 in the sentence itself, less the further it was carried.
  struct Filler {
    std::string id;
    double confidence = 1.0;
  };

  /// The two countries a sentence sets in relation. In the sentence, else with the paragraph before it, else those the
  /// document speaks of most, if two stand out. nullopt where three or more compete.
  std::optional<std::pair<std::vector<std::string>, double>> countries(std::uint32_t sentence, unsigned count) const;
  /// The organisation nearest a cue; carried from the sentence before if the cue's own names none.
  std::optional<Filler> organisation(std::uint32_t sentence, Span cue) const;
  /// The person who acts: nearest before the cue, else after it; those in others (met with, invited by) do not count.
  /// A title with its country ("the president of Russia") is the person whom the document calls so.
  std::optional<Filler> person(std::uint32_t sentence, Span cue, const std::vector<Span>& others) const;
  /// The country of the place named nearest after the cue, else before it, but never the person's own title.
  std::optional<Filler> destination(std::uint32_t sentence, Span cue) const;
  /// The country nearest a cue, before it if any.
  std::optional<Filler> country(std::uint32_t sentence, Span cue) const;

  /// How far apart two places of a text are, in words; a comma, a bracket or an "and" counts six, a full stop thirty.
  int gap(std::uint32_t begin, std::uint32_t end) const;

 private:
  struct Holder {  // a title and its country, as in "president RU"
    std::string role;
    Span span;
  };
  std::vector<Holder> holders(std::uint32_t sentence) const;
  bool in_title(std::uint32_t sentence, Span name) const;
  void measure();

  const Document& document_;
  const Extraction& extraction_;
  std::vector<std::string> leading_;  // countries of the document by how often they are named, most first
  std::vector<std::size_t> leading_counts_;
  std::vector<std::uint32_t> joints_;         // where an "and" begins
  std::unique_ptr<int[]> steps_;              // at each character of the text, the words and signs before it, for gap()
  std::map<std::string, std::string> roles_;  // "president RU" -> person, as the document itself says
};

}  // namespace mizan
