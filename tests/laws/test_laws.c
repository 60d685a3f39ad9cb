// SPDX-License-Identifier: MIT
#include "day/laws.h"

#include "base/calendar.h"
#include "day/day.h"
#include "laws/tiny.h"
#include "unit/claim.h"

#include <stdio.h>
#include <string.h>

enum { SOME_DAYS = 365 + 49, HERE = 1 }; // 18 February 2022; South County

// A city that has lived for a while, in which one thing is then spoilt.
typedef struct Lived {
    Experiment experiment;
    Simulation simulation;
    Results results;
    Report report;
} Lived;

static Lived lived;

static void live(uint32_t days) {
    for (uint32_t day = 0; day < days; day++) {
        const Status status = simulate_day(&lived.simulation, &lived.results, &lived.report);
        ck_assert_msg(status == STATUS_OK, "%s", lived.report.messages[0]);
    }
}

static Simulation *prepare(uint32_t days) {
    report_init(&lived.report);
    tiny_read(&lived.experiment, 1);
    tiny_reform(&lived.experiment, "county_medical_consortium", 2022, 1.0);
    lived.experiment.city.parameters.care.formal_referral_share = 0.6;
    ck_assert_int_eq(results_init(&lived.results, 2022, 1, 2, 1, &lived.report), STATUS_OK);
    ck_assert_int_eq(simulation_init(&lived.simulation, &lived.experiment, 0, NULL, &lived.report),
                     STATUS_OK);
    live(days);
    return &lived.simulation;
}

static void finish(void) {
    simulation_free(&lived.simulation);
    results_free(&lived.results);
    report_free(&lived.report);
    experiment_free(&lived.experiment);
}

static Shard *south(void) {
    return &lived.simulation.shard[HERE];
}

// A law must be broken today, and be told in one line with the day, the place and both sides.
static void assert_told(Status status, const char *place, const char *law, int64_t left,
                        int64_t right) {
    char date[11], expected[400];
    calendar_format(lived.simulation.today.date, date);
    snprintf(expected, sizeof expected, "%s, %s: law broken: %s: %lld against %lld;", date, place,
             law, (long long)left, (long long)right);
    ck_assert_int_eq(status, STATUS_LAW_BROKEN);
    ck_assert_uint_eq(lived.report.count, 1);
    ck_assert_msg(strncmp(lived.report.messages[0], expected, strlen(expected)) == 0,
                  "told: %s\nexpected: %s", lived.report.messages[0], expected);
    finish();
}

static void assert_month_broken(const char *place, const char *law, int64_t left, int64_t right) {
    assert_told(check_month_laws(&lived.simulation, &lived.report), place, law, left, right);
}

static void assert_day_broken(const char *place, const char *law, int64_t left, int64_t right) {
    assert_told(check_day_laws(&lived.simulation, &lived.report), place, law, left, right);
}

// For sides that nobody can know beforehand: by how much they differ.
static void assert_month_differs(const char *place, const char *law, int64_t by) {
    const Status status = check_month_laws(&lived.simulation, &lived.report);
    ck_assert_int_eq(status, STATUS_LAW_BROKEN);
    const char *sides = strstr(lived.report.messages[0], law);
    ck_assert_msg(sides != NULL, "told: %s", lived.report.messages[0]);
    long long left, right;
    ck_assert_int_eq(sscanf(sides + strlen(law), ": %lld against %lld;", &left, &right), 2);
    ck_assert_int_eq(left - right, by);
    report_free(&lived.report);
    report_init(&lived.report);
    law_broken(&lived.simulation, place, law, left, right, &lived.report);
    assert_told(STATUS_LAW_BROKEN, place, law, left, right);
}

// ---- what holds

TEST(nothing_spoilt) {
    prepare(SOME_DAYS);
    ck_assert_int_eq(check_day_laws(&lived.simulation, &lived.report), STATUS_OK);
    ck_assert_int_eq(check_month_laws(&lived.simulation, &lived.report), STATUS_OK);
    finish();
}

TEST(the_run_stops) {
    Simulation *simulation = prepare(SOME_DAYS);
    simulation->shard[HERE].agenda.lost = 3;
    assert_told(simulate_day(simulation, &lived.results, &lived.report), "South County (made up)",
                "a county's day fits its memory", 3, 0);
}

TEST(a_stay_without_account) {
    prepare(SOME_DAYS);
    lived.simulation.shard[HERE].stays.lost = 2;
    assert_day_broken("South County (made up)", "a county's day fits its memory", 2, 0);
}

// ---- persons

static Resident *somebody_alive(void) {
    const Simulation *simulation = &lived.simulation;
    uint32_t person = county_first_slot(&simulation->residents, HERE);
    while (!simulation->residents.resident[person].alive ||
           simulation->residents.resident[person].absent ||
           simulation->residents.resident[person].bed != NO_BED)
        person++;
    return &simulation->residents.resident[person];
}

TEST(a_person_vanished) {
    prepare(SOME_DAYS);
    somebody_alive()->alive = 0;
    assert_month_differs("South County (made up)", "alive = alive before + births - deaths", -1);
}

TEST(a_person_twice) {
    Simulation *simulation = prepare(SOME_DAYS);
    const uint32_t free = county_first_slot(&simulation->residents, HERE + 1) - 1;
    simulation->residents.resident[free] = *somebody_alive();
    assert_month_differs("South County (made up)", "alive = alive before + births - deaths", 1);
}

TEST(a_person_slipped_away) {
    prepare(SOME_DAYS);
    somebody_alive()->absent = 1;
    assert_month_differs("South County (made up)",
                         "absent = absent before + left - returned - deaths", 1);
}

TEST(a_newborn_without_place) {
    prepare(SOME_DAYS);
    south()->vital.births_without_slot = 2;
    assert_day_broken("South County (made up)", "every newborn has a slot", 2, 0);
}

// ---- beds

static uint32_t ward_of(Kind kind, int county) {
    uint32_t f = 0;
    while (lived.experiment.city.institutions[f].kind != kind ||
           lived.experiment.city.institutions[f].county != county)
        f++;
    return f;
}

TEST(a_bed_doubled) {
    Simulation *simulation = prepare(SOME_DAYS);
    const uint32_t general = ward_of(KIND_COUNTY_GENERAL, HERE),
                   tcm = ward_of(KIND_COUNTY_TCM, HERE);
    Ward *from = &simulation->ward[general], *to = &simulation->ward[tcm];
    for (int days = 0; to->occupied == to->open + to->extra && days < 60; days++)
        live(1); // until there is room for one more
    ck_assert_uint_lt(to->occupied, to->open + to->extra);
    ck_assert_uint_gt(from->occupied, 0);
    to->stay[to->occupied++] = from->stay[from->occupied - 1];
    assert_month_broken("South TCM (made up)",
                        "institution of the bed = institution that the person lies in", tcm,
                        general);
}

TEST(a_bed_without_its_patient) {
    prepare(SOME_DAYS);
    somebody_alive()->bed = (uint16_t)ward_of(KIND_COUNTY_GENERAL, HERE);
    assert_month_differs("South County (made up)", "persons in a bed = beds with a person", 1);
}

TEST(a_bed_too_many) {
    Simulation *simulation = prepare(SOME_DAYS);
    const uint32_t f = ward_of(KIND_CITY_HOSPITAL, 0);
    Ward *ward = &simulation->ward[f];
    ward->occupied = ward->open + ward->extra + 1;
    assert_day_broken("City hospital (made up)", "beds occupied never exceed open and extra beds",
                      ward->open + ward->extra + 1, ward->open + ward->extra);
}

TEST(a_ward_that_forgot) {
    Simulation *simulation = prepare(SOME_DAYS);
    simulation->ward[ward_of(KIND_CITY_HOSPITAL, 0)].events_lost = 7;
    assert_day_broken("City hospital (made up)", "a ward's day fits its memory", 7, 0);
}

// ---- slots

TEST(a_slot_given_twice) {
    Simulation *simulation = prepare(SOME_DAYS);
    simulation->facilities.row[ward_of(KIND_TOWNSHIP_CENTRE, HERE)].served_month--;
    assert_month_differs("South County (made up), township centre", "visits = slots given", 1);
}

TEST(a_slot_too_many) {
    Simulation *simulation = prepare(SOME_DAYS);
    Facility *facility = &simulation->facilities.row[ward_of(KIND_COUNTY_GENERAL, 0)];
    facility->slots_left = (uint32_t)-1;
    assert_day_broken("North general (made up)", "slots left never exceed slots", (uint32_t)-1,
                      facility->slots);
}

// ---- cases

TEST(a_case_lost) {
    prepare(SOME_DAYS);
    Agenda *agenda = &south()->agenda;
    int day = 0;
    while (agenda->first[day] == NO_CHUNK)
        day++;
    agenda->chunk[agenda->first[day]].count--;
    assert_month_differs("South County (made up)", "cases open = open before + opened - closed",
                         -1);
}

TEST(a_case_closed_twice) {
    prepare(SOME_DAYS);
    south()->tally->count[COUNT_SETTLED]++;
    assert_month_differs("South County (made up)", "cases open = open before + opened - closed", 1);
}

TEST(a_candidate_lost) {
    prepare(SOME_DAYS);
    south()->tally->count[COUNT_THINNED]--;
    assert_month_differs("South County (made up)",
                         "candidates = no needs + suppressed + opened", 1);
}

TEST(a_choice_lost) {
    prepare(SOME_DAYS);
    south()->tally->first_choice[KIND_VILLAGE_CLINIC]--;
    assert_month_differs("South County (made up)", "first choices = cases opened", -1);
}

static Request *a_request(Contact contact) {
    Agenda *agenda = &south()->agenda;
    for (int day = 0; day < AGENDA_DAYS; day++)
        for (uint32_t at = agenda->first[day]; at != NO_CHUNK; at = agenda->chunk[at].next)
            for (uint32_t i = 0; i < agenda->chunk[at].count; i++)
                if (agenda->chunk[at].row[i].contact == contact) return &agenda->chunk[at].row[i];
    ck_abort_msg("nobody is on the way");
    return NULL;
}

TEST(a_referral_lost) {
    prepare(SOME_DAYS);
    a_request(CONTACT_REFERRAL)->contact = CONTACT_OWN_WAY;
    assert_month_differs("South County (made up)",
                         "referrals up on the way = sent - arrived - lapsed", -1);
}

static Request *who_moves_down(void) {
    for (uint32_t i = 0; i < south()->beds.count; i++)
        if (south()->beds.row[i].contact == CONTACT_MOVED_DOWN) return &south()->beds.row[i];
    return NULL;
}

TEST(a_move_down_lost) {
    prepare(SOME_DAYS);
    for (int days = 0; !who_moves_down() && days < 60; days++)
        live(1);
    ck_assert_ptr_nonnull(who_moves_down());
    who_moves_down()->contact = CONTACT_ACUTE;
    assert_month_differs("South County (made up)",
                         "moves down on the way = sent - arrived - lapsed", -1);
}

// ---- doctors

TEST(a_doctor_twice) {
    Simulation *simulation = prepare(SOME_DAYS);
    simulation->facilities.row[ward_of(KIND_TOWNSHIP_CENTRE, HERE)].doctors += 0.5;
    assert_month_differs("South County (made up)",
                         "doctors at work = doctors registered, in millionths", 500000);
}

// Two general hospitals in the north, and nobody in the south who could receive a doctor.
TEST(doctors_of_two_hospitals) {
    report_init(&lived.report);
    tiny_read(&lived.experiment, 1);
    tiny_reform(&lived.experiment, "county_medical_consortium", 2021, 1.0)->value[2] = 0.31;
    City *city = &lived.experiment.city;
    city->institutions[ward_of(KIND_COUNTY_TCM, 0)].kind = KIND_COUNTY_GENERAL;
    for (uint32_t f = 0; f < city->institution_count; f++)
        if (city->institutions[f].county == HERE &&
            city->institutions[f].kind == KIND_TOWNSHIP_CENTRE)
            city->institutions[f].kind = KIND_PRIVATE_HOSPITAL;
    ck_assert_int_eq(results_init(&lived.results, 2022, 1, 2, 1, &lived.report), STATUS_OK);
    ck_assert_int_eq(simulation_init(&lived.simulation, &lived.experiment, 0, NULL, &lived.report),
                     STATUS_OK);
    live(SOME_DAYS);
    const double left = lived.simulation.facilities.row[ward_of(KIND_COUNTY_GENERAL, 0)].doctors;
    ck_assert_double_eq_tol(left, 9 * (1 - 0.31), 1e-9);
    ck_assert_double_eq_tol(
        lived.simulation.facilities.row[ward_of(KIND_COUNTY_GENERAL, HERE)].doctors, 7, 1e-9);
    finish();
}

// ---- money

TEST(a_fen_charged_to_nobody) {
    prepare(SOME_DAYS);
    south()->tally->visit_at[PRESENT][HERE][KIND_COUNTY_GENERAL].charge_fen++;
    south()->tally->visit_by_scheme[0].charge_fen++;
    south()->tally->visit_by_age[0].charge_fen++;
    south()->tally->visit_by_disease[0].charge_fen++;
    south()->tally->visit_by_urban[0].charge_fen++;
    assert_month_differs("South County (made up)",
                         "fen charged = fen of patients, funds and others", 1);
}

TEST(a_fen_charged_and_not_booked) {
    prepare(SOME_DAYS);
    south()->ledger->charged[KIND_COUNTY_GENERAL][HERE][COMPONENT_DRUG]--;
    assert_month_differs("South County (made up)", "fen charged = fen booked as charged", 1);
}

TEST(a_fen_of_a_patient_moved) {
    prepare(SOME_DAYS);
    ledger_move(south()->ledger, account_own(SCHEME_RESIDENT), ACCOUNT_ASSISTANCE, 1);
    assert_month_differs("South County (made up)", "fen of patients = fen booked as theirs", -1);
}

TEST(a_fen_of_a_fund_moved) {
    prepare(SOME_DAYS);
    ledger_move(south()->ledger, ACCOUNT_ASSISTANCE, account_fund(SCHEME_RESIDENT, HERE), 1);
    assert_month_differs("South County (made up)", "fen of funds = fen booked as theirs", 1);
}

static void assert_books_told(const char *words) {
    ck_assert_int_eq(check_month_laws(&lived.simulation, &lived.report), STATUS_LAW_BROKEN);
    char date[11];
    calendar_format(lived.simulation.today.date, date);
    ck_assert_msg(strncmp(lived.report.messages[0], date, 10) == 0 &&
                      strstr(lived.report.messages[0], words),
                  "told: %s", lived.report.messages[0]);
    finish();
}

TEST(a_fen_out_of_nothing) {
    prepare(SOME_DAYS);
    south()->ledger->account[ACCOUNT_ASSISTANCE]++;
    assert_books_told("ledger: accounts gave ");
}

TEST(a_fen_received_elsewhere) {
    prepare(SOME_DAYS);
    ledger_move(south()->ledger, account_receipts(KIND_COUNTY_GENERAL, HERE),
                account_receipts(KIND_COUNTY_GENERAL, 0), 1);
    assert_books_told("ledger: county_general in north: charged ");
}

// ---- counts

TEST(a_visit_without_contact) {
    prepare(SOME_DAYS);
    south()->tally->contacts[CONTACT_FOLLOWUP]--;
    assert_month_differs("South County (made up)", "every visit has one kind of contact", -1);
}

TEST(a_breakdown_apart) {
    prepare(SOME_DAYS);
    south()->tally->stay_by_age[3].discharges++;
    assert_month_differs("South County (made up)", "sum by age = sum of residents", 1);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("a city that is left alone keeps every law", nothing_spoilt),
        CLAIM("a run stops on the day on which a law is broken", the_run_stops),
        CLAIM("a stay whose year's account found no room is missed", a_stay_without_account),
        CLAIM("a person who vanishes is missed", a_person_vanished),
        CLAIM("a person who is there twice is noticed", a_person_twice),
        CLAIM("a person who slips away uncounted is missed", a_person_slipped_away),
        CLAIM("a newborn for whom there is no place is noticed", a_newborn_without_place),
        CLAIM("a patient in two beds is noticed", a_bed_doubled),
        CLAIM("a person said to be in a bed and in none is noticed", a_bed_without_its_patient),
        CLAIM("a bed beyond the limit is noticed", a_bed_too_many),
        CLAIM("a ward that forgets what happened is noticed", a_ward_that_forgot),
        CLAIM("a slot given twice is noticed", a_slot_given_twice),
        CLAIM("a slot beyond the limit is noticed", a_slot_too_many),
        CLAIM("a case lost from the agenda is missed", a_case_lost),
        CLAIM("a case closed twice is noticed", a_case_closed_twice),
        CLAIM("a candidate need that ends nowhere is missed", a_candidate_lost),
        CLAIM("a case without a first choice is noticed", a_choice_lost),
        CLAIM("a referral lost on the way up is missed", a_referral_lost),
        CLAIM("a patient lost on the way down is missed", a_move_down_lost),
        CLAIM("a doctor who works twice is noticed", a_doctor_twice),
        CLAIM("each general hospital sends its own doctors, and none where nobody receives them",
              doctors_of_two_hospitals),
        CLAIM("a fen charged to nobody is noticed", a_fen_charged_to_nobody),
        CLAIM("a fen charged and not booked is missed", a_fen_charged_and_not_booked),
        CLAIM("a patient's fen booked to another is noticed", a_fen_of_a_patient_moved),
        CLAIM("a fund's fen booked to another is noticed", a_fen_of_a_fund_moved),
        CLAIM("a fen out of nothing is noticed", a_fen_out_of_nothing),
        CLAIM("a fen received by another county's hospital is noticed", a_fen_received_elsewhere),
        CLAIM("a visit without a kind of contact is noticed", a_visit_without_contact),
        CLAIM("a breakdown that does not add up is noticed", a_breakdown_apart),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
