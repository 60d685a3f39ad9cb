// SPDX-License-Identifier: MIT
#include "day/stay.h"

#include "base/calendar.h"
#include "base/curves.h"
#include "day/adapt.h"
#include "day/contracts.h"
#include "day/words.h"

#include <math.h>

double mean_stay_days(const Simulation *simulation, Disease disease, Kind kind) {
    return simulation->city->parameters.disease[disease].stay_days *
           simulation->city->parameters.kind[kind].stay_ratio * simulation->today.stay_factor;
}

// Everything about a stay comes from the need's own words, so that it is the same patient in every
// bed.
static Draw stay_words(const Simulation *simulation, const Request *request) {
    return draw_at(simulation->key, request->person, PURPOSE_STAY, request->ordinal, 0);
}

double stay_noise(const Simulation *simulation, const Request *request) {
    const Draw draw = stay_words(simulation, request);
    const Kind kind = (Kind)simulation->facilities.row[request->facility].kind;
    const double sigma = simulation->tables.stay_noise_sigma[kind];
    return curve_exp(sigma * curve_normal_quantile(draw_unit(draw.word[1])) - 0.5 * sigma * sigma);
}

// Lognormal days by inversion of the quantile, whole days, at least one.
static int drawn_days(const Simulation *simulation, const Request *request, const Draw *draw) {
    const Kind kind = (Kind)simulation->facilities.row[request->facility].kind;
    const double mean = mean_stay_days(simulation, (Disease)request->disease, kind) *
                        answer_of(simulation, request->facility)->days;
    const double sigma = simulation->tables.stay_sigma[request->disease];
    const double days = mean * curve_exp(sigma * curve_normal_quantile(draw_unit(draw->word[0])) -
                                         0.5 * sigma * sigma);
    const double down = simulation->city->parameters.care.down_referral_stay_share;
    const double share = request->contact == CONTACT_MOVED_DOWN     ? down
                         : request->contact == CONTACT_BILLED_AGAIN ? SPLIT_SHARE
                                                                    : 1.0;
    const double rounded = days * share + 0.5;
    return rounded < 1 ? 1 : rounded > 180 ? 180 : (int)rounded;
}

static int operation_level(const Simulation *simulation, const Request *request, const Draw *draw) {
    const DiseaseRow *row = &simulation->city->parameters.disease[request->disease];
    const Kind kind = (Kind)simulation->facilities.row[request->facility].kind;
    const double ratio = simulation->city->parameters.care.township_operation_ratio;
    const double share = row->operated_share * (kind == KIND_TOWNSHIP_CENTRE ? ratio : 1);
    if (is_second_part(request) || !happens(draw, STAY_OPERATED, share)) return 0;

    const float mean = simulation->tables.complexity_mean[request->disease];
    const float sd = simulation->tables.complexity_sd[request->disease];
    const double z = (request->complexity - mean) / sd;
    const Demand *demand = &simulation->city->parameters.demand;
    const double rho = demand->complexity_procedure_correlation;
    const double own = simulation->tables.normal[draw->word[2] >> 24];
    const double now =
        simulation->city->parameters.background[background_row(simulation->today.year)]
            .procedure_level;
    const double latent = row->procedure_level_mean + now +
                          demand->procedure_level_sd * (rho * z + sqrt(1.0 - rho * rho) * own) +
                          0.5;
    return latent < 1 ? 1 : latent > 4 ? 4 : (int)latent;
}

static int moves_down(const Simulation *simulation, const Request *request, int days,
                      const Draw *draw) {
    const Facility *facility = &simulation->facilities.row[request->facility];
    const int above = facility->kind > KIND_TOWNSHIP_CENTRE && facility->kind <= KIND_CITY_HOSPITAL;
    if (!above || days < simulation->city->parameters.care.down_referral_least_days ||
        is_visitor(request->person) || request->contact == CONTACT_BILLED_AGAIN)
        return 0;
    return happens(draw, STAY_DOWN,
                   down_referral_of(&simulation->today.county[facility->county],
                                    disease_class[request->disease]));
}

// A death already drawn for this year falls into this stay if it comes before the discharge, or
// soon after the admission of an urgent case.
static int dies_in_stay(const Simulation *simulation, const Request *request, int *days) {
    if (is_visitor(request->person)) return 0;
    const Resident *resident = &simulation->residents.resident[request->person];
    const int death = death_day_of_year(&simulation->turn, resident, request->person);
    const int until = death - simulation->today.day_of_year;
    if (death < 0 || until < 0) return 0;
    if (until <= *days) {
        *days = until < 1 ? 1 : until;
        return 1;
    }
    return request->urgent && until <= simulation->city->parameters.care.death_in_bed_window_days;
}

// Discharges are rarer at weekends: the rest leave on Monday.
static int weekend_delay(const Simulation *simulation, int days, const Draw *draw) {
    const int weekday = calendar_weekday(simulation->today.date + days);
    const double factor = simulation->city->parameters.time.weekend_discharge_factor;
    if (weekday < SATURDAY || happens(draw, STAY_WEEKEND, factor)) return 0;
    return DAYS_OF_WEEK - weekday;
}

double mean_days_to_monday(const Simulation *simulation) {
    const double waits = 1 - simulation->city->parameters.time.weekend_discharge_factor;
    double days = 0;
    for (int weekday = SATURDAY; weekday < DAYS_OF_WEEK; weekday++)
        days += DAYS_OF_WEEK - weekday;
    return waits * days / DAYS_OF_WEEK;
}

Stay planned_stay(const Simulation *simulation, const Request *request) {
    const Draw draw = stay_words(simulation, request);
    Stay stay = {.request = *request,
                 .admitted_day = (uint16_t)simulation->today.day,
                 .operation_level = (uint8_t)operation_level(simulation, request, &draw),
                 .moved_down = request->contact == CONTACT_MOVED_DOWN};
    int days = drawn_days(simulation, request, &draw);
    if (dies_in_stay(simulation, request, &days)) {
        stay.end = STAY_ENDS_DEAD;
    } else if (moves_down(simulation, request, days, &draw)) {
        const double left = simulation->city->parameters.care.down_referral_stay_share;
        stay.end = STAY_ENDS_DOWN;
        days = (int)(days * (1.0 - left) + 0.5);
    } else if (!is_second_part(request) && is_split(simulation, request)) {
        stay.end = STAY_ENDS_SPLIT;
        days = (int)(days * SPLIT_SHARE + 0.5);
    } else {
        days += weekend_delay(simulation, days, &draw);
    }
    stay.discharge_day = (uint16_t)(stay.admitted_day + (days < 1 ? 1 : days));
    return stay;
}
