// SPDX-License-Identifier: MIT
#include "config/fingerprint.h"

#include "config/model.h"
#include "config/quantity.h"

#include <sha2.h>
#include <stdarg.h>
#include <string.h>

__attribute__((format(printf, 2, 3))) static void add(SHA2_CTX *sum, const char *format, ...) {
    char line[2048];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    SHA256Update(sum, (const uint8_t *)line, strlen(line));
}

// Texts are added with their length, so that no two lists of texts look alike.
static void add_text(SHA2_CTX *sum, const char *text) {
    add(sum, "%zu ", strlen(text));
    SHA256Update(sum, (const uint8_t *)text, strlen(text));
    add(sum, "\n");
}

static void add_number(SHA2_CTX *sum, double value, const Evidence *evidence) {
    add(sum, " %.17g %s %.17g %.17g\n", value, evidence_name(evidence->kind), evidence->low,
        evidence->high);
}

static void add_run(SHA2_CTX *sum, const Experiment *experiment) {
    add(sum, "run %d %d %d %d %d %llu %d %d %d\n", experiment->fixed_demography,
        experiment->start_day, experiment->years, experiment->warm_up_days, experiment->base_year,
        (unsigned long long)experiment->seed, experiment->replicates, experiment->draws,
        experiment->scale);
    if (experiment->draws > 0) add(sum, "draw scale %d\n", experiment->draw_scale);
    add_text(sum, experiment->id);
    add_text(sum, experiment->title_zh);
    add_text(sum, experiment->title_en);
}

static void add_names(SHA2_CTX *sum, const char *id, const char *zh, const char *en) {
    add_text(sum, id);
    add_text(sum, zh);
    add_text(sum, en);
}

static void add_counties(SHA2_CTX *sum, const City *city) {
    for (uint32_t i = 0; i < city->county_count; i++) {
        const County *county = &city->counties[i];
        add_names(sum, county->id, county->name_zh, county->name_en);
        add(sum, "county %.17g %.17g %.17g %d\n", county->share_60, county->absent_share,
            county->minutes_to_city, county->monitored);
    }
}

static void add_townships(SHA2_CTX *sum, const City *city) {
    for (uint32_t i = 0; i < city->township_count; i++) {
        const Township *township = &city->townships[i];
        add_names(sum, township->id, township->name_zh, township->name_en);
        add(sum, "township %d %d %u %.17g\n", township->county, township->urban,
            township->residents, township->doctor_present_share);
        add(sum, "%.17g %.17g %.17g %.17g\n", township->minutes_to_village_clinic,
            township->minutes_to_township_centre, township->minutes_to_county_seat,
            township->minutes_to_city);
        add(sum, "%d %.17g %d %.17g %d %.17g\n", township->neighbour[0],
            township->neighbour_minutes[0], township->neighbour[1], township->neighbour_minutes[1],
            township->other_seat, township->other_seat_minutes);
    }
}

static void add_institutions(SHA2_CTX *sum, const City *city) {
    for (uint32_t i = 0; i < city->institution_count; i++) {
        const Institution *one = &city->institutions[i];
        add_names(sum, one->id, one->name_zh, one->name_en);
        add(sum, "institution %d %d %d %d %d %d %d %d %d\n", one->kind, one->county, one->township,
            one->level, one->diagnostics, one->recognition, one->platform, one->courtyard,
            one->dip_hospital);
        add(sum, "%u %.17g %.17g %.17g\n", one->beds, one->doctors, one->sites,
            one->capability_offset);
    }
}

static void add_origins(SHA2_CTX *sum, const City *city) {
    for (uint32_t i = 0; i < city->origin_count; i++) {
        const Origin *origin = &city->origins[i];
        add_names(sum, origin->id, origin->name_zh, origin->name_en);
        add(sum, "origin %d %d %.17g %.17g %.17g\n", origin->other_province, origin->nearest_county,
            origin->residents, origin->minutes_to_city, origin->minutes_to_nearest_county_seat);
    }
}

// Figures stand beside results when they are of a state or an effect; inputs and priors do not.
static void add_figures(SHA2_CTX *sum, const City *city) {
    static const char *const unseen[] = {"prior", "background", "input", "context"};
    for (uint32_t i = 0; i < city->figure_count; i++) {
        const Figure *figure = &city->figures[i];
        bool is_seen = true;
        for (size_t k = 0; k < sizeof unseen / sizeof *unseen; k++)
            is_seen = is_seen && strcmp(figure->role, unseen[k]) != 0;
        if (!is_seen) continue;
        add_names(sum, figure->id, figure->place, figure->indicator);
        add_names(sum, figure->unit, figure->period, figure->qualifier);
        add(sum, "figure %.17g %.17g %.17g\n", figure->value, figure->low, figure->high);
    }
}

static void add_reforms(SHA2_CTX *sum, const Experiment *experiment, const Levers *levers) {
    for (int i = 0; i < experiment->reform_count; i++) {
        const Reform *reform = &experiment->reforms[i];
        const LeverInfo *lever = &levers->rows[reform->lever];
        add_text(sum, lever->name);
        for (uint32_t county = 0; county < experiment->city.county_count; county++)
            add(sum, "%d", reform->in_county[county]);
        for (int list = 0; list < REFORM_LISTS; list++)
            if (reform->only[list]) add(sum, " only %d %u", list, reform->only[list]);
        for (int facility = 0; facility < reform->facility_count; facility++)
            add_text(sum, reform->facilities[facility]);
        for (int which = 0; which < REFORM_VALUES + lever->parameter_count; which++) {
            add(sum, " %s", reform_measure(lever, which).name);
            add_number(sum, reform_number(reform, which), &reform->evidence[which]);
        }
    }
}

static void add_contracts(SHA2_CTX *sum, const ContractFile *contracts) {
    for (int i = 0; i < contracts->parts; i++) {
        add(sum, "contracts ");
        add_text(sum, contracts->part[i].bytes);
    }
}

// Places and figures.
static void add_model(SHA2_CTX *sum, const City *city) {
    add_counties(sum, city);
    add_townships(sum, city);
    add_institutions(sum, city);
    add_origins(sum, city);
    add_figures(sum, city);
}

static void add_sample(SHA2_CTX *sum, const City *city) {
    const int width = city->sample_columns + 1;
    for (int column = 0; column < city->sample_columns; column++)
        add(sum, "sampled %d\n", city->sample_parameter[column]);
    for (int i = 0; i < city->sample_rows * width; i++)
        add(sum, "%.17g\n", city->sample[i]);
}

void fingerprint_model(const City *city, const bool *left_out, char out[65]) {
    SHA2_CTX sum;
    SHA256Init(&sum);
    add(&sum, "hxsim model 1\n");
    add_names(&sum, city->id, city->name_zh, city->name_en);
    for (int i = 0; i < PARAMETER_COUNT; i++) {
        if (left_out[i]) continue;
        add(&sum, "%s", parameter_info(i).path);
        add_number(&sum, parameter_value_of(&city->parameters, i), &city->evidence[i]);
    }
    add_model(&sum, city);
    SHA256End(&sum, out);
}

void fingerprint(const Experiment *experiment, const Levers *levers, char out[65]) {
    const City *city = &experiment->city;
    SHA2_CTX sum;
    SHA256Init(&sum);
    add(&sum, "hxsim inputs 1\n");
    add_run(&sum, experiment);
    add_names(&sum, city->id, city->name_zh, city->name_en);
    for (int i = 0; i < PARAMETER_COUNT; i++) {
        add(&sum, "%s", parameter_info(i).path);
        add_number(&sum, parameter_value_of(&city->parameters, i), &city->evidence[i]);
    }
    add_model(&sum, city);
    add_sample(&sum, city);
    add_reforms(&sum, experiment, levers);
    add_contracts(&sum, &experiment->contracts);
    SHA256End(&sum, out);
}
