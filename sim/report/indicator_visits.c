// SPDX-License-Identifier: MIT
// Indicators of outpatient care: how much, where, and for whom.
#include "report/indicator.h"

static Ratio count(double value) {
    return (Ratio){value, 1};
}

static Ratio total_visits(const IndicatorYear *year, Scope scope) {
    return count((double)visits_in(year, scope).visits);
}

static Ratio resident_visits(const IndicatorYear *year, Scope scope) {
    return count((double)visits_of_residents(year, scope).visits);
}

static Ratio visits_per_person(const IndicatorYear *year, Scope scope) {
    return (Ratio){(double)visits_of_residents(year, scope).visits, person_years(year, scope)};
}

static Ratio visit_budget(const IndicatorYear *year, Scope scope) {
    const Tally *tally = tally_of(year, scope.place);
    int64_t contacts = 0;
    for (int contact = 0; contact < CONTACT_COUNT; contact++)
        if (scope.by == BY_NOTHING || scope.member == contact) contacts += tally->contacts[contact];
    return (Ratio){(double)(contacts * year->results->scale),
                   (double)mean_heads_of(year, scope.place).residents};
}

// ---- primary care

static double visits_at(const IndicatorYear *year, Scope scope, unsigned kinds) {
    CareGiven care = at_providers(scope);
    care.kinds = kinds;
    return (double)visits_of(year, care).visits;
}

enum {
    MONTHLY_UNSEEN = KIND_BIT(KIND_VILLAGE_CLINIC) | KIND_BIT(KIND_PRIVATE_CLINIC),
    CITY_HOSPITALS = KIND_BIT(KIND_CITY_HOSPITAL)
};

static Ratio primary_share(const IndicatorYear *year, Scope scope) {
    return (Ratio){visits_at(year, scope, PRIMARY_KINDS), visits_at(year, scope, ALL_KINDS)};
}

static Ratio primary_share_monthly(const IndicatorYear *year, Scope scope) {
    return (Ratio){visits_at(year, scope, PRIMARY_KINDS & ~(unsigned)MONTHLY_UNSEEN),
                   visits_at(year, scope, ~(unsigned)MONTHLY_UNSEEN)};
}

static Ratio primary_share_county(const IndicatorYear *year, Scope scope) {
    Ratio sum = {0, 0};
    for (int county = 0; county < year->results->counties; county++) {
        const Scope one = {.place = county};
        if (!is_county_of(year, scope, county)) continue;
        sum.numerator += visits_at(year, one, PRIMARY_KINDS);
        sum.denominator += visits_at(year, one, ~(unsigned)CITY_HOSPITALS);
    }
    return sum;
}

static Ratio first_choice_share(const IndicatorYear *year, Scope scope) {
    return (Ratio){first_choices_here(year, scope.place, scope.member),
                   first_choices_here(year, scope.place, KIND_COUNT)};
}

// ---- inside and outside

// Visits and stays of each county's residents inside their own county, city hospitals left out.
static Ratio in_county_visit_rate(const IndicatorYear *year, Scope scope) {
    Ratio sum = {0, 0};
    for (int county = 0; county < year->results->counties; county++) {
        if (!is_county_of(year, scope, county)) continue;
        const CareGiven all = {OF_RESIDENTS, county, ANYWHERE, ALL_KINDS};
        const CareGiven inside = {OF_RESIDENTS, county, county, ~(unsigned)CITY_HOSPITALS};
        sum.numerator +=
            (double)(visits_of(year, inside).visits + stays_of(year, inside).discharges);
        sum.denominator += (double)(visits_of(year, all).visits + stays_of(year, all).discharges);
    }
    return sum;
}

// ---- visitors

static const Tally *visitors_of(const IndicatorYear *year) {
    return &year->results->year[year->index].county[year->results->counties];
}

static double visitors_visits(const IndicatorYear *year) {
    const Tally *tally = visitors_of(year);
    int64_t visits = 0;
    for (int place = 0; place < year->results->counties; place++)
        for (int kind = 0; kind < KIND_COUNT; kind++)
            visits += tally->visit_at[PRESENT][place][kind].visits;
    return (double)(visits * year->results->scale);
}

static double visitors_discharges(const IndicatorYear *year) {
    const Tally *tally = visitors_of(year);
    int64_t discharges = 0;
    for (int place = 0; place < year->results->counties; place++)
        for (int kind = 0; kind < KIND_COUNT; kind++)
            discharges += tally->stay_at[PRESENT][place][kind].discharges;
    return (double)(discharges * year->results->scale);
}

static double visitors_count(const IndicatorYear *year, Count which) {
    return (double)(visitors_of(year)->count[which] * year->results->scale);
}

static Ratio inbound_visits(const IndicatorYear *year, Scope scope) {
    (void)scope;
    return count(visitors_visits(year));
}

static Ratio inbound_admissions(const IndicatorYear *year, Scope scope) {
    (void)scope;
    return count(visitors_discharges(year));
}

static Ratio outside_patient_share(const IndicatorYear *year, Scope scope) {
    const Tally *tally = visitors_of(year);
    int64_t discharges = 0;
    for (int place = 0; place < year->results->counties; place++)
        for (int kind = 0; kind < KIND_COUNT; kind++)
            if (scope.place == WHOLE_CITY || scope.place == place)
                discharges += tally->stay_at[PRESENT][place][kind].discharges;
    return (Ratio){(double)(discharges * year->results->scale),
                   (double)stays_in(year, scope).discharges};
}

static Ratio inbound_from_provinces(const IndicatorYear *year, Scope scope) {
    (void)scope;
    return count(visitors_count(year, COUNT_PROVINCE_VISITS) +
                 visitors_count(year, COUNT_PROVINCE_STAYS));
}

static Ratio inbound_from_cities(const IndicatorYear *year, Scope scope) {
    const double all = visitors_visits(year) + visitors_discharges(year);
    return count(all - inbound_from_provinces(year, scope).numerator);
}

// Those of them who settle directly: the background's coverage of the year and what levers add.
static Ratio inbound_settled(const IndicatorYear *year, Scope scope) {
    (void)scope;
    return count(visitors_count(year, COUNT_PROVINCE_SETTLED) / 1e6);
}

#define PLACE_BASED "providers"
enum {
    BY_PERSON = 1u << BY_SCHEME | 1u << BY_AGE | 1u << BY_TOWN,
    BY_PERSON_AND_DISEASE = BY_PERSON | 1u << BY_DISEASE
};

static const Indicator rows[] = {
    {.info = {"total_visits", "总诊疗人次", "visits", "visits",
              "registrations at institutions of the place, whoever the patient is", PLACE_BASED,
              "Health Statistics Yearbook, explanation of main indicators (recalled); the health "
              "commission's wording in a hospital glossary (read)",
              "outpatient and emergency visits; tests done on orders, vaccination and "
              "public-health contacts are not counted; kinds outside the city show "
              "the visits of its people there"},
     .times = 1,
     .by = 1u << BY_KIND,
     .ratio = total_visits},
    {.info = {"resident_visits", "常住居民诊疗人次", "visits of residents", "visits",
              "registrations of the place's residents, wherever they went", "residents",
              "own definition", "the same visits as total_visits, counted at the patient's home"},
     .times = 1,
     .by = BY_PERSON_AND_DISEASE | 1u << BY_KIND,
     .ratio = resident_visits},
    {.info = {"visits_per_person", "居民年均就诊次数", "visits per person-year",
              "visits per person-year", "visits of residents / mean residents of the year",
              "residents", "Health Statistics Yearbook: average visits of residents (recalled)",
              "compare with about 5.2 in Hunan and 6.8 in China"},
     .times = 1,
     .by = BY_PERSON,
     .decimals = 2,
     .ratio = visits_per_person},
    {.info = {"visit_budget", "就诊构成（人均次数）", "visit budget", "visits per person-year",
              "visits of this purpose / mean residents", "residents", "own definition",
              "what the visits of a person-year are made of: acute needs, chronic routine and "
              "flares, later visits, referrals; the few visits of absent insured while they are at "
              "home are in it"},
     .times = 1,
     .by = 1u << BY_CONTACT,
     .decimals = 2,
     .ratio = visit_budget},
    {.info = {"primary_care_visit_share", "基层诊疗量占比", "primary-care visit share", "percent",
              "visits at village clinics, private clinics, township and community "
              "centres / visits at all institutions of the place",
              PLACE_BASED, "annual bulletin of the national health commission (read)",
              "reading A, the annual bulletin: China 52.6 in 2025; maternal and child "
              "hospitals are not primary; never compare with the other readings"},
     .times = 100,
     .decimals = 1,
     .alike = VISITS_ALIKE,
     .ratio = primary_share},
    {.info = {"primary_care_visit_share_monthly", "基层诊疗量占比（月报口径）",
              "primary-care visit share, monthly report", "percent",
              "visits at township and community centres / visits at all institutions "
              "of the place but village and private clinics",
              PLACE_BASED,
              "monthly report of the national health commission, which leaves out village clinics, "
              "clinics and infirmaries (read)",
              "reading M: China about 36"},
     .reading_of = "primary_care_visit_share",
     .times = 100,
     .decimals = 1,
     .alike = VISITS_ALIKE,
     .ratio = primary_share_monthly},
    {.info =
         {"primary_care_visit_share_county", "县域内基层诊疗量占比",
          "primary-care visit share in the county", "percent",
          "visits at primary institutions of the county / visits at all its "
          "institutions but city hospitals; the city is the sum of its monitored counties",
          PLACE_BASED,
          "monitoring indicators of county medical communities, 2024 (name read, formula recalled)",
          "reading B: Chinese counties 63.4 in 2024; city districts are not in the city's value"},
     .reading_of = "primary_care_visit_share",
     .times = 100,
     .decimals = 1,
     .alike = VISITS_ALIKE,
     .ratio = primary_share_county},
    {.info = {"first_choice_share", "首诊去向占比", "first choice", "percent",
              "needs that went to this kind first, or to no care or a pharmacy / all needs, of "
              "people who are here",
              "residents", "own definition",
              "where a need goes first, exits included; absent insured are in it while they are at "
              "home, and not while away"},
     .times = 100,
     .by = 1u << BY_KIND,
     .decimals = 1,
     .parts_only = true,
     .with_exits = true,
     .ratio = first_choice_share},
    {.info = {"in_county_visit_rate", "县域内就诊率", "in-county visit rate", "percent",
              "visits and discharges of county residents at institutions of their "
              "county, city hospitals left out / all their visits and discharges",
              "residents",
              "plans for county medical communities: target of about 90 (read, formula recalled)",
              "outpatient visits dominate; never compare with an inpatient rate; the city is the "
              "sum of "
              "its monitored counties, without city districts"},
     .times = 100,
     .decimals = 1,
     .alike = VISITS_ALIKE,
     .ratio = in_county_visit_rate},
    {.info = {"cross_province_inbound_insured_visits", "跨省流入直接结算人次",
              "settled visits from other provinces", "visits",
              "visits and discharges of people of other provinces x share that settles "
              "directly (background.settlement_coverage, and what levers add)",
              PLACE_BASED,
              "reports of the national insurance administration on direct settlement across "
              "provinces (read)",
              "the printed count does not say which types it holds; national settlement "
              "grew sixfold from 2022 to 2024, and that drift is in the background"},
     .times = 1,
     .city_only = true,
     .ratio = inbound_settled},
    {.info = {"inbound_from_other_provinces", "跨省流入就诊人次",
              "care for people of other provinces", "visits",
              "visits and discharges of people of other provinces", PLACE_BASED, "own definition",
              "settled directly or not"},
     .times = 1,
     .city_only = true,
     .ratio = inbound_from_provinces},
    {.info = {"inbound_from_other_cities", "省内市外流入就诊人次",
              "care for people of other cities of the province", "visits",
              "visits and discharges of people of other cities of the province", PLACE_BASED,
              "own definition", "they settle as at home"},
     .times = 1,
     .city_only = true,
     .ratio = inbound_from_cities},
    {.info = {"inbound_visits", "市外患者就诊人次", "visits of people from elsewhere", "visits",
              "visits of people of other cities and provinces", PLACE_BASED, "own definition",
              "outpatient only"},
     .times = 1,
     .city_only = true,
     .ratio = inbound_visits},
    {.info = {"inbound_admissions", "市外患者住院人次", "admissions of people from elsewhere",
              "admissions", "discharges of people of other cities and provinces", PLACE_BASED,
              "own definition", "inpatient only"},
     .times = 1,
     .city_only = true,
     .ratio = inbound_admissions},
    {.info = {"outside_patient_share", "外埠患者占比", "share of patients from elsewhere",
              "percent",
              "discharges of people of other cities and provinces / discharges from institutions "
              "of the place",
              PLACE_BASED, "own definition",
              "inpatient only; people of the city's other counties are no outsiders"},
     .times = 100,
     .decimals = 1,
     .alike = STAYS_ALIKE,
     .ratio = outside_patient_share},
};

const IndicatorTable indicators_of_visits = {rows, sizeof rows / sizeof *rows};
