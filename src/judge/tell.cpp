#include "judge/tell.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "judge/checks.hpp"

namespace mizan {
namespace {

constexpr std::string_view kTemperature = "temperature";  // a table of rules/conversion.toml

constexpr double kSure = 0.8;  // a contradiction so sure is an error

double rounded(double sure) { return std::round(sure * 100) / 100; }

std::vector<std::string> ids_of(const std::string& joined) {
  std::vector<std::string> ids(1);
  for (const char c : joined) {
    if (c == '+')
      ids.emplace_back();
    else
      ids.back() += c;
  }
  return ids;
}

/// What both speak of: the topics and names they share, else those of the first that has any.
std::string subject(const Claim& a, const Claim& b) {
  std::string text;
  for (const Slot& slot : a.key) {
    const auto other = std::find_if(b.key.begin(), b.key.end(), [&](const Slot& s) { return s.name == slot.name; });
    std::string common;
    for (const std::string& id : ids_of(slot.value)) {
      const auto theirs = other == b.key.end() ? std::vector<std::string>{} : ids_of(other->value);
      if (std::find(theirs.begin(), theirs.end(), id) != theirs.end()) common += (common.empty() ? "" : "+") + id;
    }
    text += (text.empty() ? "" : ", ") + (common.empty() ? slot.value : common);
  }
  for (const Slot& slot : b.key) {
    const bool said = std::any_of(a.key.begin(), a.key.end(), [&](const Slot& s) { return s.name == slot.name; });
    if (!said) text += (text.empty() ? "" : ", ") + slot.value;
  }
  for (const Claim* claim : {&a, &b}) {
    const auto* q = std::get_if<Quantity>(&claim->readings.front());
    if (text.empty() && q != nullptr && q->dimension == Dimension::count) text = q->unit;
  }
  return text.empty() ? std::string("one figure") : text;
}

std::string plural(std::size_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

/// Why two values that might both be true deserve a look.
std::string_view doubt(const Claim& a, const Claim& b) {
  const auto *p = std::get_if<Quantity>(&a.readings.front()), *q = std::get_if<Quantity>(&b.readings.front());
  if (p == nullptr || q == nullptr) return "the two periods hardly overlap";
  if (p->dimension != q->dimension) return "percent are no percentage points";
  const auto short_of = [](const Quantity& x, const Quantity& y) { return x.nearly && !y.nearly && x.low < y.low; };
  if (short_of(*p, *q) || short_of(*q, *p)) return "nearly so many are fewer";
  const bool bounds = (opens_upward(*p) && opens_upward(*q)) || (opens_downward(*p) && opens_downward(*q));
  return bounds ? "two different bounds" : "only loose rounding lets both be true";
}

void add_values(Reason& reason, const std::string& side, const Claim& claim) {
  if (const auto* q = std::get_if<Quantity>(&claim.readings.front()))
    reason.emplace_back("interval " + side, dump(range(*q)));
  else if (const auto* t = std::get_if<Time>(&claim.readings.front()); t != nullptr && t->days)
    reason.emplace_back("days " + side, dump(*t->days));
}

/// Nobody holds acres against square kilometres in his head.
void add_in_one_unit(Reason& reason, const Claim& a, const Claim& b) {
  const auto both = in_one_unit(a, b);
  if (!both || both->first.kind == kTemperature) return;  // whose scales begin at different places
  const auto& q = std::get<Quantity>(a.readings.front());
  const double value = q.low.approximate() * both->second.value / both->first.value;
  reason.emplace_back("B in the unit of A", fmt::format("{:.4g} {}", value, q.unit));
}

/// What an editor would guess; empty if nothing suggests it.
std::string_view guess(const Claim& a, const Claim& b) {
  switch (likely_slip(a, b)) {
    case Likeness::tenfold:
      return "one figure at another power of ten";
    case Likeness::turned:
      return "the same digits in another order, zeros aside";
    case Likeness::one_digit:
      return "one digit changed";
    case Likeness::other_month:
      return std::get<Time>(a.readings.front()).grain == Grain::day ? "the same day of another month"
                                                                    : "the digits of one year in another order";
    case Likeness::other_unit:
      return "one figure with another unit";
    case Likeness::none:
      break;
  }
  return "";
}

std::string why(const Link& link) {
  switch (link.proof) {
    case Proof::signs:
    case Proof::elsewhere:
      break;
    case Proof::sentence:
      return "the two sentences agree in other values";
    case Proof::phrase:
      return "the same words stand around both";
    case Proof::unit:
      return "one number in two units, of which one text gives both";
    case Proof::place:
      return fmt::format("one place in two versions of one text: {} of {} figures agree in the same order", link.agree,
                         link.of);
  }
  return told_most(link.signs, link.relation);
}

}  // namespace

Evidence Teller::witness(std::uint32_t c, std::uint32_t side) const {
  const Claim& claim = claims_[c];
  return {claim.document, claim.span, claim.sentence, dump(claim.readings.front()), ids_[c], side};
}

/// Copies of one report are one witness.
std::size_t Teller::witnesses(const std::vector<std::uint32_t>& side) const {
  std::set<std::uint32_t> sources;
  for (const std::uint32_t c : side) sources.insert(source_[claims_[c].document]);
  return sources.size();
}

std::string Teller::said_by(const std::vector<std::uint32_t>& side) const {
  std::set<std::uint32_t> homes;
  for (const std::uint32_t c : side) homes.insert(claims_[c].document);
  return fmt::format("{} in {}, {} independent", plural(side.size(), "statement"), plural(homes.size(), "document"),
                     witnesses(side));
}

Finding Teller::difference(const std::vector<std::uint32_t>& left, const std::vector<std::uint32_t>& right,
                           const Link& link) const {
  const Claim& a = claims_[link.a];
  const Claim& b = claims_[link.b];
  const std::string x = dump(a.readings.front()), y = dump(b.readings.front());
  const bool soft = link.relation == Relation::rounding;
  Finding f;
  f.verdict = soft ? Verdict::tension : Verdict::contradiction;
  f.level = soft ? Level::note : link.sure >= kSure ? Level::error : Level::warning;
  f.rule = a.frame;
  f.title = fmt::format("{}: {} vs {}", subject(a, b), x, y);
  f.message = fmt::format("{}: {} here, {} there", subject(a, b), x, y);
  if (soft) f.message += fmt::format("; {}", doubt(a, b));
  f.confidence = rounded(link.sure);
  const std::size_t l = witnesses(left), r = witnesses(right);
  for (const std::uint32_t c : left) f.evidence.push_back(witness(c, 0));
  for (const std::uint32_t c : right) f.evidence.push_back(witness(c, 1));
  f.reason = {{"of", subject(a, b)}};
  if (a.at && b.at) f.reason.emplace_back("at", fmt::format("{} and {}", dump(*a.at), dump(*b.at)));
  add_values(f.reason, "A", a);
  add_values(f.reason, "B", b);
  add_in_one_unit(f.reason, a, b);
  f.reason.emplace_back("said A", said_by(left));
  f.reason.emplace_back("said B", said_by(right));
  if (l != r) f.reason.emplace_back("minority", l < r ? "A" : "B");
  if (const std::string_view slip = guess(a, b); !soft && !slip.empty()) f.reason.emplace_back("looks like", slip);
  f.reason.emplace_back("one fact", fmt::format("{:.2f} ({})", link.sure, why(link)));
  seal(f, documents_);
  return f;
}

Finding Teller::agreement(const std::vector<std::uint32_t>& group, double sure) const {
  std::vector<std::uint32_t> telling;  // that say what they are of
  for (const std::uint32_t c : group)
    if (!claims_[c].key.empty()) telling.push_back(c);
  const Claim& a = claims_[telling.empty() ? group.front() : telling.front()];
  const Claim& b = claims_[telling.empty() ? group.front() : telling.back()];
  Finding f;
  f.verdict = Verdict::corroboration;
  f.level = Level::none;
  f.rule = a.frame;
  f.title = fmt::format("{}: {}", subject(a, b), dump(a.readings.front()));
  f.message = "The statements agree.";
  for (const std::uint32_t c : group) f.evidence.push_back(witness(c, 0));
  f.reason = {{"of", subject(a, b)}, {"said", said_by(group)}};
  f.confidence = rounded(sure);
  seal(f, documents_);
  return f;
}

}  // namespace mizan
