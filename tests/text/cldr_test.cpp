#include <algorithm>

#include "../catch.hpp"
#include "text/text.hpp"

using namespace mizan;

namespace {

template <class T, class U>
bool has(const std::vector<std::pair<std::string, T>>& names, const char* name, U value) {
  return std::find(names.begin(), names.end(), std::pair<std::string, T>{name, value}) != names.end();
}

}  // namespace

TEST_CASE("names of four languages") {
  const CldrNames fa = cldr_names("fa"), ar = cldr_names("ar"), ru = cldr_names("ru"), en = cldr_names("en");
  CHECK(has(fa.territories, "روسیه", "RU"));
  CHECK(has(ar.territories, "كازاخستان", "KZ"));
  CHECK(has(ru.territories, "Казахстан", "KZ"));
  CHECK(has(en.territories, "United States", "US"));
  CHECK(has(en.territories, "US", "US") == false);
  CHECK(has(en.currencies, "US dollars", "USD"));
  CHECK(has(en.currencies, "$", "USD"));
  CHECK(has(ru.currencies, "российских рублей", "RUB"));
  CHECK(has(ar.weekdays, "الاثنين", 1));
  CHECK(has(en.weekdays, "Sunday", 7));
  CHECK(has(fa.weekdays, "دوشنبه", 1));
}

TEST_CASE("months of the calendar asked for") {
  const CldrNames fa = cldr_names("fa"), ar = cldr_names("ar"), ru = cldr_names("ru");
  CHECK(has(fa.gregorian_months, "نوامبر", 11));  // although the calendar of fa is the Persian one
  CHECK(has(fa.persian_months, "تیر", 4));
  CHECK(has(fa.islamic_months, "رمضان", 9));
  CHECK(has(ru.gregorian_months, "марта", 3));
  CHECK(has(ru.gregorian_months, "март", 3));
  CHECK(has(ar.gregorian_months, "أكتوبر", 10));
  CHECK(ar.persian_months.empty());
}

TEST_CASE("numbers in words") {
  const CldrNames ru = cldr_names("ru"), en = cldr_names("en"), fa = cldr_names("fa"), ar = cldr_names("ar");
  CHECK(has(en.cardinals, "nineteen", 19));
  CHECK(has(en.cardinals, "nine hundred", 900));
  CHECK(has(en.ordinals, "twenty-first", 21));
  CHECK(has(fa.cardinals, "پانصد", 500));
  CHECK(has(ar.cardinals, "عشرون", 20));
  CHECK(has(ru.cardinals, "двух", 2));
  CHECK(has(ru.cardinals, "две", 2));
  CHECK(has(ru.ordinals, "третьего", 3));
  for (const auto& [name, value] : ru.ordinals) CHECK(name.find_first_of("0123456789") == std::string::npos);
}

TEST_CASE("a language that CLDR does not know has no names, not those of the machine") {
  for (const char* tag : {"xx", "qaa", "", "not a tag", "tlh"}) {
    const CldrNames names = cldr_names(tag);
    INFO(tag);
    CHECK(names.territories.empty());
    CHECK(names.weekdays.empty());
    CHECK(names.cardinals.empty());
  }
}
