// Inside the report room, and with it in report.hpp: what of a finding is recognised again in another state of the
// corpus. What is shown is a finding, with all who say A and all who say B; what is known or new is an edge, one
// statement of A held against one of B: a new article that joins in on an old dispute has new edges.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/model.hpp"

namespace mizan {

struct Run;

/// One statement as an edge knows it: never by line, column or count.
struct EdgeEnd {
  std::string document;     ///< the path of its file; for a JSONL record with ":" and its id
  std::string value;        ///< Evidence::value
  std::string text;         ///< the value in its sentence, for whoever reads a list of edges
  std::uint64_t core = 0;   ///< claim/v1: document, slots, period and value; of a bare mention, rule and value
  std::uint64_t quote = 0;  ///< quote/v1: the folded sentence, white space made one
};

/// Two statements of different sides, in the order of document, value, core. A finding with but one side (a weekday
/// that does not fit its date) has the pairs of its statements, or its only one twice.
struct Edge {
  std::string rule;
  std::uint32_t a = 0;  ///< in Edges::ends
  std::uint32_t b = 0;
  std::uint32_t finding = 0;  ///< in Run::findings; of edges that were read, their own number
  std::uint64_t key = 0;      ///< edge/v1: rule and both cores, whichever side comes first
};

/// Keys are FNV-1a of 64 bits, as all identifiers are: nobody gains by a collision, and a cryptographic hash would cost
/// a library.
struct Edges {
  std::vector<EdgeEnd> ends;
  std::vector<Edge> edges;  ///< in order of finding; several may be equal: the same thing said twice
};

/// Those of the contradictions and tensions. names: by document, where it should go by another name than its path
/// (relative to a folder, before it was moved); empty: the path.
Edges edges(const Run& run, const std::vector<std::string>& names = {});

/// By finding: a key of all its edges, or 0 if it has none. A primary fingerprint for SARIF and its kin.
std::vector<std::uint64_t> edge_fingerprints(const Run& run, const Edges& edges);

/// A list of edges to be kept: a line with the schema, then one edge a line as JSON, sorted, without dates.
std::string edges_jsonl(const Edges& edges);
/// Reads such a list. Errors: another schema, or a line that is none of its lines; name is that of the file.
Result<Edges> read_edges(std::string_view bytes, const std::string& name);

}  // namespace mizan
