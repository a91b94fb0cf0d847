// Packs phrases into the double array of a Trie.
#include <algorithm>
#include <tuple>

#include "knowledge/lexicon.hpp"

namespace mizan {
namespace {

using Phrase = Lexicon::Impl::Phrase;

/// A phrase to be sorted: most comparisons end in its first letters, which stand here as big-endian numbers.
struct Item {
  std::uint64_t head[2];
  std::string_view text;
  const Phrase* phrase;
};

std::uint64_t head(std::string_view text, std::size_t from) {
  std::uint64_t result = 0;
  for (std::size_t i = from; i < from + 8; ++i)
    result = (result << 8) | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0u);
  return result;
}

class Packer {
 public:
  Packer(std::string_view texts, std::initializer_list<const std::vector<Phrase>*> lists) {
    std::size_t count = 0;
    for (const auto* list : lists) count += list->size();
    items_.reserve(count);
    for (const auto* list : lists)
      for (const Phrase& phrase : *list) {
        const std::string_view text = texts.substr(phrase.text, phrase.size);
        items_.push_back({{head(text, 0), head(text, 8)}, text, &phrase});
      }
    // of one text: in the order of the files
    std::sort(items_.begin(), items_.end(), [](const Item& a, const Item& b) {
      if (a.head[0] != b.head[0]) return a.head[0] < b.head[0];
      if (a.head[1] != b.head[1]) return a.head[1] < b.head[1];
      if (const int order = a.text.compare(b.text); order != 0) return order < 0;
      return a.phrase->text < b.phrase->text;
    });
  }

  Trie run() {
    number_characters();
    free_ = several_ = alphabet_;
    trie_.cells.reserve(2 * items_.size());
    reserve(alphabet_);
    // What many words pass through stands together in memory; behind that all that begins alike.
    std::vector<Node> shallow{{0, static_cast<std::uint32_t>(items_.size()), 0, 0, 0}}, deep;
    for (std::size_t i = 0; i < shallow.size(); ++i) {
      deep.push_back(shallow[i]);
      while (!deep.empty()) {
        const Node node = deep.back();
        deep.pop_back();
        place(node, node.level < kShallow ? shallow : deep);
      }
    }
    std::sort(trie_.stars.begin(), trie_.stars.end());
    return std::move(trie_);
  }

 private:
  static constexpr std::uint32_t kShallow = 4;  // characters: few words that lead nowhere get further

  /// The phrases that begin alike, and the cell behind what they share.
  struct Node {
    std::uint32_t begin, end;  // in items_
    std::uint32_t depth;       // bytes
    std::uint32_t level;       // characters
    std::uint32_t cell;
  };
  using Children = std::vector<std::pair<Trie::Symbol, Node>>;

  void reserve(std::size_t cells) {
    if (trie_.cells.size() >= cells) return;
    trie_.cells.resize(cells);
  }

  void number_characters() {
    std::vector<bool> low(trie_.symbols.size());
    std::vector<char32_t> high;
    for (const Item& item : items_)
      for (std::size_t i = 0; i < item.text.size();) {
        const CodePoint c = code_point(item.text, i);
        i += c.size;
        if (c.value == ' ' || c.value == '*') continue;
        if (c.value < low.size())
          low[c.value] = true;
        else
          high.push_back(c.value);
      }
    for (char32_t c = 0; c < low.size(); ++c)
      if (low[c]) trie_.symbols[c] = alphabet_++;
    std::sort(high.begin(), high.end());
    high.erase(std::unique(high.begin(), high.end()), high.end());
    for (const char32_t c : high) trie_.beyond.emplace_back(c, alphabet_++);
    for (char32_t c = 0; c < trie_.symbols.size(); ++c)
      if (char_kind(c) == CharKind::space && c != '\n' && c != '\r') trie_.symbols[c] = Trie::kSpace;
  }

  /// Cells for the children of a node, which are appended to left.
  void place(const Node& node, std::vector<Node>& left) {
    const auto entry = static_cast<std::uint32_t>(trie_.entries.size());
    std::uint32_t at = node.begin;
    for (; at < node.end && items_[at].text.size() == node.depth; ++at) {  // the shortest are sorted first
      const Phrase& phrase = *items_[at].phrase;
      if (std::find(trie_.entries.begin() + entry, trie_.entries.end(), phrase.entry) == trie_.entries.end()) {
        trie_.entries.push_back(phrase.entry);
      }
    }

    children_.clear();
    Node star{};
    while (at < node.end) {
      const CodePoint c = code_point(items_[at].text, node.depth);
      Node child{at, at, node.depth + c.size, node.level + 1, 0};
      const std::string_view letter = items_[at].text.substr(node.depth, c.size);
      while (at < node.end && items_[at].text.substr(node.depth, c.size) == letter) ++at;
      child.end = at;
      if (c.value == '*')
        star = child;
      else
        children_.emplace_back(trie_.symbol(c.value), child);
    }
    if (!children_.empty()) {
      std::sort(children_.begin(), children_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
      const std::uint32_t base = base_for(children_);
      trie_.cells[node.cell].base = base & (UINT32_MAX >> 2);
      for (auto& [symbol, child] : children_) {
        child.cell = base + symbol;
        trie_.cells[node.cell].children |= Trie::bit(symbol);
        trie_.cells[child.cell].parent = node.cell;
        left.push_back(child);
      }
    }
    if (star.end != 0) {
      star.cell = base_for({{0, {}}});
      trie_.cells[star.cell].parent = Trie::kNoParent - 1;  // taken, and no child of anyone
      trie_.cells[node.cell].star = 1;
      trie_.stars.emplace_back(node.cell, star.cell);
      left.push_back(star);
    }
    if (entry < trie_.entries.size()) {
      trie_.entries.back().last = true;
      Trie::Cell& cell = trie_.cells[node.cell];
      cell.entry = entry;
      const bool word = node.level > 1;  // "lada", at, is no "l-d-i", to my dinar
      cell.takes_suffix = word && std::any_of(trie_.entries.begin() + entry, trie_.entries.end(),
                                              [](const Entry& e) { return takes_suffix(e.kind); })
                              ? 1
                              : 0;
    }
  }

  /// The first place where all children find a free cell.
  std::uint32_t base_for(const Children& children) {
    const auto is_free = [&](std::uint32_t cell) {
      reserve(cell + alphabet_ + 2);  // so that any symbol may be added to a base, and one that is none
      return trie_.cells[cell].parent == Trie::kNoParent;
    };
    while (!is_free(free_)) ++free_;
    const std::uint32_t front = children.front().first;
    if (children.size() == 1) return free_ - front;
    several_ = std::max(several_, free_);
    while (!std::all_of(children.begin(), children.end(),
                        [&](const auto& child) { return is_free(several_ - front + child.first); }))
      ++several_;
    return several_ - front;
  }

  std::vector<Item> items_;
  Trie::Symbol alphabet_ = Trie::kSpace + 1;
  Trie trie_;
  Children children_;          // of the node being placed
  std::uint32_t free_ = 0;     // no free cell before it
  std::uint32_t several_ = 0;  // where places for several children are looked for
};

}  // namespace

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
    case LabelKind::former:
    case LabelKind::topic:
    case LabelKind::computing:
      return true;
    default:
      return false;
  }
}

Trie pack_trie(std::string_view texts, std::initializer_list<const std::vector<Phrase>*> lists) {
  return Packer(texts, lists).run();
}

}  // namespace mizan
