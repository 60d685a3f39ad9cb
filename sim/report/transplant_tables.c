// SPDX-License-Identifier: MIT
#include "report/transplant_tables.h"

#include "report/csv.h"
#include "report/indicator_draws.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// ---- numbers

Difference transplant_difference(const TransplantCity *city, int row, int indicator, int year) {
    const IndicatorValues *base = &city->runs.values[0];
    Difference difference = {.base = NAN, .alternative = NAN, .central = NAN, .error = NAN};
    const size_t cell = compared_cell(base, city->compared.indicator[indicator], year);
    double *scratch = calloc((size_t)base->draws + (size_t)base->replicates + 1, sizeof *scratch);
    if (scratch && cell < base->count)
        difference = difference_of(base, &city->runs.values[row + 1], cell, scratch);
    free(scratch);
    return difference;
}

bool transplant_is_first(const Transplant *transplant, int one, int other) {
    return strcmp(transplant->city[one].source.city.id, transplant->city[other].source.city.id) < 0;
}

// What a scenario of a city says in one run: a replicate, or a draw.
typedef struct Cells {
    const IndicatorValues *values[4]; // without and with the reforms: of the one city, of the other
    size_t cell[4];
} Cells;

static Cells cells_of(const Transplant *transplant, int one, int other, int indicator) {
    Cells cells;
    for (int i = 0; i < 4; i++) {
        const TransplantCity *city = &transplant->city[i < 2 ? one : other];
        cells.values[i] = &city->runs.values[i % 2 ? transplant_package(transplant) : 0];
        cells.cell[i] = compared_cell(cells.values[i], city->compared.indicator[indicator],
                                      transplant_year(transplant));
    }
    return cells;
}

static double gap_between(const double value[4]) {
    return (value[3] - value[2]) - (value[1] - value[0]);
}

static double gap_of_replicate(const Cells *cells, int replicate) {
    double value[4];
    for (int i = 0; i < 4; i++)
        value[i] =
            cells->values[i]->value[(size_t)replicate * cells->values[i]->count + cells->cell[i]];
    return gap_between(value);
}

static double gap_of_draw(const Cells *cells, int draw) {
    double value[4];
    for (int i = 0; i < 4; i++)
        value[i] = indicator_values_of_draw(cells->values[i], draw, cells->cell[i]);
    return gap_between(value);
}

// Draws are the same in every city, and so are those that are whole.
static void find_band(Gap *gap, const Cells *cells) {
    const IndicatorValues *values = cells->values[0];
    double *sorted = calloc((size_t)values->draws + 1, sizeof *sorted);
    size_t count = 0;
    for (int draw = 1; sorted && draw <= values->draws; draw++)
        if (values->draw_is_whole[draw]) sorted[count++] = gap_of_draw(cells, draw);
    if (count > 0) {
        qsort(sorted, count, sizeof *sorted, compare_numbers);
        gap->low = quantile_of_sorted(sorted, count, band_shares[BAND_05]);
        gap->high = quantile_of_sorted(sorted, count, band_shares[BAND_95]);
    }
    free(sorted);
}

Gap transplant_gap(const Transplant *transplant, int one, int other, int indicator) {
    const Cells cells = cells_of(transplant, one, other, indicator);
    const int row = transplant->rows - 1, year = transplant_year(transplant);
    const int replicates = cells.values[0]->replicates;
    Gap gap = {.error = NAN, .low = NAN, .high = NAN};
    double squares = 0, mean = 0;
    gap.central = transplant_difference(&transplant->city[other], row, indicator, year).central -
                  transplant_difference(&transplant->city[one], row, indicator, year).central;
    for (int r = 0; r < replicates; r++)
        mean += gap_of_replicate(&cells, r) / replicates;
    for (int r = 0; r < replicates; r++) {
        const double apart = gap_of_replicate(&cells, r) - mean;
        squares += apart * apart;
    }
    if (replicates > 1) gap.error = sqrt(squares / (replicates - 1) / replicates);
    find_band(&gap, &cells);
    return gap;
}

Block transplant_reason(const Transplant *transplant, const Swaps *swaps, int one, int other,
                        int indicator) {
    const double gap = transplant_gap(transplant, one, other, indicator).central;
    Block reason = BLOCKS;
    double most = 0;
    for (int block = 0; block < BLOCKS; block++) {
        const Part part = swaps_part(swaps, one, other, (Block)block, indicator);
        const bool stands_out = isfinite(part.error) && fabs(part.part) > 2 * part.error;
        if (part.synthetic || !stands_out || !(part.part * gap > 0) || fabs(part.part) <= most)
            continue;
        most = fabs(part.part);
        reason = (Block)block;
    }
    return reason;
}

// ---- transplant.csv

static const char matrix_header[] =
    "reform,city,indicator,unit,period,without,with,difference,se,p05,p25,p50,p75,p95,share_higher,"
    "share_lower,variance_ratio_chance,variance_ratio_draws,scope_of,synthetic";

static void write_cell(Csv *csv, const Transplant *transplant, const TransplantCity *city, int row,
                       int indicator, int year) {
    const bool all = row == transplant->reform_count;
    const Difference difference = transplant_difference(city, row, indicator, year);
    if (isnan(difference.base) && isnan(difference.alternative)) return;
    const IndicatorInfo *info = &indicator_at(city->compared.indicator[indicator])->info;
    csv_text(csv, all ? "all" : transplant->levers[transplant->reform[row]].name);
    csv_text(csv, city->source.city.id);
    csv_text(csv, info->name);
    csv_text(csv, info->unit);
    csv_whole(csv, year);
    csv_number(csv, difference.base);
    csv_number(csv, difference.alternative);
    csv_number(csv, difference.central);
    csv_number(csv, difference.error);
    for (int b = 0; b < BANDS; b++)
        csv_number(csv, difference.band[b]);
    csv_number(csv, difference.higher);
    csv_number(csv, difference.lower);
    csv_number(csv, difference.chance_ratio);
    csv_number(csv, difference.draws_ratio);
    csv_text(csv, all ? "" : *city->scope_of[row] ? city->scope_of[row] : "lever's table");
    csv_text(csv, city->synthetic[row + 1] ? "yes" : "no");
    csv_end_row(csv);
}

Status transplant_matrix_write(const Transplant *transplant, const char *path, Report *report) {
    Csv csv;
    const int last = transplant_year(transplant);
    const Status status = csv_open(&csv, path, matrix_header, report);
    if (status != STATUS_OK) return status;
    for (int i = 0; i < transplant->city[0].compared.indicator_count; i++)
        for (int row = 0; row < transplant->rows; row++)
            for (int c = 0; c < transplant->city_count; c++)
                for (int year = transplant->city[c].source.base_year; year <= last; year++)
                    write_cell(&csv, transplant, &transplant->city[c], row, i, year);
    return csv_close(&csv, report);
}

// ---- blocks.csv

static const char blocks_header[] =
    "city,minus,indicator,unit,period,gap,block,part,se,in_first,in_second,same_in_both,synthetic";

static void begin_row(Csv *csv, const Transplant *transplant, int one, int other, int indicator) {
    const IndicatorInfo *info =
        &indicator_at(transplant->city[one].compared.indicator[indicator])->info;
    csv_text(csv, transplant->city[other].source.city.id);
    csv_text(csv, transplant->city[one].source.city.id);
    csv_text(csv, info->name);
    csv_text(csv, info->unit);
    csv_whole(csv, transplant_year(transplant));
    csv_number(csv,
               indicator_ten_digits(transplant_gap(transplant, one, other, indicator).central));
}

static void write_pair(Csv *csv, const Transplant *transplant, const Swaps *swaps, int one,
                       int other, int indicator) {
    double rest = transplant_gap(transplant, one, other, indicator).central;
    for (int block = 0; block < BLOCKS; block++) {
        const Part part = swaps_part(swaps, one, other, (Block)block, indicator);
        rest -= part.part;
        begin_row(csv, transplant, one, other, indicator);
        csv_text(csv, block_infos[block].name);
        csv_number(csv, indicator_ten_digits(part.part));
        csv_number(csv, indicator_ten_digits(part.error));
        csv_number(csv, indicator_ten_digits(part.one_way));
        csv_number(csv, indicator_ten_digits(part.other_way));
        csv_text(csv, part.moves ? "no" : "yes");
        csv_text(csv, part.synthetic ? "yes" : "no");
        csv_end_row(csv);
    }
    begin_row(csv, transplant, one, other, indicator);
    csv_text(csv, "rest");
    csv_number(csv, indicator_ten_digits(rest));
    csv_nothing(csv, 3);
    csv_text(csv, "");
    csv_text(csv, "");
    csv_end_row(csv);
}

Status transplant_blocks_write(const Transplant *transplant, const Swaps *swaps, const char *path,
                               Report *report) {
    Csv csv;
    const Status status = csv_open(&csv, path, blocks_header, report);
    if (status != STATUS_OK) return status;
    for (int i = 0; i < transplant->city[0].compared.indicator_count; i++)
        for (int one = 0; one < transplant->city_count; one++)
            for (int other = 0; other < transplant->city_count; other++)
                if (transplant_is_first(transplant, one, other) && swaps_have(swaps, one, other))
                    write_pair(&csv, transplant, swaps, one, other, i);
    return csv_close(&csv, report);
}
