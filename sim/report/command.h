// SPDX-License-Identifier: MIT
// The words on the command line, turned into one verb and its options.
//
// A first operand with "/" or "." in it is a file to run, so that no verb can ever collide with a
// file. Options are spelled in full; an abbreviation is refused with the name it stands for.
#ifndef HXSIM_REPORT_COMMAND_H
#define HXSIM_REPORT_COMMAND_H

#include "base/status.h"
#include "config/experiment.h"
#include "report/typeset.h"

#include <stdbool.h>
#include <stdio.h>

typedef enum Verb {
    VERB_HELP,
    VERB_VERSION,
    VERB_RUN,
    VERB_COMPARE,
    VERB_TRANSPLANT,
    VERB_SCORE,
    VERB_CALIBRATE,
    VERB_CHECK,
    VERB_SHOW,
    VERB_LIST,
    VERB_EXPLAIN,
    VERB_SETTLE,
    VERB_TABLES,
    VERB_NEW,
    VERB_COUNT
} Verb;

enum { MOST_WORDS = 1024, LANGUAGES = 2 };

typedef struct Command {
    Verb verb;
    const char *file;             // to run
    const char *sets[MOST_WORDS]; // of --set, in order
    int set_count;
    long long draws, draw_scale, replicates, scale, years, threads,
        seed;                     // NOT_GIVEN, or within bounds
    const char *out;              // folder of result folders; "results" if not given
    const char *charts;           // "auto", "none", or names parted by commas
    const char *model;            // in place of that of a scenario, or NULL
    const char *indicators;       // of a comparison, parted by commas, or NULL
    const char *reforms, *cities; // of a transplant, parted by commas, or NULL
    Language languages[LANGUAGES];
    int language_count; // the first is the one of the terminal
    bool force, quiet, verbose, json, no_progress, strict;
    // The words of a verb that inspects, without those for all verbs; the files of compare and
    // score.
    char *rest[MOST_WORDS];
    int rest_count;
} Command;

enum { NOT_GIVEN = -1 };

// Reads the words after the program's name. `language` is the value of LANG or its like, or NULL.
Status command_read(Command *command, int count, char **words, const char *language,
                    Report *report);

// What the command line says about the run of a scenario.
Overrides command_overrides(const Command *command);

// The threads asked for, or 0.
int command_threads(const Command *command);

// Examples first, then the verbs and the options.
void command_help(FILE *stream, Language language);

#endif
