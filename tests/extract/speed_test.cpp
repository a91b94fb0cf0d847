// No input makes it slow: a text of one thing repeated costs per byte what a shorter one costs, whatever the thing is,
// from the fold to the judge. "test_extract '[table]'" prints how fast each is.
#include <algorithm>
#include <cstdio>
#include <ctime>

#include "catch.hpp"
#include "claim/claim.hpp"
#include "extract/extract.hpp"
#include "judge/judge.hpp"
#include "rules.hpp"

namespace {

using namespace mizan;

struct Torture {
  const char* name;
  const char* language;
  std::string piece;  ///< {n} counts, {d} and {y} run through days and years
};

const Torture kAll[] = {
    // digits, and what stands between them
    {"digits", "en", "1234567890"},
    {"Arabic digits", "ar", "١٢٣٤٥٦٧٨٩٠"},
    {"short numbers", "en", "12 "},
    {"years", "en", "2023 "},
    {"years with a comma", "en", "2023, "},
    {"group upon group", "en", "1,1,1,1,"},
    {"groups of three", "en", "111,"},
    {"groups between spaces", "en", "111 "},
    {"groups between spaces, Russian", "ru", "1 111 "},
    {"decimals", "fa", "1.1.1."},
    {"commas and dots", "en", "1,2.3 4'"},
    {"ranges", "en", "1-2-"},
    {"ranges of years", "en", "2019-2020 - "},
    {"dashes and spaces", "en", "1 - 2 - "},
    {"signs", "en", "-5 "},
    {"slashes", "en", "12/"},
    {"slashes, Persian", "fa", "۱۲/"},
    {"ones and slashes", "en", "1/1/1 "},
    {"dates in digits", "en", "1/2/2023 - "},
    {"dotted dates", "ru", "11.09.2025-"},
    {"fractions in digits", "en", "1/2 1/3 "},
    {"mixed fractions", "en", "10 1/2 "},
    {"signs of fractions", "en", "1\u00BD "},
    {"turned decimals", "fa", "۹۳۵ر۶ "},
    {"spaced decimals", "en", "1 . 6 billion "},
    {"clock times", "en", "10:30 "},
    {"long identifiers", "en", "123456789012345678 "},
    {"letters and digits", "en", "a1"},
    {"glued scales", "en", "5k"},
    {"units", "en", "5 km "},
    {"units glued", "en", "5km-"},
    {"counted nouns", "en", "5 people "},
    {"others of one count", "en", "a man and 5 others and "},
    {"days in a row", "en", "25, 26, 27, "},
    {"bounds of lengths", "en", "more than 3 hours and "},
    {"figures of two readings", "ar", "1.234 "},
    {"list numbers with a stretcher", "fa", "1\u0640 a "},
    {"days of no date", "fa", "، امروز "},
    // number words
    {"ones", "en", "one "},
    {"number words", "en", "twenty "},
    {"hyphenated number words", "en", "twenty-"},
    {"joined number words", "en", "twenty and "},
    {"number words with commas", "en", "one thousand, two hundred, "},
    {"number words that fit", "en", "three hundred and twenty-one thousand "},
    {"scales", "en", "thousand million "},
    {"millions", "en", "million "},
    {"hundreds", "en", "three hundred "},
    {"falling scales", "en", "one billion one million one thousand one "},
    {"tens of", "en", "tens of "},
    {"tens of thousands of", "en", "tens of thousands of millions of "},
    {"points", "en", "point "},
    {"one point", "en", "one point "},
    {"points of one", "en", "one point one one one one "},
    {"fractions in words", "en", "two thirds "},
    {"joined fractions", "en", "three and two thirds and "},
    {"halves of halves", "en", "half and a half "},
    {"dozens", "en", "two dozen "},
    {"ordinals", "en", "1st "},
    {"ordinals in words", "en", "first second third "},
    {"compound ordinals", "en", "twenty-first-"},
    {"Arabic number words", "ar", "عشرون "},
    {"joined Arabic number words", "ar", "وعشرون "},
    {"Arabic number words apart", "ar", "خمسة و عشرون "},
    {"Arabic hundreds", "ar", "ثلاثمئة وخمسة وعشرون ألفا "},
    {"Arabic scales", "ar", "مليون ألف مليار "},
    {"Arabic fractions", "ar", "ونصف وثلث "},
    {"Arabic ordinals", "ar", "الحادي والعشرون "},
    {"Persian number words", "fa", "بیست و "},
    {"Persian ones", "fa", "یک "},
    {"Persian scales", "fa", "سیصد هزار میلیون "},
    {"Persian hundreds", "fa", "سیصد و بیست و یک هزار و "},
    {"Persian halves", "fa", "و نیم "},
    {"Persian points", "fa", "یک ممیز یک "},
    {"Persian fractions", "fa", "یک و دو سوم و "},
    {"Persian ordinals", "fa", "بیست و یکم و "},
    {"Russian number words", "ru", "двадцать "},
    {"Russian hundreds", "ru", "триста двадцать один "},
    {"Russian scales", "ru", "тысяч миллионов "},
    {"Turkish number words", "tr", "yirmi bin "},
    {"apostrophes", "tr", "2023'te "},
    {"Russian fractions", "ru", "две трети и "},
    {"Russian whole and tenths", "ru", "одна целая пять десятых "},
    {"Russian halves", "ru", "с половиной "},
    {"Russian ordinals", "ru", "двадцать первый "},
    // times
    {"months", "en", "January "},
    {"month of month", "en", "November of "},
    {"month pairs", "ar", "نوفمبر/تشرين الثاني "},
    {"days of months", "ru", "9 ноября "},
    {"days of months, English", "en", "9 November "},
    {"days and days of months", "en", "9 to 10 November to "},
    {"full dates", "en", "1 November 2024 - 18 January 2025 - "},
    {"full dates, Persian", "fa", "۱۸ آبان ۱۴۰۲ تا "},
    {"full dates, Arabic", "ar", "من 9 نوفمبر 2023 إلى "},
    {"weekdays", "en", "Monday "},
    {"weekdays with commas", "en", "Monday, "},
    {"weekdays, Persian", "fa", "دوشنبه "},
    {"day markers", "fa", "روز "},
    {"day markers and weekdays", "ar", "يوم الخميس "},
    {"todays", "en", "today, "},
    {"year markers", "fa", "سال "},
    {"year markers and years", "fa", "سال ۱۴۰۲ "},
    {"year markers, Russian", "ru", "год 2023 "},
    {"eras", "en", "2023 AD "},
    {"last and next", "en", "last next year "},
    {"since and until", "en", "since until "},
    {"early and late", "en", "early mid late "},
    {"quarters", "en", "third quarter of "},
    {"first months", "en", "the first nine months of "},
    {"seasons", "en", "winter of "},
    {"centuries", "en", "21st century "},
    {"decades", "en", "1990s "},
    {"agos", "en", "three days ago "},
    {"agos before", "ar", "قبل ثلاثة أيام "},
    {"durations", "en", "2 hours 3 minutes "},
    {"durations in words", "en", "five years, one month and twelve days and "},
    {"durations to durations", "en", "two to three to "},
    {"within", "en", "within the last "},
    // little words
    {"ands", "en", "and "},
    {"ands, Persian", "fa", "و "},
    {"ands, Russian", "ru", "и "},
    {"froms", "en", "from "},
    {"froms, Persian", "fa", "از "},
    {"froms, Arabic", "ar", "من "},
    {"betweens", "en", "between 1 and "},
    {"betweens, Arabic", "ar", "بين خمسة و"},
    {"from and from", "en", "from 1 to 2 from "},
    {"to and to", "en", "to 5 to "},
    {"modifiers", "en", "more than about "},
    {"modifiers, Persian", "fa", "بیش از حدود "},
    {"of and of", "en", "5 of the 6 "},
    {"prefixes", "ar", "و"},
    {"prefixed words", "ar", "وبالكتاب فبالبيت "},
    {"suffixed words", "fa", "کتاب\u200Cهایشان "},
    // signs and characters
    {"commas", "en", ","},
    {"stops", "en", ". "},
    {"dashes", "en", "-"},
    {"brackets", "en", "("},
    {"bracketed figures", "en", "(1) ["},
    {"quotes", "en", "\"1\" "},
    {"guillemets", "ru", "«1»"},
    {"currency signs", "en", "$"},
    {"money", "en", "$5 million to "},
    {"currency words", "en", "5 US dollars "},
    {"percent", "en", "5% "},
    {"percent signs", "fa", "%"},
    {"combining marks", "ar", "\u064E\u0651"},
    {"combining marks on Latin", "en", "e\u0301\u0323"},
    {"marks out of order", "ar", "\u0651\u064E"},
    {"bidi marks", "ar", "\u200F5\u200E"},
    {"tatweel", "ar", "ــم"},
    {"ZWNJ", "fa", "می\u200Cشود"},
    {"ZWNJ alone", "fa", "\u200C"},
    {"one long word", "en", "a"},
    {"one long Arabic word", "ar", "والم"},
    {"spaces", "en", " "},
    {"figure and spaces", "en", "5                                                            "},
    {"lines", "en", "1.\n"},
    {"empty lines", "en", "\n"},
    {"carriage returns", "en", "5\r"},
    {"emoji", "en", "\U0001F600"},
    // no language, or none that fits
    {"unknown language", "", "12 тысяч людей و 5 people "},
    {"unknown script", "", "ა 5 ბ "},
    {"words of another language", "ru", "5 million people and "},
    // names, cues, addresses
    {"names", "ru", "Россия и Казахстан "},
    {"long names", "en", "United Arab Emirates "},
    {"names and figures", "en", "Russia 5 "},
    {"cues", "en", "trade turnover 5 billion "},
    {"cues and sentences", "en", "trade turnover between Russia and Kazakhstan was $5 billion in 2023. "},
    {"claims on one line", "en", "trade turnover between Russia and Kazakhstan was $5 billion in 2023, "},
    {"visits", "en", "Vladimir Putin visited Kazakhstan on 9 November 2023. "},
    {"members", "en", "the EU has 27 members "},
    {"carried cues", "en", "Trade turnover is growing. Exports were 5. "},
    {"cues of another frame", "en", "Trade turnover is growing. Trade turnover growth was $5 billion. Members: 5. "},
    {"titles", "en", "the president of Russia, the president of Kazakhstan, 5 "},
    {"different figures", "en", "{n} "},
    {"different sums", "en", "In 2023 the turnover between Russia and Kazakhstan was ${n} billion. "},
    {"one sum and others", "en",
     "In 2023 the turnover between Russia and Kazakhstan was $5 billion. In 2023 the turnover between Russia and "
     "Kazakhstan was ${n} billion. "},
    {"different years", "en", "In {y} the turnover between Russia and Kazakhstan was ${n} billion. "},
    {"different records", "en", "In {y} the turnover between Russia and Kazakhstan was a record ${n} billion. "},
    {"different counts", "en", "In {y} the European Union had {n} member states. "},
    {"different dates", "en", "Vladimir Putin visited Kazakhstan on {d} November {y}. "},
    {"days without a year", "en", "On Friday, {d} November {n} people came. "},
    {"houses", "en", "5 W. Oak 52nd Street "},
    {"lines of games", "en", "7-for-14 "},
    {"nouns before nouns", "en", "4 murder case "},
    {"addresses", "en", "www.a.b.c."},
    {"addresses and figures", "en", "www.a1.com/5 "},
    {"hosts", "en", "a.b-"},
    {"hosts and figures", "en", "1.b-2."},
    {"mail", "en", "a1@b.c@"},
    {"mail names", "en", "a.b+c%1"},
    {"phone", "en", "+1 (2) "},
    {"phones", "en", "+1-555-123-4567-"},
    {"phone brackets", "en", "(021) 8888 "},
    {"hashes", "en", "#1"},
    {"IP addresses", "en", "1.1.1.1.1."},
};

std::string text_of(const Torture& torture, std::size_t bytes) {
  std::string text;
  for (std::size_t n = 1; text.size() < bytes; ++n) {
    for (std::size_t i = 0; i < torture.piece.size(); ++i) {
      if (torture.piece[i] != '{') {
        text += torture.piece[i];
        continue;
      }
      const char kind = torture.piece[i + 1];
      text += std::to_string(kind == 'd' ? n % 28 + 1 : kind == 'y' ? 2000 + n % 20 : n);
      i += 2;
    }
  }
  return text;
}

/// Processor time from the text to the findings, the best of some runs: other programs share the machine.
double seconds(const Torture& torture, std::size_t bytes, int runs) {
  const Document document = document_of(text_of(torture, bytes), torture.language);
  const Knowledge& knowledge = shipped();
  double best = 1e9;
  for (int i = 0; i < runs; ++i) {
    const std::clock_t begin = std::clock();
    const Extraction extraction = extract(document, knowledge);
    const std::vector<Claim> found = claims(document, extraction, knowledge, 0);
    DocumentView view{document.id, extraction.date, &extraction.mentions, {}};
    for (const SentenceView& sentence : extraction.sentences) view.sentences.push_back(sentence.span);
    static_cast<void>(judge({view}, found, knowledge.frames()));
    best = std::min(best, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
  }
  return best;
}

#if defined(__SANITIZE_ADDRESS__)
constexpr std::size_t kBytes = 8192;  // the sanitizers make it slow enough
#else
constexpr std::size_t kBytes = 16384;
#endif

}  // namespace

TEST_CASE("no text makes it slow") {
  for (const Torture& torture : kAll) {
    // eight times the text may take twice eight times as long, and a little; sixty-four times if a step is quadratic
    double once = 0, longer = 0;
    bool linear = false;
    for (int runs = 1; runs <= 5 && !linear; ++runs) {
      once = seconds(torture, kBytes, runs);
      longer = seconds(torture, 8 * kBytes, runs);
      linear = longer < 16 * once + 0.005;
    }
    INFO(torture.name << ": " << kBytes << " bytes take " << once << " s, eight times as many " << longer << " s");
    CHECK(linear);
  }
}

TEST_CASE("how fast each text is", "[.][table]") {
  std::printf("%-32s %8s %8s %8s\n", "", "MB/s", "2n/n", "8n/n");
  for (const Torture& torture : kAll) {
    const double once = seconds(torture, 2 * kBytes, 5);
    const double twice = seconds(torture, 4 * kBytes, 5);
    const double eight = seconds(torture, 16 * kBytes, 3);
    std::printf("%-32s %8.2f %8.2f %8.2f\n", torture.name, static_cast<double>(16 * kBytes) / eight / 1e6, twice / once,
                eight / once);
    std::fflush(stdout);
  }
}
