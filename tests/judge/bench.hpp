// Claims, mentions and documents made by hand: a judge needs no text.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "judge/judge.hpp"
#include "text/text.hpp"

namespace mizan {

inline Day day(int year, unsigned month, unsigned d) {
  return std::chrono::year(year) / static_cast<int>(month) / static_cast<int>(d);
}

inline Quantity money(const char* value, int power = 9, Modifier modifier = Modifier::exact) {
  const Decimal v = Decimal::parse(value)->scaled(power);
  return {v, v, modifier, Dimension::money, "USD"};
}
inline Quantity count(std::int64_t value, const char* unit = "country", Modifier modifier = Modifier::exact) {
  return {Decimal(value, 0), Decimal(value, 0), modifier, Dimension::count, unit};
}

inline Time on(Day d) {
  Time t;
  t.value = iso(d);
  t.grain = Grain::day;
  t.days = Days{d, d};
  return t;
}
inline Time from_to(Day a, Day b) {
  Time t = on(a);
  t.value = iso(a) + "/" + iso(b);
  t.days = Days{a, b};
  return t;
}
inline Time month_of(int year, unsigned m) {
  Time t;
  t.days = calendar_period(Calendar::gregorian, year, m);
  t.value = std::to_string(year) + (m < 10 ? "-0" : "-") + std::to_string(m);
  t.grain = Grain::month;
  return t;
}
inline Time year_of(int year) {
  Time t;
  t.days = calendar_period(Calendar::gregorian, year);
  t.value = std::to_string(year);
  t.grain = Grain::year;
  return t;
}
/// A date whose year the text leaves open: "XXXX-11-27".
inline Time yearless(const char* value) {
  Time t;
  t.value = value;
  t.grain = Grain::day;
  t.relative = true;
  return t;
}

/// The frames of these tests: a figure of a period, a state that holds for a while, an event.
inline std::vector<Frame> frames() {
  Frame turnover;
  turnover.id = "trade.turnover";
  turnover.title = "Trade turnover";
  turnover.message = "{parties}, {at}: {a.value} here, {b.value} there";
  turnover.key = {"parties"};
  Frame members;
  members.id = "org.members";
  members.title = "Members";
  members.message = "{org}: {a.value} here, {b.value} there";
  members.level = Level::warning;
  members.key = {"org"};
  members.times_equal = false;
  members.holds_days = 90;
  Frame visit;
  visit.id = "person.visit";
  visit.title = "Visit";
  visit.message = "{visitor} in {to}: {a.value} here, {b.value} there";
  visit.key = {"visitor", "to"};
  visit.value_is_time = true;
  visit.within_days = 14;
  return {turnover, members, visit};
}

/// A corpus that grows claim by claim; each claim has bytes of its own.
class Corpus {
 public:
  Claim& turnover(std::uint32_t document, Time at, Quantity value, const char* parties = "KZ+RU") {
    Claim& c = add(document, "trade.turnover", {{"parties", parties}}, value);
    c.at = std::move(at);
    return c;
  }
  Claim& members(std::uint32_t document, std::optional<Day> at, Quantity value, const char* org = "sco") {
    Claim& c = add(document, "org.members", {{"org", org}}, value);
    if (at) c.at = on(*at);
    return c;
  }
  Claim& visit(std::uint32_t document, Time when, const char* to = "KZ") {
    return add(document, "person.visit", {{"to", to}, {"visitor", "vladimir-putin"}}, std::move(when));
  }
  Mention& mention(std::uint32_t document, Reading reading, const char* path, std::uint32_t begin, std::uint32_t end) {
    return mention(document, std::vector<Reading>{std::move(reading)}, path, begin, end);
  }
  Mention& mention(std::uint32_t document, std::vector<Reading> readings, const char* path, std::uint32_t begin,
                   std::uint32_t end) {
    Mention m;
    m.span = {begin, end};
    m.readings = std::move(readings);
    m.path = path;
    page(document).push_back(std::move(m));
    return page(document).back();
  }
  void dated(std::uint32_t document, DocumentDate::Source source, Day d, Span evidence = {}) {
    page(document);
    dates_[document].source = source;
    dates_[document].days = Days{d, d};
    if (evidence.size() > 0) dates_[document].evidence = {evidence};
  }
  Judgement run() const {
    std::vector<DocumentView> views;
    for (std::size_t d = 0; d < pages_.size(); ++d)
      views.push_back({"doc" + std::to_string(d), dates_[d], pages_[d].get(), {Span{0, 1000}, Span{1000, 2000}}});
    return judge(views, claims, frames());
  }
  /// The findings of one rule, "verdict title" each; all of them if no rule is named.
  std::vector<std::string> found(const std::string& rule = {}) const {
    std::vector<std::string> result;
    for (const Finding& f : run().findings)
      if (rule.empty() || f.rule == rule) result.push_back(std::string(name(f.verdict)) + " " + f.rule);
    return result;
  }

  std::vector<Claim> claims;

 private:
  std::vector<Mention>& page(std::uint32_t document) {
    while (pages_.size() <= document) {
      pages_.push_back(std::make_unique<std::vector<Mention>>());
      dates_.emplace_back();
    }
    return *pages_[document];
  }
  Claim& add(std::uint32_t document, const char* frame, std::vector<Slot> key, Reading value) {
    page(document);
    Claim c;
    c.document = document;
    c.frame = frame;
    c.key = std::move(key);
    c.readings = {std::move(value)};
    const auto at = static_cast<std::uint32_t>(10 * claims.size());
    c.span = {at, at + 5};
    c.sentence = {at, at + 9};
    claims.push_back(std::move(c));
    return claims.back();
  }

  std::vector<std::unique_ptr<std::vector<Mention>>> pages_;
  std::vector<DocumentDate> dates_;
};

using List = std::vector<std::string>;

}  // namespace mizan
