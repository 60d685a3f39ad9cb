// SPDX-License-Identifier: MIT
#include "care/route.h"

#include "base/curves.h"

#include <stdlib.h>

static double own_minutes(const Township *from, Kind kind) {
    return kind == KIND_TOWNSHIP_CENTRE ? from->minutes_to_township_centre
                                        : from->minutes_to_village_clinic;
}

static int stands_in(const City *city, const Institution *institution, const Township *township) {
    return township && institution->township == township - city->townships;
}

static double primary_minutes(const City *city, const Township *from, const Institution *to) {
    const double own = own_minutes(from, (Kind)to->kind);
    if (stands_in(city, to, from)) return own;
    for (int i = 0; i < 2; i++)
        if (from->neighbour[i] == to->township) return own + from->neighbour_minutes[i];
    return -1;
}

double travel_minutes(const City *city, const Township *from, const Institution *to) {
    const Choice *choice = &city->parameters.choice;
    switch ((Kind)to->kind) {
    case KIND_VILLAGE_CLINIC:
    case KIND_PRIVATE_CLINIC:
    case KIND_TOWNSHIP_CENTRE:
        return primary_minutes(city, from, to);
    case KIND_OUTSIDE_CITY:
        return from->minutes_to_city + choice->outside_minutes_province;
    case KIND_OUTSIDE_PROVINCE:
        return from->minutes_to_city + choice->outside_minutes_elsewhere;
    case KIND_CITY_HOSPITAL:
        return from->minutes_to_city;
    default:
        if (to->county == from->county) return from->minutes_to_county_seat;
        return to->county == from->other_seat ? from->other_seat_minutes : -1;
    }
}

static double attraction(const City *city, const Institution *institution, double minutes) {
    const int by_beds = institution->kind >= KIND_COUNTY_GENERAL && institution->beds > 0;
    return (by_beds ? institution->beds : 1.0) *
           curve_exp(-minutes / city->parameters.choice.gravity_minutes);
}

static int has_facility(const Institution *institution) {
    return institution->sites > 0 && (institution->doctors > 0 || institution->county == NO_COUNTY);
}

static void put_first(Route *route, double weight[MOST_ROUTES], int at) {
    const uint16_t facility = route->way[0].facility;
    const double own = weight[at];
    route->way[0].facility = route->way[at].facility;
    route->way[at].facility = facility;
    weight[at] = weight[0];
    weight[0] = own;
}

static Status fill_route(Route *route, const City *city, const Township *from, Kind kind,
                         Report *report) {
    double weight[MOST_ROUTES], all = 0, minutes_sum = 0, sites = 0;
    *route = (Route){0};
    for (uint32_t f = 0; f < city->institution_count; f++) {
        const Institution *to = &city->institutions[f];
        if (to->kind != kind || !has_facility(to)) continue;

        const double minutes = from ? travel_minutes(city, from, to)
                                    : city->parameters.choice.elsewhere_minutes;
        if (minutes < 0) continue;
        if (route->count == MOST_ROUTES)
            return report_problem(report, STATUS_INVALID,
                                  "%s: more than %d institutions of the kind %s are in reach; "
                                  "join some of them in one row",
                                  from ? from->id : city->id, MOST_ROUTES,
                                  kind_entities[kind].name);
        weight[route->count] = attraction(city, to, minutes);
        all += weight[route->count];
        minutes_sum += weight[route->count] * minutes;
        sites += to->sites;
        route->way[route->count++].facility = (uint16_t)f;
        if (kind <= KIND_TOWNSHIP_CENTRE && stands_in(city, to, from))
            put_first(route, weight, route->count - 1);
    }
    if (route->count == 0) return STATUS_OK;

    double sum = 0;
    for (int i = 0; i < route->count; i++) {
        sum += weight[i];
        route->way[i].cumulative = (uint16_t)(sum / all * SHARE_ONE + 0.5);
    }
    route->way[route->count - 1].cumulative = SHARE_ONE;
    route->minutes = (float)(minutes_sum / all);
    route->log_sites = (float)curve_log(sites);
    return STATUS_OK;
}

Status routes_init(Routes *routes, const City *city, Report *report) {
    *routes = (Routes){.townships = city->township_count};
    routes->row = report_calloc(report, city->township_count + 1, sizeof *routes->row);
    if (!routes->row) return STATUS_NO_MEMORY;

    Status status = fill_route(&routes->row[city->township_count][KIND_OUTSIDE_PROVINCE], city,
                               NULL, KIND_OUTSIDE_PROVINCE, report);
    for (uint32_t t = 0; t < city->township_count; t++)
        for (int kind = KIND_VILLAGE_CLINIC; kind < KIND_COUNT && status == STATUS_OK; kind++)
            status =
                fill_route(&routes->row[t][kind], city, &city->townships[t], (Kind)kind, report);
    return status;
}

void routes_free(Routes *routes) {
    free(routes->row);
    *routes = (Routes){0};
}
