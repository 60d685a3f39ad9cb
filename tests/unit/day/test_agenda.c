// SPDX-License-Identifier: MIT
#include "day/agenda.h"

#include "unit/claim.h"

#include <stdlib.h>

enum { MANY = 5003 };

static Request numbered(uint32_t person) {
    return (Request){.person = person, .facility = (person * 31u) % 7u & 7u};
}

static RequestList list_with_room(uint32_t capacity) {
    Report report;
    RequestList list;
    report_init(&report);
    ck_assert_int_eq(request_list_init(&list, capacity, &report), STATUS_OK);
    return list;
}

static void add_numbered(RequestList *list, uint32_t count) {
    for (uint32_t person = 0; person < count; person++) {
        const Request request = numbered(person);
        request_list_add(list, &request);
    }
}

TEST(busier_than_foreseen) {
    RequestList list = list_with_room(3);
    add_numbered(&list, MANY);
    ck_assert_uint_eq(list.count, MANY);
    ck_assert_uint_eq(list.lost, 0);
    for (uint32_t person = 0; person < MANY; person++)
        ck_assert_uint_eq(list.row[person].person, person);
    request_list_free(&list);
}

TEST(no_memory_for_more) {
    RequestList list = list_with_room(3);
    add_numbered(&list, 3);
    list.count = list.capacity = UINT32_MAX; // as if it were
    add_numbered(&list, 2);
    ck_assert_uint_eq(list.lost, 2);
    ck_assert_uint_eq(list.count, UINT32_MAX);
    ck_assert_uint_eq(list.row[2].person, 2);
    request_list_free(&list);
}

// With institutions that nobody asks before, among and after those that are asked.
static void assert_by_institution(uint32_t count) {
    enum { INSTITUTIONS = 11, BEFORE = 2 };
    RequestList list = list_with_room(MANY), sorted = list_with_room(1);
    uint32_t offset[INSTITUTIONS + 2];
    add_numbered(&list, count);
    for (uint32_t i = 0; i < count; i++)
        list.row[i].facility = (list.row[i].facility + BEFORE) & 15u;
    requests_by_facility(&sorted, &list, offset, INSTITUTIONS);
    ck_assert_uint_eq(list.count, 0);
    ck_assert_uint_eq(sorted.count, count);
    ck_assert_uint_eq(offset[0], 0);
    ck_assert_uint_eq(offset[INSTITUTIONS], count);
    for (uint32_t facility = 0; facility < INSTITUTIONS; facility++)
        for (uint32_t i = offset[facility]; i < offset[facility + 1]; i++) {
            ck_assert_uint_eq(sorted.row[i].facility, facility);
            if (i > offset[facility])
                ck_assert_uint_gt(sorted.row[i].person, sorted.row[i - 1].person);
        }
    request_list_free(&list);
    request_list_free(&sorted);
}

TEST(by_institution) {
    for (uint32_t count = 0; count < 70; count++)
        assert_by_institution(count);
    assert_by_institution(MANY);
}

TEST(agenda_grows) {
    Report report;
    Agenda agenda;
    report_init(&report);
    ck_assert_int_eq(agenda_init(&agenda, 0, &report), STATUS_OK);
    const uint32_t chunks = agenda.chunks;
    for (uint32_t person = 0; person < 40 * MANY; person++) {
        const Request request = numbered(person);
        agenda_add(&agenda, 1 + person % 5, &request);
    }
    ck_assert_uint_gt(agenda.chunks, chunks);
    ck_assert_uint_eq(agenda.lost, 0);
    ck_assert_uint_eq(agenda.count, 40 * MANY);

    for (uint32_t day = 1; day <= 5; day++) {
        RequestList list = list_with_room(1);
        agenda_take(&agenda, day, &list);
        ck_assert_uint_eq(list.count, 8 * MANY);
        for (uint32_t i = 0; i < list.count; i++)
            ck_assert_uint_eq(list.row[i].person, 5 * i + day - 1);
        request_list_free(&list);
    }
    ck_assert_uint_eq(agenda.count, 0);
    agenda_free(&agenda);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("a list takes more requests than it began with room for, in order",
              busier_than_foreseen),
        CLAIM("a request without memory is counted, and nothing else is touched",
              no_memory_for_more),
        CLAIM("requests go by institution, and in their order within one, be they many or none",
              by_institution),
        CLAIM("an agenda takes more requests than it began with room for, each on its day in order",
              agenda_grows),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
