// SPDX-License-Identifier: MIT
#include "people/enrolment.h"

#include <string.h>

// ---- contracts

int signs_contract(const People *people, int age, uint32_t word) {
    return draw_unit(word) <
           (age >= AGE_OF_ELDERS ? people->contract_share_65 : people->contract_share_under_65);
}

uint32_t contract_word(DrawKey key, uint32_t person) {
    return draw_at(key, person, PURPOSE_SYNTHESIS, 0, 1).word[1];
}

// ---- schemes

static int is_of_working_age(int age) {
    return age >= YOUNGEST_EMPLOYEE && age < RETIREMENT_AGE;
}

// People of working age in one band of one county's country or town.
typedef struct Workers {
    uint32_t here, employees, absent;
} Workers;

static void count_workers(Workers workers[2][AGE_BAND_COUNT], const Residents *residents,
                          const YearTurn *turn, int county) {
    for (int t = residents->county_first[county]; t < residents->county_first[county + 1]; t++) {
        const int urban = turn->city->townships[t].urban != 0;
        const uint32_t first = residents->township_first[t];
        for (uint32_t person = first; person < first + residents->township_used[t]; person++) {
            const Resident *resident = &residents->resident[person];
            const int age = resident_age(resident, turn->ages_on);
            if (!resident->alive || !is_of_working_age(age)) continue;
            Workers *row = &workers[urban][turn->hazards->band_of_age[age]];
            row->here += !resident->absent;
            row->employees += !resident->absent && resident->scheme == SCHEME_EMPLOYEE;
            row->absent += resident->absent;
        }
    }
}

// With s the share wanted, o and r the rates at which people without a job leave and absent return:
// of N here, E employees, A absent there will be N' = N - o (N - E) + r A, and s N' are to be
// employees.
static void fill_moves(double *join, double *leave, const Workers *workers, double share,
                       double out, double home) {
    const double here = workers->here, employees = workers->employees;
    const double others = (1 - out) * (here - employees) + home * workers->absent;
    const double wanted = share * (employees + others);
    *join = wanted > employees && others > 0 ? (wanted - employees) / others : 0;
    *leave = wanted < employees ? (employees - wanted) / employees : 0;
}

void scheme_moves_init(SchemeMoves *moves, const Residents *residents, const YearTurn *turn,
                       int county) {
    const People *people = &turn->city->parameters.people;
    Workers workers[2][AGE_BAND_COUNT];
    memset(workers, 0, sizeof workers);
    memset(moves, 0, sizeof *moves);
    count_workers(workers, residents, turn, county);
    for (int urban = 0; urban < 2; urban++)
        for (int band = AGE_15; band <= AGE_55; band++) {
            const int young = band < AGE_45;
            fill_moves(&moves->join[urban][band], &moves->leave[urban][band], &workers[urban][band],
                       turn->employees.of[urban], young ? people->out_migration : 0,
                       young ? 0 : people->return_migration);
        }
}

Scheme scheme_of_year(const Resident *resident, const SchemeMoves *moves, const YearTurn *turn,
                      uint32_t person, int age, int urban) {
    const Scheme scheme = (Scheme)resident->scheme;
    if (age >= RETIREMENT_AGE) return scheme == SCHEME_EMPLOYEE ? SCHEME_RETIRED : scheme;
    if (resident->absent || age < YOUNGEST_EMPLOYEE) return scheme;

    const int band = turn->hazards->band_of_age[age], employed = scheme == SCHEME_EMPLOYEE;
    const double share = employed ? moves->leave[urban][band] : moves->join[urban][band];
    if (share <= 0) return scheme;
    const Draw draw = draw_at(turn->key, person, PURPOSE_YEAR, (uint32_t)turn->year, 2);
    if (draw_unit(draw.word[0]) >= share) return scheme;
    return employed ? SCHEME_RESIDENT : SCHEME_EMPLOYEE;
}
