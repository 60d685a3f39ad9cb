// SPDX-License-Identifier: MIT
#include "study/blocks.h"

#include "config/fingerprint.h"
#include "study/synthetic.h"
#include "support/city.h"
#include "unit/claim.h"

#include <math.h>
#include <string.h>

// Two levers: one that switches a contract on, one that does not.
static const LeverInfo levers[] = {{.name = "signing"},
                                   {.name = "points", .contract_for = "stays"}};
enum { SIGNING, POINTS, LEVERS };

static MadeUpCity made[2];
static Experiment here, there, swapped;
static Report problems;

static void put(Experiment *experiment, MadeUpCity *of, const char *id) {
    *experiment = (Experiment){.id = id, .title_zh = "", .title_en = ""};
    experiment->city = *made_up_city(of);
    experiment->city.id = id;
}

static Reform *add(Experiment *experiment, int lever, double coverage) {
    Reform *reform = &experiment->reforms[experiment->reform_count++];
    *reform = (Reform){.lever = lever, .coverage = coverage, .end_day = NO_END, .file = "test"};
    for (int which = 0; which < REFORM_NUMBERS; which++)
        reform->evidence[which].source = "";
    return reform;
}

static void set_up(void) {
    put(&here, &made[0], "here");
    put(&there, &made[1], "there");
    report_init(&problems);
}

static void swap(Block block) {
    ck_assert_int_eq(block_swap(&swapped, &here, &there, block, levers, LEVERS, &problems),
                     STATUS_OK);
}

static void tear_down(void) {
    experiment_free(&swapped);
    report_free(&problems);
}

TEST(own_block) {
    set_up();
    add(&here, SIGNING, 0.37)->in_county[1] = 1;
    add(&here, POINTS, 0.83)->in_county[0] = 1;
    fingerprint(&here, &(Levers){levers, LEVERS}, here.inputs_hash);
    for (int block = 0; block < BLOCKS; block++) {
        ck_assert_int_eq(
            block_swap(&swapped, &here, &here, (Block)block, levers, LEVERS, &problems), STATUS_OK);
        ck_assert(!block_moves(&swapped, &here));
        ck_assert_int_eq(memcmp(swapped.city.townships, here.city.townships,
                                here.city.township_count * sizeof(Township)),
                         0);
        ck_assert_int_eq(memcmp(swapped.city.institutions, here.city.institutions,
                                here.city.institution_count * sizeof(Institution)),
                         0);
        ck_assert_int_eq(
            memcmp(&swapped.city.parameters, &here.city.parameters, sizeof(Parameters)), 0);
        experiment_free(&swapped);
    }
    report_free(&problems);
}

TEST(ages) {
    set_up();
    there.city.parameters.people.share_60 = 1.21 * here.city.parameters.people.share_60;
    there.city.parameters.people.share_65 = 1.13 * here.city.parameters.people.share_65;
    there.city.parameters.money.price_level = 1.7;
    swap(BLOCK_AGE);
    ck_assert_double_eq(swapped.city.parameters.people.share_65,
                        there.city.parameters.people.share_65);
    ck_assert_double_eq_tol(swapped.city.counties[1].share_60,
                            1.21 * here.city.counties[1].share_60, 1e-12);
    ck_assert_double_eq(swapped.city.parameters.money.price_level,
                        here.city.parameters.money.price_level);
    ck_assert_double_eq(swapped.city.townships[1].minutes_to_city,
                        here.city.townships[1].minutes_to_city);
    tear_down();
}

// Four townships as large as each other: the far one here has the minutes of the far one there.
TEST(distance) {
    static const double mine[] = {11, 47, 23, 5}, theirs[] = {61, 19, 83, 7};
    static const double expected[] = {19, 83, 61, 7};
    set_up();
    for (int t = 0; t < MADE_UP_TOWNSHIPS; t++) {
        here.city.townships[t].minutes_to_city = mine[t];
        there.city.townships[t].minutes_to_city = theirs[t];
        here.city.townships[t].residents = MADE_UP_RESIDENTS / MADE_UP_TOWNSHIPS;
        there.city.townships[t].residents = MADE_UP_RESIDENTS / MADE_UP_TOWNSHIPS;
    }
    here.city.parameters.people.residents = MADE_UP_RESIDENTS / MADE_UP_TOWNSHIPS * 4;
    there.city.parameters.choice.outside_minutes_province = 271;
    swap(BLOCK_DISTANCE);
    for (int t = 0; t < MADE_UP_TOWNSHIPS; t++)
        ck_assert_double_eq(swapped.city.townships[t].minutes_to_city, expected[t]);
    ck_assert_double_eq(swapped.city.parameters.choice.outside_minutes_province, 271);
    tear_down();
}

static double beds_of(const City *city, int kind) {
    double beds = 0;
    for (uint32_t i = 0; i < city->institution_count; i++)
        if (city->institutions[i].kind == kind) beds += city->institutions[i].beds;
    return beds;
}

TEST(facilities) {
    set_up();
    for (uint32_t i = 0; i < there.city.institution_count; i++) {
        there.city.institutions[i].beds *= 3;
        there.city.institutions[i].doctors *= 1.7;
        there.city.institutions[i].recognition = 1;
        here.city.institutions[i].recognition = 0;
    }
    swap(BLOCK_FACILITIES);
    for (int kind = KIND_TOWNSHIP_CENTRE; kind <= KIND_CITY_HOSPITAL; kind++)
        ck_assert_double_eq(beds_of(&swapped.city, kind), 3 * beds_of(&here.city, kind));
    for (uint32_t i = 0; i < swapped.city.institution_count; i++) {
        const Institution *one = &swapped.city.institutions[i];
        if (one->county == NO_COUNTY) continue;
        ck_assert_int_eq(one->recognition, 1);
        ck_assert_double_eq_tol(one->doctors, 1.7 * here.city.institutions[i].doctors, 1e-9);
        ck_assert_int_eq(one->township, here.city.institutions[i].township);
    }
    tear_down();
}

// Gives the institutions of a kind beds, sites and, there, what each can do; the rows told apart.
static void put_sizes(City *city, int kind, const uint32_t *beds, const double *sites,
                      const double *offset) {
    int row = 0;
    for (uint32_t i = 0; i < city->institution_count; i++) {
        Institution *one = &city->institutions[i];
        if (one->kind != kind || one->county == NO_COUNTY) continue;
        one->beds = beds[row];
        one->sites = sites[row];
        one->capability_offset = offset[row++];
    }
    ck_assert_int_eq(row, 4);
}

static void assert_offsets(const City *city, int kind, const double *expected) {
    int row = 0;
    for (uint32_t i = 0; i < city->institution_count; i++) {
        const Institution *one = &city->institutions[i];
        if (one->kind == kind && one->county != NO_COUNTY)
            ck_assert_double_eq(one->capability_offset, expected[row++]);
    }
}

// Four centres. By beds the order here is 3, 1, 0, 2 and there 1, 2, 3, 0; by sites both are as in
// the table. Four rows of clinics have no beds, and go by sites: 2, 0, 3, 1 here and as in the
// table there.
TEST(larger_like_larger) {
    static const uint32_t mine[] = {17, 41, 7, 59}, theirs[] = {13, 97, 61, 29}, none[4] = {0};
    static const double falling[] = {4, 3, 2, 1}, mixed[] = {3, 1, 7, 2}, zero[4] = {0};
    static const double offset[] = {0.11, 0.23, 0.37, 0.53};
    static const double by_beds[] = {0.53, 0.37, 0.11, 0.23}, by_sites[] = {0.23, 0.53, 0.11, 0.37};
    set_up();
    put_sizes(&here.city, KIND_TOWNSHIP_CENTRE, mine, falling, zero);
    put_sizes(&there.city, KIND_TOWNSHIP_CENTRE, theirs, falling, offset);
    put_sizes(&here.city, KIND_VILLAGE_CLINIC, none, mixed, zero);
    put_sizes(&there.city, KIND_VILLAGE_CLINIC, none, falling, offset);
    swap(BLOCK_FACILITIES);
    assert_offsets(&swapped.city, KIND_TOWNSHIP_CENTRE, by_beds);
    assert_offsets(&swapped.city, KIND_VILLAGE_CLINIC, by_sites);
    tear_down();
}

TEST(numbers) {
    set_up();
    there.city.parameters.money.price_level = 1.31;
    there.city.parameters.pool[SCHEME_RESIDENT].ceiling += 87;
    swap(BLOCK_PRICE);
    ck_assert_double_eq(swapped.city.parameters.money.price_level, 1.31);
    ck_assert_double_eq(swapped.city.parameters.pool[SCHEME_RESIDENT].ceiling,
                        here.city.parameters.pool[SCHEME_RESIDENT].ceiling);
    experiment_free(&swapped);
    swap(BLOCK_PAYMENT);
    ck_assert_double_eq(swapped.city.parameters.money.price_level,
                        here.city.parameters.money.price_level);
    ck_assert_double_eq(swapped.city.parameters.pool[SCHEME_RESIDENT].ceiling,
                        there.city.parameters.pool[SCHEME_RESIDENT].ceiling);
    tear_down();
}

TEST(contracts) {
    set_up();
    add(&here, SIGNING, 0.37);
    add(&there, SIGNING, 0.59);
    add(&there, POINTS, 0.83)->in_county[0] = 1;
    swap(BLOCK_PAYMENT);
    ck_assert_int_eq(swapped.reform_count, 2);
    ck_assert_double_eq(swapped.reforms[0].coverage, 0.37);
    ck_assert_double_eq(swapped.reforms[1].coverage, 0.83);
    ck_assert_int_eq(swapped.reforms[1].in_county[0], 1);
    experiment_free(&swapped);
    swap(BLOCK_REFORMS);
    ck_assert_int_eq(swapped.reform_count, 1);
    ck_assert_double_eq(swapped.reforms[0].coverage, 0.59);
    tear_down();
}

TEST(none_twice) {
    for (int i = 0; i < PARAMETER_COUNT; i++) {
        int blocks = 0;
        for (int block = 0; block < BLOCKS; block++)
            blocks += block_holds((Block)block, i);
        ck_assert_int_le(blocks, 1);
    }
}

TEST(printed) {
    static Figure figures[] = {{.id = "members", .place = "here"},
                               {.id = "rules", .place = "china"}};
    set_up();
    here.city.figures = figures;
    here.city.figure_count = 2;
    Reform *reform = add(&here, SIGNING, 0.37);
    ck_assert(reform_is_synthetic(&here, reform));
    reform->evidence[REFORM_COVERAGE].source = "rules";
    ck_assert(reform_is_synthetic(&here, reform));
    reform->evidence[REFORM_COVERAGE].source = "rules;members";
    ck_assert(!reform_is_synthetic(&here, reform));
    report_free(&problems);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("a city given a block of its own is the same to the last bit", own_block),
        CLAIM("a city takes another's ages, and counties keep how they differ", ages),
        CLAIM("each township has the minutes of the township at the same share of people",
              distance),
        CLAIM("a city takes another's beds and doctors per head where its own stand", facilities),
        CLAIM("the larger by beds takes after the larger by beds, the bedless after sites",
              larger_like_larger),
        CLAIM("prices and what schemes pay are two blocks", numbers),
        CLAIM("contracts go with payment, other reforms by themselves", contracts),
        CLAIM("no number belongs to two blocks", none_twice),
        CLAIM("a reform is synthetic unless a figure of the place says how much takes part",
              printed),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
