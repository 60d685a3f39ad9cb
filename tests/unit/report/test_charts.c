// SPDX-License-Identifier: MIT
#include "report/chart.h"

#include "report/chart_fan.h"
#include "report/chart_image.h"
#include "report/chart_multiples.h"
#include "report/chart_sankey.h"
#include "report/gnuplot.h"
#include "unit/claim.h"
#include "unit/report/example_charts.h"
#include "unit/report/labels.h"
#include "unit/report/workshop.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

typedef Status Example(const ChartStyle *style, const char *folder, const char *name,
                       Report *report);

static Example *const examples[] = {example_fan,    example_panels,    example_crowd,
                                    example_sankey, example_multiples, example_bars};
enum { EXAMPLES = sizeof examples / sizeof *examples };

static ChartStyle style_of(const char *size, Language language) {
    const ChartStyle style = {chart_size_find(size), language, CHART_PNG | CHART_SVG, "plots"};
    ck_assert_ptr_nonnull(style.size);
    return style;
}

// Draws into the workshop and asserts that nothing was complained about.
static void draw(Example *example, const ChartStyle *style, const Workshop *workshop,
                 const char *name) {
    Report report;
    report_init(&report);
    const Status status = example(style, workshop->folder, name, &report);
    ck_assert_msg(report.count == 0, "%s", report.count ? report.messages[0] : "");
    ck_assert_int_eq(status, STATUS_OK);
    report_free(&report);
}

static unsigned number_at(const char *bytes) {
    const unsigned char *b = (const unsigned char *)bytes;
    return (unsigned)b[0] << 24 | (unsigned)b[1] << 16 | (unsigned)b[2] << 8 | b[3];
}

static void assert_png(const Workshop *workshop, const char *name, unsigned width) {
    size_t length;
    char *png = workshop_read(workshop, name, &length);
    ck_assert_uint_gt(length, 10000);
    ck_assert_uint_eq(number_at(png + 16), width);
    ck_assert(memcmp(png + 37, "pHYs", 4) == 0);
    ck_assert_uint_eq(number_at(png + 41), 11811);
    ck_assert_uint_eq(number_at(png + 45), 11811);
    ck_assert_int_eq(png[49], 1);
    ck_assert(memcmp(png + length - 8, "IEND", 4) == 0);
    free(png);
}

static void assert_svg(const Workshop *workshop, const char *name) {
    size_t length;
    char *svg = workshop_read(workshop, name, &length);
    ck_assert_ptr_nonnull(strstr(svg, "</svg>"));
    ck_assert_ptr_null(strstr(svg, "Produced by"));
    ck_assert_ptr_nonnull(strstr(svg, "font-weight=\"bold\""));
    ck_assert_ptr_nonnull(strstr(svg, "PingFang SC"));
    free(svg);
}

TEST(files) {
    for (int language = LANGUAGE_ZH; language <= LANGUAGE_EN; language++)
        for (size_t i = 0; i < EXAMPLES; i++) {
            const ChartStyle style = style_of("print18cm", (Language)language);
            Workshop workshop;
            workshop_open(&workshop);
            draw(examples[i], &style, &workshop, "chart");
            ck_assert_uint_eq(workshop_count(&workshop), 4);
            assert_png(&workshop, "chart.png", 2126);
            assert_svg(&workshop, "chart.svg");
            ck_assert(workshop_has(&workshop, "chart.gp"));
            size_t length;
            char *table = workshop_read(&workshop, "chart.csv", &length);
            ck_assert(memcmp(table, "\xEF\xBB\xBF", 3) == 0);
            ck_assert(memcmp(table + length - 2, "\r\n", 2) == 0);
            free(table);
            workshop_close(&workshop);
        }
}

TEST(labels) {
    static const char *const kinds[] = {"fan", "panels", "crowd", "sankey", "multiples", "bars"};
    for (const char *const *size = chart_size_names(); *size; size++)
        for (int language = LANGUAGE_ZH; language <= LANGUAGE_EN; language++)
            for (size_t i = 0; i < EXAMPLES; i++) {
                ChartStyle style = style_of(*size, (Language)language);
                style.formats = CHART_SVG;
                Workshop workshop;
                workshop_open(&workshop);
                draw(examples[i], &style, &workshop, "chart");
                size_t length;
                char what[64], *script = workshop_read(&workshop, "chart.gp", &length);
                snprintf(what, sizeof what, "%s %s %d", kinds[i], *size, language);
                labels_assert_clear(script, what);
                free(script);
                workshop_close(&workshop);
            }
}

static void assert_same(const Workshop *a, const Workshop *b, const char *name) {
    size_t length_a, length_b;
    char *bytes_a = workshop_read(a, name, &length_a), *bytes_b = workshop_read(b, name, &length_b);
    ck_assert_uint_eq(length_a, length_b);
    ck_assert(memcmp(bytes_a, bytes_b, length_a) == 0);
    free(bytes_a);
    free(bytes_b);
}

TEST(same_bytes) {
    static const char *const names[] = {"chart.png", "chart.svg", "chart.gp", "chart.csv"};
    for (size_t i = 0; i < EXAMPLES; i++) {
        const ChartStyle style = style_of("wechat", LANGUAGE_ZH);
        Workshop a, b;
        workshop_open(&a);
        workshop_open(&b);
        draw(examples[i], &style, &a, "chart");
        draw(examples[i], &style, &b, "chart");
        for (size_t k = 0; k < 4; k++)
            assert_same(&a, &b, names[k]);
        workshop_close(&a);
        workshop_close(&b);
    }
}

static void copy(const Workshop *from, const Workshop *to, const char *name) {
    size_t length;
    char *bytes = workshop_read(from, name, &length);
    workshop_write(to, name, bytes);
    free(bytes);
}

TEST(redrawn) {
    for (size_t i = 0; i < EXAMPLES; i++) {
        const ChartStyle style = style_of("web", LANGUAGE_EN);
        Workshop drawn, again;
        Report report;
        report_init(&report);
        workshop_open(&drawn);
        workshop_open(&again);
        draw(examples[i], &style, &drawn, "chart");
        copy(&drawn, &again, "chart.gp");
        copy(&drawn, &again, "chart.csv");
        ck_assert_int_eq(gnuplot_run(again.folder, "chart.gp", 20.0, &report), STATUS_OK);
        char path[WORKSHOP_PATH];
        workshop_path(&again, "chart.png", path);
        ck_assert_int_eq(chart_image_finish_png(path, &report), STATUS_OK);
        assert_same(&drawn, &again, "chart.png");
        ck_assert(workshop_has(&again, "chart.svg"));
        report_free(&report);
        workshop_close(&drawn);
        workshop_close(&again);
    }
}

TEST(without_gnuplot) {
    const ChartStyle style = style_of("web", LANGUAGE_ZH);
    Workshop workshop, empty;
    Report report;
    report_init(&report);
    workshop_open(&workshop);
    workshop_open(&empty);
    char *search_path = strdup(getenv("PATH"));
    setenv("PATH", empty.folder, 1);
    ck_assert_int_eq(example_fan(&style, workshop.folder, "chart", &report), STATUS_UNAVAILABLE);
    setenv("PATH", search_path, 1);
    free(search_path);
    ck_assert_ptr_nonnull(strstr(report.messages[0], "apt-get install gnuplot-nox"));
    ck_assert_uint_eq(workshop_count(&workshop), 2);
    ck_assert(workshop_has(&workshop, "chart.gp"));
    ck_assert(workshop_has(&workshop, "chart.csv"));
    report_free(&report);
    workshop_close(&workshop);
    workshop_close(&empty);
}

static void assert_refused(Status expected, Status status, Report *report, const char *words) {
    ck_assert_int_eq(status, expected);
    ck_assert_uint_eq(report->count, 1);
    ck_assert_msg(strstr(report->messages[0], words) != NULL, "'%s' does not say '%s'",
                  report->messages[0], words);
    report_free(report);
}

TEST(bad_places) {
    ChartStyle style = style_of("web", LANGUAGE_ZH);
    Workshop workshop;
    Report report;
    report_init(&report);
    workshop_open(&workshop);
    assert_refused(STATUS_USAGE, example_fan(&style, workshop.folder, "../chart", &report), &report,
                   "cannot name a chart's files");
    assert_refused(STATUS_NO_OUTPUT, example_fan(&style, "/nowhere/at/all", "chart", &report),
                   &report, "cannot be written there");
    style.plots_folder = "/nowhere";
    assert_refused(STATUS_NO_INPUT, example_fan(&style, workshop.folder, "chart", &report), &report,
                   "style.gp: cannot be read");
    ck_assert_uint_eq(workshop_count(&workshop), 0);
    workshop_close(&workshop);
}

TEST(bad_fans) {
    const ChartStyle style = style_of("web", LANGUAGE_ZH);
    const double times[] = {2023, 2024}, back[] = {2024, 2023}, values[] = {3.7, 4.1};
    const double broken[] = {3.7, (double)NAN};
    FanSeries series = {"a", TONE_ACCENT, 2, times, broken, NULL, NULL, NULL, NULL};
    const FanPanel panel = {.format = {1, "%"}, .series = &series, .series_count = 1};
    FanChart chart = {{"a", "b", "c"}, &panel, 1, NULL, 0, NAN};
    Report report;
    report_init(&report);
    assert_refused(STATUS_INVALID, chart_draw_fan(&chart, &style, ".", "x", &report), &report,
                   "a value of a line is not a number");
    series.median = values;
    series.time = back;
    assert_refused(STATUS_INVALID, chart_draw_fan(&chart, &style, ".", "x", &report), &report,
                   "years of a line do not rise");
    series.count = 0;
    assert_refused(STATUS_INVALID, chart_draw_fan(&chart, &style, ".", "x", &report), &report,
                   "a line has no values");
    chart.panel_count = 0;
    assert_refused(STATUS_INVALID, chart_draw_fan(&chart, &style, ".", "x", &report), &report,
                   "no panel");
}

// Bands whose values are all missing leave the same files as none, labels where they were.
TEST(empty_band) {
    const ChartStyle style = style_of("web", LANGUAGE_EN);
    const double times[] = {2023, 2024, 2025}, values[] = {3.7, 4.1, 4.6};
    const double missing[] = {(double)NAN, (double)NAN, (double)NAN};
    const FanBound bound = {2023.8, 2024.2, 2.3, FAN_AT_LEAST, "Reported: at least 2.3"};
    FanSeries series = {.name = "a", .count = 3, .time = times, .median = values};
    const FanPanel panel = {.format = {1, "%"},
                            .series = &series,
                            .series_count = 1,
                            .bounds = &bound,
                            .bound_count = 1};
    const FanChart chart = {{"a", "b", "c"}, &panel, 1, NULL, 0, NAN};
    Workshop without, with;
    Report report;
    report_init(&report);
    workshop_open(&without);
    workshop_open(&with);
    ck_assert_int_eq(chart_draw_fan(&chart, &style, without.folder, "chart", &report), STATUS_OK);
    series.low_90 = series.high_90 = missing;
    ck_assert_int_eq(chart_draw_fan(&chart, &style, with.folder, "chart", &report), STATUS_OK);
    assert_same(&without, &with, "chart.gp");
    assert_same(&without, &with, "chart.csv");
    report_free(&report);
    workshop_close(&without);
    workshop_close(&with);
}

TEST(bad_flows) {
    const ChartStyle style = style_of("web", LANGUAGE_ZH);
    const char *const headings[] = {"a", "b"};
    const SankeyNode nodes[] = {{"a", 0, TONE_GREY}, {"b", 1, TONE_GREY}};
    SankeyFlow flow = {0, 1, -3.2, TONE_GREY};
    SankeyChart chart = {{"a", "b", "c"}, headings, 2, nodes, 2, &flow, 1, {0, ""}};
    Report report;
    report_init(&report);
    assert_refused(STATUS_INVALID, chart_draw_sankey(&chart, &style, ".", "x", &report), &report,
                   "not a number of people");
    flow.value = 0.0;
    assert_refused(STATUS_INVALID, chart_draw_sankey(&chart, &style, ".", "x", &report), &report,
                   "nobody goes through");
    flow.to = 0;
    assert_refused(STATUS_INVALID, chart_draw_sankey(&chart, &style, ".", "x", &report), &report,
                   "does not lead to the next column");
    chart.column_count = 1;
    assert_refused(STATUS_INVALID, chart_draw_sankey(&chart, &style, ".", "x", &report), &report,
                   "fewer than 2");
}

TEST(bad_multiples) {
    const ChartStyle style = style_of("web", LANGUAGE_ZH);
    const double times[] = {2023, 2024}, broken[] = {(double)INFINITY, 2.1};
    const MultiplesPanel panel = {"a", broken, NULL, NULL, NULL, 0, NULL};
    MultiplesChart chart = {{"a", "b", "c"}, times, 2, &panel, 1, {0, "%"}, NAN, 0};
    Report report;
    report_init(&report);
    assert_refused(STATUS_INVALID, chart_draw_multiples(&chart, &style, ".", "x", &report), &report,
                   "a value of a place is not a number");
    chart.count = 1;
    assert_refused(STATUS_INVALID, chart_draw_multiples(&chart, &style, ".", "x", &report), &report,
                   "fewer than two years");
}

// A finished picture, cut at `keep` bytes or with one byte changed, must be refused.
static void assert_broken(const Workshop *workshop, const char *bytes, size_t length) {
    char path[WORKSHOP_PATH];
    Report report;
    report_init(&report);
    workshop_path(workshop, "broken.png", path);
    FILE *stream = fopen(path, "wb");
    ck_assert_ptr_nonnull(stream);
    fwrite(bytes, 1, length, stream);
    fclose(stream);
    assert_refused(STATUS_IO, chart_image_finish_png(path, &report), &report, "not whole");
}

TEST(broken_pictures) {
    const ChartStyle style = style_of("web", LANGUAGE_ZH);
    Workshop workshop;
    Report report;
    report_init(&report);
    workshop_open(&workshop);
    draw(example_fan, &style, &workshop, "chart");
    size_t length;
    char *png = workshop_read(&workshop, "chart.png", &length);
    assert_broken(&workshop, png, 0);
    assert_broken(&workshop, png, length - 12);
    assert_broken(&workshop, png, length / 2);
    png[length / 2] = (char)(png[length / 2] ^ 0x40);
    assert_broken(&workshop, png, length);
    free(png);

    char path[WORKSHOP_PATH];
    workshop_write(&workshop, "broken.svg", "<?xml version=\"1.0\"?><svg><g>");
    workshop_path(&workshop, "broken.svg", path);
    assert_refused(STATUS_IO, chart_image_finish_svg(path, "t", "d", &report), &report, "</svg>");
    workshop_path(&workshop, "missing.png", path);
    assert_refused(STATUS_IO, chart_image_finish_png(path, &report), &report, "did not write it");
    workshop_close(&workshop);
}

TEST(full_disk) {
    const ChartStyle style = style_of("web", LANGUAGE_ZH);
    Workshop workshop;
    Report report;
    report_init(&report);
    workshop_open(&workshop);
    workshop_write(&workshop, "gnuplot", "#!/bin/sh\n: > chart.png; : > chart.svg\n");
    char path[WORKSHOP_PATH], *search_path = strdup(getenv("PATH"));
    workshop_path(&workshop, "gnuplot", path);
    ck_assert_int_eq(chmod(path, 0700), 0);
    setenv("PATH", workshop.folder, 1);
    const Status status = example_fan(&style, workshop.folder, "chart", &report);
    setenv("PATH", search_path, 1);
    free(search_path);
    assert_refused(STATUS_IO, status, &report, "not whole");
    ck_assert(!workshop_has(&workshop, "chart.png"));
    ck_assert(workshop_has(&workshop, "chart.csv"));
    workshop_close(&workshop);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("each kind of chart is a whole PNG at 300 dpi, an SVG, a script and a table", files),
        CLAIM("no label is clipped or covers another, in any kind, size and language", labels),
        CLAIM("the same chart is the same bytes each time", same_bytes),
        CLAIM("a chart is drawn again by its script beside its table", redrawn),
        CLAIM("without gnuplot the script and the table are kept, and a line says what is missing",
              without_gnuplot),
        CLAIM("a chart that cannot be written leaves nothing behind", bad_places),
        CLAIM("lines without values, with gaps or out of order are refused", bad_fans),
        CLAIM("a band without values is no band", empty_band),
        CLAIM("flows that are negative, empty or lead astray are refused", bad_flows),
        CLAIM("small multiples with broken numbers are refused", bad_multiples),
        CLAIM("a picture that is cut or altered is not taken for whole", broken_pictures),
        CLAIM("pictures left empty by a full disk are reported, not delivered", full_disk),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
