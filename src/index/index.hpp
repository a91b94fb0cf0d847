// What is kept between runs: what was known before, and what somebody decided is no finding.
#pragma once

#include "index/baseline.hpp"
#include "index/suppress.hpp"
