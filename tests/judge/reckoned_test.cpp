// More of the computed checks on sentences: lists of several nouns, votes, shares of a hundred, majorities, prices
// apiece, fractions, ages and terms. Each with the innocent sentence beside it.
#include "catch.hpp"
#include "judge/told.hpp"

using namespace mizan;

TEST_CASE("what is made up of several things names each by its own noun") {
  const List wrong{"contradiction sum 11 + 7 + 9 = 27, not 31"};
  CHECK(told("en", "The team came home with 31 medals, comprising 11 gold, 7 silver and 9 bronze.") == wrong);
  CHECK(told("ar", "عاد الفريق بـ31 ميدالية، بواقع 11 ذهبية و7 فضيات و9 برونزيات.") == wrong);
  CHECK(told("fa", "تیم ملی ۳۱ مدال شامل ۱۱ طلا، ۷ نقره و ۹ برنز گرفت.") == wrong);
  CHECK(told("en", "The team came home with 27 medals, comprising 11 gold, 7 silver and 9 bronze.") ==
        List{"verified sum 11 + 7 + 9 = 27"});
  // a single one may go without its number
  CHECK(told("ru", "В бригаде 19 человек: 12 слесарей, шесть сварщиков и мастер.") == kSilent);
  CHECK(told("en", "The ship carried 31 guns, including 11 howitzers, 7 mortars and 9 cannon.") == kSilent);
}

TEST_CASE("a list behind a colon, however the sentence begins") {
  const List wrong{"contradiction sum 2140 + 1010 + 310 = 3460, not 3860"};
  CHECK(told("en",
             "Some days later 3,860 migrants had come home by land: 2,140 people through the northern pass, 1,010 "
             "through the desert and 310 by the old bridge.") == wrong);
  CHECK(told("ru",
             "За неделю вернулись 3860 мигрантов из трёх лагерей: 2140 человек через северный перевал, 1010 через "
             "пустыню и 310 по старому мосту.") == wrong);
  CHECK(told("en", "Some days later 3,860 migrants had come home: 2,140 of that week through the northern pass.") ==
        kSilent);
}

TEST_CASE("men, women and children are all there are") {
  CHECK(told("en", "The 24 people found dead so far were of nine men, seven women and five children.") ==
        List{"contradiction sum 9 + 7 + 5 = 21, not 24"});
  CHECK(told("ar", "أوقع القصف 37 قتيلا، هم 16 رجلا و12 امرأة و6 أطفال.") ==
        List{"contradiction sum 16 + 12 + 6 = 34, not 37"});
  CHECK(told("en", "Among the 24 people found so far were nine men and five children.") == kSilent);
}

TEST_CASE("the remaining make it complete") {
  CHECK(told("en",
             "Of the 840 houses, of which 390 stood in the town, 260 in the port and the remaining 140 in the "
             "hills, none was insured.") == List{"contradiction sum 390 + 260 + 140 = 790, not 840"});
  CHECK(told("en",
             "In the poll 52 percent were for it, 31 percent against and the remaining 27 percent had no opinion.") ==
        List{"contradiction sum 52 + 31 + 27 = 110 %, not 100 %"});
  CHECK(told("ru", "За выступили 52% опрошенных, против — 31%, остальные 27% затруднились ответить.") ==
        List{"contradiction sum 52 + 31 + 27 = 110 %, not 100 %"});
  CHECK(told("ru", "За выступили 52% опрошенных, против — 31%, остальные 17% затруднились ответить.") ==
        List{"verified sum 52 + 31 + 17 = 100 %"});
  CHECK(told("en", "In the poll 52 percent were for it and 31 percent against.") == kSilent);
  CHECK(told("en", "Prices rose 52 percent in the north and 31 percent in the remaining provinces.") == kSilent);
}

TEST_CASE("a total that stands at the end, however far") {
  CHECK(told("ar",
             "نقل 51 جريحا إلى المستشفى الأول، و36 إلى الثاني، و28 إلى الثالث، ليصل إجمالي المصابين إلى 105 مصابين.") ==
        List{"contradiction sum 51 + 36 + 28 = 115, not 105"});
}

TEST_CASE("nobody votes twice") {
  CHECK(told("ar", "صوت 131 نائبا لصالح القانون وعارضه 82 نائبا وامتنع 24 نائبا، من أصل 221 نائبا.") ==
        List{"contradiction sum 131 + 82 + 24 = 237, not 221"});
  CHECK(told("ar", "صوت 131 نائبا لصالح القانون وعارضه 52 نائبا وامتنع 14 نائبا، من أصل 221 نائبا.") ==
        kSilent);  // some were absent
}

TEST_CASE("a majority, a deficit") {
  CHECK(told("en", "She won the seat with 15,420 votes against 13,180 for the next, a majority of 3,240.") ==
        List{"contradiction sum 13180 + 3240 = 16420, not 15420"});
  CHECK(told("en",
             "The state took in 318 billion crowns and spent 352 billion, leaving a deficit of 34 billion crowns.") ==
        List{"verified sum 318e9 + 34e9 = 352000000000"});
  CHECK(told("en", "The bill passed by a majority of 58 votes to 41.") == kSilent);
}

TEST_CASE("so much apiece") {
  CHECK(told("en", "The navy will pay $960 million for 12 helicopters, or $90 million apiece.") ==
        List{"contradiction product 12 x 90e6 = 1080000000, not 960e6"});
  CHECK(told("en", "The navy will pay $960 million for 12 helicopters, or $80 million apiece.") ==
        List{"verified product 12 x 80e6 = 960000000"});
  CHECK(told("en", "The fare is $90 a seat, and 12 flights took in $960 million.") == kSilent);
  CHECK(told("en", "A 6.1 magnitude earthquake left 24 dead and 200 injured.") == kSilent);
}

TEST_CASE("a fraction and what it is of") {
  CHECK(
      told(
          "fa",
          "یک‌سوم روستاهای استان، یعنی ۴۴ روستا از ۲۲۰ روستا، برق ندارد.") ==
      List{"contradiction share 44 / 220 = 0.2, not 0.3333"});
  CHECK(told("ar", "وقع نصف الأعضاء، أي 21 عضوا من أصل 42 عضوا، على العريضة.") == List{"verified share 21 / 42 = 0.5"});
  CHECK(told("en", "A third of the villages have no power, and 44 of 220 have no water.") == kSilent);
}

TEST_CASE("a share told behind part and whole") {
  CHECK(told("en", "Of the 640 wells tested, 208 wells, or 42 percent, held nitrates.") ==
        List{"contradiction share 208 / 640 = 32.5 %, not 42 %"});
  CHECK(told("ar", "فحصت المختبرات 2500 عينة، 325 منها غير مطابقة، أي ما نسبته 23 في المئة.") ==
        List{"contradiction share 325 / 2500 = 13 %, not 23 %"});
  CHECK(told("en", "Of the 640 wells tested, 208 held nitrates and 42 percent had run dry.") == kSilent);
}

TEST_CASE("a change between levels of which one leaves out its money, among other figures") {
  CHECK(told("en", "Loans grew by 24 percent in the 12 months to June, from 13.1 trillion tenge to 17.4 trillion.") ==
        List{"contradiction change 17.4e12 / 13.1e12 = +32.82 %, not 24 %"});
  CHECK(told("en",
             "The party received 590,100 votes, 38 percent more than the 402,000 it polled before, and holds 32 "
             "seats.") == List{"contradiction change 590100 / 402000 = +46.79 %, not 38 %"});
  CHECK(told("ar",
             "تراجع عدد السياح الوافدين إلى البلاد بنسبة 12 بالمئة ليصل إلى 680 ألف سائح بعدما كان 920 ألف سائح.") ==
        List{"contradiction change 680e3 / 920e3 = -26.09 %, not 12 %"});
  // what two levels differ by is no level
  CHECK(told("ar", "سجلت 150 قضية مقابل 210 قضايا، أي بانخفاض بـ60 قضية (28.57 بالمائة).") !=
        List{"contradiction change 60 / 210 = -71.43 %, not 28.57 %"});
}

TEST_CASE("points between two percentages that were read as a range") {
  CHECK(told("ar", "ارتفع معدل البطالة 2.3 نقطة مئوية خلال عام، من 11.4 بالمئة إلى 12.9 بالمئة.") ==
        List{"contradiction change 12.9 - 11.4 = 1.5, not 2.3"});
}

TEST_CASE("so many times what it was") {
  CHECK(told("en", "The bridge will cost $1.8 billion, four times the $600 million budgeted at first.") ==
        List{"contradiction change 1.8e9 / 600e6 = 3, not 4"});
  CHECK(told("ar", "تضاعف سعر البصل في أسبوعين، إذ قفز من 12 جنيها إلى 17 جنيها.") ==
        List{"contradiction change 17 / 12 = 1.417, not 2"});
  CHECK(told("en", "The bridge will cost $1.8 billion, and twice the club won the cup.") == kSilent);
}

TEST_CASE("two names of one money, and bounds that are no bounds") {
  CHECK(told("fa", "یارانه هر نفر ۴۰۰ هزار تومان (۴۰ میلیون ریال) است.") ==
        List{"contradiction conversion 4.00e6 IRR = 4000000 IRR, not 40e6"});
  CHECK(told("en", "The fire has burned more than 12,000 hectares (1,200 square kilometres).") ==
        List{"contradiction conversion 12000 ha = 120 km2, not 1200"});
}

TEST_CASE("an age against the year of birth, a term against its years") {
  CHECK(told("en", "The actor, who was born in 1948, died on 8 March 2024. He was 81 years old.") ==
        List{"contradiction years 2024 - 1948 = 76, not 81"});
  CHECK(told("en", "The actor, who was born in 1948, died on 8 March 2024. He was 75 years old.") ==
        List{"verified years 2024 - 1948 = 76"});
  CHECK(told("en", "The actor was born in 1948 and married an actress, 51 years old, in 2003.") == kSilent);
  CHECK(told("fa", "او ۱۲ سال از عمر خود را، از ۱۳۴۲ تا ۱۳۵۷، در زندان گذراند.") ==
        List{"contradiction years 1963-03-21/1979-03-20 = 15 years, not 12"});
}

TEST_CASE("a list of many kinds, behind which other things follow") {
  CHECK(
      told("fa",
           "در بازرسی ۸۷ قبضه سلاح شامل ۵۴ قبضه کلاشنیکف، ۲۱ قبضه کلت و ۲۲ قبضه سلاح شکاری کشف و ۳۸ خودرو توقیف شد.") ==
      List{"contradiction sum 54 + 21 + 22 = 97, not 87"});
  CHECK(told("ru",
             "Среди 106 пассажиров было 58 граждан одной страны, 21 гражданин другой, остальные 37 человек — дети.") ==
        List{"contradiction sum 58 + 21 + 37 = 116, not 106"});
  CHECK(told("ru", "Среди 106 пассажиров было 58 граждан одной страны и 21 ребёнок, остальные спали.") == kSilent);
  // a count of something else before the colon is no total
  CHECK(told("ru",
             "В программу вошли 112 лент из 46 стран: 14 участвовали в конкурсе, 32 — в обзоре, 76 — вне конкурса.") ==
        List{"contradiction sum 14 + 32 + 76 = 122, not 112"});
}

TEST_CASE("a change whose earlier level stands in a clause") {
  CHECK(told("ru", "Выступили 2874 спортсмена — на 30% больше, чем в 2021 году, куда приехали 2395 человек.") ==
        List{"contradiction change 2874 / 2395 = +20 %, not 30 %"});
  CHECK(told("ru", "Выступили 2874 спортсмена — на 20% больше, чем в 2021 году, куда приехали 2395 человек.") ==
        List{"verified change 2874 / 2395 = +20 %"});
}

TEST_CASE("a gap told in a sentence of its own, a turnout told last, a weight told of what it is of") {
  CHECK(told("en", "The mayor won 41,280 votes, his rival 38,750. The gap of 3,530 votes surprised nobody.") ==
        List{"contradiction sum 38750 + 3530 = 42280, not 41280"});
  CHECK(told("fa", "از ۶۱ میلیون واجد شرایط، ۲۴ میلیون نفر رأی دادند و نرخ مشارکت به ۵۳ درصد رسید.") ==
        List{"contradiction share 24e6 / 61e6 = 39.34 %, not 53 %"});
  CHECK(told("ar", "حجزت البحرية 2.4 طن من المخدرات، أي ما يعادل 24 ألف كيلوغرام.") ==
        List{"contradiction conversion 2.4 t = 2400 kg, not 24e3"});
  CHECK(told("ar", "حجزت البحرية 2.4 طن من المخدرات، أي ما يعادل 2400 كيلوغرام.") ==
        List{"verified conversion 2.4 t = 2400 kg"});
}

TEST_CASE("so much a day, for so many days") {
  CHECK(told("ar", "استقبل المعرض 540 ألف زائر على مدى 12 يوما، بمعدل 65 ألف زائر في اليوم.") ==
        List{"contradiction product 12 x 65e3 = 780000, not 540e3"});
  CHECK(told("ar", "استقبل المعرض 540 ألف زائر على مدى 12 يوما، بمعدل 45 ألف زائر في اليوم.") ==
        List{"verified product 12 x 45e3 = 540000"});
}

TEST_CASE("a percentage above what was planned") {
  CHECK(told("en", "The bill came to $186 million, 35 percent above the $120 million set aside in 2018.") ==
        List{"contradiction change 186e6 / 120e6 = +55 %, not 35 %"});
  CHECK(told("ar", "بلغت الكلفة 186 مليون دولار، بزيادة 35 في المئة عن 120 مليون دولار رصدت لها.") ==
        List{"contradiction change 186e6 / 120e6 = +55 %, not 35 %"});
  CHECK(told("en", "The bill came to $186 million, 55 percent above the $120 million set aside in 2018.") ==
        List{"verified change 186e6 / 120e6 = +55 %"});
  CHECK(told("en", "The bill came to $186 million, 35 percent above the average of towns above 120,000 people.") ==
        kSilent);
}

TEST_CASE("of two percentages the nearer belongs to the levels") {
  CHECK(told("en",
             "Daily use jumped from 1.45 million to 1.84 million cubic metres, a rise of 37 percent, while the lake "
             "behind the dam fell to 31 percent.") == List{"contradiction change 1.84e6 / 1.45e6 = +26.9 %, not 37 %"});
  CHECK(told("en",
             "Daily use jumped from 1.45 million to 1.84 million cubic metres, a rise of 27 percent, while the lake "
             "behind the dam fell to 31 percent.") == List{"verified change 1.84e6 / 1.45e6 = +26.9 %"});
}

TEST_CASE("the others are the rest of what the sentence before counted") {
  const std::string rest = "Forty-one were dehydrated, 16 had cramps, and the other nine went to hospital.";
  CHECK(told("en", "Medics looked after 63 people. " + rest) == List{"contradiction sum 41 + 16 + 9 = 66, not 63"});
  CHECK(told("en", "Medics looked after 66 people. " + rest) == List{"verified sum 41 + 16 + 9 = 66"});
  CHECK(told("en", "Medics looked after 63 people. Some were dehydrated, and the other nine went to hospital.") ==
        kSilent);
}

TEST_CASE("what stands behind a part in one language may be where it comes from") {
  CHECK(told("ar", "تشارك قوة من 1850 شخصا، هم 1020 عاملا من الشركات المتعاقدة و420 جنديا و310 متطوعين.") ==
        List{"contradiction sum 1020 + 420 + 310 = 1750, not 1850"});
  CHECK(told("ar", "بين المقبولين 152 من تسع دول.") == kSilent);
}

TEST_CASE("men, women and children of what the sentence before counted") {
  CHECK(told("ru", "В списке опознанных 143 имени. Это 58 мужчин, 49 женщин и 41 ребёнок.") ==
        List{"contradiction sum 58 + 49 + 41 = 148, not 143"});
  CHECK(told("ru", "В списке опознанных 143 имени. Кроме того, в больницах лежат 58 мужчин, 49 женщин и 41 ребёнок.") ==
        kSilent);
}

TEST_CASE("of several pairs of levels the neighbours are meant") {
  CHECK(told("en",
             "Just over 14,000 flats were handed over, and 38,200 households are on the list, up from 33,500 a year "
             "ago, a jump of 24 per cent.") == List{"contradiction change 38200 / 33500 = +14.03 %, not 24 %"});
  CHECK(told("en",
             "Just over 14,000 flats were handed over, and 38,200 households are on the list, up from 33,500 a year "
             "ago, a jump of 14 per cent.") == List{"verified change 38200 / 33500 = +14.03 %"});
}

TEST_CASE("a difference of temperatures has no offset") {
  CHECK(told("en", "Since 1961 the valley has warmed by 1.8 °C (3.2 °F).") ==
        List{"verified conversion 1.8 Cel = 3.24 [degF]"});
  CHECK(told("en", "In July it was 35 °C (95 °F) in the valley.") == List{"verified conversion 35 Cel = 95 [degF]"});
  CHECK(told("en", "In July it was 35 °C (85 °F) in the valley.").front().starts_with("contradiction conversion"));
}
