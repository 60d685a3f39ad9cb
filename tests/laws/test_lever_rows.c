// SPDX-License-Identifier: MIT
// Each number of each lever, from 0 to the high end of its range, with all levers on.
#include "base/calendar.h"
#include "laws/compare.h"
#include "laws/tiny.h"
#include "reforms/lever.h"
#include "unit/claim.h"

#include <string.h>

enum { YEARS = 1, YEARS_OF_STAGES = 2 };

// Slots and beds run short, so that a doctor more or less is felt, and most cases are referred.
static void strain(Parameters *parameters) {
    for (int kind = 0; kind < KIND_COUNT; kind++)
        parameters->kind[kind].slot_stretch *= 0.37;
    parameters->care.open_bed_share *= 0.7;
    parameters->care.formal_referral_share = 0.9;
    parameters->disease[DISEASE_HEART].complexity_mean += 2; // some are too hard for the city
}

// Hours enough for the last of those whom a lever is for.
static void give_hours(Reform *reform) {
    const LeverInfo *info = &levers[reform->lever]->info;
    for (int row = 0; row < info->parameter_count; row++)
        if (strcmp(info->parameters[row].name, "hours_per_week") == 0)
            reform->value[row] = info->parameters[row].highest;
}

// All levers, still rising in the year that is counted; number `row` of one of them as given.
static Results with_row(int lever, int row, double value, int years) {
    Experiment experiment;
    Results results;
    tiny_read(&experiment, years);
    strain(&experiment.city.parameters);
    for (int i = 0; i < lever_count; i++) {
        Reform *reform = tiny_reform(&experiment, levers[i]->info.name, 2021, tiny_part(i, 0.9));
        reform->ramp_months = 14;
        give_hours(reform);
        if (levers[i]->course) reform->start_day = calendar_day(2017, 1, 1); // it takes years
        tiny_reform_of_a_day(reform, 2022);
        if (i == lever) reform->value[row] = value;
    }
    tiny_run(&experiment, 0, &results);
    experiment_free(&experiment);
    return results;
}

// What is prepaid is cleared by the end of the year: the books of years do not tell it. What fades
// does so after the end, which no reform has here.
static int is_told(const LeverParameter *row) {
    return strcmp(row->name, "prepaid_share") != 0 && strcmp(row->name, "fading_months") != 0;
}

// What moves the stages of care is told a year later.
static int years_to_tell(const LeverParameter *row) {
    static const char *const later[] = {"follow_up_log_ratio", "red_log_ratio", "gain_log_ratio",
                                        "drift_share"};
    for (size_t i = 0; i < sizeof later / sizeof *later; i++)
        if (strcmp(row->name, later[i]) == 0) return YEARS_OF_STAGES;
    return YEARS;
}

TEST(every_row) {
    char text[DIFFERENCE_TEXT];
    for (int i = 0; i < lever_count; i++)
        for (int row = 0; row < levers[i]->info.parameter_count; row++) {
            const LeverInfo *info = &levers[i]->info;
            const int years = years_to_tell(&info->parameters[row]);
            Results without = with_row(i, row, 0, years);
            Results with = with_row(i, row, info->parameters[row].high, years);
            const int differs = results_differ(&without, &with, years, text) > 0;
            ck_assert_msg(differs == is_told(&info->parameters[row]), "%s of %s moves %s",
                          info->parameters[row].name, info->name,
                          differs ? "what it should not" : "nothing");
            results_free(&without);
            results_free(&with);
        }
}

int main(void) {
    const Claim claims[] = {
        CLAIM_WITHIN(600, "each number of each lever moves something over its range", every_row),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
