#include "report/about.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "report/escape.hpp"
#include "report/show.hpp"

namespace mizan::report {
namespace {

using Out = std::back_insert_iterator<std::string>;

constexpr std::size_t kPeeled = 3;  // letters that may be written on the front of a word: an article, "and"
constexpr std::size_t kWhole = 4;   // letters from which on a word is looked for behind them

bool in_word(std::string_view text, std::size_t at) {
  const CharKind kind = char_kind(code_point(text, at).value);
  return kind == CharKind::letter || kind == CharKind::digit;
}

/// The words of a folded text; a sign between two digits is of their word.
std::vector<FoldedSpan> words_of(std::string_view text) {
  std::vector<FoldedSpan> words;
  bool open = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = code_point(text, at).size;
    const auto digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
    const bool inner = open && at > 0 && (text[at] == '.' || text[at] == ',') && digit(at - 1) && digit(at + 1);
    if (in_word(text, at) || inner) {
      if (!open) words.push_back({static_cast<std::uint32_t>(at), 0});
      words.back().end = static_cast<std::uint32_t>(at + size);
      open = true;
    } else {
      open = false;
    }
    at += size;
  }
  return words;
}

std::size_t letters(std::string_view word) {
  return static_cast<std::size_t>(
      std::count_if(word.begin(), word.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string folded(const Knowledge* knowledge, std::string_view text) {
  if (first_invalid_utf8(text)) return {};
  return knowledge == nullptr ? fold(text, FoldTable()).text : fold(text, knowledge->fold_table()).text;
}

template <class T>
void add_once(std::vector<T>& list, const T& value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

/// What the lexicon has for the word that begins at a byte: the longest phrase, in any language.
void look_up(const Knowledge& knowledge, const std::string& text, Term& term, std::uint32_t begin, std::uint32_t& end) {
  std::vector<Label> labels;
  for (std::uint8_t language = 0; language < knowledge.languages().size(); ++language) {
    knowledge.lexicon().lookup(text, begin, language, labels);
    knowledge.topic_words().lookup(text, begin, language, labels);
  }
  std::erase_if(labels, [](const Label& label) {
    return label.kind != LabelKind::name && label.kind != LabelKind::concept_noun && label.kind != LabelKind::topic &&
           label.kind != LabelKind::cue;
  });
  for (const Label& label : labels) end = std::max(end, label.end);
  for (const Label& label : labels) {
    if (label.end != end) continue;
    const auto index = static_cast<std::uint32_t>(label.value);
    if (label.kind == LabelKind::name) add_once(term.names, index);
    if (label.kind == LabelKind::topic) add_once(term.topics, index);
    if (label.kind == LabelKind::concept_noun) add_once(term.topics, knowledge.concepts()[index].topic);
    if (label.kind == LabelKind::cue) add_once(term.frames, knowledge.frames()[index].id);
  }
}

bool is_stop(const Knowledge& knowledge, const std::string& word) {
  return std::any_of(knowledge.languages().begin(), knowledge.languages().end(),
                     [&](const Language& language) { return language.is_stop(word); });
}

std::vector<Term> terms_of(const Run& run, std::string_view asked) {
  const Knowledge* knowledge = run.knowledge;
  std::vector<std::string> frames;
  for (const Claim& claim : run.claims) add_once(frames, claim.frame);
  const std::string text = folded(knowledge, asked);
  const std::vector<FoldedSpan> words = words_of(text);
  std::vector<Term> terms, stops;
  for (std::size_t w = 0; w < words.size();) {
    Term term;
    std::uint32_t end = words[w].end;
    const std::size_t space = std::min(text.find_first_of(" \t\n", words[w].begin), text.size());
    if (const std::string typed = text.substr(words[w].begin, space - words[w].begin);
        std::find(frames.begin(), frames.end(), typed) != frames.end()) {
      term.frames.push_back(typed);
      end = static_cast<std::uint32_t>(space);
    } else if (knowledge != nullptr) {
      look_up(*knowledge, text, term, words[w].begin, end);
    }
    term.text = text.substr(words[w].begin, end - words[w].begin);
    term.words = 0;
    for (; w < words.size() && words[w].begin < end; ++w) ++term.words;
    const bool known = !term.names.empty() || !term.topics.empty() || !term.frames.empty();
    (!known && knowledge != nullptr && is_stop(*knowledge, term.text) ? stops : terms).push_back(std::move(term));
  }
  return terms.empty() ? stops : terms;
}

/// Does a word of the text begin so, be there an article or an "and" written on it or not?
bool speaks_of(std::string_view text, std::string_view term) {
  const bool whole = letters(term) >= kWhole;
  for (std::size_t at = text.find(term); at != std::string_view::npos; at = text.find(term, at + 1)) {
    std::size_t before = 0, begin = at;
    while (begin > 0 && before <= kPeeled) {
      std::size_t previous = begin - 1;
      while (previous > 0 && (static_cast<unsigned char>(text[previous]) & 0xC0U) == 0x80U) --previous;
      if (!in_word(text, previous)) break;
      begin = previous;
      ++before;
    }
    const bool clitics = whole && before <= kPeeled && static_cast<unsigned char>(text[at]) >= 0xD8U;
    if (before == 0 || clitics) return true;
  }
  return false;
}

/// One claim as the search sees it.
class Speaking {
 public:
  explicit Speaking(const Run& run) : run_(run) {}

  void take(std::uint32_t index) {
    claim_ = &run_.claims[index];
    const Extraction& extraction = run_.extractions[claim_->document];
    view_ = nullptr;
    if (claim_->mention < extraction.mentions.size()) {
      const std::uint32_t sentence = extraction.mentions[claim_->mention].sentence;
      if (sentence < extraction.sentences.size()) view_ = &extraction.sentences[sentence];
    }
    key_.clear();
    for (const Slot& slot : claim_->key) key_ += " " + slot.value;
    key_ = folded(run_.knowledge, claim_->frame + key_);
    if (claim_->document == document_ && claim_->sentence == sentence_) return;
    document_ = claim_->document;
    sentence_ = claim_->sentence;
    text_ = folded(run_.knowledge, run_.documents[document_].title + "\n" +
                                       std::string(slice(run_.documents[document_].text, sentence_)));
  }

  /// The claim itself: its frame, its key, the words around its figure.
  bool own(const Term& term) const {
    if (std::find(term.frames.begin(), term.frames.end(), claim_->frame) != term.frames.end()) return true;
    if (speaks_of(key_, term.text)) return true;
    const Knowledge* knowledge = run_.knowledge;
    if (knowledge == nullptr) return false;
    const auto in_key = [&](const std::string& id) {
      return std::any_of(claim_->key.begin(), claim_->key.end(), [&](const Slot& slot) {
        for (std::size_t at = slot.value.find(id); at != std::string::npos; at = slot.value.find(id, at + 1)) {
          const std::size_t end = at + id.size();
          if ((at == 0 || slot.value[at - 1] == '+') && (end == slot.value.size() || slot.value[end] == '+'))
            return true;
        }
        return false;
      });
    };
    return std::any_of(term.names.begin(), term.names.end(),
                       [&](std::uint32_t i) { return in_key(knowledge->entities()[i].id); }) ||
           std::any_of(term.topics.begin(), term.topics.end(),
                       [&](std::uint32_t i) { return in_key(knowledge->topics()[i].id); }) ||
           has_word(claim_->about, term);
  }

  bool sentence(const Term& term) const {
    if (speaks_of(text_, term.text)) return true;
    if (view_ == nullptr || run_.knowledge == nullptr) return false;
    return has_word(view_->words, term) ||
           std::any_of(view_->names.begin(), view_->names.end(), [&](const NameMention& name) {
             return std::any_of(term.names.begin(), term.names.end(),
                                [&](std::uint32_t i) { return run_.knowledge->entities()[i].id == name.id; });
           });
  }

 private:
  static bool has_word(const std::vector<Word>& words, const Term& term) {
    return std::any_of(words.begin(), words.end(), [&](const Word& word) {
      const std::vector<std::uint32_t>& wanted = word.kind == Word::Kind::name ? term.names : term.topics;
      return word.kind != Word::Kind::plain && std::find(wanted.begin(), wanted.end(), word.index) != wanted.end();
    });
  }

  const Run& run_;
  const Claim* claim_ = nullptr;
  const SentenceView* view_ = nullptr;
  std::string key_, text_;
  std::uint32_t document_ = ~0U;
  Span sentence_{};
};

}  // namespace

About find_about(const Run& run, std::string_view words) {
  About about;
  about.terms = terms_of(run, words);
  for (const Term& term : about.terms) about.words += term.words;
  std::set<std::pair<std::uint32_t, Span>> framed;  // a figure that a rule reads is told as that, once
  for (const Claim& claim : run.claims)
    if (!is_open(claim.frame)) framed.insert({claim.document, claim.span});
  Speaking speaking(run);
  for (std::uint32_t c = 0; c < run.claims.size() && c < run.claim_ids.size(); ++c) {
    const Claim& claim = run.claims[c];
    if (claim.passing || (is_open(claim.frame) && framed.contains({claim.document, claim.span}))) continue;
    speaking.take(c);
    About::Hit hit{c};
    for (Term& term : about.terms) {
      const bool own = speaking.own(term);
      if (!own && !speaking.sentence(term)) continue;
      hit.words += term.words;
      if (own) hit.own += term.words;
      term.found = true;
    }
    if (hit.words > 0) about.hits.push_back(hit);
  }
  std::stable_sort(about.hits.begin(), about.hits.end(), [](const About::Hit& a, const About::Hit& b) {
    return a.words != b.words ? a.words > b.words : a.own > b.own;
  });
  return about;
}

std::string meaning(const Run& run, const About& about, const TextOptions& options) {
  std::string out;
  for (const Term& term : about.terms) {
    std::string means;
    const auto add = [&](const std::string& what) { means += (means.empty() ? "" : ", ") + plain(what); };
    for (const std::string& frame : term.frames) add(frame);
    if (run.knowledge != nullptr) {
      for (const std::uint32_t i : term.names) add(run.knowledge->entities()[i].id);
      for (const std::uint32_t i : term.topics) add("topic " + run.knowledge->topics()[i].id);
    }
    fmt::format_to(Out(out), "{}{}{}", out.empty() ? "" : ", ", safe(term.text, options),
                   means.empty() ? "" : " (" + means + ")");
  }
  return out;
}

std::string meant(const Run& run, const Term& term) {
  std::set<std::string> said;  // sorted: the order decides between two candidates that are as near
  for (const Claim& claim : run.claims) {
    const std::string text = folded(run.knowledge, slice(run.documents[claim.document].text, claim.sentence));
    for (const FoldedSpan& word : words_of(text)) said.insert(text.substr(word.begin, word.end - word.begin));
  }
  if (run.knowledge != nullptr) {
    for (const Topic& topic : run.knowledge->topics()) said.insert(topic.id);
    for (const Entity& entity : run.knowledge->entities()) said.insert(entity.id);
    for (const Frame& frame : run.knowledge->frames()) said.insert(frame.id.substr(frame.id.rfind('.') + 1));
  }
  return did_you_mean(term.text, {said.begin(), said.end()});
}

std::string not_found(const Run& run, const About& about, const TextOptions& options) {
  std::string out;
  for (const Term& term : about.terms) {
    if (term.found) continue;
    const std::string hint = meant(run, term);
    fmt::format_to(Out(out), "missing   no claim speaks of \"{}\"{}\n", safe(term.text, options),
                   hint.empty() ? "" : "; " + safe(hint, options));
  }
  return out;
}

}  // namespace mizan::report
