#include "text/fold_table.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <cstring>
#include <map>

#include "model/archive.hpp"

namespace mizan {
namespace {

constexpr int kRounds = 8;  // a group is stable after two or three; a table that maps in circles must end as well

/// ICU's own instance; nullptr only if ICU lacks its data, and then nothing is normalised.
const icu::Normalizer2* nfc() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* instance = icu::Normalizer2::getNFCInstance(status);
  return U_SUCCESS(status) ? instance : nullptr;
}

UChar32 icu_code(char32_t code) { return static_cast<UChar32>(code); }

std::string normalize(std::string_view text) {
  const icu::Normalizer2* normalizer = nfc();
  if (normalizer == nullptr) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  const auto source = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  std::string result;
  normalizer->normalize(source, status).toUTF8String(result);
  return U_SUCCESS(status) ? result : std::string(text);
}

/// Ideographs, private use, surrogates: a third of the BMP that has neither case nor compositions.
bool inert(char32_t code) { return (code >= 0x3400 && code < 0xA000) || (code >= 0xD800 && code < 0xF900); }

std::string utf8_of(char32_t code) {
  std::string result;
  utf8::append(result, code);
  return result;
}

std::uint8_t flags_of(char32_t code) {
  const icu::Normalizer2* normalizer = nfc();
  if (normalizer == nullptr) return 0;
  std::uint8_t flags = 0;
  if (!normalizer->hasBoundaryBefore(icu_code(code))) flags |= kJoins;
  if (u_getIntPropertyValue(icu_code(code), UCHAR_NFC_QUICK_CHECK) != UNORM_YES) flags |= kNormalize;
  return flags;
}

std::uint8_t trailing_class(char32_t code) {
  return static_cast<std::uint8_t>(u_getIntPropertyValue(icu_code(code), UCHAR_TRAIL_CANONICAL_COMBINING_CLASS));
}

}  // namespace

FoldData::FoldData(const std::vector<std::pair<char32_t, std::string>>& entries) : bmp(0x10000) {
  for (const auto& [from, to] : entries) {
    if (from <= 0x10FFFF && !(from >= 0xD800 && from < 0xE000)) replacements[from] = to;
  }
  // Replacements are folded themselves, so that folding twice changes nothing and the order of a table does not matter.
  for (auto& [from, to] : replacements) to = fold_group(to);

  for (char32_t code = 0; code < 0x10000; ++code) {
    const std::string self = utf8_of(code);
    if (inert(code) && replacements.find(code) == replacements.end()) {
      bmp[code] = make(code, self);
      continue;
    }
    const std::uint8_t flags = flags_of(code);
    bmp[code] = make(code, map_once((flags & kNormalize) != 0 ? normalize(self) : self));
    bmp[code].flags |= flags;
    bmp[code].combining = trailing_class(code);
  }
  for (const auto& [from, to] : replacements) {
    if (from < 0x80) plain_ascii = false;
    if (from < 0x10000) continue;
    FoldEntry& entry = supplementary[from];
    entry = make(from, map_once(normalize(utf8_of(from))));
    entry.flags |= flags_of(from);
    entry.combining = trailing_class(from);
  }
  index_steps();
}

void FoldData::index_steps() {
  steps.assign(0x10000, {});
  const auto add = [this](std::uint32_t pair, char32_t code) {
    const FoldEntry& entry = bmp[code];
    if ((entry.flags & (kStep | kJoins | kPooled)) == kStep) steps[pair] = {entry.bytes, entry.size};
  };
  for (std::uint32_t lead = 0; lead < 0x80; ++lead)
    for (std::uint32_t next = 0; next < 0x100; ++next) add(lead << 8 | next, lead);
  for (std::uint32_t lead = 0xC2; lead < 0xE0; ++lead)
    for (std::uint32_t next = 0x80; next < 0xC0; ++next) add(lead << 8 | next, (lead & 0x1F) << 6 | (next & 0x3F));
}

FoldEntry FoldData::make(char32_t code, std::string_view replacement) {
  FoldEntry entry;
  const std::uint32_t source_size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  entry.source_size = static_cast<std::uint8_t>(source_size);
  if (replacement.size() > 255) replacement = {};  // no letter stands for a page of text
  entry.size = static_cast<std::uint8_t>(replacement.size());
  if (replacement.size() <= sizeof entry.bytes) {
    std::memcpy(&entry.bytes, replacement.data(), replacement.size());
  } else {
    entry.flags |= kPooled;
    entry.bytes = static_cast<std::uint32_t>(pool.size());
    pool.append(replacement);
  }
  if (replacement.empty()) {
    entry.flags |= kJoins;
  } else if (replacement.size() == source_size && utf8::length(replacement.front()) == source_size) {
    entry.flags |= kStep;
  }
  return entry;
}

FoldEntry FoldData::beyond(char32_t code) const {
  const auto found = supplementary.find(code);
  if (found != supplementary.end()) return found->second;
  FoldEntry entry;
  entry.source_size = entry.size = 4;
  entry.flags = kStep;
  const bool emoji = code >= 0x1F000 && code < 0x1FB00;
  const char32_t lower = emoji ? code : static_cast<char32_t>(u_tolower(icu_code(code)));
  const std::string self = utf8_of(lower < 0x10000 ? code : lower);  // case pairs never leave their plane
  std::memcpy(&entry.bytes, self.data(), sizeof entry.bytes);
  if (!emoji) {
    entry.flags |= flags_of(code);
    entry.combining = trailing_class(code);
    // What NFC always takes apart is left to the group path, which knows how.
    if ((entry.flags & kNormalize) != 0) entry.flags |= kJoins;
  }
  return entry;
}

std::string_view FoldData::text(const FoldEntry& entry) const { return {pool.data() + entry.bytes, entry.size}; }

std::string FoldData::map_once(std::string_view text) const {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::CodePoint code = utf8::decode(text, at);
    at += code.size;
    auto found = replacements.find(code.value);
    if (found == replacements.end()) {
      const auto lower = static_cast<char32_t>(u_tolower(icu_code(code.value)));
      found = replacements.find(lower);
      if (found == replacements.end()) {
        utf8::append(result, lower);
        continue;
      }
    }
    result += found->second;
  }
  return result;
}

std::string FoldData::fold_group(std::string_view source) const {
  std::string text(source);
  for (int round = 0; round < kRounds; ++round) {
    std::string next = map_once(normalize(text));
    if (next == text) break;
    text = std::move(next);
  }
  return text;
}

FoldTable::FoldTable() = default;
FoldTable::FoldTable(const std::vector<std::pair<char32_t, std::string>>& entries)
    : impl_(std::make_unique<Impl>(entries)) {}
FoldTable::~FoldTable() = default;
FoldTable::FoldTable(FoldTable&&) noexcept = default;
FoldTable& FoldTable::operator=(FoldTable&&) noexcept = default;

const FoldData& FoldTable::data() const {
  static const FoldData standard(std::vector<std::pair<char32_t, std::string>>{});
  return impl_ ? *impl_ : standard;
}

template <class A>
void fields(A& archive, Is<FoldEntry> auto& x) {
  archive(x.bytes, x.size, x.flags, x.combining, x.source_size);
}

std::string FoldTable::pack() const {
  Packer packer;
  const FoldData& all = data();
  packer.raw(all.bmp.data(), all.bmp.size() * sizeof(FoldEntry));
  packer(all.pool, all.plain_ascii, std::map(all.replacements.begin(), all.replacements.end()),
         std::map(all.supplementary.begin(), all.supplementary.end()));
  return std::move(packer.bytes());
}

FoldTable FoldTable::unpack(std::string_view bytes) {
  FoldTable table;
  table.impl_ = std::make_unique<Impl>();
  Impl& all = *table.impl_;
  Unpacker unpacker(bytes);
  unpacker.raw(all.bmp.data(), all.bmp.size() * sizeof(FoldEntry));
  std::map<char32_t, std::string> replacements;
  std::map<char32_t, FoldEntry> supplementary;
  unpacker(all.pool, all.plain_ascii, replacements, supplementary);
  all.replacements.insert(replacements.begin(), replacements.end());
  all.supplementary.insert(supplementary.begin(), supplementary.end());
  all.index_steps();
  return table;
}

}  // namespace mizan
