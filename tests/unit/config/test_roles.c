// SPDX-License-Identifier: MIT
// The roles of the reported figures, as they stand and spoiled.
#include "config/places.h"
#include "config/roles.h"
#include "unit/claim.h"
#include "unit/config/fixture.h"

#include <stdio.h>
#include <string.h>

enum { PRINTED_ROWS = 203 }; // reported figures of the five documents, both printings counted

// Roles that were read beside some table of figures, until closed.
typedef struct Open {
    City city;
    Report report;
    Reader reader;
    Roles roles;
    bool is_read;
} Open;

static void open_roles(Open *open, const char *figures_file) {
    *open = (Open){0};
    report_init(&open->report);
    open->reader = (Reader){.arena = arena_new(), .report = &open->report};
    figures_read(&open->city, &(TableName){figures_file, ""}, &open->reader);
    ck_assert_int_eq(open->reader.status, STATUS_OK);
    const Figures figures = {open->city.figures, open->city.figure_count};
    open->is_read = roles_read(&open->roles, figures_file, &figures, &open->reader);
}

static void close_roles(Open *open) {
    arena_free(open->reader.arena);
    report_free(&open->report);
}

TEST(as_they_stand) {
    Open open;
    open_roles(&open, "models/figures.csv");
    ck_assert_msg(open.is_read, "%s", open.report.count ? open.report.messages[0] : "");
    int printed = 0;
    for (int i = 0; i < open.roles.count; i++) {
        const Role *role = &open.roles.rows[i];
        const bool anchor = role->figure && strcmp(role->figure->kind, "external") == 0;
        printed += !anchor;
        ck_assert_msg(roles_find(&open.roles, role->id) == role, "%s twice", role->id);
    }
    ck_assert_int_eq(printed, PRINTED_ROWS);
    close_roles(&open);
}

static const char figures[] =
    "id,value,unit,qualifier,period,place,indicator,kind,role,low,high,source,confidence,note\n"
    "north-share,61.7,percent,exact,2024,north,share,reported,state,,,a paper,printed,\n"
    "north-growth,2.85,percentage_points,change,2024,north,share,reported,effect,,,a "
    "paper,printed,\n"
    "north-sites,31,sites,exact,2024,north,sites,reported,input,,,a paper,printed,\n"
    "nation-share,52.2,percent,exact,2024,china,share,external,background,,,a bulletin,high,\n";
#define ROLE_HEAD "figure,role,same_as,reform,place,reason\n"
#define SITES "north-sites,input,,centres,north,\n"
#define GROWTH "north-growth,held_out,,centres,north,\n"
#define SHARE "north-share,target,,centres,north,\n"
#define READING_HEAD \
    "figure,reading,indicator,of,as,year,since,run,low,high,null_low,null_high,null_from,why\n"
#define READ_SHARE_ROW "north-share,annual,share,,level,2024,,,,,45,59,nation-share,\n"
#define READ_GROWTH_ROW "north-growth,,share,,change,2024,2023,,,,-0.5,1.5,nation-share,\n"

static void open_made_up(Open *open, Fixture *fixture, const char *roles, const char *readings) {
    char path[256];
    fixture_make(fixture);
    fixture_write_text(fixture, "figures.csv", figures);
    fixture_write_text(fixture, "roles.csv", roles);
    fixture_write_text(fixture, "crosswalk.csv", readings);
    open_roles(open, fixture_path(fixture, "figures.csv", path));
}

TEST(in_order) {
    Open open;
    Fixture fixture;
    open_made_up(&open, &fixture, ROLE_HEAD SHARE GROWTH SITES,
                 READING_HEAD READ_SHARE_ROW READ_GROWTH_ROW);
    ck_assert_msg(open.is_read, "%s", open.report.count ? open.report.messages[0] : "");
    const Reading *growth = &open.roles.readings[1];
    ck_assert_str_eq(open.roles.rows[growth->role].id, "north-growth");
    ck_assert(growth->as == READ_CHANGE && growth->since == 2023 && growth->low == 2.85);
    ck_assert(growth->null_low == -0.5 && growth->null_high == 1.5);
    close_roles(&open);
    fixture_free(&fixture);
}

static void expect_told(const char *roles, const char *readings, const char *words) {
    Open open;
    Fixture fixture;
    open_made_up(&open, &fixture, roles, readings);
    ck_assert(!open.is_read);
    ck_assert_msg(fixture_told(&open.report, words), "not '%s' but '%s'", words,
                  open.report.messages[0]);
    close_roles(&open);
    fixture_free(&fixture);
}

TEST(target_that_is_no_level) {
    expect_told(ROLE_HEAD SHARE "north-growth,target,,centres,north,we like it\n" SITES,
                READING_HEAD,
                "roles.csv:3: north-growth is a target, but it is a change and no level; write "
                "held_out");
    expect_told(ROLE_HEAD SHARE GROWTH SITES,
                READING_HEAD "north-share,,share,,change,2024,2022,,,,,,,\n" READ_GROWTH_ROW,
                "crosswalk.csv:2: north-share is a target, but it is read as a change and no "
                "level; make it held_out");
}

TEST(one_role_each) {
    expect_told(ROLE_HEAD SHARE GROWTH, READING_HEAD,
                "roles.csv: the reported figure north-sites has no role; add a row for it");
    expect_told(ROLE_HEAD SHARE GROWTH SITES GROWTH, READING_HEAD,
                "roles.csv:5: north-growth has a role already, in line 3");
    expect_told(ROLE_HEAD SHARE GROWTH "north-sites,inputs,,centres,north,\n", READING_HEAD,
                "roles.csv:4: \"inputs\" is not a known role; did you mean \"input\"?");
    expect_told(ROLE_HEAD SHARE GROWTH SITES "south-share,target,,,south,a guess\n", READING_HEAD,
                "roles.csv:5: south-share is target, but no figure has this id");
}

TEST(departures) {
    expect_told(ROLE_HEAD "north-share,input,,centres,north,\n" GROWTH SITES, READING_HEAD,
                "roles.csv:2: north-share is input, which is not what the rule makes of it; give "
                "the reason");
    expect_told(ROLE_HEAD SHARE GROWTH SITES "again,held_out,north-share,,north,twice\n",
                READING_HEAD,
                "roles.csv:5: again is held_out, but north-share, which prints the same, is "
                "target");
    expect_told(ROLE_HEAD SHARE GROWTH SITES "again,target,south,,north,twice\n", READING_HEAD,
                "roles.csv:5: again repeats south, which has no row of its own");
}

TEST(readings) {
    const char *roles = ROLE_HEAD SHARE GROWTH SITES;
    expect_told(roles, READING_HEAD READ_SHARE_ROW,
                "roles.csv:3: north-growth is held_out, but crosswalk.csv does not say with what "
                "it is compared");
    expect_told(roles, READING_HEAD "north-sites,,sites,,level,2024,,,,,,,,\n",
                "crosswalk.csv:2: north-sites is input: nothing is compared with it");
    expect_told(roles, READING_HEAD "north-growth,,share,,change,2024,,,,,,,,\n",
                "crosswalk.csv:2: north-growth needs the year since which it changed");
    expect_told(roles, READING_HEAD "north-share,,share,,level,2024,,basline,,,,,,\n",
                "crosswalk.csv:2: \"basline\" is not a known run; did you mean \"baseline\"?");
    expect_told(roles, READING_HEAD "north-share,,share,,level,2024,,,,,45,,,\n",
                "crosswalk.csv:2: of north-share only one end of the null is given");
    expect_told(roles, READING_HEAD "north-share,,share,,level,2024,,,70,60,,,,\n",
                "crosswalk.csv:2: of north-share a low end is above its high end");
    expect_told(roles, READING_HEAD "south-share,,share,,level,2024,,,,,,,,\n",
                "crosswalk.csv:2: south-share has no role and no figure to compare");
    expect_told(roles, READING_HEAD "north-share,,share,,level,2024,,,,,45,59,nation-shares,\n",
                "nation-shares");
}

TEST(places) {
    const Role one = {.places = "huaihua;yongzhou;xiangxi"}, any = {.places = "*"},
               county = {.places = "xiangtan-county"};
    ck_assert(role_is_of(&one, "huaihua") && role_is_of(&one, "xiangxi"));
    ck_assert(!role_is_of(&one, "xiangtan") && !role_is_of(&one, "yong"));
    ck_assert(role_is_of(&any, "qidong"));
    ck_assert(role_is_of(&county, "xiangtan-county") && !role_is_of(&county, "xiangtan"));
}

int main(void) {
    const Claim claims[] = {
        CLAIM("each of the 203 printed figures has exactly one role, and what departs from the "
              "rule says why",
              as_they_stand),
        CLAIM("a role and its reading are what their rows say", in_order),
        CLAIM("a target that is no level is refused with file and line", target_that_is_no_level),
        CLAIM("a figure without a role, with two, or with an unknown one is told with its line",
              one_role_each),
        CLAIM("a departure from the rule without a reason is told, and so is a second printing "
              "with another role",
              departures),
        CLAIM("a reading that compares nothing, or lacks a year or an end, is told", readings),
        CLAIM("a list of places is of each whole name in it", places),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
