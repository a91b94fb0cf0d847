// The computed checks: what one document, or a date across documents, says against itself. Private to the room.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "judge/judge.hpp"

namespace mizan {

struct Place {
  std::uint32_t document = 0;
  std::uint32_t mention = 0;
};

/// No more values than these are compared each with each: of a crowd all pairs would tell nobody more. Values that hold
/// at several times, as states and records do, may well be more.
constexpr std::size_t kCrowd = 32;
constexpr std::size_t kCrowdInTime = 256;

/// Is a claim held against others? Plans and denials are not.
inline bool compared(const Claim& claim) {
  return claim.stance == Stance::asserted || claim.stance == Stance::reported;
}
inline const Quantity* quantity(const Claim& claim) { return std::get_if<Quantity>(&claim.readings.front()); }
inline bool same_unit(const Claim& a, const Claim& b) {
  const Quantity* p = quantity(a);
  const Quantity* q = quantity(b);
  return p != nullptr && q != nullptr &&
         (p->unit == q->unit || (p->dimension == Dimension::count && q->dimension == Dimension::count));
}

/// Frame and slots: claims of one key are held against each other.
std::string claim_key(const Claim& claim);

/// A date with its weekday, if the two agree: such are told once, over all documents.
std::optional<std::pair<Day, unsigned>> agreed_weekday(const Mention& mention);

/// What a conversion at a rate is of ("USD/KZT 30e9"): other documents may convert the same sum. nullopt for a sum of
/// one digit, and for any other computation.
std::optional<std::string> converted_sum(const DocumentView& document, const Computation& computation);

/// weekday, calendar, dateline, relative-day, part-whole, range-order.
void check_mentions(const std::vector<DocumentView>& documents, std::vector<Finding>& findings);

/// record: a "highest so far" that another figure of the series tops.
void check_records(const std::vector<DocumentView>& documents, const std::vector<Claim>& claims,
                   const std::vector<std::string>& claim_ids, const std::vector<std::uint32_t>& bucket,
                   const Frame& frame, std::vector<Finding>& findings);

/// Finishes a finding: its identifier, from rule, documents and values, in an order of their own.
void seal(Finding& finding, const std::vector<DocumentView>& documents);

Evidence evidence(const std::vector<DocumentView>& documents, const Place& place, std::uint32_t side);

}  // namespace mizan
