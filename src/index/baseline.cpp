#include "index/baseline.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace mizan {
namespace {

constexpr char kUnit = '\x1f';

const EdgeEnd& first(const Edges& edges, const Edge& edge) { return edges.ends[edge.a]; }
const EdgeEnd& second(const Edges& edges, const Edge& edge) { return edges.ends[edge.b]; }

using Keys = std::vector<std::string>;  // what an edge may be found by in one step; the first that fits is taken

std::string pair_of(std::string a, std::string b) {
  if (b < a) std::swap(a, b);
  return a + kUnit + b;
}

Keys by_edge(const Edges&, const Edge& edge) { return {std::to_string(edge.key)}; }

/// With the values, since the date of a document may change what "on Friday" means in a sentence that stays the same.
Keys by_quotes(const Edges& edges, const Edge& edge) {
  const auto one = [](const EdgeEnd& end) { return std::to_string(end.quote) + kUnit + end.value; };
  return {edge.rule + kUnit + pair_of(one(first(edges, edge)), one(second(edges, edge)))};
}

Keys by_values(const Edges& edges, const Edge& edge) {
  const auto one = [](const EdgeEnd& end) { return end.document + kUnit + end.value; };
  return {edge.rule + kUnit + pair_of(one(first(edges, edge)), one(second(edges, edge)))};
}

Keys by_one_value(const Edges& edges, const Edge& edge) {
  const EdgeEnd &a = first(edges, edge), &b = second(edges, edge);
  const auto with = [&](const EdgeEnd& kept, const EdgeEnd& other) {
    return edge.rule + kUnit + kept.document + kUnit + kept.value + kUnit + other.document;
  };
  return {with(a, b), with(b, a)};
}

void step(Keys (*keys)(const Edges&, const Edge&), State state, const Edges& base, const Edges& now, Matching& m) {
  std::map<std::string, std::vector<std::uint32_t>> waiting;  // last first
  for (std::uint32_t i = static_cast<std::uint32_t>(base.edges.size()); i-- > 0;) {
    if (m.base[i] != State::none) continue;
    for (std::string& key : keys(base, base.edges[i])) waiting[std::move(key)].push_back(i);
  }
  for (std::size_t i = 0; i < now.edges.size(); ++i) {
    if (m.now[i] != State::fresh) continue;
    for (const std::string& key : keys(now, now.edges[i])) {
      const auto found = waiting.find(key);
      if (found == waiting.end()) continue;
      std::vector<std::uint32_t>& some = found->second;
      while (!some.empty() && m.base[some.back()] != State::none) some.pop_back();
      if (some.empty()) continue;
      m.base[some.back()] = m.now[i] = state;
      break;
    }
  }
}

}  // namespace

Matching match(const Edges& base, const Edges& now) {
  Matching m;
  m.base.assign(base.edges.size(), State::none);
  m.now.assign(now.edges.size(), State::fresh);
  step(by_edge, State::known, base, now, m);
  step(by_quotes, State::known, base, now, m);
  step(by_values, State::known, base, now, m);
  step(by_one_value, State::changed, base, now, m);
  return m;
}

void apply(const Matching& matching, const Edges& now, std::vector<Finding>& findings) {
  const auto grave = [](State state) { return state == State::fresh ? 3 : state == State::changed ? 2 : 1; };
  for (std::size_t i = 0; i < now.edges.size(); ++i) {
    State& state = findings[now.edges[i].finding].state;
    if (state == State::none || grave(matching.now[i]) > grave(state)) state = matching.now[i];
  }
}

Edges only(const Edges& edges, const std::vector<State>& states, State wanted) {
  Edges result;
  for (std::size_t i = 0; i < edges.edges.size(); ++i) {
    if (states[i] != wanted) continue;
    const auto at = static_cast<std::uint32_t>(result.ends.size());
    Edge edge = edges.edges[i];
    result.ends.push_back(edges.ends[edge.a]);
    result.ends.push_back(edges.ends[edge.b]);
    edge.a = at;
    edge.b = at + 1;
    result.edges.push_back(std::move(edge));
  }
  return result;
}

}  // namespace mizan
