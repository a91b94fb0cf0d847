// What goes in comes out again, and broken bytes break nothing.
#include "model/archive.hpp"

#include <random>

#include "catch.hpp"

using namespace mizan;

namespace {

Claim sample() {
  Claim claim;
  claim.mention = 7;
  claim.frame = "trade.turnover";
  claim.key = {{"parties", "KZ+RU"}};
  Time year;
  year.value = "2022";
  year.grain = Grain::year;
  year.days = Days{Day(std::chrono::days(-10)), std::nullopt};
  year.weekday = 4U;
  claim.at = year;
  claim.at_span = Span{1, 5};
  Quantity q;
  q.low = Decimal(-282, 8);
  q.high = Decimal(9, -300);
  q.dimension = Dimension::money;
  q.unit = "USD";
  claim.readings = {q, year, Ordinal{-70, "country"}};
  claim.span = {7245, 4000000000U};
  claim.stance = Stance::planned;
  claim.record = true;
  Word word;
  word.key = 0xFEDCBA9876543210ULL;
  word.sounds[1] = 77;
  word.game = true;
  claim.about = {word, word};
  claim.confidence = 0.3;
  return claim;
}

std::string packed(const Claim& claim) {
  Packer packer;
  packer(claim);
  return packer.bytes();
}

}  // namespace

TEST_CASE("a claim comes out as it went in") {
  const std::string bytes = packed(sample());
  Claim claim;
  Unpacker unpacker(bytes);
  unpacker(claim);
  REQUIRE(unpacker.ok());
  CHECK(unpacker.left().empty());
  CHECK(dump(claim) == dump(sample()));
  CHECK(packed(claim) == bytes);
  CHECK(claim.about[1].key == 0xFEDCBA9876543210ULL);
  CHECK(std::get<Quantity>(claim.readings[0]).high == Decimal(9, -300));
  CHECK(claim.confidence == 0.3);
  CHECK_FALSE(claim.at->days->last);
}

TEST_CASE("broken bytes are told, and nothing is read beyond them") {
  const std::string bytes = packed(sample());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    Claim claim;
    Unpacker unpacker(std::string_view(bytes).substr(0, size));
    unpacker(claim);
    CHECK_FALSE(unpacker.ok());
  }
  std::mt19937 random(1);
  for (int i = 0; i < 20000; ++i) {  // ok or not: it ends, and under the sanitizers
    std::string some = bytes;
    for (int k = 0; k < 3; ++k) some[random() % some.size()] = static_cast<char>(random());
    Claim claim;
    Unpacker unpacker(some);
    unpacker(claim);
    CHECK(claim.about.size() <= some.size());
  }
}
