#include "claim/open.hpp"

#include <algorithm>
#include <cmath>

namespace mizan {
namespace {

constexpr int kReach = 60;  // words and signs: what stands further from a figure does not describe it
constexpr std::size_t kMostWords = 24;
constexpr int kHead = 7;          // how near a topic names what a figure counts
constexpr int kPeriodReach = 16;  // how near a period is that figure's
constexpr int kPeriodBeside = 6;  // and when it is nothing but that
constexpr int kChangeReach = 3;   // "rose by 5 percent"
constexpr int kBeside = 3;        // words between a period and what it is called
constexpr std::string_view kSamePeriod = "period", kYearBefore = "previous-year";  // topics
constexpr int kFormerReach = 4;                                                    // "the previous 250 thousand"
constexpr int kRecordReach = 8;    // words between "the highest" and "since 2010"
constexpr int kNearlyReach = 6;    // and "nearly a third"
constexpr int kFractionReach = 2;  // percent that "a third" may be off
constexpr int kSaid = 8;           // "he said in Moscow on Friday": the day of the words
constexpr int kSaidOn = 2;         // and surely no other

class Opener {
 public:
  Opener(const Extraction& extraction, const Knowledge& knowledge, const Context& context, std::uint32_t index)
      : extraction_(extraction), knowledge_(knowledge), context_(context), index_(index) {}

  std::vector<Claim> run() {
    claims_.reserve(extraction_.mentions.size());
    for (const SentenceView& view : extraction_.sentences)
      for (std::size_t i = 0; i < view.mentions.size(); ++i) add(view, i);
    mark_periods();
    return std::move(claims_);
  }

 private:
  const Mention& mention(std::uint32_t i) const { return extraction_.mentions[i]; }

  int distance(Span a, Span b) const {
    return a.end <= b.begin ? context_.gap(a.end, b.begin) : context_.gap(b.end, a.begin);
  }

  /// "Two thirds of the cost", which others give in percent.
  static bool is_fraction(const Mention& m) {
    const auto* q = std::get_if<Quantity>(&m.readings.front());
    return q != nullptr && m.path.starts_with("quantity.fraction") && q->dimension == Dimension::none &&
           q->unit.empty() && Decimal(0, 0) < q->low && q->low < Decimal(1, 0) && m.readings.size() == 1;
  }
  static Quantity as_percent(Quantity q) {
    const auto whole = [](const Decimal& d, int off) {
      return Decimal(std::clamp(std::lround(d.approximate() * 100) + off, 1L, 99L), 0);
    };
    // who says "a third" has rounded; "more than half" has not
    const bool bound = q.modifier != Modifier::exact && q.modifier != Modifier::approx;
    q.high = whole(q.high, bound ? 0 : kFractionReach);
    q.low = whole(q.low, bound ? 0 : q.nearly ? -kNearlyReach : -kFractionReach);
    q.dimension = Dimension::percent;
    q.unit = "percent";
    q.nearly = false;
    if (q.modifier == Modifier::exact || q.modifier == Modifier::approx) q.modifier = Modifier::range;
    return q;
  }

  /// What has no bound on one side only, in the base unit of its kind.
  std::vector<Measured> measured(const Mention& m) const {
    std::vector<Measured> result;
    for (const Reading& reading : m.readings) {
      const auto& q = std::get<Quantity>(reading);
      const Range told = loose_range(q);
      if (!told.first || !told.last) continue;
      for (const Conversion& c : knowledge_.conversions()) {
        if (c.unit != q.unit) continue;
        for (const Decimal& factor : c.factors) {
          const auto base = [&](const Decimal& d) {
            return d.approximate() * factor.approximate() + c.offset.approximate();
          };
          result.push_back({c.kind, base(q.low), base(*told.first), base(*told.last)});
        }
      }
    }
    return result;
  }

  /// Its frame; nullptr for what is compared with nothing.
  const char* frame_of(const Mention& m) const {
    if (const auto* q = std::get_if<Quantity>(&m.readings.front())) {
      switch (q->dimension) {
        case Dimension::money:
          return "open.money";
        case Dimension::percent:
        case Dimension::percentage_point:
          return "open.percent";
        case Dimension::measure:
          return "open.measure";
        case Dimension::none:
        case Dimension::count:
          return is_fraction(m) ? "open.percent" : "open.count";
      }
    }
    if (std::get_if<Ordinal>(&m.readings.front()) != nullptr) return "open.ordinal";
    const auto& t = std::get<Time>(m.readings.front());
    if (t.type == TimeType::duration) return t.value.empty() ? nullptr : "open.duration";
    if (t.type != TimeType::date || !t.days || !t.days->first || !t.days->last) return nullptr;
    if (is_open(t)) return nullptr;
    const auto& evidence = extraction_.date.evidence;
    if (extraction_.date.source == DocumentDate::Source::dateline &&
        std::find(evidence.begin(), evidence.end(), m.span) != evidence.end())
      return nullptr;
    return "open.date";
  }

  /// "Since 2010" is the date of no event.
  static bool is_open(const Time& t) { return t.mod == TimeMod::after || t.mod == TimeMod::since; }

  void add(const SentenceView& view, std::size_t position) {
    const std::uint32_t number = view.mentions[position];
    const Mention& m = mention(number);
    const char* frame = frame_of(m);
    if (frame == nullptr) return;
    Claim claim;
    claim.document = index_;
    claim.mention = number;
    claim.frame = frame;
    claim.readings = m.readings;
    if (is_fraction(m)) claim.readings = {as_percent(std::get<Quantity>(m.readings.front()))};
    if (claim.frame == "open.measure") claim.measured = measured(m);
    claim.span = m.span;
    claim.sentence = view.span;
    describe(view, claim);
    if (claim.about.empty()) return;
    if (claim.frame == "open.date" && is_home_date(view, m)) claim.passing = true;
    // "210 acres of farmland" are no part of anything
    claim.part = (m.partitive && claim.frame != "open.percent" && claim.frame != "open.measure") ||
                 (position + 1 < view.mentions.size() && mention(view.mentions[position + 1]).whole);
    if (claim.frame != "open.date") period(view, claim);
    colour(view, position, claim);
    if (const auto* t = std::get_if<Time>(&m.readings.front()))
      claim.passing = t->inferred || spoken(view, m, kSaidOn) ||
                      (t->grain == Grain::day &&
                       (m.path == "time.relative" || m.path.ends_with(".today") || m.path.ends_with(".deictic")));
    key(claim);
    claims_.push_back(std::move(claim));
  }

  /// The document's own date at its head: a dateline, whatever it looks like.
  bool is_home_date(const SentenceView& view, const Mention& m) const {
    const auto& days = std::get<Time>(m.readings.front()).days;
    const bool opening =
        !extraction_.sentences.empty() && view.paragraph <= extraction_.sentences.front().paragraph + 2;
    return opening && extraction_.date.days && days == extraction_.date.days;
  }

  /// "In 2023 turnover reached 512 million": the year only says when the figure holds.
  void mark_periods() {
    for (const Claim& figure : claims_) {
      if (!figure.at_span || figure.frame == "open.ordinal" || figure.frame == "open.duration") continue;
      if (distance(*figure.at_span, figure.span) > kPeriodBeside) continue;
      const auto date = std::lower_bound(claims_.begin(), claims_.end(), figure.at_span->begin,
                                         [](const Claim& c, std::uint32_t begin) { return c.span.begin < begin; });
      if (date != claims_.end() && date->span == *figure.at_span && date->frame == "open.date" && is_long(*date))
        date->passing = true;
    }
  }
  static bool is_long(const Claim& date) {
    const auto& days = std::get<Time>(date.readings.front()).days;
    return days && days->first && days->last && *days->last - *days->first > std::chrono::days(7);
  }

  /// The words around the figure, the nearest first.
  void describe(const SentenceView& view, Claim& claim) {
    // "mother of 12 killed": the twelve were not
    const bool before_only = mention(claim.mention).path.ends_with(".before");
    near_.clear();
    for (std::uint32_t i = 0; i < view.words.size(); ++i) {
      const Span word = view.words[i].span;
      const int gap = word.overlaps(claim.span) ? 0 : distance(word, claim.span);
      if (gap <= kReach) near_.emplace_back(gap, i);
    }
    std::sort(near_.begin(), near_.end());
    if (near_.size() > kMostWords) near_.resize(kMostWords);
    claim.about.reserve(near_.size());
    for (const auto& [gap, i] : near_) {
      claim.about.push_back(view.words[i]);
      claim.about.back().gap = static_cast<std::uint8_t>(gap);
      if (before_only && view.words[i].span.begin >= claim.span.end) claim.about.back().grows = false;
    }
  }

  /// The nearest date that is not the day of somebody's words.
  void period(const SentenceView& view, Claim& claim) const {
    int best = kPeriodReach;
    for (const std::uint32_t i : view.mentions) {
      const Mention& m = mention(i);
      const auto* t = std::get_if<Time>(&m.readings.front());
      if (t == nullptr || t->type != TimeType::date || !t->days || m.span == claim.span) continue;
      if (spoken(view, m, kSaid) || t->mod == TimeMod::since || t->mod == TimeMod::after || since_record(view, m))
        continue;
      const int gap = distance(m.span, claim.span);
      if (gap > best || (gap == best && !(figures_first(view) && m.span.begin >= claim.span.end))) continue;
      best = gap;
      claim.at = *t;
      claim.at_span = m.span;
    }
    if (!claim.at) return;
    if (beside(view, *claim.at_span, kSamePeriod)) claim.part = true;  // "in the same period of 2024"
    if (beside(view, claim.span, kYearBefore)) step_back(claim);       // "from 10.5 million the year before"
  }

  /// "The highest turnout since 2010", "in twenty years": when the last record was.
  bool since_record(const SentenceView& view, const Mention& m) const {
    return std::any_of(view.cues.begin(), view.cues.end(), [&](const Cue& c) {
      return c.kind == LabelKind::record && c.span.end <= m.span.begin && distance(c.span, m.span) <= kRecordReach;
    });
  }

  /// "to 11.8 percent in June from 11.3 percent in May": where a sentence begins with a figure, each has its period
  /// behind it.
  bool figures_first(const SentenceView& view) const {
    return !view.mentions.empty() && std::get_if<Time>(&mention(view.mentions.front()).readings.front()) == nullptr;
  }

  /// Does a word of a topic stand right beside?
  bool beside(const SentenceView& view, Span span, std::string_view topic) const {
    return std::any_of(view.words.begin(), view.words.end(), [&](const Word& word) {
      return word.kind == Word::Kind::topic && distance(word.span, span) <= kBeside &&
             knowledge_.topics()[word.index].id == topic;
    });
  }

  /// The same a year before; no period at all if what is named is a day.
  static void step_back(Claim& claim) {
    const auto& days = claim.at->days;
    const Grain grain = claim.at->grain;
    const bool part = grain == Grain::month || grain == Grain::quarter || grain == Grain::half;
    if ((grain != Grain::year && !part) || !days || !days->first || !days->last) {
      claim.at.reset();
      claim.at_span.reset();
      return;
    }
    const auto before = [](Day day) {
      const std::chrono::year_month_day date(day);
      return Day((date.year() - std::chrono::years(1)) / date.month() / std::min(date.day(), std::chrono::day(28)));
    };
    const std::chrono::days one(1);
    const Day last = part ? before(*days->last + one) - one : *days->first - one;
    claim.at->days = Days{before(*days->first), last};
    claim.at->value = dump(*claim.at->days);
  }

  bool spoken(const SentenceView& view, const Mention& m, int reach) const {
    const bool deictic = m.path == "time.weekday" || m.path.ends_with(".today") || m.path.ends_with(".deictic");
    return deictic && std::any_of(view.cues.begin(), view.cues.end(), [&](const Cue& c) {
             return c.kind == LabelKind::stance && static_cast<Stance>(c.payload) == Stance::reported &&
                    distance(c.span, m.span) <= reach;
           });
  }

  /// Is a word of an earlier time said of the figure? "Last Friday" is a date of its own, and in "310 after having been
  /// 250" the words belong to the figure behind them.
  bool is_own(const SentenceView& view, std::size_t position, const Cue& cue) const {
    const int gap = distance(cue.span, mention(view.mentions[position]).span);
    return gap <= kFormerReach && std::none_of(view.mentions.begin(), view.mentions.end(), [&](std::uint32_t i) {
             const Span other = mention(i).span;
             return other.overlaps(cue.span) ||
                    (i > view.mentions[position] && cue.span.end <= other.begin &&
                     cue.span.begin >= mention(view.mentions[position]).span.end && distance(cue.span, other) <= gap);
           });
  }

  /// Plan, denial, change: words between the figure before and this one, or in the same clause behind it.
  void colour(const SentenceView& view, std::size_t position, Claim& claim) const {
    std::uint32_t from = view.span.begin;
    std::uint32_t to = view.span.end;
    for (std::size_t i = 0; i < view.mentions.size(); ++i) {
      const Mention& m = mention(view.mentions[i]);
      if (std::get_if<Quantity>(&m.readings.front()) == nullptr) continue;
      if (i < position) from = std::max(from, m.span.end);
      if (i > position) to = std::min(to, m.span.begin);
    }
    for (const Cue& c : view.cues) {
      const bool before = c.span.begin >= from && c.span.end <= claim.span.begin;
      const bool after =
          c.span.begin >= claim.span.end && c.span.end <= to && context_.gap(claim.span.end, c.span.begin) < 6;
      if (!before && !after) continue;
      if (c.kind == LabelKind::record) claim.record = true;
      if (c.kind == LabelKind::former && is_own(view, position, c))
        claim.former =
            claim.frame == "open.money" || claim.frame == "open.count" || claim.frame == "open.measure" ||
            claim.frame == "open.duration";  // an event keeps its day; "18 percent more than before" is of now
      if (c.kind == LabelKind::change && distance(c.span, claim.span) <= kChangeReach) claim.change = true;
      if (c.kind != LabelKind::stance) continue;
      if (static_cast<Stance>(c.payload) != Stance::reported || claim.stance == Stance::asserted)
        claim.stance = static_cast<Stance>(c.payload);
    }
    if (claim.at && claim.at->days && claim.at->days->first && extraction_.date.days && extraction_.date.days->last &&
        *claim.at->days->first > *extraction_.date.days->last)
      claim.stance = Stance::planned;
  }

  /// For people: what is counted, and the listed names near the figure.
  void key(Claim& claim) const {
    std::string of, who;
    int topics = 0, names = 0;
    for (const Word& word : claim.about)  // "reach" and "current" tell nobody what a figure is of
      if (word.kind == Word::Kind::topic && !word.general && topics < 2 && word.gap <= kHead)
        add_id(of, knowledge_.topics()[word.index].id, topics);
    for (const Word& word : claim.about)
      if (word.kind == Word::Kind::name && names < 2) add_id(who, knowledge_.entities()[word.index].id, names);
    if (!of.empty()) claim.key.push_back({"of", std::move(of)});
    if (!who.empty()) claim.key.push_back({"who", std::move(who)});
  }

  /// The second of at most two, or the first.
  static void add_id(std::string& joined, const std::string& id, int& count) {
    if (joined == id) return;
    if (!joined.empty()) joined += '+';
    joined += id;
    ++count;
  }

  const Extraction& extraction_;
  const Knowledge& knowledge_;
  const Context& context_;
  std::uint32_t index_;
  std::vector<Claim> claims_;
  std::vector<std::pair<int, std::uint32_t>> near_;  // of the claim at hand: words by the gap between
};

}  // namespace

std::vector<Claim> open_claims(const Extraction& extraction, const Knowledge& knowledge, const Context& context,
                               std::uint32_t index) {
  return Opener(extraction, knowledge, context, index).run();
}

}  // namespace mizan
