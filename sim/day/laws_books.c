// SPDX-License-Identifier: MIT
#include "day/laws.h"

#include "base/calendar.h"
#include "day/staffing.h"

#include <stdio.h>

static const double MILLIONTHS = 1e6; // of a doctor

// ---- institutions

typedef int64_t PlaceCounts[PLACES][KIND_COUNT];

static Status check_visits(const Simulation *simulation, const PlaceCounts given,
                           const PlaceCounts seen, Report *report) {
    for (int place = 0; place < PLACES; place++)
        for (int kind = 0; kind < KIND_COUNT; kind++) {
            if (given[place][kind] == seen[place][kind]) continue;
            const int inside = place < (int)simulation->city->county_count;
            char name[200];
            snprintf(name, sizeof name, "%s, %s",
                     inside ? simulation->city->counties[place].name_en : "outside",
                     kind_entities[kind].en);
            return law_broken(simulation, name, "visits and missed bookings = slots given", seen[place][kind],
                              given[place][kind], report);
        }
    return STATUS_OK;
}

static Status check_slots(const Simulation *simulation, Report *report) {
    PlaceCounts given = {{0}}, seen = {{0}};
    for (uint32_t f = 0; f < simulation->facilities.count; f++) {
        const Facility *facility = &simulation->facilities.row[f];
        given[facility->county][facility->kind] += facility->served_month;
    }
    for (uint32_t s = 0; s < simulation->shards; s++) {
        const Tally *tally = simulation->shard[s].tally;
        for (int place = 0; place < PLACES; place++)
            for (int kind = 0; kind < KIND_COUNT; kind++)
                seen[place][kind] += tally->visit_at[PRESENT][place][kind].visits +
                                     tally->visit_at[ABSENT][place][kind].visits +
                                     tally->missed[place][kind];
    }
    return check_visits(simulation, (const int64_t(*)[KIND_COUNT])given,
                        (const int64_t(*)[KIND_COUNT])seen, report);
}

// Who lies in a bed knows it, so that nobody lies in two.
static Status check_beds(const Simulation *simulation, Report *report) {
    for (uint32_t f = 0; f < simulation->facilities.count; f++)
        for (uint32_t i = 0; i < simulation->ward[f].occupied; i++) {
            const uint32_t person = simulation->ward[f].stay[i].request.person;
            if (is_visitor(person) || simulation->residents.resident[person].bed == f) continue;
            return law_broken(simulation, simulation->city->institutions[f].name_en,
                              "institution of the bed = institution that the person lies in", f,
                              simulation->residents.resident[person].bed, report);
        }
    return STATUS_OK;
}

// Whoever is sent down is missing above, and whoever is drawn up below: over the whole city. Who
// joins from elsewhere is counted apart.
static Status check_doctors(const Simulation *simulation, Report *report) {
    double registered = staffing_joined(simulation), working = 0;
    for (uint32_t f = 0; f < simulation->facilities.count; f++) {
        const Institution *institution = &simulation->city->institutions[f];
        if (institution->county == NO_COUNTY) continue;
        const double here = simulation->facilities.row[f].doctors;
        if (here < -1 / MILLIONTHS)
            return law_broken(simulation, institution->name_en,
                              "doctors at work are never fewer than none, in millionths",
                              (int64_t)(here * MILLIONTHS), 0, report);
        registered += institution->doctors;
        working += here;
    }
    const int64_t before = (int64_t)(registered * MILLIONTHS + 0.5);
    const int64_t now = (int64_t)(working * MILLIONTHS + 0.5);
    if (now - before <= 1 && before - now <= 1) return STATUS_OK;
    return law_broken(simulation, simulation->city->name_en,
                      "doctors at work = doctors registered and joined, in millionths", now, before, report);
}

Status check_institution_laws(const Simulation *simulation, Report *report) {
    Status status = check_slots(simulation, report);
    if (status == STATUS_OK) status = check_beds(simulation, report);
    return status == STATUS_OK ? check_doctors(simulation, report) : status;
}

// ---- visits and stays of one county

// All visits and stays of a month, or those of its residents alone.
typedef struct Sums {
    VisitFlow visits;
    StayFlow stays;
} Sums;

static Sums sums_of(const Tally *tally, int presences) {
    Sums sums = {0};
    for (int presence = 0; presence < presences; presence++)
        for (int place = 0; place < PLACES; place++)
            for (int kind = 0; kind < KIND_COUNT; kind++) {
                visit_flow_add(&sums.visits, &tally->visit_at[presence][place][kind]);
                stay_flow_add(&sums.stays, &tally->stay_at[presence][place][kind]);
            }
    return sums;
}

// A breakdown that must add up to all visits and charges of residents.
typedef struct Breakdown {
    const char *law;
    const VisitFlow *visits;
    const StayFlow *stays;
    int rows;
} Breakdown;

static Status check_breakdown(const Simulation *simulation, uint32_t s, const Breakdown *by,
                              const Sums *all, Report *report) {
    Sums sums = {0};
    for (int row = 0; row < by->rows; row++) {
        visit_flow_add(&sums.visits, &by->visits[row]);
        stay_flow_add(&sums.stays, &by->stays[row]);
    }
    const int64_t pairs[][2] = {{sums.visits.visits, all->visits.visits},
                                {sums.visits.charge_fen, all->visits.charge_fen},
                                {sums.stays.discharges, all->stays.discharges},
                                {sums.stays.charge_fen, all->stays.charge_fen}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (pairs[i][0] != pairs[i][1])
            return law_broken(simulation, law_place(simulation, s), by->law, pairs[i][0],
                              pairs[i][1], report);
    return STATUS_OK;
}

static Status check_breakdowns(const Simulation *simulation, uint32_t s, Report *report) {
    const Tally *tally = simulation->shard[s].tally;
    const Sums residents = sums_of(tally, PRESENT + 1);
    const Breakdown breakdowns[] = {
        {"sum by scheme = sum of residents", tally->visit_by_scheme, tally->stay_by_scheme,
         SCHEME_COUNT},
        {"sum by age = sum of residents", tally->visit_by_age, tally->stay_by_age, AGE_BAND_COUNT},
        {"sum by disease = sum of residents", tally->visit_by_disease, tally->stay_by_disease,
         DISEASE_COUNT},
        {"sum by town = sum of residents", tally->visit_by_urban, tally->stay_by_urban, 2}};
    Status status = STATUS_OK;
    for (size_t i = 0; i < sizeof breakdowns / sizeof *breakdowns && status == STATUS_OK; i++)
        status = check_breakdown(simulation, s, &breakdowns[i], &residents, report);
    return status;
}

static Status check_components(const Simulation *simulation, uint32_t s, Report *report) {
    const Tally *tally = simulation->shard[s].tally;
    int64_t charged = 0;
    for (int kind = 0; kind < KIND_COUNT; kind++)
        for (int component = 0; component < COMPONENT_COUNT; component++)
            charged += tally->stay_charged_fen[kind][component];
    const int64_t all = sums_of(tally, PRESENCES).stays.charge_fen;
    if (charged == all) return STATUS_OK;
    return law_broken(simulation, law_place(simulation, s),
                      "fen charged for stays by component = fen charged for stays", charged, all,
                      report);
}

// ---- money of one county

static Books books_of(const Ledger *ledger) {
    Books books = {0};
    for (int kind = 0; kind < KIND_COUNT; kind++)
        for (int county = 0; county < LEDGER_COUNTIES; county++)
            for (int component = 0; component < COMPONENT_COUNT; component++)
                books.charged += ledger->charged[kind][county][component];
    for (int account = ACCOUNT_OWN; account < ACCOUNT_PERSONAL; account++)
        books.own -= ledger->account[account];
    books.own -= ledger->account[ACCOUNT_VISITORS];
    for (int account = ACCOUNT_FUND; account < ACCOUNT_MAJOR_ILLNESS; account++)
        books.fund -= ledger->account[account];
    return books;
}

static Status check_payers(Simulation *simulation, uint32_t s, Report *report) {
    Shard *shard = &simulation->shard[s];
    const Sums all = sums_of(shard->tally, PRESENCES);
    const Books books = books_of(shard->ledger), *before = &shard->balance.books;
    const int64_t charge = all.visits.charge_fen + all.stays.charge_fen;
    const int64_t own = all.visits.own_fen + all.stays.own_fen;
    const int64_t fund = all.visits.fund_fen + all.stays.fund_fen;
    const int64_t others = all.visits.account_fen + all.stays.other_fen;
    const char *place = law_place(simulation, s);
    if (charge != own + fund + others)
        return law_broken(simulation, place, "fen charged = fen of patients, funds and others",
                          charge, own + fund + others, report);
    if (charge != books.charged - before->charged)
        return law_broken(simulation, place, "fen charged = fen booked as charged", charge,
                          books.charged - before->charged, report);
    if (own != books.own - before->own)
        return law_broken(simulation, place, "fen of patients = fen booked as theirs", own,
                          books.own - before->own, report);
    if (fund != books.fund - before->fund)
        return law_broken(simulation, place, "fen of funds = fen booked as theirs", fund,
                          books.fund - before->fund, report);
    shard->balance.books = books;
    return STATUS_OK;
}

static Status check_contacts(const Simulation *simulation, uint32_t s, Report *report) {
    const Tally *tally = simulation->shard[s].tally;
    int64_t contacts = 0;
    for (int contact = 0; contact < CONTACT_COUNT; contact++)
        contacts += tally->contacts[contact];
    const int64_t visits = sums_of(tally, PRESENCES).visits.visits;
    if (contacts == visits) return STATUS_OK;
    return law_broken(simulation, law_place(simulation, s), "every visit has one kind of contact",
                      contacts, visits, report);
}

Status check_flow_laws(Simulation *simulation, uint32_t s, Report *report) {
    char date[11];
    calendar_format(simulation->today.date, date);
    Status status = check_contacts(simulation, s, report);
    if (status == STATUS_OK && s < simulation->city->county_count)
        status = check_breakdowns(simulation, s, report);
    if (status == STATUS_OK) status = check_components(simulation, s, report);
    if (status == STATUS_OK) status = check_payers(simulation, s, report);
    return status == STATUS_OK
               ? ledger_check(simulation->shard[s].ledger, simulation->city, date, report)
               : status;
}
