// SPDX-License-Identifier: MIT
#include "report/csv.h"
#include "report/result_tables.h"
#include "unit/claim.h"
#include "unit/report/result_bench.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// ---- CSV

TEST(cells) {
    ResultBench bench;
    char path[WORKSHOP_PATH];
    result_bench_open(&bench);
    Csv csv;
    ck_assert_int_eq(csv_open(&csv, result_bench_path(&bench, "a.csv", path), "a,b", &bench.report),
                     STATUS_OK);
    csv_text(&csv, "怀化");
    csv_text(&csv, "a \"b\", c");
    csv_end_row(&csv);
    csv_number(&csv, 0.1);
    csv_number(&csv, 91.25);
    csv_number(&csv, 1e6);
    csv_whole(&csv, -12345678901);
    csv_fen(&csv, -123405);
    csv_end_row(&csv);
    ck_assert_int_eq(csv_close(&csv, &bench.report), STATUS_OK);
    char *text = result_bench_text(&bench, "a.csv");
    ck_assert_str_eq(text, "\xEF\xBB\xBF"
                           "a,b\r\n怀化,\"a \"\"b\"\", c\"\r\n"
                           "0.1,91.25,1000000,-12345678901,-1234.05\r\n");
    free(text);
    result_bench_close(&bench);
}

TEST(full_disk) {
    ResultBench bench;
    result_bench_open(&bench);
    Csv csv;
    ck_assert_int_eq(csv_open(&csv, "/dev/full", "a", &bench.report), STATUS_OK);
    ck_assert_int_eq(csv_close(&csv, &bench.report), STATUS_IO);
    ck_assert_str_eq(
        bench.report.messages[0],
        "/dev/full: writing broke off: No space left on device; make room and run again");
    result_bench_close(&bench);
}

// ---- tables

static void write_indicators(ResultBench *bench, IndicatorValues *values, const char *path) {
    ck_assert_int_eq(
        indicator_values_init(values, &bench->experiment.city, 2023, 2, 2, &bench->report), 0);
    for (int r = 0; r < 2; r++)
        ck_assert_int_eq(indicator_values_fill(values, r, &bench->made.results, &bench->report), 0);
    ck_assert_int_eq(result_tables_indicators(values, &bench->experiment, path, &bench->report), 0);
}

TEST(indicator_rows) {
    ResultBench bench;
    IndicatorValues values;
    char path[WORKSHOP_PATH];
    result_bench_open(&bench);
    write_indicators(&bench, &values, result_bench_path(&bench, "indicators.csv", path));
    char *text = result_bench_text(&bench, "indicators.csv");
    const char *const rows[] = {
        "trial,central,hill,,,,,2024,total_visits,2937,visits\r\n",
        "trial,central,hill,village_clinic,,,,2024,total_visits,1263,visits\r\n",
        "trial,central,made-up,,,,65-74,2024,visits_per_person,0.2,visits per person-year\r\n",
        "trial,central,hill,,,,,2024,foregone_care,11.73469388,percent\r\n"};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        ck_assert_msg(strstr(text, rows[i]) != NULL, "this row is missing: %s", rows[i]);
    ck_assert_msg(!strstr(text, ",nan,"), "a share of nothing was written");
    free(text);
    indicator_values_free(&values);
    result_bench_close(&bench);
}

TEST(read_back) {
    ResultBench bench;
    IndicatorValues values, again;
    char path[WORKSHOP_PATH];
    result_bench_open(&bench);
    write_indicators(&bench, &values, result_bench_path(&bench, "indicators.csv", path));
    for (size_t i = 0; i < values.count; i++)
        values.value[i] += 0.25 * (double)(i % 7);
    indicator_values_sum_up(&values);
    ck_assert_int_eq(result_tables_indicators(&values, &bench.experiment, path, &bench.report), 0);
    ck_assert_int_eq(
        indicator_values_init(&again, &bench.experiment.city, 2023, 2, 2, &bench.report), 0);
    ck_assert_int_eq(result_tables_read_indicators(&again, path, &bench.report), STATUS_OK);
    size_t numbers = 0;
    for (size_t i = 0; i < values.count; i++) {
        ck_assert_int_eq(isnan(values.central[i]), isnan(again.central[i]));
        ck_assert_int_eq(isnan(values.error[i]), isnan(again.error[i]));
        if (isnan(values.central[i])) continue;
        ck_assert_double_eq(values.central[i], again.central[i]);
        ck_assert_double_eq(values.error[i], again.error[i]);
        numbers++;
    }
    ck_assert_uint_gt(numbers, 500);
    indicator_values_free(&values);
    indicator_values_free(&again);
    result_bench_close(&bench);
}

TEST(flow_rows) {
    ResultBench bench;
    char path[WORKSHOP_PATH];
    result_bench_open(&bench);
    ck_assert_int_eq(result_tables_flows(&bench.made.results, &bench.experiment,
                                         result_bench_path(&bench, "flows.csv", path),
                                         &bench.report),
                     STATUS_OK);
    char *text = result_bench_text(&bench, "flows.csv");
    const char *const rows[] = {
        "trial,central,2024,hill,hill,river,,city_hospital,visit,177\r\n",
        "trial,central,2024,hill,hill,river,,city_hospital,admission,69\r\n",
        "trial,central,2024,elsewhere,hill,outside,,outside_other_province,visit,291\r\n",
        "trial,central,2024,elsewhere,elsewhere,river,,city_hospital,visit,87\r\n",
        "trial,central,2024,,hill,,,pharmacy,first_choice,366\r\n",
        "trial,central,2024,hill,hill,,township_centre,county_general,way_to_bed,93\r\n",
        "trial,central,2024,elsewhere,hill,,city_hospital,city_hospital,way_to_bed,15\r\n",
        "trial,central,2024-02,,,hill,,village_clinic,visit,1263\r\n"};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        ck_assert_msg(strstr(text, rows[i]) != NULL, "this row is missing: %s", rows[i]);
    free(text);
    result_bench_close(&bench);
}

TEST(ledger_rows) {
    ResultBench bench;
    char path[WORKSHOP_PATH];
    result_bench_open(&bench);
    ck_assert_int_eq(result_tables_ledger(&bench.made.results, &bench.experiment,
                                          result_bench_path(&bench, "ledger.csv", path),
                                          &bench.report),
                     STATUS_OK);
    char *text = result_bench_text(&bench, "ledger.csv");
    const char *const rows[] = {
        "trial,central,2024,charge,,,,city_hospital,river,drug,90.00\r\n",
        "trial,central,2024,account,own_pocket,resident,,,,,-593.31\r\n",
        "trial,central,2024,account,receipts,,,city_hospital,river,,593.31\r\n"};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        ck_assert_msg(strstr(text, rows[i]) != NULL, "this row is missing: %s", rows[i]);
    free(text);
    result_bench_close(&bench);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("a table is UTF-8 with its mark, quoted after RFC 4180, and reads back exactly",
              cells),
        CLAIM("a full disk is told when the table is closed", full_disk),
        CLAIM("each value of an indicator is a row, and what cannot be divided is none",
              indicator_rows),
        CLAIM("values read back from the table are the same bits", read_back),
        CLAIM("a flow row carries residence, insurance and institution", flow_rows),
        CLAIM("the books are weighted and written in yuan to the fen", ledger_rows),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
