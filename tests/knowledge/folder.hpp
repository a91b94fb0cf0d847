// A rules folder made for one test, and removed after it.
#pragma once

#include <atomic>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>

#include "knowledge/knowledge.hpp"

/// A language that loads: "en" with nothing but its name.
inline constexpr const char* kEnglish = R"(tag = "en"
name = "English"
script = "Latn"
common = ["the", "of", "and"]
)";

/// A rule that loads in a folder whose only language is English.
inline constexpr const char* kRule = R"toml(frame = "trade.turnover"
title = "Trade"
message = "{a.value} here, {b.value} there"
[slots]
parties = { type = "country", count = 2, order = "any" }
at = { type = "time", grain = "year" }
value = { type = "quantity", dimension = "money" }
[cues]
en = ["trade"]
[same]
key = ["parties"]
times = "equal"
[differ]
slot = "value"
method = "interval"
[[example]]
en = "one"
claim = "trade.turnover()"
[[example]]
a.en = "one"
b.en = "two"
verdict = "contradiction"
[[example]]
en = "none"
claim = "none"
)toml";

class Folder {
 public:
  Folder() {
    static std::atomic<int> count{0};
    root_ = std::filesystem::temp_directory_path() /
            ("mizan-rules-" + std::to_string(std::filesystem::hash_value(std::filesystem::current_path())) + "-" +
             std::to_string(reinterpret_cast<std::uintptr_t>(this)) + "-" + std::to_string(count++));
    std::filesystem::create_directories(root_);
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(root_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  Folder& file(const std::string& path, std::string_view text) {
    const std::filesystem::path full = root_ / path;
    std::filesystem::create_directories(full.parent_path());
    std::ofstream(full, std::ios::binary) << text;
    return *this;
  }
  std::string path(const std::string& inside = {}) const {
    return (inside.empty() ? root_ : root_ / inside).generic_string();
  }
  mizan::Result<mizan::Knowledge> load() const { return mizan::Knowledge::load({path()}); }

 private:
  std::filesystem::path root_;
};

/// text with its one occurrence of what replaced.
inline std::string with(std::string text, const std::string& what, const std::string& by) {
  const std::size_t at = text.find(what);
  if (at == std::string::npos) throw std::runtime_error("no \"" + what + "\" to replace");
  return text.replace(at, what.size(), by);
}
