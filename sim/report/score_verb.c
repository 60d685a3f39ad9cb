// SPDX-License-Identifier: MIT
#include "report/score_verb.h"

#include "base/calendar.h"
#include "base/share.h"
#include "report/paired_runs.h"
#include "report/result_folder.h"
#include "report/result_tables.h"
#include "report/run_draws.h"
#include "report/score_tables.h"
#include "report/score_words.h"

#include <errno.h>
#include <glob.h>
#include <sha2.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { USUAL_DRAWS = 40, MOST_CITIES = 24, AS_HAPPENED = 0, BASELINE = 1 };

// One city: its runs, its roles, its rows.
typedef struct CityRuns {
    char file[FOLDER_PATH], baseline[FOLDER_PATH]; // of scenarios; baseline "" if there is none
    PairedRuns runs;
} CityRuns;

typedef struct Score {
    const Command *command;
    const Registries *registries;
    FILE *out, *messages;
    Report *report;
    Arena *arena; // of the roles
    CityRuns *city[MOST_CITIES];
    ScoredCity scored[MOST_CITIES];
    int count;
    Experiment named; // the first under the name and hash of the score
    char id[256], title_zh[512], title_en[512];
    ResultFolder folder;
    ManifestCharts charts;
} Score;

// ---- which scenarios

static bool is_there(const char *path) {
    return access(path, R_OK) == 0;
}

// DIR/NAME.cfg to DIR/../scenarios/NAME<ending>.cfg, or beside it if it is a scenario itself.
static void scenario_path(char out[FOLDER_PATH], const char *file, const char *ending) {
    const char *slash = strrchr(file, '/');
    const char *name = slash ? slash + 1 : file;
    const int folder = slash ? (int)(slash - file + 1) : 0;
    const int stem = (int)strcspn(name, ".");
    snprintf(out, FOLDER_PATH, "%.*s../scenarios/%.*s%s.cfg", folder, file, stem, name, ending);
    if (!is_there(out))
        snprintf(out, FOLDER_PATH, "%.*s%.*s%s.cfg", folder, file, stem, name, ending);
}

static Status add_city(Score *score, const char *file) {
    if (score->count == MOST_CITIES)
        return report_problem(score->report, STATUS_USAGE, "score takes at most %d models",
                              MOST_CITIES);
    CityRuns *city = report_calloc(score->report, 1, sizeof *city);
    if (!city) return STATUS_NO_MEMORY;
    score->city[score->count++] = city;
    scenario_path(city->file, file, "");
    scenario_path(city->baseline, file, "_baseline");
    if (!is_there(city->baseline)) city->baseline[0] = '\0';
    return STATUS_OK;
}

// Every model that has a scenario of its own name.
static Status add_all(Score *score) {
    char models[SHARE_PATH], pattern[SHARE_PATH + 8], scenario[FOLDER_PATH];
    glob_t found;
    share_find(models, "models");
    snprintf(pattern, sizeof pattern, "%s/*.cfg", models);
    if (glob(pattern, 0, NULL, &found) != 0)
        return report_problem(score->report, STATUS_NO_INPUT,
                              "%s: no models are there; name them: hxsim score models/huaihua.cfg",
                              pattern);
    Status status = STATUS_OK;
    for (size_t i = 0; i < found.gl_pathc && status == STATUS_OK; i++) {
        scenario_path(scenario, found.gl_pathv[i], "");
        if (strstr(scenario, "scenarios/")) status = add_city(score, found.gl_pathv[i]);
    }
    globfree(&found);
    return status;
}

// ---- reading

static Status read_one(Score *score, Experiment *experiment, const char *file,
                       const Overrides *overrides) {
    return experiment_read(experiment, file, overrides, score->registries->levers,
                           score->registries->lever_count, score->report);
}

static int first_year(const Experiment *experiment) {
    int year, month, day_of_month;
    calendar_split(experiment->start_day, &year, &month, &day_of_month);
    return year;
}

static Status read_roles(Score *score, int which) {
    ScoredCity *scored = &score->scored[which];
    const City *city = &score->city[which]->runs.experiment[AS_HAPPENED].city;
    const Figures figures = {city->figures, city->figure_count};
    Reader reader = {.arena = score->arena, .report = score->report};
    roles_read(&scored->roles, city->tables[TABLE_FIGURES].file, &figures, &reader);
    return reader.status;
}

// As far as the last year that a reading asks for; the scenario may end sooner.
static int years_asked(const ScoredCity *scored, const Experiment *experiment) {
    int last = 0;
    for (int i = 0; i < scored->roles.reading_count; i++)
        if (scored->roles.readings[i].year > last) last = scored->roles.readings[i].year;
    const int years = last - first_year(experiment) + 1;
    return years < 1 || years > experiment->years ? experiment->years : years;
}

// Whether any reading of this city is of the run without reforms.
static bool needs_baseline(const ScoredCity *scored, const City *city) {
    bool needs = false;
    for (int i = 0; i < scored->roles.reading_count; i++) {
        const Reading *reading = &scored->roles.readings[i];
        needs = needs ||
                (reading->baseline && role_is_of(&scored->roles.rows[reading->role], city->id));
    }
    return needs;
}

static Status read_city(Score *score, int which) {
    CityRuns *city = score->city[which];
    ScoredCity *scored = &score->scored[which];
    PairedRuns *runs = &city->runs;
    Experiment *happened = &runs->experiment[AS_HAPPENED];
    Overrides overrides = command_overrides(score->command);
    Status status = read_one(score, happened, city->file, &overrides);
    if (status != STATUS_OK) return status;
    runs->count = 1;
    status = read_roles(score, which);
    if (status != STATUS_OK) return status;
    if (overrides.years == 0) overrides.years = years_asked(scored, happened);
    if (!overrides.has_draws && happened->draws == 0) overrides.draws = USUAL_DRAWS;
    overrides.has_draws = overrides.has_draws || happened->draws == 0;
    const bool baseline = *city->baseline && needs_baseline(scored, &happened->city);
    experiment_free(happened);
    status = read_one(score, happened, city->file, &overrides);
    if (status == STATUS_OK) status = read_roles(score, which); // figures are those of the new city
    if (status == STATUS_OK && baseline) {
        runs->count = 2;
        status = read_one(score, &runs->experiment[BASELINE], city->baseline, &overrides);
    }
    return status;
}

// ---- the folder

static void name_score(Score *score) {
    SHA2_CTX sum;
    SHA256Init(&sum);
    SHA256Update(&sum, (const uint8_t *)"score ", 6);
    snprintf(score->id, sizeof score->id, "score");
    for (int i = 0; i < score->count; i++) {
        const PairedRuns *runs = &score->city[i]->runs;
        for (int k = 0; k < runs->count; k++)
            SHA256Update(&sum, (const uint8_t *)runs->experiment[k].inputs_hash, 64);
        if (score->count <= 3)
            snprintf(score->id + strlen(score->id), sizeof score->id - strlen(score->id), "-%.60s",
                     runs->experiment[0].id);
    }
    const Roles *roles = &score->scored[0].roles;
    char line[512];
    for (int i = 0; i < roles->reading_count; i++) {
        const Reading *one = &roles->readings[i];
        const int length =
            snprintf(line, sizeof line, "%s %s %s %s %d %d %d %d %.17g %.17g %.17g %.17g\n",
                     roles->rows[one->role].id, one->name, one->indicator, one->of,
                     (int)roles->rows[one->role].role, (int)one->as, one->year, one->since,
                     one->low, one->high, one->null_low, one->null_high);
        SHA256Update(&sum, (const uint8_t *)line, (size_t)length);
    }
    score->named = score->city[0]->runs.experiment[AS_HAPPENED];
    score->named.id = score->id;
    score->named.title_zh = "报道数字与模拟对照评分";
    score->named.title_en = "Reported figures beside simulated ones, scored";
    SHA256End(&sum, score->named.inputs_hash);
}

static const char *file_in(char path[FOLDER_PATH], const Score *score, const char *name) {
    snprintf(path, FOLDER_PATH, "%.*s/%s", FOLDER_PATH - 160, score->folder.work, name);
    return path;
}

// A scenario as it was run, in a folder of its own.
static Status write_scenario(const Score *score, const Experiment *experiment,
                             const IndicatorValues *values, const Draws *draws) {
    char path[FOLDER_PATH], file[FOLDER_PATH + 32];
    file_in(path, score, experiment->id);
    Status status = folder_make(path, score->report);
    if (status == STATUS_OK)
        status = experiment_write(experiment, score->registries->levers,
                                  score->registries->lever_count, path, score->report);
    snprintf(file, sizeof file, "%s/draws.csv", path);
    if (status == STATUS_OK && experiment->draws > 0)
        status = run_draws_write(values, draws, file, score->report);
    return status;
}

static const char readme[] =
    "这些结果是在所列假设下的模拟，不是预测。\n"
    "score.csv        报道数字与模拟对照，每行一种读法；reported_low、reported_high "
    "为报道值（两端\n"
    "                 不同为歧义，空为单侧界限）；low、high 为参数抽样的90%区间；null 为省或全国\n"
    "                 水平；interval_score 越小越好；skill 大于0才是证据；inside 为1在区间内\n"
    "score-zh.txt, score-en.txt  终端上的表；score.json 供程序读取\n"
    "各文件夹          所运行的情景：scenario.cfg 可直接运行；draws.csv 为参数抽样\n"
    "\n"
    "These results are simulated under the assumptions listed; they are not a forecast.\n"
    "score.csv        reported figures beside simulated ones, one row a reading; reported_low and\n"
    "                 reported_high are what was printed (they differ where it is ambiguous, "
    "empty\n"
    "                 is an open side); low and high the 90 % interval over draws; null what the\n"
    "                 province or nation had; less interval_score is better; a skill above 0 is\n"
    "                 evidence; inside is 1 where the figure lies in the interval\n"
    "score-zh.txt, score-en.txt  the table of the terminal; score.json has it for programs\n"
    "the folders      the scenarios as they were run: scenario.cfg runs by itself; draws.csv\n";

static const char *const text_names[] = {"score-zh.txt", "score-en.txt", "score.json",
                                         "README.txt"};
enum { TEXT_JSON = LANGUAGE_EN + 1, TEXT_README, TEXTS };

static Status write_text(const Score *score, int which) {
    char path[FOLDER_PATH];
    FILE *stream = fopen(file_in(path, score, text_names[which]), "w");
    if (!stream)
        return report_problem(score->report, STATUS_NO_OUTPUT, "%s: cannot be created: %s", path,
                              strerror(errno));
    Status status = STATUS_OK;
    if (which == TEXT_README)
        fputs(readme, stream);
    else if (which == TEXT_JSON)
        status = score_tables_write_json(score->scored, score->count, stream, score->report);
    else
        score_tables_print(score->scored, score->count, (Language)which, stream);
    const bool broken = ferror(stream) != 0;
    if (fclose(stream) == 0 && !broken) return status;
    return report_problem(score->report, STATUS_IO,
                          "%s: writing broke off: %s; make room and run again", path,
                          strerror(errno));
}

static Status write_files(Score *score) {
    char path[FOLDER_PATH];
    Status status = score_tables_write(score->scored, score->count,
                                       file_in(path, score, "score.csv"), score->report);
    for (int i = 0; i < TEXTS && status == STATUS_OK; i++)
        status = write_text(score, i);
    for (int i = 0; i < score->count; i++) {
        const PairedRuns *runs = &score->city[i]->runs;
        for (int k = 0; k < runs->count && status == STATUS_OK; k++)
            status = write_scenario(score, &runs->experiment[k], &runs->values[k], &runs->draws[k]);
    }
    if (status == STATUS_OK)
        status = manifest_write(score->folder.work, &score->named, &score->charts, score->report);
    return status;
}

// ---- running

static Status score_city(Score *score, int which, Team *team, Progress *progress) {
    PairedRuns *runs = &score->city[which]->runs;
    ScoredCity *scored = &score->scored[which];
    Status status = paired_runs_make_central(runs, team, progress, score->report);
    if (status == STATUS_OK) status = paired_runs_make_draws(runs, team, progress, score->report);
    if (status != STATUS_OK) return status;
    if (runs->interrupted)
        return report_problem(score->report, STATUS_INTERRUPTED,
                              "interrupted before every draw was whole; nothing was written");
    const IndicatorValues *baseline = runs->count > 1 ? &runs->values[BASELINE] : NULL;
    scored->experiment = &runs->experiment[AS_HAPPENED];
    scored->values = &runs->values[AS_HAPPENED];
    scored->rows =
        report_calloc(score->report, (size_t)scored->roles.reading_count + 1, sizeof *scored->rows);
    if (!scored->rows) return STATUS_NO_MEMORY;
    scored->count =
        score_rows_fill(scored->rows, &scored->roles, (ScoreRuns){scored->values, baseline});
    return STATUS_OK;
}

static Status run_all(Score *score, Team *team) {
    const bool tells = !score->command->quiet && !score->command->no_progress;
    Status status = STATUS_OK;
    for (int i = 0; i < score->count && status == STATUS_OK; i++) {
        PairedRuns *runs = &score->city[i]->runs;
        Progress progress;
        if (tells) fprintf(score->messages, "hxsim: %s\n", runs->experiment[0].id);
        progress_begin(&progress, tells ? score->messages : NULL);
        status = paired_runs_init(runs, score->registries->levers, score->registries->lever_count,
                                  score->report);
        if (status == STATUS_OK) status = score_city(score, i, team, &progress);
        progress_end(&progress);
    }
    return status;
}

// ---- telling

static Status print_table(const Score *score) {
    char path[FOLDER_PATH], part[4096];
    const int which = score->command->json ? TEXT_JSON : (int)score->command->languages[0];
    snprintf(path, sizeof path, "%.*s/%s", FOLDER_PATH - 96, score->folder.path, text_names[which]);
    FILE *stream = fopen(path, "r");
    if (!stream)
        return report_problem(score->report, STATUS_IO, "%s: cannot be read: %s", path,
                              strerror(errno));
    for (size_t size; (size = fread(part, 1, sizeof part, stream)) > 0;)
        fwrite(part, 1, size, score->out);
    fclose(stream);
    if (fflush(score->out) == 0 && !ferror(score->out)) return STATUS_OK;
    return report_problem(score->report, STATUS_IO,
                          "the table cannot be printed whole; the results are in %s",
                          score->folder.path);
}

static void tell_where(const Score *score, const char *what) {
    if (!score->command->quiet)
        fprintf(score->messages, "hxsim: %s: %s\n", what, score->folder.path);
}

// Whether score.csv of the folder has a reported target that no reading brings in.
static bool any_target_out(const Score *score) {
    for (int i = 0; i < score->count; i++) {
        const ScoredCity *city = &score->scored[i];
        for (int k = 0; k < city->count; k++) {
            const ScoreRow *row = &city->rows[k];
            if (!row->is_first || row->role->role != ROLE_TARGET || score_is_anchor(row)) continue;
            const ScoreTotals one = score_totals(row, city->count - k, ROLE_TARGET);
            if (row->state == SCORE_DONE && one.inside_by_any < one.compared) return true;
        }
    }
    return false;
}

static Status simulate_and_write(Score *score) {
    Team *team = team_start(command_threads(score->command), score->report);
    if (!team) return STATUS_NO_MEMORY;
    Status status = result_folder_begin(&score->folder, score->report);
    if (status == STATUS_OK) status = run_all(score, team);
    team_end(team);
    if (status == STATUS_OK) status = write_files(score);
    if (status == STATUS_OK && interruption_came())
        status = report_problem(score->report, STATUS_INTERRUPTED,
                                "interrupted while results were written; nothing is left of them");
    if (status == STATUS_OK) status = result_folder_keep(&score->folder, score->report);
    result_folder_drop(&score->folder);
    if (status != STATUS_OK) return status;
    interruption_let_through();
    status = print_table(score);
    tell_where(score, "results");
    if (status == STATUS_OK && score->command->strict && any_target_out(score))
        status = report_problem(score->report, STATUS_DIFFERENT,
                                "a target is out on every reading; the table says which");
    return status;
}

static Status score_cities(Score *score) {
    bool done;
    name_score(score);
    const Status status =
        result_folder_look(&score->folder, &score->named, score->command->out, &score->charts,
                           score->command->force || score->command->strict, &done, score->report);
    if (status != STATUS_OK) return status;
    if (!done) {
        interruption_hold_back(); // before there are threads, which keep what is held back
        return simulate_and_write(score);
    }
    const Status printed = print_table(score);
    tell_where(score, "these results were there already (--force runs anew)");
    return printed;
}

Status score_verb(const Command *command, const Registries *registries, FILE *out, FILE *messages,
                  Report *report) {
    Score *score = report_calloc(report, 1, sizeof *score);
    if (!score) return STATUS_NO_MEMORY;
    *score = (Score){.command = command,
                     .registries = registries,
                     .out = out,
                     .messages = messages,
                     .report = report,
                     .arena = arena_new(),
                     .charts = {.asked = "none"}};
    Status status = score->arena ? STATUS_OK : STATUS_NO_MEMORY;
    for (int i = 0; i < command->rest_count && status == STATUS_OK; i++)
        status = add_city(score, command->rest[i]);
    if (command->rest_count == 0 && status == STATUS_OK) status = add_all(score);
    for (int i = 0; i < score->count && status == STATUS_OK; i++)
        status = read_city(score, i);
    if (status == STATUS_OK) status = score_cities(score);
    for (int i = 0; i < score->count; i++) {
        free(score->scored[i].rows);
        paired_runs_free(&score->city[i]->runs);
        free(score->city[i]);
    }
    if (score->arena) arena_free(score->arena);
    free(score);
    return status;
}
