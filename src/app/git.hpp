// What git knows of the corpus: trees and blobs of a commit or of the index, read from its object store through the
// `git` program, without a checkout.
//
//   Result<Git> git = Git::of_folder("articles");
//   Result<std::string> base = git->merge_base("origin/main");
//   for (const Git::Entry& e : git->tree(*base)) ...
//
// Paths are bytes, relative to the top of the repository, in whatever script (always -z). No shell takes part.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/model.hpp"

namespace mizan::app {

class Git {
 public:
  struct Entry {
    enum class Kind { file, link, submodule };
    Kind kind = Kind::file;
    std::string blob;  ///< its object
    std::string path;
  };
  struct Changes {
    std::vector<std::string> paths;              ///< all that were added, deleted, edited or moved; sorted
    std::map<std::string, std::string> renamed;  ///< before to after
  };

  /// The repository a folder lies in. Errors: none, or no git.
  static Result<Git> of_folder(const std::string& folder);

  const std::string& root() const { return root_; }

  /// The commit a reference stands for; errors with advice.
  Result<std::string> commit(const std::string& reference) const;
  /// Where HEAD left the line of reference; errors with advice (no such reference, a shallow clone, no common past).
  Result<std::string> merge_base(const std::string& reference) const;
  /// False in a repository without a commit.
  bool has_head() const;

  Result<std::vector<Entry>> tree(const std::string& commit) const;
  /// What would be committed now.
  Result<std::vector<Entry>> index() const;
  /// Between a commit and the files on disk, or with staged the index.
  Result<Changes> changes(const std::string& commit, bool staged) const;
  /// The bytes of blobs, in their order.
  Result<bool> read(const std::vector<std::string>& blobs,
                    const std::function<void(std::size_t, std::string_view)>& use) const;

 private:
  Result<std::string> ask(const std::vector<std::string>& arguments, std::string_view input = {}) const;
  std::string root_;
};

}  // namespace mizan::app
