// SPDX-License-Identifier: MIT
#include "unit/report/labels.h"

#include "report/typeset.h"

#include <check.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// The places of all labels in a script: x, y, how they align, their type's size and their words.
typedef struct Label {
    double x, y, left, right, size;
} Label;

static double number_of(const char *script, const char *name) {
    const char *at = strstr(script, name);
    ck_assert_ptr_nonnull(at);
    return strtod(at + strlen(name), NULL);
}

static double size_of(const char *role, double label) {
    if (strncmp(role, "tick", 4) == 0 || strncmp(role, "inner", 5) == 0 ||
        strncmp(role, "place", 5) == 0)
        return 0.9 * label;
    return strncmp(role, "tiny", 4) == 0 ? 0.85 * label : label;
}

// The text of a label stands in its line, or in the line before: words = '...'.
static Label read_label(const char *line, const char *script) {
    static const char in_line[] = "set label '", apart[] = "words = '";
    const int is_apart = strncmp(line, in_line, strlen(in_line)) != 0;
    const char *begin = line + strlen(is_apart ? apart : in_line);
    const char *end = strstr(begin, is_apart ? "'\n" : "' at "), *at = strstr(end, " at ");
    Label label = {0};
    char align[16], role[16];
    ck_assert_int_eq(sscanf(at, " at %lf,%lf %15s @%15s", &label.x, &label.y, align, role), 4);
    label.size = strcmp(role, "headline") == 0 ? number_of(script, "\nheadline_size = ")
                 : strcmp(role, "note") == 0   ? number_of(script, "\nnote_size = ")
                                             : size_of(role, number_of(script, "\nlabel_size = "));
    const int bold =
        strcmp(role, "headline") == 0 || strcmp(role, "strong") == 0 || strcmp(role, "place") == 0;
    const double width = label.size * typeset_width_em(begin, (size_t)(end - begin),
                                                       bold ? TYPESET_BOLD : TYPESET_REGULAR);
    label.left = strcmp(align, "left") == 0    ? label.x
                 : strcmp(align, "right") == 0 ? label.x - width
                                               : label.x - 0.5 * width;
    label.right = label.left + width;
    return label;
}

static size_t read_labels(const char *script, Label *labels, size_t most) {
    size_t count = 0;
    for (const char *at = script; (at = strchr(at, '\n')) != NULL;) {
        at++;
        if (strncmp(at, "set label '", 11) != 0 && strncmp(at, "words = '", 9) != 0) continue;
        ck_assert_uint_lt(count, most);
        labels[count++] = read_label(at, script);
    }
    return count;
}

void labels_assert_clear(const char *script, const char *what) {
    static Label labels[400];
    const double width = number_of(script, "\nwidth = "), height = number_of(script, "\nheight = ");
    const size_t count = read_labels(script, labels, sizeof labels / sizeof *labels);
    ck_assert_uint_gt(count, 10);
    for (size_t i = 0; i < count; i++) {
        const Label *a = &labels[i];
        ck_assert_msg(a->left >= 0.0 && a->right <= width && a->y - 0.5 * a->size >= 0.0 &&
                          a->y + 0.6 * a->size <= height,
                      "%s: label %zu is clipped", what, i);
        for (size_t k = 0; k < i; k++) {
            const Label *b = &labels[k];
            const double across = fmin(a->right, b->right) - fmax(a->left, b->left);
            const double apart = fabs(a->y - b->y);
            ck_assert_msg(across <= 1.0 || apart >= 0.42 * (a->size + b->size),
                          "%s: labels %zu and %zu meet at %.0f,%.0f", what, i, k, a->x, a->y);
        }
    }
}
