// SPDX-License-Identifier: MIT
// Each number of each lever, from 0 to the high end of its range, with all levers on.
#include "laws/compare.h"
#include "laws/tiny.h"
#include "reforms/lever.h"
#include "unit/claim.h"

#include <string.h>

enum { YEARS = 1 };

// Slots and beds run short, so that a doctor more or less is felt, and most cases are referred.
static void strain(Parameters *parameters) {
    for (int kind = 0; kind < KIND_COUNT; kind++)
        parameters->kind[kind].slot_stretch *= 0.37;
    parameters->care.open_bed_share *= 0.7;
    parameters->care.formal_referral_share = 0.9;
}

// All levers, still rising in the year that is counted; number `row` of one of them as given.
static Results with_row(int lever, int row, double value) {
    Experiment experiment;
    Results results;
    tiny_read(&experiment, YEARS);
    strain(&experiment.city.parameters);
    for (int i = 0; i < lever_count; i++) {
        Reform *reform = tiny_reform(&experiment, levers[i]->info.name, 2021, tiny_part(i, 0.9));
        reform->ramp_months = 14;
        if (i == lever) reform->value[row] = value;
    }
    tiny_run(&experiment, 0, &results);
    experiment_free(&experiment);
    return results;
}

// What is prepaid is cleared by the end of the year: the books of years do not tell it.
static int is_told(const LeverParameter *row) {
    return strcmp(row->name, "prepaid_share") != 0;
}

TEST(every_row) {
    char text[DIFFERENCE_TEXT];
    for (int i = 0; i < lever_count; i++)
        for (int row = 0; row < levers[i]->info.parameter_count; row++) {
            const LeverInfo *info = &levers[i]->info;
            Results without = with_row(i, row, 0);
            Results with = with_row(i, row, info->parameters[row].high);
            const int differs = results_differ(&without, &with, YEARS, text) > 0;
            ck_assert_msg(differs == is_told(&info->parameters[row]), "%s of %s moves %s",
                          info->parameters[row].name, info->name,
                          differs ? "what it should not" : "nothing");
            results_free(&without);
            results_free(&with);
        }
}

int main(void) {
    const Claim claims[] = {
        CLAIM_WITHIN(240, "each number of each lever moves something over its range", every_row),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
