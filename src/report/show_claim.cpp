// `show cl-...`: one claim, how it was read, and what it was held against.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "report/escape.hpp"
#include "report/show.hpp"

namespace mizan::report {
namespace {

using Out = std::back_insert_iterator<std::string>;

constexpr std::size_t kWords = 24;  // as many as a claim has

void write_time(const Page& page, const Claim& claim, std::string& out) {
  const Document& document = page.run.documents[claim.document];
  if (!claim.at) {
    out += "when      not said\n";
    return;
  }
  fmt::format_to(Out(out), "when      {}", dump(*claim.at));
  if (claim.at->days) fmt::format_to(Out(out), ", days {}", dump(*claim.at->days));
  if (claim.at_span) {
    fmt::format_to(Out(out), ", read \"{}\" at {}", safe(slice(document.text, *claim.at_span), page.options),
                   page.places.label(claim.document, claim.at_span->begin));
  } else {
    out += ", taken from the document's date";
  }
  if (claim.at->relative) out += claim.at->inferred ? ", relative to an inferred date" : ", relative";
  out += '\n';
}

}  // namespace

std::string show_claim(const Page& page, std::uint32_t index) {
  const Claim& claim = page.run.claims[index];
  const Document& document = page.run.documents[claim.document];
  const Extraction& extraction = page.run.extractions[claim.document];
  const std::string& id = page.run.claim_ids[index];
  std::string out =
      fmt::format("{}  {}\n\n", styled("claim " + plain(id), "1", page.options), safe(dump(claim), page.options));
  out += sentence_block(page, claim.document, claim.span, claim.sentence, "A");
  fmt::format_to(Out(out), "\nplace     {}, bytes {}\n", page.places.label(claim.document, claim.span.begin),
                 bytes_text(document, claim.span));
  out += reading_lines(page, claim);
  if (claim.mention < extraction.mentions.size()) {
    fmt::format_to(Out(out), "grammar   {}\n", plain(extraction.mentions[claim.mention].path));
  }
  const bool open = is_open(claim.frame);
  fmt::format_to(Out(out), "frame     {}{}\n", plain(claim.frame), open ? kOpenFrame : "");
  for (const Slot& slot : claim.key) {
    fmt::format_to(Out(out), "slot      {} = {}\n", plain(slot.name), safe(slot.value, page.options));
  }
  if (claim.cue.size() > 0) {
    fmt::format_to(Out(out), "cue       \"{}\" at {}\n", safe(slice(document.text, claim.cue), page.options),
                   page.places.label(claim.document, claim.cue.begin));
  }
  write_time(page, claim, out);
  fmt::format_to(Out(out), "stance    {}{}, confidence {:.2f}\n", name(claim.stance), claim.record ? ", record" : "",
                 claim.confidence);
  if (claim.change) out += "kind      by how much something changed, not where it stands\n";
  if (claim.former) out += "kind      of an earlier time or case\n";
  if (claim.part) out += "kind      perhaps some of a greater number\n";
  if (claim.passing) out += "kind      a day of the writing or the period of a figure: held against nothing\n";
  out += words_table(page, {&claim}, kWords);
  out += document_line(page, claim.document);
  out += verdicts_on(page, index) + aligned_with(page, index) + in_time(page, index);
  return out;
}

}  // namespace mizan::report
