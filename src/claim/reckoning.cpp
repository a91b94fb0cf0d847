#include "claim/reckoning.hpp"

#include <algorithm>

namespace mizan {
namespace {

/// Is what stands before a dot one capital?
bool is_initial(std::string_view text, std::uint32_t dot) {
  if (dot == 0 || text[dot - 1] < 'A' || text[dot - 1] > 'Z') return false;
  return dot == 1 || text[dot - 2] == '.' || text[dot - 2] == ' ';
}

constexpr double kOneScale = 5;  // levels so many times each other are not of one thing that only one of them names

}  // namespace

Reckoning::Reckoning(const Document& document, const Extraction& extraction, const Knowledge& knowledge)
    : document_(document), extraction_(extraction), knowledge_(knowledge) {
  levels_.reserve(extraction.mentions.size());
  for (const Mention& m : extraction.mentions) levels_.push_back(as_level(m));
  roles_.reserve(extraction.sentences.size());
  for (const SentenceView& sentence : extraction.sentences) {
    std::uint32_t roles = 0;
    for (const Cue& c : sentence.cues)
      if (c.kind == LabelKind::computing) roles |= 1U << static_cast<unsigned>(role_of(c));
    roles_.push_back(roles);
  }
}

bool Reckoning::one_value(const Mention& m) {
  const auto* first = std::get_if<Quantity>(&m.readings.front());
  return first != nullptr && std::all_of(m.readings.begin() + 1, m.readings.end(), [&](const Reading& r) {
           const auto* q = std::get_if<Quantity>(&r);
           return q != nullptr && q->low == first->low && q->high == first->high;
         });
}

const Quantity* Reckoning::as_level(const Mention& m) const {
  const auto* q = std::get_if<Quantity>(&m.readings.front());
  if (q == nullptr || !one_value(m) || q->modifier == Modifier::range) return nullptr;
  if (q->dimension == Dimension::percent || q->dimension == Dimension::percentage_point) return nullptr;
  if (q->low.is_negative() || q->low.is_zero()) return nullptr;
  const std::uint32_t begin = m.span.begin;  // the 900 of "A350-900" is a name's
  return begin > 0 && document_.text[begin - 1] == '-' ? nullptr : q;
}

const Quantity* Reckoning::percent(std::uint32_t m) const {
  const Quantity* q = quantity(m);
  if (q == nullptr || !one_value(mention(m)) || q->modifier == Modifier::range) return nullptr;
  return q->dimension == Dimension::percent && !q->low.is_negative() && !q->low.is_zero() ? q : nullptr;
}

std::optional<double> Reckoning::turned(std::uint32_t m) const {
  const Span span = mention(m).span;
  double parts[2] = {0, 0}, ones[2] = {1, 1};
  int side = 0;
  for (std::uint32_t i = span.begin; i < span.end;) {
    const CodePoint c = code_point(document_.text, i);
    i += c.size;
    const int digit = c.value >= '0' && c.value <= '9'       ? static_cast<int>(c.value) - '0'
                      : c.value >= 0x660 && c.value <= 0x669 ? static_cast<int>(c.value) - 0x660
                      : c.value >= 0x6F0 && c.value <= 0x6F9 ? static_cast<int>(c.value) - 0x6F0
                                                             : -1;
    if (digit >= 0) {
      parts[side] = parts[side] * 10 + digit;
      ones[side] *= 10;
    } else if (c.value == '/' && ones[0] > 1 && side == 0) {
      side = 1;
    } else {
      break;
    }
  }
  if (side == 0 || ones[1] <= 1) return std::nullopt;
  return parts[1] + parts[0] / ones[0];
}

bool Reckoning::people(std::string_view unit) const {
  const auto& all = knowledge_.concepts();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Concept& c) { return c.id == unit; });
  return found != all.end() && (found->domain == "people" || found->person);
}

std::optional<int> Reckoning::whole_length(std::uint32_t m) const {
  const Time* t = time(m);
  if (t == nullptr || t->type != TimeType::duration || t->bound != Modifier::exact) return std::nullopt;
  const std::string_view v = t->value;
  const std::size_t from = v.starts_with("PT") ? 2 : 1;
  if (v.size() < from + 2 || v.size() > from + 7) return std::nullopt;
  int n = 0;
  for (const char c : v.substr(from, v.size() - from - 1)) {
    if (c < '0' || c > '9') return std::nullopt;
    n = n * 10 + (c - '0');
  }
  return n > 0 ? std::optional(n) : std::nullopt;
}

bool Reckoning::alike(std::uint32_t a, std::uint32_t b) const {
  const Quantity* p = level(a);
  const Quantity* q = level(b);
  if (p == nullptr || q == nullptr) return false;
  if (p->unit == q->unit) return p->dimension == q->dimension;
  if (p->unit.empty() || q->unit.empty() || p->unit == kAnyThing || q->unit == kAnyThing)
    return p->counted() && q->counted();
  return p->dimension == Dimension::count && q->dimension == Dimension::count && people(p->unit) && people(q->unit);
}

bool Reckoning::alike_levels(std::uint32_t a, std::uint32_t b) const {
  if (alike(a, b)) return true;
  const Quantity* p = level(a);
  const Quantity* q = level(b);
  if (p == nullptr || q == nullptr || (p->dimension == Dimension::none) == (q->dimension == Dimension::none))
    return false;
  const double x = p->low.approximate(), y = q->low.approximate();
  return std::max(x, y) < kOneScale * std::min(x, y);
}

bool Reckoning::restated(std::uint32_t a, std::uint32_t b, int reach) const {
  const Span x = mention(a).span, y = mention(b).span;
  const Between gap = between(x.end, y.begin);
  if (gap.stop || gap.close || gap.colon) return false;
  if (gap.open) return gap.words <= 2;
  const std::uint32_t s = mention(a).sentence;
  if (mention(b).sentence != s || !has(s, Computing::equals)) return false;
  const auto& cues = sentences()[s].cues;
  return std::any_of(cues.begin(), cues.end(), [&](const Cue& c) {
    return c.kind == LabelKind::computing && role_of(c) == Computing::equals && c.span.begin >= x.end &&
           c.span.end <= y.begin && between(x.end, c.span.begin).words <= reach &&
           between(c.span.end, y.begin).words <= 2;
  });
}

Between Reckoning::between(std::uint32_t begin, std::uint32_t end) const {
  Between result;
  const std::string_view text = document_.text;
  bool word = false;
  for (std::uint32_t i = begin; i < end && i < text.size();) {
    const CodePoint c = code_point(text, i);
    i += c.size;
    const CharKind kind = char_kind(c.value);
    const bool inside = kind == CharKind::letter || kind == CharKind::digit;
    if (inside && !word) ++result.words;
    word = inside || (word && c.value == 0x200C);
    switch (c.value) {
      case '(':
      case '[':
        result.open = true;
        break;
      case ')':
      case ']':
        result.close = true;
        break;
      case ':':
        result.colon = true;
        break;
      case ',':
      case 0x060C:
        result.comma = true;
        break;
      case '.':  // but of "U.N."
        result.stop = result.stop || !is_initial(text, i - 1);
        break;
      case ';':
      case 0x061B:
      case '!':
      case '?':
      case 0x061F:
        result.stop = true;
        break;
      case '-':  // " - " stands for a dash
        result.dash = result.dash || (i < text.size() && text[i] == ' ' && i > 1 && text[i - 2] == ' ');
        break;
      case 0x2013:
      case 0x2014:
        result.dash = true;
        break;
      case 0xD7:
      case 'x':
        result.times = true;
        break;
      case '/':
        result.slash = true;
        break;
      default:
        break;
    }
  }
  return result;
}

std::vector<Cue> Reckoning::words(std::uint32_t sentence, Computing role) const {
  std::vector<Cue> result;
  if (!has(sentence, role)) return result;
  for (const Cue& c : sentences()[sentence].cues)
    if (c.kind == LabelKind::computing && role_of(c) == role) result.push_back(c);
  return result;
}

const Cue* Reckoning::before(std::uint32_t sentence, Span span, Computing role, int words) const {
  const Cue* best = nullptr;
  if (!has(sentence, role)) return best;
  for (const Cue& c : sentences()[sentence].cues) {
    if (c.kind != LabelKind::computing || role_of(c) != role || c.span.end > span.begin) continue;
    const Between gap = between(c.span.end, span.begin);
    if (gap.words <= words && !gap.stop && !gap.comma && !gap.close) best = &c;
  }
  return best;
}

const Cue* Reckoning::behind(std::uint32_t sentence, Span span, Computing role, int words) const {
  if (!has(sentence, role)) return nullptr;
  for (const Cue& c : sentences()[sentence].cues) {
    if (c.kind != LabelKind::computing || role_of(c) != role || c.span.begin < span.end) continue;
    const Between gap = between(span.end, c.span.begin);
    if (gap.words <= words && !gap.stop && !gap.comma && !gap.close) return &c;
  }
  return nullptr;
}

bool Reckoning::is_of(const Cue& cue, std::string_view concept_id) const {
  return cue.kind == LabelKind::concept_noun && knowledge_.concepts()[cue.payload].id == concept_id;
}

bool Reckoning::beside(std::uint32_t sentence, Span span, std::string_view concept_id, int words) const {
  const auto& cues = sentences()[sentence].cues;
  return std::any_of(cues.begin(), cues.end(), [&](const Cue& c) {
    if (!is_of(c, concept_id)) return false;
    if (c.span.overlaps(span)) return true;
    const Between gap = between(c.span, span);
    return gap.words <= words && !gap.stop && !gap.comma;
  });
}

bool Reckoning::changes(std::uint32_t sentence, Span span, int words) const {
  const auto& cues = sentences()[sentence].cues;
  return std::any_of(cues.begin(), cues.end(), [&](const Cue& c) {
    if (c.kind != LabelKind::change && !(c.kind == LabelKind::computing && role_of(c) == Computing::up_or_down))
      return false;
    const Between gap = between(c.span, span);
    return gap.words <= words && !gap.stop && !gap.colon;
  });
}

bool Reckoning::names(std::uint32_t sentence, std::string_view concept_id) const {
  const auto& cues = sentences()[sentence].cues;
  return std::any_of(cues.begin(), cues.end(), [&](const Cue& c) { return is_of(c, concept_id); });
}

}  // namespace mizan
