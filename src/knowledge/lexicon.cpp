#include "knowledge/lexicon.hpp"

#include <algorithm>
#include <set>
#include <tuple>

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

bool is_letter(std::string_view text, std::uint32_t i) {
  return i < text.size() && char_kind(code_point(text, i).value) == CharKind::letter;
}

/// A phrase may end here unless a letter follows a letter.
bool is_boundary(std::string_view text, std::uint32_t i) {
  if (i >= text.size() || i == 0) return true;
  if (char_kind(code_point(text, i).value) != CharKind::letter) return true;
  std::uint32_t before = i - 1;
  while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0) == 0x80) --before;
  return char_kind(code_point(text, before).value) != CharKind::letter;
}

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
    case LabelKind::topic:
    case LabelKind::computing:
      return true;
    default:
      return false;
  }
}

/// One way through a trie, along a text. What is found there is rare: the loop is kept apart from it.
struct Walk {
  struct Rest {
    std::uint32_t begin;
    std::uint8_t left_out;
  };

  Walk(const Lexicon::Impl& lexicon, std::string_view folded, std::uint8_t language, std::vector<Label>& labels)
      : trie(lexicon.trie(language)),
        suffixes(language == kAnyLanguage ? nullptr : &lexicon.clitics[language].suffix),
        text(folded),
        out(labels) {}

  void from(std::uint32_t cell, std::uint32_t at) {
    for (;;) {
      // most phrases end inside a longer word, where the text alone tells that nothing is found
      if (const Trie::Cell here = trie.cells[cell];
          here.stops != 0 &&
          (here.inner != 0 || is_boundary(text, at) || (here.takes_suffix != 0 && suffix_end(at) != 0)))
        found(cell, at);
      if (at >= text.size()) return;
      const CodePoint c = code_point(text, at);
      const Trie::Symbol symbol = trie.symbol(c.value);
      if (symbol == Trie::kNone) return;
      cell = trie.child(cell, symbol);
      if (cell == 0) return;
      at = symbol == Trie::kSpace ? skip_spaces(text, at) : at + c.size;
    }
  }

  /// The end of the word at, if it is a suffix of the language; 0 if not.
  std::uint32_t suffix_end(std::uint32_t at) const {
    if (suffixes == nullptr || at >= text.size()) return 0;
    for (const std::string& suffix : *suffixes) {
      if (text[at] != suffix[0] || text.size() - at < suffix.size()) continue;
      const auto end = at + static_cast<std::uint32_t>(suffix.size());
      if (text.substr(at, suffix.size()) == suffix && !is_letter(text, end)) return end;
    }
    return 0;
  }

  [[gnu::noinline]] void found(std::uint32_t cell, std::uint32_t at) {
    const Trie::Stop& stop = trie.stop(cell);
    // the clitics of a word, not of its rest behind one
    if (stop.clitic && label.clitic == 0 && rest_count < rests.size()) rests[rest_count++] = {at, stop.left_out};
    if (stop.star != 0) {  // any ending: the rest of this word, then whatever follows the star
      const std::uint32_t end = word_end(text, at);
      emit(trie.stop(stop.star), end, false);
      if (const std::uint32_t space = trie.child(stop.star, Trie::kSpace); space != 0) {
        const std::uint32_t next = skip_spaces(text, end);
        if (next > end) from(space, next);
      }
    }
    if (stop.count == 0 || at == label.begin) return;
    if (is_boundary(text, at)) {
      emit(stop, at, false);
    } else if (trie.cells[cell].takes_suffix != 0) {
      if (const std::uint32_t end = suffix_end(at); end != 0) emit(stop, end, true);
    }
  }

  void emit(const Trie::Stop& stop, std::uint32_t end, bool suffixed) {
    for (std::uint32_t e = stop.entries; e < stop.entries + stop.count; ++e) {
      const Entry& entry = trie.entries[e];
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

  const Trie& trie;
  const std::vector<std::string>* suffixes;
  std::string_view text;
  std::vector<Label>& out;
  Label label{};
  std::array<Rest, 8> rests;  // Arabic has at most four, one inside the other
  std::size_t rest_count = 0;
};

/// Packs what one language may meet of the drafts into a double array.
class Packer {
 public:
  using Draft = Lexicon::Impl::Draft;

  Packer(const std::vector<Draft>& drafts, std::uint8_t language)
      : drafts_(drafts), language_(language), wanted_(drafts.size()) {
    for (std::size_t i = drafts.size(); i-- > 0;) {  // a draft stands before its children
      const Draft& draft = drafts[i];
      wanted_[i] = (draft.star != 0 && wanted_[draft.star]) ||
                   std::any_of(draft.clitics.begin(), draft.clitics.end(),
                               [&](const auto& clitic) { return clitic.first == language; }) ||
                   std::any_of(draft.entries.begin(), draft.entries.end(), [&](const Entry& e) { return speaks(e); }) ||
                   std::any_of(draft.children.begin(), draft.children.end(),
                               [&](const auto& child) { return wanted_[child.second]; });
    }
  }

  Trie run() {
    number_characters();
    free_ = several_ = alphabet_;
    reserve(alphabet_);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> left{{0, 0}};  // drafts, and the cells they have got
    for (std::size_t i = 0; i < left.size(); ++i) {
      auto [draft, cell] = left[i];
      while (place(draft, cell, left) == 1) {  // an only child stands beside its parent in memory
        std::tie(draft, cell) = left.back();
        left.pop_back();
      }
    }
    return std::move(trie_);
  }

 private:
  using Children = std::vector<std::pair<Trie::Symbol, std::uint32_t>>;

  bool speaks(const Entry& entry) const { return entry.language == language_ || entry.language == kAnyLanguage; }

  void reserve(std::size_t cells) {
    if (trie_.cells.size() >= cells) return;
    trie_.cells.resize(cells);
    trie_.stop_of.resize(cells);
  }

  void number_characters() {
    std::set<char32_t> used;
    for (std::size_t i = 0; i < drafts_.size(); ++i)
      if (wanted_[i])
        for (const auto& [character, child] : drafts_[i].children)
          if (wanted_[child]) used.insert(character);
    for (const char32_t c : used) {
      if (c == ' ') continue;
      if (c < trie_.symbols.size())
        trie_.symbols[c] = alphabet_++;
      else
        trie_.beyond.emplace_back(c, alphabet_++);
    }
    for (char32_t c = 0; c < trie_.symbols.size(); ++c)
      if (char_kind(c) == CharKind::space && c != '\n' && c != '\r') trie_.symbols[c] = Trie::kSpace;
  }

  /// Cells for the children of a draft; appends them to left and returns how many there are.
  std::size_t place(std::uint32_t number, std::uint32_t cell,
                    std::vector<std::pair<std::uint32_t, std::uint32_t>>& left) {
    const Draft& draft = drafts_[number];
    Trie::Stop stop;
    stop.entries = static_cast<std::uint32_t>(trie_.entries.size());
    for (const Entry& entry : draft.entries)
      if (speaks(entry)) trie_.entries.push_back(entry);
    stop.count = static_cast<std::uint32_t>(trie_.entries.size()) - stop.entries;

    Children children;
    for (const auto& [character, child] : draft.children)
      if (wanted_[child]) children.emplace_back(trie_.symbol(character), child);
    std::sort(children.begin(), children.end());
    if (!children.empty()) {
      const std::uint32_t base = base_for(children);
      trie_.cells[cell].base = base & (UINT32_MAX >> 3);
      for (const auto& [symbol, child] : children) {
        trie_.cells[base + symbol].parent = cell;
        left.emplace_back(child, base + symbol);
      }
    }
    std::size_t count = children.size();
    if (draft.star != 0 && wanted_[draft.star]) {
      stop.star = base_for({{0, 0}});
      trie_.cells[stop.star].parent = Trie::kNoParent - 1;  // taken, and no child of anyone
      left.emplace_back(draft.star, stop.star);
      ++count;
    }
    for (const auto& [language, left_out] : draft.clitics) {
      if (language != language_) continue;
      stop.clitic = true;
      stop.left_out = left_out;
    }
    if (stop.count != 0 || stop.star != 0 || stop.clitic) {
      trie_.cells[cell].stops = 1;
      trie_.cells[cell].inner = stop.star != 0 || stop.clitic ? 1 : 0;
      trie_.cells[cell].takes_suffix =
          std::any_of(trie_.entries.begin() + stop.entries, trie_.entries.begin() + stop.entries + stop.count,
                      [](const Entry& e) { return takes_suffix(e.kind); })
              ? 1
              : 0;
      trie_.stop_of[cell] = static_cast<std::uint32_t>(trie_.stops.size());
      trie_.stops.push_back(stop);
    }
    return count;
  }

  /// The first place where all children find a free cell.
  std::uint32_t base_for(const Children& children) {
    const auto is_free = [&](std::uint32_t cell) {
      reserve(cell + alphabet_);  // so that any symbol may be added to a base
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

  const std::vector<Draft>& drafts_;
  const std::uint8_t language_;
  std::vector<bool> wanted_;
  Trie::Symbol alphabet_ = Trie::kSpace + 1;
  Trie trie_;
  std::uint32_t free_ = 0;     // no free cell before it
  std::uint32_t several_ = 0;  // where places for several children are looked for
};

}  // namespace

Lexicon::Impl::Draft& Lexicon::Impl::draft(std::string_view phrase) {
  std::uint32_t node = 0;
  for (std::size_t i = 0; i < phrase.size();) {
    const CodePoint c = code_point(phrase, i);
    i += c.size;
    std::uint32_t next = 0;
    if (c.value == '*') {
      next = drafts[node].star;
      if (next == 0) {
        next = static_cast<std::uint32_t>(drafts.size());
        drafts[node].star = next;
        drafts.emplace_back();
      }
    } else {
      auto& children = drafts[node].children;
      const auto found = std::lower_bound(children.begin(), children.end(), std::pair{c.value, std::uint32_t{0}});
      if (found != children.end() && found->first == c.value) {
        next = found->second;
      } else {
        next = static_cast<std::uint32_t>(drafts.size());
        children.emplace(found, c.value, next);
        drafts.emplace_back();
      }
    }
    node = next;
  }
  return drafts[node];
}

Trie::Symbol Trie::symbol_beyond(char32_t c) const {
  const auto found = std::lower_bound(beyond.begin(), beyond.end(), std::pair{c, Symbol{0}});
  if (found != beyond.end() && found->first == c) return found->second;
  return char_kind(c) == CharKind::space ? kSpace : kNone;
}

void Lexicon::Impl::insert(std::string_view phrase, const Entry& entry) {
  auto& list = draft(phrase).entries;
  if (std::find(list.begin(), list.end(), entry) == list.end()) list.push_back(entry);
}

void Lexicon::Impl::freeze() {
  for (std::size_t language = 0; language < clitics.size(); ++language)
    for (const auto& [prefix, left_out] : clitics[language].prefix)
      draft(prefix).clitics.emplace_back(static_cast<std::uint8_t>(language), left_out);
  for (std::size_t language = 0; language < clitics.size(); ++language)
    tries.push_back(Packer(drafts, static_cast<std::uint8_t>(language)).run());
  tries.push_back(Packer(drafts, kAnyLanguage).run());
  drafts.clear();
  drafts.shrink_to_fit();
}

Lexicon::Lexicon() : impl_(std::make_unique<Impl>()) {}
Lexicon::~Lexicon() = default;
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;

void Lexicon::lookup(std::string_view folded, std::uint32_t byte, std::uint8_t language,
                     std::vector<Label>& out) const {
  const std::size_t before = out.size();
  Walk walk(*impl_, folded, language, out);
  walk.label.begin = byte;
  walk.from(0, byte);
  if (out.size() != before) return;
  // Only a word that means nothing as it stands is taken apart: "wahid" (one) is not "wa" (and) + "ahad".
  const std::size_t count = walk.rest_count;
  for (std::size_t i = 0; i < count; ++i) {
    const auto [rest, left_out] = walk.rests[i];
    // at least two letters must remain
    if (!is_letter(folded, rest) || !is_letter(folded, rest + code_point(folded, rest).size)) continue;
    walk.label.clitic = left_out;
    walk.label.peeled = static_cast<std::uint8_t>(rest - byte);
    walk.from(0, rest);
  }
}

}  // namespace mizan
