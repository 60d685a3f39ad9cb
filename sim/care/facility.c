// SPDX-License-Identifier: MIT
#include "care/facility.h"

#include "base/curves.h"

#include <stdlib.h>

static const double *capabilities(const KindRow *kind) {
    return &kind->capability_acute; // four doubles in a row, in the order of CASE_CLASSES
}

static uint32_t whole(double amount) {
    return (uint32_t)(amount + 0.5);
}

static double visits_a_day(const City *city, const Institution *institution, double doctors) {
    const KindRow *kind = &city->parameters.kind[institution->kind];
    return doctors * kind->visits_per_doctor_day * kind->slot_stretch;
}

void facility_set(Facility *facility, const City *city, const Institution *institution,
                  const FacilityShift *shift) {
    const KindRow *kind = &city->parameters.kind[institution->kind];
    const Care *care = &city->parameters.care;
    const int staffed = institution->doctors + shift->doctors > 0;
    for (int c = 0; c < CASE_CLASS_COUNT; c++) {
        const double units = capabilities(kind)[c] + institution->capability_offset +
                             (staffed ? shift->capability[c] : 0);
        facility->capability[c] = complexity_stored(units);
        facility->bed_capability[c] = complexity_stored(units + kind->admission_capability);
    }

    const int outside = institution->county == NO_COUNTY;
    const double effort = shift->effort == 0 ? 1 : curve_exp(shift->effort);
    facility->doctors = institution->doctors + shift->doctors;
    facility->remote = shift->remote;
    const double seeing = facility->doctors - facility->remote;
    facility->slots = outside ? UNLIMITED : whole(effort * visits_a_day(city, institution, seeing));

    const double built = shift->beds == 0 ? 1 : curve_exp(shift->beds);
    const double open = institution->beds * care->open_bed_share * built;
    const double extra = institution->level >= 3   ? care->extra_bed_share_level3
                         : institution->level >= 1 ? care->extra_bed_share_level2
                                                   : 0;
    facility->open_beds = outside ? UNLIMITED : whole(open);
    facility->extra_beds = outside ? 0 : whole(open * extra);
    facility->has_beds = outside || institution->beds > 0;
}

// The centre with the most doctors leads a courtyard, the first in the table among equals. A centre
// without doctors belongs to none.
static uint16_t lead_of(const City *city, const Institution *member) {
    const Institution *lead = NULL;
    if (member->courtyard == 0 || member->doctors <= 0) return NO_LEAD;
    for (uint32_t f = 0; f < city->institution_count; f++) {
        const Institution *other = &city->institutions[f];
        if (other->courtyard != member->courtyard || other->county != member->county) continue;
        if (!lead || other->doctors > lead->doctors) lead = other;
    }
    return (uint16_t)(lead - city->institutions);
}

Status facilities_init(Facilities *facilities, const City *city, Report *report) {
    *facilities = (Facilities){.count = city->institution_count};
    facilities->row = report_calloc(report, facilities->count, sizeof *facilities->row);
    if (!facilities->row) return STATUS_NO_MEMORY;

    for (uint32_t f = 0; f < facilities->count; f++) {
        const Institution *institution = &city->institutions[f];
        const int outside = institution->county == NO_COUNTY;
        facilities->row[f] = (Facility){
            .kind = institution->kind,
            .county = outside ? (uint8_t)city->county_count : institution->county,
            .level = institution->level,
            .diagnostics = institution->diagnostics,
            .township = institution->township,
            .lead = lead_of(city, institution),
        };
        facility_set(&facilities->row[f], city, institution, &(FacilityShift){0});
    }
    return STATUS_OK;
}

void facilities_free(Facilities *facilities) {
    free(facilities->row);
    *facilities = (Facilities){0};
}
