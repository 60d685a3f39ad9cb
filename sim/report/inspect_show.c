// SPDX-License-Identifier: MIT
#include "report/inspect.h"

#include "report/inspect_entries.h"
#include "report/inspect_words.h"

#include <string.h>

static Status read(Experiment *experiment, const char *file, const InspectWords *words,
                   const Registries *registries, Report *report) {
    const Overrides overrides = {.sets = words->sets, .set_count = words->set_count};
    return experiment_read(experiment, file, &overrides, registries->levers,
                           registries->lever_count, report);
}

static void add_difference(Listing *listing, const char *path, const Entry *a, const Entry *b) {
    const bool same = a && b && strcmp(a->value, b->value) == 0 && strcmp(a->kind, b->kind) == 0 &&
                      strcmp(a->low, b->low) == 0 && strcmp(a->high, b->high) == 0;
    if (same) return;
    listing_add(listing, (const char *[]){path, a ? a->value : "-", b ? b->value : "-",
                                          a ? a->unit : b->unit, a ? a->kind : "", b ? b->kind : "",
                                          a ? a->where : "", b ? b->where : ""});
}

static Listing differences(const Entries *one, const Entries *other, Arena *arena) {
    static const char *const columns[] = {"path",       "value", "other",       "unit", "kind",
                                          "other_kind", "where", "other_where", NULL};
    Listing listing;
    listing_init(&listing, columns, arena);
    for (int i = 0; i < one->count; i++)
        add_difference(&listing, one->rows[i].path, &one->rows[i],
                       entries_find(other, one->rows[i].path));
    for (int i = 0; i < other->count; i++)
        if (!entries_find(one, other->rows[i].path))
            add_difference(&listing, other->rows[i].path, NULL, &other->rows[i]);
    return listing;
}

static Status show_difference(const Entries *entries, const InspectWords *words,
                              const Registries *registries, Arena *arena, FILE *out,
                              Report *report) {
    const InspectWords as_it_is = {.operand_count = 1};
    Experiment other;
    Status status = read(&other, words->other, &as_it_is, registries, report);
    if (status != STATUS_OK) return status;
    const Entries entries_of_other = entries_of(&other, registries, arena);
    const Listing listing = differences(entries, &entries_of_other, arena);
    status = listing_print(&listing, words->form, out, report);
    experiment_free(&other);
    return status;
}

Status inspect_show(int count, char *const *given, const Registries *registries, FILE *out,
                    Report *report) {
    static const InspectUsage usage = {"show",
                                       "show FILE [--diff OTHER] [--set path=value] [--json]",
                                       1,
                                       1,
                                       {"--json", "--diff", "--set"}};
    InspectWords words;
    Status status = inspect_words_read(&words, &usage, count, given, report);
    if (status != STATUS_OK) return status;

    Experiment experiment;
    status = read(&experiment, words.operands[0], &words, registries, report);
    if (status != STATUS_OK) return status;
    const Entries entries = entries_of(&experiment, registries, experiment.arena);
    if (words.other) {
        status = show_difference(&entries, &words, registries, experiment.arena, out, report);
    } else {
        const Listing listing = entries_listing(&entries, experiment.arena);
        status = listing_print(&listing, words.form, out, report);
    }
    experiment_free(&experiment);
    return status;
}
