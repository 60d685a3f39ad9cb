// SPDX-License-Identifier: MIT
// Market days: which township centre a team visits today.
//
// Markets go round: the sites of a county are numbered, and site i has its market when (day + i) is
// a multiple of the cycle. If more sites have their market on one day than there are teams, they
// take turns from one cycle to the next.
#ifndef HXSIM_DAY_MARKET_H
#define HXSIM_DAY_MARKET_H

#include <stdint.h>

// 1 if one of `teams` is at site `site` of `sites` on a calendar day.
int market_has_team(uint32_t site, uint32_t sites, uint32_t teams, uint32_t cycle, int32_t day);

// The share of days on which one is there, in the long run.
double market_days_share(uint32_t site, uint32_t sites, uint32_t teams, uint32_t cycle);

#endif
