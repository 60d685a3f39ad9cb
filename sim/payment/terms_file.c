// SPDX-License-Identifier: MIT
#include "payment/entry.h"

#include <string.h>

// One number for all levels, or a group of levels: { level2 = 0.8; level3 = 1.0; }.
static void read_levels(const Entry *entry, const Setting *setting, const Measure *measure,
                        int64_t levels[LEVEL_COUNT]) {
    const bool by_level = config_setting_is_group(setting) && !setting_member(setting, "value");
    if (!by_level) {
        int64_t one = 0;
        entry_number(entry, setting, measure, &one);
        for (int level = 0; level < LEVEL_COUNT; level++)
            levels[level] = one;
        return;
    }
    for (int i = 0; i < setting_count(setting); i++) {
        const Setting *member = setting_at(setting, i);
        const int level = entry_member(level_entities, LEVEL_COUNT, setting_name(member));
        if (level < 0)
            entry_unknown(entry, member, "level", setting_name(member), level_entities,
                          LEVEL_COUNT);
        else
            entry_number(entry, member, measure, &levels[level]);
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
        entry_number(entry, setting, &measure, held);
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
        entry_inner(entry, group, &to, &band->to);
        entry_inner(entry, group, &share, &band->share);
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
    const bool wanted = entry_is(entry, TERMS_PER_DIEM);
    if (!list && wanted)
        reader_problem(entry->reader, setting_where(entry->group),
                       "the contract %s has no steps; write steps = ( { to_day = 30; yuan = 260; "
                       "}, { yuan = 200; } );",
                       entry->agreement->name);
    if (!list || !setting_is_list(entry->reader, list, "steps")) return;
    if (setting_count(list) > MOST_DAY_STEPS)
        reader_problem(entry->reader, setting_where(list), "more than %d steps", MOST_DAY_STEPS);
    for (int i = 0; i < setting_count(list) && i < MOST_DAY_STEPS; i++) {
        const Setting *group = setting_at(list, i);
        int64_t to_day = INT32_MAX;
        if (!setting_is_group(entry->reader, group, "steps")) return;
        DayStep *step = &terms->steps[terms->step_count++];
        setting_check_names(entry->reader, group, "field of a step", fields, 2);
        entry_inner(entry, group, &yuan, &step->fen);
        if (i + 1 < setting_count(list)) entry_inner(entry, group, &day, &to_day);
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
    if (own) entry_number(entry, own, &k, &one->coefficient);
    if (!entry_is(entry, TERMS_CAPITATION)) return;

    const Setting *enrolled = setting_member(group, "enrolled");
    long long persons = 0;
    if (!enrolled)
        reader_problem(entry->reader, setting_where(group), "%s has no enrolled (persons)",
                       one->id);
    else if (setting_whole(entry->reader, enrolled, "enrolled", 0, 100000000, &persons))
        one->enrolled = persons;
    entry_inner(entry, group, &risk, &one->risk);
}

static void read_institutions(const Entry *entry) {
    const Setting *list = setting_member(entry->group, "institutions");
    Terms *terms = &entry->agreement->terms;
    if (!list && entry_is(entry, TERMS_CAPITATION))
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

static void read_clearing(const Entry *entry) {
    Terms *terms = &entry->agreement->terms;
    const Setting *setting = setting_member(entry->group, "clearing");
    const char *word = "";
    if (!entry_is(entry, TERMS_CASE_MIX)) return;
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
    else if (terms->retrospective && setting_member(entry->group, "rate"))
        reader_problem(entry->reader, setting_where(setting_member(entry->group, "rate")),
                       "rate is no term of a retrospective clearing; take it away");
    else if (!terms->retrospective && !setting_member(entry->group, "rate"))
        reader_problem(entry->reader, where, "a prospective clearing needs a rate (yuan)");
}

void entry_terms(const Entry *entry) {
    for (int level = 0; level < LEVEL_COUNT; level++)
        entry->agreement->terms.coefficient[level] = WHOLE;
    for (int i = 0; i < term_row_count; i++)
        read_term(entry, &term_rows[i]);
    read_clearing(entry);
    read_overrun(entry);
    read_steps(entry);
    read_institutions(entry);
}
