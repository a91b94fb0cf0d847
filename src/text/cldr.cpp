#include <unicode/dtfmtsym.h>
#include <unicode/locdspnm.h>
#include <unicode/rbnf.h>
#include <unicode/ucurr.h>
#include <unicode/uenum.h>

#include <algorithm>
#include <memory>
#include <set>

#include "text/text.hpp"

namespace mizan {
namespace {

template <class T>
using Names = std::vector<std::pair<std::string, T>>;

std::string utf8_of(const icu::UnicodeString& text) {
  std::string result;
  text.toUTF8String(result);
  return result;
}

/// The locale of a tag, if ICU has data for its language; else ICU would silently answer in the language of the
/// machine.
std::optional<icu::Locale> known_locale(const std::string& tag) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = icu::Locale::forLanguageTag(tag, status);
  if (U_FAILURE(status) || locale.isBogus() || *locale.getLanguage() == '\0') return std::nullopt;
  std::int32_t count = 0;
  const icu::Locale* available = icu::Locale::getAvailableLocales(count);
  const bool known = std::any_of(available, available + count, [&](const icu::Locale& other) {
    return std::string_view(other.getLanguage()) == locale.getLanguage();
  });
  if (!known) return std::nullopt;
  return locale;
}

void add_territories(const icu::Locale& locale, Names<std::string>& names) {
  for (const UDisplayContext length : {UDISPCTX_LENGTH_FULL, UDISPCTX_LENGTH_SHORT}) {
    UDisplayContext contexts[] = {length};
    const std::unique_ptr<icu::LocaleDisplayNames> display(
        icu::LocaleDisplayNames::createInstance(locale, contexts, static_cast<std::int32_t>(std::size(contexts))));
    if (!display) return;
    for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
      icu::UnicodeString name;
      std::string text = utf8_of(display->regionDisplayName(*code, name));
      if (!text.empty() && text != *code) names.emplace_back(std::move(text), *code);
    }
  }
}

void add_currencies(const icu::Locale& locale, Names<std::string>& names) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UEnumeration, void (*)(UEnumeration*)> codes(
      ucurr_openISOCurrencies(UCURR_COMMON | UCURR_NON_DEPRECATED, &status), uenum_close);
  if (U_FAILURE(status)) return;
  for (const UChar* code = nullptr; (code = uenum_unext(codes.get(), nullptr, &status)) != nullptr;) {
    const std::string iso_code = utf8_of(icu::UnicodeString(code));
    std::set<std::string> seen{iso_code};  // what CLDR does not name, ICU names by its code
    const auto add = [&](const UChar* name, std::int32_t length, UErrorCode outcome) {
      if (U_FAILURE(outcome) || name == nullptr) return;
      std::string text = utf8_of(icu::UnicodeString(name, length));
      if (seen.insert(text).second) names.emplace_back(std::move(text), iso_code);
    };
    for (const UCurrNameStyle style : {UCURR_LONG_NAME, UCURR_NARROW_SYMBOL_NAME}) {
      UErrorCode outcome = U_ZERO_ERROR;
      UBool choice = false;
      std::int32_t length = 0;
      const UChar* name = ucurr_getName(code, locale.getName(), style, &choice, &length, &outcome);
      add(name, length, outcome);
    }
    for (const char* plural : {"zero", "one", "two", "few", "many", "other"}) {
      UErrorCode outcome = U_ZERO_ERROR;
      UBool choice = false;
      std::int32_t length = 0;
      const UChar* name = ucurr_getPluralName(code, locale.getName(), &choice, plural, &length, &outcome);
      add(name, length, outcome);
    }
  }
}

/// The type goes in as an argument: DateFormatSymbols(Locale("fa@calendar=gregorian")) ignores the keyword, and "fa"
/// alone means the Persian calendar.
void add_calendar_names(const icu::Locale& locale, const char* type, bool weekdays, Names<int>& names) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::DateFormatSymbols symbols(locale, type, status);
  if (U_FAILURE(status)) return;
  for (const auto context : {icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::STANDALONE}) {
    std::int32_t count = 0;
    const icu::UnicodeString* list = weekdays ? symbols.getWeekdays(count, context, icu::DateFormatSymbols::WIDE)
                                              : symbols.getMonths(count, context, icu::DateFormatSymbols::WIDE);
    for (std::int32_t index = weekdays ? 1 : 0; index < count; ++index) {
      const int number = weekdays ? (index == 1 ? 7 : index - 1) : index + 1;  // ICU counts weekdays from Sunday, 1
      std::pair<std::string, int> entry{utf8_of(list[index]), number};
      if (!entry.first.empty() && std::find(names.begin(), names.end(), entry) == names.end()) {
        names.push_back(std::move(entry));
      }
    }
  }
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Spells the numbers in every public rule set of a kind: one for each case and gender.
void spell(const icu::RuleBasedNumberFormat& format, const char* kind, const std::vector<std::int64_t>& numbers,
           Names<std::int64_t>& names) {
  std::set<std::pair<std::string, std::int64_t>> seen;
  for (std::int32_t index = 0; index < format.getNumberOfRuleSetNames(); ++index) {
    const icu::UnicodeString rule_set = format.getRuleSetName(index);
    if (!rule_set.startsWith(icu::UnicodeString::fromUTF8(kind))) continue;
    for (const std::int64_t number : numbers) {
      UErrorCode status = U_ZERO_ERROR;
      icu::FieldPosition position;
      icu::UnicodeString spelled;
      format.format(number, rule_set, spelled, position, status);
      std::string text = utf8_of(spelled);
      if (U_FAILURE(status) || text.empty() || has_digit(text)) continue;  // digits: no words for it
      if (seen.emplace(text, number).second) names.emplace_back(std::move(text), number);
    }
  }
}

void add_numbers(const icu::Locale& locale, CldrNames& names) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::RuleBasedNumberFormat format(icu::URBNF_SPELLOUT, locale, status);
  if (U_FAILURE(status)) return;
  // Without spelling rules of its own a language would get those of another.
  UErrorCode outcome = U_ZERO_ERROR;
  const icu::Locale actual = format.getLocale(ULOC_ACTUAL_LOCALE, outcome);
  if (U_FAILURE(outcome) || std::string_view(actual.getLanguage()) != locale.getLanguage()) return;

  std::vector<std::int64_t> cardinals, ordinals;
  for (std::int64_t number = 0; number < 20; ++number) cardinals.push_back(number);
  for (std::int64_t number = 20; number < 100; number += 10) cardinals.push_back(number);
  for (std::int64_t number = 100; number < 1000; number += 100) cardinals.push_back(number);
  for (std::int64_t number = 1; number < 32; ++number) ordinals.push_back(number);
  for (std::int64_t number = 40; number <= 100; number += 10) ordinals.push_back(number);
  spell(format, "%spellout-cardinal", cardinals, names.cardinals);
  spell(format, "%spellout-ordinal", ordinals, names.ordinals);
}

}  // namespace

CldrNames cldr_names(const std::string& tag) {
  CldrNames names;
  const std::optional<icu::Locale> locale = known_locale(tag);
  if (!locale) return names;
  add_territories(*locale, names.territories);
  add_currencies(*locale, names.currencies);
  add_calendar_names(*locale, "gregorian", false, names.gregorian_months);
  add_calendar_names(*locale, "islamic", false, names.islamic_months);
  add_calendar_names(*locale, "gregorian", true, names.weekdays);
  // CLDR's Arabic names of the Persian months are misspelt beyond recognition.
  if (std::string_view(locale->getLanguage()) != "ar") {
    add_calendar_names(*locale, "persian", false, names.persian_months);
  }
  add_numbers(*locale, names);
  return names;
}

int cldr_decimals(std::string_view currency) {
  UErrorCode status = U_ZERO_ERROR;
  const int decimals =
      ucurr_getDefaultFractionDigits(icu::UnicodeString(std::string(currency).c_str()).getTerminatedBuffer(), &status);
  return U_SUCCESS(status) != 0 ? decimals : 2;
}

}  // namespace mizan
