// SPDX-License-Identifier: MIT
// One replicate of one experiment: its people, institutions, tables and books, and what today is.
//
// Work is cut by county (a shard: its residents and the lists of their requests) and by institution; the cut
// follows the model and never the number of threads, so that the results are the same bits on any number.
#ifndef HXSIM_DAY_SIMULATION_H
#define HXSIM_DAY_SIMULATION_H

#include "base/draw.h"
#include "base/status.h"
#include "base/team.h"
#include "care/choice.h"
#include "care/facility.h"
#include "care/remote.h"
#include "care/route.h"
#include "care/ward.h"
#include "config/experiment.h"
#include "day/agenda.h"
#include "day/public_health.h"
#include "day/tally.h"
#include "money/benefit.h"
#include "money/bill.h"
#include "money/ledger.h"
#include "money/operation.h"
#include "money/price_change.h"
#include "people/hazard.h"
#include "people/residents.h"
#include "people/stays_year.h"
#include "people/year.h"
#include "reforms/effects.h"

#include <stdint.h>

enum { ROUNDS_A_DAY = 3, FREE_SHARES = 8, MARGINS = 511, AGE_THIRDS = 3 };

// What the books of a county add up to, in fen.
typedef struct Books {
    Fen charged, own, fund; // own: of patients, visitors among them
} Books;

// Where the laws stood at the end of the last month.
typedef struct Balance {
    int64_t open, up, down, alive, absent;
    Vital vital;   // of this year
    Books books;   // of this year
    uint8_t begun; // 1 after the first month
} Balance;

// The people of one county and the day's requests; the last shard is the visitors'.
typedef struct Shard {
    int county; // index; county_count for the visitors
    RequestList today, sorted, next_round, tomorrow, beds;
    uint32_t *offset;     // [facilities + 1] of `sorted`
    uint32_t *bed_offset; // [facilities + 1] of `beds_sorted`
    RequestList beds_sorted;
    WardEvent *event;     // what the wards told today
    uint32_t event_count, event_capacity, events_lost;
    Agenda agenda;
    Deaths deaths;
    Vital vital;
    StayAccounts stays;
    Ledger *ledger; // this year's books
    Tally *tally;   // this month's counts
    uint32_t visitors_so_far;
    Balance balance;
} Shard;

// Numbers that the parameters give once and the day only looks up; 15-bit words are compared with shares.
typedef struct DayTables {
    uint16_t settles[MARGINS];         // by capability - complexity + 255, in 1/SHARE_ONE
    uint16_t admits[DISEASE_COUNT][AGE_THIRDS][32][FREE_SHARES]; // by complexity / 8, in 1/65536
    uint16_t admits_flare[DISEASE_COUNT][32][FREE_SHARES];
    float normal[256];                 // quantiles at the middle of 256 classes
    float complexity_mean[DISEASE_COUNT], complexity_sd[DISEASE_COUNT]; // in 1/32 unit
    float condition_shift[CONTACT_FLARE + 1][CONDITION_COUNT]; // of complexity, by contact; 0 for the acute
    float urgent_above[DISEASE_COUNT]; // latent acuity
    uint16_t followup[DISEASE_COUNT];  // another visit follows, in 1/SHARE_ONE
    uint8_t followup_days[DISEASE_COUNT];
    uint16_t elective[DISEASE_COUNT];  // not urgent: put off at Spring Festival, in 1/SHARE_ONE
    uint16_t visitor_disease[DISEASE_COUNT]; // cumulative, in 1/SHARE_ONE
    uint16_t tested[KIND_COUNT][DISEASE_COUNT]; // in 1/SHARE_ONE
    uint16_t scan[DISEASE_COUNT], imaging[DISEASE_COUNT]; // cumulative, in 1/SHARE_ONE
    double visit_noise[KIND_COUNT][256];   // factors of mean 1
    double stay_sigma[DISEASE_COUNT];      // of the logarithm of days
    double stay_noise_sigma[KIND_COUNT];
} DayTables;

// Everything about today that is the same for all of a county.
typedef struct CountyToday {
    uint16_t village_settled[SCHEME_COUNT]; // village clinics at which the scheme pays, in 1/SHARE_ONE
    uint16_t village_settled_before[SCHEME_COUNT]; // and at which it paid before any reform
    uint16_t formal_referral;   // in 1/SHARE_ONE
    double down_referral;       // share
    double declines;            // beds needed, not urgent
    uint16_t maternal_referral; // the same two of maternal cases
    double maternal_down;
    uint8_t heart_ceiling;      // of city hospitals, in 1/32 unit
    double tcm_referral;        // share
    uint16_t channelled, to_lead; // urgent cases; cases that can wait; in 1/SHARE_ONE
    double transfer_minutes;    // beside the way, through the channel
    double filed;               // share who file care outside the city by themselves
    Millionths unreferred_cut;  // points off the rate above the county, without a referral
    Millionths deductible_cut;  // share of the deductible of a stay that the referred are spared
    uint16_t recognising, connected; // of member institutions' results, in 1/SHARE_ONE
    uint16_t remote_asked[REMOTES], remote_done[REMOTES]; // of all cases, in 1/SHARE_ONE
    uint32_t site_tests; // at township centres, against as many as usual, in 1/ANSWER_ONE
    uint16_t ecg_positive, ecg_alarm;        // of tracings read, in 1/SHARE_ONE
    uint16_t booked, missed, forgone, kept_slot; // booked visits, and referrals; in 1/SHARE_ONE
    uint16_t routed;           // of those who call, taken to where their case fits, in 1/SHARE_ONE
    double reception_minutes;  // from the door to a team, of those who called
    uint16_t heart_straight;                 // urgent heart cases recognised, in 1/SHARE_ONE
    double heart_minutes;      // beside the way, of these
    double consultation_reach; // of the distance in capability, share
    double trusted;      // share of results that the county's own centre may have read
} CountyToday;

// Of cases of a class that are not settled, those referred by the institution, in 1/SHARE_ONE; and of
// stays, the share that is moved down.
static inline uint32_t formal_referral_of(const CountyToday *today, unsigned case_class) {
    return case_class == CLASS_MATERNAL ? today->maternal_referral : today->formal_referral;
}

static inline double down_referral_of(const CountyToday *today, unsigned case_class) {
    return case_class == CLASS_MATERNAL ? today->maternal_down : today->down_referral;
}

typedef struct Today {
    uint32_t day;      // simulated, 0 is the first of the warm-up
    int32_t date;      // calendar day
    int year, month, day_of_month, half_month, day_of_year; // the last from 0
    int32_t first_of_year; // calendar day at which ages are counted
    uint8_t weekend, absent_at_home, in_warm_up;
    uint8_t festival;    // days until Spring Festival is over, 0 on other days than its own
    uint8_t catching_up; // a day on which care put off at the festival is taken up
    double stay_factor; // of mean stays, background of this year
    CountyToday county[MOST_COUNTIES + 1];
} Today;

// The stages of a day whose wall time is measured.
#define STAGE_TIMES(X)                                                                                       \
    X(TIME_YEAR, year) X(TIME_TABLES, tables) X(TIME_NEED, need) X(TIME_RESOLVE, resolve)                    \
    X(TIME_SERVE, serve) X(TIME_WARDS, wards) X(TIME_RECEIVE, receive)
#define FIRST_OF(name, ...) name,
enum { STAGE_TIMES(FIRST_OF) STAGES };
#undef FIRST_OF

typedef struct Simulation {
    const Experiment *experiment;
    const City *city;
    DrawKey key;
    int fixed_demography;
    uint32_t days, shards;
    Clock clock;
    Hazards hazards;
    Residents residents;
    EmployeeShares employees; // of adults at the start
    Facilities facilities;
    Routes routes;
    ChoiceTable visits, beds;
    ChoiceTable visits_without; // as visits, but insurance at village clinics as before any reform
    uint8_t village_reformed[MOST_COUNTIES]; // 1 where the two differ
    DayTables tables;
    Prices *prices; // lists in force: [county_count + 1] at most, the first as without reforms
    uint8_t price_list[MOST_COUNTIES + 1]; // by county of the institution, the last outside the city
    PriceChange price_change[MOST_COUNTIES]; // of this month
    PriceYear *price_year; // so far
    Works works; // of the months so far, of which there are `work_months`; sums
    double capital_spent[MOST_COUNTIES]; // million yuan, up to the last month
    int work_months;
    struct Priced *priced; // what of the year's books is in it
    Benefits benefits;
    Effects effects;
    Effects effects_of_month; // by which institutions are staffed
    RemoteWork remote[MOST_COUNTIES];
    PublicHealth public_health;
    StageMoves stage_moves[MOST_COUNTIES];
    YearTurn turn; // of the current year
    Ward *ward; // [facilities]
    struct CaseGroups *groups; // [GROUPINGS]
    struct Portfolio *portfolio; // contracts beside payment by item; NULL if no reform makes one
    const struct Answer *answer; // [facilities] to these contracts, or to prices; NULL without any
    struct Stand *price_stand;   // [facilities] where there are no contracts; or NULL
    struct Answer *price_answer; // [facilities] likewise
    struct Arena *arena; // of the groups
    struct Load *load; // of institutions of true size, at one in n; NULL at one in one
    Shard *shard; // [counties + 1]
    uint32_t *order; // [shards] largest first, so that threads end a stage together
    struct Threshold *threshold; // [facilities] of this round
    RequestList scratch; // to order the requests of one institution
    uint32_t *asked;     // [facilities] requests of this round
    Team *team;       // that shares the work; NULL: the caller alone
    Today today;
    uint64_t visits_simulated, person_days; // for benchmarks
    double seconds[STAGES];
} Simulation;

// The price list of an institution's county.
static inline const Prices *prices_at(const Simulation *simulation, uint8_t county) {
    return &simulation->prices[simulation->price_list[county]];
}

// Takes all memory of a replicate and builds its first population. `team` stays the caller's.
Status simulation_init(Simulation *simulation, const Experiment *experiment, int replicate,
                       Team *team, Report *report);
void simulation_free(Simulation *simulation);

#endif
