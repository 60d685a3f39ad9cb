// SPDX-License-Identifier: MIT
#include "day/market.h"

// Sites whose number leaves this rest: those that share their market days.
static uint32_t sites_together(uint32_t rest, uint32_t sites, uint32_t cycle) {
    return rest < sites ? (sites - rest + cycle - 1) / cycle : 0;
}

int market_has_team(uint32_t site, uint32_t sites, uint32_t teams, uint32_t cycle, int32_t day) {
    if (((uint32_t)day + site) % cycle != 0) return 0;
    const uint32_t together = sites_together(site % cycle, sites, cycle);
    const uint32_t number = site / cycle;                            // among these sites
    const uint32_t market = ((uint32_t)day + site) / cycle - number; // the how manieth of them
    const uint32_t first = market * teams % together;                // the first whose turn it is
    return (number + together - first) % together < teams;
}

double market_days_share(uint32_t site, uint32_t sites, uint32_t teams, uint32_t cycle) {
    const uint32_t together = sites_together(site % cycle, sites, cycle);
    return (teams < together ? (double)teams / together : 1.0) / cycle;
}
