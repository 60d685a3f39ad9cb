// SPDX-License-Identifier: MIT
#include "day/market.h"
#include "unit/claim.h"

enum { FROM = 19730 }; // a day of 2024

static uint32_t teams_out(uint32_t sites, uint32_t teams, uint32_t cycle, int32_t day) {
    uint32_t out = 0;
    for (uint32_t site = 0; site < sites; site++)
        out += (uint32_t)market_has_team(site, sites, teams, cycle, day);
    return out;
}

// Hongjiang: 17 sites, 11 teams, markets every five days: 3 or 4 a day, so that all are visited.
TEST(enough_teams) {
    for (uint32_t site = 0; site < 17; site++) {
        uint32_t visits = 0;
        for (int32_t day = FROM; day < FROM + 100; day++)
            visits += (uint32_t)market_has_team(site, 17, 11, 5, day);
        ck_assert_uint_eq(visits, 20);
        ck_assert_double_eq(market_days_share(site, 17, 11, 5), 0.2);
    }
}

// 26 sites and 2 teams: six sites have their market on one day in five, five on each of the others.
TEST(too_few_teams) {
    for (int32_t day = FROM; day < FROM + 200; day++)
        ck_assert_uint_eq(teams_out(26, 2, 5, day), 2);
    for (uint32_t site = 0; site < 26; site++) {
        uint32_t visits = 0;
        for (int32_t day = FROM; day < FROM + 5 * 30; day++)
            visits += (uint32_t)market_has_team(site, 26, 2, 5, day);
        const uint32_t together = site % 5 == 0 ? 6 : 5;
        ck_assert_uint_eq(visits, 30 * 2 / together);
        ck_assert_double_eq(market_days_share(site, 26, 2, 5), 2.0 / together / 5);
    }
}

TEST(only_at_markets) {
    for (uint32_t site = 0; site < 9; site++)
        for (int32_t day = FROM; day < FROM + 70; day++)
            ck_assert_int_eq(market_has_team(site, 9, 9, 7, day), ((uint32_t)day + site) % 7 == 0);
}

TEST(no_team) {
    for (int32_t day = FROM; day < FROM + 30; day++)
        ck_assert_uint_eq(teams_out(8, 0, 3, day), 0);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("where teams suffice each site has one on each of its market days", enough_teams),
        CLAIM("where they do not, no more go out than there are, and sites take turns",
              too_few_teams),
        CLAIM("a team comes on market days only", only_at_markets),
        CLAIM("without teams nobody comes", no_team),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
