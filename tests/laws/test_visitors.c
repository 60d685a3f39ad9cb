// SPDX-License-Identifier: MIT
#include "day/visitors.h"

#include "support/trial.h"
#include "unit/claim.h"

static Trial trial;

// Today's arrivals, if so many had come before.
static RequestList *arrivals_after(uint32_t others) {
    Shard *shard = &trial.simulation.shard[trial.simulation.shards - 1];
    shard->today.count = 0;
    shard->visitors_so_far = others;
    visitors_arrive(&trial.simulation, shard);
    ck_assert_uint_eq(shard->visitors_so_far, others + shard->today.count);
    return &shard->today;
}

enum { MOST = 5000 };

// The same day is drawn three times: first comers, and those after 65,536 and 131,072 others.
TEST(own_words) {
    static Request first[MOST];
    City *city = trial_prepare(&trial);
    city->parameters.visitors.visits_per_1000 = 250;
    trial_begin(&trial);
    trial_live(&trial, 1);
    const RequestList *list = arrivals_after(0);
    const uint32_t count = list->count;
    ck_assert_uint_gt(count, 100);
    ck_assert_uint_lt(count, MOST);
    for (uint32_t i = 0; i < count; i++)
        first[i] = list->row[i];

    uint32_t of_origin[MADE_UP_ORIGINS] = {0}, alike = 0;
    for (uint32_t turn = 1; turn < 3; turn++) {
        list = arrivals_after(turn * 65536);
        ck_assert_uint_eq(list->count, count);
        for (uint32_t i = 0; i < count; i++) {
            const Request *a = &first[i], *b = &list->row[i];
            const uint32_t origin = visitor_origin(b->person, city->origin_count);
            ck_assert_uint_eq(origin, a->person - VISITOR_PERSON);
            ck_assert(is_visitor(b->person));
            of_origin[origin]++;
            for (uint32_t j = 0; j < count; j++)
                alike += first[j].person == b->person && first[j].ordinal == b->ordinal;
        }
    }
    ck_assert_uint_eq(alike, 0);
    for (int origin = 0; origin < MADE_UP_ORIGINS; origin++)
        ck_assert_uint_gt(of_origin[origin], 50);
    trial_end(&trial);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("the visitor after 65,536 others has an address of his own", own_words),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
