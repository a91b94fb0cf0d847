#include "knowledge/lexicon.hpp"

#include <algorithm>
#include <deque>

namespace mizan {
namespace {

/// The first byte after the letters that begin at byte i.
std::uint32_t word_end(std::string_view text, std::uint32_t i) {
  while (i < text.size()) {
    const CodePoint c = code_point(text, i);
    if (char_kind(c.value) != CharKind::letter) break;
    i += c.size;
  }
  return i;
}

/// A phrase may end here unless a letter follows a letter.
bool is_boundary(std::string_view text, std::uint32_t i) {
  if (i >= text.size() || i == 0) return true;
  if (char_kind(code_point(text, i).value) != CharKind::letter) return true;
  std::uint32_t before = i - 1;
  while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0) == 0x80) --before;
  return char_kind(code_point(text, before).value) != CharKind::letter;
}

/// The lead bytes of white space: ASCII, U+00A0 and U+0085, U+2000 and its kin, U+3000.
bool may_be_space(unsigned char byte) { return byte <= ' ' || byte == 0xC2 || byte == 0xE2 || byte == 0xE3; }

/// White space inside a phrase: any run of it, but not across a line end, where a headline meets a text.
std::uint32_t skip_spaces(std::string_view text, std::uint32_t i) {
  while (i < text.size()) {
    const CodePoint c = code_point(text, i);
    if (char_kind(c.value) != CharKind::space || c.value == '\n' || c.value == '\r') break;
    i += c.size;
  }
  return i;
}

/// Number and date words list their own forms; a clitic at the end belongs to nouns, names and cues.
bool takes_suffix(LabelKind kind) {
  switch (kind) {
    case LabelKind::currency:
    case LabelKind::measure:
    case LabelKind::name:
    case LabelKind::concept_noun:
    case LabelKind::cue:
    case LabelKind::veto:
    case LabelKind::marker_other:
    case LabelKind::stance:
    case LabelKind::record:
    case LabelKind::change:
      return true;
    default:
      return false;
  }
}

}  // namespace

void Lexicon::Impl::insert(std::string_view phrase, const Entry& entry) {
  std::uint32_t node = 0;
  for (const char c : phrase) {
    std::uint32_t next = 0;
    if (c == '*') {
      next = drafts[node].star;
      if (next == 0) {
        next = static_cast<std::uint32_t>(drafts.size());
        drafts[node].star = next;
        drafts.emplace_back();
      }
    } else {
      const auto byte = static_cast<unsigned char>(c);
      auto& children = drafts[node].children;
      const auto found = std::lower_bound(children.begin(), children.end(), std::pair{byte, std::uint32_t{0}});
      if (found != children.end() && found->first == byte) {
        next = found->second;
      } else {
        next = static_cast<std::uint32_t>(drafts.size());
        children.emplace(found, byte, next);
        drafts.emplace_back();
      }
    }
    node = next;
  }
  auto& list = drafts[node].entries;
  if (std::find(list.begin(), list.end(), entry) == list.end()) list.push_back(entry);
}

void Lexicon::Impl::freeze() {
  // breadth first: the nodes near the root, which every word visits, lie together
  std::vector<std::uint32_t> order{0};
  std::vector<std::uint32_t> number(drafts.size(), 0);
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Draft& draft = drafts[order[i]];
    const auto visit = [&](std::uint32_t next) {
      number[next] = static_cast<std::uint32_t>(order.size());
      order.push_back(next);
    };
    for (const auto& [byte, target] : draft.children) visit(target);
    if (draft.star != 0) visit(draft.star);
  }
  nodes.resize(drafts.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Draft& draft = drafts[order[i]];
    Node& node = nodes[i];
    node.child_count = static_cast<std::uint8_t>(draft.children.size());
    if (node.child_count == 1) {
      node.only = draft.children.front().first;
      node.children = number[draft.children.front().second];
    } else {
      node.children = static_cast<std::uint32_t>(bytes.size());
      for (const auto& [byte, target] : draft.children) {
        bytes.push_back(byte);
        targets.push_back(number[target]);
      }
    }
    node.entries = static_cast<std::uint32_t>(entries.size());
    node.entry_count = static_cast<std::uint16_t>(draft.entries.size());
    entries.insert(entries.end(), draft.entries.begin(), draft.entries.end());
    node.star = draft.star == 0 ? 0 : number[draft.star];
  }
  for (const auto& [byte, target] : drafts[0].children) root[byte] = number[target];
  drafts.clear();
  drafts.shrink_to_fit();
}

std::uint32_t Lexicon::Impl::child(std::uint32_t node, unsigned char byte) const {
  if (node == 0) return root[byte];
  const Node& n = nodes[node];
  if (n.child_count == 1) return n.only == byte ? n.children : 0;
  const unsigned char* first = bytes.data() + n.children;
  const auto* last = first + n.child_count;
  const auto* found = std::lower_bound(first, last, byte);
  return found != last && *found == byte ? targets[static_cast<std::size_t>(found - bytes.data())] : 0;
}

void Lexicon::Impl::emit(std::uint32_t node, std::uint8_t language, Label label, std::uint32_t end, bool suffixed,
                         std::vector<Label>& out) const {
  const Node& n = nodes[node];
  for (std::uint32_t e = n.entries; e < n.entries + n.entry_count; ++e) {
    const Entry& entry = entries[e];
    if (entry.language != language && entry.language != kAnyLanguage) continue;
    if (suffixed && !takes_suffix(entry.kind)) continue;
    label.kind = entry.kind;
    label.language = entry.language;
    label.ambiguous = entry.ambiguous;
    label.value = entry.value;
    label.extra = entry.extra;
    label.end = end;
    out.push_back(label);
  }
}

void Lexicon::Impl::walk(std::string_view text, std::uint32_t node, std::uint32_t at, std::uint8_t language,
                         Label label, std::vector<Label>& out) const {
  for (;;) {
    const Node& n = nodes[node];
    if (n.star != 0) {  // any ending: the rest of this word, then whatever follows the star
      const std::uint32_t end = word_end(text, at);
      const std::uint32_t star = n.star;
      emit(star, language, label, end, false, out);
      if (const std::uint32_t space = child(star, ' '); space != 0) {
        const std::uint32_t next = skip_spaces(text, end);
        if (next > end) walk(text, space, next, language, label, out);
      }
    }
    if (n.entry_count != 0 && at > label.begin) {
      if (is_boundary(text, at)) {
        emit(node, language, label, at, false, out);
      } else if (language != kAnyLanguage) {
        const std::uint32_t end = word_end(text, at);
        const std::string_view rest = text.substr(at, end - at);
        const auto& suffixes = clitics[language].suffix;
        if (std::find(suffixes.begin(), suffixes.end(), rest) != suffixes.end())
          emit(node, language, label, end, true, out);
      }
    }
    if (at >= text.size()) return;
    const auto byte = static_cast<unsigned char>(text[at]);
    if (may_be_space(byte) && char_kind(code_point(text, at).value) == CharKind::space) {
      node = child(node, ' ');
      const std::uint32_t next = skip_spaces(text, at);
      if (node == 0 || next == at) return;
      at = next;
      continue;
    }
    node = child(node, byte);
    if (node == 0) return;
    ++at;
  }
}

Lexicon::Lexicon() : impl_(std::make_unique<Impl>()) {}
Lexicon::~Lexicon() = default;
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;

void Lexicon::lookup(std::string_view folded, std::uint32_t byte, std::uint8_t language,
                     std::vector<Label>& out) const {
  Label label{};
  label.begin = byte;
  const std::size_t before = out.size();
  impl_->walk(folded, 0, byte, language, label, out);
  if (language == kAnyLanguage || out.size() != before) return;
  // Only a word that means nothing as it stands is taken apart: "wahid" (one) is not "wa" (and) + "ahad".
  for (const auto& [prefix, left_out] : impl_->clitics[language].prefix) {
    if (prefix.back() != folded[std::min(byte + prefix.size(), folded.size()) - 1] ||
        !folded.substr(byte).starts_with(prefix))
      continue;
    const auto rest = static_cast<std::uint32_t>(byte + prefix.size());
    const std::uint32_t end = word_end(folded, rest);
    if (end == rest || end == rest + code_point(folded, rest).size) continue;  // at least two letters must remain
    label.clitic = left_out;
    label.peeled = static_cast<std::uint8_t>(prefix.size());
    impl_->walk(folded, 0, rest, language, label, out);
  }
}

}  // namespace mizan
