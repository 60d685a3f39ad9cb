// SPDX-License-Identifier: MIT
#include "config/experiment.h"

#include "base/arena.h"
#include "base/calendar.h"
#include "config/model.h"
#include "config/quantity.h"
#include "config/reform_scope.h"
#include "config/scenario.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

static const char byte_order_mark[] = "\xEF\xBB\xBF"; // tells a spreadsheet that this is UTF-8

static FILE *open_output(const char *path, Report *report) {
    FILE *stream = fopen(path, "w");
    if (!stream)
        report_problem(report, STATUS_NO_OUTPUT, "%s: cannot be written: %s", path,
                       strerror(errno));
    return stream;
}

// What was written may meet a full disk only here.
static Status close_output(FILE *stream, const char *path, Report *report) {
    const bool broken = ferror(stream) != 0;
    if (fclose(stream) == 0 && !broken) return STATUS_OK;
    return report_problem(report, STATUS_IO, "%s: writing broke off: %s", path, strerror(errno));
}

// A text in quotes, as libconfig reads it.
static void write_quoted(FILE *stream, const char *text) {
    putc('"', stream);
    for (; *text; text++) {
        if (*text == '"' || *text == '\\') putc('\\', stream);
        if (*text == '\n')
            fputs("\\n", stream);
        else
            putc(*text, stream);
    }
    putc('"', stream);
}

static void write_text(FILE *stream, const char *name, const char *text) {
    fprintf(stream, " %s = ", name);
    write_quoted(stream, text);
    putc(';', stream);
}

static void write_optional(FILE *stream, const char *name, const char *text) {
    if (*text) write_text(stream, name, text);
}

// libconfig takes a whole number beyond 32 bits for another; with a point it is safe.
static void write_number(FILE *stream, const char *name, double value) {
    char text[32];
    number_text(text, value);
    fprintf(stream, " %s = %s%s;", name, text, text[strcspn(text, ".en")] ? "" : ".0");
}

static void write_day(FILE *stream, const char *name, double day) {
    char text[11];
    calendar_format((int32_t)day, text);
    write_text(stream, name, text);
}

// A number with its passport, as the fields of a group.
static void write_quantity(FILE *stream, double value, const char *unit, const Evidence *evidence) {
    const bool is_date = strcmp(unit, "day") == 0;
    void (*const write)(FILE *, const char *, double) = is_date ? write_day : write_number;
    write(stream, "value", value);
    if (!is_date) write_text(stream, "unit", unit);
    write_text(stream, "kind", evidence_name(evidence->kind));
    write(stream, is_date ? "earliest" : "low", evidence->low);
    write(stream, is_date ? "latest" : "high", evidence->high);
    write_optional(stream, "source", evidence->source);
    write_optional(stream, "why", evidence->why);
}

static void write_places(FILE *stream, const Reform *reform, const City *city) {
    const char *between = "";
    fputs("    places = (", stream);
    for (uint32_t i = 0; i < city->county_count; i++) {
        if (!reform->in_county[i]) continue;
        fputs(between, stream);
        write_quoted(stream, city->counties[i].id);
        between = ", ";
    }
    fputs(");\n", stream);
}

static void write_scope(FILE *stream, const Reform *reform) {
    for (int list = 0; list < REFORM_LISTS; list++) {
        const char *between = "";
        if (!reform->only[list]) continue;
        fprintf(stream, "    %s = (", scope_lists[list].name);
        for (int i = 0; i < scope_lists[list].count; i++) {
            if (!(reform->only[list] >> i & 1)) continue;
            fputs(between, stream);
            write_quoted(stream, scope_lists[list].members[i].name);
            between = ", ";
        }
        fputs(");\n", stream);
    }
    for (int i = 0; i < reform->facility_count; i++) {
        fputs(i == 0 ? "    facilities = (" : ", ", stream);
        write_quoted(stream, reform->facilities[i]);
        if (i + 1 == reform->facility_count) fputs(");\n", stream);
    }
}

static void write_reform(FILE *stream, const Reform *reform, const LeverInfo *lever,
                         const City *city) {
    fputs("  {\n   ", stream);
    write_text(stream, "lever", lever->name);
    putc('\n', stream);
    write_places(stream, reform, city);
    write_scope(stream, reform);
    for (int which = 0; which < REFORM_VALUES + lever->parameter_count; which++) {
        const Measure measure = reform_measure(lever, which);
        const Evidence *evidence = &reform->evidence[which];
        if (evidence->kind == EVIDENCE_MISSING) continue;
        fprintf(stream, "    %s = {", measure.name);
        write_quantity(stream, reform_number(reform, which), measure.unit, evidence);
        fputs(" };\n", stream);
    }
    fputs("  }", stream);
}

static void write_change(FILE *stream, const Change *change) {
    fputs("  {", stream);
    write_text(stream, "path", change->path);
    write_quantity(stream, change->after, parameter_info(change->parameter).unit,
                   &change->evidence_after);
    fputs(" }", stream);
}

static void write_head(FILE *stream, const Experiment *experiment) {
    const City *city = &experiment->city;
    fputs("// The scenario as it was run, with all its bases and options resolved. It runs by "
          "itself:\n"
          "//     hxsim scenario.cfg\n\n"
          "city = {",
          stream);
    write_text(stream, "id", city->id);
    write_text(stream, "name_zh", city->name_zh);
    write_text(stream, "name_en", city->name_en);
    fputs(" };\ntables = {\n", stream);
    for (int table = 0; table < CITY_TABLES; table++)
        if (city->tables[table].bytes)
            fprintf(stream, "    %s = \"inputs/%s.csv\";\n", model_table_name(table),
                    model_table_name(table));
    fputs("    parameters = (\"inputs/parameters.csv\");\n};\nscenario = {\n   ", stream);
    write_text(stream, "id", experiment->id);
    write_text(stream, "title_zh", experiment->title_zh);
    write_text(stream, "title_en", experiment->title_en);
    fputs("\n   ", stream);
    write_day(stream, "start", experiment->start_day);
    write_text(stream, "demography", experiment->fixed_demography ? "fixed" : "moving");
    fprintf(stream,
            " years = %d; base_year = %d; replicates = %d; draws = %d; scale = %d; seed = %lluL;",
            experiment->years, experiment->base_year, experiment->replicates, experiment->draws,
            experiment->scale, (unsigned long long)experiment->seed);
    if (experiment->draws > 0) fprintf(stream, " draw_scale = %d;", experiment->draw_scale);
    fputs("\n};\n", stream);
}

static const char *last_name(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static Status write_scenario(const Experiment *experiment, const Levers *levers, const char *path,
                             Report *report) {
    FILE *stream = open_output(path, report);
    if (!stream) return STATUS_NO_OUTPUT;
    write_head(stream, experiment);
    fputs("reforms = (\n", stream);
    for (int i = 0; i < experiment->reform_count; i++) {
        const Reform *reform = &experiment->reforms[i];
        write_reform(stream, reform, &levers->rows[reform->lever], &experiment->city);
        fputs(i + 1 < experiment->reform_count ? ",\n" : "\n", stream);
    }
    fputs(");\n", stream);
    if (experiment->contracts.parts > 0)
        fprintf(stream, "contracts = \"inputs/contracts/%s\";\n",
                last_name(experiment->contracts.file));
    fputs("changes = (\n", stream);
    for (int i = 0; i < experiment->change_count; i++) {
        write_change(stream, &experiment->changes[i]);
        fputs(i + 1 < experiment->change_count ? ",\n" : "\n", stream);
    }
    fputs(");\n", stream);
    return close_output(stream, path, report);
}

static void write_cell(FILE *stream, const char *text) {
    putc('"', stream);
    for (; *text; text++) {
        if (*text == '"') putc('"', stream);
        putc(*text, stream);
    }
    putc('"', stream);
}

static void write_parameter(FILE *stream, int index, double value, const Evidence *evidence) {
    const ParameterInfo info = parameter_info(index);
    const char *first = strchr(info.path, '.'), *last = strrchr(info.path, '.');
    char low[32], high[32], number[32];
    number_text(number, value);
    number_text(low, evidence->low);
    number_text(high, evidence->high);
    fprintf(stream, "%.*s,%.*s,%s,%s,", (int)(first - info.path), info.path,
            last > first ? (int)(last - first - 1) : 0, first + 1, last + 1, number);
    write_cell(stream, info.unit);
    fprintf(stream, ",%s,", evidence_name(evidence->kind));
    write_cell(stream, evidence->source);
    fprintf(stream, ",%s,%s,", low, high);
    write_cell(stream, evidence->why);
    putc('\n', stream);
}

// The first change of a parameter knows what it was in the model.
static const Change *first_change(const Experiment *experiment, int parameter) {
    for (int i = 0; i < experiment->change_count; i++)
        if (experiment->changes[i].parameter == parameter) return &experiment->changes[i];
    return NULL;
}

static Status write_parameters(const Experiment *experiment, const char *path, Report *report) {
    const City *city = &experiment->city;
    FILE *stream = open_output(path, report);
    if (!stream) return STATUS_NO_OUTPUT;
    fprintf(stream, "%ssection,member,field,value,unit,kind,source,low,high,why\n",
            byte_order_mark);
    for (int i = 0; i < PARAMETER_COUNT; i++) {
        const Change *change = first_change(experiment, i);
        if (change)
            write_parameter(stream, i, change->before, &change->evidence_before);
        else
            write_parameter(stream, i, parameter_value_of(&city->parameters, i),
                            &city->evidence[i]);
    }
    return close_output(stream, path, report);
}

static Status write_table(const CityTable *table, const char *path, Report *report) {
    FILE *stream = open_output(path, report);
    if (!stream) return STATUS_NO_OUTPUT;
    fputs(byte_order_mark, stream);
    fwrite(table->bytes, 1, table->length, stream);
    return close_output(stream, path, report);
}

static Status make_folder(const char *folder, Report *report) {
    if (mkdir(folder, 0777) == 0 || errno == EEXIST) return STATUS_OK;
    return report_problem(report, STATUS_NO_OUTPUT, "%s: cannot be made: %s", folder,
                          strerror(errno));
}

// The contract file and its tables stand beside each other, as they did.
static Status write_contracts(const ContractFile *contracts, const char *folder, Arena *paths,
                              Report *report) {
    if (contracts->parts == 0) return STATUS_OK;
    Status status = make_folder(folder, report);
    for (int i = 0; i < contracts->parts && status == STATUS_OK; i++)
        status = write_table(
            &contracts->part[i],
            arena_format(paths, "%s/%s", folder, last_name(contracts->part[i].file)), report);
    return status;
}

Status experiment_write(const Experiment *experiment, const LeverInfo *levers, int lever_count,
                        const char *folder, Report *report) {
    const Levers known = {levers, lever_count};
    Arena *paths = arena_new();
    if (!paths)
        return report_problem(report, STATUS_NO_MEMORY, "%s: no memory to write it", folder);
    const char *inputs = arena_format(paths, "%s/inputs", folder);
    Status status = make_folder(inputs, report);
    if (status == STATUS_OK)
        status = write_scenario(experiment, &known, arena_format(paths, "%s/scenario.cfg", folder),
                                report);
    if (status == STATUS_OK)
        status =
            write_parameters(experiment, arena_format(paths, "%s/parameters.csv", inputs), report);
    for (int table = 0; table < CITY_TABLES && status == STATUS_OK; table++)
        if (experiment->city.tables[table].bytes)
            status = write_table(&experiment->city.tables[table],
                                 arena_format(paths, "%s/%s.csv", inputs, model_table_name(table)),
                                 report);
    if (status == STATUS_OK)
        status = write_contracts(&experiment->contracts,
                                 arena_format(paths, "%s/contracts", inputs), paths, report);
    arena_free(paths);
    return status;
}
