// A count and the names that follow it: "three countries: Oman, Iran and Iraq".
#include <algorithm>

#include "claim/reckoning.hpp"

namespace mizan {
namespace {

/// From the colon or bracket behind a count on: how many names stand in an unbroken list to its end; 0 if anything else
/// stands among them.
int named(const Reckoning& r, std::uint32_t s, std::uint32_t m) {
  const Span count = r.mention(m).span;
  const SentenceView& view = r.sentences()[s];
  std::vector<const NameMention*> names;
  for (const NameMention& n : view.names)
    if (n.span.begin >= count.end) names.push_back(&n);
  if (names.size() < 2) return 0;
  const Between lead = r.between(count.end, names.front()->span.begin);
  if (lead.words > 1 || lead.open == lead.colon || lead.close || lead.stop || lead.comma) return 0;
  int total = 1;
  std::uint32_t end = names.front()->span.end;
  for (std::size_t i = 1; i < names.size(); ++i) {
    const Between gap = r.between(end, names[i]->span.begin);
    if (gap.close) break;
    // a comma or an "and" between two names, and nothing else: an unknown name would not be counted
    const bool joined = std::any_of(view.cues.begin(), view.cues.end(), [&](const Cue& c) {
      return c.kind == LabelKind::conn_and && c.span.begin >= end && c.span.end <= names[i]->span.begin;
    });
    if (gap.open || gap.stop || gap.colon || gap.words > (joined ? 1 : 0) || !(joined || gap.comma)) return 0;
    if (names[i]->type != names.front()->type || names[i]->id == names[i - 1]->id) return 0;
    ++total;
    end = names[i]->span.end;
  }
  const Between rest = r.between(end, view.span.end);
  const auto next =
      std::find_if(names.begin(), names.end(), [&](const NameMention* n) { return n->span.begin >= end; });
  if (lead.colon && (rest.words > 0 || next != names.end())) return 0;
  if (lead.open) {  // the bracket closes right behind the last name
    const Between closing = r.between(end, std::min(view.span.end, end + 2));
    if (!closing.close || closing.words > 0) return 0;
  }
  return total;
}

}  // namespace

void find_lists(const Reckoning& r, std::vector<Computation>& out) {
  for (std::uint32_t s = 0; s < r.sentences().size(); ++s) {
    const SentenceView& view = r.sentences()[s];
    if (view.names.size() < 2) continue;
    for (const std::uint32_t m : view.mentions) {
      const Quantity* q = r.level(m);
      if (q == nullptr || q->dimension != Dimension::count || q->modifier != Modifier::exact) continue;
      const auto said = q->low.to_integer();
      if (!said || *said < 2 || *said > 30) continue;
      const int count = named(r, s, m);
      if (count < 2 || count + 2 < *said || *said + 2 < count) continue;  // far off: some are an example
      Computation c;
      c.kind = Computation::Kind::list;
      c.operands = {m};
      c.times = count;
      out.push_back(std::move(c));
    }
  }
}

}  // namespace mizan
