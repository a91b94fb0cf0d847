// A run told in part.
#pragma once

#include <functional>

#include "report/report.hpp"

namespace mizan::app {

/// Leaves the findings and series that have a place in a document for which told is true, and of the rest those
/// documents that take part in one. Run::corpus keeps what the whole holds, if it is not set already.
void tell_only(const std::function<bool(const Document&)>& told, Run& run);

}  // namespace mizan::app
