// SPDX-License-Identifier: MIT
// Gives every city its reforms: with the scope of its own scenario, or with the standard one.
#include "report/transplant.h"

#include "base/calendar.h"
#include "config/fingerprint.h"
#include "study/synthetic.h"

#include <string.h>

static const double usual_ramp_months = 12;
// Those of the headline that are no counts, which a larger city has more of, and repeated tests.
static const char usual_indicators[] =
    "primary_care_visit_share,in_city_inpatient_rate,in_county_visit_rate,admissions_per_1000,"
    "length_of_stay,cost_per_admission,out_of_pocket_share,foregone_care,repeat_exam_rate";

// ---- which scope

static const Reform *scope_in(const Experiment *source, int lever, int after) {
    for (int i = after; i < source->reform_count; i++)
        if (source->reforms[i].lever == lever && source->reforms[i].coverage > 0)
            return &source->reforms[i];
    return NULL;
}

static const Experiment *earlier(const Experiment *one, const Experiment *other, int lever) {
    if (!scope_in(other, lever, 0)) return one;
    return one && strcmp(one->city.id, other->city.id) < 0 ? one : other;
}

// The city whose scope is the standard: the first by id, whoever is asked for; or NULL.
static const Experiment *standard_of(const Transplant *transplant, int lever) {
    const Experiment *standard = NULL;
    for (int c = 0; c < transplant->city_count; c++)
        standard = earlier(standard, &transplant->city[c].source, lever);
    for (int i = 0; i < transplant->other_count; i++)
        standard = earlier(standard, &transplant->others[i], lever);
    return standard;
}

static Evidence made_up(double low, double high) {
    return (Evidence){.kind = EVIDENCE_ASSUMED,
                      .low = low,
                      .high = high,
                      .source = "",
                      .why = "standard scope of a transplant: no scenario has the reform",
                      .file = "transplant"};
}

static Reform of_the_table(const Transplant *transplant, int lever, const Experiment *source) {
    const LeverInfo *info = &transplant->levers[lever];
    int year, month, day_of_month;
    calendar_split(source->start_day, &year, &month, &day_of_month);
    Reform reform = {.lever = lever,
                     .start_day = calendar_day(year + 1, 1, 1),
                     .end_day = NO_END,
                     .ramp_months = usual_ramp_months,
                     .coverage = 1,
                     .file = "transplant"};
    reform.evidence[REFORM_START] = made_up(reform.start_day, reform.start_day);
    reform.evidence[REFORM_RAMP] = made_up(0, 2 * usual_ramp_months);
    reform.evidence[REFORM_COVERAGE] = made_up(0.5, 1);
    for (int i = 0; i < info->parameter_count; i++) {
        const LeverParameter *parameter = &info->parameters[i];
        reform.value[i] = parameter->central;
        reform.evidence[REFORM_VALUES + i] = made_up(parameter->low, parameter->high);
        reform.evidence[REFORM_VALUES + i].why = parameter->basis;
    }
    return reform;
}

// In all places, whatever its institutions are called.
static Reform standard_scope(const Transplant *transplant, int lever, const Experiment *here,
                             const Experiment *standard) {
    Reform reform =
        standard ? *scope_in(standard, lever, 0) : of_the_table(transplant, lever, here);
    memset(reform.in_county, 0, sizeof reform.in_county);
    memset(reform.in_county, 1, here->city.county_count);
    reform.facility_count = 0;
    return reform;
}

// ---- scenarios

// Whether a reform of the city belongs to its starting conditions: it is none of those asked for,
// and pays nothing that one of them pays.
static bool stays(const Transplant *transplant, const Reform *reform) {
    const char *pays = transplant->levers[reform->lever].contract_for;
    for (int i = 0; i < transplant->reform_count; i++) {
        const char *asked = transplant->levers[transplant->reform[i]].contract_for;
        if (transplant->reform[i] == reform->lever) return false;
        if (pays && asked && strcmp(pays, asked) == 0) return false;
    }
    return true;
}

// The source under another name without the reforms asked for; it points into the source.
static Status begin(Experiment *scenario, const Transplant *transplant, const Experiment *source,
                    const char *name, const char *zh, const char *en, Report *report) {
    *scenario = *source;
    scenario->arena = scenario->city.arena = arena_new();
    if (!scenario->arena)
        return report_problem(report, STATUS_NO_MEMORY, "%s: no memory for its scenarios",
                              source->city.id);
    scenario->reform_count = 0;
    for (int i = 0; i < source->reform_count; i++)
        if (stays(transplant, &source->reforms[i]))
            scenario->reforms[scenario->reform_count++] = source->reforms[i];
    scenario->id = arena_format(scenario->arena, "%s-%s", source->city.id, name);
    scenario->title_zh = arena_format(scenario->arena, "%s：%s", source->city.name_zh, zh);
    scenario->title_en = arena_format(scenario->arena, "%s: %s", source->city.name_en, en);
    return STATUS_OK;
}

static void add(Experiment *scenario, const Transplant *transplant, const TransplantCity *city,
                int number) {
    const int lever = transplant->reform[number];
    const Experiment *source = &city->source;
    const Reform *own = scope_in(source, lever, 0);
    if (!own && scenario->reform_count < MOST_REFORMS)
        scenario->reforms[scenario->reform_count++] =
            standard_scope(transplant, lever, source, standard_of(transplant, lever));
    for (; own && scenario->reform_count < MOST_REFORMS;
         own = scope_in(source, lever, (int)(own - source->reforms) + 1))
        scenario->reforms[scenario->reform_count++] = *own;
}

// "reforms.NAME.coverage=0.5" for every scenario that has the reform.
static Status set_numbers(Experiment *scenario, const Transplant *transplant,
                          const Command *command, Report *report) {
    const Levers known = {transplant->levers, transplant->lever_count};
    Reader reader = {.arena = scenario->arena, .report = report};
    for (int i = 0; i < command->set_count; i++)
        for (int r = 0; r < scenario->reform_count; r++) {
            const char *name = transplant->levers[scenario->reforms[r].lever].name;
            const char *path = arena_format(scenario->arena, "reforms.%s.", name);
            if (strncmp(command->sets[i], path, strlen(path)) != 0) continue;
            changes_set(scenario, command->sets[i], &known, &reader);
            break;
        }
    return reader.status;
}

static Status check_sets(const Transplant *transplant, const Command *command, Report *report) {
    for (int i = 0; i < command->set_count; i++) {
        bool found = strncmp(command->sets[i], "reforms.", 8) != 0;
        for (int r = 0; r < transplant->reform_count && !found; r++) {
            const char *name = transplant->levers[transplant->reform[r]].name;
            const size_t length = strlen(name);
            found = strncmp(command->sets[i] + 8, name, length) == 0 &&
                    command->sets[i][8 + length] == '.';
        }
        if (!found)
            return report_problem(report, STATUS_USAGE,
                                  "--set %s: it is of no reform of --reform; write "
                                  "reforms.NAME.coverage=0.5",
                                  command->sets[i]);
    }
    return STATUS_OK;
}

static Status finish(Experiment *scenario, const Transplant *transplant, const Command *command,
                     Report *report) {
    const Levers known = {transplant->levers, transplant->lever_count};
    Reader reader = {.arena = scenario->arena, .report = report};
    const Status status = set_numbers(scenario, transplant, command, report);
    if (status != STATUS_OK) return status;
    reforms_sort(scenario); // the order asked for moves nothing
    reforms_check_dates(scenario, &known, &reader);
    reforms_check_contracts(scenario, &known, &reader);
    fingerprint(scenario, &known, scenario->inputs_hash);
    return reader.status;
}

static Status compose_row(Transplant *transplant, TransplantCity *city, int row,
                          const Command *command, Report *report) {
    Experiment *scenario = &city->runs.experiment[row + 1];
    const bool all = row == transplant->reform_count;
    const char *name = all ? "package" : transplant->levers[transplant->reform[row]].name;
    Status status = begin(scenario, transplant, &city->source, name,
                          transplant_row(transplant, row, LANGUAGE_ZH),
                          transplant_row(transplant, row, LANGUAGE_EN), report);
    if (status != STATUS_OK) return status;
    city->runs.count++;
    for (int i = 0; i < transplant->reform_count; i++)
        if (all || i == row) add(scenario, transplant, city, i);
    for (int i = 0; i < scenario->reform_count; i++)
        city->synthetic[row + 1] =
            city->synthetic[row + 1] || (!stays(transplant, &scenario->reforms[i]) &&
                                         reform_is_synthetic(scenario, &scenario->reforms[i]));
    return finish(scenario, transplant, command, report);
}

static void tell_scopes(const Transplant *transplant, TransplantCity *city) {
    for (int i = 0; i < transplant->reform_count; i++) {
        const int lever = transplant->reform[i];
        const Experiment *standard = standard_of(transplant, lever);
        const bool own = scope_in(&city->source, lever, 0) != NULL;
        city->scope_of[i] = own ? city->source.city.id : standard ? standard->city.id : "";
    }
}

static Status compose_city(Transplant *transplant, TransplantCity *city, const Command *command,
                           Report *report) {
    Status status = begin(&city->runs.experiment[0], transplant, &city->source, "base",
                          "没有这些改革", "without these reforms", report);
    if (status != STATUS_OK) return status;
    city->runs.count = 1;
    status = finish(&city->runs.experiment[0], transplant, command, report);
    for (int row = 0; row < transplant->rows && status == STATUS_OK; row++)
        status = compose_row(transplant, city, row, command, report);
    tell_scopes(transplant, city);
    return status;
}

Status transplant_compose(Transplant *transplant, const Command *command, Report *report) {
    Status status = check_sets(transplant, command, report);
    for (int c = 0; c < transplant->city_count && status == STATUS_OK; c++) {
        TransplantCity *city = &transplant->city[c];
        status = compose_city(transplant, city, command, report);
        if (status == STATUS_OK)
            status =
                paired_runs_init(&city->runs, transplant->levers, transplant->lever_count, report);
        city->compared = (Compared){.experiment = city->runs.experiment,
                                    .values = city->runs.values,
                                    .count = city->runs.count};
        if (status == STATUS_OK)
            status = compared_indicators(
                &city->compared, command->indicators ? command->indicators : usual_indicators,
                report);
    }
    return status;
}
