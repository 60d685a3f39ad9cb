// SPDX-License-Identifier: MIT
#include "config/reform_scope.h"

#include <string.h>

const ScopeList scope_lists[REFORM_LISTS] = {
    [REFORM_KINDS] = {"kinds", "kind", kind_entities, KIND_COUNT},
    [REFORM_SCHEMES] = {"schemes", "scheme", scheme_entities, SCHEME_COUNT},
    [REFORM_CLASSES] = {"classes", "class of case", case_class_entities, CASE_CLASS_COUNT},
};
static const char facilities[] = "facilities";

// Visits are paid by head, whoever comes with whatever.
static bool is_of_stays(const LeverInfo *lever) {
    return lever->contract_for && strcmp(lever->contract_for, "stays") == 0;
}

size_t reform_scope_names(const LeverInfo *lever, const char **known, size_t count) {
    if (!is_of_stays(lever)) return count;
    for (int list = 0; list < REFORM_LISTS; list++)
        known[count++] = scope_lists[list].name;
    known[count++] = facilities;
    return count;
}

static void read_list(Reform *reform, int list, const Setting *group, Reader *reader) {
    const ScopeList *of = &scope_lists[list];
    const Setting *setting = setting_member(group, of->name);
    const char *known[KIND_COUNT], *name;
    if (!setting || !setting_is_list(reader, setting, of->name)) return;
    for (int i = 0; i < of->count; i++)
        known[i] = of->members[i].name;
    for (int i = 0; i < setting_count(setting); i++) {
        const Setting *one = setting_at(setting, i);
        if (!setting_text(reader, one, of->name, &name)) continue;
        const int member = parameter_member(of->members, of->count, name);
        if (member < 0)
            reader_unknown(reader, setting_where(one), of->one, name, known, (size_t)of->count);
        else
            reform->only[list] |= 1u << member;
    }
}

static bool is_institution(const City *city, const char *id) {
    for (uint32_t i = 0; i < city->institution_count; i++)
        if (strcmp(city->institutions[i].id, id) == 0) return true;
    return false;
}

static void read_facilities(Reform *reform, const City *city, const Setting *group,
                            Reader *reader) {
    const Setting *setting = setting_member(group, facilities);
    if (!setting || !setting_is_list(reader, setting, facilities)) return;
    const char **ids = arena_take(reader->arena, (size_t)setting_count(setting) + 1, sizeof *ids);
    for (int i = 0; ids && i < setting_count(setting); i++) {
        const Setting *one = setting_at(setting, i);
        if (!setting_text(reader, one, facilities, &ids[reform->facility_count])) continue;
        if (is_institution(city, ids[reform->facility_count]))
            reform->facility_count++;
        else
            reader_problem(reader, setting_where(one),
                           "facilities names %s, which is no institution of the city",
                           ids[reform->facility_count]);
    }
    reform->facilities = ids;
}

void reform_scope_read(Reform *reform, const City *city, const Setting *group,
                       const LeverInfo *lever, Reader *reader) {
    if (!is_of_stays(lever)) return;
    for (int list = 0; list < REFORM_LISTS; list++)
        read_list(reform, list, group, reader);
    read_facilities(reform, city, group, reader);
}

static bool names(const Reform *reform, const char *id) {
    for (int i = 0; i < reform->facility_count; i++)
        if (strcmp(reform->facilities[i], id) == 0) return true;
    return reform->facility_count == 0;
}

bool reform_scopes_meet(const Reform *one, const Reform *other) {
    for (int list = 0; list < REFORM_LISTS; list++)
        if (one->only[list] && other->only[list] && !(one->only[list] & other->only[list]))
            return false;
    for (int i = 0; i < one->facility_count; i++)
        if (names(other, one->facilities[i])) return true;
    return one->facility_count == 0;
}
