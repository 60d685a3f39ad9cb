// SPDX-License-Identifier: MIT
#include "laws/twin.h"

#include "base/curves.h"
#include "day/building.h"
#include "day/contracts.h"
#include "day/pricing.h"
#include "day/visitors.h"
#include "day/year_books.h"

#include <string.h>

// ---- who pays

// Some file, some never do: who lives elsewhere that he lives there, others each time that they go.
static Away filing(const Twin *twin, const Ask *ask) {
    const TwinPlace at = twin_place(twin, ask->facility);
    const Money *money = &twin->world.city->parameters.money;
    const CountyToday *mine = &twin->world.today.county[twin_county(twin, ask->person)];
    const int lives_there = twin_resident(twin, ask)->absent && at.kind == KIND_OUTSIDE_PROVINCE;
    const double own =
        draw_unit(draw_at(twin->world.key, ask->person, PURPOSE_SYNTHESIS, 0, 1).word[3]);
    if (at.facility->county < twin->world.city->county_count) return AWAY_NO;
    if (lives_there && own < money->filed_share_absent) return AWAY_LIVES_THERE;
    if (!lives_there && (ask->referred || own < mine->filed)) return AWAY_FILED;
    return AWAY_UNFILED;
}

static InsuredCharge charge_of(const Twin *twin, const Ask *ask, Fen charge) {
    const TwinPlace at = twin_place(twin, ask->facility);
    const Resident *resident = &twin->world.residents.resident[ask->person];
    const Away away = filing(twin, ask);
    InsuredCharge insured = {.charge = charge,
                             .scheme = resident->scheme,
                             .kind = at.facility->kind,
                             .level = (uint8_t)benefit_level(at.kind, at.facility->level, away),
                             .away = (uint8_t)away,
                             .entitled = resident->low_income};
    const CountyToday *mine = &twin->world.today.county[twin_county(twin, ask->person)];
    if (ask->referred && at.kind > KIND_TOWNSHIP_CENTRE)
        insured.deductible_cut = mine->deductible_cut; // only stays have one that can be cut
    if (at.kind >= KIND_CITY_HOSPITAL && !ask->referred && !ask->urgent && away != AWAY_LIVES_THERE)
        insured.rate_cut = mine->unreferred_cut;
    static const int managed[] = {CONDITION_HYPERTENSION, CONDITION_DIABETES};
    for (int i = 0; i < 2; i++)
        if (condition_stage(resident->conditions, managed[i]) >= STAGE_MANAGED)
            insured.managed_conditions++;
    return insured;
}

static void settle(Twin *twin, const Ask *ask, const Bill *bill, const Payment *payment) {
    const TwinPlace at = twin_place(twin, ask->facility);
    const Resident *resident = &twin->world.residents.resident[ask->person];
    const unsigned area =
        resident->scheme == SCHEME_RESIDENT ? twin_county(twin, ask->person) : CITY_AREA;
    const Parties parties = {.scheme = resident->scheme,
                             .area = (uint8_t)area,
                             .kind = at.facility->kind,
                             .county = at.facility->county};
    ledger_settle(&twin->ledger, &parties, bill, payment);
}

static void settle_visitor(Twin *twin, const Ask *ask, const Bill *bill) {
    const TwinPlace at = twin_place(twin, ask->facility);
    ledger_settle_visitor(&twin->ledger, at.kind, at.facility->county, bill);
}

static void count_visitor(Twin *twin, const Ask *visitor, Count visits_or_stays) {
    const City *city = twin->world.city;
    const Origin *origin = &city->origins[(visitor->person - VISITOR_PERSON) % city->origin_count];
    const int in_the_city = twin_facility(twin, visitor)->kind == KIND_CITY_HOSPITAL;
    int64_t *count = twin_count(twin, visitor->person);
    if (!origin->other_province) return;
    count[visits_or_stays]++;
    count[COUNT_PROVINCE_SETTLED] +=
        (int64_t)(1e6 * visitors_settled(&twin->world, origin, !in_the_city) + 0.5);
}

// ---- visits

static void count_visit(Twin *twin, const Ask *ask, const VisitFlow *flow) {
    const Simulation *world = &twin->world;
    const Facility *facility = twin_facility(twin, ask);
    Tally *tally = &twin->tally[twin_county(twin, ask->person)];
    const int visitor = is_visitor(ask->person);
    const Resident *resident = visitor ? NULL : &world->residents.resident[ask->person];
    const int presence = !visitor && resident->absent ? ABSENT : PRESENT;
    tally->contacts[ask->contact]++;
    visit_flow_add(&tally->visit_at[presence][facility->county][facility->kind], flow);
    if (visitor) count_visitor(twin, ask, COUNT_PROVINCE_VISITS);
    if (visitor || resident->absent) return;

    const unsigned township = resident_township(&world->residents, ask->person);
    const int age = resident_age(resident, world->today.first_of_year);
    visit_flow_add(&tally->visit_by_scheme[resident->scheme], flow);
    visit_flow_add(&tally->visit_by_age[world->hazards.band_of_age[age]], flow);
    visit_flow_add(&tally->visit_by_disease[ask->disease], flow);
    visit_flow_add(&tally->visit_by_urban[world->city->townships[township].urban], flow);
}

// Settled before, or recorded by the reform, or moved by it.
static void count_village_visit(Twin *twin, const Ask *ask, uint32_t word, int recorded) {
    const int county = twin_facility(twin, ask)->county;
    const int scheme = twin_resident(twin, ask)->scheme;
    const int before = word < twin->world.today.county[county].village_settled_before[scheme];
    Tally *tally = &twin->tally[twin_county(twin, ask->person)];
    if (recorded) tally->count[COUNT_VILLAGE_SETTLED]++;
    if (ask->without != KIND_VILLAGE_CLINIC) tally->village_from[ask->without][recorded]++;
    if (ask->without == KIND_VILLAGE_CLINIC && recorded && !before)
        tally->count[COUNT_VILLAGE_RECORDED]++;
}

// Whoever's scheme is paid by head somewhere is counted where he lives.
static void put_visit_to_contracts(Twin *twin, const Ask *ask, const Bill *bill,
                                   const Payment *payment) {
    Portfolio *portfolio = twin->world.portfolio;
    const int scheme = twin->world.residents.resident[ask->person].scheme;
    const VisitClaim claim = {ask->facility, bill->total, payment->in_scope, payment->fund};
    if (portfolio && (portfolio->head_schemes & 1u << scheme))
        portfolio_add_visit(portfolio, resident_township(&twin->world.residents, ask->person),
                            &claim);
}

void twin_pay_visit(Twin *twin, const Ask *ask, const Draw *draw) {
    const Simulation *world = &twin->world;
    const TwinPlace at = twin_place(twin, ask->facility);
    Tally *tally = &twin->tally[twin_county(twin, ask->person)];
    const int visitor = is_visitor(ask->person);
    const Prices *prices = prices_at(world, at.facility->county);
    Bill bill;
    bill_visit(&bill, prices, at.kind, (Disease)ask->disease,
               (double)ask->complexity / COMPLEXITY_UNIT,
               world->tables.visit_noise[at.kind][draw->word[3] >> 24]);
    const double items = answer_of(&twin->world, ask->facility)->visit_items;
    if (items != 1) bill_take_shares(&bill, 1, items);
    if (ask->referred && ask->contact == CONTACT_REFERRAL)
        bill_waive_registration(&bill, prices);

    const int test = twin_test(twin, ask, draw);
    const int tested = test != TWIN_NO_TEST;
    if (tested) bill_add_test(&bill, prices, at.kind, (TestClass)test);
    tally->count[COUNT_TESTS] += tested;

    const int first = ask->contact == CONTACT_ACUTE || ask->contact == CONTACT_ROUTINE ||
                      ask->contact == CONTACT_FLARE;
    VisitFlow flow = {.visits = 1,
                      .first_contacts = first,
                      .charge_fen = bill.total,
                      .own_fen = bill.total,
                      .tested = tested};
    if (visitor) {
        settle_visitor(twin, ask, &bill);
    } else {
        InsuredCharge insured = charge_of(twin, ask, bill.total);
        const CountyToday *county = &world->today.county[at.facility->county];
        insured.village_settled =
            at.kind == KIND_VILLAGE_CLINIC &&
            (draw->word[0] >> 16 & TWIN_BITS) < county->village_settled[insured.scheme];
        const Payment payment =
            benefit_visit(&world->benefits, &twin->year[ask->person].visits, &insured);
        settle(twin, ask, &bill, &payment);
        put_visit_to_contracts(twin, ask, &bill, &payment);
        if (at.kind == KIND_VILLAGE_CLINIC)
            count_village_visit(twin, ask, draw->word[0] >> 16 & TWIN_BITS,
                                insured.village_settled && payment.fund > 0);
        flow.fund_fen = payment.fund;
        flow.account_fen = payment.personal_account;
        flow.own_fen = payment.own;
    }
    count_visit(twin, ask, &flow);
    if (world->portfolio)
        world->portfolio
            ->charged_visits[twin_county(twin, ask->person) * world->city->institution_count +
                             ask->facility] += bill.total;
}

// ---- stays

// Weights of the case, as it is and as it is coded, at institutions of the city.
static void count_weight(Twin *twin, const Ask *ask) {
    const CaseGroups *groups = &twin->world.groups[GROUPING_DIP];
    const double complexity = (double)ask->complexity / COMPLEXITY_UNIT;
    const Draw draw = draw_at(twin->world.key, ask->person, PURPOSE_CLAIM, ask->ordinal, 0);
    int64_t *count = twin_count(twin, ask->person);
    int last = NO_GROUP, next = NO_GROUP; // the last group that begins below, and the one after it
    for (int g = groups->count - 1; g >= 0; g--) {
        if (groups->rows[g].disease != ask->disease || last != NO_GROUP) continue;
        const int first = g == 0 || groups->rows[g - 1].disease != ask->disease;
        if (first || complexity >= groups->rows[g].from)
            last = g;
        else
            next = g;
    }
    if (last == NO_GROUP) return;
    const int dearer = draw.word[0] >> 16 < answer_of(&twin->world, ask->facility)->coded_up;
    const int coded = dearer && next != NO_GROUP ? next : last;
    count[COUNT_GROUPED]++;
    count[COUNT_WEIGHT] += groups->rows[last].weight;
    count[COUNT_WEIGHT_CODED] += groups->rows[coded].weight;
}

static void put_stay_to_contracts(Twin *twin, const InBed *stay, const Bill *bill,
                                  const Payment *payment) {
    const Ask *ask = &stay->ask;
    const Draw draw = draw_at(twin->world.key, ask->person, PURPOSE_CLAIM, ask->ordinal, 0);
    const StayClaim claim = {.facility = ask->facility,
                             .scheme = twin->world.residents.resident[ask->person].scheme,
                             .case_class = disease_class[ask->disease],
                             .disease = ask->disease,
                             .coded_up = draw.word[0] >> 16 <
                                         answer_of(&twin->world, ask->facility)->coded_up,
                             .days = (int32_t)(stay->until_day - stay->from_day),
                             .complexity = (double)ask->complexity / COMPLEXITY_UNIT,
                             .charge = bill->total,
                             .bed = bill->component[COMPONENT_BED],
                             .in_scope = payment->in_scope,
                             .fund = payment->fund};
    if (twin->world.portfolio)
        portfolio_add_stay(twin->world.portfolio, (int)twin_county(twin, ask->person), &claim);
}

static void count_stay(Twin *twin, const Ask *ask, const StayFlow *flow) {
    const Simulation *world = &twin->world;
    const Facility *facility = twin_facility(twin, ask);
    Tally *tally = &twin->tally[twin_county(twin, ask->person)];
    const int visitor = is_visitor(ask->person);
    const Resident *resident = visitor ? NULL : &world->residents.resident[ask->person];
    const int presence = !visitor && resident->absent ? ABSENT : PRESENT;
    stay_flow_add(&tally->stay_at[presence][facility->county][facility->kind], flow);
    if (visitor) count_visitor(twin, ask, COUNT_PROVINCE_STAYS);
    if (!visitor)
        tally->count[COUNT_REFERRED_OUT] +=
            ask->referred && facility->county >= world->city->county_count;
    if (visitor || resident->absent) return;

    const unsigned township = resident_township(&world->residents, ask->person);
    const int age = resident_age(resident, world->today.first_of_year);
    stay_flow_add(&tally->stay_by_scheme[resident->scheme], flow);
    stay_flow_add(&tally->stay_by_age[world->hazards.band_of_age[age]], flow);
    stay_flow_add(&tally->stay_by_disease[ask->disease], flow);
    stay_flow_add(&tally->stay_by_urban[world->city->townships[township].urban], flow);
}

void twin_pay_stay(Twin *twin, const InBed *stay) {
    const Simulation *world = &twin->world;
    const Ask *ask = &stay->ask;
    const TwinPlace at = twin_place(twin, ask->facility);
    const Draw draw = draw_at(world->key, ask->person, PURPOSE_STAY, ask->ordinal, 0);
    const double sigma = world->tables.stay_noise_sigma[at.kind];
    const double noise =
        curve_exp(sigma * curve_normal_quantile(draw_unit(draw.word[1])) - 0.5 * sigma * sigma);
    const int days = (int)(stay->until_day - stay->from_day);
    Bill bill;
    bill_admission(&bill, prices_at(world, at.facility->county), at.kind, (Disease)ask->disease,
                   (double)ask->complexity / COMPLEXITY_UNIT, noise, days,
                   twin_mean_days(twin, ask));
    const Answer *answer = answer_of(world, ask->facility);
    const int half = stay->end == STAY_ENDS_SPLIT || ask->contact == CONTACT_BILLED_AGAIN;
    bill_take_shares(&bill, half ? 0.5 : 1, half ? 0.5 * answer->items : answer->items);
    Tally *tally = &twin->tally[twin_county(twin, ask->person)];
    for (int item = 0; item < COMPONENT_COUNT; item++)
        tally->stay_charged_fen[at.kind][item] += bill.component[item];

    StayFlow flow = {.discharges = 1,
                     .bed_days = days,
                     .charge_fen = bill.total,
                     .own_fen = bill.total,
                     .operated = stay->operation_level > 0,
                     .level4 = stay->operation_level == 4};
    if (is_visitor(ask->person)) {
        settle_visitor(twin, ask, &bill);
        if (world->portfolio) portfolio_add_visitor(world->portfolio, ask->facility, bill.total);
    } else {
        Year *year = &twin->year[ask->person];
        InsuredCharge insured = charge_of(twin, ask, bill.total);
        insured.moved_out = answer->moved_out;
        year->stays.account_paid = year->visits.account_paid; // one account for both
        const Payment payment = benefit_admission(&world->benefits, &year->stays, &insured);
        year->visits.account_paid = year->stays.account_paid;
        settle(twin, ask, &bill, &payment);
        if (at.facility->county < world->city->county_count) count_weight(twin, ask);
        put_stay_to_contracts(twin, stay, &bill, &payment);
        flow.fund_fen = payment.fund;
        flow.other_fen = payment.major_illness + payment.assistance + payment.personal_account;
        flow.major_illness_fen = payment.major_illness;
        flow.own_fen = payment.own;
        flow.in_catalogue_fen = payment.in_catalogue;
        flow.in_scope_fen = payment.in_scope;
    }
    count_stay(twin, ask, &flow);
}

// ---- the end of a month

static void observe_month(Twin *twin, MonthResults *month) {
    for (uint32_t c = 0; c <= twin->world.city->county_count; c++)
        for (int presence = 0; presence < PRESENCES; presence++)
            for (int place = 0; place < PLACES; place++)
                for (int kind = 0; kind < KIND_COUNT; kind++) {
                    const StayFlow *stay = &twin->tally[c].stay_at[presence][place][kind];
                    month->visits[place][kind] +=
                        twin->tally[c].visit_at[presence][place][kind].visits;
                    month->discharges[place][kind] += stay->discharges;
                    month->bed_days[place][kind] += stay->bed_days;
                }
}

static void observe_capacity(Twin *twin, YearResults *year) {
    for (uint32_t f = 0; f < twin->world.facilities.count; f++) {
        const Facility *facility = &twin->world.facilities.row[f];
        Capacity *capacity = &twin->capacity[facility->county][facility->kind];
        capacity->served += facility->served_month;
        capacity->refused += facility->refused_month;
    }
    for (uint32_t c = 0; c <= twin->world.city->county_count; c++)
        for (int kind = 0; kind < KIND_COUNT; kind++) {
            year->capacity[c][kind].occupied_days += twin->capacity[c][kind].occupied_days;
            year->capacity[c][kind].open_days += twin->capacity[c][kind].open_days;
            year->capacity[c][kind].served += twin->capacity[c][kind].served;
            year->capacity[c][kind].refused += twin->capacity[c][kind].refused;
        }
}

static void count_head(const Twin *twin, uint32_t person, Heads *heads) {
    const Resident *resident = &twin->world.residents.resident[person];
    const unsigned township = resident_township(&twin->world.residents, person);
    if (!resident->alive) return;
    if (resident->absent) {
        heads->absent++;
        return;
    }
    const int age = resident_age(resident, twin->world.today.first_of_year);
    heads->residents++;
    if (age >= 65) heads->residents_65++;
    heads->by_age[twin->world.hazards.band_of_age[age]]++;
    heads->by_scheme[resident->scheme]++;
    heads->by_town[twin->world.city->townships[township].urban]++;
    for (int c = 0; c < CONDITION_COUNT; c++)
        heads->stage[c][condition_stage(resident->conditions, c)]++;
}

static void observe_heads(Twin *twin, YearResults *year) {
    for (uint32_t person = 0; person < twin->world.residents.slots; person++)
        count_head(twin, person, &year->heads[twin_county(twin, person)]);
    for (uint32_t c = 0; c < twin->world.city->county_count; c++) {
        const Vital *vital = &twin->vital[c];
        year->heads[c].births = vital->births;
        year->heads[c].deaths = vital->deaths - vital->absent_deaths;
        year->heads[c].left = vital->left;
        year->heads[c].returned = vital->returned;
    }
}

void twin_observe(Twin *twin) {
    const Today *today = &twin->world.today;
    const int number = today->year - twin->results->first_year;
    const Ledger *book = &twin->ledger;
    pricing_close_month(&twin->world, &book, 1);
    building_close_month(&twin->world);
    if (!today->in_warm_up) {
        YearResults *year = &twin->results->year[number];
        observe_month(twin, &twin->results->month[12 * number + today->month - 1]);
        observe_capacity(twin, year);
        for (uint32_t c = 0; c <= twin->world.city->county_count; c++)
            tally_add(&year->county[c], &twin->tally[c]);
        if (today->month == 12) {
            observe_heads(twin, year);
            *year->ledger = twin->ledger;
            if (twin->world.portfolio) {
                ledger_add(year->ledger, &twin->world.portfolio->books);
                memcpy(year->cleared, twin->world.portfolio->cleared, sizeof year->cleared);
            }
            pricing_close_year(&twin->world, year->ledger, year->prices);
            building_close_year(&twin->world, &year->works);
            year_books_close(twin->results, number, twin->world.city);
        }
    }
    memset(twin->tally, 0, sizeof twin->tally);
    memset(twin->capacity, 0, sizeof twin->capacity);
    if (today->month != 12) return;
    if (today->in_warm_up) {
        pricing_close_year(&twin->world, NULL, NULL);
        building_close_year(&twin->world, NULL);
    }
    memset(twin->vital, 0, sizeof twin->vital);
    memset(&twin->ledger, 0, sizeof twin->ledger);
}
