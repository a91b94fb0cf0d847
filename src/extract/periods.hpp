// Calendar periods and how EDTF writes them. Private to the room.
#pragma once

#include <string>

#include "text/text.hpp"

namespace mizan {

/// EDTF for a year and a month of the Gregorian calendar: 2022, 2022-07.
std::string year_text(int year);
std::string month_text(int year, int month);

/// From the first day of a month (0: of the year) to the last day of another; no ends if the calendar has no such
/// month.
Days period_of(Calendar calendar, int year, int month, int last_year, int last_month);

/// The calendar unit that lies offset units from the one around a day: months and their like are counted in one
/// calendar, years in another (an Iranian article may speak of Gregorian years). nullopt for units that are no part of
/// a calendar.
std::optional<Days> shift_period(Grain unit, Day base, std::int64_t offset, Calendar months, Calendar years);

/// EDTF for such a unit; the interval itself where it is of another calendar than the Gregorian.
std::string period_value(Grain unit, const Days& range, Calendar calendar);

}  // namespace mizan
