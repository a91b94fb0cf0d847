#include "report/edges.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "report/excerpt.hpp"
#include "report/json.hpp"
#include "report/places.hpp"
#include "report/report.hpp"

namespace mizan {
namespace {

constexpr std::string_view kSchema = "mizan-baseline/1";
constexpr unsigned kQuoteWidth = 72;
constexpr char kUnit = '\x1f';

/// What people see of the sentence may change (wrapping, digits, joiners) as long as it says the same.
std::uint64_t quote_of(std::string_view sentence, const FoldTable& table) {
  std::string text;
  bool space = false;
  for (const char c : fold(sentence, table).text) {
    const bool blank = c == ' ' || (c >= '\t' && c <= '\r');
    if (!blank && space && !text.empty()) text += ' ';
    if (!blank) text += c;
    space = blank;
  }
  return fingerprint("quote/v1" + std::string(1, kUnit) + text);
}

std::string path_of(const Document& document) {
  return std::filesystem::path(document.path).lexically_normal().generic_string();
}

/// Records have an id of their own, which does not hang on the lines above; without one they are known by their quotes.
std::string name_of(const Document& document, const std::string& path) {
  return document.record_line == 0 ? path : path + ":" + document.id;
}

class Maker {
 public:
  Maker(const Run& run, const std::vector<std::string>& names)
      : run_(run), names_(names), table_(run.knowledge == nullptr ? &plain_ : &run.knowledge->fold_table()) {
    for (std::uint32_t i = 0; i < run.claim_ids.size(); ++i) claims_.emplace(run.claim_ids[i], i);
  }

  Edges run() {
    for (std::uint32_t f = 0; f < run_.findings.size(); ++f) {
      const Finding& finding = run_.findings[f];
      const bool at_odds = finding.verdict == Verdict::contradiction || finding.verdict == Verdict::tension;
      if (at_odds && !finding.evidence.empty()) add(f, finding);
    }
    return std::move(result_);
  }

 private:
  void add(std::uint32_t index, const Finding& finding) {
    const auto first = static_cast<std::uint32_t>(result_.ends.size());
    const auto count = static_cast<std::uint32_t>(finding.evidence.size());
    for (const Evidence& e : finding.evidence) result_.ends.push_back(end_of(finding, e));
    const bool sides = std::any_of(finding.evidence.begin(), finding.evidence.end(),
                                   [&](const Evidence& e) { return e.side != finding.evidence.front().side; });
    for (std::uint32_t i = 0; i < count; ++i)
      for (std::uint32_t j = i + 1; j < count; ++j)
        if (!sides || finding.evidence[i].side != finding.evidence[j].side) join(index, finding, first + i, first + j);
    if (count == 1) join(index, finding, first, first);
  }

  void join(std::uint32_t index, const Finding& finding, std::uint32_t a, std::uint32_t b) {
    const auto rank = [&](std::uint32_t i) {
      const EdgeEnd& end = result_.ends[i];
      return std::tie(end.document, end.value, end.core);
    };
    if (rank(b) < rank(a)) std::swap(a, b);
    const auto [low, high] = std::minmax(result_.ends[a].core, result_.ends[b].core);
    const std::string text = fmt::format("edge/v1{0}{1}{0}{2:016x}{0}{3:016x}", kUnit, finding.rule, low, high);
    result_.edges.push_back({finding.rule, a, b, index, fingerprint(text)});
  }

  EdgeEnd end_of(const Finding& finding, const Evidence& evidence) {
    const Document& document = run_.documents[evidence.document];
    EdgeEnd end;
    end.document = name_of(document, names_.empty() ? path_of(document) : names_[evidence.document]);
    end.value = evidence.value;
    const auto claim = claims_.find(evidence.claim);
    const std::string what = claim == claims_.end() ? finding.rule + kUnit + evidence.value
                                                    : dump(run_.claims[claim->second]) + kUnit + evidence.value;
    end.core = fingerprint(fmt::format("claim/v1{0}{1}{0}{2}", kUnit, end.document, what));
    end.quote = quote_of(report::slice(document.text, evidence.sentence), *table_);
    end.text = report::excerpt(document.text, evidence.span, evidence.sentence, kQuoteWidth, {});
    return end;
  }

  const Run& run_;
  const std::vector<std::string>& names_;
  const FoldTable plain_;
  const FoldTable* table_;
  std::unordered_map<std::string, std::uint32_t> claims_;
  Edges result_;
};

report::Json end_json(const EdgeEnd& end) {
  return {{"doc", end.document},
          {"value", end.value},
          {"quote", end.text},
          {"claim", fmt::format("{:016x}", end.core)},
          {"sentence", fmt::format("{:016x}", end.quote)}};
}

std::uint64_t hex(const report::Json& json) { return std::stoull(json.get<std::string>(), nullptr, 16); }

EdgeEnd end_of(const report::Json& json) {
  return {json.at("doc").get<std::string>(), json.at("value").get<std::string>(), json.at("quote").get<std::string>(),
          hex(json.at("claim")), hex(json.at("sentence"))};
}

}  // namespace

Edges edges(const Run& run, const std::vector<std::string>& names) { return Maker(run, names).run(); }

std::vector<std::uint64_t> edge_fingerprints(const Run& run, const Edges& edges) {
  std::vector<std::vector<std::uint64_t>> keys(run.findings.size());
  for (const Edge& edge : edges.edges) keys[edge.finding].push_back(edge.key);
  std::vector<std::uint64_t> result;
  for (std::vector<std::uint64_t>& some : keys) {
    std::sort(some.begin(), some.end());
    std::string text = "edge/v1";
    for (const std::uint64_t key : some) text += fmt::format("{}{:016x}", kUnit, key);
    result.push_back(some.empty() ? 0 : some.size() == 1 ? some.front() : fingerprint(text));
  }
  return result;
}

std::string edges_jsonl(const Edges& edges) {
  std::vector<std::string> lines;
  for (const Edge& edge : edges.edges) {
    const report::Json json = {{"rule", edge.rule},
                               {"a", end_json(edges.ends[edge.a])},
                               {"b", end_json(edges.ends[edge.b])},
                               {"edge", fmt::format("{:016x}", edge.key)}};
    lines.push_back(report::serialise(json) + "\n");
  }
  std::sort(lines.begin(), lines.end());
  std::string out = report::serialise({{"schema", kSchema}}) + "\n";
  for (const std::string& line : lines) out += line;
  return out;
}

Result<Edges> read_edges(std::string_view bytes, const std::string& name) {
  Edges result;
  Errors errors;
  std::uint32_t line = 0;
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    const std::string_view text = bytes.substr(begin, end - begin);
    begin = end + 1;
    ++line;
    if (text.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    try {
      const report::Json json = report::Json::parse(text);
      if (line == 1) {
        if (json.at("schema") == kSchema) continue;
        errors.push_back({name, 1, 1, fmt::format("another schema than \"{}\"", kSchema), ""});
        break;
      }
      const auto number = static_cast<std::uint32_t>(result.edges.size());
      result.ends.push_back(end_of(json.at("a")));
      result.ends.push_back(end_of(json.at("b")));
      result.edges.push_back(
          {json.at("rule").get<std::string>(), 2 * number, 2 * number + 1, number, hex(json.at("edge"))});
    } catch (const std::exception&) {
      errors.push_back({name, line, 1, line == 1 ? "this is no baseline" : "this is no line of a baseline", ""});
      if (line == 1) break;
    }
  }
  if (line == 0) errors.push_back({name, 0, 0, "this is no baseline: it is empty", ""});
  if (!errors.empty()) return tl::unexpected(std::move(errors));
  return result;
}

}  // namespace mizan
