// SPDX-License-Identifier: MIT
#include "reforms/lever.h"

#include "base/curves.h"

static const double DAYS_PER_YEAR = 365.25, DAYS_PER_MONTH = 365.25 / 12;

#define LISTED(lever) &lever,
const Lever *const levers[] = {LEVERS(LISTED)};
#undef LISTED
const int lever_count = sizeof levers / sizeof *levers;

// How far a reform has come, whatever its coverage, with a ramp of so many months.
static double progress(const Reform *reform, double ramp_months, int32_t day) {
    if (day < reform->start_day || day >= reform->end_day) return 0;

    const double days = ramp_months * DAYS_PER_MONTH;
    const double since = day - reform->start_day + 1;
    return since < days ? since / days : 1.0;
}

double reform_strength(const Reform *reform, int32_t calendar_day_now) {
    return reform->coverage * progress(reform, reform->ramp_months, calendar_day_now);
}

static double log_share_without(double share) {
    static const double LEAST = 1e-9;
    return curve_log(1.0 - share > LEAST ? 1.0 - share : LEAST);
}

// Full until the end. After it nothing is left of a move, but for one that fades or stays.
static double share_left(const Move *move, const Reform *reform, int32_t day) {
    if (day < reform->end_day) return 1;
    if (move->kind == ADDS_FOR_GOOD) return 1;
    if (move->kind != ADDS_FADING) return 0;
    const double days = reform->value[move->number[1]] * DAYS_PER_MONTH;
    const double since = (double)day - reform->end_day + 1;
    return since < days ? 1 - since / days : 0;
}

static double amount_of(const Move *move, double strength, const Reform *reform, int32_t day) {
    const double *value = reform->value;
    const double amount = strength * value[move->number[0]];
    switch (move->kind) {
    case ADDS_PRODUCT:
        return amount * value[move->number[1]];
    case ADDS_VOLUME:
        return amount * value[move->number[1]] * value[move->number[2]];
    case TAKES_SHARE:
        return log_share_without(amount);
    case TAKES_PRODUCT:
        return log_share_without(amount * value[move->number[1]]);
    case FOLLOWS:
        return strength *
               levers[reform->lever]->course(value, (day - reform->start_day + 1) / DAYS_PER_YEAR);
    case ADDS:
    case ADDS_FADING:
    case ADDS_FOR_GOOD:
    case MOVES_NOTHING:
        break;
    }
    return amount;
}

// ---- all reforms together

static Sector sector_of(const Reform *reform) {
    return levers[reform->lever]->sector;
}

// A day of the reform, or its last one for what fades after it.
static int32_t day_in_force(const Reform *reform, int32_t day) {
    return day < reform->end_day ? day : reform->end_day - 1;
}

// `strength` is that of the day in force.
static void act(Effects *effects, const Reform *reform, int county, double strength, int32_t day) {
    if (!(strength > 0)) return;
    const Move *moves = levers[reform->lever]->moves;
    for (int i = 0; i < MOST_MOVES && moves[i].kind != MOVES_NOTHING; i++) {
        const double left = share_left(&moves[i], reform, day);
        if (left > 0)
            effect_add(effects, county, moves[i].effect,
                       amount_of(&moves[i], strength * left, reform, day));
    }
}

static double progress_here(const Effects *effects, const Reform *reform, int county, int32_t day) {
    const double ramp_months =
        effect_share_left(effects, county, EFFECT_RULE_LAG, reform->ramp_months);
    return progress(reform, ramp_months, day);
}

// The strength of the strongest reform here of another sector.
static double strongest_beside(const Effects *effects, const Experiment *experiment,
                               const Reform *reform, int county, int32_t day) {
    double strongest = 0;
    for (int r = 0; r < experiment->reform_count; r++) {
        const Reform *other = &experiment->reforms[r];
        const Sector sector = sector_of(other);
        if (!other->in_county[county] || sector == sector_of(reform)) continue;
        if (sector == SECTOR_NONE || sector == SECTOR_COORDINATION) continue;
        const double strength = other->coverage * progress_here(effects, other, county, day);
        strongest = strength > strongest ? strength : strongest;
    }
    return strongest;
}

// With so much coverage.
static double strength_together(const Effects *effects, const Experiment *experiment,
                                const Reform *reform, double coverage, int county, int32_t day) {
    const double made_up = 1.0 - effect_share_left(effects, county, EFFECT_OFFSET, 1.0);
    const double strength = coverage * progress_here(effects, reform, county, day);
    if (made_up <= 0 || strength <= 0 || sector_of(reform) == SECTOR_NONE) return strength;
    return strength +
           (1.0 - strength) * made_up * strongest_beside(effects, experiment, reform, county, day);
}

double reform_progress(const Experiment *experiment, const Effects *effects, int reform, int county,
                       int32_t calendar_day_now) {
    return strength_together(effects, experiment, &experiment->reforms[reform], 1, county,
                             calendar_day_now);
}

Effects effects_on(const Experiment *experiment, int32_t calendar_day_now) {
    const int counties = (int)experiment->city.county_count;
    Effects rules = {0};
    for (int r = 0; r < experiment->reform_count; r++) {
        const Reform *reform = &experiment->reforms[r];
        if (sector_of(reform) != SECTOR_COORDINATION) continue;
        for (int county = 0; county < counties; county++)
            if (reform->in_county[county])
                act(&rules, reform, county,
                    reform_strength(reform, day_in_force(reform, calendar_day_now)),
                    calendar_day_now);
    }
    Effects effects = rules;
    for (int r = 0; r < experiment->reform_count; r++) {
        const Reform *reform = &experiment->reforms[r];
        if (sector_of(reform) == SECTOR_COORDINATION) continue;
        for (int county = 0; county < counties; county++)
            if (reform->in_county[county])
                act(&effects, reform, county,
                    strength_together(&rules, experiment, reform, reform->coverage, county,
                                      day_in_force(reform, calendar_day_now)),
                    calendar_day_now);
    }
    return effects;
}
