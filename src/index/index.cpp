// Opening and writing the file, and keeping the words and stories of its documents up to date.
#include "index/index.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <filesystem>
#include <system_error>

#include "index/words.hpp"
#include "model/archive.hpp"

namespace mizan {
namespace {

namespace fs = std::filesystem;
using sqlite::Broken;
using sqlite::Database;

constexpr int kPatience = 10000;  // milliseconds
constexpr const char* kSchema = "mizan-index-6\n";

std::unique_ptr<Database> connect(const std::string& file, int flags) {
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(file.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  auto database = std::make_unique<Database>(handle);
  database->check(code);
  sqlite3_busy_timeout(handle, kPatience);
  database->run("PRAGMA mmap_size = 1073741824; PRAGMA temp_store = MEMORY;");
  return database;
}

/// One writer at a time, and none is left behind by a process that was killed.
class Lock {
 public:
  explicit Lock(const std::string& file) : handle_(::open(file.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0644)) {
    if (handle_ < 0) throw Broken(SQLITE_CANTOPEN, std::generic_category().message(errno));
    for (int waited = 0; ::flock(handle_, LOCK_EX | LOCK_NB) != 0; waited += 20) {
      if (waited >= kPatience) throw Broken(SQLITE_BUSY, "another process is writing it");
      ::usleep(20000);
    }
  }
  ~Lock() {
    if (handle_ >= 0) ::close(handle_);
  }
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;

 private:
  int handle_;
};

std::unique_ptr<Database> connect_any(const std::string& file) {
  try {
    return connect(file, SQLITE_OPEN_READWRITE);  // a reader of a log must write where it is in it
  } catch (const Broken&) {
    return connect(file, SQLITE_OPEN_READONLY);
  }
}

void remove_all(const std::string& file) {
  std::error_code ignored;
  for (const char* ending : {"", "-wal", "-shm", "-journal"}) fs::remove(file + ending, ignored);
}

/// A whole file in the place of an absent or useless one. Whoever has that open still reads it.
void replace(const std::string& file, const std::string& fresh) {
  const int handle = ::open(fresh.c_str(), O_RDONLY | O_CLOEXEC);
  if (handle >= 0) {
    ::fsync(handle);
    ::close(handle);
  }
  remove_all(file);
  std::error_code failed;
  fs::rename(fresh, file, failed);
  if (failed) throw Broken(SQLITE_CANTOPEN, failed.message());
}

}  // namespace

struct Index::Impl {
  std::string file, version;
  State state = State::absent;
  std::string message;
  std::unique_ptr<Store> store;
  std::unique_ptr<Lock> lock;
  std::string fresh;  // the file that will take its place; "" if it is changed where it stands
  std::uint32_t next = 1;
  std::unique_ptr<Words> words;  // while writing

  void fail(const Broken& broken) {
    state = broken.busy() ? State::busy : State::damaged;
    message = broken.what();
    words.reset();
    store.reset();
  }

  template <class T, class Use>
  T guarded(T otherwise, Use use) {
    if (!store) return otherwise;
    try {
      return use(*store);
    } catch (const Broken& broken) {
      fail(broken);
      return otherwise;
    }
  }
  template <class Use>
  void writing(Use use) {
    guarded(0, [&](Store& open) {
      use(open);
      return 0;
    });
  }

  void look() {
    state = State::absent;
    message.clear();
    std::error_code unknown;
    if (!fs::exists(file, unknown)) return;
    try {
      auto opened = std::make_unique<Store>(connect_any(file));
      opened->database().run("BEGIN");
      const auto found = opened->meta("version");
      state = !found ? State::damaged : *found == kSchema + version ? State::ready : State::other_version;
      if (!found) message = "it was never finished";
      if (state == State::ready) store = std::move(opened);
    } catch (const Broken& broken) {
      fail(broken);
    }
  }
};

Index::Index(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Index::~Index() = default;
Index::Index(Index&&) noexcept = default;
Index& Index::operator=(Index&&) noexcept = default;

Index Index::open(const std::string& file, const std::string& version) {
  auto impl = std::make_unique<Impl>();
  impl->file = file;
  impl->version = version;
  impl->look();
  return Index(std::move(impl));
}

Index::State Index::state() const { return impl_->state; }
const std::string& Index::message() const { return impl_->message; }
Store* Index::store() const { return impl_->store.get(); }
void Index::broke(const std::string& message) const {
  impl_->state = State::damaged;
  impl_->message = message;
}

Totals Index::totals() const {
  return impl_->guarded(Totals{}, [&](Store& store) { return read_totals(store); });
}

std::vector<std::string> Index::roots() const {
  return impl_->guarded(std::vector<std::string>{}, [&](Store& store) {
    std::vector<std::string> result;
    if (const auto bytes = store.meta("roots")) Unpacker{*bytes}(result);
    return result;
  });
}

std::map<std::string, FileState> Index::files(std::size_t most) const {
  return impl_->guarded(std::map<std::string, FileState>{}, [&](Store& store) { return store.files(most); });
}

std::optional<std::string> Index::find(std::uint64_t content) const {
  return impl_->guarded(std::optional<std::string>{}, [&](Store& store) -> std::optional<std::string> {
    const auto number = store.by_content(content);
    return number ? store.body(*number) : std::nullopt;
  });
}

std::optional<std::string> Index::attachment(const std::string& name) const {
  return impl_->guarded(std::optional<std::string>{}, [&](Store& store) { return store.meta("attached " + name); });
}

// ----------------------------------------------------------------------------------------------------------- writing

bool Index::begin(const std::vector<std::string>& roots, bool anew) {
  Impl& my = *impl_;
  try {
    std::error_code failed;
    fs::create_directories(fs::path(my.file).parent_path(), failed);
    my.store.reset();
    my.lock = std::make_unique<Lock>(my.file + ".lock");
    my.look();  // another process may have written meanwhile
    if (my.state == State::busy) return false;
    if (my.state == State::ready) {
      my.store->database().run("COMMIT; PRAGMA synchronous = NORMAL; BEGIN IMMEDIATE");
      if (anew) my.store->clear();
    } else {
      my.fresh = my.file + ".new";
      remove_all(my.fresh);
      auto database = connect(my.fresh, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
      // what is said of an article is some 2.5 kB: with SQLite's 4 kB each would fill a page alone
      database->run(
          "PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -16384; BEGIN");
      Store::create(*database);
      my.store = std::make_unique<Store>(std::move(database));
      my.state = State::ready;
      my.message.clear();
    }
    const std::uint32_t last = my.store->last_number();
    my.next = last + 1;
    my.words = std::make_unique<Words>(*my.store, last == 0);
    Packer packer;
    packer(roots);
    my.store->put_meta("roots", packer.bytes());
    return true;
  } catch (const Broken& broken) {
    my.fail(broken);
    my.lock.reset();
    return false;
  }
}

void Index::put_file(const std::string& path, FileState state) {
  impl_->writing([&](Store& store) { store.put_file(path, state); });
}

void Index::forget_file(const std::string& path) {
  impl_->writing([&](Store& store) {
    for (const Card& card : store.cards(path)) impl_->words->remove(card);
    store.forget_file(path);
  });
}

std::map<std::uint32_t, std::uint64_t> Index::contents(const std::string& path) const {
  return impl_->guarded(std::map<std::uint32_t, std::uint64_t>{}, [&](Store& store) {
    std::map<std::uint32_t, std::uint64_t> result;
    for (const Card& card : store.cards(path)) result[card.line] = card.content;
    return result;
  });
}

void Index::put(Record record) {
  impl_->writing([&](Store&) { impl_->words->add(impl_->next++, std::move(record)); });
}

void Index::remove(const std::string& path, std::uint32_t line) {
  impl_->writing([&](Store& store) {
    for (const Card& card : store.cards(path))
      if (card.line == line) impl_->words->remove(card);
  });
}

void Index::attach(const std::string& name, std::string_view bytes) {
  impl_->writing([&](Store& store) { store.put_meta("attached " + name, bytes); });
}

bool Index::finish(const Parallel& parallel) {
  Impl& my = *impl_;
  my.writing([&](Store& store) {
    my.words->finish(parallel);
    my.words.reset();
    store.put_meta("version", kSchema + my.version);
    store.database().run("COMMIT");
    if (!my.fresh.empty()) {
      store.database().run("PRAGMA journal_mode = WAL");
      my.store.reset();
      replace(my.file, my.fresh);
      my.fresh.clear();
    }
  });
  my.store.reset();
  const bool written = my.state == State::ready;
  my.lock.reset();
  if (written) my.look();
  return written && my.state == State::ready;
}

}  // namespace mizan
