// SPDX-License-Identifier: MIT
#include "day/load_ward.h"

#include <math.h>

static const double MIX_DAYS = 7;       // over which the mix of classes is remembered
static const double MOVED_SHARE = 0.01; // of a class, so that laws are found anew

// ---- the law of today

// Without chance, the patients of a ward with this load: those in beds by Little's law, and those
// who wait.
static void fill_held(WardLoad *ward) {
    for (int i = 0; i < WARD_LOADS; i++) {
        const double offered = ward_loads[i] * ward->of.open;
        const WardLaw law = congestion_law(&ward->laws, ward_loads[i]);
        const double held = offered * (1 - congestion_sent_on(&law, &ward->of)) +
                            offered / ward->of.stay_days * congestion_wait(&law, &ward->of);
        const double least = i > 0 ? 1.0001 * ward->held[i - 1] : 0;
        ward->held[i] = held > least ? held : least;
    }
}

static int has_moved(const WardLoad *ward, double urgent_share, double before_share) {
    const WardCase *of = &ward->of, *was = &ward->laws.of;
    return of->open != was->open || of->stay_days != was->stay_days ||
           of->limit_days != was->limit_days || of->extra_share != was->extra_share ||
           fabs(urgent_share - was->urgent_share) > MOVED_SHARE ||
           fabs(before_share - was->before_share) > MOVED_SHARE;
}

static void find_laws(WardLoad *ward, const Congestion *congestion) {
    const double *mix = ward->mix, others = mix[BED_BEFORE] + mix[BED_REST];
    const double all = mix[BED_URGENT] + others;
    const double urgent_share = all > 0 ? mix[BED_URGENT] / all : 0;
    const double before_share = others > 0 ? mix[BED_BEFORE] / others : 0;
    if (!has_moved(ward, urgent_share, before_share)) return;
    ward->of.urgent_share = urgent_share;
    ward->of.before_share = before_share;
    congestion_ward(&ward->laws, congestion, &ward->of);
    fill_held(ward);
}

// The load at which a ward would hold as many patients as it does now.
static double load_now(const WardLoad *ward) {
    const double *held = ward->held, patients = ward->patients;
    if (patients <= held[0]) return ward_loads[0] * patients / held[0];
    int above = 1;
    while (above < WARD_LOADS - 1 && patients > held[above])
        above++;
    const double low = held[above - 1], high = held[above];
    const double weight = patients < high ? (patients - low) / (high - low) : 1;
    return ward_loads[above - 1] + weight * (ward_loads[above] - ward_loads[above - 1]);
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
    const int begins = ward->mix[BED_URGENT] + ward->mix[BED_BEFORE] + ward->mix[BED_REST] <= 0;
    for (int class = 0; class < BED_CLASSES; class++) {
        const double first = first_requests(ward, (BedClass) class, today);
        const double asking = ward->month.ratio * first + ward->sent_here[class] +
                              (class == BED_BEFORE ? ward->month.visitors : 0);
        ward->since[class][today->day % (MOST_WAIT_DAYS + 1)] = asking;
        ward->mix[class] += (asking - ward->mix[class]) / (begins ? 1 : MIX_DAYS);
        ward->patients += asking;
        ward->expected[class] += first;
    }
}

static void send_on(WardLoad *ward, uint32_t day) {
    const double limit = ceil(ward->of.limit_days);
    const uint32_t longest = limit < MOST_WAIT_DAYS ? (uint32_t)limit : MOST_WAIT_DAYS;
    for (int class = 0; class < BED_CLASSES; class++) {
        const uint32_t waited = class == BED_URGENT ? 0 : longest;
        const double in_vain =
            day < waited ? 0 : ward->since[class][(day - waited) % (MOST_WAIT_DAYS + 1)];
        ward->sends[class] = in_vain * ward->law.elsewhere[class];
        ward->patients -= ward->sends[class];
    }
}

void ward_load_day(WardLoad *ward, const Congestion *congestion, const WardToday *today) {
    const double leaving = ward->of.load * ward->of.open / ward->of.stay_days *
                           (1 - congestion_sent_on(&ward->law, &ward->of));
    ward->patients -= leaving;
    ask(ward, today);
    find_laws(ward, congestion);
    send_on(ward, today->day);
    ward->of.load = load_now(ward);
    ward->law = congestion_law(&ward->laws, ward->of.load);
}

double ward_load_asked(const WardLoad *ward, uint32_t day) {
    double asked = 0;
    for (int class = 0; class < BED_CLASSES; class++)
        asked += ward->since[class][day % (MOST_WAIT_DAYS + 1)];
    return asked;
}
