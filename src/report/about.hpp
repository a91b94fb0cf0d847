// Inside the report room: which claims speak of some words. A word that names a listed entity, a topic or a frame
// stands for all that the lexicon has for it, in all languages; any other word for itself, as the fold writes it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/report.hpp"

namespace mizan::report {

/// One or more of the words that were asked for, which mean one thing.
struct Term {
  std::string text;  ///< folded
  std::size_t words = 1;
  std::vector<std::uint32_t> names;   ///< in Knowledge::entities()
  std::vector<std::uint32_t> topics;  ///< in Knowledge::topics()
  std::vector<std::string> frames;
  bool found = false;  ///< some claim speaks of it
};

struct About {
  struct Hit {
    std::uint32_t claim = 0;
    std::size_t words = 0;  ///< how many of them
    std::size_t own = 0;    ///< of these, those of the claim itself and not only of its sentence
  };
  std::vector<Term> terms;
  std::size_t words = 0;  ///< of all terms
  std::vector<Hit> hits;  ///< most words first, then most own ones, then as the claims stand
};

About find_about(const Run& run, std::string_view words);

/// What the words were taken for: "turnover (trade.turnover), russia (RU)".
std::string meaning(const Run& run, const About& about, const TextOptions& options);
/// What a word that no claim speaks of may have been meant for, as 'did you mean "..."?'; else "".
std::string meant(const Run& run, const Term& term);
Errors nobody_speaks_of(const Run& run, const About& about, std::string_view words);
/// A line for each word that no claim speaks of, with what may have been meant; "" if there is none.
std::string not_found(const Run& run, const About& about, const TextOptions& options);

}  // namespace mizan::report
