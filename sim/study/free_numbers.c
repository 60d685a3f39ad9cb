// SPDX-License-Identifier: MIT
#include "study/free_numbers.h"

#include "config/model.h"

#include <math.h>
#include <stdio.h>

enum { DEMAND, STAY, PRICE, PRIMARY, COUNTY_CITY, OUTSIDE };

const FreeNumber free_numbers[FREE_NUMBERS] = {
    [DEMAND] = {"demand", "就诊需要", "demand", "ratio", true, 0.75, 4 / 3.0},
    [STAY] = {"stay", "住院日", "stay", "ratio", true, 0.8, 1.25},
    [PRICE] = {"price", "实际价格", "real price", "ratio", true, 0.75, 4 / 3.0},
    [PRIMARY] = {"primary_hospital", "基层相对医院", "primary against hospitals", "utility", false,
                 -1.2, 1.2},
    [COUNTY_CITY] = {"county_city", "市级相对县级", "city against county", "utility", false, -1.2,
                     1.2},
    [OUTSIDE] = {"outside", "市外", "outside", "utility", false, -1.2, 1.2},
};

static void add(Moved *moved, int *count, int number, const char *path) {
    const int parameter = parameter_find(path);
    if (parameter >= 0 && *count < MOST_MOVED) moved[(*count)++] = (Moved){parameter, number};
}

static void add_constants(Moved *moved, int *count, int number, Kind kind, bool admits) {
    char path[96];
    snprintf(path, sizeof path, "kind.%s.constant_visit", kind_entities[kind].name);
    add(moved, count, number, path);
    snprintf(path, sizeof path, "kind.%s.constant_admission", kind_entities[kind].name);
    if (admits) add(moved, count, number, path);
}

int free_numbers_moved(Moved moved[MOST_MOVED]) {
    char path[96];
    int count = 0;
    add(moved, &count, DEMAND, "demand.level");
    for (int disease = 0; disease < DISEASE_COUNT; disease++) {
        snprintf(path, sizeof path, "disease.%s.stay_days", disease_entities[disease].name);
        add(moved, &count, STAY, path);
    }
    add(moved, &count, PRICE, "money.price_level");
    add_constants(moved, &count, PRIMARY, KIND_VILLAGE_CLINIC, false);
    add_constants(moved, &count, PRIMARY, KIND_PRIVATE_CLINIC, false);
    add_constants(moved, &count, PRIMARY, KIND_TOWNSHIP_CENTRE, true);
    add_constants(moved, &count, COUNTY_CITY, KIND_CITY_HOSPITAL, true);
    add_constants(moved, &count, OUTSIDE, KIND_OUTSIDE_CITY, true);
    add_constants(moved, &count, OUTSIDE, KIND_OUTSIDE_PROVINCE, true);
    return count;
}

double free_number_at(int number, double setting) {
    const FreeNumber *one = &free_numbers[number];
    const double share = 0.5 * (setting + 1);
    if (one->multiplies) return one->low * pow(one->high / one->low, share);
    return one->low + share * (one->high - one->low);
}

double free_number_moves(const Moved *moved, double before, double setting) {
    const ParameterInfo info = parameter_info(moved->parameter);
    const double by = free_number_at(moved->number, setting);
    const double value = free_numbers[moved->number].multiplies ? before * by : before + by;
    return fmin(fmax(value, info.lowest), info.highest);
}

void free_numbers_lay(City *city, const double *setting) {
    Moved moved[MOST_MOVED];
    const int count = free_numbers_moved(moved);
    for (int i = 0; i < count; i++) {
        double *value = parameter_value(&city->parameters, moved[i].parameter);
        *value = free_number_moves(&moved[i], *value, setting[moved[i].number]);
    }
}
