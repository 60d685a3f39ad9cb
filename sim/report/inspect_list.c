// SPDX-License-Identifier: MIT
#include "report/inspect.h"

#include "config/chain.h"
#include "report/inspect_model.h"
#include "report/inspect_payment.h"
#include "report/inspect_words.h"

#include <glob.h>
#include <string.h>

static const char *number(Arena *arena, double value) {
    char text[32];
    number_text(text, value);
    return arena_text(arena, text);
}

static void list_reforms(Listing *listing, const Registries *registries, Arena *arena) {
    static const char *const columns[] = {"reform", "number", "unit",  "low", "central",
                                          "high",   "basis",  "about", NULL};
    listing_init(listing, columns, arena);
    for (int i = 0; i < registries->lever_count; i++) {
        const LeverInfo *lever = &registries->levers[i];
        listing_add(listing, (const char *[]){lever->name, "", "", "", "", "", "", lever->about});
        for (int k = 0; k < lever->parameter_count; k++) {
            const LeverParameter *one = &lever->parameters[k];
            listing_add(listing,
                        (const char *[]){lever->name, one->name, one->unit, number(arena, one->low),
                                         number(arena, one->central), number(arena, one->high),
                                         one->basis, ""});
        }
    }
}

static void list_indicators(Listing *listing, const Registries *registries, Arena *arena) {
    static const char *const columns[] = {"indicator", "zh",     "en",    "unit", "formula",
                                          "base",      "source", "about", NULL};
    listing_init(listing, columns, arena);
    for (int i = 0; i < registries->indicator_count; i++) {
        const IndicatorInfo *one = &registries->indicators[i];
        listing_add(listing, (const char *[]){one->name, one->zh, one->en, one->unit, one->formula,
                                              one->base, one->source, one->about});
    }
}

static void list_charts(Listing *listing, const Registries *registries, Arena *arena) {
    static const char *const columns[] = {"chart", "zh", "en", "about", NULL};
    listing_init(listing, columns, arena);
    for (int i = 0; i < registries->chart_count; i++) {
        const ChartInfo *one = &registries->charts[i];
        listing_add(listing, (const char *[]){one->name, one->zh, one->en, one->about});
    }
}

// One row for all members of a list: disease.*.stay_days.
static void list_parameters(Listing *listing, const Registries *registries, Arena *arena) {
    static const char *const columns[] = {"parameter", "unit",    "lowest", "highest",
                                          "members",   "meaning", NULL};
    (void)registries;
    listing_init(listing, columns, arena);
    for (int i = 0; i < PARAMETER_SECTION_COUNT; i++) {
        const ParameterSection *section = parameter_section(i);
        for (int row = 0; row < section->row_count; row++) {
            const ParameterRow *one = &section->rows[row];
            const char *path =
                arena_format(arena, "%s%s%s.%s", section->name, section->members ? ".*" : "",
                             section->inner ? ".*" : "", one->name);
            const char *members =
                arena_format(arena, "%d", section->member_count * section->inner_count);
            listing_add(listing,
                        (const char *[]){path, one->unit, number(arena, one->lowest),
                                         number(arena, one->highest), members, one->meaning});
        }
    }
}

static void add_city(Listing *listing, const char *file, Arena *arena) {
    Report aside;
    Reader reader = {.arena = arena, .report = &aside};
    Chain chain;
    report_init(&aside);
    if (chain_read(&chain, file, arena, &aside) == STATUS_OK) {
        const Setting *city = chain_last(&chain, "city");
        if (city)
            listing_add(listing, (const char *[]){setting_optional_text(&reader, city, "id"),
                                                  setting_optional_text(&reader, city, "name_zh"),
                                                  setting_optional_text(&reader, city, "name_en"),
                                                  arena_text(arena, file)});
        chain_free(&chain);
    } else {
        listing_add(listing, (const char *[]){"?", "", "cannot be read: see hxsim check",
                                              arena_text(arena, file)});
    }
    report_free(&aside);
}

// The models of the folder where the program is run.
static void list_cities(Listing *listing, const Registries *registries, Arena *arena) {
    static const char *const columns[] = {"city", "zh", "en", "file", NULL};
    (void)registries;
    listing_init(listing, columns, arena);
    glob_t found = {0};
    if (glob("models/*.cfg", 0, NULL, &found) == 0)
        for (size_t i = 0; i < found.gl_pathc; i++)
            add_city(listing, found.gl_pathv[i], arena);
    globfree(&found);
}

static const struct {
    const char *name;
    void (*list)(Listing *, const Registries *, Arena *);
} lists[] = {{"cities", list_cities},         {"reforms", list_reforms},
             {"indicators", list_indicators}, {"parameters", list_parameters},
             {"charts", list_charts},         {"entities", list_entities},
             {"names", list_names},           {"counts", list_counts},
             {"effects", list_effects},       {"evidence", list_evidence},
             {"targets", list_targets},       {"contracts", list_contracts},
             {"terms", list_terms},           {"case_columns", list_case_columns},
             {"books", list_books},           {"drg_groups", list_drg_groups},
             {"dip_groups", list_dip_groups}};
enum { LISTS = sizeof lists / sizeof *lists };

static int find_list(const char *name, Report *report) {
    const char *known[LISTS];
    for (int i = 0; i < LISTS; i++) {
        known[i] = lists[i].name;
        if (strcmp(name, known[i]) == 0) return i;
    }
    const char *nearest = nearest_name(name, known, LISTS);
    report_problem(report, STATUS_USAGE,
                   "there is no list of %s%s%s; write hxsim list cities, reforms, indicators, "
                   "parameters, charts, entities, names, counts, effects, evidence, targets, "
                   "contracts, terms, case_columns, books, drg_groups or dip_groups",
                   name, nearest ? ", did you mean " : "", nearest ? nearest : "");
    return -1;
}

Status inspect_list(int count, char *const *given, const Registries *registries, FILE *out,
                    Report *report) {
    static const InspectUsage usage = {
        "list",
        "list cities|reforms|indicators|parameters|charts|entities|names|counts|effects|evidence|"
        "targets|contracts|terms|case_columns|books|drg_groups|dip_groups [--json|--markdown]",
        1,
        1,
        {"--json", "--markdown"}};
    InspectWords words;
    const Status status = inspect_words_read(&words, &usage, count, given, report);
    if (status != STATUS_OK) return status;
    const int list = find_list(words.operands[0], report);
    if (list < 0) return STATUS_USAGE;

    Arena *arena = arena_new();
    if (!arena)
        return report_problem(report, STATUS_NO_MEMORY, "no memory to list %s", words.operands[0]);
    Listing listing;
    lists[list].list(&listing, registries, arena);
    const Status written = listing_print(&listing, words.form, out, report);
    arena_free(arena);
    return written;
}
