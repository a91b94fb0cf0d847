#include <algorithm>

#include "text/text.hpp"

namespace mizan {

void OffsetMap::keep(std::uint32_t bytes) {
  source_size_ += bytes;
  folded_size_ += bytes;
}

void OffsetMap::replace(std::uint32_t source, std::uint32_t folded) {
  edits_.push_back({source_size_, folded_size_, source, folded});
  source_size_ += source;
  folded_size_ += folded;
}

Span OffsetMap::to_source(FoldedSpan folded) const {
  // The last edit that begins at or before a folded byte. Of several at one place, all but the last are deletions, and
  // those stand before the byte.
  const auto edit_at = [this](std::uint32_t byte) {
    return std::upper_bound(edits_.begin(), edits_.end(), byte,
                            [](std::uint32_t value, const Edit& edit) { return value < edit.folded; });
  };
  const auto behind = [](const Edit& edit, std::uint32_t byte) {
    return edit.source + edit.source_size + (byte - edit.folded - edit.folded_size);
  };

  Span result{folded.begin, folded.end};
  if (const auto next = edit_at(folded.begin); next != edits_.begin()) {
    const Edit& edit = *std::prev(next);
    result.begin = folded.begin < edit.folded + edit.folded_size ? edit.source : behind(edit, folded.begin);
  }
  if (folded.begin >= folded.end) return {result.begin, result.begin};
  if (const auto next = edit_at(folded.end - 1); next != edits_.begin()) {
    const Edit& edit = *std::prev(next);
    result.end =
        folded.end - 1 < edit.folded + edit.folded_size ? edit.source + edit.source_size : behind(edit, folded.end);
  }
  return result;
}

std::uint32_t OffsetMap::source_size() const { return source_size_; }
std::uint32_t OffsetMap::folded_size() const { return folded_size_; }

}  // namespace mizan
