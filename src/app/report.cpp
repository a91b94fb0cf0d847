// `mizan report`: `check` for people who open its findings in a browser.
#include "app/commands.hpp"

namespace mizan::app {

int report(const Options& options) {
  Options preset = options;
  preset.fail_on = std::nullopt;
  const std::string file = options.page.empty() ? "mizan-report.html" : options.page;
  if (file == "-") {
    preset.format = "html";
  } else {
    preset.outputs = {{"html", file}};
    preset.files_only = true;
  }
  return check(preset);
}

}  // namespace mizan::app
