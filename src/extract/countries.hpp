// Whose money a text speaks of, where a currency's name is that of several countries. Private to the room.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "extract/raw.hpp"
#include "extract/tokens.hpp"

namespace mizan {

/// How often each country is named in a document, by its ISO 3166-1 code; places count for theirs.
using CountryCounts = std::map<std::string, int>;

void count_countries(const Tokens& t, CountryCounts& counts);

/// The same for words of one country's press, which tell where a text is from as its name does.
void count_locals(const Tokens& t, CountryCounts& counts);

/// "5 dinars": of the country the document names most, where it does not name the likeliest one at all. ISO 4217 begins
/// with the country. Dollars stay, since the world counts in them.
bool choose_currency(std::vector<Quantity>& readings, const CountryCounts& counts);

/// Money whose currency has a name that several countries use.
bool is_open_money(const RawMention& raw);

}  // namespace mizan
