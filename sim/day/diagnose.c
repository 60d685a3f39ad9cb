// SPDX-License-Identifier: MIT
#include "day/diagnose.h"

#include "day/contracts.h"
#include "day/words.h"

static uint32_t site_tests(const Simulation *simulation, const Facility *facility) {
    return simulation->today.county[facility->county].site_tests;
}

static int drawn_test(const Simulation *simulation, const Request *request,
                      const Facility *facility, uint32_t word, uint32_t other) {
    const DayTables *tables = &simulation->tables;
    const uint32_t tested = tables->tested[facility->kind][request->disease];
    const uint32_t usual = answer_of(simulation, request->facility)->visit_tests;
    const uint64_t share =
        (uint64_t)(tested * usual / ANSWER_ONE) *
        (facility->kind == KIND_TOWNSHIP_CENTRE ? site_tests(simulation, facility) : ANSWER_ONE) /
        ANSWER_ONE;
    if (facility->diagnostics == 0 || word >= share) return NO_TEST;
    if (other < tables->scan[request->disease])
        return facility->diagnostics >= 2 ? TEST_SCAN : TEST_IMAGING;
    return other < tables->imaging[request->disease] ? TEST_IMAGING : TEST_LABORATORY;
}

// Whether recognition is in force between two institutions: both are members, in both counties.
static int is_in_force(const Simulation *simulation, unsigned here, unsigned there) {
    const Institution *at = &simulation->city->institutions[here];
    const Institution *from = &simulation->city->institutions[there];
    const CountyToday *today = simulation->today.county;
    return at->recognition && from->recognition && at->county != NO_COUNTY &&
           from->county != NO_COUNTY && today[at->county].recognising > 0 &&
           today[from->county].recognising > 0;
}

// Share of results of `there` that are taken over here because the centre of their common county
// has read them.
static double trusted_share(const Simulation *simulation, unsigned here, unsigned there) {
    const Institution *at = &simulation->city->institutions[here];
    const Institution *from = &simulation->city->institutions[there];
    const int passed_up =
        from->kind == KIND_TOWNSHIP_CENTRE && at->kind > from->kind && at->county == from->county;
    return passed_up ? simulation->today.county[at->county].trusted : 0;
}

// Share of a result from `there` that is accepted here: both must be members, and the doctor here
// must look it up (if both are on the platform; otherwise only letters and films bring it along)
// and accept it.
static double accepted_share(const Simulation *simulation, unsigned here, unsigned there,
                             int test) {
    const Institution *at = &simulation->city->institutions[here];
    const Institution *from = &simulation->city->institutions[there];
    const CountyToday *today = simulation->today.county;
    const double letters = simulation->city->parameters.care.recognition_share;
    if (!is_in_force(simulation, here, there)) return letters;

    const double one = SHARE_ONE;
    const double member = today[at->county].recognising / one;
    const int linked = at->platform && from->platform && today[from->county].connected > 0;
    const double seen = linked ? today[at->county].connected / one : 0;
    const double looked_up = seen + (1.0 - seen) * letters;
    const double accepted =
        member * looked_up * simulation->city->parameters.test[test].recognition_uptake;
    return accepted > letters ? accepted : letters;
}

static int result_is_valid(const Simulation *simulation, const Outpatient *outpatient,
                           const Request *request, int test) {
    const uint32_t today = simulation->today.day;
    return outpatient->test_day > 0 && outpatient->test_class == (unsigned)test &&
           outpatient->test_place != request->facility &&
           today - outpatient->test_day <= simulation->city->parameters.care.result_valid_days;
}

// Does the test, or accepts the result of another institution; returns 1 if it is done.
static int test_or_recognise(const Simulation *simulation, Shard *shard, const Request *request,
                             int test, uint32_t word) {
    Outpatient *outpatient = &simulation->residents.resident[request->person].outpatient;
    int64_t *count = shard->tally->count;
    if (result_is_valid(simulation, outpatient, request, test)) {
        count[COUNT_REPEATABLE]++;
        const double share =
            accepted_share(simulation, request->facility, outpatient->test_place, test);
        const double trusted = trusted_share(simulation, request->facility, outpatient->test_place);
        if (trusted > share && word < (uint32_t)(trusted * SHARE_ONE)) {
            count[COUNT_SHARED_RESULTS]++;
            return 0;
        }
        if (word < (uint32_t)(share * SHARE_ONE)) {
            const Facility *here = &simulation->facilities.row[request->facility];
            const int in_force = is_in_force(simulation, request->facility, outpatient->test_place);
            count[in_force ? COUNT_RECOGNISED : COUNT_CARRIED]++;
            if (in_force)
                count[COUNT_SAVED_FEN] +=
                    prices_at(simulation, here->county)->test[here->kind][test];
            return 0;
        }
    }
    outpatient->test_day = simulation->today.day & 0x3FFFu;
    outpatient->test_place = request->facility & 0xFFFu;
    outpatient->test_class = (unsigned)test & 3u;
    return 1;
}

// A test of a township centre is sent to be read, and read if the queue has room.
static void read_remotely(const Simulation *simulation, Shard *shard, const Facility *facility,
                          const Request *request) {
    const CountyToday *today = &simulation->today.county[facility->county];
    if (facility->kind != KIND_TOWNSHIP_CENTRE) return;
    RemoteFlow *flow = &shard->tally->remote[facility->county][REMOTE_READING];
    flow->possible++;
    if (today->remote_asked[REMOTE_READING] == 0) return;
    const Draw draw =
        draw_at(simulation->key, request->person, PURPOSE_REMOTE, request->ordinal, request->step);
    const uint32_t word = draw_field(&draw, REMOTE_READS);
    flow->asked += word < today->remote_asked[REMOTE_READING];
    flow->done += word < today->remote_done[REMOTE_READING];
}

int diagnose(Simulation *simulation, Shard *shard, const Facility *facility, const Request *request,
             const Draw *visit) {
    const int test = drawn_test(simulation, request, facility, draw_field(visit, SERVE_TESTED),
                                draw_field(visit, SERVE_TEST_CLASS));
    if (test == NO_TEST || is_visitor(request->person)) return test;
    const uint32_t word = draw_field(visit, SERVE_RECOGNISED);
    if (!test_or_recognise(simulation, shard, request, test, word)) return NO_TEST;
    read_remotely(simulation, shard, facility, request);
    return test;
}
