#include "judge/checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace mizan {
namespace {

constexpr std::uint32_t kRowBytes = 8;         // "3 and 4 March": an "and" between two days
constexpr std::uint32_t kAppositionBytes = 4;  // "9 November (18 Aban)": a space and a bracket between two dates
constexpr int kSameWeek = 7;                   // so near to the file's date its year is not in doubt
constexpr int kYearlessDays = 60;              // a weekday checks a yearless date only near the document's own

const Time* time_of(const Mention& m) { return std::get_if<Time>(&m.readings.front()); }
const Quantity* quantity_of(const Mention& m) { return std::get_if<Quantity>(&m.readings.front()); }

bool is_day(const Mention& m) {
  const Time* t = time_of(m);
  return t != nullptr && t->type == TimeType::date && t->grain == Grain::day && t->days && t->days->is_point();
}
bool has_path(const Mention& m, std::string_view part);
/// A day by its number, not by "today" or its weekday.
bool names_day(const Mention& m) { return has_path(m, "_month") || has_path(m, "month_day") || has_path(m, "digits"); }
bool has_path(const Mention& m, std::string_view part) { return m.path.find(part) != std::string::npos; }
Day day_of(const Mention& m) { return *time_of(m)->days->first; }

bool gives_weekday(const Mention& m) { return is_day(m) && time_of(m)->weekday && !has_path(m, "time.weekday"); }

std::string_view weekday_name(unsigned iso) {
  static constexpr std::string_view names[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                               "Friday", "Saturday", "Sunday"};
  return names[(iso + 6) % 7];
}

Finding made(Verdict verdict, Level level, std::string rule, std::string title, std::string message) {
  Finding f;
  f.verdict = verdict;
  f.level = level;
  f.rule = std::move(rule);
  f.title = std::move(title);
  f.message = std::move(message);
  return f;
}

class Checks {
 public:
  Checks(const std::vector<DocumentView>& documents, std::vector<Finding>& findings)
      : documents_(documents), findings_(findings) {}

  void run() {
    for (std::uint32_t d = 0; d < documents_.size(); ++d) {
      const auto& mentions = *documents_[d].mentions;
      for (std::uint32_t m = 0; m < mentions.size(); ++m) {
        weekday(d, m);
        order(d, m);
        if (m + 1 < mentions.size()) {
          calendars(d, m);
          part_whole(d, m);
        }
        dateline(d, m);
        range_order(d, m);
      }
      relative_days(d);
    }
    for (auto& [key, places] : weekdays_) agreed_weekdays(key.first, key.second, places);
    for (auto& [day, places] : datelines_) agreed_dateline(day, places);
  }

 private:
  const Mention& mention(std::uint32_t d, std::uint32_t m) const { return (*documents_[d].mentions)[m]; }
  void emit(Finding f, std::initializer_list<Place> places) { emit(std::move(f), std::vector<Place>(places)); }
  void emit(Finding f, const std::vector<Place>& places) {
    for (const Place& p : places) f.evidence.push_back(evidence(documents_, p, 0));
    seal(f, documents_);
    findings_.push_back(std::move(f));
  }

  // A date and its weekday. Agreeing ones are told once a date, over all documents.
  void weekday(std::uint32_t d, std::uint32_t m) {
    const Mention& x = mention(d, m);
    if (!gives_weekday(x)) return;
    if (const auto agreed = agreed_weekday(x)) {
      weekdays_[*agreed].push_back({d, m});
      return;
    }
    const Time& t = *time_of(x);
    const unsigned said = *t.weekday;
    if (t.relative) {  // the year is ours, not the text's: sure only near the document's date
      const auto& date = documents_[d].date;
      if (!date.days || !date.days->is_point() || std::abs((day_of(x) - *date.days->first).count()) > kYearlessDays)
        return;
    }
    // "today, Thursday" in a file dated Friday was written the day before
    const unsigned apart = (weekday_of(day_of(x)) + 7 - said) % 7;
    if (t.relative && !names_day(x) && (apart <= 1 || apart == 6)) return;
    const std::string date = iso(day_of(x));
    const auto actual = weekday_name(weekday_of(day_of(x)));
    // a yearless date under a date that only the file's metadata gives may be of another year: look, do not accuse
    const bool unsure = t.relative && documents_[d].date.source != DocumentDate::Source::dateline &&
                        std::abs((day_of(x) - *documents_[d].date.days->first).count()) > kSameWeek;
    Finding f = made(unsure ? Verdict::tension : Verdict::contradiction, unsure ? Level::warning : Level::error,
                     "weekday", fmt::format("{} is a {}, not a {}", date, actual, weekday_name(said)),
                     fmt::format("The text calls {} a {}; it is a {}.", date, weekday_name(said), actual));
    f.reason = {{"date", date}, {"said", std::string(weekday_name(said))}, {"computed", std::string(actual)}};
    f.confidence = unsure ? 0.6 : 0.95;
    emit(std::move(f), {{d, m}});
  }

  void agreed_weekdays(Day day, unsigned said, const std::vector<Place>& places) {
    Finding f = made(Verdict::verified, Level::none, "weekday", fmt::format("{} is a {}", iso(day), weekday_name(said)),
                     "The weekday fits the date.");
    f.reason = {{"date", iso(day)},
                {"weekday", std::string(weekday_name(said))},
                {"statements", std::to_string(places.size())}};
    emit(std::move(f), places);
  }

  /// "3 and 4 March (12 and 13 Esfand)": does a day of the same calendar stand beside the one at m, on the side away
  /// from the other calendar? The last of a row and the first of the next are no pair.
  bool in_row_of_days(std::uint32_t d, std::uint32_t m, bool before) const {
    if (before ? m == 0 : m + 1 >= documents_[d].mentions->size()) return false;
    const Mention& here = mention(d, m);
    const Mention& other = mention(d, before ? m - 1 : m + 1);
    const Mention& first = before ? other : here;
    const Mention& second = before ? here : other;
    return is_day(other) && other.sentence == here.sentence && time_of(other)->calendar == time_of(here)->calendar &&
           second.span.begin >= first.span.end && second.span.begin - first.span.end <= kRowBytes;
  }

  // One day in two calendars, side by side.
  void calendars(std::uint32_t d, std::uint32_t m) {
    const Mention& a = mention(d, m);
    const Mention& b = mention(d, m + 1);
    if (!is_day(a) || !is_day(b) || a.sentence != b.sentence || time_of(a)->calendar == time_of(b)->calendar) return;
    if (!names_day(a) || !names_day(b)) return;  // "today (19 Khordad)" is no pair of dates
    if (b.span.begin < a.span.end || b.span.begin - a.span.end > kAppositionBytes) return;
    if (in_row_of_days(d, m, true) || in_row_of_days(d, m + 1, false)) return;
    const auto apart = std::abs((day_of(a) - day_of(b)).count());
    const bool islamic = time_of(a)->calendar == Calendar::islamic || time_of(b)->calendar == Calendar::islamic;
    const bool holds = apart <= (islamic ? 1 : 0);  // the moon is sighted a day early or late
    const auto names = fmt::format("{} and {}", name(time_of(a)->calendar), name(time_of(b)->calendar));
    Finding f = holds ? made(Verdict::verified, Level::none, "calendar",
                             fmt::format("{} in two calendars ({})", iso(day_of(a)), names),
                             "Both calendars name the same day.")
                      : made(Verdict::contradiction, Level::error, "calendar",
                             fmt::format("{} in one calendar, {} in the other", iso(day_of(a)), iso(day_of(b))),
                             fmt::format("The two dates should be one day ({}), but are {} days apart.", names, apart));
    f.reason = {{"calendars", names}, {"first", iso(day_of(a))}, {"second", iso(day_of(b))}};
    emit(std::move(f), {{d, m}, {d, m + 1}});
  }

  // "today, Friday 14 October 2022" under a dateline of that day.
  void dateline(std::uint32_t d, std::uint32_t m) {
    const auto& date = documents_[d].date;
    if (date.source != DocumentDate::Source::dateline || !date.days || !date.days->is_point()) return;
    const Mention& x = mention(d, m);
    if (!is_day(x)) return;
    const bool is_line = std::find(date.evidence.begin(), date.evidence.end(), x.span) != date.evidence.end();
    if (is_line) {
      datelines_[{d, *date.days->first}].insert(datelines_[{d, *date.days->first}].begin(), {d, m});
    } else if (has_path(x, ".today")) {
      const auto apart = std::abs((day_of(x) - *date.days->first).count());
      if (apart == 0) datelines_[{d, *date.days->first}].push_back({d, m});
      if (apart <= 1) return;  // written in the evening, dated the next morning
      Finding f =
          made(Verdict::tension, Level::warning, "dateline",
               fmt::format("today is {} in the text, {} in the dateline", iso(day_of(x)), iso(*date.days->first)),
               "The text calls another day today than its dateline says.");
      f.reason = {{"today", iso(day_of(x))}, {"dateline", iso(*date.days->first)}};
      emit(std::move(f), {{d, m}});
    }
  }

  void agreed_dateline(const std::pair<std::uint32_t, Day>& key, const std::vector<Place>& places) {
    if (places.size() < 2) return;
    Finding f =
        made(Verdict::verified, Level::none, "dateline", fmt::format("dateline and text agree on {}", iso(key.second)),
             "What the text calls today is the day of its dateline.");
    f.reason = {{"date", iso(key.second)}};
    emit(std::move(f), places);
  }

  // "the day before ... on Thursday", in one sentence of a dated document.
  void relative_days(std::uint32_t d) {
    const auto& mentions = *documents_[d].mentions;
    for (std::uint32_t m = 0; m + 1 < mentions.size(); ++m) {
      const Mention& a = mentions[m];
      const Mention& b = mentions[m + 1];
      if (a.sentence != b.sentence || !is_day(a) || !is_day(b) || day_of(a) != day_of(b)) continue;
      const bool pair = (has_path(a, "time.relative") && has_path(b, "time.weekday")) ||
                        (has_path(a, "time.weekday") && has_path(b, "time.relative"));
      if (!pair) continue;
      const unsigned said = *time_of(has_path(a, "time.weekday") ? a : b)->weekday;
      Finding f = made(Verdict::verified, Level::none, "relative-day",
                       fmt::format("{} is that {}", iso(day_of(a)), weekday_name(said)),
                       "The day counted from the document's date has the weekday that the sentence names.");
      f.reason = {{"date", iso(day_of(a))}, {"weekday", std::string(weekday_name(said))}};
      emit(std::move(f), {{d, m}, {d, m + 1}});
    }
  }

  void part_whole(std::uint32_t d, std::uint32_t m) {
    const Mention& part = mention(d, m);
    const Mention& whole = mention(d, m + 1);
    if (!whole.whole) return;
    const Quantity* a = quantity_of(part);
    const Quantity* b = quantity_of(whole);
    if (a == nullptr || b == nullptr) return;
    const Range left = range(*a), right = range(*b);
    if (!left.first || !right.last || !(*right.last < *left.first)) return;
    Finding f = made(Verdict::contradiction, Level::error, "part-whole", fmt::format("{} of {}", dump(*a), dump(*b)),
                     "A part is said to be larger than its whole.");
    f.reason = {{"part", dump(left)}, {"whole", dump(right)}};
    f.confidence = 0.9;
    emit(std::move(f), {{d, m}, {d, m + 1}});
  }

  void range_order(std::uint32_t d, std::uint32_t m) {
    const Mention& x = mention(d, m);
    if (!has_path(x, ".reversed")) return;
    Finding f = made(Verdict::tension, Level::warning, "range-order",
                     fmt::format("range written from its higher end: {}", dump(x.readings.front())),
                     "The range runs backwards; right-to-left text may show it in order all the same.");
    f.reason = {{"read as", dump(x.readings.front())}};
    emit(std::move(f), {{d, m}});
  }

  /// "From 12 May 2023 to 9 May 2022": ends of a period, both with their years, in the wrong order. Mere years have a
  /// check of their own, range-order.
  void order(std::uint32_t d, std::uint32_t m) {
    const auto* t = std::get_if<Time>(&(*documents_[d].mentions)[m].readings.front());
    if (t == nullptr || t->type != TimeType::date || t->relative || (*documents_[d].mentions)[m].readings.size() != 1)
      return;
    const std::size_t slash = t->value.find('/');
    if (slash == std::string::npos || slash < 7) return;
    const std::string begin = t->value.substr(0, slash), end = t->value.substr(slash + 1);
    const auto dated = [](const std::string& s) {  // years before our era run the other way, and are mere years
      return s.size() >= 7 && s.front() != '-' && s.find_first_not_of("0123456789-") == std::string::npos;
    };
    if (!dated(begin) || !dated(end)) return;
    const std::size_t common = std::min(begin.size(), end.size());
    if (begin.compare(0, common, end, 0, common) <= 0) return;
    Finding f;
    f.verdict = Verdict::contradiction;
    f.level = Level::error;
    f.rule = "date-order";
    f.title = fmt::format("{} is not before {}", begin, end);
    f.message = "The period ends before it begins.";
    f.reason = {{"begins", begin}, {"ends", end}};
    f.confidence = 0.8;
    f.evidence = {evidence(documents_, {d, m}, 0)};
    seal(f, documents_);
    findings_.push_back(std::move(f));
  }

  const std::vector<DocumentView>& documents_;
  std::vector<Finding>& findings_;
  std::map<std::pair<Day, unsigned>, std::vector<Place>> weekdays_;
  std::map<std::pair<std::uint32_t, Day>, std::vector<Place>> datelines_;
};

}  // namespace

std::string claim_key(const Claim& claim) {
  std::string text = claim.frame;
  for (const Slot& slot : claim.key) text += "\x1f" + slot.name + "=" + slot.value;
  return text;
}

std::optional<std::pair<Day, unsigned>> agreed_weekday(const Mention& mention) {
  if (!gives_weekday(mention)) return std::nullopt;
  const unsigned said = *time_of(mention)->weekday;
  const bool right = std::any_of(mention.readings.begin(), mention.readings.end(), [&](const Reading& r) {
    const auto* time = std::get_if<Time>(&r);
    if (time == nullptr || !time->days) return false;
    const unsigned off = (weekday_of(*time->days->first) + 7 - said) % 7;
    // the moon is sighted a day early or late
    return off == 0 || (time->calendar == Calendar::islamic && (off == 1 || off == 6));
  });
  return right ? std::optional(std::pair(day_of(mention), said)) : std::nullopt;
}

Evidence evidence(const std::vector<DocumentView>& documents, const Place& place, std::uint32_t side) {
  const DocumentView& view = documents[place.document];
  const Mention& m = (*view.mentions)[place.mention];
  Evidence e;
  e.document = place.document;
  e.span = m.span;
  e.sentence = m.sentence < view.sentences.size() ? view.sentences[m.sentence] : m.span;
  e.value = dump(m.readings.front());
  e.side = side;
  return e;
}

void seal(Finding& finding, const std::vector<DocumentView>& documents) {
  // no position and no order of documents or sides goes into it: moved text keeps the identifier, a changed value does
  // not
  std::vector<std::string> cores;
  for (const Evidence& e : finding.evidence)
    cores.push_back(e.claim.empty() ? documents[e.document].id + "\x1f" + e.value : e.claim);
  std::sort(cores.begin(), cores.end());
  cores.erase(std::unique(cores.begin(), cores.end()), cores.end());
  std::string text = finding.rule + "\x1f" + std::string(name(finding.verdict));
  for (const auto& core : cores) text += "\x1f" + core;
  finding.id = stable_id("fc-", text);
}

void check_mentions(const std::vector<DocumentView>& documents, std::vector<Finding>& findings) {
  Checks(documents, findings).run();
}

}  // namespace mizan
