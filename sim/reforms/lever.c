// SPDX-License-Identifier: MIT
#include "reforms/lever.h"

#include "base/curves.h"

static const double DAYS_PER_MONTH = 365.25 / 12;

extern const Lever village_clinic_insurance_coverage, county_medical_consortium,
    result_mutual_recognition, population_health_information_platform, cross_province_settlement,
    border_regional_medical_centre, upper_level_assistance, primary_facility_standardisation,
    insurance_referral_leverage;

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

Effects effects_on(const Experiment *experiment, int32_t calendar_day_now) {
    Effects effects = {0};
    for (int r = 0; r < experiment->reform_count; r++) {
        const Reform *reform = &experiment->reforms[r];
        const double strength = reform_strength(reform, calendar_day_now);
        if (strength <= 0) continue;
        for (uint32_t county = 0; county < experiment->city.county_count; county++)
            if (reform->in_county[county])
                levers[reform->lever]->act(&effects, (int)county, strength, reform->value);
    }
    return effects;
}
