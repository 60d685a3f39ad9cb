// SPDX-License-Identifier: MIT
#include "report/transplant_verb.h"

#include "report/progress.h"
#include "report/result_charts.h"
#include "report/result_folder.h"
#include "report/transplant_charts.h"
#include "report/transplant_json.h"

#include <sha2.h>
#include <stdlib.h>
#include <string.h>

typedef struct Transplanting {
    const Command *command;
    const Registries *registries;
    FILE *out, *messages;
    Report *report;
    Transplant transplant;
    Swaps swaps;
    Experiment named; // the first city under the name and hash of all
    char id[256], title_zh[512], title_en[512];
    ResultFolder folder;
    ResultCharts charts;
} Transplanting;

// ---- the folder

static void say(char *text, size_t size, const char *words, const char *between) {
    const size_t length = strlen(text);
    snprintf(text + length, size - length, "%s%.100s", length ? between : "", words);
}

// Known by the inputs of every scenario and by the indicators asked for.
static void name_transplant(Transplanting *all) {
    const Transplant *transplant = &all->transplant;
    const char *list = all->command->indicators;
    SHA2_CTX sum;
    SHA256Init(&sum);
    SHA256Update(&sum, (const uint8_t *)"transplant ", 11);
    if (list) SHA256Update(&sum, (const uint8_t *)list, strlen(list));
    for (int c = 0; c < transplant->city_count; c++) {
        const TransplantCity *city = &transplant->city[c];
        for (int i = 0; i < city->runs.count; i++)
            SHA256Update(&sum, (const uint8_t *)city->runs.experiment[i].inputs_hash, 64);
        say(all->id, sizeof all->id, city->source.city.id, "-");
        say(all->title_zh, sizeof all->title_zh, city->source.city.name_zh, "、");
        say(all->title_en, sizeof all->title_en, city->source.city.name_en, ", ");
    }
    say(all->id, sizeof all->id, "transplant", "-");
    say(all->title_zh, sizeof all->title_zh, "同一组改革", "：");
    say(all->title_en, sizeof all->title_en, "the same reforms", ": ");
    all->named = transplant->city[0].runs.experiment[0];
    all->named.id = all->id;
    all->named.title_zh = all->title_zh;
    all->named.title_en = all->title_en;
    SHA256End(&sum, all->named.inputs_hash);
}

static const char *file_in(char path[FOLDER_PATH], const Transplanting *all, const char *name) {
    snprintf(path, FOLDER_PATH, "%.*s/%.240s", FOLDER_PATH - 256, all->folder.work, name);
    return path;
}

static const char json_name[] = "transplant.json";

static const char *text_name(Language language) {
    return language == LANGUAGE_ZH ? "transplant-zh.txt" : "transplant-en.txt";
}

static const char readme[] =
    "这些结果是在所列假设下的模拟，不是预测，也不是城市排名：同样的假设机制，不同的起始条件。\n"
    "transplant.csv   差值矩阵：每项改革和几项一起（all），每个城市，各年；without、with 为水平，\n"
    "                 difference 和 se（仅随机性）为中心参数，p05 至 p95 为参数抽样；scope_of "
    "为改革范围取自哪\n"
    "                 个城市的方案；synthetic 为 yes 的，当地没有任何报道说明有多少机构参与\n"
    "blocks.csv       城市之间为何不同：几项一起的差值之差（city 减 "
    "minus），一次换一块起始条件，part\n"
    "                 为两个方向的平均，in_first、in_second 为各自方向\n"
    "transplant-zh.txt, transplant-en.txt  终端上的表；transplant.json 供程序读取\n"
    "charts/          图：heat-指标 为差值矩阵，slope-指标 "
    "为各城市没有和有这些改革时的水平；PNG、SVG、\n"
    "                 所画数字（.csv）和绘图脚本（.gp）；blocks-指标 为城市之间为何不同\n"
    "城市/情景/scenario.cfg  各情景，可直接运行或用 hxsim compare 比较\n"
    "\n"
    "These results are simulated under the assumptions listed; they are no forecast and no "
    "ranking\n"
    "of cities: same assumed mechanism, other starting conditions.\n"
    "transplant.csv   the matrix of differences: each reform and all of them (all), in each city,\n"
    "                 year by year; without and with are levels, difference and se (chance alone)\n"
    "                 are at the central parameters, p05 to p95 over draws of them; scope_of is "
    "the\n"
    "                 city whose scenario gave the reform its scope; where synthetic is yes, "
    "nothing\n"
    "                 printed of the city says how much of it takes part\n"
    "blocks.csv       why cities differ: of the gap between two cities (city minus the other) in\n"
    "                 what all reforms do, one block of starting conditions exchanged at a time;\n"
    "                 part is the mean of both directions, in_first and in_second\n"
    "transplant-zh.txt, transplant-en.txt  the tables of the terminal; transplant.json\n"
    "                 has them for programs\n"
    "charts/          heat-INDICATOR: the matrix of differences; slope-INDICATOR: each city "
    "without\n"
    "                 and with the reforms; blocks-INDICATOR: why cities differ; PNG, SVG, the\n"
    "                 numbers drawn (.csv), the script (.gp)\n"
    "CITY/SCENARIO/scenario.cfg  the scenarios: each runs by itself, hxsim compare takes two\n";

static void write_readme(const Transplanting *all, FILE *stream) {
    fprintf(stream, "%s\n%s\n\n%s", all->title_zh, all->title_en, readme);
    if (all->charts.left_out.count == 0) return;
    fputs("\n没有画出的图及原因 / Charts that are left out, and why\n", stream);
    charts_tell_left_out(&all->charts.left_out, "  ", stream);
}

// The README below the languages.
enum { TEXT_README = -1 };
static Status print_text(FILE *stream, const void *what, int which, Report *report) {
    const Transplanting *all = what;
    (void)report;
    if (which == TEXT_README)
        write_readme(all, stream);
    else
        transplant_print(&all->transplant, &all->swaps, (Language)which, stream);
    return STATUS_OK;
}

static Status write_text(const Transplanting *all, const char *name, int which) {
    char path[FOLDER_PATH];
    return folder_write(file_in(path, all, name), print_text, all, which, all->report);
}

static Status write_scenarios(const Transplanting *all, const TransplantCity *city) {
    Status status = STATUS_OK;
    for (int i = 0; i < city->runs.count && status == STATUS_OK; i++) {
        const Experiment *experiment = &city->runs.experiment[i];
        const char *id = experiment->id + strlen(city->source.city.id) + 1;
        char name[256], path[FOLDER_PATH];
        snprintf(name, sizeof name, "%.80s/%.120s", city->source.city.id, id);
        status = folder_make(file_in(path, all, name), all->report);
        if (status == STATUS_OK)
            status = experiment_write(experiment, all->transplant.levers,
                                      all->transplant.lever_count, path, all->report);
    }
    return status;
}

static Status write_files(Transplanting *all) {
    char path[FOLDER_PATH];
    const Transplant *transplant = &all->transplant;
    Status status =
        transplant_matrix_write(transplant, file_in(path, all, "transplant.csv"), all->report);
    if (status == STATUS_OK)
        status = transplant_blocks_write(transplant, &all->swaps, file_in(path, all, "blocks.csv"),
                                         all->report);
    if (status == STATUS_OK)
        status = transplant_json_write(transplant, &all->swaps, file_in(path, all, json_name),
                                       all->report);
    for (int c = 0; c < transplant->city_count && status == STATUS_OK; c++)
        status = write_scenarios(all, &transplant->city[c]);
    if (status == STATUS_OK) status = write_text(all, "README.txt", TEXT_README);
    for (int language = LANGUAGE_ZH; language <= LANGUAGE_EN && status == STATUS_OK; language++)
        status = write_text(all, text_name((Language)language), language);
    if (status == STATUS_OK)
        status = manifest_write(all->folder.work, &all->named, &all->charts.manifest, all->report);
    return status;
}

// ---- charts

static size_t draw_charts(const void *what, const ChartsAsked *asked, const char *folder,
                          ChartsLeftOut *left_out) {
    const Transplanting *all = what;
    return transplant_charts_draw_all(&all->transplant, &all->swaps, asked, folder, left_out);
}

// ---- running

static bool tells(const Transplanting *all) {
    return !all->command->quiet && !all->command->no_progress;
}

static void begin_stage(const Transplanting *all, Progress *progress, const char *what) {
    if (tells(all)) fprintf(all->messages, "hxsim: %s\n", what);
    progress_begin(progress, tells(all) ? all->messages : NULL);
}

static Status run_central(Transplanting *all, TransplantCity *city, Team *team) {
    Progress progress;
    char what[256];
    snprintf(what, sizeof what, "%.80s: %d scenarios, %d replicates", city->source.city.id,
             city->runs.count, city->source.replicates);
    begin_stage(all, &progress, what);
    const Status status = paired_runs_make_central(&city->runs, team, &progress, all->report);
    progress_end(&progress);
    return status;
}

static Status run_swaps(Transplanting *all, Team *team) {
    Progress progress;
    Status status = swaps_init(&all->swaps, &all->transplant, all->report);
    if (status != STATUS_OK) return status;
    begin_stage(all, &progress, "why cities differ: one block exchanged at a time");
    status = swaps_run(&all->swaps, &all->transplant, team, &progress, all->report);
    progress_end(&progress);
    if (status != STATUS_INTERRUPTED) return status;
    return report_problem(all->report, status,
                          "interrupted before it was known why cities differ; nothing was written");
}

// Draws come last and go through all cities one after another: those that are whole when somebody
// interrupts them are worth keeping.
static Status run_draws_of_all(Transplanting *all, Team *team) {
    Progress progress;
    PairedRuns *runs[MOST_CITIES];
    Transplant *transplant = &all->transplant;
    char what[64];
    for (int c = 0; c < transplant->city_count; c++)
        runs[c] = &transplant->city[c].runs;
    snprintf(what, sizeof what, "all cities: %d draws", transplant->city[0].source.draws);
    begin_stage(all, &progress, what);
    const Status status =
        paired_runs_make_draws(runs, transplant->city_count, team, &progress, all->report);
    progress_end(&progress);
    all->charts.manifest.interrupted = runs[0]->interrupted;
    all->charts.manifest.draws_missing = runs[0]->draws_missing;
    return status;
}

static void tell_where(const Transplanting *all, const char *what) {
    if (!all->command->quiet) fprintf(all->messages, "hxsim: %s: %s\n", what, all->folder.path);
}

static Status print_table(const Transplanting *all) {
    const Command *command = all->command;
    return result_folder_print(&all->folder,
                               command->json ? json_name : text_name(command->languages[0]),
                               all->out, all->report);
}

static Status run_and_write(Transplanting *all, Team *team) {
    Status status = result_folder_begin(&all->folder, all->report);
    for (int c = 0; c < all->transplant.city_count && status == STATUS_OK; c++)
        status = run_central(all, &all->transplant.city[c], team);
    if (status == STATUS_OK) status = run_swaps(all, team);
    if (status == STATUS_OK) status = run_draws_of_all(all, team);
    if (status == STATUS_OK)
        status = result_charts_draw(&all->charts, all->command, draw_charts, all, all->folder.work,
                                    team, all->messages, all->report);
    if (status == STATUS_OK) status = write_files(all);
    if (status == STATUS_OK && interruption_came())
        status = report_problem(all->report, STATUS_INTERRUPTED,
                                "interrupted while results were written; nothing is left of them");
    if (status == STATUS_OK) status = result_folder_keep(&all->folder, all->report);
    result_folder_drop(&all->folder);
    if (status != STATUS_OK) return status;
    interruption_let_through();
    status = print_table(all);
    tell_where(all, "results");
    const int asked = all->transplant.city[0].source.draws;
    if (status == STATUS_OK && all->charts.manifest.interrupted)
        status = report_problem(
            all->report, STATUS_INTERRUPTED, "interrupted; %d of %d draws are whole and kept in %s",
            asked - all->charts.manifest.draws_missing, asked, all->folder.path);
    return status;
}

static Status transplant_cities(Transplanting *all) {
    const Command *command = all->command;
    bool done;
    Status status = result_folder_look(&all->folder, &all->named, command->out,
                                       &all->charts.manifest, command->force, &done, all->report);
    if (status != STATUS_OK) return status;
    if (done) {
        status = print_table(all);
        tell_where(all, "these results were there already (--force runs anew)");
        return status;
    }
    interruption_hold_back(); // before there are threads, which keep what is held back
    Team *team = team_start(command_threads(command), all->report);
    if (!team) return STATUS_NO_MEMORY;
    status = run_and_write(all, team);
    team_end(team);
    return status;
}

Status transplant_verb(const Command *command, const Registries *registries, FILE *out,
                       FILE *messages, Report *report) {
    Transplanting *all = report_calloc(report, 1, sizeof *all);
    if (!all) return STATUS_NO_MEMORY;
    all->command = command;
    all->registries = registries;
    all->out = out;
    all->messages = messages;
    all->report = report;
    Status status = transplant_charts_check(command->charts, report);
    if (status == STATUS_OK) result_charts_prepare(&all->charts, command, messages);
    if (status == STATUS_OK)
        status = transplant_read(&all->transplant, command, registries->levers,
                                 registries->lever_count, report);
    if (status == STATUS_OK) {
        name_transplant(all);
        status = transplant_cities(all);
    }
    swaps_free(&all->swaps);
    transplant_free(&all->transplant);
    status = status_first(status, all->charts.status);
    free(all);
    return status;
}
