// SPDX-License-Identifier: MIT
// What one county's people did and what was done for them, counted while it happens.
//
// Whole numbers only, so that sums do not depend on their order. Flows are counted by presence of
// the patient, place of the provider and kind, and again by scheme, age band, disease group and
// town or country: one breakdown at a time.
#ifndef HXSIM_DAY_TALLY_H
#define HXSIM_DAY_TALLY_H

#include "base/money.h"
#include "care/remote.h"
#include "care/request.h"
#include "config/city.h"

#include <stdint.h>

// The things that are counted once for each county of residence and month.
//    enum                      name                     meaning
#define COUNTS(X)                                                                                 \
    X(COUNT_CANDIDATES, candidates, "candidate needs of the clock")                               \
    X(COUNT_THINNED, thinned, "candidates that are no need at today's stage or season")           \
    X(COUNT_IN_BED, suppressed_in_bed, "needs that arose in a bed")                               \
    X(COUNT_OPENED, cases_opened, "needs that became cases")                                      \
    X(COUNT_PUT_OFF, put_off, "cases put off to after Spring Festival")                           \
    X(COUNT_NO_CARE, no_care, "cases without any care")                                           \
    X(COUNT_PHARMACY, pharmacy, "cases that went to a pharmacy")                                  \
    X(COUNT_ELSEWHERE, seen_elsewhere,                                                            \
      "cases of absent insured seen where they live, outside the books")                          \
    X(COUNT_SETTLED, settled, "cases settled by a visit")                                         \
    X(COUNT_GAVE_UP, gave_up, "cases not settled that sought no further")                         \
    X(COUNT_UNMET, unmet, "cases that found no slot for days")                                    \
    X(COUNT_DECLINED_BED, declined_bed, "cases that needed a bed and stayed at home")             \
    X(COUNT_DECLINED_AWAY, declined_away, "of them, absent insured while away")                   \
    X(COUNT_NO_BED, no_bed, "cases that found no bed anywhere")                                   \
    X(COUNT_DISCHARGED, discharged_home, "cases that ended with a discharge")                     \
    X(COUNT_DIED_IN_BED, died_in_bed, "deaths in a bed")                                          \
    X(COUNT_DIED_ELSEWHERE, died_elsewhere, "deaths outside a bed")                               \
    X(COUNT_DIED_OPEN, cases_died_open, "cases ended by death while they waited")                 \
    X(COUNT_ABSORBED, cases_absorbed, "cases taken over by a stay in a bed for another need")     \
    X(COUNT_REFUSED, refused, "requests that found no slot at the place asked")                   \
    X(COUNT_WAIT_DAYS, visit_wait_days, "days waited for visits")                                 \
    X(COUNT_BED_WAIT_DAYS, bed_wait_days, "days waited for beds")                                 \
    X(COUNT_DIVERTED, diverted, "patients sent on because there was no bed")                      \
    X(COUNT_UP_SENT, up_referrals_sent, "referrals up, sent")                                     \
    X(COUNT_UP_ARRIVED, up_referrals_arrived, "referrals up, arrived")                            \
    X(COUNT_UP_LAPSED, up_referrals_lapsed, "referrals up that found no slot or died on the way") \
    X(COUNT_OWN_WAY, own_way, "patients who went to a higher place on their own")                 \
    X(COUNT_SKIPPED, skipped_primary, "first contacts above the primary level")                   \
    X(COUNT_DOWN_SENT, down_referrals_sent, "moves down from a bed, sent")                        \
    X(COUNT_DOWN_ARRIVED, down_referrals_arrived, "moves down from a bed, arrived")               \
    X(COUNT_DOWN_LAPSED, down_referrals_lapsed, "moves down that found no bed, discharged home")  \
    X(COUNT_WENT_HOME, went_home, "discharges home, of the insured")                              \
    X(COUNT_READMISSIONS, readmissions,                                                           \
      "stays begun within 30 days of going home, moves down apart")                               \
    X(COUNT_TESTS, tests, "visits with tests done")                                               \
    X(COUNT_REPEATABLE, repeatable_tests, "tests with a valid result from another place")         \
    X(COUNT_RECOGNISED, recognised_tests,                                                         \
      "tests not repeated because a result was recognised, the lever in force")                   \
    X(COUNT_CARRIED, carried_results,                                                             \
      "tests not repeated because of letters and films, without recognition")                     \
    X(COUNT_SHARED_RESULTS, shared_results,                                                       \
      "tests not repeated because the county's own centre had read them")                         \
    X(COUNT_CONSULTED_SETTLED, consulted_settled,                                                 \
      "cases settled by a consultation from afar")                                                \
    X(COUNT_ECG_POSITIVE, ecg_positive, "free tracings at primary sites that are not normal")     \
    X(COUNT_ECG_ALARMS, ecg_alarms, "visits that can wait and are sent on by such a tracing")     \
    X(COUNT_URGENT_COUNTY, urgent_at_county, "urgent cases in hand at a county general hospital") \
    X(COUNT_SEVERE_COUNTY, severe_at_county, "of them, the two upper bands of complexity")        \
    X(COUNT_SAVED_FEN, recognised_saving_fen, "list price of tests recognised")                   \
    X(COUNT_VILLAGE_SETTLED, village_settled_visits,                                              \
      "visits settled with insurance at a village clinic")                                        \
    X(COUNT_VILLAGE_RECORDED, village_recorded_visits,                                            \
      "of them, there before the reform and not settled")                                         \
    X(COUNT_PROVINCE_VISITS, province_visits, "visits by people of other provinces")              \
    X(COUNT_PROVINCE_STAYS, province_stays, "discharges of people of other provinces")            \
    X(COUNT_REFERRED_OUT, referred_out, "discharges outside the city after a referral")           \
    X(COUNT_PROVINCE_SETTLED, province_settled_millionths,                                        \
      "of visits and discharges of people of other provinces, the share that settles directly")   \
    X(COUNT_PASSED_ON, passed_on,                                                                 \
      "cases in need of a bed that an institution with beds did not keep")                        \
    X(COUNT_HEART_KEPT, heart_cases_kept,                                                         \
      "cases of heart disease kept by a team that is at a city hospital")                         \
    X(COUNT_GROUPED, grouped_stays, "discharges in the city that fall into a group of cases")     \
    X(COUNT_WEIGHT, weight_millionths, "weights of their groups, as they are")                    \
    X(COUNT_WEIGHT_CODED, coded_weight_millionths, "weights of their groups, as they are coded")  \
    X(COUNT_SPLIT, split_stays, "stays that were billed as two")                                  \
    X(COUNT_TRANSFERS, urgent_transfers, "urgent cases that went on to another institution")      \
    X(COUNT_TRANSFER_MINUTES, urgent_transfer_minutes, "minutes until they were received there")  \
    X(COUNT_TEAM_CONTACTS, team_contacts,                                                         \
      "contacts of family-doctor teams with their patients, which are no visits")                 \
    X(COUNT_HOME_VISITS, home_visits, "of them, at the home of a red patient")                    \
    X(COUNT_GRADED_CONTACTS, graded_contacts, "of them all, with patients graded by colour")      \
    X(COUNT_TEAM_MINUTES, team_minutes, "minutes of doctors that all these contacts took")        \
    X(COUNT_SIGNED_MONTHS, signed_months, "chronic patients signed with a team, each month")      \
    X(COUNT_RED_MONTHS, red_months, "patients graded red, each month")                            \
    X(COUNT_SENT_BY_SCREENING, sent_by_screening, "cases opened by a screening and not by a need")\
    X(COUNT_DIABETES_TESTS, diabetes_tests, "tests of screening for diabetes")                    \
    X(COUNT_DIABETES_TESTED, diabetes_tested, "persons tested for the first time by them")        \
    X(COUNT_DIABETES_FOUND, diabetes_found, "persons whose unknown diabetes they found")          \
    X(COUNT_CANCER_ASSESSED, cancer_assessed, "persons whose risk of cancer was assessed")        \
    X(COUNT_CANCER_SCREENED, cancer_screened, "of them, those sent to a clinical screening")      \
    X(COUNT_CHILDREN_SCREENED, children_screened, "children screened for the five smalls")        \
    X(COUNT_OUTREACH_REACHED, outreach_reached, "persons seen at free clinics")                   \
    X(COUNT_SCREENING_MINUTES, screening_minutes, "minutes of doctors that screening took")             \
    X(COUNT_BOOKED, booked_visits, "visits booked through one entrance, kept or not")             \
    X(COUNT_MISSED, missed_visits, "of them, those to which nobody turned up")
#define FIRST_OF(name, ...) name,
typedef enum Count { COUNTS(FIRST_OF) COUNT_COUNT } Count;
#undef FIRST_OF

// What is added for one visit.
typedef struct VisitFlow {
    int64_t visits, first_contacts, charge_fen, fund_fen, account_fen, own_fen, tested, minutes;
} VisitFlow;

// What is added for one discharge. Of a stay that no insurance here pays nothing is in scope.
typedef struct StayFlow {
    int64_t discharges, bed_days, charge_fen, fund_fen, other_fen, own_fen, operated, level4;
    int64_t in_catalogue_fen, in_scope_fen; // A + B, and A + (1 - theta) B (money/benefit.h)
    int64_t major_illness_fen;              // of other_fen
} StayFlow;

// Work for patients elsewhere: what could have been asked for, was asked for, was done.
typedef struct RemoteFlow {
    int64_t possible, asked, done;
} RemoteFlow;

// Minutes from the decision to go to care in hand, and from a call to the ambulance.
enum { TIME_BINS = 16, BIN_MINUTES = 15 };
typedef struct CareTime {
    int64_t cases, minutes;
    int64_t within[TIME_BINS]; // cases of as many quarters of an hour; the last is open
} CareTime;
typedef struct CallTime {
    int64_t calls, minutes, within_10, within_30;
} CallTime;

static inline int care_time_bin(int64_t minutes) {
    return minutes < BIN_MINUTES * (TIME_BINS - 1) ? (int)(minutes / BIN_MINUTES) : TIME_BINS - 1;
}

enum {
    VISIT_FLOW_NUMBERS = sizeof(VisitFlow) / sizeof(int64_t),
    STAY_FLOW_NUMBERS = sizeof(StayFlow) / sizeof(int64_t)
};

enum { PRESENT, ABSENT, PRESENCES, PLACES = MOST_COUNTIES + 1 };

// Whose admission it is: of a resident of the country or of a town, or of an absent insured.
typedef enum Home { HOME_COUNTRY, HOME_TOWN, HOME_ELSEWHERE, HOMES } Home;

// Flows of visits come first, a cache line each: every visit adds to five of them.
typedef struct Tally {
    VisitFlow visit_at[PRESENCES][PLACES][KIND_COUNT];
    VisitFlow visit_by_scheme[SCHEME_COUNT], visit_by_age[AGE_BAND_COUNT];
    VisitFlow visit_by_disease[DISEASE_COUNT], visit_by_urban[2];
    StayFlow stay_at[PRESENCES][PLACES][KIND_COUNT];
    StayFlow stay_by_scheme[SCHEME_COUNT], stay_by_age[AGE_BAND_COUNT];
    StayFlow stay_by_disease[DISEASE_COUNT], stay_by_urban[2];
    int64_t contacts[CONTACT_COUNT];
    int64_t first_choice[KIND_COUNT];      // where cases went first, exits included
    int64_t first_choice_away[KIND_COUNT]; // of them, absent insured while away
    // Stays begun, moves down apart: whose, the kind that saw the patient last, the kind of the
    // bed.
    int64_t way_to_bed[HOMES][KIND_COUNT][KIND_COUNT];
    // Visits at village clinics that had gone to another kind, exits included, if insurance there
    // stood as before any reform; the second are those to which the fund paid.
    int64_t village_from[KIND_COUNT][2];
    CareTime care_time[2][KIND_COUNT]; // urgent cases, by town of the home and the last kind
    CallTime call_time[2];
    RemoteFlow remote[MOST_COUNTIES][REMOTES];             // by county of the site
    int64_t missed[PLACES][KIND_COUNT]; // slots given to booked visits that nobody came to
    int64_t stay_charged_fen[KIND_COUNT][COMPONENT_COUNT]; // of those discharged, by component
    int64_t count[COUNT_COUNT];
} Tally;

static inline void visit_flow_add(VisitFlow *restrict sum, const VisitFlow *restrict flow) {
    int64_t *restrict to = (int64_t *)sum;
    const int64_t *restrict from = (const int64_t *)flow;
    for (int i = 0; i < VISIT_FLOW_NUMBERS; i++)
        to[i] += from[i];
}

static inline void stay_flow_add(StayFlow *sum, const StayFlow *flow) {
    int64_t *to = (int64_t *)sum;
    const int64_t *from = (const int64_t *)flow;
    for (int i = 0; i < STAY_FLOW_NUMBERS; i++)
        to[i] += from[i];
}

static inline VisitFlow visit_flow_times(const VisitFlow *flow, int64_t times) {
    VisitFlow product = *flow;
    int64_t *number = (int64_t *)&product;
    for (int i = 0; i < VISIT_FLOW_NUMBERS; i++)
        number[i] *= times;
    return product;
}

static inline StayFlow stay_flow_times(const StayFlow *flow, int64_t times) {
    StayFlow product = *flow;
    int64_t *number = (int64_t *)&product;
    for (int i = 0; i < STAY_FLOW_NUMBERS; i++)
        number[i] *= times;
    return product;
}

// Adds every number of one tally to another.
void tally_add(Tally *sum, const Tally *tally);

#endif
