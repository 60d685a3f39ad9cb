// SPDX-License-Identifier: MIT
// Indicators of inpatient care: how much, where, how long, how complex.
#include "base/calendar.h"
#include "report/indicator.h"

static Ratio admissions(const IndicatorYear *year, Scope scope) {
    return (Ratio){(double)stays_in(year, scope).discharges, 1};
}

static Ratio resident_admissions(const IndicatorYear *year, Scope scope) {
    return (Ratio){(double)stays_of_residents(year, scope).discharges, 1};
}

static Ratio admissions_per_1000(const IndicatorYear *year, Scope scope) {
    return (Ratio){(double)stays_of_residents(year, scope).discharges, person_years(year, scope)};
}

static Ratio length_of_stay(const IndicatorYear *year, Scope scope) {
    const StayFlow flow = stays_in(year, scope);
    return (Ratio){(double)flow.bed_days, (double)flow.discharges};
}

// ---- inside and outside

static Ratio share_inside(const IndicatorYear *year, CareGiven all, int where, unsigned kinds) {
    const CareGiven inside = {all.whose, all.home, where, kinds};
    return (Ratio){(double)stays_of(year, inside).discharges,
                   (double)stays_of(year, all).discharges};
}

static Ratio in_city_insured(const IndicatorYear *year, Scope scope) {
    return share_inside(year, for_people(scope, OF_INSURED), IN_THE_CITY, ALL_KINDS);
}

static Ratio in_city_residents(const IndicatorYear *year, Scope scope) {
    return share_inside(year, for_people(scope, OF_RESIDENTS), IN_THE_CITY, ALL_KINDS);
}

// Where nobody was referred out, or nobody counted it, there is nothing to tell.
static Ratio in_city_by_referral(const IndicatorYear *year, Scope scope) {
    const double all = (double)stays_of(year, for_people(scope, OF_INSURED)).discharges;
    const bool counted = count_of(year, WHOLE_CITY, COUNT_REFERRED_OUT) > 0;
    return (Ratio){all - count_of(year, scope.place, COUNT_REFERRED_OUT), counted ? all : 0};
}

static Ratio outbound_admissions(const IndicatorYear *year, Scope scope) {
    const Ratio inside = in_city_insured(year, scope);
    return (Ratio){inside.denominator - inside.numerator, 1};
}

static Ratio in_county_inpatient(const IndicatorYear *year, Scope scope) {
    Ratio sum = {0, 0};
    for (int county = 0; county < year->results->counties; county++) {
        if (!is_county_of(year, scope, county)) continue;
        const CareGiven all = {OF_INSURED, county, ANYWHERE, ALL_KINDS};
        const Ratio one = share_inside(year, all, county, ~KIND_BIT(KIND_CITY_HOSPITAL));
        sum.numerator += one.numerator;
        sum.denominator += one.denominator;
    }
    return sum;
}

// ---- what is done

static Ratio level4_share(const IndicatorYear *year, Scope scope) {
    CareGiven care = at_providers(scope);
    care.kinds = KIND_BIT(KIND_CITY_HOSPITAL);
    const StayFlow flow = stays_of(year, care);
    return (Ratio){(double)flow.level4, (double)flow.operated};
}

static Ratio readmission_rate(const IndicatorYear *year, Scope scope) {
    return (Ratio){count_of(year, scope.place, COUNT_READMISSIONS),
                   count_of(year, scope.place, COUNT_WENT_HOME)};
}

// ---- beds

static Ratio occupancy(const IndicatorYear *year, Scope scope) {
    const CareGiven care = at_providers(scope);
    const Capacity capacity = capacity_of(year, care.where, care.kinds);
    return (Ratio){(double)capacity.occupied_days, (double)capacity.open_days};
}

// Admissions x stay / open bed-days: the same from the patients' side, so far as stays end in the
// year in which they began. Kinds without beds of their own are left out on both sides.
static Ratio occupancy_identity(const IndicatorYear *year, Scope scope) {
    const CareGiven care = at_providers(scope);
    Ratio sum = {0, 0};
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        if (!(care.kinds & KIND_BIT(kind))) continue;
        const Capacity capacity = capacity_of(year, care.where, KIND_BIT(kind));
        const CareGiven one = {care.whose, care.home, care.where, KIND_BIT(kind)};
        if (capacity.open_days == 0) continue;
        sum.numerator += (double)stays_of(year, one).bed_days;
        sum.denominator += (double)capacity.open_days;
    }
    return sum;
}

static Ratio open_beds(const IndicatorYear *year, Scope scope) {
    const CareGiven care = at_providers(scope);
    const int days = 337 + calendar_days_of_month(year->results->first_year + year->index, 2);
    return (Ratio){(double)capacity_of(year, care.where, care.kinds).open_days, days};
}

enum {
    BY_PERSON = 1u << BY_SCHEME | 1u << BY_AGE | 1u << BY_TOWN,
    BY_PERSON_AND_DISEASE = BY_PERSON | 1u << BY_DISEASE
};

static const Indicator rows[] = {
    {.info = {"admissions", "住院人次", "admissions", "admissions",
              "discharges from institutions of the place, whoever the patient is", "providers",
              "the health commission's wording in a hospital glossary (read)",
              "deliveries count; a stay is counted when it ends; kinds outside the city show the "
              "stays of its people there"},
     .times = 1,
     .by = 1u << BY_KIND,
     .ratio = admissions},
    {.info = {"resident_admissions", "常住居民住院人次", "admissions of residents", "admissions",
              "discharges of the place's residents, wherever they lay", "residents",
              "own definition", "the same stays counted at the patient's home"},
     .times = 1,
     .by = BY_PERSON_AND_DISEASE | 1u << BY_KIND,
     .ratio = resident_admissions},
    {.info = {"admissions_per_1000", "每千人住院人次", "admissions per 1,000",
              "per 1000 person-years",
              "discharges of residents x 1000 / mean residents of the year", "residents",
              "Health Statistics Yearbook: yearly inpatient rate of residents (recalled)",
              "compare with 215 to 265 in Hunan in 2022"},
     .times = 1000,
     .by = BY_PERSON,
     .decimals = 1,
     .ratio = admissions_per_1000},
    {.info = {"in_city_inpatient_rate", "市域内住院率", "in-city inpatient rate", "percent",
              "discharges of the insured inside the city / all their discharges", "insured",
              "own working definition; no national formula was found",
              "absent insured are in both parts, visitors in neither; the reading with which "
              "printed rates are compared"},
     .times = 100,
     .decimals = 1,
     .alike = STAYS_ALIKE,
     .ratio = in_city_insured},
    {.info = {"in_city_inpatient_rate_residents", "市域内住院率（常住口径）",
              "in-city inpatient rate of residents", "percent",
              "discharges of residents inside the city / all their discharges", "residents",
              "own working definition, second reading",
              "without the absent insured, whose care is mostly elsewhere"},
     .reading_of = "in_city_inpatient_rate",
     .times = 100,
     .decimals = 1,
     .alike = STAYS_ALIKE,
     .ratio = in_city_residents},
    {.info = {"in_city_inpatient_rate_referred", "市域内住院率（转外口径）",
              "in-city inpatient rate by referral", "percent",
              "1 - discharges outside the city after a referral / all discharges of the insured",
              "insured", "own working definition, third reading",
              "who leaves without a referral does not count as leaving"},
     .reading_of = "in_city_inpatient_rate",
     .times = 100,
     .decimals = 1,
     .alike = STAYS_ALIKE,
     .ratio = in_city_by_referral},
    {.info = {"outbound_admissions", "参保人市外住院人次",
              "admissions of the insured outside the city", "admissions",
              "discharges of the insured outside the city", "insured", "own definition",
              "what in_city_inpatient_rate leaves out; absent insured are in it"},
     .times = 1,
     .ratio = outbound_admissions},
    {.info = {"in_county_inpatient_share", "参保人县域内住院人次占比",
              "in-county inpatient share of the insured", "percent",
              "discharges of a county's insured at its institutions, city hospitals left out / "
              "all their discharges; the city is the sum of its monitored counties",
              "insured",
              "monitoring indicators of county medical communities, 2024 (name read, formula "
              "recalled)",
              "absent insured lower it; city districts are not in the city's value"},
     .times = 100,
     .decimals = 1,
     .alike = STAYS_ALIKE,
     .ratio = in_county_inpatient},
    {.info = {"length_of_stay", "平均住院日", "length of stay", "days",
              "bed-days of those discharged / discharges", "providers",
              "the health commission's wording in a hospital glossary, which fits the national "
              "sums of 2021 (read)",
              "days = discharge - admission, at least 1; by scheme, disease group, age and town: "
              "of the place's residents, wherever they lay"},
     .times = 1,
     .by = BY_PERSON_AND_DISEASE | 1u << BY_KIND,
     .decimals = 1,
     .ratio = length_of_stay},
    {.info = {"level4_surgery_share_tertiary_public", "四级手术占比", "level-4 operation share",
              "percent",
              "persons discharged after a level-4 operation or intervention / persons discharged "
              "after any, city hospitals",
              "providers",
              "performance assessment of tertiary public hospitals, 2019, indicator 6 (read)",
              "one a stay; city hospitals stand for the tertiary public ones; the list of "
              "level-4 operations changes, and the nation rises by about 1 point a year, the "
              "background here; levers move it only through who comes and who stays"},
     .times = 100,
     .decimals = 1,
     .alike = STAYS_ALIKE,
     .unmoved = true,
     .ratio = level4_share},
    {.info = {"readmission_rate", "出院后30天内再住院率", "readmission within 30 days", "percent",
              "stays begun within 30 days of the same person's last discharge home / discharges "
              "home of the insured",
              "insured", "own definition",
              "for whatever need, planned returns too; moves down are the same stay, deaths no "
              "discharge home; no statement on quality of care"},
     .times = 100,
     .decimals = 1,
     .ratio = readmission_rate},
    {.info = {"occupancy", "病床使用率", "occupancy", "percent",
              "occupied bed-days / open bed-days", "providers",
              "the health commission's wording in a hospital glossary, which fits the national "
              "sums of 2021 (read)",
              "midnight counts; extra beds are in the numerator only, so that more than 100 is "
              "possible"},
     .times = 100,
     .by = 1u << BY_KIND,
     .decimals = 1,
     .ratio = occupancy},
    {.info = {"occupancy_identity", "病床使用率（恒等式）", "occupancy from admissions and stay",
              "percent", "admissions x length of stay / open bed-days", "providers",
              "own definition",
              "must be close to occupancy; they differ by stays that cross the turn of the year"},
     .times = 100,
     .by = 1u << BY_KIND,
     .decimals = 1,
     .ratio = occupancy_identity},
    {.info = {"open_beds", "实际开放床位", "open beds", "beds", "open bed-days / days of the year",
              "providers", "the health commission's wording in a hospital glossary (read)",
              "may be fewer than the registered ones"},
     .times = 1,
     .by = 1u << BY_KIND,
     .ratio = open_beds},
};

const IndicatorTable indicators_of_stays = {rows, sizeof rows / sizeof *rows};
