// SPDX-License-Identifier: MIT
#include "care/choice.h"

#include "base/clones.h"
#include "base/curves.h"

#include <stdlib.h>
#include <string.h>

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

// By class of case: all classes at once, so that every loop runs over long rows.
typedef double Row[CHOICE_CLASSES];

// The utility of a kind in parts; only payment and contract differ between the people of one
// township.
typedef struct Parts {
    Row own, minutes, capability; // the kind's own constants; travel; what it cannot treat
    double price_weight, contract, sites, crowding, shift;
} Parts;

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
    const double extra =
        question == CHOICE_OF_BED ? inputs->city->parameters.kind[kind].admission_capability : 0;
    const double shortfall = choice_band_complexity(class_band(class)) -
                             inputs->capability[kind][class_case(class)] - extra;
    return shortfall > 0 ? inputs->city->parameters.choice.capability_weight * shortfall : 0;
}

static void exit_parts(Parts *parts, const ChoiceInputs *inputs, int kind) {
    const Choice *choice = &inputs->city->parameters.choice;
    *parts = (Parts){.shift = inputs->utility_shift[kind]};
    for (int class = 0; class < CHOICE_CLASSES; class ++) {
        const double urgent = class_is_urgent(class) ? choice->urgent_no_care : 0;
        parts->own[class] = inputs->city->parameters.kind[kind].constant_visit + urgent +
                            choice->complexity_no_care * choice_band_complexity(class_band(class));
    }
}

static void institution_parts(Parts *parts, ChoiceQuestion question, const ChoiceInputs *inputs,
                              int kind) {
    const Choice *choice = &inputs->city->parameters.choice;
    const KindRow *row = &inputs->city->parameters.kind[kind];
    const Route *route = &inputs->route[kind];
    const int for_bed = question == CHOICE_OF_BED; // a contract moves no bed
    const int contracted = kind == KIND_VILLAGE_CLINIC || kind == KIND_TOWNSHIP_CENTRE;
    parts->price_weight = for_bed ? choice->price_weight_admission : choice->price_weight_visit;
    parts->contract = !for_bed && contracted ? choice->contract_weight : 0;
    parts->sites = choice->sites_weight * route->log_sites;
    parts->crowding = choice->crowding_weight * inputs->turned_away[kind];
    parts->shift = inputs->utility_shift[kind];
    for (int class = 0; class < CHOICE_CLASSES; class ++) {
        const double complexity = choice_band_complexity(class_band(class));
        parts->own[class] = for_bed ? row->constant_admission
                                    : row->constant_visit + row->quality_slope * complexity;
        parts->minutes[class] = minute_weight(choice, question, class) * route->minutes;
        parts->capability[class] = capability_utility(inputs, question, kind, class);
    }
}

// ---- nested logit

// One township's logit. Kinds that are out of reach keep a weight of 0.
typedef struct Logit {
    const ChoiceInputs *inputs;
    double dissimilarity[NESTS];
    unsigned open; // kinds
    Parts parts[KIND_COUNT];
    Row weight[KIND_COUNT]; // exp(utility / dissimilarity of the nest)
    Row inside[NESTS], nest[NESTS];
    Row p[KIND_COUNT];
} Logit;

static unsigned open_kinds(ChoiceQuestion question, const ChoiceInputs *inputs) {
    unsigned open = 0;
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        const int is_exit = kind <= KIND_PHARMACY;
        const int in_reach = !is_exit && inputs->route[kind].count > 0;
        const int is_open = question == CHOICE_OF_BED ? kind >= KIND_TOWNSHIP_CENTRE && in_reach
                                                      : is_exit || in_reach;
        open |= (unsigned)is_open << kind;
    }
    return open;
}

static void logit_init(Logit *logit, ChoiceQuestion question, const ChoiceInputs *inputs) {
    const Choice *choice = &inputs->city->parameters.choice;
    *logit = (Logit){.inputs = inputs,
                     .dissimilarity = {choice->dissimilarity_self, choice->dissimilarity_primary,
                                       choice->dissimilarity_county, choice->dissimilarity_city},
                     .open = open_kinds(question, inputs)};
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        if (kind <= KIND_PHARMACY)
            exit_parts(&logit->parts[kind], inputs, kind);
        else if (logit->open >> kind & 1u)
            institution_parts(&logit->parts[kind], question, inputs, kind);
    }
}

HOT_LOOP
static void add_parts(double *restrict utility, const Parts *restrict parts,
                      const double *restrict own_yuan, double contract, double dissimilarity) {
    for (int class = 0; class < CHOICE_CLASSES; class ++)
        utility[class] =
            (parts->own[class] + parts->price_weight * own_yuan[class] + parts->minutes[class] +
             parts->capability[class] + contract + parts->sites + parts->crowding + parts->shift) /
            dissimilarity;
}

HOT_LOOP
static void add_row(double *restrict sum, const double *restrict row) {
    for (int class = 0; class < CHOICE_CLASSES; class ++)
        sum[class] += row[class];
}

static void weigh(Logit *logit, int kind, int scheme, int contract) {
    const Parts *parts = &logit->parts[kind];
    Row utility;
    add_parts(utility, parts, logit->inputs->own_yuan[scheme][kind], contract ? parts->contract : 0,
              logit->dissimilarity[kind_nest[kind]]);
    curve_exp_batch(CHOICE_CLASSES, utility, logit->weight[kind]);
}

// The inclusive value of a nest: S^d, with S the sum of exp(V / d) over its kinds.
static void include(Logit *logit, int n) {
    double *inside = logit->inside[n];
    Row power;
    memset(inside, 0, sizeof(Row));
    for (int kind = 0; kind < KIND_COUNT; kind++)
        if (kind_nest[kind] == n) add_row(inside, logit->weight[kind]);
    curve_log_batch(CHOICE_CLASSES, inside, power);
    for (int class = 0; class < CHOICE_CLASSES; class ++)
        power[class] = inside[class] > 0 ? logit->dissimilarity[n] * power[class] : -1e9;
    curve_exp_batch(CHOICE_CLASSES, power, logit->nest[n]);
}

HOT_LOOP
static void share_row(double *restrict p, const double *restrict weight,
                      const double *restrict inside, const double *restrict nest,
                      const double *restrict all) {
    for (int class = 0; class < CHOICE_CLASSES; class ++) {
        const double share = weight[class] / inside[class] * nest[class] / all[class];
        p[class] = weight[class] > 0 ? share : 0;
    }
}

// The kinds whose utilities are others than those of the people before: with a contract those that
// have one, without those that are paid for.
static unsigned kinds_moved(const Logit *logit, int scheme, int contract) {
    unsigned moved = 0;
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        const Parts *parts = &logit->parts[kind];
        const int moves = contract ? parts->contract != 0 : !scheme || parts->price_weight != 0;
        moved |= (unsigned)moves << kind;
    }
    return moved & logit->open;
}

// P(k) = exp(V_k / d_n) / S_n x S_n^d_n / sum of S_m^d_m. Only what the kinds that moved enter is
// found again.
static void logit_solve(Logit *logit, int scheme, int contract, unsigned moved) {
    unsigned nests = 0;
    for (int kind = 0; kind < KIND_COUNT; kind++)
        if (moved >> kind & 1u) {
            weigh(logit, kind, scheme, contract);
            nests |= 1u << kind_nest[kind];
        }
    Row all = {0};
    for (int n = 0; n < NESTS; n++) {
        if (nests >> n & 1u) include(logit, n);
        add_row(all, logit->nest[n]);
    }
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        const int n = kind_nest[kind];
        share_row(logit->p[kind], logit->weight[kind], logit->inside[n], logit->nest[n], all);
    }
}

void choice_probabilities(ChoiceQuestion question, const ChoiceInputs *inputs, int scheme,
                          int contract, int class, double p[KIND_COUNT]) {
    Logit logit;
    logit_init(&logit, question, inputs);
    logit_solve(&logit, scheme, contract, logit.open);
    for (int kind = 0; kind < KIND_COUNT; kind++)
        p[kind] = logit.p[kind][class];
}

static void cumulate(ChoiceCell cell[CHOICE_CLASSES], const Logit *logit) {
    Row sum = {0};
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        add_row(sum, logit->p[kind]);
        for (int class = 0; class < CHOICE_CLASSES; class ++)
            cell[class].now[kind] = (uint16_t)(sum[class] * SHARE_ONE + 0.5);
    }
}

void choice_fill(ChoiceTable *table, ChoiceQuestion question, int township,
                 const ChoiceInputs *inputs, int as_reference) {
    ChoiceCell *cell = &table->cell[(size_t)township * SCHEME_COUNT * CONTRACTS * CHOICE_CLASSES];
    Logit logit;
    logit_init(&logit, question, inputs);
    for (int scheme = 0; scheme < SCHEME_COUNT; scheme++)
        for (int contract = 0; contract < CONTRACTS; contract++, cell += CHOICE_CLASSES) {
            logit_solve(&logit, scheme, contract, kinds_moved(&logit, scheme, contract));
            cumulate(cell, &logit);
            for (int class = 0; class < CHOICE_CLASSES && as_reference; class ++)
                memcpy(cell[class].reference, cell[class].now, sizeof cell->now);
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
