// SPDX-License-Identifier: MIT
#include "report/indicator.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const IndicatorTable *const tables[] = {
    &indicators_of_visits,
    &indicators_of_villages,
    &indicators_of_stays,
    &indicators_of_the_way,
    &indicators_of_money,
    &indicators_of_prices,
    &indicators_of_people,
    &indicators_of_funds,
    &indicators_of_payment,
    &indicators_of_remote_work,
    &indicators_of_urgent_cases,
    &indicators_of_public_health,
};
enum { TABLES = sizeof tables / sizeof *tables };

int indicator_count(void) {
    int count = 0;
    for (int t = 0; t < TABLES; t++)
        count += tables[t]->count;
    return count;
}

const Indicator *indicator_at(int index) {
    int t = 0;
    while (index >= tables[t]->count)
        index -= tables[t++]->count;
    return &tables[t]->rows[index];
}

int indicator_find(const char *name) {
    for (int i = 0; i < indicator_count(); i++)
        if (strcmp(indicator_at(i)->info.name, name) == 0) return i;
    return -1;
}

int indicator_infos(IndicatorInfo *infos) {
    const int count = indicator_count();
    for (int i = 0; i < count; i++)
        infos[i] = indicator_at(i)->info;
    return count;
}

// Ten digits are more than any count can bear, and read well in a table.
double indicator_ten_digits(double value) {
    char text[32];
    snprintf(text, sizeof text, "%.10g", value);
    return strtod(text, NULL);
}

double indicator_value(const Indicator *indicator, const IndicatorYear *year, Scope scope) {
    const Ratio ratio = indicator->ratio(year, scope);
    if (!(ratio.denominator > 0)) return NAN;
    return indicator_ten_digits(indicator->times * ratio.numerator / ratio.denominator);
}

double indicator_nearest(const Indicator *indicator, double value) {
    if (indicator->alike > 0 && value > indicator->times) return indicator->times;
    return value < 0 && !indicator->either_sign ? 0 : value;
}

double indicator_chance(const Indicator *indicator, const IndicatorYear *year, Scope scope) {
    const Ratio ratio = indicator->ratio(year, scope);
    if (!(indicator->alike > 0) || !(ratio.denominator > 0)) return NAN;
    const double share = ratio.numerator / ratio.denominator;
    const double cases = ratio.denominator / (indicator->alike * year->results->scale);
    return indicator_ten_digits(indicator->times * sqrt(share * (1 - share) / cases));
}

static const Entity town_entities[2] = {{"country", "乡村", "country"}, {"town", "城镇", "town"}};

#define CONTACT_ENTITY(id, key, chinese, ...) [id] = {.name = #key, .zh = chinese, .en = #key},
static const Entity contact_entities[CONTACT_COUNT] = {CONTACTS(CONTACT_ENTITY)};

static const struct {
    const Entity *members;
    int count;
} breakdowns[BREAKDOWNS] = {
    [BY_NOTHING] = {NULL, 1},
    [BY_KIND] = {kind_entities, KIND_COUNT},
    [BY_SCHEME] = {scheme_entities, SCHEME_COUNT},
    [BY_DISEASE] = {disease_entities, DISEASE_COUNT},
    [BY_AGE] = {NULL, AGE_BAND_COUNT},
    [BY_TOWN] = {town_entities, 2},
    [BY_CONDITION] = {condition_entities, CONDITION_COUNT},
    [BY_CONTACT] = {contact_entities, CONTACT_COUNT},
    [BY_COMPONENT] = {component_entities, COMPONENT_COUNT},
};

int breakdown_members(Breakdown by) {
    return breakdowns[by].count;
}

const char *breakdown_name(Breakdown by, int member) {
    if (by == BY_AGE) return age_band_names[member];
    return breakdowns[by].members ? breakdowns[by].members[member].name : "";
}

static bool has_kind(const Indicator *indicator, Scope scope) {
    const bool outside = scope.member == KIND_OUTSIDE_CITY || scope.member == KIND_OUTSIDE_PROVINCE;
    if (kind_nest[scope.member] == NEST_SELF) return indicator->with_exits;
    return !outside || scope.place == WHOLE_CITY || strcmp(indicator->info.base, "providers") != 0;
}

bool indicator_has(const Indicator *indicator, Scope scope) {
    if (scope.place != WHOLE_CITY && indicator->city_only) return false;
    if (scope.by == BY_NOTHING) return !indicator->parts_only;
    if (!(indicator->by & 1u << scope.by)) return false;
    if (scope.by == BY_CONTACT) return scope.member != CONTACT_VISITOR;
    return scope.by != BY_KIND || has_kind(indicator, scope);
}
