// JUnit XML: an article is a test, a finding is a failure of the article that it is told from.
#include <fmt/format.h>

#include <iterator>

#include "report/escape.hpp"
#include "report/glyphs.hpp"
#include "report/problems.hpp"

namespace mizan::report {
namespace {

using Out = std::back_insert_iterator<std::string>;

/// Text for an element or an attribute. Controls are printable by then; what else XML 1.0 has no room for is left out.
std::string xml(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Glyph glyph = decode(text, at);
    const std::string_view bytes = text.substr(at, glyph.bytes);
    at += glyph.bytes;
    const bool forbidden =
        !glyph.valid || glyph.code == 0xFFFE || glyph.code == 0xFFFF || (glyph.code < 0x20 && glyph.code != '\n');
    if (forbidden) continue;
    switch (glyph.code) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += bytes;
    }
  }
  return out;
}

std::string failure(const Problems& problems, const Problem& problem) {
  const Finding& finding = problems.finding(problem);
  const auto place = [&](const Evidence& evidence) {
    const Place begin = problems.region(evidence).begin;
    return fmt::format("at {}:{}:{}: {}\n", plain(problems.path(evidence)), begin.line, begin.column,
                       printed(evidence.value));
  };
  std::string places = place(*problem.here);
  for (const Evidence* other : problem.others) places += place(*other);
  return fmt::format("      <failure type=\"{}\" message=\"{}\">{}</failure>\n", xml(printed(finding.rule)),
                     xml(problems.summary(problem) + " [" + finding.id + "]"),
                     xml(fmt::format("why: {}\n{}", printed(finding.message), places)));
}

std::string testcase(std::string_view name, const std::string& inside) {
  const std::string head = fmt::format("    <testcase classname=\"mizan\" name=\"{}\"", xml(name));
  return inside.empty() ? head + "/>\n" : head + ">\n" + inside + "    </testcase>\n";
}

}  // namespace

Report report_junit(const Run& run, const ReportOptions& options) {
  const Problems problems(run, options);
  std::vector<std::string> failures(run.documents.size());
  const std::vector<Problem> shown = problems.shown();
  for (const Problem& problem : shown) failures[problem.here->document] += failure(problems, problem);

  std::string cases;
  for (std::size_t i = 0; i < run.documents.size(); ++i) {
    const Document& document = run.documents[i];
    const std::string name = plain(problems.paths()[i]);
    cases += testcase(document.record_line == 0 ? name : name + ":" + plain(document.id), failures[i]);
  }
  for (const Error& error : run.errors) {
    const Error told = problems.relative(error);
    cases += testcase(told.file.empty() ? "mizan" : plain(told.file),
                      fmt::format("      <error message=\"{}\"/>\n", xml(printed(dump(told)))));
  }
  const std::string counts = fmt::format("tests=\"{}\" failures=\"{}\" errors=\"{}\"",
                                         run.documents.size() + run.errors.size(), shown.size(), run.errors.size());
  Report report;
  fmt::format_to(Out(report.text),
                 "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"mizan\" {0}>\n"
                 "  <testsuite name=\"mizan check\" {0}>\n{1}  </testsuite>\n</testsuites>\n",
                 counts, cases);
  return report;
}

}  // namespace mizan::report
