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
           choice->sites_weight * route->log_sites +
           choice->crowding_weight * inputs->turned_away[kind] + inputs->utility_shift[kind];
}

static double bed_utility(const ChoiceInputs *inputs, int scheme, int kind, int class) {
    const Choice *choice = &inputs->city->parameters.choice;
    const Route *route = &inputs->route[kind];
    return inputs->city->parameters.kind[kind].constant_admission +
           choice->price_weight_admission * inputs->own_yuan[scheme][kind][class] +
           minute_weight(choice, CHOICE_OF_BED, class) * route->minutes +
           capability_utility(inputs, CHOICE_OF_BED, kind, class) +
           choice->sites_weight * route->log_sites +
           choice->crowding_weight * inputs->turned_away[kind] + inputs->utility_shift[kind];
}

// ---- nested logit

// Utilities and probabilities of all classes of case at once, so that exp and log run over long rows.
typedef struct Classes {
    double value[KIND_COUNT][CHOICE_CLASSES];
} Classes;

typedef struct Open {
    uint8_t kind[KIND_COUNT];
} Open;

static Open open_kinds(ChoiceQuestion question, const ChoiceInputs *inputs) {
    Open open = {{0}};
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        const int is_exit = kind <= KIND_PHARMACY;
        const int in_reach = !is_exit && inputs->route[kind].count > 0;
        open.kind[kind] = question == CHOICE_OF_BED ? kind >= KIND_TOWNSHIP_CENTRE && in_reach
                                                    : is_exit || in_reach;
    }
    return open;
}

static void fill_utilities(ChoiceQuestion question, const ChoiceInputs *inputs, const Open *open,
                           int scheme, int contract, Classes *utility) {
    for (int kind = 0; kind < KIND_COUNT; kind++)
        for (int class = 0; class < CHOICE_CLASSES; class++)
            utility->value[kind][class] =
                !open->kind[kind]           ? -1e9
                : question == CHOICE_OF_BED ? bed_utility(inputs, scheme, kind, class)
                : kind <= KIND_PHARMACY
                    ? exit_utility(inputs, kind, class)
                    : visit_utility(inputs, scheme, contract, kind, class);
}

// From utilities to probabilities, in place: P(k) = exp(V_k / d_n) / S_n x S_n^d_n / sum of S_m^d_m, with S_n the sum
// of exp(V / d_n) over the nest n.
static void nested_logit(const double dissimilarity[NESTS], Classes *p) {
    double inside[NESTS][CHOICE_CLASSES] = {{0}}, nest[NESTS][CHOICE_CLASSES];
    double all[CHOICE_CLASSES] = {0};
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        const int n = kind_nest[kind];
        double scaled[CHOICE_CLASSES];
        for (int class = 0; class < CHOICE_CLASSES; class++)
            scaled[class] = p->value[kind][class] / dissimilarity[n];
        curve_exp_batch(CHOICE_CLASSES, scaled, p->value[kind]);
        for (int class = 0; class < CHOICE_CLASSES; class++)
            inside[n][class] += p->value[kind][class];
    }
    for (int n = 0; n < NESTS; n++) {
        double power[CHOICE_CLASSES];
        curve_log_batch(CHOICE_CLASSES, inside[n], power);
        for (int class = 0; class < CHOICE_CLASSES; class++)
            power[class] = inside[n][class] > 0 ? dissimilarity[n] * power[class] : -1e9;
        curve_exp_batch(CHOICE_CLASSES, power, nest[n]);
        for (int class = 0; class < CHOICE_CLASSES; class++)
            all[class] += nest[n][class];
    }
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        const int n = kind_nest[kind];
        for (int class = 0; class < CHOICE_CLASSES; class++)
            p->value[kind][class] =
                p->value[kind][class] > 0
                    ? p->value[kind][class] / inside[n][class] * nest[n][class] / all[class]
                    : 0;
    }
}

static Classes probabilities(ChoiceQuestion question, const ChoiceInputs *inputs, int scheme,
                             int contract) {
    const Choice *choice = &inputs->city->parameters.choice;
    const double dissimilarity[NESTS] = {choice->dissimilarity_self, choice->dissimilarity_primary,
                                         choice->dissimilarity_county, choice->dissimilarity_city};
    const Open open = open_kinds(question, inputs);
    Classes p;
    fill_utilities(question, inputs, &open, scheme, contract, &p);
    nested_logit(dissimilarity, &p);
    return p;
}

void choice_probabilities(ChoiceQuestion question, const ChoiceInputs *inputs, int scheme,
                          int contract, int class, double p[KIND_COUNT]) {
    const Classes all = probabilities(question, inputs, scheme, contract);
    for (int kind = 0; kind < KIND_COUNT; kind++)
        p[kind] = all.value[kind][class];
}

static void cumulate(const Classes *p, int class, uint16_t cumulative[KIND_COUNT]) {
    double sum = 0;
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        sum += p->value[kind][class];
        cumulative[kind] = (uint16_t)(sum * SHARE_ONE + 0.5);
    }
}

void choice_fill(ChoiceTable *table, ChoiceQuestion question, int township,
                 const ChoiceInputs *inputs, int as_reference) {
    const int contracts = question == CHOICE_OF_BED ? 1 : CONTRACTS; // a contract moves no bed
    for (int scheme = 0; scheme < SCHEME_COUNT; scheme++)
        for (int contract = 0; contract < contracts; contract++) {
            const Classes p = probabilities(question, inputs, scheme, contract);
            const size_t first = (((size_t)township * SCHEME_COUNT + (size_t)scheme) * CONTRACTS +
                                  (size_t)contract) * CHOICE_CLASSES;
            for (int class = 0; class < CHOICE_CLASSES; class++) {
                ChoiceCell *cell = &table->cell[first + (size_t)class];
                cumulate(&p, class, cell->now);
                if (as_reference) cumulate(&p, class, cell->reference);
                if (contracts == 1) cell[CHOICE_CLASSES] = *cell;
            }
        }
}

// ---- draws

Kind choice_draw_surplus(const ChoiceCell *cell, int first, uint32_t word) {
    uint32_t surplus = 0;
    for (int k = 0; k < KIND_COUNT; k++) {
        const uint32_t before = choice_share(cell->reference, k), now = choice_share(cell->now, k);
        surplus += now > before ? now - before : 0;
    }
    const uint32_t target = (uint32_t)(((uint64_t)word * surplus) / SHARE_ONE);
    uint32_t sum = 0;
    for (int k = 0; k < KIND_COUNT; k++) {
        const uint32_t before = choice_share(cell->reference, k), now = choice_share(cell->now, k);
        sum += now > before ? now - before : 0;
        if (target < sum) return (Kind)k;
    }
    return (Kind)first;
}

Kind choice_draw_among(const ChoiceCell *cell, unsigned kinds, ChoiceWords words) {
    uint64_t p0[KIND_COUNT], p[KIND_COUNT], sum0 = 0, sum = 0;
    for (int k = 0; k < KIND_COUNT; k++) {
        const uint32_t in = (kinds >> k) & 1u;
        p0[k] = in * choice_share(cell->reference, k);
        p[k] = in * choice_share(cell->now, k);
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
