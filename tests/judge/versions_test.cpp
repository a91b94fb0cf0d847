// Two versions of one text: where a figure is odd, and where it is only told otherwise.
#include "judge/versions.hpp"

#include "catch.hpp"

using namespace mizan;

namespace {

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// Figures, with 0 for the end of a sentence.
struct Text {
  std::vector<int> figures;
  std::vector<int> sentences;

  explicit Text(const std::vector<int>& marks) {
    int sentence = 0;
    for (const int mark : marks) {
      if (mark == 0) {
        ++sentence;
        continue;
      }
      figures.push_back(mark);
      sentences.push_back(sentence);
    }
  }
};

Versions versions(const std::vector<int>& left, const std::vector<int>& right, bool alike = false) {
  const Text a(left), b(right);
  TwoTexts texts;
  texts.left = static_cast<std::uint32_t>(a.figures.size());
  texts.right = static_cast<std::uint32_t>(b.figures.size());
  texts.same = [&](std::uint32_t i, std::uint32_t j) { return a.figures[i] == b.figures[j]; };
  texts.alike = [&](std::uint32_t, std::uint32_t) { return alike; };
  texts.together_left = [&](std::uint32_t i, std::uint32_t k) { return a.sentences[i] == a.sentences[k]; };
  texts.together_right = [&](std::uint32_t i, std::uint32_t k) { return b.sentences[i] == b.sentences[k]; };
  return versions_of(texts);
}

}  // namespace

TEST_CASE("a figure that stands alone between two that agree is the other's") {
  const Versions v = versions({1, 2, 3, 0, 4, 5, 6, 7, 0, 8, 9, 10}, {1, 2, 3, 0, 4, 55, 6, 7, 0, 8, 9, 10});
  CHECK(v.odd == Pairs{{4, 4}});
  CHECK(v.agree == 9);
  CHECK(v.of == 10);
  CHECK(v.sure() == Approx(0.9));
}

TEST_CASE("at either end of the text, and two in a row") {
  CHECK(versions({11, 2, 3, 4, 5, 6, 7, 8, 9, 10}, {1, 2, 3, 4, 5, 6, 7, 8, 9, 100}).odd == Pairs{{0, 0}, {9, 9}});
  CHECK(versions({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, {1, 2, 3, 4, 50, 60, 7, 8, 9, 10}).odd == Pairs{{4, 4}, {5, 5}});
}

TEST_CASE("what is left out, put in, or told in another order is not odd") {
  CHECK(versions({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, {1, 2, 3, 4, 6, 7, 8, 9, 10}).odd.empty());
  CHECK(versions({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, {1, 2, 3, 4, 51, 52, 6, 7, 8, 9, 10}).odd.empty());
  CHECK(versions({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, {1, 2, 3, 5, 4, 6, 7, 8, 9, 10}).odd.empty());
  CHECK(versions({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, {1, 2, 3, 41, 51, 61, 7, 8, 9, 10, 11}).odd.empty());
}

TEST_CASE("a sentence of its own has no figure beside it that agrees, unless the scope is the same") {
  const std::vector<int> left = {1, 2, 3, 4, 0, 5, 0, 6, 7, 8, 9, 10}, right = {1, 2, 3, 4, 0, 55, 0, 6, 7, 8, 9, 10};
  CHECK(versions(left, right).odd.empty());
  CHECK(versions(left, right, true).odd == Pairs{{4, 4}});
}

TEST_CASE("two reports that share some figures are no versions of one text") {
  CHECK(versions({1, 2, 3, 4, 5, 6, 7}, {1, 2, 3, 44, 5, 6, 7}).odd.empty());  // too few to tell
  const Versions v = versions({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16},
                              {1, 2, 3, 4, 55, 6, 7, 8, 9, 20, 21, 22, 23, 24, 25, 26});
  CHECK(v.odd.empty());
  CHECK(v.agree == 8);
  CHECK(versions({}, {}).of == 0);
}
