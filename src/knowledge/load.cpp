#include <algorithm>
#include <filesystem>

#include "knowledge/loader.hpp"

namespace mizan {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kZwnj = "\xE2\x80\x8C";

/// The .toml files below folder, in byte order of their paths.
std::vector<std::string> toml_files(const fs::path& folder) {
  std::vector<std::string> result;
  std::error_code code;
  for (fs::recursive_directory_iterator it(folder, code), end; !code && it != end; it.increment(code))
    if (it->is_regular_file(code) && it->path().extension() == ".toml") result.push_back(it->path().generic_string());
  std::sort(result.begin(), result.end());
  return result;
}

char32_t fold_key(std::string_view key) {
  if (key.starts_with("U+")) {
    char32_t value = 0;
    for (const char c : key.substr(2)) {
      const int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
      if (digit < 0) return 0;
      value = value * 16 + static_cast<char32_t>(digit);
    }
    return value;
  }
  if (key.empty() || first_invalid_utf8(key)) return 0;
  const CodePoint c = code_point(key, 0);
  return c.size == key.size() ? c.value : 0;
}

}  // namespace

std::string KnowledgeLoader::fold_word(std::string_view natural) const {
  const std::string folded = fold(natural, k_.fold_).text;
  std::string result;  // one space for any run, none at the ends
  for (std::size_t i = 0; i < folded.size();) {
    const CodePoint c = code_point(folded, i);
    if (char_kind(c.value) == CharKind::space) {
      if (!result.empty() && result.back() != ' ') result += ' ';
    } else {
      result.append(folded, i, c.size);
    }
    i += c.size;
  }
  while (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

std::vector<std::string> KnowledgeLoader::phrases(std::string_view natural) const {
  std::vector<std::string> result{""};
  std::size_t at = 0;
  for (;;) {
    const std::size_t next = natural.find(kZwnj, at);
    const std::string part = fold_word(natural.substr(at, next == std::string_view::npos ? next : next - at));
    for (auto& phrase : result) phrase += part;
    if (next == std::string_view::npos) return result;
    const std::size_t count = result.size();
    for (std::size_t i = 0; i < count; ++i) result.push_back(result[i] + ' ');
    at = next + kZwnj.size();
  }
}

void KnowledgeLoader::add(std::string_view natural, Entry entry) {
  for (const auto& phrase : phrases(natural)) {
    if (phrase.empty() || phrase == "*") continue;
    entry.ambiguous = weak_.contains(phrase);
    k_.lexicon_.impl_->insert(phrase, entry);
  }
}

void KnowledgeLoader::add_dual(std::string_view natural, Entry entry, const std::set<std::string>& listed) {
  const Language& language = k_.languages_[entry.language];
  if (language.dual.empty()) return;
  std::string stem = fold_word(natural);
  if (stem.size() < 6 || stem.find_first_of(" *-") != std::string::npos) return;  // one word of three letters at least
  const auto& [feminine, becomes] = language.dual_feminine;
  if (!feminine.empty() && stem.ends_with(feminine))
    stem.replace(stem.size() - feminine.size(), feminine.size(), becomes);
  for (const auto& ending : language.dual) {
    const std::string form = stem + ending;
    const bool plural = listed.contains(form) && listed.contains(stem + language.sound_plural);
    if (plural || not_dual_.contains({entry.language, form})) continue;
    add(form, entry);
  }
}

void KnowledgeLoader::add_all(const std::vector<Written>& words, LabelKind kind, std::uint8_t language,
                              std::int64_t value, std::int32_t extra) {
  for (const auto& word : words) add(word.text, {kind, language, false, value, extra});
}

void KnowledgeLoader::fold_files(const std::vector<std::string>& folders) {
  std::vector<std::pair<char32_t, std::string>> entries;
  for (const auto& folder : folders) {
    const std::string file = folder + "/fold.toml";
    if (!fs::exists(file)) continue;
    const auto table = parse_toml(file, errors);
    if (!table) continue;
    TableReader reader(*table, file, errors);
    each(reader, "fold", {}, [&](std::string_view key, const toml::node& value, const TableReader& at) {
      const char32_t from = fold_key(key);
      const auto to = value.value_exact<std::string>();
      if (from == 0)
        at.error(value.source(), "\"" + std::string(key) + "\" is not one character or U+XXXX");
      else if (!to)
        at.error(value.source(), "a replacement must be a string");
      else
        entries.emplace_back(from, *to);
    });
    reader.finish();
  }
  k_.fold_ = FoldTable(entries);
}

std::vector<std::string> KnowledgeLoader::tags() const {
  std::vector<std::string> result;
  for (const auto& language : k_.languages_) result.push_back(language.tag);
  return result;
}

void KnowledgeLoader::load(const std::vector<std::string>& folders) {
  for (const auto& folder : folders)
    if (!fs::is_directory(folder)) errors.push_back({folder, 0, 0, "no such folder of rules", {}});
  fold_files(folders);
  conversions(folders);
  languages(folders);
  weak_.clear();
  const auto read = [&](const char* sub, void (KnowledgeLoader::*use)(TableReader&)) {
    for (folder_ = 0; folder_ < folders.size(); ++folder_)
      for (const auto& file : toml_files(fs::path(folders[folder_]) / sub)) {
        const auto table = parse_toml(file, errors);
        if (!table) continue;
        TableReader reader(*table, file, errors);
        (this->*use)(reader);
        reader.finish();
      }
  };
  read("names", &KnowledgeLoader::names);
  territories();
  read("concepts", &KnowledgeLoader::concepts);
  read("facts", &KnowledgeLoader::facts);
  k_.topic_words_.impl_->clitics = k_.lexicon_.impl_->clitics;
  read("topics", &KnowledgeLoader::topics);
  for (const auto& folder : folders) {
    const std::string file = folder + "/sounds.toml";
    if (!fs::exists(file)) continue;
    if (const auto table = parse_toml(file, errors)) {
      TableReader reader(*table, file, errors);
      sounds(reader);
      reader.finish();
    }
  }
  k_.index_common();
  for (Currency& currency : k_.currencies_) {
    currency.decimals = 0;
    for (const std::string& code : currency.codes) currency.decimals = std::max(currency.decimals, cldr_decimals(code));
  }
  k_.lexicon_.impl_->freeze();
  k_.topic_words_.impl_->freeze();
}

Result<Knowledge> Knowledge::load(const std::vector<std::string>& folders) {
  Knowledge knowledge;
  KnowledgeLoader loader(knowledge);
  loader.load(folders);
  if (!loader.errors.empty()) return tl::unexpected(std::move(loader.errors));
  return knowledge;
}

std::optional<std::uint8_t> Knowledge::language(std::string_view tag) const {
  // "fa-AF" falls back to "fa" (BCP 47 lookup)
  for (std::string_view rest = tag; !rest.empty();) {
    for (std::size_t i = 0; i < languages_.size(); ++i)
      if (languages_[i].tag == rest) return static_cast<std::uint8_t>(i);
    const std::size_t dash = rest.rfind('-');
    rest = dash == std::string_view::npos ? std::string_view{} : rest.substr(0, dash);
  }
  return std::nullopt;
}

}  // namespace mizan
