// SPDX-License-Identifier: MIT
#include "config/scenario.h"

#include "base/calendar.h"
#include "config/model.h"
#include "config/parameter_reader.h"
#include "config/quantity.h"
#include "config/sample.h"
#include "config/spelling.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_CHANGES = 1000 };

// Notes a change of a parameter that is about to be laid over the city.
static Change *note_change(Experiment *experiment, Where where, int parameter, Reader *reader) {
    if (!experiment->changes)
        experiment->changes = arena_take(reader->arena, MOST_CHANGES, sizeof *experiment->changes);
    if (!experiment->changes || experiment->change_count == MOST_CHANGES) {
        reader_problem(reader, where, "more than %d changes", MOST_CHANGES);
        return NULL;
    }
    Change *change = &experiment->changes[experiment->change_count++];
    *change = (Change){.path = arena_text(reader->arena, parameter_info(parameter).path),
                       .file = where.file,
                       .line = where.line,
                       .parameter = parameter,
                       .before = parameter_value_of(&experiment->city.parameters, parameter),
                       .evidence_before = experiment->city.evidence[parameter]};
    return change;
}

static void lay_over(Experiment *experiment, Change *change, double value, Evidence evidence) {
    evidence.changed = 1;
    change->after = value;
    change->evidence_after = evidence;
    change->why = evidence.why;
    *parameter_value(&experiment->city.parameters, change->parameter) = value;
    experiment->city.evidence[change->parameter] = evidence;
}

static double within(double value, double lowest, double highest) {
    return value < lowest ? lowest : value > highest ? highest : value;
}

// A number times a factor is no longer what was reported; its range is stretched alike.
static void change_relative(Experiment *experiment, Change *change, double factor, const char *why,
                            Reader *reader) {
    const ParameterInfo info = parameter_info(change->parameter);
    const Evidence *before = &change->evidence_before;
    const double value = change->before * factor;
    const Where where = {change->file, change->line};
    if (value < info.lowest || value > info.highest) {
        char text[96], bound[32];
        number_text_with_unit(text, value, info.unit);
        number_text_in(bound, value < info.lowest ? info.lowest : info.highest, info.unit);
        reader_problem(reader, where, "%s becomes %s, %s, %s", info.path, text,
                       value < info.lowest ? "below the lowest" : "above the highest", bound);
    }
    lay_over(experiment, change, value,
             (Evidence){.kind = EVIDENCE_ASSUMED,
                        .low = within(before->low * factor, info.lowest, info.highest),
                        .high = within(before->high * factor, info.lowest, info.highest),
                        .source = "",
                        .why = why,
                        .file = change->file,
                        .line = change->line});
    sample_stretch(&experiment->city, change->parameter, factor);
}

static void change_absolute(Experiment *experiment, Change *change, Quantity *quantity,
                            Reader *reader) {
    const ParameterInfo info = parameter_info(change->parameter);
    const Measure measure = {info.path, info.unit, info.lowest, info.highest};
    const Figures figures = {experiment->city.figures, experiment->city.figure_count};
    if (!*quantity->kind) {
        quantity->kind = evidence_name(EVIDENCE_ASSUMED);
        if (!quantity->has_low) quantity->low = quantity->value;
        if (!quantity->has_high) quantity->high = quantity->value;
        quantity->has_low = quantity->has_high = true;
    }
    double value = 0;
    Evidence evidence;
    quantity_check(reader, quantity, &measure, &figures, &value, &evidence);
    lay_over(experiment, change, value, evidence);
    sample_forget(&experiment->city, change->parameter);
}

static const char *const change_names[] = {"path",   "relative", "value", "unit", "kind",
                                           "source", "low",      "high",  "why"};

static void read_absolute(Experiment *experiment, Change *change, const Setting *group,
                          Reader *reader) {
    const Setting *low = setting_member(group, "low"), *high = setting_member(group, "high");
    Quantity quantity = {.where = {change->file, change->line},
                         .unit = setting_optional_text(reader, group, "unit"),
                         .kind = setting_optional_text(reader, group, "kind"),
                         .source = setting_optional_text(reader, group, "source"),
                         .why = setting_optional_text(reader, group, "why")};
    quantity.has_value =
        setting_number(reader, setting_member(group, "value"), change->path, &quantity.value);
    quantity.has_low = low && setting_number(reader, low, "low", &quantity.low);
    quantity.has_high = high && setting_number(reader, high, "high", &quantity.high);
    if (quantity.has_value) change_absolute(experiment, change, &quantity, reader);
}

static void read_change(Experiment *experiment, const Setting *group, Reader *reader) {
    if (!setting_is_group(reader, group, "a change")) return;
    const Where where = setting_where(group);
    setting_check_names(reader, group, "field of a change", change_names,
                        sizeof change_names / sizeof *change_names);
    const Setting *path = setting_member(group, "path"),
                  *relative = setting_member(group, "relative");
    const Setting *value = setting_member(group, "value");
    const char *name = setting_optional_text(reader, group, "path"),
               *why = setting_optional_text(reader, group, "why");
    if (!path)
        reader_problem(reader, where, "this change has no path; write path = \"section.name\";");
    if (!*why) reader_problem(reader, where, "this change does not say why; write why = \"...\";");
    if (!relative == !value)
        reader_problem(reader, where,
                       "a change has either relative = ...; or value = ...; with its unit");
    if (!*name || !relative == !value) return;

    const int parameter = parameters_look_up(reader, setting_where(path), name);
    Change *change = parameter < 0 ? NULL : note_change(experiment, where, parameter, reader);
    double factor = 0;
    if (change && value)
        read_absolute(experiment, change, group, reader);
    else if (change && setting_number(reader, relative, "relative", &factor)) {
        if (factor < 0)
            reader_problem(reader, where, "relative is below 0; write a factor such as 0.8");
        else
            change_relative(experiment, change, factor, why, reader);
    }
}

void changes_read(Experiment *experiment, const Chain *chain, Reader *reader) {
    for (int level = 0; level < chain->count; level++) {
        const Setting *changes = setting_member(chain_level(chain, level), "changes");
        if (!changes || !setting_is_list(reader, changes, "changes")) continue;
        for (int i = 0; i < setting_count(changes); i++)
            read_change(experiment, setting_at(changes, i), reader);
    }
}

// What a value on the command line is: a number with no passport but that somebody asked for it.
static Quantity asked_for(Where where, const Measure *measure, double value) {
    return (Quantity){.where = where,
                      .unit = measure->unit,
                      .kind = evidence_name(EVIDENCE_ASSUMED),
                      .source = "",
                      .why = "set on the command line",
                      .value = value,
                      .low = value,
                      .high = value,
                      .has_value = true,
                      .has_low = true,
                      .has_high = true};
}

static bool read_value(Reader *reader, Where where, const Measure *measure, const char *word,
                       double *value) {
    if (strcmp(measure->unit, "day") == 0) {
        int32_t day = 0;
        const bool is_day = calendar_parse(word, &day);
        if (!is_day)
            reader_problem(reader, where, "\"%s\" is not a day; write it as 2022-01-31", word);
        *value = day;
        return is_day;
    }
    char why[LONGEST_WHY];
    if (spelling_number(word, value, why)) return true;
    reader_problem(reader, where, "%s", why);
    return false;
}

static void set_parameter(Experiment *experiment, Where where, const char *path, const char *word,
                          Reader *reader) {
    const int parameter = parameters_look_up(reader, where, path);
    if (parameter < 0) return;
    const ParameterInfo info = parameter_info(parameter);
    const Measure measure = {info.path, info.unit, info.lowest, info.highest};
    double value = 0;
    if (!read_value(reader, where, &measure, word, &value)) return;
    Change *change = note_change(experiment, where, parameter, reader);
    Quantity quantity = asked_for(where, &measure, value);
    if (change) change_absolute(experiment, change, &quantity, reader);
}

// The reform that `reforms.2.` or `reforms.result_mutual_recognition.` names, or NULL after telling
// why not.
static Reform *named_reform(Experiment *experiment, Where where, const char *name,
                            const Levers *levers, Reader *reader) {
    char *end;
    const long number = strtol(name, &end, 10);
    if (*name && !*end) {
        if (number >= 1 && number <= experiment->reform_count)
            return &experiment->reforms[number - 1];
        reader_problem(reader, where, "there is no reform %s; the scenario has %d", name,
                       experiment->reform_count);
        return NULL;
    }
    const char *known[MOST_REFORMS];
    size_t count = 0;
    int found = -1;
    for (int i = 0; i < experiment->reform_count; i++) {
        if (experiment->reforms[i].lever < 0) continue;
        known[count] = levers->rows[experiment->reforms[i].lever].name;
        if (strcmp(known[count++], name) != 0) continue;
        if (found >= 0) {
            reader_problem(
                reader, where,
                "reforms %d and %d both use the lever %s; write reforms.%d or reforms.%d",
                found + 1, i + 1, name, found + 1, i + 1);
            return NULL;
        }
        found = i;
    }
    if (found < 0) reader_unknown(reader, where, "reform of this scenario", name, known, count);
    return found < 0 ? NULL : &experiment->reforms[found];
}

static int named_number(Where where, const char *name, const LeverInfo *lever, Reader *reader) {
    const char *known[REFORM_NUMBERS];
    const int count = REFORM_VALUES + (lever ? lever->parameter_count : 0);
    for (int which = 0; which < count; which++) {
        known[which] = reform_measure(lever, which).name;
        if (strcmp(known[which], name) == 0) return which;
    }
    reader_unknown(reader, where, "number of a reform", name, known, (size_t)count);
    return -1;
}

static void set_reform(Experiment *experiment, Where where, const char *path, const char *word,
                       const Levers *levers, Reader *reader) {
    const char *dot = strchr(path, '.');
    if (!dot) {
        reader_problem(reader, where, "write reforms.2.coverage=0.5 or reforms.NAME.coverage=0.5");
        return;
    }
    const char *name = arena_text_part(reader->arena, path, (size_t)(dot - path));
    Reform *reform = named_reform(experiment, where, name, levers, reader);
    if (!reform) return;
    const LeverInfo *lever = reform->lever < 0 ? NULL : &levers->rows[reform->lever];
    const int which = named_number(where, dot + 1, lever, reader);
    if (which < 0) return;

    const Measure measure = reform_measure(lever, which);
    const Figures figures = {experiment->city.figures, experiment->city.figure_count};
    double value = 0;
    if (!read_value(reader, where, &measure, word, &value)) return;
    const Quantity quantity = asked_for(where, &measure, value);
    quantity_check(reader, &quantity, &measure, &figures, &value, &reform->evidence[which]);
    reform->evidence[which].changed = 1;
    reform_set_number(reform, which, value);
}

void changes_set(Experiment *experiment, const char *set, const Levers *levers, Reader *reader) {
    const Where where = {arena_format(reader->arena, "--set %s", set), 0};
    const char *equals = strchr(set, '=');
    if (!equals || equals == set) {
        reader_problem(reader, where, "write --set path=value, as in --set choice.habit_share=0.4");
        return;
    }
    const char *path = arena_text_part(reader->arena, set, (size_t)(equals - set));
    if (strncmp(path, "reforms.", 8) == 0)
        set_reform(experiment, where, path + 8, equals + 1, levers, reader);
    else
        set_parameter(experiment, where, path, equals + 1, reader);
}
