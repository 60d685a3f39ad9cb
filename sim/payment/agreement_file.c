// SPDX-License-Identifier: MIT
#include "payment/agreement.h"

#include "base/calendar.h"
#include "config/model.h"
#include "config/quantity.h"
#include "config/text.h"
#include "payment/fee_for_service.h"
#include "payment/registry.h"

#include <math.h>
#include <string.h>

// While one contract is read.
typedef struct Entry {
    Reader *reader;
    const Setting *group;
    const char *file;
    const Parameters *parameters; // of the model that the file names, or NULL
    Agreement *agreement;
} Entry;

enum { OTHER_NAMES = 15, MOST_NAMES = 48 };

static const char *const other_names[OTHER_NAMES] = {
    "name",         "contract", "clearing", "groups",     "same_price",
    "institutions", "steps",    "overrun",  "facilities", "places",
    "kinds",        "levels",   "schemes",  "classes",    "coverage"};

static void check_names(const Entry *entry) {
    const char *known[MOST_NAMES] = {"from", "to"};
    size_t count = 2;
    for (int i = 0; i < OTHER_NAMES; i++)
        known[count++] = other_names[i];
    for (int i = 0; i < term_row_count; i++)
        known[count++] = term_rows[i].name;
    setting_check_names(entry->reader, entry->group, "term of a contract", known, count);
}

// ---- numbers

// A number stands alone, or with its passport.
static bool plain_number(Reader *reader, const Setting *setting, const char *name, const char *unit,
                         double *value) {
    if (!config_setting_is_group(setting)) return setting_number(reader, setting, name, value);
    const Quantity quantity = quantity_from_setting(reader, setting, name);
    *value = quantity.value;
    if (strcmp(quantity.unit, unit) == 0) return quantity.has_value;
    reader_problem(reader, quantity.where, "%s is in \"%s\"; write unit = \"%s\"", name,
                   quantity.unit, unit);
    return false;
}

// A number within its bounds, as whole fen, millionths or days.
static bool read_number(Reader *reader, const Setting *setting, const Measure *measure,
                        int64_t *whole) {
    double value = 0;
    if (!plain_number(reader, setting, measure->name, measure->unit, &value)) return false;
    const bool below = value < measure->lowest;
    if (below || value > measure->highest) {
        char number[96], bound[32];
        number_text_with_unit(number, value, measure->unit);
        number_text_in(bound, below ? measure->lowest : measure->highest, measure->unit);
        reader_problem(reader, setting_where(setting), "%s is %s, %s, %s", measure->name, number,
                       below ? "below the lowest" : "above the highest", bound);
        return false;
    }
    const bool yuan = strcmp(measure->unit, "yuan") == 0, days = strcmp(measure->unit, "days") == 0;
    *whole = yuan ? fen_from_yuan(value) : days ? (int64_t)value : millionths(value);
    return true;
}

static int find_member(const Entity *members, int count, const char *name) {
    for (int i = 0; i < count; i++)
        if (strcmp(members[i].name, name) == 0) return i;
    return -1;
}

static void unknown_member(Reader *reader, Where where, const char *what, const char *name,
                           const Entity *members, int count) {
    const char *known[64];
    for (int i = 0; i < count; i++)
        known[i] = members[i].name;
    reader_unknown(reader, where, what, name, known, (size_t)count);
}

// One number for all levels, or a group of levels: { level2 = 0.8; level3 = 1.0; }.
static void read_levels(const Entry *entry, const Setting *setting, const Measure *measure,
                        int64_t levels[LEVEL_COUNT]) {
    const bool by_level = config_setting_is_group(setting) && !setting_member(setting, "value");
    if (!by_level) {
        int64_t one = 0;
        read_number(entry->reader, setting, measure, &one);
        for (int level = 0; level < LEVEL_COUNT; level++)
            levels[level] = one;
        return;
    }
    for (int i = 0; i < setting_count(setting); i++) {
        const Setting *member = setting_at(setting, i);
        const int level = find_member(level_entities, LEVEL_COUNT, setting_name(member));
        if (level < 0)
            unknown_member(entry->reader, setting_where(member), "level", setting_name(member),
                           level_entities, LEVEL_COUNT);
        else
            read_number(entry->reader, member, measure, &levels[level]);
    }
    for (int level = 0; level < LEVEL_COUNT; level++)
        if (!setting_member(setting, level_entities[level].name))
            reader_problem(entry->reader, setting_where(setting), "%s lacks %s; give every level",
                           measure->name, level_entities[level].name);
}

static void read_term(const Entry *entry, const TermRow *row) {
    const PaymentContract *contract = entry->agreement->contract;
    const Setting *setting = setting_member(entry->group, row->name);
    const Measure measure = {row->name, row->unit, row->lowest, row->highest};
    int64_t *held = (int64_t *)(void *)((char *)&entry->agreement->terms + row->offset);
    if (!setting && (row->needed & contract->terms))
        reader_problem(entry->reader, setting_where(entry->group),
                       "the contract %s has no %s, which %s needs: %s (%s)", entry->agreement->name,
                       row->name, contract->name, row->meaning, row->unit);
    else if (setting && !(row->allowed & contract->terms))
        reader_problem(entry->reader, setting_where(setting), "%s is no term of %s; take it away",
                       row->name, contract->name);
    else if (setting && row->by_level)
        read_levels(entry, setting, &measure, held);
    else if (setting)
        read_number(entry->reader, setting, &measure, held);
}

// ---- lists

static Names read_names(const Entry *entry, const char *name) {
    const Setting *list = setting_member(entry->group, name);
    if (!list || !setting_is_list(entry->reader, list, name)) return (Names){0};
    const int count = setting_count(list);
    const char **names = arena_take(entry->reader->arena, (size_t)count, sizeof *names);
    if (count == 0)
        reader_problem(entry->reader, setting_where(list),
                       "%s is an empty list; leave it out to cover all", name);
    for (int i = 0; names && i < count; i++)
        setting_text(entry->reader, setting_at(list, i), name, &names[i]);
    return (Names){names, names ? count : 0};
}

static uint32_t read_bits(const Entry *entry, const char *name, const Entity *members, int count) {
    const Names given = read_names(entry, name);
    uint32_t bits = 0;
    for (int i = 0; i < given.count; i++) {
        const int member = given.names[i] ? find_member(members, count, given.names[i]) : 0;
        const Setting *setting = setting_at(setting_member(entry->group, name), i);
        if (member < 0)
            unknown_member(entry->reader, setting_where(setting), name, given.names[i], members,
                           count);
        else
            bits |= 1u << member;
    }
    return bits;
}

// A number of a group inside a contract, which must be there.
static void read_inner(const Entry *entry, const Setting *group, const Measure *measure,
                       int64_t *whole) {
    const Setting *setting = setting_member(group, measure->name);
    if (setting)
        read_number(entry->reader, setting, measure, whole);
    else
        reader_problem(entry->reader, setting_where(group), "%s is missing (%s)", measure->name,
                       measure->unit);
}

static void read_overrun(const Entry *entry) {
    static const char *const fields[] = {"to", "share"};
    static const Measure to = {"to", "ratio", 1, 100}, share = {"share", "share", 0, 1};
    const Setting *list = setting_member(entry->group, "overrun");
    Terms *terms = &entry->agreement->terms;
    if (!list || !setting_is_list(entry->reader, list, "overrun")) return;
    if (setting_count(list) > MOST_BANDS)
        reader_problem(entry->reader, setting_where(list), "more than %d bands", MOST_BANDS);
    for (int i = 0; i < setting_count(list) && i < MOST_BANDS; i++) {
        const Setting *group = setting_at(list, i);
        if (!setting_is_group(entry->reader, group, "overrun")) return;
        OverrunBand *band = &terms->overrun[terms->overrun_count++];
        setting_check_names(entry->reader, group, "field of a band", fields, 2);
        read_inner(entry, group, &to, &band->to);
        read_inner(entry, group, &share, &band->share);
        if (i > 0 && band->to <= band[-1].to)
            reader_problem(entry->reader, setting_where(group),
                           "a band ends where the one before it ends or below; write them upwards");
    }
}

static void read_steps(const Entry *entry) {
    static const char *const fields[] = {"to_day", "yuan"};
    static const Measure day = {"to_day", "days", 1, 10000}, yuan = {"yuan", "yuan", 0.01, 1e6};
    const Setting *list = setting_member(entry->group, "steps");
    Terms *terms = &entry->agreement->terms;
    const bool wanted = entry->agreement->contract->terms & TERMS_PER_DIEM;
    if (!list && wanted)
        reader_problem(entry->reader, setting_where(entry->group),
                       "the contract %s has no steps; write steps = ( { to_day = 30; yuan = 260; "
                       "}, { yuan = 200; } );",
                       entry->agreement->name);
    if (!list || !setting_is_list(entry->reader, list, "steps")) return;
    if (!wanted || setting_count(list) > MOST_DAY_STEPS)
        reader_problem(entry->reader, setting_where(list), "steps: at most %d, of per_diem alone",
                       MOST_DAY_STEPS);
    for (int i = 0; i < setting_count(list) && i < MOST_DAY_STEPS; i++) {
        const Setting *group = setting_at(list, i);
        int64_t to_day = INT32_MAX;
        if (!setting_is_group(entry->reader, group, "steps")) return;
        DayStep *step = &terms->steps[terms->step_count++];
        setting_check_names(entry->reader, group, "field of a step", fields, 2);
        read_inner(entry, group, &yuan, &step->fen);
        if (i + 1 < setting_count(list)) read_inner(entry, group, &day, &to_day);
        step->to_day = (int32_t)to_day;
        if (i > 0 && step->to_day <= step[-1].to_day)
            reader_problem(entry->reader, setting_where(group),
                           "a step ends where the one before it ends or below; write them upwards");
    }
}

static void read_institution(const Entry *entry, const Setting *group, InstitutionTerms *one) {
    static const char *const fields[] = {"id", "coefficient", "enrolled", "risk"};
    static const Measure k = {"coefficient", "ratio", 0.01, 10},
                         risk = {"risk", "ratio", 0.01, 100};
    const Setting *id = setting_member(group, "id"), *own = setting_member(group, "coefficient");
    setting_check_names(entry->reader, group, "field of an institution", fields, 4);
    *one = (InstitutionTerms){.id = ""};
    if (id)
        setting_text(entry->reader, id, "id", &one->id);
    else
        reader_problem(entry->reader, setting_where(group), "an institution has no id");
    if (own) read_number(entry->reader, own, &k, &one->coefficient);
    if (!(entry->agreement->contract->terms & TERMS_CAPITATION)) return;

    const Setting *enrolled = setting_member(group, "enrolled");
    long long persons = 0;
    if (!enrolled)
        reader_problem(entry->reader, setting_where(group), "%s has no enrolled (persons)",
                       one->id);
    else if (setting_whole(entry->reader, enrolled, "enrolled", 0, 100000000, &persons))
        one->enrolled = persons;
    read_inner(entry, group, &risk, &one->risk);
}

static void read_institutions(const Entry *entry) {
    const Setting *list = setting_member(entry->group, "institutions");
    Terms *terms = &entry->agreement->terms;
    if (!list && (entry->agreement->contract->terms & TERMS_CAPITATION))
        reader_problem(entry->reader, setting_where(entry->group),
                       "the contract %s has no institutions; write institutions = ( { id = "
                       "\"...\"; enrolled = 12000; risk = 1.0; } );",
                       entry->agreement->name);
    if (!list || !setting_is_list(entry->reader, list, "institutions")) return;
    const int count = setting_count(list);
    InstitutionTerms *rows = arena_take(entry->reader->arena, (size_t)count, sizeof *rows);
    for (int i = 0; rows && i < count; i++) {
        const Setting *group = setting_at(list, i);
        if (!setting_is_group(entry->reader, group, "institutions")) return;
        read_institution(entry, group, &rows[i]);
        if (terms_institution(terms, rows[i].id))
            reader_problem(entry->reader, setting_where(group), "%s is there twice", rows[i].id);
        terms->institutions = rows;
        terms->institution_count = i + 1;
    }
}

// ---- groups

static void mark_same_price(const Entry *entry, CaseGroups *groups) {
    const Names listed = read_names(entry, "same_price");
    for (int i = 0; i < listed.count; i++) {
        const Setting *setting = setting_at(setting_member(entry->group, "same_price"), i);
        const uint16_t found = listed.names[i] ? case_groups_find(groups, listed.names[i]) : 0;
        if (found == NO_GROUP)
            reader_problem(entry->reader, setting_where(setting),
                           "same_price names %s, which is no group of this contract",
                           listed.names[i]);
        else if (groups->count > 0)
            groups->rows[found].same_price = true;
    }
}

static void read_groups(const Entry *entry) {
    static const char *const generated[GROUPINGS] = {"drg", "dip"};
    Reader *reader = entry->reader;
    const Setting *setting = setting_member(entry->group, "groups");
    const char *name = "";
    CaseGroups *groups = arena_take(reader->arena, 1, sizeof *groups);
    if (!groups || !(entry->agreement->contract->terms & TERMS_CASE_MIX)) return;
    entry->agreement->terms.groups = groups;
    if (!setting) {
        reader_problem(reader, setting_where(entry->group),
                       "the contract %s has no groups; write \"drg\" or \"dip\" for those of the "
                       "model, or the name of a table",
                       entry->agreement->name);
        return;
    }
    if (!setting_text(reader, setting, "groups", &name)) return;
    const Where where = setting_where(setting);
    int grouping = 0;
    while (grouping < GROUPINGS && strcmp(name, generated[grouping]) != 0)
        grouping++;
    if (grouping == GROUPINGS)
        case_groups_read(groups, text_path_beside(reader->arena, entry->file, name),
                         arena_format(reader->arena, "%s:%d: groups ", where.file, where.line),
                         reader);
    else if (entry->parameters)
        case_groups_generate(groups, entry->parameters, (Grouping)grouping, reader->arena);
    else
        reader_problem(reader, where,
                       "groups \"%s\" are generated from a model; write model = "
                       "\"../models/huaihua.cfg\"; at the top of the file",
                       name);
    mark_same_price(entry, groups);
}

// ---- one contract

static void read_days(const Entry *entry) {
    static const char *const names[] = {"from", "to"};
    Scope *scope = &entry->agreement->scope;
    int32_t *days[] = {&scope->from, &scope->to};
    scope->from = INT32_MIN;
    scope->to = INT32_MAX;
    for (int i = 0; i < 2; i++) {
        const Setting *setting = setting_member(entry->group, names[i]);
        const char *text = "";
        if (!setting || !setting_text(entry->reader, setting, names[i], &text)) continue;
        scope->is_dated = true;
        if (!calendar_parse(text, days[i]))
            reader_problem(entry->reader, setting_where(setting),
                           "%s is \"%s\", not a day; write it as \"2025-07-01\"", names[i], text);
    }
    if (scope->to < scope->from)
        reader_problem(entry->reader, setting_where(entry->group),
                       "the contract %s ends before it begins", entry->agreement->name);
}

// A contract by head binds the institutions for which it gives the people enrolled.
static Names facilities_of(const Entry *entry) {
    const Terms *terms = &entry->agreement->terms;
    if (!(entry->agreement->contract->terms & TERMS_CAPITATION))
        return read_names(entry, "facilities");
    if (setting_member(entry->group, "facilities"))
        reader_problem(entry->reader, setting_where(setting_member(entry->group, "facilities")),
                       "capitation binds its institutions; take facilities away");
    const char **ids =
        arena_take(entry->reader->arena, (size_t)terms->institution_count, sizeof *ids);
    for (int i = 0; ids && i < terms->institution_count; i++)
        ids[i] = terms->institutions[i].id;
    return (Names){ids, ids ? terms->institution_count : 0};
}

static void read_scope(const Entry *entry) {
    static const Measure share = {"coverage", "share", 0, 1};
    Agreement *agreement = entry->agreement;
    const unsigned terms = agreement->contract->terms;
    agreement->scope = (Scope){
        .facilities = facilities_of(entry),
        .places = read_names(entry, "places"),
        .kinds = read_bits(entry, "kinds", kind_entities, KIND_COUNT),
        .levels = read_bits(entry, "levels", level_entities, LEVEL_COUNT),
        .schemes = read_bits(entry, "schemes", scheme_entities, SCHEME_COUNT),
        .classes = read_bits(entry, "classes", case_class_entities, CASE_CLASS_COUNT),
        .visits = terms & (TERMS_FEE_FOR_SERVICE | TERMS_CAPITATION),
        .stays = terms & ~(unsigned)TERMS_CAPITATION,
    };
    read_days(entry);
    const Setting *coverage = setting_member(entry->group, "coverage");
    agreement->coverage = WHOLE;
    agreement->names_coverage = coverage != NULL;
    if (coverage) read_number(entry->reader, coverage, &share, &agreement->coverage);
}

static void read_clearing(const Entry *entry) {
    Terms *terms = &entry->agreement->terms;
    const Setting *setting = setting_member(entry->group, "clearing");
    const char *word = "";
    if (!(entry->agreement->contract->terms & TERMS_CASE_MIX)) return;
    if (setting && !setting_text(entry->reader, setting, "clearing", &word)) return;
    const Where where = setting_where(setting ? setting : entry->group);
    terms->retrospective = strcmp(word, "retrospective") == 0;
    if (!terms->retrospective && strcmp(word, "prospective") != 0)
        reader_problem(entry->reader, where,
                       "clearing is \"%s\"; write \"prospective\" (a rate) or "
                       "\"retrospective\" (a budget)",
                       word);
    else if (terms->retrospective && !setting_member(entry->group, "budget"))
        reader_problem(entry->reader, where, "a retrospective clearing needs a budget (yuan)");
    else if (!terms->retrospective && !setting_member(entry->group, "rate"))
        reader_problem(entry->reader, where, "a prospective clearing needs a rate (yuan)");
}

static bool find_contract(const Entry *entry) {
    const Setting *setting = setting_member(entry->group, "contract");
    const char *name = "", *known[PAYMENT_CONTRACT_COUNT];
    for (int i = 0; i < PAYMENT_CONTRACT_COUNT; i++)
        known[i] = payment_contracts[i]->name;
    if (setting && !setting_text(entry->reader, setting, "contract", &name)) return false;
    entry->agreement->contract = payment_contract_find(name);
    if (entry->agreement->contract) return true;
    reader_unknown(entry->reader, setting_where(setting ? setting : entry->group), "contract", name,
                   known, PAYMENT_CONTRACT_COUNT);
    return false;
}

static void read_contract(const Entry *entry) {
    Agreement *agreement = entry->agreement;
    const char *name = setting_optional_text(entry->reader, entry->group, "name");
    *agreement = (Agreement){.name = name, .where = setting_where(entry->group)};
    check_names(entry);
    if (!*name)
        reader_problem(entry->reader, agreement->where,
                       "a contract has no name; write name = "
                       "\"...\";");
    if (!find_contract(entry)) return;
    for (int level = 0; level < LEVEL_COUNT; level++)
        agreement->terms.coefficient[level] = WHOLE;
    for (int i = 0; i < term_row_count; i++)
        read_term(entry, &term_rows[i]);
    read_clearing(entry);
    read_overrun(entry);
    read_steps(entry);
    read_institutions(entry);
    read_groups(entry);
    read_scope(entry);
}

// ---- the file

static const Parameters *read_model(Reader *reader, const char *file, const Setting *setting) {
    const char *name = "";
    Chain chain;
    City *city = arena_take(reader->arena, 1, sizeof *city);
    if (!city || !setting_text(reader, setting, "model", &name)) return NULL;
    const char *path = text_path_beside(reader->arena, file, name);
    const Status status = chain_read(&chain, path, reader->arena, reader->report);
    reader->status = status_first(reader->status, status);
    if (status != STATUS_OK) return NULL;
    model_read(city, &chain, reader);
    chain_free(&chain);
    return &city->parameters;
}

static void check_cells(const Agreements *agreements, Reader *reader) {
    for (int i = 0; i < agreements->count; i++) {
        const int other = agreements_conflict(agreements, i);
        if (other < 0) continue;
        const Agreement *one = &agreements->rows[i], *earlier = &agreements->rows[other];
        char sum[32];
        number_text(sum, (double)(one->coverage + earlier->coverage) / WHOLE);
        if (one->names_coverage && earlier->names_coverage)
            reader_problem(reader, one->where,
                           "the coverage of %s and of %s (line %d) adds to %s in one cell, more "
                           "than 1; lower one of them",
                           one->name, earlier->name, earlier->where.line, sum);
        else
            reader_problem(reader, one->where,
                           "%s overlaps %s (line %d): both pay the same cell whole; part them by "
                           "facilities, places, kinds, schemes, classes or days, or give each its "
                           "coverage",
                           one->name, earlier->name, earlier->where.line);
    }
}

static void read_all(Agreements *agreements, const char *file, const Setting *root,
                     Reader *reader) {
    static const char *const top[] = {"model", "contracts"};
    setting_check_names(reader, root, "part of a contract file", top, 2);
    const Setting *model = setting_member(root, "model"), *list = setting_member(root, "contracts");
    const Parameters *parameters = model ? read_model(reader, file, model) : NULL;
    if (!list) {
        reader_problem(reader, (Where){file, 1}, "no contracts; write contracts = ( { ... } );");
        return;
    }
    if (!setting_is_list(reader, list, "contracts")) return;
    const int count = setting_count(list);
    if (count > MOST_AGREEMENTS) {
        reader_problem(reader, setting_where(list), "more than %d contracts", MOST_AGREEMENTS);
        return;
    }
    agreements->rows = arena_take(reader->arena, (size_t)count + 1, sizeof *agreements->rows);
    for (int i = 0; agreements->rows && i < count; i++) {
        const Setting *group = setting_at(list, i);
        if (!setting_is_group(reader, group, "contracts")) return;
        read_contract(&(Entry){reader, group, file, parameters, &agreements->rows[i]});
        agreements->count = i + 1;
    }
    if (reader->status == STATUS_OK) check_cells(agreements, reader);
}

void agreements_read(Agreements *agreements, const char *file, Reader *reader) {
    Document document;
    *agreements = (Agreements){0};
    const Status status = document_read(&document, file, "", reader->arena, reader->report);
    reader->status = status_first(reader->status, status);
    if (status != STATUS_OK) return;
    read_all(agreements, document.file, document_root(&document), reader);
    document_free(&document);
    if (!agreements->rows) return;
    agreements->rows[agreements->count++] = (Agreement){.name = "by_item",
                                                        .where = {file, 0},
                                                        .contract = &payment_fee_for_service,
                                                        .scope = {.visits = true, .stays = true},
                                                        .coverage = WHOLE,
                                                        .names_coverage = true};
}
