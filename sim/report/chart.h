// SPDX-License-Identifier: MIT
// A chart: a headline that states the finding, a subtitle that says what is measured, a body, and a
// note with its standing and source, in the sizes that a newspaper, a telephone and a screen need.
//
// Every chart is four kinds of files of one name: NAME.png (300 dots an inch), NAME.svg, NAME.csv
// with the numbers that are drawn, and NAME.gp, which draws both pictures again by `gnuplot
// NAME.gp` in that folder. C decides where things stand (it can measure text); how they look is in
// plots/: style.gp for all charts and one file for each kind, copied into NAME.gp behind the
// numbers that C computed. All lengths are pixels from the top left corner of the picture.
#ifndef HXSIM_REPORT_CHART_H
#define HXSIM_REPORT_CHART_H

#include "base/status.h"
#include "report/typeset.h"

#include <stddef.h>

// What may be drawn; PDF will be one more.
enum { CHART_PNG = 1, CHART_SVG = 2 };

// A picture for one place: its width, and type that can be read there.
typedef struct ChartSize {
    const char *name;
    double width;
    double height;       // 0: as high as the chart needs
    double headline;     // size of type
    double label;        // size of type
    double note;         // size of type
    double margin;       // left and right
    double body_ratio;   // height of the body / width, where the height is free
    size_t grid_columns; // of small multiples
} ChartSize;

typedef struct ChartStyle {
    const ChartSize *size;
    Language language;        // of number formats; texts come as they are to be printed
    unsigned formats;         // CHART_PNG | CHART_SVG
    const char *plots_folder; // where style.gp and the charts' own .gp stand
} ChartStyle;

// The words around a chart, in the language asked for.
typedef struct ChartText {
    const char *headline; // the finding, computed from the numbers
    const char *subtitle; // measure, unit, place, period
    const char *note;     // simulated, not a forecast; draws, scale, seed, version; source
} ChartText;

// How a value is written: decimals below 10,000, and what follows it ("%", "天", " days").
// THREE_DIGITS are for counts: from 10,000 upwards an English reader is told as much as a Chinese
// one, 177,000 and 17.7万.
enum { THREE_DIGITS = -3 };
typedef struct ChartFormat {
    int decimals;
    const char *unit;
} ChartFormat;

// The colours by their part in the story; plots/style.gp says which they are.
typedef enum ChartTone {
    TONE_GREY,       // what the accent is seen against
    TONE_ACCENT,     // what the headline is about
    TONE_SECOND,     // the accent's opponent, where one is needed
    TONE_BACKGROUND, // a national or other background: grey and dashed
    TONE_INK,        // shared history
    TONE_REPORTED,   // reported figures: like ink
    TONE_COUNT
} ChartTone;

// The size of that name, or NULL.
const ChartSize *chart_size_find(const char *name);

// The names of all sizes, ended by NULL.
const char *const *chart_size_names(void);

// The name of a tone in plots/style.gp.
const char *chart_tone_name(ChartTone tone);

// A value with its unit; with an interval behind it where `low` and `high` are two
// numbers: 52.6%（50.1–54.9）.
void chart_value(char out[4 * TYPESET_NUMBER], double value, double low, double high,
                 ChartFormat format, Language language);

// A change with its sign, and with that of its bounds: +0.9%（+0.4至+1.6）.
void chart_change(char out[4 * TYPESET_NUMBER], double value, double low, double high,
                  ChartFormat format, Language language);

#endif
