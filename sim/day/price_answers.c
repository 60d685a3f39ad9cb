// SPDX-License-Identifier: MIT
#include "day/price_answers.h"

#include "day/expected_payment.h"
#include "reforms/lever.h"

#include <stdlib.h>

static int moves_services(const Reform *reform) {
    const Move *moves = levers[reform->lever]->moves;
    for (int i = 0; i < MOST_MOVES && moves[i].kind != MOVES_NOTHING; i++)
        if (moves[i].effect == EFFECT_SERVICE_PRICE || moves[i].effect == EFFECT_BED_PRICE)
            return reform->coverage > 0;
    return 0;
}

Status price_answers_init(Simulation *simulation, Report *report) {
    const Experiment *experiment = simulation->experiment;
    int moved = 0;
    for (int r = 0; r < experiment->reform_count; r++)
        moved |= moves_services(&experiment->reforms[r]);
    if (!moved || simulation->portfolio) return STATUS_OK;
    const uint32_t count = simulation->facilities.count;
    simulation->price_stand = report_calloc(report, count, sizeof *simulation->price_stand);
    simulation->price_answer = report_calloc(report, count, sizeof *simulation->price_answer);
    if (!simulation->price_stand || !simulation->price_answer) return STATUS_NO_MEMORY;
    for (uint32_t f = 0; f < count; f++) {
        simulation->price_stand[f] = usual_stand;
        simulation->price_answer[f] = USUAL_ANSWER;
    }
    simulation->answer = simulation->price_answer;
    return STATUS_OK;
}

void price_answers_free(Simulation *simulation) {
    free(simulation->price_stand);
    free(simulation->price_answer);
}

// A component's part of the charge of the mean stay, at the prices before.
static double part_of_stay(const Simulation *simulation, Kind kind, Component component) {
    const Prices *before = &simulation->prices[0];
    double part = 0, whole = 0;
    for (int g = 0; g < DISEASE_COUNT; g++) {
        const DiseaseRow *row = &simulation->city->parameters.disease[g];
        const double weight = disease_weight(row, CHOICE_OF_BED);
        part += weight * before->admission[kind][g][component];
        for (int c = 0; c < COMPONENT_COUNT; c++)
            whole += weight * before->admission[kind][g][c];
    }
    return whole > 0 ? part / whole : 0;
}

Incentive price_incentive(const Simulation *simulation, Kind kind, uint8_t county) {
    Incentive incentive = incentive_by_item;
    const double *unit = simulation->price_change[county].unit;
    if (!has_public_prices(kind)) return incentive;
    incentive.day = unit[COMPONENT_BED];
    for (int c = 0; c < COMPONENT_COUNT; c++)
        if (!is_goods(c) && unit[c] != 1)
            incentive.stay += (unit[c] - 1) * part_of_stay(simulation, kind, (Component)c);
    return incentive;
}

void price_answers_move(Simulation *simulation) {
    const Response *response = &simulation->city->parameters.response;
    for (uint32_t f = 0; simulation->price_answer && f < simulation->facilities.count; f++) {
        const Institution *institution = &simulation->city->institutions[f];
        if (institution->county == NO_COUNTY) continue;
        const Incentive stays =
            price_incentive(simulation, (Kind)institution->kind, institution->county);
        const Stand to = stand_for(response, &stays, &incentive_by_item, 0, response->detection);
        stand_move(&simulation->price_stand[f], &to, response->relaxation_months);
        simulation->price_answer[f] = stand_answer(&simulation->price_stand[f]);
    }
}
