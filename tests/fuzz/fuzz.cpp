// One input of the fuzzer: bytes that pretend to be an article. The first byte says in which language ('a', 'f', 'e',
// 'r', else unknown; a capital letter: the document has no date of its own), the rest is the file.
//
// Built twice: with libFuzzer behind it (./dev fuzz), and with replay.cpp, which runs the corpus with every test run.
#include <cstdio>
#include <cstdlib>

#include "../laws.hpp"
#include "../rules.hpp"
#include "claim/claim.hpp"
#include "judge/judge.hpp"

namespace {

using namespace mizan;

void hold(const std::string& broken) {
  if (broken.empty()) return;
  std::fprintf(stderr, "broken law: %s\n", broken.c_str());
  std::abort();
}
void hold(bool holds, const char* law) { hold(holds ? "" : law); }

std::string language_of(std::uint8_t byte) {
  switch (byte | 0x20) {
    case 'a':
      return "ar";
    case 'f':
      return "fa";
    case 'e':
      return "en";
    case 'r':
      return "ru";
    default:
      return "";
  }
}

/// The readers take any bytes, and hand on UTF-8 only.
void check_readers(std::string_view bytes) {
  const bool valid = !first_invalid_utf8(bytes);
  for (const char* name : {"fuzz.txt", "fuzz.md", "fuzz.html", "fuzz.jsonl"}) {
    Errors errors;
    const auto keep = [&](const Document& document) {
      hold(!first_invalid_utf8(document.text), "a text is UTF-8");
      hold(laws::of_source(document, bytes));
    };
    const std::size_t count = read_bytes(bytes, name, keep, errors);
    hold(count > 0 || !errors.empty(), "a file that is not read is reported");
    hold(valid || !errors.empty(), "broken UTF-8 is reported");
    for (const Error& error : errors) hold(!dump(error).empty(), "an error has a dump");
  }
}

/// The bytes without those that are not UTF-8, so that every input says something about the rooms behind the readers.
std::string mended(std::string_view bytes) {
  std::string result;
  while (const auto bad = first_invalid_utf8(bytes)) {
    result += bytes.substr(0, *bad);
    bytes.remove_prefix(*bad + 1);
  }
  return result += bytes;
}

void check_fold(std::string_view text, std::string_view abbreviation) {
  const FoldTable& table = shipped().fold_table();
  const Folded folded = fold(text, table);
  hold(laws::of_map(text, folded));
  hold(!first_invalid_utf8(folded.text), "folded text is UTF-8");
  std::uint32_t end = 0;
  for (const Sentence& sentence : sentences(folded.text, {std::string(abbreviation)})) {
    const FoldedSpan span = sentence.span;
    hold(span.begin < span.end && span.begin >= end && span.end <= folded.text.size(), "sentences are in order");
    const Span source = folded.map.to_source(span);
    const std::string again = fold(text.substr(source.begin, source.size()), table).text;
    hold(again.find(folded.text.substr(span.begin, span.size())) != std::string::npos,
         "folding a sentence's source contains the sentence");
    end = span.end;
  }
}

void check_all(const Document& document) {
  const Knowledge& knowledge = shipped();
  const Extraction extraction = extract(document, knowledge);
  hold(laws::of_extraction(document, extraction));
  const std::vector<Claim> found = claims(document, extraction, knowledge, 0);
  DocumentView view{document.id, extraction.date, &extraction.mentions, {}};
  for (const SentenceView& sentence : extraction.sentences) view.sentences.push_back(sentence.span);
  for (const Claim& claim : found) {
    hold(!claim.readings.empty() && laws::sound(document.text, claim.span), "a claim has a value in the text");
    hold(!dump(claim).empty(), "a claim has a dump");
  }
  for (const Finding& finding : judge({view}, found, knowledge.frames()).findings)
    hold(!finding.evidence.empty() && !dump(finding).empty(), "a finding has evidence");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  check_readers(bytes);
  static_cast<void>(fold(bytes, shipped().fold_table()));  // whatever the bytes, it stays inside them
  const std::string text = mended(bytes);
  check_fold(text, "al");
  const bool dated = (data[0] & 0x20) != 0;
  check_all(
      document_of(text, language_of(data[0]), dated ? to_day(Calendar::gregorian, 2023, 11, 8) : std::optional<Day>()));
  return 0;
}
