// SPDX-License-Identifier: MIT
#include "care/route.h"
#include "support/city.h"
#include "unit/claim.h"

#include <string.h>

enum { MORE = MOST_ROUTES - 1 };

// The made-up city with this many city hospitals more.
static Status init_with(Routes *routes, int more, Report *report) {
    static MadeUpCity made;
    static Institution institutions[MADE_UP_INSTITUTIONS + MOST_ROUTES];
    City *city = made_up_city(&made);
    const Institution *hospital = &city->institutions[0];
    while (hospital->kind != KIND_CITY_HOSPITAL)
        hospital++;
    for (int i = 0; i < MADE_UP_INSTITUTIONS + more; i++)
        institutions[i] = i < MADE_UP_INSTITUTIONS ? city->institutions[i] : *hospital;
    city->institutions = institutions;
    city->institution_count = (uint32_t)(MADE_UP_INSTITUTIONS + more);
    report_init(report);
    return routes_init(routes, city, report);
}

TEST(all_in_reach) {
    Routes routes;
    Report report;
    ck_assert_int_eq(init_with(&routes, MORE, &report), STATUS_OK);
    ck_assert_uint_eq(routes.row[0][KIND_CITY_HOSPITAL].count, MOST_ROUTES);
    routes_free(&routes);
    report_free(&report);
}

TEST(too_many_in_reach) {
    Routes routes;
    Report report;
    ck_assert_int_eq(init_with(&routes, MORE + 1, &report), STATUS_INVALID);
    ck_assert_uint_eq(report.count, 1);
    ck_assert_ptr_nonnull(strstr(report.messages[0], "more than 96 institutions of the kind city"));
    routes_free(&routes);
    report_free(&report);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("a route leads to as many institutions as there is room for", all_in_reach),
        CLAIM("one more institution than there is room for is refused, not left out",
              too_many_in_reach),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
