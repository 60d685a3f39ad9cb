// SPDX-License-Identifier: MIT
// A city that is scored: its scenario as it happened and, where figures from before the reforms ask
// for it, without reforms; the roles of its figures; and what came of them.
#ifndef HXSIM_REPORT_SCORED_CITY_H
#define HXSIM_REPORT_SCORED_CITY_H

#include "report/command.h"
#include "report/folder_files.h"
#include "report/paired_runs.h"
#include "report/score_rows.h"

typedef struct ScoredCity {
    char file[FOLDER_PATH], baseline[FOLDER_PATH]; // scenarios; baseline "" if there is none
    const char *fit; // the model that both run on if it is a fit, or NULL
    PairedRuns runs;                               // 0 as it happened, 1 without reforms
    Roles roles;
    ScoreRow *rows;
    int count;
} ScoredCity;

// Finds the scenarios of a model, DIR/../scenarios/NAME.cfg and NAME_baseline.cfg, or those beside
// it if it is a scenario itself; a fit, NAME.fitted.cfg, is put under those of its model. `file` must
// live as long as the city. And whether a model has one.
void scored_city_name(ScoredCity *city, const char *file);
bool scored_city_has_scenario(const char *file);

// Reads scenarios and roles, which are kept in the arena, as far as the last year that a reading
// asks for and with 40 draws unless the command line says otherwise.
Status scored_city_read(ScoredCity *city, const Command *command, const Registries *registries,
                        Arena *arena, Report *report);

// Makes all runs and fills the rows. Interrupted, nothing is kept.
Status scored_city_make(ScoredCity *city, const Registries *registries, Team *team,
                        Progress *progress, Report *report);

void scored_city_free(ScoredCity *city);

#endif
