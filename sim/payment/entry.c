// SPDX-License-Identifier: MIT
#include "payment/entry.h"

#include <math.h>
#include <string.h>

bool entry_is(const Entry *entry, unsigned terms) {
    return (entry->agreement->contract->terms & terms) != 0;
}

// A number that stands alone, within its bounds.
static bool plain_number(Reader *reader, const Setting *setting, const Measure *measure,
                         double *value) {
    if (!setting_number(reader, setting, measure->name, value)) return false;
    const bool below = *value < measure->lowest;
    if (!below && *value <= measure->highest) return true;
    char number[96], bound[32];
    number_text_with_unit(number, *value, measure->unit);
    number_text_in(bound, below ? measure->lowest : measure->highest, measure->unit);
    reader_problem(reader, setting_where(setting), "%s is %s, %s, %s", measure->name, number,
                   below ? "below the lowest" : "above the highest", bound);
    return false;
}

// A number with its passport.
static bool number_of_quantity(const Entry *entry, const Setting *setting, const Measure *measure,
                               double *value) {
    const City *city = entry->city;
    const Figures figures = {city ? city->figures : NULL, city ? city->figure_count : 0};
    const size_t before = entry->reader->report->count;
    const Quantity quantity = quantity_from_setting(entry->reader, setting, measure->name);
    Evidence evidence;
    quantity_check(entry->reader, &quantity, measure, &figures, value, &evidence);
    return entry->reader->report->count == before;
}

bool entry_number(const Entry *entry, const Setting *setting, const Measure *measure,
                  int64_t *whole) {
    double value = 0;
    Reader *reader = entry->reader;
    const bool read = config_setting_is_group(setting)
                          ? number_of_quantity(entry, setting, measure, &value)
                          : plain_number(reader, setting, measure, &value);
    if (!read) return false;
    if (strcmp(measure->unit, "days") == 0 && value != floor(value)) {
        reader_problem(reader, setting_where(setting), "%s is no whole number of days",
                       measure->name);
        return false;
    }
    const bool yuan = strcmp(measure->unit, "yuan") == 0, days = strcmp(measure->unit, "days") == 0;
    *whole = yuan ? fen_from_yuan(value) : days ? (int64_t)value : millionths(value);
    return true;
}

int entry_member(const Entity *members, int count, const char *name) {
    for (int i = 0; i < count; i++)
        if (strcmp(members[i].name, name) == 0) return i;
    return -1;
}

void entry_unknown(const Entry *entry, const Setting *setting, const char *what, const char *name,
                   const Entity *members, int count) {
    const char *known[64];
    for (int i = 0; i < count; i++)
        known[i] = members[i].name;
    reader_unknown(entry->reader, setting_where(setting), what, name, known, (size_t)count);
}

// A number of a group inside a contract, which must be there.
void entry_inner(const Entry *entry, const Setting *group, const Measure *measure, int64_t *whole) {
    const Setting *setting = setting_member(group, measure->name);
    if (setting)
        entry_number(entry, setting, measure, whole);
    else
        reader_problem(entry->reader, setting_where(group), "%s is missing (%s)", measure->name,
                       measure->unit);
}

Names entry_names(const Entry *entry, const char *name) {
    const Setting *list = setting_member(entry->group, name);
    if (!list || !setting_is_list(entry->reader, list, name)) return (Names){0};
    const int count = setting_count(list);
    const char **names = arena_take(entry->reader->arena, (size_t)count, sizeof *names);
    if (count == 0)
        reader_problem(entry->reader, setting_where(list),
                       "%s is an empty list; leave it out to cover all", name);
    for (int i = 0; names && i < count; i++)
        setting_text(entry->reader, setting_at(list, i), name, &names[i]);
    return (Names){names, names ? count : 0};
}
