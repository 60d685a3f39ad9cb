// SPDX-License-Identifier: MIT
// Indicators of money: what care costs, who pays, what hospitals live on.
#include "report/indicator.h"

static double yuan(int64_t fen) {
    return (double)fen / 100;
}

static Ratio cost_per_visit(const IndicatorYear *year, Scope scope) {
    const VisitFlow flow = visits_in(year, scope);
    return (Ratio){yuan(flow.charge_fen), (double)flow.visits};
}

static Ratio cost_per_admission(const IndicatorYear *year, Scope scope) {
    const StayFlow flow = stays_in(year, scope);
    return (Ratio){yuan(flow.charge_fen), (double)flow.discharges};
}

// A component's part of the bills of all stays in the city; its bed-days are those of all.
static Ratio cost_per_bed_day(const IndicatorYear *year, Scope scope) {
    const unsigned inside = ~(KIND_BIT(KIND_OUTSIDE_CITY) | KIND_BIT(KIND_OUTSIDE_PROVINCE));
    const Scope all = {.place = scope.place};
    if (scope.by == BY_COMPONENT)
        return (Ratio){yuan(stays_charged_by(year, inside, scope.member)),
                       (double)stays_in(year, all).bed_days};
    const StayFlow flow = stays_in(year, scope);
    return (Ratio){yuan(flow.charge_fen), (double)flow.bed_days};
}

// ---- who pays

static Ratio out_of_pocket(const IndicatorYear *year, Scope scope) {
    const VisitFlow visits = visits_of_residents(year, scope);
    const StayFlow stays = stays_of_residents(year, scope);
    return (Ratio){yuan(visits.own_fen + stays.own_fen),
                   yuan(visits.charge_fen + stays.charge_fen)};
}

static Ratio out_of_pocket_per_person(const IndicatorYear *year, Scope scope) {
    return (Ratio){out_of_pocket(year, scope).numerator, person_years(year, scope)};
}

static Ratio charge_per_person(const IndicatorYear *year, Scope scope) {
    return (Ratio){out_of_pocket(year, scope).denominator, person_years(year, scope)};
}

// What the funds of a county's insured paid to its institutions, city hospitals left out; the city
// is the sum of its counties.
static Ratio in_county_fund(const IndicatorYear *year, Scope scope) {
    Ratio sum = {0, 0};
    for (int county = 0; county < year->results->counties; county++) {
        if (!is_county_of(year, scope, county)) continue;
        const CareGiven all = {OF_INSURED, county, ANYWHERE, ALL_KINDS};
        const CareGiven inside = {OF_INSURED, county, county, ~KIND_BIT(KIND_CITY_HOSPITAL)};
        sum.numerator += yuan(visits_of(year, inside).fund_fen + stays_of(year, inside).fund_fen);
        sum.denominator += yuan(visits_of(year, all).fund_fen + stays_of(year, all).fund_fen);
    }
    return sum;
}

static Ratio fund_share(const IndicatorYear *year, Scope scope) {
    const VisitFlow visits = visits_of_residents(year, scope);
    const StayFlow stays = stays_of_residents(year, scope);
    return (Ratio){yuan(visits.fund_fen + stays.fund_fen),
                   yuan(visits.charge_fen + stays.charge_fen)};
}

// What personal accounts paid for stays: all that they paid, as the books have it, less what visits
// took from them.
static double account_for_stays(const IndicatorYear *year) {
    const Ledger *ledger = year->results->year[year->index].ledger;
    Fen paid = 0;
    for (int kind = 0; kind < KIND_COUNT; kind++)
        for (int county = 0; county < LEDGER_COUNTIES; county++)
            paid += ledger->paid[kind][county][PAYER_PERSONAL_ACCOUNT];
    const CareGiven everywhere = {OF_INSURED, WHOLE_CITY, ANYWHERE, ALL_KINDS};
    return yuan(paid * year->results->scale - visits_of(year, everywhere).account_fen);
}

// Basic fund, major illness and assistance: what is neither own nor from the personal account.
static Ratio actual_reimbursement(const IndicatorYear *year, Scope scope) {
    const StayFlow flow = stays_of(year, for_people(scope, OF_INSURED));
    return (Ratio){yuan(flow.fund_fen + flow.other_fen) - account_for_stays(year),
                   yuan(flow.charge_fen)};
}

// Stays of the insured, the absent too; by scheme, disease group, age or town of residents alone,
// as others are not told apart so.
static StayFlow insured_stays(const IndicatorYear *year, Scope scope) {
    const bool everybody = scope.by == BY_NOTHING || scope.by == BY_KIND;
    return everybody ? stays_of(year, for_people(scope, OF_INSURED))
                     : stays_of_residents(year, scope);
}

static Ratio in_policy(const IndicatorYear *year, Scope scope) {
    const StayFlow flow = insured_stays(year, scope);
    return (Ratio){yuan(flow.fund_fen + flow.major_illness_fen), yuan(flow.in_scope_fen)};
}

static Ratio in_policy_of_catalogue(const IndicatorYear *year, Scope scope) {
    const StayFlow flow = insured_stays(year, scope);
    return (Ratio){yuan(flow.fund_fen + flow.major_illness_fen), yuan(flow.in_catalogue_fen)};
}

// The same with what personal accounts paid, which flows by scheme do not tell apart.
static Ratio not_own_cash(const IndicatorYear *year, Scope scope) {
    const StayFlow flow = stays_of_residents(year, scope);
    return (Ratio){yuan(flow.charge_fen - flow.own_fen), yuan(flow.charge_fen)};
}

// ---- who pays, by scheme: employees with the retired, whose personal accounts are not counted

typedef struct Paid {
    double insured, account, charge; // yuan; what is neither own nor account, and so on
} Paid;

static Paid stays_paid_for(const IndicatorYear *year, int first, int last) {
    Paid paid = {0, 0, 0};
    for (int scheme = first; scheme <= last; scheme++) {
        const StayFlow flow = stays_of_residents(year, (Scope){WHOLE_CITY, BY_SCHEME, scheme});
        paid.insured += yuan(flow.fund_fen + flow.other_fen);
        paid.charge += yuan(flow.charge_fen);
    }
    if (first == SCHEME_EMPLOYEE) paid.account = account_for_stays(year);
    return paid;
}

static Paid visits_paid_for(const IndicatorYear *year, int first, int last) {
    Paid paid = {0, 0, 0};
    for (int scheme = first; scheme <= last; scheme++) {
        const VisitFlow flow = visits_of_residents(year, (Scope){WHOLE_CITY, BY_SCHEME, scheme});
        paid.insured += yuan(flow.charge_fen - flow.own_fen);
        paid.account += yuan(flow.account_fen);
        paid.charge += yuan(flow.charge_fen);
    }
    return paid;
}

static Ratio reimbursed(Paid stays, Paid visits) {
    return (Ratio){stays.insured - stays.account + visits.insured - visits.account,
                   stays.charge + visits.charge};
}

static Ratio stays_of_employees(const IndicatorYear *year, Scope scope) {
    (void)scope;
    return reimbursed(stays_paid_for(year, SCHEME_EMPLOYEE, SCHEME_RETIRED), (Paid){0, 0, 0});
}

static Ratio stays_of_resident_scheme(const IndicatorYear *year, Scope scope) {
    (void)scope;
    return reimbursed(stays_paid_for(year, SCHEME_RESIDENT, SCHEME_RESIDENT), (Paid){0, 0, 0});
}

static Ratio care_of_employees(const IndicatorYear *year, Scope scope) {
    (void)scope;
    return reimbursed(stays_paid_for(year, SCHEME_EMPLOYEE, SCHEME_RETIRED),
                      visits_paid_for(year, SCHEME_EMPLOYEE, SCHEME_RETIRED));
}

static Ratio care_of_resident_scheme(const IndicatorYear *year, Scope scope) {
    (void)scope;
    return reimbursed(stays_paid_for(year, SCHEME_RESIDENT, SCHEME_RESIDENT),
                      visits_paid_for(year, SCHEME_RESIDENT, SCHEME_RESIDENT));
}

// ---- what hospitals live on

static Ratio component_share(const IndicatorYear *year, Scope scope, unsigned components) {
    CareGiven care = at_providers(scope);
    care.kinds &= PUBLIC_HOSPITALS;
    Ratio share = {0, 0};
    for (int c = 0; c < COMPONENT_COUNT; c++) {
        const double charged = yuan(charged_by(year, care.where, care.kinds, c));
        share.denominator += charged;
        if (components & 1u << c) share.numerator += charged;
    }
    return share;
}

static Ratio service_share(const IndicatorYear *year, Scope scope) {
    return component_share(year, scope, 1u << COMPONENT_BED | 1u << COMPONENT_SERVICE);
}

static Ratio drug_share(const IndicatorYear *year, Scope scope) {
    return component_share(year, scope, 1u << COMPONENT_DRUG);
}

static Ratio medical_revenue(const IndicatorYear *year, Scope scope) {
    const CareGiven care = at_providers(scope);
    return (Ratio){yuan(charged_by(year, care.where, care.kinds, COMPONENT_COUNT)), 1};
}

enum {
    BY_PERSON = 1u << BY_SCHEME | 1u << BY_AGE | 1u << BY_TOWN,
    BY_PERSON_AND_DISEASE = BY_PERSON | 1u << BY_DISEASE
};

#define PRICES "yuan of 2023; the background carries real price drift"

static const Indicator rows[] = {
    {.info = {"cost_per_visit", "门诊次均费用", "cost per visit", "yuan",
              "charges of visits / visits", "providers",
              "monthly cost reports of the national health commission (recalled)",
              PRICES "; by scheme, disease group, age and town: of the place's residents"},
     .times = 1,
     .by = BY_PERSON_AND_DISEASE | 1u << BY_KIND,
     .decimals = 1,
     .ratio = cost_per_visit},
    {.info = {"cost_per_admission", "次均住院费用", "cost per admission", "yuan",
              "charges of those discharged / discharges", "providers",
              "annual bulletin of the national health commission (read)",
              PRICES "; charge is what all payers pay together; by scheme, disease group, age and "
                     "town: of the place's residents"},
     .times = 1,
     .by = BY_PERSON_AND_DISEASE | 1u << BY_KIND,
     .ratio = cost_per_admission},
    {.info = {"cost_per_bed_day", "住院日均费用", "cost per bed-day", "yuan",
              "charges of those discharged / bed-days of those discharged", "providers",
              "own definition",
              PRICES "; times length_of_stay this is cost_per_admission; by component: that part "
                     "of the bills"},
     .times = 1,
     .by = 1u << BY_KIND | 1u << BY_COMPONENT,
     .decimals = 1,
     .ratio = cost_per_bed_day},
    {.info = {"charge_per_person", "人均医疗费用", "charges per person-year",
              "yuan per person-year", "charges of residents' visits and stays / mean residents",
              "residents", "own definition", PRICES "; pharmacies are not in it"},
     .times = 1,
     .by = BY_PERSON,
     .ratio = charge_per_person},
    {.info = {"out_of_pocket_share", "个人现金支付占比", "out-of-pocket share", "percent",
              "paid in cash by patients / charges of residents' visits and stays", "residents",
              "own definition", "personal accounts are not cash; pharmacies are not in it"},
     .times = 100,
     .by = BY_PERSON_AND_DISEASE | 1u << BY_KIND,
     .decimals = 1,
     .ratio = out_of_pocket},
    {.info = {"out_of_pocket_per_person", "人均个人现金支付", "out-of-pocket per person-year",
              "yuan per person-year", "paid in cash by patients / mean residents", "residents",
              "own definition", PRICES},
     .times = 1,
     .by = BY_PERSON,
     .ratio = out_of_pocket_per_person},
    {.info = {"fund_share", "医保基金支付占比", "share paid by the basic fund", "percent",
              "paid by the basic fund / charges of residents' visits and stays", "residents",
              "own definition", "visits and stays together"},
     .times = 100,
     .by = BY_PERSON_AND_DISEASE | 1u << BY_KIND,
     .decimals = 1,
     .ratio = fund_share},
    {.info = {"in_county_fund_share", "医保基金县域内支出占比（不含药店）",
              "in-county share of the basic fund", "percent",
              "paid by the basic fund to institutions of a county for its insured, city hospitals "
              "left out / all that it paid for them; the city is the sum of its monitored counties",
              "insured",
              "monitoring indicators of county medical communities, 2024 (name read, formula "
              "recalled)",
              "pharmacies and city districts are not in it; weighted by money, so it lies below "
              "the share of "
              "admissions"},
     .times = 100,
     .decimals = 1,
     .ratio = in_county_fund},
    {.info = {"actual_reimbursement_rate", "住院实际报销比例", "actual reimbursement of stays",
              "percent",
              "(basic fund + major-illness insurance + assistance) / charges of stays of the "
              "insured",
              "insured", "name as hospitals and insurance offices use it (read), formula recalled",
              "the denominator is the whole charge, not what is in scope; visits are not in it"},
     .times = 100,
     .decimals = 1,
     .city_only = true,
     .ratio = actual_reimbursement},
    {.info = {"actual_reimbursement_rate_employee", "职工住院实际报销比例",
              "actual reimbursement of employees' stays", "percent",
              "(basic fund + major-illness insurance + assistance) / charges of stays of residents "
              "in the employee scheme, the retired among them",
              "residents", "as actual_reimbursement_rate",
              "what personal accounts paid, for stays of the absent too, is taken off"},
     .times = 100,
     .decimals = 1,
     .city_only = true,
     .ratio = stays_of_employees},
    {.info = {"reimbursement_rate_employee_all_care", "职工实际报销比例（含门诊）",
              "actual reimbursement of employees, all care", "percent",
              "the same / charges of visits and stays of residents in the employee scheme",
              "residents", "own definition, second reading", "personal accounts are not counted"},
     .reading_of = "actual_reimbursement_rate_employee",
     .times = 100,
     .decimals = 1,
     .city_only = true,
     .ratio = care_of_employees},
    {.info = {"actual_reimbursement_rate_resident", "居民医保住院实际报销比例",
              "actual reimbursement of stays, resident scheme", "percent",
              "(basic fund + major-illness insurance + assistance) / charges of stays of residents "
              "in the resident scheme",
              "residents", "as actual_reimbursement_rate",
              "stays of the absent are not in it, who are paid less for care far away"},
     .times = 100,
     .decimals = 1,
     .city_only = true,
     .ratio = stays_of_resident_scheme},
    {.info = {"reimbursement_rate_resident_all_care", "居民医保实际报销比例（含门诊）",
              "actual reimbursement, resident scheme, all care", "percent",
              "the same / charges of visits and stays of residents in the resident scheme",
              "residents", "own definition, second reading", "pharmacies are not in it"},
     .reading_of = "actual_reimbursement_rate_resident",
     .times = 100,
     .decimals = 1,
     .city_only = true,
     .ratio = care_of_resident_scheme},
    {.info =
         {"in_policy_fund_share", "政策范围内住院费用基金支付比例", "in-policy fund share of stays",
          "percent",
          "(basic fund + major-illness insurance) / in-scope charges P = A + (1 - theta) B of "
          "stays of the insured",
          "insured",
          "statistical bulletin of the national insurance administration (name and values "
          "read, formula recalled)",
          "realised: deductibles and ceilings lower it; China in 2023: residents 68.1, employees, "
          "the retired among them, 84.6, of larger bills and with large-sum insurance and "
          "subsidies that are not in the model; never compare with the actual reimbursement rate; "
          "by scheme, "
          "disease group, age and town: of residents"},
     .times = 100,
     .by = BY_PERSON_AND_DISEASE | 1u << BY_KIND,
     .decimals = 1,
     .ratio = in_policy},
    {.info = {"in_policy_fund_share_of_catalogue",
              "政策范围内住院费用基金支付比例（分母含乙类先行自付）",
              "in-policy fund share, of all in the catalogue", "percent",
              "(basic fund + major-illness insurance) / in-catalogue charges A + B of stays of the "
              "insured",
              "insured", "own definition, second reading",
              "what patients first pay of class B items themselves is in the denominator; "
              "large-sum insurance of employees is left out here too"},
     .reading_of = "in_policy_fund_share",
     .times = 100,
     .by = BY_PERSON_AND_DISEASE | 1u << BY_KIND,
     .decimals = 1,
     .ratio = in_policy_of_catalogue},
    {.info = {"stay_share_not_own_cash", "住院非现金支付占比", "share of stays not paid in cash",
              "percent",
              "(basic fund + major-illness insurance + assistance + personal account) / charges of "
              "stays of residents",
              "residents", "own definition",
              "for the resident scheme, which has no personal accounts, this is "
              "actual_reimbursement_rate of residents"},
     .times = 100,
     .by = BY_PERSON_AND_DISEASE,
     .decimals = 1,
     .ratio = not_own_cash},
    {.info = {"medical_service_revenue_share", "医疗服务收入占医疗收入比例",
              "medical-service revenue share", "percent",
              "(medical revenue - drugs - consumables - tests and imaging) / medical revenue of "
              "public hospitals",
              "providers",
              "performance assessment of public hospitals, 2019, indicator 31 (name read); "
              "residual form of local reports (read)",
              "subsidies are not in it; it rises when prices of drugs fall, with unchanged "
              "services: medical_service_revenue_share_before leaves prices out"},
     .times = 100,
     .by = 1u << BY_KIND,
     .decimals = 1,
     .ratio = service_share},
    {.info = {"drug_revenue_share", "药占比", "drug share of revenue", "percent",
              "drugs / medical revenue of public hospitals", "providers",
              "yearly figures of a public hospital group (label read, formula recalled)",
              "herbal pieces are not told apart, so it lies above the official share"},
     .times = 100,
     .by = 1u << BY_KIND,
     .decimals = 1,
     .ratio = drug_share},
    {.info = {"medical_revenue", "医疗收入", "medical revenue", "yuan",
              "charges of institutions of the place, whoever the patient is", "providers",
              "own definition", PRICES "; before any settlement with the funds"},
     .times = 1,
     .by = 1u << BY_KIND,
     .ratio = medical_revenue},
};

const IndicatorTable indicators_of_money = {rows, sizeof rows / sizeof *rows};
