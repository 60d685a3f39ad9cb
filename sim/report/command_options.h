// SPDX-License-Identifier: MIT
// The options of the command line: one row of a table each, with what it takes and what it says in
// the help.
#ifndef HXSIM_REPORT_COMMAND_OPTIONS_H
#define HXSIM_REPORT_COMMAND_OPTIONS_H

#include "report/command.h"

typedef struct CommandOption {
    const char *name, *argument; // "--scale", "N"; NULL if it stands alone
    Status (*take)(Command *command, const char *value, Report *report);
    bool for_all; // verbs, not only for run
    const char *zh, *en;
} CommandOption;

// True for words such as -v and --scale; "--" and "-" are none.
bool command_option_is(const char *word);

// The option that a word names up to its end or a "=", or NULL.
const CommandOption *command_option_find(const char *word);

// Tells that there is no such option, and which one may be meant.
Status command_option_refuse(const char *word, Report *report);

// Takes the option at `*at`, and the word after it if that is its value.
Status command_option_take(Command *command, const CommandOption *option, int count, char **words,
                           int *at, Report *report);

// Lists the options of every verb, or those of run alone.
void command_options_print(FILE *stream, bool for_all, Language language);

#endif
