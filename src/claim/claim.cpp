#include "claim/claim.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include "claim/context.hpp"
#include "claim/open.hpp"

namespace mizan {
namespace {

constexpr double kCarriedCue = 0.85;  // the cue stands in the sentence before
constexpr double kCarriedTime = 0.9;  // the period does

const SlotRule* slot_of(const Frame& frame, std::string_view name) {
  const auto found =
      std::find_if(frame.slots.begin(), frame.slots.end(), [&](const SlotRule& s) { return s.name == name; });
  return found == frame.slots.end() ? nullptr : &*found;
}

class Builder {
 public:
  Builder(const Document& document, const Extraction& extraction, const Knowledge& knowledge, std::uint32_t index)
      : extraction_(extraction),
        knowledge_(knowledge),
        index_(index),
        context_(document, extraction),
        shared_(shared(extraction)) {}

  std::vector<Claim> run() {
    for (std::uint32_t s = 0; s < extraction_.sentences.size(); ++s) {
      if (extraction_.sentences[s].mentions.empty()) continue;
      for (const std::uint32_t f : frames(s)) frame(s, f);
    }
    std::vector<Claim> all = open_claims(extraction_, knowledge_, context_, index_);
    all.insert(all.begin(), std::make_move_iterator(claims_.begin()), std::make_move_iterator(claims_.end()));
    const auto earlier = [](const Claim& a, const Claim& b) {
      return std::tie(a.span, a.frame) < std::tie(b.span, b.frame);
    };
    if (!std::is_sorted(all.begin(), all.end(), earlier)) std::stable_sort(all.begin(), all.end(), earlier);
    return all;
  }

 private:
  /// The frames that a sentence or the one before it has a cue of: no others find anything there.
  std::vector<std::uint32_t> frames(std::uint32_t sentence) const {
    std::vector<std::uint32_t> result;
    for (std::uint32_t s = sentence == 0 ? 0 : sentence - 1; s <= sentence; ++s)
      for (const Cue& c : extraction_.sentences[s].cues)
        if (c.kind == LabelKind::cue) result.push_back(c.payload);
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
  }
  std::vector<Span> cues(std::uint32_t sentence, LabelKind kind, std::uint32_t payload) const {
    std::vector<Span> result;
    for (const Cue& c : extraction_.sentences[sentence].cues)
      if (c.kind == kind && c.payload == payload) result.push_back(c.span);
    return result;
  }
  bool speaks_of(std::uint32_t sentence, std::uint32_t frame) const {
    for (const Cue& c : extraction_.sentences[sentence].cues)
      if (c.kind == LabelKind::cue && c.payload == frame) return true;
    return false;
  }
  bool vetoed(std::uint32_t sentence, std::uint32_t frame) const {
    return !cues(sentence, LabelKind::veto, frame).empty();
  }
  const Mention& mention(std::uint32_t i) const { return extraction_.mentions[i]; }

  void frame(std::uint32_t s, std::uint32_t f) {
    const Frame& frame = knowledge_.frames()[f];
    if (vetoed(s, f)) return;
    std::vector<Span> found = cues(s, LabelKind::cue, f);
    double confidence = 1.0;
    if (found.empty()) {
      if (frame.value_is_time || frame.near > 0) return;
      // "Trade is growing, he said. Last year it reached 28 billion.": the sentence before named what is meant, unless
      // this one names something else
      if (s == 0 || extraction_.sentences[s - 1].paragraph != extraction_.sentences[s].paragraph) return;
      if (!speaks_of(s - 1, f) || vetoed(s - 1, f)) return;
      for (const Cue& c : extraction_.sentences[s].cues) {
        if (c.kind == LabelKind::cue && !shares_cue(f, c)) return;
        if (measures_else(f, s - 1, c)) return;
      }
      found = {Span{extraction_.sentences[s].span.begin, extraction_.sentences[s].span.begin}};
      confidence = kCarriedCue;
    }
    if (frame.value_is_time)
      event(s, f, found, confidence);
    else
      figures(s, f, found, confidence);
  }

  /// Two frames of one subject (turnover and its growth) may share their cues: one does not end the other.
  bool shares_cue(std::uint32_t f, const Cue& cue) const { return shared_.count({f, cue.payload}) != 0; }

  /// The pairs of frames that have a cue in common somewhere in the document.
  static std::set<std::pair<std::uint32_t, std::uint32_t>> shared(const Extraction& extraction) {
    std::set<std::pair<std::uint32_t, std::uint32_t>> result;
    for (const SentenceView& view : extraction.sentences)
      for (auto c = view.cues.begin(); c != view.cues.end(); ++c) {
        if (c->kind != LabelKind::cue) continue;
        // cues come in the order of their words, those of one word in any
        for (auto d = c; d != view.cues.end() && d->span.begin < c->span.end; ++d)
          if (d->kind == LabelKind::cue && d->span == c->span) {
            result.emplace(c->payload, d->payload);
            result.emplace(d->payload, c->payload);
          }
      }
    return result;
  }

  /// A measured concept (exports, a deficit) that is no part of the frame's own cues in a sentence.
  bool measures_else(std::uint32_t f, std::uint32_t s, const Cue& concept_cue) const {
    if (concept_cue.kind != LabelKind::concept_noun || knowledge_.concepts()[concept_cue.payload].counted) return false;
    for (const Cue& c : extraction_.sentences[s].cues) {
      if (c.kind == LabelKind::cue && c.payload == f && c.span.overlaps(concept_cue.span)) return false;
      if (c.kind == LabelKind::change && c.span.overlaps(concept_cue.span)) return false;  // growth is of something
      // the cue's own sentence names the same measure
      if (c.kind == LabelKind::concept_noun && c.payload == concept_cue.payload && c.span != concept_cue.span)
        for (const Cue& d : extraction_.sentences[s].cues)
          if (d.kind == LabelKind::cue && d.payload == f && d.span.overlaps(c.span)) return false;
    }
    return true;
  }

  // -------------------------------------------------------------------------------------------------- figures

  static bool fits(const SlotRule& slot, const Reading& reading) {
    const auto* q = std::get_if<Quantity>(&reading);
    if (q == nullptr) return false;
    if (slot.dimension && q->dimension != *slot.dimension) return false;
    return slot.units.empty() || std::find(slot.units.begin(), slot.units.end(), q->unit) != slot.units.end();
  }

  void figures(std::uint32_t s, std::uint32_t f, const std::vector<Span>& found, double confidence) {
    const Frame& frame = knowledge_.frames()[f];
    const SlotRule* value = slot_of(frame, "value");
    if (value == nullptr) return;
    const SentenceView& view = extraction_.sentences[s];
    bool filled = false;
    std::vector<Slot> key;
    for (std::size_t i = 0; i < view.mentions.size(); ++i) {
      const Mention& m = mention(view.mentions[i]);
      if (!fits(*value, m.readings.front())) continue;
      if (m.whole) continue;
      const Span cue = nearest_cue(found, m.span);
      if (frame.near > 0 && distance(cue, m.span) > frame.near) continue;
      // "turnover reached 512 million, exports 347 million": the nearer measure names the figure
      if (std::any_of(view.cues.begin(), view.cues.end(), [&](const Cue& c) {
            return measures_else(f, s, c) && distance(c.span, m.span) < distance(cue, m.span);
          }))
        continue;
      // "14 of the 15 members", "14 countries of the members": some of what the cue names, not how many there are
      const bool part = i + 1 < view.mentions.size() && mention(view.mentions[i + 1]).whole;
      if (part || (m.partitive && cue.begin >= m.span.end && context_.gap(m.span.end, cue.begin) <= 1)) continue;
      if (!filled) {
        auto slots = fill(s, frame, cue, confidence);
        if (!slots) return;
        key = std::move(*slots);
        filled = true;
      }
      Claim claim = start(f, view.mentions[i], s, cue);
      claim.key = key;
      claim.confidence = confidence;
      if (!when(s, i, frame, claim)) continue;
      colour(s, i, claim);
      claims_.push_back(std::move(claim));
    }
  }

  int distance(Span a, Span b) const {
    return a.end <= b.begin ? context_.gap(a.end, b.begin) : context_.gap(b.end, a.begin);
  }

  Span nearest_cue(const std::vector<Span>& found, Span to) const {
    Span best = found.front();
    int cost = 1 << 20;
    for (const Span& c : found) {
      const int distance = c.end <= to.begin ? context_.gap(c.end, to.begin) : context_.gap(to.end, c.begin) + 1;
      if (distance < cost) cost = distance, best = c;
    }
    return best;
  }

  Claim start(std::uint32_t f, std::uint32_t m, std::uint32_t s, Span cue) const {
    Claim claim;
    claim.document = index_;
    claim.mention = m;
    claim.frame = knowledge_.frames()[f].id;
    claim.readings = mention(m).readings;
    claim.span = mention(m).span;
    claim.sentence = extraction_.sentences[s].span;
    claim.cue = cue;
    return claim;
  }

  /// The entity slots, sorted by name; nullopt if one cannot be filled.
  std::optional<std::vector<Slot>> fill(std::uint32_t s, const Frame& frame, Span cue, double& confidence) const {
    std::vector<Slot> key;
    std::vector<Span> others;
    for (const Cue& c : extraction_.sentences[s].cues)
      if (c.kind == LabelKind::marker_other && knowledge_.frames()[c.payload].id == frame.id) others.push_back(c.span);
    for (const SlotRule& slot : frame.slots) {
      std::optional<Context::Filler> filler;
      switch (slot.type) {
        case SlotType::time:
        case SlotType::quantity:
          continue;
        case SlotType::country:
          if (slot.count > 1) {
            const auto both = context_.countries(s, slot.count);
            if (!both) return std::nullopt;
            auto ids = both->first;
            if (slot.any_order) std::sort(ids.begin(), ids.end());
            std::string joined;
            for (const auto& id : ids) joined += (joined.empty() ? "" : "+") + id;
            filler = Context::Filler{joined, both->second};
          } else {
            filler = context_.country(s, cue);
          }
          break;
        case SlotType::place:
          filler = context_.destination(s, cue);
          break;
        case SlotType::organisation:
          filler = context_.organisation(s, cue);
          break;
        case SlotType::person:
          filler = context_.person(s, cue, others);
          break;
      }
      if (!filler) return std::nullopt;
      confidence *= filler->confidence;
      key.push_back({slot.name, filler->id});
    }
    std::sort(key.begin(), key.end());
    return key;
  }

  /// The period a figure belongs to: of the times in its sentence the one with the fewest words between, a comma
  /// counting six; else the last one of the sentence before; else the document's date where the rule says so.
  bool when(std::uint32_t s, std::size_t position, const Frame& frame, Claim& claim) {
    const SlotRule* slot = slot_of(frame, "at");
    if (slot == nullptr) return true;
    const SentenceView& view = extraction_.sentences[s];
    const auto usable = [&](const Mention& m) {
      const auto* t = std::get_if<Time>(&m.readings.front());
      if (t == nullptr || t->type != TimeType::date) return false;
      // the day of a speech is no period of trade
      return slot->grain == Grain::other || slot->grain == Grain::day || t->grain != Grain::day;
    };
    const Mention* best = nullptr;
    int cost = 1 << 20;
    int other = 1 << 20;  // of the nearest full date, which may say that the figure is of something else
    const Span figure = mention(view.mentions[position]).span;
    for (const std::uint32_t i : view.mentions) {
      const Mention& m = mention(i);
      if (!usable(m)) {
        if (m.path == "time.day_month" || m.path == "time.digits") other = std::min(other, distance(m.span, figure));
        continue;
      }
      const bool before = m.span.end <= figure.begin;
      int words = distance(m.span, figure);
      if (before ? is_bound(view, m, figure) : is_ahead(view, m, figure)) words += 6;
      if (words < cost) cost = words, best = &m;
    }
    // "438 million in the year that ended on 20 March": a date beside the figure, and the period far from it
    if (best != nullptr && other <= 8 && other + 4 < cost) return false;
    if (best == nullptr && !slot->document_default && s > 0 &&
        extraction_.sentences[s - 1].paragraph == view.paragraph) {
      for (const std::uint32_t i : extraction_.sentences[s - 1].mentions)
        if (usable(mention(i))) best = &mention(i);
      if (best != nullptr) claim.confidence *= kCarriedTime;
    }
    if (best != nullptr) {
      claim.at = std::get<Time>(best->readings.front());
      claim.at_span = best->span;
      return true;
    }
    if (!slot->document_default) return false;
    if (extraction_.date.days) {
      Time t;
      t.days = extraction_.date.days;
      t.value = dump(*extraction_.date.days);
      t.grain = Grain::day;
      t.inferred = extraction_.date.source == DocumentDate::Source::inferred;
      claim.at = t;
    }
    return true;
  }

  /// "190 billion in 2022 to 240 billion in 2023": 2022 belongs to the figure right before it, not to the next.
  bool is_bound(const SentenceView& view, const Mention& time, Span figure) const {
    for (const std::uint32_t i : view.mentions) {
      const Span other = mention(i).span;
      if (std::get_if<Quantity>(&mention(i).readings.front()) == nullptr || other == figure) continue;
      if (other.end <= time.span.begin && context_.gap(other.end, time.span.begin) <= 2) return true;
    }
    return false;
  }

  /// "190 billion, and in 2023 240 billion": 2023 is nearer to the figure behind it.
  bool is_ahead(const SentenceView& view, const Mention& time, Span figure) const {
    const int distance = context_.gap(figure.end, time.span.begin);
    for (const std::uint32_t i : view.mentions) {
      const Span other = mention(i).span;
      if (std::get_if<Quantity>(&mention(i).readings.front()) == nullptr || other.begin < time.span.end) continue;
      return context_.gap(time.span.end, other.begin) < distance;
    }
    return false;
  }

  /// Plan, denial, record: words between the figure before and this one, or between this one and the end of its clause.
  void colour(std::uint32_t s, std::size_t position, Claim& claim) const {
    const SentenceView& view = extraction_.sentences[s];
    std::uint32_t from = view.span.begin;
    std::uint32_t to = view.span.end;
    bool followed = false;
    for (std::size_t i = 0; i < view.mentions.size(); ++i) {
      if (std::get_if<Quantity>(&mention(view.mentions[i]).readings.front()) == nullptr) continue;
      const Span other = mention(view.mentions[i]).span;
      if (i < position) from = other.end;
      if (i > position && other.begin < to) to = other.begin, followed = true;
    }
    for (const Cue& c : view.cues) {
      if (c.kind != LabelKind::stance && c.kind != LabelKind::record) continue;
      const bool before = c.span.begin >= from && c.span.end <= claim.span.begin;
      const bool after =
          c.span.begin >= claim.span.end && c.span.end <= to && context_.gap(claim.span.end, c.span.begin) < 6;
      if (!before && !after) continue;
      if (c.kind ==
          LabelKind::record)  // "by 10.2 percent to a record 28.2": what follows a figure may belong to the next
        claim.record = claim.record || before || !followed;
      else if (static_cast<Stance>(c.payload) != Stance::reported || claim.stance == Stance::asserted)
        claim.stance = static_cast<Stance>(c.payload);
    }
    // what lies ahead of the document cannot be a fact of it
    if (claim.at && claim.at->days && claim.at->days->first && extraction_.date.days && extraction_.date.days->last &&
        *claim.at->days->first > *extraction_.date.days->last)
      claim.stance = Stance::planned;
  }

  // --------------------------------------------------------------------------------------------------- events

  void event(std::uint32_t s, std::uint32_t f, const std::vector<Span>& found, double confidence) {
    const Frame& frame = knowledge_.frames()[f];
    const SlotRule* value = slot_of(frame, "value");
    const SentenceView& view = extraction_.sentences[s];
    const auto usable = [&](const Mention& m) {
      const auto* t = std::get_if<Time>(&m.readings.front());
      if (t == nullptr || t->type != TimeType::date || t->value.empty()) return false;
      if (m.path == "time.shifted") return false;  // "a day before the visit"
      return value->grain == Grain::day ? t->grain == Grain::day || t->grain == Grain::month : t->grain != Grain::other;
    };
    // the cue and the date with the fewest words between them; a date counts more than a month or a mere weekday
    std::optional<std::uint32_t> best;
    Span cue;
    int cost = 60;
    for (const std::uint32_t i : view.mentions) {
      const Mention& m = mention(i);
      if (!usable(m)) continue;
      // "he said on Friday", "yesterday, 12 May": mostly the day of the words; of the event only right beside its name
      const bool deictic = m.path.ends_with(".today") || m.path.ends_with(".deictic");
      const bool spoken = m.path == "time.weekday" || m.path == "time.relative" || (deictic && said_near(view, m.span));
      for (const Span& c : found) {
        int distance = c.end <= m.span.begin ? context_.gap(c.end, m.span.begin) : context_.gap(m.span.end, c.begin);
        if (spoken && distance > 2) continue;
        if (distance < cost) cost = distance, best = i, cue = c;
      }
    }
    if (!best) return;
    auto key = fill(s, frame, cue, confidence);
    if (!key) return;
    Claim claim = start(f, *best, s, cue);
    claim.key = std::move(*key);
    claim.confidence = confidence;
    for (const Cue& c : view.cues)
      if (c.kind == LabelKind::stance && static_cast<Stance>(c.payload) != Stance::reported &&
          context_.gap(std::min(c.span.end, cue.end), std::max(c.span.begin, cue.begin)) <= 2)
        claim.stance = static_cast<Stance>(c.payload);
    claims_.push_back(std::move(claim));
  }

  bool said_near(const SentenceView& view, Span span) const {
    return std::any_of(view.cues.begin(), view.cues.end(), [&](const Cue& c) {
      return c.kind == LabelKind::stance && static_cast<Stance>(c.payload) == Stance::reported &&
             distance(c.span, span) <= 8;
    });
  }

  const Extraction& extraction_;
  const Knowledge& knowledge_;
  std::uint32_t index_;
  Context context_;
  std::set<std::pair<std::uint32_t, std::uint32_t>> shared_;
  std::vector<Claim> claims_;
};

}  // namespace

std::vector<Claim> claims(const Document& document, const Extraction& extraction, const Knowledge& knowledge,
                          std::uint32_t index) {
  return Builder(document, extraction, knowledge, index).run();
}

}  // namespace mizan
