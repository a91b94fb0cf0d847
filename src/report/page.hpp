// Inside the report room: pieces that the text report and `show` have in common. Every line they make begins with an
// ASCII letter, after spaces: a terminal that guesses the direction of a line from its first strong letter guesses left
// to right.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/places.hpp"
#include "report/report.hpp"

namespace mizan::report {

/// What a line of text needs to be printed: the run, its places, the options.
struct Page {
  const Run& run;
  const Places& places;
  const TextOptions& options;
};

std::string side_letter(std::uint32_t side);  ///< A, B, ... Z, S27

/// SGR around a text, or the text alone without colour.
std::string styled(std::string_view text, std::string_view sgr, const TextOptions& options);
std::string_view sgr_of(Verdict verdict);
/// "tension[record]", coloured by verdict.
std::string verdict_tag(const Finding& finding, const TextOptions& options);

/// Contradictions and tensions.
bool is_at_odds(const Finding& finding);
/// Findings that are shown without --all: those that are at odds and not suppressed.
bool is_loud(const Finding& finding);
/// "fc-7f3a19c2", and if it is known how it stands to what was: "fc-7f3a19c2 new".
std::string id_and_state(const Finding& finding, std::string_view between);

/// Evidence of one finding by side, in order.
std::vector<std::vector<const Evidence*>> by_side(const Finding& finding);

/// "  A 12 | excerpt", the line number padded to digits.
std::string excerpt_line(const Page& page, const Evidence& evidence, std::size_t digits, unsigned width);
std::size_t line_digits(const Page& page, const Finding& finding);

/// The index of a claim by its identifier; nullopt for "" or an unknown one.
std::optional<std::uint32_t> find_claim(const Run& run, std::string_view id);

/// How many different statements it holds: rows of its table.
std::size_t series_size(const Run& run, const Series& series);
/// A series of one statement, on one line.
std::string series_line(const Page& page, const Series& series);
std::string series_header(const Series& series, const TextOptions& options);
/// The rows of a series; with every_place one line more for each further statement.
std::string series_rows(const Page& page, const Series& series, bool every_place);

std::string plural(std::size_t n, std::string_view noun);  ///< "1 claim", "2 claims"
std::string plural(std::size_t n, std::string_view one, std::string_view many);

/// Verdicts counted: "1 tension, 0 contradictions, 8 corroborations, 5 verified".
std::string verdict_counts(const Run& run);
std::size_t count_verdict(const Run& run, Verdict verdict);  ///< without the suppressed
std::size_t count_suppressed(const Run& run);

std::string key_text(const std::vector<Slot>& key);  ///< "parties=KZ+RU, unit=country"

}  // namespace mizan::report
