// Open claims on short articles: which figures of one story are held against each other without any rule, in one
// language and across languages, and which must stay in peace.
#include "catch.hpp"
#include "claim/claim.hpp"
#include "extract/extract.hpp"
#include "judge/judge.hpp"
#include "rules.hpp"

namespace {

using namespace mizan;
using List = std::vector<std::string>;

struct Article {
  std::string language, text;
  Day day = *to_day(Calendar::gregorian, 2024, 5, 6);
};

constexpr double kDefault = 0.6;  // what the command line shows

Judgement judged(const std::vector<Article>& articles) {
  static std::vector<Extraction> extractions;
  extractions.clear();
  std::vector<Claim> all;
  for (std::uint32_t i = 0; i < articles.size(); ++i) {
    const Document document = document_of(articles[i].text, articles[i].language, articles[i].day);
    extractions.push_back(extract(document, shipped()));
    for (Claim& claim : claims(document, extractions.back(), shipped(), i)) all.push_back(std::move(claim));
  }
  std::vector<DocumentView> views;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const Extraction& e = extractions[i];
    DocumentView view{"doc" + std::to_string(i), e.date, &e.mentions, {}, nullptr, e.language};
    view.capitals = !shipped().languages()[*shipped().language(e.language)].right_to_left;
    for (const SentenceView& s : e.sentences) {
      view.sentences.push_back(s.span);
      view.words.insert(view.words.end(), s.words.begin(), s.words.end());
      for (const NameMention& name : s.names)
        if (!name.country.empty()) view.countries.push_back(name.country);
    }
    std::sort(view.countries.begin(), view.countries.end());
    views.push_back(std::move(view));
  }
  return judge(views, all, shipped().frames());
}

/// Accusations: verdict, rule and the two values, the smaller first by their text.
List accused(const std::vector<Article>& articles) {
  List result;
  for (const Finding& f : judged(articles).findings) {
    if (f.level == Level::none || f.confidence < kDefault || !f.rule.starts_with("open.")) continue;
    std::vector<std::string> values;
    for (const Evidence& e : f.evidence)
      if (std::find(values.begin(), values.end(), e.value) == values.end()) values.push_back(e.value);
    std::sort(values.begin(), values.end());
    std::string line = std::string(name(f.verdict)) + " " + f.rule;
    for (const auto& value : values) line += " | " + value;
    result.push_back(line);
  }
  return result;
}

/// Values that several documents give.
List agreed(const std::vector<Article>& articles) {
  List result;
  for (const Finding& f : judged(articles).findings)
    if (f.verdict == Verdict::corroboration) result.push_back(f.evidence.front().value);
  return result;
}

const List kSilent;
Day may(unsigned day) { return *to_day(Calendar::gregorian, 2024, 5, day); }

const std::string kQuakeEn =
    "Earthquake strikes Zarqan\n\nA strong earthquake struck the city of Zarqan in southern Iran. "
    "The quake damaged 1,450 houses, the Red Crescent said. "
    "Officials said the earthquake killed 43 people and injured 217.";
const std::string kQuakeRu =
    "Землетрясение в Заркане\n\nСильное землетрясение произошло в городе Заркан на юге Ирана. "
    "Повреждены 1450 домов, сообщил Красный Полумесяц. "
    "По данным властей, в результате землетрясения погибли 34 человека, ранены 217.";
const std::string kQuakeAr =
    "زلزال يضرب زرقان\n\nضرب زلزال قوي مدينة زرقان جنوبي إيران. "
    "وقال الهلال الأحمر إن الزلزال ألحق أضرارا بـ1450 منزلا. "
    "وأعلنت السلطات مقتل 34 شخصا وإصابة 217 في الزلزال.";
const std::string kQuakeFa =
    "زلزله در زرقان\n\nزلزله‌ای شدید شهر زرقان در جنوب ایران را لرزاند. "
    "هلال احمر اعلام کرد ۱۴۵۰ خانه در این زلزله آسیب دید. "
    "به گفته مقام‌ها در این زلزله ۳۴ نفر کشته و ۲۱۷ نفر زخمی شدند.";

}  // namespace

TEST_CASE("a count that two articles of a story tell differently, in any two languages") {
  const std::vector<std::pair<std::string, std::string>> others{{"ru", kQuakeRu}, {"ar", kQuakeAr}, {"fa", kQuakeFa}};
  for (const auto& [language, text] : others) {
    INFO(language);
    const List found = accused({{"en", kQuakeEn}, {language, text}});
    REQUIRE(found.size() == 1);
    CHECK(found.front().starts_with("contradiction open.count"));
    CHECK(found.front().find("34 ") != std::string::npos);
    CHECK(found.front().find("43 ") != std::string::npos);
  }
  CHECK(accused({{"ar", kQuakeAr}, {"fa", kQuakeFa}, {"ru", kQuakeRu}}) == kSilent);
}

TEST_CASE("what agrees is said to agree, across languages") {
  const List values = agreed({{"ar", kQuakeAr}, {"fa", kQuakeFa}, {"ru", kQuakeRu}});
  const auto has = [&](std::string_view value) {
    return std::any_of(values.begin(), values.end(), [&](const auto& v) { return v.starts_with(value); });
  };
  CHECK(has("1450 "));
  CHECK(has("34 "));
  CHECK(has("217"));
}

TEST_CASE("a later count of one event is an update") {
  CHECK(accused({{"en", kQuakeEn, may(7)}, {"ru", kQuakeRu, may(6)}}) == kSilent);
  CHECK(accused({{"en", kQuakeEn, may(7)}, {"fa", kQuakeFa, may(6)}}) == kSilent);
}

TEST_CASE("two events of one kind are two events") {
  std::string elsewhere = kQuakeRu;
  for (std::size_t at; (at = elsewhere.find("Заркан")) != std::string::npos;) elsewhere.replace(at, 12, "Мехран");
  elsewhere.replace(elsewhere.find("1450"), 4, "2100");
  elsewhere.replace(elsewhere.find("217"), 3, "390");
  elsewhere.replace(elsewhere.find("Ирана"), 10, "Турции");
  CHECK(accused({{"en", kQuakeEn}, {"ru", elsewhere}}) == kSilent);
}

TEST_CASE("an article that gives both values speaks of two facts") {
  const std::string both = kQuakeEn + " An earlier earthquake in 1998 killed 34 people.";
  CHECK(accused({{"en", both}, {"ru", kQuakeRu}}) == kSilent);
}

TEST_CASE("a plan is not held against a fact, nor a part against the whole") {
  const std::string base =
      "Nasim Air carried its passengers safely\n\nThe airline Nasim Air said its fleet has grown at Manama airport. ";
  const std::string fact = base + "Nasim Air has a fleet of 46 aircraft.";
  const std::string plan = base + "Nasim Air plans a fleet of 95 aircraft by 2034.";
  CHECK(accused({{"en", fact}, {"en", plan}}) == kSilent);
  const std::string part = base + "Nasim Air grounded 12 of its 46 aircraft.";
  CHECK(accused({{"en", fact}, {"en", part}}) == kSilent);
}

TEST_CASE("figures of two periods are two figures") {
  const std::string head = "Turnover of Kazan Motors\n\nThe car maker Kazan Motors published its turnover in Kazan. ";
  CHECK(accused({{"en", head + "The turnover of Kazan Motors reached 512 million euros in 2023."},
                 {"en", head + "The turnover of Kazan Motors reached 466 million euros in 2022."}}) == kSilent);
}

TEST_CASE("a finding says why: subject, intervals, who said it, and what made one fact of it") {
  const Judgement judgement = judged({{"en", kQuakeEn}, {"ar", kQuakeAr}, {"fa", kQuakeFa}});
  const auto found = std::find_if(judgement.findings.begin(), judgement.findings.end(),
                                  [](const Finding& f) { return f.verdict == Verdict::contradiction; });
  REQUIRE(found != judgement.findings.end());
  std::vector<std::string> labels;
  for (const auto& [label, text] : found->reason) labels.push_back(label);
  CHECK(labels == List{"of", "interval A", "interval B", "said A", "said B", "minority", "one fact"});
  CHECK(found->reason[5].second == "A");
  CHECK(found->message.find("43 ") != std::string::npos);
}

TEST_CASE("copies of one report are one witness") {
  const Judgement judgement = judged({{"en", kQuakeEn}, {"fa", kQuakeFa}, {"fa", kQuakeFa}});
  const auto found = std::find_if(judgement.findings.begin(), judgement.findings.end(),
                                  [](const Finding& f) { return f.verdict == Verdict::contradiction; });
  REQUIRE(found != judgement.findings.end());
  for (const auto& r : found->reason) UNSCOPED_INFO(r.first + ": " + r.second);
  const auto said = std::find_if(found->reason.begin(), found->reason.end(),
                                 [](const auto& r) { return r.second.starts_with("2 statements"); });
  REQUIRE(said != found->reason.end());
  CHECK(said->second == "2 statements in 2 documents, 1 independent");
}

namespace {

const std::string kReport =
    "The fire in the Lipova timber yard broke out at the weekend. It destroyed 35 warehouses and 128 vehicles on 17 "
    "hectares. About 460 firefighters with 93 engines fought it for 31 hours. The damage is 74 million euros, of which "
    "insurers pay 62 million euros. The yard employs 1,250 people and sold 860,000 cubic metres of timber in 2022.";
/// Articles of one story that differ in a sentence.
auto around(const std::string& opening, const std::string& closing) {
  return [=](const std::string& sentence) { return opening + sentence + closing; };
}
std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), with);
}

}  // namespace

TEST_CASE("a figure changed between two versions of one text is found by its place") {
  const std::string other = replaced(kReport, "31 hours", "54 hours");
  CHECK(accused({{"en", kReport}, {"en", other}}) == List{"contradiction open.duration | PT31H | PT54H"});
  CHECK(accused({{"en", kReport}, {"en", kReport}}).empty());
  // the next day's report has figures of its own
  CHECK(accused({{"en", kReport}, {"en", other, *to_day(Calendar::gregorian, 2024, 5, 9)}}).empty());
}

TEST_CASE("a figure between two that agree, in sentences of their own, is held against its like") {
  const auto flood = [](const std::string& opening, const std::string& sentence) {
    return opening + "\n\nRivers in southern Borvania rose again on Monday and the army sent boats. " + sentence +
           " The dam at Elsk held, engineers said, and schools will open on Thursday.";
  };
  const std::string one =
      flood("Borvania counts the cost", "The flood of 2011 drowned 18,400 cattle in 26 delta villages.");
  const std::string two =
      flood("Water comes back to Borvania", "In 2011 the delta lost 18,400 cattle when floods hit 27 villages.");
  const List found = accused({{"en", one, may(6)}, {"en", two, may(8)}});
  REQUIRE(found.size() == 1);
  CHECK(found.front() == "contradiction open.count | 26 {village} | 27 {village}");
  // a bare figure that happens to be the same is no witness of the villages
  const std::string bare = flood("Borvania again", "The mayor of Elsk said 26 were still missing in the delta.");
  for (const Finding& f : judged({{"en", one, may(6)}, {"en", two, may(8)}, {"en", bare, may(7)}}).findings)
    if (f.verdict == Verdict::contradiction) CHECK(f.evidence.size() == 2);
  // the flood of another year hit other villages
  CHECK(accused({{"en", one, may(6)}, {"en", replaced(replaced(two, "2011", "2014"), "18,400", "9,300"), may(8)}}) ==
        kSilent);
}

TEST_CASE("a broken number counts nothing") {
  const auto quake = [](const std::string& sentence) {
    return "Tsunami remembered in Aceh\n\nPeople in Aceh remember the tsunami of 2004 on Monday. " + sentence;
  };
  CHECK(accused({{"en", quake("The earthquake of 2004 measured 9.1 off Aceh and raised the tsunami.")},
                 {"en", quake("The earthquake of 2004 hit 13 countries off Aceh and raised the tsunami.")}}) ==
        kSilent);
}

TEST_CASE("two counts in one phrase of one person are held against each other") {
  const auto trial = around(
      "Trial over the killing of Zelda Hartnoll\n\nTwo men from Lipova stood in court for the killing of Zelda "
      "Hartnoll at a school in 2011. ",
      " The judge called the film a terrible thing to see, and the court went home at 4 pm.");
  const std::string one = trial("Video of the Lipova mother of 13 Zelda Hartnoll was shown in court.");
  const std::string two = trial("The court saw how the Lipova mother of 12 was killed outside the school.");
  CHECK(accused({{"en", one}, {"en", two}}) == List{"contradiction open.count | 12 {child} | 13 {child}"});
  // "13 shots" is no witness of the children
  CHECK(accused({{"en", one}, {"en", replaced(two, "in 2011", "in 2011 with 13 shots")}}).size() == 1);
  // a word beside the figure is another
  CHECK(accused({{"en", one}, {"en", replaced(two, "mother of 12", "teacher of 12")}}) == kSilent);
  // as is a mother of another town
  CHECK(accused({{"en", one}, {"en", replaced(two, "Lipova mother", "Sokolniki mother")}}) == kSilent);
  const std::string shot = trial("Zelda Hartnoll was shot eleven times in Lipova.");
  const std::string autopsy = trial("The autopsy of Zelda Hartnoll showed that she was shot seven times.");
  CHECK(accused({{"en", shot}, {"en", autopsy}}) == List{"contradiction open.count | 11 | 7"});
  CHECK(accused({{"en", shot}, {"en", replaced(autopsy, "shot seven times", "seen seven times")}}) == kSilent);
}

TEST_CASE("the number stayed and its unit did not") {
  const auto fall = around("Climber dies on Mount Tovar\n\nA climber from Lipova died on Mount Tovar on Friday. ",
                           " Rescuers reached the glacier at noon and warned others of the ice.");
  const std::string one = fall("The 36-year-old slipped and fell about 60 metres (200 feet) from a ridge.");
  const std::string two = fall("The man, 36, slipped and fell about 200 metres down an icy gully.");
  CHECK(accused({{"en", one}, {"en", two}}) == List{"contradiction open.measure | ~200 m | ~60 m"});
  CHECK(accused({{"en", one}, {"en", replaced(two, "200 metres", "200 feet")}}) == kSilent);
}

TEST_CASE("so many of them critically") {
  const auto shelling =
      around("Shells hit a school in Jabala\n\nThree shells landed beside a school in the camp of Jabala on Tuesday. ",
             " The agency called for an inquiry into what had happened at the school.");
  const std::string one =
      shelling("Some 30 people were killed and 55 others injured, five of them critically, the agency said.");
  const std::string two = shelling("The agency had confirmed 30 dead and 55 wounded, 15 critically.");
  CHECK(accused({{"en", one}, {"en", two}}) == List{"contradiction open.count | 15 | 5"});
  CHECK(accused({{"en", one}, {"en", replaced(two, "15 critically", "15 children")}}) == kSilent);
  CHECK(accused({{"en", one}, {"en", replaced(two, "15 critically", "five critically")}}) == kSilent);
}

TEST_CASE("the bulletins of two towns are of two towns, whatever their texts agree in") {
  const auto bulletin = [](const std::string& town, const std::string& count) {
    return town + " : " + count +
           " مخالفة اقتصادية خلال شهر رمضان\n\nأكد المدير الجهوي للتجارة أن فرق المراقبة "
           "الاقتصادية تمكنت خلال شهر رمضان من تسجيل " +
           count +
           " مخالفة اقتصادية. وأضاف أن هذه المخالفات تتعلق "
           "بعدم إشهار الأسعار والترفيع فيها بصفة غير قانونية وبيع بضاعة غير مفوترة.";
  };
  CHECK(accused({{"ar", bulletin("نابل", "788")}, {"ar", bulletin("قفصة", "388")}}) == kSilent);
  CHECK(accused({{"ar", bulletin("نابل", "788")}, {"ar", bulletin("نابل", "388")}}).size() == 1);
}

TEST_CASE("a tension says what kind of doubt it is") {
  const std::string en = replaced(kQuakeEn, "killed 43", "killed more than 43");
  const std::string ru = replaced(kQuakeRu, "погибли 34", "погибли более 24");
  const Judgement judgement = judged({{"en", en}, {"ru", ru}});
  const auto found = std::find_if(judgement.findings.begin(), judgement.findings.end(),
                                  [](const Finding& f) { return f.verdict == Verdict::tension; });
  REQUIRE(found != judgement.findings.end());
  CHECK(found->message.ends_with("; two different bounds"));
}

TEST_CASE("a fraction is held against a percentage, and who says a third has rounded") {
  const auto dam = [](const std::string& share) {
    return "Borvania opens the Elsk dam\n\nThe Elsk dam in southern Borvania was opened on Monday by the president. "
           "The reservoir holds 1,340 million cubic metres. A loan of a Chinese bank covers " +
           share + " of the cost of the dam.";
  };
  CHECK(accused({{"en", dam("almost a third")}, {"en", dam("34 percent")}}) == kSilent);
  CHECK(accused({{"en", dam("almost a third")}, {"en", dam("54 percent")}}).size() == 1);
  CHECK(accused({{"en", dam("more than half")}, {"en", dam("54 percent")}}) == kSilent);
}

TEST_CASE("nobody rounds a prize of 120 thousand to 100 thousand, and nearly 700 is loose for 640") {
  const auto festival = [](const std::string& prize, const std::string& guests) {
    return "Festival closes in Elsk\n\nThe film festival of Elsk in southern Borvania closed on Sunday with 112 films. "
           "The main award brings the director " +
           prize + ". The festival had " + guests + " guests.";
  };
  const std::string one = festival("100,000 euros", "640");
  CHECK(accused({{"en", one}, {"en", festival("120,000 euros", "640")}}) ==
        List{"contradiction open.money | 100000 EUR | 120000 EUR"});
  CHECK(accused({{"en", one}, {"en", festival("100,000 euros", "nearly 700")}}) ==
        List{"tension open.count | 640 {guest} | ~700 {guest}"});
  CHECK(accused({{"en", one}, {"en", festival("100,000 euros", "about 650")}}) == kSilent);
  // nearly so many are fewer
  CHECK(accused({{"en", festival("100,000 euros", "2,650")}, {"en", festival("100,000 euros", "nearly 2,600")}}) ==
        List{"tension open.count | 2650 {guest} | ~2600 {guest}"});
  CHECK(accused({{"en", festival("100,000 euros", "2,580")}, {"en", festival("100,000 euros", "nearly 2,600")}}) ==
        kSilent);
  CHECK(accused({{"en", festival("100,000 euros", "2,650")}, {"en", festival("100,000 euros", "some 2,600")}}) ==
        kSilent);
}

TEST_CASE("a notice of next Sunday, every week") {
  const auto notice = [](const std::string& day) {
    return "No power in Elsk\n\nThe power company of Elsk in southern Borvania said that electricity will be cut off "
           "on Sunday, " +
           day + ", for repairs of the lines from eight in the morning.";
  };
  CHECK(accused({{"en", notice("12 May 2024"), may(10)}, {"en", notice("19 May 2024"), may(16)}}) == kSilent);
}

TEST_CASE("one length of time in two units is one") {
  const auto film = [](const std::string& length) {
    return "Festival closes in Elsk\n\nThe film festival of Elsk in southern Borvania closed on Sunday with 112 films. "
           "The film that won lasts " +
           length + " and was shot in Elsk.";
  };
  CHECK(accused({{"en", film("127 minutes")}, {"en", film("two hours and seven minutes")}}) == kSilent);
}

TEST_CASE("measures of one kind are held against each other in whatever units") {
  const auto park = [](const std::string& area) {
    return "Elsk opens its park\n\nThe new park of Elsk in southern Borvania was opened on Monday by the mayor. "
           "The park of Elsk covers an area of " +
           area + " along the river, with 1,340 trees.";
  };
  CHECK(accused({{"en", park("210 acres")}, {"en", park("8.5 square kilometres")}}) ==
        List{"contradiction open.measure | 210 [acr_us] | 8.5 km2"});
  CHECK(accused({{"en", park("210 acres")}, {"en", park("85 hectares")}}) == kSilent);
  CHECK(accused({{"en", park("4.2 hectares")}, {"en", park("about 10 acres")}}) == kSilent);
  const std::string ru =
      "Парк открыт в Эльске\n\nНовый парк города Эльск на юге Борвании в понедельник открыл мэр. "
      "Площадь парка Эльска вдоль реки составляет 850 га, в нём 1340 деревьев.";
  CHECK(accused({{"en", park("8.5 square kilometres")}, {"ru", ru}}) == kSilent);
}

TEST_CASE("one figure with the unit of another: miles taken for kilometres") {
  const auto line = [](const std::string& length) {
    return "Elsk reopens its railway\n\nThe railway of Elsk in southern Borvania was reopened on Monday, with 1,340 "
           "guests. The railway line of Elsk is " +
           length + " long and crosses the river.";
  };
  const std::string ru =
      "Железная дорога в Эльске\n\nЖелезную дорогу города Эльск на юге Борвании открыли в понедельник, было 1340 "
      "гостей. Длина железной дороги Эльска — 186 км, она пересекает реку.";
  CHECK(accused({{"en", line("186 miles")}, {"ru", ru}}) == List{"contradiction open.measure | 186 [mi_i] | 186 km"});
  CHECK(accused({{"en", line("186 kilometres")}, {"ru", ru}}) == kSilent);
  const Judgement judgement = judged({{"en", line("186 miles")}, {"ru", ru}});
  REQUIRE(judgement.findings.size() > 0);
  const Reason& reason = judgement.findings.front().reason;
  CHECK(std::find(reason.begin(), reason.end(),
                  std::pair<std::string, std::string>("looks like", "one figure with another unit")) != reason.end());
}

TEST_CASE("million for billion, and the month of what was before") {
  const auto quake = [](const std::string& sentence) {
    return "Quake in Elsk\n\nAn earthquake in Elsk in southern Borvania on Monday broke 1,340 houses. " + sentence;
  };
  const std::string ru =
      "Землетрясение в Эльске\n\nЗемлетрясение в понедельник повредило 1340 домов в городе Эльск на юге Борвании. ";
  CHECK(accused({{"en", quake("The government of Borvania puts the damage of the earthquake at 1.26 billion dollars.")},
                 {"ru", ru + "Правительство Борвании оценивает ущерб от землетрясения в 1,26 млн долларов."}}) ==
        List{"contradiction open.money | 1.26e6 USD | 1.26e9 USD"});
  const std::string june = ru + "В июне 1987 года землетрясение в Эльске унесло жизни 892 человек.";
  CHECK(accused({{"en", quake("In July 1987 an earthquake in Elsk killed 892 people.")}, {"ru", june}}) ==
        List{"contradiction open.date | 1987-06 | 1987-07"});
  CHECK(accused({{"en", quake("In June 1987 an earthquake in Elsk killed 892 people.")}, {"ru", june}}) == kSilent);
}

TEST_CASE("what is told of an earlier case is no figure of this one") {
  const auto prize = [](const std::string& sentence) {
    return "Marathon of Elsk\n\nThe marathon of Elsk in southern Borvania on Monday had 1,340 runners. " + sentence;
  };
  const std::string ru =
      "Марафон в Эльске\n\nВ понедельник в марафоне города Эльск на юге Борвании бежали 1340 человек. Призовой фонд "
      "марафона Эльска составил 310 тысяч долларов.";
  CHECK(accused({{"en", prize("The prize money of the marathon of Elsk was 130,000 dollars.")}, {"ru", ru}}) ==
        List{"contradiction open.money | 130000 USD | 310e3 USD"});
  CHECK(accused({{"en", prize("The prize money of the marathon of Elsk was previously 130,000 dollars.")},
                 {"ru", ru}}) == kSilent);
}

TEST_CASE("the day of another month, and the plan that needs no word for it") {
  const auto vote = [](const std::string& sentence) {
    return "Elsk prepares to vote\n\nThe council of Elsk in southern Borvania met on Monday with 1,340 guests. " +
           sentence;
  };
  const std::string ru =
      "Эльск готовится к голосованию\n\nСовет города Эльск на юге Борвании собрался в понедельник, было 1340 гостей. "
      "Референдум о мосте в Эльске назначен на 17 июля.";
  CHECK(accused({{"en", vote("The referendum on the bridge of Elsk is on 17 June.")}, {"ru", ru}}) ==
        List{"contradiction open.date | 2024-06-17 | 2024-07-17"});
  CHECK(accused({{"en", vote("The referendum on the bridge of Elsk is on 17 July.")}, {"ru", ru}}) == kSilent);
}

TEST_CASE("the day on which somebody spoke is the day of nothing else") {
  const auto toll = [](const std::string& sentence) {
    return "Heat kills in Elsk\n\nThe heat in Elsk in southern Borvania goes on, and 1,340 people were treated. " +
           sentence;
  };
  CHECK(accused({{"en", toll("The health ministry of Borvania announced on Thursday 23 deaths from the heat."), may(3)},
                 {"en", toll("The heat has killed 23 people, the health ministry of Borvania said on Friday."),
                  may(4)}}) == kSilent);
}

TEST_CASE("a figure of a year before is of another period, in a month as in a year") {
  const auto prices = [](const std::string& sentence) {
    return "Prices in Borvania\n\nThe statistics office of Borvania published 1,340 prices on Monday. " + sentence;
  };
  CHECK(accused({{"en", prices("Inflation in Borvania ran at 5.2% in March 2024, against 6.8% a year earlier.")},
                 {"en", prices("Inflation in Borvania was 5.2% in March 2024.")}}) == kSilent);
}

TEST_CASE("the end of a term is a date like any other") {
  const auto claims = [](const std::string& sentence) {
    return "Frost in Elsk\n\nGrowers of apples in Elsk in southern Borvania counted 1,340 broken trees on Monday. " +
           sentence;
  };
  const std::string ru =
      "Мороз в Эльске\n\nСадоводы города Эльск на юге Борвании насчитали в понедельник 1340 сломанных деревьев. "
      "Заявки на страховку садоводы Эльска могут подать до 21 июля.";
  CHECK(accused({{"en", claims("Growers in Elsk can file insurance claims until June 21.")}, {"ru", ru}}) ==
        List{"contradiction open.date | until 2024-06-21 | until 2024-07-21"});
  CHECK(accused({{"en", claims("Growers in Elsk can file insurance claims until July 21.")}, {"ru", ru}}) == kSilent);
}

TEST_CASE("a price of a tonne and one of a kilogram are no slip of each other") {
  const auto market = [](const std::string& price) {
    return "Apples in Elsk\n\nThe market of Elsk in southern Borvania sold 1,340 baskets of apples on Monday. Apples "
           "in Elsk cost " +
           price + ".";
  };
  CHECK(accused({{"en", market("600 dollars a tonne")}, {"en", market("60 US cents a kilogram")}}) == kSilent);
}
