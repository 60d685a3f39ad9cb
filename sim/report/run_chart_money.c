// SPDX-License-Identifier: MIT
// Where a yuan of the cost of care comes from and who pays it: what is charged for, where, and by
// whom it is paid, in the last year. What patients pay themselves is in colour.
//
// All that institutions of the city charge, to whomever, and what its insured are charged
// elsewhere: the books of the year. What was paid for which component nobody knows, so that
// components and payers meet at the institution.
#include "report/run_sankey.h"

#include <math.h>
#include <stdlib.h>

enum { GROUPS = RUN_GROUPS, PAYERS = 6 };
_Static_assert(COMPONENT_COUNT + GROUPS + PAYERS <= RUN_SANKEY_NODES, "bars");
_Static_assert(GROUPS *(COMPONENT_COUNT + PAYERS) <= RUN_SANKEY_FLOWS, "ribbons");

#define PAYER_BIT(payer) (1u << (payer))
static const struct {
    const char *name[2];
    unsigned payers;
} payers[PAYERS] = {{{"职工医保基金", "Employee fund"}, PAYER_BIT(PAYER_EMPLOYEE_FUND)},
                    {{"居民医保基金", "Resident fund"}, PAYER_BIT(PAYER_RESIDENT_FUND)},
                    {{"大病保险和医疗救助", "Major illness, assistance"},
                     PAYER_BIT(PAYER_MAJOR_ILLNESS) | PAYER_BIT(PAYER_ASSISTANCE)},
                    {{"个人账户", "Personal accounts"}, PAYER_BIT(PAYER_PERSONAL_ACCOUNT)},
                    {{"患者自付", "Patients in cash"}, PAYER_BIT(PAYER_OWN)},
                    {{"外来患者及其医保", "People from elsewhere"}, PAYER_BIT(PAYER_VISITORS)}};
enum { OWN = 4 };

typedef struct Payments {
    const ChartSource *source;
    Language language;
    double charged[GROUPS][COMPONENT_COUNT], paid[GROUPS][PAYERS]; // yuan, or millions of yuan
    char component[COMPONENT_COUNT][RUN_NAME];
    RunSankey sankey;
    char headline[RUN_WORDS], subtitle[RUN_WORDS], note[RUN_WORDS];
} Payments;

// ---- the books

// In yuan for Chinese, which counts them in units of 10,000 and 100 million; else in millions.
static double yuan_of(const Payments *money, Fen fen) {
    const double yuan = (double)(fen * money->source->results->scale) / 100.0;
    return money->language == LANGUAGE_ZH ? yuan : yuan / 1e6;
}

static void add_books(Payments *money, int group, int kind, const Ledger *ledger) {
    for (int place = 0; place < LEDGER_COUNTIES; place++) {
        for (int component = 0; component < COMPONENT_COUNT; component++)
            money->charged[group][component] +=
                yuan_of(money, ledger->charged[kind][place][component]);
        for (int p = 0; p < PAYERS; p++)
            for (int payer = 0; payer < PAYER_COUNT; payer++)
                if (payers[p].payers & PAYER_BIT(payer))
                    money->paid[group][p] += yuan_of(money, ledger->paid[kind][place][payer]);
    }
}

static void count(Payments *money) {
    const Results *results = money->source->results;
    const int year = run_last_year(money->source) - results->first_year;
    for (int group = 0; group < GROUPS; group++)
        for (int kind = 0; kind < KIND_COUNT; kind++)
            if (run_groups[group].kinds & KIND_BIT(kind))
                add_books(money, group, kind, results->year[year].ledger);
}

static double charged_for(const Payments *money, int component) {
    double sum = 0.0;
    for (int group = 0; group < GROUPS; group++)
        sum += money->charged[group][component];
    return sum;
}

static double charged_by_group(const Payments *money, int group) {
    double sum = 0.0;
    for (int component = 0; component < COMPONENT_COUNT; component++)
        sum += money->charged[group][component];
    return sum;
}

static double paid_by(const Payments *money, int payer) {
    double sum = 0.0;
    for (int group = 0; group < GROUPS; group++)
        sum += money->paid[group][payer];
    return sum;
}

static double paid_to_group(const Payments *money, int group) {
    double sum = 0.0;
    for (int payer = 0; payer < PAYERS; payer++)
        sum += money->paid[group][payer];
    return sum;
}

static double charged_in_all(const Payments *money) {
    double sum = 0.0;
    for (int group = 0; group < GROUPS; group++)
        sum += charged_by_group(money, group);
    return sum;
}

// ---- what is drawn

static void draw_books(Payments *money) {
    RunSankey *sankey = &money->sankey;
    const Language language = money->language;
    size_t from[COMPONENT_COUNT], at[GROUPS], to[PAYERS];
    sankey->language = language;
    for (int c = 0; c < COMPONENT_COUNT; c++) {
        run_entity(money->component[c], &component_entities[c], language);
        from[c] =
            run_sankey_add_node(sankey, money->component[c], 0, TONE_GREY, charged_for(money, c));
    }
    for (int g = 0; g < GROUPS; g++)
        at[g] = run_sankey_add_group(sankey, g, 1, TONE_GREY,
                                     fmax(charged_by_group(money, g), paid_to_group(money, g)));
    for (int p = 0; p < PAYERS; p++)
        to[p] = run_sankey_add_node(sankey, run_in(language, payers[p].name[0], payers[p].name[1]),
                                    2, p == OWN ? TONE_ACCENT : TONE_GREY, paid_by(money, p));
    for (int g = 0; g < GROUPS; g++) {
        for (int c = 0; c < COMPONENT_COUNT; c++)
            run_sankey_add_flow(sankey, from[c], at[g], money->charged[g][c], TONE_GREY);
        for (int p = 0; p < PAYERS; p++)
            run_sankey_add_flow(sankey, at[g], to[p], money->paid[g][p],
                                p == OWN ? TONE_ACCENT : TONE_GREY);
    }
}

// ---- what is said

static void say_headline(Payments *money) {
    const Language language = money->language;
    const double all = charged_in_all(money);
    int most = 0;
    char city[RUN_NAME];
    for (int c = 1; c < COMPONENT_COUNT; c++)
        if (charged_for(money, c) > charged_for(money, most)) most = c;
    run_city(city, money->source, language);
    run_say(
        money->headline,
        run_in(language, "%2$d年%1$s每100元医疗费，患者自付%3$.0f元；花费最多的是%5$s，%4$.0f元",
               "Of every 100 yuan that care costs in %1$s in %2$d, patients pay %3$.0f in cash; "
               "most, %4$.0f, is for %5$s"),
        city, run_last_year(money->source), 100.0 * paid_by(money, OWN) / all,
        100.0 * charged_for(money, most) / all,
        run_in(language, component_entities[most].zh, component_entities[most].en));
}

// Flows are those of the central numbers; how far the draws leave their main share open.
static void say_open(Payments *money) {
    const IndicatorCell cell = {
        indicator_find("out_of_pocket_share"), run_last_year(money->source), {.place = WHOLE_CITY}};
    const RunSpread spread = run_spread(money->source, &cell);
    if (!run_has_draws(money->source) || !isfinite(spread.low_90)) return;
    run_say(money->note,
            run_in(money->language,
                   "参数不确定时，常住居民自付比例的90%%区间为%.0f%%—%.0f%%（%d组抽样）。",
                   "What the numbers leave open: the share that residents pay in cash lies between "
                   "%.0f%% and %.0f%% in nine of ten of %d draws. "),
            spread.low_90, spread.high_90, indicator_values_whole_draws(money->source->values));
}

static void say_rest(Payments *money) {
    const ChartSource *source = money->source;
    const Language language = money->language;
    const City *city = &source->experiment->city;
    run_say(money->subtitle,
            run_in(language,
                   "医疗费用按项目、机构和付费方，元（占比）；%s，%d年，模拟；蓝色为患者自付",
                   "Charges by item, place and payer, millions of yuan (share); %s, %d, simulated; "
                   "blue: patients' cash"),
            run_in(language, city->name_zh, city->name_en), run_last_year(source));
    run_note(money->note, source, RUN_SHOWS_FIRST, language);
    run_say(
        money->note, "%s",
        run_in(language,
               "市内机构的全部收费，加上参保人在市外的收费；按2023年价格，不含药店，未计医保与机构"
               "的清算。",
               "All charges of the city's institutions, and those of its insured elsewhere; "
               "prices of 2023; without pharmacies, before settlement of funds with "
               "institutions. "));
    say_open(money);
}

// ---- the chart

static Status draw_it(const Payments *money, const ChartStyle *style, const char *folder,
                      const char *name, Report *report) {
    const char *const headings[RUN_SANKEY_COLUMNS] = {
        run_in(style->language, "费用项目", "Charged for"),
        run_in(style->language, "就诊机构", "Charged by"),
        run_in(style->language, "由谁支付", "Paid by")};
    return run_sankey_draw(&money->sankey,
                           (ChartText){money->headline, money->subtitle, money->note}, headings,
                           style, folder, name, report);
}

static Status draw(const ChartSource *source, const ChartStyle *style, const char *folder,
                   const char *name, Report *report) {
    Payments *money = report_calloc(report, 1, sizeof *money);
    if (!money) return STATUS_NO_MEMORY;
    money->source = source;
    money->language = style->language;
    count(money);
    Status status;
    if (charged_in_all(money) > 0.0) {
        draw_books(money);
        say_headline(money);
        say_rest(money);
        status = draw_it(money, style, folder, name, report);
    } else {
        status = report_problem(report, STATUS_INVALID,
                                "nothing is charged in %d; draw it from a larger run",
                                run_last_year(source));
    }
    free(money);
    return status;
}

const RunChart run_chart_money = {
    .info = {"money", "医疗费用的构成和付费方", "what care costs and who pays",
             "Sankey of components of bills, kinds of institution and payers, of the last year"},
    .draw = draw,
};
