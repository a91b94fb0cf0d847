// Two trees of one repository, checked alike: what the corpus is now, and what it was. Nothing is checked out; what did
// not change between the two is neither read nor extracted twice.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "app/git.hpp"
#include "app/options.hpp"
#include "app/pipeline.hpp"
#include "app/selection.hpp"
#include "knowledge/knowledge.hpp"
#include "report/report.hpp"

namespace mizan::app {

class Trees {
 public:
  /// options.since: the files on disk against where HEAD left the line of that reference. options.staged: the index
  /// against HEAD. Errors: no repository, no such reference, no common past, a path outside of the repository.
  static Result<Trees> open(const Options& options, const Selection& selection);

  /// "origin/main (a1b2c3d)", "HEAD (a1b2c3d)".
  const std::string& against() const { return against_; }

  Run now(const Knowledge& knowledge, const PipelineOptions& options) const;
  /// now must be that of these trees. Errors are those of git: what could not be read as an article then is no matter.
  Run before(const Run& now, const Knowledge& knowledge, const PipelineOptions& options) const;

  /// By document of now(): its path from the top of the repository.
  std::vector<std::string> names_now(const Run& now) const;
  /// By document of before(): the same, as the file is called now.
  std::vector<std::string> names_before(const Run& before) const;
  /// Paths of documents (Document::path) that are not what they were, or new.
  std::set<std::string> changed(const Run& now) const;

 private:
  struct Source {
    InputFile file;
    std::string path;   // from the top of the repository
    std::string blob;   // "": on disk
    bool same = false;  // in both trees
  };

  bool is_changed(const std::string& path) const;
  Result<bool> find_sources(const Options& options, const Selection& selection);
  std::vector<Source> sources_of(const std::vector<Git::Entry>& entries, const Options& options,
                                 const Selection& selection);
  Result<bool> read(const std::vector<const Source*>& sources, std::vector<std::vector<Document>>& documents,
                    Errors& unreadable) const;

  Git git_;
  Git::Changes changes_;
  bool staged_ = false;
  std::string base_;  // a commit; "" before the first
  std::string against_;
  std::vector<Source> now_, before_;
  std::unordered_map<std::string, std::string> paths_;  // InputFile::name to the path from the top of the repository
};

}  // namespace mizan::app
