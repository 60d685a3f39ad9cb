// SPDX-License-Identifier: MIT
#include "care/choice.h"

#include "base/curves.h"

#include <stdlib.h>

double choice_band_complexity(int band) {
    static const double complexity[COMPLEXITY_BANDS] = {1.0, 2.1, 3.4, 5.0};
    return complexity[band];
}

Status choice_table_init(ChoiceTable *table, const City *city, Report *report) {
    *table = (ChoiceTable){.townships = city->township_count};
    const size_t cells =
        (size_t)(city->township_count + 1) * SCHEME_COUNT * CONTRACTS * CHOICE_CLASSES;
    table->cell = report_calloc(report, cells, sizeof *table->cell);
    return table->cell ? STATUS_OK : STATUS_NO_MEMORY;
}

void choice_table_free(ChoiceTable *table) {
    free(table->cell);
    *table = (ChoiceTable){0};
}

// ---- utilities

static int class_is_urgent(int class) {
    return class & 1;
}

static int class_band(int class) {
    return (class >> 1) % COMPLEXITY_BANDS;
}

static int class_case(int class) {
    return (class >> 1) / COMPLEXITY_BANDS;
}

static double minute_weight(const Choice *choice, ChoiceQuestion question, int class) {
    const int severe = class_is_urgent(class) || class_band(class) == COMPLEXITY_BANDS - 1;
    if (severe) return choice->minute_weight_severe;
    if (question == CHOICE_OF_BED) return choice->minute_weight_admission;
    return class_case(class) == CLASS_CHRONIC ? choice->minute_weight_chronic
                                              : choice->minute_weight_minor;
}

static double capability_utility(const ChoiceInputs *inputs, ChoiceQuestion question, int kind,
                                 int class) {
    const double extra = question == CHOICE_OF_BED
                             ? inputs->city->parameters.kind[kind].admission_capability
                             : 0;
    const double shortfall = choice_band_complexity(class_band(class)) -
                             inputs->capability[kind][class_case(class)] - extra;
    return shortfall > 0 ? inputs->city->parameters.choice.capability_weight * shortfall : 0;
}

static double exit_utility(const ChoiceInputs *inputs, int kind, int class) {
    const Choice *choice = &inputs->city->parameters.choice;
    const double urgent = class_is_urgent(class) ? choice->urgent_no_care : 0;
    return inputs->city->parameters.kind[kind].constant_visit + urgent +
           choice->complexity_no_care * choice_band_complexity(class_band(class)) +
           inputs->utility_shift[kind];
}

static double visit_utility(const ChoiceInputs *inputs, int scheme, int contract, int kind,
                            int class) {
    const Choice *choice = &inputs->city->parameters.choice;
    const KindRow *row = &inputs->city->parameters.kind[kind];
    const Route *route = &inputs->route[kind];
    const int signed_here = contract && (kind == KIND_VILLAGE_CLINIC || kind == KIND_TOWNSHIP_CENTRE);
    return row->constant_visit + row->quality_slope * choice_band_complexity(class_band(class)) +
           choice->price_weight_visit * inputs->own_yuan[scheme][kind][class] +
           minute_weight(choice, CHOICE_OF_VISIT, class) * route->minutes +
           capability_utility(inputs, CHOICE_OF_VISIT, kind, class) +
           (signed_here ? choice->contract_weight : 0) +
           choice->sites_weight * curve_log(route->sites) +
           choice->crowding_weight * inputs->turned_away[kind] + inputs->utility_shift[kind];
}

static double bed_utility(const ChoiceInputs *inputs, int scheme, int kind, int class) {
    const Choice *choice = &inputs->city->parameters.choice;
    const Route *route = &inputs->route[kind];
    return inputs->city->parameters.kind[kind].constant_admission +
           choice->price_weight_admission * inputs->own_yuan[scheme][kind][class] +
           minute_weight(choice, CHOICE_OF_BED, class) * route->minutes +
           capability_utility(inputs, CHOICE_OF_BED, kind, class) +
           choice->sites_weight * curve_log(route->sites) +
           choice->crowding_weight * inputs->turned_away[kind] + inputs->utility_shift[kind];
}

// ---- nested logit

typedef struct Options {
    double utility[KIND_COUNT];
    uint8_t open[KIND_COUNT], nest[KIND_COUNT];
} Options;

static Options options_of(ChoiceQuestion question, const ChoiceInputs *inputs, int scheme,
                          int contract, int class) {
    Options options = {0};
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        const int is_exit = kind <= KIND_PHARMACY;
        options.nest[kind] = kind_nest[kind];
        if (question == CHOICE_OF_BED) {
            options.open[kind] = kind >= KIND_TOWNSHIP_CENTRE && inputs->route[kind].count > 0;
            if (options.open[kind])
                options.utility[kind] = bed_utility(inputs, scheme, kind, class);
        } else {
            options.open[kind] = is_exit || inputs->route[kind].count > 0;
            if (options.open[kind])
                options.utility[kind] =
                    is_exit ? exit_utility(inputs, kind, class)
                            : visit_utility(inputs, scheme, contract, kind, class);
        }
    }
    return options;
}

static void nested_logit(const Options *options, const double dissimilarity[NESTS],
                         double p[KIND_COUNT]) {
    double inside[NESTS] = {0}, nest[NESTS] = {0}, all = 0;
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        const int n = options->nest[kind];
        p[kind] = options->open[kind] ? curve_exp(options->utility[kind] / dissimilarity[n]) : 0;
        inside[n] += p[kind];
    }
    for (int n = 0; n < NESTS; n++) {
        if (inside[n] > 0) nest[n] = curve_exp(dissimilarity[n] * curve_log(inside[n]));
        all += nest[n];
    }
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        const int n = options->nest[kind];
        p[kind] = p[kind] > 0 ? p[kind] / inside[n] * nest[n] / all : 0;
    }
}

void choice_probabilities(ChoiceQuestion question, const ChoiceInputs *inputs, int scheme,
                          int contract, int class, double p[KIND_COUNT]) {
    const Choice *choice = &inputs->city->parameters.choice;
    const double dissimilarity[NESTS] = {choice->dissimilarity_self, choice->dissimilarity_primary,
                                         choice->dissimilarity_county, choice->dissimilarity_city};
    const Options options = options_of(question, inputs, scheme, contract, class);
    nested_logit(&options, dissimilarity, p);
}

static void cumulate(const double p[KIND_COUNT], uint16_t cumulative[KIND_COUNT]) {
    double sum = 0;
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        sum += p[kind];
        cumulative[kind] = (uint16_t)(sum * SHARE_ONE + 0.5);
    }
}

void choice_fill(ChoiceTable *table, ChoiceQuestion question, int township,
                 const ChoiceInputs *inputs, int as_reference) {
    for (int scheme = 0; scheme < SCHEME_COUNT; scheme++)
        for (int contract = 0; contract < CONTRACTS; contract++)
            for (int class = 0; class < CHOICE_CLASSES; class++) {
                double p[KIND_COUNT];
                choice_probabilities(question, inputs, scheme, contract, class, p);
                ChoiceCell *cell =
                    &table->cell[(((size_t)township * SCHEME_COUNT + (size_t)scheme) * CONTRACTS +
                                  (size_t)contract) * CHOICE_CLASSES + (size_t)class];
                cumulate(p, cell->now);
                if (as_reference) cumulate(p, cell->reference);
            }
}

// ---- draws

static inline uint32_t share(const uint16_t cumulative[KIND_COUNT], int kind) {
    return cumulative[kind] - (kind > 0 ? cumulative[kind - 1] : 0u);
}

static inline int located(const uint16_t cumulative[KIND_COUNT], uint32_t word) {
    int kind = 0;
    for (int k = 0; k < KIND_COUNT - 1; k++)
        kind += word >= cumulative[k];
    return kind;
}

Kind choice_draw(const ChoiceCell *cell, ChoiceWords words) {
    const int first = located(cell->reference, words.first);
    const uint32_t p0 = share(cell->reference, first), p = share(cell->now, first);
    if (words.keep * p0 < p * SHARE_ONE) return (Kind)first;

    uint32_t surplus = 0;
    for (int k = 0; k < KIND_COUNT; k++) {
        const uint32_t before = share(cell->reference, k), now = share(cell->now, k);
        surplus += now > before ? now - before : 0;
    }
    const uint32_t target = (uint32_t)(((uint64_t)words.other * surplus) / SHARE_ONE);
    uint32_t sum = 0;
    for (int k = 0; k < KIND_COUNT; k++) {
        const uint32_t before = share(cell->reference, k), now = share(cell->now, k);
        sum += now > before ? now - before : 0;
        if (target < sum) return (Kind)k;
    }
    return (Kind)first;
}

Kind choice_draw_among(const ChoiceCell *cell, unsigned kinds, ChoiceWords words) {
    uint64_t p0[KIND_COUNT], p[KIND_COUNT], sum0 = 0, sum = 0;
    for (int k = 0; k < KIND_COUNT; k++) {
        const uint32_t in = (kinds >> k) & 1u;
        p0[k] = in * share(cell->reference, k);
        p[k] = in * share(cell->now, k);
        sum0 += p0[k];
        sum += p[k];
    }
    if (sum == 0) return KIND_NONE;
    if (sum0 == 0) { // nothing to be coupled to
        for (int k = 0; k < KIND_COUNT; k++)
            p0[k] = p[k];
        sum0 = sum;
    }

    uint64_t target = words.first * sum0 / SHARE_ONE, reached = 0;
    int first = 0;
    for (; first < KIND_COUNT - 1; first++) {
        reached += p0[first];
        if (target < reached) break;
    }
    if (words.keep * p0[first] * sum < p[first] * sum0 * SHARE_ONE) return (Kind)first;

    uint64_t surplus = 0;
    for (int k = 0; k < KIND_COUNT; k++)
        surplus += p[k] * sum0 > p0[k] * sum ? p[k] * sum0 - p0[k] * sum : 0;
    target = words.other * surplus / SHARE_ONE;
    reached = 0;
    for (int k = 0; k < KIND_COUNT; k++) {
        reached += p[k] * sum0 > p0[k] * sum ? p[k] * sum0 - p0[k] * sum : 0;
        if (target < reached) return (Kind)k;
    }
    return (Kind)first;
}
