// SPDX-License-Identifier: MIT
#include "report/settle.h"

#include "report/inspect_words.h"
#include "report/settle_cases.h"
#include "report/settle_tables.h"

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

static Status settle(const InspectWords *words, Language language, FILE *out, Arena *arena,
                     Report *report) {
    Reader reader = {.arena = arena, .report = report};
    Agreements agreements;
    CaseList list;
    Settlement settlement;
    agreements_read(&agreements, words->contract, &reader);
    case_list_read(&list, words->operands[0], agreements.rules, &reader);
    if (reader.status != STATUS_OK) return reader.status;
    settlement_make(&settlement, list.rows, list.count, &agreements, &reader);
    if (arena_is_short(arena))
        return report_problem(report, STATUS_NO_MEMORY, "no memory to settle %s",
                              words->operands[0]);
    if (reader.status != STATUS_OK) return reader.status;
    return print_tables(&settlement, &list, words, language, out, arena, report);
}

Status settle_verb(int count, char *const *given, Language language, FILE *out, Report *report) {
    static const InspectUsage usage = {"settle",
                                       "settle CASES.csv --contract FILE [--json|--markdown]",
                                       1,
                                       1,
                                       {"--contract", "--json", "--markdown"}};
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
