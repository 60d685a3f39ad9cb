// SPDX-License-Identifier: MIT
#include "care/ward.h"

#include "care/facility.h"
#include "unit/claim.h"

static Request request_of(uint32_t person, Priority priority, uint32_t random) {
    return (Request){.person = person,
                     .key = request_key(priority, random),
                     .urgent = priority == PRIORITY_URGENT};
}

static Ward new_ward(uint32_t open, uint32_t extra) {
    Report report;
    report_init(&report);
    Ward ward;
    ck_assert_int_eq(ward_init(&ward, open, extra, &report), STATUS_OK);
    return ward;
}

static void take(Ward *ward, uint32_t person, uint16_t discharge_day) {
    ward_take(ward, &(Stay){.request = {.person = person}, .discharge_day = discharge_day});
}

TEST(order_of_the_queue) {
    Ward ward = new_ward(7, 0);
    const struct {
        uint32_t person;
        Priority priority;
        uint32_t random;
        uint16_t day;
    } comers[] = {{11, PRIORITY_PLAIN, 5u << 20, 40},    {12, PRIORITY_REFERRED, 9u << 20, 41},
                  {13, PRIORITY_PLAIN, 3u << 20, 41},    {14, PRIORITY_URGENT, 8u << 20, 42},
                  {15, PRIORITY_CONTRACT, 1u << 20, 42}, {16, PRIORITY_REFERRED, 2u << 20, 42},
                  {17, PRIORITY_PLAIN, 2u << 20, 41},    {18, PRIORITY_PLAIN, 1u << 20, 42},
                  {19, PRIORITY_URGENT, 4u << 20, 42}};
    for (int i = 0; i < 9; i++) {
        const Request request = request_of(comers[i].person, comers[i].priority, comers[i].random);
        ck_assert_int_eq(ward_queue(&ward, &request, comers[i].day), 1);
    }
    static const uint32_t order[] = {19, 14, 12, 16, 15, 11, 17, 13, 18};
    for (uint32_t i = 0; i < 9; i++)
        ck_assert_uint_eq(ward.waiting[i].request.person, order[i]);
    ward_free(&ward);
}

TEST(equal_keys_by_person) {
    Ward ward = new_ward(3, 0);
    for (uint32_t person = 9; person > 4; person--) {
        const Request request = request_of(person, PRIORITY_PLAIN, 77u << 18);
        ward_queue(&ward, &request, 5);
    }
    for (uint32_t i = 0; i < 5; i++)
        ck_assert_uint_eq(ward.waiting[i].request.person, 5 + i);
    ward_free(&ward);
}

TEST(leaving_the_queue) {
    Ward ward = new_ward(3, 0);
    for (uint32_t person = 1; person <= 4; person++) {
        const Request request = request_of(person, PRIORITY_PLAIN, person << 18);
        ward_queue(&ward, &request, (uint16_t)(20 + person));
    }
    const Waiting who = ward_leave_queue(&ward, 1);
    ck_assert_uint_eq(who.request.person, 2);
    ck_assert_uint_eq(who.since_day, 22);
    static const uint32_t left[] = {1, 3, 4};
    ck_assert_uint_eq(ward.waiting_count, 3);
    for (uint32_t i = 0; i < 3; i++)
        ck_assert_uint_eq(ward.waiting[i].request.person, left[i]);
    ward_free(&ward);
}

TEST(extra_beds) {
    Ward ward = new_ward(3, 2);
    for (uint32_t person = 0; person < 5; person++) {
        ck_assert_int_eq(ward_has_bed(&ward, 1), 1);
        ck_assert_int_eq(ward_has_bed(&ward, 0), person < 3);
        take(&ward, person, 90);
    }
    ck_assert_int_eq(ward_has_bed(&ward, 1), 0);
    ward_free(&ward);
}

TEST(answers) {
    Ward ward = new_ward(1, 1);
    ck_assert_int_eq(ward_answer(&ward, 0, 0, 2.5), BED_NOW);
    take(&ward, 1, 90);
    ck_assert_int_eq(ward_answer(&ward, 0, 0, 2.5), BED_LATER);
    ck_assert_int_eq(ward_answer(&ward, 0, 2, 2.5), BED_LATER);
    ck_assert_int_eq(ward_answer(&ward, 0, 3, 2.5), BED_ELSEWHERE);
    ck_assert_int_eq(ward_answer(&ward, 0, 0, 0), BED_ELSEWHERE);
    ck_assert_int_eq(ward_answer(&ward, 1, 0, 2.5), BED_NOW);
    take(&ward, 2, 90);
    ck_assert_int_eq(ward_answer(&ward, 1, 0, 2.5), BED_ELSEWHERE);
    ward_free(&ward);
}

TEST(discharges) {
    Ward ward = new_ward(6, 0);
    static const uint16_t day[] = {12, 15, 13, 11, 14};
    for (uint32_t person = 0; person < 5; person++)
        take(&ward, person, day[person]);
    ward_discharge(&ward, 13);
    ck_assert_uint_eq(ward.occupied, 2);
    ck_assert_uint_eq(ward.stay[0].request.person, 1);
    ck_assert_uint_eq(ward.stay[1].request.person, 4);
    ck_assert_uint_eq(ward.event_count, 3);
    static const uint32_t gone[] = {0, 2, 3};
    for (uint32_t i = 0; i < 3; i++) {
        ck_assert_uint_eq(ward.event[i].stay.request.person, gone[i]);
        ck_assert_uint_eq(ward.event[i].news, STAY_ENDED);
    }
    ward_free(&ward);
}

TEST(full_queue) {
    Ward ward = new_ward(2, 0);
    uint32_t person = 0;
    for (;; person++) {
        const Request request = request_of(person, PRIORITY_PLAIN, person << 12);
        if (!ward_queue(&ward, &request, 3)) break;
        ck_assert_uint_lt(person, 10000);
    }
    ck_assert_uint_eq(person, ward.waiting_capacity);
    ck_assert_uint_eq(ward.waiting_count, person);
    ck_assert_uint_ge(person, 2);
    ward_free(&ward);
}

TEST(many_news) {
    Ward ward = new_ward(2, 0);
    for (uint32_t i = 0; i < 3001; i++)
        ward_tell(&ward, SENT_ON, &(Stay){.request = {.person = i}}, 300);
    ck_assert_uint_eq(ward.event_count, 3001);
    ck_assert_uint_eq(ward.lost, 0);
    for (uint32_t i = 0; i < 3001; i++)
        ck_assert_uint_eq(ward.event[i].stay.request.person, i);
    ck_assert_uint_eq(ward.event[0].waited_days, 255);
    ward_free(&ward);
}

TEST(no_memory) {
    Ward ward = new_ward(2, 0);
    ward.event_count = ward.event_capacity = UINT32_MAX; // as if there were so many
    ward.occupied = ward.capacity = UINT32_MAX;
    ward_tell(&ward, SENT_ON, &(Stay){.request = {.person = 3}}, 1);
    take(&ward, 3, 9);
    ck_assert_uint_eq(ward.lost, 2);
    ck_assert_uint_eq(ward.event_count, UINT32_MAX);
    ck_assert_uint_eq(ward.occupied, UINT32_MAX);
    ward_free(&ward);
}

TEST(unlimited_beds) {
    Ward ward = new_ward(UNLIMITED, 0);
    for (uint32_t person = 0; person < 2003; person++) {
        ck_assert_int_eq(ward_has_bed(&ward, 0), 1);
        take(&ward, person, 9);
    }
    for (uint32_t person = 0; person < 2003; person++)
        ck_assert_uint_eq(ward.stay[person].request.person, person);
    ward_free(&ward);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("a ward's queue goes by priority, then day of arrival, then key", order_of_the_queue),
        CLAIM("equal keys stand in the order of persons", equal_keys_by_person),
        CLAIM("who leaves the queue keeps the others in order", leaving_the_queue),
        CLAIM("extra beds are for urgent cases only", extra_beds),
        CLAIM("without a bed urgent cases go elsewhere at once, others after the limit", answers),
        CLAIM("a stay that is over frees its bed and is told, the others stay in order",
              discharges),
        CLAIM("a queue that is full takes nobody more", full_queue),
        CLAIM("a ward has room for any number of news, and tells waits up to 255 days", many_news),
        CLAIM("stays and news without memory are counted, and nothing else is touched", no_memory),
        CLAIM("a ward that is never full has room for everybody", unlimited_beds),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
