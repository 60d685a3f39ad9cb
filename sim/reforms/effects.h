// SPDX-License-Identifier: MIT
// What the levers of a day add up to, county by county.
//
// Every lever adds on a scale on which effects may be added: logarithms, log odds or units. The
// amounts are kept in whole 2^-32, so that the order of the levers cannot matter, not even in the
// last bit; the day transforms each sum once and applies limits last.
#ifndef HXSIM_REFORMS_EFFECTS_H
#define HXSIM_REFORMS_EFFECTS_H

#include "config/city.h"

#include <stdint.h>

//    X(enum, name, scale, what it moves)
// clang-format off
#define EFFECTS(X) \
    X(EFFECT_VILLAGE_UNSETTLED, village_unsettled, "log share", \
      "village clinics at which insurance does not pay") \
    X(EFFECT_DOWN_REFERRAL, down_referral, "log odds", \
      "stays that end with a move to a lower tier") \
    X(EFFECT_FORMAL_REFERRAL, formal_referral, "log odds", \
      "unsettled cases that the institution itself refers") \
    X(EFFECT_DOCTORS_SENT_DOWN, doctors_sent_down, "log share", \
      "doctors left at the county general hospital") \
    X(EFFECT_TOWNSHIP_CAPABILITY, township_capability, "units", \
      "capability of township centres, all classes") \
    X(EFFECT_CHRONIC_CAPABILITY, chronic_capability, "units", \
      "capability of village clinics and township centres, chronic class") \
    X(EFFECT_UNRECOGNISED, unrecognised, "log share", \
      "results of member institutions that others do not recognise") \
    X(EFFECT_UNCONNECTED, unconnected, "log share", \
      "results of platform institutions that others cannot look up") \
    X(EFFECT_INBOUND_UNSETTLED, inbound_unsettled, "log share", \
      "patients of other provinces who pay first and claim at home") \
    X(EFFECT_SELF_FILING, self_filing, "log odds", \
      "persons who file care outside the city by themselves") \
    X(EFFECT_CITY_CAPABILITY, city_capability, "units", \
      "capability of city hospitals, all classes") \
    X(EFFECT_COUNTY_CAPABILITY, county_capability, "units", \
      "capability of county general hospitals, all classes") \
    X(EFFECT_VILLAGE_CAPABILITY, village_capability, "units", \
      "capability of village clinics in which a doctor is present, all classes") \
    X(EFFECT_DOCTORS_DRAWN_UP, doctors_drawn_up, "log share", \
      "doctors whom city hospitals leave at the county general hospital") \
    X(EFFECT_DOCTORS_LENT, doctors_lent, "log share", \
      "of a county's part of the doctors of city hospitals, those who stay there") \
    X(EFFECT_DOCTORS_POSTED, doctors_posted, "log share", \
      "of a county's part of the doctors of city hospitals, those who do not work at its " \
      "township centres") \
    X(EFFECT_DOCTORS_JOINED, doctors_joined, "log ratio", \
      "doctors of city hospitals, by those who come from elsewhere") \
    X(EFFECT_VILLAGE_DOCTORS, village_doctors, "log ratio", \
      "doctors of village clinics, by those trained and kept") \
    X(EFFECT_SUBCENTRES, subcentres, "centres", \
      "largest township centres of a county that are built up into sub-centres") \
    X(EFFECT_SUBCENTRE_CAPABILITY, subcentre_capability, "units", \
      "capability of a sub-centre that has the doctors for it, all classes") \
    X(EFFECT_SUBCENTRE_DOCTORS, subcentre_doctors, "persons", \
      "doctors more that a sub-centre needs for it") \
    X(EFFECT_SUBCENTRE_KEPT, subcentre_kept, "log share", \
      "doctors left at the other township centres of the county; the rest work at sub-centres") \
    X(EFFECT_SIMPLE_CLINICS, simple_clinics, "log share", \
      "simple visits that can wait, of which city hospitals still see so many") \
    X(EFFECT_LISTED_BEDS, listed_beds, "log share", \
      "simple and chronic stays that can wait, of which city hospitals still take so many") \
    X(EFFECT_MATERNAL_CAPABILITY, maternal_capability, "units", \
      "capability of township centres and county hospitals, maternal class") \
    X(EFFECT_MATERNAL_REFERRAL, maternal_referral, "log odds", \
      "unsettled maternal cases that the institution itself refers") \
    X(EFFECT_MATERNAL_DOWN, maternal_down, "log odds", \
      "maternal stays that end with a move to a lower tier") \
    X(EFFECT_HEART_CEILING, heart_ceiling, "units", \
      "capability of city hospitals for stays with heart disease, while a team is there") \
    X(EFFECT_UNREFERRED_CUT, unreferred_cut, "share", \
      "points off the rate at city hospitals and outside without referral, not urgent") \
    X(EFFECT_REFERRED_DEDUCTIBLE, referred_deductible, "log share", \
      "of the deductible of a stay, the part that the referred still meet") \
    X(EFFECT_YARD_CAPABILITY, yard_capability, "units", \
      "capability of centres that lead a courtyard, all classes") \
    X(EFFECT_YARD_KEPT, yard_kept, "log share", \
      "doctors left at the other centres of a courtyard; the rest work at its lead") \
    X(EFFECT_YARD_PASSED_OVER, yard_passed_over, "log share", \
      "cases that can wait in which a centre passes over the lead of its courtyard") \
    X(EFFECT_YARD_EFFORT, yard_effort, "log ratio", \
      "visits for which a doctor of a courtyard has time") \
    X(EFFECT_CIRCUIT_TEAMS, circuit_teams, "teams", \
      "teams of the county general hospitals at markets on one day") \
    X(EFFECT_CIRCUIT_DOCTORS, circuit_doctors, "persons", "doctors in all these teams") \
    X(EFFECT_CIRCUIT_CAPABILITY, circuit_capability, "units", \
      "capability of a township centre on its market day, all classes, with a team") \
    X(EFFECT_UNCHANNELLED, unchannelled, "log share", \
      "urgent cases beyond a primary institution that go the usual way") \
    X(EFFECT_TRANSFER_DELAY, transfer_delay, "log ratio", \
      "minutes beside the way itself of a transfer through the channel") \
    X(EFFECT_STATIONS, stations, "share", "townships with a station of ambulances") \
    X(EFFECT_STATION_MINUTES, station_minutes, "minutes", \
      "for which a call keeps a car, times the share of townships with a station") \
    X(EFFECT_CREWS, crews, "persons", \
      "doctors of county general hospitals whom a station keeps, times this share") \
    X(EFFECT_RECEPTION, reception, "log ratio", \
      "minutes from a hospital's door to a team, of those who come by ambulance") \
    X(EFFECT_UNROUTED, unrouted, "log share", \
      "of those who come by ambulance, who go where they would by themselves") \
    X(EFFECT_TCM_CAPABILITY, tcm_capability, "units", \
      "capability of county TCM hospitals, chronic class") \
    X(EFFECT_TCM_REFERRAL, tcm_referral, "log odds", \
      "township centres' referrals of chronic cases that go to the TCM hospital") \
    X(EFFECT_TCM_PULL, tcm_pull, "utility", "of a visit to the county TCM hospital") \
    X(EFFECT_UNDETECTED, undetected, "log share", \
      "improper claims that supervision does not detect") \
    X(EFFECT_READING, reading, "share", \
      "tests of township centres that are sent to the county's centre to be read") \
    X(EFFECT_READERS, readers, "share", \
      "doctors of county general hospitals who may be called to read") \
    X(EFFECT_READING_CAPACITY, reading_capacity, "per day", \
      "readings that they can do, for each doctor of these hospitals") \
    X(EFFECT_SITE_CAPABILITY, site_capability, "units", \
      "capability of township centres with equipment where all readings come in time") \
    X(EFFECT_SITE_TESTS, site_tests, "log ratio", "tests done at township centres") \
    X(EFFECT_UNTRUSTED, untrusted, "log share", \
      "results read at the county's centre that its hospitals repeat") \
    X(EFFECT_CONSULTED, consulted, "share", \
      "unsettled cases of township centres that can wait, not surgical, asked about elsewhere") \
    X(EFFECT_CONSULTATION_REACH, consultation_reach, "share", \
      "of the distance in capability to the county general hospital that this bridges, times " \
      "the share asked about") \
    X(EFFECT_CONSULTANTS, consultants, "share", \
      "doctors of county general hospitals who may be asked") \
    X(EFFECT_CONSULTATION_CAPACITY, consultation_capacity, "per day", \
      "consultations that they can give, for each doctor of these hospitals") \
    X(EFFECT_DRUG_PRICE, drug_price, "log share", "mean price of drugs at public institutions") \
    X(EFFECT_DRUG_VOLUME, drug_volume, "log ratio", "drugs used there because of it") \
    X(EFFECT_CONSUMABLE_PRICE, consumable_price, "log share", \
      "mean price of consumables at public institutions") \
    X(EFFECT_CONSUMABLE_VOLUME, consumable_volume, "log ratio", \
      "consumables used there because of it") \
    X(EFFECT_PRICE_ROUNDS, price_rounds, "rounds", \
      "rounds of prices of services, of which those done in full are in force") \
    X(EFFECT_SERVICE_PRICE, service_price, "log ratio", \
      "prices of services at public institutions, by all these rounds") \
    X(EFFECT_BED_PRICE, bed_price, "log ratio", \
      "prices of bed and nursing there, by all these rounds") \
    X(EFFECT_HOSPITAL_BEDS, hospital_beds, "log ratio", \
      "beds of public hospitals of county and city") \
    X(EFFECT_HOSPITAL_RUNNING, hospital_running, "log ratio", "their fixed cost") \
    X(EFFECT_HOSPITAL_CAPITAL, hospital_capital, "million yuan", \
      "spent on them so far in the whole city, if all its counties take part") \
    X(EFFECT_CITY_TREATMENT, city_treatment, "log ratio", \
      "services and consumables used for a case at city hospitals") \
    X(EFFECT_CITY_DOCTORS_SEEING, city_doctors_seeing, "log share", \
      "doctors of city hospitals who see patients in person") \
    X(EFFECT_COUNTY_SPECIALTY, county_specialty, "units", \
      "capability of county general hospitals, chronic class") \
    X(EFFECT_COUNTY_DRUGS, county_drugs, "log share", \
      "drugs used for a case at county general hospitals") \
    X(EFFECT_SAVINGS_KEPT, savings_kept, "log share", \
      "of what funds save on procured items, the part that they keep") \
    X(EFFECT_ECG, ecg, "share", \
      "visits to primary sites for heart, stroke, hypertension, diabetes and lungs with a free " \
      "tracing") \
    X(EFFECT_ECG_POSITIVE, ecg_positive, "share", "of these visits, with a tracing not normal") \
    X(EFFECT_ECG_ALARM, ecg_alarm, "share", \
      "of these visits, sent on because of it though they can wait") \
    X(EFFECT_HEART_UNRECOGNISED, heart_unrecognised, "log share", \
      "urgent heart cases beyond a primary site that go the usual way") \
    X(EFFECT_HEART_DELAY, heart_delay, "log ratio", \
      "minutes beside the way itself of a transfer by such a tracing") \
    X(EFFECT_TOWNSHIP_PULL, township_pull, "utility", "of a visit to a township centre") \
    X(EFFECT_ECG_READERS, ecg_readers, "share", \
      "doctors of county general hospitals who may be called to read tracings") \
    X(EFFECT_ECG_CAPACITY, ecg_capacity, "per day", \
      "tracings that they can read, for each doctor of these hospitals") \
    X(EFFECT_RULE_LAG, rule_lag, "log ratio", "months that other reforms take to their full effect") \
    X(EFFECT_OFFSET, offset, "log share", \
      "of what a reform lacks, the part not made up by reforms of another sector beside it") \
    X(EFFECT_TEAM_HOURS, team_hours, "hours", \
      "a week of doctors in teams that follow up the signed, for each 10,000 residents") \
    X(EFFECT_SIGNED, signed, "share", "of known chronic patients, those signed with a team") \
    X(EFFECT_SIGNED_CONTACTS, signed_contacts, "contacts", \
      "a year that they are to have, for each known patient") \
    X(EFFECT_SIGNED_MINUTES, signed_minutes, "minutes", "a year that these contacts would take") \
    X(EFFECT_SIGNED_FOLLOWED, signed_followed, "log ratio", \
      "enrolment and control of those followed up, times the share signed") \
    X(EFFECT_SIGNED_CONTINUITY, signed_continuity, "utility", \
      "of a village clinic or township centre to them, times the share signed") \
    X(EFFECT_GRADE_HOURS, grade_hours, "hours", \
      "a week of doctors in teams that follow up by colour, for each 10,000 residents") \
    X(EFFECT_GRADED, graded, "share", "of known chronic patients, those graded by colour") \
    X(EFFECT_RED_VISITS, red_visits, "visits", \
      "at home a year that red patients are to have, times the share graded") \
    X(EFFECT_RED_MINUTES, red_minutes, "minutes", "a year that these visits would take") \
    X(EFFECT_YELLOW_CONTACTS, yellow_contacts, "contacts", \
      "a year that yellow patients are to have, times the share graded") \
    X(EFFECT_YELLOW_MINUTES, yellow_minutes, "minutes", "a year that these contacts would take") \
    X(EFFECT_GREEN_CONTACTS, green_contacts, "contacts", \
      "a year that green patients are to have, times the share graded") \
    X(EFFECT_GREEN_MINUTES, green_minutes, "minutes", "a year that these contacts would take") \
    X(EFFECT_RED_FOLLOWED, red_followed, "log ratio", \
      "enrolment and control of those visited at home, times the share graded") \
    X(EFFECT_GRADE_FOLLOWED, grade_followed, "log ratio", \
      "enrolment and control of yellow and green patients followed up, times the share graded") \
    X(EFFECT_DETECTION, detection, "log ratio", \
      "detection of chronic conditions by everybody's routine") \
    X(EFFECT_DIABETES_TESTS, diabetes_tests, "tests", \
      "of screening for diabetes a year, for each 10,000 residents") \
    X(EFFECT_DIABETES_AGAIN, diabetes_again, "tests", \
      "of them, of people who were tested before") \
    X(EFFECT_DIABETES_FOUND, diabetes_found, "tests", \
      "of them, those that would find somebody, had everybody an unknown diabetes") \
    X(EFFECT_DIABETES_MINUTES, diabetes_minutes, "minutes", \
      "of doctors of villages and townships a year for these tests, for each 10,000 residents") \
    X(EFFECT_DIABETES_PLACES, diabetes_places, "persons", \
      "with diabetes whom the network can manage, for each 10,000 residents") \
    X(EFFECT_CANCER_ASSESSED, cancer_assessed, "persons", \
      "whose risk of cancer is assessed a year, for each 10,000 residents") \
    X(EFFECT_CANCER_CLINICAL, cancer_clinical, "persons", \
      "of them, those who come to a clinical screening") \
    X(EFFECT_CANCER_MINUTES, cancer_minutes, "minutes", \
      "of doctors of villages and townships a year for assessments, for each 10,000 residents") \
    X(EFFECT_CHILDREN_SCREENED, children_screened, "share", \
      "of children of 3 to 17 who are screened in a year") \
    X(EFFECT_CHILDREN_REFERRED, children_referred, "share", \
      "of these children, those who come to a hospital for what was seen, times the share screened") \
    X(EFFECT_CHILDREN_MINUTES, children_minutes, "minutes", \
      "of doctors of maternal and child hospitals, times the share screened") \
    X(EFFECT_OUTREACH_REACHED, outreach_reached, "persons", \
      "of 60 and over whom a day of free clinics sees") \
    X(EFFECT_OUTREACH_FOUND, outreach_found, "persons", \
      "of them, those who would come to a centre, had everybody an unknown hypertension") \
    X(EFFECT_OUTREACH_HELPED, outreach_helped, "persons", \
      "of them, those who would be controlled, had everybody a managed hypertension that is not") \
    X(EFFECT_OUTREACH_HOURS, outreach_hours, "hours", \
      "of doctors of villages and townships on such a day") \
    X(EFFECT_DECLINED, declined, "log share", \
      "beds declined that still are, of those needed and not urgent") \
    X(EFFECT_OWED_MONTHS, owed_months, "months", \
      "of patients' own payments to public institutions that are owed at a time") \
    X(EFFECT_NEVER_PAID, never_paid, "share", "of these payments, those that are never made") \
    X(EFFECT_BOOKED, booked, "share", \
      "visits of residents to public hospitals, not urgent, that are booked") \
    X(EFFECT_MISSED, missed, "share", "of these visits, those booked and missed") \
    X(EFFECT_FORGONE, forgone, "share", "of these visits, those missed and not booked again") \
    X(EFFECT_SLOT_NOT_KEPT, slot_not_kept, "log share", \
      "primary sites' referrals to public hospitals, not urgent, without a slot of the next day")
// clang-format on
#define FIRST_OF(name, ...) name,
typedef enum Effect { EFFECTS(FIRST_OF) EFFECT_COUNT } Effect;
#undef FIRST_OF

typedef struct Effects {
    int64_t sum[MOST_COUNTIES][EFFECT_COUNT]; // in 2^-32
} Effects;

// Adds `amount` (finite, below 2^30) to one effect in one county.
void effect_add(Effects *effects, int county, Effect effect, double amount);

// The sum of one effect in one county, on its own scale.
double effect_sum(const Effects *effects, int county, Effect effect);

// A share after the log shares of levers: share x exp(sum).
double effect_share_left(const Effects *effects, int county, Effect effect, double share);

// A probability after the log odds of levers.
double effect_probability(const Effects *effects, int county, Effect effect, double probability);

#endif
