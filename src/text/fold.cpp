// The hot path of the whole tool: one table look-up and one four-byte store a code point, eight ASCII bytes at once,
// and no call of ICU but for code points that may combine.
#include <algorithm>
#include <bit>
#include <cstring>

#include "text/fold_table.hpp"
#include "text/utf8.hpp"

namespace mizan {
namespace {

constexpr std::size_t kRoom = 16;        // a store may write eight bytes, whatever counts of them
constexpr unsigned kLongestGroup = 128;  // normalisation is quadratic in a run of marks; no language needs ten

constexpr std::uint64_t each_byte(std::uint64_t byte) { return 0x0101010101010101u * byte; }

/// Lower case of eight bytes at once. The high bit of a byte is set by the sums where it is at least 'A', or above 'Z'.
std::uint64_t lower_ascii(std::uint64_t word) {
  const std::uint64_t from_a = word + each_byte(0x80 - 'A');
  const std::uint64_t above_z = word + each_byte(0x7F - 'Z');
  return word | (((from_a ^ above_z) & each_byte(0x80)) >> 2);
}

/// Collects the folded bytes and the edits. Places are byte counts from the start of the source and of the output.
class Output {
 public:
  explicit Output(std::size_t expected) { text_.resize(expected + kRoom); }

  char* data() { return text_.data(); }
  std::size_t capacity() const { return text_.size(); }
  void grow(std::size_t needed) { text_.resize(std::max(needed, text_.size() + text_.size() / 2) + kRoom); }

  /// The last edit waits, since a combining mark behind it may take it back.
  void edit(std::size_t source, std::size_t folded, std::size_t source_size, std::size_t folded_size) {
    flush();
    waiting_ = {source, folded, source_size, folded_size};
  }
  void take_back(std::size_t source) {
    if (waiting_.source_size != 0 && waiting_.source == source) waiting_ = {};
  }

  Folded finish(std::size_t source, std::size_t folded) {
    flush();
    keep_to(source, folded);
    text_.resize(folded);
    return {std::move(text_), std::move(map_)};
  }

 private:
  struct Waiting {
    std::size_t source = 0, folded = 0, source_size = 0, folded_size = 0;
  };

  void keep_to(std::size_t source, std::size_t folded) {
    const auto in = static_cast<std::uint32_t>(source - map_.source_size());
    const auto out = static_cast<std::uint32_t>(folded - map_.folded_size());
    if (in == out) {
      map_.keep(in);
    } else {  // only in text that is not UTF-8: the map stays true in its sums
      map_.replace(in, out);
    }
  }
  void flush() {
    if (waiting_.source_size == 0) return;
    keep_to(waiting_.source, waiting_.folded);
    map_.replace(static_cast<std::uint32_t>(waiting_.source_size), static_cast<std::uint32_t>(waiting_.folded_size));
    waiting_ = {};
  }

  std::string text_;
  OffsetMap map_;
  Waiting waiting_;
};

class Folder {
 public:
  Folder(std::string_view source, const FoldData& table) : source_(source), table_(table), output_(source.size()) {}

  Folded run();

 private:
  void append(std::size_t source, std::size_t source_size, std::string_view folded, bool unchanged);
  std::size_t group(std::size_t at);

  std::string_view source_;
  const FoldData& table_;
  Output output_;
  std::size_t written_ = 0;
  std::size_t closed_ = 0;  ///< the source before this is settled: the end of the last group
};

void Folder::append(std::size_t source, std::size_t source_size, std::string_view folded, bool unchanged) {
  if (written_ + folded.size() + kRoom > output_.capacity())
    output_.grow(written_ + folded.size() + source_.size() - source);
  if (!unchanged) output_.edit(source, written_, source_size, folded.size());
  if (!folded.empty()) std::memcpy(output_.data() + written_, folded.data(), folded.size());
  written_ += folded.size();
}

/// A run of code points that combine or vanish, with the one before it. Returns where the run ends. Mostly harakat,
/// tatweel and bidi marks, which NFC leaves alone; what it might change goes to ICU.
std::size_t Folder::group(std::size_t at) {
  std::size_t start = at;
  FoldEntry base;
  if (at > closed_) {
    const utf8::CodePoint before = utf8::decode_before(source_, at);
    const FoldEntry entry = table_.entry(before.value);
    if (entry.source_size == before.size) {  // else not UTF-8, and nothing to combine with
      start = at - before.size;
      base = entry;
    }
  }

  bool normalize = (base.flags & kNormalize) != 0;
  std::uint8_t order = base.combining;
  std::size_t end = at;
  for (unsigned count = 0; count < kLongestGroup && end < source_.size(); ++count) {
    const utf8::CodePoint code = utf8::decode(source_, end);
    const FoldEntry entry = table_.entry(code.value);
    if ((entry.flags & kJoins) == 0 || entry.source_size != code.size) break;
    normalize |= (entry.flags & kNormalize) != 0;
    if (entry.size != 0) {
      normalize |= entry.combining < order;
      order = entry.combining;
    }
    end += code.size;
  }

  closed_ = end;
  if (normalize) {
    const std::string folded = table_.fold_group(source_.substr(start, end - start));
    if (start < at) {
      output_.take_back(start);
      written_ -= base.size;
    }
    append(start, end - start, folded, folded == source_.substr(start, end - start));
    return end;
  }
  while (at < end) {
    const utf8::CodePoint code = utf8::decode(source_, at);
    const FoldEntry entry = table_.entry(code.value);
    const std::string_view inside(reinterpret_cast<const char*>(&entry.bytes), entry.size & 7u);
    append(at, code.size, (entry.flags & kPooled) != 0 ? table_.text(entry) : inside, (entry.flags & kStep) != 0);
    at += code.size;
  }
  return end;
}

Folded Folder::run() {
  const char* const source = source_.data();
  const std::size_t size = source_.size();
  const FoldEntry* const bmp = table_.bmp.data();
  const FoldStep* const steps = table_.steps.data();
  const auto tail = [](char byte) { return static_cast<unsigned char>(byte) & 0x3Fu; };
  const bool words = table_.plain_ascii && std::endian::native == std::endian::little;

  char* out = output_.data();
  std::size_t capacity = output_.capacity();
  std::size_t written = 0;  // locals: a store of chars would make the compiler read members again
  std::size_t at = 0;

  while (at < size) {
    if (written + kRoom > capacity) {
      output_.grow(written + size - at);
      out = output_.data();
      capacity = output_.capacity();
    }
    // A step moves source and output by as many bytes: one bound, the nearer end of the two, holds for a run of them.
    const std::size_t room = std::min(size - at, capacity - written);
    const std::size_t end = words && room >= 16 ? at + room - 15 : at;
    const std::size_t ahead = written - at;
    for (; at < end;) {
      std::uint64_t word;
      std::memcpy(&word, source + at, 8);
      if ((word & 0x8080) == 0 && (word & each_byte(0x80)) == 0) {
        const std::uint64_t lower = lower_ascii(word);
        std::memcpy(out + (ahead + at), &lower, 8);
        at += 8;
        continue;
      }
      // One byte or two, told apart without a branch: in Arabic and Cyrillic no processor guesses where a word ends.
      // Four of them stand in what was loaded, so that none waits for a load to know where it begins; the last one's
      // bytes are stored from the seventh on, which is why sixteen must have room.
      unsigned n = 0;
      for (; n < 4; ++n) {
        const FoldStep& step = steps[(word & 0xFF) << 8 | (word >> 8 & 0xFF)];
        if (step.size == 0) break;
        std::memcpy(out + (ahead + at), &step.bytes, sizeof step.bytes);
        const unsigned used = 1 + (word >> 7 & 1);
        at += used;
        word >>= 8 * used;
      }
      if (n < 4) break;
    }
    written = ahead + at;
    if (at >= size) break;
    if (written + kRoom > capacity) continue;
    const auto lead = static_cast<unsigned char>(source[at]);
    FoldEntry entry;
    std::size_t used = 1;
    if (lead < 0x80) {
      entry = bmp[lead];
    } else if (lead >= 0xC0 && lead < 0xE0 && size - at >= 2 && utf8::is_continuation(source[at + 1])) {
      used = 2;
      entry = bmp[((lead & 0x1Fu) << 6) | tail(source[at + 1])];
    } else if (lead >= 0xE0 && lead < 0xF0 && size - at >= 3 && utf8::is_continuation(source[at + 1]) &&
               utf8::is_continuation(source[at + 2])) {
      used = 3;
      entry = bmp[((lead & 0x0Fu) << 12) | (tail(source[at + 1]) << 6) | tail(source[at + 2])];
    } else {
      const utf8::CodePoint code = utf8::decode(source_, at);
      used = code.size;
      if (used == 4) {
        entry = table_.entry(code.value);
      } else {  // not UTF-8: copied as it is
        entry.bytes = lead;
        if constexpr (std::endian::native == std::endian::big) entry.bytes <<= 24;
        entry.size = 1;
        entry.flags = kStep;
      }
    }

    if ((entry.flags & (kJoins | kPooled)) == 0) {
      std::memcpy(out + written, &entry.bytes, sizeof entry.bytes);
      if ((entry.flags & kStep) == 0) output_.edit(at, written, used, entry.size);
      written += entry.size;
      at += used;
      continue;
    }
    written_ = written;
    if (entry.source_size != used) {  // an overlong form: not UTF-8, copied as it is
      append(at, used, source_.substr(at, used), true);
      at += used;
    } else if ((entry.flags & kJoins) != 0) {
      at = group(at);
    } else {
      append(at, used, table_.text(entry), false);
      at += used;
    }
    written = written_;
    out = output_.data();
    capacity = output_.capacity();
  }
  return output_.finish(size, written);
}

}  // namespace

Folded fold(std::string_view utf8, const FoldTable& table) { return Folder(utf8, table.data()).run(); }

}  // namespace mizan
