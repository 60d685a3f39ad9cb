// SPDX-License-Identifier: MIT
#include "report/calibration.h"

#include "base/calendar.h"
#include "base/version.h"
#include "study/batch.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_WAVE = 160, SECOND_WAVE = 96, CANDIDATES = 30000, CHUNK = 20 };
static const double two_points = 2, five_per_cent = 0.05, ends_to_sigma = 3.2897;

static int last_year(const Experiment *experiment) {
    int year, month, day_of_month;
    calendar_split(experiment->start_day, &year, &month, &day_of_month);
    return year + experiment->years - 1;
}

// ---- targets

// Counts hang on visitors and chronic stocks, which none of the six numbers moves.
static bool is_level(const Role *role, const Reading *reading) {
    static const char *const counts[] = {"visits", "persons", "person_times"};
    if (role->role != ROLE_TARGET || indicator_find(reading->indicator) < 0) return false;
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        if (strcmp(role->figure->unit, counts[i]) == 0) return false;
    return true;
}

// An anchor is its central value with its range as error; a share leaves two points out, another
// level one in twenty.
static Observation observe(const Role *role, const Reading *reading) {
    Observation one = {.target = reading->role, .printed = score_printed(role, reading)};
    if (evidence_kind(role->figure->kind) == EVIDENCE_EXTERNAL) {
        const double times = reading->as == READ_PER_1000 ? 1000 : 1;
        one.error = (one.printed.high - one.printed.low) / ends_to_sigma;
        one.printed.low = one.printed.high = times * role->figure->value;
    }
    const double level = isfinite(one.printed.low) ? one.printed.low : one.printed.high;
    one.discrepancy =
        strcmp(role->figure->unit, "percent") == 0 ? two_points : five_per_cent * fabs(level);
    return one;
}

Status calibration_targets(Calibration *calibration, Report *report) {
    const City *city = &calibration->happened.city;
    const int last = last_year(&calibration->happened);
    int targets = 0, before = -1;
    for (int i = 0; i < calibration->roles.reading_count; i++) {
        Reading *reading = &calibration->roles.readings[i];
        const Role *role = &calibration->roles.rows[reading->role];
        if (!role_is_of(role, city->id) || !is_level(role, reading)) continue;
        if (reading->baseline && !calibration->has_baseline) continue;
        if (calibration->outputs == MOST_OUTPUTS) break;
        if (reading->year > last) reading->year = last;
        calibration->observation[calibration->outputs] = observe(role, reading);
        calibration->reading[calibration->outputs++] = reading;
        targets += reading->role != before;
        before = reading->role;
    }
    if (targets >= 2) return STATUS_OK;
    return report_problem(report, STATUS_INVALID,
                          "%s has %d targets with a level; at least two are needed",
                          calibration->happened.file, targets);
}

// ---- runs that were kept

static size_t width_of(const Calibration *calibration) {
    return FREE_NUMBERS + (size_t)calibration->outputs;
}

// The file begins with what the runs were made of and by which program; another beginning is
// another calibration.
static void print_head(const Calibration *calibration, FILE *stream) {
    fprintf(stream, "%s %s %s %d %s\n", calibration->happened.inputs_hash,
            calibration->has_baseline ? calibration->baseline.inputs_hash : "-",
            calibration->inputs, calibration->outputs, version_sources());
}

static Status read_kept(Calibration *calibration, Report *report) {
    const size_t width = width_of(calibration), most = FIRST_WAVE + SECOND_WAVE;
    char head[512] = "", expected[512];
    // As many again, should none of those in the file be of use.
    calibration->kept_run = report_calloc(report, 2 * most * width, sizeof *calibration->kept_run);
    if (!calibration->kept_run) return STATUS_NO_MEMORY;
    FILE *stream = fopen(calibration->kept, "r");
    FILE *text = fmemopen(expected, sizeof expected, "w");
    if (text) print_head(calibration, text);
    if (text) fclose(text);
    const bool ours = stream && fgets(head, sizeof head, stream) && strcmp(head, expected) == 0;
    while (ours && calibration->kept_runs < most) {
        double *run = calibration->kept_run + calibration->kept_runs * width;
        size_t read = 0;
        while (read < width && fscanf(stream, "%lf", &run[read]) == 1)
            read++;
        if (read < width) break; // the run that was being written
        calibration->kept_runs++;
    }
    if (stream) fclose(stream);
    return STATUS_OK;
}

static Status write_kept(const Calibration *calibration, Report *report) {
    const size_t width = width_of(calibration);
    FILE *stream = fopen(calibration->kept, "w");
    if (!stream)
        return report_problem(report, STATUS_NO_OUTPUT, "%s: cannot be created: %s",
                              calibration->kept, strerror(errno));
    print_head(calibration, stream);
    for (size_t run = 0; run < calibration->kept_runs; run++)
        for (size_t i = 0; i < width; i++)
            fprintf(stream, "%.17g%c", calibration->kept_run[run * width + i],
                    i + 1 < width ? ' ' : '\n');
    const bool broken = ferror(stream) != 0;
    if (fclose(stream) == 0 && !broken) return STATUS_OK;
    return report_problem(report, STATUS_IO, "%s: writing broke off: %s", calibration->kept,
                          strerror(errno));
}

static const double *find_kept(const Calibration *calibration, const double *setting) {
    const size_t width = width_of(calibration);
    for (size_t run = 0; run < calibration->kept_runs; run++) {
        const double *kept = calibration->kept_run + run * width;
        if (memcmp(kept, setting, FREE_NUMBERS * sizeof *kept) == 0) return kept + FREE_NUMBERS;
    }
    return NULL;
}

// ---- making runs

// A chunk of settings: each is one run, or two where a target is from before the reforms.
typedef struct Chunk {
    Calibration *calibration;
    Experiment *laid; // [count x experiments]
    IndicatorValues values[2];
    int experiments;
    size_t before; // runs made before this chunk
    size_t count;
} Chunk;

static Status take(void *context, size_t index, const Results *results, Report *report) {
    Chunk *chunk = context;
    const size_t which = index % (size_t)chunk->experiments;
    const int draw = 1 + (int)(index / (size_t)chunk->experiments); // row 0 is a central line
    return indicator_values_fill_draw(&chunk->values[which], draw, results, report);
}

static int watch(void *context, double share, int thread) {
    const Chunk *chunk = context;
    Calibration *calibration = chunk->calibration;
    const double done = (double)chunk->before + share * (double)chunk->count;
    if (thread == 0) progress_tell(&calibration->progress, done / (double)calibration->wanted);
    return !interruption_came();
}

static Status open_chunk(Chunk *chunk, const double *setting, Report *report) {
    Calibration *calibration = chunk->calibration;
    const Experiment *of[] = {&calibration->happened, &calibration->baseline};
    int first, month, day_of_month;
    calendar_split(of[0]->start_day, &first, &month, &day_of_month);
    chunk->experiments = 1 + calibration->has_baseline;
    chunk->laid =
        report_calloc(report, chunk->count * (size_t)chunk->experiments, sizeof *chunk->laid);
    if (!chunk->laid) return STATUS_NO_MEMORY;
    for (size_t i = 0; i < chunk->count * (size_t)chunk->experiments; i++) {
        chunk->laid[i] = *of[i % (size_t)chunk->experiments];
        free_numbers_lay(&chunk->laid[i].city,
                         setting + i / (size_t)chunk->experiments * FREE_NUMBERS);
    }
    Status status = STATUS_OK;
    for (int which = 0; which < chunk->experiments && status == STATUS_OK; which++) {
        status = indicator_values_init(&chunk->values[which], &of[which]->city, first,
                                       of[which]->years, 1, report);
        if (status == STATUS_OK)
            status =
                indicator_values_expect_draws(&chunk->values[which], (int)chunk->count, report);
    }
    return status;
}

static Status run_chunk(Chunk *chunk, Report *report) {
    const size_t runs = chunk->count * (size_t)chunk->experiments;
    BatchRun *run = report_calloc(report, runs, sizeof *run);
    if (!run) return STATUS_NO_MEMORY;
    for (size_t i = 0; i < runs; i++)
        run[i] = (BatchRun){
            .experiment = &chunk->laid[i], .scale = chunk->laid[i].scale, .factor = NO_FACTOR};
    const Batch batch = {.run = run, .count = runs, .take = take, .watch = watch, .context = chunk};
    const Status status = batch_run(&batch, chunk->calibration->team, report);
    free(run);
    if (status != STATUS_INTERRUPTED) return status;
    return report_problem(report, status,
                          "interrupted; %zu runs are kept in %s, and the same command goes on "
                          "from there",
                          chunk->calibration->kept_runs, chunk->calibration->kept);
}

static void tell_chunk(const Chunk *chunk, double *result) {
    const Calibration *calibration = chunk->calibration;
    const ScoreRuns runs = {&chunk->values[0],
                            calibration->has_baseline ? &chunk->values[1] : NULL};
    for (size_t i = 0; i < chunk->count; i++)
        for (int k = 0; k < calibration->outputs; k++)
            result[i * (size_t)calibration->outputs + (size_t)k] =
                score_told(&calibration->roles, calibration->reading[k], runs, 1 + (int)i);
}

static void close_chunk(Chunk *chunk) {
    free(chunk->laid);
    for (int which = 0; which < 2; which++)
        indicator_values_free(&chunk->values[which]);
}

static Status make_chunk(Calibration *calibration, const double *setting, size_t count,
                         double *result, Report *report) {
    Chunk chunk = {.calibration = calibration, .before = calibration->made, .count = count};
    Status status = open_chunk(&chunk, setting, report);
    if (status == STATUS_OK) status = run_chunk(&chunk, report);
    if (status == STATUS_OK) tell_chunk(&chunk, result);
    close_chunk(&chunk);
    return status;
}

static void keep(Calibration *calibration, const double *setting, size_t count,
                 const double *result) {
    const size_t width = width_of(calibration), outputs = (size_t)calibration->outputs;
    for (size_t i = 0; i < count; i++) {
        double *run = calibration->kept_run + calibration->kept_runs++ * width;
        memcpy(run, setting + i * FREE_NUMBERS, FREE_NUMBERS * sizeof *run);
        memcpy(run + FREE_NUMBERS, result + i * outputs, outputs * sizeof *run);
    }
}

// Runs that were kept stand at the beginning of a wave, because they are made in order.
static Status make_runs(void *context, const double *setting, size_t count, double *result,
                        Report *report) {
    Calibration *calibration = context;
    const size_t outputs = (size_t)calibration->outputs;
    Status status = STATUS_OK;
    for (size_t at = 0; at < count && status == STATUS_OK;) {
        const double *kept = find_kept(calibration, setting + at * FREE_NUMBERS);
        size_t size = 1;
        if (kept) {
            memcpy(result + at * outputs, kept, outputs * sizeof *kept);
        } else {
            size = count - at < CHUNK ? count - at : CHUNK;
            status = make_chunk(calibration, setting + at * FREE_NUMBERS, size,
                                result + at * outputs, report);
            if (status == STATUS_OK)
                keep(calibration, setting + at * FREE_NUMBERS, size, result + at * outputs);
            if (status == STATUS_OK) status = write_kept(calibration, report);
        }
        at += size;
        calibration->made += size;
    }
    return status;
}

// ---- what came of it

// Systematic resampling: one row in each of SAMPLE_ROWS equal parts of the weight, at its middle.
static Status resample(Calibration *calibration, Report *report) {
    const HistoryMatch *match = &calibration->match;
    calibration->row = report_calloc(report, SAMPLE_ROWS, sizeof *calibration->row);
    if (!calibration->row) return STATUS_NO_MEMORY;
    double sum = 0;
    size_t at = 0;
    for (int i = 0; i < SAMPLE_ROWS; i++) {
        const double share = (i + 0.5) / SAMPLE_ROWS;
        while (at + 1 < match->kept && sum + match->weight[at] < share)
            sum += match->weight[at++];
        calibration->row[calibration->rows++] = (int)at;
    }
    return STATUS_OK;
}

// One run at the means of the sample: what the fit is worth is what it says, not the emulator.
static Status check(Calibration *calibration, Report *report) {
    for (size_t i = 0; i < FREE_NUMBERS; i++)
        calibration->central[i] = history_match_mean(&calibration->match, i);
    Chunk chunk = {.calibration = calibration, .before = calibration->made, .count = 1};
    Status status = open_chunk(&chunk, calibration->central, report);
    if (status == STATUS_OK) status = run_chunk(&chunk, report);
    if (status == STATUS_OK) {
        tell_chunk(&chunk, calibration->check);
        IndicatorValues *values = &calibration->check_values;
        *values = chunk.values[0];
        memcpy(values->central, values->draw + values->count,
               values->count * sizeof *values->central);
        chunk.values[0] = (IndicatorValues){0};
    }
    close_chunk(&chunk);
    return status;
}

Status calibration_make(Calibration *calibration, Report *report) {
    calibration->wanted = FIRST_WAVE + SECOND_WAVE + 1;
    calibration->match = (HistoryMatch){.settings = FREE_NUMBERS,
                                        .outputs = (size_t)calibration->outputs,
                                        .observation = calibration->observation,
                                        .wave_runs = {FIRST_WAVE, SECOND_WAVE},
                                        .candidates = CANDIDATES,
                                        .make = make_runs,
                                        .context = calibration};
    Status status = read_kept(calibration, report);
    if (status == STATUS_OK) status = history_match(&calibration->match, report);
    if (status == STATUS_OK) status = resample(calibration, report);
    if (status == STATUS_OK) status = check(calibration, report);
    return status;
}

void calibration_free(Calibration *calibration) {
    history_match_free(&calibration->match);
    indicator_values_free(&calibration->check_values);
    experiment_free(&calibration->happened);
    experiment_free(&calibration->baseline);
    free(calibration->kept_run);
    free(calibration->row);
}
