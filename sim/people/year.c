// SPDX-License-Identifier: MIT
#include "people/year.h"

#include "base/calendar.h"
#include "base/curves.h"
#include "people/condition.h"
#include "people/enrolment.h"

#include <stdlib.h>
#include <string.h>

enum { FIVE_YEAR_GROUPS = 18, AGES = 128, PEOPLE_AT_ONCE = 64 };

static void fill_moves(MovesOfYear moves, const ConditionRow rows[CONDITION_COUNT],
                       const FollowUp *follow_up, FollowedWay way) {
    for (int c = 0; c < CONDITION_COUNT; c++) {
        double year[STAGE_COUNT][STAGE_COUNT];
        const ConditionRow row = follow_up ? follow_up_rates(&rows[c], follow_up, way) : rows[c];
        condition_year(&row, year);
        for (int from = 0; from < STAGE_COUNT; from++) {
            double sum = 0;
            for (int to = 0; to < STAGE_COUNT; to++) {
                sum += year[from][to];
                moves[c][from][to] = (uint32_t)(sum * 65536.0 + 0.5);
            }
        }
    }
}

void stage_moves_init(StageMoves *moves, const ConditionRow rows[CONDITION_COUNT]) {
    memset(moves->followed, 0, sizeof moves->followed);
    fill_moves(moves->cumulative[FOLLOWED_BY_NOBODY], rows, NULL, FOLLOWED_BY_NOBODY);
}

void stage_moves_follow_up(StageMoves *moves, const ConditionRow rows[CONDITION_COUNT],
                           const FollowUp *follow_up) {
    for (int way = 0; way < FOLLOWED_WAYS; way++) {
        moves->followed[way] = follow_up->share[way];
        fill_moves(moves->cumulative[way], rows, follow_up, (FollowedWay)way);
    }
}

Status deaths_init(Deaths *deaths, uint32_t slots, Report *report) {
    *deaths = (Deaths){0};
    deaths->person = report_calloc(report, slots, sizeof *deaths->person);
    deaths->day_of_year = report_calloc(report, slots, sizeof *deaths->day_of_year);
    return deaths->person && deaths->day_of_year ? STATUS_OK : STATUS_NO_MEMORY;
}

void deaths_free(Deaths *deaths) {
    free(deaths->person);
    free(deaths->day_of_year);
    *deaths = (Deaths){0};
}

static Draw year_draw(const YearTurn *turn, uint32_t person) {
    return draw_at(turn->key, person, PURPOSE_YEAR, (uint32_t)turn->year, 0);
}

static int five_year_group(int age) {
    return age / 5 < FIVE_YEAR_GROUPS ? age / 5 : FIVE_YEAR_GROUPS - 1;
}

// Of one five-year group of ages, in the year of the turn.
static double death_probability(const YearTurn *turn, int group) {
    if (turn->fixed_demography) return 0;

    const double *per_1000 = (const double *)(const void *)&turn->city->parameters.mortality;
    const People *people = &turn->city->parameters.people;
    return per_1000[group] / 1000.0 * people->mortality_level *
           curve_exp(people->mortality_change * (turn->year - FIRST_BACKGROUND_YEAR - 1));
}

static int death_day(double probability, uint32_t word) {
    const double u = draw_unit(word);
    return u < probability ? (int)(u / probability * 365.0) : -1;
}

int death_day_of_year(const YearTurn *turn, const Resident *resident, uint32_t person) {
    const int group = five_year_group(resident_age(resident, turn->ages_on));
    return death_day(death_probability(turn, group), year_draw(turn, person).word[0]);
}

// What a county's year holds for everybody in it.
typedef struct CountyYear {
    const StageMoves *stages;
    SchemeMoves schemes;
    double births;                              // of each woman who may bear
    double death[FIVE_YEAR_GROUPS];             // probabilities
    double onset[CONDITION_COUNT][SEXES][AGES]; // probabilities, by age a year before
    int32_t ages_before;                        // calendar day on which ages were counted last
    int moving;                                 // people age, move and bear
} CountyYear;

static void county_year_init(CountyYear *year, const YearTurn *turn, const StageMoves *stages) {
    *year = (CountyYear){
        .stages = stages,
        .ages_before =
            turn->fixed_demography ? turn->ages_on : calendar_day(turn->year - 1, 1, 1),
        .moving = !turn->opens_only && !turn->fixed_demography,
    };
    for (int group = 0; group < FIVE_YEAR_GROUPS; group++)
        year->death[group] = death_probability(turn, group);
    for (int c = 0; c < CONDITION_COUNT; c++)
        for (unsigned sex = 0; sex < SEXES; sex++)
            for (int age = 0; age < AGES; age++)
                year->onset[c][sex][age] =
                    condition_onset(&turn->city->parameters.condition[c], sex, age);
}

// ---- one person

// Both conditions' ends: at most one new condition in a year, drawn from one word.
static uint32_t with_onset(const CountyYear *year, const Resident *resident, int age,
                           uint32_t word) {
    const double u = draw_unit(word);
    double sum = 0;
    uint32_t conditions = resident->conditions;
    for (int c = 0; c < CONDITION_COUNT; c++) {
        if (condition_stage(conditions, c) != STAGE_NONE) continue;
        sum += year->onset[c][resident->sex][age];
        if (u < sum) return condition_set(conditions, c, STAGE_UNDIAGNOSED);
    }
    return conditions;
}

static uint32_t with_moves(const YearTurn *turn, const StageMoves *moves, uint32_t conditions,
                           uint32_t person) {
    if (conditions == 0) return 0;

    const Draw draw = draw_at(turn->key, person, PURPOSE_STAGE, (uint32_t)turn->year, 0);
    const FollowedWay way = followed_way(moves->followed, turn->key, person, conditions);
    for (int c = 0; c < CONDITION_COUNT; c++) {
        const Stage from = condition_stage(conditions, c);
        if (from == STAGE_NONE) continue;

        const uint32_t u = (draw.word[c / 2] >> (16 * (c & 1))) & 0xFFFFu;
        int to = STAGE_UNDIAGNOSED;
        while (to + 1 < STAGE_COUNT && u >= moves->cumulative[way][c][from][to])
            to++;
        conditions = condition_set(conditions, c, (Stage)to);
    }
    return conditions;
}

static void migrate(const YearTurn *turn, Resident *resident, Vital *vital, int age, uint32_t u16) {
    const People *people = &turn->city->parameters.people;
    const double u = (u16 + 0.5) / 65536.0;
    if (!resident->absent && age >= 15 && age < 45 && resident->scheme == SCHEME_RESIDENT &&
        u < people->out_migration) {
        resident->absent = 1;
        vital->left++;
    } else if (resident->absent && age >= 45 && age < 65 && u < people->return_migration) {
        resident->absent = 0;
        vital->returned++;
    }
}

static double rate_at(const Hazards *hazards, const Resident *resident, int age) {
    return hazard_rate(hazards, resident->frailty_permanent, resident->frailty_yearly,
                       resident->sex, hazards->band_of_age[age & 127], resident->conditions);
}

// What remains of the exponential time is stretched; beyond the end of the clock it is drawn anew
// from there, because an exponential time has no memory.
static void stretch(Residents *residents, const YearTurn *turn, uint32_t person, double old_rate,
                    double new_rate) {
    const Clock *clock = turn->clock;
    Resident *resident = &residents->resident[person];
    const double now = clock->begins[turn->day], end = clock->begins[clock->days];
    if (new_rate <= 0) {
        residents->due_day[person] = NEVER;
        return;
    }

    const Moment due = {residents->due_day[person], resident->due_fraction};
    double remains;
    if (due.day == NEVER) {
        const Draw draw = draw_at(turn->key, person, PURPOSE_YEAR, (uint32_t)turn->year, 1);
        remains = (end - now) * old_rate - curve_log(draw_unit(draw.word[0]));
    } else {
        remains = ((double)clock_at(clock, due) - now) * old_rate;
    }

    const double time = now + remains / new_rate;
    const Moment next = time < end ? clock_moment(clock, (uint64_t)time) : (Moment){NEVER, 0};
    residents->due_day[person] = next.day;
    resident->due_fraction = next.fraction;
}

// Signs or not; only the absent, who sign nothing, and those who have grown old change their minds.
static void renew_contract(Resident *resident, const YearTurn *turn, uint32_t person, int age) {
    const uint32_t word = contract_word(turn->key, person);
    resident->contract =
        !resident->absent && signs_contract(&turn->city->parameters.people, age, word);
}

static void age_person(Residents *residents, Vital *vital, const YearTurn *turn,
                       const CountyYear *year, uint32_t person, const Draw *draw) {
    Resident *resident = &residents->resident[person];
    const int age = resident_age(resident, turn->ages_on);
    const int age_before = age > AGES ? AGES - 1 : age > 0 ? age - 1 : 0;
    const uint32_t had = with_onset(year, resident, age_before, draw->word[2]);
    resident->conditions = with_moves(turn, year->stages, had, person) & 0x3FFFFu;
    const unsigned was_absent = resident->absent;
    migrate(turn, resident, vital, age, draw->word[1] & 0xFFFFu);
    resident->scheme =
        scheme_of_year(resident, &year->schemes, turn, person, age, resident->urban) & 3u;
    const int grown_old = age >= AGE_OF_ELDERS && age <= AGE_OF_ELDERS + 1;
    if (grown_old || resident->absent != was_absent) renew_contract(resident, turn, person, age);
}

// ---- one county

typedef struct Heads {
    uint32_t residents, mothers; // present; women of 15 to 44 among them
} Heads;

static int may_bear(const Resident *resident, int age) {
    return resident->sex == FEMALE && !resident->absent && age >= 15 && age < 45;
}

static Heads count_heads(const Residents *residents, const YearTurn *turn, int county) {
    Heads heads = {0};
    for (uint32_t p = county_first_slot(residents, county);
         p < county_first_slot(residents, county + 1); p++) {
        const Resident *resident = &residents->resident[p];
        if (!resident->alive || resident->absent) continue;
        heads.residents++;
        heads.mothers += (uint32_t)may_bear(resident, resident_age(resident, turn->ages_on));
    }
    return heads;
}

// The newborn of a turn were born in the year before; the first year is the one after the warm-up.
static double birth_probability(const YearTurn *turn, Heads heads) {
    const People *people = &turn->city->parameters.people;
    const int years = turn->year - 1 - (FIRST_BACKGROUND_YEAR + 1);
    const double per_person =
        people->births_per_1000 / 1000.0 * curve_exp(people->births_change * years);
    return heads.mothers ? per_person * heads.residents / heads.mothers : 0;
}

static void note_death(Deaths *deaths, uint32_t person, int day_of_year) {
    if (day_of_year < 0) return;
    deaths->person[deaths->count] = person;
    deaths->day_of_year[deaths->count] = (uint16_t)day_of_year;
    deaths->count++;
}

static void bear(Residents *residents, Deaths *deaths, Vital *vital, const YearTurn *turn,
                 const CountyYear *year, int township) {
    const uint32_t person =
        residents->township_first[township] + residents->township_used[township];
    if (person >= residents->township_first[township + 1]) {
        vital->births_without_slot++;
        return;
    }
    residents->township_used[township]++;
    vital->births++;

    const Draw draw = draw_at(turn->key, person, PURPOSE_BIRTH, 0, 0);
    const int days_old = 1 + (int)(draw_unit(draw.word[0]) * 364.0);
    Resident *child = &residents->resident[person];
    *child = (Resident){
        .birth_day = (uint16_t)(turn->ages_on + DAYS_1900_TO_2021 - days_old),
        .bed = NO_BED,
        .township = (uint16_t)township,
        .frailty_permanent = (uint8_t)(draw.word[1] >> 24),
        .frailty_yearly = (uint8_t)(draw.word[1] >> 16),
    };
    child->alive = 1;
    child->sex = draw_unit(draw.word[2]) < turn->city->parameters.people.male_share;
    child->scheme = SCHEME_RESIDENT;
    child->urban = turn->city->townships[township].urban != 0;
    renew_contract(child, turn, person, 0);
    child->low_income = (draw.word[1] & 0xFFFF) <
                        (uint32_t)(turn->city->parameters.people.low_income_share * 65536.0);

    const Moment now = {(uint16_t)turn->day, 0};
    const Moment due =
        next_candidate(turn->clock, now, rate_at(turn->hazards, child, 0), draw_exponential(draw.word[3]));
    residents->due_day[person] = due.day;
    child->due_fraction = due.fraction;
    const int group = five_year_group(resident_age(child, turn->ages_on));
    note_death(deaths, person, death_day(year->death[group], year_draw(turn, person).word[0]));
}

// Counting sort by day, in place, through cycles: each name is moved at most once.
static void order_deaths(Deaths *deaths) {
    uint32_t next[DAYS_OF_LONGEST_YEAR + 1];
    memset(deaths->first_of_day, 0, sizeof deaths->first_of_day);
    for (uint32_t i = 0; i < deaths->count; i++)
        deaths->first_of_day[deaths->day_of_year[i] + 1]++;
    for (int d = 0; d < DAYS_OF_LONGEST_YEAR; d++)
        deaths->first_of_day[d + 1] += deaths->first_of_day[d];
    memcpy(next, deaths->first_of_day, sizeof next);

    for (int d = 0; d < DAYS_OF_LONGEST_YEAR; d++)
        while (next[d] < deaths->first_of_day[d + 1]) {
            const uint32_t i = next[d];
            const int day = deaths->day_of_year[i];
            if (day == d) {
                next[d]++;
                continue;
            }
            const uint32_t j = next[day]++;
            const uint32_t person = deaths->person[j];
            const uint16_t other = deaths->day_of_year[j];
            deaths->person[j] = deaths->person[i];
            deaths->day_of_year[j] = (uint16_t)day;
            deaths->person[i] = person;
            deaths->day_of_year[i] = other;
        }
}

static void turn_person(Residents *residents, Deaths *deaths, Vital *vital, const YearTurn *turn,
                        const CountyYear *year, int township, uint32_t person, const Draw *draw) {
    Resident *resident = &residents->resident[person];
    const int age = resident_age(resident, turn->ages_on);
    const double old_rate = rate_at(turn->hazards, resident, resident_age(resident, year->ages_before));
    if (year->moving) {
        if (may_bear(resident, age) && draw_unit(draw->word[3]) < year->births)
            bear(residents, deaths, vital, turn, year, township);
        age_person(residents, vital, turn, year, person, draw);
    }
    resident->frailty_yearly = (uint8_t)(draw->word[1] >> 24);
    resident->outpatient.pool_paid_fen = 0;
    resident->outpatient.visit_deductible_fen = 0;
    resident->outpatient.account_paid_fen = 0;
    stretch(residents, turn, person, old_rate, rate_at(turn->hazards, resident, age));
    note_death(deaths, person, death_day(year->death[five_year_group(age)], draw->word[0]));
}

// Some people with the words of their year side by side.
typedef struct Turning {
    uint32_t count;
    uint32_t person[PEOPLE_AT_ONCE], year[PEOPLE_AT_ONCE], step[PEOPLE_AT_ONCE];
    uint32_t word[4][PEOPLE_AT_ONCE];
} Turning;

// The next people alive from `person` on; returns where to go on.
static uint32_t gather(Turning *some, const Residents *residents, uint32_t person, uint32_t last) {
    some->count = 0;
    for (; person < last && some->count < PEOPLE_AT_ONCE; person++)
        if (residents->resident[person].alive) some->person[some->count++] = person;
    return person;
}

static void turn_township(Residents *residents, Deaths *deaths, Vital *vital, const YearTurn *turn,
                          const CountyYear *year, int township) {
    uint32_t person = residents->township_first[township];
    const uint32_t last = person + residents->township_used[township]; // without this year's newborns
    Turning some = {.count = 0};
    for (int i = 0; i < PEOPLE_AT_ONCE; i++)
        some.year[i] = (uint32_t)turn->year;
    while (person < last) {
        person = gather(&some, residents, person, last);
        draw_batch(turn->key, PURPOSE_YEAR, some.count, some.person, some.year, some.step,
                   some.word[0], some.word[1], some.word[2], some.word[3]);
        for (uint32_t i = 0; i < some.count; i++) {
            const Draw draw = {{some.word[0][i], some.word[1][i], some.word[2][i], some.word[3][i]}};
            turn_person(residents, deaths, vital, turn, year, township, some.person[i], &draw);
        }
    }
}

void year_turn(Residents *residents, Deaths *deaths, Vital *vital, const YearTurn *turn,
               const StageMoves *moves, int county) {
    CountyYear year;
    county_year_init(&year, turn, moves);
    if (year.moving) {
        year.births = birth_probability(turn, count_heads(residents, turn, county));
        scheme_moves_init(&year.schemes, residents, turn, county);
    }
    deaths->count = 0;
    for (int t = residents->county_first[county]; t < residents->county_first[county + 1]; t++)
        turn_township(residents, deaths, vital, turn, &year, t);
    order_deaths(deaths);
}
