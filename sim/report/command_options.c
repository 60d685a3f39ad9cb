// SPDX-License-Identifier: MIT
#include "report/command_options.h"

#include "base/team.h"
#include "config/draws.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define HELP "; see hxsim --help"

static Status take_number(long long *number, const char *option, const char *value,
                          long long lowest, long long highest, const char *hint, Report *report) {
    char *end;
    errno = 0;
    const long long read = strtoll(value, &end, 10);
    if (end == value || *end || value[0] == ' ')
        return report_problem(report, STATUS_USAGE, "%s is \"%s\", not a whole number; %s", option,
                              value, hint);
    if (errno == ERANGE || read < lowest || read > highest)
        return report_problem(report, STATUS_USAGE, "%s is %s; %s", option, value, hint);
    *number = read;
    return STATUS_OK;
}

static Status take_draws(Command *command, const char *value, Report *report) {
    return take_number(&command->draws, "--draws", value, 0, MOST_DRAWS,
                       "write 0 for the central parameters alone, or how many draws of them (to "
                       "1000)",
                       report);
}

static Status take_draw_scale(Command *command, const char *value, Report *report) {
    return take_number(&command->draw_scale, "--draw-scale", value, 1, 10000,
                       "write 1 for everybody, or n (to 10000) for one in n residents in the runs "
                       "of the draws",
                       report);
}

static Status take_replicates(Command *command, const char *value, Report *report) {
    return take_number(&command->replicates, "--replicates", value, 1, 10000,
                       "write 1 to 10000 runs that differ by chance alone", report);
}

static Status take_seed(Command *command, const char *value, Report *report) {
    return take_number(&command->seed, "--seed", value, 0, 9007199254740992,
                       "write a whole number from 0 to 9007199254740992", report);
}

static Status take_scale(Command *command, const char *value, Report *report) {
    return take_number(&command->scale, "--scale", value, 1, 10000,
                       "write 1 for everybody, or n (to 10000) for one in n residents", report);
}

static Status take_years(Command *command, const char *value, Report *report) {
    return take_number(&command->years, "--years", value, 1, 100,
                       "write how many years to simulate after the warm-up, at least 1", report);
}

static Status take_threads(Command *command, const char *value, Report *report) {
    return take_number(&command->threads, "--threads", value, 1, MOST_THREADS,
                       "write 1 to 1024; results do not depend on it", report);
}

static Status take_set(Command *command, const char *value, Report *report) {
    if (!strchr(value, '='))
        return report_problem(report, STATUS_USAGE,
                              "--set is \"%s\"; write path=value, as in "
                              "--set choice.habit_share=0.4",
                              value);
    command->sets[command->set_count++] = value;
    return STATUS_OK;
}

static Status take_out(Command *command, const char *value, Report *report) {
    if (!*value)
        return report_problem(report, STATUS_USAGE,
                              "--out is empty; write the folder in which result folders are made");
    command->out = value;
    return STATUS_OK;
}

static Status take_charts(Command *command, const char *value, Report *report) {
    if (!*value)
        return report_problem(report, STATUS_USAGE,
                              "--charts is empty; write auto, none, or names that hxsim list "
                              "charts gives, parted by commas");
    command->charts = value;
    return STATUS_OK;
}

static bool add_language(Command *command, const char *name, size_t length) {
    static const char *const names[LANGUAGES] = {[LANGUAGE_ZH] = "zh", [LANGUAGE_EN] = "en"};
    for (int i = 0; i < LANGUAGES; i++) {
        if (strlen(names[i]) != length || strncmp(name, names[i], length) != 0) continue;
        for (int k = 0; k < command->language_count; k++)
            if (command->languages[k] == (Language)i) return false;
        command->languages[command->language_count++] = (Language)i;
        return true;
    }
    return false;
}

static Status take_language(Command *command, const char *value, Report *report) {
    command->language_count = 0;
    const char *at = value;
    for (;;) {
        const size_t length = strcspn(at, ",");
        if (!add_language(command, at, length))
            return report_problem(report, STATUS_USAGE,
                                  "--lang is \"%s\"; write zh, en, zh,en or en,zh, the language of "
                                  "the terminal first",
                                  value);
        if (!at[length]) return STATUS_OK;
        at += length + 1;
    }
}

static Status take_model(Command *command, const char *value, Report *report) {
    if (!*value)
        return report_problem(report, STATUS_USAGE,
                              "--model is empty; write a file that hxsim calibrate made, as in "
                              "--model models/huaihua.fitted.cfg");
    command->model = value;
    return STATUS_OK;
}

static Status take_list(const char **list, const char *option, const char *value, const char *what,
                        Report *report) {
    if (!*value)
        return report_problem(report, STATUS_USAGE,
                              "%s is empty; write names that hxsim list %s gives, parted by commas",
                              option, what);
    *list = value;
    return STATUS_OK;
}

static Status take_indicators(Command *command, const char *value, Report *report) {
    return take_list(&command->indicators, "--indicator", value, "indicators", report);
}

static Status take_reforms(Command *command, const char *value, Report *report) {
    return take_list(&command->reforms, "--reform", value, "reforms", report);
}

static Status take_cities(Command *command, const char *value, Report *report) {
    return take_list(&command->cities, "--city", value, "cities", report);
}

static Status take_force(Command *command, const char *value, Report *report) {
    (void)value, (void)report;
    command->force = true;
    return STATUS_OK;
}

static Status take_strict(Command *command, const char *value, Report *report) {
    (void)value, (void)report;
    command->strict = true;
    return STATUS_OK;
}

static Status take_json(Command *command, const char *value, Report *report) {
    (void)value, (void)report;
    command->json = true;
    return STATUS_OK;
}

static Status take_quiet(Command *command, const char *value, Report *report) {
    (void)value, (void)report;
    command->quiet = true;
    return STATUS_OK;
}

static Status take_verbose(Command *command, const char *value, Report *report) {
    (void)value, (void)report;
    command->verbose = true;
    return STATUS_OK;
}

static Status take_no_progress(Command *command, const char *value, Report *report) {
    (void)value, (void)report;
    command->no_progress = true;
    return STATUS_OK;
}

// --help and --version are answered before any other word is looked at; and nothing that hxsim
// prints has colour, but scripts may say so to every program.
static Status take_nothing(Command *command, const char *value, Report *report) {
    (void)command, (void)value, (void)report;
    return STATUS_OK;
}

static const CommandOption options[] = {
    {"--draws", "N", take_draws, false, "参数抽样次数，用于区间；0 只用中心参数",
     "draws of the parameters, for bands; 0 is the central ones alone"},
    {"--draw-scale", "N", take_draw_scale, false, "抽样运行的规模：每 N 名居民 1 名（默认 50）",
     "scale of the runs of the draws (50, or --scale if that is more)"},
    {"--replicates", "N", take_replicates, false, "只因随机性而不同的重复次数",
     "runs that differ by chance alone"},
    {"--seed", "N", take_seed, false, "随机数种子", "seed of all random numbers"},
    {"--scale", "N", take_scale, false, "每 N 名居民模拟 1 名；1 为全部",
     "one in N residents is simulated; 1 is everybody"},
    {"--years", "N", take_years, false, "预热年之后模拟的年数", "years after the warm-up"},
    {"--threads", "N", take_threads, false, "线程数；不影响结果",
     "threads; results do not depend on it"},
    {"--set", "PATH=VALUE", take_set, false, "改变一个参数，可重复",
     "changes one parameter; may be repeated"},
    {"--model", "FILE", take_model, false, "代替方案所依据的模型，如 calibrate 写出的拟合模型",
     "a model in place of the scenario's own, as calibrate writes"},
    {"--out", "DIR", take_out, false, "结果文件夹所在处（默认 results）",
     "where result folders are made (results)"},
    {"--charts", "LIST", take_charts, false, "auto（默认）、none 或图表名",
     "auto (the default), none, or names of charts"},
    {"--strict", NULL, take_strict, false, "score：有标定目标在区间外时退出码为 1",
     "score: exits with 1 when a target is out"},
    {"--indicator", "LIST", take_indicators, false,
     "compare 和 transplant 列出的指标（默认主要指标）",
     "indicators that compare and transplant print (those of the headline)"},
    {"--reform", "LIST", take_reforms, false, "transplant 的改革，用逗号分隔",
     "reforms of a transplant, parted by commas"},
    {"--city", "LIST", take_cities, false, "transplant 的城市（或方案文件），用逗号分隔",
     "cities of a transplant, or files of scenarios, parted by commas"},
    {"--force", NULL, take_force, false, "已有同样输入的结果时重新运行",
     "runs anew although results of the same inputs are there"},
    {"--lang", "zh,en", take_language, true, "语言，第一个用于终端",
     "languages; the first is the one of the terminal"},
    {"--json", NULL, take_json, true, "以 JSON 输出", "prints JSON"},
    {"--no-color", NULL, take_nothing, true, "不用颜色（本来就没有）", "no colour (there is none)"},
    {"--no-progress", NULL, take_no_progress, true, "不显示进度", "no progress"},
    {"-q", NULL, take_quiet, true, "只输出结果和错误", "results and errors only"},
    {"-v", NULL, take_verbose, true, "说明用时", "tells what took how long"},
    {"--help", NULL, take_nothing, true, "本说明", "this help"},
    {"--version", NULL, take_nothing, true, "版本", "the version"},
};
enum { OPTIONS = sizeof options / sizeof *options };

const CommandOption *command_option_find(const char *word) {
    const size_t length = strcspn(word, "=");
    for (int i = 0; i < OPTIONS; i++)
        if (strlen(options[i].name) == length && strncmp(word, options[i].name, length) == 0)
            return &options[i];
    return NULL;
}

Status command_option_refuse(const char *word, Report *report) {
    const char *names[OPTIONS], *meant = NULL;
    for (int i = 0; i < OPTIONS; i++) {
        names[i] = options[i].name;
        if (strlen(word) > 3 && strncmp(names[i], word, strlen(word)) == 0) meant = names[i];
    }
    if (meant)
        return report_problem(report, STATUS_USAGE, "%s is not spelled in full; did you mean %s?",
                              word, meant);
    meant = nearest_name(word, names, OPTIONS);
    return report_problem(report, STATUS_USAGE, "there is no option %s%s%s%s", word,
                          meant ? "; did you mean " : HELP, meant ? meant : "", meant ? "?" : "");
}

bool command_option_is(const char *word) {
    return word[0] == '-' && word[1] != '\0' && strcmp(word, "--") != 0;
}

Status command_option_take(Command *command, const CommandOption *option, int count, char **words,
                           int *at, Report *report) {
    const char *joined = strchr(words[*at], '=');
    if (!option->argument) {
        if (joined)
            return report_problem(report, STATUS_USAGE, "%s takes no value; write %s alone",
                                  option->name, option->name);
        return option->take(command, NULL, report);
    }
    if (joined) return option->take(command, joined + 1, report);
    if (*at + 1 >= count)
        return report_problem(report, STATUS_USAGE, "%s wants %s after it" HELP, option->name,
                              option->argument);
    return option->take(command, words[++*at], report);
}

void command_options_print(FILE *stream, bool for_all, Language language) {
    for (int i = 0; i < OPTIONS; i++) {
        const CommandOption *option = &options[i];
        if (option->for_all != for_all) continue;
        char form[64];
        snprintf(form, sizeof form, "%s%s%s", option->name, option->argument ? " " : "",
                 option->argument ? option->argument : "");
        fprintf(stream, "  %-18s %s\n", form, language == LANGUAGE_ZH ? option->zh : option->en);
    }
}
