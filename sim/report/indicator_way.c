// SPDX-License-Identifier: MIT
// Indicators of the patient's way: referral, waiting, tests, and care that did not come about.
#include "report/indicator.h"

static Ratio up_referrals(const IndicatorYear *year, Scope scope) {
    return (Ratio){count_of(year, scope.place, COUNT_UP_ARRIVED), 1};
}

static Ratio down_referrals(const IndicatorYear *year, Scope scope) {
    return (Ratio){count_of(year, scope.place, COUNT_DOWN_ARRIVED), 1};
}

static Ratio skipped_primary(const IndicatorYear *year, Scope scope) {
    CareGiven care = for_people(scope, OF_RESIDENTS);
    const double all = (double)visits_of(year, care).first_contacts;
    care.kinds = ~PRIMARY_KINDS;
    return (Ratio){(double)visits_of(year, care).first_contacts, all};
}

static Ratio own_way(const IndicatorYear *year, Scope scope) {
    const double alone = count_of(year, scope.place, COUNT_OWN_WAY);
    return (Ratio){alone, alone + count_of(year, scope.place, COUNT_UP_SENT)};
}

// ---- waiting

static Ratio visit_wait(const IndicatorYear *year, Scope scope) {
    return (Ratio){count_of(year, scope.place, COUNT_WAIT_DAYS),
                   (double)visits_of(year, for_people(scope, OF_INSURED)).visits};
}

static Ratio bed_wait(const IndicatorYear *year, Scope scope) {
    return (Ratio){count_of(year, scope.place, COUNT_BED_WAIT_DAYS),
                   (double)stays_of(year, for_people(scope, OF_INSURED)).discharges};
}

static Ratio diverted(const IndicatorYear *year, Scope scope) {
    return (Ratio){count_of(year, scope.place, COUNT_DIVERTED),
                   (double)stays_of(year, for_people(scope, OF_INSURED)).discharges};
}

static Ratio refused(const IndicatorYear *year, Scope scope) {
    const CareGiven care = at_providers(scope);
    const Capacity capacity = capacity_of(year, care.where, care.kinds);
    return (Ratio){(double)capacity.refused, (double)(capacity.served + capacity.refused)};
}

static Ratio transfer_minutes(const IndicatorYear *year, Scope scope) {
    return (Ratio){count_of(year, scope.place, COUNT_TRANSFER_MINUTES),
                   count_of(year, scope.place, COUNT_TRANSFERS)};
}

// ---- tests

static Ratio recognised(const IndicatorYear *year, Scope scope) {
    return (Ratio){count_of(year, scope.place, COUNT_RECOGNISED), 1};
}

static Ratio bookings(const IndicatorYear *year, Scope scope) {
    return (Ratio){count_of(year, scope.place, COUNT_BOOKED), 1};
}

static Ratio savings(const IndicatorYear *year, Scope scope) {
    return (Ratio){count_of(year, scope.place, COUNT_SAVED_FEN) / 100, 1};
}

static Ratio saving_per_event(const IndicatorYear *year, Scope scope) {
    return (Ratio){savings(year, scope).numerator, recognised(year, scope).numerator};
}

static Ratio repeated(const IndicatorYear *year, Scope scope) {
    return (Ratio){count_of(year, scope.place, COUNT_REPEATABLE) -
                       count_of(year, scope.place, COUNT_RECOGNISED) -
                       count_of(year, scope.place, COUNT_CARRIED) -
                       count_of(year, scope.place, COUNT_SHARED_RESULTS),
                   count_of(year, scope.place, COUNT_TESTS)};
}

static Ratio hearts_kept(const IndicatorYear *year, Scope scope) {
    return (Ratio){count_of(year, scope.place, COUNT_HEART_KEPT), 1};
}

// ---- care that did not come about

// Needs of people who are here, a few absent insured at home among them. Who is away finds a bed
// and gives up nowhere in the books; the rest of it is taken out.
static Ratio of_needs(const IndicatorYear *year, Scope scope, double cases) {
    return (Ratio){cases, first_choices_here(year, scope.place, KIND_COUNT)};
}

static Ratio no_care(const IndicatorYear *year, Scope scope) {
    return of_needs(year, scope, first_choices_here(year, scope.place, KIND_NONE));
}

static Ratio unmet(const IndicatorYear *year, Scope scope) {
    return of_needs(year, scope, count_of(year, scope.place, COUNT_UNMET));
}

static Ratio gave_up(const IndicatorYear *year, Scope scope) {
    return of_needs(year, scope, count_of(year, scope.place, COUNT_GAVE_UP));
}

static Ratio declined_bed(const IndicatorYear *year, Scope scope) {
    return of_needs(year, scope,
                    count_of(year, scope.place, COUNT_DECLINED_BED) -
                        count_of(year, scope.place, COUNT_DECLINED_AWAY));
}

static Ratio no_bed(const IndicatorYear *year, Scope scope) {
    return of_needs(year, scope, count_of(year, scope.place, COUNT_NO_BED));
}

static Ratio foregone(const IndicatorYear *year, Scope scope) {
    Ratio (*const parts[])(const IndicatorYear *, Scope) = {no_care, unmet, gave_up, declined_bed,
                                                            no_bed};
    double cases = 0;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        cases += parts[i](year, scope).numerator;
    return of_needs(year, scope, cases);
}

static Ratio pharmacy(const IndicatorYear *year, Scope scope) {
    return of_needs(year, scope, first_choices_here(year, scope.place, KIND_PHARMACY));
}

static const Indicator rows[] = {
    {.info = {"up_referrals", "上转人次", "referrals up", "persons",
              "referrals by an institution that arrived at the next higher one", "insured",
              "referrals accepted from lower institutions (recalled)",
              "patients who go up on their own are not counted"},
     .times = 1,
     .ratio = up_referrals},
    {.info = {"down_referrals", "下转人次", "referrals down", "persons",
              "stays continued in a bed of a lower institution", "insured",
              "performance assessment of tertiary public hospitals, 2019, indicator 2 (read)",
              "by bed; appointments after discharge are not counted"},
     .times = 1,
     .ratio = down_referrals},
    {.info = {"skipped_primary_share", "首诊越级占比", "first contacts above primary care",
              "percent",
              "first visits of needs at county, private and city hospitals or outside / all first "
              "visits",
              "residents", "own definition", "pharmacies and no care are no visits"},
     .times = 100,
     .decimals = 1,
     .ratio = skipped_primary},
    {.info = {"own_way_share", "自行上转占比", "going up on one's own", "percent",
              "unsettled patients who went up on their own / all who went up", "insured",
              "own definition", "the rest were referred by the institution"},
     .times = 100,
     .decimals = 1,
     .ratio = own_way},
    {.info = {"visit_wait_days", "候诊天数", "wait for a visit", "days",
              "days waited for visits / visits of the insured", "insured", "own definition",
              "days on which no place was free; hours are not modelled"},
     .times = 1,
     .decimals = 2,
     .ratio = visit_wait},
    {.info = {"bed_wait_days", "候床天数", "wait for a bed", "days",
              "days waited for beds / discharges of the insured", "insured", "own definition",
              "of those who got a bed"},
     .times = 1,
     .decimals = 2,
     .ratio = bed_wait},
    {.info = {"diverted_share", "无床转院占比", "sent on for want of a bed", "percent",
              "patients sent on because there was no bed / discharges of the insured", "insured",
              "own definition", ""},
     .times = 100,
     .decimals = 1,
     .ratio = diverted},
    {.info = {"heart_cases_kept", "外援团队留治心脏病例", "hearts kept by a visiting team", "persons",
              "stays with heart disease that a city hospital kept because a team was there",
              "insured", "own definition", "nothing is said of what becomes of them"},
     .times = 1,
     .ratio = hearts_kept},
    {.info =
         {"urgent_transfer_minutes", "急症转诊用时", "minutes of an urgent transfer", "minutes",
          "way, decision and reception of urgent cases that went on from where they were seen / "
          "such transfers",
          "insured", "own definition",
          "the delay beside the way is assumed; nothing follows from it for outcomes"},
     .times = 1,
     .decimals = 0,
     .ratio = transfer_minutes},
    {.info = {"refused_share", "无号源占比", "requests that found no place", "percent",
              "requests refused / requests, at institutions of the place", "providers",
              "own definition", "a person may ask several places on one day"},
     .times = 100,
     .by = 1u << BY_KIND,
     .decimals = 1,
     .ratio = refused},
    {.info = {"one_stop_bookings", "一站式预约挂号人次", "one-stop bookings", "person_times",
              "visits of residents to public hospitals of county and city booked through the one "
              "entrance, kept or not",
              "insured", "own definition",
              "the booked share is assumed; what a printed count of bookings holds is not told"},
     .times = 1,
     .ratio = bookings},
    {.info =
         {"mutual_recognition_events", "检查检验结果互认人次", "recognised results", "person_times",
          "tests not repeated because a result of another institution was used, the lever in "
          "force between the two",
          "insured",
          "measures on recognition of test results, 2022 (objects read); the counting rule is "
          "our own",
          "places count items, persons or look-ups: printed counts are not "
          "comparable; letters and films elsewhere or before the lever are not counted; inpatient "
          "tests take no part"},
     .times = 1,
     .ratio = recognised},
    {.info = {"mutual_recognition_savings", "互认节约费用", "savings by recognition", "yuan",
              "list price of the tests recognised", "insured", "own definition",
              "what was not charged; hospitals' costs fall by less"},
     .times = 1,
     .ratio = savings},
    {.info = {"mutual_recognition_saving_per_event", "每次互认节约费用", "saving per recognition",
              "yuan", "savings by recognition / recognised results", "insured", "own definition",
              "the one place that printed both totals gives about 35"},
     .times = 1,
     .decimals = 1,
     .ratio = saving_per_event},
    {.info = {"repeat_exam_rate", "重复检查率", "repeated tests", "percent",
              "tests done although a valid result of another place existed / tests done", "insured",
              "own definition; no national formula was found",
              "valid means of the same class and within care.result_valid_days"},
     .times = 100,
     .decimals = 1,
     .ratio = repeated},
    {.info =
         {"foregone_care", "未获诊疗占比", "foregone care", "percent",
          "needs without care, not served, given up, or without the bed they called for / all "
          "needs",
          "residents", "own definition",
          "needs treated from a pharmacy are not foregone; absent insured are in it while they are "
          "at home, and not while away; the parts follow"},
     .times = 100,
     .decimals = 1,
     .ratio = foregone},
    {.info = {"foregone_no_care", "未就诊占比", "no care sought", "percent",
              "needs without any care / all needs", "residents", "own definition", ""},
     .times = 100,
     .decimals = 1,
     .ratio = no_care},
    {.info = {"foregone_unmet", "约不上占比", "no place for days", "percent",
              "needs that found no slot for days / all needs", "residents", "own definition", ""},
     .times = 100,
     .decimals = 2,
     .ratio = unmet},
    {.info = {"foregone_gave_up", "中途放弃占比", "given up on the way", "percent",
              "cases not settled that sought no further / all needs", "residents", "own definition",
              ""},
     .times = 100,
     .decimals = 2,
     .ratio = gave_up},
    {.info = {"foregone_declined_bed", "应住未住占比", "stayed at home in need of a bed", "percent",
              "cases that needed a bed and stayed at home / all needs", "residents",
              "own definition", ""},
     .times = 100,
     .decimals = 2,
     .ratio = declined_bed},
    {.info = {"foregone_no_bed", "无床可住占比", "found no bed", "percent",
              "cases that found no bed anywhere / all needs", "residents", "own definition", ""},
     .times = 100,
     .decimals = 2,
     .ratio = no_bed},
    {.info = {"pharmacy_share", "药店自疗占比", "treated from a pharmacy", "percent",
              "needs taken to a pharmacy / all needs", "residents", "own definition",
              "not a visit and not foregone care"},
     .times = 100,
     .decimals = 1,
     .ratio = pharmacy},
};

const IndicatorTable indicators_of_the_way = {rows, sizeof rows / sizeof *rows};
