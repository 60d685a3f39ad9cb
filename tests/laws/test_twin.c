// SPDX-License-Identifier: MIT
#include "laws/compare.h"
#include "laws/tiny.h"
#include "laws/twin.h"
#include "reforms/lever.h"
#include "unit/claim.h"

#include <stdio.h>

// Runs the experiment with both and leaves the engine's results.
static Results assert_twins(const Experiment *experiment) {
    Results engine, twin;
    Report report;
    report_init(&report);
    tiny_run(experiment, 0, &engine);
    ck_assert_int_eq(twin_run(experiment, 0, &twin, &report), STATUS_OK);
    assert_same_results(&engine, &twin, experiment->years);
    results_free(&twin);
    report_free(&report);
    return engine;
}

// Institutions that answer to payment as strongly as anywhere, so that everything happens.
static void answer_loudly(Experiment *experiment) {
    Response *response = &experiment->city.parameters.response;
    response->eta_days = 0.1;
    response->eta_items = -0.12;
    response->eta_admission = 0.3;
    response->eta_coding = 10;
    response->eta_self_pay = 0.5;
    response->split_base_share = 0.05;
    response->relaxation_months = 3;
}

static void all_reforms(Experiment *experiment) {
    answer_loudly(experiment);
    tiny_reform(experiment, "village_clinic_insurance_coverage", 2023, 1.0);
    tiny_reform(experiment, "county_medical_consortium", 2023, 0.8)->ramp_months = 9;
    tiny_reform(experiment, "result_mutual_recognition", 2022, 1.0);
    tiny_reform(experiment, "population_health_information_platform", 2023, 0.9);
    for (int i = 4; i < lever_count; i++) { // the others, as strong as their ranges allow
        Reform *reform =
            tiny_reform(experiment, levers[i]->info.name, 2022 + i % 2, tiny_part(i, 0.97));
        for (int v = 0; v < levers[i]->info.parameter_count; v++)
            reform->value[v] = levers[i]->info.parameters[v].high;
        reform->ramp_months = i;
        tiny_reform_of_a_day(reform, 2023);
    }
}

TEST(as_it_is) {
    Experiment experiment;
    tiny_read(&experiment, 4);
    Results results = assert_twins(&experiment);
    ck_assert_int_gt(results_count(&results, COUNT_SETTLED), 100000);
    results_free(&results);
    experiment_free(&experiment);
}

TEST(with_reforms) {
    Experiment experiment;
    tiny_read(&experiment, 3);
    all_reforms(&experiment);
    experiment.seed = 20231;
    Results results = assert_twins(&experiment);
    ck_assert_int_gt(results_count(&results, COUNT_RECOGNISED), 250);
    results_free(&results);
    experiment_free(&experiment);
}

// Half the slots, half the beds, hard cases of the heart and many deaths: queues, three refusals a day, waits in vain.
// Nothing that is counted is then left out of the comparison.
static void starve(Experiment *experiment) {
    Parameters *parameters = &experiment->city.parameters;
    for (int kind = 0; kind < KIND_COUNT; kind++)
        parameters->kind[kind].slot_stretch *= 0.37;
    parameters->care.open_bed_share *= 0.53;
    parameters->people.mortality_level *= 4;
    parameters->disease[DISEASE_HEART].complexity_mean += 2;
}

TEST(starved) {
    Experiment experiment;
    tiny_read(&experiment, 3);
    starve(&experiment);
    all_reforms(&experiment);
    experiment.seed = 77;
    Results results = assert_twins(&experiment);
    for (int count = 0; count < COUNT_COUNT; count++)
        ck_assert_msg(results_count(&results, (Count)count) > 0, "count %d never happened", count);
    results_free(&results);
    experiment_free(&experiment);
}

// Hardly any bed: waiting rooms are full, and who comes to them late is sent on.
TEST(bedless) {
    Experiment experiment;
    tiny_read(&experiment, 2);
    experiment.city.parameters.care.open_bed_share *= 0.03;
    experiment.city.parameters.care.bed_wait_limit_days = 87;
    Results results = assert_twins(&experiment);
    ck_assert_int_gt(results_count(&results, COUNT_NO_BED), 1000);
    results_free(&results);
    experiment_free(&experiment);
}

TEST(generous) {
    Experiment experiment;
    tiny_read(&experiment, 2);
    for (int scheme = 0; scheme < SCHEME_COUNT; scheme++) {
        experiment.city.parameters.pool[scheme].chronic_ceiling = 2000;
        experiment.city.parameters.pool[scheme].personal_account *= 3;
    }
    Results results = assert_twins(&experiment);
    results_free(&results);
    experiment_free(&experiment);
}

// More visitors than an ordinal can count.
TEST(visited) {
    Experiment experiment;
    tiny_read(&experiment, 2);
    Parameters *parameters = &experiment.city.parameters;
    parameters->visitors.visits_per_1000 *= 90;
    parameters->visitors.admission_share *= 0.1;
    Results results = assert_twins(&experiment);
    int64_t visits = 0;
    for (int y = 0; y < results.years; y++)
        visits += results.year[y].county[results.counties].contacts[CONTACT_VISITOR];
    ck_assert_int_gt(visits, 100000);
    ck_assert_int_gt(results_count(&results, COUNT_PROVINCE_VISITS), 10000);
    results_free(&results);
    experiment_free(&experiment);
}

TEST(fixed) {
    Experiment experiment;
    tiny_read(&experiment, 3);
    experiment.fixed_demography = 1;
    Results results = assert_twins(&experiment);
    ck_assert_int_eq(results_count(&results, COUNT_DIED_IN_BED) +
                         results_count(&results, COUNT_DIED_ELSEWHERE),
                     0);
    results_free(&results);
    experiment_free(&experiment);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("a plain twin of the day leaves the same four years to the last bit", as_it_is),
        CLAIM("and under all reforms", with_reforms),
        CLAIM("and where slots and beds are far too few", starved),
        CLAIM("and where there is hardly a bed and waiting rooms are full", bedless),
        CLAIM("and where the pools' ceilings are as wide as their ranges go", generous),
        CLAIM("and where more visitors come than 16 bits can count", visited),
        CLAIM("and where nobody is born, ages or dies", fixed),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
