// SPDX-License-Identifier: MIT
#include "report/command.h"

#include "report/command_options.h"
#include "report/difference_tables.h"

#include <string.h>

// ---- verbs

static const struct {
    const char *name, *words, *zh, *en;
} verbs[VERB_COUNT] = {
    [VERB_RUN] = {"run", "FILE", "运行，打印主要结果，写出结果文件夹",
                  "simulates, prints the headline table, writes the result folder"},
    [VERB_COMPARE] = {"compare", "BASE ALTERNATIVE...",
                      "配对比较：同一随机数、同一组参数抽样，打印差值表，写出结果文件夹",
                      "paired runs on the same luck and draws: table of differences, folder"},
    [VERB_TRANSPLANT] = {"transplant", "--reform LIST --city LIST",
                         "同一组改革放到几个城市：差值矩阵，以及城市之间为何不同，写出结果文件夹",
                         "the same reforms in several cities: matrix of differences and why "
                         "cities differ, folder"},
    [VERB_SCORE] = {"score", "[MODEL...]",
                    "报道数字与模拟对照：标定目标和保留检验各在区间内与否、区间得分和技巧分",
                    "reported figures beside simulated ones: targets and held out, interval "
                    "score, skill"},
    [VERB_CALIBRATE] = {"calibrate", "MODEL",
                        "用标定目标拟合一个城市的六个自由参数，写出 MODEL.fitted.cfg 和样本",
                        "fits a city's six free numbers to its targets; writes MODEL.fitted.cfg "
                        "and the sample"},
    [VERB_CHECK] = {"check", "FILE...", "只检查，一次列出所有错误",
                    "validates only; every error at once"},
    [VERB_SHOW] = {"show", "FILE", "每个数值及其单位、类别、来源",
                   "each value with its unit, kind and source"},
    [VERB_LIST] = {"list", "cities|reforms|numbers|indicators|parameters|charts", "名录",
                   "the dictionaries"},
    [VERB_EXPLAIN] = {"explain", "NAME [FILE]", "指标、改革或参数的定义",
                      "the definition of an indicator, reform or parameter"},
    [VERB_SETTLE] =
        {"settle", "CASES.csv --contract FILE [--out DIR]",
         "结算一份病例清单：每例的分值、各方支付，每家机构的清算",
         "settles a list of cases: points and payers of each, clearing of institutions"},
    [VERB_TABLES] = {"tables", "FILE", "拥挤程度表（models/congestion.csv），由程序自己的门诊算出",
                     "makes the table of congestion (models/congestion.csv) anew"},
    [VERB_NEW] = {"new", "DIR", "新建一个带注释、可直接运行的虚构城市和方案，供修改",
                  "a made-up city and scenario that run, with comments, to be changed"},
};

static Status refuse_verb(const char *word, Report *report) {
    const char *names[VERB_COUNT - VERB_RUN];
    for (int i = VERB_RUN; i < VERB_COUNT; i++)
        names[i - VERB_RUN] = verbs[i].name;
    const char *meant = nearest_name(word, names, VERB_COUNT - VERB_RUN);
    return report_problem(
        report, STATUS_USAGE, "there is no command %s%s%s%s; to run a file of that name write ./%s",
        word, meant ? ", did you mean " : "", meant ? meant : "", meant ? "?" : "", word);
}

static Status find_verb(Command *command, const char *word, Report *report) {
    for (int i = VERB_RUN; i < VERB_COUNT; i++)
        if (strcmp(word, verbs[i].name) == 0) {
            command->verb = (Verb)i;
            return STATUS_OK;
        }
    if (!strpbrk(word, "/.")) return refuse_verb(word, report);
    command->verb = VERB_RUN;
    return STATUS_OK;
}

// Index of the first word that is neither an option nor the value of one, or count; `stray` is the
// first before it that looks like an option and is none, or NULL.
static int first_operand(int count, char **words, const char **stray) {
    *stray = NULL;
    for (int at = 0; at < count; at++) {
        if (strcmp(words[at], "--") == 0) return at + 1;
        if (!command_option_is(words[at])) return at;
        const CommandOption *option = command_option_find(words[at]);
        if (!option && !*stray) *stray = words[at];
        if (option && option->argument && !strchr(words[at], '=')) at++;
    }
    return count;
}

static bool takes_files(Verb verb) {
    return verb == VERB_COMPARE || verb == VERB_SCORE || verb == VERB_CALIBRATE;
}

static Status take_file(Command *command, char *word, Report *report) {
    if (command->verb == VERB_TRANSPLANT)
        return report_problem(report, STATUS_USAGE,
                              "transplant takes no file, but was given %s; write --city NAME,FILE",
                              word);
    if (takes_files(command->verb)) {
        command->rest[command->rest_count++] = word;
        return STATUS_OK;
    }
    if (command->file)
        return report_problem(report, STATUS_USAGE,
                              "run takes one file, but was given %s and %s; run them one by one",
                              command->file, word);
    command->file = word;
    return STATUS_OK;
}

static Status check_compared(const Command *command, Report *report) {
    if (command->rest_count >= 2 && command->rest_count <= MOST_SCENARIOS) return STATUS_OK;
    return report_problem(report, STATUS_USAGE,
                          "compare wants a base and 1 to %d alternatives, but was given %d files; "
                          "write hxsim compare BASE.cfg ALTERNATIVE.cfg",
                          MOST_SCENARIOS - 1, command->rest_count);
}

static Status check_lists(const Command *command, Report *report) {
    const bool of_transplant = command->reforms || command->cities;
    if (!of_transplant || command->verb == VERB_TRANSPLANT) return STATUS_OK;
    return report_problem(report, STATUS_USAGE,
                          "--reform and --city are of transplant; write "
                          "hxsim transplant --reform LIST --city LIST");
}

static Status read_run(Command *command, int count, char **words, int verb_at, Report *report) {
    bool only_operands = false;
    for (int at = 0; at < count; at++) {
        Status status = STATUS_OK;
        if (at == verb_at && strcmp(words[at], verbs[command->verb].name) == 0) continue;
        if (!only_operands && strcmp(words[at], "--") == 0) {
            only_operands = true;
        } else if (only_operands || !command_option_is(words[at])) {
            status = take_file(command, words[at], report);
        } else {
            const CommandOption *option = command_option_find(words[at]);
            status = option ? command_option_take(command, option, count, words, &at, report)
                            : command_option_refuse(words[at], report);
        }
        if (status != STATUS_OK) return status;
    }
    const Status status = check_lists(command, report);
    if (status != STATUS_OK) return status;
    if (command->verb == VERB_COMPARE) return check_compared(command, report);
    if (command->verb == VERB_TRANSPLANT) return STATUS_OK;
    if (command->indicators)
        return report_problem(
            report, STATUS_USAGE,
            "--indicator is of compare and transplant; run and score write all of "
            "theirs");
    if (command->strict && command->verb != VERB_SCORE)
        return report_problem(report, STATUS_USAGE,
                              "--strict is of score; write hxsim score "
                              "models/huaihua.cfg --strict");
    if (command->verb == VERB_SCORE) return STATUS_OK;
    if (command->verb == VERB_CALIBRATE && command->rest_count != 1)
        return report_problem(report, STATUS_USAGE,
                              "calibrate takes one model: hxsim calibrate models/huaihua.cfg");
    if (command->verb == VERB_CALIBRATE) return STATUS_OK;
    if (!command->file)
        return report_problem(report, STATUS_USAGE,
                              "run wants a scenario; write hxsim run scenarios/huaihua.cfg");
    return STATUS_OK;
}

// Verbs that inspect read their own words; --json is theirs too.
static Status read_inspection(Command *command, int count, char **words, int verb_at,
                              Report *report) {
    for (int at = 0; at < count; at++) {
        if (at == verb_at) continue;
        const CommandOption *option =
            command_option_is(words[at]) ? command_option_find(words[at]) : NULL;
        const bool own = !option || !option->for_all || strcmp(option->name, "--json") == 0;
        if (own) {
            command->rest[command->rest_count++] = words[at];
            continue;
        }
        const Status status = command_option_take(command, option, count, words, &at, report);
        if (status != STATUS_OK) return status;
    }
    return STATUS_OK;
}

// Chinese first, unless the surroundings are English.
static void set_languages(Command *command, const char *language) {
    const bool english = language && strncmp(language, "en", 2) == 0;
    command->language_count = LANGUAGES;
    command->languages[0] = english ? LANGUAGE_EN : LANGUAGE_ZH;
    command->languages[1] = english ? LANGUAGE_ZH : LANGUAGE_EN;
}

// --help and --version are answered whatever else is said; only --lang matters to them.
static bool asks_about_itself(Command *command, int count, char **words) {
    bool asks = false;
    for (int at = 0; at < count; at++) {
        const bool help = strcmp(words[at], "--help") == 0;
        if (help || (!asks && strcmp(words[at], "--version") == 0)) {
            command->verb = help ? VERB_HELP : VERB_VERSION;
            asks = true;
        }
        if (strcmp(words[at], "--lang") == 0 && at + 1 < count)
            set_languages(command, words[at + 1]);
    }
    return asks;
}

Status command_read(Command *command, int count, char **words, const char *language,
                    Report *report) {
    *command = (Command){.verb = VERB_RUN,
                         .draws = NOT_GIVEN,
                         .draw_scale = NOT_GIVEN,
                         .replicates = NOT_GIVEN,
                         .scale = NOT_GIVEN,
                         .years = NOT_GIVEN,
                         .threads = NOT_GIVEN,
                         .seed = NOT_GIVEN,
                         .out = "results",
                         .charts = "auto"};
    set_languages(command, language);
    if (count == 0)
        return report_problem(report, STATUS_USAGE,
                              "nothing to do; write hxsim scenarios/huaihua.cfg, or hxsim --help");
    if (count >= MOST_WORDS)
        return report_problem(report, STATUS_USAGE, "more than %d words", MOST_WORDS - 1);

    Status status = STATUS_OK;
    if (asks_about_itself(command, count, words)) return STATUS_OK;
    const char *stray;
    const int verb_at = first_operand(count, words, &stray);
    if (stray) return command_option_refuse(stray, report);
    if (verb_at < count) status = find_verb(command, words[verb_at], report);
    if (status != STATUS_OK) return status;
    const bool runs = command->verb >= VERB_RUN && command->verb <= VERB_CALIBRATE;
    return runs ? read_run(command, count, words, verb_at, report)
                : read_inspection(command, count, words, verb_at, report);
}

int command_threads(const Command *command) {
    return command->threads == NOT_GIVEN ? 0 : (int)command->threads;
}

Overrides command_overrides(const Command *command) {
    return (Overrides){
        .sets = command->sets,
        .set_count = command->set_count,
        .draws = command->draws == NOT_GIVEN ? 0 : (int)command->draws,
        .has_draws = command->draws != NOT_GIVEN,
        .draw_scale = command->draw_scale == NOT_GIVEN ? 0 : (int)command->draw_scale,
        .replicates = command->replicates == NOT_GIVEN ? 0 : (int)command->replicates,
        .scale = command->scale == NOT_GIVEN ? 0 : (int)command->scale,
        .years = command->years == NOT_GIVEN ? 0 : (int)command->years,
        .seed = command->seed == NOT_GIVEN ? 0 : (uint64_t)command->seed,
        .has_seed = command->seed != NOT_GIVEN,
        .model = command->model,
    };
}

// ---- help

void command_help(FILE *stream, Language language) {
    const bool zh = language == LANGUAGE_ZH;
    fputs(zh ? "例：\n" : "Examples:\n", stream);
    fputs("  hxsim scenarios/huaihua.cfg\n"
          "  hxsim run scenarios/huaihua.cfg --scale 50 --seed 7 --charts none\n"
          "  hxsim run scenarios/huaihua.cfg --set choice.habit_share=0.4 --out results/habit\n"
          "  hxsim compare scenarios/huaihua_baseline.cfg scenarios/huaihua.cfg --lang en\n"
          "  hxsim transplant --reform result_mutual_recognition --city huaihua,yongzhou\n"
          "  hxsim score models/huaihua.cfg --lang en\n"
          "  hxsim calibrate models/huaihua.cfg\n"
          "  hxsim check scenarios/huaihua.cfg\n"
          "  hxsim explain in_city_inpatient_rate\n"
          "  hxsim list indicators\n"
          "  hxsim new mytown\n"
          "  hxsim settle tests/settle/cases.csv --contract tests/settle/dip.cfg\n\n",
          stream);
    fputs(zh ? "命令：\n" : "Commands:\n", stream);
    for (int i = VERB_RUN; i < VERB_COUNT; i++)
        fprintf(stream, "  %s %s\n      %s\n", verbs[i].name, verbs[i].words,
                zh ? verbs[i].zh : verbs[i].en);
    fputs(zh ? "\nrun、compare、transplant、score 和 calibrate 的选项：\n"
             : "\nOptions of run, compare, transplant, score and calibrate:\n",
          stream);
    command_options_print(stream, false, language);
    fputs(zh ? "\n所有命令的选项：\n" : "\nOptions of every command:\n", stream);
    command_options_print(stream, true, language);
    fputs(zh ? "\n结果为模拟，非预测。\n" : "\nResults are simulated, not a forecast.\n", stream);
}
