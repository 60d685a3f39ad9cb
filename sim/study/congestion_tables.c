// SPDX-License-Identifier: MIT
#include "study/congestion_tables.h"

#include "base/curves.h"
#include "base/draw.h"
#include "day/serve.h"

#include <math.h>
#include <stdlib.h>

Isolation isolation_of_tables(void) {
    return (Isolation){.seed = 20220101, .days = 16000, .least_requests = 200000};
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
    const uint32_t days = enough > isolation->days ? enough : isolation->days;
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

// ---- the table

typedef struct Tabling {
    Isolation isolation;
    Congestion *congestion;
} Tabling;

static void table_clinics(void *context, uint32_t size, int thread) {
    (void)thread;
    Tabling *tabling = context;
    isolated_clinic(&tabling->isolation, clinic_sizes[size], tabling->congestion->clinic[size]);
}

Status congestion_tables(const char *file, Team *team, Report *report) {
    const Status status = congestion_check_place(file, report);
    if (status != STATUS_OK) return status;
    Congestion *congestion = report_calloc(report, 1, sizeof *congestion);
    if (!congestion) return STATUS_NO_MEMORY;
    Tabling tabling = {.isolation = isolation_of_tables(), .congestion = congestion};
    team_share(team, CLINIC_SIZES, table_clinics, &tabling);
    const Status written = congestion_write(congestion, file, report);
    free(congestion);
    return written;
}
