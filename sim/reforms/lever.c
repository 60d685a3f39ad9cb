// SPDX-License-Identifier: MIT
#include "reforms/lever.h"

#include "base/curves.h"

static const double DAYS_PER_MONTH = 365.25 / 12;

extern const Lever village_clinic_insurance_coverage, county_medical_consortium,
    result_mutual_recognition, population_health_information_platform, cross_province_settlement,
    border_regional_medical_centre, upper_level_assistance, primary_facility_standardisation,
    insurance_referral_leverage, big_courtyard, circuit_clinics, green_channel_transfer,
    tcm_specialties_scoliosis_pilot, data_zone_supervision, three_medical_six_medical_synergy;

const Lever *const levers[] = {
    &village_clinic_insurance_coverage,
    &county_medical_consortium,
    &result_mutual_recognition,
    &population_health_information_platform,
    &cross_province_settlement,
    &border_regional_medical_centre,
    &upper_level_assistance,
    &primary_facility_standardisation,
    &insurance_referral_leverage,
    &big_courtyard,
    &circuit_clinics,
    &green_channel_transfer,
    &tcm_specialties_scoliosis_pilot,
    &data_zone_supervision,
    &three_medical_six_medical_synergy,
};
const int lever_count = sizeof levers / sizeof *levers;

double reform_strength(const Reform *reform, int32_t calendar_day_now) {
    if (calendar_day_now < reform->start_day || calendar_day_now >= reform->end_day) return 0;

    const double days = reform->ramp_months * DAYS_PER_MONTH;
    const double since = calendar_day_now - reform->start_day + 1;
    return reform->coverage * (since < days ? since / days : 1.0);
}

double log_share_without(double share) {
    static const double LEAST = 1e-9;
    return curve_log(1.0 - share > LEAST ? 1.0 - share : LEAST);
}

// ---- all reforms together

static Sector sector_of(const Reform *reform) {
    return levers[reform->lever]->sector;
}

static void act(Effects *effects, const Reform *reform, int county, double strength) {
    if (strength > 0 && reform->in_county[county])
        levers[reform->lever]->act(effects, county, strength, reform->value);
}

static double strength_here(const Effects *effects, const Reform *reform, int county, int32_t day) {
    Reform sooner = *reform;
    sooner.ramp_months = effect_share_left(effects, county, EFFECT_RULE_LAG, reform->ramp_months);
    return reform_strength(&sooner, day);
}

// The strength of the strongest reform here of another sector.
static double strongest_beside(const Effects *effects, const Experiment *experiment,
                               const Reform *reform, int county, int32_t day) {
    double strongest = 0;
    for (int r = 0; r < experiment->reform_count; r++) {
        const Reform *other = &experiment->reforms[r];
        const Sector sector = sector_of(other);
        if (!other->in_county[county] || sector == sector_of(reform)) continue;
        if (sector == SECTOR_NONE || sector == SECTOR_COORDINATION) continue;
        const double strength = strength_here(effects, other, county, day);
        strongest = strength > strongest ? strength : strongest;
    }
    return strongest;
}

static double strength_together(const Effects *effects, const Experiment *experiment,
                                const Reform *reform, int county, int32_t day) {
    const double made_up = 1.0 - effect_share_left(effects, county, EFFECT_OFFSET, 1.0);
    const double strength = strength_here(effects, reform, county, day);
    if (made_up <= 0 || strength <= 0 || sector_of(reform) == SECTOR_NONE) return strength;
    return strength +
           (1.0 - strength) * made_up * strongest_beside(effects, experiment, reform, county, day);
}

Effects effects_on(const Experiment *experiment, int32_t calendar_day_now) {
    const int counties = (int)experiment->city.county_count;
    Effects rules = {0};
    for (int r = 0; r < experiment->reform_count; r++) {
        const Reform *reform = &experiment->reforms[r];
        if (sector_of(reform) != SECTOR_COORDINATION) continue;
        for (int county = 0; county < counties; county++)
            act(&rules, reform, county, reform_strength(reform, calendar_day_now));
    }
    Effects effects = rules;
    for (int r = 0; r < experiment->reform_count; r++) {
        const Reform *reform = &experiment->reforms[r];
        if (sector_of(reform) == SECTOR_COORDINATION) continue;
        for (int county = 0; county < counties; county++)
            act(&effects, reform, county,
                strength_together(&rules, experiment, reform, county, calendar_day_now));
    }
    return effects;
}
