// SPDX-License-Identifier: MIT
#include "laws/contract_runs.h"

void unanswering_city(Experiment *experiment) {
    tiny_read(experiment, YEARS);
    Response *response = &experiment->city.parameters.response;
    response->eta_days = response->eta_items = response->eta_admission = 0;
    response->eta_coding = response->eta_self_pay = 0;
}

Results run_of(const Experiment *experiment) {
    Results results;
    tiny_run(experiment, 0, &results);
    return results;
}

Results without_contracts(void) {
    Experiment experiment;
    tiny_read(&experiment, YEARS);
    const Results results = run_of(&experiment);
    experiment_free(&experiment);
    return results;
}

StayFlow stays_in_all(const Results *results, int from_year) {
    StayFlow sum = {0};
    for (int y = from_year; y < results->years; y++)
        for (int s = 0; s < results->shards; s++)
            for (int presence = 0; presence < PRESENCES; presence++)
                for (int place = 0; place < results->counties; place++)
                    for (int kind = 0; kind < KIND_COUNT; kind++)
                        stay_flow_add(&sum,
                                      &results->year[y].county[s].stay_at[presence][place][kind]);
    return sum;
}
