// SPDX-License-Identifier: MIT
#include "day/screening.h"

static const double RESIDENTS = 10000, DAYS_PER_YEAR = 365.25, MINUTES_PER_HOUR = 60;

// ---- the plan of a month

static int is_here(const Resident *resident) {
    return resident->alive && !resident->absent;
}

Eligible count_eligible(const Simulation *simulation, int county) {
    const Residents *residents = &simulation->residents;
    const int32_t ages_on = simulation->today.first_of_year;
    Eligible eligible = {.scale = residents->scale};
    const uint32_t last = county_first_slot(residents, county + 1);
    for (uint32_t person = county_first_slot(residents, county); person < last; person++) {
        const Resident *resident = &residents->resident[person];
        if (!is_here(resident)) continue;
        const int age = resident_age(resident, ages_on);
        eligible.residents++;
        eligible.untested += age >= DIABETES_AGE && !resident->tested;
        eligible.tested += age >= DIABETES_AGE && resident->tested;
        eligible.middle += age >= CANCER_AGE && age < CANCER_AGE_END;
        eligible.children += age >= CHILD_AGE && age < CHILD_AGE_END;
        eligible.elders += age >= OUTREACH_AGE;
        eligible.managed +=
            condition_stage(resident->conditions, CONDITION_DIABETES) >= STAGE_MANAGED;
    }
    return eligible;
}

static double ratio(double part, double whole) {
    return whole > 0 ? part / whole : 0;
}

static double probability(double part, double whole) {
    const double share = ratio(part, whole);
    return share < 1 ? share : 1;
}

static double at_most(double value, double limit) {
    return value < limit ? value : limit;
}

// Tests of the tested are for others while nobody was tested, and the other way about.
static void plan_tests(ScreeningPlan *plan, const Effects *effects, int county,
                       const Eligible *eligible, double unit) {
    const double tests = unit * effect_sum(effects, county, EFFECT_DIABETES_TESTS);
    const double wanted = unit * effect_sum(effects, county, EFFECT_DIABETES_AGAIN);
    const double again = eligible->tested > 0 ? wanted : 0;
    const double first = eligible->untested > 0 ? tests - again : 0;
    plan->first_test = probability(first, eligible->untested);
    plan->test_again = probability(tests - first, eligible->tested);
    const double done =
        at_most(first, eligible->untested) + at_most(tests - first, eligible->tested);
    plan->primary_minutes +=
        unit * effect_sum(effects, county, EFFECT_DIABETES_MINUTES) * ratio(done, tests);
    plan->found = ratio(unit * effect_sum(effects, county, EFFECT_DIABETES_FOUND), tests);
    plan->places =
        eligible->residents / RESIDENTS * effect_sum(effects, county, EFFECT_DIABETES_PLACES) -
        eligible->managed;
}

// Nobody is assessed twice in a month, however much is wanted.
static void plan_assessments(ScreeningPlan *plan, const Effects *effects, int county,
                             const Eligible *eligible, double unit) {
    const double assessed = effect_sum(effects, county, EFFECT_CANCER_ASSESSED);
    const double done = at_most(unit * assessed, eligible->middle);
    plan->assessed = probability(unit * assessed, eligible->middle);
    plan->clinical = ratio(effect_sum(effects, county, EFFECT_CANCER_CLINICAL), assessed);
    plan->primary_minutes +=
        effect_sum(effects, county, EFFECT_CANCER_MINUTES) * ratio(done, assessed);
}

static void plan_children(ScreeningPlan *plan, const Effects *effects, int county,
                          const Eligible *eligible, double years) {
    const double screened = effect_sum(effects, county, EFFECT_CHILDREN_SCREENED);
    plan->child = probability(years * screened, 1);
    plan->child_referred = ratio(effect_sum(effects, county, EFFECT_CHILDREN_REFERRED), screened);
    plan->maternal_minutes = effect_sum(effects, county, EFFECT_CHILDREN_MINUTES) *
                             ratio(plan->child, screened) * eligible->children;
}

// Who holds a free clinic is there for its hours, whoever comes.
static void plan_outreach(ScreeningPlan *plan, const Effects *effects, int county,
                          const Eligible *eligible, double days) {
    const double reached = days * effect_sum(effects, county, EFFECT_OUTREACH_REACHED);
    plan->reached = probability(reached / eligible->scale, eligible->elders);
    plan->linked = ratio(days * effect_sum(effects, county, EFFECT_OUTREACH_FOUND), reached);
    plan->helped = ratio(days * effect_sum(effects, county, EFFECT_OUTREACH_HELPED), reached);
    plan->primary_minutes += days * effect_sum(effects, county, EFFECT_OUTREACH_HOURS) *
                             MINUTES_PER_HOUR / eligible->scale;
}

ScreeningPlan screening_plan(const Effects *effects, int county, const Eligible *eligible,
                             double days) {
    const double years = days / DAYS_PER_YEAR, unit = eligible->residents / RESIDENTS * years;
    ScreeningPlan plan = {.at_work = 1};
    plan_tests(&plan, effects, county, eligible, unit);
    plan_assessments(&plan, effects, county, eligible, unit);
    plan_children(&plan, effects, county, eligible, years);
    plan_outreach(&plan, effects, county, eligible, days);
    return plan;
}

void screening_fit(ScreeningPlan *plan, double primary_minutes, double maternal_minutes) {
    const double primary = probability(primary_minutes, plan->primary_minutes);
    const double maternal = probability(maternal_minutes, plan->maternal_minutes);
    if (plan->primary_minutes > 0) {
        plan->first_test *= primary;
        plan->test_again *= primary;
        plan->assessed *= primary;
        plan->reached *= primary;
        plan->primary_minutes *= primary;
    }
    if (plan->maternal_minutes > 0) {
        plan->child *= maternal;
        plan->maternal_minutes *= maternal;
    }
}

// ---- one person

// Where a programme sends people, and as what.
typedef struct Sent {
    Kind kind;
    Disease disease;
    double complexity; // units
} Sent;

static Sent sent_by(const Parameters *parameters, Programme programme) {
    const ConditionRow *conditions = parameters->condition;
    switch (programme) {
    case PROGRAMME_DIABETES:
        return (Sent){KIND_COUNTY_GENERAL, DISEASE_DIABETES,
                      conditions[CONDITION_DIABETES].routine_complexity};
    case PROGRAMME_OUTREACH:
        return (Sent){KIND_TOWNSHIP_CENTRE, DISEASE_HYPERTENSION,
                      conditions[CONDITION_HYPERTENSION].routine_complexity};
    case PROGRAMME_CHILDREN:
        return (Sent){KIND_COUNTY_MATERNAL, DISEASE_CHILD,
                      parameters->disease[DISEASE_CHILD].complexity_mean};
    case PROGRAMME_CANCER:
    case PROGRAMMES:
        break;
    }
    return (Sent){KIND_COUNTY_GENERAL, DISEASE_CHECKUP,
                  parameters->disease[DISEASE_CHECKUP].complexity_mean};
}

// An appointment within four weeks, at a general hospital where there is none of the kind.
static void send(const Simulation *simulation, Shard *shard, uint32_t person, Programme programme) {
    const Today *today = &simulation->today;
    const Sent sent = sent_by(&simulation->city->parameters, programme);
    const Route *routes = simulation->routes.row[resident_township(&simulation->residents, person)];
    const Kind kind = routes[sent.kind].count > 0 ? sent.kind : KIND_COUNTY_GENERAL;
    if (routes[kind].count == 0) return;

    const uint32_t month = (uint32_t)(today->year * 12 + today->month) % 1024u;
    const uint32_t ordinal = SCREENED_ORDINAL + month * PROGRAMMES + (uint32_t)programme;
    const Draw draw = draw_at(simulation->key, person, PURPOSE_SCREENING, ordinal, 1);
    const Request request = {
        .person = person,
        .key = request_key(PRIORITY_REFERRED, draw.word[2]),
        .facility = route_pick(&routes[kind], draw_field(&draw, 0)) & 0xFFFu,
        .without = (uint16_t)kind & 15u,
        .ordinal = (uint16_t)ordinal,
        .complexity = complexity_stored(sent.complexity),
        .disease = (uint8_t)sent.disease & 31u,
        .referred = 1,
        .contact = CONTACT_SCREENED,
    };
    const uint32_t days = 1 + (uint32_t)(draw_unit(draw.word[1]) * SCREENED_WITHIN_DAYS);
    agenda_add(&shard->agenda, today->day + days, &request);
    shard->tally->count[COUNT_SENT_BY_SCREENING]++;
    shard->tally->count[COUNT_OPENED]++;
    shard->tally->first_choice[kind]++;
}

static void test_for_diabetes(Simulation *simulation, Shard *shard, ScreeningPlan *plan,
                              uint32_t person, double u) {
    Resident *resident = &simulation->residents.resident[person];
    int64_t *count = shard->tally->count;
    const double tested = resident->tested ? plan->test_again : plan->first_test;
    if (u >= tested) return;
    count[COUNT_DIABETES_TESTS]++;
    count[COUNT_DIABETES_TESTED] += !resident->tested;
    resident->tested = 1;
    const Stage stage = condition_stage(resident->conditions, CONDITION_DIABETES);
    if (stage != STAGE_UNDIAGNOSED || u >= tested * plan->found) return;

    count[COUNT_DIABETES_FOUND]++;
    const int managed = plan->places >= 1;
    plan->places -= managed;
    resident->conditions = condition_set(resident->conditions, CONDITION_DIABETES,
                                         managed ? STAGE_MANAGED : STAGE_DIAGNOSED) &
                           0x3FFFFu;
    send(simulation, shard, person, PROGRAMME_DIABETES);
}

static void assess_cancer(const Simulation *simulation, Shard *shard, const ScreeningPlan *plan,
                          uint32_t person, double u) {
    if (u >= plan->assessed) return;
    shard->tally->count[COUNT_CANCER_ASSESSED]++;
    if (u >= plan->assessed * plan->clinical) return;
    shard->tally->count[COUNT_CANCER_SCREENED]++;
    send(simulation, shard, person, PROGRAMME_CANCER);
}

static void screen_child(const Simulation *simulation, Shard *shard, const ScreeningPlan *plan,
                         uint32_t person, double u) {
    if (u >= plan->child) return;
    shard->tally->count[COUNT_CHILDREN_SCREENED]++;
    if (u < plan->child * plan->child_referred) send(simulation, shard, person, PROGRAMME_CHILDREN);
}

static void reach_out(Simulation *simulation, Shard *shard, const ScreeningPlan *plan,
                      uint32_t person, double u) {
    if (u >= plan->reached) return;
    shard->tally->count[COUNT_OUTREACH_REACHED]++;
    Resident *resident = &simulation->residents.resident[person];
    const uint32_t before = resident->conditions;
    const Stage stage = condition_stage(before, CONDITION_HYPERTENSION);
    Stage after = stage;
    if (stage == STAGE_UNDIAGNOSED && u < plan->reached * plan->linked) after = STAGE_DIAGNOSED;
    if (stage == STAGE_MANAGED && u < plan->reached * plan->helped) after = STAGE_CONTROLLED;
    resident->conditions = condition_set(before, CONDITION_HYPERTENSION, after) & 0x3FFFFu;
    if (after == STAGE_DIAGNOSED && stage == STAGE_UNDIAGNOSED)
        send(simulation, shard, person, PROGRAMME_OUTREACH);
}

static void see(Simulation *simulation, Shard *shard, ScreeningPlan *plan, uint32_t person) {
    const Resident *resident = &simulation->residents.resident[person];
    if (!is_here(resident) || resident->bed != NO_BED) return;
    const int age = resident_age(resident, simulation->today.first_of_year);
    const Draw draw = draw_at(simulation->key, person, PURPOSE_SCREENING, simulation->today.day, 0);
    if (age >= DIABETES_AGE)
        test_for_diabetes(simulation, shard, plan, person, draw_unit(draw.word[0]));
    if (age >= CANCER_AGE && age < CANCER_AGE_END)
        assess_cancer(simulation, shard, plan, person, draw_unit(draw.word[1]));
    if (age >= CHILD_AGE && age < CHILD_AGE_END)
        screen_child(simulation, shard, plan, person, draw_unit(draw.word[2]));
    if (age >= OUTREACH_AGE) reach_out(simulation, shard, plan, person, draw_unit(draw.word[3]));
}

void screen_county(Simulation *simulation, Shard *shard, const ScreeningPlan *plan) {
    if (!plan->at_work) return;
    ScreeningPlan left = *plan;
    const Residents *residents = &simulation->residents;
    const uint32_t last = county_first_slot(residents, shard->county + 1);
    for (uint32_t person = county_first_slot(residents, shard->county); person < last; person++)
        see(simulation, shard, &left, person);
}
