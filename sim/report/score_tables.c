// SPDX-License-Identifier: MIT
#include "report/score_tables.h"

#include "base/version.h"
#include "report/csv.h"
#include "report/listing.h"
#include "report/score_words.h"

#include <math.h>
#include <string.h>

// ---- the table of the terminal

enum { MEASURE_WIDTH = 46, WHEN_WIDTH = 14, AMOUNT_WIDTH = 22, SKILL_WIDTH = 8 };

static void print_heads(const char *group, Language language, FILE *out) {
    static const char *const heads[][2] = {
        {"报道", "reported"}, {"模拟90%区间", "simulated, 90 %"}, {"参照区间", "null"}};
    const bool zh = language == LANGUAGE_ZH;
    putc('\n', out);
    listing_left(out, group, MEASURE_WIDTH);
    listing_left(out, zh ? "年份" : "when", WHEN_WIDTH);
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        listing_right(out, heads[i][language], AMOUNT_WIDTH);
    listing_right(out, zh ? "技巧分" : "skill", SKILL_WIDTH);
    fputs("  \n", out);
}

static void print_row(const ScoredCity *city, const ScoreRow *row, Language language, FILE *out) {
    char name[SCORE_NAME], text[SCORE_NAME + 96], when[SCORE_WHEN];
    const char *place = score_place(row, city->runs.values[0].city, language);
    const bool zh = language == LANGUAGE_ZH;
    score_measure(name, row, language);
    snprintf(text, sizeof text,
             row->place == WHOLE_CITY ? "%.0s%s"
             : zh                     ? "%s：%s"
                                      : "%s: %s",
             place, name);
    listing_left(out, text, MEASURE_WIDTH - 1);
    putc(' ', out);
    score_when(when, row->reading, language);
    listing_left(out, when, WHEN_WIDTH);
    score_interval(text, row, row->printed, language);
    listing_right(out, text, AMOUNT_WIDTH);
    if (row->state == SCORE_DONE)
        score_interval(text, row, row->simulated, language);
    else
        snprintf(text, sizeof text, "%s", score_state_words(row->state, language));
    listing_right(out, text, AMOUNT_WIDTH);
    score_interval(text, row, row->null, language);
    listing_right(out, text, AMOUNT_WIDTH);
    if (isfinite(row->skill))
        snprintf(text, sizeof text, "%.2f", row->skill);
    else
        snprintf(text, sizeof text, "-");
    listing_right(out, text, SKILL_WIDTH);
    if (row->state == SCORE_DONE)
        fputs(row->is_inside ? (zh ? "  内" : "  in") : (zh ? "  外" : "  OUT"), out);
    putc('\n', out);
}

static void print_group(const ScoredCity *city, FigureRole role, bool anchors, const char *title,
                        Language language, FILE *out) {
    bool begun = false;
    for (int i = 0; i < city->count; i++) {
        const ScoreRow *row = &city->rows[i];
        if (row->role->role != role || score_is_anchor(row) != anchors) continue;
        if (!begun) print_heads(title, language, out);
        begun = true;
        print_row(city, row, language, out);
    }
}

static int count_role(const ScoredCity *city, FigureRole role) {
    const City *model = city->runs.values[0].city;
    int count = 0;
    for (int i = 0; i < city->roles.count; i++) {
        const Role *one = &city->roles.rows[i];
        const bool external = one->figure && evidence_kind(one->figure->kind) == EVIDENCE_EXTERNAL;
        if (one->role != role || *one->same_as || external) continue;
        bool here = role_is_of(one, model->id);
        for (uint32_t k = 0; k < model->county_count && !here; k++)
            here = strncmp(one->id, model->counties[k].id, strlen(model->counties[k].id)) == 0;
        count += here;
    }
    return count;
}

static void add_totals(ScoreTotals *sum, ScoreTotals one) {
    sum->figures += one.figures;
    sum->compared += one.compared;
    sum->inside += one.inside;
    sum->inside_by_any += one.inside_by_any;
    sum->with_null += one.with_null;
    sum->skilled += one.skilled;
}

// Reported targets alone, or anchors alone.
static ScoreTotals totals_of(const ScoredCity *city, FigureRole role, bool anchors) {
    ScoreTotals sum = {0};
    for (int i = 0; i < city->count;) {
        int k = i;
        while (k < city->count && city->rows[k].role == city->rows[i].role)
            k++;
        if (score_is_anchor(&city->rows[i]) == anchors)
            add_totals(&sum, score_totals(city->rows + i, k - i, role));
        i = k;
    }
    return sum;
}

void score_add_city(CityTotals *sum, const ScoredCity *city) {
    sum->inputs += count_role(city, ROLE_INPUT);
    sum->not_simulatable += count_role(city, ROLE_NOT_SIMULATABLE);
    add_totals(&sum->targets, totals_of(city, ROLE_TARGET, false));
    add_totals(&sum->held_out, totals_of(city, ROLE_HELD_OUT, false));
    add_totals(&sum->anchors, totals_of(city, ROLE_TARGET, true));
}

static void print_totals(const CityTotals *totals, const char *name, Language language, FILE *out) {
    const bool zh = language == LANGUAGE_ZH;
    const ScoreTotals *t = &totals->targets, *h = &totals->held_out, *a = &totals->anchors;
    fprintf(out,
            zh ? "\n%s：输入%d项；标定目标%d项，可比%d项，%d项在区间内；保留检验%d项，可比%d项，"
                 "%d项在区间内，有参照的%d项中技巧分为正的%d项；不可模拟%d项；省级锚点%d项，"
                 "%d项在区间内\n"
               : "\n%s: %d inputs; %d targets, %d compared, %d in; %d held out, %d compared, %d "
                 "in, of %d with a null %d with positive skill; %d not simulatable; %d anchors of "
                 "the province, %d in\n",
            name, totals->inputs, t->figures, t->compared, t->inside_by_any, h->figures,
            h->compared, h->inside_by_any, h->with_null, h->skilled, totals->not_simulatable,
            a->figures, a->inside_by_any);
}

static void print_city(const ScoredCity *city, Language language, FILE *out) {
    const bool zh = language == LANGUAGE_ZH;
    const Experiment *experiment = &city->runs.experiment[0];
    fprintf(out, "%s\n", zh ? experiment->title_zh : experiment->title_en);
    fprintf(out,
            zh ? "模拟，非预测；种子 %llu，规模 1:%d，参数抽样 %d 次（1:%d），hxsim " HXSIM_VERSION
                 "\n"
               : "Simulated, not a forecast; seed %llu, scale 1:%d, %d draws of the parameters "
                 "(1:%d), hxsim " HXSIM_VERSION "\n",
            (unsigned long long)experiment->seed, experiment->scale, experiment->draws,
            experiment->draw_scale);
    print_group(city, ROLE_TARGET, false, zh ? "标定目标" : "Targets", language, out);
    print_group(city, ROLE_HELD_OUT, false, zh ? "保留检验" : "Held out", language, out);
    print_group(city, ROLE_TARGET, true, zh ? "省级锚点" : "Anchors of the province", language,
                out);
    CityTotals totals = {0};
    score_add_city(&totals, city);
    print_totals(&totals,
                 zh ? city->runs.values[0].city->name_zh : city->runs.values[0].city->name_en,
                 language, out);
}

// Of all that was printed, whichever cities are scored.
static void print_list(const Roles *roles, Language language, FILE *out) {
    int of[ROLE_COUNT] = {0}, twice = 0;
    for (int i = 0; i < roles->count; i++) {
        const Role *role = &roles->rows[i];
        if (role->figure && evidence_kind(role->figure->kind) == EVIDENCE_EXTERNAL) continue;
        if (*role->same_as)
            twice++;
        else
            of[role->role]++;
    }
    fprintf(out,
            language == LANGUAGE_ZH
                ? "\n名录共%d个印出的数字：输入%d、标定目标%d、保留检验%d、不可模拟%d，重复印出%d\n"
                : "\nThe list has %d printed figures: %d inputs, %d targets, %d held out, %d not "
                  "simulatable, %d printed a second time\n",
            of[ROLE_INPUT] + of[ROLE_TARGET] + of[ROLE_HELD_OUT] + of[ROLE_NOT_SIMULATABLE] + twice,
            of[ROLE_INPUT], of[ROLE_TARGET], of[ROLE_HELD_OUT], of[ROLE_NOT_SIMULATABLE], twice);
}

void score_tables_print(ScoredCity *const *cities, int count, Language language, FILE *out) {
    const bool zh = language == LANGUAGE_ZH;
    CityTotals totals = {0};
    for (int i = 0; i < count; i++) {
        if (i) putc('\n', out);
        print_city(cities[i], language, out);
        score_add_city(&totals, cities[i]);
    }
    if (count > 1) print_totals(&totals, zh ? "各城市合计" : "All of these cities", language, out);
    if (count > 0) print_list(&cities[0]->roles, language, out);
    fputs(zh ? "\n技巧分 = 1 - 区间得分 ÷ 参照的区间得分；大于0才是证据，落在宽区间内不算\n"
             : "\nskill = 1 - interval score / that of the null; above 0 is evidence, lying inside "
               "a wide interval is not\n",
          out);
}

// ---- score.csv

static void write_end(Csv *csv, double value) {
    csv_number(csv, isfinite(value) ? value : NAN);
}

static void write_interval(Csv *csv, Interval interval) {
    write_end(csv, interval.low);
    write_end(csv, interval.high);
}

static void write_row(Csv *csv, const ScoredCity *city, const ScoreRow *row) {
    const Reading *reading = row->reading;
    const Figure *figure = row->role->figure;
    const char *words[] = {city->runs.values[0].city->id,
                           city->runs.experiment[0].id,
                           row->role->id,
                           role_names[row->role->role],
                           row->role->reform,
                           row->role->places,
                           reading->name,
                           reading->indicator,
                           reading->of,
                           read_as_names[reading->as]};
    csv_texts(csv, words, (int)(sizeof words / sizeof *words));
    csv_whole(csv, reading->year);
    if (reading->since)
        csv_whole(csv, reading->since);
    else
        csv_text(csv, "");
    csv_text(csv, reading->baseline ? "baseline" : "reforms");
    csv_text(csv, figure->unit);
    csv_text(csv, figure->qualifier);
    write_interval(csv, row->printed);
    csv_text(csv, score_state_names[row->state]);
    csv_number(csv, row->central);
    write_interval(csv, row->simulated);
    csv_number(csv, row->simulated.high - row->simulated.low);
    write_interval(csv, row->null);
    csv_number(csv, row->score);
    csv_number(csv, row->score_of_null);
    csv_number(csv, row->skill);
    csv_text(csv, row->state == SCORE_DONE ? (row->is_inside ? "1" : "0") : "");
    csv_end_row(csv);
}

Status score_tables_write(ScoredCity *const *cities, int count, const char *path, Report *report) {
    Csv csv;
    Status status = csv_open(
        &csv, path,
        "city,scenario,figure,role,reform,place,reading,indicator,of,as,year,since,run,unit,"
        "qualifier,reported_low,reported_high,state,simulated,low,high,width,null_low,null_high,"
        "interval_score,null_interval_score,skill,inside",
        report);
    if (status != STATUS_OK) return status;
    for (int i = 0; i < count; i++)
        for (int k = 0; k < cities[i]->count; k++)
            write_row(&csv, cities[i], &cities[i]->rows[k]);
    return csv_close(&csv, report);
}
