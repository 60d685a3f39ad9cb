// SPDX-License-Identifier: MIT
// The nouns that models speak of: kinds of institution, disease groups, chronic conditions,
// schemes.
//
// Each list is the only place where its members are named; enums, model files, counters and
// tables all
// come from it. New members go at the end of a list, so that results keep their columns.
#ifndef HXSIM_CONFIG_ENTITIES_H
#define HXSIM_CONFIG_ENTITIES_H

#include <stdint.h>

// clang-format off

// Kinds of institution, in ascending order of what they can do. Two exits come first: no care,
// and a pharmacy.
// enum name in models Chinese English nest
#define KINDS(X) \
    X(KIND_NONE,              none,                 "未就诊", \
      "no care",                    SELF) \
    X(KIND_PHARMACY,          pharmacy,             "药店", \
      "pharmacy",                   SELF) \
    X(KIND_VILLAGE_CLINIC,    village_clinic,       "村卫生室", \
      "village clinic",             PRIMARY) \
    X(KIND_PRIVATE_CLINIC,    private_clinic,       "个体诊所", \
      "private clinic",             PRIMARY) \
    X(KIND_TOWNSHIP_CENTRE,   township_centre,      "乡镇卫生院", \
      "township or community centre", PRIMARY) \
    X(KIND_COUNTY_GENERAL,    county_general,       "县级综合医院", \
      "county general hospital",    COUNTY) \
    X(KIND_COUNTY_TCM,        county_tcm,           "县级中医医院", \
      "county TCM hospital",        COUNTY) \
    X(KIND_COUNTY_MATERNAL,   county_maternal,      "县级妇幼保健院", \
      "county maternal and child hospital", COUNTY) \
    X(KIND_PRIVATE_HOSPITAL,  private_hospital,     "民营医院", \
      "private hospital",           COUNTY) \
    X(KIND_CITY_HOSPITAL,     city_hospital,        "市级医院", \
      "city hospital",              CITY) \
    X(KIND_OUTSIDE_CITY,      outside_province_city, "省内市外医院", \
      "hospital in another city of the province", CITY) \
    X(KIND_OUTSIDE_PROVINCE,  outside_other_province, "省外医院", \
      "hospital in another province", CITY)

// Disease groups. The class decides which capability of a facility counts.
// enum name Chinese English class
#define DISEASES(X) \
    X(DISEASE_UPPER_RESPIRATORY, upper_respiratory,  "上呼吸道感染", \
      "upper respiratory infection",     ACUTE) \
    X(DISEASE_LOWER_RESPIRATORY, lower_respiratory,  "肺炎和支气管炎", \
      "pneumonia and bronchitis",        ACUTE) \
    X(DISEASE_COPD_ASTHMA,      copd_asthma,         "慢阻肺和哮喘", \
      "COPD and asthma",                 CHRONIC) \
    X(DISEASE_DIGESTIVE,        digestive,           "消化系统疾病", \
      "digestive disease",               ACUTE) \
    X(DISEASE_INFECTIOUS,       infectious,          "传染病和寄生虫病", \
      "infectious disease",              ACUTE) \
    X(DISEASE_HYPERTENSION,     hypertension,        "高血压", \
      "hypertension",                    CHRONIC) \
    X(DISEASE_HEART,            heart,               "心脏病", \
      "heart disease",                   ACUTE) \
    X(DISEASE_STROKE,           stroke,              "脑卒中", \
      "stroke",                          ACUTE) \
    X(DISEASE_DIABETES,         diabetes_endocrine,  "糖尿病和内分泌病", \
      "diabetes and endocrine disease",  CHRONIC) \
    X(DISEASE_NEOPLASM,         neoplasm,            "肿瘤", \
      "neoplasm",                        SURGICAL) \
    X(DISEASE_CHEMOTHERAPY,     chemotherapy,        "放化疗和随诊", \
      "chemotherapy and aftercare",      ACUTE) \
    X(DISEASE_GENITOURINARY,    genitourinary,       "泌尿生殖系统疾病", \
      "genitourinary disease",           SURGICAL) \
    X(DISEASE_MUSCULOSKELETAL,  musculoskeletal,     "肌肉骨骼疾病", \
      "musculoskeletal disease",         CHRONIC) \
    X(DISEASE_INJURY,           injury,              "损伤和中毒", \
      "injury and poisoning",            SURGICAL) \
    X(DISEASE_NERVOUS,          nervous,             "神经系统疾病", \
      "disease of the nervous system",   ACUTE) \
    X(DISEASE_EYE_EAR,          eye_ear_nose_throat, "眼耳鼻喉疾病", \
      "eye, ear, nose and throat",       SURGICAL) \
    X(DISEASE_ORAL,             oral,                "口腔疾病", \
      "oral disease",                    SURGICAL) \
    X(DISEASE_SKIN,             skin,                "皮肤病", \
      "skin disease",                    ACUTE) \
    X(DISEASE_PREGNANCY,        pregnancy,           "妊娠和分娩", \
      "pregnancy and childbirth",        MATERNAL) \
    X(DISEASE_CHILD,            perinatal_child,     "新生儿和儿童保健", \
      "newborn and child care",          MATERNAL) \
    X(DISEASE_MENTAL,           mental,              "精神障碍", \
      "mental disorder",                 CHRONIC) \
    X(DISEASE_CHECKUP,          checkup,             "单项体检和咨询", \
      "single check-ups and counselling", CHRONIC)

// Classes of case: which capability of a facility counts, and a dimension of the counters.
#define CASE_CLASSES(X) \
    X(CLASS_ACUTE,    acute,    "急性内科",       "acute internal") \
    X(CLASS_SURGICAL, surgical, "外科",           "surgical") \
    X(CLASS_MATERNAL, maternal, "妇产儿科",       "maternal and child") \
    X(CLASS_CHRONIC,  chronic,  "慢病康复中医",   "chronic, rehabilitation and TCM")

// Chronic conditions, and the disease group in which each one's visits and admissions are counted.
#define CONDITIONS(X) \
    X(CONDITION_HYPERTENSION, hypertension, "高血压", "hypertension",  DISEASE_HYPERTENSION) \
    X(CONDITION_DIABETES,     diabetes,     "糖尿病", "diabetes",      DISEASE_DIABETES) \
    X(CONDITION_COPD,         copd,         "慢阻肺", "COPD",          DISEASE_COPD_ASTHMA) \
    X(CONDITION_HEART,        heart,        "心脏病", "heart disease", DISEASE_HEART) \
    X(CONDITION_STROKE,       stroke,       "脑卒中", "stroke",        DISEASE_STROKE) \
    X(CONDITION_CANCER,       cancer,       "癌症",   "cancer",        DISEASE_CHEMOTHERAPY)

// Stages of a condition that a person has; STAGE_NONE is not having it.
#define STAGES(X) \
    X(STAGE_NONE,        none,        "无",     "none") \
    X(STAGE_UNDIAGNOSED, undiagnosed, "未诊断", "undiagnosed") \
    X(STAGE_DIAGNOSED,   diagnosed,   "已诊断", "diagnosed") \
    X(STAGE_MANAGED,     managed,     "管理中", "managed") \
    X(STAGE_CONTROLLED,  controlled,  "已控制", "controlled")

// Insurance schemes.
#define SCHEMES(X) \
    X(SCHEME_EMPLOYEE, employee, "在职职工医保", "employee scheme, working") \
    X(SCHEME_RETIRED,  retired,  "退休职工医保", "employee scheme, retired") \
    X(SCHEME_RESIDENT, resident, "居民医保",     "resident scheme")

// Levels of institution in the rules of the schemes.
#define LEVELS(X) \
    X(LEVEL_PRIMARY,  primary,  "基层",     "township or community") \
    X(LEVEL_ONE,      level1,   "一级",     "level 1 or ungraded") \
    X(LEVEL_TWO,      level2,   "二级",     "level 2") \
    X(LEVEL_THREE,    level3,   "三级",     "level 3") \
    X(LEVEL_PROVINCE, province, "省部级",   "province or ministry")

// Components of a bill.
#define COMPONENTS(X) \
    X(COMPONENT_BED,         bed,         "床位和护理", "bed and nursing") \
    X(COMPONENT_SERVICE,     service,     "医疗服务",   "services") \
    X(COMPONENT_DRUG,        drug,        "药品",       "drugs") \
    X(COMPONENT_CONSUMABLE,  consumable,  "耗材",       "consumables") \
    X(COMPONENT_TEST,        test,        "检查检验",   "tests and imaging")

// Classes of test, for recognition of results.
#define TEST_CLASSES(X) \
    X(TEST_LABORATORY, laboratory, "检验",         "laboratory") \
    X(TEST_IMAGING,    imaging,    "常规影像",     "X-ray, ultrasound, ECG") \
    X(TEST_SCAN,       scan,       "CT和磁共振",   "CT and MRI")

// Bands of age, lower ends in years; the last band is open.
#define AGE_BANDS(X) \
    X(AGE_0,  0,  "0-4")   X(AGE_5,  5,  "5-14")  X(AGE_15, 15, "15-24") X(AGE_25, 25, "25-34") \
    X(AGE_35, 35, "35-44") X(AGE_45, 45, "45-54") X(AGE_55, 55, "55-64") X(AGE_65, 65, "65-74") \
    X(AGE_75, 75, "75+")

// clang-format on

typedef enum Nest { NEST_SELF, NEST_PRIMARY, NEST_COUNTY, NEST_CITY, NESTS } Nest;

#define FIRST_OF(name, ...) name,
typedef enum Kind { KINDS(FIRST_OF) KIND_COUNT } Kind;
typedef enum Disease { DISEASES(FIRST_OF) DISEASE_COUNT } Disease;
typedef enum CaseClass { CASE_CLASSES(FIRST_OF) CASE_CLASS_COUNT } CaseClass;
typedef enum Condition { CONDITIONS(FIRST_OF) CONDITION_COUNT } Condition;
typedef enum Stage { STAGES(FIRST_OF) STAGE_COUNT } Stage;
typedef enum Scheme { SCHEMES(FIRST_OF) SCHEME_COUNT } Scheme;
typedef enum Level { LEVELS(FIRST_OF) LEVEL_COUNT } Level;
typedef enum Component { COMPONENTS(FIRST_OF) COMPONENT_COUNT } Component;
typedef enum TestClass { TEST_CLASSES(FIRST_OF) TEST_CLASS_COUNT } TestClass;
typedef enum AgeBand { AGE_BANDS(FIRST_OF) AGE_BAND_COUNT } AgeBand;
#undef FIRST_OF

// One member of a list: its name in model files and its labels.
typedef struct Entity {
    const char *name, *zh, *en;
} Entity;

extern const Entity kind_entities[KIND_COUNT];
extern const Entity disease_entities[DISEASE_COUNT];
extern const Entity case_class_entities[CASE_CLASS_COUNT];
extern const Entity condition_entities[CONDITION_COUNT];
extern const Entity stage_entities[STAGE_COUNT];
extern const Entity scheme_entities[SCHEME_COUNT];
extern const Entity level_entities[LEVEL_COUNT];
extern const Entity component_entities[COMPONENT_COUNT];
extern const Entity test_class_entities[TEST_CLASS_COUNT];

extern const uint8_t kind_nest[KIND_COUNT];               // Nest
extern const uint8_t disease_class[DISEASE_COUNT];        // CaseClass
extern const uint8_t condition_disease[CONDITION_COUNT];  // Disease
extern const uint8_t age_band_from_years[AGE_BAND_COUNT]; // lower end of each band
extern const char *const age_band_names[AGE_BAND_COUNT];

#endif
