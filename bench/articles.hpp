// Articles nobody wrote, made by a seeded generator: as many as wanted, in four languages, ten figures and more in
// each. Stories of one to twelve articles (most are single, few are large), words by Zipf's law; one figure in twenty
// is not that of its story. The same seed gives the same bytes on every machine.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mizan::synthetic {

/// SplitMix64: the distributions of the standard library differ from one library to the next.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15ULL;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
  }
  std::uint32_t below(std::uint32_t end) { return static_cast<std::uint32_t>(next() % end); }
  /// Ranks from 0 by Zipf's law with exponent 1.
  std::uint32_t zipf(std::uint32_t end) {
    const double share = static_cast<double>(next() >> 11) / 9007199254740992.0;
    return static_cast<std::uint32_t>(std::exp(share * std::log(static_cast<double>(end)))) - 1;
  }

 private:
  std::uint64_t state_;
};

struct Article {
  std::string id, language, published, text;
};

class Articles {
 public:
  explicit Articles(std::uint64_t seed = 1) : dice_(seed) {}

  Article next() {
    if (left_ == 0) ++story_, left_ = 1 + dice_.zipf(12);
    --left_;
    const std::size_t language = dice_.below(4);
    const Tongue& tongue = tongues()[language];
    Article article;
    article.id = "article-" + std::to_string(++count_);
    article.language = tongue.tag;
    const std::uint32_t day = (story_ * 7919U) % 1000 + dice_.below(2);
    article.published = "20" + two(20 + day / 336) + "-" + two(1 + day % 336 / 28) + "-" + two(1 + day % 28);
    std::array<std::uint32_t, 6> names{};
    for (std::uint32_t i = 0; i < names.size(); ++i) names[i] = 40000 + fact(100 + i).below(4000000);
    for (std::uint32_t number = 0; number < tongue.sentences.size(); ++number) {
      const std::string_view sentence = tongue.sentences[number];
      for (std::size_t i = 0; i < sentence.size(); ++i) {
        if (sentence[i] != '{') {
          article.text += sentence[i];
          continue;
        }
        const char what = sentence[++i];
        ++i;  // the closing brace
        if (what == 'w') {
          article.text += word(tongue, dice_.zipf(30000));
        } else if (what == 'n') {
          const std::uint32_t value = 100 + fact(number).below(900000) / (1 + number % 7 * 40);
          article.text += std::to_string(dice_.below(20) == 0 ? value + 10 + dice_.below(30) : value);
        } else if (what == 'p') {
          article.text += std::to_string(2 + fact(20 + number).below(96));
        } else if (what == 'y') {
          article.text += std::to_string(2015 + fact(40 + number).below(9));
        } else {
          article.text += word(tongue, names[static_cast<std::size_t>(what - '0') % names.size()]);
        }
      }
      article.text += '\n';
    }
    return article;
  }

 private:
  struct Tongue {
    std::string tag;
    bool capitals;
    std::vector<std::string> syllables;
    std::vector<std::string_view> sentences;
  };

  /// The same in all articles of the story.
  Dice fact(std::uint32_t number) const { return Dice(story_ * 0x1234567ULL + number * 0x9E3779B1ULL); }

  static std::string two(std::uint32_t n) { return (n < 10 ? "0" : "") + std::to_string(n); }

  /// Of a number always the same word, in every language the same sounds.
  static std::string word(const Tongue& tongue, std::uint32_t number) {
    std::string result;
    const std::size_t base = tongue.syllables.size();
    for (std::uint32_t left = number + 600; left > 0; left /= static_cast<std::uint32_t>(base))
      result += tongue.syllables[left % base];
    if (tongue.capitals && number >= 40000 && result[0] >= 'a' && result[0] <= 'z')
      result[0] = static_cast<char>(result[0] - 'a' + 'A');
    return result;
  }

  static const std::array<Tongue, 4>& tongues() {
    static const std::array<Tongue, 4> all{
        Tongue{
            "en",
            true,
            {"ba", "de", "fi", "go", "ku", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "zo", "sha", "ko"},
            {"An explosion at a factory in {0} killed {n} people, {w} officials said.",
             "Another {n} were injured and {w} taken to hospitals of {1}.",
             "The company {2} had employed {n} workers there in {y}.",
             "Its revenue reached {n} million dollars in {y}, up {p} percent.",
             "The {w} {w} ministry promised {n} million euros to rebuild {0}.",
             "About {n} houses in the {w} district lost electricity for {p} hours.",
             "Police of {3} arrested {p} suspects, said {4} {5}.", "The plant produced {n} tonnes of {w} steel in {y}.",
             "Exports of the region of {1} amounted to {n} million dollars in {y}."}},
        Tongue{"ru",
               false,
               {"ба", "де", "фи", "го", "ку", "ла", "ме", "ни", "по", "ру", "са", "те", "ви", "зо", "ша", "ко"},
               {"При взрыве на заводе в городе {0} погибли {n} человек, сообщили {w} власти.",
                "Еще {n} человек пострадали, их {w} доставили в больницы города {1}.",
                "В компании {2} в {y} году работали {n} сотрудников.",
                "Ее выручка в {y} году достигла {n} млн долларов, рост составил {p} процентов.",
                "Министерство {w} {w} выделит {n} млн евро на восстановление города {0}.",
                "Около {n} домов в районе {w} остались без света на {p} часов.",
                "Полиция города {3} задержала {p} подозреваемых, сказал {4} {5}.",
                "Завод произвел {n} тонн стали {w} в {y} году.",
                "Экспорт области {1} составил {n} млн долларов в {y} году."}},
        Tongue{"ar",
               false,
               {"با", "دي", "في", "غو", "كو", "لا", "مي", "ني", "بو", "رو", "سا", "تي", "فا", "زو", "شا", "قو"},
               {"قتل {n} شخصا في انفجار بمصنع في مدينة {0}، وفق مسؤولين {w}.",
                "وأصيب {n} آخرون ونقلوا {w} إلى مستشفيات {1}.", "وكانت شركة {2} توظف {n} عاملا في عام {y}.",
                "وبلغت إيراداتها {n} مليون دولار في عام {y} بزيادة {p} في المئة.",
                "ووعدت وزارة {w} {w} بتقديم {n} مليون يورو لإعادة إعمار {0}.",
                "وانقطعت الكهرباء عن نحو {n} منزل في حي {w} لمدة {p} ساعة.",
                "واعتقلت شرطة {3} {p} مشتبها بهم، بحسب {4} {5}.", "وأنتج المصنع {n} طن من الفولاذ {w} في عام {y}.",
                "وبلغت صادرات منطقة {1} نحو {n} مليون دولار في عام {y}."}},
        Tongue{
            "fa",
            false,
            {"با", "دی", "فی", "گو", "کو", "لا", "می", "نی", "پو", "رو", "سا", "تی", "وی", "زو", "شا", "قو"},
            {"در انفجار کارخانه‌ای در شهر {0} {n} نفر کشته شدند، به گفته مقامات {w}.",
             "{n} نفر دیگر زخمی و {w} به بیمارستان‌های {1} منتقل شدند.",
             "شرکت {2} در سال {y} میلادی {n} کارگر داشت.",
             "درآمد آن در سال {y} میلادی به {n} میلیون دلار رسید و {p} درصد رشد کرد.",
             "وزارت {w} {w} قول داد {n} میلیون یورو برای بازسازی {0} بپردازد.",
             "حدود {n} خانه در محله {w} برای {p} ساعت بی‌برق ماندند.",
             "پلیس {3} {p} مظنون را بازداشت کرد، به گفته {4} {5}.",
             "این کارخانه در سال {y} میلادی {n} تن فولاد {w} تولید کرد.",
             "صادرات منطقه {1} در سال {y} میلادی {n} میلیون دلار بود."}}};
    return all;
  }

  Dice dice_;
  std::uint32_t story_ = 0, left_ = 0, count_ = 0;
};

inline std::string jsonl(const Article& article) {
  std::string text;
  for (const char c : article.text) {
    if (c == '\n')
      text += "\\n";
    else
      text += c;
  }
  return "{\"id\": \"" + article.id + "\", \"lang\": \"" + article.language + "\", \"published\": \"" +
         article.published + "\", \"text\": \"" + text + "\"}\n";
}

}  // namespace mizan::synthetic
