// SPDX-License-Identifier: MIT
#include "config/ages.h"

enum { GROUPS = 18, GROUP_15 = 3, GROUP_20 = 4, GROUP_60 = 12, GROUP_65 = 13 };

static Where where_of(const City *city, const char *path) {
    const Evidence *evidence = &city->evidence[parameter_find(path)];
    return (Where){evidence->file, evidence->line};
}

static double sum_of(const double share[GROUPS], int first, int last) {
    double sum = 0;
    for (int group = first; group < last; group++)
        sum += share[group];
    return sum;
}

static bool margins_leave_every_age(const City *city, Reader *reader) {
    const People *people = &city->parameters.people;
    if (people->share_0_15 > 0 && people->share_65 > 0 && people->share_65 < people->share_60 &&
        people->share_0_15 + people->share_60 < 1)
        return true;
    reader_problem(reader, where_of(city, "people.share_60"),
                   "people.share_0_15 is %g, share_60 %g and share_65 %g; write all above 0, "
                   "share_65 below share_60, and share_0_15 and share_60 below 1 together",
                   people->share_0_15, people->share_60, people->share_65);
    return false;
}

static void check_old(const City *city, const double share[GROUPS], Reader *reader) {
    if (share[GROUP_60] <= 0)
        reader_problem(reader, where_of(city, "pyramid.age_60"),
                       "pyramid.age_60 is 0, but people.share_60 is above share_65; write it above "
                       "0, so that there are people of 60 to 64");
    if (sum_of(share, GROUP_65, GROUPS) <= 0)
        reader_problem(reader, where_of(city, "pyramid.age_65"),
                       "pyramid.age_65 to age_85 are all 0, but people.share_65 is not; write one "
                       "of them above 0");
}

// Ages 15 to 19 stay even, so that a fifth of the group moves with the young and the rest with
// those of 16 to 59. With Y and M the pyramid's young and middle, each moved by its own factor, and
// C the 4/25 of the group that both move, the factors are above 0 if the young are between C/(M+C)
// and Y/(Y+C) of those under 60.
static void check_young(const City *city, const double share[GROUPS], Reader *reader) {
    const People *people = &city->parameters.people;
    const double cut = share[GROUP_15] * 4.0 / 25.0;
    const double young = sum_of(share, 0, GROUP_15) + share[GROUP_15] / 25.0;
    const double middle = sum_of(share, GROUP_20, GROUP_60) + share[GROUP_15] * 16.0 / 25.0;
    if (young <= 0 || middle <= 0) {
        reader_problem(reader, where_of(city, young <= 0 ? "pyramid.age_0" : "pyramid.age_20"),
                       "pyramid.%s are all 0; write one of them above 0",
                       young <= 0 ? "age_0 to age_15" : "age_15 to age_55");
        return;
    }
    const double under_60 = 1.0 - people->share_60;
    const double low = under_60 * cut / (middle + cut), high = under_60 * young / (young + cut);
    if (people->share_0_15 > low && people->share_0_15 < high) return;
    reader_problem(reader, where_of(city, "people.share_0_15"),
                   "people.share_0_15 is %g, to which this pyramid cannot be raked; with its ages "
                   "15 to 19 and people.share_60 write a share between %.4g and %.4g, or change "
                   "the pyramid",
                   people->share_0_15, low, high);
}

void ages_check(const City *city, Reader *reader) {
    const double *share = (const double *)(const void *)&city->parameters.pyramid;
    const double *absent = (const double *)(const void *)&city->parameters.absence;
    if (city->parameters.people.absent_insured > 0 && sum_of(absent, 0, GROUPS) <= 0)
        reader_problem(reader, where_of(city, "absence.age_0"),
                       "absence.age_0 to age_85 are all 0, but people.absent_insured is not; write "
                       "one of them above 0");
    if (!margins_leave_every_age(city, reader)) return;
    check_old(city, share, reader);
    check_young(city, share, reader);
}
