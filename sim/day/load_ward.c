// SPDX-License-Identifier: MIT
#include "day/load_ward.h"

#include "base/calendar.h"
#include "base/curves.h"

enum { LONGEST_STAY = 180, RING = LONGEST_WAIT + 1 };

// ---- chance

// Steps of the words of a day: those of each class's number, and of stays.
enum { STAYS_STEP = BED_CLASSES, STEPS };

// Poisson by inversion, in parts small enough for exp(-mean) to be a number.
static uint32_t poisson(double mean, DrawKey key, uint32_t index, uint32_t day, BedClass class) {
    enum { PART = 256 };
    uint32_t count = 0;
    for (uint32_t part = 0; mean > 0; part++, mean -= PART) {
        const double part_mean = mean < PART ? mean : PART;
        const Draw draw = draw_at(key, index, PURPOSE_WARD, day, class + STEPS * part);
        const double u = draw_unit(draw.word[0]);
        double p = curve_exp(-part_mean), sum = p;
        for (unsigned k = 1; u > sum && k < 8 * PART; k++) {
            p *= part_mean / k;
            sum += p;
            count++;
        }
    }
    return count;
}

// ---- beds

static uint32_t days_of_stay(const WardLoad *ward, const WardToday *today, uint32_t word) {
    const double days = ward->month.stay_days * today->stay[word >> 22] + 0.5;
    const uint32_t stay = days < 1 ? 1 : days > LONGEST_STAY ? LONGEST_STAY : (uint32_t)days;
    const uint32_t weekday = (today->weekday + stay) % DAYS_OF_WEEK;
    const double u = (word & 0x3FFFFFu) / (double)0x400000u;
    return weekday < SATURDAY || u < today->leave_at_weekend ? stay : stay + DAYS_OF_WEEK - weekday;
}

// `count` patients take beds; `before` others have done so today.
static void take_beds(WardLoad *ward, uint32_t index, const WardToday *today, uint32_t count,
                      uint32_t before) {
    Draw draw = {{0}};
    for (uint32_t i = before; i < before + count; i++) {
        if (i == before || i % 4 == 0)
            draw =
                draw_at(today->key, index, PURPOSE_WARD, today->day, STAYS_STEP + STEPS * (i / 4));
        const uint32_t stay = days_of_stay(ward, today, draw.word[i % 4]);
        ward->leaving[(today->day + stay) % STAY_RING]++;
    }
    ward->occupied += count;
}

// Gives those of a cohort who still wait beds, as far as they go; returns how many.
static uint32_t serve(Cohort *cohort, uint32_t beds) {
    const uint32_t waiting = cohort->came - cohort->served;
    const uint32_t served = waiting < beds ? waiting : beds;
    cohort->served += served;
    cohort->beds_left |= beds > waiting;
    return served;
}

static uint32_t free_beds(const WardLoad *ward, uint32_t beds) {
    return ward->occupied < beds ? beds - ward->occupied : 0;
}

// ---- the day

// First requests of one class; what is put off on the days of Spring Festival is taken up after it.
static double first_requests(WardLoad *ward, BedClass class, const WardToday *today) {
    const WardMonth *month = &ward->month;
    const double all =
        today->pace * month->first[class] * (1 + (today->absent_at_home ? month->home_share : 0));
    const double put_off = today->festival && class != BED_URGENT ? all * month->put_off_share : 0;
    if (today->catch_up_share == 0 && !today->festival) ward->put_off[class] = 0;
    ward->put_off[class] += put_off;
    return all - put_off + today->catch_up_share * ward->put_off[class];
}

static void ask(WardLoad *ward, uint32_t index, const WardToday *today) {
    for (int class = 0; class < BED_CLASSES; class ++) {
        const double first = first_requests(ward, (BedClass) class, today);
        ward->asking[class] = ward->month.ratio * first + ward->sent_here[class] +
                              (class == BED_BEFORE ? ward->month.visitors : 0);
        ward->expected[class] += first;
        ward->cohort[class][today->day % RING] = (Cohort){
            .came = poisson(ward->asking[class], today->key, index, today->day, (BedClass) class)};
    }
}

static uint32_t longest_wait(double limit_days) {
    const uint32_t days = (uint32_t)limit_days;
    return days < limit_days ? days + 1 : days;
}

// A class gives its beds by day, so that the cohorts with beds left are those before the others.
static uint32_t serve_queue(WardLoad *ward, BedClass class, uint32_t beds, const WardToday *today) {
    const uint32_t day = today->day, longest = longest_wait(today->limit_days);
    const uint32_t within = day > longest ? day - longest : 0;
    uint32_t from = ward->queue_from[class], all = 0;
    if (from < within) from = within;
    for (uint32_t came = from; came <= day && all < beds; came++) {
        Cohort *cohort = &ward->cohort[class][came % RING];
        all += serve(cohort, beds - all);
        from += cohort->beds_left;
    }
    ward->queue_from[class] = from;
    return all;
}

static void give_beds(WardLoad *ward, uint32_t index, const WardToday *today) {
    const uint32_t beds = ward->month.open, all = beds + ward->month.extra;
    uint32_t given = serve(&ward->cohort[BED_URGENT][today->day % RING], free_beds(ward, all));
    take_beds(ward, index, today, given, 0);
    for (int class = BED_BEFORE; class < BED_CLASSES; class ++) {
        const uint32_t served = serve_queue(ward, (BedClass) class, free_beds(ward, beds), today);
        take_beds(ward, index, today, served, given);
        given += served;
    }
}

// Those who have waited for as long as they will.
static void send_on(WardLoad *ward, const WardToday *today) {
    for (int class = 0; class < BED_CLASSES; class ++) {
        const uint32_t ago = class == BED_URGENT ? 0 : longest_wait(today->limit_days);
        const Cohort *cohort = &ward->cohort[class][(today->day - ago) % RING];
        ward->sends[class] = today->day < ago ? 0 : cohort->came - cohort->served;
    }
}

void ward_load_day(WardLoad *ward, uint32_t index, const WardToday *today) {
    uint16_t *leaving = &ward->leaving[today->day % STAY_RING];
    ward->occupied -= *leaving;
    *leaving = 0;
    ask(ward, index, today);
    give_beds(ward, index, today);
    send_on(ward, today);
}

// Of those who came that day the first have been served, in the order of their keys; one more among
// them lies before the served-th with the chance served / (came + 1).
WardAnswer ward_load_answer(const WardLoad *ward, const Request *request, uint32_t since,
                            uint32_t day, double limit_days) {
    const BedClass class = bed_class(request);
    const Cohort *cohort = &ward->cohort[class][since % RING];
    const uint32_t random = request->key & ((1u << KEY_RANDOM_BITS) - 1);
    const double place = (random + 0.5) / (double)(1u << KEY_RANDOM_BITS);
    if (cohort->beds_left || place * (cohort->came + 1) < cohort->served) return BED_NOW;
    return class == BED_URGENT || day - since >= longest_wait(limit_days) ? BED_ELSEWHERE
                                                                          : BED_LATER;
}
