#include "index/store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <type_traits>

#include "model/archive.hpp"

namespace mizan {
namespace {

using sqlite::Broken;

/// Bytes with a checksum behind them; salt is what else must belong to them.
std::string sealed(std::string bytes, std::string_view salt) {
  const std::uint64_t sum = checksum(bytes, fingerprint(salt));
  bytes.append(reinterpret_cast<const char*>(&sum), sizeof sum);
  return bytes;
}

std::string_view opened(std::string_view bytes, std::string_view salt) {
  std::uint64_t sum = 0;
  if (bytes.size() < sizeof sum) damaged("a row does not hold what was written");
  const std::string_view content = bytes.substr(0, bytes.size() - sizeof sum);
  Unpacker unpacker(bytes.substr(content.size()));
  unpacker(sum);
  if (sum != checksum(content, fingerprint(salt))) damaged("a row does not hold what was written");
  return content;
}

template <class Key>
std::string salt_of(const Key& key) {
  if constexpr (std::is_integral_v<Key>)
    return std::to_string(static_cast<std::uint64_t>(key)) + "\n";
  else
    return std::string(key) + "\n";
}

std::string card_salt(const Card& card) {
  return fmt::format("{}\n{}\n{}\n{}\n{}\n", card.number, card.path, card.line, card.id, card.content);
}

/// The columns of a card, as all queries have them.
#define MIZAN_CARD "SELECT number, path, line, id, content, data FROM document "

Card card_of(sqlite::Statement& row) {
  Card card;
  card.number = static_cast<std::uint32_t>(row.number(0));
  card.path = row.text(1);
  card.line = static_cast<std::uint32_t>(row.number(2));
  card.id = row.text(3);
  card.content = static_cast<std::uint64_t>(row.number(4));
  Unpacker unpacker(opened(row.bytes(5), card_salt(card)));
  unpacker(card.root, card.bytes, card.mentions, card.claims, card.scene.weight, card.scene.day, card.scene.countries,
           card.facts);
  if (!unpacker.ok()) damaged("a row does not hold what was written");
  return card;
}

}  // namespace

void damaged(const char* how) { throw Broken(SQLITE_CORRUPT, how); }

Store::Store(std::unique_ptr<sqlite::Database> database) : database_(std::move(database)) {}

void Store::create(sqlite::Database& database) {
  database.run(
      "CREATE TABLE meta(name BLOB PRIMARY KEY, data BLOB) WITHOUT ROWID;"
      "CREATE TABLE file(path BLOB PRIMARY KEY, size INTEGER, changed INTEGER) WITHOUT ROWID;"
      "CREATE TABLE document(number INTEGER PRIMARY KEY, path BLOB, line INTEGER, id BLOB, content INTEGER, data BLOB);"
      "CREATE INDEX by_path ON document(path, line);"
      "CREATE INDEX by_id ON document(id);"
      "CREATE INDEX by_content ON document(content);"
      "CREATE TABLE body(number INTEGER PRIMARY KEY, data BLOB);"
      "CREATE TABLE words(part INTEGER PRIMARY KEY, data BLOB);"
      "CREATE TABLE story(number INTEGER PRIMARY KEY, data BLOB);"
      "CREATE TABLE fact(key INTEGER PRIMARY KEY, data BLOB);");
}

sqlite::Statement& Store::statement(const char* sql) {
  auto& made = statements_[sql];
  if (!made) made = std::make_unique<sqlite::Statement>(*database_, sql);
  return *made;
}

template <class Key>
std::optional<std::string> Store::row(const char* sql, const Key& key) {
  sqlite::Statement& s = statement(sql).bind(key);
  if (!s.step()) return std::nullopt;
  std::string bytes(opened(s.bytes(0), salt_of(key)));
  s.bind(key);  // resets it: an open row would hold the snapshot
  return bytes;
}

std::optional<std::string> Store::meta(std::string_view name) {
  return row("SELECT data FROM meta WHERE name = ?", name);
}

void Store::put_meta(std::string_view name, std::string_view value) {
  statement("INSERT OR REPLACE INTO meta VALUES(?, ?)").bind(name, sealed(std::string(value), salt_of(name))).run();
}

std::optional<Card> Store::card(std::uint32_t number) {
  sqlite::Statement& s = statement(MIZAN_CARD "WHERE number = ?").bind(number);
  if (!s.step()) return std::nullopt;
  Card card = card_of(s);
  s.bind(number);
  return card;
}

std::vector<Card> Store::cards(const std::string& path) {
  std::vector<Card> result;
  sqlite::Statement& s = statement(MIZAN_CARD "WHERE path = ? ORDER BY line").bind(path);
  while (s.step()) result.push_back(card_of(s));
  return result;
}

std::vector<Card> Store::cards_by_id(const std::string& id) {
  std::vector<Card> result;
  sqlite::Statement& s = statement(MIZAN_CARD "WHERE id = ?").bind(id);
  while (s.step()) result.push_back(card_of(s));
  return result;
}

std::optional<std::uint32_t> Store::by_content(std::uint64_t content) {
  sqlite::Statement& s = statement("SELECT number FROM document WHERE content = ? LIMIT 1").bind(content);
  if (!s.step()) return std::nullopt;
  const auto number = static_cast<std::uint32_t>(s.number(0));
  s.bind(content);
  return number;
}

std::vector<std::uint32_t> Store::numbers() {
  std::vector<std::uint32_t> result;
  sqlite::Statement& s = statement("SELECT number FROM document ORDER BY number").bind();
  while (s.step()) result.push_back(static_cast<std::uint32_t>(s.number(0)));
  return result;
}

std::uint32_t Store::last_number() {
  sqlite::Statement& s = statement("SELECT max(number) FROM document").bind();
  const auto number = s.step() ? static_cast<std::uint32_t>(s.number(0)) : 0;
  s.bind();
  return number;
}

void Store::put(const Card& card) {
  Packer packer;
  packer(card.root, card.bytes, card.mentions, card.claims, card.scene.weight, card.scene.day, card.scene.countries,
         card.facts);
  statement("INSERT OR REPLACE INTO document VALUES(?, ?, ?, ?, ?, ?)")
      .bind(card.number, card.path, card.line, card.id, card.content,
            sealed(std::move(packer.bytes()), card_salt(card)))
      .run();
}

void Store::remove(std::uint32_t number) {
  statement("DELETE FROM document WHERE number = ?").bind(number).run();
  statement("DELETE FROM body WHERE number = ?").bind(number).run();
  statement("DELETE FROM story WHERE number = ?").bind(number).run();
}

std::optional<std::string> Store::body(std::uint32_t number) {
  return row("SELECT data FROM body WHERE number = ?", number);
}

Analysis Store::analysis(std::uint32_t number) {
  const auto bytes = body(number);
  Analysis analysis;
  if (!bytes || !unpack(*bytes, analysis)) damaged("an analysis cannot be read");
  return analysis;
}

void Store::put_body(std::uint32_t number, std::string bytes) {
  statement("INSERT OR REPLACE INTO body VALUES(?, ?)").bind(number, sealed(std::move(bytes), salt_of(number))).run();
}

WordPart Store::words(std::uint32_t number) {
  WordPart part;
  const auto bytes = row("SELECT data FROM words WHERE part = ?", number);
  if (!bytes) return part;
  Unpacker unpacker(*bytes);
  unpacker(part);
  if (!unpacker.ok()) damaged("a row does not hold what was written");
  return part;
}

void Store::put_words(std::uint32_t number, std::string words) {
  if (words.empty()) {
    statement("DELETE FROM words WHERE part = ?").bind(number).run();
    return;
  }
  statement("INSERT OR REPLACE INTO words VALUES(?, ?)").bind(number, sealed(std::move(words), salt_of(number))).run();
}

std::string pack(const WordPart& words) {
  Packer packer;
  if (!words.empty()) packer(words);
  return std::move(packer.bytes());
}

Posting Store::word(std::uint64_t key) {
  const WordPart part = words(part_of(key));
  const auto found = part.find(key);
  return found == part.end() ? Posting{} : unpack_posting(found->second);
}

void Store::put_word(std::uint64_t key, const Posting& posting) {
  WordPart part = words(part_of(key));
  if (posting.frequency == 0)
    part.erase(key);
  else
    part[key] = pack(posting);
  put_words(part_of(key), pack(part));
}

std::string pack(const Posting& posting) {
  Packer packer;
  packer(posting.frequency);
  packer.number(posting.documents.size());
  std::uint32_t document = 0;
  for (const auto& [other, weight] : posting.documents) {
    packer(other - document, weight);
    document = other;
  }
  return std::move(packer.bytes());
}

Posting unpack_posting(std::string_view bytes) {
  Posting posting;
  Unpacker unpacker(bytes);
  unpacker(posting.frequency);
  posting.documents.resize(unpacker.count());
  std::uint32_t document = 0;
  for (auto& [other, weight] : posting.documents) {
    std::uint32_t step = 0;
    unpacker(step, weight);
    other = document += step;
  }
  if (!unpacker.ok()) damaged("a row does not hold what was written");
  return posting;
}

Story Store::story(std::uint32_t number) {
  Story story;
  const auto bytes = row("SELECT data FROM story WHERE number = ?", number);
  if (!bytes) return story;
  Unpacker unpacker(*bytes);
  unpacker(story);
  if (!unpacker.ok()) damaged("a row does not hold what was written");
  return story;
}

void Store::put_story(std::uint32_t number, const Story& story) {
  if (story.empty()) {
    statement("DELETE FROM story WHERE number = ?").bind(number).run();
    return;
  }
  Packer packer;
  packer(story);
  statement("INSERT OR REPLACE INTO story VALUES(?, ?)")
      .bind(number, sealed(std::move(packer.bytes()), salt_of(number)))
      .run();
}

std::vector<std::uint32_t> Store::fact(std::uint64_t key) {
  std::vector<std::uint32_t> documents;
  const auto bytes = row("SELECT data FROM fact WHERE key = ?", key);
  if (!bytes) return documents;
  Unpacker unpacker(*bytes);
  unpacker(documents);
  if (!unpacker.ok()) damaged("a row does not hold what was written");
  return documents;
}

void Store::put_fact(std::uint64_t key, const std::vector<std::uint32_t>& documents) {
  if (documents.empty()) {
    statement("DELETE FROM fact WHERE key = ?").bind(key).run();
    return;
  }
  Packer packer;
  packer(documents);
  statement("INSERT OR REPLACE INTO fact VALUES(?, ?)")
      .bind(key, sealed(std::move(packer.bytes()), salt_of(key)))
      .run();
}

void Store::clear_words() { database_->run("DELETE FROM words; DELETE FROM story; DELETE FROM fact;"); }

void Store::clear() {
  clear_words();
  database_->run("DELETE FROM file; DELETE FROM document; DELETE FROM body");
}

std::map<std::string, FileState> Store::files(std::size_t most) {
  std::map<std::string, FileState> result;
  sqlite::Statement& s = statement("SELECT path, size, changed FROM file").bind();
  while (result.size() < most && s.step()) result[s.text(0)] = {s.number(1), s.number(2)};
  s.bind();
  return result;
}

void Store::put_file(const std::string& path, FileState state) {
  statement("INSERT OR REPLACE INTO file VALUES(?, ?, ?)").bind(path, state.size, state.changed).run();
}

void Store::forget_file(const std::string& path) { statement("DELETE FROM file WHERE path = ?").bind(path).run(); }

Totals read_totals(Store& store) {
  Totals t;
  if (const auto bytes = store.meta("totals")) Unpacker{*bytes}(t.documents, t.bytes, t.mentions, t.claims);
  return t;
}

#undef MIZAN_CARD

}  // namespace mizan
