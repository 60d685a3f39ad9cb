// SPDX-License-Identifier: MIT
#include "base/calendar.h"
#include "day/day.h"
#include "day/expected_payment.h"
#include "day/visitors.h"
#include "laws/compare.h"
#include "laws/tiny.h"
#include "reforms/lever.h"
#include "unit/claim.h"

#include <math.h>
#include <string.h>

// What each lever may and may not do, by laws that need none of our numbers.

enum { YEARS = 2, MOST_FACILITIES = 64 };

typedef struct Lived {
    Experiment experiment;
    Simulation simulation;
    Results results;
    Report report;
} Lived;

static void lived_begin(Lived *city) {
    report_init(&city->report);
    tiny_read(&city->experiment, YEARS);
}

static void lived_until(Lived *city, uint32_t days) {
    ck_assert_int_eq(results_init(&city->results, 2022, YEARS, 2, 1, &city->report), STATUS_OK);
    ck_assert_int_eq(simulation_init(&city->simulation, &city->experiment, 0, NULL, &city->report),
                     STATUS_OK);
    for (uint32_t day = 0; day < days; day++)
        ck_assert_int_eq(simulate_day(&city->simulation, &city->results, &city->report), STATUS_OK);
}

static void lived_end(Lived *city) {
    simulation_free(&city->simulation);
    results_free(&city->results);
    experiment_free(&city->experiment);
    report_free(&city->report);
}

static Lived base, reformed; // each claim runs in a process of its own

static int64_t counted(const Results *results, Count count) {
    int64_t sum = 0;
    for (int y = 0; y < results->years; y++)
        for (int s = 0; s < results->shards; s++)
            sum += results->year[y].county[s].count[count];
    return sum;
}

static void assert_same_but_for(Results *one, Results *other, Count count) {
    char text[DIFFERENCE_TEXT];
    for (int y = 0; y < one->years; y++)
        for (int s = 0; s < one->shards; s++)
            one->year[y].county[s].count[count] = other->year[y].county[s].count[count];
    const uint64_t differences = results_differ(one, other, one->years, text);
    ck_assert_msg(differences == 0, "%llu numbers differ, first %s",
                  (unsigned long long)differences, text);
}

// ---- settlement across provinces

// Where settlement attracts nobody, more of the same visits settle, and nothing else changes.
TEST(only_registered) {
    Results without, with;
    for (int turn = 0; turn < 2; turn++) {
        tiny_read(&base.experiment, YEARS);
        base.experiment.city.parameters.visitors.settlement_attraction = 0;
        Reform *reform = tiny_reform(&base.experiment, "cross_province_settlement", 2022, turn);
        reform->value[0] = 0.25;
        reform->value[1] = 0;
        tiny_run(&base.experiment, 0, turn ? &with : &without);
        experiment_free(&base.experiment);
    }
    const double before = (double)counted(&without, COUNT_PROVINCE_SETTLED);
    const double all = 1e6 * (double)(counted(&without, COUNT_PROVINCE_VISITS) +
                                      counted(&without, COUNT_PROVINCE_STAYS));
    const double now = (double)counted(&with, COUNT_PROVINCE_SETTLED);
    ck_assert_double_gt(all, 1e8);
    ck_assert_double_eq_tol((all - now) / (all - before), 0.75, 1e-6);
    assert_same_but_for(&without, &with, COUNT_PROVINCE_SETTLED);
    results_free(&without);
    results_free(&with);
}

// What comes for the price beside: exp(attraction x share gained), only from other provinces.
TEST(attracted) {
    lived_begin(&reformed);
    Reform *reform = tiny_reform(&reformed.experiment, "cross_province_settlement", 2022, 1);
    reform->value[0] = 0.4;
    reform->in_county[0] = 0; // the city hospital stands there
    lived_begin(&base);
    lived_until(&base, 380);
    lived_until(&reformed, 380);
    const Parameters *parameters = &base.experiment.city.parameters;
    const double covered = parameters->background[1].settlement_coverage;
    const double more = exp(parameters->visitors.settlement_attraction * 0.4 * (1 - covered));
    const Origin *east = &base.experiment.city.origins[0], *west = east + 1;
    ck_assert_double_eq_tol(visitors_expected(&reformed.simulation, east, 1) /
                                visitors_expected(&base.simulation, east, 1),
                            more, 1e-9);
    for (int at_county = 0; at_county < 2; at_county++)
        ck_assert_double_eq(visitors_expected(&reformed.simulation, west, at_county),
                            visitors_expected(&base.simulation, west, at_county));
    ck_assert_double_eq(visitors_expected(&reformed.simulation, east, 0),
                        visitors_expected(&base.simulation, east, 0));
    lived_end(&base);
    lived_end(&reformed);
}

// Beds of the city hospital taken by people who were attracted are missing for residents.
TEST(beds_taken) {
    Results without, with;
    for (int turn = 0; turn < 2; turn++) {
        tiny_read(&base.experiment, YEARS);
        Parameters *parameters = &base.experiment.city.parameters;
        parameters->visitors.settlement_attraction = 5;
        parameters->care.open_bed_share *= 0.6;
        tiny_reform(&base.experiment, "cross_province_settlement", 2022, turn)->value[0] = 1;
        tiny_run(&base.experiment, 0, turn ? &with : &without);
        experiment_free(&base.experiment);
    }
    ck_assert_int_gt(counted(&with, COUNT_PROVINCE_STAYS),
                     2 * counted(&without, COUNT_PROVINCE_STAYS));
    ck_assert_int_gt(counted(&with, COUNT_DIVERTED), counted(&without, COUNT_DIVERTED));
    results_free(&without);
    results_free(&with);
}

// ---- doctors and capability

static double doctors_of(const Lived *city, Kind kind, int county) {
    double doctors = 0;
    for (uint32_t f = 0; f < city->simulation.facilities.count; f++) {
        const Institution *institution = &city->experiment.city.institutions[f];
        if (institution->kind == kind && (county < 0 || institution->county == county))
            doctors += city->simulation.facilities.row[f].doctors;
    }
    return doctors;
}

// A fifth of the doctors of the general hospitals go to the city; 9 and 7 there, 13 here.
TEST(drawn_up) {
    lived_begin(&reformed);
    tiny_reform(&reformed.experiment, "border_regional_medical_centre", 2022, 1)->value[1] = 0.2;
    lived_until(&reformed, 400);
    ck_assert_double_eq_tol(doctors_of(&reformed, KIND_COUNTY_GENERAL, 0), 0.8 * 9, 1e-6);
    ck_assert_double_eq_tol(doctors_of(&reformed, KIND_COUNTY_GENERAL, 1), 0.8 * 7, 1e-6);
    ck_assert_double_eq_tol(doctors_of(&reformed, KIND_CITY_HOSPITAL, -1), 13 + 0.2 * 16, 1e-6);
    lived_end(&reformed);
}

// Half of a county's half of the city's 13 doctors works in the south.
TEST(lent) {
    lived_begin(&reformed);
    Reform *reform = tiny_reform(&reformed.experiment, "upper_level_assistance", 2022, 1);
    reform->value[0] = 0.5;
    reform->in_county[0] = 0;
    lived_until(&reformed, 400);
    ck_assert_double_eq_tol(doctors_of(&reformed, KIND_CITY_HOSPITAL, -1), 13 - 3.25, 1e-6);
    ck_assert_double_eq_tol(doctors_of(&reformed, KIND_COUNTY_GENERAL, 1), 7 + 3.25, 1e-6);
    ck_assert_double_eq_tol(doctors_of(&reformed, KIND_COUNTY_GENERAL, 0), 9, 1e-6);
    lived_end(&reformed);
}

// All at once and at their strongest: the program checks every month that no doctor is made.
TEST(conserved) {
    lived_begin(&reformed);
    for (int i = 0; i < lever_count; i++) {
        Reform *reform = tiny_reform(&reformed.experiment, levers[i]->info.name, 2022, 1);
        for (int v = 0; v < levers[i]->info.parameter_count; v++)
            reform->value[v] = levers[i]->info.parameters[v].highest;
    }
    lived_until(&reformed, 365 + 70);
    double registered = 0, working = 0;
    for (uint32_t f = 0; f < reformed.simulation.facilities.count; f++) {
        if (reformed.experiment.city.institutions[f].county == NO_COUNTY) continue;
        registered += reformed.experiment.city.institutions[f].doctors;
        working += reformed.simulation.facilities.row[f].doctors;
        ck_assert_double_ge(reformed.simulation.facilities.row[f].doctors, -1e-9);
    }
    ck_assert_double_eq_tol(working, registered, 1e-9);
    lived_end(&reformed);
}

// Rooms and equipment without a doctor: the clinic can do no more than before.
TEST(empty_clinics) {
    static const Kind kinds[] = {KIND_VILLAGE_CLINIC, KIND_TOWNSHIP_CENTRE};
    uint32_t empty[2];
    for (int turn = 0; turn < 2; turn++) {
        Lived *city = turn ? &reformed : &base;
        lived_begin(city);
        for (int k = 0; k < 2; k++) {
            empty[k] = 0;
            while (city->experiment.city.institutions[empty[k]].kind != kinds[k])
                empty[k]++;
            city->experiment.city.institutions[empty[k]].doctors = 0;
        }
        Reform *reform =
            tiny_reform(&city->experiment, "primary_facility_standardisation", 2022, turn);
        reform->value[0] = reform->value[1] = reform->value[2] = 1;
        lived_until(city, 400);
    }
    for (uint32_t f = 0; f < base.simulation.facilities.count; f++) {
        const Facility *before = &base.simulation.facilities.row[f];
        const Facility *now = &reformed.simulation.facilities.row[f];
        const int primary = now->kind == kinds[0] || now->kind == kinds[1];
        const int better = primary && f != empty[0] && f != empty[1];
        for (int c = 0; c < CASE_CLASS_COUNT; c++)
            ck_assert_int_eq(now->capability[c] > before->capability[c], better);
        ck_assert_uint_eq(now->slots, before->slots);
    }
    ck_assert_uint_eq(reformed.simulation.facilities.row[empty[0]].slots, 0);
    for (int k = 0; k < 2; k++) {
        const Facility *facility = &reformed.simulation.facilities.row[empty[k]];
        ck_assert_uint_eq(facility->served_month, 0);
    }
    lived_end(&base);
    lived_end(&reformed);
}

// ---- insurance and referral

// With nothing to lose or to gain by the order of care, the lever is off to the last bit, however
// many would ask for a referral.
TEST(equal_terms) {
    Results without, with;
    char text[DIFFERENCE_TEXT];
    for (int turn = 0; turn < 2; turn++) {
        tiny_read(&base.experiment, YEARS);
        Reform *reform = tiny_reform(&base.experiment, "insurance_referral_leverage", 2022, turn);
        reform->value[0] = reform->value[1] = 0;
        reform->value[2] = 10;
        tiny_run(&base.experiment, 0, turn ? &with : &without);
        experiment_free(&base.experiment);
    }
    ck_assert_uint_eq(results_differ(&without, &with, YEARS, text), 0);
    results_free(&without);
    results_free(&with);
}

typedef struct AtCity {
    int64_t own, charge;
} AtCity;

static AtCity at_city(const Results *results) {
    AtCity sum = {0};
    for (int y = 0; y < results->years; y++)
        for (int c = 0; c < results->counties; c++) {
            const Tally *tally = &results->year[y].county[c];
            for (int place = 0; place < PLACES; place++) {
                const StayFlow *stay = &tally->stay_at[PRESENT][place][KIND_CITY_HOSPITAL];
                sum.own += stay->own_fen;
                sum.charge += stay->charge_fen;
            }
        }
    return sum;
}

// More referrals, and a larger own part at city hospitals.
TEST(the_ordered_way) {
    Results without, with;
    for (int turn = 0; turn < 2; turn++) {
        tiny_read(&base.experiment, YEARS);
        Reform *reform = tiny_reform(&base.experiment, "insurance_referral_leverage", 2022, turn);
        reform->value[0] = 0.5;
        reform->value[1] = 0;
        tiny_run(&base.experiment, 0, turn ? &with : &without);
        experiment_free(&base.experiment);
    }
    const AtCity before = at_city(&without), now = at_city(&with);
    ck_assert_int_gt(counted(&with, COUNT_UP_SENT), counted(&without, COUNT_UP_SENT));
    ck_assert_double_gt((double)now.own / (double)now.charge,
                        (double)before.own / (double)before.charge);
    results_free(&without);
    results_free(&with);
}

// What people expect to pay follows the same terms: more by oneself at city hospitals and outside,
// if it can wait; as much as before when urgent, below the city, or without anything cut.
TEST(expected_terms) {
    static ExpectedPayments plain, dearer, spared;
    lived_begin(&base);
    lived_until(&base, 20);
    const Terms none = {.filed = 0.4, .referred = 0.5};
    Terms cut = none, deductible = none;
    cut.unreferred_cut = millionths(0.2);
    deductible.deductible_cut = millionths(0.5);
    for (int question = CHOICE_OF_VISIT; question <= CHOICE_OF_BED; question++) {
        expected_payments_fill(&plain, &base.simulation, question, &none);
        expected_payments_fill(&dearer, &base.simulation, question, &cut);
        expected_payments_fill(&spared, &base.simulation, question, &deductible);
        for (int kind = KIND_VILLAGE_CLINIC; kind < KIND_COUNT; kind++)
            for (int class = 0; class < CHOICE_CLASSES; class ++) {
                const double before = plain.own[0][SCHEME_RETIRED][kind][class];
                const int loses = kind >= KIND_CITY_HOSPITAL && !(class & 1);
                const int gains = kind > KIND_TOWNSHIP_CENTRE && question == CHOICE_OF_BED;
                ck_assert_int_eq(dearer.own[0][SCHEME_RETIRED][kind][class] > before, loses);
                ck_assert_int_eq(spared.own[0][SCHEME_RETIRED][kind][class] < before, gains);
                ck_assert(loses || dearer.own[0][SCHEME_RETIRED][kind][class] == before);
                ck_assert(gains || spared.own[0][SCHEME_RETIRED][kind][class] == before);
            }
    }
    lived_end(&base);
}

// Own payments for stays outside the city, of what they cost.
static double own_share_outside(const Results *results) {
    double own = 0, charge = 0;
    for (int y = 0; y < results->years; y++)
        for (int c = 0; c < results->counties; c++)
            for (int kind = KIND_OUTSIDE_CITY; kind <= KIND_OUTSIDE_PROVINCE; kind++) {
                const StayFlow *flow =
                    &results->year[y].county[c].stay_at[PRESENT][results->counties][kind];
                own += (double)flow->own_fen;
                charge += (double)flow->charge_fen;
            }
    return own / charge;
}

// Whoever files pays less outside; whom a referral spares a part of the deductible pays less too.
TEST(cheaper_outside) {
    static const char *const names[] = {"cross_province_settlement", "insurance_referral_leverage"};
    for (int lever = 0; lever < 2; lever++) {
        double share[2];
        for (int turn = 0; turn < 2; turn++) {
            Results results;
            tiny_read(&base.experiment, YEARS);
            Parameters *parameters = &base.experiment.city.parameters;
            parameters->money.filed_share = 0.3;
            parameters->money.unfiled_rate_cut = 0.5;
            parameters->choice.price_weight_visit = parameters->choice.price_weight_admission = 0;
            Reform *reform = tiny_reform(&base.experiment, names[lever], 2022, turn);
            reform->value[0] = 0;
            reform->value[1] = lever ? 1 : 3;
            tiny_run(&base.experiment, 0, &results);
            share[turn] = own_share_outside(&results);
            results_free(&results);
            experiment_free(&base.experiment);
        }
        ck_assert_double_lt(share[1], share[0]); // the flows are the same
    }
}

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
    lived_begin(&base);
    lived_begin(&reformed);
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
        lived_begin(city);
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
    char text[DIFFERENCE_TEXT];
    for (int turn = 0; turn < 2; turn++) {
        tiny_read(&base.experiment, YEARS);
        for (uint32_t f = 0; f < base.experiment.city.institution_count; f++)
            base.experiment.city.institutions[f].courtyard = 0;
        tiny_reform(&base.experiment, "big_courtyard", 2021, turn);
        tiny_run(&base.experiment, 0, &results[turn]);
        experiment_free(&base.experiment);
    }
    ck_assert_uint_eq(results_differ(&results[0], &results[1], YEARS, text), 0);
    results_free(&results[0]);
    results_free(&results[1]);
}

// Day by day: whoever is at a market is missing at the county's general hospital, and both have the
// slots of those who are there.
TEST(markets) {
    lived_begin(&reformed);
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
    return (double)counted(results, COUNT_TRANSFER_MINUTES) /
           (double)counted(results, COUNT_TRANSFERS);
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
    ck_assert_int_gt(counted(&results[0], COUNT_TRANSFERS), 100);
    ck_assert_int_lt(counted(&results[1], COUNT_TRANSFERS), counted(&results[0], COUNT_TRANSFERS));
    ck_assert_int_eq(counted(&results[2], COUNT_TRANSFERS), counted(&results[1], COUNT_TRANSFERS));
    ck_assert_double_lt(minutes_of_transfer(&results[2]), minutes_of_transfer(&results[1]) - 10);
    assert_same_but_for(&results[1], &results[2], COUNT_TRANSFER_MINUTES);
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
    lived_begin(&base);
    lived_begin(&reformed);
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

// ---- what acts on others only

static Results with_reforms(const char *first, const char *second, double coverage) {
    Results results;
    tiny_read(&base.experiment, YEARS);
    if (first) tiny_reform(&base.experiment, first, 2022, 1)->ramp_months = 6;
    if (second) tiny_reform(&base.experiment, second, 2022, coverage);
    tiny_run(&base.experiment, 0, &results);
    experiment_free(&base.experiment);
    return results;
}

static void assert_nothing_alone(const char *lever) {
    char text[DIFFERENCE_TEXT];
    Results without = with_reforms(NULL, NULL, 1), with = with_reforms(lever, NULL, 1);
    ck_assert_uint_eq(results_differ(&without, &with, YEARS, text), 0);
    results_free(&without);
    results_free(&with);
}

TEST(synergy_alone) {
    assert_nothing_alone("three_medical_six_medical_synergy");
}

// Nobody here answers to payment, so that there is nothing improper to be detected.
TEST(supervision_alone) {
    assert_nothing_alone("data_zone_supervision");
}

static double settled_share(const Experiment *experiment, int32_t day) {
    const Effects effects = effects_on(experiment, day);
    return 1 - effect_share_left(&effects, 0, EFFECT_VILLAGE_UNSETTLED, 1);
}

// Half of village clinics are covered, all of which settle. A quarter sooner: of a ramp of 8 months
// the first four are 4 / 6 of the way. Next to a reform of care in full force it makes up 0.4 of
// the half that is lacking; next to another of insurance, nothing.
TEST(synergy) {
    const int32_t full = calendar_day(2023, 1, 1);
    for (int beside = 0; beside < 3; beside++) {
        static const char *const names[] = {NULL, "county_medical_consortium",
                                            "insurance_referral_leverage"};
        tiny_read(&base.experiment, YEARS);
        Reform *village =
            tiny_reform(&base.experiment, "village_clinic_insurance_coverage", 2022, 0.5);
        village->value[0] = 1;
        village->ramp_months = 8;
        if (names[beside]) tiny_reform(&base.experiment, names[beside], 2022, 1);
        const int32_t early = village->start_day + 91;
        ck_assert_double_eq_tol(settled_share(&base.experiment, early), 0.5 * 92 / (8 * 30.4375),
                                1e-8);
        Reform *synergy =
            tiny_reform(&base.experiment, "three_medical_six_medical_synergy", 2022, 1);
        synergy->value[0] = 0.25;
        synergy->value[1] = 0;
        ck_assert_double_eq_tol(settled_share(&base.experiment, early), 0.5 * 92 / (6 * 30.4375),
                                1e-8);
        synergy->value[1] = 0.4;
        ck_assert_double_eq_tol(settled_share(&base.experiment, full),
                                beside == 1 ? 0.5 + 0.4 * 0.5 : 0.5, 1e-8);
        experiment_free(&base.experiment);
    }
}

int main(void) {
    const Claim claims[] = {
        CLAIM("settlement that attracts nobody changes what is registered, and nothing else",
              only_registered),
        CLAIM("settlement attracts by its price, from other provinces only", attracted),
        CLAIM("beds taken by those attracted are missing for residents", beds_taken),
        CLAIM("doctors drawn to city hospitals are missing in their counties", drawn_up),
        CLAIM("doctors lent to a county are missing in the city", lent),
        CLAIM("all levers at their strongest make no doctor", conserved),
        CLAIM("equipment without a doctor treats nobody", empty_clinics),
        CLAIM("insurance with the same terms for every way is off", equal_terms),
        CLAIM("people expect to pay by the terms of their way", expected_terms),
        CLAIM("whoever files care outside, or is spared a deductible, pays less", cheaper_outside),
        CLAIM("a courtyard pools doctors and closes nothing", courtyard),
        CLAIM("a courtyard's centres refer to their lead, and there is none without courtyards",
              to_the_lead),
        CLAIM("teams at markets are missing at home, and no more go out than there are", markets),
        CLAIM("a green channel saves a step and the minutes it says, and moves nothing else",
              channel),
        CLAIM("referrals to TCM hospitals are taken from the general ones", tcm),
        CLAIM("TCM hospitals draw by choice and can do more for chronic cases only", tcm_pulls),
        CLAIM("synergy alone changes nothing", synergy_alone),
        CLAIM("supervision changes nothing where nobody answers to payment", supervision_alone),
        CLAIM("synergy makes reforms act sooner, and fills up those beside another sector",
              synergy),
        CLAIM("insurance that favours referral moves people to the ordered way", the_ordered_way),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
