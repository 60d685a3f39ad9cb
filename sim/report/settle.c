// SPDX-License-Identifier: MIT
#include "report/settle.h"

#include "report/csv.h"
#include "report/inspect_words.h"
#include "report/settle_cases.h"
#include "report/settle_tables.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

static Status print_json(const Settlement *settlement, const CaseList *list, FILE *out,
                         Arena *arena, Report *report) {
    Status status = STATUS_OK;
    for (int table = 0; table < SETTLE_TABLES; table++) {
        Listing listing;
        settle_table(&listing, table, settlement, list->rows, HEADS_NAMES, arena);
        fprintf(out, "%s\"%s\": ", table ? ", " : "{", settle_table_name(table, HEADS_NAMES));
        status = status_first(status, listing_print(&listing, LISTING_JSON, out, report));
    }
    fputs("}\n", out);
    return status;
}

static Status print_tables(const Settlement *settlement, const CaseList *list,
                           const InspectWords *words, Language language, FILE *out, Arena *arena,
                           Report *report) {
    const Heads heads = language == LANGUAGE_ZH ? HEADS_ZH : HEADS_EN;
    Status status = STATUS_OK;
    if (words->form == LISTING_JSON) return print_json(settlement, list, out, arena, report);
    for (int table = 0; table < SETTLE_TABLES; table++) {
        Listing listing;
        settle_table(&listing, table, settlement, list->rows, heads, arena);
        fprintf(out, "%s%s\n\n", table ? "\n" : "", settle_table_name(table, heads));
        status = status_first(status, listing_print(&listing, words->form, out, report));
    }
    return status;
}

// The name of a table's file is none that a list of cases is likely to have.
static Status write_table(const Listing *listing, const char *folder, int table, Arena *arena,
                          Report *report) {
    Csv csv;
    const char *path =
        arena_format(arena, "%s/settled_%s.csv", folder, settle_table_name(table, HEADS_NAMES));
    const char *header = listing->columns[0];
    for (int i = 1; i < listing->column_count; i++)
        header = arena_format(arena, "%s,%s", header, listing->columns[i]);
    const Status status = csv_open(&csv, path, header, report);
    if (status != STATUS_OK) return status;
    for (int i = 0; i < listing->rows * listing->column_count; i++) {
        csv_text(&csv, listing->cells[i]);
        if ((i + 1) % listing->column_count == 0) csv_end_row(&csv);
    }
    return csv_close(&csv, report);
}

static Status write_tables(const Settlement *settlement, const CaseList *list, const char *folder,
                           Arena *arena, Report *report) {
    Status status = STATUS_OK;
    if (mkdir(folder, 0777) != 0 && errno != EEXIST)
        return report_problem(report, STATUS_NO_OUTPUT, "%s: cannot be created: %s", folder,
                              strerror(errno));
    for (int table = 0; table < SETTLE_TABLES && status == STATUS_OK; table++) {
        Listing listing;
        settle_table(&listing, table, settlement, list->rows, HEADS_NAMES, arena);
        status = write_table(&listing, folder, table, arena, report);
    }
    return status;
}

static Status settle(const InspectWords *words, Language language, FILE *out, Arena *arena,
                     Report *report) {
    Reader reader = {.arena = arena, .report = report};
    Agreements agreements;
    CaseList list;
    Settlement settlement;
    agreements_read(&agreements, words->contract, &reader);
    if (!agreements.rows) return reader.status; // which columns a list has hangs on the contracts
    case_list_read(&list, words->operands[0], agreements.rules, &reader);
    if (reader.status != STATUS_OK) return reader.status;
    settlement_make(&settlement, list.rows, list.count, &agreements, &reader);
    if (arena_is_short(arena))
        return report_problem(report, STATUS_NO_MEMORY, "no memory to settle %s",
                              words->operands[0]);
    if (reader.status != STATUS_OK) return reader.status;
    const Status printed = print_tables(&settlement, &list, words, language, out, arena, report);
    if (printed != STATUS_OK || !words->out) return printed;
    return write_tables(&settlement, &list, words->out, arena, report);
}

Status settle_verb(int count, char *const *given, Language language, FILE *out, Report *report) {
    static const InspectUsage usage = {"settle",
                                       "settle CASES.csv --contract FILE [--out DIR] "
                                       "[--json|--markdown]",
                                       1,
                                       1,
                                       {"--contract", "--out", "--json", "--markdown"}};
    InspectWords words;
    const Status status = inspect_words_read(&words, &usage, count, given, report);
    if (status != STATUS_OK) return status;
    if (!words.contract)
        return report_problem(report, STATUS_USAGE,
                              "settle wants a contract; write hxsim settle CASES.csv --contract "
                              "FILE");
    Arena *arena = arena_new();
    if (!arena) return report_problem(report, STATUS_NO_MEMORY, "no memory to settle");
    const Status settled = settle(&words, language, out, arena, report);
    arena_free(arena);
    return settled;
}
