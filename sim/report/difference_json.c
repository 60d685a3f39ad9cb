// SPDX-License-Identifier: MIT
#include "report/difference_json.h"

#include "base/version.h"
#include "config/quantity.h"

#include <jansson.h>
#include <math.h>
#include <stdlib.h>

static void set_number(json_t *object, const char *name, double value) {
    json_object_set_new(object, name, isfinite(value) ? json_real(value) : json_null());
}

static json_t *year_as_json(const Difference *difference, int indicator, int year) {
    json_t *row = json_object();
    json_object_set_new(row, "year", json_integer(year));
    set_number(row, "base", difference->base);
    set_number(row, "alternative", difference->alternative);
    set_number(row, "difference", difference->central);
    set_number(row, "standard_error", difference->error);
    for (int band = 0; band < BANDS; band++)
        set_number(row, band_names[band], difference->band[band]);
    set_number(row, "share_higher", difference->higher);
    set_number(row, "share_lower", difference->lower);
    set_number(row, "share_better", difference_share_better(difference, indicator));
    set_number(row, "variance_ratio_chance", difference->chance_ratio);
    set_number(row, "variance_ratio_draws", difference->draws_ratio);
    return row;
}

static json_t *years_as_json(const Compared *compared, int alternative, int indicator,
                             double *scratch) {
    const IndicatorValues *base = &compared->values[0];
    json_t *rows = json_array();
    for (int year = base->first_year; year < base->first_year + base->years; year++) {
        const size_t cell = compared_cell(base, indicator, year);
        if (cell == base->count) continue;
        const Difference difference =
            difference_of(base, &compared->values[alternative], cell, scratch);
        if (isnan(difference.base) && isnan(difference.alternative)) continue;
        json_array_append_new(rows, year_as_json(&difference, indicator, year));
    }
    return rows;
}

static const char *sign_of(const Attribution *row) {
    static const char *const words[] = {[FLIP_NONE] = "stays",
                                        [FLIP_NOT_TRIED] = "may turn",
                                        [FLIP_REFUTED] = "does not turn",
                                        [FLIP_CONFIRMED] = "turns"};
    return words[row->flip];
}

static json_t *terms_as_json(const Attribution *row) {
    json_t *terms = json_array();
    for (size_t k = 0; k < row->fit.count; k++) {
        const Factor *factor = row->factor[k]->factor;
        json_t *term = json_object();
        json_object_set_new(term, "number", json_string(factor->name));
        json_object_set_new(term, "kind", json_string(evidence_name(factor->kind)));
        set_number(term, "share_of_variance", row->fit.term[k].share);
        set_number(term, "effect_low_to_high", row->fit.term[k].slope);
        if (row->flip != FLIP_NONE && k == row->flipping) {
            const bool ran = row->flip >= FLIP_REFUTED;
            json_object_set_new(term, "sign", json_string(sign_of(row)));
            set_number(term, "difference_at_low", ran ? row->low : NAN);
            set_number(term, "difference_at_high", ran ? row->high : NAN);
        }
        json_array_append_new(terms, term);
    }
    return terms;
}

static json_t *indicator_as_json(const Compared *compared, const Attributions *attributions,
                                 int alternative, int indicator, double *scratch) {
    const Indicator *about = indicator_at(indicator);
    json_t *object = json_object();
    json_object_set_new(object, "indicator", json_string(about->info.name));
    json_object_set_new(object, "unit", json_string(about->info.unit));
    json_object_set_new(object, "estimated", json_boolean(!about->not_compared));
    if (about->not_compared) return object;
    json_object_set_new(object, "years", years_as_json(compared, alternative, indicator, scratch));
    for (size_t i = 0; i < attributions->count; i++) {
        const Attribution *row = &attributions->row[i];
        if (row->alternative == alternative && row->indicator == indicator)
            json_object_set_new(object, "rests_on", terms_as_json(row));
    }
    return object;
}

static json_t *alternative_as_json(const Compared *compared, const Attributions *attributions,
                                   int alternative, double *scratch) {
    json_t *object = json_object(), *rows = json_array();
    json_object_set_new(object, "alternative", json_string(compared->experiment[alternative].id));
    for (int i = 0; i < compared->indicator_count; i++)
        json_array_append_new(rows, indicator_as_json(compared, attributions, alternative,
                                                      compared->indicator[i], scratch));
    json_object_set_new(object, "indicators", rows);
    return object;
}

static json_t *comparison_as_json(const Compared *compared, const Attributions *attributions,
                                  double *scratch) {
    const Experiment *base = &compared->experiment[0];
    json_t *object = json_object(), *rows = json_array();
    json_object_set_new(object, "about", json_string("simulated, not a forecast"));
    json_object_set_new(object, "base", json_string(base->id));
    json_object_set_new(object, "version", json_string(HXSIM_VERSION));
    json_object_set_new(object, "seed", json_integer((json_int_t)base->seed));
    json_object_set_new(object, "scale", json_integer(base->scale));
    json_object_set_new(object, "replicates", json_integer(base->replicates));
    json_object_set_new(object, "draws",
                        json_integer(indicator_values_whole_draws(&compared->values[0])));
    json_object_set_new(object, "draw_scale", json_integer(base->draw_scale));
    for (int a = 1; a < compared->count; a++)
        json_array_append_new(rows, alternative_as_json(compared, attributions, a, scratch));
    json_object_set_new(object, "alternatives", rows);
    return object;
}

Status difference_json_write(const Compared *compared, const Attributions *attributions,
                             const char *path, Report *report) {
    const IndicatorValues *values = &compared->values[0];
    double *scratch = report_calloc(report, (size_t)values->draws + (size_t)values->replicates + 1,
                                    sizeof *scratch);
    if (!scratch) return STATUS_NO_MEMORY;
    json_t *object = comparison_as_json(compared, attributions, scratch);
    const int failed =
        !object || json_dump_file(object, path, JSON_INDENT(2) | JSON_REAL_PRECISION(10));
    json_decref(object);
    free(scratch);
    return failed ? report_problem(report, STATUS_IO,
                                   "%s: cannot be written; make room and run again", path)
                  : STATUS_OK;
}
