// SPDX-License-Identifier: MIT
#include "study/synthetic.h"

#include "config/model.h"

#include <string.h>

static bool says_so(const char *row, size_t length) {
    static const char *const words[] = {"synthetic", "assumed", "made up"};
    for (size_t w = 0; w < sizeof words / sizeof *words; w++) {
        const size_t size = strlen(words[w]);
        for (size_t i = 0; i + size <= length; i++)
            if (strncmp(row + i, words[w], size) == 0) return true;
    }
    return false;
}

static bool mostly_synthetic(const CityTable *table) {
    int rows = 0, synthetic = 0;
    const char *end = table->bytes + table->length;
    for (const char *row = table->bytes; row && row < end;) {
        const size_t length = strcspn(row, "\n");
        synthetic += says_so(row, length);
        rows++;
        row += length + 1;
    }
    return 2 * synthetic > rows;
}

// A number is drawn, if somebody gave it a range for want of knowing it.
static bool is_unknown(const Evidence *evidence) {
    return evidence->kind == EVIDENCE_ASSUMED || evidence->kind == EVIDENCE_CALIBRATED;
}

static bool numbers_are_unknown(const City *here, const City *there, Block block) {
    for (int i = 0; i < PARAMETER_COUNT; i++) {
        if (!block_holds(block, i)) continue;
        const double apart =
            parameter_value_of(&here->parameters, i) - parameter_value_of(&there->parameters, i);
        const bool differ = apart < 0 || apart > 0;
        if (differ && (is_unknown(&here->evidence[i]) || is_unknown(&there->evidence[i])))
            return true;
    }
    return false;
}

static bool is_place_of(const City *city, const char *place) {
    if (strcmp(city->id, place) == 0) return true;
    for (uint32_t c = 0; c < city->county_count; c++)
        if (strcmp(city->counties[c].id, place) == 0) return true;
    return false;
}

// Whether one of the ids of a text, parted by ";", is that of a figure of the city.
static bool cites_place(const City *city, const char *sources) {
    for (uint32_t i = 0; i < city->figure_count; i++) {
        const Figure *figure = &city->figures[i];
        const size_t length = strlen(figure->id);
        for (const char *id = sources; *id; id += strcspn(id, ";"), id += *id == ';')
            if (strcspn(id, ";") == length && strncmp(id, figure->id, length) == 0 &&
                is_place_of(city, figure->place))
                return true;
    }
    return false;
}

bool reform_is_synthetic(const Experiment *experiment, const Reform *reform) {
    return !cites_place(&experiment->city, reform->evidence[REFORM_COVERAGE].source);
}

static bool reforms_are_synthetic(const Experiment *experiment, Block block,
                                  const LeverInfo *levers) {
    for (int i = 0; i < experiment->reform_count; i++)
        if (block_has_lever(block, &levers[experiment->reforms[i].lever]) &&
            reform_is_synthetic(experiment, &experiment->reforms[i]))
            return true;
    return false;
}

static bool tables_are_synthetic(const City *city, Block block) {
    return (block == BLOCK_DISTANCE && mostly_synthetic(&city->tables[TABLE_TOWNSHIPS])) ||
           (block == BLOCK_FACILITIES && mostly_synthetic(&city->tables[TABLE_FACILITIES]));
}

bool block_is_synthetic(const Experiment *here, const Experiment *there, Block block,
                        const LeverInfo *levers) {
    return tables_are_synthetic(&here->city, block) || tables_are_synthetic(&there->city, block) ||
           reforms_are_synthetic(here, block, levers) ||
           reforms_are_synthetic(there, block, levers) ||
           numbers_are_unknown(&here->city, &there->city, block);
}
