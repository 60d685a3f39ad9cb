// SPDX-License-Identifier: MIT
#include "support/chooser.h"

#include "base/draw.h"

#include <check.h>
#include <string.h>

void chooser_begin(Chooser *chooser, int township) {
    Report report;
    report_init(&report);
    const City *city = made_up_city(&chooser->made);
    ck_assert_int_eq(routes_init(&chooser->routes, city, &report), STATUS_OK);
    chooser->inputs = (ChoiceInputs){
        .city = city, .route = chooser->routes.row[township], .prices = &chooser->prices};
    ChoiceInputs *inputs = &chooser->inputs;
    for (int kind = KIND_VILLAGE_CLINIC; kind < KIND_COUNT; kind++) {
        const KindRow *row = &city->parameters.kind[kind];
        for (int scheme = 0; scheme < SCHEME_COUNT; scheme++)
            for (int class = 0; class < CHOICE_CLASSES; class ++)
                chooser->prices.own_yuan[scheme][kind][class] =
                    (0.31 + 0.17 * scheme) * row->visit_cost * (1 + 0.07 * (class % 7));
        inputs->capability[kind][CLASS_ACUTE] = row->capability_acute;
        inputs->capability[kind][CLASS_SURGICAL] = row->capability_surgical;
        inputs->capability[kind][CLASS_MATERNAL] = row->capability_maternal;
        inputs->capability[kind][CLASS_CHRONIC] = row->capability_chronic;
        inputs->turned_away[kind] = 0.013 * kind;
        inputs->utility_shift[kind] = 0.021 * (kind % 3);
    }
}

void chooser_end(Chooser *chooser) {
    routes_free(&chooser->routes);
}

ChoiceWords chooser_words(uint32_t i) {
    const Draw draw = draw_at(draw_key(5011, 2), i, PURPOSE_LIBRARY, 0, 0);
    return (ChoiceWords){draw.word[0] & 0x7FFFu, draw.word[1] & 0x7FFFu, draw.word[2] & 0x7FFFu};
}

static void cumulate(const uint16_t *share, uint16_t cumulative[KIND_COUNT]) {
    uint32_t sum = 0;
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        sum += share[kind];
        cumulative[kind] = (uint16_t)sum;
    }
    ck_assert_uint_eq(sum, SHARE_ONE);
}

ChoiceCell chooser_cell(const uint16_t *reference, const uint16_t *now) {
    ChoiceCell cell;
    memset(&cell, 0xFF, sizeof cell);
    cumulate(reference, cell.reference);
    cumulate(now, cell.now);
    return cell;
}
