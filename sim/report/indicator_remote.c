// SPDX-License-Identifier: MIT
// Indicators of work that doctors do for patients of another institution.
#include "report/indicator.h"

static RemoteFlow flow_of(const IndicatorYear *year, Scope scope, Remote remote) {
    RemoteFlow sum = {0};
    for (int county = 0; county < year->results->counties; county++) {
        if (scope.place != WHOLE_CITY && scope.place != county) continue;
        const RemoteFlow *flow = &year->everybody->remote[county][remote];
        sum.asked += flow->asked;
        sum.done += flow->done;
    }
    return sum;
}

static Ratio done(const IndicatorYear *year, Scope scope, Remote remote) {
    const double scale = (double)year->results->scale;
    return (Ratio){scale * (double)flow_of(year, scope, remote).done, 1};
}

static Ratio readings(const IndicatorYear *year, Scope scope) {
    return done(year, scope, REMOTE_READING);
}

static Ratio consultations(const IndicatorYear *year, Scope scope) {
    return done(year, scope, REMOTE_CONSULTATION);
}

static Ratio settled_remotely(const IndicatorYear *year, Scope scope) {
    return (Ratio){count_of(year, scope.place, COUNT_CONSULTED_SETTLED), 1};
}

static Ratio tracings(const IndicatorYear *year, Scope scope) {
    return done(year, scope, REMOTE_ECG);
}

static Ratio positive_tracings(const IndicatorYear *year, Scope scope) {
    return (Ratio){count_of(year, scope.place, COUNT_ECG_POSITIVE), 1};
}

static Ratio alarms(const IndicatorYear *year, Scope scope) {
    return (Ratio){count_of(year, scope.place, COUNT_ECG_ALARMS), 1};
}

static Ratio not_taken_up(const IndicatorYear *year, Scope scope) {
    double asked = 0, done = 0;
    for (int remote = 0; remote < REMOTE_CALLS; remote++) {
        const RemoteFlow flow = flow_of(year, scope, (Remote)remote);
        asked += (double)flow.asked;
        done += (double)flow.done;
    }
    return (Ratio){asked - done, asked};
}

static Ratio shared_results(const IndicatorYear *year, Scope scope) {
    return (Ratio){count_of(year, scope.place, COUNT_SHARED_RESULTS), 1};
}

static const Indicator rows[] = {
    {.info = {"remote_readings", "共享中心阅片人次", "tests read at a centre", "person_times",
              "tests of township centres that the county's centre read", "providers",
              "own definition",
              "printed counts are of one kind of test, or of all images of connected hospitals: "
              "not comparable as they stand"},
     .times = 1,
     .ratio = readings},
    {.info = {"remote_consultations", "远程会诊人次", "consultations from afar", "person_times",
              "unsettled cases of township centres on which a doctor of the county hospital was "
              "heard",
              "providers", "own definition",
              "outpatients only; a platform's count may hold readings and lessons too"},
     .times = 1,
     .ratio = consultations},
    {.info = {"remotely_settled", "远程会诊后就地处置人次", "settled by a consultation", "persons",
              "cases that such a consultation settled at the township centre", "insured",
              "own definition", "the others are referred by appointment"},
     .times = 1,
     .ratio = settled_remotely},
    {.info = {"remote_ecg_diagnoses", "远程心电诊断人次", "tracings read from afar", "person_times",
              "free tracings of primary sites that a doctor of the county hospital read",
              "providers", "own definition", ""},
     .times = 1,
     .ratio = tracings},
    {.info = {"remote_ecg_positive_findings", "远程心电异常人次", "tracings not normal", "cases",
              "free tracings of primary sites that are not normal", "insured", "own definition",
              "their share is given and moves nothing: no emergencies"},
     .times = 1,
     .ratio = positive_tracings},
    {.info = {"remote_ecg_sent_on", "远程心电后上转人次", "sent on by a tracing", "persons",
              "visits that can wait and are referred because of a tracing", "insured",
              "own definition", "most of them would have been settled where they were"},
     .times = 1,
     .ratio = alarms},
    {.info = {"remote_refused_share", "远程请求未受理占比", "remote requests not taken up",
              "percent",
              "tests, cases and tracings that found the doctors elsewhere busy / all that were "
              "sent",
              "providers", "own definition",
              "a queue with room for one day's work; who is not taken up is treated as without it"},
     .times = 100,
     .decimals = 2,
     .ratio = not_taken_up},
    {.info = {"shared_results", "共享中心结果互用人次", "results of the county's centre used",
              "person_times",
              "tests that hospitals did not repeat because the centre of their county had read "
              "them for a township centre",
              "insured", "own definition",
              "counted apart from results recognised under the lever of recognition"},
     .times = 1,
     .ratio = shared_results},
};

const IndicatorTable indicators_of_remote_work = {rows, sizeof rows / sizeof *rows};
