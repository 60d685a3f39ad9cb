// SPDX-License-Identifier: MIT
#include "config/model.h"

#include "config/ages.h"
#include "config/parameter_reader.h"
#include "config/places.h"
#include "config/sample.h"
#include "config/text.h"

static const char *const table_names[CITY_TABLES] = {
    [TABLE_COUNTIES] = "counties",     [TABLE_TOWNSHIPS] = "townships",
    [TABLE_FACILITIES] = "facilities", [TABLE_ORIGINS] = "origins",
    [TABLE_FIGURES] = "figures",       [TABLE_CONGESTION] = "congestion",
    [TABLE_SAMPLE] = "sample"};

const char *model_table_name(int table) {
    return table_names[table];
}

double *parameter_value(Parameters *parameters, int index) {
    return (double *)parameters + index;
}

double parameter_value_of(const Parameters *parameters, int index) {
    return ((const double *)parameters)[index];
}

bool model_is_city(const Chain *chain) {
    return chain_last(chain, "city") != NULL;
}

static const char *file_asked_for(const Chain *chain) {
    return chain->documents[0].file;
}

static bool find_table(const Chain *chain, int table, Reader *reader, TableName *name) {
    const Setting *setting = chain_last_member(chain, "tables", table_names[table]);
    const char *value;
    if (!setting || !setting_text(reader, setting, table_names[table], &value)) return false;
    const Where where = setting_where(setting);
    name->file = text_path_beside(reader->arena, where.file, value);
    name->named_at = arena_format(reader->arena, "%s:%d: tables.%s ", where.file, where.line,
                                  table_names[table]);
    return true;
}

// Kept as text: what its numbers mean is a matter of care/congestion.h.
static void congestion_keep(City *city, const TableName *name, Reader *reader) {
    Text text;
    const Status status =
        text_read(&text, name->file, name->named_at, reader->arena, reader->report);
    reader->status = status_first(reader->status, status);
    if (status == STATUS_OK)
        city->tables[TABLE_CONGESTION] = (CityTable){text.file, text.bytes, text.length};
}

static void sample_keep(City *city, const TableName *name, Reader *reader) {
    sample_read(city, name->file, name->named_at, reader);
}

static void read_table(City *city, const Chain *chain, int table, Reader *reader) {
    static void (*const read[CITY_TABLES])(City *, const TableName *,
                                           Reader *) = {[TABLE_COUNTIES] = counties_read,
                                                        [TABLE_TOWNSHIPS] = townships_read,
                                                        [TABLE_FACILITIES] = institutions_read,
                                                        [TABLE_ORIGINS] = origins_read,
                                                        [TABLE_FIGURES] = figures_read,
                                                        [TABLE_CONGESTION] = congestion_keep,
                                                        [TABLE_SAMPLE] = sample_keep};
    TableName name;
    const bool needs_id = table == TABLE_ORIGINS; // names a column
    if (needs_id && !*city->id) return;
    if (find_table(chain, table, reader, &name))
        read[table](city, &name, reader);
    else if (!chain_last_member(chain, "tables", table_names[table]))
        reader_problem(reader, (Where){file_asked_for(chain), 0},
                       "no file of its chain names the table of %s; "
                       "write tables = { %s = \"...csv\"; };",
                       table_names[table], table_names[table]);
}

static const char *read_name(const Chain *chain, const char *name, Reader *reader) {
    const Setting *setting = chain_last_member(chain, "city", name);
    const char *value = "";
    if (setting)
        setting_text(reader, setting, name, &value);
    else
        reader_problem(reader, setting_where(chain_last(chain, "city")), "city.%s is missing",
                       name);
    return value;
}

static void check_names(const Chain *chain, Reader *reader) {
    static const char *const city_names[] = {"id", "name_zh", "name_en"};
    static const char *const tables[] = {"counties", "townships",  "facilities", "origins",
                                         "figures",  "congestion", "parameters", "sample"};
    for (int level = 0; level < chain->count; level++) {
        const Setting *city = setting_member(chain_level(chain, level), "city");
        const Setting *listed = setting_member(chain_level(chain, level), "tables");
        if (city && setting_is_group(reader, city, "city"))
            setting_check_names(reader, city, "field of city", city_names, 3);
        if (listed && setting_is_group(reader, listed, "tables"))
            setting_check_names(reader, listed, "table", tables, sizeof tables / sizeof *tables);
    }
}

void model_read(City *city, const Chain *chain, Reader *reader) {
    check_names(chain, reader);
    if (chain_last_member(chain, "tables", "figures"))
        read_table(city, chain, TABLE_FIGURES, reader);
    parameters_read(city, chain, reader);
    if (!model_is_city(chain)) return;

    city->id = read_name(chain, "id", reader);
    city->name_zh = read_name(chain, "name_zh", reader);
    city->name_en = read_name(chain, "name_en", reader);
    for (int table = 0; table < TABLE_FIGURES; table++)
        read_table(city, chain, table, reader);
    if (chain_last_member(chain, "tables", "congestion"))
        read_table(city, chain, TABLE_CONGESTION, reader);
    if (chain_last_member(chain, "tables", "sample")) read_table(city, chain, TABLE_SAMPLE, reader);
    if (reader->status == STATUS_OK) sample_check_inputs(city, chain, reader);
    parameters_check_complete(city, file_asked_for(chain), reader);
}

static void check_residents(const City *city, Reader *reader) {
    const Evidence *evidence = &city->evidence[parameter_find("people.residents")];
    const double said = city->parameters.people.residents;
    double sum = 0;
    for (uint32_t i = 0; i < city->township_count; i++)
        sum += city->townships[i].residents;
    if (sum == said) return;
    reader_problem(
        reader, (Where){evidence->file, evidence->line},
        "people.residents is %.15g, but the townships of %s have %.15g together; make them agree",
        said, city->tables[TABLE_TOWNSHIPS].file, sum);
}

void model_check_whole(const City *city, Reader *reader) {
    if (reader->status != STATUS_OK) return; // a broken row would spoil the sums
    ages_check(city, reader);
    check_residents(city, reader);
}

void city_free(City *city) {
    arena_free(city->arena);
    *city = (City){0};
}
