// SPDX-License-Identifier: MIT
#include "day/need_mass.h"

#include "base/clones.h"
#include "base/curves.h"
#include "day/stay.h"

#include <math.h>
#include <string.h>

enum {
    STREAMS = DISEASE_COUNT + 2 * CONDITION_COUNT, // acute needs, routine visits, flares
    FIRST_ROUTINE = DISEASE_COUNT,
    FIRST_FLARE = DISEASE_COUNT + CONDITION_COUNT,
    BANDS_URGENT = 2 * COMPLEXITY_BANDS,
    MOST_LATER = 20 // later visits of an episode; more hardly ever are
};

// ---- what a need of each stream is like

typedef struct Stream {
    int disease, routine, flare;
    double share[2][COMPLEXITIES]; // by urgency and complexity; sums to 1
} Stream;

static int disease_of(int stream) {
    return stream < FIRST_ROUTINE ? stream
           : stream < FIRST_FLARE ? condition_disease[stream - FIRST_ROUTINE]
                                  : condition_disease[stream - FIRST_FLARE];
}

static double shift_of(const Simulation *simulation, int stream) {
    const ConditionRow *rows = simulation->city->parameters.condition;
    const double mean = simulation->tables.complexity_mean[disease_of(stream)];
    if (stream < FIRST_ROUTINE) return 0;
    return stream < FIRST_FLARE
               ? rows[stream - FIRST_ROUTINE].routine_complexity * COMPLEXITY_UNIT - mean
               : rows[stream - FIRST_FLARE].flare_complexity * COMPLEXITY_UNIT - mean;
}

static int stored(double complexity) {
    return complexity < 0 ? 0 : complexity > 255 ? 255 : (int)(complexity + 0.5);
}

// Share of the 256 normals of the tables that are above z.
static double share_above(const float normal[256], double z) {
    int low = 0;
    for (int half = 128; half > 0; half /= 2)
        low += normal[low + half - 1] <= z ? half : 0;
    return (255.0 - low + (normal[low] > z)) / 256;
}

static void fill_stream(Stream *one, const Simulation *simulation, int stream) {
    const DayTables *tables = &simulation->tables;
    const double rho = simulation->city->parameters.demand.complexity_acuity_correlation;
    const double rest = curve_exp(0.5 * curve_log(1 - rho * rho > 1e-12 ? 1 - rho * rho : 1e-12));
    const double shift = shift_of(simulation, stream);
    const int g = disease_of(stream);
    *one = (Stream){.disease = g,
                    .routine = stream >= FIRST_ROUTINE && stream < FIRST_FLARE,
                    .flare = stream >= FIRST_FLARE};
    for (int i = 0; i < 256; i++) {
        const int drawn =
            stored(tables->complexity_mean[g] + tables->complexity_sd[g] * tables->normal[i]);
        const int complexity = stored(drawn + shift);
        const double above = (tables->urgent_above[g] - rho * tables->normal[i]) / rest;
        const double urgent = one->routine ? 0 : share_above(tables->normal, above);
        one->share[0][complexity] += (1 - urgent) / 256;
        one->share[1][complexity] += urgent / 256;
    }
}

// The class of FREE_SHARES at which the admission shares of the model hold.
static int usual_free(const Simulation *simulation) {
    const double share = simulation->city->parameters.demand.usual_free_share;
    return share < 1 ? (int)(share * FREE_SHARES) : FREE_SHARES - 1;
}

// Routine visits as if they were acute.
static double judged(const Simulation *simulation, const Stream *stream, int third, int complexity,
                     int free) {
    const DayTables *tables = &simulation->tables;
    const uint16_t share = stream->flare
                               ? tables->admits_flare[stream->disease][complexity / 8][free]
                               : tables->admits[stream->disease][third][complexity / 8][free];
    return share / 65536.0;
}

static double admitted(const Simulation *simulation, const Stream *stream, int third,
                       int complexity, int free) {
    return stream->routine ? 0 : judged(simulation, stream, third, complexity, free);
}

// Shares of a stream by class of case, and of those who need a bed, now or once they go elsewhere.
typedef struct Classes {
    double share[BANDS_URGENT], beds[AGE_THIRDS][BANDS_URGENT], dormant[AGE_THIRDS][BANDS_URGENT];
} Classes;

static void fill_classes(Classes *classes, const Simulation *simulation, const Stream *stream) {
    const int usual = usual_free(simulation);
    memset(classes, 0, sizeof *classes);
    for (unsigned urgent = 0; urgent < 2; urgent++)
        for (int c = 0; c < COMPLEXITIES; c++) {
            const double share = stream->share[urgent][c];
            if (share == 0) continue;
            const unsigned class = choice_class(0, (uint8_t)c, urgent);
            classes->share[class] += share;
            for (int third = 0; third < AGE_THIRDS; third++) {
                const double called = share * judged(simulation, stream, third, c, usual);
                (stream->routine ? classes->dormant : classes->beds)[third][class] += called;
            }
        }
}

// ---- how many there are of each

typedef struct Heads {
    double acute[SEXES][AGE_BAND_COUNT]; // in units of the mean frailty
    uint32_t condition[AGE_THIRDS][CONDITION_COUNT][STAGE_COUNT];
} Heads;

typedef Heads Strata[2][PRESENCES][SCHEME_COUNT][CONTRACTS]; // of one county

static int third_of(int band) {
    return band < AGE_15 ? 0 : band < AGE_65 ? 1 : 2;
}

// Who lies in a bed has come there by his frailty, so that it is the square's mean: who is not in a
// bed is the less frail for it.
static double frailty_in_bed(const Simulation *simulation) {
    const People *people = &simulation->city->parameters.people;
    return (1 + 1 / people->frailty_permanent_shape) * (1 + 1 / people->frailty_yearly_shape);
}

static void count_township(Heads heads[PRESENCES][SCHEME_COUNT][CONTRACTS],
                           const Simulation *simulation, int township) {
    const Residents *residents = &simulation->residents;
    const double in_bed = frailty_in_bed(simulation);
    const uint32_t first = residents->township_first[township];
    const uint32_t last = first + residents->township_used[township];
    for (uint32_t person = first; person < last; person++) {
        const Resident *one = &residents->resident[person];
        if (!one->alive) continue;
        const int age = resident_age(one, simulation->today.first_of_year);
        const int band = simulation->hazards.band_of_age[age & 127];
        Heads *row = &heads[one->absent][one->scheme][one->contract];
        row->acute[one->sex][band] += one->bed == NO_BED ? 1 : 1 - in_bed;
        if (one->bed != NO_BED || one->conditions == 0) continue; // no new needs of conditions
        for (int c = 0; c < CONDITION_COUNT; c++)
            row->condition[third_of(band)][c][condition_stage(one->conditions, c)]++;
    }
}

static void count_heads(Strata heads, const Simulation *simulation, int county) {
    const uint16_t *first = simulation->residents.county_first;
    memset(heads, 0, sizeof(Strata));
    for (int t = first[county]; t < first[county + 1]; t++)
        count_township(heads[simulation->city->townships[t].urban], simulation, t);
}

typedef double Rates[STREAMS][AGE_THIRDS]; // needs a mean day

// Candidates of one half-month stand for its season times half a month.
static double season_weight(const Hazards *hazards, int half) {
    return 0.5 * hazards->bound[half] * CLOCK_UNIT / 65536;
}

static void add_acute(Rates rates, const Hazards *hazards, const Heads *heads, int half) {
    for (int sex = 0; sex < SEXES; sex++)
        for (int band = 0; band < AGE_BAND_COUNT; band++) {
            const uint32_t *group = hazards->group[half][sex][band];
            const double all =
                heads->acute[sex][band] * hazards->acute[sex][band] * season_weight(hazards, half);
            for (int g = 0; g < DISEASE_COUNT && all != 0; g++)
                rates[g][third_of(band)] += all * (group[g] - (g > 0 ? group[g - 1] : 0u));
        }
}

static void add_conditions(Rates rates, const Hazards *hazards, const Heads *heads, int half) {
    for (int third = 0; third < AGE_THIRDS; third++)
        for (int c = 0; c < CONDITION_COUNT; c++)
            for (int stage = STAGE_UNDIAGNOSED; stage < STAGE_COUNT; stage++) {
                const double all = heads->condition[third][c][stage] * hazards->excess[c] *
                                   season_weight(hazards, half);
                if (all == 0) continue;
                const uint32_t routine = hazards->routine[half][c][stage];
                rates[FIRST_ROUTINE + c][third] += all * routine;
                rates[FIRST_FLARE + c][third] += all * (hazards->flare[half][c][stage] - routine);
            }
}

// ---- together

typedef struct Work {
    Stream stream[STREAMS];
    Classes classes[STREAMS];
    Rates all; // of everybody present
} Work;

HOT_LOOP
static void add_mass(NeedMass *mass, const Work *work, Rates rates, double scale) {
    for (int s = 0; s < STREAMS; s++) {
        const unsigned first = disease_class[work->stream[s].disease] * (unsigned)BANDS_URGENT;
        for (int third = 0; third < AGE_THIRDS; third++) {
            const double rate = scale * rates[s][third];
            if (rate == 0) continue;
            for (unsigned class = 0; class < BANDS_URGENT; class ++) {
                mass->needs[first + class] += rate * work->classes[s].share[class];
                mass->beds[first + class] += rate * work->classes[s].beds[third][class];
                mass->dormant[first + class] += rate * work->classes[s].dormant[third][class];
            }
        }
    }
}

static void fill_county(NeedMasses *masses, const Simulation *simulation, Work *work, int county) {
    Strata heads;
    const int first = clock_half_month(simulation->today.month, 1);
    count_heads(heads, simulation, county);
    for (int urban = 0; urban < 2; urban++)
        for (int presence = 0; presence < PRESENCES; presence++)
            for (int scheme = 0; scheme < SCHEME_COUNT; scheme++)
                for (int contract = 0; contract < CONTRACTS; contract++) {
                    Rates rates = {{0}};
                    const Heads *row = &heads[urban][presence][scheme][contract];
                    for (int half = first; half < first + 2; half++) {
                        add_acute(rates, &simulation->hazards, row, half);
                        add_conditions(rates, &simulation->hazards, row, half);
                    }
                    add_mass(&masses->of[2 * county + urban][presence][scheme][contract], work,
                             rates, simulation->residents.scale);
                    if (presence != PRESENT) continue;
                    for (int s = 0; s < STREAMS; s++)
                        for (int third = 0; third < AGE_THIRDS; third++)
                            work->all[s][third] += rates[s][third];
                }
}

// How complex the cases of each class are, in visits and in beds, and how long those in beds stay.
typedef struct Spread {
    double visits[CASE_CLASS_COUNT][2][COMPLEXITIES], beds[CASE_CLASS_COUNT][2][COMPLEXITIES];
    double beds_if_free[FREE_SHARES][CHOICE_CLASSES];
    double bed_days[CHOICE_CLASSES], bed_count[CHOICE_CLASSES];
    double long_stays[CHOICE_CLASSES], long_days[CHOICE_CLASSES];
    double visit_count[CHOICE_CLASSES], later[CHOICE_CLASSES];
    double later_after[CASE_CLASS_COUNT][LATER_DAYS];
    double put_off[CHOICE_CLASSES], put_off_beds[CHOICE_CLASSES];
} Spread;

// Of stays at a county hospital, or of their days.
static double share_of_long(const Simulation *simulation, int disease, int of_days) {
    const double sigma = simulation->tables.stay_sigma[disease];
    const double mean = mean_stay_days(simulation, (Disease)disease, KIND_COUNTY_GENERAL);
    const double least = ceil(simulation->city->parameters.care.down_referral_least_days);
    return share_above(simulation->tables.normal,
                       curve_log((least - 0.5) / mean) / sigma + (of_days ? -0.5 : 0.5) * sigma);
}

// Later visits of an episode settled in a visit, by days since then: as planned, or still ill.
// Returns their number.
static double expect_later(double after[LATER_DAYS], const Simulation *simulation,
                           const DiseaseRow *row) {
    const double planned = row->followups / (1 + row->followups);
    const double ill = (1 - planned) * simulation->city->parameters.demand.still_ill_share;
    const int days = (int)(row->followup_days + 0.5), most = (LATER_DAYS - 1) / days;
    double still_ill = 1, as_planned = 0, sum = 0;
    for (int visit = 1; visit <= MOST_LATER; visit++) {
        as_planned = planned * (as_planned + still_ill);
        still_ill *= ill;
        after[days * (visit < most ? visit : most)] += as_planned + still_ill;
        sum += as_planned + still_ill;
    }
    return sum;
}

static void fill_spread(Spread *spread, const Simulation *simulation, const Work *work) {
    const int usual = usual_free(simulation);
    memset(spread, 0, sizeof *spread);
    for (int s = 0; s < STREAMS; s++) {
        const Stream *stream = &work->stream[s];
        const unsigned of = disease_class[stream->disease];
        const double stay = simulation->city->parameters.disease[stream->disease].stay_days;
        const double elective = simulation->tables.elective[stream->disease] / (double)SHARE_ONE;
        const double long_stays = share_of_long(simulation, stream->disease, 0);
        const double long_days = share_of_long(simulation, stream->disease, 1);
        const DiseaseRow *row = &simulation->city->parameters.disease[stream->disease];
        double later_after[LATER_DAYS] = {0};
        const double later = stream->routine ? 0 : expect_later(later_after, simulation, row);
        double visits = 0;
        for (unsigned urgent = 0; urgent < 2; urgent++)
            for (int c = 0; c < COMPLEXITIES; c++) {
                if (stream->share[urgent][c] == 0) continue;
                const unsigned class = choice_class(of, (uint8_t)c, urgent);
                for (int third = 0; third < AGE_THIRDS; third++) {
                    const double needs = work->all[s][third] * stream->share[urgent][c];
                    const double beds = needs * admitted(simulation, stream, third, c, usual);
                    spread->visits[of][urgent][c] += needs - beds;
                    spread->visit_count[class] += needs - beds;
                    spread->later[class] += (needs - beds) * later;
                    visits += needs - beds;
                    spread->beds[of][urgent][c] += beds;
                    spread->bed_count[class] += beds;
                    for (int free = 0; free < FREE_SHARES; free++)
                        spread->beds_if_free[free][class] +=
                            needs * admitted(simulation, stream, third, c, free);
                    spread->bed_days[class] += beds * stay;
                    spread->long_stays[class] += beds * long_stays;
                    spread->long_days[class] += beds * stay * long_days;
                    spread->put_off[class] += urgent ? 0 : needs * elective;
                    spread->put_off_beds[class] += urgent ? 0 : beds * elective;
                }
            }
        for (int days = 0; days < LATER_DAYS; days++)
            spread->later_after[of][days] += visits * later_after[days];
    }
}

HOT_LOOP
static void add_settled(double *restrict sum, const uint16_t *restrict settles, double weight) {
    for (int able = 0; able < COMPLEXITIES; able++)
        sum[able] += weight * settles[able];
}

static void fill_settled(double out[COMPLEXITIES][CHOICE_CLASSES],
                         double spread[CASE_CLASS_COUNT][2][COMPLEXITIES],
                         const Simulation *simulation) {
    double all[CHOICE_CLASSES] = {0}, sum[CHOICE_CLASSES][COMPLEXITIES] = {{0}};
    for (unsigned of = 0; of < CASE_CLASS_COUNT; of++)
        for (unsigned urgent = 0; urgent < 2; urgent++)
            for (int c = 0; c < COMPLEXITIES; c++) {
                const double weight = spread[of][urgent][c];
                if (weight == 0) continue;
                const unsigned class = choice_class(of, (uint8_t)c, urgent);
                all[class] += weight;
                add_settled(sum[class], &simulation->tables.settles[255 - c], weight);
            }
    for (int class = 0; class < CHOICE_CLASSES; class ++)
        for (int able = 0; able < COMPLEXITIES; able++)
            out[able][class] = all[class] > 0 ? sum[class][able] / all[class] / SHARE_ONE : 0;
}

static double mean_of(double sum, double weights) {
    return weights > 0 ? sum / weights : 0;
}

void need_masses_fill(NeedMasses *masses, const Simulation *simulation) {
    Work work;
    Spread spread;
    memset(masses, 0, sizeof *masses);
    memset(&work.all, 0, sizeof work.all);
    for (int s = 0; s < STREAMS; s++) {
        fill_stream(&work.stream[s], simulation, s);
        fill_classes(&work.classes[s], simulation, &work.stream[s]);
    }
    for (uint32_t county = 0; county < simulation->city->county_count; county++)
        fill_county(masses, simulation, &work, (int)county);

    fill_spread(&spread, simulation, &work);
    for (int class = 0; class < CHOICE_CLASSES; class ++) {
        const double beds = spread.bed_count[class], visits = spread.visit_count[class];
        masses->stay_days[class] = mean_of(spread.bed_days[class], beds);
        for (int free = 0; free < FREE_SHARES; free++)
            masses->induced[free][class] = mean_of(spread.beds_if_free[free][class], beds);
        masses->long_stays[class] = mean_of(spread.long_stays[class], beds);
        masses->long_days[class] = mean_of(spread.long_days[class], spread.bed_days[class]);
        masses->days_of_long[class] = masses->stay_days[class] * masses->long_days[class];
        masses->put_off_beds[class] = mean_of(spread.put_off_beds[class], beds);
        masses->put_off[class] = mean_of(spread.put_off[class], beds + visits);
        masses->later[class] = mean_of(spread.later[class], visits);
    }
    for (int of = 0; of < CASE_CLASS_COUNT; of++) {
        double all = 0;
        for (int days = 0; days < LATER_DAYS; days++)
            all += spread.later_after[of][days];
        for (int days = 0; days < LATER_DAYS; days++)
            masses->later_after[of][days] = mean_of(spread.later_after[of][days], all);
    }
    fill_settled(masses->settles, spread.visits, simulation);
    fill_settled(masses->treats, spread.beds, simulation);
}

double day_pace(const Simulation *simulation, uint32_t day, int month, int day_of_month) {
    const uint32_t *begins = simulation->clock.begins;
    const double season = simulation->hazards.bound[clock_half_month(month, day_of_month)];
    return (begins[day + 1] - begins[day]) / (double)CLOCK_UNIT / season;
}
