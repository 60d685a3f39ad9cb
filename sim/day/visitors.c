// SPDX-License-Identifier: MIT
#include "day/visitors.h"

#include "base/curves.h"
#include "day/adapt.h"
#include "day/seek.h"
#include "day/words.h"

enum { MOST_AT_ONCE = 500, LATER_PARTS = 1 << 30 };

// Log-logistic decay S(m) = 1 / (1 + (m / half)^exponent).
static double decay(const Visitors *visitors, double minutes) {
    return 1.0 / (1.0 + curve_exp(visitors->distance_exponent *
                                  curve_log(minutes / visitors->half_minutes)));
}

// Mean capability of the city's hospitals above what the model gives them, in units: what levers
// have added.
static double capability_gained(const Simulation *simulation) {
    const double *given = &simulation->city->parameters.kind[KIND_CITY_HOSPITAL].capability_acute;
    double gained = 0, hospitals = 0;
    for (uint32_t f = 0; f < simulation->facilities.count; f++) {
        const Facility *facility = &simulation->facilities.row[f];
        if (facility->kind != KIND_CITY_HOSPITAL) continue;
        const double offset = simulation->city->institutions[f].capability_offset;
        hospitals++;
        for (int c = 0; c < CASE_CLASS_COUNT; c++)
            gained += facility->capability[c] - complexity_stored(given[c] + offset);
    }
    return hospitals > 0 ? gained / hospitals / CASE_CLASS_COUNT / COMPLEXITY_UNIT : 0;
}

// County whose levers count for those who come from an origin.
static int county_visited(const Simulation *simulation, const Origin *origin, int at_county) {
    const uint16_t township = simulation->residents.county_first[origin->nearest_county];
    const Route *route = &simulation->routes.row[township][KIND_CITY_HOSPITAL];
    if (at_county || route->count == 0) return origin->nearest_county;
    return simulation->city->institutions[route->way[0].facility].county;
}

double visitors_settled(const Simulation *simulation, const Origin *origin, int at_county) {
    const BackgroundRow *now =
        &simulation->city->parameters.background[background_row(simulation->today.year)];
    const int county = county_visited(simulation, origin, at_county);
    if (!origin->other_province) return 1.0;
    if (effect_sum(&simulation->effects, county, EFFECT_INBOUND_UNSETTLED) == 0)
        return now->settlement_coverage;
    return 1.0 - effect_share_left(&simulation->effects, county, EFFECT_INBOUND_UNSETTLED,
                                   1.0 - now->settlement_coverage);
}

static double expected_where(const Simulation *simulation, const Origin *origin, int at_county,
                             double gained) {
    const Visitors *visitors = &simulation->city->parameters.visitors;
    const double minutes =
        at_county ? origin->minutes_to_nearest_county_seat : origin->minutes_to_city;
    const double settled = visitors_settled(simulation, origin, at_county);
    if (simulation->tables.visitor_disease[DISEASE_COUNT - 1] == 0) return 0; // nothing brings them
    return origin->residents / 1000.0 * visitors->visits_per_1000 / 365.25 *
           decay(visitors, minutes) *
           curve_exp(visitors->settlement_attraction * settled +
                     visitors->capability_attraction * gained) *
           (at_county ? visitors->county_pull : 1.0);
}

double visitors_expected(const Simulation *simulation, const Origin *origin, int at_county) {
    return expected_where(simulation, origin, at_county, capability_gained(simulation));
}

// Poisson by inversion of one word, for means up to MOST_AT_ONCE. Rounding may leave the sum of all
// p below a word that is nearly 1; then p has come to nothing.
static unsigned poisson(double mean, uint32_t word) {
    const double u = draw_unit(word);
    double p = curve_exp(-mean), sum = p;
    unsigned k = 0;
    while (u > sum && (k < mean || p > 0)) {
        k++;
        p *= mean / k;
        sum += p;
    }
    return k;
}

// Visitors of one origin today. Of a large number e^-mean is 0, so that it is drawn in parts;
// Poisson numbers add up to one.
static unsigned drawn_arrivals(const Simulation *simulation, uint32_t origin, int at_county,
                               double mean) {
    const unsigned parts = (unsigned)(mean / MOST_AT_ONCE) + 1;
    unsigned arrivals = 0;
    for (unsigned part = 0; part < parts; part++) {
        const uint32_t step = (part ? LATER_PARTS + 2 * part : 0) + (uint32_t)at_county;
        const Draw draw = draw_at(simulation->key, VISITOR_PERSON + origin, PURPOSE_VISITOR,
                                  simulation->today.day, step);
        arrivals += poisson(mean / parts, draw.word[0]);
    }
    return arrivals;
}

static uint16_t destination(const Simulation *simulation, const Origin *origin, int at_county,
                            uint32_t word) {
    const Residents *residents = &simulation->residents;
    const uint16_t township = residents->county_first[origin->nearest_county];
    const Route *route =
        &simulation->routes.row[township][at_county ? KIND_COUNTY_GENERAL : KIND_CITY_HOSPITAL];
    return route->count ? route_pick(route, word) : NO_FACILITY;
}

static unsigned drawn_disease(const Simulation *simulation, const Draw *draw) {
    const uint32_t word = draw_field(draw, VISITOR_DISEASE);
    unsigned disease = 0;
    while (disease + 1 < DISEASE_COUNT && word >= simulation->tables.visitor_disease[disease])
        disease++;
    return disease;
}

static void arrive(Simulation *simulation, Shard *shard, uint32_t origin, int at_county,
                   uint32_t number) {
    const City *city = simulation->city;
    const uint32_t visitor = shard->visitors_so_far++;
    const Draw draw = draw_at(simulation->key, VISITOR_PERSON + origin, PURPOSE_VISITOR,
                              simulation->today.day, 2 + 2 * number + (uint32_t)at_county);
    const Visitors *visitors = &simulation->city->parameters.visitors;
    const uint16_t facility = destination(simulation, &city->origins[origin], at_county,
                                          draw_field(&draw, VISITOR_ROUTE));
    if (facility == NO_FACILITY) return;
    Request request = {.person = visitor_person(origin, city->origin_count, visitor),
                       .ordinal = (uint16_t)visitor,
                       .disease = drawn_disease(simulation, &draw) & 31u,
                       .contact = CONTACT_VISITOR};
    request_ask(&request, facility);
    const float complexity = simulation->tables.complexity_mean[request.disease] +
                             simulation->tables.complexity_sd[request.disease] *
                                 simulation->tables.normal[draw.word[1] & 255u];
    request.complexity = (uint8_t)(complexity < 0 ? 0 : complexity > 255 ? 255 : complexity);
    request.needs_bed = happens(&draw, VISITOR_BED, visitors->admission_share) != 0;
    request.key = request_key(PRIORITY_REFERRED, draw.word[2]);
    shard->tally->count[COUNT_OPENED]++;
    request_list_add(&shard->today, &request);
}

void visitors_arrive(Simulation *simulation, Shard *shard) {
    const double gained = capability_gained(simulation);
    for (uint32_t o = 0; o < simulation->city->origin_count; o++)
        for (int at_county = 0; at_county < 2; at_county++) {
            const double mean =
                expected_where(simulation, &simulation->city->origins[o], at_county, gained) /
                simulation->residents.scale;
            const unsigned arrivals = drawn_arrivals(simulation, o, at_county, mean);
            for (unsigned i = 0; i < arrivals; i++)
                arrive(simulation, shard, o, at_county, i);
        }
}
