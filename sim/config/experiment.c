// SPDX-License-Identifier: MIT
#include "config/experiment.h"

#include "config/chain.h"
#include "config/contract_file.h"
#include "config/fingerprint.h"
#include "config/model.h"
#include "config/scenario.h"

static void check_names(const Chain *chain, Reader *reader) {
    const char *known[8 + PARAMETER_SECTION_COUNT] = {"base",    "city",      "tables",  "scenario",
                                                      "reforms", "contracts", "changes", "fit"};
    for (int i = 0; i < PARAMETER_SECTION_COUNT; i++)
        known[8 + i] = parameter_section(i)->name;
    for (int level = 0; level < chain->count; level++)
        setting_check_names(reader, chain_level(chain, level), "part of a model or scenario", known,
                            sizeof known / sizeof *known);
}

static void read_chain(Experiment *experiment, const Chain *chain, const Overrides *overrides,
                       const Levers *levers, Reader *reader) {
    check_names(chain, reader);
    if (!model_is_city(chain))
        reader_problem(reader, (Where){experiment->file, 0},
                       "no file of its chain has a city; write base = "
                       "\"../models/...cfg\";");
    model_read(&experiment->city, chain, reader);
    scenario_read(experiment, chain, overrides, reader);
    reforms_read(experiment, chain, levers, reader);
    contract_file_read(experiment, chain, reader);
    changes_read(experiment, chain, reader);
    for (int i = 0; i < overrides->set_count; i++)
        changes_set(experiment, overrides->sets[i], levers, reader);
    reforms_check_dates(experiment, levers, reader);
    reforms_check_contracts(experiment, levers, reader);
    model_check_whole(&experiment->city, reader);
}

Status experiment_read(Experiment *experiment, const char *path, const Overrides *overrides,
                       const LeverInfo *levers, int lever_count, Report *report) {
    static const Overrides none = {.sets = NULL};
    const Levers known = {levers, lever_count};
    *experiment = (Experiment){.arena = arena_new()};
    experiment->city.arena = experiment->arena;
    if (!experiment->arena)
        return report_problem(report, STATUS_NO_MEMORY, "%s: no memory to read it", path);

    Reader reader = {.arena = experiment->arena, .report = report};
    Chain chain;
    experiment->file = arena_text(reader.arena, path);
    reader.status = chain_read_with(&chain, experiment->file, overrides ? overrides->model : NULL,
                                    reader.arena, report);
    if (reader.status == STATUS_OK) {
        read_chain(experiment, &chain, overrides ? overrides : &none, &known, &reader);
        chain_free(&chain);
    }
    if (reader.status == STATUS_OK && arena_is_short(reader.arena))
        reader.status = report_problem(report, STATUS_NO_MEMORY, "%s: no memory to read it", path);
    if (reader.status == STATUS_OK)
        fingerprint(experiment, &known, experiment->inputs_hash);
    else
        experiment_free(experiment);
    return reader.status;
}

// A file without city, scenario, reforms and changes is a part that others rest on.
static bool is_part(const char *path, Report *report) {
    Arena *arena = arena_new();
    Chain chain;
    if (!arena || chain_read(&chain, path, arena, report) != STATUS_OK) {
        arena_free(arena);
        return false;
    }
    const bool part = !chain_last(&chain, "city") && !chain_last(&chain, "scenario") &&
                      !chain_last(&chain, "reforms") && !chain_last(&chain, "changes");
    chain_free(&chain);
    arena_free(arena);
    return part;
}

static Status check_part(const char *path, Report *report) {
    City city = {.arena = arena_new()};
    Reader reader = {.arena = city.arena, .report = report};
    Chain chain;
    if (!city.arena)
        return report_problem(report, STATUS_NO_MEMORY, "%s: no memory to read it", path);
    reader.status = chain_read(&chain, path, city.arena, report);
    if (reader.status == STATUS_OK) {
        check_names(&chain, &reader);
        model_read(&city, &chain, &reader);
        if (setting_count(chain_level(&chain, chain.count - 1)) == 0)
            reader_problem(&reader, (Where){path, 1},
                           "nothing is set here; a scenario begins with base = "
                           "\"../models/...cfg\";");
        chain_free(&chain);
    }
    city_free(&city);
    return reader.status;
}

Status experiment_check(const char *path, const LeverInfo *levers, int lever_count,
                        Report *report) {
    Report aside;
    report_init(&aside);
    const bool part = is_part(path, &aside);
    report_free(&aside);
    if (part) return check_part(path, report);

    Experiment experiment;
    const Status status = experiment_read(&experiment, path, NULL, levers, lever_count, report);
    experiment_free(&experiment);
    return status;
}

void experiment_free(Experiment *experiment) {
    city_free(&experiment->city);
    *experiment = (Experiment){0};
}
