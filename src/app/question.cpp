// From paths, --files-from and --corpus to what is asked.
#include "app/question.hpp"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <system_error>

namespace mizan::app {
namespace {

std::vector<std::string> split(const std::string& bytes, char end) {
  std::vector<std::string> paths;
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t stop = std::min(bytes.find(end, begin), bytes.size());
    std::string path = bytes.substr(begin, stop - begin);
    if (end == '\n' && path.ends_with('\r')) path.pop_back();
    if (!path.empty()) paths.push_back(std::move(path));
    begin = stop + 1;
  }
  return paths;
}

/// The folder of the configuration, else the current one.
std::string here(const Options& options) {
  if (options.root.empty()) return ".";
  const std::string folder = std::filesystem::path(options.config).parent_path().string();
  return folder.empty() ? "." : folder;
}

std::string read_all(std::istream& stream) { return {std::istreambuf_iterator<char>(stream), {}}; }

bool is_id(const std::string& word) {
  return word.size() > 3 && (word.starts_with("fc-") || word.starts_with("cl-") || word.starts_with("sr-")) &&
         word.find_first_not_of("0123456789abcdef", 3) == std::string::npos;
}

}  // namespace

void sort_what_from_paths(Options& options) {
  const bool series = options.command == Command::series;
  if ((options.command != Command::show && !series) || options.id.empty()) return;
  namespace fs = std::filesystem;
  std::error_code failed;
  const bool folder = !is_id(options.id) && fs::is_directory(options.id, failed);
  const bool alone = options.paths.empty() && options.corpus.empty() && options.files_from.empty();
  const bool file = fs::is_regular_file(options.id, failed) && (series || (alone && options.id.ends_with(".jsonl")));
  if (options.id != "-" && options.about.empty() && !folder && !file) return;
  options.paths.insert(options.paths.begin(), options.id);
  options.id.clear();
}

std::optional<Error> add_listed_paths(Options& options) {
  if (options.files_from.empty()) return std::nullopt;
  std::string bytes;
  if (options.files_from == "-") {
    bytes = read_all(std::cin);
  } else {
    errno = 0;
    std::ifstream stream(options.files_from, std::ios::binary);
    if (!stream) return Error{options.files_from, 0, 0, std::generic_category().message(errno), {}};
    bytes = read_all(stream);
  }
  for (std::string& path : split(bytes, options.null_between ? '\0' : '\n')) options.paths.push_back(std::move(path));
  return std::nullopt;
}

Question ask(const Options& options) {
  const bool named = !options.paths.empty() || !options.files_from.empty();
  Question question;
  if (options.corpus.empty()) {
    question.corpus = named ? options.paths : std::vector<std::string>{here(options)};
  } else if (options.command == Command::extract && named) {
    question.corpus = options.paths;
  } else {
    question.corpus = options.corpus;
    question.named = options.paths;
    question.all_told = !named;
  }
  return question;
}

}  // namespace mizan::app
