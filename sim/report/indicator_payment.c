// SPDX-License-Identifier: MIT
// Indicators of payment by contract: what it covers, what it moves, and how providers answer.
#include "report/indicator.h"

static const ClearedYear *cleared(const IndicatorYear *year, int part) {
    return &year->results->year[year->index].cleared[part];
}

// ---- what contracts cover and move

// Of what the funds of the insured paid by item for stays in the city.
static Ratio covered_fund(const IndicatorYear *year, Scope scope) {
    (void)scope;
    const CareGiven care = {OF_INSURED, WHOLE_CITY, IN_THE_CITY, ALL_KINDS};
    const double all = (double)stays_of(year, care).fund_fen;
    const double items = (double)cleared(year, CLEARED_STAYS)->items;
    return (Ratio){items * year->results->scale, all};
}

static Ratio settlement_of(const ClearedYear *told) {
    return (Ratio){(double)(told->paid - told->items), (double)told->items};
}

static Ratio settlement_of_stays(const IndicatorYear *year, Scope scope) {
    (void)scope;
    return settlement_of(cleared(year, CLEARED_STAYS));
}

static Ratio settlement_by_head(const IndicatorYear *year, Scope scope) {
    (void)scope;
    return settlement_of(cleared(year, CLEARED_HEADS));
}

static Ratio borne_by_institutions(const IndicatorYear *year, Scope scope) {
    (void)scope;
    const ClearedYear *told = cleared(year, CLEARED_STAYS);
    return (Ratio){(double)told->unpaid, (double)told->items};
}

// ---- how providers answer

static Ratio case_mix(const IndicatorYear *year, Scope scope) {
    return (Ratio){count_of(year, scope.place, COUNT_WEIGHT_CODED) / WHOLE,
                   count_of(year, scope.place, COUNT_GROUPED)};
}

static Ratio coding_drift(const IndicatorYear *year, Scope scope) {
    const double as_it_is = count_of(year, scope.place, COUNT_WEIGHT);
    return (Ratio){count_of(year, scope.place, COUNT_WEIGHT_CODED) - as_it_is, as_it_is};
}

static Ratio split_stays(const IndicatorYear *year, Scope scope) {
    return (Ratio){count_of(year, scope.place, COUNT_SPLIT),
                   count_of(year, scope.place, COUNT_WENT_HOME)};
}

static Ratio passed_on(const IndicatorYear *year, Scope scope) {
    return (Ratio){count_of(year, scope.place, COUNT_PASSED_ON),
                   count_of(year, scope.place, COUNT_WENT_HOME)};
}

static Ratio out_of_scope(const IndicatorYear *year, Scope scope) {
    const bool everybody = scope.by == BY_NOTHING || scope.by == BY_KIND;
    const StayFlow flow =
        everybody ? stays_of(year, for_people(scope, OF_INSURED)) : stays_of_residents(year, scope);
    return (Ratio){(double)(flow.charge_fen - flow.in_catalogue_fen), (double)flow.charge_fen};
}

static const Indicator rows[] = {
    {.info = {"casemix_payment_inpatient_fund_share", "按病种付费占住院基金比例",
              "stays' fund paid by case", "percent",
              "what the items of stays under contracts came to for the fund / what the fund paid "
              "by item for all stays in the city",
              "insured", "three-year action plan on DRG and DIP, 2021 (read)",
              "an input, not an outcome: it is the coverage of the contract and of who has joined"},
     .times = 100,
     .decimals = 1,
     .city_only = true,
     .ratio = covered_fund},
    {.info = {"settlement_of_stays", "住院清算差额率", "clearing of stays against items", "percent",
              "(paid by the fund for stays under contracts - what their items came to) / what "
              "their items came to",
              "providers", "own definition",
              "above 0 institutions as a whole gain by being paid by contract, below 0 they bear "
              "the rest; the sum is the budget's doing"},
     .times = 100,
     .decimals = 1,
     .city_only = true,
     .either_sign = true,
     .ratio = settlement_of_stays},
    {.info = {"settlement_by_head", "门诊按人头清算差额率", "clearing by head against items",
              "percent",
              "(paid by head - what the pool's part of the same visits came to) / that part",
              "providers", "own definition",
              "township centres with their village clinics; what was charged to them for visits "
              "elsewhere is taken off before"},
     .times = 100,
     .decimals = 1,
     .city_only = true,
     .either_sign = true,
     .ratio = settlement_by_head},
    {.info = {"unpaid_by_contract", "机构承担的超支", "items that institutions bear", "percent",
              "items above what was paid, at institutions that lost / items of all under contract",
              "providers", "own definition",
              "stays; losses of some are not made up by gains of others"},
     .times = 100,
     .decimals = 1,
     .city_only = true,
     .either_sign = true,
     .ratio = borne_by_institutions},
    {.info = {"case_mix_index", "病例组合指数", "case-mix index", "index",
              "sum of the weights of the groups of discharges, as coded / discharges", "insured",
              "performance assessment of public hospitals, 2019 (name read)",
              "weights of the generated DIP groups (section on payment), at institutions of the "
              "city; never compare with a printed index, whose weights are others"},
     .times = 1,
     .decimals = 3,
     .ratio = case_mix},
    {.info = {"coding_drift", "编码偏移", "coding drift", "percent",
              "weights as coded less weights as they are / weights as they are", "insured",
              "own definition",
              "only cases coded dearer because it pays; what is coded too dear without any "
              "contract is in the tables"},
     .times = 100,
     .decimals = 2,
     .either_sign = true,
     .ratio = coding_drift},
    {.info = {"split_stays", "分解住院占比", "stays billed as two", "percent",
              "stays billed as two / discharges home of the insured", "insured", "own definition",
              "the second part counts as a readmission"},
     .times = 100,
     .decimals = 2,
     .ratio = split_stays},
    {.info = {"passed_on", "需住院而未收的病例", "cases passed on", "per 100 discharges",
              "cases in need of a bed that an institution with beds did not keep / discharges home "
              "of the insured",
              "insured", "own definition",
              "because it cannot treat them, or does not: with the answer to payment at zero only "
              "the first"},
     .times = 100,
     .decimals = 1,
     .ratio = passed_on},
    {.info = {"out_of_scope_share", "住院目录外费用占比", "charges outside the catalogue",
              "percent", "charges of stays outside the insurance catalogue / all their charges",
              "insured", "own definition",
              "moved by the kinds of institution and by items billed outside"},
     .times = 100,
     .by = 1u << BY_KIND | 1u << BY_SCHEME,
     .decimals = 1,
     .ratio = out_of_scope},
};

const IndicatorTable indicators_of_payment = {rows, sizeof rows / sizeof *rows};
