// SPDX-License-Identifier: MIT
// Indicators of the funds' year and of the accounts of institutions.
#include "report/indicator.h"

static double yuan(int64_t fen) {
    return (double)fen / 100;
}

// ---- funds

// The residents' funds of the scope: of a county, or all.
static FundYear residents_of(const IndicatorYear *year, Scope scope) {
    const FundYear *fund = year->results->year[year->index].fund;
    FundYear sum = {0};
    for (int county = 0; county < year->results->counties; county++)
        if (scope.place == WHOLE_CITY || scope.place == county)
            fund_add(&sum, &fund[FUND_RESIDENTS + county]);
    return sum;
}

static Ratio balance(const IndicatorYear *year, const FundYear *fund) {
    const Fen left = (fund_income(fund) - fund_spending(fund)) * year->results->scale;
    return (Ratio){yuan(left), 1};
}

static Ratio months(const FundYear *fund) {
    return (Ratio){12 * yuan(fund->closing), yuan(fund_spending(fund))};
}

static Ratio resident_balance(const IndicatorYear *year, Scope scope) {
    const FundYear fund = residents_of(year, scope);
    return balance(year, &fund);
}

static Ratio resident_months(const IndicatorYear *year, Scope scope) {
    const FundYear fund = residents_of(year, scope);
    return months(&fund);
}

static Ratio employee_balance(const IndicatorYear *year, Scope scope) {
    (void)scope;
    return balance(year, &year->results->year[year->index].fund[FUND_EMPLOYEES]);
}

static Ratio employee_months(const IndicatorYear *year, Scope scope) {
    (void)scope;
    return months(&year->results->year[year->index].fund[FUND_EMPLOYEES]);
}

static Ratio elsewhere(const IndicatorYear *year, Scope scope) {
    const FundYear fund = residents_of(year, scope);
    const Fen away = fund.claims_in_city + fund.claims_outside;
    return (Ratio){yuan(away), yuan(away + fund.claims_in_area)};
}

static Ratio of_absent(const IndicatorYear *year, Scope scope) {
    const FundYear fund = residents_of(year, scope);
    const Fen claims = fund.claims_in_area + fund.claims_in_city + fund.claims_outside;
    return (Ratio){yuan(fund.claims_of_absent), yuan(claims)};
}

// ---- institutions

// The accounts of the scope: of its place and kind, or of all.
static Operation operation_in(const IndicatorYear *year, Scope scope) {
    const CareGiven care = at_providers(scope);
    const Operations *operations = year->results->year[year->index].operations;
    Operation sum = {0};
    for (int kind = 0; kind < KIND_COUNT; kind++)
        for (int county = 0; county < year->results->counties; county++)
            if (care.kinds & KIND_BIT(kind) && (scope.place == WHOLE_CITY || scope.place == county))
                operation_add(&sum, &operations->at[kind][county]);
    return sum;
}

static Fen income(const Operation *operation) {
    return operation->receipts + operation->clearing + operation->subsidy;
}

static Ratio surplus(const IndicatorYear *year, Scope scope) {
    const Operation operation = operation_in(year, scope);
    return (Ratio){yuan(operation.surplus), yuan(income(&operation))};
}

static Ratio subsidy(const IndicatorYear *year, Scope scope) {
    const Operation operation = operation_in(year, scope);
    return (Ratio){yuan(operation.subsidy), yuan(income(&operation))};
}

static Ratio staff(const IndicatorYear *year, Scope scope) {
    const Operation operation = operation_in(year, scope);
    return (Ratio){yuan(operation.staff),
                   yuan(operation.staff + operation.inputs + operation.fixed)};
}

#define RESERVES                                                                                \
    "the reserve at the start, growth of contributions and what is not simulated are assumed: " \
    "compare scenarios, and read levels with their ranges"
#define COSTS "cost of staff and plant is assumed a doctor and does not grow"

static const Indicator rows[] = {
    {.info =
         {"resident_fund_balance", "居民医保基金当期结余", "balance of residents' funds", "yuan",
          "contributions + subsidies - premium of major-illness insurance - claims - claims not "
          "simulated - clearing",
          "insured", "own definition", RESERVES},
     .times = 1,
     .either_sign = true,
     .ratio = resident_balance},
    {.info = {"resident_fund_months", "居民医保基金可支付月数", "cover of residents' funds",
              "months", "12 x reserve at the end of the year / spending of the year", "insured",
              "statistical bulletins of insurance offices (name read, formula recalled)", RESERVES},
     .times = 1,
     .decimals = 1,
     .either_sign = true,
     .ratio = resident_months},
    {.info =
         {"employee_fund_balance", "职工医保统筹基金当期结余", "balance of the employees' fund",
          "yuan",
          "employers' contributions - accounts of the retired - claims - claims not simulated - "
          "clearing",
          "insured", "own definition", RESERVES "; personal accounts are not in it"},
     .times = 1,
     .city_only = true,
     .either_sign = true,
     .ratio = employee_balance},
    {.info = {"employee_fund_months", "职工医保统筹基金可支付月数", "cover of the employees' fund",
              "months", "12 x reserve at the end of the year / spending of the year", "insured",
              "statistical bulletins of insurance offices (name read, formula recalled)",
              RESERVES "; personal accounts are not in it"},
     .times = 1,
     .decimals = 1,
     .city_only = true,
     .either_sign = true,
     .ratio = employee_months},
    {.info = {"resident_claims_elsewhere_share", "居民医保统筹区外支出占比",
              "residents' claims outside the pooling area", "percent",
              "paid by residents' funds outside their county / all claims that they paid",
              "insured", "own definition",
              "city hospitals lie in one county and count as elsewhere for the others; claims not "
              "simulated are in neither"},
     .times = 100,
     .decimals = 1,
     .ratio = elsewhere},
    {.info = {"resident_claims_of_absent_share", "居民医保外出参保人异地支出占比",
              "residents' claims of the absent", "percent",
              "paid by residents' funds for the absent outside the city / all claims that they "
              "paid",
              "insured", "own definition",
              "stays only: what the absent need of visits is met, or not, where they live"},
     .times = 100,
     .decimals = 1,
     .ratio = of_absent},
    {.info = {"surplus_share", "医疗机构收支结余率", "surplus of institutions", "percent",
              "surplus / (receipts + clearing + subsidy), surplus = that - staff - inputs - fixed "
              "cost - bills never paid",
              "providers", "performance assessment of public hospitals, 2019 (name recalled)",
              COSTS},
     .times = 100,
     .by = 1u << BY_KIND,
     .decimals = 1,
     .either_sign = true,
     .ratio = surplus},
    {.info = {"subsidy_share", "财政补助收入占比", "share of subsidies in income", "percent",
              "subsidy / (receipts + clearing + subsidy)", "providers",
              "health statistics yearbooks (name recalled)",
              "an assumed sum a doctor; public-health money and its work are left out"},
     .times = 100,
     .by = 1u << BY_KIND,
     .decimals = 1,
     .ratio = subsidy},
    {.info = {"staff_cost_share", "人员支出占比", "share of staff in cost", "percent",
              "staff / (staff + inputs + fixed cost)", "providers",
              "performance assessment of public hospitals, 2019 (name recalled)", COSTS},
     .times = 100,
     .by = 1u << BY_KIND,
     .decimals = 1,
     .ratio = staff},
};

const IndicatorTable indicators_of_funds = {rows, sizeof rows / sizeof *rows};
