// Runs made by hand: what the rooms above would hand to report, without needing them.
#pragma once

#include <string>
#include <string_view>

#include "report/report.hpp"

namespace sample {

using namespace mizan;

/// The bytes of a phrase in a text; it must stand there.
inline Span span_of(std::string_view text, std::string_view phrase) {
  const std::size_t at = text.find(phrase);
  const auto begin = static_cast<std::uint32_t>(at == std::string_view::npos ? 0 : at);
  return {begin, static_cast<std::uint32_t>(begin + phrase.size())};
}

inline Document document(std::string id, std::string text) {
  Document d;
  d.path = "seeds/" + id;
  d.id = std::move(id);
  d.text = std::move(text);
  return d;
}

inline Quantity dollars(std::int64_t coefficient, int exponent) {
  Quantity q;
  q.low = q.high = Decimal{coefficient, exponent};
  q.dimension = Dimension::money;
  q.unit = "USD";
  return q;
}

inline Time year(int number) {
  using namespace std::chrono;
  Time t;
  t.value = std::to_string(number);
  t.grain = Grain::year;
  t.days = Days{sys_days{std::chrono::year{number} / January / 1}, sys_days{std::chrono::year{number} / December / 31}};
  return t;
}

/// A claim whose value is the phrase, its sentence the whole text.
inline Claim turnover(std::uint32_t document, std::string_view text, std::string_view phrase, Quantity value, int when,
                      bool record) {
  Claim c;
  c.document = document;
  c.frame = "trade.turnover";
  c.key = {{"parties", "KZ+RU"}};
  c.at = year(when);
  c.readings = {std::move(value)};
  c.span = span_of(text, phrase);
  c.sentence = {0, static_cast<std::uint32_t>(text.size())};
  c.record = record;
  return c;
}

inline Evidence evidence(const Claim& claim, std::string id, std::uint32_t side) {
  Evidence e;
  e.document = claim.document;
  e.span = claim.span;
  e.sentence = claim.sentence;
  e.value = dump(claim.readings.front());
  e.claim = std::move(id);
  e.side = side;
  return e;
}

/// Two articles, Persian and Russian; a record below an earlier one, a corroboration, a series.
inline Run run() {
  Run r;
  const std::string fa =
      "\xD8\xAA\xD8\xAC\xD8\xA7\xD8\xB1\xD8\xAA 28.2 \xD9\x85\xDB\x8C\xD9\x84\xDB\x8C\xD8\xA7\xD8\xB1\xD8\xAF";
  const std::string ru = "Record turnover of $28 billion in 2023.\nNot the only line.";
  r.documents = {document("fa.txt", fa), document("ru.txt", ru), document("en.txt", "Trade was 28.2 billion dollars.")};
  r.extractions.resize(3);
  r.claims = {turnover(0, fa, "28.2", dollars(282, 8), 2022, true),
              turnover(2, r.documents[2].text, "28.2 billion dollars", dollars(282, 8), 2022, true),
              turnover(1, ru, "$28 billion", dollars(28, 9), 2023, true)};
  r.claims[2].sentence = {0, static_cast<std::uint32_t>(ru.find('\n'))};
  r.claim_ids = {"cl-aaaa0001", "cl-aaaa0002", "cl-bbbb0003"};
  for (std::uint32_t i = 0; i < 3; ++i) {
    Mention m;
    m.span = r.claims[i].span;
    m.readings = r.claims[i].readings;
    m.path = "quantity.money";
    r.extractions[r.claims[i].document].mentions.push_back(m);
    SentenceView s;
    s.span = r.claims[i].sentence;
    s.mentions = {0};
    r.extractions[r.claims[i].document].sentences.push_back(s);
  }
  Finding tension;
  tension.id = "fc-7f3a19c2";
  tension.verdict = Verdict::tension;
  tension.level = Level::warning;
  tension.rule = "record";
  tension.title = "trade turnover KZ+RU: record 28e9 USD for 2023 below 28.2e9 USD for 2022";
  tension.message = "A record of 28e9 USD for 2023 stands below 28.2e9 USD for 2022.";
  tension.evidence = {evidence(r.claims[0], r.claim_ids[0], 0), evidence(r.claims[1], r.claim_ids[1], 0),
                      evidence(r.claims[2], r.claim_ids[2], 1)};
  tension.reason = {{"key", "parties=KZ+RU"}, {"at A", "2022"}, {"at B", "2023"}};
  tension.confidence = 0.75;
  Finding agreed;
  agreed.id = "fc-00000001";
  agreed.verdict = Verdict::corroboration;
  agreed.rule = "trade.turnover";
  agreed.title = "trade turnover KZ+RU, 2022: 28.2e9 USD in 2 documents";
  agreed.evidence = {tension.evidence[0], tension.evidence[1]};
  r.findings = {tension, agreed};
  Series s;
  s.id = "sr-0a0b0c0d";
  s.frame = "trade.turnover";
  s.title = "Trade turnover between two countries";
  s.key = {{"parties", "KZ+RU"}};
  s.claims = {0, 1, 2};
  r.series = {s};
  return r;
}

}  // namespace sample
