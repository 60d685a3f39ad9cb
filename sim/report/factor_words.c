// SPDX-License-Identifier: MIT
#include "report/factor_words.h"

#include "base/calendar.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

// What numbers are called: those of levers, of which those of one name mean the like in every
// lever, and those of the answers to payment, whose meanings need their section to be understood.
static const Entity numbers[] = {
    {"start", "开始时间", "start"},
    {"end", "结束时间", "end"},
    {"ramp_months", "见效所需时间", "time to full effect"},
    {"coverage", "覆盖率", "coverage"},
    {"lead_capability", "牵头卫生院能力", "capability of lead centres"},
    {"pooled_doctor_share", "统筹的医生比例", "doctors pooled"},
    {"referred_to_lead_share", "转到牵头卫生院的比例", "referrals to the lead centre"},
    {"effort_log_ratio", "医生多看病人的程度", "more effort of doctors"},
    {"city_capability", "市级医院能力提升", "capability of city hospitals"},
    {"county_capability", "县级医院能力提升", "capability of county hospitals"},
    {"township_capability", "乡镇卫生院能力提升", "capability of township centres"},
    {"drug_list_capability", "统一药品目录的作用", "effect of one drug list"},
    {"chronic_capability", "慢性病诊疗能力提升", "capability for chronic cases"},
    {"capability", "诊疗能力提升", "gain of capability"},
    {"drawn_doctor_share", "吸走的医生比例", "doctors drawn up"},
    {"seconded_doctor_share", "下派医生比例", "doctors sent down"},
    {"lent_doctor_share", "派出医生比例", "doctors lent"},
    {"teams", "巡回医疗队数", "teams"},
    {"doctors_per_team", "每队医生数", "doctors of a team"},
    {"down_referral_log_odds", "下转意愿提升", "readiness to refer down"},
    {"formal_referral_log_odds", "规范上转提升", "readiness to refer up"},
    {"referral_log_odds", "转诊意愿提升", "readiness to refer"},
    {"filing_log_odds", "备案意愿提升", "readiness to file"},
    {"registered_share", "异地备案直接结算的比例", "registered for direct settlement"},
    {"detected_share", "监管查出的比例", "share detected"},
    {"channelled_share", "走绿色通道的比例", "share that takes the channel"},
    {"saved_share", "节省的时间", "time saved"},
    {"unreferred_rate_cut", "未经转诊的报销下调", "cut of the rate without referral"},
    {"deductible_spared", "转诊减免的起付线", "deductible spared by referral"},
    {"asking_log_odds", "要求转诊的倾向", "readiness to ask for a referral"},
    {"looked_up_share", "调阅既往结果的比例", "results looked up"},
    {"township_share", "达标乡镇卫生院比例", "township centres rebuilt"},
    {"village_share", "达标村卫生室比例", "village clinics rebuilt"},
    {"accepting_share", "认可既往结果的比例", "results accepted"},
    {"pull", "吸引力", "pull"},
    {"sooner_share", "提前见效的程度", "sooner effect"},
    {"together_share", "协同的程度", "joint effect"},
    {"used_share", "实际使用的比例", "share used"},
    {"budget_growth", "预算增幅", "growth of the budget"},
    {"reserve_share", "预算风险金比例", "reserve beside the budget"},
    {"prepaid_share", "预付比例", "share prepaid"},
    {"keep_from", "结余留用的起点", "share from which surplus is kept"},
    {"overrun_to", "超支分担的上限", "limit of shared overruns"},
    {"overrun_shared", "基金分担超支的比例", "overruns borne by the fund"},
    {"outlier_low", "费用极低病例的界限", "limit of low outliers"},
    {"outlier_high", "费用极高病例的界限", "limit of high outliers"},
    {"outlier_high_level2", "二级医院费用极高病例的界限", "limit of high outliers, level 2"},
    {"outlier_high_level3", "三级医院费用极高病例的界限", "limit of high outliers, level 3"},
    {"retrospective", "年末按总额定点值", "point value found after the year"},
    {"rate_growth", "费率增幅", "growth of the rate"},
    {"long_stay_days", "按床日付费的住院天数", "days from which a stay is paid by day"},
    {"later_days_from", "床日标准下调的天数", "days after which a day brings less"},
    {"later_day_ratio", "后期床日标准之比", "rate of a later day"},
    {"outcome_share", "与疗效挂钩的比例", "part paid on the outcome"},
    {"outcome_met", "达到疗效的比例", "packages that reach their outcome"},
    {"outside_charged", "集团外费用计入总额的比例", "care outside charged to the sum"},
    {"group_pay_weight", "薪酬与集团绩效挂钩的比例", "weight of the group in pay"},
    {"posted_doctor_share", "医共体内流动医生比例", "doctors posted inside"},
    {"shared_results", "成员间不再重复的检查", "results shared"},
    {"losses_shared", "基金分担亏损的比例", "losses borne by the fund"},
    {"per_head", "人头费标准", "payment per head"},
    {"risk_share", "风险调整的程度", "weight of risk"},
    {"savings_kept", "结余留用比例", "savings kept"},
    {"eta_days", "住院天数对付费的反应", "answer of days to payment"},
    {"eta_items", "药品耗材检查对付费的反应", "answer of drugs, supplies and tests to payment"},
    {"eta_admission", "收治对付费的反应", "answer of admissions to payment"},
    {"eta_coding", "编码和分解住院对付费的反应", "answer of coding and split stays to payment"},
    {"eta_self_pay", "自费项目对付费的反应", "answer of self-paid items to payment"},
    {"up_referrals_borne", "上转费用计入人头费的比例", "up-referrals charged to the sum"},
};
enum { NUMBERS = sizeof numbers / sizeof *numbers };

static const char *lever_called(const char *path, const LeverInfo *levers, int lever_count,
                                Language language) {
    const size_t length = strcspn(path, ".");
    for (int i = 0; i < lever_count; i++)
        if (strlen(levers[i].name) == length && strncmp(path, levers[i].name, length) == 0)
            return run_in(language, levers[i].zh, levers[i].en);
    return path;
}

// What the last part of a path is called, or NULL.
static const char *number_called(const char *path, Language language) {
    const char *last = strrchr(path, '.'), *what = last ? last + 1 : path;
    for (int i = 0; i < NUMBERS; i++)
        if (strcmp(numbers[i].name, what) == 0)
            return run_in(language, numbers[i].zh, numbers[i].en);
    return NULL;
}

static void say_upper(char out[RUN_WORDS], Language language) {
    if (language == LANGUAGE_EN) out[0] = (char)toupper((unsigned char)out[0]);
}

static void name_lever_number(char out[RUN_WORDS], const char *path, const LeverInfo *levers,
                              int lever_count, Language language) {
    const char *called = number_called(path, language), *last = strrchr(path, '.');
    run_say(out, run_in(language, "%s：%s", "%s: %s"),
            lever_called(path, levers, lever_count, language),
            called ? called
            : last ? last + 1
                   : path);
    say_upper(out, language);
}

// Some meanings go on from the name of their parameter, and say nothing without it.
static int stands_alone(const char *meaning) {
    return strncmp(meaning, "of ", 3) != 0 && strncmp(meaning, "in ", 3) != 0;
}

// The parameter of a path: as it is called, or its meaning up to the first mark, where that is
// short enough and says something.
static void name_parameter(char out[RUN_WORDS], const char *path, Language language) {
    enum { LONG = 60 };
    const char *called = number_called(path, language);
    if (called) {
        run_say(out, "%s", called);
        say_upper(out, language);
        return;
    }
    const int index = parameter_find(path);
    const char *meaning = index < 0 ? "" : parameter_info(index).meaning;
    const char *bracket = strstr(meaning, " (");
    const size_t mark = strcspn(meaning, ",;:");
    const size_t length =
        bracket && (size_t)(bracket - meaning) < mark ? (size_t)(bracket - meaning) : mark;
    if (language == LANGUAGE_EN && length > 0 && length <= LONG && stands_alone(meaning)) {
        run_say(out, "%.*s", (int)length, meaning);
        say_upper(out, language);
    } else {
        run_say(out, "%s", path);
    }
}

void factor_name(char out[RUN_WORDS], const Factor *factor, const LeverInfo *levers,
                 int lever_count, Language language) {
    static const char reforms[] = "reforms.";
    out[0] = '\0';
    if (strncmp(factor->name, reforms, sizeof reforms - 1) == 0)
        name_lever_number(out, factor->name + sizeof reforms - 1, levers, lever_count, language);
    else
        name_parameter(out, factor->name, language);
}

static void say_day(char out[RUN_WORDS], int32_t day, Language language) {
    int year, month, day_of_month;
    calendar_split(day, &year, &month, &day_of_month);
    if (language == LANGUAGE_ZH)
        run_say(out, "%d年%d月", year, month);
    else
        run_say(out, "%d-%02d", year, month);
}

static void say_value(char out[RUN_WORDS], const DrawnNumber *number, double value,
                      Language language) {
    if (strcmp(number->unit, "day") == 0)
        say_day(out, (int32_t)value, language);
    else if (strcmp(number->unit, "share") == 0)
        run_say(out, "%.3g%%", 100.0 * value);
    else if (strcmp(number->unit, "months") == 0)
        run_say(out, run_in(language, "%.3g个月", "%.3g months"), value);
    else if (strcmp(number->unit, "days") == 0)
        run_say(out, run_in(language, "%.3g天", "%.3g days"), value);
    else
        run_say(out, "%s%.3g", value < 0 ? "−" : "", fabs(value));
}

void factor_end(char out[RUN_WORDS], const Draws *draws, int factor, int is_high,
                Language language) {
    const DrawnNumber *only = NULL;
    int count = 0;
    out[0] = '\0';
    for (int i = 0; i < draws->numbers; i++)
        if (draws->number[i].factor == factor && count++ == 0) only = &draws->number[i];
    if (count == 1)
        say_value(out, only, is_high ? only->high : only->low, language);
    else
        run_say(out, "%s",
                is_high ? run_in(language, "高", "high") : run_in(language, "低", "low"));
}
