// From sentences to claims, in four languages: which figure, whose, when, and whether it is a fact at all.
#include "claim/claim.hpp"
#include "catch.hpp"
#include "extract/extract.hpp"
#include "rules.hpp"

namespace {

using namespace mizan;
using List = std::vector<std::string>;

/// The claims of one frame, as dumps, in text order.
List read(const std::string& language, const std::string& text, const std::string& frame,
          std::optional<Day> day = to_day(Calendar::gregorian, 2024, 12, 10)) {
  const Document document = document_of(text, language, day);
  const Extraction e = extract(document, shipped());
  List result;
  for (const Claim& c : claims(document, e, shipped(), 0))
    if (c.frame == frame) result.push_back(dump(c));
  return result;
}

List turnover(const std::string& language, const std::string& text) { return read(language, text, "trade.turnover"); }
List visit(const std::string& language, const std::string& text) { return read(language, text, "person.visit"); }

Claim one(const std::string& language, const std::string& text, const std::string& frame) {
  const Document document = document_of(text, language, to_day(Calendar::gregorian, 2024, 12, 10));
  const Extraction e = extract(document, shipped());
  std::vector<Claim> all;
  for (Claim& c : claims(document, e, shipped(), 0))
    if (c.frame == frame) all.push_back(std::move(c));
  REQUIRE(all.size() == 1);
  return all.front();
}

}  // namespace

TEST_CASE("two figures and two years in one sentence: each has its own") {
  const List expected{"trade.turnover(parties=CN+RU) @ 2022 = 190.3e9 USD",
                      "trade.turnover(parties=CN+RU) @ 2023 = 240.1e9 USD"};
  CHECK(
      turnover("en",
               "Trade turnover between Russia and China rose from $190.3 billion in 2022 to $240.1 billion in 2023.") ==
      expected);
  CHECK(
      turnover(
          "ru",
          "Товарооборот России и Китая вырос со 190,3 млрд долларов в 2022 году до 240,1 млрд долларов в 2023 году.") ==
      expected);
  CHECK(turnover("ar",
                 "ارتفع حجم التبادل التجاري بين روسيا والصين من 190.3 مليار دولار في عام 2022 إلى 240.1 مليار دولار في "
                 "عام 2023.") == expected);
  CHECK(
      turnover(
          "fa",
          "حجم مبادلات تجاری روسیه و چین از ۱۹۰٫۳ میلیارد دلار در سال ۲۰۲۲ به ۲۴۰٫۱ میلیارد دلار در سال ۲۰۲۳ رسید.") ==
      expected);
}

TEST_CASE("the country of a currency is no party") {
  const List expected{"trade.turnover(parties=CN+RU) @ 2023 = 240.1e9 USD"};
  CHECK(turnover("en", "Trade turnover between Russia and China reached 240.1 billion US dollars in 2023.") ==
        expected);
  CHECK(turnover("ru", "Товарооборот между Россией и Китаем в 2023 году составил 240,1 млрд долларов США.") ==
        expected);
  CHECK(turnover("ar", "بلغ حجم التبادل التجاري بين روسيا والصين 240.1 مليار دولار أمريكي في عام 2023.") == expected);
  CHECK(turnover("fa", "حجم مبادلات تجاری روسیه و چین در سال ۲۰۲۳ به ۲۴۰٫۱ میلیارد دلار آمریکا رسید.") == expected);
  CHECK(
      turnover("en", "Trade turnover between Russia, China and the US reached 240.1 billion dollars in 2023.").empty());
}

TEST_CASE("the year may stand before its figure") {
  const List expected{"trade.turnover(parties=CN+RU) @ 2022 = 190.3e9 USD",
                      "trade.turnover(parties=CN+RU) @ 2023 = 240.1e9 USD"};
  CHECK(turnover(
            "en",
            "In 2022 trade turnover between Russia and China was $190.3 billion, and in 2023 it was $240.1 billion.") ==
        expected);
  CHECK(turnover("ru",
                 "В 2022 году товарооборот России и Китая составил 190,3 млрд долларов, а в 2023 году — 240,1 млрд "
                 "долларов.") == expected);
  CHECK(turnover("ar",
                 "بلغ حجم التبادل التجاري بين روسيا والصين في عام 2022 190.3 مليار دولار، وفي عام 2023 بلغ 240.1 مليار "
                 "دولار.") == expected);
  CHECK(turnover("fa",
                 "حجم مبادلات تجاری روسیه و چین در سال ۲۰۲۲ به ۱۹۰٫۳ میلیارد دلار و در سال ۲۰۲۳ به ۲۴۰٫۱ میلیارد دلار "
                 "رسید.") == expected);
}

TEST_CASE("a fact and a plan in one sentence") {
  const List expected{"trade.turnover(parties=KZ+UZ) @ 2023 = 4.4e9 USD",
                      "trade.turnover(parties=KZ+UZ) @ 2030 = 10e9 USD [planned]"};
  CHECK(turnover("en",
                 "Trade turnover between Kazakhstan and Uzbekistan reached $4.4 billion in 2023, and the two plan to "
                 "raise it to $10 billion by 2030.") == expected);
  CHECK(turnover("ru",
                 "Товарооборот Казахстана и Узбекистана в 2023 году достиг 4,4 млрд долларов, и стороны планируют "
                 "довести его до 10 млрд долларов к 2030 году.") == expected);
  CHECK(turnover("ar",
                 "بلغ حجم التبادل التجاري بين كازاخستان وأوزبكستان 4.4 مليار دولار في عام 2023، ومن المخطط رفعه إلى 10 "
                 "مليارات دولار بحلول عام 2030.") == expected);
  CHECK(turnover("fa",
                 "حجم مبادلات تجاری قزاقستان و ازبکستان در سال ۲۰۲۳ به ۴٫۴ میلیارد دلار رسید و قرار است تا سال ۲۰۳۰ به "
                 "۱۰ میلیارد دلار برسد.") == expected);
}

TEST_CASE("what lies ahead of the document is a plan, whatever its words") {
  CHECK(turnover("en", "Trade turnover between Kazakhstan and Uzbekistan is $10 billion in 2030.") ==
        List{"trade.turnover(parties=KZ+UZ) @ 2030 = 10e9 USD [planned]"});
}

TEST_CASE("a record is told of its own figure") {
  CHECK(turnover(
            "en",
            "Trade turnover between Russia and Kazakhstan grew by 10.2 percent to a record $28.2 billion in 2022.") ==
        List{"trade.turnover(parties=KZ+RU) @ 2022 = 28.2e9 USD [record]"});
  CHECK(turnover("ru", "В 2022 году товарооборот России и Казахстана достиг рекордных 28,2 млрд долларов.") ==
        List{"trade.turnover(parties=KZ+RU) @ 2022 = 28.2e9 USD [record]"});
  CHECK(turnover("ar", "ارتفع حجم التجارة بين روسيا وكازاخستان في عام 2022 إلى رقم قياسي بلغ 28.2 مليار دولار.") ==
        List{"trade.turnover(parties=KZ+RU) @ 2022 = 28.2e9 USD [record]"});
  CHECK(turnover("fa", "گردش مالی تجاری روسیه و قزاقستان در سال ۲۰۲۲ به رکورد ۲۸٫۲ میلیارد دلار رسید.") ==
        List{"trade.turnover(parties=KZ+RU) @ 2022 = 28.2e9 USD [record]"});
}

TEST_CASE("what is meant and whose may stand in the sentence before") {
  const List expected{"trade.turnover(parties=KZ+RU) @ 2022 = 28.2e9 USD"};
  CHECK(turnover("en", "Trade turnover between Russia and Kazakhstan is growing. In 2022 it reached $28.2 billion.") ==
        expected);
  CHECK(turnover("ru", "Товарооборот России и Казахстана растет. В 2022 году он достиг 28,2 млрд долларов.") ==
        expected);
  CHECK(turnover("ar", "حجم التبادل التجاري بين روسيا وكازاخستان في نمو. وفي عام 2022 بلغ 28.2 مليار دولار.") ==
        expected);
  CHECK(turnover("fa",
                 "گردش مالی تجاری روسیه و قزاقستان در حال رشد است. در سال ۲۰۲۲ این رقم به ۲۸٫۲ میلیارد دلار رسید.") ==
        expected);
  CHECK(one("en", "Trade turnover between Russia and Kazakhstan is growing. In 2022 it reached $28.2 billion.",
            "trade.turnover")
            .confidence < 1);
  // not over the end of a paragraph, nor past a sentence that speaks of something else
  CHECK(turnover("en", "Trade turnover between Russia and Kazakhstan is growing.\nIn 2022 it reached $28.2 billion.")
            .empty());
  CHECK(turnover("en",
                 "Trade turnover between Russia and Kazakhstan is growing. Accumulated investment reached $28.2 "
                 "billion in 2022.")
            .empty());
}

TEST_CASE("three countries: nobody knows whose figure it is") {
  CHECK(turnover("en", "Trade turnover between Russia, Kazakhstan and Belarus reached $28.2 billion in 2022.").empty());
  CHECK(turnover("ru", "Товарооборот России, Казахстана и Белоруссии достиг 28,2 млрд долларов в 2022 году.").empty());
  CHECK(
      turnover("ar", "بلغ حجم التبادل التجاري بين روسيا وكازاخستان وبيلاروسيا 28.2 مليار دولار في عام 2022.").empty());
  CHECK(turnover("fa", "حجم مبادلات تجاری روسیه، قزاقستان و بلاروس در سال ۲۰۲۲ به ۲۸٫۲ میلیارد دلار رسید.").empty());
}

TEST_CASE("a figure without a period or without parties is no claim") {
  CHECK(turnover("en", "Trade turnover between Russia and China reached $240.1 billion.").empty());
  CHECK(turnover("en", "Trade turnover reached $240.1 billion in 2023.").empty());
  CHECK(turnover("en", "The company has a turnover of $240.1 million in 2023.").empty());
}

TEST_CASE("a title with its country is the person whom the document calls so") {
  const List expected{"person.visit(to=CN, visitor=emmanuel-macron) = 2023-04-05"};
  CHECK(visit("en",
              "Emmanuel Macron, the president of France, has spoken to the press. The president of France visited "
              "China on 5 April 2023.") == expected);
  CHECK(visit("ru",
              "Президент Франции Эммануэль Макрон выступил перед прессой. Президент Франции посетил Китай 5 апреля "
              "2023 года.") == expected);
  CHECK(visit("ar", "تحدث إيمانويل ماكرون رئيس فرنسا إلى الصحافة. زار رئيس فرنسا الصين في 5 أبريل 2023.") == expected);
  CHECK(
      visit(
          "fa",
          "امانوئل مکرون، رئیس جمهور فرانسه، با رسانه‌ها گفتگو کرد. رئیس جمهور فرانسه در ۵ آوریل ۲۰۲۳ "
          "به "
          "چین "
          "سفر "
          "کرد.") == expected);
  // nobody told who that is
  CHECK(visit("en", "The president of France visited China on 5 April 2023.").empty());
}

TEST_CASE("who is met is not who travels, and the traveller's own country is not where he goes") {
  CHECK(visit("en",
              "Russian President Vladimir Putin visited Kazakhstan on 9 November 2023 and met with Kassym-Jomart "
              "Tokayev.") == List{"person.visit(to=KZ, visitor=vladimir-putin) = 2023-11-09"});
  CHECK(visit("ru", "Президент России Владимир Путин посетил Казахстан 9 ноября 2023 года и встретился с Токаевым.") ==
        List{"person.visit(to=KZ, visitor=vladimir-putin) = 2023-11-09"});
  CHECK(visit("ar", "زار الرئيس الروسي فلاديمير بوتين كازاخستان في 9 نوفمبر 2023 بدعوة من نظيره توكاييف.") ==
        List{"person.visit(to=KZ, visitor=vladimir-putin) = 2023-11-09"});
  CHECK(visit("fa",
              "ولادیمیر پوتین، رئیس جمهور روسیه، به دعوت قاسم جومارت توکایف در ۹ نوامبر ۲۰۲۳ به قزاقستان سفر کرد.") ==
        List{"person.visit(to=KZ, visitor=vladimir-putin) = 2023-11-09"});
}

TEST_CASE("a veto: put off, another scope, one sector") {
  CHECK(visit("en", "Vladimir Putin's visit to Kazakhstan on 9 November 2023 was postponed.").empty());
  CHECK(visit("ru", "Визит Путина в Казахстан 9 ноября 2023 года отменён.").empty());
  CHECK(visit("ar", "تم إلغاء زيارة بوتين إلى كازاخستان في 9 نوفمبر 2023.").empty());
  CHECK(visit("fa", "سفر پوتین به قزاقستان در ۹ نوامبر ۲۰۲۳ لغو شد.").empty());
  CHECK(turnover("en", "Agricultural trade between Russia and China reached $24 billion in 2023.").empty());
  CHECK(turnover("ru", "Товарооборот сельхозпродукции России и Китая достиг 24 млрд долларов в 2023 году.").empty());
  CHECK(turnover("ar", "بلغ التبادل التجاري غير النفطي بين روسيا والصين 24 مليار دولار في عام 2023.").empty());
  CHECK(turnover("fa", "تجارت غیرنفتی روسیه و چین در سال ۲۰۲۳ به ۲۴ میلیارد دلار رسید.").empty());
}

TEST_CASE("innocent sentences say nothing of a frame") {
  CHECK(turnover("en", "Russia lent China $24 billion in 2023.").empty());
  CHECK(turnover("ru", "Россия выделила Китаю 24 млрд долларов в 2023 году.").empty());
  CHECK(turnover("ar", "منحت روسيا الصين 24 مليار دولار في عام 2023.").empty());
  CHECK(turnover("fa", "روسیه در سال ۲۰۲۳ به چین ۲۴ میلیارد دلار وام داد.").empty());
  CHECK(visit("en", "Vladimir Putin spoke of Kazakhstan on 9 November 2023.").empty());
  CHECK(visit("ru", "Владимир Путин говорил о Казахстане 9 ноября 2023 года.").empty());
  CHECK(visit("ar", "تحدث فلاديمير بوتين عن كازاخستان في 9 نوفمبر 2023.").empty());
  CHECK(visit("fa", "ولادیمیر پوتین در ۹ نوامبر ۲۰۲۳ درباره قزاقستان سخن گفت.").empty());
  CHECK(read("en", "The summit of the Shanghai Cooperation Organisation brought together 26 journalists.",
             "org.participants")
            .empty());
}

TEST_CASE("a state said without a date is of the document's day") {
  const List expected{"org.members(org=sco) @ 2024-12-10 = 10 {country}"};
  CHECK(read("en", "The Shanghai Cooperation Organisation has 10 member countries.", "org.members") == expected);
  CHECK(read("ru", "В ШОС входят 10 стран-членов.", "org.members") == expected);
  CHECK(read("ar", "تضم منظمة شنغهاي للتعاون 10 دول أعضاء.", "org.members") == expected);
  CHECK(read("fa", "سازمان همکاری شانگهای ۱۰ کشور عضو دارد.", "org.members") == expected);
  CHECK(read("en", "The Shanghai Cooperation Organisation has 10 member countries.", "org.members", std::nullopt) ==
        List{"org.members(org=sco) = 10 {country}"});
}

TEST_CASE("a part of the whole is not what the whole counts") {
  for (const std::string& claim :
       read("en", "In the Shanghai Cooperation Organisation 6 of the 10 member countries agreed.", "org.members"))
    CHECK(claim.find("= 10 {country}") == std::string::npos);
}

TEST_CASE("a denial is no statement") {
  CHECK(turnover("en",
                 "The minister denied that trade turnover between Russia and China reached $240.1 billion in 2023.") ==
        List{"trade.turnover(parties=CN+RU) @ 2023 = 240.1e9 USD [denied]"});
}

TEST_CASE("a claim carries the bytes it came from") {
  const std::string text = "Товарооборот России и Китая в 2023 году составил 240,1 млрд долларов.";
  const Claim c = one("ru", text, "trade.turnover");
  CHECK(text.substr(c.span.begin, c.span.size()) == "240,1 млрд долларов");
  CHECK(text.substr(c.cue.begin, c.cue.size()) == "Товарооборот");
  REQUIRE(c.at_span);
  CHECK(text.substr(c.at_span->begin, c.at_span->size()) == "2023 году");
  CHECK(c.sentence == Span{0, static_cast<std::uint32_t>(text.size())});
}
