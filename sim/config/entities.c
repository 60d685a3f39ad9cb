// SPDX-License-Identifier: MIT
#include "config/entities.h"

#define ENTITY(id, key, chinese, english, ...) [id] = {.name = #key, .zh = chinese, .en = english},
const Entity kind_entities[KIND_COUNT] = {KINDS(ENTITY)};
const Entity disease_entities[DISEASE_COUNT] = {DISEASES(ENTITY)};
const Entity condition_entities[CONDITION_COUNT] = {CONDITIONS(ENTITY)};
#undef ENTITY

#define ENTITY(id, key, chinese, english) [id] = {.name = #key, .zh = chinese, .en = english},
const Entity case_class_entities[CASE_CLASS_COUNT] = {CASE_CLASSES(ENTITY)};
const Entity stage_entities[STAGE_COUNT] = {STAGES(ENTITY)};
const Entity scheme_entities[SCHEME_COUNT] = {SCHEMES(ENTITY)};
const Entity level_entities[LEVEL_COUNT] = {LEVELS(ENTITY)};
const Entity component_entities[COMPONENT_COUNT] = {COMPONENTS(ENTITY)};
const Entity test_class_entities[TEST_CLASS_COUNT] = {TEST_CLASSES(ENTITY)};
#undef ENTITY

#define NEST_OF(id, key, chinese, english, nest) [id] = NEST_##nest,
const uint8_t kind_nest[KIND_COUNT] = {KINDS(NEST_OF)};

#define CLASS_OF(id, key, chinese, english, class) [id] = CLASS_##class,
const uint8_t disease_class[DISEASE_COUNT] = {DISEASES(CLASS_OF)};

#define DISEASE_OF(id, key, chinese, english, disease) [id] = disease,
const uint8_t condition_disease[CONDITION_COUNT] = {CONDITIONS(DISEASE_OF)};

#define FROM(id, from, label) [id] = from,
const uint8_t age_band_from_years[AGE_BAND_COUNT] = {AGE_BANDS(FROM)};

#define LABEL(id, from, label) [id] = label,
const char *const age_band_names[AGE_BAND_COUNT] = {AGE_BANDS(LABEL)};
