// From findings to what people and machines read.
//
//   Run run{documents, ...};
//   std::string page = report_text(run, TextOptions{.color = true, .isolate = true});
//   std::string lines = report_jsonl(run, /*all=*/true);
//
// Everything printed from an article is untrusted: control characters and bidi controls are escaped here, in one place.
// Not for: deciding anything. Verdicts, order and identifiers come from judge.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/extract.hpp"
#include "knowledge/knowledge.hpp"
#include "model/model.hpp"
#include "report/browse.hpp"
#include "report/edges.hpp"
#include "text/text.hpp"

namespace mizan {

/// What a corpus holds.
struct Totals {
  std::uint64_t documents = 0, bytes = 0, mentions = 0, claims = 0;
};

/// One run over a corpus. All vectors are in their final, deterministic order.
struct Run {
  std::vector<Document> documents;
  std::vector<Extraction> extractions;  ///< by document
  std::vector<Claim> claims;
  std::vector<std::string> claim_ids;  ///< by claim: "cl-" and 8 hexadecimal digits
  std::vector<Finding> findings;       ///< contradictions first, then by confidence and place
  std::vector<Series> series;
  Errors errors;  ///< what could not be read
  /// Of a run that is told in part: of the whole corpus. The vectors then hold what takes part in what is told.
  std::optional<Totals> corpus = {};
  const Knowledge* knowledge = nullptr;  ///< what it was read with; without it `show` cannot name topics
};

/// Run::corpus, or what the run holds.
Totals totals_of(const Run& run);

struct TextOptions {
  bool color = false;           ///< SGR; without it values are marked *like this*
  bool isolate = false;         ///< wrap excerpts in FSI ... PDI (a terminal that reorders)
  bool show_invisible = false;  ///< print ZWNJ, bidi marks and their kin as <U+200C>
  bool all = false;             ///< corroborations and verified checks too
  bool quiet = false;           ///< findings only: no series, no counts, no advice
  unsigned width = 80;          ///< terminal cells; excerpts are cut at word boundaries
  bool terminal = false;        ///< lines that are wider than it are to be broken: see wrapped()
  bool blocks = false;          ///< plots are drawn with block and line characters, not with ASCII
  std::string paths;            ///< PATH and what else `show` must be given, as typed, for the "next" lines
};

/// The report an editor reads in a terminal: findings, series, count line.
std::string report_text(const Run& run, const TextOptions& options);
/// One line a finding: path:line:column: level[rule] message (id).
std::string report_concise(const Run& run, bool all);
/// One document with findings, series, claims and counts; and one finding a line. begin and end are bytes of the file,
/// line and column (code points) count from 1 there; for a JSONL record all four are of its decoded text field, and
/// file_begin and file_end are bytes of the file.
std::string report_json(const Run& run, bool all);
std::string report_jsonl(const Run& run, bool all);
/// Markdown for the summary page of a pipeline: all findings, worst and newest first, what is known marked so. last: a
/// line that counts them. Text of articles is escaped: it makes no markup.
std::string report_summary(const Run& run, const std::string& last);
/// What the formats of `check` need beside the run.
struct ReportOptions {
  TextOptions text = {};                  ///< full; of it, `all` concerns concise, json and jsonl too
  std::string version = {};               ///< of mizan
  std::string root = {};                  ///< absolute: machines are told paths relative to it; "": as they are
  std::vector<std::string> changed = {};  ///< paths of documents: of a finding's sides, theirs is told first
};

struct Report {
  std::string text;
  std::string warning = {};  ///< for standard error: what the format has no room for; "" if nothing
};

/// An output format of `check`. Those from sarif on are for other programs: they carry contradictions and tensions
/// alone, and each is told from one place (see report/problems.hpp).
struct Format {
  std::string_view name;
  std::string_view about;
  Report (*write)(const Run& run, const ReportOptions& options) = nullptr;
  bool whole = false;  ///< whoever reads it compares with an earlier report, and takes what is left out for mended
};
/// All of them: flags, help and tests ask here.
std::span<const Format> formats();
const Format* find_format(std::string_view name);  ///< nullptr if there is none

/// What a rule looks for and when it speaks, in words.
struct RuleText {
  std::string id;
  std::string title;
  std::string text;  ///< lines
  std::string file;  ///< of a frame, where it was read: no part of a report, which must not depend on the machine
  bool is_frame() const { return !file.empty(); }  ///< else computed
};
/// Frames (none without knowledge), then computed checks.
std::vector<RuleText> rule_texts(const Knowledge* knowledge);
std::optional<RuleText> rule_text(const Knowledge* knowledge, std::string_view id);

/// `show`: one claim (cl-...), finding (fc-...), series (sr-...) or article (its path or id) with its sentence in
/// context, how it was read, what it was aligned with and why, who agrees; of a place (PATH:LINE or PATH:LINE:COLUMN,
/// as it is printed) every claim that stands there. An id may be a unique prefix. Errors: no such id, or several (the
/// message lists them).
Result<std::string> show(const Run& run, std::string_view what, const TextOptions& options);
/// All findings, worst first, and all series, a line each. all: the series of one statement, too.
std::string show_list(const Run& run, const TextOptions& options);
/// Claims that speak of words: of names, topics and frames in whatever language, of any other word as it is written.
/// Those with most of the words come first; a single one is shown whole. all: also those with fewer words. Error:
/// no claim speaks of any.
Result<std::string> show_about(const Run& run, std::string_view words, const TextOptions& options);

/// Which series are asked for: an id or the beginning of one, a frame ("trade.*" too), words as of show_about(); all of
/// them if there is nothing.
struct SeriesAsked {
  std::string what;
  std::string about;
};
/// `series`: each as a table with a plot beneath, values over time; without a question a line each, those of several
/// values first. For programs a line or one document: times, values, intervals, claims, places. Errors: none is so
/// called, or speaks of these words.
Result<std::string> series_text(const Run& run, const SeriesAsked& asked, const TextOptions& options);
Result<std::string> series_json(const Run& run, const SeriesAsked& asked, bool lines);

/// Two documents of one matter, and what they have to say of each other.
struct ComparedPair {
  Run run;                                  ///< documents 0 and 1; the findings are those of the comparison
  std::vector<std::uint32_t> only[2] = {};  ///< mentions of either that the other lacks
};

/// `compare`: for people disagreements, what one side lacks, and counts; for programs one line a pair:
/// {"id", "verdict", "reason", "findings", "only"}.
std::string comparison_text(const ComparedPair& pair, const TextOptions& options);
std::string comparison_jsonl(const ComparedPair& pair);
/// That of the first finding, which is the gravest; "none" if nothing could be compared.
std::string_view comparison_verdict(const ComparedPair& pair);

/// `extract`: one mention a line, as text for people or as JSON lines.
std::string mentions_text(const Document& document, const Extraction& extraction, const TextOptions& options);
std::string mentions_jsonl(const Document& document, const Extraction& extraction);

/// A page with the lines that are wider than a terminal broken between words: colours closed at the end of each line,
/// isolates balanced on it.
std::string wrapped(std::string_view page, unsigned width);

/// Untrusted text made safe for a terminal: control characters, bidi embeddings, overrides and isolates become
/// <U+202E>.
std::string escape_terminal(std::string_view text, bool show_invisible);

}  // namespace mizan
