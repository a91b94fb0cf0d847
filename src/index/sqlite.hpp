// Inside the index room: the only include of SQLite. Errors are thrown as Broken, and caught at the face of the room.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace mizan::sqlite {

struct Broken : std::runtime_error {
  Broken(int error, const std::string& text) : std::runtime_error(text), code(error & 0xFF) {}
  int code;
  bool busy() const { return code == SQLITE_BUSY || code == SQLITE_LOCKED; }
};

class Database {
 public:
  explicit Database(sqlite3* handle) : handle_(handle) {}
  ~Database() { sqlite3_close_v2(handle_); }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  void run(const char* sql) { check(sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr)); }
  void check(int code) const {
    if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE) throw Broken(code, sqlite3_errmsg(handle_));
  }
  sqlite3* handle() const { return handle_; }

 private:
  sqlite3* handle_;
};

/// A prepared statement, used many times: bind(...), then step() until it is false.
class Statement {
 public:
  Statement(const Database& database, const char* sql) : database_(database) {
    database.check(sqlite3_prepare_v3(database.handle(), sql, -1, SQLITE_PREPARE_PERSISTENT, &handle_, nullptr));
  }
  ~Statement() { sqlite3_finalize(handle_); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  template <class... Values>
  Statement& bind(const Values&... values) {
    sqlite3_reset(handle_);
    int at = 0;
    (put(++at, values), ...);
    return *this;
  }
  bool step() {
    const int code = sqlite3_step(handle_);
    if (code == SQLITE_ROW) return true;
    sqlite3_reset(handle_);
    database_.check(code);
    return false;
  }
  void run() {
    while (step()) {
    }
  }
  std::int64_t number(int column) const { return sqlite3_column_int64(handle_, column); }
  bool null(int column) const { return sqlite3_column_type(handle_, column) == SQLITE_NULL; }
  /// Until the next step.
  std::string_view bytes(int column) const {
    const void* data = sqlite3_column_blob(handle_, column);
    const int size = sqlite3_column_bytes(handle_, column);
    return data == nullptr ? std::string_view{}
                           : std::string_view(static_cast<const char*>(data), static_cast<std::size_t>(size));
  }
  std::string text(int column) const { return std::string(bytes(column)); }

 private:
  void put(int at, std::int64_t value) { database_.check(sqlite3_bind_int64(handle_, at, value)); }
  void put(int at, std::uint64_t value) { put(at, static_cast<std::int64_t>(value)); }
  void put(int at, std::uint32_t value) { put(at, static_cast<std::int64_t>(value)); }
  void put(int at, std::nullptr_t) { database_.check(sqlite3_bind_null(handle_, at)); }
  /// Bytes that stay where they are until the statement has run.
  void put(int at, std::string_view value) {
    database_.check(
        sqlite3_bind_blob64(handle_, at, value.data() == nullptr ? "" : value.data(), value.size(), SQLITE_STATIC));
  }
  void put(int at, const std::string& value) { put(at, std::string_view(value)); }

  const Database& database_;
  sqlite3_stmt* handle_ = nullptr;
};

}  // namespace mizan::sqlite
