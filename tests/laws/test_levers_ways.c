// SPDX-License-Identifier: MIT
// What levers that give cases another way may and may not do, by laws that need none of our
// numbers.
#include "day/day.h"
#include "laws/compare.h"
#include "laws/lived.h"
#include "laws/tiny.h"
#include "unit/claim.h"

#include <math.h>
#include <string.h>

enum { YEARS = 2, MOST_FACILITIES = 64 };

static Lived base, reformed; // each claim runs in a process of its own

// ---- courtyards and markets

static uint32_t centre(const Lived *city, const char *id) {
    uint32_t f = 0;
    while (strcmp(city->experiment.city.institutions[f].id, id) != 0)
        f++;
    return f;
}

// In the south the lakeside centre leads (3.3 doctors), two follow (2.2 each). A quarter of their
// doctors works there; none closes; what it can do rises there only.
TEST(courtyard) {
    lived_begin(&base, YEARS);
    lived_begin(&reformed, YEARS);
    Reform *reform = tiny_reform(&reformed.experiment, "big_courtyard", 2022, 1);
    reform->value[0] = 0.5;
    reform->value[1] = 0.25;
    reform->value[2] = 0;
    reform->value[3] = 0.3;
    lived_until(&base, 400);
    lived_until(&reformed, 400);
    const uint32_t lead = centre(&base, "centre-south-lake");
    for (uint32_t f = 0; f < base.simulation.facilities.count; f++) {
        const Facility *before = &base.simulation.facilities.row[f];
        const Facility *now = &reformed.simulation.facilities.row[f];
        const int member = before->kind == KIND_TOWNSHIP_CENTRE && before->county == 1;
        const double doctors = !member ? before->doctors : f == lead ? 3.3 + 2 * 0.55 : 1.65;
        ck_assert_double_eq_tol(now->doctors, doctors, 1e-6);
        for (int c = 0; c < CASE_CLASS_COUNT; c++)
            ck_assert_int_eq(now->capability[c] - before->capability[c], f == lead ? 16 : 0);
        if (!member) ck_assert_uint_eq(now->slots, before->slots);
        if (member) ck_assert_uint_gt(now->served_month, 0);
    }
    const KindRow *kind = &base.experiment.city.parameters.kind[KIND_TOWNSHIP_CENTRE];
    const double slots = 4.4 * kind->visits_per_doctor_day * kind->slot_stretch * exp(0.3);
    ck_assert_uint_eq(reformed.simulation.facilities.row[lead].slots, (uint32_t)(slots + 0.5));
    lived_end(&base);
    lived_end(&reformed);
}

static void served_in_january(Lived *city, uint32_t served[MOST_FACILITIES]) {
    lived_until(city, 365 + 31);
    for (uint32_t f = 0; f < city->simulation.facilities.count; f++)
        served[f] = city->simulation.facilities.row[f].served_month;
}

// What the others refer and can wait goes to the lead, not to the county; where nobody belongs to a
// courtyard, nothing changes.
TEST(to_the_lead) {
    uint32_t before[MOST_FACILITIES], now[MOST_FACILITIES];
    for (int turn = 0; turn < 2; turn++) {
        Lived *city = turn ? &reformed : &base;
        lived_begin(city, YEARS);
        Reform *reform = tiny_reform(&city->experiment, "big_courtyard", 2021, turn);
        reform->value[0] = reform->value[1] = reform->value[3] = 0;
        reform->value[2] = 1;
        city->experiment.city.parameters.care.formal_referral_share = 1;
        served_in_january(city, turn ? now : before);
    }
    const uint32_t lead = centre(&base, "centre-south-lake");
    const uint32_t north = centre(&base, "centre-north-river");
    ck_assert_uint_gt(now[lead], before[lead] + before[lead] / 50);
    ck_assert_uint_le(now[north], before[north] + before[north] / 50);
    lived_end(&base);
    lived_end(&reformed);

    Results results[2];
    for (int turn = 0; turn < 2; turn++) {
        tiny_read(&base.experiment, YEARS);
        for (uint32_t f = 0; f < base.experiment.city.institution_count; f++)
            base.experiment.city.institutions[f].courtyard = 0;
        tiny_reform(&base.experiment, "big_courtyard", 2021, turn);
        tiny_run(&base.experiment, 0, &results[turn]);
        experiment_free(&base.experiment);
    }
    assert_same_results(&results[0], &results[1], YEARS);
    results_free(&results[0]);
    results_free(&results[1]);
}

// Day by day: whoever is at a market is missing at the county's general hospital, and both have the
// slots of those who are there.
TEST(markets) {
    lived_begin(&reformed, YEARS);
    Reform *reform = tiny_reform(&reformed.experiment, "circuit_clinics", 2021, 1);
    reform->value[0] = 1;
    reform->value[1] = 1.5;
    lived_until(&reformed, 365);
    const uint32_t lead = centre(&reformed, "centre-south-lake");
    const Institution *institutions = reformed.experiment.city.institutions;
    int visits = 0;
    for (int day = 0; day < 60; day++) {
        ck_assert_int_eq(simulate_day(&reformed.simulation, &reformed.results, &reformed.report),
                         STATUS_OK);
        double away[2] = {0}, visited[2] = {0};
        for (uint32_t f = 0; f < reformed.simulation.facilities.count; f++) {
            const Facility *facility = &reformed.simulation.facilities.row[f];
            const double more = facility->doctors - institutions[f].doctors;
            if (facility->kind == KIND_COUNTY_GENERAL) away[facility->county] -= more;
            if (facility->kind != KIND_TOWNSHIP_CENTRE) continue;
            visited[facility->county] += more;
            visits += more > 1;
            ck_assert(fabs(more) < 1e-9 || (fabs(more - 1.5) < 1e-9 && f != lead));
        }
        for (int county = 0; county < 2; county++) {
            ck_assert_double_eq_tol(away[county], visited[county], 1e-9);
            ck_assert_double_le(visited[county], 1.5 + 1e-9); // one team
        }
    }
    ck_assert_int_eq(visits, 60 / 5 * 5); // three sites in the north, two in the south
    lived_end(&reformed);
}

// ---- the green channel

static double minutes_of_transfer(const Results *results) {
    return (double)results_count(results, COUNT_TRANSFER_MINUTES) /
           (double)results_count(results, COUNT_TRANSFERS);
}

// Where everybody takes the channel and nothing is saved, urgent cases skip the centre on their
// way; where half is saved, each such transfer takes half of the hour less.
TEST(channel) {
    static Results results[3];
    for (int turn = 0; turn < 3; turn++) {
        tiny_read(&base.experiment, YEARS);
        Reform *reform = tiny_reform(&base.experiment, "green_channel_transfer", 2021, turn > 0);
        reform->value[0] = 1;
        reform->value[1] = turn == 2 ? 0.5 : 0;
        tiny_run(&base.experiment, 0, &results[turn]);
        experiment_free(&base.experiment);
    }
    ck_assert_int_gt(results_count(&results[0], COUNT_TRANSFERS), 100);
    ck_assert_int_lt(results_count(&results[1], COUNT_TRANSFERS),
                     results_count(&results[0], COUNT_TRANSFERS));
    ck_assert_int_eq(results_count(&results[2], COUNT_TRANSFERS),
                     results_count(&results[1], COUNT_TRANSFERS));
    ck_assert_double_lt(minutes_of_transfer(&results[2]), minutes_of_transfer(&results[1]) - 10);
    assert_same_but_for_minutes(&results[1], &results[2]);
    for (int turn = 0; turn < 3; turn++)
        results_free(&results[turn]);
}

// ---- TCM

TEST(tcm) {
    int64_t visits[2] = {0}, general[2] = {0};
    for (int turn = 0; turn < 2; turn++) {
        Results results;
        tiny_read(&base.experiment, YEARS);
        Reform *reform =
            tiny_reform(&base.experiment, "tcm_specialties_scoliosis_pilot", 2021, turn);
        reform->value[0] = 0;
        reform->value[1] = 0;
        reform->value[2] = 3;
        tiny_run(&base.experiment, 0, &results);
        for (int y = 0; y < YEARS; y++)
            for (int c = 0; c < results.counties; c++)
                for (int place = 0; place < results.counties; place++) {
                    const VisitFlow *flow = results.year[y].county[c].visit_at[PRESENT][place];
                    visits[turn] += flow[KIND_COUNTY_TCM].visits;
                    general[turn] += flow[KIND_COUNTY_GENERAL].visits;
                }
        results_free(&results);
        experiment_free(&base.experiment);
    }
    ck_assert_int_gt(visits[1], visits[0]);
    ck_assert_int_lt(general[1], general[0]);
}

TEST(tcm_pulls) {
    lived_begin(&base, YEARS);
    lived_begin(&reformed, YEARS);
    Reform *reform = tiny_reform(&reformed.experiment, "tcm_specialties_scoliosis_pilot", 2022, 1);
    reform->value[0] = 0.5;
    reform->value[1] = 1;
    lived_until(&base, 366);
    lived_until(&reformed, 366);
    const unsigned class = choice_class(CLASS_CHRONIC, 60, 0);
    const ChoiceCell *before = choice_cell(&base.simulation.visits, 0, SCHEME_RETIRED, 0, class);
    const ChoiceCell *now = choice_cell(&reformed.simulation.visits, 0, SCHEME_RETIRED, 0, class);
    for (int kind = 0; kind < KIND_COUNT; kind++)
        ck_assert_uint_eq(now->reference[kind], before->reference[kind]);
    ck_assert_uint_gt(now->now[KIND_COUNTY_TCM] - now->now[KIND_COUNTY_TCM - 1],
                      2u * (before->now[KIND_COUNTY_TCM] - before->now[KIND_COUNTY_TCM - 1]));
    for (uint32_t f = 0; f < base.simulation.facilities.count; f++) {
        const Facility *facility = &reformed.simulation.facilities.row[f];
        for (int c = 0; c < CASE_CLASS_COUNT; c++)
            ck_assert_int_eq(facility->capability[c] -
                                 base.simulation.facilities.row[f].capability[c],
                             facility->kind == KIND_COUNTY_TCM && c == CLASS_CHRONIC ? 16 : 0);
    }
    lived_end(&base);
    lived_end(&reformed);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("a courtyard pools doctors and closes nothing", courtyard),
        CLAIM("a courtyard's centres refer to their lead, and there is none without courtyards",
              to_the_lead),
        CLAIM("teams at markets are missing at home, and no more go out than there are", markets),
        CLAIM("a green channel saves a step and the minutes it says, and moves nothing else",
              channel),
        CLAIM("referrals to TCM hospitals are taken from the general ones", tcm),
        CLAIM("TCM hospitals draw by choice and can do more for chronic cases only", tcm_pulls),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
