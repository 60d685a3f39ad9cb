// SPDX-License-Identifier: MIT
#include "care/choice.h"

#include "support/chance.h"
#include "support/chooser.h"
#include "unit/claim.h"

#include <math.h>
#include <stdlib.h>

// One question asked by one kind of person: these are varied over in every claim.
typedef struct Asked {
    ChoiceQuestion question;
    int township, scheme, contract, class;
} Asked;

static const Asked all_asked[] = {
    {CHOICE_OF_VISIT, 0, SCHEME_RESIDENT, 0, 0},  {CHOICE_OF_VISIT, 1, SCHEME_RESIDENT, 1, 5},
    {CHOICE_OF_VISIT, 2, SCHEME_EMPLOYEE, 1, 18}, {CHOICE_OF_VISIT, 3, SCHEME_RETIRED, 0, 31},
    {CHOICE_OF_BED, 0, SCHEME_RETIRED, 1, 7},     {CHOICE_OF_BED, 1, SCHEME_RESIDENT, 0, 12},
    {CHOICE_OF_BED, 3, SCHEME_EMPLOYEE, 0, 26},
};
enum { ASKED = sizeof all_asked / sizeof *all_asked };

static void weigh(Chooser *chooser, ChoiceQuestion question) {
    choice_weigh_prices(&chooser->prices, question, &chooser->made.city.parameters.choice);
}

static void shares(Chooser *chooser, const Asked *asked, double p[KIND_COUNT]) {
    weigh(chooser, asked->question);
    choice_probabilities(asked->question, &chooser->inputs, asked->scheme, asked->contract,
                         asked->class, p);
}

// ---- the closed form, written down a second time

static const double band_complexity[COMPLEXITY_BANDS] = {1.0, 2.1, 3.4, 5.0};

static double sites_in_reach(const ChoiceInputs *inputs, int kind) {
    const Route *route = &inputs->route[kind];
    double sites = 0;
    for (int i = 0; i < route->count; i++)
        sites += inputs->city->institutions[route->way[i].facility].sites;
    return sites;
}

static double utility_of(const Chooser *chooser, const Asked *asked, int kind) {
    const ChoiceInputs *inputs = &chooser->inputs;
    const Parameters *p = &inputs->city->parameters;
    const int urgent = asked->class % 2, band = asked->class / 2 % COMPLEXITY_BANDS;
    const int class = asked->class / 2 / COMPLEXITY_BANDS, bed = asked->question == CHOICE_OF_BED;
    const double complexity = band_complexity[band], shift = inputs->utility_shift[kind];
    if (kind <= KIND_PHARMACY)
        return p->kind[kind].constant_visit + (urgent ? p->choice.urgent_no_care : 0) +
               p->choice.complexity_no_care * complexity + shift;

    const double minute = urgent || band == 3      ? p->choice.minute_weight_severe
                          : bed                    ? p->choice.minute_weight_admission
                          : class == CLASS_CHRONIC ? p->choice.minute_weight_chronic
                                                   : p->choice.minute_weight_minor;
    const double able =
        inputs->capability[kind][class] + (bed ? p->kind[kind].admission_capability : 0);
    const int signed_for =
        asked->contract && !bed && (kind == KIND_VILLAGE_CLINIC || kind == KIND_TOWNSHIP_CENTRE);
    return (bed ? p->kind[kind].constant_admission
                : p->kind[kind].constant_visit + p->kind[kind].quality_slope * complexity) +
           (bed ? p->choice.price_weight_admission : p->choice.price_weight_visit) *
               inputs->prices->own_yuan[asked->scheme][kind][asked->class] +
           minute * inputs->route[kind].minutes +
           p->choice.capability_weight * fmax(0, complexity - able) +
           (signed_for ? p->choice.contract_weight : 0) +
           p->choice.sites_weight *
               (float)log(sites_in_reach(inputs, kind)) + // as a route keeps it
           p->choice.crowding_weight * inputs->turned_away[kind] +
           shift;
}

static int is_open(const Chooser *chooser, const Asked *asked, int kind) {
    if (kind <= KIND_PHARMACY) return asked->question == CHOICE_OF_VISIT;
    return chooser->inputs.route[kind].count > 0 &&
           (asked->question == CHOICE_OF_VISIT || kind >= KIND_TOWNSHIP_CENTRE);
}

static double dissimilarity(const Chooser *chooser, int kind) {
    const Choice *choice = &chooser->made.city.parameters.choice;
    const double of[NESTS] = {choice->dissimilarity_self, choice->dissimilarity_primary,
                              choice->dissimilarity_county, choice->dissimilarity_city};
    return of[kind_nest[kind]];
}

// Sum of exp(V / d) over the kinds of a nest.
static double inside(const Chooser *chooser, const Asked *asked, unsigned nest) {
    double sum = 0;
    for (int kind = 0; kind < KIND_COUNT; kind++)
        if (kind_nest[kind] == nest && is_open(chooser, asked, kind))
            sum += exp(utility_of(chooser, asked, kind) / dissimilarity(chooser, kind));
    return sum;
}

// P(k) = P(k | nest) P(nest). Train 2009, equations 4.4 and 4.5.
static double closed_form(const Chooser *chooser, const Asked *asked, int kind, double *given) {
    static const int one_of[NESTS] = {KIND_NONE, KIND_VILLAGE_CLINIC, KIND_COUNTY_GENERAL,
                                      KIND_CITY_HOSPITAL};
    *given = 0;
    if (!is_open(chooser, asked, kind)) return 0;
    double all = 0;
    for (unsigned nest = 0; nest < NESTS; nest++)
        all += pow(inside(chooser, asked, nest), dissimilarity(chooser, one_of[nest]));
    const double d = dissimilarity(chooser, kind), own = inside(chooser, asked, kind_nest[kind]);
    *given = exp(utility_of(chooser, asked, kind) / d) / own;
    return *given * pow(own, d) / all;
}

// Asks every question anew.
static void for_all_asked(void (*claim)(Chooser *chooser, const Asked *asked)) {
    static Chooser chooser;
    for (int i = 0; i < ASKED; i++) {
        chooser_begin(&chooser, all_asked[i].township);
        claim(&chooser, &all_asked[i]);
        chooser_end(&chooser);
    }
}

static void equals_closed_form_here(Chooser *chooser, const Asked *asked) {
    double p[KIND_COUNT], given;
    shares(chooser, asked, p);
    for (int kind = 0; kind < KIND_COUNT; kind++)
        ck_assert_double_eq_tol(p[kind], closed_form(chooser, asked, kind, &given), 1e-12);
}

TEST(equals_closed_form) {
    for_all_asked(equals_closed_form_here);
}

static void sums_to_one_here(Chooser *chooser, const Asked *asked) {
    double p[KIND_COUNT], sum = 0;
    shares(chooser, asked, p);
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        ck_assert_double_ge(p[kind], 0);
        sum += p[kind];
    }
    ck_assert_double_eq_tol(sum, 1, 1e-14);
}

TEST(sums_to_one) {
    for_all_asked(sums_to_one_here);
}

static void out_of_reach_here(Chooser *chooser, const Asked *asked) {
    Route *route = &chooser->routes.row[asked->township][KIND_COUNTY_TCM];
    double p[KIND_COUNT];
    shares(chooser, asked, p);
    ck_assert_double_gt(p[KIND_COUNTY_TCM], 0);
    route->count = 0;
    shares(chooser, asked, p);
    ck_assert_double_eq(p[KIND_COUNTY_TCM], 0);
    if (asked->question == CHOICE_OF_BED)
        for (int kind = 0; kind < KIND_TOWNSHIP_CENTRE; kind++)
            ck_assert_double_eq(p[kind], 0);
}

TEST(out_of_reach) {
    for_all_asked(out_of_reach_here);
}

// ---- elasticities

// d ln P(j) / d V(k) by central difference, moving the utility of kind k alone.
static double slope(Chooser *chooser, const Asked *asked, int of, int to) {
    const double h = 1e-5;
    double up[KIND_COUNT], down[KIND_COUNT];
    chooser->inputs.utility_shift[to] += h;
    shares(chooser, asked, up);
    chooser->inputs.utility_shift[to] -= 2 * h;
    shares(chooser, asked, down);
    chooser->inputs.utility_shift[to] += h;
    return (log(up[of]) - log(down[of])) / (2 * h);
}

// The closed form of the slope: own 1/d - (1/d - 1) P(k | nest) - P(k), another of the nest
// -(1/d - 1) P(k | nest) - P(k), any other -P(k). Train 2009, section 4.2; Wen and Koppelman 2001.
static double closed_slope(const Chooser *chooser, const Asked *asked, int of, int to) {
    double given;
    const double p = closed_form(chooser, asked, to, &given), d = dissimilarity(chooser, to);
    const double within = kind_nest[of] == kind_nest[to] ? (1 / d - 1) * given : 0;
    return (of == to ? 1 / d : 0) - within - p;
}

static void elasticities_here(Chooser *chooser, const Asked *asked) {
    for (int of = 0; of < KIND_COUNT; of++)
        for (int to = 0; to < KIND_COUNT; to++)
            if (is_open(chooser, asked, of) && is_open(chooser, asked, to))
                ck_assert_double_eq_tol(slope(chooser, asked, of, to),
                                        closed_slope(chooser, asked, of, to), 1e-7);
}

TEST(elasticities) {
    for_all_asked(elasticities_here);
}

// A price moves shares as its weight times what it is: the elasticity of price.
static void price_elasticity_here(Chooser *chooser, const Asked *asked) {
    const Choice *choice = &chooser->made.city.parameters.choice;
    const double weight = asked->question == CHOICE_OF_BED ? choice->price_weight_admission
                                                           : choice->price_weight_visit;
    double *price = &chooser->prices.own_yuan[asked->scheme][KIND_COUNTY_GENERAL][asked->class];
    const double yuan = *price, h = 1e-4;
    const double slope_own = closed_slope(chooser, asked, KIND_COUNTY_GENERAL, KIND_COUNTY_GENERAL);
    double up[KIND_COUNT], down[KIND_COUNT];
    *price = yuan * (1 + h);
    shares(chooser, asked, up);
    *price = yuan * (1 - h);
    shares(chooser, asked, down);
    const double elasticity =
        (log(up[KIND_COUNTY_GENERAL]) - log(down[KIND_COUNTY_GENERAL])) / (2 * h);
    ck_assert_double_eq_tol(elasticity, weight * yuan * slope_own, 1e-6);
    ck_assert_double_lt(elasticity, 0);
}

TEST(price_elasticity) {
    for_all_asked(price_elasticity_here);
}

static void plain_logit_here(Chooser *chooser, const Asked *asked) {
    Choice *choice = &chooser->made.city.parameters.choice;
    choice->dissimilarity_self = choice->dissimilarity_primary = 1;
    choice->dissimilarity_county = choice->dissimilarity_city = 1;
    double p[KIND_COUNT], all = 0;
    shares(chooser, asked, p);
    for (int kind = 0; kind < KIND_COUNT; kind++)
        if (is_open(chooser, asked, kind)) all += exp(utility_of(chooser, asked, kind));
    for (int kind = 0; kind < KIND_COUNT; kind++)
        if (is_open(chooser, asked, kind))
            ck_assert_double_eq_tol(p[kind], exp(utility_of(chooser, asked, kind)) / all, 1e-12);
}

TEST(plain_logit) {
    for_all_asked(plain_logit_here);
}

// Kinds that are alike take from each other first: the reason for the nests.
TEST(nests_substitute) {
    static Chooser chooser;
    chooser_begin(&chooser, 1);
    const Asked asked = {CHOICE_OF_VISIT, 1, SCHEME_RESIDENT, 0, 2};
    const double near = slope(&chooser, &asked, KIND_TOWNSHIP_CENTRE, KIND_VILLAGE_CLINIC);
    const double far = slope(&chooser, &asked, KIND_COUNTY_GENERAL, KIND_VILLAGE_CLINIC);
    ck_assert_double_lt(near, far);
    ck_assert_double_lt(far, 0);
    chooser_end(&chooser);
}

// ---- tables and draws

static void table_holds_shares_here(Chooser *chooser, const Asked *asked) {
    Report report;
    report_init(&report);
    ChoiceTable table;
    ck_assert_int_eq(choice_table_init(&table, chooser->inputs.city, &report), STATUS_OK);
    weigh(chooser, asked->question);
    choice_fill(&table, asked->question, asked->township, &chooser->inputs, 1);
    const ChoiceCell *cell = choice_cell(&table, (unsigned)asked->township, (unsigned)asked->scheme,
                                         (unsigned)asked->contract, (unsigned)asked->class);
    double p[KIND_COUNT], sum = 0;
    shares(chooser, asked, p);
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        sum += p[kind];
        ck_assert_double_eq_tol(cell->now[kind], sum * SHARE_ONE, 0.51);
        ck_assert_uint_eq(cell->reference[kind], cell->now[kind]);
    }
    ck_assert_uint_eq(cell->now[KIND_COUNT - 1], SHARE_ONE);
    choice_table_free(&table);
}

TEST(table_holds_shares) {
    for_all_asked(table_holds_shares_here);
}

TEST(reference_is_fixed) {
    Report report;
    report_init(&report);
    static Chooser chooser;
    chooser_begin(&chooser, 2);
    ChoiceTable table;
    ck_assert_int_eq(choice_table_init(&table, chooser.inputs.city, &report), STATUS_OK);
    weigh(&chooser, CHOICE_OF_VISIT);
    choice_fill(&table, CHOICE_OF_VISIT, 2, &chooser.inputs, 1);
    const ChoiceCell *cell = choice_cell(&table, 2, SCHEME_RESIDENT, 1, 9);
    const ChoiceCell before = *cell;
    chooser.inputs.utility_shift[KIND_VILLAGE_CLINIC] += 0.5;
    choice_fill(&table, CHOICE_OF_VISIT, 2, &chooser.inputs, 0);
    ck_assert_mem_eq(cell->reference, before.reference, sizeof before.reference);
    ck_assert_mem_ne(cell->now, before.now, sizeof before.now);
    choice_table_free(&table);
    chooser_end(&chooser);
}

static void draws_have_the_shares_here(Chooser *chooser, const Asked *asked) {
    enum { DRAWS = 150000 };
    Report report;
    report_init(&report);
    ChoiceTable table;
    ck_assert_int_eq(choice_table_init(&table, chooser->inputs.city, &report), STATUS_OK);
    weigh(chooser, asked->question);
    choice_fill(&table, asked->question, asked->township, &chooser->inputs, 1);
    chooser->inputs.utility_shift[KIND_COUNTY_GENERAL] -= 0.8; // today is not the reference
    choice_fill(&table, asked->question, asked->township, &chooser->inputs, 0);
    const ChoiceCell *cell = choice_cell(&table, (unsigned)asked->township, (unsigned)asked->scheme,
                                         (unsigned)asked->contract, (unsigned)asked->class);
    double p[KIND_COUNT], count[KIND_COUNT] = {0};
    shares(chooser, asked, p);
    for (uint32_t draw = 0; draw < DRAWS; draw++)
        count[choice_draw(cell, chooser_words(draw))]++;
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        const double error = sqrt(DRAWS * p[kind] * (1 - p[kind]));
        const double rounding = DRAWS * 1.0 / SHARE_ONE;
        ck_assert_double_le(fabs(count[kind] - DRAWS * p[kind]), 3.5 * error + rounding);
    }
    choice_table_free(&table);
}

TEST(draws_have_the_shares) {
    for_all_asked(draws_have_the_shares_here);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("the shares of visits and beds are the nested logit's, to 1e-12", equals_closed_form),
        CLAIM("the shares of all kinds sum to 1", sums_to_one),
        CLAIM("a kind out of reach has no share, and no clinic has one in beds", out_of_reach),
        CLAIM("own and cross elasticities are the nested logit's", elasticities),
        CLAIM("a price moves its kind by weight times price times the own slope", price_elasticity),
        CLAIM("with all dissimilarities 1 the shares are the plain logit's", plain_logit),
        CLAIM("a village clinic takes from the township centre before the county hospital",
              nests_substitute),
        CLAIM("a cell of the table holds the shares to half of 1 in 32,768", table_holds_shares),
        CLAIM("filling today's shares leaves the reference as it is", reference_is_fixed),
        CLAIM("draws have today's shares within 3.5 binomial standard errors",
              draws_have_the_shares),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
