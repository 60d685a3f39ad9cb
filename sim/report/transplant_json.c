// SPDX-License-Identifier: MIT
#include "report/transplant_json.h"

#include "base/version.h"

#include <jansson.h>
#include <math.h>

static void set_number(json_t *object, const char *name, double value) {
    json_object_set_new(object, name, isfinite(value) ? json_real(value) : json_null());
}

static void set_text(json_t *object, const char *name, const char *text) {
    json_object_set_new(object, name, json_string(text));
}

// ---- the matrix

static json_t *cell_as_json(const Transplant *transplant, const TransplantCity *city, int row,
                            int indicator) {
    const bool all = row == transplant->reform_count;
    const Difference difference =
        transplant_difference(city, row, indicator, transplant_year(transplant));
    json_t *cell = json_object();
    set_text(cell, "reform", all ? "all" : transplant->levers[transplant->reform[row]].name);
    set_text(cell, "city", city->source.city.id);
    set_number(cell, "without", difference.base);
    set_number(cell, "with", difference.alternative);
    set_number(cell, "difference", difference.central);
    set_number(cell, "standard_error", difference.error);
    for (int band = 0; band < BANDS; band++)
        set_number(cell, band_names[band], difference.band[band]);
    set_text(cell, "scope_of", all ? "" : city->scope_of[row]);
    json_object_set_new(cell, "synthetic", json_boolean(city->synthetic[row + 1]));
    return cell;
}

static json_t *matrix_as_json(const Transplant *transplant, int indicator) {
    json_t *cells = json_array();
    for (int row = 0; row < transplant->rows; row++)
        for (int c = 0; c < transplant->city_count; c++)
            json_array_append_new(cells,
                                  cell_as_json(transplant, &transplant->city[c], row, indicator));
    return cells;
}

// ---- blocks

static json_t *part_as_json(const Swaps *swaps, int one, int other, Block block, int indicator) {
    const Part part = swaps_part(swaps, one, other, block, indicator);
    json_t *object = json_object();
    set_text(object, "block", block_infos[block].name);
    set_number(object, "part", part.part);
    set_number(object, "standard_error", part.error);
    set_number(object, "in_first", part.one_way);
    set_number(object, "in_second", part.other_way);
    json_object_set_new(object, "same_in_both", json_boolean(!part.moves));
    json_object_set_new(object, "synthetic", json_boolean(part.synthetic));
    return object;
}

static json_t *gap_as_json(const Transplant *transplant, const Swaps *swaps, int one, int other,
                           int indicator) {
    const Block reason = transplant_reason(transplant, swaps, one, other, indicator);
    json_t *object = json_object(), *parts = json_array();
    set_text(object, "city", transplant->city[other].source.city.id);
    set_text(object, "minus", transplant->city[one].source.city.id);
    for (int block = 0; block < BLOCKS; block++)
        json_array_append_new(parts, part_as_json(swaps, one, other, (Block)block, indicator));
    json_object_set_new(object, "parts", parts);
    json_object_set_new(object, "reason",
                        reason == BLOCKS ? json_null() : json_string(block_infos[reason].name));
    return object;
}

static json_t *gaps_as_json(const Transplant *transplant, const Swaps *swaps, int indicator) {
    json_t *gaps = json_array();
    for (int one = 0; one < transplant->city_count; one++)
        for (int other = 0; other < transplant->city_count; other++)
            if (transplant_is_first(transplant, one, other) && swaps_have(swaps, one, other))
                json_array_append_new(gaps, gap_as_json(transplant, swaps, one, other, indicator));
    return gaps;
}

// ---- all of it

static json_t *transplant_as_json(const Transplant *transplant, const Swaps *swaps) {
    const Compared *compared = &transplant->city[0].compared;
    const Experiment *base = &compared->experiment[0];
    json_t *object = json_object(), *rows = json_array();
    set_text(object, "about",
             "same assumed mechanism, other starting conditions; no ranking; simulated, not a "
             "forecast");
    set_text(object, "version", HXSIM_VERSION);
    json_object_set_new(object, "year", json_integer(transplant_year(transplant)));
    json_object_set_new(object, "seed", json_integer((json_int_t)base->seed));
    json_object_set_new(object, "scale", json_integer(base->scale));
    json_object_set_new(object, "replicates", json_integer(base->replicates));
    json_object_set_new(object, "draws",
                        json_integer(base->draws - transplant->city[0].runs.draws_missing));
    for (int i = 0; i < compared->indicator_count; i++) {
        const IndicatorInfo *info = &indicator_at(compared->indicator[i])->info;
        json_t *row = json_object();
        set_text(row, "indicator", info->name);
        set_text(row, "unit", info->unit);
        json_object_set_new(row, "matrix", matrix_as_json(transplant, i));
        json_object_set_new(row, "gaps", gaps_as_json(transplant, swaps, i));
        json_array_append_new(rows, row);
    }
    json_object_set_new(object, "indicators", rows);
    return object;
}

Status transplant_json_write(const Transplant *transplant, const Swaps *swaps, const char *path,
                             Report *report) {
    json_t *object = transplant_as_json(transplant, swaps);
    const int failed =
        !object || json_dump_file(object, path, JSON_INDENT(2) | JSON_REAL_PRECISION(10));
    json_decref(object);
    return failed ? report_problem(report, STATUS_IO,
                                   "%s: cannot be written; make room and run again", path)
                  : STATUS_OK;
}
