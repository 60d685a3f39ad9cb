// SPDX-License-Identifier: MIT
#include "config/parameters.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

#define YEAR(year) {.name = #year, .zh = #year "年", .en = #year},
const Entity background_entities[BACKGROUND_YEAR_COUNT] = {BACKGROUND_YEARS(YEAR)};

#define ROW(parameter, of, low, high, words) \
    {.name = #parameter, .unit = of, .lowest = low, .highest = high, .meaning = words},
#define ROWS(type, member, list) static const ParameterRow member##_rows[] = {list(ROW)};
#define LISTED_ROWS(type, member, list, count, entities) ROWS(type, member, list)
SECTIONS(ROWS)
LISTED_SECTIONS(LISTED_ROWS)
ROWS(BenefitRow, benefit, BENEFIT_PARAMETERS)

#define FIRST(member) (int)(offsetof(Parameters, member) / sizeof(double))
#define ROW_COUNT(member) (int)(sizeof member##_rows / sizeof *member##_rows)
#define SECTION(type, member, list)  \
    {.name = #member,                \
     .rows = member##_rows,          \
     .row_count = ROW_COUNT(member), \
     .first = FIRST(member),         \
     .member_count = 1,              \
     .inner_count = 1},
#define LISTED_SECTION(type, member, list, count, entities) \
    {.name = #member,                                       \
     .rows = member##_rows,                                 \
     .row_count = ROW_COUNT(member),                        \
     .first = FIRST(member),                                \
     .members = entities,                                   \
     .member_count = count,                                 \
     .inner_count = 1},
static const ParameterSection sections[PARAMETER_SECTION_COUNT] = {
    SECTIONS(SECTION) LISTED_SECTIONS(LISTED_SECTION){.name = "benefit",
                                                      .rows = benefit_rows,
                                                      .row_count = ROW_COUNT(benefit),
                                                      .first = FIRST(benefit),
                                                      .members = scheme_entities,
                                                      .member_count = SCHEME_COUNT,
                                                      .inner = level_entities,
                                                      .inner_count = LEVEL_COUNT}};

const ParameterSection *parameter_section(int section) {
    return &sections[section];
}

int parameter_index(const ParameterSection *section, int member, int inner, int row) {
    return section->first + (member * section->inner_count + inner) * section->row_count + row;
}

static const ParameterSection *section_of(int index) {
    int section = PARAMETER_SECTION_COUNT - 1;
    while (sections[section].first > index)
        section--;
    return &sections[section];
}

ParameterInfo parameter_info(int index) {
    const ParameterSection *section = section_of(index);
    const int offset = index - section->first, row = offset % section->row_count;
    const int inner = offset / section->row_count % section->inner_count;
    const int member = offset / section->row_count / section->inner_count;

    const ParameterRow *about = &section->rows[row];
    ParameterInfo info = {.unit = about->unit,
                          .meaning = about->meaning,
                          .lowest = about->lowest,
                          .highest = about->highest};
    snprintf(info.path, sizeof info.path, "%s%s%s%s%s.%s", section->name,
             section->members ? "." : "", section->members ? section->members[member].name : "",
             section->inner ? "." : "", section->inner ? section->inner[inner].name : "",
             about->name);
    return info;
}

// The part of a path before the next dot is taken off it; a part too long becomes "".
static void next_part(const char **path, char part[64]) {
    const size_t length = strcspn(*path, ".");
    snprintf(part, 64, "%.*s", length < 64 ? (int)length : 0, *path);
    *path += length + ((*path)[length] == '.');
}

int parameter_member(const Entity *entities, int count, const char *name) {
    for (int i = 0; i < count; i++)
        if (strcmp(entities[i].name, name) == 0) return i;
    return -1;
}

const ParameterSection *parameter_find_section(const char *name) {
    for (int i = 0; i < PARAMETER_SECTION_COUNT; i++)
        if (strcmp(sections[i].name, name) == 0) return &sections[i];
    return NULL;
}

int parameter_find_row(const ParameterSection *section, const char *name) {
    for (int i = 0; i < section->row_count; i++)
        if (strcmp(section->rows[i].name, name) == 0) return i;
    return -1;
}

int parameter_find(const char *path) {
    char part[64];
    next_part(&path, part);
    const ParameterSection *section = parameter_find_section(part);
    if (!section) return -1;

    int member = 0, inner = 0;
    if (section->members) {
        next_part(&path, part);
        member = parameter_member(section->members, section->member_count, part);
    }
    if (section->inner) {
        next_part(&path, part);
        inner = parameter_member(section->inner, section->inner_count, part);
    }
    const int row = parameter_find_row(section, path);
    if (member < 0 || inner < 0 || row < 0) return -1;
    return parameter_index(section, member, inner, row);
}
