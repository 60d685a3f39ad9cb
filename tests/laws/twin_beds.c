// SPDX-License-Identifier: MIT
#include "laws/twin.h"

#include "base/curves.h"
#include "day/contracts.h"

#include <check.h>
#include <stdlib.h>

enum { MOST_WARDS_ASKED = 3, WAITING_ROOM = 32 };

static const Care *care_of(const Twin *twin) {
    return &twin->world.city->parameters.care;
}

static Resident *resident_of(Twin *twin, const Ask *ask) {
    return is_visitor(ask->person) ? NULL : &twin->world.residents.resident[ask->person];
}

static Draw stay_draw(const Twin *twin, const Ask *ask, uint32_t step) {
    return draw_at(twin->world.key, ask->person, PURPOSE_STAY, ask->ordinal, step);
}

// ---- asking

static int is_treated(const Twin *twin, const Ask *ask, const Draw *draw, int more) {
    const Facility *here = twin_facility(twin, ask);
    int margin = here->bed_capability[disease_class[ask->disease]] - ask->complexity + more;
    if (margin > 255) margin = 255;
    return here->has_beds && (draw->word[0] & TWIN_BITS) < twin->world.tables.settles[margin + 255];
}

// Where a team for the heart is at a city hospital, it keeps some whom the hospital would not.
static int is_kept(Twin *twin, const Ask *ask, const Draw *draw) {
    const Facility *here = twin_facility(twin, ask);
    const int heart = here->kind == KIND_CITY_HOSPITAL && ask->disease == DISEASE_HEART;
    const int ceiling = heart ? twin->world.today.county[here->county].heart_ceiling : 0;
    if (!is_treated(twin, ask, draw, ceiling) ||
        !twin_happens(draw->word[0] >> 16, care_of(twin)->admit_here_share))
        return 0;
    if (!is_treated(twin, ask, draw, 0)) twin_count(twin, ask->person)[COUNT_HEART_KEPT]++;
    return 1;
}

// The kind from the table of beds; of its institutions the one drawn, or the next on the list that
// has beds.
static int finds_ward(const Twin *twin, Ask *ask, const Draw *draw, uint16_t not_at) {
    const ChoiceWords words = {draw->word[1] & TWIN_BITS, draw->word[1] >> 16 & TWIN_BITS,
                               draw->word[2] & TWIN_BITS};
    const Kind kind = choice_draw(twin_cell(twin, &twin->world.beds, ask), words);
    if (kind == KIND_NONE || kind == KIND_PHARMACY) return 0;

    const Route *route = twin_route(twin, ask, kind);
    const uint16_t drawn =
        route->count ? route_pick(route, draw->word[2] >> 16 & TWIN_BITS) : NOWHERE;
    int reached = 0;
    for (int i = 0; i < 2 * route->count; i++) {
        const uint16_t facility = route->way[i % route->count].facility;
        if (facility == drawn) reached = 1;
        if (!reached || facility == not_at || !twin->world.facilities.row[facility].has_beds)
            continue;
        ask->facility = facility;
        return 1;
    }
    return 0;
}

static void visitor_asks(Twin *twin, const Ask *ask) {
    if (twin_facility(twin, ask)->has_beds)
        asks_add(&twin->beds, ask);
    else
        twin_count(twin, ask->person)[COUNT_NO_BED]++;
}

void twin_ask_for_bed(Twin *twin, const Ask *seen) {
    Ask ask = *seen;
    ask.needs_bed = 1;
    ask.waited = 0;
    if (ask.step < MOST_STEPS) ask.step++;
    if (is_visitor(ask.person)) {
        visitor_asks(twin, &ask);
        return;
    }

    const Draw draw = draw_at(twin->world.key, ask.person, PURPOSE_ADMIT, ask.ordinal, ask.step);
    const Facility *here = twin_facility(twin, seen);
    int64_t *count = twin_count(twin, ask.person);
    Resident *resident = resident_of(twin, &ask);
    const int away = twin_row(twin, ask.person) == twin->world.residents.townships;
    const unsigned county = away ? twin->world.city->county_count : twin_county(twin, ask.person);
    const double declines = twin->world.today.county[county].declines;
    if (resident->bed != NO_BED) {
        count[COUNT_ABSORBED]++;
        return;
    }
    if (!ask.urgent && twin_happens(draw.word[3], declines)) {
        count[COUNT_DECLINED_BED]++;
        if (away) count[COUNT_DECLINED_AWAY]++;
        return;
    }

    ask.contact = CONTACT_ACUTE;
    if (!is_kept(twin, &ask, &draw)) {
        if (!finds_ward(twin, &ask, &draw, seen->facility)) {
            count[COUNT_NO_BED]++;
            return;
        }
        const int higher = twin_facility(twin, &ask)->kind > here->kind;
        if (here->has_beds) count[COUNT_PASSED_ON]++;
        ask.referred =
            (draw.word[3] >> 16 & TWIN_BITS) <
            (twin_is_maternal(&ask) ? twin->world.today.county[here->county].maternal_referral
                                    : twin->world.today.county[here->county].formal_referral);
        if (higher && ask.referred) ask.contact = CONTACT_REFERRAL;
        if (higher) count[ask.referred ? COUNT_UP_SENT : COUNT_OWN_WAY]++;
    }
    resident->bed = IN_QUEUE;
    asks_add(&twin->beds, &ask);
}

// ---- leaving

// A discharge leads back to a bed within 30 days more often the more of the stay was cut off.
static double readmission_share(const Twin *twin, double cut_share) {
    const Demand *demand = &twin->world.city->parameters.demand;
    const double share = demand->readmission_share;
    if (cut_share <= 0 || share <= 0 || share >= 1) return share;
    return curve_logistic(curve_logit(share) + demand->readmission_short_stay_slope * cut_share);
}

static void go_home(Twin *twin, const Ask *discharged, double cut_share) {
    Ask ask = *discharged;
    const Draw draw = stay_draw(twin, &ask, 1 + ask.step);
    const double share = readmission_share(twin, cut_share);
    if (!is_visitor(ask.person)) {
        twin_count(twin, ask.person)[COUNT_WENT_HOME]++;
        resident_of(twin, &ask)->discharge_day = (uint16_t)twin->world.today.day;
    }
    if (is_visitor(ask.person) || ask.step >= MOST_STEPS - 2 || draw_unit(draw.word[0]) >= share) {
        twin_count(twin, ask.person)[COUNT_DISCHARGED]++;
        return;
    }
    ask.step++;
    ask.contact = CONTACT_READMISSION;
    ask.waited = ask.referred = 0;
    const uint32_t last = (uint32_t)(twin->world.city->parameters.demand.readmission_days + 0.5);
    ask.day = twin->world.today.day + 1 + (draw.word[1] >> 16) * last / 65536;
    asks_add(&twin->later, &ask);
}

static void find_no_bed_below(Twin *twin, const Ask *ask) {
    twin_count(twin, ask->person)[COUNT_DOWN_LAPSED]++;
    resident_of(twin, ask)->bed = NO_BED;
    go_home(twin, ask, care_of(twin)->down_referral_stay_share);
}

static void move_down(Twin *twin, const InBed *stay) {
    Ask ask = stay->ask;
    const unsigned township = resident_township(&twin->world.residents, ask.person);
    const Route *route = &twin->world.routes.row[township][KIND_TOWNSHIP_CENTRE];
    twin_count(twin, ask.person)[COUNT_DOWN_SENT]++;
    ask.contact = CONTACT_MOVED_DOWN;
    ask.urgent = ask.waited = 0;
    ask.referred = 1;
    if (route->count) ask.facility = route->way[0].facility;
    if (!twin_facility(twin, &ask)->has_beds) {
        find_no_bed_below(twin, &ask);
        return;
    }
    resident_of(twin, &ask)->bed = IN_QUEUE;
    asks_add(&twin->beds_tomorrow, &ask);
}

// On paper the patient leaves and comes again, for the same bed.
static void bill_again(Twin *twin, const InBed *stay) {
    Ask ask = stay->ask;
    int64_t *count = twin_count(twin, ask.person);
    count[COUNT_SPLIT]++;
    count[COUNT_WENT_HOME]++;
    resident_of(twin, &ask)->discharge_day = (uint16_t)twin->world.today.day;
    resident_of(twin, &ask)->bed = IN_QUEUE;
    ask.contact = CONTACT_BILLED_AGAIN;
    ask.waited = 0;
    asks_add(&twin->beds_tomorrow, &ask);
}

static void die_in_bed(Twin *twin, const Ask *ask) {
    Resident *resident = resident_of(twin, ask);
    Vital *vital = &twin->vital[twin_county(twin, ask->person)];
    int64_t *count = twin_count(twin, ask->person);
    count[COUNT_DIED_OPEN]++;
    if (!resident->alive) return;
    resident->alive = 0;
    twin->world.residents.due_day[ask->person] = NEVER;
    vital->deaths++;
    if (resident->absent) vital->absent_deaths++;
    count[COUNT_DIED_IN_BED]++;
}

static void leave(Twin *twin, const InBed *stay) {
    Resident *resident = resident_of(twin, &stay->ask);
    twin_pay_stay(twin, stay);
    if (!resident) {
        go_home(twin, &stay->ask, 0);
        return;
    }
    resident->bed = NO_BED;
    if (stay->end == STAY_ENDS_DEAD || !resident->alive)
        die_in_bed(twin, &stay->ask);
    else if (stay->end == STAY_ENDS_DOWN)
        move_down(twin, stay);
    else if (stay->end == STAY_ENDS_SPLIT)
        bill_again(twin, stay);
    else
        go_home(twin, &stay->ask, 1 - answer_of(&twin->world, stay->ask.facility)->days);
}

// ---- no bed

static void send_on(Twin *twin, const Ask *sent) {
    Ask ask = *sent;
    Resident *resident = resident_of(twin, sent);
    int64_t *count = twin_count(twin, ask.person);
    if (ask.contact == CONTACT_MOVED_DOWN) {
        find_no_bed_below(twin, &ask);
        return;
    }
    if (ask.contact == CONTACT_BILLED_AGAIN) {
        resident->bed = NO_BED;
        go_home(twin, &ask, 0.5);
        return;
    }
    count[COUNT_DIVERTED]++;
    ask.step++;
    const Draw draw = draw_at(twin->world.key, ask.person, PURPOSE_ADMIT, ask.ordinal, ask.step);
    if (resident && ask.waited < MOST_WARDS_ASKED && ask.step < MOST_STEPS &&
        finds_ward(twin, &ask, &draw, sent->facility)) {
        ask.waited++;
        asks_add(&twin->beds_tomorrow, &ask);
        return;
    }
    count[COUNT_NO_BED]++;
    if (ask.contact == CONTACT_REFERRAL) count[COUNT_UP_LAPSED]++;
    if (resident) resident->bed = NO_BED;
}

static void died_waiting(Twin *twin, const Ask *ask) {
    int64_t *count = twin_count(twin, ask->person);
    count[COUNT_DIED_OPEN]++;
    if (ask->contact == CONTACT_REFERRAL) count[COUNT_UP_LAPSED]++;
    if (ask->contact == CONTACT_MOVED_DOWN) count[COUNT_DOWN_LAPSED]++;
    resident_of(twin, ask)->bed = NO_BED;
}

// ---- one ward's day

static uint32_t occupied(const Twin *twin, uint32_t facility) {
    uint32_t number = 0;
    for (uint32_t i = 0; i < twin->in_bed_count; i++)
        number += twin->in_bed[i].ask.facility == facility;
    return number;
}

static void discharge(Twin *twin, uint32_t facility) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < twin->in_bed_count; i++) {
        const InBed stay = twin->in_bed[i];
        if (stay.ask.facility == facility && stay.until_day <= twin->world.today.day)
            leave(twin, &stay);
        else
            twin->in_bed[kept++] = stay;
    }
    twin->in_bed_count = kept;
}

// Absent insured were seen where they live, by the kind that keeps them in a bed.
static void count_way(Twin *twin, const Ask *ask) {
    const Resident *resident = resident_of(twin, ask);
    const unsigned township = resident_township(&twin->world.residents, ask->person);
    const int elsewhere = twin_row(twin, ask->person) == twin->world.residents.townships;
    const int urban = twin->world.city->townships[township].urban;
    const unsigned bed = twin_facility(twin, ask)->kind;
    unsigned seen = resident->last_kind;
    if (elsewhere || seen == KIND_NONE || seen == KIND_PHARMACY) seen = bed;
    const Home home = resident->absent ? HOME_ELSEWHERE : urban ? HOME_TOWN : HOME_COUNTRY;
    twin->tally[twin_county(twin, ask->person)].way_to_bed[home][seen][bed]++;
}

static void take_bed(Twin *twin, const Ask *ask, uint32_t waited) {
    if (twin->in_bed_count == twin->in_bed_room) {
        twin->in_bed_room = 2 * twin->in_bed_room + 64;
        twin->in_bed = realloc(twin->in_bed, twin->in_bed_room * sizeof *twin->in_bed);
        ck_assert_ptr_nonnull(twin->in_bed);
    }
    int64_t *count = twin_count(twin, ask->person);
    twin->in_bed[twin->in_bed_count++] = twin_planned_stay(twin, ask);
    count[COUNT_BED_WAIT_DAYS] += waited;
    if (ask->contact == CONTACT_REFERRAL) count[COUNT_UP_ARRIVED]++;
    if (ask->contact == CONTACT_MOVED_DOWN) count[COUNT_DOWN_ARRIVED]++;
    if (is_visitor(ask->person)) return;
    Resident *resident = resident_of(twin, ask);
    resident->bed = ask->facility;
    if (ask->contact == CONTACT_MOVED_DOWN) return;
    if (ask->contact == CONTACT_BILLED_AGAIN) {
        count[COUNT_READMISSIONS]++;
        return;
    }
    count_way(twin, ask);
    const uint32_t home = resident->discharge_day; // 0 for never
    if (home != 0 && home + 30 >= twin->world.today.day) count[COUNT_READMISSIONS]++;
}

static uint32_t waiting_at(const Twin *twin, uint32_t facility) {
    uint32_t number = 0;
    for (uint32_t i = 0; i < twin->waiting.count; i++)
        number += twin->waiting.row[i].facility == facility;
    return number;
}

// A comer takes a place in the waiting room, which holds twice the open beds and some; who finds it
// full is sent on. A ward that is never full has a bed for everybody.
static void come(Twin *twin, const Ask *comer) {
    const Facility *facility = twin_facility(twin, comer);
    Ask ask = *comer;
    ask.day = twin->world.today.day;
    if (facility->open_beds == UNLIMITED)
        take_bed(twin, &ask, 0);
    else if (waiting_at(twin, ask.facility) < WAITING_ROOM + 2 * facility->open_beds)
        asks_add(&twin->waiting, &ask);
    else
        send_on(twin, &ask);
}

static int compare_waiting(const void *a, const void *b) {
    const Ask *first = a, *second = b;
    if (first->priority != second->priority) return first->priority < second->priority ? -1 : 1;
    if (first->day != second->day) return first->day < second->day ? -1 : 1;
    if (first->random != second->random) return first->random < second->random ? -1 : 1;
    return first->person < second->person ? -1 : first->person > second->person;
}

// In order: a free bed, an extra bed if urgent; without one urgent cases go on at once and others
// at their limit.
static void admit(Twin *twin, uint32_t f) {
    const Facility *facility = &twin->world.facilities.row[f];
    Asks all = twin->waiting;
    twin->waiting = (Asks){0};
    if (all.count) qsort(all.row, all.count, sizeof *all.row, compare_waiting);
    for (uint32_t i = 0; i < all.count; i++) {
        const Ask *ask = &all.row[i];
        const uint32_t waited = twin->world.today.day - ask->day;
        const uint32_t beds = facility->open_beds + (ask->urgent ? facility->extra_beds : 0);
        if (ask->facility != f)
            asks_add(&twin->waiting, ask);
        else if (!is_visitor(ask->person) && !resident_of(twin, ask)->alive)
            died_waiting(twin, ask);
        else if (occupied(twin, f) < beds)
            take_bed(twin, ask, waited);
        else if (ask->urgent || waited >= care_of(twin)->bed_wait_limit_days)
            send_on(twin, ask);
        else
            asks_add(&twin->waiting, ask);
    }
    free(all.row);
}

static void count_beds(Twin *twin, uint32_t f) {
    Facility *facility = &twin->world.facilities.row[f];
    if (facility->open_beds == UNLIMITED) return;
    const uint32_t open = facility->open_beds, taken = occupied(twin, f);
    const uint32_t left = taken < open ? open - taken : 0;
    Capacity *capacity = &twin->capacity[facility->county][facility->kind];
    capacity->occupied_days += taken;
    capacity->open_days += open;
    facility->free_share = (uint8_t)(open ? left * 255 / open : 0);
}

void twin_wards(Twin *twin) {
    for (uint32_t f = 0; f < twin->world.facilities.count; f++) {
        if (!twin->world.facilities.row[f].has_beds) continue;
        discharge(twin, f);
        for (unsigned county = 0; county <= twin->world.city->county_count; county++)
            for (uint32_t i = 0; i < twin->beds.count; i++) {
                const Ask *ask = &twin->beds.row[i];
                if (ask->facility == f && twin_county(twin, ask->person) == county) come(twin, ask);
            }
        admit(twin, f);
        count_beds(twin, f);
    }
    const Asks done = twin->beds;
    twin->beds = twin->beds_tomorrow;
    twin->beds_tomorrow = done;
    twin->beds_tomorrow.count = 0;
}
