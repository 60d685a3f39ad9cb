// SPDX-License-Identifier: MIT
// What all public-health work together may take of doctors' hours, at the ends of what levers
// allow.
#include "laws/lived.h"
#include "laws/tiny.h"
#include "reforms/lever.h"
#include "unit/claim.h"

enum { YEARS = 1, A_MONTH_AND_A_DAY = 365 + 31 + 1 }; // the first year warms up
enum { TEAMS, HOURS };                                // of both kinds of teams

static const double MOST = 0.37;
static const char *const names[] = {
    "family_doctor_teams", "chronic_red_yellow_green",     "diabetes_network",
    "cancer_network",      "five_smalls_child_prevention", "outreach_free_clinic"};

static void begin(Lived *city) {
    lived_begin(city, YEARS);
    city->experiment.city.parameters.care.public_health_share = MOST;
}

// Every day, everybody, as much as the lever's table lets a scenario write.
static void want_all(Experiment *experiment, const char *lever) {
    Reform *reform = tiny_reform(experiment, lever, 2022, 1);
    const LeverInfo *info = &levers[reform->lever]->info;
    for (int row = 0; row < info->parameter_count; row++)
        reform->value[row] = info->parameters[row].highest;
}

static int is_primary(const Facility *facility) {
    return facility->kind == KIND_VILLAGE_CLINIC || facility->kind == KIND_TOWNSHIP_CENTRE;
}

// At 40 hours a week, in January.
static double minutes_of_primary(const Lived *city, int county) {
    double doctors = 0;
    for (uint32_t f = 0; f < city->simulation.facilities.count; f++) {
        const Facility *facility = &city->simulation.facilities.row[f];
        if (facility->county == county && is_primary(facility)) doctors += facility->doctors;
    }
    return doctors * 40 * 60 * 31 / 7;
}

static int64_t january(const Lived *city, int county, Count count) {
    return city->results.year[0].county[county].count[count];
}

TEST(clinics_stay_open) {
    static Lived base, reformed;
    begin(&base);
    begin(&reformed);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        want_all(&reformed.experiment, names[i]);
    lived_until(&base, A_MONTH_AND_A_DAY);
    lived_until(&reformed, A_MONTH_AND_A_DAY);
    int open = 0;
    for (uint32_t f = 0; f < base.simulation.facilities.count; f++) {
        const Facility *before = &base.simulation.facilities.row[f];
        const Facility *now = &reformed.simulation.facilities.row[f];
        if (!is_primary(before) && before->kind != KIND_COUNTY_MATERNAL) continue;
        ck_assert_double_eq_tol(now->slots, before->slots * (1 - MOST), 1.01);
        open += before->slots > 2;
    }
    ck_assert_int_gt(open, 5);
    lived_end(&base);
    lived_end(&reformed);
}

// Teams that want all leave screening nothing; together they never have more than there is.
TEST(teams_first) {
    for (int teams = 0; teams < 2; teams++) {
        static Lived city;
        begin(&city);
        want_all(&city.experiment, "diabetes_network");
        want_all(&city.experiment, "outreach_free_clinic");
        if (teams) want_all(&city.experiment, "family_doctor_teams");
        lived_until(&city, A_MONTH_AND_A_DAY);
        for (int county = 0; county < 2; county++) {
            const double most = MOST * minutes_of_primary(&city, county);
            const double used = (double)(january(&city, county, COUNT_TEAM_MINUTES) +
                                         january(&city, county, COUNT_SCREENING_MINUTES));
            ck_assert_double_eq_tol(used, most, 1.01);
            ck_assert_int_eq(january(&city, county, COUNT_SCREENING_MINUTES) > 0, !teams);
        }
        lived_end(&city);
    }
}

int main(void) {
    const Claim claims[] = {
        CLAIM("whatever public health wants, clinics keep the rest of their hours",
              clinics_stay_open),
        CLAIM("teams are served first, and all work has the same bound", teams_first),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
