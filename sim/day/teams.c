// SPDX-License-Identifier: MIT
#include "day/teams.h"

static const double MINUTES_PER_HOUR = 60, WEEKS_PER_YEAR = 365.25 / 7, RESIDENTS = 10000;

// A kind of patients and the effects that say what is wanted for them.
typedef struct Wanted {
    FollowedWay way;
    Effect share, contacts, minutes, followed;
} Wanted;

static const Wanted of_signed = {FOLLOWED_SIGNED, EFFECT_SIGNED, EFFECT_SIGNED_CONTACTS,
                                 EFFECT_SIGNED_MINUTES, EFFECT_SIGNED_FOLLOWED};

// The order in which the graded are seen to.
static const Wanted of_graded[] = {
    {FOLLOWED_RED, EFFECT_GRADED, EFFECT_RED_VISITS, EFFECT_RED_MINUTES, EFFECT_RED_FOLLOWED},
    {FOLLOWED_YELLOW, EFFECT_GRADED, EFFECT_YELLOW_CONTACTS, EFFECT_YELLOW_MINUTES,
     EFFECT_GRADE_FOLLOWED},
    {FOLLOWED_GREEN, EFFECT_GRADED, EFFECT_GREEN_CONTACTS, EFFECT_GREEN_MINUTES,
     EFFECT_GRADE_FOLLOWED},
};

static double ratio(double part, double whole) {
    return whole > 0 ? part / whole : 0;
}

// Reaches as many of these patients as the minutes left allow; returns what is left of them.
static double reach(TeamMonth *month, const Effects *effects, int county, const Wanted *wanted,
                    double patients, double years, double minutes_left) {
    const double share = effect_sum(effects, county, wanted->share);
    const double contacts = patients * years * effect_sum(effects, county, wanted->contacts);
    const double minutes = patients * years * effect_sum(effects, county, wanted->minutes);
    if (share <= 0 || contacts <= 0) return minutes_left;

    const double met = minutes <= minutes_left ? 1 : minutes_left / minutes;
    month->follow_up.share[wanted->way] = met * (share < 1 ? share : 1);
    month->follow_up.log_ratio[wanted->way] = effect_sum(effects, county, wanted->followed) / share;
    *(wanted->way == FOLLOWED_SIGNED ? &month->of_signed : &month->of_graded) += met * contacts;
    month->minutes += met * minutes;
    if (wanted->way == FOLLOWED_RED) month->home_visits += met * contacts;
    return minutes_left - met * minutes;
}

static double least(double a, double b) {
    return a < b ? a : b;
}

TeamMonth team_month(const Effects *effects, int county, const Patients *patients, double years,
                     double doctor_minutes) {
    static const Colour colour_of_way[FOLLOWED_WAYS] = {[FOLLOWED_GREEN] = COLOUR_GREEN,
                                                        [FOLLOWED_YELLOW] = COLOUR_YELLOW,
                                                        [FOLLOWED_RED] = COLOUR_RED};
    const double unit = patients->residents / RESIDENTS * MINUTES_PER_HOUR * WEEKS_PER_YEAR * years;
    const double share = effect_sum(effects, county, EFFECT_SIGNED);
    TeamMonth month = {.signed_patients = least(share, 1) * patients->known,
                       .red_graded = least(effect_sum(effects, county, EFFECT_GRADED), 1) *
                                     patients->colour[COLOUR_RED]};

    double left = least(unit * effect_sum(effects, county, EFFECT_TEAM_HOURS), doctor_minutes);
    reach(&month, effects, county, &of_signed, patients->known, years, left);
    left = least(unit * effect_sum(effects, county, EFFECT_GRADE_HOURS),
                 doctor_minutes - month.minutes);
    for (size_t i = 0; i < sizeof of_graded / sizeof *of_graded; i++)
        left = reach(&month, effects, county, &of_graded[i],
                     patients->colour[colour_of_way[of_graded[i].way]], years, left);

    const double served = month.follow_up.share[FOLLOWED_SIGNED] * patients->known;
    month.continuity = ratio(effect_sum(effects, county, EFFECT_SIGNED_CONTINUITY), share) *
                       least(ratio(served, patients->signed_up), 1);
    return month;
}
