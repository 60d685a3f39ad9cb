// SPDX-License-Identifier: MIT
// Indicators of those who cannot wait: minutes until an ambulance, and until care is in hand.
#include "report/indicator.h"

#define BY_TOWN_AND_KIND (1u << BY_TOWN | 1u << BY_KIND)

static CareTime care_time(const IndicatorYear *year, Scope scope) {
    const Tally *tally = tally_of(year, scope.place);
    CareTime sum = {0};
    for (int town = 0; town < 2; town++)
        for (int kind = 0; kind < KIND_COUNT; kind++) {
            if (scope.by == BY_TOWN && town != scope.member) continue;
            if (scope.by == BY_KIND && kind != scope.member) continue;
            const CareTime *time = &tally->care_time[town][kind];
            sum.cases += time->cases;
            sum.minutes += time->minutes;
            for (int bin = 0; bin < TIME_BINS; bin++)
                sum.within[bin] += time->within[bin];
        }
    return sum;
}

static Ratio mean_minutes(const IndicatorYear *year, Scope scope) {
    const CareTime time = care_time(year, scope);
    return (Ratio){(double)time.minutes, (double)time.cases};
}

// By lines within a quarter of an hour; the open bin begins where it does.
static Ratio median_minutes(const IndicatorYear *year, Scope scope) {
    const CareTime time = care_time(year, scope);
    double before = 0;
    int bin = 0;
    while (bin < TIME_BINS - 1 && 2 * (before + (double)time.within[bin]) < (double)time.cases)
        before += (double)time.within[bin++];
    const double here = (double)time.within[bin];
    const double part =
        bin < TIME_BINS - 1 && here > 0 ? ((double)time.cases / 2 - before) / here : 0;
    return (Ratio){BIN_MINUTES * (bin + part), time.cases > 0};
}

static CallTime call_time(const IndicatorYear *year, Scope scope, int town) {
    const Tally *tally = tally_of(year, scope.place);
    CallTime sum = {0};
    for (int t = 0; t < 2; t++) {
        if ((scope.by == BY_TOWN && t != scope.member) || (town >= 0 && t != town)) continue;
        sum.calls += tally->call_time[t].calls;
        sum.minutes += tally->call_time[t].minutes;
        sum.within_10 += tally->call_time[t].within_10;
        sum.within_30 += tally->call_time[t].within_30;
    }
    return sum;
}

static Ratio response(const IndicatorYear *year, Scope scope) {
    const CallTime time = call_time(year, scope, -1);
    return (Ratio){(double)time.minutes, (double)time.calls};
}

static Ratio within_standard(const IndicatorYear *year, Scope scope) {
    const CallTime country = call_time(year, scope, 0), town = call_time(year, scope, 1);
    return (Ratio){(double)(country.within_30 + town.within_10),
                   (double)(country.calls + town.calls)};
}

static Ratio urgent_at_county(const IndicatorYear *year, Scope scope) {
    return (Ratio){count_of(year, scope.place, COUNT_URGENT_COUNTY), 1};
}

static Ratio severe_share(const IndicatorYear *year, Scope scope) {
    return (Ratio){count_of(year, scope.place, COUNT_SEVERE_COUNTY),
                   count_of(year, scope.place, COUNT_URGENT_COUNTY)};
}

static const Indicator rows[] = {
    {.info = {"time_to_care", "急症到获得处置用时", "time to care of urgent cases", "minutes",
              "minutes from the decision to go until the case is settled or found to need a bed / "
              "urgent cases",
              "insured", "own definition",
              "by the kind of institution that has it in hand and by home; days waited and hours "
              "of the day are not in it; nothing follows from it for outcomes"},
     .times = 1,
     .by = BY_TOWN_AND_KIND,
     .decimals = 0,
     .ratio = mean_minutes},
    {.info = {"time_to_care_median", "急症到获得处置用时（中位数）", "median time to care",
              "minutes", "half of the urgent cases are in hand within so many minutes", "insured",
              "own definition", "by lines within quarters of an hour; 225 stands for more"},
     .times = 1,
     .by = BY_TOWN_AND_KIND,
     .decimals = 0,
     .ratio = median_minutes},
    {.info = {"ambulance_response_minutes", "急救反应时间", "response of ambulances", "minutes",
              "minutes from the call until the ambulance is there / calls", "insured",
              "own definition", "from the county seat, or from a station whose car is not out"},
     .times = 1,
     .by = 1u << BY_TOWN,
     .decimals = 1,
     .ratio = response},
    {.info = {"ambulance_within_standard", "急救圈达标占比", "calls within the standard", "percent",
              "calls answered within 10 minutes in towns and 30 in the country / calls", "insured",
              "own definition; 10 and 30 minutes are printed as standards",
              "no measured time is printed"},
     .times = 100,
     .by = 1u << BY_TOWN,
     .decimals = 1,
     .ratio = within_standard},
    {.info = {"urgent_at_county_general", "县级综合医院急症人次", "urgent cases at the county",
              "persons", "urgent cases that county general hospitals have in hand", "insured",
              "own definition", "the denominator of the next"},
     .times = 1,
     .ratio = urgent_at_county},
    {.info = {"severe_urgent_share", "县级综合医院急危重症占比", "severe among urgent cases",
              "percent",
              "urgent cases of the two upper bands of complexity / urgent cases, at county general "
              "hospitals",
              "insured", "own definition",
              "rises when severe cases come or light ones stay away; no grade is printed beside "
              "the 16.76 % of one county"},
     .times = 100,
     .decimals = 1,
     .ratio = severe_share},
};

const IndicatorTable indicators_of_urgent_cases = {rows, sizeof rows / sizeof *rows};
