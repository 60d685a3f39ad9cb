// SPDX-License-Identifier: MIT
#include "day/staffing.h"

#include "day/market.h"

// Whether a team counts with its presence today, or with its share of the days.
typedef enum Span { SPAN_DAY, SPAN_MONTH } Span;

// One county: doctors registered at its general hospitals, and what levers do with them.
typedef struct CountyStaff {
    double doctors, generals;          // of general hospitals with doctors
    double receivers;                  // township centres
    double drawn, sent, lent;          // to city hospitals; to townships; from city hospitals
    double posted;                     // from city hospitals to townships
    uint32_t subcentres;               // township centres that are built up
    const Institution *last_subcentre; // the smallest of them, or NULL
    double gained;                     // doctors whom each gains
    uint32_t sites, teams;             // centres that teams may visit; teams on one day
    double team, out;                  // doctors of a team; doctors of all teams, over the span
    double remote;                     // who work for patients elsewhere
} CountyStaff;

typedef struct Staff {
    const City *city;
    const Effects *effects;
    const PublicHealth *health;
    const Facility *facility;
    const RemoteWork *work; // [counties]
    uint32_t cycle;         // days from market to market
    int32_t date;
    Span span;
    CountyStaff county[MOST_COUNTIES];
    double city_doctors, drawn, lent;  // of city hospitals; all who come to them, and leave them
    uint32_t next_site[MOST_COUNTIES]; // while institutions are gone through in order
} Staff;

static int follows_a_lead(const Staff *staff, uint32_t f) {
    return staff->facility[f].lead != NO_LEAD && staff->facility[f].lead != f;
}

// Teams visit centres with doctors of their own, but for those that lead a courtyard.
static int is_site(const Staff *staff, uint32_t f) {
    const Institution *institution = &staff->city->institutions[f];
    return institution->kind == KIND_TOWNSHIP_CENTRE && institution->doctors > 0 &&
           staff->facility[f].lead != f;
}

static void count_registered(Staff *staff) {
    for (uint32_t f = 0; f < staff->city->institution_count; f++) {
        const Institution *institution = &staff->city->institutions[f];
        if (institution->county == NO_COUNTY) continue;
        CountyStaff *county = &staff->county[institution->county];
        if (institution->kind == KIND_COUNTY_GENERAL) {
            county->doctors += institution->doctors;
            county->generals += institution->doctors > 0;
        }
        county->receivers += institution->kind == KIND_TOWNSHIP_CENTRE;
        county->sites += (uint32_t)is_site(staff, f);
        if (institution->kind == KIND_CITY_HOSPITAL) staff->city_doctors += institution->doctors;
    }
}

static double presence(const Staff *staff, const CountyStaff *county, uint32_t site) {
    if (staff->span == SPAN_MONTH)
        return market_days_share(site, county->sites, county->teams, staff->cycle);
    return market_has_team(site, county->sites, county->teams, staff->cycle, staff->date);
}

// As many teams as are whole; on the fullest market day they are no more than who is left at home.
static void plan_teams(const Staff *staff, CountyStaff *county, int c) {
    const double teams = effect_sum(staff->effects, c, EFFECT_CIRCUIT_TEAMS);
    const uint32_t markets = (county->sites + staff->cycle - 1) / staff->cycle;
    county->teams = (uint32_t)teams;
    if (county->sites == 0 || county->doctors <= 0) county->teams = 0;
    if (county->teams == 0) return;

    const double most = county->teams < markets ? county->teams : markets;
    const double home = county->doctors - county->drawn - county->sent + county->lent;
    county->team = effect_sum(staff->effects, c, EFFECT_CIRCUIT_DOCTORS) / teams;
    if (county->team * most > home) county->team = home / most;
    for (uint32_t site = 0; site < county->sites; site++)
        county->out += county->team * presence(staff, county, site);
}

// Of those who are at home today, even if more were called.
static void plan_remote(const Staff *staff, CountyStaff *county, int c) {
    const double home = county->doctors - county->drawn - county->sent + county->lent - county->out;
    for (int remote = 0; remote < REMOTES; remote++)
        county->remote += staff->work[c].doctors[remote];
    if (county->remote > home) county->remote = home;
}

// ---- sub-centres

static int is_larger(const Institution *one, const Institution *other) {
    return one->doctors > other->doctors || (one->doctors == other->doctors && one < other);
}

static int is_centre_of(const Institution *institution, int c) {
    return institution->kind == KIND_TOWNSHIP_CENTRE && institution->county == c &&
           institution->doctors > 0;
}

// The largest centre of a county below one; NULL below the smallest.
static const Institution *next_centre(const Staff *staff, int c, const Institution *above) {
    const Institution *largest = NULL;
    for (uint32_t f = 0; f < staff->city->institution_count; f++) {
        const Institution *one = &staff->city->institutions[f];
        if (!is_centre_of(one, c) || (above && !is_larger(above, one))) continue;
        if (!largest || is_larger(one, largest)) largest = one;
    }
    return largest;
}

static int is_subcentre(const Staff *staff, const Institution *institution) {
    const Institution *last = staff->county[institution->county].last_subcentre;
    return last && (institution == last || is_larger(institution, last));
}

// Doctors of a centre that follows a lead who work there.
static double pooled(const Staff *staff, uint32_t f) {
    const Institution *institution = &staff->city->institutions[f];
    return institution->doctors - effect_share_left(staff->effects, institution->county,
                                                    EFFECT_YARD_KEPT, institution->doctors);
}

// Of the doctors whom a courtyard leaves at another centre, those who work at the sub-centres.
static double drawn_to_subcentres(const Staff *staff, uint32_t f) {
    const Institution *institution = &staff->city->institutions[f];
    if (!staff->county[institution->county].last_subcentre || is_subcentre(staff, institution))
        return 0;
    const double here = institution->doctors - (follows_a_lead(staff, f) ? pooled(staff, f) : 0);
    return here -
           effect_share_left(staff->effects, institution->county, EFFECT_SUBCENTRE_KEPT, here);
}

// As many as are whole, of the centres that there are: the largest, the first in the table among
// equals. What they gain is of the doctors whom courtyards leave at the others.
static void plan_subcentres(Staff *staff, int c) {
    CountyStaff *county = &staff->county[c];
    const uint32_t centres = (uint32_t)effect_sum(staff->effects, c, EFFECT_SUBCENTRES);
    while (county->subcentres < centres) {
        const Institution *next = next_centre(staff, c, county->last_subcentre);
        if (!next) break;
        county->last_subcentre = next;
        county->subcentres++;
    }
    if (county->subcentres == 0) return;
    for (uint32_t f = 0; f < staff->city->institution_count; f++)
        if (is_centre_of(&staff->city->institutions[f], c))
            county->gained += drawn_to_subcentres(staff, f) / county->subcentres;
}

// ---- counties

// Each county has the same part of the city's doctors to ask for, so that no sum of requests can
// be more than there are. Nobody goes where nobody receives.
static void plan_county(Staff *staff, int c) {
    const Effects *effects = staff->effects;
    CountyStaff *county = &staff->county[c];
    if (staff->city_doctors > 0) {
        const double part = staff->city_doctors / staff->city->county_count;
        county->drawn = county->doctors -
                        effect_share_left(effects, c, EFFECT_DOCTORS_DRAWN_UP, county->doctors);
        if (county->generals > 0)
            county->lent = part - effect_share_left(effects, c, EFFECT_DOCTORS_LENT, part);
        const double rest = part - county->lent;
        if (county->receivers > 0)
            county->posted = rest - effect_share_left(effects, c, EFFECT_DOCTORS_POSTED, rest);
    }
    const double stay = county->doctors - county->drawn;
    county->sent = stay - effect_share_left(effects, c, EFFECT_DOCTORS_SENT_DOWN, stay);
    staff->drawn += county->drawn;
    staff->lent += county->lent + county->posted;
    plan_subcentres(staff, c);
    plan_teams(staff, county, c);
    plan_remote(staff, county, c);
}

static Staff staff_of(const Simulation *simulation, Span span) {
    Staff staff = {.city = simulation->city,
                   .effects = &simulation->effects_of_month,
                   .health = &simulation->public_health,
                   .facility = simulation->facilities.row,
                   .work = simulation->remote,
                   .cycle = (uint32_t)simulation->city->parameters.time.market_cycle_days,
                   .date = simulation->today.date,
                   .span = span};
    count_registered(&staff);
    for (int c = 0; c < (int)staff.city->county_count; c++)
        plan_county(&staff, c);
    return staff;
}

// ---- one institution

static void add_to_all_classes(FacilityShift *shift, double units) {
    for (int c = 0; c < CASE_CLASS_COUNT; c++)
        shift->capability[c] += units;
}

static void shift_general(FacilityShift *shift, const Staff *staff,
                          const Institution *institution) {
    const int c = institution->county;
    const CountyStaff *county = &staff->county[c];
    const double doctors = institution->doctors;
    const double stay = staff->city_doctors > 0
                            ? effect_share_left(staff->effects, c, EFFECT_DOCTORS_DRAWN_UP, doctors)
                            : doctors;
    const double left = county->receivers > 0
                            ? effect_share_left(staff->effects, c, EFFECT_DOCTORS_SENT_DOWN, stay)
                            : stay;
    shift->doctors = left - doctors;
    if (doctors > 0) {
        shift->doctors += (county->lent - county->out) * doctors / county->doctors;
        shift->remote = county->remote * doctors / county->doctors;
    }
    add_to_all_classes(shift, effect_sum(staff->effects, c, EFFECT_COUNTY_CAPABILITY));
    shift->capability[CLASS_MATERNAL] += effect_sum(staff->effects, c, EFFECT_MATERNAL_CAPABILITY);
    shift->capability[CLASS_CHRONIC] += effect_sum(staff->effects, c, EFFECT_COUNTY_SPECIALTY);
}

static void shift_courtyard(FacilityShift *shift, const Staff *staff, uint32_t f) {
    const int c = staff->city->institutions[f].county;
    if (staff->facility[f].lead == NO_LEAD) return;
    shift->effort += effect_sum(staff->effects, c, EFFECT_YARD_EFFORT);
    if (follows_a_lead(staff, f)) {
        shift->doctors -= pooled(staff, f);
        return;
    }
    add_to_all_classes(shift, effect_sum(staff->effects, c, EFFECT_YARD_CAPABILITY));
    for (uint32_t other = 0; other < staff->city->institution_count; other++)
        if (other != f && staff->facility[other].lead == f) shift->doctors += pooled(staff, other);
}

// What can be done at a sub-centre grows by as much as it has of the doctors that it needs.
static void shift_subcentre(FacilityShift *shift, const Staff *staff, uint32_t f) {
    const Institution *institution = &staff->city->institutions[f];
    const CountyStaff *county = &staff->county[institution->county];
    const Effects *effects = staff->effects;
    const int c = institution->county;
    shift->doctors -= drawn_to_subcentres(staff, f);
    if (!is_subcentre(staff, institution)) return;
    const double needed = effect_sum(effects, c, EFFECT_SUBCENTRE_DOCTORS) /
                          effect_sum(effects, c, EFFECT_SUBCENTRES);
    const double staffed = county->gained < needed ? county->gained / needed : 1;
    shift->doctors += county->gained;
    add_to_all_classes(shift, effect_sum(effects, c, EFFECT_SUBCENTRE_CAPABILITY) * staffed);
}

static void shift_centre(FacilityShift *shift, Staff *staff, uint32_t f) {
    const int c = staff->city->institutions[f].county;
    const CountyStaff *county = &staff->county[c];
    add_to_all_classes(shift, effect_sum(staff->effects, c, EFFECT_TOWNSHIP_CAPABILITY));
    shift->capability[CLASS_CHRONIC] += effect_sum(staff->effects, c, EFFECT_CHRONIC_CAPABILITY);
    shift->capability[CLASS_MATERNAL] += effect_sum(staff->effects, c, EFFECT_MATERNAL_CAPABILITY);
    shift->effort = staff->health->county[c].effort;
    shift->doctors = (county->sent + county->posted) / county->receivers;
    shift_courtyard(shift, staff, f);
    shift_subcentre(shift, staff, f);
    if (staff->city->institutions[f].diagnostics > 0)
        add_to_all_classes(shift, effect_sum(staff->effects, c, EFFECT_SITE_CAPABILITY) *
                                      staff->work[c].done[REMOTE_READING]);
    if (!is_site(staff, f)) return;
    const uint32_t site = staff->next_site[c]++;
    if (county->teams == 0) return;
    const double here = presence(staff, county, site);
    shift->doctors += county->team * here;
    add_to_all_classes(shift, effect_sum(staff->effects, c, EFFECT_CIRCUIT_CAPABILITY) * here);
}

// Doctors who have come from elsewhere, less those who have left for good.
static double joined(const Effects *effects, const Institution *institution) {
    const Effect effect = institution->kind == KIND_CITY_HOSPITAL    ? EFFECT_DOCTORS_JOINED
                          : institution->kind == KIND_VILLAGE_CLINIC ? EFFECT_VILLAGE_DOCTORS
                                                                     : EFFECT_COUNT;
    if (effect == EFFECT_COUNT || institution->doctors <= 0) return 0;
    return effect_share_left(effects, institution->county, effect, institution->doctors) -
           institution->doctors;
}

static void shift_city(FacilityShift *shift, const Staff *staff, const Institution *institution) {
    const int c = institution->county;
    add_to_all_classes(shift, effect_sum(staff->effects, c, EFFECT_CITY_CAPABILITY));
    if (institution->doctors > 0)
        shift->doctors = (staff->drawn - staff->lent) * institution->doctors / staff->city_doctors;
    shift->doctors += joined(staff->effects, institution);
    const double doctors = institution->doctors + shift->doctors;
    shift->remote =
        doctors - effect_share_left(staff->effects, c, EFFECT_CITY_DOCTORS_SEEING, doctors);
}

// More doctors are at more clinics, and at no more than all.
static double present_share(const Staff *staff, const Institution *institution) {
    const double share =
        effect_share_left(staff->effects, institution->county, EFFECT_VILLAGE_DOCTORS,
                          staff->city->townships[institution->township].doctor_present_share);
    return share < 1 ? share : 1;
}

static FacilityShift shift_of(Staff *staff, uint32_t f) {
    const Institution *institution = &staff->city->institutions[f];
    const Effects *effects = staff->effects;
    const int c = institution->county;
    FacilityShift shift = {.doctors = 0};
    switch ((Kind)institution->kind) {
    case KIND_COUNTY_GENERAL:
        shift_general(&shift, staff, institution);
        break;
    case KIND_COUNTY_TCM:
        shift.capability[CLASS_CHRONIC] = effect_sum(effects, c, EFFECT_TCM_CAPABILITY);
        break;
    case KIND_COUNTY_MATERNAL:
        shift.capability[CLASS_MATERNAL] = effect_sum(effects, c, EFFECT_MATERNAL_CAPABILITY);
        shift.effort = staff->health->county[c].maternal_effort;
        break;
    case KIND_CITY_HOSPITAL:
        shift_city(&shift, staff, institution);
        break;
    case KIND_TOWNSHIP_CENTRE:
        shift_centre(&shift, staff, f);
        break;
    case KIND_VILLAGE_CLINIC:
        shift.doctors = joined(effects, institution);
        add_to_all_classes(&shift, effect_sum(effects, c, EFFECT_VILLAGE_CAPABILITY) *
                                       present_share(staff, institution));
        shift.capability[CLASS_CHRONIC] += effect_sum(effects, c, EFFECT_CHRONIC_CAPABILITY);
        shift.effort = staff->health->county[c].effort;
        break;
    default:
        break;
    }
    if (is_public_hospital((Kind)institution->kind))
        shift.beds = effect_sum(effects, c, EFFECT_HOSPITAL_BEDS);
    return shift;
}

// ---- all of them

void staffing_set(Simulation *simulation) {
    simulation->effects_of_month = simulation->effects;
    Staff staff = staff_of(simulation, SPAN_MONTH);
    for (uint32_t f = 0; f < simulation->facilities.count; f++) {
        const Institution *institution = &simulation->city->institutions[f];
        if (institution->county == NO_COUNTY) continue;
        const FacilityShift shift = shift_of(&staff, f);
        Facility *facility = &simulation->facilities.row[f];
        facility_set(facility, simulation->city, institution, &shift);
        ward_set_beds(&simulation->ward[f], facility->open_beds, facility->extra_beds);
    }
}

double staffing_joined(const Simulation *simulation) {
    double sum = 0;
    for (uint32_t f = 0; f < simulation->facilities.count; f++)
        if (simulation->city->institutions[f].county != NO_COUNTY)
            sum += joined(&simulation->effects_of_month, &simulation->city->institutions[f]);
    return sum;
}

static int has_teams(const Simulation *simulation) {
    for (int c = 0; c < (int)simulation->city->county_count; c++)
        if (effect_sum(&simulation->effects_of_month, c, EFFECT_CIRCUIT_TEAMS) >= 1) return 1;
    return 0;
}

void staffing_market_day(Simulation *simulation) {
    if (!has_teams(simulation)) return;
    Staff staff = staff_of(simulation, SPAN_DAY);
    for (uint32_t f = 0; f < simulation->facilities.count; f++) {
        const Institution *institution = &simulation->city->institutions[f];
        const int kind = institution->kind;
        if (institution->county == NO_COUNTY) continue;
        if (kind != KIND_COUNTY_GENERAL && kind != KIND_TOWNSHIP_CENTRE) continue;
        const FacilityShift shift = shift_of(&staff, f);
        if (staff.county[institution->county].teams > 0)
            facility_set(&simulation->facilities.row[f], simulation->city, institution, &shift);
    }
}
