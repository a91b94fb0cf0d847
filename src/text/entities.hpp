// Character references of HTML and Markdown, for this room only.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace mizan {

struct Entity {
  std::string text;
  std::size_t size = 0;  ///< bytes of the source, the ampersand included
};

/// The character reference at an ampersand, as browsers read it in text; nullopt if the ampersand stands for itself.
std::optional<Entity> entity_at(std::string_view source, std::size_t begin);

}  // namespace mizan
