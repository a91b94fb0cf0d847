// The plain types as bytes, to be kept between runs: small, and the same on every machine.
//
//   Packer packer;  packer(claim);  packer.bytes();
//   Unpacker unpacker(bytes);  unpacker(claim);  unpacker.ok()
//
// One list of fields a type serves both ways. A change of a list is a change of the format: whoever keeps bytes keeps
// the version of the program with them. Never reads beyond its bytes and never allocates more than they could fill, but
// it does not check that values make sense: whoever keeps bytes keeps a checksum() with them. Not for: exchange with
// other programs (that is JSON).
#pragma once

#include <algorithm>
#include <concepts>
#include <cstring>
#include <map>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "model/model.hpp"

namespace mizan {

template <class T, class U>
concept Is = std::same_as<std::remove_const_t<T>, U>;

/// Of bytes that may be many, eight at a step; sum is that of what comes before them.
inline std::uint64_t checksum(std::string_view bytes, std::uint64_t sum) {
  for (; !bytes.empty(); bytes.remove_prefix(std::min(bytes.size(), sizeof sum))) {
    std::uint64_t word = bytes.size();
    std::memcpy(&word, bytes.data(), std::min(bytes.size(), sizeof word));
    sum = (sum ^ word) * 0x9FB21C651E98DF25ULL;
    sum ^= sum >> 35;
  }
  return sum;
}

class Packer {
 public:
  template <class... Values>
  void operator()(const Values&... values) {
    (put(values), ...);
  }
  /// All that was put in, until more is.
  std::string& bytes() {
    out_.resize(size_);
    return out_;
  }
  void reserve(std::size_t size) { out_.resize(std::max(out_.size(), size)); }

  void number(std::uint64_t value) {  // LEB128: most take one byte
    char* at = room(10);
    for (; value >= 0x80; value >>= 7) *at++ = static_cast<char>(value | 0x80);
    *at++ = static_cast<char>(value);
    size_ = static_cast<std::size_t>(at - out_.data());
  }
  void raw(const void* data, std::size_t size) {
    if (size == 0) return;
    std::memcpy(room(size), data, size);
    size_ += size;
  }

 private:
  template <class T>
  void put(const T& value) {
    if constexpr (std::is_enum_v<T>) {
      number(static_cast<std::uint64_t>(value));
    } else if constexpr (std::is_same_v<T, std::uint64_t>) {
      raw(&value, sizeof value);  // fingerprints: as long as any
    } else if constexpr (std::is_integral_v<T>) {
      const auto wide = static_cast<std::int64_t>(value);
      number(std::is_signed_v<T> ? (static_cast<std::uint64_t>(wide) << 1) ^ static_cast<std::uint64_t>(wide >> 63)
                                 : static_cast<std::uint64_t>(value));
    } else if constexpr (std::is_floating_point_v<T>) {
      raw(&value, sizeof value);
    } else {
      fields(*this, value);
    }
  }
  void put(const std::string& text) {
    number(text.size());
    raw(text.data(), text.size());
  }
  template <class T>
  void put(const std::vector<T>& values) {
    number(values.size());
    for (const T& value : values) put(value);
  }
  template <class K, class V, class C>
  void put(const std::map<K, V, C>& values) {
    number(values.size());
    for (const auto& [key, value] : values) put(key), put(value);
  }
  template <class T>
  void put(const std::optional<T>& value) {
    number(value ? 1 : 0);
    if (value) put(*value);
  }
  template <class A, class B>
  void put(const std::pair<A, B>& value) {
    put(value.first);
    put(value.second);
  }
  template <class... T>
  void put(const std::variant<T...>& value) {
    number(value.index());
    std::visit([&](const auto& held) { put(held); }, value);
  }
  void put(Day day) { put(day.time_since_epoch().count()); }
  void put(char32_t c) { number(c); }
  /// Where the next bytes go, with room for so many.
  char* room(std::size_t more) {
    if (out_.size() < size_ + more) grow(more);
    return out_.data() + size_;
  }
  [[gnu::noinline]] void grow(std::size_t more) { out_.resize(2 * (size_ + more) + 32); }

  std::string out_;       // longer than what is in it
  std::size_t size_ = 0;  // of that
};

class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : left_(bytes) {}

  template <class... Values>
  void operator()(Values&... values) {
    (get(values), ...);
  }
  /// Everything so far could be read.
  bool ok() const { return ok_; }
  std::string_view left() const { return left_; }

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (left_.empty()) return fail();
      const auto byte = static_cast<unsigned char>(left_.front());
      left_.remove_prefix(1);
      value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return value;
    }
    return fail();
  }
  void raw(void* data, std::size_t size) {
    if (size > left_.size()) {
      fail();
      return;
    }
    if (size > 0) std::memcpy(data, left_.data(), size);
    left_.remove_prefix(size);
  }
  /// A count of things that take a byte each at least.
  std::size_t count() {
    const std::uint64_t value = number();
    return value > left_.size() ? static_cast<std::size_t>(fail()) : static_cast<std::size_t>(value);
  }

 private:
  std::uint64_t fail() {
    ok_ = false;
    left_ = {};
    return 0;
  }
  template <class T>
  void get(T& value) {
    if constexpr (std::is_enum_v<T>) {
      value = static_cast<T>(number());
    } else if constexpr (std::is_same_v<T, std::uint64_t>) {
      raw(&value, sizeof value);
    } else if constexpr (std::is_integral_v<T>) {
      const std::uint64_t wide = number();
      value = static_cast<T>(std::is_signed_v<T> ? (wide >> 1) ^ (~(wide & 1) + 1) : wide);
    } else if constexpr (std::is_floating_point_v<T>) {
      raw(&value, sizeof value);
    } else {
      fields(*this, value);
    }
  }
  void get(std::string& text) {
    const std::size_t size = count();
    text.assign(left_.substr(0, size));
    left_.remove_prefix(size);
  }
  template <class T>
  void get(std::vector<T>& values) {
    values.resize(count());
    for (T& value : values) get(value);
  }
  template <class K, class V, class C>
  void get(std::map<K, V, C>& values) {
    values.clear();
    for (std::size_t left = count(); left > 0 && ok_; --left) {
      K key{};
      get(key);
      get(values[std::move(key)]);
    }
  }
  template <class T>
  void get(std::optional<T>& value) {
    value.reset();
    if (number() != 0) get(value.emplace());
  }
  template <class A, class B>
  void get(std::pair<A, B>& value) {
    get(value.first);
    get(value.second);
  }
  template <class... T>
  void get(std::variant<T...>& value) {
    const std::uint64_t index = number();
    std::uint64_t i = 0;
    ((i++ == index ? get(value.template emplace<T>()) : void()), ...);
  }
  void get(Day& day) {
    Day::rep count = 0;
    get(count);
    day = Day(Day::duration(count));
  }
  void get(char32_t& c) { c = static_cast<char32_t>(number()); }

  std::string_view left_;
  bool ok_ = true;
};

template <class A>
void fields(A& archive, Is<Span> auto& x) {
  archive(x.begin, x.end);
}
inline void fields(Packer& archive, const Decimal& x) { archive(x.coefficient(), x.exponent()); }
inline void fields(Unpacker& archive, Decimal& x) {
  std::int64_t coefficient = 0;
  int exponent = 0;
  archive(coefficient, exponent);
  x = Decimal(coefficient, exponent);
}
template <class A, class T>
void fields(A& archive, Interval<T>& x) {
  archive(x.first, x.last);
}
template <class A, class T>
void fields(A& archive, const Interval<T>& x) {
  archive(x.first, x.last);
}
template <class A>
void fields(A& archive, Is<Quantity> auto& x) {
  archive(x.low, x.high, x.modifier, x.dimension, x.unit, x.nearly);
}
template <class A>
void fields(A& archive, Is<Time> auto& x) {
  archive(x.type, x.value, x.mod, x.bound, x.grain, x.calendar, x.days, x.weekday, x.relative, x.inferred);
}
template <class A>
void fields(A& archive, Is<Ordinal> auto& x) {
  archive(x.value, x.of);
}
template <class A>
void fields(A& archive, Is<Mention> auto& x) {
  archive(x.span, x.readings, x.sentence, x.path, x.partitive, x.whole);
}
template <class A>
void fields(A& archive, Is<DocumentDate> auto& x) {
  archive(x.source, x.days, x.evidence, x.reason);
}
template <class A>
void fields(A& archive, Is<NameMention> auto& x) {
  archive(x.span, x.id, x.type, x.country);
}
template <class A>
void fields(A& archive, Is<Word> auto& x) {
  archive(x.span, x.kind, x.gap, x.index, x.key, x.sounds[0], x.sounds[1], x.group, x.general, x.game, x.grows);
}
template <class A>
void fields(A& archive, Is<Slot> auto& x) {
  archive(x.name, x.value);
}
template <class A>
void fields(A& archive, Is<Measured> auto& x) {
  archive(x.kind, x.value, x.first, x.last);
}
/// Without its document, which is a place in one run.
template <class A>
void fields(A& archive, Is<Claim> auto& x) {
  archive(x.mention, x.frame, x.key, x.at, x.at_span, x.readings, x.measured, x.span, x.sentence, x.cue, x.stance,
          x.record, x.change, x.former, x.part, x.passing, x.about, x.confidence);
}
template <class A>
void fields(A& archive, Is<Computation::Scale> auto& x) {
  archive(x.factor, x.offset);
}
template <class A>
void fields(A& archive, Is<Computation> auto& x) {
  archive(x.kind, x.operands, x.complete, x.times, x.scales);
}

}  // namespace mizan
