// SPDX-License-Identifier: MIT
#include "report/money_tables.h"

#include "report/csv.h"

#include <math.h>

static const char central[] = "central";

// ---- funds

double fund_months_of_cover(const FundYear *fund) {
    const Fen spent = fund_spending(fund);
    return spent > 0 ? 12 * (double)fund->closing / (double)spent : NAN;
}

static void write_fund(Csv *csv, const Experiment *experiment, int year, int f, const char *area,
                       const FundYear *fund) {
    const int64_t scale = experiment->scale;
    csv_text(csv, experiment->id);
    csv_text(csv, central);
    csv_whole(csv, year);
    csv_text(csv, fund_name(f));
    csv_text(csv, area);
    csv_whole(csv, fund->insured * scale);
    const Fen amounts[] = {
        fund->opening,        fund->contributions,    fund->subsidies,
        fund->transfers,      fund->claims_in_area,   fund->claims_in_city,
        fund->claims_outside, fund->claims_of_absent, fund->other_claims,
        fund->clearing,       fund->closing,          fund_income(fund) - fund_spending(fund)};
    for (size_t i = 0; i < sizeof amounts / sizeof *amounts; i++)
        csv_fen(csv, amounts[i] * scale);
    const double months = fund_months_of_cover(fund);
    csv_number(csv, round(months * 1000) / 1000);
    csv_end_row(csv);
}

static void write_funds(Csv *csv, const Results *results, const Experiment *experiment, int index) {
    const City *city = &experiment->city;
    const FundYear *fund = results->year[index].fund;
    const int year = results->first_year + index;
    FundYear residents = {0};
    for (int f = 0; f < FUND_RESIDENTS; f++)
        write_fund(csv, experiment, year, f, city->id, &fund[f]);
    for (int c = 0; c < results->counties; c++) {
        write_fund(csv, experiment, year, FUND_RESIDENTS + c, city->counties[c].id,
                   &fund[FUND_RESIDENTS + c]);
        fund_add(&residents, &fund[FUND_RESIDENTS + c]);
    }
    write_fund(csv, experiment, year, FUND_RESIDENTS, "", &residents);
}

Status money_tables_funds(const Results *results, const Experiment *experiment, const char *path,
                          Report *report) {
    Csv csv;
    const Status status =
        csv_open(&csv, path,
                 "scenario,draw,period,fund,pooling_area,insured,opening,contributions,subsidies,"
                 "transfers,claims_in_area,claims_in_city,claims_outside,claims_of_absent,"
                 "other_claims,clearing,closing,balance,months_of_cover",
                 report);
    if (status != STATUS_OK) return status;
    for (int index = 0; index < results->years; index++)
        write_funds(&csv, results, experiment, index);
    return csv_close(&csv, report);
}

// ---- institutions

typedef struct Entry {
    int kind, county;
    const char *book, *item;
    Fen amount;
} Entry;

static void write_entry(Csv *csv, const Experiment *experiment, int year, const Entry *entry) {
    const City *city = &experiment->city;
    if (entry->amount == 0) return;
    csv_text(csv, experiment->id);
    csv_text(csv, central);
    csv_whole(csv, year);
    csv_text(csv, kind_entities[entry->kind].name);
    csv_text(csv, entry->county < (int)city->county_count ? city->counties[entry->county].id
                                                          : "outside");
    csv_text(csv, entry->book);
    csv_text(csv, entry->item);
    csv_fen(csv, entry->amount * experiment->scale);
    csv_end_row(csv);
}

static void write_receipts(Csv *csv, const Experiment *experiment, int year, Entry entry,
                           const Ledger *ledger) {
    entry.book = "receipts";
    for (int component = 0; component < COMPONENT_COUNT; component++) {
        entry.item = component_entities[component].name;
        entry.amount = ledger->charged[entry.kind][entry.county][component];
        write_entry(csv, experiment, year, &entry);
    }
    entry.book = "payer";
    for (int payer = 0; payer < PAYER_COUNT; payer++) {
        entry.item = payer_name((Payer)payer);
        entry.amount = ledger->paid[entry.kind][entry.county][payer];
        write_entry(csv, experiment, year, &entry);
    }
}

static void write_operation(Csv *csv, const Experiment *experiment, int year, Entry entry,
                            const Operation *operation) {
    entry.book = "operation";
#define WRITE(name, meaning)        \
    entry.item = #name;             \
    entry.amount = operation->name; \
    write_entry(csv, experiment, year, &entry);
    OPERATION_COLUMNS(WRITE)
#undef WRITE
}

Status money_tables_accounts(const Results *results, const Experiment *experiment, const char *path,
                             Report *report) {
    Csv csv;
    const Status status =
        csv_open(&csv, path, "scenario,draw,period,kind,place,book,item,yuan", report);
    if (status != STATUS_OK) return status;
    for (int index = 0; index < results->years; index++) {
        const YearResults *year = &results->year[index];
        for (int kind = 0; kind < KIND_COUNT; kind++)
            for (int county = 0; county < LEDGER_COUNTIES; county++) {
                const Entry entry = {.kind = kind, .county = county};
                const int number = results->first_year + index;
                write_receipts(&csv, experiment, number, entry, year->ledger);
                write_operation(&csv, experiment, number, entry,
                                &year->operations->at[kind][county]);
            }
    }
    return csv_close(&csv, report);
}
