// SPDX-License-Identifier: MIT
// Screening of the twin: everybody at home is asked once a month, on its last day.
#include "laws/twin.h"

#include "day/screening.h"

// Comes with an appointment on one of the next 28 days; a general hospital stands in for one of
// mothers and children.
static void appoint(Twin *twin, uint32_t person, Programme programme, Kind kind, Disease disease,
                    double complexity) {
    const Today *today = &twin->world.today;
    const int month = (12 * today->year + today->month) % 1024;
    Ask ask = {.person = person,
               .ordinal = 32768u + 4u * (uint32_t)month + (uint32_t)programme,
               .disease = (uint8_t)disease,
               .complexity = (uint8_t)(32 * complexity + 0.5),
               .priority = PRIORITY_REFERRED,
               .referred = 1,
               .contact = CONTACT_SCREENED,
               .without = kind};
    const Route *route = twin_route(twin, &ask, kind);
    if (route->count == 0) {
        ask.without = KIND_COUNTY_GENERAL;
        route = twin_route(twin, &ask, KIND_COUNTY_GENERAL);
    }
    if (route->count == 0) return;
    const Draw draw = draw_at(twin->world.key, person, PURPOSE_SCREENING, ask.ordinal, 1);
    ask.facility = route_pick(route, draw.word[0] & TWIN_BITS);
    ask.random = draw.word[2] >> 2;
    ask.day = today->day + 1 + (uint32_t)(28 * draw_unit(draw.word[1]));
    asks_add(&twin->later, &ask);
    Tally *tally = &twin->tally[twin_county(twin, person)];
    tally->count[COUNT_OPENED]++;
    tally->count[COUNT_SENT_BY_SCREENING]++;
    tally->first_choice[ask.without]++;
}

static void set_stage(Resident *resident, int condition, Stage stage) {
    resident->conditions = condition_set(resident->conditions, condition, stage) & 0x3FFFFu;
}

static void ask_adult(Twin *twin, ScreeningPlan *plan, uint32_t person, double u) {
    Resident *resident = &twin->world.residents.resident[person];
    const ConditionRow *rows = twin->world.city->parameters.condition;
    int64_t *count = twin_count(twin, person);
    const double share = resident->tested ? plan->test_again : plan->first_test;
    const int unknown =
        condition_stage(resident->conditions, CONDITION_DIABETES) == STAGE_UNDIAGNOSED;
    if (u < share) {
        count[COUNT_DIABETES_TESTS]++;
        if (!resident->tested) count[COUNT_DIABETES_TESTED]++;
        resident->tested = 1;
        if (unknown && u < share * plan->found) {
            count[COUNT_DIABETES_FOUND]++;
            if (plan->places >= 1) {
                plan->places -= 1;
                set_stage(resident, CONDITION_DIABETES, STAGE_MANAGED);
            } else {
                set_stage(resident, CONDITION_DIABETES, STAGE_DIAGNOSED);
            }
            appoint(twin, person, PROGRAMME_DIABETES, KIND_COUNTY_GENERAL, DISEASE_DIABETES,
                    rows[CONDITION_DIABETES].routine_complexity);
        }
    }
}

static void ask_elder(Twin *twin, const ScreeningPlan *plan, uint32_t person, double u) {
    Resident *resident = &twin->world.residents.resident[person];
    const ConditionRow *rows = twin->world.city->parameters.condition;
    if (u >= plan->reached) return;
    twin_count(twin, person)[COUNT_OUTREACH_REACHED]++;
    const Stage pressure = condition_stage(resident->conditions, CONDITION_HYPERTENSION);
    if (pressure == STAGE_MANAGED && u < plan->reached * plan->helped)
        set_stage(resident, CONDITION_HYPERTENSION, STAGE_CONTROLLED);
    if (pressure == STAGE_UNDIAGNOSED && u < plan->reached * plan->linked) {
        set_stage(resident, CONDITION_HYPERTENSION, STAGE_DIAGNOSED);
        appoint(twin, person, PROGRAMME_OUTREACH, KIND_TOWNSHIP_CENTRE, DISEASE_HYPERTENSION,
                rows[CONDITION_HYPERTENSION].routine_complexity);
    }
}

void twin_screen(Twin *twin, int county, const struct ScreeningPlan *month) {
    const Simulation *world = &twin->world;
    const DiseaseRow *diseases = world->city->parameters.disease;
    if (!month->at_work) return;
    ScreeningPlan plan = *month;
    for (uint32_t person = 0; person < world->residents.slots; person++) {
        const Resident *resident = &world->residents.resident[person];
        if (!resident->alive || (int)twin_county(twin, person) != county) continue;
        if (resident->absent || resident->bed != NO_BED) continue;
        const int age = resident_age(resident, world->today.first_of_year);
        const Draw draw = draw_at(world->key, person, PURPOSE_SCREENING, world->today.day, 0);
        const double u[] = {draw_unit(draw.word[0]), draw_unit(draw.word[1]),
                            draw_unit(draw.word[2]), draw_unit(draw.word[3])};
        int64_t *count = twin_count(twin, person);
        if (age >= 35) ask_adult(twin, &plan, person, u[0]);
        if (age >= 45 && age <= 74 && u[1] < plan.assessed) {
            count[COUNT_CANCER_ASSESSED]++;
            if (u[1] < plan.assessed * plan.clinical) {
                count[COUNT_CANCER_SCREENED]++;
                appoint(twin, person, PROGRAMME_CANCER, KIND_COUNTY_GENERAL, DISEASE_CHECKUP,
                        diseases[DISEASE_CHECKUP].complexity_mean);
            }
        }
        if (age >= 3 && age <= 17 && u[2] < plan.child) {
            count[COUNT_CHILDREN_SCREENED]++;
            if (u[2] < plan.child * plan.child_referred)
                appoint(twin, person, PROGRAMME_CHILDREN, KIND_COUNTY_MATERNAL, DISEASE_CHILD,
                        diseases[DISEASE_CHILD].complexity_mean);
        }
        if (age >= 60) ask_elder(twin, &plan, person, u[3]);
    }
}
