// SPDX-License-Identifier: MIT
#include "report/inspect.h"

#include "config/places.h"
#include "reforms/deals.h"
#include "report/inspect_model.h"
#include "report/inspect_words.h"

#include <ctype.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

// A message "a.cfg:12: words" as {file, line, message}; one without a line has no line.
static json_t *problem_json(const char *message) {
    json_t *problem = json_object();
    const char *at = strstr(message, ": ");
    const char *digits = at;
    while (digits && digits > message && isdigit((unsigned char)digits[-1]))
        digits--;
    if (at && digits < at && digits > message && digits[-1] == ':') {
        json_object_set_new(problem, "file", json_stringn(message, (size_t)(digits - 1 - message)));
        json_object_set_new(problem, "line", json_integer(strtol(digits, NULL, 10)));
    } else if (at) {
        json_object_set_new(problem, "file", json_stringn(message, (size_t)(at - message)));
    }
    json_object_set_new(problem, "message", json_string(at ? at + 2 : message));
    return problem;
}

static json_t *file_json(const char *file, Status status, const Report *problems) {
    json_t *list = json_array();
    for (size_t i = 0; i < problems->count; i++)
        json_array_append_new(list, problem_json(problems->messages[i]));
    json_t *object = json_object();
    json_object_set_new(object, "file", json_string(file));
    json_object_set_new(object, "valid", json_boolean(status == STATUS_OK));
    json_object_set_new(object, "problems", list);
    return object;
}

static void hand_over(Report *report, Status status, const Report *problems) {
    for (size_t i = 0; i < problems->count; i++)
        report_problem(report, status, "%s", problems->messages[i]);
}

// ---- counties of several cities

// A county of a file that was checked.
typedef struct SeenCounty {
    const char *id, *city, *file;
    struct SeenCounty *before;
} SeenCounty;

static const SeenCounty *seen_elsewhere(const SeenCounty *seen, const char *id, const char *city) {
    while (seen && (strcmp(seen->id, id) != 0 || strcmp(seen->city, city) == 0))
        seen = seen->before;
    return seen;
}

// Tells each county that an earlier file has in another city, and remembers those of this one.
static Status check_counties(SeenCounty **seen, const char *file, const Registries *registries,
                             Arena *arena, Report *problems) {
    Experiment experiment;
    Status status = STATUS_OK;
    if (!inspect_city_read(&experiment, file, registries, arena)) return STATUS_OK;
    const City *city = &experiment.city;
    for (uint32_t c = 0; c < city->county_count; c++) {
        const char *id = city->counties[c].id;
        const SeenCounty *other = seen_elsewhere(*seen, id, city->id);
        if (other) status = places_county_twice(city, id, other->city, other->file, problems);
        SeenCounty *county = arena_take(arena, 1, sizeof *county);
        if (!county) break;
        *county = (SeenCounty){arena_text(arena, id), arena_text(arena, city->id), file, *seen};
        *seen = county;
    }
    experiment_free(&experiment);
    return status;
}

// A part that cities rest on is no experiment, and has no contracts.
static Status check_contracts(const char *file, const Registries *registries, Report *report) {
    Experiment experiment;
    Report aside;
    report_init(&aside);
    Status status = experiment_read(&experiment, file, NULL, registries->levers,
                                    registries->lever_count, &aside);
    status = status == STATUS_OK ? contract_file_check(&experiment, report) : STATUS_OK;
    experiment_free(&experiment);
    report_free(&aside);
    return status;
}

Status inspect_check(int count, char *const *given, const Registries *registries, FILE *out,
                     Report *report) {
    static const InspectUsage usage = {
        "check", "check FILE... [--json]", 1, MOST_OPERANDS, {"--json"}};
    InspectWords words;
    Status status = inspect_words_read(&words, &usage, count, given, report);
    if (status != STATUS_OK) return status;

    Arena *arena = arena_new();
    SeenCounty *seen = NULL;
    json_t *files = json_array();
    for (int i = 0; i < words.operand_count; i++) {
        Report problems;
        report_init(&problems);
        Status found = experiment_check(words.operands[i], registries->levers,
                                        registries->lever_count, &problems);
        if (found == STATUS_OK) found = check_contracts(words.operands[i], registries, &problems);
        if (found == STATUS_OK && arena && words.operand_count > 1)
            found = check_counties(&seen, words.operands[i], registries, arena, &problems);
        status = status_first(status, found);
        if (words.form == LISTING_JSON)
            json_array_append_new(files, file_json(words.operands[i], found, &problems));
        else if (found == STATUS_OK)
            fprintf(out, "%s: in order\n", words.operands[i]);
        else
            hand_over(report, found, &problems);
        report_free(&problems);
    }
    if (words.form == LISTING_JSON) {
        json_dumpf(files, out, JSON_INDENT(2) | JSON_PRESERVE_ORDER);
        putc('\n', out);
    }
    json_decref(files);
    arena_free(arena);
    return status;
}
