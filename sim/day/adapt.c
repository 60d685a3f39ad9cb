// SPDX-License-Identifier: MIT
#include "day/adapt.h"

#include "base/curves.h"
#include "day/tables.h"
#include "day/words.h"
#include "reforms/lever.h"

int background_row(int year) {
    const int row = year - FIRST_BACKGROUND_YEAR;
    return row < 0 ? 0 : row >= BACKGROUND_YEAR_COUNT ? BACKGROUND_YEAR_COUNT - 1 : row;
}

// ---- the day's shares

static CountyToday county_today(const Simulation *simulation, int county) {
    const Parameters *parameters = &simulation->city->parameters;
    const Effects *effects = &simulation->effects;
    CountyToday today = {
        .formal_referral = share_15(effect_probability(effects, county, EFFECT_FORMAL_REFERRAL,
                                                       parameters->care.formal_referral_share)),
        .down_referral = effect_probability(effects, county, EFFECT_DOWN_REFERRAL,
                                            parameters->care.down_referral_share),
        .recognising = share_15(1.0 - effect_share_left(effects, county, EFFECT_UNRECOGNISED, 1.0)),
        .connected = share_15(1.0 - effect_share_left(effects, county, EFFECT_UNCONNECTED, 1.0)),
    };
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
    today->county[counties] = (CountyToday){
        .formal_referral = share_15(simulation->city->parameters.care.formal_referral_share)};
}

// ---- institutions

static int moved_by_consortium(Kind kind) {
    return kind == KIND_COUNTY_GENERAL || kind == KIND_TOWNSHIP_CENTRE ||
           kind == KIND_VILLAGE_CLINIC;
}

// Doctors that the county general hospitals send down, and township centres that receive them.
static double doctors_sent(const Simulation *simulation, int county, double *receivers) {
    double doctors = 0;
    *receivers = 0;
    for (uint32_t f = 0; f < simulation->facilities.count; f++) {
        const Institution *institution = &simulation->city->institutions[f];
        if (institution->county != county) continue;
        if (institution->kind == KIND_COUNTY_GENERAL) doctors += institution->doctors;
        *receivers += institution->kind == KIND_TOWNSHIP_CENTRE;
    }
    return doctors -
           effect_share_left(&simulation->effects, county, EFFECT_DOCTORS_SENT_DOWN, doctors);
}

static FacilityShift shift_of(const Simulation *simulation, const Institution *institution,
                              double sent, double receivers) {
    const Effects *effects = &simulation->effects;
    const int county = institution->county;
    FacilityShift shift = {0};
    if (institution->kind == KIND_COUNTY_GENERAL) { // nobody goes where nobody receives
        if (receivers > 0)
            shift.doctors =
                effect_share_left(effects, county, EFFECT_DOCTORS_SENT_DOWN, institution->doctors) -
                institution->doctors;
        return shift;
    }
    const double township = institution->kind == KIND_TOWNSHIP_CENTRE
                                ? effect_sum(effects, county, EFFECT_TOWNSHIP_CAPABILITY)
                                : 0;
    for (int c = 0; c < CASE_CLASS_COUNT; c++)
        shift.capability[c] = township;
    shift.capability[CLASS_CHRONIC] += effect_sum(effects, county, EFFECT_CHRONIC_CAPABILITY);
    if (institution->kind == KIND_TOWNSHIP_CENTRE && receivers > 0)
        shift.doctors = sent / receivers;
    return shift;
}

static void adapt_facilities(Simulation *simulation) {
    const int counties = (int)simulation->city->county_count;
    double sent[MOST_COUNTIES], receivers[MOST_COUNTIES];
    for (int county = 0; county < counties; county++)
        sent[county] = doctors_sent(simulation, county, &receivers[county]);

    for (uint32_t f = 0; f < simulation->facilities.count; f++) {
        const Institution *institution = &simulation->city->institutions[f];
        if (institution->county == NO_COUNTY || !moved_by_consortium((Kind)institution->kind))
            continue;
        const FacilityShift shift = shift_of(simulation, institution, sent[institution->county],
                                             receivers[institution->county]);
        facility_set(&simulation->facilities.row[f], simulation->city, institution, &shift);
    }
}

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

// ---- what people expect

// Mean charge of a class of case at a kind: its disease groups by their number of needs.
static double mean_charge(const Simulation *simulation, ChoiceQuestion question, int kind,
                          int class) {
    const int band = (class >> 1) % COMPLEXITY_BANDS, case_class = (class >> 1) / COMPLEXITY_BANDS;
    double sum = 0, weights = 0;
    for (int g = 0; g < DISEASE_COUNT; g++) {
        if (disease_class[g] != case_class) continue;
        const DiseaseRow *row = &simulation->city->parameters.disease[g];
        const double needs = row->episodes_0 + row->episodes_5 + row->episodes_15 +
                             row->episodes_25 + row->episodes_35 + row->episodes_45 +
                             row->episodes_55 + row->episodes_65 + row->episodes_75 + 0.01;
        const double weight =
            question == CHOICE_OF_BED ? needs * row->admission_share_15 + 1e-6 : needs;
        const Fen mean = question == CHOICE_OF_BED ? simulation->prices.mean_admission[kind][g]
                                                   : simulation->prices.mean_visit[kind][g];
        sum +=
            weight * (double)mean *
            prices_complexity_ratio(&simulation->prices, (Disease)g, choice_band_complexity(band));
        weights += weight;
    }
    return weights > 0 ? sum / weights : 0;
}

static int usual_level(Kind kind) {
    return kind == KIND_CITY_HOSPITAL                                     ? 3
           : kind >= KIND_COUNTY_GENERAL && kind != KIND_PRIVATE_HOSPITAL ? 2
                                                                          : 1;
}

// Expected payment of a patient in yuan, where village clinics settle and where they do not.
typedef struct Expected {
    double own[2][SCHEME_COUNT][KIND_COUNT][CHOICE_CLASSES];
} Expected;

// The mean of those who file care outside the city and those who do not.
static double expected_own(const Simulation *simulation, ChoiceQuestion question,
                           InsuredCharge insured) {
    const double filed = simulation->city->parameters.money.filed_share;
    Fen own[AWAY_COUNT];
    for (Away away = AWAY_NO; away <= AWAY_UNFILED; away++) {
        insured.away = (uint8_t)away;
        own[away] = question == CHOICE_OF_BED
                        ? benefit_expected_admission(&simulation->benefits, &insured)
                        : benefit_expected_visit(&simulation->benefits, &insured);
    }
    if (insured.kind < KIND_OUTSIDE_CITY) return (double)own[AWAY_NO] / 100.0;
    return (filed * (double)own[AWAY_FILED] + (1.0 - filed) * (double)own[AWAY_UNFILED]) / 100.0;
}

static void fill_expected(const Simulation *simulation, ChoiceQuestion question,
                          Expected *expected) {
    for (int kind = KIND_VILLAGE_CLINIC; kind < KIND_COUNT; kind++)
        for (int class = 0; class < CHOICE_CLASSES; class ++) {
            const double charge = mean_charge(simulation, question, kind, class);
            for (int scheme = 0; scheme < SCHEME_COUNT; scheme++)
                for (int settled = 0; settled < 2; settled++) {
                    const InsuredCharge insured = {
                        .charge = fen_round(charge),
                        .scheme = (uint8_t)scheme,
                        .kind = (uint8_t)kind,
                        .level =
                            (uint8_t)benefit_level((Kind)kind, usual_level((Kind)kind), AWAY_NO),
                        .village_settled = (uint8_t)settled};
                    expected->own[settled][scheme][kind][class] =
                        expected_own(simulation, question, insured);
                }
        }
}

static int is_primary(int kind) {
    return kind >= KIND_VILLAGE_CLINIC && kind <= KIND_TOWNSHIP_CENTRE;
}

static void fill_route_means(const Simulation *simulation, ChoiceInputs *inputs, int crowded) {
    for (int kind = KIND_VILLAGE_CLINIC; kind < KIND_COUNT; kind++) {
        const Route *route = &inputs->route[kind];
        uint32_t before = 0;
        for (int i = 0; i < route->count; i++) {
            const Facility *facility = &simulation->facilities.row[route->facility[i]];
            const double share = (route->cumulative[i] - before) / (double)SHARE_ONE;
            before = route->cumulative[i];
            for (int c = 0; c < CASE_CLASS_COUNT; c++)
                inputs->capability[kind][c] += share * facility->capability[c] / COMPLEXITY_UNIT;
            if (crowded) inputs->turned_away[kind] += share * facility->turned_away / 65536.0;
        }
    }
}

// Expected payments where these shares of village clinics settle with each scheme.
static void fill_own(ChoiceInputs *inputs, const Expected *expected,
                     const double settled[SCHEME_COUNT]) {
    for (int scheme = 0; scheme < SCHEME_COUNT; scheme++)
        for (int kind = KIND_VILLAGE_CLINIC; kind < KIND_COUNT; kind++)
            for (int class = 0; class < CHOICE_CLASSES; class ++)
                inputs->own_yuan[scheme][kind][class] =
                    settled[scheme] * expected->own[1][scheme][kind][class] +
                    (1.0 - settled[scheme]) * expected->own[0][scheme][kind][class];
}

static ChoiceInputs inputs_of(const Simulation *simulation, ChoiceQuestion question, int township,
                              const Expected *expected, int as_reference) {
    const City *city = simulation->city;
    const int elsewhere = township == (int)city->township_count;
    const CountyToday *today =
        elsewhere ? NULL : &simulation->today.county[city->townships[township].county];
    double settled[SCHEME_COUNT] = {0};
    for (int scheme = 0; scheme < SCHEME_COUNT && !elsewhere; scheme++)
        settled[scheme] = as_reference ? city->parameters.pool[scheme].village_settled_share
                                       : today->village_settled[scheme] / (double)SHARE_ONE;
    const int year = as_reference ? simulation->experiment->base_year : simulation->today.year;

    ChoiceInputs inputs = {
        .city = city, .route = simulation->routes.row[township], .elsewhere = elsewhere};
    fill_route_means(simulation, &inputs, !as_reference);
    for (int kind = KIND_VILLAGE_CLINIC; kind < KIND_COUNT; kind++)
        if (question == CHOICE_OF_VISIT && is_primary(kind))
            inputs.utility_shift[kind] =
                city->parameters.background[background_row(year)].primary_utility;
    fill_own(&inputs, expected, settled);
    return inputs;
}

// Today's choices of a visit again, with insurance at village clinics as before any reform: what
// the reform moves is told by the difference.
static void fill_without(Simulation *simulation, int township, const ChoiceInputs *inputs,
                         const Expected *expected, int as_reference) {
    const City *city = simulation->city;
    const int elsewhere = township == (int)city->township_count;
    if (!as_reference &&
        (elsewhere || !simulation->village_reformed[city->townships[township].county]))
        return;
    ChoiceInputs without = *inputs;
    double settled[SCHEME_COUNT];
    for (int scheme = 0; scheme < SCHEME_COUNT; scheme++)
        settled[scheme] = city->parameters.pool[scheme].village_settled_share;
    if (!as_reference) fill_own(&without, expected, settled);
    choice_fill(&simulation->visits_without, CHOICE_OF_VISIT, township, &without, as_reference);
}

typedef struct Adapting {
    Simulation *simulation;
    Expected visit, bed;
    int as_reference;
} Adapting;

static void adapt_township(void *context, uint32_t turn, int thread) {
    (void)thread;
    const Adapting *adapting = context;
    Simulation *simulation = adapting->simulation;
    const int township = (int)turn, as_reference = adapting->as_reference;
    const ChoiceInputs for_visit =
        inputs_of(simulation, CHOICE_OF_VISIT, township, &adapting->visit, as_reference);
    choice_fill(&simulation->visits, CHOICE_OF_VISIT, township, &for_visit, as_reference);
    fill_without(simulation, township, &for_visit, &adapting->visit, as_reference);
    const ChoiceInputs for_bed =
        inputs_of(simulation, CHOICE_OF_BED, township, &adapting->bed, as_reference);
    choice_fill(&simulation->beds, CHOICE_OF_BED, township, &for_bed, as_reference);
}

static void adapt_choices(Simulation *simulation, int as_reference) {
    Adapting adapting = {.simulation = simulation, .as_reference = as_reference};
    fill_expected(simulation, CHOICE_OF_VISIT, &adapting.visit);
    fill_expected(simulation, CHOICE_OF_BED, &adapting.bed);
    for (uint32_t county = 0; county < simulation->city->county_count; county++)
        simulation->village_reformed[county] =
            effect_sum(&simulation->effects, (int)county, EFFECT_VILLAGE_UNSETTLED) != 0;
    team_share(simulation->team, simulation->city->township_count + 1, adapt_township, &adapting);
}

static void set_prices(Simulation *simulation, int year) {
    PriceIndex index;
    price_index_init(&index, &simulation->city->parameters, background_row(year));
    prices_init(&simulation->prices, &simulation->city->parameters, &index);
}

void adapt_reference(Simulation *simulation) {
    set_prices(simulation, simulation->experiment->base_year);
    adapt_choices(simulation, 1);
}

void adapt_month(Simulation *simulation) {
    adapt_crowding(simulation);
    adapt_facilities(simulation);
    set_prices(simulation, simulation->today.year);
    adapt_choices(simulation, 0);
}
