// What is told of open claims: findings with their reasons. Private to the room.
#pragma once

#include <string>
#include <vector>

#include "judge/judge.hpp"
#include "judge/signs.hpp"

namespace mizan {

/// What tells that two open claims are of one fact: the signs, or what tells more.
enum class Proof : std::uint8_t {
  signs,
  sentence,  ///< their sentences agree in other values
  phrase,    ///< the same words stand right around both
  unit,      ///< one number in two units, of which one text gives both
  place,     ///< one place in two versions of one text
  elsewhere  ///< none: they are surely of two, whatever else tells
};

/// Two open claims taken for statements of one fact, and how sure that is.
struct Link {
  std::uint32_t a, b;
  double sure;
  Relation relation;
  Signs signs;
  Proof proof = Proof::signs;
  std::uint32_t agree = 0, of = 0;  ///< of two versions: so many figures agree in the order of both, of so many
};

class Teller {
 public:
  /// source: by document, the first of the copies it is one of.
  Teller(const std::vector<DocumentView>& documents, const std::vector<Claim>& claims,
         const std::vector<std::string>& ids, const std::vector<std::uint32_t>& source)
      : documents_(documents), claims_(claims), ids_(ids), source_(source) {}

  /// Two sides that cannot both be true, or hardly.
  Finding difference(const std::vector<std::uint32_t>& left, const std::vector<std::uint32_t>& right,
                     const Link& link) const;
  /// Statements of several documents that leave a common value.
  Finding agreement(const std::vector<std::uint32_t>& group, double sure) const;

 private:
  Evidence witness(std::uint32_t claim, std::uint32_t side) const;
  std::size_t witnesses(const std::vector<std::uint32_t>& side) const;
  std::string said_by(const std::vector<std::uint32_t>& side) const;

  const std::vector<DocumentView>& documents_;
  const std::vector<Claim>& claims_;
  const std::vector<std::string>& ids_;
  const std::vector<std::uint32_t>& source_;
};

}  // namespace mizan
