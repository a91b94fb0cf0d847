// Prints generated articles, a JSON record a line: make_articles COUNT [SKIP], the first SKIP of them left out.
#include <cstdlib>
#include <iostream>

#include "articles.hpp"

int main(int argc, char** argv) {
  const int count = argc > 1 ? std::atoi(argv[1]) : 0;
  const int skip = argc > 2 ? std::atoi(argv[2]) : 0;
  mizan::synthetic::Articles articles;
  for (int i = 0; i < count; ++i) {
    const auto article = articles.next();
    if (i >= skip) std::cout << mizan::synthetic::jsonl(article);
  }
}
