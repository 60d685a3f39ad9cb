// SPDX-License-Identifier: MIT
#include "day/pay.h"

#include "base/clones.h"
#include "day/contracts.h"
#include "day/diagnose.h"
#include "day/stay.h"
#include "day/visitors.h"
#include "day/words.h"

static double units(uint8_t complexity) {
    return (double)complexity / COMPLEXITY_UNIT;
}

// A person files such care always or never: word 3 of the draw that made his contract.
static int files(const Simulation *simulation, uint32_t person, double share) {
    return draw_unit(draw_at(simulation->key, person, PURPOSE_SYNTHESIS, 0, 1).word[3]) < share;
}

static Away away_of(const Simulation *simulation, const Shard *shard, const Facility *facility,
                    const Request *request) {
    if (facility->county < simulation->city->county_count) return AWAY_NO;
    const Money *money = &simulation->city->parameters.money;
    if (facility->kind == KIND_OUTSIDE_PROVINCE &&
        simulation->residents.resident[request->person].absent)
        return files(simulation, request->person, money->filed_share_absent) ? AWAY_LIVES_THERE
                                                                             : AWAY_UNFILED;
    const double filed = simulation->today.county[shard->county].filed;
    return request->referred || files(simulation, request->person, filed) ? AWAY_FILED
                                                                          : AWAY_UNFILED;
}

// Care above the county that nobody referred and that could have waited is paid at a lower rate
// where insurance is used as a lever; those who live there are at home.
static Millionths unreferred_cut(const Simulation *simulation, const Shard *shard, unsigned kind,
                                 const Request *request, Away away) {
    const int ordered = request->referred || request->urgent || away == AWAY_LIVES_THERE;
    if (kind < KIND_CITY_HOSPITAL || ordered) return 0;
    return simulation->today.county[shard->county].unreferred_cut;
}

static int pooling_area(unsigned scheme, int county) {
    return scheme == SCHEME_RESIDENT ? county : CITY_AREA;
}

// ---- visits

// Fills the bill; returns 1 if a test was done.
static int bill_of_visit(Bill *bill, Simulation *simulation, Shard *shard, const Facility *facility,
                         const Request *request, const Draw *visit) {
    const Kind kind = (Kind)facility->kind;
    const double noise = simulation->tables.visit_noise[kind][visit->word[3] >> 24];
    const Prices *prices = prices_at(simulation, facility->county);
    bill_visit(bill, prices, kind, (Disease)request->disease,
               units(request->complexity), noise);
    const Answer *answer = answer_of(simulation, request->facility);
    if (answer->visit_items != 1) bill_take_shares(bill, 1, answer->visit_items);
    if (request->referred && request->contact == CONTACT_REFERRAL)
        bill_waive_registration(bill, prices);

    const int test = diagnose(simulation, shard, facility, request, visit);
    if (test == NO_TEST) return 0;
    bill_add_test(bill, prices, kind, (TestClass)test);
    return 1;
}

static Annual annual_of_visits(const Outpatient *outpatient) {
    return (Annual){.pool_paid = outpatient->pool_paid_fen,
                    .visit_deductible_met = outpatient->visit_deductible_fen,
                    .account_paid = outpatient->account_paid_fen};
}

static void keep_annual_of_visits(Outpatient *outpatient, const Annual *annual) {
    outpatient->pool_paid_fen = (uint32_t)annual->pool_paid & 0xFFFFFFu;
    outpatient->visit_deductible_fen = (uint32_t)annual->visit_deductible_met & 0xFFFFFu;
    outpatient->account_paid_fen = (uint32_t)annual->account_paid & 0xFFFFFFu;
}

static unsigned managed_conditions(const Resident *resident) {
    return (
        unsigned)((condition_stage(resident->conditions, CONDITION_HYPERTENSION) >= STAGE_MANAGED) +
                  (condition_stage(resident->conditions, CONDITION_DIABETES) >= STAGE_MANAGED));
}

// One of the township's village clinics; the scheme pays at this share of them.
static int village_settles(const Simulation *simulation, const Facility *facility, unsigned scheme,
                           uint32_t word) {
    return facility->kind == KIND_VILLAGE_CLINIC &&
           word < simulation->today.county[facility->county].village_settled[scheme];
}

// Of the visits that insurance records at village clinics: which it had not recorded before a
// reform, and which had not been there.
static void count_village_visit(const Simulation *simulation, Shard *shard,
                                const Facility *facility, const Request *request, uint32_t word,
                                int recorded) {
    const unsigned scheme = simulation->residents.resident[request->person].scheme;
    const uint32_t before =
        simulation->today.county[facility->county].village_settled_before[scheme];
    Tally *tally = shard->tally;
    tally->count[COUNT_VILLAGE_SETTLED] += recorded;
    if (request->without != KIND_VILLAGE_CLINIC)
        tally->village_from[request->without][recorded]++;
    else
        tally->count[COUNT_VILLAGE_RECORDED] += recorded && word >= before;
}

static Payment payment_of_visit(Simulation *simulation, Shard *shard, const Facility *facility,
                                const Request *request, const Draw *visit, Fen charge) {
    const Resident *resident = &simulation->residents.resident[request->person];
    Outpatient *outpatient = &simulation->residents.resident[request->person].outpatient;
    const uint32_t word = draw_field(visit, SERVE_VILLAGE);
    const int settled = village_settles(simulation, facility, resident->scheme, word);
    const Away away = away_of(simulation, shard, facility, request);
    const InsuredCharge insured = {
        .charge = charge,
        .scheme = resident->scheme,
        .kind = facility->kind,
        .level = (uint8_t)benefit_level((Kind)facility->kind, facility->level, away),
        .away = (uint8_t)away,
        .managed_conditions = (uint8_t)managed_conditions(resident),
        .village_settled = (uint8_t)settled,
        .entitled = resident->low_income,
        .rate_cut = unreferred_cut(simulation, shard, facility->kind, request, away),
    };
    Annual annual = annual_of_visits(outpatient);
    const Payment payment = benefit_visit(&simulation->benefits, &annual, &insured);
    keep_annual_of_visits(outpatient, &annual);
    if (facility->kind == KIND_VILLAGE_CLINIC)
        count_village_visit(simulation, shard, facility, request, word,
                            settled && payment.fund > 0);
    return payment;
}

// A visit or discharge of somebody from another province, and the share of such that settles.
static void count_visitor(const Simulation *simulation, Tally *tally, const Request *visitor,
                          Count which) {
    const City *city = simulation->city;
    const Origin *origin = &city->origins[visitor_origin(visitor->person, city->origin_count)];
    if (!origin->other_province) return;
    const int at_county = simulation->facilities.row[visitor->facility].kind != KIND_CITY_HOSPITAL;
    tally->count[which]++;
    tally->count[COUNT_PROVINCE_SETTLED] +=
        millionths(visitors_settled(simulation, origin, at_county));
}

void till_open(Till *till, const Simulation *simulation, uint16_t facility) {
    till->number = facility;
    till->facility = &simulation->facilities.row[facility];
    till->charged = (Bill){.total = 0};
    for (int scheme = 0; scheme < SCHEME_COUNT; scheme++)
        till->paid[scheme] = (Payment){.fund = 0};
    till->paid_by_visitors = 0;
    for (int presence = 0; presence < PRESENCES; presence++)
        till->flow[presence] = (VisitFlow){.visits = 0};
    till->count = 0;
}

HOT_LOOP
void till_count(Till *till, Tally *tally) {
    for (uint32_t i = 0; i < till->count; i++) {
        const PaidVisit *visit = &till->visit[i];
        const VisitFlow *flow = &visit->flow;
        bill_add(&till->charged, &visit->bill);
        visit_flow_add(&till->flow[visit->presence], flow);
        if (visit->visitor || visit->presence == ABSENT) continue;
        visit_flow_add(&tally->visit_by_scheme[visit->scheme], flow);
        visit_flow_add(&tally->visit_by_age[visit->age_band], flow);
        visit_flow_add(&tally->visit_by_disease[visit->disease], flow);
        visit_flow_add(&tally->visit_by_urban[visit->urban], flow);
    }
    till->count = 0;
}

void till_close(const Simulation *simulation, Till *till, Shard *shard) {
    const Facility *facility = till->facility;
    const Kind kind = (Kind)facility->kind;
    till_count(till, shard->tally);
    ledger_receive(shard->ledger, kind, facility->county, &till->charged);
    for (uint8_t scheme = 0; scheme < SCHEME_COUNT; scheme++) {
        const Parties parties = {.scheme = scheme,
                                 .area = (uint8_t)pooling_area(scheme, shard->county),
                                 .kind = facility->kind,
                                 .county = facility->county};
        ledger_pay(shard->ledger, &parties, &till->paid[scheme]);
    }
    ledger_pay_visitors(shard->ledger, kind, facility->county, till->paid_by_visitors);
    if (simulation->portfolio)
        portfolio_add_charges(simulation->portfolio, shard->county, till->number,
                              till->charged.total);
    for (int presence = 0; presence < PRESENCES; presence++)
        visit_flow_add(&shard->tally->visit_at[presence][facility->county][kind],
                       &till->flow[presence]);
    shard->tally->count[COUNT_TESTS] += till->flow[PRESENT].tested + till->flow[ABSENT].tested;
}

static void pay_for_visitor(const Simulation *simulation, Shard *shard, Till *till,
                            const Request *request, PaidVisit *paid) {
    count_visitor(simulation, shard->tally, request, COUNT_PROVINCE_VISITS);
    paid->flow.own_fen = paid->bill.total;
    paid->presence = PRESENT;
    till->paid_by_visitors += paid->bill.total;
}

static void pay_for_resident(Simulation *simulation, Shard *shard, Till *till,
                             const Request *request, const Draw *visit, unsigned age,
                             PaidVisit *paid) {
    const Resident *resident = &simulation->residents.resident[request->person];
    const Payment payment =
        payment_of_visit(simulation, shard, till->facility, request, visit, paid->bill.total);
    payment_add(&till->paid[resident->scheme], &payment);
    if (simulation->portfolio && simulation->portfolio->head_schemes >> resident->scheme & 1)
        portfolio_add_visit(simulation->portfolio,
                            resident_township(&simulation->residents, request->person),
                            &(VisitClaim){.facility = request->facility,
                                          .charge = paid->bill.total,
                                          .in_scope = payment.in_scope,
                                          .fund = payment.fund});
    paid->flow.fund_fen = payment.fund;
    paid->flow.account_fen = payment.personal_account;
    paid->flow.own_fen = payment.own;
    paid->presence = resident->absent;
    paid->scheme = resident->scheme;
    paid->age_band = (uint8_t)simulation->hazards.band_of_age[age & 127u];
    paid->disease = request->disease;
    paid->urban = resident->urban;
}

HOT_PATH
void pay_for_visit(Simulation *simulation, Shard *shard, Till *till, const Request *request,
                   const Draw *visit, unsigned age) {
    PaidVisit *paid = &till->visit[till->count++];
    const int tested =
        bill_of_visit(&paid->bill, simulation, shard, till->facility, request, visit);
    paid->flow = (VisitFlow){.visits = 1,
                             .first_contacts = request->contact <= CONTACT_FLARE,
                             .charge_fen = paid->bill.total,
                             .tested = tested};
    paid->visitor = is_visitor(request->person) != 0;
    shard->tally->contacts[request->contact]++;
    if (paid->visitor)
        pay_for_visitor(simulation, shard, till, request, paid);
    else
        pay_for_resident(simulation, shard, till, request, visit, age, paid);
}

// ---- stays

static int days_of(const Stay *stay) {
    return stay->discharge_day > stay->admitted_day ? stay->discharge_day - stay->admitted_day : 1;
}

static Annual annual_of_stays(const StayAccount *account, const Outpatient *outpatient) {
    return (Annual){.account_paid = outpatient->account_paid_fen,
                    .stay_deductible_met = account->deductible_met_fen,
                    .fund_paid = account->fund_paid_fen,
                    .own_in_scope = account->own_in_scope_fen,
                    .major_illness_paid = account->major_illness_paid_fen,
                    .assistance_paid = account->assistance_paid_fen,
                    .stays = account->stays};
}

static void keep_annual_of_stays(StayAccount *account, Outpatient *outpatient,
                                 const Annual *annual) {
    outpatient->account_paid_fen = (uint32_t)annual->account_paid & 0xFFFFFFu;
    account->deductible_met_fen = annual->stay_deductible_met;
    account->fund_paid_fen = annual->fund_paid;
    account->own_in_scope_fen = annual->own_in_scope;
    account->major_illness_paid_fen = annual->major_illness_paid;
    account->assistance_paid_fen = annual->assistance_paid;
    account->stays = annual->stays;
}

static Payment payment_of_stay(Simulation *simulation, Shard *shard, const Stay *stay, Fen charge) {
    const Request *request = &stay->request;
    const Facility *facility = &simulation->facilities.row[request->facility];
    const Resident *resident = &simulation->residents.resident[request->person];
    Outpatient *outpatient = &simulation->residents.resident[request->person].outpatient;
    StayAccount none = {0};
    StayAccount *account = stay_account(&shard->stays, request->person);
    if (!account) account = &none; // told as a broken law at the end of the day
    const Away away = away_of(simulation, shard, facility, request);

    const InsuredCharge insured = {
        .charge = charge,
        .scheme = resident->scheme,
        .kind = facility->kind,
        .level = (uint8_t)benefit_level((Kind)facility->kind, facility->level, away),
        .away = (uint8_t)away,
        .managed_conditions = (uint8_t)managed_conditions(resident),
        .entitled = resident->low_income,
        .rate_cut = unreferred_cut(simulation, shard, facility->kind, request, away),
        .deductible_cut = request->referred && facility->kind > KIND_TOWNSHIP_CENTRE
                              ? simulation->today.county[shard->county].deductible_cut
                              : 0,
        .moved_out = answer_of(simulation, request->facility)->moved_out,
    };
    Annual annual = annual_of_stays(account, outpatient);
    const Payment payment = benefit_admission(&simulation->benefits, &annual, &insured);
    keep_annual_of_stays(account, outpatient, &annual);
    return payment;
}

static void count_stay(const Simulation *simulation, Shard *shard, const Stay *stay,
                       const StayFlow *flow) {
    const Request *request = &stay->request;
    const Facility *facility = &simulation->facilities.row[request->facility];
    Tally *tally = shard->tally;
    if (is_visitor(request->person)) {
        count_visitor(simulation, tally, request, COUNT_PROVINCE_STAYS);
        stay_flow_add(&tally->stay_at[PRESENT][facility->county][facility->kind], flow);
        return;
    }
    const Resident *resident = &simulation->residents.resident[request->person];
    const int age = resident_age(resident, simulation->today.first_of_year);
    stay_flow_add(&tally->stay_at[resident->absent][facility->county][facility->kind], flow);
    tally->count[COUNT_REFERRED_OUT] +=
        request->referred && facility->county >= simulation->city->county_count;
    if (resident->absent) return;
    stay_flow_add(&tally->stay_by_scheme[resident->scheme], flow);
    stay_flow_add(&tally->stay_by_age[simulation->hazards.band_of_age[age & 127]], flow);
    stay_flow_add(&tally->stay_by_disease[request->disease], flow);
    stay_flow_add(&tally->stay_by_urban[resident->urban], flow);
}

void pay_for_stay(Simulation *simulation, Shard *shard, const Stay *stay) {
    const Request *request = &stay->request;
    const Facility *facility = &simulation->facilities.row[request->facility];
    const Kind kind = (Kind)facility->kind;
    const int days = days_of(stay);
    const Answer *answer = answer_of(simulation, request->facility);
    const int halved = stay->end == STAY_ENDS_SPLIT || request->contact == CONTACT_BILLED_AGAIN;
    const double part = halved ? SPLIT_SHARE : 1;
    Bill bill;
    bill_admission(&bill, prices_at(simulation, facility->county), kind, (Disease)request->disease,
                   units(request->complexity), stay_noise(simulation, request), days,
                   mean_stay_days(simulation, (Disease)request->disease, kind));
    if (part * answer->items != 1) bill_take_shares(&bill, part, part * answer->items);
    for (int component = 0; component < COMPONENT_COUNT; component++)
        shard->tally->stay_charged_fen[kind][component] += bill.component[component];

    StayFlow flow = {.discharges = 1,
                     .bed_days = days,
                     .charge_fen = bill.total,
                     .own_fen = bill.total,
                     .operated = stay->operation_level > 0,
                     .level4 = stay->operation_level == 4};
    if (is_visitor(request->person)) {
        ledger_settle_visitor(shard->ledger, kind, facility->county, &bill);
        if (simulation->portfolio)
            portfolio_add_visitor(simulation->portfolio, request->facility, bill.total);
    } else {
        const Resident *resident = &simulation->residents.resident[request->person];
        const Payment payment = payment_of_stay(simulation, shard, stay, bill.total);
        const Parties parties = {.scheme = resident->scheme,
                                 .area = (uint8_t)pooling_area(resident->scheme, shard->county),
                                 .kind = facility->kind,
                                 .county = facility->county};
        ledger_settle(shard->ledger, &parties, &bill, &payment);
        claim_stay(simulation, shard, stay, days, &bill, &payment);
        flow.fund_fen = payment.fund;
        flow.other_fen = payment.major_illness + payment.assistance + payment.personal_account;
        flow.major_illness_fen = payment.major_illness;
        flow.own_fen = payment.own;
        flow.in_catalogue_fen = payment.in_catalogue;
        flow.in_scope_fen = payment.in_scope;
    }
    count_stay(simulation, shard, stay, &flow);
}
