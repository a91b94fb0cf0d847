#include "extract/recognise.hpp"

namespace mizan {

void recognise(const Tokens& t, const OffsetMap& map, const std::vector<RawMention>& found, std::size_t first,
               SentenceView& view) {
  const auto source = [&](const Label& label) { return map.to_source({label.begin + label.clitic, label.end}); };
  std::uint32_t named_until = 0;
  for (std::uint32_t i = 0; i < t.size(); ++i) {
    const Token& token = t.tokens[i];
    for (std::uint32_t g = token.first_tag; g < token.first_tag + token.tag_count; ++g) {
      const Tag& tag = t.tags[g];
      if (tag.label.clitic > 0)  // "wa-fi": the "and" that is written on the word
        view.cues.push_back(
            {map.to_source({tag.label.begin, tag.label.begin + tag.label.clitic}), LabelKind::conn_and, 0});
      switch (tag.label.kind) {
        case LabelKind::name:
          break;  // below: only the longest
        case LabelKind::cue:
        case LabelKind::veto:
        case LabelKind::marker_other:
        case LabelKind::conn_and:
        case LabelKind::stance:
        case LabelKind::record:
        case LabelKind::change:
        case LabelKind::former:
        case LabelKind::concept_noun: {
          const auto payload = tag.label.kind == LabelKind::stance ? static_cast<std::uint32_t>(tag.label.extra)
                                                                   : static_cast<std::uint32_t>(tag.label.value);
          view.cues.push_back({source(tag.label), tag.label.kind, payload});
          break;
        }
        case LabelKind::computing:
          view.cues.push_back({source(tag.label), tag.label.kind,
                               (static_cast<std::uint32_t>(tag.label.extra) << kComputingBits) |
                                   static_cast<std::uint32_t>(tag.label.value)});
          break;
        default:
          break;
      }
    }
    if (i < named_until) continue;
    if (const Tag* name = t.find(i, LabelKind::name)) {
      const Entity& entity = t.knowledge->entities()[static_cast<std::size_t>(name->label.value)];
      named_until = name->end;
      while (first < found.size() && found[first].span.end <= name->label.begin) ++first;
      if (first < found.size() && found[first].span.begin <= name->label.begin && is_money(found[first])) continue;
      view.names.push_back({source(name->label), entity.id, entity.type, entity.country});
    }
  }
}

}  // namespace mizan
