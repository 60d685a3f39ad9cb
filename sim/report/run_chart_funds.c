// SPDX-License-Identifier: MIT
// What the funds of both schemes take in beyond what they pay, by year, above the months that their
// reserves would last.
//
// Contributions grow as assumed while prices and benefits stand still, so that a surplus is no
// finding: the headline tells the balance of the last year with what is assumed, and the note says
// that only differences between scenarios rest on what is simulated.
#include "report/run_chart_words.h"

#include "report/chart_bars.h"

#include <math.h>
#include <stdlib.h>

enum { PANELS = 2, FUNDS = 2 };

// Per cent of its spending within which a fund is told to break even (ours).
static const double even_percent = 1.0;

static const struct {
    const char *balance, *months, *name[2];
} funds[FUNDS] = {{"resident_fund_balance", "resident_fund_months", {"居民医保", "Residents"}},
                  {"employee_fund_balance", "employee_fund_months", {"职工医保统筹", "Employees"}}};

typedef struct Funds {
    const ChartSource *source;
    Language language;
    RunSeries balance[FUNDS], months[FUNDS];
    char headline[RUN_WORDS], subtitle[RUN_WORDS], note[RUN_WORDS], heading[PANELS][RUN_WORDS];
} Funds;

// Chinese counts yuan in units of 10,000 and 100 million; English is told millions.
static double unit_of(Language language) {
    return language == LANGUAGE_ZH ? 1.0 : 1e6;
}

static void divide(RunSeries *series, double by) {
    double *const columns[] = {series->value, series->low_50, series->high_50, series->low,
                               series->high};
    for (size_t k = 0; k < sizeof columns / sizeof *columns; k++)
        for (size_t i = 0; i < series->count; i++)
            columns[k][i] /= by;
}

static void read_series(Funds *chart) {
    for (int f = 0; f < FUNDS; f++) {
        run_series(&chart->balance[f], chart->source, funds[f].balance, WHOLE_CITY);
        run_series(&chart->months[f], chart->source, funds[f].months, WHOLE_CITY);
        divide(&chart->balance[f], unit_of(chart->language));
    }
}

// ---- what is said

// Spending of a year in the unit of the chart: the reserve is `months` of it.
static double spending_of_last_year(const Funds *chart) {
    const Results *results = chart->source->results;
    const FundYear *fund = results->year[run_last_year(chart->source) - results->first_year].fund;
    Fen spent = 0;
    for (int c = 0; c < results->counties; c++)
        spent += fund_spending(&fund[FUND_RESIDENTS + c]);
    return (double)(spent * results->scale) / 100.0 / unit_of(chart->language);
}

// Whether the residents' funds are in surplus (rise), in deficit (fall), or even in the last year.
static RunMove side_of(const Funds *chart) {
    const RunSeries *balance = &chart->balance[0];
    const size_t last = balance->count - 1;
    const double even = 0.01 * even_percent * spending_of_last_year(chart);
    const double value = balance->value[last];
    if (run_has_draws(chart->source)) {
        if (balance->low[last] > 0.0) return RUN_RISES;
        return balance->high[last] < 0.0 ? RUN_FALLS : RUN_UNSURE;
    }
    return fabs(value) <= even ? RUN_HOLDS : value > 0.0 ? RUN_RISES : RUN_FALLS;
}

static void say_balance(Funds *chart, RunMove side) {
    const Language language = chart->language;
    const RunSeries *balance = &chart->balance[0];
    const size_t last = balance->count - 1;
    char size[4 * TYPESET_NUMBER], low[4 * TYPESET_NUMBER], high[4 * TYPESET_NUMBER];
    const ChartFormat format = {THREE_DIGITS, ""};
    chart_value(size, fabs(balance->value[last]), NAN, NAN, format, language);
    if (side == RUN_HOLDS)
        run_say(chart->headline, "%s", run_in(language, "收支大致相抵", "about break even"));
    if (side == RUN_RISES)
        run_say(chart->headline,
                run_in(language, "结余%s元", "take in %s million yuan more than they pay"), size);
    if (side == RUN_FALLS)
        run_say(chart->headline,
                run_in(language, "亏空%s元", "pay %s million yuan more than they take in"), size);
    if (side != RUN_UNSURE) return;
    chart_change(low, balance->low[last], NAN, NAN, format, language);
    chart_change(high, balance->high[last], NAN, NAN, format, language);
    run_say(chart->headline,
            run_in(language, "是盈是亏尚难断定（%s至%s元）",
                   "may end in surplus or deficit (%s to %s million yuan)"),
            low, high);
}

// How long the reserve lasts, unless draws leave open whether there is one.
static void say_reserve(Funds *chart, const RunSeries *months) {
    const Language language = chart->language;
    const size_t last = months->count - 1;
    const int drawn = run_has_draws(chart->source);
    const double least = drawn ? months->low[last] : months->value[last];
    const double most = drawn ? months->high[last] : months->value[last];
    if (least > 0.0)
        run_say(chart->headline,
                run_in(language, "，累计结存可支付%.1f个月", "; the reserve lasts %.1f months"),
                months->value[last]);
    else if (most <= 0.0)
        run_say(chart->headline, "%s",
                run_in(language, "，累计结存已用完", "; the reserve is used up"));
}

static int falls_below_zero(const Funds *chart) {
    double low = 0.0, high = 0.0;
    for (int f = 0; f < FUNDS; f++)
        run_reach(&chart->months[f], &low, &high);
    return low < 0.0;
}

static void say_headline(Funds *chart) {
    const Language language = chart->language;
    const RunSeries *months = &chart->months[0];
    char city[RUN_NAME];
    run_city(city, chart->source, language);
    if (language == LANGUAGE_ZH)
        run_say(chart->headline, "按假设的缴费增长，%s居民医保基金%d年", city,
                run_last_year(chart->source));
    else
        run_say(chart->headline,
                "If contributions grow as assumed, the residents' funds of %s in %d ", city,
                run_last_year(chart->source));
    say_balance(chart, side_of(chart));
    say_reserve(chart, months);
}

static void say_rest(Funds *chart) {
    const Language language = chart->language;
    run_say(chart->subtitle, "%s",
            run_in(language, "居民医保（各县合计）和职工医保统筹基金；",
                   "Residents' funds of all counties and the employees' fund; "));
    run_tell_place_and_years(chart->subtitle, chart->source, language);
    if (!run_is_one_year(chart->source)) run_tell_bands(chart->subtitle, chart->source, language);
    run_note(chart->note, chart->source, RUN_SHOWS_MEDIAN, language);
    run_say(
        chart->note, "%s",
        run_in(language,
               "结余为缴费和补助减去支出（含清算和未模拟的支出）；缴费按假设增长而价格和待遇不变，"
               "期初结存为假设，所以水平不是预测，情景之间的差值较可靠。可支付月数为年末结存除以"
               "当年月均支出；不含个人账户。",
               "Balance: contributions and subsidies less spending, with clearing and what is "
               "not simulated. Contributions grow as assumed while prices and benefits stand "
               "still, and the first reserve is assumed: levels are no forecast, differences "
               "between scenarios are sounder. Cover: reserve over the year's mean monthly "
               "spending; without personal accounts."));
    run_say(chart->heading[0], "%s",
            run_in(language, "当期结余，元", "Balance of the year, millions of yuan"));
    run_say(chart->heading[1], "%s",
            run_in(language, "年末结存可支付月数", "Months that the reserve lasts"));
}

// ---- the chart

static Status draw_years(const Funds *chart, const ChartStyle *style, const char *folder,
                         const char *name, Report *report) {
    FanSeries balance[FUNDS], months[FUNDS];
    for (int f = 0; f < FUNDS; f++) {
        const char *fund = run_in(style->language, funds[f].name[0], funds[f].name[1]);
        const ChartTone tone = f == 0 ? TONE_ACCENT : TONE_GREY;
        balance[f] = run_line(&chart->balance[f], fund, tone);
        months[f] = run_line(&chart->months[f], fund, tone);
    }
    const FanPanel panels[PANELS] = {{.heading = chart->heading[0],
                                      .format = {THREE_DIGITS, ""},
                                      .series = balance,
                                      .series_count = FUNDS,
                                      .is_difference = 1},
                                     {.heading = chart->heading[1],
                                      .format = {1, ""},
                                      .is_difference = falls_below_zero(chart),
                                      .series = months,
                                      .series_count = FUNDS}};
    const FanChart fan = {.text = {chart->headline, chart->subtitle, chart->note},
                          .panels = panels,
                          .panel_count = PANELS,
                          .shared_until = NAN};
    return chart_draw_fan(&fan, style, folder, name, report);
}

// Of one year: the months alone, for a bar cannot be below zero.
static Status draw_year(const Funds *chart, const ChartStyle *style, const char *folder,
                        const char *name, Report *report) {
    Bar bars[FUNDS];
    for (int f = 0; f < FUNDS; f++)
        bars[f] = (Bar){run_in(style->language, funds[f].name[0], funds[f].name[1]),
                        f == 0 ? TONE_ACCENT : TONE_GREY, chart->months[f].value[0],
                        chart->months[f].low[0], chart->months[f].high[0]};
    const BarsPanel panel = {.heading = chart->heading[1],
                             .format = {1, ""},
                             .bars = bars,
                             .bar_count = FUNDS,
                             .reported = NAN};
    const BarsChart one = {.text = {chart->headline, chart->subtitle, chart->note},
                           .panels = &panel,
                           .panel_count = 1};
    return chart_draw_bars(&one, style, folder, name, report);
}

static int has_values(const Funds *chart) {
    for (int f = 0; f < FUNDS; f++)
        if (chart->balance[f].count == 0 || chart->months[f].count == 0) return 0;
    return 1;
}

static Status draw(const ChartSource *source, const ChartStyle *style, const char *folder,
                   const char *name, Report *report) {
    Funds *chart = report_calloc(report, 1, sizeof *chart);
    if (!chart) return STATUS_NO_MEMORY;
    chart->source = source;
    chart->language = style->language;
    read_series(chart);
    Status status;
    if (has_values(chart)) {
        say_headline(chart);
        say_rest(chart);
        status = run_is_one_year(source) ? draw_year(chart, style, folder, name, report)
                                         : draw_years(chart, style, folder, name, report);
    } else {
        status = report_problem(report, STATUS_INVALID,
                                "the funds paid nothing in these years; draw it from a larger run");
    }
    free(chart);
    return status;
}

const RunChart run_chart_funds = {
    .info = {"funds", "医保基金结余和结存", "balance and reserve of the funds",
             "balance of the residents' and the employees' funds by year, above the months that "
             "their reserves last"},
    .draw = draw,
};
