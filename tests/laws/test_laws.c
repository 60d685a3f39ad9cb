// SPDX-License-Identifier: MIT
#include "day/laws.h"

#include "base/calendar.h"
#include "day/day.h"
#include "laws/lived.h"
#include "laws/tiny.h"
#include "unit/claim.h"

#include <stdio.h>
#include <string.h>

// ---- what holds

TEST(nothing_spoilt) {
    lived_prepare(SOME_DAYS);
    ck_assert_int_eq(check_day_laws(&lived.simulation, &lived.report), STATUS_OK);
    ck_assert_int_eq(check_month_laws(&lived.simulation, &lived.report), STATUS_OK);
    lived_finish();
}

TEST(the_run_stops) {
    Simulation *simulation = lived_prepare(SOME_DAYS);
    lived_south()->tally->count[COUNT_CANDIDATES] += 3;
    lived_days(9);
    lived_ends(simulate_day(simulation, &lived.results, &lived.report), STATUS_LAW_BROKEN,
               "2022-02-28, South County (made up): law broken: candidates = ");
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
    lived_prepare(SOME_DAYS);
    somebody_alive()->alive = 0;
    lived_month_differs("South County (made up)", "alive = alive before + births - deaths", -1);
}

TEST(a_person_twice) {
    Simulation *simulation = lived_prepare(SOME_DAYS);
    const uint32_t free = county_first_slot(&simulation->residents, HERE + 1) - 1;
    simulation->residents.resident[free] = *somebody_alive();
    lived_month_differs("South County (made up)", "alive = alive before + births - deaths", 1);
}

TEST(a_person_slipped_away) {
    lived_prepare(SOME_DAYS);
    somebody_alive()->absent = 1;
    lived_month_differs("South County (made up)",
                        "absent = absent before + left - returned - deaths", 1);
}

// ---- beds

TEST(a_bed_doubled) {
    Simulation *simulation = lived_prepare(SOME_DAYS);
    const uint32_t general = lived_ward(KIND_COUNTY_GENERAL, HERE),
                   tcm = lived_ward(KIND_COUNTY_TCM, HERE);
    Ward *from = &simulation->ward[general], *to = &simulation->ward[tcm];
    for (int days = 0; to->occupied == to->open + to->extra && days < 60; days++)
        lived_days(1); // until there is room for one more
    ck_assert_uint_lt(to->occupied, to->open + to->extra);
    ck_assert_uint_gt(from->occupied, 0);
    to->stay[to->occupied++] = from->stay[from->occupied - 1];
    lived_month_broken("South TCM (made up)",
                       "institution of the bed = institution that the person lies in", tcm,
                       general);
}

TEST(a_bed_without_its_patient) {
    lived_prepare(SOME_DAYS);
    somebody_alive()->bed = (uint16_t)lived_ward(KIND_COUNTY_GENERAL, HERE);
    lived_month_differs("South County (made up)", "persons in a bed = beds with a person", 1);
}

TEST(a_bed_too_many) {
    Simulation *simulation = lived_prepare(SOME_DAYS);
    const uint32_t f = lived_ward(KIND_CITY_HOSPITAL, 0);
    Ward *ward = &simulation->ward[f];
    ward->occupied = ward->open + ward->extra + 1;
    lived_day_broken("City hospital (made up)", "beds occupied never exceed open and extra beds",
                     ward->open + ward->extra + 1, ward->open + ward->extra);
}

// ---- slots

TEST(a_slot_given_twice) {
    Simulation *simulation = lived_prepare(SOME_DAYS);
    simulation->facilities.row[lived_ward(KIND_TOWNSHIP_CENTRE, HERE)].served_month--;
    lived_month_differs("South County (made up), township centre", "visits and missed bookings = slots given", 1);
}

TEST(a_slot_too_many) {
    Simulation *simulation = lived_prepare(SOME_DAYS);
    Facility *facility = &simulation->facilities.row[lived_ward(KIND_COUNTY_GENERAL, 0)];
    facility->slots_left = (uint32_t)-1;
    lived_day_broken("North general (made up)", "slots left never exceed slots", (uint32_t)-1,
                     facility->slots);
}

// ---- cases

TEST(a_case_lost) {
    lived_prepare(SOME_DAYS);
    Agenda *agenda = &lived_south()->agenda;
    int day = 0;
    while (agenda->first[day] == NO_CHUNK)
        day++;
    agenda->chunk[agenda->first[day]].count--;
    lived_month_differs("South County (made up)", "cases open = open before + opened - closed", -1);
}

TEST(a_case_closed_twice) {
    lived_prepare(SOME_DAYS);
    lived_south()->tally->count[COUNT_SETTLED]++;
    lived_month_differs("South County (made up)", "cases open = open before + opened - closed", 1);
}

TEST(a_candidate_lost) {
    lived_prepare(SOME_DAYS);
    lived_south()->tally->count[COUNT_THINNED]--;
    lived_month_differs("South County (made up)", "candidates = no needs + suppressed + opened", 1);
}

TEST(a_choice_lost) {
    lived_prepare(SOME_DAYS);
    lived_south()->tally->first_choice[KIND_VILLAGE_CLINIC]--;
    lived_month_differs("South County (made up)", "first choices = cases opened", -1);
}

static Request *a_request(Contact contact) {
    Agenda *agenda = &lived_south()->agenda;
    for (int day = 0; day < AGENDA_DAYS; day++)
        for (uint32_t at = agenda->first[day]; at != NO_CHUNK; at = agenda->chunk[at].next)
            for (uint32_t i = 0; i < agenda->chunk[at].count; i++)
                if (agenda->chunk[at].row[i].contact == contact) return &agenda->chunk[at].row[i];
    ck_abort_msg("nobody is on the way");
    return NULL;
}

TEST(a_referral_lost) {
    lived_prepare(SOME_DAYS);
    a_request(CONTACT_REFERRAL)->contact = CONTACT_OWN_WAY;
    lived_month_differs("South County (made up)",
                        "referrals up on the way = sent - arrived - lapsed", -1);
}

static Request *who_moves_down(void) {
    for (uint32_t i = 0; i < lived_south()->beds.count; i++)
        if (lived_south()->beds.row[i].contact == CONTACT_MOVED_DOWN)
            return &lived_south()->beds.row[i];
    return NULL;
}

TEST(a_move_down_lost) {
    lived_prepare(SOME_DAYS);
    for (int days = 0; !who_moves_down() && days < 60; days++)
        lived_days(1);
    ck_assert_ptr_nonnull(who_moves_down());
    who_moves_down()->contact = CONTACT_ACUTE;
    lived_month_differs("South County (made up)", "moves down on the way = sent - arrived - lapsed",
                        -1);
}

// ---- doctors

TEST(a_doctor_twice) {
    Simulation *simulation = lived_prepare(SOME_DAYS);
    simulation->facilities.row[lived_ward(KIND_TOWNSHIP_CENTRE, HERE)].doctors += 0.5;
    lived_month_differs("Tiny (made up)", "doctors at work = doctors registered and joined, in millionths",
                        500000);
}

// Two general hospitals in the north, and nobody in the south who could receive a doctor.
TEST(doctors_of_two_hospitals) {
    report_init(&lived.report);
    tiny_read(&lived.experiment, 1);
    tiny_reform(&lived.experiment, "county_medical_consortium", 2021, 1.0)->value[2] = 0.31;
    City *city = &lived.experiment.city;
    city->institutions[lived_ward(KIND_COUNTY_TCM, 0)].kind = KIND_COUNTY_GENERAL;
    for (uint32_t f = 0; f < city->institution_count; f++)
        if (city->institutions[f].county == HERE &&
            city->institutions[f].kind == KIND_TOWNSHIP_CENTRE)
            city->institutions[f].kind = KIND_PRIVATE_HOSPITAL;
    ck_assert_int_eq(results_init(&lived.results, 2022, 1, 2, 1, &lived.report), STATUS_OK);
    ck_assert_int_eq(simulation_init(&lived.simulation, &lived.experiment, 0, NULL, &lived.report),
                     STATUS_OK);
    lived_days(SOME_DAYS);
    const double left = lived.simulation.facilities.row[lived_ward(KIND_COUNTY_GENERAL, 0)].doctors;
    ck_assert_double_eq_tol(left, 9 * (1 - 0.31), 1e-9);
    ck_assert_double_eq_tol(
        lived.simulation.facilities.row[lived_ward(KIND_COUNTY_GENERAL, HERE)].doctors, 7, 1e-9);
    lived_finish();
}

// ---- money

TEST(a_fen_charged_to_nobody) {
    lived_prepare(SOME_DAYS);
    lived_south()->tally->visit_at[PRESENT][HERE][KIND_COUNTY_GENERAL].charge_fen++;
    lived_south()->tally->visit_by_scheme[0].charge_fen++;
    lived_south()->tally->visit_by_age[0].charge_fen++;
    lived_south()->tally->visit_by_disease[0].charge_fen++;
    lived_south()->tally->visit_by_urban[0].charge_fen++;
    lived_month_differs("South County (made up)", "fen charged = fen of patients, funds and others",
                        1);
}

TEST(a_fen_charged_and_not_booked) {
    lived_prepare(SOME_DAYS);
    lived_south()->ledger->charged[KIND_COUNTY_GENERAL][HERE][COMPONENT_DRUG]--;
    lived_month_differs("South County (made up)", "fen charged = fen booked as charged", 1);
}

TEST(a_fen_of_a_patient_moved) {
    lived_prepare(SOME_DAYS);
    ledger_move(lived_south()->ledger, account_own(SCHEME_RESIDENT), ACCOUNT_ASSISTANCE, 1);
    lived_month_differs("South County (made up)", "fen of patients = fen booked as theirs", -1);
}

TEST(a_fen_of_a_fund_moved) {
    lived_prepare(SOME_DAYS);
    ledger_move(lived_south()->ledger, ACCOUNT_ASSISTANCE, account_fund(SCHEME_RESIDENT, HERE), 1);
    lived_month_differs("South County (made up)", "fen of funds = fen booked as theirs", 1);
}

static void assert_books_told(const char *words) {
    ck_assert_int_eq(check_month_laws(&lived.simulation, &lived.report), STATUS_LAW_BROKEN);
    char date[11];
    calendar_format(lived.simulation.today.date, date);
    ck_assert_msg(strncmp(lived.report.messages[0], date, 10) == 0 &&
                      strstr(lived.report.messages[0], words),
                  "told: %s", lived.report.messages[0]);
    lived_finish();
}

TEST(a_fen_out_of_nothing) {
    lived_prepare(SOME_DAYS);
    lived_south()->ledger->account[ACCOUNT_ASSISTANCE]++;
    assert_books_told("ledger: accounts gave ");
}

TEST(a_fen_received_elsewhere) {
    lived_prepare(SOME_DAYS);
    ledger_move(lived_south()->ledger, account_receipts(KIND_COUNTY_GENERAL, HERE),
                account_receipts(KIND_COUNTY_GENERAL, 0), 1);
    assert_books_told("ledger: county_general in north: charged ");
}

// ---- counts

TEST(a_visit_without_contact) {
    lived_prepare(SOME_DAYS);
    lived_south()->tally->contacts[CONTACT_FOLLOWUP]--;
    lived_month_differs("South County (made up)", "every visit has one kind of contact", -1);
}

TEST(a_breakdown_apart) {
    lived_prepare(SOME_DAYS);
    lived_south()->tally->stay_by_age[3].discharges++;
    lived_month_differs("South County (made up)", "sum by age = sum of residents", 1);
}

TEST(a_component_apart) {
    lived_prepare(SOME_DAYS);
    lived_south()->tally->stay_charged_fen[KIND_TOWNSHIP_CENTRE][COMPONENT_TEST] += 7;
    lived_month_differs("South County (made up)",
                        "fen charged for stays by component = fen charged for stays", 7);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("a city that is left alone keeps every law", nothing_spoilt),
        CLAIM("a run stops on the day on which a law is broken", the_run_stops),
        CLAIM("a person who vanishes is missed", a_person_vanished),
        CLAIM("a person who is there twice is noticed", a_person_twice),
        CLAIM("a person who slips away uncounted is missed", a_person_slipped_away),
        CLAIM("a patient in two beds is noticed", a_bed_doubled),
        CLAIM("a person said to be in a bed and in none is noticed", a_bed_without_its_patient),
        CLAIM("a bed beyond the limit is noticed", a_bed_too_many),
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
        CLAIM("components of bills of stays that do not add up are noticed", a_component_apart),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
