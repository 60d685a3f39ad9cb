// SPDX-License-Identifier: MIT
#include "day/load_ward.h"

#include "base/calendar.h"
#include "base/curves.h"

enum { LONGEST_STAY = 180, RING = LONGEST_WAIT + 1 };

// ---- chance

// Steps of the words of a day: those of each class's number, and of stays.
enum { STAYS_STEP = BED_CLASSES, STEPS };

// Poisson by inversion, in parts small enough for exp(-mean) to be a number. Of the first part the
// word and exp(-mean) are given.
enum { PART = 256 };

static uint32_t part_count(double mean, double none, uint32_t word) {
    const double u = draw_unit(word);
    double p = none, sum = p;
    uint32_t count = 0;
    for (unsigned k = 1; u > sum && k < 8 * PART; k++) {
        p *= mean / k;
        sum += p;
        count++;
    }
    return count;
}

static double part_of(double mean) {
    return mean < PART ? mean : PART;
}

static uint32_t poisson(double mean, double none, uint32_t word, DrawKey key, uint32_t index,
                        uint32_t day, BedClass class) {
    uint32_t count = mean > 0 ? part_count(part_of(mean), none, word) : 0;
    for (uint32_t part = 1; mean > part * PART; part++) {
        const double left = part_of(mean - part * PART);
        const Draw draw = draw_at(key, index, PURPOSE_WARD, day, class + STEPS * part);
        count += part_count(left, curve_exp(-left), draw.word[0]);
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

// Patients who take beds today, four to a draw, until their stays are drawn.
enum { STAYS_AT_ONCE = 256, STAYS_OF_A_DRAW = 4 };
typedef struct Stays {
    uint32_t count;
    WardLoad *ward[STAYS_AT_ONCE];
    uint32_t patients[STAYS_AT_ONCE];
    uint32_t index[STAYS_AT_ONCE], day[STAYS_AT_ONCE], step[STAYS_AT_ONCE];
} Stays;

static void draw_stays(Stays *stays, const WardToday *today) {
    uint32_t word[STAYS_OF_A_DRAW][STAYS_AT_ONCE];
    draw_batch(today->key, PURPOSE_WARD, stays->count, stays->index, stays->day, stays->step,
               word[0], word[1], word[2], word[3]);
    for (uint32_t k = 0; k < stays->count; k++)
        for (uint32_t i = 0; i < stays->patients[k]; i++) {
            WardLoad *ward = stays->ward[k];
            const uint32_t stay = days_of_stay(ward, today, word[i][k]);
            ward->leaving[(today->day + stay) % STAY_RING]++;
        }
    stays->count = 0;
}

// `patients` have taken beds of a ward today.
static void plan_stays(Stays *stays, WardLoad *ward, uint32_t index, const WardToday *today,
                       uint32_t patients) {
    for (uint32_t i = 0; i < patients; i += STAYS_OF_A_DRAW) {
        if (stays->count == STAYS_AT_ONCE) draw_stays(stays, today);
        const uint32_t k = stays->count++, left = patients - i;
        stays->ward[k] = ward;
        stays->patients[k] = left < STAYS_OF_A_DRAW ? left : STAYS_OF_A_DRAW;
        stays->index[k] = index;
        stays->day[k] = today->day;
        stays->step[k] = STAYS_STEP + STEPS * (i / STAYS_OF_A_DRAW);
    }
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

static void ask(WardLoad *ward, const WardToday *today) {
    for (int class = 0; class < BED_CLASSES; class ++) {
        const double first = first_requests(ward, (BedClass) class, today);
        ward->asking[class] = ward->month.ratio * first + ward->sent_here[class] +
                              (class == BED_BEFORE ? ward->month.visitors : 0);
        ward->expected[class] += first;
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

// Returns how many patients take beds.
static uint32_t give_beds(WardLoad *ward, const WardToday *today) {
    const uint32_t beds = ward->month.open, all = beds + ward->month.extra;
    const uint32_t before = ward->occupied;
    ward->occupied += serve(&ward->cohort[BED_URGENT][today->day % RING], free_beds(ward, all));
    for (int class = BED_BEFORE; class < BED_CLASSES; class ++)
        ward->occupied += serve_queue(ward, (BedClass) class, free_beds(ward, beds), today);
    return ward->occupied - before;
}

// Those who have waited for as long as they will.
static void send_on(WardLoad *ward, const WardToday *today) {
    for (int class = 0; class < BED_CLASSES; class ++) {
        const uint32_t ago = class == BED_URGENT ? 0 : longest_wait(today->limit_days);
        const Cohort *cohort = &ward->cohort[class][(today->day - ago) % RING];
        ward->sends[class] = today->day < ago ? 0 : cohort->came - cohort->served;
    }
}

// ---- many wards

// Some wards, and for each of their classes the address and word of today's number, and the chance
// of none.
enum { WARDS_AT_ONCE = 64, NUMBERS = WARDS_AT_ONCE * BED_CLASSES };
typedef struct Numbers {
    uint32_t index[NUMBERS], day[NUMBERS], step[NUMBERS], word[4][NUMBERS];
    double minus[NUMBERS], none[NUMBERS];
} Numbers;

static void open_wards(Numbers *numbers, WardLoad *wards, const uint32_t *index, uint32_t count,
                       const WardToday *today) {
    for (uint32_t w = 0; w < count; w++) {
        WardLoad *ward = &wards[index[w]];
        uint16_t *leaving = &ward->leaving[today->day % STAY_RING];
        ward->occupied -= *leaving;
        *leaving = 0;
        ask(ward, today);
        for (uint32_t class = 0; class < BED_CLASSES; class ++) {
            const uint32_t k = BED_CLASSES * w + class;
            numbers->index[k] = index[w];
            numbers->day[k] = today->day;
            numbers->step[k] = class;
            numbers->minus[k] = -part_of(ward->asking[class]);
        }
    }
    const uint32_t all = BED_CLASSES * count;
    curve_exp_batch(all, numbers->minus, numbers->none);
    draw_batch(today->key, PURPOSE_WARD, all, numbers->index, numbers->day, numbers->step,
               numbers->word[0], numbers->word[1], numbers->word[2], numbers->word[3]);
}

static void come(WardLoad *ward, uint32_t index, const WardToday *today, const uint32_t *word,
                 const double *none) {
    for (int class = 0; class < BED_CLASSES; class ++)
        ward->cohort[class][today->day % RING] =
            (Cohort){.came = poisson(ward->asking[class], none[class], word[class], today->key,
                                     index, today->day, (BedClass) class)};
}

void ward_loads_day(WardLoad *wards, const uint32_t *index, uint32_t count,
                    const WardToday *today) {
    Numbers numbers;
    Stays stays = {.count = 0};
    for (uint32_t first = 0; first < count; first += WARDS_AT_ONCE) {
        const uint32_t some = count - first < WARDS_AT_ONCE ? count - first : WARDS_AT_ONCE;
        open_wards(&numbers, wards, &index[first], some, today);
        for (uint32_t w = 0; w < some; w++) {
            const uint32_t here = index[first + w], k = BED_CLASSES * w;
            WardLoad *ward = &wards[here];
            come(ward, here, today, &numbers.word[0][k], &numbers.none[k]);
            plan_stays(&stays, ward, here, today, give_beds(ward, today));
            send_on(ward, today);
        }
    }
    draw_stays(&stays, today);
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
