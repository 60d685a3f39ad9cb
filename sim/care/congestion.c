// SPDX-License-Identifier: MIT
#include "care/congestion.h"

#include "base/curves.h"

#include <math.h>

const double clinic_sizes[CLINIC_SIZES] = {1, 2, 5, 10, 20, 40, 80, 160, 320, 640, 1280};
const double clinic_loads[CLINIC_LOADS] = {
    0,    0.05, 0.10, 0.20, 0.30, 0.40, 0.50, 0.60, 0.70, 0.75, 0.80, 0.82, 0.84, 0.86,
    0.88, 0.90, 0.92, 0.94, 0.96, 0.98, 1.00, 1.02, 1.04, 1.06, 1.08, 1.10, 1.12, 1.14,
    1.16, 1.18, 1.20, 1.25, 1.30, 1.40, 1.50, 1.75, 2.00, 2.50, 3.00, 4.00, 5.00};
const double ward_sizes[WARD_SIZES] = {6, 15, 40, 100, 250, 600};
const double ward_loads[WARD_LOADS] = {0.40, 0.60, 0.70, 0.75, 0.80, 0.85,
                                       0.90, 0.95, 1.00, 1.05, 1.15, 1.40};
const double ward_urgent_shares[WARD_URGENT_SHARES] = {0.05, 0.25, 0.60};
const double ward_before_shares[WARD_BEFORE_SHARES] = {0.05, 0.35, 0.70};
const double ward_extra_shares[WARD_EXTRA_SHARES] = {0.05, 0.20};
const double ward_limits[WARD_LIMITS] = {0, 2, 5, 14};
const int wait_points[WAIT_POINTS] = {1, 2, 3, 5, 8, 14};

static const double LEAST_SHARE = 2e-5;

WardCase ward_case(int index) {
    const int limit = index % WARD_LIMITS;
    index /= WARD_LIMITS;
    const int extra = index % WARD_EXTRA_SHARES;
    index /= WARD_EXTRA_SHARES;
    const int before = index % WARD_BEFORE_SHARES;
    index /= WARD_BEFORE_SHARES;
    const int urgent = index % WARD_URGENT_SHARES;
    index /= WARD_URGENT_SHARES;
    return (WardCase){.open = ward_sizes[index / WARD_LOADS],
                      .load = ward_loads[index % WARD_LOADS],
                      .urgent_share = ward_urgent_shares[urgent],
                      .before_share = ward_before_shares[before],
                      .extra_share = ward_extra_shares[extra],
                      .limit_days = ward_limits[limit],
                      .stay_days = TABLE_STAY_DAYS};
}

// ---- places on an axis

// Between `low` and `low + 1`, `weight` of the way to the latter.
typedef struct Place {
    int low;
    double weight;
} Place;

static Place place_on(const double *axis, int count, double value) {
    if (value <= axis[0]) return (Place){0, 0};
    int low = 0;
    while (low < count - 2 && value > axis[low + 1])
        low++;
    const double weight = (value - axis[low]) / (axis[low + 1] - axis[low]);
    return (Place){low, weight < 1 ? weight : 1};
}

// ---- clinics

static double reach_of_row(const double row[CLINIC_LOADS], double u) {
    int above = 1;
    while (above < CLINIC_LOADS - 1 && row[above] < u)
        above++;
    const double low = row[above - 1], high = row[above];
    const double weight = high > low ? (u - low) / (high - low) : 1;
    return clinic_loads[above - 1] + (weight < 0   ? 0
                                      : weight < 1 ? weight
                                                   : 1) *
                                         (clinic_loads[above] - clinic_loads[above - 1]);
}

// The spread of the reach goes with 1 / sqrt(slots), so between two sizes it is straight in that.
double congestion_reach(const Congestion *congestion, double slots, double u) {
    if (slots <= 0) return 0;
    const double largest = clinic_sizes[CLINIC_SIZES - 1];
    if (slots >= largest) {
        const double reach = reach_of_row(congestion->clinic[CLINIC_SIZES - 1], u);
        return 1 + (reach - 1) * sqrt(largest / slots);
    }
    int low = 0;
    while (low < CLINIC_SIZES - 2 && slots > clinic_sizes[low + 1])
        low++;
    const double first = reach_of_row(congestion->clinic[low], u);
    if (slots <= clinic_sizes[low]) return first;
    const double second = reach_of_row(congestion->clinic[low + 1], u);
    const double from = 1 / sqrt(clinic_sizes[low]), to = 1 / sqrt(clinic_sizes[low + 1]);
    return first + (second - first) * (1 / sqrt(slots) - from) / (to - from);
}

// ---- wards

// Shares are interpolated as log odds, because small ones rise by factors and not by steps.
static double odds(double share) {
    return curve_logit(share < LEAST_SHARE       ? LEAST_SHARE
                       : share > 1 - LEAST_SHARE ? 1 - LEAST_SHARE
                                                 : share);
}

static double share_of(double log_odds) {
    const double share = curve_logistic(log_odds);
    return share < 1.5 * LEAST_SHARE ? 0 : share;
}

// A law is a row of numbers, all of them shares.
enum { LAW_NUMBERS = sizeof(WardLaw) / sizeof(double) };

static WardLaw mapped(const WardLaw *law, double (*map)(double)) {
    WardLaw result;
    const double *from = (const double *)law;
    double *to = (double *)&result;
    for (int i = 0; i < LAW_NUMBERS; i++)
        to[i] = map(from[i]);
    return result;
}

static void add(WardLaw *sum, double weight, const WardLaw *law) {
    const double *from = (const double *)law;
    double *to = (double *)sum;
    for (int i = 0; i < LAW_NUMBERS; i++)
        to[i] += weight * from[i];
}

// The longest wait there may be, in days of the table: with shorter stays beds come free more
// often.
static double longest_wait(const WardCase *ward) {
    return ceil(ward->limit_days) * TABLE_STAY_DAYS / ward->stay_days;
}

// Who goes before whom hardly moves how many are sent on or wait, only who they are. So what is
// interpolated are all who are sent on, and all who wait of those not urgent, in the place of those
// of the rest.
static WardLaw added_up(const WardLaw *law, const WardCase *ward) {
    WardLaw sum = *law;
    const double before = ward->before_share;
    sum.elsewhere[BED_REST] = congestion_sent_on(law, ward);
    for (int i = 0; i < WAIT_POINTS; i++) {
        sum.waits[BED_REST][i] =
            before * law->waits[BED_BEFORE][i] + (1 - before) * law->waits[BED_REST][i];
        if (wait_points[i] != ward->limit_days) continue;
        sum.waits_longest[BED_BEFORE] = sum.waits[BED_BEFORE][i];
        sum.waits_longest[BED_REST] = sum.waits[BED_REST][i];
    }
    return sum;
}

// Nobody of the rest fares better than those before them.
static double remainder_of(double all, double before, double before_share) {
    const double rest =
        before_share < 1 ? (all - before_share * before) / (1 - before_share) : before;
    return rest < before ? before : rest < 1 ? rest : 1;
}

static WardLaw taken_apart(const WardLaw *sum, const WardCase *ward) {
    WardLaw law = *sum;
    const double before = ward->before_share, urgent = ward->urgent_share;
    const double others =
        urgent < 1 ? (sum->elsewhere[BED_REST] - urgent * sum->elsewhere[BED_URGENT]) / (1 - urgent)
                   : 0;
    law.elsewhere[BED_REST] = remainder_of(others, sum->elsewhere[BED_BEFORE], before);
    law.waits_longest[BED_REST] =
        remainder_of(sum->waits_longest[BED_REST], sum->waits_longest[BED_BEFORE], before);
    for (int i = 0; i < WAIT_POINTS; i++)
        law.waits[BED_REST][i] =
            remainder_of(sum->waits[BED_REST][i], sum->waits[BED_BEFORE][i], before);
    return law;
}

void congestion_prepare(Congestion *congestion) {
    for (int row = 0; row < WARDS; row++) {
        const WardCase ward = ward_case(row);
        const WardLaw sum = added_up(&congestion->ward[row], &ward);
        congestion->odds[row] = mapped(&sum, odds);
    }
}

enum { AXES = 4 };

// The log odds of one ward at a load and a limit of the table: linear on four axes, sizes by their
// logarithm.
static WardLaw odds_at(const Congestion *congestion, const Place place[AXES], int load, int limit) {
    static const int length[AXES] = {WARD_SIZES, WARD_URGENT_SHARES, WARD_BEFORE_SHARES,
                                     WARD_EXTRA_SHARES};
    WardLaw sum = {.free_share = 0};
    for (int corner = 0; corner < 1 << AXES; corner++) {
        double weight = 1;
        int row = 0;
        for (int axis = 0; axis < AXES; axis++) {
            const int up = corner >> axis & 1;
            weight *= up ? place[axis].weight : 1 - place[axis].weight;
            row = row * length[axis] + place[axis].low + up;
            if (axis == 0) row = row * WARD_LOADS + load;
        }
        if (weight > 0) add(&sum, weight, &congestion->odds[row * WARD_LIMITS + limit]);
    }
    return sum;
}

// Beyond the shorter limit only the longer law knows waits; it is shifted to meet the other at its
// last point.
static void join_waits(double waits[WAIT_POINTS], const double shorter[WAIT_POINTS],
                       const double longer[WAIT_POINTS], const Place *place) {
    double shift = 0;
    for (int i = 0; i < WAIT_POINTS; i++) {
        if (wait_points[i] <= ward_limits[place->low])
            shift = (1 - place->weight) * (shorter[i] - longer[i]);
        waits[i] = longer[i] + shift;
    }
}

void congestion_ward(WardLaws *laws, const Congestion *congestion, const WardCase *ward) {
    double log_sizes[WARD_SIZES];
    for (int i = 0; i < WARD_SIZES; i++)
        log_sizes[i] = curve_log(ward_sizes[i]);
    const Place place[AXES] = {
        place_on(log_sizes, WARD_SIZES, curve_log(ward->open > 1 ? ward->open : 1)),
        place_on(ward_urgent_shares, WARD_URGENT_SHARES, ward->urgent_share),
        place_on(ward_before_shares, WARD_BEFORE_SHARES, ward->before_share),
        place_on(ward_extra_shares, WARD_EXTRA_SHARES, ward->extra_share)};
    const Place limit = place_on(ward_limits, WARD_LIMITS, longest_wait(ward));
    laws->of = *ward;
    for (int load = 0; load < WARD_LOADS; load++) {
        const WardLaw shorter = odds_at(congestion, place, load, limit.low);
        const WardLaw longer = odds_at(congestion, place, load, limit.low + 1);
        WardLaw *sum = &laws->odds[load];
        *sum = (WardLaw){.free_share = 0};
        add(sum, 1 - limit.weight, &shorter);
        add(sum, limit.weight, &longer);
        for (int class = 0; class < BED_CLASSES; class++) {
            join_waits(sum->waits[class], shorter.waits[class], longer.waits[class], &limit);
            if (limit.low == 0) sum->waits_longest[class] = longer.waits_longest[class];
        }
    }
}

WardLaw congestion_law(const WardLaws *laws, double load) {
    const Place place = place_on(ward_loads, WARD_LOADS, load);
    WardLaw sum = {.free_share = 0};
    add(&sum, 1 - place.weight, &laws->odds[place.low]);
    add(&sum, place.weight, &laws->odds[place.low + 1]);
    sum = mapped(&sum, share_of);
    return taken_apart(&sum, &laws->of);
}

static unsigned most_days(const WardCase *ward) {
    const double limit = ceil(ward->limit_days);
    return limit < MOST_WAIT_DAYS ? (unsigned)limit : MOST_WAIT_DAYS;
}

// Share that waits at least `days`: on the first day as in the table, from there on in its days;
// between two points a straight line.
static double waits(const WardLaw *law, const WardCase *ward, BedClass class, unsigned days) {
    const double longest = longest_wait(ward);
    const double when = 1 + (days - 1) * TABLE_STAY_DAYS / ward->stay_days;
    double before = 1, from = 0;
    for (int i = 0; i < WAIT_POINTS && wait_points[i] < longest; i++) {
        const double at = wait_points[i], share = law->waits[class][i];
        if (when <= at) return before + (share - before) * (when - from) / (at - from);
        before = share;
        from = at;
    }
    const double last = law->waits_longest[class] < before ? law->waits_longest[class] : before;
    return when < longest ? before + (last - before) * (when - from) / (longest - from) : last;
}

BedOutcome congestion_bed(const WardLaw *law, const WardCase *ward, BedClass class, double u) {
    const unsigned longest = class == BED_URGENT ? 0 : most_days(ward);
    if (u < law->elsewhere[class]) return (BedOutcome){.days = longest, .gets_bed = 0};
    unsigned days = longest;
    while (days > 0 && u >= waits(law, ward, class, days))
        days--;
    return (BedOutcome){.days = days, .gets_bed = 1};
}

double congestion_sent_on(const WardLaw *law, const WardCase *ward) {
    const double others = ward->before_share * law->elsewhere[BED_BEFORE] +
                          (1 - ward->before_share) * law->elsewhere[BED_REST];
    return ward->urgent_share * law->elsewhere[BED_URGENT] + (1 - ward->urgent_share) * others;
}

double congestion_wait(const WardLaw *law, const WardCase *ward) {
    double before = 0, rest = 0;
    for (unsigned days = 1; days <= most_days(ward); days++) {
        before += waits(law, ward, BED_BEFORE, days);
        rest += waits(law, ward, BED_REST, days);
    }
    return (1 - ward->urgent_share) *
           (ward->before_share * before + (1 - ward->before_share) * rest);
}
