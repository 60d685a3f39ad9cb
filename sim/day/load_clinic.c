// SPDX-License-Identifier: MIT
#include "day/load_clinic.h"

#include "day/need_mass.h"

void clinic_load_open_month(ClinicLoad *clinic, const Expected *expected,
                            const NeedMasses *masses) {
    clinic->later_count = 0;
    for (unsigned days = 1; days < LATER_DAYS && expected->visits > 0; days++) {
        double share = 0;
        for (int of = 0; of < CASE_CLASS_COUNT; of++)
            share += expected->later[of] * masses->later_after[of][days] / expected->visits;
        if (share <= 0) continue;
        clinic->later[clinic->later_count] = share;
        clinic->later_days[clinic->later_count++] = (uint8_t)days;
    }
}

// Visits of absent insured while they are at home, per visit of a resident.
static double home_per_resident(const Expected *expected) {
    return expected->visits > 0 ? expected->home_visits / expected->visits : 0;
}

// Of those seen some days ago, those who are still here.
static double seen_ago(const ClinicLoad *clinic, const Today *today, unsigned days) {
    const unsigned day = (today->day - days) % LATER_DAYS;
    return clinic->seen[day] + (today->absent_at_home ? clinic->seen_home[day] : 0);
}

static double later_visits(const ClinicLoad *clinic, const Today *today) {
    double with_home[LATER_DAYS], sum = 0;
    for (unsigned day = 0; day < LATER_DAYS && today->absent_at_home; day++)
        with_home[day] = clinic->seen[day] + clinic->seen_home[day];
    const double *seen = today->absent_at_home ? with_home : clinic->seen;
    for (unsigned i = 0; i < clinic->later_count; i++)
        sum += clinic->later[i] * seen[(today->day - clinic->later_days[i]) % LATER_DAYS];
    return sum;
}

// Those not urgent who come from another institution.
static double sent_up(const ClinicLoad *clinic, const Simulation *simulation,
                      const Expected *expected) {
    const double delay = simulation->city->parameters.care.referral_delay_days;
    const unsigned days = delay >= 1 ? (unsigned)delay : 1;
    if (expected->visits <= 0) return 0;
    return (expected->referred * seen_ago(clinic, &simulation->today, days) +
            expected->own_way * seen_ago(clinic, &simulation->today, 1)) /
           expected->visits;
}

// New needs that are taken up today: what is put off on the days of Spring Festival is asked for in
// equal parts on the days after it.
static double taken_up(ClinicLoad *clinic, const Simulation *simulation, const Expected *expected,
                       double pace) {
    const Today *today = &simulation->today;
    const double new =
        pace *(expected->visits - expected->climbs - expected->referred - expected->own_way);
    const double put_off = today->festival ? pace * expected->put_off : 0;
    if (!today->festival && !today->catching_up) clinic->put_off = 0;
    clinic->put_off += put_off;
    const double days = simulation->city->parameters.time.catch_up_days;
    return new - put_off + (today->catching_up ? clinic->put_off / days : 0);
}

void clinic_load_expect(ClinicLoad *clinic, const Simulation *simulation,
                        const Expected *expected) {
    const Today *today = &simulation->today;
    const double pace = day_pace(simulation, today->day, today->month, today->day_of_month);
    const double all = 1 + (today->absent_at_home ? home_per_resident(expected) : 0);
    clinic->expected[COMES_FRESH] =
        all * taken_up(clinic, simulation, expected, pace) + sent_up(clinic, simulation, expected);
    clinic->expected[CLIMBS_1] = clinic->expected[CLIMBS_2] = all * pace * expected->climbs;
    clinic->expected[COMES_LATER] = later_visits(clinic, today);
    clinic->expected[COMES_VISITING] = expected->steady;
}

void clinic_load_remember(ClinicLoad *clinic, const Today *today, const Expected *expected) {
    const double *refused = clinic->refused, *asking = clinic->asking;
    const double fresh = asking[COMES_FRESH] + asking[CLIMBS_1] + asking[CLIMBS_2];
    const double asked = fresh + asking[COMES_LATER] + asking[COMES_VISITING];
    const double served =
        asked > 0 ? (clinic->before - refused[0] - refused[1] - refused[2]) / asked : 0;
    const double home = today->absent_at_home ? home_per_resident(expected) : 0;
    const unsigned day = today->day % LATER_DAYS;
    clinic->seen[day] = fresh * served / (1 + home);
    clinic->seen_home[day] = fresh * served * home / (1 + home);
}
