// SPDX-License-Identifier: MIT
#include "day/expected_payment.h"

PatientTerms terms_of(const Simulation *simulation, int county, int as_reference) {
    const CountyToday *today = &simulation->today.county[county];
    if (as_reference)
        return (PatientTerms){.filed = simulation->city->parameters.money.filed_share};
    return (PatientTerms){.filed = today->filed,
                          .referred = today->formal_referral / (double)SHARE_ONE,
                          .unreferred_cut = today->unreferred_cut,
                          .deductible_cut = today->deductible_cut,
                          .price_list = simulation->price_list[county]};
}

static int has_leverage(const PatientTerms *terms) {
    return terms->unreferred_cut != 0 || terms->deductible_cut != 0;
}

int terms_are_same(const PatientTerms *one, const PatientTerms *other) {
    return one->filed == other->filed && one->unreferred_cut == other->unreferred_cut &&
           one->deductible_cut == other->deductible_cut &&
           one->price_list == other->price_list &&
           (one->referred == other->referred || !has_leverage(one));
}

double disease_weight(const DiseaseRow *row, ChoiceQuestion question) {
    const double needs = row->episodes_0 + row->episodes_5 + row->episodes_15 + row->episodes_25 +
                         row->episodes_35 + row->episodes_45 + row->episodes_55 +
                         row->episodes_65 + row->episodes_75 + 0.01;
    return question == CHOICE_OF_BED ? needs * row->admission_share_15 + 1e-6 : needs;
}

// Mean charge of a class of case at a kind: its disease groups by their number of needs.
static double mean_charge(const Simulation *simulation, const Prices *prices,
                          ChoiceQuestion question, int kind, int class) {
    const int band = (class >> 1) % COMPLEXITY_BANDS, case_class = (class >> 1) / COMPLEXITY_BANDS;
    double sum = 0, weights = 0;
    for (int g = 0; g < DISEASE_COUNT; g++) {
        if (disease_class[g] != case_class) continue;
        const DiseaseRow *row = &simulation->city->parameters.disease[g];
        const double weight = disease_weight(row, question);
        const Fen mean = question == CHOICE_OF_BED ? prices->mean_admission[kind][g]
                                                   : prices->mean_visit[kind][g];
        sum += weight * (double)mean *
               prices_complexity_ratio(prices, (Disease)g, choice_band_complexity(band));
        weights += weight;
    }
    return weights > 0 ? sum / weights : 0;
}

static int usual_level(Kind kind) {
    return kind == KIND_CITY_HOSPITAL                                     ? 3
           : kind >= KIND_COUNTY_GENERAL && kind != KIND_PRIVATE_HOSPITAL ? 2
                                                                          : 1;
}

// The mean of those who file care outside the city and those who do not.
static double own_filed_or_not(const Simulation *simulation, ChoiceQuestion question,
                               InsuredCharge insured, double filed) {
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

// And of those who are referred and those who are not, where that makes a difference: nobody is
// referred to a first visit.
static double expected_own(const Simulation *simulation, ChoiceQuestion question,
                           const InsuredCharge *insured, const PatientTerms *terms, int urgent) {
    InsuredCharge referred = *insured, alone = *insured;
    referred.deductible_cut = insured->kind > KIND_TOWNSHIP_CENTRE ? terms->deductible_cut : 0;
    alone.rate_cut = insured->kind >= KIND_CITY_HOSPITAL && !urgent ? terms->unreferred_cut : 0;
    const double by_oneself = own_filed_or_not(simulation, question, alone, terms->filed);
    if (question == CHOICE_OF_VISIT || !has_leverage(terms)) return by_oneself;
    return terms->referred * own_filed_or_not(simulation, question, referred, terms->filed) +
           (1.0 - terms->referred) * by_oneself;
}

void expected_payments_fill(ExpectedPayments *expected, const Simulation *simulation,
                            ChoiceQuestion question, const PatientTerms *terms) {
    const Prices *prices = &simulation->prices[terms->price_list];
    for (int kind = KIND_VILLAGE_CLINIC; kind < KIND_COUNT; kind++)
        for (int class = 0; class < CHOICE_CLASSES; class ++) {
            const double charge = mean_charge(simulation, prices, question, kind, class);
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
                        expected_own(simulation, question, &insured, terms, class & 1);
                }
        }
}
