// SPDX-License-Identifier: MIT
#include "study/congestion_tables.h"

#include "base/calendar.h"
#include "base/curves.h"
#include "base/draw.h"
#include "care/ward.h"
#include "day/serve.h"

#include <math.h>
#include <stdlib.h>

enum { STAY_QUANTILES = 1000, WARM_UP_STAYS = 25, LONGEST_STAY = 180, DAYS_OF_A_LIFE = 60000 };
enum { SATURDAY_HERE = 5 }; // days are counted from a Monday

Isolation isolation_of_tables(void) {
    return (Isolation){.stay_days = 8,
                       .stay_cv = 0.9,
                       .weekend_arrivals = 0.8,
                       .weekend_discharges = 0.6,
                       .seed = 20220101,
                       .clinic_days = 16000,
                       .ward_days = 40000,
                       .least_requests = 200000};
}

// Poisson by inversion, in parts small enough for exp(-mean) to be a number.
static unsigned poisson(double mean, DrawKey key, uint32_t person, uint32_t ordinal) {
    enum { PART = 256 };
    unsigned count = 0;
    for (uint32_t part = 0; mean > 0; part++, mean -= PART) {
        const double part_mean = mean < PART ? mean : PART;
        const double u = draw_unit(draw_at(key, person, PURPOSE_WARD, ordinal, part).word[0]);
        double p = curve_exp(-part_mean), sum = p;
        for (unsigned k = 1; u > sum && k < 8 * PART; k++) {
            p *= part_mean / k;
            sum += p;
            count++;
        }
    }
    return count;
}

// ---- a clinic

// Enough requests to fill twice the loads of interest come in random order; the last one served
// tells which load had been before it.
void isolated_clinic(const Isolation *isolation, double slots, double no_slot[CLINIC_LOADS]) {
    const double most_load = slots < 5 ? 8 : slots < 40 ? 3 : 1.6;
    const uint32_t enough = (uint32_t)(4 * isolation->least_requests / slots);
    const uint32_t days = enough > isolation->clinic_days ? enough : isolation->clinic_days;
    const uint32_t room = (uint32_t)(slots * most_load + 12 * sqrt(slots * most_load)) + 32;
    const DrawKey key = draw_key(isolation->seed, (uint32_t)slots);
    Request *request = calloc(room, sizeof *request);
    double count[CLINIC_LOADS] = {0};
    for (uint32_t day = 0; request && day < days; day++) {
        unsigned asked = poisson(slots * most_load, key, day, 0);
        if (asked > room) asked = room;
        for (uint32_t i = 0; i < asked; i++) {
            const Draw draw = draw_at(key, day, PURPOSE_WARD, 1 + i / 4, 1000);
            request[i] = (Request){.person = i, .key = draw.word[i % 4]};
        }
        const Threshold last = threshold_of(request, asked, (uint32_t)slots);
        const double reach = last.everybody ? most_load : draw_unit(last.key) * most_load;
        for (int load = 0; load < CLINIC_LOADS; load++)
            count[load] += clinic_loads[load] > reach || clinic_loads[load] >= most_load;
    }
    for (int load = 0; load < CLINIC_LOADS; load++)
        no_slot[load] = count[load] / days;
    free(request);
}

// ---- a ward

// What was seen, counted.
typedef struct Seen {
    double asked[BED_CLASSES], elsewhere[BED_CLASSES], waits[BED_CLASSES][MOST_WAIT_DAYS];
    double free_days, open_days;
} Seen;

typedef struct Isolated {
    const Isolation *isolation;
    const WardCase *of;
    DrawKey key;
    Ward ward;
    double sigma, arrivals_weekday; // a day, Monday to Friday
    uint32_t persons;
    Seen seen;
} Isolated;

static int is_weekend(uint32_t day) {
    return day % DAYS_OF_WEEK >= SATURDAY_HERE;
}

static uint32_t days_of_stay(const Isolation *isolation, double sigma, double u) {
    const double days =
        isolation->stay_days * curve_exp(sigma * curve_normal_quantile(u) - 0.5 * sigma * sigma) +
        0.5;
    return days < 1 ? 1 : days > LONGEST_STAY ? LONGEST_STAY : (uint32_t)days;
}

// The last day of a stay, put off to Monday if it falls on a weekend and is one of the rest.
static uint32_t discharge_day(const Isolation *isolation, uint32_t day, uint32_t stay, double u) {
    const uint32_t last = day + stay;
    return is_weekend(last) && u >= isolation->weekend_discharges
               ? last + DAYS_OF_WEEK - last % DAYS_OF_WEEK
               : last;
}

// Mean of whole stays with their delays, over the days of a week as they bring requests.
static double mean_stay(const Isolation *isolation, double sigma) {
    double sum = 0, weights = 0;
    for (uint32_t day = 0; day < DAYS_OF_WEEK; day++)
        for (int i = 0; i < STAY_QUANTILES; i++) {
            const double weight = is_weekend(day) ? isolation->weekend_arrivals : 1;
            const uint32_t stay = days_of_stay(isolation, sigma, (i + 0.5) / STAY_QUANTILES);
            const uint32_t latest = discharge_day(isolation, day, stay, 1);
            const double share = isolation->weekend_discharges;
            sum += weight * (share * stay + (1 - share) * (latest - day));
            weights += weight;
        }
    return sum / weights;
}

static Request next_request(Isolated *isolated) {
    const Draw draw = draw_at(isolated->key, isolated->persons, PURPOSE_WARD, 1, 0);
    const unsigned urgent = draw_unit(draw.word[0]) < isolated->of->urgent_share;
    const int before = draw_unit(draw.word[2]) < isolated->of->before_share;
    const Priority priority = urgent   ? PRIORITY_URGENT
                              : before ? PRIORITY_REFERRED
                                       : PRIORITY_PLAIN;
    return (Request){.person = isolated->persons++,
                     .urgent = urgent & 1u,
                     .key = request_key(priority, draw.word[1])};
}

static void ask(Isolated *isolated, uint32_t day) {
    const Request request = next_request(isolated);
    const BedClass class = bed_class(&request);
    isolated->seen.asked[class]++;
    if (!ward_queue(&isolated->ward, &request, (uint16_t)day)) isolated->seen.elsewhere[class]++;
}

static void give_bed(Isolated *isolated, const Request *request, uint32_t day) {
    const Draw draw = draw_at(isolated->key, request->person, PURPOSE_WARD, 2, 0);
    const uint32_t stay =
        days_of_stay(isolated->isolation, isolated->sigma, draw_unit(draw.word[0]));
    const uint32_t last = discharge_day(isolated->isolation, day, stay, draw_unit(draw.word[1]));
    ward_take(&isolated->ward, &(Stay){.request = *request, .discharge_day = (uint16_t)last});
}

static void answer_all(Isolated *isolated, uint32_t day) {
    Ward *ward = &isolated->ward;
    for (uint32_t i = 0; i < ward->waiting_count;) {
        const Waiting who = ward->waiting[i];
        const unsigned waited = day - who.since_day;
        const BedClass class = bed_class(&who.request);
        const WardAnswer answer =
            ward_answer(ward, who.request.urgent, waited, isolated->of->limit_days);
        if (answer == BED_LATER) {
            if (waited < MOST_WAIT_DAYS) isolated->seen.waits[class][waited]++;
            i++;
            continue;
        }
        ward_leave_queue(ward, i);
        if (answer == BED_NOW)
            give_bed(isolated, &who.request, day);
        else
            isolated->seen.elsewhere[class]++;
    }
}

static void live_a_day(Isolated *isolated, uint32_t day) {
    Ward *ward = &isolated->ward;
    ward_discharge(ward, (uint16_t)day);
    ward->event_count = 0;
    const double mean =
        isolated->arrivals_weekday * (is_weekend(day) ? isolated->isolation->weekend_arrivals : 1);
    const unsigned comers = poisson(mean, isolated->key, day, 0);
    for (unsigned i = 0; i < comers; i++)
        ask(isolated, day);
    answer_all(isolated, day);
    isolated->seen.free_days += ward->occupied < ward->open ? ward->open - ward->occupied : 0;
    isolated->seen.open_days += ward->open;
}

// A share of those asked for; windows that cut a wait in two may count a few too many.
static double share(double count, double asked) {
    return asked <= 0 ? 0 : count < asked ? count / asked : 1;
}

static WardLaw law_of(const Seen *seen) {
    WardLaw law = {.free_share = seen->free_days / seen->open_days};
    for (int class = 0; class < BED_CLASSES; class ++) {
        law.elsewhere[class] = share(seen->elsewhere[class], seen->asked[class]);
        for (int i = 0; i < WAIT_POINTS; i++)
            law.waits[class][i] = share(seen->waits[class][wait_points[i] - 1], seen->asked[class]);
    }
    return law;
}

// Lives until `days` have been observed after a warm-up.
static void live(Isolated *isolated, uint32_t days) {
    const uint32_t warm_up = (uint32_t)(WARM_UP_STAYS * isolated->isolation->stay_days);
    const Seen before = isolated->seen;
    for (uint32_t day = 0; day < warm_up + days; day++) {
        if (day == warm_up) isolated->seen = before;
        live_a_day(isolated, day);
    }
}

static Isolated isolated_of(const Isolation *isolation, const WardCase *of) {
    const double sigma = sqrt(curve_log(1 + isolation->stay_cv * isolation->stay_cv));
    const double a_day = of->load * of->open / mean_stay(isolation, sigma);
    return (Isolated){.isolation = isolation,
                      .of = of,
                      .sigma = sigma,
                      .arrivals_weekday =
                          a_day * DAYS_OF_WEEK / (5 + 2 * isolation->weekend_arrivals)};
}

// The same seed for all wards of a size: neighbouring points share their chance, so that the law is
// smooth.
Status isolated_ward(const Isolation *isolation, const WardCase *of, WardLaw *law, Report *report) {
    Isolated isolated = isolated_of(isolation, of);
    const double requests_a_week =
        isolated.arrivals_weekday * (5 + 2 * isolation->weekend_arrivals);
    const uint32_t enough = (uint32_t)(isolation->least_requests / requests_a_week) * DAYS_OF_WEEK;
    uint32_t left = enough > isolation->ward_days ? enough : isolation->ward_days;
    for (uint32_t life = 0; left > 0; life++) {
        const Status status = ward_init(&isolated.ward, (uint32_t)of->open,
                                        (uint32_t)(of->open * of->extra_share + 0.5), report);
        if (status != STATUS_OK) return status;
        const uint32_t days = left < DAYS_OF_A_LIFE ? left : DAYS_OF_A_LIFE;
        isolated.key = draw_key(isolation->seed + life, (uint32_t)of->open);
        isolated.persons = 0;
        live(&isolated, days);
        ward_free(&isolated.ward);
        left -= days;
    }
    *law = law_of(&isolated.seen);
    return STATUS_OK;
}

// ---- the table

typedef struct Tabling {
    Isolation isolation;
    Congestion *congestion;
    Status status[WARDS];
} Tabling;

static void table_clinics(void *context, uint32_t size, int thread) {
    (void)thread;
    Tabling *tabling = context;
    isolated_clinic(&tabling->isolation, clinic_sizes[size], tabling->congestion->clinic[size]);
}

// The largest wards, which take longest, come first.
static void table_ward(void *context, uint32_t turn, int thread) {
    (void)thread;
    Tabling *tabling = context;
    const int index = WARDS - 1 - (int)turn;
    const WardCase ward = ward_case(index);
    Report own;
    report_init(&own);
    tabling->status[index] =
        isolated_ward(&tabling->isolation, &ward, &tabling->congestion->ward[index], &own);
    report_free(&own);
}

Status congestion_tables(const char *file, Team *team, Report *report) {
    const Status status = congestion_check_place(file, report);
    if (status != STATUS_OK) return status;
    Congestion *congestion = report_calloc(report, 1, sizeof *congestion);
    if (!congestion) return STATUS_NO_MEMORY;
    Tabling tabling = {.isolation = isolation_of_tables(), .congestion = congestion};
    team_share(team, CLINIC_SIZES, table_clinics, &tabling);
    team_share(team, WARDS, table_ward, &tabling);
    Status all = STATUS_OK;
    for (int index = 0; index < WARDS; index++)
        all = status_first(all, tabling.status[index]);
    if (all != STATUS_OK)
        report_problem(report, all, "no memory to make the tables of congestion");
    else
        all = congestion_write(congestion, file, report);
    free(congestion);
    return all;
}
