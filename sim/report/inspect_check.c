// SPDX-License-Identifier: MIT
#include "report/inspect.h"

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

Status inspect_check(int count, char *const *given, const Registries *registries, FILE *out,
                     Report *report) {
    static const InspectUsage usage = {
        "check", "check FILE... [--json]", 1, MOST_OPERANDS, {"--json"}};
    InspectWords words;
    Status status = inspect_words_read(&words, &usage, count, given, report);
    if (status != STATUS_OK) return status;

    json_t *files = json_array();
    for (int i = 0; i < words.operand_count; i++) {
        Report problems;
        report_init(&problems);
        const Status found = experiment_check(words.operands[i], registries->levers,
                                              registries->lever_count, &problems);
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
    return status;
}
