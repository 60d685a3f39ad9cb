// SPDX-License-Identifier: MIT
#include "config/ages.h"

#include "config/parameters.h"
#include "support/city.h"
#include "unit/claim.h"

#include <stdio.h>
#include <string.h>

enum { GROUPS = 18 };

static MadeUpCity made; // each claim runs in a process of its own
static double *const pyramid = &made.city.parameters.pyramid.age_0;
static double *const absence = &made.city.parameters.absence.age_0;

// The made-up city, whose numbers stand in ages.cfg in the order of the registry, one a line.
static People *begin(void) {
    City *city = made_up_city(&made);
    for (int i = 0; i < PARAMETER_COUNT; i++)
        city->evidence[i] = (Evidence){.file = "ages.cfg", .line = 1 + i};
    return &city->parameters.people;
}

// As many of 0 to 4, of 15 to 19 and of 20 to 24, nobody else under 60, and a quarter of 60 and
// over: Y is 1.04, M 1.64 and C 0.16, of 3/4.
static People *begin_with_three_groups(void) {
    People *people = begin();
    for (int group = 0; group < 12; group++)
        pyramid[group] = group == 0 || group == 3 || group == 4;
    people->share_60 = 0.25;
    return people;
}

static void check(Report *report) {
    report_init(report);
    Reader reader = {.report = report};
    ages_check(&made.city, &reader);
}

static void assert_fine(void) {
    Report report;
    check(&report);
    ck_assert_msg(report.count == 0, "told: %s", report.messages[0]);
    report_free(&report);
}

// One problem, at the line of a parameter.
static void assert_told(const char *path, const char *words) {
    char expected[400];
    Report report;
    check(&report);
    ck_assert_uint_eq(report.count, 1);
    snprintf(expected, sizeof expected, "ages.cfg:%d: %s", 1 + parameter_find(path), words);
    ck_assert_msg(strncmp(report.messages[0], expected, strlen(expected)) == 0, "told: %s",
                  report.messages[0]);
    report_free(&report);
}

TEST(as_made_up) {
    begin();
    assert_fine();
}

TEST(margins) {
    for (int broken = 0; broken < 4; broken++) {
        People *people = begin();
        if (broken == 0) people->share_0_15 = 0;
        if (broken == 1) people->share_65 = 0;
        if (broken == 2) people->share_65 = people->share_60;
        if (broken == 3) people->share_0_15 = 1 - (people->share_60 = 0.25);
        assert_told("people.share_60", "people.share_0_15 is ");
    }
}

TEST(old) {
    begin();
    pyramid[12] = 0;
    assert_told("pyramid.age_60", "pyramid.age_60 is 0, but people.share_60 is above share_65");
    begin();
    for (int group = 13; group < GROUPS; group++)
        pyramid[group] = 0;
    assert_told("pyramid.age_65", "pyramid.age_65 to age_85 are all 0, but people.share_65 is not");
    for (int group = 13; group < GROUPS; group++) { // any of them is enough
        pyramid[group] = 0.3;
        assert_fine();
        pyramid[group] = 0;
    }
}

TEST(young) {
    begin();
    for (int group = 0; group < 4; group++)
        pyramid[group] = 0;
    assert_told("pyramid.age_0", "pyramid.age_0 to age_15 are all 0; write one of them above 0");
    begin();
    for (int group = 3; group < 12; group++)
        pyramid[group] = 0;
    assert_told("pyramid.age_20", "pyramid.age_15 to age_55 are all 0; write one of them above 0");
}

TEST(ends_of_the_young) {
    static const double refused[] = {0.066, 0.0666, 0.6501, 0.651};
    static const double accepted[] = {0.0668, 0.21, 0.6499};
    for (int i = 0; i < 4; i++) {
        begin_with_three_groups()->share_0_15 = refused[i];
        char words[200];
        snprintf(words, sizeof words,
                 "people.share_0_15 is %g, to which this pyramid cannot be raked; with its ages "
                 "15 to 19 and people.share_60 write a share between 0.06667 and 0.65,",
                 refused[i]);
        assert_told("people.share_0_15", words);
    }
    for (int i = 0; i < 3; i++) {
        begin_with_three_groups()->share_0_15 = accepted[i];
        assert_fine();
    }
}

TEST(absent) {
    begin()->absent_insured = 17;
    memset(absence, 0, GROUPS * sizeof *absence);
    assert_told("absence.age_0",
                "absence.age_0 to age_85 are all 0, but people.absent_insured is not");
    for (int group = 0; group < GROUPS; group++) { // any of them is enough
        absence[group] = 0.3;
        assert_fine();
        absence[group] = 0;
    }
    made.city.parameters.people.absent_insured = 0;
    assert_fine();
}

int main(void) {
    const Claim claims[] = {
        CLAIM("the made-up city's ages can be raked", as_made_up),
        CLAIM("shares of age that leave nobody between them are told at people.share_60", margins),
        CLAIM("a pyramid without the old whom the shares ask for is told at its first such group",
              old),
        CLAIM("a pyramid without the young or the middle is told at its first such group", young),
        CLAIM("the young may be as many and as few as three groups worked by hand allow",
              ends_of_the_young),
        CLAIM("absent insured of no age are told, and nobody absent needs no ages", absent),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
