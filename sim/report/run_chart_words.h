// SPDX-License-Identifier: MIT
// What the charts of a run say in common: numbers and changes in words, names of places, the note
// below, and the dates of reforms.
#ifndef HXSIM_REPORT_RUN_CHART_WORDS_H
#define HXSIM_REPORT_RUN_CHART_WORDS_H

#include "report/chart_markers.h"
#include "report/chart_fan.h"
#include "report/reported.h"
#include "report/run_series.h"

enum { RUN_WORDS = 1024, RUN_NAME = 96 };

// The text of the language.
const char *run_in(Language language, const char *zh, const char *en);

// Appends to a text of RUN_WORDS bytes, printf style.
void run_say(char text[RUN_WORDS], const char *format, ...) __attribute__((format(printf, 2, 3)));

// A change with its sign: +0.6, −1.2; and to so many decimals.
void run_signed(char out[TYPESET_NUMBER], double change);
void run_signed_to(char out[TYPESET_NUMBER], double change, int decimals);

// Makes a label begin with a capital, if it is English.
void run_capital(char *label, Language language);

// The name of a member of a list as a label begins: Bed and nursing.
void run_entity(char out[RUN_NAME], const Entity *entity, Language language);

// The city, and a county of it as a newspaper calls it: 麻阳县 for 麻阳苗族自治县, Mayang for
// Mayang Miao Autonomous County, unless the city is called the same. What a name says in brackets
// is for the subtitle alone.
void run_city(char out[RUN_NAME], const ChartSource *source, Language language);
void run_county(char out[RUN_NAME], const City *city, const County *county, Language language);

// Appends what every note begins with: how it stands with the truth, and how it was made. Of
// several replicates a chart shows the first, or their median with intervals.
typedef enum RunShows { RUN_SHOWS_FIRST, RUN_SHOWS_MEDIAN } RunShows;
void run_note(char note[RUN_WORDS], const ChartSource *source, RunShows shows, Language language);

// Appends where a figure was printed.
void run_cite(char note[RUN_WORDS], const Figure *figure, Language language);

// Appends what every subtitle ends with: where, when, and that it is simulated.
void run_tell_place_and_years(char text[RUN_WORDS], const ChartSource *source, Language language);

// Appends what line and bands are, where a subtitle stands above a fan.
void run_tell_bands(char text[RUN_WORDS], const ChartSource *source, Language language);

// Appends that the axis of values between these is cut, if it is: of shares in per cent, and of
// values whose axis has another least span.
void run_tell_cut_axis(char text[RUN_WORDS], double low, double high, Language language);
void run_tell_cut_axis_of(char text[RUN_WORDS], double low, double high, double least_span,
                          Language language);

// The starts of reforms within the years drawn, those of one day together.
typedef struct RunMarkers {
    FanMarker markers[CHART_MARKERS];
    char labels[CHART_MARKERS][RUN_WORDS];
    size_t count;
} RunMarkers;

// Named in this language, in the order of their dates.
void run_markers(RunMarkers *markers, const ChartSource *source, Language language);

#endif
