// SPDX-License-Identifier: MIT
// Indicators of public-health work: contacts of family-doctor teams, which are counted apart from
// visits, and screening, persons apart from tests.
#include "report/indicator.h"

static const double MONTHS_PER_YEAR = 12, MINUTES_PER_HOUR = 60;

static Ratio contacts(const IndicatorYear *year, Scope scope) {
    return (Ratio){count_of(year, scope.place, COUNT_TEAM_CONTACTS), 1};
}

static Ratio contacts_of_signed(const IndicatorYear *year, Scope scope) {
    return (Ratio){MONTHS_PER_YEAR * (count_of(year, scope.place, COUNT_TEAM_CONTACTS) -
                                      count_of(year, scope.place, COUNT_GRADED_CONTACTS)),
                   count_of(year, scope.place, COUNT_SIGNED_MONTHS)};
}

static Ratio home_visits(const IndicatorYear *year, Scope scope) {
    return (Ratio){MONTHS_PER_YEAR * count_of(year, scope.place, COUNT_HOME_VISITS),
                   count_of(year, scope.place, COUNT_RED_MONTHS)};
}

static Ratio red_patients(const IndicatorYear *year, Scope scope) {
    return (Ratio){count_of(year, scope.place, COUNT_RED_MONTHS) / MONTHS_PER_YEAR, 1};
}

static Ratio team_hours(const IndicatorYear *year, Scope scope) {
    return (Ratio){count_of(year, scope.place, COUNT_TEAM_MINUTES) / MINUTES_PER_HOUR, 1};
}

// ---- screening

static Ratio of_count(const IndicatorYear *year, Scope scope, Count count) {
    return (Ratio){count_of(year, scope.place, count), 1};
}

static Ratio diabetes_tests(const IndicatorYear *year, Scope scope) {
    return of_count(year, scope, COUNT_DIABETES_TESTS);
}

static Ratio diabetes_persons(const IndicatorYear *year, Scope scope) {
    return of_count(year, scope, COUNT_DIABETES_TESTED);
}

static Ratio diabetes_found(const IndicatorYear *year, Scope scope) {
    return of_count(year, scope, COUNT_DIABETES_FOUND);
}

static Ratio found_of_tests(const IndicatorYear *year, Scope scope) {
    return (Ratio){count_of(year, scope.place, COUNT_DIABETES_FOUND),
                   count_of(year, scope.place, COUNT_DIABETES_TESTS)};
}

static Ratio cancer_assessed(const IndicatorYear *year, Scope scope) {
    return of_count(year, scope, COUNT_CANCER_ASSESSED);
}

static Ratio cancer_screened(const IndicatorYear *year, Scope scope) {
    return of_count(year, scope, COUNT_CANCER_SCREENED);
}

static Ratio children_screened(const IndicatorYear *year, Scope scope) {
    return of_count(year, scope, COUNT_CHILDREN_SCREENED);
}

static Ratio outreach_reached(const IndicatorYear *year, Scope scope) {
    return of_count(year, scope, COUNT_OUTREACH_REACHED);
}

static Ratio sent_by_screening(const IndicatorYear *year, Scope scope) {
    return of_count(year, scope, COUNT_SENT_BY_SCREENING);
}

static Ratio screening_hours(const IndicatorYear *year, Scope scope) {
    return (Ratio){count_of(year, scope.place, COUNT_SCREENING_MINUTES) / MINUTES_PER_HOUR, 1};
}

static const Indicator rows[] = {
    {.info = {"team_contacts", "家庭医生团队随访人次", "contacts of family-doctor teams",
              "person_times", "contacts of teams with signed or graded chronic patients",
              "residents", "own definition",
              "follow-ups of the public-health service are no visits (definitions of visits); "
              "those of the time before a reform are not counted"},
     .times = 1,
     .ratio = contacts},
    {.info = {"team_contacts_per_signed", "签约患者年均随访次数",
              "contacts for each patient signed", "contacts a year",
              "contacts of teams with the signed x 12 / (chronic patients signed, each month)",
              "residents", "own definition", "signing beyond the teams' hours lowers it"},
     .times = 1,
     .decimals = 2,
     .ratio = contacts_of_signed},
    {.info = {"home_visits_per_red_patient", "红标患者年均上门次数",
              "home visits for each red patient", "visits a year",
              "home visits x 12 / (patients graded red, each month)", "residents", "own definition",
              "what the teams' hours allow; no interval is printed"},
     .times = 1,
     .decimals = 2,
     .ratio = home_visits},
    {.info = {"red_patients", "红标患者数", "patients graded red", "persons",
              "patients graded red, mean of the twelve months", "residents", "own definition",
              "by our own rule of grading; no rule is printed"},
     .times = 1,
     .ratio = red_patients},
    {.info = {"team_hours", "家庭医生团队用时", "hours of family-doctor teams", "hours",
              "hours of doctors that contacts took", "residents", "own definition",
              "missing in the clinics of villages and townships a month later"},
     .times = 1,
     .ratio = team_hours},
    {.info = {"diabetes_tests", "糖尿病筛查人次", "tests for diabetes", "person_times",
              "tests of people of 35 and over at monitoring points", "residents", "own definition",
              "persons are counted apart"},
     .times = 1,
     .ratio = diabetes_tests},
    {.info = {"diabetes_screened", "糖尿病筛查人数（首次）", "persons tested for diabetes",
              "persons", "persons tested for the first time by screening", "residents",
              "own definition", "what a place prints may be persons or tests"},
     .times = 1,
     .ratio = diabetes_persons},
    {.info = {"diabetes_newly_found", "筛查新发现糖尿病患者", "diabetes found by screening",
              "persons", "persons whose unknown diabetes a test found and who were confirmed",
              "residents", "own definition", ""},
     .times = 1,
     .ratio = diabetes_found},
    {.info = {"diabetes_yield", "糖尿病筛查检出率", "yield of tests for diabetes", "percent",
              "diabetes found by screening / tests", "residents", "own definition",
              "repeated tests lower it"},
     .times = 100,
     .decimals = 2,
     .ratio = found_of_tests},
    {.info = {"cancer_high_risk_assessments", "癌症高危评估例数",
              "assessments of the risk of cancer", "persons", "persons of 45 to 74 assessed",
              "residents", "own definition", ""},
     .times = 1,
     .ratio = cancer_assessed},
    {.info = {"cancer_clinical_screenings", "癌症临床筛查例数", "clinical screenings for cancer",
              "persons", "persons at high risk sent to a clinical screening", "residents",
              "own definition", "what is found is not simulated apart from visits"},
     .times = 1,
     .ratio = cancer_screened},
    {.info = {"children_screened", "儿童“五小”筛查人次", "children screened", "person_times",
              "children of 3 to 17 screened", "residents", "own definition", ""},
     .times = 1,
     .ratio = children_screened},
    {.info = {"outreach_persons", "义诊服务人次", "persons seen at free clinics", "person_times",
              "people of 60 and over seen at free clinics", "residents", "own definition", ""},
     .times = 1,
     .ratio = outreach_reached},
    {.info = {"sent_by_screening", "筛查转出人次", "sent to an institution by screening",
              "person_times", "cases opened by a screening", "residents", "own definition",
              "they come as visits, of which they are a kind of contact"},
     .times = 1,
     .ratio = sent_by_screening},
    {.info = {"screening_hours", "筛查用时", "hours of screening", "hours",
              "hours of doctors that screening and free clinics took", "residents",
              "own definition", "missing in the clinics a month later"},
     .times = 1,
     .ratio = screening_hours},
};

const IndicatorTable indicators_of_public_health = {rows, sizeof rows / sizeof *rows};
