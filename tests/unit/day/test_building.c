// SPDX-License-Identifier: MIT
// What is built, computed by hand: 100 million yuan spent at once by a reform of one month, and
// 365.25 million over a year, a million a day, by one that goes on.
#include "day/building.h"

#include "reforms/lever.h"
#include "unit/claim.h"
#include "unit/reforms/lever_cases.h"

static Simulation simulation;
static Experiment experiment;

static Reform *invest(const char *lever, int spent, double million) {
    Reform *reform = lever_put(&experiment, lever);
    ck_assert_str_eq(levers[reform->lever]->info.parameters[spent].name, "spent");
    reform->value[spent] = million;
    reform->coverage = 1;
    return reform;
}

static void put_both(void) {
    invest("key_specialty_investment", 3, 100)->end_day = 31;
    invest("infrastructure_investment", 2, 365.25)->ramp_months = 12;
    simulation.city = &experiment.city;
}

static void close_month(int32_t last_day) {
    simulation.effects = effects_on(&experiment, last_day);
    building_close_month(&simulation);
}

static double capital_of_year(void) {
    Works told;
    building_close_year(&simulation, &told);
    return told.capital[0] / 1e6;
}

TEST(capital_while_another_ends) {
    put_both();
    close_month(30); // 100 and 31 days
    close_month(58); // 28 days more
    close_month(89); // 31 days more
    ck_assert_double_eq_tol(capital_of_year(), 190, 1e-6);
}

TEST(capital_of_a_later_year) {
    put_both();
    close_month(30);
    ck_assert_double_eq_tol(capital_of_year(), 131, 1e-6);
    close_month(58);
    ck_assert_double_eq_tol(capital_of_year(), 28, 1e-6);
    close_month(58);
    ck_assert_double_eq_tol(capital_of_year(), 0, 1e-6);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("while one investment ends and another grows, each yuan of both is booked once",
              capital_while_another_ends),
        CLAIM("a year has what was spent in it, and nothing of the years before",
              capital_of_a_later_year),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
