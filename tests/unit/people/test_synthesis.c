// SPDX-License-Identifier: MIT
#include "people/synthesis.h"
#include "base/calendar.h"
#include "people/condition.h"
#include "support/city.h"
#include "unit/claim.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <omp.h>
#include <string.h>

enum { FIVE_YEAR_GROUPS = 18, DAYS = 3652 };

typedef struct Fixture {
    MadeUpCity made;
    Hazards hazards;
    Clock clock;
    Residents residents;
    Report report;
} Fixture;

static void populate(Fixture *fixture, uint32_t scale, uint64_t seed) {
    const City *city = &fixture->made.city;
    report_init(&fixture->report);
    hazards_init(&fixture->hazards, city);
    clock_init(&fixture->clock, city, calendar_day(2021, 1, 1), DAYS, fixture->hazards.bound,
               &fixture->report);
    residents_init(&fixture->residents, city, scale, 10, &fixture->report);
    ck_assert_uint_eq(fixture->report.count, 0);
    population_synthesise(&fixture->residents, city, &fixture->hazards, &fixture->clock,
                          draw_key(seed, 0));
}

static const City *begin(Fixture *fixture) {
    made_up_city(&fixture->made);
    populate(fixture, 1, 11);
    return &fixture->made.city;
}

static void end(Fixture *fixture) {
    clock_free(&fixture->clock);
    residents_free(&fixture->residents);
    report_free(&fixture->report);
}

static int age_of(const Fixture *fixture, uint32_t person) {
    return resident_age(&fixture->residents.resident[person], fixture->clock.first_day);
}

static int county_of(const Fixture *fixture, uint32_t person) {
    return fixture->made.townships[resident_township(&fixture->residents, person)].county;
}

// Standard errors between a count among `all` and a share of them.
static double misses_by(double count, double all, double share) {
    return fabs(count - all * share) / sqrt(all * share * (1 - share));
}

// ---- heads

TEST(heads_are_exact) {
    static const uint32_t scales[] = {1, 10, 50};
    for (int s = 0; s < 3; s++) {
        static Fixture fixture;
        made_up_city(&fixture.made);
        populate(&fixture, scales[s], 11);
        const Residents *residents = &fixture.residents;
        for (int t = 0; t < MADE_UP_TOWNSHIPS; t++) {
            uint32_t present = 0, absent = 0;
            for (uint32_t p = residents->township_first[t]; p < residents->township_first[t + 1];
                 p++) {
                present += residents->resident[p].alive && !residents->resident[p].absent;
                absent += residents->resident[p].alive && residents->resident[p].absent;
            }
            const Headcount heads = township_headcount(&fixture.made.city, t, scales[s]);
            ck_assert_uint_eq(present, heads.residents);
            ck_assert_uint_eq(absent, heads.absent);
            ck_assert_uint_eq(residents->township_used[t], heads.residents + heads.absent);
        }
        end(&fixture);
    }
}

TEST(a_clean_start) {
    static Fixture fixture;
    begin(&fixture);
    for (uint32_t p = 0; p < fixture.residents.slots; p++) {
        const Resident *resident = &fixture.residents.resident[p];
        const Outpatient none = {0};
        ck_assert(memcmp(&fixture.residents.outpatient[p], &none, sizeof none) == 0);
        if (!resident->alive) {
            ck_assert(fixture.residents.due_day[p] == NEVER);
            continue;
        }
        ck_assert(resident->bed == NO_BED && resident->ordinal == 0 && resident->colour == 0);
        ck_assert(resident->last_kind == KIND_NONE && resident->discharge_day == 0);
    }
    end(&fixture);
}

// ---- ages

typedef struct Ages {
    double all, to_15, from_60, from_65;
} Ages;

static Ages count_ages(const Fixture *fixture, int county) {
    Ages ages = {0};
    for (uint32_t p = 0; p < fixture->residents.slots; p++) {
        const Resident *resident = &fixture->residents.resident[p];
        if (!resident->alive || resident->absent || county_of(fixture, p) != county) continue;
        const int age = age_of(fixture, p);
        ages.all++;
        ages.to_15 += age <= 15;
        ages.from_60 += age >= 60;
        ages.from_65 += age >= 65;
    }
    return ages;
}

static void assert_county_margins(const Fixture *fixture) {
    const City *city = &fixture->made.city;
    const People *people = &city->parameters.people;
    for (int c = 0; c < MADE_UP_COUNTIES; c++) {
        const Ages ages = count_ages(fixture, c);
        const double old = city->counties[c].share_60;
        const double tilt = old / people->share_60;
        const double young = people->share_0_15 * (1 - old) / (1 - people->share_60);
        ck_assert_double_lt(misses_by(ages.from_60, ages.all, old), 3.5);
        ck_assert_double_lt(misses_by(ages.from_65, ages.all, people->share_65 * tilt), 3.5);
        ck_assert_double_lt(misses_by(ages.to_15, ages.all, young), 3.5);
    }
}

TEST(county_margins) {
    static Fixture fixture;
    begin(&fixture);
    assert_county_margins(&fixture);
    end(&fixture);
}

static const City *begin_young(Fixture *fixture) {
    City *city = made_up_city(&fixture->made);
    city->parameters.people.share_0_15 = 0.43;
    city->parameters.people.share_60 = 0.081;
    city->parameters.people.share_65 = 0.047;
    city->counties[0].share_60 = 0.093;
    city->counties[1].share_60 = 0.072;
    populate(fixture, 1, 13);
    return city;
}

TEST(margins_far_from_the_pyramid) {
    static Fixture fixture;
    begin_young(&fixture);
    assert_county_margins(&fixture);
    end(&fixture);
}

TEST(city_margins) {
    static Fixture fixture;
    const City *city = begin(&fixture);
    const People *people = &city->parameters.people;
    const Ages hill = count_ages(&fixture, 0), river = count_ages(&fixture, 1);
    const double all = hill.all + river.all;
    ck_assert_double_lt(misses_by(hill.from_60 + river.from_60, all, people->share_60), 3.5);
    ck_assert_double_lt(misses_by(hill.from_65 + river.from_65, all, people->share_65), 3.5);
    ck_assert_double_lt(misses_by(hill.to_15 + river.to_15, all, people->share_0_15), 3.5);
    end(&fixture);
}

static void count_groups(const Fixture *fixture, unsigned absent, double count[FIVE_YEAR_GROUPS]) {
    for (uint32_t p = 0; p < fixture->residents.slots; p++) {
        const Resident *resident = &fixture->residents.resident[p];
        if (!resident->alive || resident->absent != absent) continue;
        const int group = age_of(fixture, p) / 5;
        count[group < FIVE_YEAR_GROUPS ? group : FIVE_YEAR_GROUPS - 1]++;
    }
}

// Chi-square of the groups [from, to) against shares of their own sum; asserts that chance allows
// it.
static void assert_shares(const double *count, const double *share, int from, int to) {
    double counted = 0, shared = 0, chi_square = 0;
    for (int g = from; g < to; g++) {
        counted += count[g];
        shared += share[g];
    }
    for (int g = from; g < to; g++) {
        const double expected = counted * share[g] / shared;
        if (expected > 0)
            chi_square += pow(count[g] - expected, 2) / expected;
        else
            ck_assert_double_eq(count[g], 0);
    }
    ck_assert_double_gt(gsl_cdf_chisq_Q(chi_square, to - from - 1), 1e-4);
}

TEST(pyramid_between_the_margins) {
    static Fixture fixture;
    const City *city = begin(&fixture);
    const double *pyramid = (const double *)(const void *)&city->parameters.pyramid;
    double count[FIVE_YEAR_GROUPS] = {0};
    count_groups(&fixture, 0, count);
    assert_shares(count, pyramid, 0, 3);   // under 15
    assert_shares(count, pyramid, 4, 12);  // 20 to 59
    assert_shares(count, pyramid, 13, 18); // 65 and over
    end(&fixture);
}

// What a range of groups gained against the pyramid.
static double gain(const double *count, const double *pyramid, int from, int to) {
    double counted = 0, shared = 0;
    for (int g = from; g < to; g++) {
        counted += count[g];
        shared += pyramid[g];
    }
    return counted / shared;
}

TEST(the_group_that_is_cut) {
    static Fixture fixture;
    const City *city = begin_young(&fixture);
    const double *pyramid = (const double *)(const void *)&city->parameters.pyramid;
    double count[FIVE_YEAR_GROUPS] = {0};
    count_groups(&fixture, 0, count);
    const double expected =
        pyramid[3] * (gain(count, pyramid, 0, 3) + 4 * gain(count, pyramid, 4, 12)) / 5;
    ck_assert_double_eq_tol(count[3], expected, 4 * sqrt(expected));
    end(&fixture);
}

TEST(ages_within_a_group) {
    static Fixture fixture;
    begin(&fixture);
    double within[5] = {0}, oldest[10] = {0}, even[10];
    for (int i = 0; i < 10; i++)
        even[i] = 1;
    for (uint32_t p = 0; p < fixture.residents.slots; p++) {
        if (!fixture.residents.resident[p].alive) continue;
        const int age = age_of(&fixture, p);
        ck_assert(age < 95);
        if (age < 85)
            within[age % 5]++;
        else
            oldest[age - 85]++;
    }
    assert_shares(within, even, 0, 5);
    assert_shares(oldest, even, 0, 10);
    end(&fixture);
}

TEST(absent_have_their_own_ages) {
    static Fixture fixture;
    const City *city = begin(&fixture);
    const double *absence = (const double *)(const void *)&city->parameters.absence;
    double count[FIVE_YEAR_GROUPS] = {0};
    count_groups(&fixture, 1, count);
    assert_shares(count, absence, 0, FIVE_YEAR_GROUPS);
    end(&fixture);
}

TEST(birthdays_are_even) {
    static Fixture fixture;
    begin(&fixture);
    double month[12] = {0}, days[12];
    for (int m = 0; m < 12; m++)
        days[m] = m == 1 ? 28.25 : calendar_days_of_month(2021, m + 1);
    for (uint32_t p = 0; p < fixture.residents.slots; p++) {
        if (!fixture.residents.resident[p].alive) continue;
        int year, of_year, day;
        calendar_split(fixture.residents.resident[p].birth_day - DAYS_1900_TO_2021, &year, &of_year,
                       &day);
        month[of_year - 1]++;
    }
    assert_shares(month, days, 0, 12);
    end(&fixture);
}

// ---- what follows from age and place

TEST(sexes) {
    static Fixture fixture;
    const City *city = begin(&fixture);
    double men[4] = {0}, all[4] = {0};
    for (uint32_t p = 0; p < fixture.residents.slots; p++) {
        if (!fixture.residents.resident[p].alive) continue;
        const int quarter = age_of(&fixture, p) / 25;
        men[quarter] += fixture.residents.resident[p].sex == MALE;
        all[quarter]++;
    }
    for (int quarter = 0; quarter < 4; quarter++)
        ck_assert_double_lt(
            misses_by(men[quarter], all[quarter], city->parameters.people.male_share), 3.5);
    end(&fixture);
}

TEST(employees) {
    static Fixture fixture;
    const City *city = begin(&fixture);
    double employed = 0, all = 0;
    for (uint32_t p = 0; p < fixture.residents.slots; p++) {
        const Resident *resident = &fixture.residents.resident[p];
        if (!resident->alive) continue;
        const int age = age_of(&fixture, p);
        all++;
        employed += resident->scheme != SCHEME_RESIDENT;
        if (resident->scheme == SCHEME_EMPLOYEE)
            ck_assert(age >= 18 && age < 60 && !resident->absent);
        if (resident->scheme == SCHEME_RETIRED) ck_assert(age >= 60 && !resident->absent);
    }
    ck_assert_double_lt(misses_by(employed, all, city->parameters.people.employee_share), 3.5);
    end(&fixture);
}

TEST(employees_live_in_town) {
    static Fixture fixture;
    const City *city = begin(&fixture);
    double in[2] = {0}, out[2] = {0};
    for (uint32_t p = 0; p < fixture.residents.slots; p++) {
        const Resident *resident = &fixture.residents.resident[p];
        if (!resident->alive || resident->absent || age_of(&fixture, p) < 18) continue;
        const int urban = city->townships[resident_township(&fixture.residents, p)].urban;
        if (resident->scheme == SCHEME_RESIDENT)
            out[urban]++;
        else
            in[urban]++;
    }
    const double log_ratio = log(in[1] / out[1] / (in[0] / out[0]));
    const double error = sqrt(1 / in[0] + 1 / in[1] + 1 / out[0] + 1 / out[1]);
    ck_assert_double_eq_tol(log_ratio, log(city->parameters.people.employee_urban_ratio),
                            3.5 * error);
    end(&fixture);
}

TEST(contracts) {
    static Fixture fixture;
    const City *city = begin(&fixture);
    double signed_by[2] = {0}, all[2] = {0}, poor = 0;
    for (uint32_t p = 0; p < fixture.residents.slots; p++) {
        const Resident *resident = &fixture.residents.resident[p];
        if (!resident->alive) continue;
        poor += resident->low_income;
        if (resident->absent) {
            ck_assert(!resident->contract);
            continue;
        }
        const int old = age_of(&fixture, p) >= 65;
        all[old]++;
        signed_by[old] += resident->contract;
    }
    const People *people = &city->parameters.people;
    ck_assert_double_lt(misses_by(signed_by[0], all[0], people->contract_share_under_65), 3.5);
    ck_assert_double_lt(misses_by(signed_by[1], all[1], people->contract_share_65), 3.5);
    ck_assert_double_lt(
        misses_by(poor, MADE_UP_RESIDENTS + people->absent_insured, people->low_income_share), 3.5);
    end(&fixture);
}

TEST(frailties) {
    static Fixture fixture;
    begin(&fixture);
    static double permanent[FRAILTY_CLASSES], yearly[FRAILTY_CLASSES], even[FRAILTY_CLASSES];
    double product = 0, all = 0;
    for (int i = 0; i < FRAILTY_CLASSES; i++)
        even[i] = 1;
    for (uint32_t p = 0; p < fixture.residents.slots; p++) {
        const Resident *resident = &fixture.residents.resident[p];
        if (!resident->alive) continue;
        permanent[resident->frailty_permanent]++;
        yearly[resident->frailty_yearly]++;
        product += (resident->frailty_permanent - 127.5) * (resident->frailty_yearly - 127.5);
        all++;
    }
    assert_shares(permanent, even, 0, FRAILTY_CLASSES);
    assert_shares(yearly, even, 0, FRAILTY_CLASSES);
    ck_assert_double_lt(fabs(product) / (256 * 256 / 12.0) / sqrt(all), 3.5); // no correlation
    end(&fixture);
}

// ---- conditions

TEST(prevalence) {
    static Fixture fixture;
    const City *city = begin(&fixture);
    for (int c = 0; c < CONDITION_COUNT; c++)
        for (int from = 0; from < 100; from += 25) {
            double have = 0, expected = 0, variance = 0;
            for (uint32_t p = 0; p < fixture.residents.slots; p++) {
                const Resident *resident = &fixture.residents.resident[p];
                const int age = age_of(&fixture, p);
                if (!resident->alive || age < from || age >= from + 25) continue;
                const double share =
                    condition_prevalence(&city->parameters.condition[c], resident->sex, age);
                have += condition_stage(resident->conditions, c) != STAGE_NONE;
                expected += share;
                variance += share * (1 - share);
            }
            ck_assert_double_le(fabs(have - expected), 4 * sqrt(variance));
        }
    end(&fixture);
}

TEST(first_stages) {
    static Fixture fixture;
    const City *city = begin(&fixture);
    for (int c = 0; c < CONDITION_COUNT; c++) {
        double count[STAGE_COUNT] = {0}, share[STAGE_COUNT];
        for (uint32_t p = 0; p < fixture.residents.slots; p++)
            if (fixture.residents.resident[p].alive)
                count[condition_stage(fixture.residents.resident[p].conditions, c)]++;
        condition_stationary(&city->parameters.condition[c], share);
        assert_shares(count, share, STAGE_UNDIAGNOSED, STAGE_COUNT);
    }
    end(&fixture);
}

// ---- the first need

// Chance that a person's first need falls before operational time `to`.
static double chance_before(double rate, double to) {
    return -expm1(-rate * to);
}

static double rate_of(const Fixture *fixture, uint32_t person) {
    const Resident *resident = &fixture->residents.resident[person];
    return hazard_rate(&fixture->hazards, resident->frailty_permanent, resident->frailty_yearly,
                       resident->sex, fixture->hazards.band_of_age[age_of(fixture, person)],
                       resident->conditions);
}

TEST(first_needs) {
    static Fixture fixture;
    begin(&fixture);
    static const int edges[] = {0, 4, 15, 40, 90, 200, 400, 900, 1800, DAYS};
    enum { CELLS = sizeof edges / sizeof *edges }; // the last is never
    double count[CELLS] = {0}, expected[CELLS] = {0};
    const Clock *clock = &fixture.clock;
    for (uint32_t p = 0; p < fixture.residents.slots; p++) {
        if (!fixture.residents.resident[p].alive) continue;
        const double rate = rate_of(&fixture, p);
        const uint16_t due = fixture.residents.due_day[p];
        int cell = 0;
        while (cell + 1 < CELLS && due >= edges[cell + 1])
            cell++;
        count[cell]++;
        for (int i = 0; i + 1 < CELLS; i++)
            expected[i] += chance_before(rate, clock->begins[edges[i + 1]]) -
                           chance_before(rate, clock->begins[edges[i]]);
        expected[CELLS - 1] += 1 - chance_before(rate, clock->begins[DAYS]);
    }
    assert_shares(count, expected, 0, CELLS);
    end(&fixture);
}

// Where in its own law a person's first need falls, 0 to 1; those of never are few.
static double place_in_law(const Fixture *fixture, uint32_t person) {
    const Moment due = {fixture->residents.due_day[person],
                        fixture->residents.resident[person].due_fraction};
    if (due.day == NEVER) return 1;
    return chance_before(rate_of(fixture, person), clock_at(&fixture->clock, due));
}

TEST(first_needs_of_neighbours) {
    static Fixture fixture;
    begin(&fixture);
    double sum = 0, pairs = 0;
    for (uint32_t p = 0; p + 1 < fixture.residents.slots; p += 2) {
        if (!fixture.residents.resident[p + 1].alive) continue;
        sum += (place_in_law(&fixture, p) - 0.5) * (place_in_law(&fixture, p + 1) - 0.5);
        pairs++;
    }
    ck_assert_double_lt(fabs(sum * 12 / sqrt(pairs)), 3.5);
    end(&fixture);
}

// ---- the same people

static int same_people(const Residents *a, const Residents *b) {
    return a->slots == b->slots &&
           memcmp(a->resident, b->resident, a->slots * sizeof *a->resident) == 0 &&
           memcmp(a->due_day, b->due_day, a->slots * sizeof *a->due_day) == 0;
}

TEST(threads_do_not_matter) {
    static Fixture one, more;
    omp_set_num_threads(1);
    begin(&one);
    for (int threads = 2; threads <= 3; threads++) {
        omp_set_num_threads(threads);
        begin(&more);
        const int same = same_people(&one.residents, &more.residents);
        ck_assert(same);
        end(&more);
    }
    end(&one);
}

TEST(seeds_matter) {
    static Fixture one, other;
    begin(&one);
    made_up_city(&other.made);
    populate(&other, 1, 12);
    uint32_t same = 0, all = 0;
    for (uint32_t p = 0; p < one.residents.slots; p++)
        if (one.residents.resident[p].alive) {
            same += one.residents.resident[p].birth_day == other.residents.resident[p].birth_day;
            all++;
        }
    ck_assert_uint_lt(same, all / 1000);
    end(&one);
    end(&other);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("each township holds its headcount, present and absent, at 1, 10 and 50",
              heads_are_exact),
        CLAIM("nobody starts in a bed, with a visit behind them or money spent", a_clean_start),
        CLAIM("each county has its share of 0-15, 60+ and 65+ within binomial error",
              county_margins),
        CLAIM("a county far younger than the province's pyramid has its shares all the same",
              margins_far_from_the_pyramid),
        CLAIM("the city has its share of 0-15, 60+ and 65+ within binomial error", city_margins),
        CLAIM("between the margins ages are the province's", pyramid_between_the_margins),
        CLAIM("the group that a margin cuts takes a fifth from one side and four from the other",
              the_group_that_is_cut),
        CLAIM("within a group of ages all are alike, and the oldest are under 95",
              ages_within_a_group),
        CLAIM("the absent have the ages of the absent", absent_have_their_own_ages),
        CLAIM("birthdays are spread evenly over the year", birthdays_are_even),
        CLAIM("men are their share at every age", sexes),
        CLAIM("the employee scheme has its share of all insured; retired from 60, none under 18",
              employees),
        CLAIM("the odds of the employee scheme in town and country differ by their ratio",
              employees_live_in_town),
        CLAIM("contracts and medical assistance have their shares; the absent sign none",
              contracts),
        CLAIM("both frailties are evenly drawn and know nothing of each other", frailties),
        CLAIM("each condition has its prevalence by sex and age", prevalence),
        CLAIM("stages of care start from their stationary law", first_stages),
        CLAIM("first needs come as each person's rate says", first_needs),
        CLAIM("neighbours fall ill independently", first_needs_of_neighbours),
        CLAIM("one, two and three threads make the same people", threads_do_not_matter),
        CLAIM("another seed makes other people", seeds_matter),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
