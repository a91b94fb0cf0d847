#include "text/html.hpp"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include "text/entities.hpp"
#include "text/formats.hpp"
#include "text/markup.hpp"

namespace mizan {
namespace {

constexpr std::string_view kSpace = " \t\n\f\r";
constexpr std::size_t kLongestMark = 256;  // bytes of a mark that leads to a note, markup included

template <std::size_t size>
bool listed(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string small_letters(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return result;
}

std::string_view attribute(const GumboNode& node, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

bool has(const GumboNode& node, const char* name) {
  return gumbo_get_attribute(&node.v.element.attributes, name) != nullptr;
}

bool is_element(const GumboNode& node) { return node.type == GUMBO_NODE_ELEMENT; }

/// Of an element that the parser knows; others are inline and say nothing.
std::string_view name_of(const GumboNode& node) { return gumbo_normalized_tagname(node.v.element.tag); }

/// The text right below an element: of <title> and <script>.
std::string_view inner_text(const GumboNode& node) {
  const GumboVector& children = node.v.element.children;
  if (children.length == 0) return {};
  const auto* child = static_cast<const GumboNode*>(children.data[0]);
  return child->type == GUMBO_NODE_TEXT ? std::string_view(child->v.text.text) : std::string_view();
}

/// What is not there for readers, or not of the article.
bool is_left_out(const GumboNode& node) {
  static constexpr std::array<std::string_view, 26> kNames = {
      "script",   "style",    "noscript", "head", "nav",    "aside",  "footer", "button",   "select",
      "datalist", "textarea", "svg",      "math", "iframe", "object", "audio",  "video",    "canvas",
      "noembed",  "noframes", "del",      "kbd",  "samp",   "title",  "xmp",    "plaintext"};
  static constexpr std::array<std::string_view, 6> kRoles = {"navigation", "banner",        "contentinfo",
                                                             "search",     "complementary", "menu"};
  const std::string_view name = name_of(node);
  if (listed(kNames, name) || has(node, "hidden") || attribute(node, "aria-hidden") == "true") return true;
  if (name == "dialog" && !has(node, "open")) return true;
  if (listed(kRoles, attribute(node, "role"))) return true;
  std::string style = small_letters(attribute(node, "style"));
  style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
  return style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos;
}

/// What a page says of itself; the first of each kind counts.
struct Metadata {
  std::array<std::string, 4> published;  // by how far it can be trusted
  std::array<std::string, 3> title;      // likewise

  template <std::size_t size>
  static void add(std::array<std::string, size>& values, std::size_t rank, std::string_view value) {
    const std::size_t first = std::min(value.size(), value.find_first_not_of(kSpace));
    value = value.substr(first, value.find_last_not_of(kSpace) + 1 - first);
    if (values[rank].empty()) values[rank] = value;
  }

  void read(const GumboNode& node, bool in_header) {
    const std::string_view name = name_of(node);
    if (name == "meta") {
      meta(small_letters(attribute(node, "property")), attribute(node, "content"));
      meta(small_letters(attribute(node, "name")), attribute(node, "content"));
      if (attribute(node, "itemprop") == "datePublished") add(published, 0, attribute(node, "content"));
    } else if (name == "title") {
      add(title, 1, inner_text(node));
    } else if (name == "h1") {
      add(title, 2, inner_text(node));
    } else if (name == "script" && attribute(node, "type") == "application/ld+json") {
      linked_data(inner_text(node));
    } else if (name == "time") {
      const bool marked = attribute(node, "itemprop") == "datePublished";
      if (marked || in_header || has(node, "pubdate")) add(published, marked ? 0 : 3, attribute(node, "datetime"));
    } else if (attribute(node, "itemprop") == "datePublished") {
      add(published, 0, attribute(node, "content"));
    }
  }

  void meta(std::string_view key, std::string_view content) {
    static constexpr std::array<std::string_view, 9> kDates = {"dc.date",      "dc.date.issued", "dc.date.created",
                                                               "dcterms.date", "dcterms.issued", "dcterms.created",
                                                               "date",         "pubdate",        "parsely-pub-date"};
    if (key == "article:published_time" || key == "og:article:published_time") add(published, 0, content);
    if (listed(kDates, key)) add(published, 2, content);
    if (key == "og:title") add(title, 0, content);
  }

  /// "datePublished": "2023-11-09...", wherever it stands.
  void linked_data(std::string_view json) {
    static constexpr std::string_view kKey = "\"datePublished\"";
    std::size_t at = json.find(kKey);
    if (at == std::string_view::npos) return;
    at = json.find_first_not_of(kSpace, at + kKey.size());
    if (at == std::string_view::npos || json[at] != ':') return;
    at = json.find_first_not_of(kSpace, at + 1);
    if (at == std::string_view::npos || json[at] != '"') return;
    add(published, 1, json.substr(at + 1, json.find('"', at + 1) - at - 1));
  }
};

/// Something of the page, in the order of its bytes.
struct Event {
  enum class Kind { text, gap, comment };
  std::uint32_t offset = 0;
  Kind kind = Kind::text;
  Gap gap = Gap::none;
  ProseWriter::Level level = ProseWriter::Level::plain;
  bool preformatted = false;
  bool in_main = false;
  std::int32_t article = -1;  // the outermost it stands in
  std::uint32_t bytes = 0;    // of a text, decoded
};

class Page {
 public:
  Page(std::string_view source, std::string_view parsed) : source_(source), parsed_(parsed) {}

  void collect(const GumboNode& root) {
    frames_.push_back({&root, {}, 0});
    while (!frames_.empty()) {  // no recursion: pages may nest deeply
      Frame& frame = frames_.back();
      const GumboVector& children =
          frame.node->type == GUMBO_NODE_DOCUMENT ? frame.node->v.document.children : frame.node->v.element.children;
      if (frame.next == children.length) {
        leave(frame);
        frames_.pop_back();
        continue;
      }
      const auto& child = *static_cast<const GumboNode*>(children.data[frame.next++]);
      visit(child, frame.state);
    }
    std::stable_sort(events_.begin(), events_.end(),
                     [](const Event& a, const Event& b) { return a.offset < b.offset; });
  }

  void write(ProseWriter& writer, Document& document) {
    choose(document);
    for (const Event& event : events_) {
      if (event.kind == Event::Kind::comment) {
        comment(event, writer);
      } else if (!wanted(event)) {
        writer.gap(Gap::line);
      } else if (event.kind == Event::Kind::gap) {
        writer.gap(event.gap);
        if (event.gap == Gap::line) code_ = struck_ = 0;  // left open, they would hide the rest of the page
      } else {
        text(event, writer);
      }
    }
    for (const std::string& title : metadata_.title)
      if (document.title.empty()) document.title = title;
    for (const std::string& day : metadata_.published)
      if (!document.published) document.published = published_day(day);
  }

 private:
  struct State {
    ProseWriter::Level level = ProseWriter::Level::plain;
    bool preformatted = false;
    bool header = false;
    bool in_main = false;
    bool unread = false;  // metadata only
    std::int32_t article = -1;
  };
  struct Frame {
    const GumboNode* node;
    State state;
    unsigned next;
  };

  Event event_at(std::size_t offset, Event::Kind kind, const State& state) const {
    Event event;
    event.offset = static_cast<std::uint32_t>(std::min(offset, source_.size()));
    event.kind = kind;
    event.level = state.level;
    event.preformatted = state.preformatted;
    event.in_main = state.in_main;
    event.article = state.article;
    return event;
  }

  void add_gap(Gap gap, std::size_t offset, const State& state) {
    Event event = event_at(offset, Event::Kind::gap, state);
    event.gap = gap;
    events_.push_back(event);
  }

  void visit(const GumboNode& node, const State& around) {
    if (node.type == GUMBO_NODE_COMMENT) {
      events_.push_back(event_at(node.v.text.start_pos.offset, Event::Kind::comment, around));
      return;
    }
    if (!is_element(node)) {
      if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE) add_text(node, around);
      return;
    }
    metadata_.read(node, around.header);
    const std::string_view name = name_of(node);
    State state = around;
    if (name == "head") {
      state.unread = true;
    } else if (is_left_out(node) || is_mark(node)) {
      const bool block = markup::is_block(name);
      add_gap(block ? Gap::line : Gap::seam, node.v.element.start_pos.offset, around);
      add_gap(block ? Gap::line : Gap::seam, node.v.element.end_pos.offset, around);
      state.unread = true;
    }
    if (name == "sup") state.level = ProseWriter::Level::raised;
    if (name == "sub") state.level = ProseWriter::Level::lowered;
    if (name == "pre") state.preformatted = true;
    if (name == "header") state.header = true;
    if (name == "main" || attribute(node, "role") == "main") {
      state.in_main = true;
      if (main_ == nullptr) main_ = &node;
    }
    if (name == "article" && state.article < 0 && !state.unread) {
      state.article = static_cast<std::int32_t>(articles_.size());
      articles_.push_back({&node, 0});
    }
    if (name == "html") html_ = &node;
    if (!state.unread) edge(node, name, node.v.element.start_pos.offset, state);
    frames_.push_back({&node, state, 0});
  }

  void leave(const Frame& frame) {
    if (!is_element(*frame.node) || frame.state.unread) return;
    const std::string_view name = name_of(*frame.node);
    if (!markup::is_void(name)) edge(*frame.node, name, frame.node->v.element.end_pos.offset, frame.state);
  }

  void edge(const GumboNode& node, std::string_view name, std::size_t offset, const State& state) {
    if (name == "td" || name == "th") {
      add_gap(Gap::cell, offset, state);
    } else if (markup::is_block(name)) {
      add_gap(Gap::line, offset, state);
    } else if (name == "a" && has(node, "href")) {
      add_gap(Gap::seam, offset, state);
    }
  }

  void add_text(const GumboNode& node, const State& state) {
    if (state.unread) return;
    const GumboText& text = node.v.text;
    Event event =
        event_at(static_cast<std::size_t>(text.original_text.data - parsed_.data()), Event::Kind::text, state);
    event.bytes = static_cast<std::uint32_t>(std::string_view(text.text).size());
    events_.push_back(event);
    if (node.type == GUMBO_NODE_WHITESPACE) return;
    if (state.article >= 0) articles_[static_cast<std::size_t>(state.article)].bytes += event.bytes;
  }

  /// A link to a note of the same page, or a raised number in brackets: neither is a figure of the text.
  bool is_mark(const GumboNode& node) const {
    const std::string_view name = name_of(node);
    const bool link = name == "a" && attribute(node, "href").substr(0, 1) == "#";
    if (!link && name != "sup") return false;
    const std::size_t begin = node.v.element.start_pos.offset, end = node.v.element.end_pos.offset;
    if (end <= begin || end - begin > kLongestMark || end > source_.size()) return false;
    bool bracket = false;
    for (std::size_t at = begin; at < end;) {
      if (source_[at] == '<' && markup::begins(source_, at)) {
        at = markup::tag_at(source_, at).end;
        continue;
      }
      const char c = source_[at++];
      if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80) return false;
      bracket = bracket || c == '[';
    }
    return link || bracket;
  }

  /// The article: the longest, if it is most of all that stands in articles; else what is marked as main; else all.
  void choose(Document& document) {
    std::size_t all = 0, longest = 0;
    for (std::size_t i = 0; i < articles_.size(); ++i) {
      all += articles_[i].bytes;
      if (articles_[i].bytes > articles_[longest].bytes) longest = i;
    }
    const GumboNode* content = main_ != nullptr ? main_ : html_;
    if (all > 0 && articles_[longest].bytes * 2 > all) {
      article_ = static_cast<std::int32_t>(longest);
      content = articles_[longest].node;
    }
    for (; content != nullptr && is_element(*content) && document.language.empty(); content = content->parent)
      document.language = attribute(*content, "lang");
  }

  bool wanted(const Event& event) const {
    if (article_ >= 0) return event.article == article_;
    return main_ == nullptr || event.in_main;
  }

  void comment(const Event& event, ProseWriter& writer) {
    const markup::Tag tag = markup::tag_at(source_, event.offset);
    if (tag.kind == markup::Tag::Kind::comment) {
      writer.comment(markup::comment_text(source_, event.offset, tag.end), event.offset);
      return;
    }
    int* open = tag.name == "code" ? &code_ : tag.name == "s" || tag.name == "strike" ? &struck_ : nullptr;
    if (open == nullptr) return;
    *open += tag.kind == markup::Tag::Kind::opening ? 1 : *open > 0 ? -1 : 0;
    writer.gap(Gap::seam);
  }

  /// The bytes of a text: as many as make up what the parser decoded. Tags that it passed over may stand between.
  void text(const Event& event, ProseWriter& writer) {
    if (event.offset < done_) return;  // in pages broken enough, two texts claim the same bytes
    std::size_t at = event.offset, run = at, left = event.bytes;
    const auto flush = [&] {
      if (code_ == 0 && struck_ == 0) writer.write(run, at, event.level);
    };
    while (left > 0 && at < source_.size()) {
      std::size_t step = 1, decoded = 1;
      if (source_[at] == '<' && markup::begins(source_, at)) {
        flush();
        at = run = markup::tag_at(source_, at).end;
        continue;
      }
      if (source_[at] == '\r' && source_.substr(at + 1, 1) == "\n") step = 2;
      if (event.preformatted && (source_[at] == '\n' || source_[at] == '\r')) {
        flush();
        writer.gap(Gap::line);
        run = at + step;
      }
      if (source_[at] == '&') {
        if (const auto entity = entity_at(source_, at)) {
          step = entity->size;
          decoded = entity->text.size();
        }
      }
      at += step;
      left -= std::min(left, decoded);
    }
    flush();
    done_ = at;
  }

  std::string_view source_, parsed_;
  std::vector<Frame> frames_;
  std::vector<Event> events_;
  Metadata metadata_;
  struct Article {
    const GumboNode* node;
    std::size_t bytes;
  };
  std::vector<Article> articles_;
  const GumboNode* main_ = nullptr;
  const GumboNode* html_ = nullptr;
  std::int32_t article_ = -1;
  int code_ = 0, struck_ = 0;  // how many are open
  std::size_t done_ = 0;       // behind the last text
};

}  // namespace

void read_html(std::string_view source, ProseWriter& writer, Document& document) {
  const std::string parsed = tamed(source);
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  const auto destroy = [&](GumboOutput* output) { gumbo_destroy_output(&options, output); };
  const std::unique_ptr<GumboOutput, decltype(destroy)> output(
      gumbo_parse_with_options(&options, parsed.data(), parsed.size()), destroy);
  Page page(source, parsed);
  page.collect(*output->document);
  page.write(writer, document);
}

}  // namespace mizan
