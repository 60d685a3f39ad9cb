// SPDX-License-Identifier: MIT
// An experiment: a city as it is, what a scenario changes in it from which dates, and how to run
// it.
//
// `experiment_read` reads a scenario file and its chain of bases, lays changes and `--set` over the
// city, checks everything, and tells every problem at once with file and line. A model on its own,
// without `scenario`, is run once, over all the years of its background.
#ifndef HXSIM_CONFIG_EXPERIMENT_H
#define HXSIM_CONFIG_EXPERIMENT_H

#include "base/status.h"
#include "config/city.h"

#include <stdint.h>

// One number that a lever needs beside start, ramp and coverage, as the lever's own table describes
// it.
typedef struct LeverParameter {
    const char *name, *unit;
    struct {
        double lowest, highest; // bounds
    };
    struct {
        double low, central, high; // range and central value when the scenario gives none
    };
    const char *basis; // evidence, or why it is assumed
} LeverParameter;

enum { MOST_LEVER_PARAMETERS = 16, MOST_REFORMS = 128, MOST_CONTRACTS = 8 };

// What config must know of a lever to read a scenario. The registry of levers (sim/reforms) hands
// these over.
typedef struct LeverInfo {
    const char *name;
    const char *zh, *en; // short, for charts
    const char *about;
    const LeverParameter *parameters;
    int parameter_count;
    const char
        *contract_for; // what a contract that it switches on pays ("stays", "visits"), or NULL
} LeverInfo;

// The numbers of a reform that carry evidence: its dates (as days), ramp and coverage, and then the
// lever's own, REFORM_VALUES + i for value[i].
enum {
    REFORM_START,
    REFORM_END,
    REFORM_RAMP,
    REFORM_COVERAGE,
    REFORM_VALUES,
    REFORM_NUMBERS = REFORM_VALUES + MOST_LEVER_PARAMETERS
};

// Lists that narrow whom a contract binds (config/reform_scope.h).
enum { REFORM_KINDS, REFORM_SCHEMES, REFORM_CLASSES, REFORM_LISTS };

// A reform of a scenario: a lever switched on somewhere from some day.
typedef struct Reform {
    int lever; // index into the levers handed to the reader
    int32_t start_day,
        end_day;        // of base/calendar.h; end_day is the first day without it, or NO_END
    double ramp_months; // months from start to full effect
    double coverage;    // 0-1, full coverage in the places named
    uint8_t in_county[MOST_COUNTIES]; // 1 where it applies
    uint32_t only[REFORM_LISTS];      // bit i: member i of the list; 0: all of them
    const char *const *facilities;    // ids of institutions
    int facility_count;               // 0: all of them
    double value[MOST_LEVER_PARAMETERS];
    Evidence evidence[REFORM_NUMBERS];
    const char *file;
    int line;
} Reform;

enum { NO_END = INT32_MAX };

// A change of one line: `{ path = "choice.habit_share"; relative = 0.8; why = "..."; }`, already
// laid over the city; kept for the resolved scenario and `show`.
typedef struct Change {
    const char *path, *why, *file;
    int line;
    int parameter; // index in the registry
    double before, after;
    Evidence evidence_before, evidence_after;
} Change;

// The contract file of a scenario and the tables that it names, as they were read
// (config/contract_file.h).
enum { MOST_CONTRACT_FILES = 1 + MOST_CONTRACTS };
typedef struct ContractFile {
    const char *file, *named_in;         // NULL if there is none; the scenario that names it
    int line;                            // of the scenario
    CityTable part[MOST_CONTRACT_FILES]; // the file itself first
    int parts;
} ContractFile;

typedef struct Experiment {
    const char *id, *title_zh, *title_en;
    const char *file;
    City city; // with all changes laid over it
    Reform reforms[MOST_REFORMS];
    int reform_count;
    ContractFile contracts;
    Change *changes;
    int change_count;
    int32_t start_day;    // first day that is not warm-up
    int years;            // simulated after the warm-up
    int warm_up_days;     // 365
    int base_year;        // first year of tables and charts
    int fixed_demography; // 1: nobody is born, ages, dies, falls ill for good or moves
    uint64_t seed;
    int replicates;
    int draws;            // of the parameters, beside the central ones (config/draws.h)
    int scale;            // one in `scale` residents; 1 is everybody
    int draw_scale;       // the same, of the runs of the draws
    char inputs_hash[65]; // SHA-256 in hex over everything that moves results, threads excluded
    struct Arena *arena;  // the one of the city: all strings
} Experiment;

// What the command line may override; zero or NULL means not given, so that whoever reads the
// command line refuses `--scale 0` itself.
typedef struct Overrides {
    const char *const *sets; // "path=value"
    int set_count;
    int draws, replicates, scale, draw_scale, years;
    int has_seed, has_draws;
    uint64_t seed;
    const char *model; // in place of the one that the scenario rests on
} Overrides;

// Reads and checks a scenario. On failure the report holds one message for each problem and the
// experiment is empty. `levers` are the levers known, `lever_count` of them.
Status experiment_read(Experiment *experiment, const char *path, const Overrides *overrides,
                       const LeverInfo *levers, int lever_count, Report *report);
void experiment_free(Experiment *experiment);

// Checks a file as far as it goes: a province that cities rest on need not be a whole city.
Status experiment_check(const char *path, const LeverInfo *levers, int lever_count, Report *report);

// Writes the resolved scenario into a folder that exists: `scenario.cfg`, and beside it `inputs/`
// with the tables it names. Read from anywhere, it gives the same experiment and the same
// inputs_hash.
Status experiment_write(const Experiment *experiment, const LeverInfo *levers, int lever_count,
                        const char *folder, Report *report);

#endif
