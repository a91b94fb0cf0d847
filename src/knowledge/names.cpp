#include <algorithm>

#include "knowledge/loader.hpp"

namespace mizan {

std::uint32_t KnowledgeLoader::entity(const std::string& id) {
  const auto [it, fresh] = entity_index_.emplace(id, static_cast<std::uint32_t>(k_.entities_.size()));
  if (fresh) {
    Entity entity;
    entity.id = id;
    entity.key = fingerprint("name " + id);
    const bool code = id.size() == 2 && id[0] >= 'A' && id[0] <= 'Z';
    if (code) {  // a territory of CLDR
      entity.type = "country";
      entity.country = id;
    }
    k_.entities_.push_back(std::move(entity));
  }
  return it->second;
}

void KnowledgeLoader::names(TableReader& file) {
  const std::vector<std::pair<std::string, bool>> types{
      {"country", true}, {"organisation", true}, {"person", true}, {"place", true}, {"title", true}};
  for (auto& table : file.children("entity")) {
    const std::string id = table.string("id", true);
    if (id.empty()) continue;
    const std::uint32_t index = entity(id);
    const std::string type = table.string("type", true);
    if (!type.empty()) choose(type, types, table.table().source(), table);
    const std::string country = table.string("country");
    const std::string wikidata = table.string("wikidata");
    Entity& target = k_.entities_[index];
    if (!target.type.empty() && !type.empty() && target.type != type)
      table.error(table.table().source(), "\"" + id + "\" is a " + target.type + " elsewhere");
    target.type = type;
    target.country = type == "country" ? id : country;
    if (!wikidata.empty()) target.wikidata = wikidata;
    for (std::uint8_t l = 0; l < k_.languages_.size(); ++l)
      add_all(table.words(k_.languages_[l].tag), LabelKind::name, l, index, 0);
    if (auto adjective = table.child("adjective")) {
      for (std::uint8_t l = 0; l < k_.languages_.size(); ++l)
        add_all(adjective->words(k_.languages_[l].tag), LabelKind::name, l, index, 1);
      adjective->finish();
    }
    if (auto without = table.child("without")) {
      for (std::uint8_t l = 0; l < k_.languages_.size(); ++l)
        for (const auto& word : without->words(k_.languages_[l].tag)) refused_.emplace(l, fold_word(word.text));
      without->finish();
    }
    table.finish();
  }
}

void KnowledgeLoader::territories() {
  // groups and private codes that CLDR lists among the territories
  static const std::set<std::string> groups{"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"};
  for (const auto& [language, name, code] : territories_)
    if (!groups.contains(code) && !refused_.contains({language, fold_word(name)}))
      add(name, {LabelKind::name, language, false, static_cast<std::int64_t>(entity(code)), 0});
}

void KnowledgeLoader::concepts(TableReader& file) {
  const std::string domain = file.string("domain");
  for (auto& table : file.children("concept")) {
    const std::string id = table.string("id", true);
    const std::string kind = table.string("kind");
    if (!kind.empty())
      choose(kind, std::vector<std::pair<std::string, bool>>{{"counted", true}, {"measured", false}},
             table.table().source(), table);
    const auto [it, fresh] = concept_index_.emplace(id, static_cast<std::uint32_t>(k_.concepts_.size()));
    if (fresh)
      k_.concepts_.push_back(
          {id, kind != "measured", domain, table.boolean("person").value_or(domain == "people"), topic(id)});
    if (domain == "sport") k_.topics_[k_.concepts_[it->second].topic].game = true;
    for (std::uint8_t l = 0; l < k_.languages_.size(); ++l) {
      const auto words = table.words(k_.languages_[l].tag);
      add_all(words, LabelKind::concept_noun, l, it->second, 0);
      if (words.empty() || !k_.concepts_[it->second].counted) continue;
      std::set<std::string> listed;
      for (const auto& word : words) listed.insert(fold_word(word.text));
      // the first of a list is the singular
      add_dual(words.front().text, {LabelKind::dual, l, false, it->second, 0}, listed);
    }
    if (auto before = table.child("before")) {
      for (std::uint8_t l = 0; l < k_.languages_.size(); ++l)
        add_all(before->words(k_.languages_[l].tag), LabelKind::age, l, it->second, kCountBefore);
      before->finish();
    }
    table.finish();
  }
  for (auto& table : file.children("halves")) {  // of concepts of this file or of one before it
    const auto concepts_of = [&, &all = table](const char* key, bool required) {
      std::vector<std::uint32_t> found;
      for (const auto& word : all.words(key, required))
        if (const auto it = concept_index_.find(word.text); it != concept_index_.end())
          found.push_back(it->second);
        else
          all.error(word.place, "no concept \"" + word.text + "\"");
      return found;
    };
    const auto two = concepts_of("of", true), total = concepts_of("total", false);
    if (two.size() == 2 && total.size() < 2)
      k_.halves_.push_back(
          {two[0], two[1], total.empty() ? std::nullopt : std::optional(total[0]), concepts_of("balance", false)});
    else
      table.error(table.table().source(), "\"of\" must be two concepts, \"total\" at most one");
    table.finish();
  }
}

std::uint32_t KnowledgeLoader::topic(const std::string& id) {
  const auto [it, fresh] = topic_index_.emplace(id, static_cast<std::uint32_t>(k_.topics_.size()));
  if (fresh) k_.topics_.push_back({id, {}, 0, fingerprint("topic " + id), false, false, false});
  return it->second;
}

void KnowledgeLoader::topics(TableReader& file) {
  const bool game = file.string("domain") == "sport";
  const bool all_general = file.boolean("general").value_or(false);
  for (auto& table : file.children("topic")) {
    const std::string id = table.string("id", true);
    const std::string group = table.string("group");
    const std::uint32_t index = topic(id);
    if (all_general || table.boolean("general").value_or(false)) k_.topics_[index].general = true;
    if (game) k_.topics_[index].game = true;
    if (table.boolean("grows").value_or(false)) k_.topics_[index].grows = true;
    if (!group.empty()) {
      k_.topics_[index].group = group;
      k_.topics_[index].rank = groups_.emplace(group, static_cast<std::uint32_t>(groups_.size()) + 1).first->second;
    }
    for (std::uint8_t l = 0; l < k_.languages_.size(); ++l)
      for (const auto& word : table.words(k_.languages_[l].tag))
        for (const auto& phrase : phrases(word.text))
          if (!phrase.empty() && phrase != "*")
            k_.topic_words_.impl_->insert(phrase, {LabelKind::topic, l, false, index, 0});
    table.finish();
  }
}

void KnowledgeLoader::sounds(TableReader& file) {
  auto table = file.child("sounds", true);
  if (!table) return;
  table->open();
  for (const auto& [key, node] : table->table()) {
    std::vector<std::string> classes;
    for (const auto& word : table->words(key.str())) classes.push_back(word.text);
    if (classes.empty() && node.is_array()) table->error(node.source(), "no sound: \"\" for a letter that is dropped");
    const std::string letters = fold_word(key.str());
    if (letters.empty() || classes.empty()) continue;
    auto& all = k_.sounds_.sequences_;
    const char32_t letter = code_point(letters, 0).value;
    if (all.size() <= letter) all.resize(letter + std::size_t{1});
    auto& of_letter = all[letter];
    std::erase_if(of_letter, [&](const auto& known) { return known.letters == letters; });
    const auto shorter = std::find_if(of_letter.begin(), of_letter.end(),
                                      [&](const auto& known) { return known.letters.size() < letters.size(); });
    of_letter.insert(shorter, {letters, classes.front(), classes.back()});
  }
}

std::optional<std::pair<std::string, std::string>> Sounds::operator()(std::string_view folded) const {
  std::pair<std::string, std::string> skeletons;
  const auto add = [](std::string& skeleton, const std::string& sound) {
    // a letter doubled is one sound
    if (sound.size() != 1 || skeleton.empty() || skeleton.back() != sound[0]) skeleton += sound;
  };
  while (!folded.empty()) {
    const char32_t letter = code_point(folded, 0).value;
    if (letter >= sequences_.size()) return std::nullopt;
    const auto& of_letter = sequences_[letter];
    const auto found = std::find_if(of_letter.begin(), of_letter.end(),
                                    [&](const Sequence& s) { return folded.starts_with(s.letters); });
    if (found == of_letter.end()) return std::nullopt;
    add(skeletons.first, found->first);
    add(skeletons.second, found->second);
    folded.remove_prefix(found->letters.size());
  }
  return skeletons;
}

}  // namespace mizan
