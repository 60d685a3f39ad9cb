// SPDX-License-Identifier: MIT
#include "people/synthesis.h"

#include "people/condition.h"
#include "people/enrolment.h"

static const double DAYS_PER_YEAR = 365.25;

enum { FIVE_YEAR_GROUPS = 18 };

typedef struct AgeLaw {
    double cumulative[FIVE_YEAR_GROUPS]; // shares of the population
} AgeLaw;

typedef struct Synthesis {
    const City *city;
    AgeLaw resident[MOST_COUNTIES], absent;
    EmployeeShares employees;
    double stage[CONDITION_COUNT][STAGE_COUNT]; // cumulative shares of those who have it
    DrawKey key;
    int32_t start; // day of the ages: the end of the warm-up
} Synthesis;

static const double *group_values(const void *section) {
    return section;
}

static AgeLaw cumulated(const double share[FIVE_YEAR_GROUPS]) {
    AgeLaw law;
    double all = 0, sum = 0;
    for (int g = 0; g < FIVE_YEAR_GROUPS; g++)
        all += share[g];
    for (int g = 0; g < FIVE_YEAR_GROUPS; g++) {
        sum += share[g];
        law.cumulative[g] = sum / all;
    }
    return law;
}

typedef struct Factors {
    double young, middle, from_60, from_65;
} Factors;

// Factors that bring the shares to the margins 0-15, 16-59, 60-64 and 65+. The group 15-19 is cut
// at its fifth, but its ages stay even: each of them moves with young / 5 + 4 middle / 5, so that
// the first two factors solve two equations.
static Factors fitted_factors(const double share[FIVE_YEAR_GROUPS], double target_0,
                              double target_60, double target_65) {
    double young = share[0] + share[1] + share[2] + share[3] / 25.0;
    double middle = share[3] * 16.0 / 25.0, old = 0;
    const double cut = share[3] * 4.0 / 25.0, target_16 = 1.0 - target_0 - target_60;
    for (int g = 4; g < 12; g++)
        middle += share[g];
    for (int g = 13; g < FIVE_YEAR_GROUPS; g++)
        old += share[g];
    const double determinant = young * middle - cut * cut;
    return (Factors){(target_0 * middle - target_16 * cut) / determinant,
                     (target_16 * young - target_0 * cut) / determinant,
                     (target_60 - target_65) / share[12], target_65 / old};
}

// Rakes the province's pyramid to the margins of the city, tilted to the county's share of 60+.
static AgeLaw raked(const City *city, const County *county) {
    const People *people = &city->parameters.people;
    const double *share = group_values(&city->parameters.pyramid);
    const double tilt = county->share_60 / people->share_60;
    const double target_60 = county->share_60, target_65 = people->share_65 * tilt;
    const double target_0 = people->share_0_15 * (1.0 - target_60) / (1.0 - people->share_60);
    const Factors factors = fitted_factors(share, target_0, target_60, target_65);

    double fitted[FIVE_YEAR_GROUPS];
    for (int g = 0; g < FIVE_YEAR_GROUPS; g++) {
        const double factor = g < 3     ? factors.young
                              : g == 3  ? factors.young / 5.0 + factors.middle * 4.0 / 5.0
                              : g < 12  ? factors.middle
                              : g == 12 ? factors.from_60
                                        : factors.from_65;
        fitted[g] = share[g] * factor;
    }
    return cumulated(fitted);
}

// Share of those old enough to work, 18 and over.
static double adult_share(const AgeLaw *law) {
    const double under_15 = law->cumulative[2], under_20 = law->cumulative[3];
    return 1.0 - under_15 - (under_20 - under_15) * 3.0 / 5.0;
}

// Country and town shares of the employee scheme among adults, from its share of all insured and
// the odds ratio.
static void fill_employee_shares(Synthesis *synthesis) {
    const People *people = &synthesis->city->parameters.people;
    double town = 0, adults = 0, residents = 0;
    for (uint32_t t = 0; t < synthesis->city->township_count; t++) {
        const Township *row = &synthesis->city->townships[t];
        const double here = row->residents * adult_share(&synthesis->resident[row->county]);
        residents += row->residents;
        adults += here;
        if (row->urban) town += here;
    }
    const double wanted = people->employee_share * (residents + people->absent_insured) / adults;

    double low = 0, high = 1;
    for (int i = 0; i < 60; i++) {
        const double rural = 0.5 * (low + high);
        const double odds = people->employee_urban_ratio * rural / (1.0 - rural);
        const double urban = odds / (1.0 + odds);
        if (urban * town / adults + rural * (1.0 - town / adults) < wanted)
            low = rural;
        else
            high = rural;
        synthesis->employees = (EmployeeShares){{rural, urban}};
    }
}

static void fill_ages(Synthesis *synthesis) {
    const City *city = synthesis->city;
    for (uint32_t c = 0; c < city->county_count; c++)
        synthesis->resident[c] = raked(city, &city->counties[c]);
    synthesis->absent = cumulated(group_values(&city->parameters.absence));
}

EmployeeShares population_employee_shares(const City *city) {
    Synthesis synthesis = {.city = city};
    fill_ages(&synthesis);
    fill_employee_shares(&synthesis);
    return synthesis.employees;
}

static void fill_stages(Synthesis *synthesis) {
    for (int c = 0; c < CONDITION_COUNT; c++) {
        double share[STAGE_COUNT];
        condition_stationary(&synthesis->city->parameters.condition[c], share);
        double sum = 0;
        for (int stage = 0; stage < STAGE_COUNT; stage++) {
            sum += share[stage];
            synthesis->stage[c][stage] = sum;
        }
    }
}

static int drawn_age_days(const AgeLaw *law, uint32_t word, uint32_t within) {
    const double u = draw_unit(word);
    int group = 0;
    while (group + 1 < FIVE_YEAR_GROUPS && u >= law->cumulative[group])
        group++;
    const double years = group + 1 < FIVE_YEAR_GROUPS ? 5.0 : 10.0;
    return (int)((5.0 * group + years * draw_unit(within)) * DAYS_PER_YEAR);
}

static Scheme drawn_scheme(const Synthesis *synthesis, int urban, int absent, int age,
                           uint32_t word) {
    const int adult = age >= YOUNGEST_EMPLOYEE;
    if (absent || !adult || draw_unit(word) >= synthesis->employees.of[urban])
        return SCHEME_RESIDENT;
    return age >= RETIREMENT_AGE ? SCHEME_RETIRED : SCHEME_EMPLOYEE;
}

static uint32_t drawn_conditions(const Synthesis *synthesis, unsigned sex, int age,
                                 uint32_t person) {
    uint32_t conditions = 0;
    for (int c = 0; c < CONDITION_COUNT; c++) {
        const ConditionRow *row = &synthesis->city->parameters.condition[c];
        const Draw draw = draw_at(synthesis->key, person, PURPOSE_SYNTHESIS, 1, (uint32_t)c);
        if (draw_unit(draw.word[0]) >= condition_prevalence(row, sex, age)) continue;

        int stage = STAGE_UNDIAGNOSED;
        while (stage + 1 < STAGE_COUNT && draw_unit(draw.word[1]) >= synthesis->stage[c][stage])
            stage++;
        conditions = condition_set(conditions, c, (Stage)stage);
    }
    return conditions;
}

static void settle_person(Residents *residents, const Synthesis *synthesis, int township,
                          uint32_t person, int absent) {
    const City *city = synthesis->city;
    const Township *row = &city->townships[township];
    const Draw who = draw_at(synthesis->key, person, PURPOSE_SYNTHESIS, 0, 0);
    const Draw what = draw_at(synthesis->key, person, PURPOSE_SYNTHESIS, 0, 1);
    const AgeLaw *law = absent ? &synthesis->absent : &synthesis->resident[row->county];

    const int age_days = drawn_age_days(law, who.word[0], who.word[1]);
    const int age = (int)((uint32_t)age_days * 4u / 1461u);
    const unsigned sex = draw_unit(who.word[2]) < city->parameters.people.male_share;

    Resident *resident = &residents->resident[person];
    *resident = (Resident){
        .birth_day = (uint16_t)(synthesis->start + DAYS_1900_TO_2021 - age_days),
        .bed = NO_BED,
        .township = (uint16_t)township,
        .frailty_permanent = (uint8_t)(what.word[0] >> 24),
        .frailty_yearly = (uint8_t)(what.word[0] >> 16),
    };
    resident->alive = 1;
    resident->absent = absent != 0;
    resident->urban = city->townships[township].urban != 0;
    resident->sex = sex & 1u;
    resident->scheme = drawn_scheme(synthesis, row->urban, absent, age, who.word[3]) & 3u;
    resident->contract = !absent && signs_contract(&city->parameters.people, age, what.word[1]);
    resident->low_income = draw_unit(what.word[2]) < city->parameters.people.low_income_share;
    resident->last_kind = KIND_NONE;
    resident->conditions = drawn_conditions(synthesis, sex, age, person) & 0x3FFFFu;
}

static void start_clock(Residents *residents, const Hazards *hazards, const Opening *opening,
                        uint32_t person) {
    Resident *resident = &residents->resident[person];
    const int age = resident_age(resident, opening->ages_on);
    const double rate =
        hazard_rate(hazards, resident->frailty_permanent, resident->frailty_yearly, resident->sex,
                    hazards->band_of_age[age & 127], resident->conditions);
    const Draw draw = draw_at(opening->key, person, PURPOSE_START, 0, 0);
    const Moment first =
        next_candidate(opening->clock, (Moment){0, 0}, rate, draw_exponential(draw.word[0]));
    residents->due_day[person] = first.day;
    resident->due_fraction = first.fraction;
}

typedef struct Settling {
    Residents *residents;
    const Synthesis *synthesis;
    const Hazards *hazards;
    const Opening *opening;
} Settling;

static void settle_township(void *context, uint32_t township, int thread) {
    (void)thread;
    const Settling *settling = context;
    Residents *residents = settling->residents;
    const Headcount heads =
        township_headcount(settling->synthesis->city, (int)township, residents->scale);
    const uint32_t first = residents->township_first[township];
    residents->township_used[township] = heads.residents + heads.absent;
    for (uint32_t i = 0; i < heads.residents + heads.absent; i++) {
        settle_person(residents, settling->synthesis, (int)township, first + i,
                      i >= heads.residents);
        start_clock(residents, settling->hazards, settling->opening, first + i);
    }
}

void population_synthesise(Residents *residents, const City *city, const Hazards *hazards,
                           const Opening *opening, Team *team) {
    Synthesis synthesis = {.city = city, .key = opening->key, .start = opening->start};
    fill_ages(&synthesis);
    fill_employee_shares(&synthesis);
    fill_stages(&synthesis);

    Settling settling = {residents, &synthesis, hazards, opening};
    team_share(team, residents->townships, settle_township, &settling);
}
