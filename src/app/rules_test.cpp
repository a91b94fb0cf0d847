// `rules test`: every example of every rule, through the whole pipeline.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "app/commands.hpp"
#include "app/console.hpp"
#include "app/pipeline.hpp"

namespace mizan::app {
namespace {

/// A case: one text that must give a claim, or two that must stand in a relation.
struct Case {
  const Frame* frame;
  const Example* example;
  const ExampleText* a;
  const ExampleText* b = nullptr;
};

struct Failure {
  std::string expected;
  std::string got;
};

Document document_of(const ExampleText& text, std::string id) {
  Document document;
  document.path = id;
  document.id = std::move(id);
  document.text = text.text;
  document.language = text.language;
  document.published = text.date;
  return document;
}

std::vector<Case> cases_of(const Knowledge& knowledge) {
  std::vector<Case> cases;
  for (const Frame& frame : knowledge.frames()) {
    for (const Example& example : frame.examples) {
      for (const ExampleText& text : example.texts) cases.push_back({&frame, &example, &text});
      for (const ExampleText& a : example.a) {
        for (const ExampleText& b : example.b) cases.push_back({&frame, &example, &a, &b});
      }
    }
  }
  return cases;
}

/// What a text states of a frame as a fact: plans and denials are no claim of an example.
std::vector<std::string> stated(const Run& run, const Frame& frame) {
  std::vector<std::string> dumps;
  for (const Claim& claim : run.claims) {
    const bool fact = claim.stance == Stance::asserted || claim.stance == Stance::reported;
    if (claim.frame == frame.id && fact) dumps.push_back(dump(claim));
  }
  return dumps;
}

std::optional<Failure> check_claim(const Run& run, const Case& one) {
  const std::vector<std::string> got = stated(run, *one.frame);
  const bool none = one.example->claim == "none";
  if (none ? got.empty() : got == std::vector{one.example->claim}) return std::nullopt;
  return Failure{one.example->claim, got.empty() ? "none" : fmt::format("{}", fmt::join(got, "; "))};
}

bool of_frame(const Run& run, const Finding& finding, const Frame& frame) {
  if (finding.rule == frame.id) return true;
  return std::any_of(finding.evidence.begin(), finding.evidence.end(), [&](const Evidence& evidence) {
    const auto at = std::find(run.claim_ids.begin(), run.claim_ids.end(), evidence.claim);
    const auto index = static_cast<std::size_t>(at - run.claim_ids.begin());
    return !evidence.claim.empty() && index < run.claims.size() && run.claims[index].frame == frame.id;
  });
}

bool between_both(const Finding& finding) {
  const auto of = [&](std::uint32_t document) {
    return std::any_of(finding.evidence.begin(), finding.evidence.end(),
                       [&](const Evidence& evidence) { return evidence.document == document; });
  };
  return of(0) && of(1);
}

std::optional<Failure> check_verdict(const Run& run, const Case& one) {
  bool contradiction = false, tension = false, agreement = false;
  std::string found;
  for (const Finding& finding : run.findings) {
    if (!of_frame(run, finding, *one.frame) || !between_both(finding)) continue;
    contradiction |= finding.verdict == Verdict::contradiction;
    tension |= finding.verdict == Verdict::tension;
    agreement |= finding.verdict == Verdict::corroboration || finding.verdict == Verdict::verified;
    found += (found.empty() ? "" : "; ") + dump(finding);
  }
  const auto states = [&](std::uint32_t document) {
    return std::any_of(run.claims.begin(), run.claims.end(),
                       [&](const Claim& claim) { return claim.document == document && claim.frame == one.frame->id; });
  };
  const std::string& verdict = one.example->verdict;
  bool passed = false;
  if (verdict == "contradiction") passed = contradiction;
  if (verdict == "consistent") passed = !contradiction && !tension && (agreement || (states(0) && states(1)));
  if (verdict == "unrelated") passed = found.empty();
  if (passed) return std::nullopt;
  if (found.empty()) {
    std::string claims;
    for (const Claim& claim : run.claims)
      claims += fmt::format(" {}: {};", claim.document == 0 ? "a" : "b", dump(claim));
    found = claims.empty() ? "no finding, and no claim" : "no finding;" + claims;
  }
  return Failure{verdict, found};
}

std::string place(const Case& one) {
  const Error& at = one.example->place;
  return fmt::format("{}:{}:{}", at.file.empty() ? one.frame->file : at.file, at.line, at.column);
}

std::string text_line(std::string_view label, const ExampleText& text) {
  return fmt::format("  {} {} | {}\n", label, text.language, escape_terminal(text.text, false));
}

/// Empty if the case passes, else its block of the report.
std::string run_case(const Case& one, const Knowledge& knowledge) {
  std::vector<Document> documents;
  documents.push_back(document_of(*one.a, "a"));
  if (one.b != nullptr) documents.push_back(document_of(*one.b, "b"));
  const Run run = run_documents(std::move(documents), knowledge, {1, {}, nullptr});
  const std::optional<Failure> failure = one.b == nullptr ? check_claim(run, one) : check_verdict(run, one);
  if (!failure) return {};
  std::string out = fmt::format("{}: {} example failed\n", place(one), one.frame->id);
  out += text_line(one.b == nullptr ? "text" : "a", *one.a);
  if (one.b != nullptr) out += text_line("b", *one.b);
  return out + fmt::format("  expected {}\n  got      {}\n\n", escape_terminal(failure->expected, false),
                           escape_terminal(failure->got, false));
}

/// DIR with languages of its own stands alone; a folder of rules only needs the shipped languages below it, and one of
/// --rules always lies on top of the shipped ones, as it does for check.
Result<Knowledge> load(const std::vector<std::string>& given, const std::vector<std::string>& on_top) {
  std::error_code failed;
  if (!given.empty() && std::filesystem::is_directory(std::filesystem::path(given.front()) / "languages", failed)) {
    std::vector<std::string> folders = given;
    folders.insert(folders.end(), on_top.begin(), on_top.end());
    return Knowledge::load(folders);
  }
  std::vector<std::string> folders = given;
  folders.insert(folders.end(), on_top.begin(), on_top.end());
  return Knowledge::load(rule_folders(folders));
}

}  // namespace

int rules_test(const Options& options) {
  const Result<Knowledge> knowledge = load(options.paths, options.rules);
  if (!knowledge) {
    print_errors(knowledge.error());
    return kUnreadable;
  }
  const std::vector<Case> cases = cases_of(*knowledge);
  std::vector<std::string> failures(cases.size());
  for_each_index(cases.size(), options.threads, [&](std::size_t i) { failures[i] = run_case(cases[i], *knowledge); });
  std::string out;
  std::size_t failed = 0;
  for (const std::string& failure : failures) {
    failed += failure.empty() ? 0 : 1;
    out += failure;
  }
  out += fmt::format("{} {}, {} failed\n", cases.size(), cases.size() == 1 ? "example" : "examples", failed);
  if (!print(out)) return kUnreadable;
  return failed > 0 ? kFindings : kClean;
}

}  // namespace mizan::app
