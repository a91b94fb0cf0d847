// The date of a document, how we know it, and the times that hang on it.
#include <algorithm>

#include "catch.hpp"
#include "extract/extract.hpp"
#include "rules.hpp"

namespace {

using namespace mizan;
using Source = DocumentDate::Source;

Extraction read(const std::string& language, const std::string& text, std::optional<Day> day = std::nullopt) {
  return extract(document_of(text, language, day), shipped());
}

/// The values of all times, in text order.
std::string times(const Extraction& e) {
  std::string result;
  for (const Mention& m : e.mentions)
    if (std::holds_alternative<Time>(m.readings.front()))
      result += (result.empty() ? "" : " ; ") + dump(m.readings.front());
  return result;
}

std::string date(const Extraction& e) { return e.date.days ? dump(*e.date.days) : "none"; }

const std::optional<Day> kDay = to_day(Calendar::gregorian, 2023, 11, 8);  // a Wednesday

}  // namespace

TEST_CASE("metadata comes first") {
  const Extraction e = read("en", "ASTANA, May 1, 2020 - Trade grew last year.", kDay);
  CHECK(e.date.source == Source::metadata);
  CHECK(date(e) == "2023-11-08");
  CHECK(e.date.evidence.empty());
  CHECK(times(e) == "2020-05-01 ; 2022");
}

TEST_CASE("a dateline: a date alone on a line, or in front of the story") {
  const std::pair<const char*, const char*> texts[] = {
      {"en", "Trade grows\n8 November 2023\nTrade grew last year."},
      {"en", "ASTANA, Nov. 8, 2023 - Trade grew last year."},
      {"ru", "Торговля растет\n8 ноября 2023\nВ прошлом году торговля выросла."},
      {"ru", "АСТАНА, 8 ноября 2023 года. В прошлом году торговля выросла."},
      {"ar", "التجارة تنمو\n٠٨ نوفمبر ٢٠٢٣\nنمت التجارة العام الماضي."},
      {"fa", "رشد تجارت\n۱۷ آبان ۱۴۰۲\nتجارت سال گذشته رشد کرد."},
      {"en", "Posted on 8 November 2023.\nTrade grew last year."},
      {"fa", "تاریخ انتشار: ۱۴۰۲/۰۸/۱۷\nتجارت سال گذشته رشد کرد."},
  };
  for (const auto& [language, text] : texts) {
    const Extraction e = read(language, text);
    INFO(text << "\n" << times(e));
    CHECK(e.date.source == Source::dateline);
    CHECK(date(e) == "2023-11-08");
    REQUIRE(e.date.evidence.size() == 1);
    CHECK(std::any_of(e.mentions.begin(), e.mentions.end(),
                      [&](const Mention& m) { return m.span == e.date.evidence[0]; }));
  }
}

TEST_CASE("a date inside the story is no dateline") {
  for (const auto& [language, text] :
       {std::pair<const char*, const char*>{
            "en", "The two presidents signed the agreement in Astana on 8 November 2023 after long talks about trade."},
        {"ru",
         "Президенты двух стран подписали соглашение в Астане 8 ноября 2023 года после долгих переговоров о торговле."},
        {"en", "Putin visited Astana on 28 November 2024."},
        {"en", "Putin visited Astana on 28 November 2024. He said that trade grew last year."},
        {"fa", "پوتین در ۲۸ نوامبر ۲۰۲۴ به آستانه رفت."},
        {"ar", "وقع رئيسا البلدين الاتفاقية في العاصمة أستانا في 8 نوفمبر 2023 بعد محادثات طويلة حول التجارة."},
        {"fa", "رؤسای جمهور دو کشور در ۸ نوامبر ۲۰۲۳ پس از گفتگوهای طولانی درباره تجارت توافقنامه را امضا کردند."}}) {
    const Extraction e = read(language, text);
    INFO(text);
    CHECK(e.date.source == Source::unknown);
    CHECK(!e.date.days);
  }
}

TEST_CASE("today with its full date is the document's day") {
  const std::pair<const char*, const char*> texts[] = {
      {"en",
       "The president of the republic spoke to the newspapers of the capital today, 8 November 2023, of trade and of "
       "much else, as he does every year."},
      {"ar",
       "تحدث الرئيس إلى صحف العاصمة عن التجارة وعن أمور كثيرة أخرى وذلك اليوم الأربعاء 8 نوفمبر/تشرين الثاني 2023، كما "
       "يفعل كل عام."},
  };
  for (const auto& [language, text] : texts) {
    const Extraction e = read(language, text);
    INFO(text << "\n" << times(e));
    CHECK(e.date.source == Source::dateline);
    CHECK(date(e) == "2023-11-08");
  }
}

TEST_CASE("inferred from a weekday near a year that the text names") {
  // in 2023 alone of the years around is 9 November a Thursday; today is the Wednesday before it
  const std::string text =
      "امروز، چهارشنبه، رئیس جمهور گفت که پنج شنبه 9 نوامبر سفر خواهد کرد و از سال 2024 ریاست با ماست. سال گذشته خوب "
      "بود.";
  const Extraction e = read("fa", text);
  INFO(times(e));
  CHECK(e.date.source == Source::inferred);
  CHECK(date(e) == "2023-11-08");
  CHECK(!e.date.reason.empty());
  CHECK(e.date.evidence.size() == 2);
  CHECK(std::is_sorted(e.date.evidence.begin(), e.date.evidence.end()));
  bool inferred = false;
  for (const Mention& m : e.mentions)
    if (const auto* t = std::get_if<Time>(&m.readings.front()); t != nullptr && t->value == "2022")
      inferred = t->relative && t->inferred;
  CHECK(inferred);  // last year
}

TEST_CASE("inferred from one day in two calendars") {
  // 9 November is 19 Aban in a leap year of the Persian calendar only, else 18 Aban
  const Extraction e = read("fa", "روز 9 نوامبر (19 آبان) سفر خواهد کرد و در سال 2024 ریاست با ماست.");
  INFO(times(e));
  CHECK(e.date.source == Source::inferred);
  CHECK(date(e) == "2024-11-02/2024-11-16");
  CHECK(read("fa", "روز 9 نوامبر (18 آبان) سفر خواهد کرد و در سال 2024 ریاست با ماست.").date.source == Source::unknown);
}

TEST_CASE("no year, no inference; and none where two years would do") {
  CHECK(read("fa", "پنج شنبه 9 نوامبر سفر خواهد کرد.").date.source == Source::unknown);
  CHECK(read("fa", "پنج شنبه 9 نوامبر سفر خواهد کرد. در سال 2017 و سال 2023 هم چنین بود.").date.source ==
        Source::unknown);
  CHECK(read("en", "Nothing is dated here.").date.source == Source::unknown);
  CHECK(read("en", "").date.source == Source::unknown);
}

TEST_CASE("relative times under a known date") {
  CHECK(times(read("en", "It rained yesterday and last year; it will tomorrow and next year.", kDay)) ==
        "2023-11-07 ; 2022 ; 2023-11-09 ; 2024");
  CHECK(times(read("ru", "Вчера и в прошлом году шел дождь, пойдет и завтра.", kDay)) ==
        "2023-11-07 ; 2022 ; 2023-11-09");
  CHECK(times(read("ar", "أمطرت أمس والعام الماضي، وستمطر غدا.", kDay)) == "2023-11-07 ; 2022 ; 2023-11-09");
  CHECK(times(read("fa", "دیروز باران بارید و فردا هم می‌بارد.", kDay)) ==
        "2023-11-07 ; 2023-11-09");
  CHECK(times(read("en", "It rained three days ago, two weeks ago and on Monday.", kDay)) ==
        "2023-11-05 ; 2023-10-23/2023-10-29 ; 2023-11-06 Mon");
  CHECK(times(read("en", "It rained on 14 September and on 3 January.", kDay)) == "2023-09-14 ; 2024-01-03");
  for (const Mention& m : read("en", "It rained yesterday.", kDay).mentions) {
    const auto& t = std::get<Time>(m.readings.front());
    CHECK(t.relative);
    CHECK(!t.inferred);
  }
}

TEST_CASE("last year of a Persian text that dates in the Persian calendar is a Persian year") {
  const Extraction e = read("fa", "۱۷ آبان ۱۴۰۲\nسال گذشته باران بارید.");
  CHECK(times(e) == "2023-11-08 ; 2022-03-21/2023-03-20");
  CHECK(times(read("fa", "۸ نوامبر ۲۰۲۳\nسال گذشته باران بارید.")) == "2023-11-08 ; 2022");
}

TEST_CASE("relative times without a date are left open, never guessed") {
  for (const auto& [language, text] :
       {std::pair<const char*, const char*>{"en", "It rained yesterday, last year and this month."},
        {"ru", "Вчера, в прошлом году и в этом месяце шел дождь."},
        {"ar", "أمطرت أمس والعام الماضي وهذا الشهر."},
        {"fa", "دیروز، سال گذشته و این ماه باران بارید."}}) {
    const Extraction e = read(language, text);
    INFO(text << "\n" << times(e));
    CHECK(e.mentions.size() == 3);
    for (const Mention& m : e.mentions)
      for (const Reading& r : m.readings) CHECK(!std::get<Time>(r).days);
  }
  CHECK(times(read("en", "He came on 27 November and left on Thursday.")) == "XXXX-11-27 ; XXXX-WXX-4 Thu");
  CHECK(times(read("fa", "از 27 تا 28 نوامبر آمد.")) == "XXXX-11-27/XXXX-11-28");
  CHECK(times(read("ru", "Он приехал 27 ноября.")) == "XXXX-11-27");
  CHECK(times(read("ar", "وصل في 27 نوفمبر.")) == "XXXX-11-27");
}

TEST_CASE("in a text of no date a clause has one year") {
  CHECK(times(read("en", "It rose around 2 April and fell again around 9 May 2016.")) == "2016-04-02 ; 2016-05-09");
  CHECK(times(read("en", "It rained on 2 April, the most since 9 May 2016.")) == "XXXX-04-02 ; since 2016-05-09");
  CHECK(times(read("en", "It rained on 2 April; it had begun on 9 May 2016.")) == "XXXX-04-02 ; 2016-05-09");
  CHECK(times(read("en", "It rose around 2 April and fell again around 9 May 2016.", kDay)) ==
        "2023-04-02 ; 2016-05-09");
}

TEST_CASE("full dates need no document") {
  CHECK(times(read("en", "It rained on 9 November 2023, in March 2022 and in 2021.")) == "2023-11-09 ; 2022-03 ; 2021");
  CHECK(times(read("fa", "در ۱۸ آبان ۱۴۰۲ و سال ۲۰۲۱ باران بارید.")) == "2023-11-09 ; 2021");
}

TEST_CASE("the same day is the last one named nearby") {
  const Extraction e = read("en", "He arrived on 3 May 2022. On the same day he left.", kDay);
  CHECK(times(e) == "2022-05-03 ; 2022-05-03");
}
