// SPDX-License-Identifier: MIT
#include "report/settle_cases.h"

#include "base/calendar.h"
#include "config/table.h"
#include "payment/listed_bills.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    CASE,
    INSTITUTION,
    CHARGE,
    IN_SCOPE,
    FUND,
    MAJOR_ILLNESS,
    ASSISTANCE,
    PERSONAL_ACCOUNT,
    DAYS,
    DATE,
    GROUP,
    DISEASE,
    COMPLEXITY,
    CASE_CLASS,
    SCHEME,
    LEVEL,
    KIND,
    PLACE,
    ENROLLED_AT,
    REVIEW,
    PERSON,
    CLASS_A,
    CLASS_B,
    AWAY,
    ENTITLED,
    MANAGED,
    COLUMNS
};

enum { BOTH = BILLS_LISTED | BILLS_BY_RULES };

static const CaseColumn about[COLUMNS] = {
    [CASE] = {"case", "name of the case, different for each", BOTH, BOTH},
    [INSTITUTION] = {"institution", "where it was treated", BOTH, BOTH},
    [CHARGE] = {"charge", "yuan, the whole bill", BOTH, BOTH},
    [IN_SCOPE] = {"in_scope", "yuan, the part of the bill that the rules of insurance count",
                  BILLS_LISTED, BILLS_LISTED},
    [FUND] = {"fund", "yuan, what the item rules make the fund (or pool) pay", BILLS_LISTED,
              BILLS_LISTED},
    [MAJOR_ILLNESS] = {"major_illness", "yuan, paid by major-illness insurance", BILLS_LISTED, 0},
    [ASSISTANCE] = {"assistance", "yuan, paid by medical assistance", BILLS_LISTED, 0},
    [PERSONAL_ACCOUNT] = {"personal_account", "yuan, paid by the patient's account", BILLS_LISTED,
                          0},
    [DAYS] = {"days", "of the stay, at least 1; 0 or empty for a visit", BOTH, 0},
    [DATE] = {"date", "of the visit or discharge, 2025-01-31", BOTH, BILLS_BY_RULES},
    [GROUP] = {"group", "code in the contract's table of groups; empty: not grouped", BOTH, 0},
    [DISEASE] = {"disease", "disease group of the model, for generated groups", BOTH, 0},
    [COMPLEXITY] = {"complexity", "units of the model, with disease", BOTH, 0},
    [CASE_CLASS] = {"class", "class of case, where a contract asks for it", BOTH, 0},
    [SCHEME] = {"scheme", "insurance scheme, where a contract asks for it", BOTH, BILLS_BY_RULES},
    [LEVEL] = {"level", "of the institution; needed for cases with a group", BOTH, BILLS_BY_RULES},
    [KIND] = {"kind", "of the institution, where a contract asks for it", BOTH, BILLS_BY_RULES},
    [PLACE] = {"place", "of the institution, where a contract asks for it", BOTH, 0},
    [ENROLLED_AT] = {"enrolled_at",
                     "institution at which the patient is enrolled for payment by head; without "
                     "the column, where the patient is treated",
                     BOTH, 0},
    [REVIEW] = {"review", "1 if special-case review was asked for", BOTH, 0},
    [PERSON] = {"person", "whose year of deductibles and ceilings it counts in", BILLS_BY_RULES,
                BILLS_BY_RULES},
    [CLASS_A] = {"class_a", "yuan, items of class A", BILLS_BY_RULES, BILLS_BY_RULES},
    [CLASS_B] = {"class_b", "yuan, items of class B, of which the model says what is in scope",
                 BILLS_BY_RULES, BILLS_BY_RULES},
    [AWAY] = {"away", "no (or empty), filed, unfiled or lives_there: care outside the city",
              BILLS_BY_RULES, 0},
    [ENTITLED] = {"entitled", "1 if entitled to medical assistance", BILLS_BY_RULES, 0},
    [MANAGED] = {"managed", "hypertension and diabetes under management, 0 to 2", BILLS_BY_RULES,
                 0},
};

const CaseColumn *case_columns(int *count) {
    *count = COLUMNS;
    return about;
}

static Fen money_cell(const Row *row, int column) {
    if (!*row_cell(row, column) && about[column].needed != BOTH) return 0;
    const double yuan = row_number(row, column, 0, 1e9);
    const Fen fen = fen_from_yuan(yuan);
    if (fabs(yuan * 100 - (double)fen) > 1e-4)
        reader_problem(row->reader, row_where(row),
                       "%s is %s; yuan have two decimals, down to the fen", about[column].name,
                       row_cell(row, column));
    return fen;
}

// The member of a list that a cell names, or UNKNOWN if it is empty.
static int member_cell(const Row *row, int column, const Entity *members, int count) {
    const char *name = row_cell(row, column), *known[64];
    if (!*name) return UNKNOWN;
    for (int i = 0; i < count; i++) {
        known[i] = members[i].name;
        if (strcmp(name, known[i]) == 0) return i;
    }
    reader_unknown(row->reader, row_where(row), about[column].name, name, known, (size_t)count);
    return UNKNOWN;
}

static Cell cell_of(const Row *row) {
    Cell cell = {
        .facility = row_cell(row, INSTITUTION),
        .place = row_cell(row, PLACE),
        .kind = member_cell(row, KIND, kind_entities, KIND_COUNT),
        .level = member_cell(row, LEVEL, level_entities, LEVEL_COUNT),
        .scheme = member_cell(row, SCHEME, scheme_entities, SCHEME_COUNT),
        .case_class = member_cell(row, CASE_CLASS, case_class_entities, CASE_CLASS_COUNT),
        .disease = UNKNOWN,
        .is_dated = *row_cell(row, DATE) != '\0',
    };
    if (cell.is_dated && !calendar_parse(row_cell(row, DATE), &cell.date))
        reader_problem(row->reader, row_where(row),
                       "date is \"%s\", not a day; write it as 2025-01-31", row_cell(row, DATE));
    return cell;
}

// Who paid must add up: the fund within what is in scope, that within the charge.
static void check_payers(const Row *row, const ListedCase *one) {
    const struct {
        const char *what;
        Fen amount, most;
    } laws[] = {{"in_scope is more than charge", one->in_scope, one->charge},
                {"fund is more than in_scope", one->fund, one->in_scope},
                {"the payers add to more than charge", one->charge - one->own, one->charge}};
    for (size_t i = 0; i < sizeof laws / sizeof *laws; i++)
        if (laws[i].amount > laws[i].most)
            reader_problem(row->reader, row_where(row), "%s: %s of %s yuan", laws[i].what,
                           fen_text(laws[i].amount).text, fen_text(laws[i].most).text);
}

static void read_case(ListedCase *one, const Row *row, bool has_enrolment) {
    const size_t before = row->reader->report->count;
    *one = (ListedCase){
        .where = row_where(row),
        .id = row_text(row, CASE),
        .institution = row_text(row, INSTITUTION),
        .enrolled_at = row_cell(row, has_enrolment ? ENROLLED_AT : INSTITUTION),
        .group = row_cell(row, GROUP),
        .cell = cell_of(row),
        .charge = money_cell(row, CHARGE),
        .in_scope = money_cell(row, IN_SCOPE),
        .fund = money_cell(row, FUND),
        .major_illness = money_cell(row, MAJOR_ILLNESS),
        .assistance = money_cell(row, ASSISTANCE),
        .personal_account = money_cell(row, PERSONAL_ACCOUNT),
        .disease = member_cell(row, DISEASE, disease_entities, DISEASE_COUNT),
    };
    if (*row_cell(row, DAYS)) one->days = (int32_t)row_whole(row, DAYS, 0, 10000);
    one->cell.stay = one->days > 0;
    one->cell.days = one->days;
    one->cell.disease = one->disease;
    one->own =
        one->charge - one->fund - one->major_illness - one->assistance - one->personal_account;
    if (row->reader->report->count == before) check_payers(row, one);
    if (one->disease != UNKNOWN) {
        one->complexity = row_number(row, COMPLEXITY, 0, 8);
        one->cell.case_class = disease_class[one->disease];
    }
    if (*row_cell(row, REVIEW)) one->review = row_whole(row, REVIEW, 0, 1) == 1;
}

static int by_id(const void *a, const void *b) {
    const ListedCase *const *one = a, *const *other = b;
    const int order = strcmp((*one)->id, (*other)->id);
    return order != 0 ? order : (*one)->where.line - (*other)->where.line;
}

static void check_ids(const CaseList *list, Reader *reader) {
    const ListedCase **sorted = arena_take(reader->arena, list->count, sizeof *sorted);
    for (uint32_t i = 0; sorted && i < list->count; i++)
        sorted[i] = &list->rows[i];
    if (sorted) qsort(sorted, list->count, sizeof *sorted, by_id);
    for (uint32_t i = 1; sorted && i < list->count; i++)
        if (strcmp(sorted[i]->id, sorted[i - 1]->id) == 0)
            reader_problem(reader, sorted[i]->where,
                           "the case %s is there twice; it stands in line %d already",
                           sorted[i]->id, sorted[i - 1]->where.line);
}

// Sums of all cases must stay amounts of which a share can be taken.
static void check_sum(const CaseList *list, Reader *reader) {
    Fen left = MOST_FEN;
    for (uint32_t i = 0; i < list->count; i++) {
        left -= list->rows[i].charge;
        if (left >= 0) continue;
        reader_problem(reader, list->rows[i].where,
                       "the charges up to here add to more than %s yuan; settle fewer at once",
                       fen_text(MOST_FEN).text);
        return;
    }
}

// ---- bills that the rules pay

static uint8_t away_cell(const Row *row) {
    static const char *const names[AWAY_COUNT] = {[AWAY_NO] = "no",
                                                  [AWAY_FILED] = "filed",
                                                  [AWAY_UNFILED] = "unfiled",
                                                  [AWAY_LIVES_THERE] = "lives_there"};
    const char *name = row_cell(row, AWAY);
    for (int i = 0; i < AWAY_COUNT; i++)
        if (strcmp(names[i], *name ? name : "no") == 0) return (uint8_t)i;
    reader_unknown(row->reader, row_where(row), "word for care away", name, names, AWAY_COUNT);
    return AWAY_NO;
}

static void read_bill(ListedBill *bill, const ListedCase *one, const Row *row) {
    static const int wanted[] = {DATE, SCHEME, LEVEL, KIND};
    *bill = (ListedBill){.person = row_text(row, PERSON),
                         .class_a = money_cell(row, CLASS_A),
                         .class_b = money_cell(row, CLASS_B),
                         .away = away_cell(row)};
    if (*row_cell(row, ENTITLED)) bill->entitled = row_whole(row, ENTITLED, 0, 1) == 1;
    if (*row_cell(row, MANAGED)) bill->managed = (int32_t)row_whole(row, MANAGED, 0, 2);
    for (int i = 0; i < 4; i++)
        row_text(row, wanted[i]);
    if (bill->class_a + bill->class_b > one->charge)
        reader_problem(row->reader, row_where(row),
                       "class A and B are more than charge: %s of %s "
                       "yuan",
                       fen_text(bill->class_a + bill->class_b).text, fen_text(one->charge).text);
}

static void pay_bills(CaseList *list, const Table *table, const Parameters *rules, Reader *reader) {
    ListedBill *bills = arena_take(reader->arena, list->count, sizeof *bills);
    for (uint32_t i = 0; bills && i < list->count; i++)
        read_bill(&bills[i], &list->rows[i], &(Row){reader, table, (int)i});
    if (bills && reader->status == STATUS_OK)
        listed_bills_pay(list->rows, bills, list->count, rules, reader);
}

static bool has_column(const Table *table, int column) {
    for (int i = 0; i < table->rows; i++)
        if (*table_cell(table, i, column)) return true;
    return false;
}

// What is amiss in one row is often amiss in all: the first rows are told.
enum { ENOUGH = 20 };

// A city has half a million stays a year.
static const size_t MOST_LIST_BYTES = (size_t)256 * MEBIBYTE;

// The columns that the list may have, and which of them it must.
static void columns_for(Column columns[COLUMNS], unsigned bills) {
    for (int i = 0; i < COLUMNS; i++) {
        const bool known = about[i].known & bills, needed = about[i].needed & bills;
        columns[i] = (Column){known ? about[i].name : "(no column of this list)", !needed};
    }
}

void case_list_read(CaseList *list, const char *file, const Parameters *rules, Reader *reader) {
    Column columns[COLUMNS];
    Table table;
    *list = (CaseList){0};
    columns_for(columns, rules ? BILLS_BY_RULES : BILLS_LISTED);
    if (!table_read_within(&table, file, "", MOST_LIST_BYTES, columns, COLUMNS, reader)) return;
    if (table.rows == 0)
        reader_problem(reader, (Where){file, 0}, "has no cases; write a row for each");
    list->rows = arena_take(reader->arena, (size_t)table.rows, sizeof *list->rows);
    const bool has_enrolment = has_column(&table, ENROLLED_AT);
    for (int i = 0; list->rows && i < table.rows && reader->report->count < ENOUGH; i++) {
        read_case(&list->rows[i], &(Row){reader, &table, i}, has_enrolment);
        list->count++;
    }
    check_ids(list, reader);
    check_sum(list, reader);
    if (rules) pay_bills(list, &table, rules, reader);
}
