// SPDX-License-Identifier: MIT
#include "report/inspect_words.h"

#include <stdbool.h>
#include <string.h>

static bool takes(const InspectUsage *usage, const char *option) {
    for (int i = 0; usage->options[i]; i++)
        if (strcmp(usage->options[i], option) == 0) return true;
    return false;
}

static Status refuse(const InspectUsage *usage, const char *option, Report *report) {
    size_t count = 0;
    while (usage->options[count])
        count++;
    const char *nearest = nearest_name(option, usage->options, count);
    return report_problem(report, STATUS_USAGE, "%s takes no option %s%s%s; write hxsim %s",
                          usage->verb, option, nearest ? ", did you mean " : "",
                          nearest ? nearest : "", usage->usage);
}

// Takes the option at `*at`, and the word after it if it needs one.
static Status take_option(InspectWords *words, const InspectUsage *usage, int count,
                          char *const *given, int *at, Report *report) {
    const char *option = given[*at];
    if (!takes(usage, option)) return refuse(usage, option, report);
    if (strcmp(option, "--json") == 0 || strcmp(option, "--markdown") == 0) {
        words->form = strcmp(option, "--json") == 0 ? LISTING_JSON : LISTING_MARKDOWN;
        return STATUS_OK;
    }
    if (*at + 1 >= count)
        return report_problem(report, STATUS_USAGE, "%s wants a word after it; write hxsim %s",
                              option, usage->usage);
    const char *value = given[++*at];
    if (strcmp(option, "--diff") == 0)
        words->other = value;
    else if (strcmp(option, "--contract") == 0)
        words->contract = value;
    else if (strcmp(option, "--out") == 0)
        words->out = value;
    else if (words->set_count < MOST_OPERANDS)
        words->sets[words->set_count++] = value;
    return STATUS_OK;
}

Status inspect_words_read(InspectWords *words, const InspectUsage *usage, int count,
                          char *const *given, Report *report) {
    *words = (InspectWords){.form = LISTING_TEXT};
    bool only_operands = false;
    for (int at = 0; at < count; at++) {
        Status status = STATUS_OK;
        if (!only_operands && strcmp(given[at], "--") == 0)
            only_operands = true;
        else if (!only_operands && given[at][0] == '-' && given[at][1])
            status = take_option(words, usage, count, given, &at, report);
        else if (words->operand_count < MOST_OPERANDS)
            words->operands[words->operand_count++] = given[at];
        if (status != STATUS_OK) return status;
    }
    if (words->operand_count < usage->fewest || words->operand_count > usage->most)
        return report_problem(report, STATUS_USAGE, "%s has %d words after it; write hxsim %s",
                              usage->verb, words->operand_count, usage->usage);
    return STATUS_OK;
}
