// What the page for a browser shows, as JSON with short keys: there are many. Places in a text are UTF-16 code units.
#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "report/html.hpp"
#include "report/page.hpp"
#include "report/places.hpp"

namespace mizan::report {
namespace {

// What browsers open and filter without a pause.
constexpr std::size_t kMostFindings = 25000;
constexpr std::size_t kMostText = std::size_t{48} << 20;  // bytes of articles without findings

constexpr std::uint32_t kStep = 512;

std::uint32_t units(std::string_view bytes) {
  std::uint32_t count = 0;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    count += ((byte & 0xC0U) != 0x80U ? 1U : 0U) + (byte >= 0xF0U ? 1U : 0U);
  }
  return count;
}

/// Ends of an interval as numbers for a plot; null where it is open.
Json ends(const Range& range) {
  const auto end = [](const std::optional<Decimal>& value) { return value ? Json(value->approximate()) : Json(); };
  return {end(range.first), end(range.last)};
}

Json ends(const Days& days) {
  const auto end = [](const std::optional<Day>& day) { return day ? Json(day->time_since_epoch().count()) : Json(); };
  return {end(days.first), end(days.last)};
}

struct Maker {
  const Run& run;
  Places places{run};
  std::unordered_map<std::string_view, std::uint32_t> claims = {};  // by id
  std::vector<std::optional<Utf16>> texts{run.documents.size()};

  explicit Maker(const Run& r) : run(r) {
    for (std::uint32_t i = 0; i < std::min(run.claim_ids.size(), run.claims.size()); ++i)
      claims.emplace(run.claim_ids[i], i);
  }

  const Claim* claim(const std::string& id) const {
    const auto found = claims.find(id);
    return found == claims.end() ? nullptr : &run.claims[found->second];
  }

  std::uint32_t utf16(std::uint32_t document, std::uint32_t byte) {
    auto& text = texts[document];
    if (!text) text.emplace(run.documents[document].text);
    return (*text)(byte);
  }

  Json span(std::uint32_t document, Span bytes) { return {utf16(document, bytes.begin), utf16(document, bytes.end)}; }

  /// d, s: where; l: line and column in the file.
  void add_place(Json& json, std::uint32_t document, Span bytes) {
    const Position position = places.position(document, bytes.begin);
    json["d"] = document;
    json["s"] = span(document, bytes);
    json["l"] = {position.line, position.column};
  }

  Json evidence(const Evidence& evidence) {
    Json json = Json::object();
    add_place(json, evidence.document, evidence.span);
    json["q"] = span(evidence.document, evidence.sentence);
    json["v"] = evidence.value;
    json["a"] = evidence.side;
    if (evidence.claim.empty()) return json;
    json["c"] = evidence.claim;
    const Claim* said = claim(evidence.claim);
    if (said == nullptr) return json;
    if (said->at) json["w"] = dump(*said->at);
    if (said->stance != Stance::asserted) json["m"] = name(said->stance);
    return json;
  }

  /// Who and what it is about: values of the claims' slots.
  Json entities(const Finding& finding) const {
    std::set<std::string> found;
    for (const Evidence& evidence : finding.evidence) {
      const Claim* said = claim(evidence.claim);
      if (said == nullptr) continue;
      for (const Slot& slot : said->key) {
        for (std::size_t begin = 0; begin <= slot.value.size();) {
          const std::size_t end = std::min(slot.value.find('+', begin), slot.value.size());
          if (end > begin) found.insert(slot.value.substr(begin, end - begin));
          begin = end + 1;
        }
      }
    }
    return found;
  }

  Json finding(const Finding& finding) {
    Json json = {{"id", finding.id},         {"v", name(finding.verdict)}, {"r", finding.rule},
                 {"l", name(finding.level)}, {"c", finding.confidence},    {"t", finding.title},
                 {"m", finding.message},     {"w", Json::array()},         {"e", Json::array()},
                 {"n", entities(finding)}};
    for (const auto& [label, text] : finding.reason) json["w"].push_back({label, text});
    for (const Evidence& piece : finding.evidence) json["e"].push_back(evidence(piece));
    if (finding.state != State::none) json["s"] = name(finding.state);
    if (finding.suppressed) json["x"] = finding.suppressed->reason;
    return json;
  }

  /// A claim of a series, with what a plot needs: t is its time in days since 1970, r its value. Of an event the value
  /// is its time.
  Json point(std::uint32_t index) {
    const Claim& said = run.claims[index];
    Json json = Json::object();
    add_place(json, said.document, said.span);
    if (index < run.claim_ids.size()) json["c"] = run.claim_ids[index];
    if (said.at) json["w"] = dump(*said.at);
    if (said.at && said.at->days) json["t"] = ends(*said.at->days);
    json["m"] = name(said.stance);
    if (said.record) json["record"] = true;
    if (said.readings.empty()) return json;
    const Reading& first = said.readings.front();
    json["v"] = dump(first);
    if (const auto* quantity = std::get_if<Quantity>(&first)) {
      json["r"] = ends(range(*quantity));
      json["u"] = quantity->unit;
      json["p"] = (quantity->low.approximate() + quantity->high.approximate()) / 2;
    } else if (const auto* ordinal = std::get_if<Ordinal>(&first)) {
      json["r"] = {ordinal->value, ordinal->value};
      json["p"] = ordinal->value;
    } else if (const auto* time = std::get_if<Time>(&first); time->days) {
      json["t"] = ends(*time->days);
    }
    return json;
  }

  Json series(const Series& series) {
    Json json = {{"id", series.id}, {"f", series.frame}, {"t", series.title}, {"k", key_text(series.key)}};
    json["p"] = Json::array();
    for (const std::uint32_t index : series.claims) json["p"].push_back(point(index));
    return json;
  }

  Json document(std::uint32_t index, bool whole) const {
    const Document& document = run.documents[index];
    const Extraction& extraction = run.extractions[index];
    Json json = {{"id", document.id}, {"path", document.path}, {"text", whole}};
    if (document.record_line > 0) json["record"] = document.record_line;
    if (!document.title.empty()) json["title"] = document.title;
    if (!extraction.language.empty()) {
      json["lang"] = extraction.language;
      json["rtl"] = right_to_left(extraction.language);
    }
    if (extraction.date.days) json["date"] = dump(*extraction.date.days);
    json["how"] = name(extraction.date.source);
    if (!extraction.date.reason.empty()) json["why"] = extraction.date.reason;
    json["mentions"] = extraction.mentions.size();
    return json;
  }

  bool right_to_left(const std::string& tag) const {
    if (run.knowledge == nullptr) return false;
    const auto index = run.knowledge->language(tag);
    return index && run.knowledge->languages()[*index].right_to_left;
  }
};

Json counts(const Run& run) {
  const Totals totals = totals_of(run);
  Json json = {{"documents", totals.documents}, {"mentions", totals.mentions}, {"claims", totals.claims}};
  for (const Verdict verdict : {Verdict::contradiction, Verdict::tension, Verdict::corroboration, Verdict::verified})
    json[std::string(name(verdict))] = count_verdict(run, verdict);
  json["suppressed"] = count_suppressed(run);
  json["findings"] = run.findings.size();
  return json;
}

}  // namespace

Utf16::Utf16(std::string_view text) : text_(text) {
  before_.reserve(text.size() / kStep + 1);
  std::uint32_t count = 0;
  for (std::size_t at = 0; at <= text.size(); at += kStep) {
    before_.push_back(count);
    count += units(text.substr(at, kStep));
  }
}

std::uint32_t Utf16::operator()(std::uint32_t byte) const {
  const std::uint32_t at = std::min(byte, static_cast<std::uint32_t>(text_.size()));
  const std::uint32_t step = at / kStep;
  return before_[step] + units(text_.substr(std::size_t{step} * kStep, at - step * kStep));
}

PageShare page_share(const Run& run) {
  PageShare share;
  share.findings = std::min(run.findings.size(), kMostFindings);
  share.articles.resize(run.documents.size());
  for (std::size_t i = 0; i < share.findings; ++i)
    for (const Evidence& evidence : run.findings[i].evidence) share.articles[evidence.document] = true;
  std::size_t room = kMostText;
  for (std::size_t i = 0; i < run.documents.size(); ++i) {
    const std::size_t size = run.documents[i].text.size();
    if (share.articles[i] || size > room) continue;
    room -= size;
    share.articles[i] = true;
  }
  return share;
}

Json page_data(const Run& run, const PageShare& share, const std::string& version) {
  Maker maker(run);
  Json json = {{"version", version},         {"counts", counts(run)},     {"rules", Json::object()},
               {"documents", Json::array()}, {"findings", Json::array()}, {"series", Json::array()},
               {"errors", Json::array()}};
  std::set<std::string, std::less<>> rules;
  for (std::uint32_t i = 0; i < run.documents.size(); ++i)
    json["documents"].push_back(maker.document(i, share.articles[i]));
  for (std::size_t i = 0; i < share.findings; ++i) {
    json["findings"].push_back(maker.finding(run.findings[i]));
    rules.insert(run.findings[i].rule);
  }
  for (const Series& series : run.series) {
    json["series"].push_back(maker.series(series));
    rules.insert(series.frame);
  }
  for (const Claim& claim : run.claims) rules.insert(claim.frame);
  for (const std::string& id : rules)
    if (const auto rule = rule_text(run.knowledge, id)) json["rules"][id] = {rule->title, rule->text};
  for (const Error& error : run.errors) json["errors"].push_back(dump(error));
  return json;
}

Json page_article(const Run& run, std::uint32_t document, const std::vector<std::uint32_t>& claims) {
  const Utf16 utf16(run.documents[document].text);
  Json json = {{"text", run.documents[document].text}, {"claims", Json::array()}};
  for (const std::uint32_t index : claims) {
    const Claim& claim = run.claims[index];
    Json item = {{"c", index < run.claim_ids.size() ? run.claim_ids[index] : std::string()},
                 {"s", {utf16(claim.span.begin), utf16(claim.span.end)}},
                 {"f", claim.frame},
                 {"v", Json::array()}};
    for (const Reading& reading : claim.readings) item["v"].push_back(dump(reading));
    if (const std::string key = key_text(claim.key); !key.empty()) item["k"] = key;
    if (claim.at) item["w"] = dump(*claim.at);
    if (claim.stance != Stance::asserted) item["m"] = name(claim.stance);
    if (claim.record) item["record"] = true;
    json["claims"].push_back(std::move(item));
  }
  return json;
}

}  // namespace mizan::report
