// Whose money a text speaks of, where a currency's name is that of several countries. Private to the room.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/raw.hpp"
#include "extract/tokens.hpp"

namespace mizan {

/// How often each country is named in a document, by the two letters of its ISO 3166-1 code; places count for theirs.
class CountryCounts {
 public:
  void add(std::string_view code) {
    if (const auto at = index(code)) ++counts_[*at];
  }
  std::uint32_t of(std::string_view code) const {
    const auto at = index(code);
    return at ? counts_[*at] : 0;
  }
  CountryCounts& operator+=(const CountryCounts& others) {
    for (std::size_t i = 0; i < counts_.size(); ++i) counts_[i] += others.counts_[i];
    return *this;
  }

 private:
  static std::optional<std::size_t> index(std::string_view code) {
    const auto is_letter = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (code.size() != 2 || !is_letter(code[0]) || !is_letter(code[1])) return std::nullopt;
    return static_cast<std::size_t>((code[0] - 'A') * 26 + (code[1] - 'A'));
  }
  std::array<std::uint32_t, 26 * 26> counts_{};
};

void count_countries(const Tokens& t, CountryCounts& counts);

/// The same for words of one country's press, which tell where a text is from as its name does.
void count_locals(const Tokens& t, CountryCounts& counts);

/// "5 dinars": of the country the document names most, where it does not name the likeliest one at all. ISO 4217 begins
/// with the country. Dollars stay, since the world counts in them.
bool choose_currency(std::vector<Quantity>& readings, const CountryCounts& counts);

/// Money whose currency has a name that several countries use.
bool is_open_money(const RawMention& raw);

}  // namespace mizan
