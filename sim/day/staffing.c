// SPDX-License-Identifier: MIT
#include "day/staffing.h"

// General hospitals of one county: doctors registered, and what levers do with them.
typedef struct CountyStaff {
    double doctors, generals; // of general hospitals with doctors
    double receivers;         // township centres
    double drawn, sent, lent; // to city hospitals; to townships; from city hospitals
} CountyStaff;

typedef struct Staff {
    CountyStaff county[MOST_COUNTIES];
    double city_doctors, drawn, lent; // of city hospitals; all who come to them, and leave them
} Staff;

static void count_registered(Staff *staff, const City *city) {
    for (uint32_t f = 0; f < city->institution_count; f++) {
        const Institution *institution = &city->institutions[f];
        if (institution->county == NO_COUNTY) continue;
        CountyStaff *county = &staff->county[institution->county];
        if (institution->kind == KIND_COUNTY_GENERAL) {
            county->doctors += institution->doctors;
            county->generals += institution->doctors > 0;
        }
        county->receivers += institution->kind == KIND_TOWNSHIP_CENTRE;
        if (institution->kind == KIND_CITY_HOSPITAL) staff->city_doctors += institution->doctors;
    }
}

// Each county has the same part of the city's doctors to ask for, so that no sum of requests can
// be more than there are. Nobody goes where nobody receives.
static Staff staff_of(const City *city, const Effects *effects) {
    Staff staff = {.city_doctors = 0};
    count_registered(&staff, city);
    for (int c = 0; c < (int)city->county_count; c++) {
        CountyStaff *county = &staff.county[c];
        if (staff.city_doctors > 0) {
            const double part = staff.city_doctors / city->county_count;
            county->drawn = county->doctors -
                            effect_share_left(effects, c, EFFECT_DOCTORS_DRAWN_UP, county->doctors);
            if (county->generals > 0)
                county->lent = part - effect_share_left(effects, c, EFFECT_DOCTORS_LENT, part);
        }
        const double stay = county->doctors - county->drawn;
        county->sent = stay - effect_share_left(effects, c, EFFECT_DOCTORS_SENT_DOWN, stay);
        staff.drawn += county->drawn;
        staff.lent += county->lent;
    }
    return staff;
}

static void add_to_all_classes(FacilityShift *shift, double units) {
    for (int c = 0; c < CASE_CLASS_COUNT; c++)
        shift->capability[c] += units;
}

static void shift_general(FacilityShift *shift, const Staff *staff, const Effects *effects,
                          const Institution *institution) {
    const int c = institution->county;
    const CountyStaff *county = &staff->county[c];
    const double doctors = institution->doctors;
    const double stay = staff->city_doctors > 0
                            ? effect_share_left(effects, c, EFFECT_DOCTORS_DRAWN_UP, doctors)
                            : doctors;
    const double left = county->receivers > 0
                            ? effect_share_left(effects, c, EFFECT_DOCTORS_SENT_DOWN, stay)
                            : stay;
    shift->doctors = left - doctors;
    if (doctors > 0) shift->doctors += county->lent * doctors / county->doctors;
    add_to_all_classes(shift, effect_sum(effects, c, EFFECT_COUNTY_CAPABILITY));
}

static FacilityShift shift_of(const City *city, const Staff *staff, const Effects *effects,
                              const Institution *institution) {
    const int c = institution->county;
    const CountyStaff *county = &staff->county[c];
    FacilityShift shift = {0};
    switch ((Kind)institution->kind) {
    case KIND_COUNTY_GENERAL:
        shift_general(&shift, staff, effects, institution);
        break;
    case KIND_CITY_HOSPITAL:
        add_to_all_classes(&shift, effect_sum(effects, c, EFFECT_CITY_CAPABILITY));
        if (institution->doctors > 0)
            shift.doctors =
                (staff->drawn - staff->lent) * institution->doctors / staff->city_doctors;
        break;
    case KIND_TOWNSHIP_CENTRE:
        add_to_all_classes(&shift, effect_sum(effects, c, EFFECT_TOWNSHIP_CAPABILITY));
        shift.capability[CLASS_CHRONIC] += effect_sum(effects, c, EFFECT_CHRONIC_CAPABILITY);
        shift.doctors = county->sent / county->receivers;
        break;
    case KIND_VILLAGE_CLINIC:
        add_to_all_classes(&shift, effect_sum(effects, c, EFFECT_VILLAGE_CAPABILITY) *
                                       city->townships[institution->township].doctor_present_share);
        shift.capability[CLASS_CHRONIC] += effect_sum(effects, c, EFFECT_CHRONIC_CAPABILITY);
        break;
    default:
        break;
    }
    return shift;
}

void staffing_set(Simulation *simulation) {
    const City *city = simulation->city;
    const Staff staff = staff_of(city, &simulation->effects);
    for (uint32_t f = 0; f < city->institution_count; f++) {
        const Institution *institution = &city->institutions[f];
        if (institution->county == NO_COUNTY) continue;
        const FacilityShift shift = shift_of(city, &staff, &simulation->effects, institution);
        facility_set(&simulation->facilities.row[f], city, institution, &shift);
    }
}
