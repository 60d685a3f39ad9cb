// SPDX-License-Identifier: MIT
// From each township to each kind of institution: which ones are in reach, with which shares, how far.
//
// The lists are fixed for a run: primary kinds are the township's own and its two neighbours', county kinds and
// private hospitals the own county's and those at the next seat, city hospitals all of them, by gravity
// (beds or 1, times exp(-minutes / gravity_minutes)). The township's own institution of a primary kind comes first. One more row stands for absent insured, who live elsewhere
// and can reach only hospitals there.
#ifndef HXSIM_CARE_ROUTE_H
#define HXSIM_CARE_ROUTE_H

#include "base/status.h"
#include "config/city.h"

#include <stdint.h>

enum { MOST_ROUTES = 96, SHARE_ONE = 32768 };

// One institution in reach, and the share of those who go to it or to one before it.
typedef struct Way {
    uint16_t facility, cumulative; // the last is SHARE_ONE
} Way;

typedef struct Route {
    uint8_t count;         // 0 if the kind is out of reach
    float minutes;         // mean travel time, one way
    float log_sites;       // logarithm of the number of sites in reach
    Way way[MOST_ROUTES];
} Route;

typedef struct Routes {
    Route (*row)[KIND_COUNT]; // [townships + 1]; the last is elsewhere
    uint32_t townships;
} Routes;

// A kind of which more than MOST_ROUTES institutions are in reach of one township is refused.
Status routes_init(Routes *routes, const City *city, Report *report);
void routes_free(Routes *routes);

// Minutes of travel, one way, from a township to an institution of the city, or to one outside.
double travel_minutes(const City *city, const Township *from, const Institution *to);

// The facility at share `word` (0 .. SHARE_ONE - 1) of a route that has any: the first whose cumulative share is
// above it, found by halves, without a branch to be guessed.
static inline uint16_t route_pick(const Route *route, uint32_t word) {
    unsigned at = 0;
    for (unsigned left = route->count; left > 1;) {
        const unsigned half = left / 2;
        at += (word >= route->way[at + half - 1].cumulative) * half;
        left -= half;
    }
    return route->way[at].facility;
}

#endif
