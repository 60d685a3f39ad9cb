// SPDX-License-Identifier: MIT
// Indicators of public-health work: contacts of family-doctor teams, which are counted apart from
// visits.
#include "report/indicator.h"

static const double MONTHS_PER_YEAR = 12, MINUTES_PER_HOUR = 60;

static Ratio contacts(const IndicatorYear *year, Scope scope) {
    return (Ratio){count_of(year, scope.place, COUNT_TEAM_CONTACTS), 1};
}

static Ratio contacts_of_signed(const IndicatorYear *year, Scope scope) {
    return (Ratio){MONTHS_PER_YEAR * (count_of(year, scope.place, COUNT_TEAM_CONTACTS) -
                                      count_of(year, scope.place, COUNT_GRADED_CONTACTS)),
                   count_of(year, scope.place, COUNT_SIGNED_MONTHS)};
}

static Ratio home_visits(const IndicatorYear *year, Scope scope) {
    return (Ratio){MONTHS_PER_YEAR * count_of(year, scope.place, COUNT_HOME_VISITS),
                   count_of(year, scope.place, COUNT_RED_MONTHS)};
}

static Ratio red_patients(const IndicatorYear *year, Scope scope) {
    return (Ratio){count_of(year, scope.place, COUNT_RED_MONTHS) / MONTHS_PER_YEAR, 1};
}

static Ratio team_hours(const IndicatorYear *year, Scope scope) {
    return (Ratio){count_of(year, scope.place, COUNT_TEAM_MINUTES) / MINUTES_PER_HOUR, 1};
}

static const Indicator rows[] = {
    {.info = {"team_contacts", "家庭医生团队随访人次", "contacts of family-doctor teams",
              "person_times", "contacts of teams with signed or graded chronic patients",
              "residents", "own definition",
              "follow-ups of the public-health service are no visits (definitions of visits); "
              "those of the time before a reform are not counted"},
     .times = 1,
     .ratio = contacts},
    {.info = {"team_contacts_per_signed", "签约患者年均随访次数",
              "contacts for each patient signed", "contacts a year",
              "contacts of teams with the signed x 12 / (chronic patients signed, each month)",
              "residents", "own definition", "signing beyond the teams' hours lowers it"},
     .times = 1,
     .decimals = 2,
     .ratio = contacts_of_signed},
    {.info = {"home_visits_per_red_patient", "红标患者年均上门次数",
              "home visits for each red patient", "visits a year",
              "home visits x 12 / (patients graded red, each month)", "residents", "own definition",
              "what the teams' hours allow; no interval is printed"},
     .times = 1,
     .decimals = 2,
     .ratio = home_visits},
    {.info = {"red_patients", "红标患者数", "patients graded red", "persons",
              "patients graded red, mean of the twelve months", "residents", "own definition",
              "by our own rule of grading; no rule is printed"},
     .times = 1,
     .ratio = red_patients},
    {.info = {"team_hours", "家庭医生团队用时", "hours of family-doctor teams", "hours",
              "hours of doctors that contacts took", "residents", "own definition",
              "missing in the clinics of villages and townships a month later"},
     .times = 1,
     .ratio = team_hours},
};

const IndicatorTable indicators_of_public_health = {rows, sizeof rows / sizeof *rows};
