#include "model/decimal.hpp"

#include <random>

#include "../catch.hpp"

using mizan::add;
using mizan::Decimal;
using mizan::dump;
using mizan::multiply;

namespace {

__extension__ using Wide = __int128;

/// Digits of all lengths and exponents on both sides of nought, so that zeros, carries and alignments all occur.
Decimal random_decimal(std::mt19937& random, int digits = 18, int exponents = 8) {
  const int length = std::uniform_int_distribution<>(0, digits)(random);
  std::int64_t coefficient = 0;
  for (int i = 0; i < length; ++i) coefficient = coefficient * 10 + std::uniform_int_distribution<>(0, 9)(random);
  if (random() % 3 == 0) coefficient = coefficient / 1000 * 1000;
  if (random() % 2 == 0) coefficient = -coefficient;
  return {coefficient, std::uniform_int_distribution<>(-exponents, exponents)(random)};
}

/// The value times 10^8 as an integer.
Wide scaled(const Decimal& value) {
  Wide result = value.coefficient();
  for (int i = -8; i < value.exponent(); ++i) result *= 10;
  return result;
}

}  // namespace

TEST_CASE("decimals are read from ASCII and nothing else") {
  const auto read = [](const char* text) {
    const auto value = Decimal::parse(text);
    return value ? std::to_string(value->coefficient()) + "/" + std::to_string(value->exponent()) : "none";
  };
  CHECK(read("28.2") == "282/-1");
  CHECK(read("-5") == "-5/0");
  CHECK(read("6e3") == "6/3");
  CHECK(read("28.2e9") == "282/8");
  CHECK(read("28.20") == "2820/-2");
  CHECK(read("007") == "7/0");
  CHECK(read("0") == "0/0");
  CHECK(read("1e-3") == "1/-3");
  CHECK(read("999999999999999999") == "999999999999999999/0");
  for (const char* bad : {"",
                          "-",
                          ".",
                          "5.",
                          ".5",
                          "+5",
                          "1,000",
                          "1 000",
                          "1e",
                          "1e-",
                          "1e1000",
                          "1e+3",
                          "0x10",
                          "5a",
                          "--5",
                          "1.2.3",
                          "1000000000000000000",
                          "\xD9\xA5",
                          "1E3",
                          " 1",
                          "1 ",
                          "nan"}) {
    INFO(bad);
    CHECK(read(bad) == "none");
  }
}

TEST_CASE("the notation of decimals") {
  CHECK(dump(Decimal{282, 8}) == "28.2e9");
  CHECK(dump(Decimal{6, 3}) == "6e3");
  CHECK(dump(Decimal{35, 5}) == "3.5e6");
  CHECK(dump(Decimal{20, 9}) == "20e9");
  CHECK(dump(Decimal{2401, 8}) == "240.1e9");
  CHECK(dump(Decimal{2, 1}) == "20");
  CHECK(dump(Decimal{5, 2}) == "500");
  CHECK(dump(Decimal{15, 2}) == "1.5e3");
  CHECK(dump(Decimal{6, 4}) == "60e3");
  CHECK(dump(Decimal{85996, 0}) == "85996");
  CHECK(dump(Decimal{102, -1}) == "10.2");
  CHECK(dump(Decimal{-5, -1}) == "-0.5");
  CHECK(dump(Decimal{-282, 8}) == "-28.2e9");
  CHECK(dump(Decimal{0, 9}) == "0");
  CHECK(Decimal{282, 8}.plain() == "28200000000");
  CHECK(Decimal{5, -3}.plain() == "0.005");
  CHECK(Decimal{0, -1}.plain() == "0.0");
}

TEST_CASE("what a decimal says of itself") {
  CHECK(Decimal{282, 8}.is_integer());
  CHECK(Decimal{250, -1}.is_integer());
  CHECK_FALSE(Decimal{282, -1}.is_integer());
  CHECK(Decimal{2000, 0}.stripped().exponent() == 3);
  CHECK(Decimal{0, 5}.stripped().exponent() == 0);
  CHECK(Decimal{28, 9}.unit() == Decimal{1, 9});
  CHECK(Decimal{250, -1}.to_integer() == 25);
  CHECK(Decimal{28, 9}.to_integer() == 28000000000);
  CHECK_FALSE(Decimal{28, 17}.to_integer());
  CHECK_FALSE(Decimal{25, -1}.to_integer());
  CHECK(Decimal{1, -1}.approximate() == 0.1);
  CHECK(Decimal{2401, 8}.approximate() == 240.1e9);
  CHECK(Decimal{2, 3} == Decimal{2000, 0});
  CHECK(Decimal{1, 2000000000} > Decimal{999999999999999999, 1999999000});
  CHECK(Decimal{-1, 2000000000} < Decimal{1, -2000000000});
}

TEST_CASE("sums and products are exact or absent") {
  CHECK(add({282, 8}, {5, 0}) == Decimal{28200000005, 0});
  CHECK(add({1, 40}, {2, 40}) == Decimal{3, 40});
  CHECK(add({1, 30}, {0, 0}) == Decimal{1, 30});
  CHECK(add({100, 0}, {1, 40}) == std::nullopt);
  CHECK(add({1, 20}, {-1, 0}) == std::nullopt);
  CHECK(add({999999999999999999, 0}, {1, 0}) == Decimal{1, 18});
  CHECK(multiply({999999999, 0}, {999999999, 0}) == Decimal{999999998000000001, 0});
  CHECK(multiply({999999999999, 0}, {999999999999, 0}) == std::nullopt);
  CHECK(multiply({500000000000000000, 0}, {2, 0}) == Decimal{1, 18});
  CHECK(add({250, -2}, {250, -2})->coefficient() == 500);  // stated digits stay
}

TEST_CASE("laws of decimals") {
  std::mt19937 random(1);
  for (int round = 0; round < 20000; ++round) {
    const Decimal a = random_decimal(random), b = random_decimal(random), c = random_decimal(random);
    INFO(a.plain() << " " << b.plain() << " " << c.plain());

    CHECK((a <=> b) == (scaled(a) <=> scaled(b)));
    CHECK((a <=> b) == (0 <=> (b <=> a)));
    CHECK((a == a.stripped() && a.stripped().plain() == a.stripped().stripped().plain()));
    CHECK(a.negated().negated() == a);

    if (a.coefficient() == 0 || a.exponent() <= 0) CHECK(Decimal::parse(a.plain()) == a);
    if (a.exponent() < 0) CHECK(Decimal::parse(a.plain())->exponent() == a.exponent());
    const Decimal short_form = a.stripped();
    if (dump(short_form).size() < 18) CHECK(Decimal::parse(dump(short_form)) == a);

    CHECK(add(a, b) == add(b, a));
    CHECK(multiply(a, b) == multiply(b, a));
    if (const auto sum = add(a, b)) {
      CHECK(scaled(*sum) == scaled(a) + scaled(b));
      CHECK(add(*sum, b.negated()) == a.stripped());
    }
    const auto ab = add(a, b), bc = add(b, c);
    if (ab && bc) CHECK(add(*ab, c) == add(a, *bc));
  }
}

TEST_CASE("laws of products") {
  std::mt19937 random(2);
  for (int round = 0; round < 20000; ++round) {
    const Decimal a = random_decimal(random, 6, 4), b = random_decimal(random, 6, 4), c = random_decimal(random, 6, 4);
    INFO(a.plain() << " " << b.plain() << " " << c.plain());
    const auto ab = multiply(a, b), bc = multiply(b, c), sum = add(b, c);
    REQUIRE(ab);
    REQUIRE(bc);
    CHECK(multiply(*ab, c) == multiply(a, *bc));
    CHECK(scaled(ab->scaled(8)) == scaled(a) * scaled(b));
    REQUIRE(sum);
    CHECK(multiply(a, *sum) == add(*ab, *multiply(a, c)));
    CHECK(Decimal::parse(dump(*ab)) == *ab);
  }
}
