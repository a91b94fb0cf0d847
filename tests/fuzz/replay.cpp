// Runs the fuzzer's corpus without a fuzzer: what once broke a law stays mended, with any compiler.
#include <filesystem>
#include <fstream>
#include <iterator>

#include "../catch.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

TEST_CASE("the laws hold on every file of the corpus") {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(MIZAN_SOURCE_DIR "/tests/fuzz/corpus")) {
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    INFO(entry.path());
    CHECK(LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()) == 0);
    ++count;
  }
  CHECK(count > 0);
}
