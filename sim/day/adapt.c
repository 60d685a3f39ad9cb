// SPDX-License-Identifier: MIT
#include "day/adapt.h"

#include "base/curves.h"
#include "day/contracts.h"
#include "day/expected_payment.h"
#include "day/remote_work.h"
#include "day/pricing.h"
#include "day/staffing.h"
#include "day/tables.h"
#include "day/words.h"
#include "reforms/lever.h"

int background_row(int year) {
    const int row = year - FIRST_BACKGROUND_YEAR;
    return row < 0 ? 0 : row >= BACKGROUND_YEAR_COUNT ? BACKGROUND_YEAR_COUNT - 1 : row;
}

// ---- the day's shares

// What is asked of doctors elsewhere, and what comes of it.
static void set_remote(CountyToday *today, const Simulation *simulation, int county) {
    const Effects *effects = &simulation->effects;
    const RemoteWork *work = &simulation->remote[county];
    for (int remote = 0; remote < REMOTES; remote++) {
        const double asked = remote_asked_share(effects, county, (Remote)remote);
        today->remote_asked[remote] = share_15(asked);
        today->remote_done[remote] = share_15(asked * work->done[remote]);
    }
    const double consulted = effect_sum(effects, county, EFFECT_CONSULTED);
    if (consulted > 0)
        today->consultation_reach =
            effect_sum(effects, county, EFFECT_CONSULTATION_REACH) / consulted;
    const double traced = effect_sum(effects, county, EFFECT_ECG);
    if (traced > 0) {
        today->ecg_positive = share_15(effect_sum(effects, county, EFFECT_ECG_POSITIVE) / traced);
        today->ecg_alarm = share_15(effect_sum(effects, county, EFFECT_ECG_ALARM) / traced);
    }
    today->routed = share_15(1.0 - effect_share_left(effects, county, EFFECT_UNROUTED, 1.0));
    today->reception_minutes = effect_share_left(
        effects, county, EFFECT_RECEPTION, simulation->city->parameters.care.reception_minutes);
    today->heart_straight =
        share_15((1.0 - effect_share_left(effects, county, EFFECT_HEART_UNRECOGNISED, 1.0)) *
                 work->done[REMOTE_ECG]);
    today->heart_minutes =
        effect_share_left(effects, county, EFFECT_HEART_DELAY,
                          simulation->city->parameters.care.transfer_delay_minutes);
    today->site_tests =
        (uint32_t)(effect_share_left(effects, county, EFFECT_SITE_TESTS, ANSWER_ONE) + 0.5);
    today->trusted = (1.0 - effect_share_left(effects, county, EFFECT_UNTRUSTED, 1.0)) *
                     today->remote_done[REMOTE_READING] / SHARE_ONE;
}

static void set_booking(CountyToday *today, const Effects *effects, int county) {
    today->booked = share_15(effect_sum(effects, county, EFFECT_BOOKED));
    today->missed = share_15(effect_sum(effects, county, EFFECT_MISSED));
    today->forgone = share_15(effect_sum(effects, county, EFFECT_FORGONE));
    today->kept_slot =
        share_15(1.0 - effect_share_left(effects, county, EFFECT_SLOT_NOT_KEPT, 1.0));
}

// Maternal cases are referred and moved down as all are, and by the reforms that are theirs alone.
static void set_maternal(CountyToday *today, const Effects *effects, int county, const Care *care) {
    const double formal =
        effect_probability(effects, county, EFFECT_FORMAL_REFERRAL, care->formal_referral_share);
    today->maternal_referral =
        share_15(effect_probability(effects, county, EFFECT_MATERNAL_REFERRAL, formal));
    today->maternal_down =
        effect_probability(effects, county, EFFECT_MATERNAL_DOWN, today->down_referral);
}

static CountyToday county_today(const Simulation *simulation, int county) {
    const Parameters *parameters = &simulation->city->parameters;
    const Effects *effects = &simulation->effects;
    CountyToday today = {
        .formal_referral = share_15(effect_probability(effects, county, EFFECT_FORMAL_REFERRAL,
                                                       parameters->care.formal_referral_share)),
        .down_referral = effect_probability(effects, county, EFFECT_DOWN_REFERRAL,
                                            parameters->care.down_referral_share),
        .declines = effect_share_left(effects, county, EFFECT_DECLINED,
                                      parameters->choice.decline_admission),
        .tcm_referral = effect_probability(effects, county, EFFECT_TCM_REFERRAL,
                                           parameters->care.tcm_referral_share),
        .channelled = share_15(1.0 - effect_share_left(effects, county, EFFECT_UNCHANNELLED, 1.0)),
        .to_lead = share_15(1.0 - effect_share_left(effects, county, EFFECT_YARD_PASSED_OVER, 1.0)),
        .transfer_minutes = effect_share_left(effects, county, EFFECT_TRANSFER_DELAY,
                                              parameters->care.transfer_delay_minutes),
        .filed =
            effect_probability(effects, county, EFFECT_SELF_FILING, parameters->money.filed_share),
        .unreferred_cut = millionths(effect_sum(effects, county, EFFECT_UNREFERRED_CUT)),
        .deductible_cut =
            millionths(1.0 - effect_share_left(effects, county, EFFECT_REFERRED_DEDUCTIBLE, 1.0)),
        .recognising = share_15(1.0 - effect_share_left(effects, county, EFFECT_UNRECOGNISED, 1.0)),
        .connected = share_15(1.0 - effect_share_left(effects, county, EFFECT_UNCONNECTED, 1.0)),
        .heart_ceiling = complexity_stored(effect_sum(effects, county, EFFECT_HEART_CEILING)),
    };
    set_maternal(&today, effects, county, &parameters->care);
    set_remote(&today, simulation, county);
    set_booking(&today, effects, county);
    for (int scheme = 0; scheme < SCHEME_COUNT; scheme++) {
        const double unsettled = 1.0 - parameters->pool[scheme].village_settled_share;
        today.village_settled[scheme] =
            share_15(1.0 - effect_share_left(effects, county, EFFECT_VILLAGE_UNSETTLED, unsettled));
        today.village_settled_before[scheme] = share_15(1.0 - unsettled);
    }
    return today;
}

void adapt_day(Simulation *simulation) {
    Today *today = &simulation->today;
    const int counties = (int)simulation->city->county_count;
    simulation->effects = effects_on(simulation->experiment, today->date);
    for (int county = 0; county < counties; county++)
        today->county[county] = county_today(simulation, county);
    const Parameters *parameters = &simulation->city->parameters;
    today->county[counties] =
        (CountyToday){.formal_referral = share_15(parameters->care.formal_referral_share),
                      .maternal_referral = share_15(parameters->care.formal_referral_share),
                      .declines = parameters->choice.decline_admission,
                      .filed = parameters->money.filed_share};
}

// ---- institutions

static void adapt_crowding(Simulation *simulation) {
    const double memory = simulation->city->parameters.choice.crowding_memory;
    for (uint32_t f = 0; f < simulation->facilities.count; f++) {
        Facility *facility = &simulation->facilities.row[f];
        const uint64_t asked = (uint64_t)facility->served_month + facility->refused_month;
        const uint64_t now = asked ? ((uint64_t)facility->refused_month << 16) / asked : 0;
        facility->turned_away = (uint16_t)(memory * facility->turned_away +
                                           (1 - memory) * (double)(now > 65535 ? 65535 : now));
        facility->served_month = facility->refused_month = 0;
    }
}

// ---- what people choose by

static int is_primary(int kind) {
    return kind >= KIND_VILLAGE_CLINIC && kind <= KIND_TOWNSHIP_CENTRE;
}

static void fill_route_means(const Simulation *simulation, ChoiceInputs *inputs, int crowded) {
    for (int kind = KIND_VILLAGE_CLINIC; kind < KIND_COUNT; kind++) {
        const Route *route = &inputs->route[kind];
        double capability[CASE_CLASS_COUNT] = {0};
        uint32_t before = 0;
        for (int i = 0; i < route->count; i++) {
            const Facility *facility = &simulation->facilities.row[route->way[i].facility];
            const double share = (route->way[i].cumulative - before) / (double)SHARE_ONE;
            before = route->way[i].cumulative;
            for (int c = 0; c < CASE_CLASS_COUNT; c++)
                capability[c] += share * facility->capability[c] / COMPLEXITY_UNIT;
            if (crowded) inputs->turned_away[kind] += share * facility->turned_away / 65536.0;
        }
        for (int c = 0; c < CASE_CLASS_COUNT; c++)
            inputs->capability[kind][c] = capability[c];
    }
}

// What a county's people expect to pay where these shares of village clinics settle with each
// scheme.
static void set_own(ChoicePrices *prices, const Simulation *simulation, ChoiceQuestion question,
                    const ExpectedPayments *expected, const double settled[SCHEME_COUNT]) {
    for (int scheme = 0; scheme < SCHEME_COUNT; scheme++)
        for (int kind = KIND_VILLAGE_CLINIC; kind < KIND_COUNT; kind++)
            for (int class = 0; class < CHOICE_CLASSES; class ++)
                prices->own_yuan[scheme][kind][class] =
                    settled[scheme] * expected->own[1][scheme][kind][class] +
                    (1.0 - settled[scheme]) * expected->own[0][scheme][kind][class];
    choice_weigh_prices(prices, question, &simulation->city->parameters.choice);
}

// What the townships of one county have in common. Those who live elsewhere are a county of their
// own.
typedef struct Adapting {
    Simulation *simulation;
    ChoicePrices visit, bed;
    ChoicePrices without; // as visit, but insurance at village clinics as before any reform
    uint32_t first_township;
    int as_reference, has_without;
} Adapting;

static void adapt_township(void *context, uint32_t turn, int thread) {
    (void)thread;
    const Adapting *adapting = context;
    Simulation *simulation = adapting->simulation;
    const City *city = simulation->city;
    const int township = (int)(adapting->first_township + turn);
    const int as_reference = adapting->as_reference;
    const int elsewhere = township == (int)city->township_count;
    const int year = as_reference ? simulation->experiment->base_year : simulation->today.year;
    ChoiceInputs inputs = {.city = city,
                           .route = simulation->routes.row[township],
                           .elsewhere = elsewhere,
                           .prices = &adapting->bed};
    const int county = elsewhere || as_reference ? NO_COUNTY : city->townships[township].county;
    fill_route_means(simulation, &inputs, !as_reference);
    if (county != NO_COUNTY)
        inputs.log_listed = effect_sum(&simulation->effects, county, EFFECT_LISTED_BEDS);
    choice_fill(&simulation->beds, CHOICE_OF_BED, township, &inputs, as_reference);

    for (int kind = KIND_VILLAGE_CLINIC; kind < KIND_COUNT; kind++)
        if (is_primary(kind))
            inputs.utility_shift[kind] =
                city->parameters.background[background_row(year)].primary_utility;
    if (county != NO_COUNTY) {
        inputs.log_listed = effect_sum(&simulation->effects, county, EFFECT_SIMPLE_CLINICS);
        inputs.utility_shift[KIND_COUNTY_TCM] =
            effect_sum(&simulation->effects, county, EFFECT_TCM_PULL);
        inputs.contract_shift = simulation->public_health.county[county].continuity;
        inputs.utility_shift[KIND_TOWNSHIP_CENTRE] +=
            effect_sum(&simulation->effects, county, EFFECT_TOWNSHIP_PULL);
    }
    inputs.prices = &adapting->visit;
    choice_fill(&simulation->visits, CHOICE_OF_VISIT, township, &inputs, as_reference);
    // Once more without the reform of insurance at village clinics: the difference is what it
    // moves.
    if (!adapting->has_without) return;
    inputs.prices = &adapting->without;
    choice_fill(&simulation->visits_without, CHOICE_OF_VISIT, township, &inputs, as_reference);
}

// The payments of one county, and by them the tables of its townships.
static void adapt_county(Adapting *adapting, int county, const ExpectedPayments *visit,
                         const ExpectedPayments *bed) {
    Simulation *simulation = adapting->simulation;
    const City *city = simulation->city;
    const int elsewhere = county == (int)city->county_count;
    const uint16_t *first = simulation->residents.county_first;
    double settled[SCHEME_COUNT] = {0}, before[SCHEME_COUNT];
    for (int scheme = 0; scheme < SCHEME_COUNT; scheme++) {
        before[scheme] = city->parameters.pool[scheme].village_settled_share;
        if (elsewhere) continue;
        settled[scheme] =
            adapting->as_reference
                ? before[scheme]
                : simulation->today.county[county].village_settled[scheme] / (double)SHARE_ONE;
    }
    adapting->has_without =
        adapting->as_reference || (!elsewhere && simulation->village_reformed[county]);
    set_own(&adapting->visit, simulation, CHOICE_OF_VISIT, visit, settled);
    set_own(&adapting->bed, simulation, CHOICE_OF_BED, bed, settled);
    if (adapting->has_without)
        set_own(&adapting->without, simulation, CHOICE_OF_VISIT, visit,
                adapting->as_reference ? settled : before);
    adapting->first_township = elsewhere ? city->township_count : first[county];
    team_share(simulation->team, elsewhere ? 1u : (uint32_t)(first[county + 1] - first[county]),
               adapt_township, adapting);
}

// Counties in which patients pay by the same terms share what they expect to pay.
static void adapt_choices(Simulation *simulation, int as_reference) {
    const int counties = (int)simulation->city->county_count;
    Adapting adapting = {.simulation = simulation, .as_reference = as_reference};
    ExpectedPayments visit, bed;
    PatientTerms last = {0};
    for (int county = 0; county < counties; county++)
        simulation->village_reformed[county] =
            effect_sum(&simulation->effects, county, EFFECT_VILLAGE_UNSETTLED) != 0;
    for (int county = 0; county <= counties; county++) {
        const PatientTerms terms = terms_of(simulation, county, as_reference);
        if (county == 0 || !terms_are_same(&last, &terms)) {
            expected_payments_fill(&visit, simulation, CHOICE_OF_VISIT, &terms);
            expected_payments_fill(&bed, simulation, CHOICE_OF_BED, &terms);
        }
        last = terms;
        adapt_county(&adapting, county, &visit, &bed);
    }
}

void adapt_reference(Simulation *simulation) {
    pricing_set(simulation, simulation->experiment->base_year, 1);
    adapt_choices(simulation, 1);
}

void adapt_month(Simulation *simulation) {
    adapt_crowding(simulation);
    remote_plan(simulation);
    staffing_set(simulation);
    pricing_set(simulation, simulation->today.year, 0);
    contracts_open_month(simulation);
    adapt_choices(simulation, 0);
}
