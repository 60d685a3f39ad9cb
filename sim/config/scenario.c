// SPDX-License-Identifier: MIT
#include "config/scenario.h"

#include "base/calendar.h"
#include "config/draws.h"

#include <string.h>

enum { MOST_REPLICATES = 10000, MOST_SCALE = 10000, LONGEST_ID = 64, USUAL_DRAW_SCALE = 50 };
enum { LAST_BACKGROUND_YEAR = FIRST_BACKGROUND_YEAR + BACKGROUND_YEAR_COUNT - 1 };
static const long long MOST_SEED = 9007199254740992; // whole numbers a spreadsheet can hold

static void read_whole(const Chain *chain, const char *name, long long lowest, long long highest,
                       long long *value, Reader *reader) {
    const Setting *setting = chain_last_member(chain, "scenario", name);
    if (setting) setting_whole(reader, setting, name, lowest, highest, value);
}

static void read_text(const Chain *chain, const char *name, const char **value, Reader *reader) {
    const Setting *setting = chain_last_member(chain, "scenario", name);
    if (setting) setting_text(reader, setting, name, value);
}

static void override(long long *value, const char *option, long long given, long long lowest,
                     long long highest, Reader *reader) {
    if (given < lowest || given > highest)
        reader_problem(reader, (Where){option, 0}, "%lld is outside %lld to %lld", given, lowest,
                       highest);
    else
        *value = given;
}

static void check_names(const Chain *chain, Reader *reader) {
    static const char *const known[] = {"id",    "title_zh",   "title_en",  "start",
                                        "years", "replicates", "draws",     "scale",
                                        "seed",  "base_year",  "demography", "draw_scale"};
    for (int level = 0; level < chain->count; level++) {
        const Setting *scenario = setting_member(chain_level(chain, level), "scenario");
        if (scenario && setting_is_group(reader, scenario, "scenario"))
            setting_check_names(reader, scenario, "field of scenario", known,
                                sizeof known / sizeof *known);
    }
}

// A scenario must say what it is; a model on its own has a name already.
static void check_needed(const Chain *chain, Reader *reader) {
    static const char *const needed[] = {"id",    "title_zh", "title_en",
                                         "start", "years",    "replicates"};
    const Setting *scenario = chain_last(chain, "scenario");
    for (size_t i = 0; scenario && i < sizeof needed / sizeof *needed; i++)
        if (!chain_last_member(chain, "scenario", needed[i]))
            reader_problem(reader, setting_where(scenario), "scenario.%s is missing", needed[i]);
}

// The id names folders and stands in every table.
static void check_id(const Chain *chain, const char *id, Reader *reader) {
    static const char allowed[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
    const Setting *setting = chain_last_member(chain, "scenario", "id");
    if (!setting) return;
    const size_t length = strlen(id);
    if (length == 0 || length > LONGEST_ID || strspn(id, allowed) != length || id[0] == '-')
        reader_problem(reader, setting_where(setting),
                       "id is \"%s\"; write 1 to %d letters a to z, digits, "
                       "\"_\" and \"-\"",
                       id, LONGEST_ID);
}

static void read_start(Experiment *experiment, const Chain *chain, Reader *reader) {
    const Setting *setting = chain_last_member(chain, "scenario", "start");
    const char *text = "";
    experiment->start_day = calendar_day(FIRST_BACKGROUND_YEAR + 1, 1, 1);
    if (!setting || !setting_text(reader, setting, "start", &text)) return;
    int year, month, day_of_month;
    if (!calendar_parse(text, &experiment->start_day)) {
        reader_problem(reader, setting_where(setting),
                       "start is \"%s\", not a day; write it as \"2022-01-01\"", text);
        return;
    }
    calendar_split(experiment->start_day, &year, &month, &day_of_month);
    if (month != 1 || day_of_month != 1)
        reader_problem(reader, setting_where(setting),
                       "start is %s; a simulation starts on 1 January", text);
    if (year < FIRST_BACKGROUND_YEAR || year > LAST_BACKGROUND_YEAR) {
        reader_problem(reader, setting_where(setting),
                       "start is %s, outside the years of the background, %d to %d", text,
                       FIRST_BACKGROUND_YEAR, LAST_BACKGROUND_YEAR);
        experiment->start_day = calendar_day(FIRST_BACKGROUND_YEAR + 1, 1, 1);
    }
}

static Where where_of_years(const Experiment *experiment, const Chain *chain,
                            const Overrides *overrides) {
    const Setting *setting = chain_last_member(chain, "scenario", "years");
    if (overrides->years) return (Where){"--years", 0};
    return setting ? setting_where(setting) : (Where){experiment->file, 0};
}

static void check_years(const Experiment *experiment, Where where, int start_year, Reader *reader) {
    const int last = start_year + experiment->years - 1;
    if (last > LAST_BACKGROUND_YEAR)
        reader_problem(
            reader, where,
            "years is %d from %d, up to %d; the background ends with %d, so write at most "
            "%d",
            experiment->years, start_year, last, LAST_BACKGROUND_YEAR,
            LAST_BACKGROUND_YEAR - start_year + 1);
}

// How it is run: what is not said is once, at 1:1, over all years, tables from the second year.
static void read_numbers(Experiment *experiment, const Chain *chain, const Overrides *overrides,
                         Reader *reader) {
    int start_year, month, day_of_month;
    calendar_split(experiment->start_day, &start_year, &month, &day_of_month);
    long long years = LAST_BACKGROUND_YEAR - start_year + 1, replicates = 1, draws = 0, scale = 1,
              seed = 1;
    read_whole(chain, "years", 1, 100, &years, reader);
    read_whole(chain, "replicates", 1, MOST_REPLICATES, &replicates, reader);
    read_whole(chain, "draws", 0, MOST_DRAWS, &draws, reader);
    read_whole(chain, "scale", 1, MOST_SCALE, &scale, reader);
    read_whole(chain, "seed", 0, MOST_SEED, &seed, reader);
    if (overrides->years) override(&years, "--years", overrides->years, 1, 100, reader);
    if (overrides->replicates)
        override(&replicates, "--replicates", overrides->replicates, 1, MOST_REPLICATES, reader);
    if (overrides->has_draws) override(&draws, "--draws", overrides->draws, 0, MOST_DRAWS, reader);
    if (overrides->scale) override(&scale, "--scale", overrides->scale, 1, MOST_SCALE, reader);
    long long draw_scale = scale > USUAL_DRAW_SCALE ? scale : USUAL_DRAW_SCALE;
    read_whole(chain, "draw_scale", 1, MOST_SCALE, &draw_scale, reader);
    if (overrides->draw_scale)
        override(&draw_scale, "--draw-scale", overrides->draw_scale, 1, MOST_SCALE, reader);
    if (overrides->has_seed)
        override(&seed, "--seed",
                 overrides->seed > (uint64_t)MOST_SEED ? MOST_SEED + 1 : (long long)overrides->seed,
                 0, MOST_SEED, reader);

    // Fewer years than the file says, asked for in haste, are no reason to refuse its base year.
    long long base_year = years > 1 ? start_year + 1 : start_year;
    const long long last_year = start_year + years - 1;
    read_whole(chain, "base_year", start_year, overrides->years ? LAST_BACKGROUND_YEAR : last_year,
               &base_year, reader);
    if (base_year > last_year) base_year = last_year;
    experiment->years = (int)years;
    experiment->replicates = (int)replicates;
    experiment->draws = (int)draws;
    experiment->scale = (int)scale;
    experiment->draw_scale = (int)draw_scale;
    experiment->seed = (uint64_t)seed;
    experiment->base_year = (int)base_year;
    check_years(experiment, where_of_years(experiment, chain, overrides), start_year, reader);
}

// Fixed demography is for looking at care alone: the same people at the same ages, year after year.
static int read_demography(const Chain *chain, Reader *reader) {
    static const char *const choices[] = {"moving", "fixed"};
    const Setting *setting = chain_last_member(chain, "scenario", "demography");
    const char *word = "";
    if (!setting || !setting_text(reader, setting, "demography", &word)) return 0;
    for (int i = 0; i < 2; i++)
        if (strcmp(word, choices[i]) == 0) return i;
    reader_unknown(reader, setting_where(setting), "kind of demography", word, choices, 2);
    return 0;
}

void scenario_read(Experiment *experiment, const Chain *chain, const Overrides *overrides,
                   Reader *reader) {
    check_names(chain, reader);
    check_needed(chain, reader);
    experiment->id = experiment->city.id;
    experiment->title_zh = experiment->city.name_zh;
    experiment->title_en = experiment->city.name_en;
    read_text(chain, "id", &experiment->id, reader);
    read_text(chain, "title_zh", &experiment->title_zh, reader);
    read_text(chain, "title_en", &experiment->title_en, reader);
    check_id(chain, experiment->id, reader);
    experiment->warm_up_days = 365;
    experiment->fixed_demography = read_demography(chain, reader);
    read_start(experiment, chain, reader);
    read_numbers(experiment, chain, overrides, reader);
}
