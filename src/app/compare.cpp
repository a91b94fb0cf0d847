// `compare`: two files, or a file of pairs.
#include <fmt/format.h>

#include <algorithm>
#include <atomic>

#include "app/commands.hpp"
#include "app/console.hpp"
#include "app/pipeline.hpp"

namespace mizan::app {
namespace {

constexpr std::size_t kBatch = 512;  // pairs worked on at a time

struct DocumentPair {
  Document a, b;
};

/// The one document of a file.
std::optional<Document> read_one(const std::string& path, const Options& options, Errors& errors) {
  std::optional<Document> found;
  std::size_t count = 0;
  const std::size_t errors_before = errors.size();
  read_path(
      path, {},
      [&](Document&& document) {
        if (++count == 1) found = std::move(document);
      },
      errors);
  if (count > 1) {
    Error error;
    error.file = path;
    error.message = fmt::format("{} documents where one is expected", count);
    error.hint = "mizan check compares many; --pairs reads pairs";
    errors.push_back(std::move(error));
    return std::nullopt;
  }
  if (count == 0 && errors.size() == errors_before) {
    Error error;
    error.file = path;
    error.message = "no text here";
    errors.push_back(std::move(error));
  }
  if (found && !options.language.empty()) found->language = options.language;
  return found;
}

class Comparing {
 public:
  Comparing(const Options& options, const Knowledge& knowledge)
      : options_(options), knowledge_(knowledge), text_(text_options(options)) {}

  void add(DocumentPair&& pair) {
    batch_.push_back(std::move(pair));
    if (batch_.size() == kBatch) flush();
  }

  void flush() {
    std::vector<std::string> pages(batch_.size());
    for_each_index(batch_.size(), options_.threads, [&](std::size_t i) {
      const ComparedPair pair = compare_documents(std::move(batch_[i].a), std::move(batch_[i].b), knowledge_);
      if (comparison_verdict(pair) == name(Verdict::contradiction)) ++contradicting_;
      pages[i] = options_.format == "jsonl" ? comparison_jsonl(pair) : comparison_text(pair, text_);
    });
    batch_.clear();
    std::string page;
    for (const std::string& one : pages) page += one;
    written_ = print(page) && written_;
  }

  std::size_t contradicting() const { return contradicting_; }
  bool written() const { return written_; }

 private:
  const Options& options_;
  const Knowledge& knowledge_;
  TextOptions text_;
  std::vector<DocumentPair> batch_;
  std::atomic<std::size_t> contradicting_{0};
  bool written_ = true;
};

}  // namespace

int compare_command(const Options& options) {
  const std::optional<Knowledge> knowledge = load_knowledge(options.rules);
  if (!knowledge || !known_language(options, *knowledge)) return kUnreadable;
  Errors errors;
  Comparing comparing(options, *knowledge);
  if (options.pairs.empty()) {
    std::optional<Document> a = read_one(options.paths[0], options, errors);
    std::optional<Document> b = read_one(options.paths[1], options, errors);
    if (a && b) comparing.add({std::move(*a), std::move(*b)});
  } else {
    read_pairs(
        options.pairs, {},
        [&](Document&& a, Document&& b) {
          if (!options.language.empty()) a.language = b.language = options.language;
          comparing.add({std::move(a), std::move(b)});
        },
        errors);
  }
  comparing.flush();
  print_errors(errors);
  if (!comparing.written()) {
    print_error("standard output could not be written");
    return kUnreadable;
  }
  if (!errors.empty()) return kUnreadable;
  return comparing.contradicting() > 0 ? kFindings : kClean;
}

}  // namespace mizan::app
