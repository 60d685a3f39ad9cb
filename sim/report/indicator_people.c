// SPDX-License-Identifier: MIT
// Indicators of people: how many, how old, and how many have chronic conditions.
#include "report/indicator.h"

static Ratio residents(const IndicatorYear *year, Scope scope) {
    return (Ratio){(double)heads_of(year, scope.place).residents, 1};
}

static Ratio absent_insured(const IndicatorYear *year, Scope scope) {
    return (Ratio){(double)heads_of(year, scope.place).absent, 1};
}

static Ratio share_65(const IndicatorYear *year, Scope scope) {
    const Heads heads = heads_of(year, scope.place);
    return (Ratio){(double)heads.residents_65, (double)heads.residents};
}

static Ratio birth_rate(const IndicatorYear *year, Scope scope) {
    const int64_t births = births_of(year, scope.place);
    const int64_t residents = mean_heads_of(year, scope.place).residents;
    return (Ratio){(double)births, births < 0 ? 0 : (double)residents};
}

static Ratio death_rate(const IndicatorYear *year, Scope scope) {
    return (Ratio){(double)heads_of(year, scope.place).deaths,
                   (double)mean_heads_of(year, scope.place).residents};
}

// ---- chronic conditions: residents from one stage to another

static double in_stages(Heads heads, int condition, Stage from, Stage to) {
    int64_t sum = 0;
    for (int stage = (int)from; stage <= (int)to; stage++)
        sum += heads.stage[condition][stage];
    return (double)sum;
}

static Ratio prevalence(const IndicatorYear *year, Scope scope) {
    const Heads heads = heads_of(year, scope.place);
    return (Ratio){in_stages(heads, scope.member, STAGE_UNDIAGNOSED, STAGE_CONTROLLED),
                   (double)heads.residents};
}

static Ratio diagnosed(const IndicatorYear *year, Scope scope) {
    const Heads heads = heads_of(year, scope.place);
    return (Ratio){in_stages(heads, scope.member, STAGE_DIAGNOSED, STAGE_CONTROLLED),
                   in_stages(heads, scope.member, STAGE_UNDIAGNOSED, STAGE_CONTROLLED)};
}

static Ratio managed(const IndicatorYear *year, Scope scope) {
    const Heads heads = heads_of(year, scope.place);
    return (Ratio){in_stages(heads, scope.member, STAGE_MANAGED, STAGE_CONTROLLED),
                   in_stages(heads, scope.member, STAGE_UNDIAGNOSED, STAGE_CONTROLLED)};
}

static Ratio diabetes_managed(const IndicatorYear *year, Scope scope) {
    const Heads heads = heads_of(year, scope.place);
    return (Ratio){in_stages(heads, CONDITION_DIABETES, STAGE_MANAGED, STAGE_CONTROLLED), 1};
}

static Ratio controlled(const IndicatorYear *year, Scope scope) {
    const Heads heads = heads_of(year, scope.place);
    return (Ratio){in_stages(heads, scope.member, STAGE_CONTROLLED, STAGE_CONTROLLED),
                   in_stages(heads, scope.member, STAGE_MANAGED, STAGE_CONTROLLED)};
}

static const Indicator rows[] = {
    {.info = {"residents", "常住人口", "residents", "persons", "residents at the end of the year",
              "residents", "official statistics of population", "absent insured are not in it"},
     .times = 1,
     .ratio = residents},
    {.info = {"absent_insured", "外出参保人", "absent insured", "persons",
              "insured here who live elsewhere, at the end of the year", "insured",
              "own definition", "an assumption with a wide range, never printed"},
     .times = 1,
     .ratio = absent_insured},
    {.info = {"residents_65_share", "65岁及以上人口占比", "residents aged 65 and over", "percent",
              "residents aged 65 and over / residents", "residents",
              "official statistics of population", "at the end of the year"},
     .times = 100,
     .decimals = 1,
     .ratio = share_65},
    {.info = {"birth_rate", "出生率", "births", "per 1000 a year", "births x 1000 / mean residents",
              "residents", "official statistics of population",
              "demographic input, not an effect of any reform; the turn of the year brings those "
              "born in "
              "the year before, so the last year of a run has no value"},
     .times = 1000,
     .decimals = 1,
     .ratio = birth_rate},
    {.info = {"death_rate", "死亡率", "deaths", "per 1000 a year",
              "deaths of residents x 1000 / mean residents", "residents",
              "official statistics of population",
              "demographic input; differences between scenarios are not estimated"},
     .times = 1000,
     .decimals = 1,
     .not_compared = true,
     .ratio = death_rate},
    {.info = {"prevalence", "患病率", "prevalence", "percent",
              "residents with the condition, found or not / residents", "residents",
              "own definition", "all ages, at the end of the year"},
     .times = 100,
     .by = 1u << BY_CONDITION,
     .decimals = 1,
     .parts_only = true,
     .ratio = prevalence},
    {.info = {"diagnosed_share", "知晓率", "diagnosed", "percent",
              "residents diagnosed / residents with the condition", "residents", "own definition",
              "at the end of the year"},
     .times = 100,
     .by = 1u << BY_CONDITION,
     .decimals = 1,
     .parts_only = true,
     .ratio = diagnosed},
    {.info = {"managed_share", "管理率", "managed", "percent",
              "residents managed or controlled / residents with the condition", "residents",
              "national standard of public-health services: managed / estimated patients (read)",
              "the official rate of standard management divides by managed patients only"},
     .times = 100,
     .by = 1u << BY_CONDITION,
     .decimals = 1,
     .parts_only = true,
     .ratio = managed},
    {.info = {"controlled_share", "控制率", "controlled", "percent",
              "residents controlled / residents managed or controlled", "residents",
              "national standard of public-health services: at goal / managed (read)",
              "at the end of the year; differences between scenarios are not estimated"},
     .times = 100,
     .by = 1u << BY_CONDITION,
     .decimals = 1,
     .not_compared = true,
     .parts_only = true,
     .ratio = controlled},
    {.info = {"diabetes_managed", "规范管理的糖尿病患者", "diabetics under management", "persons",
              "residents with diabetes, managed or controlled", "residents",
              "national standard of public-health services (read)", "at the end of the year"},
     .times = 1,
     .ratio = diabetes_managed},
};

const IndicatorTable indicators_of_people = {rows, sizeof rows / sizeof *rows};
