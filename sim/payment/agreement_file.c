// SPDX-License-Identifier: MIT
#include "payment/agreement.h"

#include "base/calendar.h"
#include "config/model.h"
#include "config/text.h"
#include "payment/entry.h"
#include "payment/fee_for_service.h"
#include "payment/registry.h"

#include <string.h>

enum {
    MOST_NAMES = 48,
    BUDGETED = TERMS_CASE_MIX | TERMS_PER_DIEM,
    NOT_BY_HEAD = BUDGETED | TERMS_FEE_FOR_SERVICE | TERMS_GLOBAL_BUDGET,
    ANY = NOT_BY_HEAD | TERMS_CAPITATION
};

// What a contract says besides its terms, and which contracts may say it.
static const struct {
    const char *name;
    unsigned allowed;
} others[] = {
    {"name", ANY},
    {"contract", ANY},
    {"coverage", ANY},
    {"facilities", NOT_BY_HEAD},
    {"places", ANY},
    {"kinds", ANY},
    {"levels", ANY},
    {"schemes", ANY},
    {"classes", ANY},
    {"diseases", NOT_BY_HEAD},
    {"stay_from", NOT_BY_HEAD},
    {"stay_to", NOT_BY_HEAD},
    {"from", ANY},
    {"to", ANY},
    {"clearing", TERMS_CASE_MIX},
    {"groups", TERMS_CASE_MIX},
    {"same_price", TERMS_CASE_MIX},
    {"overrun", BUDGETED},
    {"steps", TERMS_PER_DIEM},
    {"institutions", BUDGETED | TERMS_CAPITATION},
};
enum { OTHERS = sizeof others / sizeof *others };

static void check_names(const Entry *entry) {
    const char *known[MOST_NAMES];
    size_t count = 0;
    for (int i = 0; i < OTHERS; i++)
        known[count++] = others[i].name;
    for (int i = 0; i < term_row_count; i++)
        known[count++] = term_rows[i].name;
    setting_check_names(entry->reader, entry->group, "term of a contract", known, count);
}

static void check_own_name(const Agreements *agreements, int index, Reader *reader) {
    const Agreement *own = &agreements->rows[index];
    for (int i = 0; i < index; i++)
        if (strcmp(agreements->rows[i].name, own->name) == 0)
            reader_problem(reader, own->where, "the contract %s is there twice; line %d has it too",
                           own->name, agreements->rows[i].where.line);
}

// Terms of other contracts; the rows of terms tell theirs.
static void check_others(const Entry *entry) {
    for (int i = 0; i < OTHERS; i++) {
        const Setting *setting = setting_member(entry->group, others[i].name);
        if (!setting || entry_is(entry, others[i].allowed)) continue;
        reader_problem(entry->reader, setting_where(setting), "%s is no term of %s; take it away",
                       others[i].name, entry->agreement->contract->name);
    }
}

// ---- groups

static void mark_same_price(const Entry *entry, CaseGroups *groups) {
    const Names listed = entry_names(entry, "same_price");
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

// A table in a run, laid over the groups that its contract would have without one.
static void lay_over_generated(const Entry *entry, CaseGroups *groups) {
    const bool is_dip = strcmp(entry->agreement->contract->name, "dip") == 0;
    CaseGroups generated;
    case_groups_generate(&generated, &entry->city->parameters, is_dip ? GROUPING_DIP : GROUPING_DRG,
                         entry->reader->arena);
    case_groups_lay(&generated, groups, entry->reader);
    *groups = generated;
}

static void read_table(const Entry *entry, CaseGroups *groups, const char *name, Where where) {
    Reader *reader = entry->reader;
    case_groups_read(groups, text_path_beside(reader->arena, entry->file, name),
                     arena_format(reader->arena, "%s:%d: groups ", where.file, where.line), reader);
    if (entry->in_run && groups->count > 0) lay_over_generated(entry, groups);
}

static void read_groups(const Entry *entry) {
    static const char *const generated[GROUPINGS] = {"drg", "dip"};
    Reader *reader = entry->reader;
    const Setting *setting = setting_member(entry->group, "groups");
    const char *name = "";
    CaseGroups *groups = arena_take(reader->arena, 1, sizeof *groups);
    if (!groups || !entry_is(entry, TERMS_CASE_MIX)) return;
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
        read_table(entry, groups, name, where);
    else if (entry->city)
        case_groups_generate(groups, &entry->city->parameters, (Grouping)grouping, reader->arena);
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
    AgreementScope *scope = &entry->agreement->scope;
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

static uint32_t read_bits(const Entry *entry, const char *name, const Entity *members, int count) {
    const Names given = entry_names(entry, name);
    uint32_t bits = 0;
    for (int i = 0; i < given.count; i++) {
        const int member = given.names[i] ? entry_member(members, count, given.names[i]) : 0;
        const Setting *setting = setting_at(setting_member(entry->group, name), i);
        if (member < 0)
            entry_unknown(entry, setting, name, given.names[i], members, count);
        else
            bits |= 1u << member;
    }
    return bits;
}

// A contract by head binds the institutions for which it gives the people enrolled.
static Names facilities_of(const Entry *entry) {
    const Terms *terms = &entry->agreement->terms;
    if (!entry_is(entry, TERMS_CAPITATION)) return entry_names(entry, "facilities");
    const char **ids =
        arena_take(entry->reader->arena, (size_t)terms->institution_count, sizeof *ids);
    for (int i = 0; ids && i < terms->institution_count; i++)
        ids[i] = terms->institutions[i].id;
    return (Names){ids, ids ? terms->institution_count : 0};
}

// Days between which a stay is under the contract; 0 if it does not say.
static int32_t read_length(const Entry *entry, const char *name) {
    const Measure measure = {name, "days", 1, 10000};
    const Setting *setting = setting_member(entry->group, name);
    int64_t days = 0;
    if (setting) entry_number(entry, setting, &measure, &days);
    return (int32_t)days;
}

static void read_scope(const Entry *entry) {
    static const Measure share = {"coverage", "share", 0, 1};
    Agreement *agreement = entry->agreement;
    const unsigned terms = agreement->contract->terms;
    agreement->scope = (AgreementScope){
        .facilities = facilities_of(entry),
        .places = entry_names(entry, "places"),
        .kinds = read_bits(entry, "kinds", kind_entities, KIND_COUNT),
        .levels = read_bits(entry, "levels", level_entities, LEVEL_COUNT),
        .schemes = read_bits(entry, "schemes", scheme_entities, SCHEME_COUNT),
        .classes = read_bits(entry, "classes", case_class_entities, CASE_CLASS_COUNT),
        .diseases = read_bits(entry, "diseases", disease_entities, DISEASE_COUNT),
        .days_from = read_length(entry, "stay_from"),
        .days_to = read_length(entry, "stay_to"),
        .visits = terms & (TERMS_FEE_FOR_SERVICE | TERMS_CAPITATION),
        .stays = terms & ~(unsigned)TERMS_CAPITATION,
    };
    read_days(entry);
    const Setting *coverage = setting_member(entry->group, "coverage");
    agreement->coverage = WHOLE;
    agreement->names_coverage = coverage != NULL;
    if (coverage) entry_number(entry, coverage, &share, &agreement->coverage);
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
    check_others(entry);
    entry_terms(entry);
    read_groups(entry);
    read_scope(entry);
}

// ---- the file

static const City *read_model(Reader *reader, const char *file, const Setting *setting) {
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
    return city;
}

// bills = "rules" makes the model's schemes pay the bills of the list.
static const Parameters *rules_of_bills(Reader *reader, const Setting *setting, const City *city) {
    const char *word = "";
    if (!setting || !setting_text(reader, setting, "bills", &word)) return NULL;
    if (strcmp(word, "rules") != 0 && strcmp(word, "listed") != 0)
        reader_problem(reader, setting_where(setting),
                       "bills are \"%s\"; write \"rules\" (the model's schemes pay them) or "
                       "\"listed\" (the list says who paid)",
                       word);
    if (strcmp(word, "rules") != 0) return NULL;
    if (!city)
        reader_problem(reader, setting_where(setting),
                       "bills by rules need a model; write model = \"../models/huaihua.cfg\";");
    return city ? &city->parameters : NULL;
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
                           "facilities, places, kinds, schemes, classes, diseases or days, or give "
                           "each its coverage",
                           one->name, earlier->name, earlier->where.line);
    }
}

static void read_all(Agreements *agreements, const char *file, const Setting *root,
                     const City *of_run, Reader *reader) {
    static const char *const top[] = {"model", "bills", "contracts"};
    setting_check_names(reader, root, "part of a contract file", top, 3);
    const Setting *model = setting_member(root, "model"), *list = setting_member(root, "contracts");
    const City *city = of_run ? of_run : model ? read_model(reader, file, model) : NULL;
    agreements->rules = rules_of_bills(reader, setting_member(root, "bills"), city);
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
        read_contract(&(Entry){reader, group, file, city, of_run != NULL, &agreements->rows[i]});
        agreements->count = i + 1;
        check_own_name(agreements, i, reader);
    }
    if (reader->status == STATUS_OK) check_cells(agreements, reader);
}

void agreements_read(Agreements *agreements, const char *file, Reader *reader) {
    agreements_read_in(agreements, file, NULL, reader);
}

void agreements_read_in(Agreements *agreements, const char *file, const City *city,
                        Reader *reader) {
    Document document;
    *agreements = (Agreements){0};
    const Status status = document_read(&document, file, "", reader->arena, reader->report);
    reader->status = status_first(reader->status, status);
    if (status != STATUS_OK) return;
    read_all(agreements, document.file, document_root(&document), city, reader);
    document_free(&document);
    if (!agreements->rows) return;
    agreements->rows[agreements->count++] = (Agreement){.name = "by_item",
                                                        .where = {file, 0},
                                                        .contract = &payment_fee_for_service,
                                                        .scope = {.visits = true, .stays = true},
                                                        .coverage = WHOLE,
                                                        .names_coverage = true};
}
