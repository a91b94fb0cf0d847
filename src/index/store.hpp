// Inside the index room: the tables, a row at a time. Every row carries a checksum of all it says, and is thrown as
// Broken if that does not hold.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "index/index.hpp"
#include "index/sqlite.hpp"

namespace mizan {

/// Documents that have a word, each with the weight it has there.
struct Posting {
  std::uint32_t frequency = 0;  ///< how many there are
  /// All of them while there are at most kKept; sorted by document. Of more none.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> documents;
  bool complete() const { return frequency == documents.size(); }
};
/// More than join a story, so that a word may become rare again.
constexpr std::uint32_t kKept = 2 * kRare;

std::string pack(const Posting& posting);
Posting unpack_posting(std::string_view bytes);

/// The words whose spread keys begin alike, each with its posting as bytes. They are one row of the table: a corpus has
/// so many words that a row for each would take long to write.
using WordPart = std::map<std::uint64_t, std::string>;
std::string pack(const WordPart& words);  // "" of none
/// A key with its last bits mixed into the first, since all sounds begin alike; undoes itself.
constexpr std::uint64_t spread(std::uint64_t key) { return key ^ key << 52; }
constexpr std::uint32_t part_of(std::uint64_t key) { return static_cast<std::uint32_t>(spread(key) >> 52); }

/// A document of the index, without what it says.
struct Card {
  std::uint32_t number = 0;
  std::string path;
  std::uint32_t root = 0;
  std::uint32_t line = 0;
  std::string id;
  std::uint64_t content = 0;
  std::uint32_t bytes = 0, mentions = 0, claims = 0;
  Scene scene;
  std::vector<std::uint64_t> facts;
};

/// Documents of one story, and the weight of the rare words they share.
using Story = std::vector<std::pair<std::uint32_t, std::uint32_t>>;  // sorted by document

/// A damaged file: throws.
[[noreturn]] void damaged(const char* how);

class Store {
 public:
  explicit Store(std::unique_ptr<sqlite::Database> database);

  sqlite::Database& database() { return *database_; }
  static void create(sqlite::Database& database);

  std::optional<std::string> meta(std::string_view name);
  void put_meta(std::string_view name, std::string_view value);

  std::optional<Card> card(std::uint32_t number);
  std::vector<Card> cards(const std::string& path);
  std::vector<Card> cards_by_id(const std::string& id);
  std::optional<std::uint32_t> by_content(std::uint64_t content);
  std::vector<std::uint32_t> numbers();
  std::uint32_t last_number();
  void put(const Card& card);
  void remove(std::uint32_t number);

  std::optional<std::string> body(std::uint32_t number);
  /// Throws if there is none.
  Analysis analysis(std::uint32_t number);
  void put_body(std::uint32_t number, std::string bytes);

  Posting word(std::uint64_t key);
  void put_word(std::uint64_t key, const Posting& posting);
  WordPart words(std::uint32_t part);
  void put_words(std::uint32_t part, std::string words);  ///< packed; "" for none
  Story story(std::uint32_t number);
  void put_story(std::uint32_t number, const Story& story);
  std::vector<std::uint32_t> fact(std::uint64_t key);
  void put_fact(std::uint64_t key, const std::vector<std::uint32_t>& documents);
  void clear_words();  ///< and stories and facts
  void clear();

  std::map<std::string, FileState> files(std::size_t most);
  void put_file(const std::string& path, FileState state);
  void forget_file(const std::string& path);

 private:
  sqlite::Statement& statement(const char* sql);
  template <class Key>
  std::optional<std::string> row(const char* sql, const Key& key);

  std::unique_ptr<sqlite::Database> database_;
  std::unordered_map<const char*, std::unique_ptr<sqlite::Statement>> statements_;  // by the text itself
};

Totals read_totals(Store& store);

}  // namespace mizan
