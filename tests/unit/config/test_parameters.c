// SPDX-License-Identifier: MIT
#include "config/parameters.h"
#include "config/model.h"
#include "unit/claim.h"

#include <stddef.h>
#include <string.h>

TEST(every_path_is_found) {
    for (int i = 0; i < PARAMETER_COUNT; i++) {
        const ParameterInfo info = parameter_info(i);
        ck_assert_msg(parameter_find(info.path) == i, "%s is found at %d, not at %d", info.path,
                      parameter_find(info.path), i);
        ck_assert(info.lowest < info.highest);
        ck_assert(*info.unit && *info.meaning);
    }
}

TEST(index_is_the_double) {
    Parameters parameters;
    for (int i = 0; i < PARAMETER_COUNT; i++)
        *parameter_value(&parameters, i) = i + 0.25;
    const struct {
        const char *path;
        double value;
    } known[] = {
        {"time.weekend_factor", parameters.time.weekend_factor},
        {"visitors.capability_attraction", parameters.visitors.capability_attraction},
        {"disease.stroke.stay_days", parameters.disease[DISEASE_STROKE].stay_days},
        {"kind.city_hospital.visit_cost", parameters.kind[KIND_CITY_HOSPITAL].visit_cost},
        {"pool.resident.ceiling", parameters.pool[SCHEME_RESIDENT].ceiling},
        {"background.2030.price_log", parameters.background[9].price_log},
        {"benefit.resident.level2.rate", parameters.benefit[SCHEME_RESIDENT][LEVEL_TWO].rate},
        {"benefit.retired.province.deductible",
         parameters.benefit[SCHEME_RETIRED][LEVEL_PROVINCE].deductible}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        ck_assert_msg(known[i].value == parameter_find(known[i].path) + 0.25, "%s", known[i].path);
}

TEST(no_such_parameter) {
    static const char *const wrong[] = {"",
                                        "time",
                                        "time.",
                                        "weekend_factor",
                                        "time.weekend_factor.x",
                                        "disease.stay_days",
                                        "disease.strok.stay_days",
                                        "disease.stroke.stay_day",
                                        "benefit.resident.rate",
                                        "benefit.resident.level2",
                                        "background.2031.price_log",
                                        "disease..stay_days"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        ck_assert_msg(parameter_find(wrong[i]) == -1, "'%s' was found", wrong[i]);
}

TEST(sections_cover_all) {
    int expected = 0;
    for (int i = 0; i < PARAMETER_SECTION_COUNT; i++) {
        const ParameterSection *section = parameter_section(i);
        ck_assert_int_eq(section->first, expected);
        expected += section->row_count * section->member_count * section->inner_count;
        ck_assert_ptr_eq(parameter_find_section(section->name), section);
    }
    ck_assert_int_eq(expected, PARAMETER_COUNT);
    ck_assert_str_eq(background_entities[0].name, "2021");
}

int main(void) {
    const Claim claims[] = {
        CLAIM("every parameter is found by its path and has unit, meaning and bounds",
              every_path_is_found),
        CLAIM("the i-th entry of the registry is the i-th number of the model",
              index_is_the_double),
        CLAIM("a path that names no parameter is not found", no_such_parameter),
        CLAIM("the sections follow each other without gap and cover all parameters",
              sections_cover_all),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
