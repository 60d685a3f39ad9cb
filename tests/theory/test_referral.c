// SPDX-License-Identifier: MIT
#include "day/seek.h"
#include "support/chance.h"
#include "support/trial.h"
#include "unit/claim.h"

#include <gsl/gsl_linalg.h>
#include <gsl/gsl_matrix.h>
#include <gsl/gsl_permutation.h>
#include <math.h>

// Cases of one disease group and complexity arise in one township and climb until they are settled
// or given up. No place is ever full and nobody needs a bed, so that the kind of institution is a
// Markov chain; the expected visits of a case to each kind are the row of (I - P)^-1 where it began
// (Kemeny and Snell 1960, theorem 3.2.4).

enum { TOWNSHIP = 1, CASES = 18000, CASES_A_DAY = 2000, DAYS_OF_CLIMBING = 18 };

typedef struct Ladder {
    Disease disease;
    uint8_t complexity; // 1/32 unit
    Kind start;
} Ladder;

static Trial trial;

static void prepare(void) {
    City *city = trial_prepare(&trial);
    Parameters *p = &city->parameters;
    made_up_good_health(p);
    p->people.absent_insured = 0;
    p->people.employee_share = 0;
    p->people.contract_share_under_65 = p->people.contract_share_65 = 0;
    p->people.births_per_1000 = p->people.mortality_level = 0;
    p->visitors.visits_per_1000 = 0;
    p->demand.still_ill_share = 0;
    p->care.gives_up_share = 0.13;
    for (int kind = 0; kind < KIND_COUNT; kind++)
        p->kind[kind].slot_stretch = 1000;
}

// The facility of a kind that people of the township come to first.
static uint16_t facility_of(Kind kind) {
    const Route *route = &trial.simulation.routes.row[TOWNSHIP][kind];
    ck_assert_int_gt(route->count, 0);
    return route->way[0].facility;
}

// ---- the chain

static const ChoiceCell *cell_of(const Ladder *ladder) {
    const unsigned class = choice_class(disease_class[ladder->disease], ladder->complexity, 0);
    return choice_cell(&trial.simulation.visits, TOWNSHIP, SCHEME_RESIDENT, 0, class);
}

static double unsettled_share(const Ladder *ladder, Kind kind) {
    if (kind == KIND_OUTSIDE_PROVINCE) return 0;
    const Facility *facility = &trial.simulation.facilities.row[facility_of(kind)];
    const double able = facility->capability[disease_class[ladder->disease]];
    const double margin = (able - ladder->complexity) / COMPLEXITY_UNIT;
    return 1 / (1 + exp(margin / trial.experiment.city.parameters.care.settle_tau));
}

// Where an institution of this kind sends a case that is neither maternal nor chronic.
static Kind kind_above(Kind kind) {
    return kind <= KIND_PRIVATE_CLINIC    ? KIND_TOWNSHIP_CENTRE
           : kind == KIND_TOWNSHIP_CENTRE ? KIND_COUNTY_GENERAL
           : kind < KIND_CITY_HOSPITAL    ? KIND_CITY_HOSPITAL
                                          : (Kind)(kind + 1);
}

// Rungs, from the village up; who finds their own way takes any higher rung.
static int rung(Kind kind) {
    return kind <= KIND_PRIVATE_CLINIC    ? 0
           : kind == KIND_TOWNSHIP_CENTRE ? 1
           : kind < KIND_CITY_HOSPITAL    ? 2
                                          : 3 + (int)kind - KIND_CITY_HOSPITAL;
}

static double own_way_share(const ChoiceCell *cell, Kind from, Kind to) {
    double all = 0, one = 0;
    for (int kind = KIND_VILLAGE_CLINIC; kind < KIND_COUNT; kind++) {
        const double share = cell->now[kind] - cell->now[kind - 1];
        all += rung((Kind)kind) > rung(from) ? share : 0;
        one += rung((Kind)kind) > rung(from) && kind == (int)to ? share : 0;
    }
    return all > 0 ? one / all : 0;
}

static double step_share(const Ladder *ladder, Kind from, Kind to) {
    const Care *care = &trial.experiment.city.parameters.care;
    const double formal = to == kind_above(from) ? care->formal_referral_share : 0;
    const double own = (1 - care->formal_referral_share) * (1 - care->gives_up_share) *
                       own_way_share(cell_of(ladder), from, to);
    return unsettled_share(ladder, from) * (formal + own);
}

// Expected visits of a case to each kind.
static void expected_visits(const Ladder *ladder, double visits[KIND_COUNT]) {
    gsl_matrix *rest = gsl_matrix_alloc(KIND_COUNT, KIND_COUNT);
    gsl_matrix *inverse = gsl_matrix_alloc(KIND_COUNT, KIND_COUNT);
    gsl_permutation *order = gsl_permutation_alloc(KIND_COUNT);
    gsl_matrix_set_identity(rest);
    for (size_t from = KIND_VILLAGE_CLINIC; from < KIND_OUTSIDE_PROVINCE; from++)
        for (size_t to = KIND_VILLAGE_CLINIC; to < KIND_COUNT; to++)
            *gsl_matrix_ptr(rest, from, to) -= step_share(ladder, (Kind)from, (Kind)to);
    int sign;
    gsl_linalg_LU_decomp(rest, order, &sign);
    gsl_linalg_LU_invert(rest, order, inverse);
    for (size_t kind = 0; kind < KIND_COUNT; kind++)
        visits[kind] = gsl_matrix_get(inverse, ladder->start, kind);
    gsl_permutation_free(order);
    gsl_matrix_free(inverse);
    gsl_matrix_free(rest);
}

// ---- the climb

static void put_cases(const Ladder *ladder, uint32_t from) {
    Shard *shard = &trial.simulation.shard[trial.experiment.city.townships[TOWNSHIP].county];
    const uint32_t first = trial.simulation.residents.township_first[TOWNSHIP];
    for (uint32_t i = from; i < from + CASES_A_DAY; i++) {
        const Request request = {.person = first + i,
                                 .key = request_key(PRIORITY_PLAIN, i * 2654435761u),
                                 .facility = facility_of(ladder->start) & 0xFFFu,
                                 .without = ladder->start & 15u,
                                 .ordinal = 7,
                                 .complexity = ladder->complexity,
                                 .disease = ladder->disease & 31u,
                                 .contact = CONTACT_ACUTE};
        ck_assert_int_eq(trial.simulation.residents.resident[request.person].alive, 1);
        request_list_add(&shard->tomorrow, &request);
    }
    shard->tally->count[COUNT_OPENED] += CASES_A_DAY;
}

static int64_t visits_to(Kind kind) {
    int64_t visits = 0;
    const Shard *shard = &trial.simulation.shard[trial.experiment.city.townships[TOWNSHIP].county];
    for (int place = 0; place < PLACES; place++)
        visits += shard->tally->visit_at[PRESENT][place][kind].visits;
    return visits;
}

// Each kind is visited at most once on the way up, so the number of visits is binomial.
static void assert_climb(const Ladder *ladder) {
    prepare();
    trial_begin(&trial);
    trial_live(&trial, 1);
    for (uint32_t from = 0; from < CASES; from += CASES_A_DAY) {
        put_cases(ladder, from);
        trial_live(&trial, 1);
    }
    trial_live(&trial, DAYS_OF_CLIMBING);

    double expected[KIND_COUNT];
    expected_visits(ladder, expected);
    for (int kind = KIND_VILLAGE_CLINIC; kind < KIND_COUNT; kind++) {
        const int64_t visits = visits_to((Kind)kind);
        if (expected[kind] <= 0 || kind == (int)ladder->start)
            ck_assert_int_eq(visits, kind == (int)ladder->start ? CASES : 0);
        else
            ck_assert_msg(misses_by((double)visits, CASES, expected[kind]) <= 3.5,
                          "kind %d: %ld visits, the chain says %.1f (%.1f standard errors)", kind,
                          (long)visits, CASES * expected[kind],
                          misses_by((double)visits, CASES, expected[kind]));
    }
    const int64_t *count = trial.simulation.shard[0].tally->count;
    ck_assert_int_eq(count[COUNT_SETTLED] + count[COUNT_GAVE_UP], CASES);
    ck_assert_int_eq(count[COUNT_UP_SENT], count[COUNT_UP_ARRIVED]);
    ck_assert_int_eq(count[COUNT_REFUSED], 0);
    trial_end(&trial);
}

TEST(from_the_village) {
    assert_climb(&(Ladder){DISEASE_DIGESTIVE, 83, KIND_VILLAGE_CLINIC});
}

TEST(from_the_township) {
    assert_climb(&(Ladder){DISEASE_HEART, 117, KIND_TOWNSHIP_CENTRE});
}

TEST(from_the_county) {
    assert_climb(&(Ladder){DISEASE_INJURY, 151, KIND_COUNTY_TCM});
}

TEST(from_the_city) {
    assert_climb(&(Ladder){DISEASE_NEOPLASM, 190, KIND_CITY_HOSPITAL});
}

int main(void) {
    const Claim claims[] = {
        CLAIM("cases from the village climb as (I - P)^-1 says, kind by kind", from_the_village),
        CLAIM("cases from the township centre climb as (I - P)^-1 says", from_the_township),
        CLAIM("cases from a county hospital climb as (I - P)^-1 says", from_the_county),
        CLAIM("cases from the city hospital climb as (I - P)^-1 says", from_the_city),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
