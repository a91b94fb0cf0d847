#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <new>
#include <stdexcept>
#include <system_error>

#include "text/formats.hpp"
#include "text/text.hpp"

namespace mizan {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPiece = std::size_t{1} << 20;

using Sink = std::function<void(Document&&)>;
using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

std::string reason(int error) { return std::generic_category().message(error); }

void fail(Errors& errors, const std::string& path, std::string message) {
  errors.push_back({path, 0, 0, std::move(message), ""});
}

/// Hands the file over in pieces, as long as use wants more; false, and an error, if reading fails.
template <class Use>
bool for_each_piece(std::FILE* file, const std::string& name, Errors& errors, Use use) {
  std::string piece(kPiece, '\0');
  while (true) {
    const std::size_t size = std::fread(piece.data(), 1, piece.size(), file);
    if (size > 0 && !use(std::string_view(piece).substr(0, size))) return true;
    if (size < piece.size()) break;
  }
  if (std::ferror(file) == 0) return true;
  fail(errors, name, reason(errno));
  return false;
}

template <class AnySink>
std::size_t read_jsonl(std::FILE* file, const std::string& name, const AnySink& sink, Errors& errors) {
  JsonlReader reader(name, sink, errors);
  if (!for_each_piece(file, name, errors, [&](std::string_view piece) { return reader.feed(piece); })) return 0;
  return reader.finish();
}

std::size_t read_stream(std::FILE* file, const std::string& name, std::size_t expected, const Sink& sink,
                        Errors& errors) {
  const Format format = format_of(name).value_or(Format::plain);
  if (format == Format::jsonl) return read_jsonl(file, name, sink, errors);
  std::string bytes;
  bytes.reserve(std::min<std::size_t>(expected, UINT32_MAX));
  const bool whole = for_each_piece(file, name, errors, [&](std::string_view piece) {
    bytes.append(piece);
    return bytes.size() <= UINT32_MAX;  // too large for a text already: read_text says so
  });
  return whole ? read_text(std::move(bytes), name, format, sink, errors) : 0;
}

std::size_t read_file(const std::string& path, const std::string& name, const Sink& sink, Errors& errors) {
  errno = 0;
  const File file(std::fopen(path.c_str(), "rb"), std::fclose);
  if (!file) {
    fail(errors, name, reason(errno));
    return 0;
  }
  std::error_code ignored;
  const std::uintmax_t size = fs::file_size(path, ignored);  // a hint only: pipes have none
  return read_stream(file.get(), name, ignored ? 0 : static_cast<std::size_t>(size), sink, errors);
}

std::size_t read_directory(const std::string& path, const Sink& sink, Errors& errors) {
  FileRules rules;
  rules.ignore_files = false;
  FileList list;
  list_files(path, rules, list, errors);
  if (!list.empty.empty()) fail(errors, path, fmt::format("no texts here ({})", kEndings));
  std::size_t documents = 0;
  for (const FileList::File& file : list.files) documents += read_path(file.path, {}, sink, errors);
  return documents;
}

/// Runs read; what a library throws (out of memory, an impossible path) becomes an error. What the sink throws is the
/// caller's own and passes.
template <class Read>
std::size_t guarded(const std::string& path, const Sink& sink, Errors& errors, Read read) {
  bool in_sink = false;
  const Sink marked = [&](Document&& document) {
    in_sink = true;
    sink(std::move(document));
    in_sink = false;
  };
  try {
    return read(marked);
  } catch (const std::bad_alloc&) {
    if (in_sink) throw;
    fail(errors, path, "too large for the memory of this machine");
  } catch (const std::exception& exception) {
    if (in_sink) throw;
    fail(errors, path, exception.what());
  }
  return 0;
}

}  // namespace

std::size_t read_path(const std::string& path, const ReadOptions& options, const Sink& sink, Errors& errors) {
  const std::string& name = options.name.empty() ? path : options.name;
  return guarded(name, sink, errors, [&](const Sink& marked) -> std::size_t {
    if (path == "-") return read_stream(stdin, options.stdin_name, 0, marked, errors);
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status)) {
      fail(errors, name, error ? error.message() : reason(ENOENT));
      return 0;
    }
    return fs::is_directory(status) ? read_directory(path, marked, errors) : read_file(path, name, marked, errors);
  });
}

std::size_t read_bytes(std::string_view bytes, const std::string& name, const Sink& sink, Errors& errors) {
  return guarded(name, sink, errors, [&](const Sink& marked) -> std::size_t {
    const Format format = format_of(name).value_or(Format::plain);
    if (format != Format::jsonl) return read_text(std::string(bytes), name, format, marked, errors);
    JsonlReader reader(name, marked, errors);
    reader.feed(bytes);
    return reader.finish();
  });
}

std::size_t read_record(const std::string& path, const std::string& name, std::uint32_t line, const Sink& sink,
                        Errors& errors) {
  return guarded(path, sink, errors, [&](const Sink& marked) -> std::size_t {
    errno = 0;
    const File file(std::fopen(path.c_str(), "rb"), std::fclose);
    if (!file) {
      fail(errors, path, reason(errno));
      return 0;
    }
    JsonlReader reader(name, marked, errors);
    reader.only(line);
    for_each_piece(file.get(), path, errors, [&](std::string_view piece) { return reader.feed(piece); });
    return reader.finish();
  });
}

std::size_t read_pairs(const std::string& path, const ReadOptions& options,
                       const std::function<void(Document&&, Document&&)>& sink, Errors& errors) {
  if (path == "-") return read_jsonl(stdin, options.stdin_name, sink, errors);
  errno = 0;
  const File file(std::fopen(path.c_str(), "rb"), std::fclose);
  if (file) return read_jsonl(file.get(), path, sink, errors);
  fail(errors, path, reason(errno));
  return 0;
}

}  // namespace mizan
