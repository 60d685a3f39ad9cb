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
    table->cell = report_calloc_lines(report, cells * sizeof *table->cell);
    if (!table->cell) return STATUS_NO_MEMORY;
    memset(table->cell, 0xFF, cells * sizeof *table->cell);
    return STATUS_OK;
}

void choice_table_free(ChoiceTable *table) {
    free(table->cell);
    *table = (ChoiceTable){0};
}

// ---- weights

// By class of case: all classes at once, so that every loop runs over long rows.
typedef double Row[CHOICE_CLASSES];

// The weight of a kind is exp(utility / dissimilarity of its nest) and a product of three parts:
// what the payer changes, what a contract changes, and what is the same for a township's people. So
// only the last is found for each township.

static int class_is_urgent(int class) {
    return class & 1;
}

static int class_band(int class) {
    return (class >> 1) % COMPLEXITY_BANDS;
}

static int class_case(int class) {
    return (class >> 1) / COMPLEXITY_BANDS;
}

int choice_is_listed(ChoiceQuestion question, int class) {
    if (class_is_urgent(class)) return 0;
    if (question == CHOICE_OF_VISIT) return class_band(class) == 0;
    return class_band(class) <= 1 || class_case(class) == CLASS_CHRONIC;
}

static double dissimilarity(const Choice *choice, int kind) {
    const double of[NESTS] = {choice->dissimilarity_self, choice->dissimilarity_primary,
                              choice->dissimilarity_county, choice->dissimilarity_city};
    return of[kind_nest[kind]];
}

static double minute_weight(const Choice *choice, ChoiceQuestion question, int class) {
    const int severe = class_is_urgent(class) || class_band(class) == COMPLEXITY_BANDS - 1;
    if (severe) return choice->minute_weight_severe;
    if (question == CHOICE_OF_BED) return choice->minute_weight_admission;
    return class_case(class) == CLASS_CHRONIC ? choice->minute_weight_chronic
                                              : choice->minute_weight_minor;
}

void choice_weigh_prices(ChoicePrices *prices, ChoiceQuestion question, const Choice *choice) {
    const double price_weight =
        question == CHOICE_OF_BED ? choice->price_weight_admission : choice->price_weight_visit;
    for (int scheme = 0; scheme < SCHEME_COUNT; scheme++)
        for (int kind = KIND_VILLAGE_CLINIC; kind < KIND_COUNT; kind++) {
            const double *own_yuan = prices->own_yuan[scheme][kind];
            const double scale = price_weight / dissimilarity(choice, kind);
            Row utility;
            for (int class = 0; class < CHOICE_CLASSES; class ++)
                utility[class] = scale * own_yuan[class];
            curve_exp_batch(CHOICE_CLASSES, utility, prices->weight[scheme][kind]);
        }
}

// ---- nested logit

// One township's logit. Kinds that are out of reach keep a weight of 0.
typedef struct Logit {
    ChoiceQuestion question;
    const ChoiceInputs *inputs;
    unsigned open, paid; // kinds
    Row complexity, minute_weight, urgent;
    double dissimilarity[NESTS];
    double contract[KIND_COUNT]; // factor of those who have one; 1 where it moves nothing
    Row people[KIND_COUNT];      // factor that is the same for all people of the township
    Row weight[KIND_COUNT];
    Row inside[NESTS], nest[NESTS];
    Row factor[NESTS]; // of a weight: makes it a probability
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

static void exit_utility(double *utility, const Logit *logit, int kind) {
    const Choice *choice = &logit->inputs->city->parameters.choice;
    const double own = logit->inputs->city->parameters.kind[kind].constant_visit +
                       logit->inputs->utility_shift[kind];
    const double d = logit->dissimilarity[kind_nest[kind]];
    for (int class = 0; class < CHOICE_CLASSES; class ++)
        utility[class] = (own + choice->urgent_no_care * logit->urgent[class] +
                          choice->complexity_no_care * logit->complexity[class]) /
                         d;
}

// What a kind cannot treat, of each case class and band.
static void fill_shortfall(double *shortfall, const Logit *logit, int kind) {
    const int for_bed = logit->question == CHOICE_OF_BED;
    const double extra =
        for_bed ? logit->inputs->city->parameters.kind[kind].admission_capability : 0;
    Row able;
    for (int class = 0; class < CHOICE_CLASSES; class ++)
        able[class] = logit->inputs->capability[kind][class_case(class)] + extra;
    for (int class = 0; class < CHOICE_CLASSES; class ++) {
        const double left = logit->complexity[class] - able[class];
        shortfall[class] = left > 0 ? left : 0;
    }
}

static void institution_utility(double *utility, const Logit *logit, int kind) {
    const ChoiceInputs *inputs = logit->inputs;
    const Choice *choice = &inputs->city->parameters.choice;
    const KindRow *row = &inputs->city->parameters.kind[kind];
    const Route *route = &inputs->route[kind];
    const int for_bed = logit->question == CHOICE_OF_BED;
    const double own = (for_bed ? row->constant_admission : row->constant_visit) +
                       choice->sites_weight * route->log_sites +
                       choice->crowding_weight * inputs->turned_away[kind] +
                       inputs->utility_shift[kind];
    const double slope = for_bed ? 0 : row->quality_slope, minutes = route->minutes;
    const double capability = choice->capability_weight;
    const double d = logit->dissimilarity[kind_nest[kind]];
    Row shortfall;
    fill_shortfall(shortfall, logit, kind);
    for (int class = 0; class < CHOICE_CLASSES; class ++)
        utility[class] = (own + slope * logit->complexity[class] +
                          logit->minute_weight[class] * minutes + capability * shortfall[class]) /
                         d;
    if (kind != KIND_CITY_HOSPITAL || inputs->log_listed == 0) return;
    for (int class = 0; class < CHOICE_CLASSES; class ++)
        if (choice_is_listed(logit->question, class)) utility[class] += inputs->log_listed;
}

// A contract moves no bed.
static void set_contract(Logit *logit, int kind) {
    const double weight =
        logit->inputs->city->parameters.choice.contract_weight + logit->inputs->contract_shift;
    const int contracted = kind == KIND_VILLAGE_CLINIC || kind == KIND_TOWNSHIP_CENTRE;
    const int moves = logit->question == CHOICE_OF_VISIT && contracted;
    logit->contract[kind] = moves ? curve_exp(weight / logit->dissimilarity[kind_nest[kind]]) : 1;
}

static void logit_init(Logit *logit, ChoiceQuestion question, const ChoiceInputs *inputs) {
    const Choice *choice = &inputs->city->parameters.choice;
    Row utility[KIND_COUNT];
    logit->question = question;
    logit->inputs = inputs;
    logit->open = open_kinds(question, inputs);
    logit->paid = logit->open & ~3u;
    for (int class = 0; class < CHOICE_CLASSES; class ++) {
        logit->complexity[class] = choice_band_complexity(class_band(class));
        logit->minute_weight[class] = minute_weight(choice, question, class);
        logit->urgent[class] = class_is_urgent(class);
    }
    memset(utility, 0, sizeof utility);
    memset(logit->weight, 0, sizeof logit->weight);
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        logit->dissimilarity[kind_nest[kind]] = dissimilarity(choice, kind);
        set_contract(logit, kind);
        if (kind <= KIND_PHARMACY)
            exit_utility(utility[kind], logit, kind);
        else if (logit->open >> kind & 1u)
            institution_utility(utility[kind], logit, kind);
    }
    curve_exp_batch(KIND_COUNT * CHOICE_CLASSES, utility[0], logit->people[0]);
}

static void weigh(Logit *logit, int kind, int scheme, int contract) {
    const double *price = logit->inputs->prices->weight[scheme][kind];
    const double signed_up = contract ? logit->contract[kind] : 1;
    for (int class = 0; class < CHOICE_CLASSES && kind > KIND_PHARMACY; class ++)
        logit->weight[kind][class] = logit->people[kind][class] * price[class] * signed_up;
    if (kind <= KIND_PHARMACY)
        memcpy(logit->weight[kind], logit->people[kind], sizeof logit->weight[kind]);
}

static void add_row(double *restrict sum, const double *restrict row) {
    for (int class = 0; class < CHOICE_CLASSES; class ++)
        sum[class] += row[class];
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

// The kinds whose weights are others than those of the people before: with a contract those that
// have one, without those that are paid for.
static unsigned kinds_moved(const Logit *logit, int scheme, int contract) {
    unsigned moved = contract ? 0 : scheme ? logit->paid : logit->open;
    for (int kind = 0; kind < KIND_COUNT && contract; kind++)
        moved |= (unsigned)(logit->contract[kind] != 1) << kind;
    return moved & logit->open;
}

// P(k) = exp(V_k / d_n) / S_n x S_n^d_n / sum of S_m^d_m. Only what the kinds that moved enter is
// found again.
static void logit_solve(Logit *logit, int scheme, int contract) {
    const int first = !scheme && !contract;
    const unsigned moved = kinds_moved(logit, scheme, contract);
    unsigned nests = first ? (1u << NESTS) - 1 : 0;
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
    for (int n = 0; n < NESTS; n++)
        for (int class = 0; class < CHOICE_CLASSES; class ++) {
            const double inside = logit->inside[n][class];
            logit->factor[n][class] =
                inside > 0 ? logit->nest[n][class] / (inside * all[class]) : 0;
        }
}

void choice_probabilities(ChoiceQuestion question, const ChoiceInputs *inputs, int scheme,
                          int contract, int class, double p[KIND_COUNT]) {
    Logit logit;
    logit_init(&logit, question, inputs);
    logit_solve(&logit, 0, 0);
    logit_solve(&logit, scheme, 0);
    if (contract) logit_solve(&logit, scheme, 1);
    for (int kind = 0; kind < KIND_COUNT; kind++)
        p[kind] = logit.weight[kind][class] * logit.factor[kind_nest[kind]][class];
}

static void cumulate(ChoiceCell cell[CHOICE_CLASSES], const Logit *logit) {
    int32_t number[KIND_COUNT][CHOICE_CLASSES];
    Row sum = {0};
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        const double *weight = logit->weight[kind], *factor = logit->factor[kind_nest[kind]];
        for (int class = 0; class < CHOICE_CLASSES; class ++) {
            sum[class] += weight[class] * factor[class];
            number[kind][class] = (int32_t)(sum[class] * SHARE_ONE + 0.5);
        }
    }
    for (int class = 0; class < CHOICE_CLASSES; class ++)
        for (int kind = 0; kind < KIND_COUNT; kind++)
            cell[class].now[kind] = (uint16_t)number[kind][class];
}

HOT_PATH
void choice_fill(ChoiceTable *table, ChoiceQuestion question, int township,
                 const ChoiceInputs *inputs, int as_reference) {
    ChoiceCell *cell = &table->cell[(size_t)township * SCHEME_COUNT * CONTRACTS * CHOICE_CLASSES];
    Logit logit;
    logit_init(&logit, question, inputs);
    for (int scheme = 0; scheme < SCHEME_COUNT; scheme++)
        for (int contract = 0; contract < CONTRACTS; contract++, cell += CHOICE_CLASSES) {
            logit_solve(&logit, scheme, contract);
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
