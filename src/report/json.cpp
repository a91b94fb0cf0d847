// Findings, series and claims for machines. Keys keep their order, so that two runs compare byte by byte.
#include "report/json.hpp"

#include <algorithm>
#include <array>

#include "report/escape.hpp"
#include "report/page.hpp"

namespace mizan {
namespace report {

std::string serialise(const Json& json, int indent) {
  return json_safe(json.dump(indent, ' ', false, Json::error_handler_t::replace));
}

bool is_plain(std::string_view text) {
  static constexpr std::array<bool, 256> kDoubtful = [] {
    std::array<bool, 256> result{};
    for (std::size_t byte = 0; byte < 0x20; ++byte) result[byte] = true;
    for (const std::size_t byte : {0x22, 0x3C, 0x5C, 0x7F, 0xC2, 0xE2}) result[byte] = true;
    return result;
  }();
  unsigned char all = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (kDoubtful[byte]) return false;
    all |= byte;
  }
  return all < 0x80 || !first_invalid_utf8(text);
}

void append_quoted(std::string& out, std::string_view text) {
  if (!is_plain(text)) {
    out += serialise(Json(std::string(text)));
    return;
  }
  out += '"';
  out += text;
  out += '"';
}

void add_bytes(Json& json, const Document& document, Span span) {
  const FileSpan bytes = bytes_of(document, span);
  json["begin"] = bytes.begin;
  json["end"] = bytes.end;
  if (document.record_line == 0) return;
  const FileSpan in_file = document.source.to_file(span);
  json["file_begin"] = in_file.begin;
  json["file_end"] = in_file.end;
}

Json place_json(const Document& document, Span span) {
  Json json = {{"doc", document.id}};
  add_bytes(json, document, span);
  json["text"] = std::string(slice(document.text, span));
  return json;
}

void add_position(Json& json, const Places& places, std::uint32_t index, Span span) {
  const Document& document = places.document(index);
  const Position position = places.position(index, span.begin);
  json["path"] = document.path;
  if (document.record_line > 0) json["record"] = document.record_line;
  json["line"] = position.line;
  json["column"] = position.column;
}

Json slots_json(const std::vector<Slot>& key) {
  Json json = Json::object();
  for (const Slot& slot : key) json[slot.name] = slot.value;
  return json;
}

namespace {

Json span_json(const Document& document, Span span) {
  Json json = Json::object();
  add_bytes(json, document, span);
  return json;
}

Json evidence_json(const Places& places, const Evidence& evidence) {
  const Document& document = places.document(evidence.document);
  Json json = place_json(document, evidence.span);
  json["value"] = evidence.value;
  add_position(json, places, evidence.document, evidence.span);
  json["side"] = side_letter(evidence.side);
  if (!evidence.claim.empty()) json["claim"] = evidence.claim;
  json["sentence"] = span_json(document, evidence.sentence);
  return json;
}

Json finding_json(const Places& places, const Finding& finding) {
  Json json = {{"verdict", name(finding.verdict)}, {"rule", finding.rule},   {"message", finding.message},
               {"claims", Json::array()},          {"id", finding.id},       {"level", name(finding.level)},
               {"confidence", finding.confidence}, {"title", finding.title}, {"reason", Json::array()}};
  for (const Evidence& evidence : finding.evidence) json["claims"].push_back(evidence_json(places, evidence));
  for (const auto& [label, text] : finding.reason) json["reason"].push_back({{"label", label}, {"text", text}});
  if (finding.state != State::none) json["state"] = name(finding.state);
  if (const auto& why = finding.suppressed)
    json["suppressed"] = {
        {"reason", why->reason}, {"file", why->file}, {"line", why->line}, {"in_source", why->in_source}};
  return json;
}

Json claim_json(const Run& run, const Places& places, std::uint32_t index) {
  const Claim& claim = run.claims[index];
  const Document& document = places.document(claim.document);
  Json json = {{"id", index < run.claim_ids.size() ? run.claim_ids[index] : std::string()}};
  json.update(place_json(document, claim.span));
  json["frame"] = claim.frame;
  json["key"] = slots_json(claim.key);
  if (claim.at) json["at"] = dump(*claim.at);
  if (claim.at_span) json["at_span"] = span_json(document, *claim.at_span);
  json["values"] = Json::array();
  for (const Reading& reading : claim.readings) json["values"].push_back(dump(reading));
  json["stance"] = name(claim.stance);
  json["record"] = claim.record;
  json["confidence"] = claim.confidence;
  json["claim"] = dump(claim);
  json["sentence"] = span_json(document, claim.sentence);
  add_position(json, places, claim.document, claim.span);
  return json;
}

Json document_json(const Run& run, std::size_t index) {
  const Document& document = run.documents[index];
  const Extraction& extraction = run.extractions[index];
  Json json = {{"id", document.id}, {"path", document.path}};
  if (document.record_line > 0) json["record"] = document.record_line;
  json["bytes"] = document.text.size();
  json["language"] = extraction.language;
  if (!document.title.empty()) json["title"] = document.title;
  if (extraction.date.days) json["date"] = dump(*extraction.date.days);
  json["date_source"] = name(extraction.date.source);
  if (!extraction.date.reason.empty()) json["date_reason"] = extraction.date.reason;
  json["mentions"] = extraction.mentions.size();
  return json;
}

Json series_json(const Run& run, const Series& series) {
  Json json = {{"id", series.id}, {"frame", series.frame}, {"title", series.title}, {"key", slots_json(series.key)}};
  json["claims"] = Json::array();
  for (const std::uint32_t index : series.claims) {
    if (index < run.claim_ids.size()) json["claims"].push_back(run.claim_ids[index]);
  }
  return json;
}

Json error_json(const Error& error) {
  Json json = {{"file", error.file}, {"line", error.line}, {"column", error.column}, {"message", error.message}};
  if (!error.hint.empty()) json["hint"] = error.hint;
  return json;
}

Json counts_json(const Run& run) {
  const Totals totals = totals_of(run);
  return {{"contradiction", count_verdict(run, Verdict::contradiction)},
          {"tension", count_verdict(run, Verdict::tension)},
          {"corroboration", count_verdict(run, Verdict::corroboration)},
          {"verified", count_verdict(run, Verdict::verified)},
          {"suppressed", count_suppressed(run)},
          {"documents", totals.documents},
          {"mentions", totals.mentions},
          {"claims", totals.claims},
          {"series", run.series.size()},
          {"errors", run.errors.size()}};
}

}  // namespace
}  // namespace report

std::string report_jsonl(const Run& run, bool all) {
  const report::Places places(run);
  std::string out;
  for (const Finding& finding : run.findings) {
    if (!all && !report::is_at_odds(finding)) continue;
    out += report::serialise(report::finding_json(places, finding));
    out += '\n';
  }
  return out;
}

std::string report_json(const Run& run, bool all) {
  using report::Json;
  const report::Places places(run);
  Json json = {{"schema", "mizan/1"},     {"documents", Json::array()}, {"findings", Json::array()},
               {"series", Json::array()}, {"claims", Json::array()},    {"counts", report::counts_json(run)},
               {"errors", Json::array()}};
  for (std::size_t i = 0; i < run.documents.size(); ++i) json["documents"].push_back(report::document_json(run, i));
  for (const Finding& finding : run.findings) {
    if (all || report::is_at_odds(finding)) json["findings"].push_back(report::finding_json(places, finding));
  }
  for (const Series& series : run.series) json["series"].push_back(report::series_json(run, series));
  for (std::uint32_t i = 0; i < run.claims.size(); ++i) {
    json["claims"].push_back(report::claim_json(run, places, i));
  }
  for (const Error& error : run.errors) json["errors"].push_back(report::error_json(error));
  return report::serialise(json, 2) + "\n";
}

}  // namespace mizan
