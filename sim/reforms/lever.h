// SPDX-License-Identifier: MIT
// Levers: what a reform does to the mechanism of care, as a pure function of the date.
//
// A lever never touches an indicator. It adds to Effects with the strength that its start, ramp and
// coverage give today, and the flows follow from the day's own rules.
#ifndef HXSIM_REFORMS_LEVER_H
#define HXSIM_REFORMS_LEVER_H

#include "config/experiment.h"
#include "payment/deal.h"
#include "reforms/effects.h"

// Who makes the rules that a lever changes: reforms of different sectors may hold up each other, or
// not (three_medical_six_medical_synergy).
typedef enum Sector {
    SECTOR_NONE,
    SECTOR_CARE,
    SECTOR_INSURANCE,
    SECTOR_COORDINATION // acts on other reforms only
} Sector;

// What a lever of strength s in (0, 1] adds to an effect, by numbers a, b and c of its table.
typedef enum MoveKind {
    MOVES_NOTHING,
    ADDS,          // s a
    ADDS_PRODUCT,  // s a b
    ADDS_VOLUME,   // s a b c
    TAKES_SHARE,   // log(1 - s a), kept above log(1e-9) so that full coverage stays finite
    TAKES_PRODUCT, // log(1 - s a b), likewise
    ADDS_FADING,   // s a; and after the end less each day, down to nothing b months later
    ADDS_FOR_GOOD, // s a; and after the end as on the last day: what was spent stays spent
    FOLLOWS        // s f, with f the lever's own course since the start
} MoveKind;

typedef struct Move {
    MoveKind kind;
    Effect effect;
    int number[3]; // rows of the table: a, b and c
} Move;

enum { MOST_MOVES = 12, MOST_AGREED = 4 };

// A contract that a reform switches on: what it says, by the numbers of the table.
typedef void Agree(Deal *deal, const double *value);

typedef struct Lever {
    LeverInfo info;
    Sector sector;
    Move moves[MOST_MOVES];    // up to the first that moves nothing
    Agree *agree[MOST_AGREED]; // a case belongs to the first of them that takes it; up to NULL
    // What FOLLOWS adds so many years after the start, by the numbers of the table; or NULL.
    double (*course)(const double *value, double years);
} Lever;

// All levers, each in the file of its name, in the order in which `hxsim list numbers` names them.
// clang-format off
#define LEVERS(X) \
    X(village_clinic_insurance_coverage) \
    X(county_medical_consortium) \
    X(result_mutual_recognition) \
    X(population_health_information_platform) \
    X(cross_province_settlement) \
    X(border_regional_medical_centre) \
    X(upper_level_assistance) \
    X(primary_facility_standardisation) \
    X(insurance_referral_leverage) \
    X(big_courtyard) \
    X(circuit_clinics) \
    X(green_channel_transfer) \
    X(tcm_specialties_scoliosis_pilot) \
    X(data_zone_supervision) \
    X(three_medical_six_medical_synergy) \
    X(reform_leadership) \
    X(cross_appointment) \
    X(doctor_secondment) \
    X(village_doctor_pipeline) \
    X(talent_pool) \
    X(tiered_centres_1_2_38) \
    X(five_level_linkage) \
    X(specialist_alliances) \
    X(ecmo_tavr) \
    X(consortium_governance) \
    X(procurement_and_price_adjustment) \
    X(county_specialty_development) \
    X(infrastructure_investment) \
    X(key_specialty_investment) \
    X(major_illness_centre) \
    X(dip_payment) \
    X(drg_multi_payment) \
    X(group_global_budget) \
    X(outpatient_capitation) \
    X(shared_centres) \
    X(telemedicine_platform) \
    X(family_doctor_teams) \
    X(chronic_red_yellow_green) \
    X(free_registration_referral) \
    X(emergency_5g_circle) \
    X(emergency_network_1_3_7_n) \
    X(remote_ecg) \
    X(diabetes_network) \
    X(cancer_network) \
    X(five_smalls_child_prevention) \
    X(outreach_free_clinic) \
    X(cdc_reform) \
    X(credit_settlement) \
    X(one_stop_booking)
// clang-format on
#define DECLARED(lever) extern const Lever lever;
LEVERS(DECLARED)
#undef DECLARED
extern const Lever *const levers[];
extern const int lever_count;

// Share of a reform that is in force on a calendar day: 0 before the start and from the end, rising
// linearly over the ramp to the coverage.
double reform_strength(const Reform *reform, int32_t calendar_day_now);

// Effects of all reforms of an experiment on a calendar day. Those of coordination come first: they
// shorten the ramps of the others (rule_lag), and where reforms of another sector are in force
// beside a reform, they make up part of what it lacks (offset): strength s becomes
// s + (1 - s) (1 - exp(offset)) o, with o the strength of the strongest of those others.
Effects effects_on(const Experiment *experiment, int32_t calendar_day_now);

// How far a reform has come in a county on a day, whatever its coverage: 0 to 1. `effects` are
// those of all reforms on that day.
double reform_progress(const Experiment *experiment, const Effects *effects, int reform, int county,
                       int32_t calendar_day_now);

#endif
