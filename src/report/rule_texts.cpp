// What rules say of themselves: `explain` prints it, SARIF carries it. Frames explain themselves from their file; the
// computed checks, which are code, are described here.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "report/report.hpp"

namespace mizan {
namespace {

struct Check {
  std::string_view name;
  std::string_view title;
  std::string_view text;
};

constexpr std::string_view kOpen =
    "No rule is needed: figures and dates of articles that report one story are aligned by what stands around them\n"
    "(topics, names, units, periods, other figures of the sentence), in any two languages, and compared. Plans are not\n"
    "held against facts, parts against wholes, one day's death toll against the next day's. A contradiction if no reading\n"
    "and no rounding lets both be true; a tension for loose rounding, two bounds, percent against percentage points, or\n"
    "periods that hardly overlap. \"one fact\" tells how sure the alignment is and which signs told most, or what tells\n"
    "more than signs: sentences that agree in other values, the same words right around both figures, one number in two\n"
    "units, one place in two versions of a text. Below 0.6 a finding is left out (--min-confidence), from 0.8 on it is an\n"
    "error, else a warning.";

// Only checks that judge makes: a name here that no finding carries would promise what is not done.
constexpr std::array kChecks = {
    Check{"anniversary", "An anniversary against the year of its event",
          "\"The 70th anniversary of its foundation in 1943\" in 2023: the year and the number make the year of the\n"
          "feast, or that of the document where none is named. A year more or less is innocent."},
    Check{
        "calendar", "One date in two calendars",
        "A day that is named in two calendars side by side (18 Aban 1402 / 9 November 2023) must be one day. With an\n"
        "Islamic date they may be a day apart, since months begin by sighting."},
    Check{
        "change", "A change against the two levels it lies between",
        "\"12.4 million, up 28 percent from 10.5 million\"; percentage points between two percentages; \"doubled from 5\n"
        "to 12\". Wrong only if no rounding of the three figures makes them fit. A percentage that is far from what\n"
        "the two figures make is taken to speak of something else."},
    Check{
        "compare", "Two texts of one matter",
        "What \"mizan compare\" reports: a value of one text that cannot be true beside that of the other, if the words\n"
        "around both, their periods and what else agrees make it likely that they are of one thing. A bound is kept by\n"
        "any figure beyond it. Counts that grow from date to date, sums, plans and denials are no contradictions."},
    Check{
        "conversion", "One measure in two units",
        "\"1,480-kilometre (820-mile)\": length, area, volume, mass, power, speed and temperature, by\n"
        "rules/conversion.toml. A word that means several units (ton, mile, gallon) is right if one of them fits, and\n"
        "rounding as news does it is innocent."},
    Check{"date-order", "A period that ends before it begins",
          "\"From 12 May 2023 to 9 May 2022\", where both ends have their year."},
    Check{
        "dateline", "A dateline against what the text calls today",
        "A tension if the text calls another day today than its dateline says; a day apart is innocent, since what is\n"
        "written in the evening is dated the next morning."},
    Check{
        "list", "A count against the names that follow it",
        "\"Three countries: Iran, Russia, China and Oman\": as many names as are counted, where every name of the list is\n"
        "known and nothing else stands in it."},
    Check{"open.count", "Counts of one thing that disagree", kOpen},
    Check{"open.date", "Dates of one event that disagree", kOpen},
    Check{"open.duration", "Lengths of time that disagree", kOpen},
    Check{"open.measure", "Measures of one thing that disagree", kOpen},
    Check{"open.money", "Sums of one thing that disagree", kOpen},
    Check{"open.ordinal", "Ranks of one thing that disagree", kOpen},
    Check{"open.percent", "Percentages of one thing that disagree", kOpen},
    Check{"part-whole", "A part above its whole",
          "\"92 of the 89 regions\": a part cannot be larger than the whole it is taken from, rounding included."},
    Check{"product", "An average against its total",
          "\"32 matches, 1,024,000 spectators, 35,000 a match\": how many times how much each is how much in all."},
    Check{"range-order", "A range that runs backwards",
          "\"From 30 to 20\": a tension only, since right-to-left text may show it in order all the same."},
    Check{
        "rate", "Two rates of exchange in one text",
        "Sums that a text gives in two currencies imply a rate; two that are half as much again apart are a tension.\n"
        "So is one sum that two texts convert to amounts far apart."},
    Check{"record", "A record against a higher figure",
          "A figure said to be the highest so far, below one of the same frame and party for an earlier period of the "
          "same\n"
          "length. A tension, since records may be counted otherwise; a contradiction only where one document says "
          "both,\n"
          "beyond all rounding."},
    Check{"relative-day", "Yesterday, today and tomorrow against the weekday beside them",
          "The day counted from the document's date has the weekday that the sentence names: verified."},
    Check{"share", "A percentage against its part and whole",
          "\"8.5 billion, or 4.3 percent of the GDP of 250 billion\", \"76 of the 89 regions (85 percent)\"."},
    Check{
        "sum", "Parts against their total",
        "\"1,250 homes, of which 850 in the town and 500 in the villages\"; a list in brackets or behind a colon; men,\n"
        "women and children; exports and imports against turnover; votes and the house that casts them; a majority or\n"
        "deficit between two figures; shares of which the last are \"the remaining\" and make a hundred; \"40 and 25, 60 in\n"
        "all\". Where the text does not say that\n"
        "the parts are all, they may be less, but never more. Parts that miss the total by far are an example."},
    Check{"weekday", "A weekday against its date",
          "\"Thursday, 9 November 2023\": the date must fall on the weekday that stands beside it. Where the text "
          "leaves the\n"
          "year open it is taken from the document's date, and a wrong pair is a tension unless a dateline gives that "
          "date."},
    Check{
        "years", "An age or a term against its years",
        "\"Born in 1948, died on 8 March 2024, aged 81\" in an obituary; \"18 years, from 1987 to 2011\". A year more\n"
        "or less is innocent, and an age beside a birth is taken for another person's where nobody dies."},
};

std::string_view type_name(SlotType type) {
  switch (type) {
    case SlotType::country:
      return "country";
    case SlotType::place:
      return "place";
    case SlotType::organisation:
      return "organisation";
    case SlotType::person:
      return "person";
    case SlotType::time:
      return "time";
    case SlotType::quantity:
      return "quantity";
  }
  return "quantity";
}

std::string slot_line(const SlotRule& slot) {
  std::string out = fmt::format("{} of type {}", slot.name, type_name(slot.type));
  if (slot.count > 1) out += fmt::format(", {} of them{}", slot.count, slot.any_order ? " in any order" : " in order");
  if (slot.as_country) out += ", a place stands for its country";
  if (slot.type == SlotType::time && slot.grain != Grain::other) {
    out += fmt::format(", to the {} or finer", name(slot.grain));
  }
  if (slot.document_default) out += ", the document's date where none is said";
  if (slot.dimension) out += fmt::format(", {}", name(*slot.dimension));
  if (!slot.units.empty()) out += fmt::format(", in {}", fmt::join(slot.units, " or "));
  return out;
}

std::string days(int n) { return fmt::format("{} {}", n, n == 1 ? "day" : "days"); }

void write_example(const std::vector<ExampleText>& texts, std::string_view label, std::string& out) {
  for (const ExampleText& text : texts) {
    fmt::format_to(std::back_inserter(out), "  {} {}{} | {}\n", label, text.language,
                   text.date ? ", published " + iso(*text.date) : "", escape_terminal(text.text, false));
  }
}

std::string frame_text(const Frame& frame) {
  std::string out;
  const auto put = [&](std::string_view label, std::string_view text) {
    fmt::format_to(std::back_inserter(out), "{:<9} {}\n", label, text);
  };
  put("level", name(frame.level));
  if (!frame.message.empty()) put("message", frame.message);
  for (const SlotRule& slot : frame.slots) put("slot", slot_line(slot));
  put("one fact",
      fmt::format("equal {}; times {}", frame.key.empty() ? "frame" : fmt::format("{}", fmt::join(frame.key, ", ")),
                  frame.times_equal ? "equal" : "that overlap"));
  if (frame.value_is_time) put("and", "the time is the value: what may differ is when it happened");
  if (frame.within_days > 0)
    put("and", fmt::format("events within {} of each other are one event", days(frame.within_days)));
  if (frame.holds_days > 0) put("and", fmt::format("a state said on a day holds for {}", days(frame.holds_days)));
  put("differ", frame.exact ? "values that are not equal"
                            : "values whose intervals, as far as rounding leaves them open, cannot meet");
  for (const Example& example : frame.examples) {
    fmt::format_to(std::back_inserter(out), "\nexample  {}\n",
                   example.verdict.empty() ? example.claim : example.verdict);
    write_example(example.texts, "text", out);
    write_example(example.a, "a", out);
    write_example(example.b, "b", out);
  }
  return out;
}

}  // namespace

std::vector<RuleText> rule_texts(const Knowledge* knowledge) {
  std::vector<RuleText> result;
  if (knowledge != nullptr) {
    for (const Frame& frame : knowledge->frames())
      result.push_back({frame.id, frame.title, frame_text(frame), frame.file});
  }
  for (const Check& check : kChecks) {
    result.push_back({std::string(check.name), std::string(check.title), std::string(check.text) + "\n", ""});
  }
  return result;
}

std::optional<RuleText> rule_text(const Knowledge* knowledge, std::string_view id) {
  for (const Check& check : kChecks) {
    if (check.name == id)
      return RuleText{std::string(id), std::string(check.title), std::string(check.text) + "\n", ""};
  }
  if (knowledge != nullptr) {
    for (const Frame& frame : knowledge->frames()) {
      if (frame.id == id) return RuleText{frame.id, frame.title, frame_text(frame), frame.file};
    }
  }
  return std::nullopt;
}

}  // namespace mizan
