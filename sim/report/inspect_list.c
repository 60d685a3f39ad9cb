// SPDX-License-Identifier: MIT
#include "report/inspect.h"

#include "config/chain.h"
#include "config/sample.h"
#include "report/catalogue.h"
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

static void list_numbers(Listing *listing, const Registries *registries, Arena *arena) {
    static const char *const columns[] = {"lever", "number", "unit",  "low", "central",
                                          "high",  "basis",  "about", NULL};
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

static Status list_reforms(Listing *listing, const Registries *registries, Arena *arena,
                           Report *report) {
    static const char *const columns[] = {"reform", "zh",      "places", "mechanism",
                                          "status", "figures", NULL};
    Catalogue catalogue;
    const Status status = catalogue_read_here(&catalogue, registries, arena, report);
    listing_init(listing, columns, arena);
    for (int i = 0; i < catalogue.count; i++) {
        const ReformEntry *one = &catalogue.entries[i];
        listing_add(listing,
                    (const char *[]){one->name, one->zh, one->places, one->mechanism,
                                     catalogue_status(one, registries, arena), one->figures});
    }
    return status;
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
            if (!sample_is_of_fitted(found.gl_pathv[i]))
                add_city(listing, found.gl_pathv[i], arena);
    globfree(&found);
}

// clang-format off
#define LISTS(X) \
    X(cities) X(numbers) X(indicators) X(parameters) X(charts) X(entities) X(names) X(counts) \
    X(effects) X(evidence) X(targets) X(contracts) X(terms) X(case_columns) X(books) \
    X(drg_groups) X(dip_groups)
// clang-format on
#define LISTED(of) {#of, list_##of},
#define AFTER_A_COMMA(of) ", " #of
#define AFTER_A_BAR(of) "|" #of
static const struct {
    const char *name;
    void (*list)(Listing *, const Registries *, Arena *);
} lists[] = {{"reforms", NULL}, LISTS(LISTED)}; // that of reforms is read and may be amiss
enum { LIST_COUNT = sizeof lists / sizeof *lists };

static int find_list(const char *name, Report *report) {
    const char *known[LIST_COUNT];
    for (int i = 0; i < LIST_COUNT; i++) {
        known[i] = lists[i].name;
        if (strcmp(name, known[i]) == 0) return i;
    }
    const char *nearest = nearest_name(name, known, LIST_COUNT);
    report_problem(
        report, STATUS_USAGE,
        "there is no list of %s%s%s; write hxsim list and one of: reforms" LISTS(AFTER_A_COMMA),
        name, nearest ? ", did you mean " : "", nearest ? nearest : "");
    return -1;
}

static Status fill(Listing *listing, int list, const Registries *registries, Arena *arena,
                   Report *report) {
    if (!lists[list].list) return list_reforms(listing, registries, arena, report);
    lists[list].list(listing, registries, arena);
    return STATUS_OK;
}

Status inspect_list(int count, char *const *given, const Registries *registries, FILE *out,
                    Report *report) {
    static const InspectUsage usage = {"list",
                                       "list reforms" LISTS(AFTER_A_BAR) " [--json|--markdown]",
                                       1,
                                       1,
                                       {"--json", "--markdown"}};
    InspectWords words;
    Status status = inspect_words_read(&words, &usage, count, given, report);
    if (status != STATUS_OK) return status;
    const int list = find_list(words.operands[0], report);
    if (list < 0) return STATUS_USAGE;

    Arena *arena = arena_new();
    if (!arena)
        return report_problem(report, STATUS_NO_MEMORY, "no memory to list %s", words.operands[0]);
    Listing listing;
    status = fill(&listing, list, registries, arena, report);
    if (status == STATUS_OK) status = listing_print(&listing, words.form, out, report);
    arena_free(arena);
    return status;
}
