// SPDX-License-Identifier: MIT
#include "report/score_tables.h"

#include "base/version.h"

#include <jansson.h>
#include <math.h>

static void set_number(json_t *object, const char *name, double value) {
    json_object_set_new(object, name, isfinite(value) ? json_real(value) : json_null());
}

static json_t *row_as_json(const ScoredCity *city, const ScoreRow *row) {
    json_t *object = json_object();
    json_object_set_new(object, "city", json_string(city->runs.values[0].city->id));
    json_object_set_new(object, "figure", json_string(row->role->id));
    json_object_set_new(object, "role", json_string(role_names[row->role->role]));
    json_object_set_new(object, "reading", json_string(row->reading->name));
    json_object_set_new(object, "indicator", json_string(row->reading->indicator));
    json_object_set_new(object, "year", json_integer(row->reading->year));
    json_object_set_new(object, "state", json_string(score_state_names[row->state]));
    set_number(object, "reported_low", row->printed.low);
    set_number(object, "reported_high", row->printed.high);
    set_number(object, "simulated", row->central);
    set_number(object, "low", row->simulated.low);
    set_number(object, "high", row->simulated.high);
    set_number(object, "null_low", row->null.low);
    set_number(object, "null_high", row->null.high);
    set_number(object, "interval_score", row->score);
    set_number(object, "null_interval_score", row->score_of_null);
    set_number(object, "skill", row->skill);
    json_object_set_new(object, "inside",
                        row->state == SCORE_DONE ? json_boolean(row->is_inside) : json_null());
    return object;
}

static json_t *totals_as_json(const ScoreTotals *totals) {
    return json_pack("{s:i,s:i,s:i,s:i,s:i,s:i}", "figures", totals->figures, "compared",
                     totals->compared, "in", totals->inside, "in_by_any_reading",
                     totals->inside_by_any, "with_null", totals->with_null, "positive_skill",
                     totals->skilled);
}

Status score_tables_write_json(ScoredCity *const *cities, int count, FILE *out, Report *report) {
    json_t *object = json_object(), *rows = json_array();
    CityTotals totals = {0};
    for (int i = 0; i < count; i++) {
        score_add_city(&totals, cities[i]);
        for (int k = 0; k < cities[i]->count; k++)
            json_array_append_new(rows, row_as_json(cities[i], &cities[i]->rows[k]));
    }
    json_object_set_new(object, "version", json_string(HXSIM_VERSION));
    json_object_set_new(object, "inputs", json_integer(totals.inputs));
    json_object_set_new(object, "not_simulatable", json_integer(totals.not_simulatable));
    json_object_set_new(object, "targets", totals_as_json(&totals.targets));
    json_object_set_new(object, "held_out", totals_as_json(&totals.held_out));
    json_object_set_new(object, "anchors", totals_as_json(&totals.anchors));
    json_object_set_new(object, "rows", rows);
    const int failed = json_dumpf(object, out, JSON_INDENT(2) | JSON_REAL_PRECISION(10));
    json_decref(object);
    putc('\n', out);
    return failed ? report_problem(report, STATUS_IO, "the score cannot be written as JSON")
                  : STATUS_OK;
}
