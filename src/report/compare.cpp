// `compare`: two texts of one matter, for people and as JSON lines.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "report/escape.hpp"
#include "report/json.hpp"
#include "report/page.hpp"
#include "report/places.hpp"
#include "report/report.hpp"

namespace mizan {
namespace report {
namespace {

using Out = std::back_insert_iterator<std::string>;

std::string subject(const ComparedPair& pair) {
  const auto& documents = pair.run.documents;
  return documents[0].id == documents[1].id ? documents[0].id : documents[0].id + " " + documents[1].id;
}

void write_side(const Page& page, const Evidence& evidence, std::size_t digits, std::string& out) {
  fmt::format_to(Out(out), "  {} {}  value {}\n", side_letter(evidence.side),
                 page.places.label(evidence.document, evidence.span.begin), safe(evidence.value, page.options));
  out += excerpt_line(page, evidence, digits, page.options.width);
}

void write_finding(const Page& page, const Finding& finding, std::string& out) {
  fmt::format_to(Out(out), "{} {}  {}\n\n", verdict_tag(finding, page.options), safe(finding.title, page.options),
                 plain(finding.id));
  const std::size_t digits = line_digits(page, finding);
  for (const Evidence& evidence : finding.evidence) write_side(page, evidence, digits, out);
  if (is_loud(finding)) {
    fmt::format_to(Out(out), "\n  why   {}\n", safe(finding.message, page.options));
    for (const auto& [label, text] : finding.reason)
      fmt::format_to(Out(out), "        {}: {}\n", plain(label), safe(text, page.options));
  }
  out += '\n';
}

Evidence lone(const ComparedPair& pair, std::uint32_t side, std::uint32_t mention) {
  const Mention& m = pair.run.extractions[side].mentions[mention];
  const auto& sentences = pair.run.extractions[side].sentences;
  Evidence evidence;
  evidence.document = evidence.side = side;
  evidence.span = m.span;
  evidence.sentence = m.sentence < sentences.size() ? sentences[m.sentence].span : m.span;
  evidence.value = m.readings.empty() ? std::string() : dump(m.readings.front());
  return evidence;
}

void write_lacking(const Page& page, const ComparedPair& pair, std::string& out) {
  for (std::uint32_t side = 0; side < 2; ++side) {
    if (pair.only[side].empty()) continue;
    fmt::format_to(Out(out), "only in {}  {}\n", side_letter(side), plain(pair.run.documents[side].id));
    std::size_t digits = 1;
    std::vector<Evidence> all;
    for (const std::uint32_t mention : pair.only[side]) {
      all.push_back(lone(pair, side, mention));
      const auto line = page.places.position(side, all.back().span.begin).line;
      digits = std::max(digits, std::to_string(line).size());
    }
    for (const Evidence& evidence : all) out += excerpt_line(page, evidence, digits, page.options.width);
    out += '\n';
  }
}

Json value_json(const Document& document, const Evidence& evidence) {
  Json json = Json::object();
  add_bytes(json, document, evidence.span);
  json["text"] = std::string(slice(document.text, evidence.span));
  json["value"] = evidence.value;
  return json;
}

Json finding_json(const ComparedPair& pair, const Finding& finding) {
  Json json = {{"verdict", name(finding.verdict)}};
  for (const Evidence& evidence : finding.evidence)
    json[evidence.side == 0 ? "a" : "b"] = value_json(pair.run.documents[evidence.document], evidence);
  json["message"] = finding.message;
  json["why"] = Json::object();
  for (const auto& [label, text] : finding.reason) json["why"][label] = text;
  json["confidence"] = finding.confidence;
  return json;
}

}  // namespace
}  // namespace report

std::string_view comparison_verdict(const ComparedPair& pair) {
  return pair.run.findings.empty() ? std::string_view("none") : name(pair.run.findings.front().verdict);
}

std::string comparison_text(const ComparedPair& pair, const TextOptions& options) {
  const report::Places places(pair.run);
  const report::Page page{pair.run, places, options};
  std::string out;
  for (const Finding& finding : pair.run.findings)
    if (options.all || report::is_loud(finding)) report::write_finding(page, finding, out);
  if (options.quiet) return out;
  report::write_lacking(page, pair, out);
  const auto count = [&](Verdict verdict) { return report::count_verdict(pair.run, verdict); };
  fmt::format_to(std::back_inserter(out), "{}: {}, {}, {}, {} only in A, {} only in B\n",
                 report::plain(report::subject(pair)), report::plural(count(Verdict::contradiction), "contradiction"),
                 report::plural(count(Verdict::tension), "tension"),
                 report::plural(count(Verdict::corroboration), "agreement"), pair.only[0].size(), pair.only[1].size());
  return out;
}

std::string comparison_jsonl(const ComparedPair& pair) {
  using report::Json;
  Json json = {{"id", report::subject(pair)}, {"verdict", comparison_verdict(pair)}, {"reason", nullptr}};
  Json findings = Json::array();
  for (const Finding& finding : pair.run.findings) findings.push_back(report::finding_json(pair, finding));
  if (!findings.empty()) json["reason"] = findings.front();
  json["findings"] = std::move(findings);
  for (std::uint32_t side = 0; side < 2; ++side) {
    Json lacking = Json::array();
    for (const std::uint32_t mention : pair.only[side])
      lacking.push_back(report::value_json(pair.run.documents[side], report::lone(pair, side, mention)));
    json[side == 0 ? "only_a" : "only_b"] = std::move(lacking);
  }
  return report::serialise(json) + "\n";
}

}  // namespace mizan
