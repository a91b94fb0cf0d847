#include "report/places.hpp"
#include "catch.hpp"

using namespace mizan;

TEST_CASE("front matter counts as lines of the file") {
  std::vector<Document> read;
  Errors errors;
  read_bytes(
      "---\nlang: en\ndate: 2024-05-01\n---\nFirst line.\nTrade reached 5 billion dollars.\n", "a.md",
      [&](Document&& d) { read.push_back(std::move(d)); }, errors);
  REQUIRE(errors.empty());
  REQUIRE(read.size() == 1);
  const auto byte = static_cast<std::uint32_t>(read[0].text.find("5 billion"));
  const Position position = Positions(read[0]).in_file(byte);
  CHECK(position.line == 6);
  CHECK(position.column == 15);
}
