// SPDX-License-Identifier: MIT
// Tests of the twin: wanted, done, or spared by a result from elsewhere.
#include "laws/twin.h"

#include "day/contracts.h"

static int wanted_test(const Twin *twin, const Ask *ask, const Draw *draw) {
    const DayTables *tables = &twin->world.tables;
    const TwinPlace at = twin_place(twin, ask->facility);
    const uint32_t any = draw->word[3] & TWIN_BITS, which = draw->word[2] & TWIN_BITS;
    uint64_t share = tables->tested[at.kind][ask->disease];
    share = share * answer_of(&twin->world, ask->facility)->visit_tests / ANSWER_ONE;
    if (at.kind == KIND_TOWNSHIP_CENTRE)
        share = share * twin->world.today.county[at.facility->county].site_tests / ANSWER_ONE;
    if (at.facility->diagnostics == 0 || any >= share) return TWIN_NO_TEST;
    if (which >= tables->imaging[ask->disease]) return TEST_LABORATORY;
    const int scan = which < tables->scan[ask->disease] && at.facility->diagnostics >= 2;
    return scan ? TEST_SCAN : TEST_IMAGING;
}

// The lever works in both counties, and both institutions are on its list.
static int is_ruled(const Twin *twin, const TwinPlace *here, const TwinPlace *there) {
    const Institution *both[2] = {here->institution, there->institution};
    for (int i = 0; i < 2; i++) {
        if (!both[i]->recognition || both[i]->county == NO_COUNTY) return 0;
        if (twin->world.today.county[both[i]->county].recognising == 0) return 0;
    }
    return 1;
}

static double accepted_share(const Twin *twin, const TwinPlace *here, const TwinPlace *there,
                             int test) {
    const Institution *at = here->institution, *from = there->institution;
    const double letters = twin->world.city->parameters.care.recognition_share;
    if (!at->recognition || !from->recognition || at->county == NO_COUNTY ||
        from->county == NO_COUNTY)
        return letters;

    const CountyToday *mine = &twin->world.today.county[at->county];
    const CountyToday *theirs = &twin->world.today.county[from->county];
    const double one = SHARE_ONE;
    double member = mine->recognising / one, seen = mine->connected / one;
    if (theirs->recognising == 0) member = 0;
    if (theirs->connected == 0 || !at->platform || !from->platform) seen = 0;
    const double accepted = member * (seen + (1.0 - seen) * letters) *
                            twin->world.city->parameters.test[test].recognition_uptake;
    return accepted > letters ? accepted : letters;
}

// A hospital takes over what the centre of its county has read for a township centre there.
static double trusted_share(const Twin *twin, const TwinPlace *here, const TwinPlace *there) {
    if (there->kind != KIND_TOWNSHIP_CENTRE || kind_nest[here->kind] == NEST_PRIMARY) return 0;
    if (here->facility->county != there->facility->county) return 0;
    return twin->world.today.county[here->facility->county].trusted;
}

// A valid result from another place is accepted, or the test is done.
static int is_recognised(Twin *twin, const Ask *ask, int test, uint32_t word) {
    Year *year = &twin->year[ask->person];
    const uint32_t today = twin->world.today.day;
    const double valid = twin->world.city->parameters.care.result_valid_days;
    int64_t *count = twin_count(twin, ask->person);
    if (year->test_day > 0 && year->test_class == test && year->test_place != ask->facility &&
        today - year->test_day <= valid) {
        const TwinPlace here = twin_place(twin, ask->facility),
                        there = twin_place(twin, year->test_place);
        count[COUNT_REPEATABLE]++;
        const double accepted = accepted_share(twin, &here, &there, test);
        const double trusted = trusted_share(twin, &here, &there);
        if (trusted > accepted && twin_happens(word, trusted)) {
            count[COUNT_SHARED_RESULTS]++;
            return 1;
        }
        if (twin_happens(word, accepted)) {
            if (!is_ruled(twin, &here, &there)) {
                count[COUNT_CARRIED]++;
                return 1;
            }
            count[COUNT_RECOGNISED]++;
            count[COUNT_SAVED_FEN] += prices_at(&twin->world, here.facility->county)->test[here.kind][test];
            return 1;
        }
    }
    year->test_day = today;
    year->test_place = ask->facility;
    year->test_class = test;
    return 0;
}

int twin_test(Twin *twin, const Ask *ask, const Draw *draw) {
    const int test = wanted_test(twin, ask, draw);
    if (test == TWIN_NO_TEST || is_visitor(ask->person)) return test;
    if (is_recognised(twin, ask, test, draw->word[2] >> 16)) return TWIN_NO_TEST;
    twin_send_to_be_read(twin, ask);
    return test;
}
