#include "report/browse_sheet.hpp"

#include <algorithm>

#include "report/escape.hpp"
#include "report/lay.hpp"
#include "report/show.hpp"

namespace mizan::report {
namespace {

constexpr std::size_t kLabel = 10;  // "reason    "

std::vector<std::string_view> lines_of(std::string_view page) {
  std::vector<std::string_view> lines;
  for (std::size_t begin = 0; begin < page.size();) {
    const std::size_t end = std::min(page.find('\n', begin), page.size());
    lines.push_back(page.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

/// Behind "  A 12 | "; 0 if the line is no excerpt.
std::size_t gutter(std::string_view line) {
  if (!line.starts_with("  ") || line.size() < 3 || line[2] < 'A' || line[2] > 'Z') return 0;
  std::size_t at = 3;
  while (at < line.size() && ((line[at] >= '0' && line[at] <= '9') || line[at] == ' ')) ++at;
  return line.substr(at).starts_with("| ") ? at + 2 : 0;
}

/// What the second row of a line begins with. It has a letter where the line shows an article, so that a terminal that
/// guesses the direction of a row from its letters guesses the same for all.
std::string hang_of(std::string_view line) {
  if (const std::size_t text = gutter(line); text > 0) {
    std::string hang(line.substr(0, text));
    std::replace_if(
        hang.begin() + 3, hang.end(), [](char c) { return c >= '0' && c <= '9'; }, ' ');
    return hang;
  }
  const std::size_t indent = line.find_first_not_of(' ');
  return std::string(indent == 0 || indent == std::string_view::npos ? kLabel : indent + 2, ' ');
}

bool hexadecimal(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }

/// The last identifier of a line: the others are what it hangs on.
std::string_view identifier(std::string_view line) {
  for (std::size_t at = line.size(); at-- > 0;) {
    const std::string_view rest = line.substr(at);
    if (!rest.starts_with("fc-") && !rest.starts_with("cl-") && !rest.starts_with("sr-")) continue;
    std::size_t end = 3;
    while (end < rest.size() && hexadecimal(rest[end])) ++end;
    if (end > 3) return rest.substr(0, end);
  }
  return {};
}

}  // namespace

Sheets::Sheets(const Run& run, const TextOptions& options) : run_(run), options_(options), places_(run) {
  const auto add = [&](Subject::Kind kind, std::uint32_t index, const std::string& id) {
    ids_.try_emplace(id, Subject{kind, index});
  };
  for (std::uint32_t i = 0; i < run.findings.size(); ++i) add(Subject::Kind::finding, i, run.findings[i].id);
  for (std::uint32_t i = 0; i < run.claim_ids.size(); ++i) add(Subject::Kind::claim, i, run.claim_ids[i]);
  for (std::uint32_t i = 0; i < run.series.size(); ++i) add(Subject::Kind::series, i, run.series[i].id);
  for (std::uint32_t i = 0; i < run.documents.size(); ++i) {
    paths_.try_emplace(plain(run.documents[i].path), i);
    paths_.try_emplace(plain(run.documents[i].id), i);
  }
}

std::string Sheets::page(Subject subject, unsigned width) const {
  TextOptions options = options_;
  options.width = width;
  const Page page{run_, places_, options};
  switch (subject.kind) {
    case Subject::Kind::finding:
      return show_finding(page, run_.findings[subject.index]);
    case Subject::Kind::claim:
      return show_claim(page, subject.index);
    case Subject::Kind::series:
      return show_series(page, run_.series[subject.index]);
    case Subject::Kind::article:
      break;
  }
  return show_document(page, subject.index);
}

std::string Sheets::name(Subject subject) const {
  switch (subject.kind) {
    case Subject::Kind::finding:
      return plain(run_.findings[subject.index].id);
    case Subject::Kind::claim:
      return run_.claim_ids[subject.index];
    case Subject::Kind::series:
      return run_.series[subject.index].id;
    case Subject::Kind::article:
      break;
  }
  return plain(run_.documents[subject.index].id);
}

std::string Sheets::short_label(Byte byte) const {
  return plain(run_.documents[byte.document].id) + ":" + std::to_string(places_.position(byte.document, byte.at).line);
}

std::optional<Byte> Sheets::place(Subject subject) const {
  const auto of_claim = [&](std::uint32_t claim) {
    return Byte{run_.claims[claim].document, run_.claims[claim].span.begin};
  };
  switch (subject.kind) {
    case Subject::Kind::finding: {
      const auto& evidence = run_.findings[subject.index].evidence;
      if (evidence.empty()) return std::nullopt;
      return Byte{evidence.front().document, evidence.front().span.begin};
    }
    case Subject::Kind::claim:
      return of_claim(subject.index);
    case Subject::Kind::series: {
      const auto& claims = run_.series[subject.index].claims;
      return claims.empty() ? std::nullopt : std::optional(of_claim(claims.front()));
    }
    case Subject::Kind::article:
      break;
  }
  return Byte{subject.index, 0};
}

std::vector<std::pair<std::string, Byte>> Sheets::labels(Subject subject) const {
  std::vector<std::pair<std::string, Byte>> all;
  const auto add = [&](Byte byte) { all.emplace_back(label(byte), byte); };
  if (subject.kind == Subject::Kind::finding)
    for (const Evidence& evidence : run_.findings[subject.index].evidence)
      add({evidence.document, evidence.span.begin});
  if (subject.kind == Subject::Kind::series)
    for (const std::uint32_t claim : run_.series[subject.index].claims) add(*place({Subject::Kind::claim, claim}));
  if (subject.kind == Subject::Kind::claim) add(*place(subject));
  return all;
}

Target Sheets::target(std::string_view line, Subject subject,
                      const std::vector<std::pair<std::string, Byte>>& labels) const {
  Target target;
  if (gutter(line) > 0) return target;  // the words of an article
  if (const auto hit = ids_.find(std::string(identifier(line))); hit != ids_.end()) {
    const bool itself = hit->second.kind == subject.kind && hit->second.index == subject.index;
    if (!itself) target.page = hit->second;
    target.place = place(hit->second);
  }
  for (const auto& [label, byte] : labels) {
    const std::size_t at = line.find(label);
    const std::size_t end = at + label.size();
    if (at == std::string_view::npos || (end < line.size() && line[end] != ' ' && line[end] != ',')) continue;
    target.place = byte;
    if (!target.page) {
      for (std::uint32_t i = 0; subject.kind == Subject::Kind::series && i < run_.series[subject.index].claims.size();
           ++i) {
        const std::uint32_t claim = run_.series[subject.index].claims[i];
        if (run_.claims[claim].document == byte.document && run_.claims[claim].span.begin == byte.at)
          target.page = Subject{Subject::Kind::claim, claim};
      }
    }
    break;
  }
  if (target.page || target.place || line.size() <= kLabel) return target;
  if (line.starts_with("document  ") || line.starts_with("beside    ")) {
    std::string name(line.substr(kLabel));
    for (std::size_t end = name.size(); end != std::string::npos && end > 0; end = name.rfind(", ", end - 1)) {
      name.erase(end);
      const auto hit = paths_.find(name);
      if (hit == paths_.end()) continue;
      target.place = Byte{hit->second, 0};
      if (subject.kind != Subject::Kind::article || subject.index != hit->second)
        target.page = Subject{Subject::Kind::article, hit->second};
      break;
    }
  }
  return target;
}

std::vector<Row> Sheets::rows(Subject subject, unsigned width) const {
  const std::string text = page(subject, width);
  const auto places = labels(subject);
  std::vector<Row> rows;
  Target above;
  std::uint32_t number = 0;
  for (const std::string_view line : lines_of(text)) {
    Target own = target(line, subject, places);
    const bool leads = own.page || own.place;
    if (leads || !line.starts_with("  ")) above = own;
    bool first = true;
    for (std::string& row : wrap(line, width, hang_of(line))) {
      rows.push_back({std::move(row), above, leads && first, number});
      first = false;
    }
    ++number;
  }
  return rows;
}

}  // namespace mizan::report
