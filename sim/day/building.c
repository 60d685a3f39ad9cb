// SPDX-License-Identifier: MIT
#include "day/building.h"

static const double YUAN_PER_MILLION = 1e6, MONTHS_PER_YEAR = 12;

void building_close_month(Simulation *simulation) {
    const Effects *effects = &simulation->effects;
    Works *works = &simulation->works;
    for (int c = 0; c < (int)simulation->city->county_count; c++) {
        const double spent = effect_sum(effects, c, EFFECT_HOSPITAL_CAPITAL);
        const double more = spent - simulation->capital_spent[c];
        works->running[c] += effect_share_left(effects, c, EFFECT_HOSPITAL_RUNNING, 1);
        works->never_paid[c] += effect_sum(effects, c, EFFECT_NEVER_PAID);
        works->owed[c] = effect_sum(effects, c, EFFECT_OWED_MONTHS) / MONTHS_PER_YEAR;
        if (!(more > 0)) continue;
        works->capital[c] += more * YUAN_PER_MILLION;
        simulation->capital_spent[c] = spent;
    }
    simulation->work_months++;
}

void building_close_year(Simulation *simulation, Works *told) {
    for (int c = 0; told && c < (int)simulation->city->county_count; c++) {
        told->running[c] = simulation->works.running[c] / simulation->work_months;
        told->capital[c] = simulation->works.capital[c];
        told->never_paid[c] = simulation->works.never_paid[c] / simulation->work_months;
        told->owed[c] = simulation->works.owed[c];
    }
    simulation->works = (Works){0};
    simulation->work_months = 0;
}
