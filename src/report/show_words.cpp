// What `show` says of the words around a figure, and of the claims that were aligned: two tables. One word a line and
// its text last, so that no two right-to-left terms share a line.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "report/escape.hpp"
#include "report/glyphs.hpp"
#include "report/show.hpp"
#include "report/table.hpp"

namespace mizan::report {
namespace {

using Out = std::back_insert_iterator<std::string>;

bool sounds_alike(const Word& a, const Word& b) {
  return a.sounds[0] != 0 && std::any_of(std::begin(a.sounds), std::end(a.sounds), [&](std::uint32_t sound) {
           return sound != 0 && (sound == b.sounds[0] || sound == b.sounds[1]);
         });
}

bool knows(const Claim& claim, const Word& word) {
  return std::any_of(claim.about.begin(), claim.about.end(), [&](const Word& other) {
    return other.key == word.key || (word.kind == Word::Kind::plain && sounds_alike(word, other));
  });
}

/// "topic killed (casualty, grows)", "name IR", "word", or of what may be a name nobody listed "name?".
std::string what_it_is(const Run& run, const Word& word) {
  const Knowledge* knowledge = run.knowledge;
  switch (word.kind) {
    case Word::Kind::name:
      return knowledge == nullptr ? "name" : "name " + plain(knowledge->entities()[word.index].id);
    case Word::Kind::topic: {
      if (knowledge == nullptr) return "topic";
      const Topic& topic = knowledge->topics()[word.index];
      std::string more = plain(topic.group);
      if (topic.general) more += std::string(more.empty() ? "" : ", ") + "general";
      if (topic.grows) more += std::string(more.empty() ? "" : ", ") + "grows";
      return "topic " + plain(topic.id) + (more.empty() ? "" : " (" + more + ")");
    }
    case Word::Kind::plain:
      return word.sounds[0] != 0 ? "name?" : "word";
  }
  return "word";
}

}  // namespace

std::string tags_of(const Claim& claim) {
  std::string tags;
  const auto add = [&](std::string_view tag) { tags += (tags.empty() ? "" : " ") + std::string(tag); };
  if (claim.stance != Stance::asserted) add(name(claim.stance));
  if (claim.record) add("record");
  if (claim.change) add("change");
  if (claim.former) add("former");
  if (claim.part) add("part");
  return tags;
}

std::string words_table(const Page& page, const std::vector<const Claim*>& claims, std::size_t most) {
  struct Row {
    std::string lead, what, both, text;
  };
  std::vector<Row> rows;
  std::size_t what_width = 0;
  const bool compared = claims.size() > 1;
  for (std::size_t side = 0; side < claims.size(); ++side) {
    const Claim& claim = *claims[side];
    const std::string letter = side_letter(static_cast<std::uint32_t>(side));
    for (std::size_t i = 0; i < std::min(most, claim.about.size()); ++i) {
      const Word& word = claim.about[i];
      const bool everywhere =
          std::all_of(claims.begin(), claims.end(), [&](const Claim* other) { return knows(*other, word); });
      rows.push_back({fmt::format("  {} {:>2}  ", letter, word.gap), what_it_is(page.run, word),
                      compared ? (everywhere ? "both  " : "      ") : "",
                      safe(slice(page.run.documents[claim.document].text, word.span), page.options)});
      what_width = std::max(what_width, rows.back().what.size());
    }
  }
  if (rows.empty()) return {};
  std::string out = compared
                        ? "words     nearest first: how many stand between, what each is, whether both sides have it\n"
                        : "words     nearest first: how many stand between, and what each is\n";
  for (const Row& row : rows)
    fmt::format_to(Out(out), "{}{:<{}}  {}\"{}\"\n", row.lead, row.what, what_width, row.both, row.text);
  return out;
}

std::string aligned_table(const Page& page, const Finding& finding) {
  struct Row {
    std::string side, value, at, tags, place, id;
  };
  std::vector<Row> rows;
  std::size_t value = 0, at = 0, tags = 0, place = 0;
  std::string heading;
  for (const auto& side : by_side(finding)) {
    std::set<std::uint32_t> documents;
    std::size_t claims = 0;
    for (const Evidence* evidence : side) {
      const auto index = find_claim(page.run, evidence->claim);
      if (!index) continue;
      const Claim& claim = page.run.claims[*index];
      ++claims;
      documents.insert(claim.document);
      rows.push_back({side_letter(evidence->side), safe(evidence->value, page.options),
                      claim.at ? dump(*claim.at) : "-", tags_of(claim),
                      page.places.label(evidence->document, evidence->span.begin), plain(evidence->claim)});
      const Row& row = rows.back();
      value = std::max<std::size_t>(value, cells(std::string_view(row.value)));
      at = std::max<std::size_t>(at, cells(std::string_view(row.at)));
      tags = std::max<std::size_t>(tags, cells(std::string_view(row.tags)));
      place = std::max<std::size_t>(place, cells(std::string_view(row.place)));
    }
    if (claims == 0) continue;
    fmt::format_to(Out(heading), "{}{} {} in {}", heading.empty() ? "" : "; ", side_letter(side.front()->side),
                   plural(claims, "claim"), plural(documents.size(), "document"));
  }
  if (rows.empty()) return {};
  std::string out = fmt::format("aligned   {}\n", heading);
  for (const Row& row : rows) {
    fmt::format_to(Out(out), "  {}  {}  at {}  {}{}  {}\n", row.side, padded(row.value, value), padded(row.at, at),
                   tags > 0 ? padded(row.tags, tags) + "  " : "", padded(row.place, place), row.id);
  }
  return out;
}

}  // namespace mizan::report
