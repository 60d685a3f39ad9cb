// SPDX-License-Identifier: MIT
// How long somebody stays in a bed, and how the stay ends: the stays of the twin.
#include "laws/twin.h"

#include "base/calendar.h"
#include "base/curves.h"
#include "day/adapt.h"
#include "day/contracts.h"

#include <math.h>

static const Care *care_of(const Twin *twin) {
    return &twin->world.city->parameters.care;
}

double twin_mean_days(const Twin *twin, const Ask *ask) {
    const Parameters *parameters = &twin->world.city->parameters;
    const Kind kind = (Kind)twin_facility(twin, ask)->kind;
    return parameters->disease[ask->disease].stay_days * parameters->kind[kind].stay_ratio *
           twin->world.today.stay_factor;
}

// Lognormal, in whole days from 1 to 180; of a stay that goes on from above only the rest.
static int drawn_days(const Twin *twin, const Ask *ask, const Draw *draw) {
    const double sigma = twin->world.tables.stay_sigma[ask->disease];
    const double z = curve_normal_quantile(draw_unit(draw->word[0]));
    const double mean = twin_mean_days(twin, ask) * answer_of(&twin->world, ask->facility)->days;
    double days = mean * curve_exp(sigma * z - 0.5 * sigma * sigma);
    if (ask->contact == CONTACT_MOVED_DOWN) days *= care_of(twin)->down_referral_stay_share;
    if (ask->contact == CONTACT_BILLED_AGAIN) days /= 2;
    days += 0.5;
    return days < 1 ? 1 : days > 180 ? 180 : (int)days;
}

static int operation_level(const Twin *twin, const Ask *ask, const Draw *draw) {
    const Parameters *parameters = &twin->world.city->parameters;
    const DayTables *tables = &twin->world.tables;
    const DiseaseRow *row = &parameters->disease[ask->disease];
    const int township = twin_facility(twin, ask)->kind == KIND_TOWNSHIP_CENTRE;
    if (ask->contact == CONTACT_MOVED_DOWN || ask->contact == CONTACT_BILLED_AGAIN) return 0;
    double share = row->operated_share;
    if (township) share *= care_of(twin)->township_operation_ratio;
    if (!twin_happens(draw->word[2], share)) return 0;

    const double z = (ask->complexity - tables->complexity_mean[ask->disease]) /
                     tables->complexity_sd[ask->disease];
    const double rho = parameters->demand.complexity_procedure_correlation;
    const double own = tables->normal[draw->word[2] >> 24];
    const double mixed = rho * z + sqrt(1 - rho * rho) * own;
    const double mean =
        row->procedure_level_mean +
        parameters->background[background_row(twin->world.today.year)].procedure_level;
    const double level = mean + parameters->demand.procedure_level_sd * mixed + 0.5;
    return level < 1 ? 1 : level > 4 ? 4 : (int)level;
}

static int goes_down(const Twin *twin, const Ask *ask, int days, const Draw *draw) {
    const Facility *facility = twin_facility(twin, ask);
    return facility->kind > KIND_TOWNSHIP_CENTRE && facility->kind <= KIND_CITY_HOSPITAL &&
           days >= care_of(twin)->down_referral_least_days && !is_visitor(ask->person) &&
           ask->contact != CONTACT_BILLED_AGAIN &&
           twin_happens(draw->word[3] >> 16,
                        twin_is_maternal(ask)
                            ? twin->world.today.county[facility->county].maternal_down
                            : twin->world.today.county[facility->county].down_referral);
}

// A share of stays is billed as two, the second for the rest of the days.
static int is_billed_twice(const Twin *twin, const Ask *ask) {
    const Draw draw = draw_at(twin->world.key, ask->person, PURPOSE_CLAIM, ask->ordinal, 0);
    return ask->contact != CONTACT_MOVED_DOWN && ask->contact != CONTACT_BILLED_AGAIN &&
           !is_visitor(ask->person) &&
           draw.word[1] >> 16 < answer_of(&twin->world, ask->facility)->split;
}

InBed twin_planned_stay(const Twin *twin, const Ask *ask) {
    const Draw draw = draw_at(twin->world.key, ask->person, PURPOSE_STAY, ask->ordinal, 0);
    const Time *time = &twin->world.city->parameters.time;
    const Today *today = &twin->world.today;
    const int death_day = is_visitor(ask->person) ? -1 : twin->year[ask->person].death_day;
    const int until_death = death_day - today->day_of_year;
    int days = drawn_days(twin, ask, &draw);
    InBed stay = {.ask = *ask,
                  .from_day = today->day,
                  .operation_level = operation_level(twin, ask, &draw),
                  .end = STAY_ENDS_HOME};
    if (death_day >= 0 && until_death >= 0 && until_death <= days) {
        stay.end = STAY_ENDS_DEAD;
        days = until_death;
    } else if (death_day >= 0 && until_death >= 0 && ask->urgent &&
               until_death <= care_of(twin)->death_in_bed_window_days) {
        stay.end = STAY_ENDS_DEAD;
    } else if (goes_down(twin, ask, days, &draw)) {
        stay.end = STAY_ENDS_DOWN;
        days = (int)(days * (1.0 - care_of(twin)->down_referral_stay_share) + 0.5);
    } else if (is_billed_twice(twin, ask)) {
        stay.end = STAY_ENDS_SPLIT;
        days = (days + 1) / 2;
    } else {
        const int weekday = calendar_weekday(today->date + days);
        if (weekday >= SATURDAY && !twin_happens(draw.word[3], time->weekend_discharge_factor))
            days += DAYS_OF_WEEK - weekday; // to Monday
    }
    stay.until_day = today->day + (uint32_t)(days < 1 ? 1 : days);
    return stay;
}
