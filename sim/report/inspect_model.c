// SPDX-License-Identifier: MIT
#include "report/inspect_model.h"

#include "care/request.h"
#include "config/model.h"
#include "config/quantity.h"
#include "config/sample.h"
#include "day/tally.h"
#include "people/residents.h"
#include "reforms/effects.h"
#include "report/reported.h"

#include <glob.h>
#include <string.h>

void list_entities(Listing *listing, const Registries *registries, Arena *arena) {
    static const char *const columns[] = {"state of", "variable", "stored as",
                                          "unit",     "meaning",  NULL};
    (void)registries;
    listing_init(listing, columns, arena);
#define TRAIT(name, bits, meaning) \
    listing_add(listing, (const char *[]){"resident", #name, #bits " bit", "", meaning});
    TRAITS(TRAIT)
#undef TRAIT
#define FIELD(type, name, unit, meaning) \
    listing_add(listing, (const char *[]){"resident", #name, #type, unit, meaning});
    RESIDENT_FIELDS(FIELD)
#undef FIELD
}

// ---- names

static void add_members(Listing *listing, const char *list, const Entity *members, int count) {
    for (int i = 0; i < count; i++)
        listing_add(listing,
                    (const char *[]){list, members[i].name, members[i].zh, members[i].en, ""});
}

static void add_kinds(Listing *listing) {
    static const char *const nests[NESTS] = {[NEST_SELF] = "nest self",
                                             [NEST_PRIMARY] = "nest primary",
                                             [NEST_COUNTY] = "nest county",
                                             [NEST_CITY] = "nest city"};
    for (int i = 0; i < KIND_COUNT; i++)
        listing_add(listing, (const char *[]){"kind", kind_entities[i].name, kind_entities[i].zh,
                                              kind_entities[i].en, nests[kind_nest[i]]});
}

static void add_diseases(Listing *listing, Arena *arena) {
    for (int i = 0; i < DISEASE_COUNT; i++)
        listing_add(listing,
                    (const char *[]){"disease", disease_entities[i].name, disease_entities[i].zh,
                                     disease_entities[i].en,
                                     arena_format(arena, "class %s",
                                                  case_class_entities[disease_class[i]].name)});
}

static void add_conditions(Listing *listing, Arena *arena) {
    for (int i = 0; i < CONDITION_COUNT; i++)
        listing_add(listing,
                    (const char *[]){"condition", condition_entities[i].name,
                                     condition_entities[i].zh, condition_entities[i].en,
                                     arena_format(arena, "disease %s",
                                                  disease_entities[condition_disease[i]].name)});
}

void list_names(Listing *listing, const Registries *registries, Arena *arena) {
    static const char *const columns[] = {"list", "name", "zh", "en", "belongs to", NULL};
    (void)registries;
    listing_init(listing, columns, arena);
    add_kinds(listing);
    add_members(listing, "case class", case_class_entities, CASE_CLASS_COUNT);
    add_diseases(listing, arena);
    add_conditions(listing, arena);
    add_members(listing, "stage", stage_entities, STAGE_COUNT);
    add_members(listing, "scheme", scheme_entities, SCHEME_COUNT);
    add_members(listing, "level", level_entities, LEVEL_COUNT);
    add_members(listing, "component", component_entities, COMPONENT_COUNT);
    add_members(listing, "test", test_class_entities, TEST_CLASS_COUNT);
    for (int i = 0; i < AGE_BAND_COUNT; i++)
        listing_add(listing, (const char *[]){"age band", age_band_names[i], "", "", ""});
}

// ---- what is counted, and what levers move

void list_counts(Listing *listing, const Registries *registries, Arena *arena) {
    static const char *const columns[] = {"counted", "name", "meaning", NULL};
    (void)registries;
    listing_init(listing, columns, arena);
#define COUNTED(id, name, zh, meaning) \
    listing_add(listing, (const char *[]){"visit", #name, meaning});
    CONTACTS(COUNTED)
#undef COUNTED
#define COUNTED(id, name, meaning) listing_add(listing, (const char *[]){"need", #name, meaning});
    COUNTS(COUNTED)
#undef COUNTED
}

void list_effects(Listing *listing, const Registries *registries, Arena *arena) {
    static const char *const columns[] = {"effect", "scale", "moves", NULL};
    (void)registries;
    listing_init(listing, columns, arena);
#define EFFECT(id, name, scale, moves) listing_add(listing, (const char *[]){#name, scale, moves});
    EFFECTS(EFFECT)
#undef EFFECT
}

// ---- cities

bool inspect_city_read(Experiment *experiment, const char *file, const Registries *registries,
                       Arena *arena) {
    Report aside;
    Chain chain;
    report_init(&aside);
    bool is_city = false;
    if (chain_read(&chain, file, arena, &aside) == STATUS_OK) {
        is_city = model_is_city(&chain);
        chain_free(&chain);
    }
    is_city = is_city && experiment_read(experiment, file, NULL, registries->levers,
                                         registries->lever_count, &aside) == STATUS_OK;
    report_free(&aside);
    return is_city;
}

void inspect_add_cities(Listing *listing, const Registries *registries, AddCity *add,
                        Arena *arena) {
    glob_t found = {0};
    Experiment experiment;
    if (glob("models/*.cfg", 0, NULL, &found) == 0)
        for (size_t i = 0; i < found.gl_pathc; i++)
            if (!sample_is_of_fitted(found.gl_pathv[i]) &&
                inspect_city_read(&experiment, found.gl_pathv[i], registries, arena)) {
                add(listing, &experiment.city, arena);
                experiment_free(&experiment);
            }
    globfree(&found);
}

// Counts by kind of evidence; the first, EVIDENCE_MISSING, is empty in a model that was read.
typedef struct EvidenceCounts {
    int of[EVIDENCE_ASSUMED + 1];
} EvidenceCounts;

static void add_evidence_row(Listing *listing, const char *city, const char *section,
                             const EvidenceCounts *counts, Arena *arena) {
    const char *cells[7] = {city, section};
    int all = 0;
    for (int kind = EVIDENCE_REPORTED; kind <= EVIDENCE_ASSUMED; kind++) {
        all += counts->of[kind];
        cells[2 + kind] = arena_format(arena, "%d", counts->of[kind]);
    }
    cells[2] = arena_format(arena, "%d", all);
    listing_add(listing, cells);
}

static void add_evidence(Listing *listing, const City *city, Arena *arena) {
    EvidenceCounts all = {{0}};
    for (int i = 0; i < PARAMETER_SECTION_COUNT; i++) {
        const ParameterSection *section = parameter_section(i);
        const int count = section->row_count * section->member_count * section->inner_count;
        EvidenceCounts here = {{0}};
        for (int index = section->first; index < section->first + count; index++) {
            here.of[city->evidence[index].kind]++;
            all.of[city->evidence[index].kind]++;
        }
        add_evidence_row(listing, arena_text(arena, city->id), section->name, &here, arena);
    }
    add_evidence_row(listing, arena_text(arena, city->id), "all", &all, arena);
}

void list_evidence(Listing *listing, const Registries *registries, Arena *arena) {
    static const char *const columns[] = {"city",     "section",    "numbers", "reported",
                                          "external", "calibrated", "assumed", NULL};
    listing_init(listing, columns, arena);
    inspect_add_cities(listing, registries, add_evidence, arena);
}

static bool is_target(const Figure *figure) {
    return strcmp(figure->role, "anchor") == 0 || strcmp(figure->role, "state") == 0 ||
           strcmp(figure->role, "effect") == 0;
}

// Cities of one province share a table of figures.
static bool is_listed(const Listing *listing, const char *id) {
    for (int row = 0; row < listing->rows; row++)
        if (strcmp(listing->cells[row * listing->column_count], id) == 0) return true;
    return false;
}

static void add_targets(Listing *listing, const City *city, Arena *arena) {
    for (uint32_t i = 0; i < city->figure_count; i++) {
        const Figure *figure = &city->figures[i];
        if (!is_target(figure) || is_listed(listing, figure->id)) continue;
        const char *range = "";
        if (figure->low != figure->value || figure->high != figure->value)
            range = arena_format(arena, "%.10g to %.10g", figure->low, figure->high);
        listing_add(listing,
                    (const char *[]){
                        arena_text(arena, figure->id), arena_text(arena, figure->place),
                        arena_text(arena, figure->period),
                        arena_format(arena, "%s%.10g", reported_sign(figure), figure->value), range,
                        arena_text(arena, figure->unit), arena_text(arena, figure->role),
                        arena_text(arena, figure->confidence)});
    }
}

void list_targets(Listing *listing, const Registries *registries, Arena *arena) {
    static const char *const columns[] = {"figure", "place", "period",     "value", "range",
                                          "unit",   "role",  "confidence", NULL};
    listing_init(listing, columns, arena);
    inspect_add_cities(listing, registries, add_targets, arena);
}
