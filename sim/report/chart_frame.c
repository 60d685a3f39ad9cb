// SPDX-License-Identifier: MIT
#include "report/chart_frame.h"

#include <math.h>

// Distances of the frame in sizes of its own type, from the top of the picture down.
static const double mark_top = 0.40, mark_height = 0.44, mark_width = 1.45;
static const double headline_first = 1.72, headline_pitch = 1.24;
static const double subtitle_gap = 1.52, subtitle_pitch = 1.42, subtitle_after = 1.25;
static const double note_gap = 2.0, note_pitch = 1.5, note_after = 1.2;

static double headline_y(const ChartFrame *frame, size_t line) {
    return frame->style->size->headline * (headline_first + headline_pitch * (double)line);
}

static double subtitle_y(const ChartFrame *frame, size_t line) {
    const double above = headline_y(frame, frame->headline.count - 1);
    return above + 0.45 * frame->style->size->headline +
           frame->em * (subtitle_gap - 0.3 + subtitle_pitch * (double)line);
}

static double note_y(const ChartFrame *frame, size_t line) {
    const double pitch = note_pitch * frame->style->size->note;
    const double last = frame->height - note_after * frame->style->size->note;
    return last - pitch * (double)(frame->note.count - 1 - line);
}

static double note_height(const ChartFrame *frame) {
    const double lines = (double)(frame->note.count - 1) * note_pitch;
    return frame->style->size->note * (note_gap + lines + note_after);
}

void chart_frame_init(ChartFrame *frame, const ChartText *text, const ChartStyle *style,
                      double body_height) {
    const ChartSize *size = style->size;
    const double across = size->width - 2.0 * size->margin;
    *frame = (ChartFrame){
        .text = text,
        .style = style,
        .em = size->label,
        .width = size->width,
        .left = size->margin,
        .right = size->width - size->margin,
        .headline = typeset_balance(text->headline, across / size->headline, TYPESET_BOLD),
        .subtitle = typeset_fill(text->subtitle, across / size->label, TYPESET_REGULAR),
        .note = typeset_fill(text->note, across / size->note, TYPESET_REGULAR),
    };
    frame->body_top = subtitle_y(frame, frame->subtitle.count - 1) + subtitle_after * frame->em;
    if (size->height > 0.0) {
        frame->height = size->height;
        frame->body_bottom = size->height - note_height(frame);
    } else {
        frame->body_bottom = frame->body_top + body_height;
        frame->height = ceil(frame->body_bottom + note_height(frame));
    }
}

void chart_frame_write_sizes(const ChartFrame *frame, FILE *script, const char *name) {
    const ChartStyle *style = frame->style;
    const int png = (style->formats & CHART_PNG) != 0, svg = (style->formats & CHART_SVG) != 0;
    script_word(script, "name", name);
    script_word(script, "formats", png && svg ? "png svg" : svg ? "svg" : "png");
    script_number(script, "width", frame->width);
    script_number(script, "height", frame->height);
    script_number(script, "headline_size", style->size->headline);
    script_number(script, "label_size", style->size->label);
    script_number(script, "note_size", style->size->note);
}

static void write_lines(const ChartFrame *frame, FILE *script, const TypesetLines *lines,
                        double (*y)(const ChartFrame *, size_t), double type, const char *role,
                        ChartTone tone) {
    for (size_t i = 0; i < lines->count; i++)
        script_text(
            script, lines->line[i],
            (ScriptPlace){frame->left - type * typeset_hang_em(&lines->line[i]), y(frame, i)},
            ALIGN_LEFT, role, tone);
}

void chart_frame_write_text(const ChartFrame *frame, FILE *script) {
    const double unit = frame->style->size->headline;
    const double top = mark_top * unit, bottom = (mark_top + mark_height) * unit;
    fprintf(script, "set object rectangle from %.2f,%.2f to %.2f,%.2f @mark\n", frame->left, top,
            frame->left + mark_width * unit, bottom);
    write_lines(frame, script, &frame->headline, headline_y, unit, "headline", TONE_INK);
    write_lines(frame, script, &frame->subtitle, subtitle_y, frame->em, "label", TONE_GREY);
    write_lines(frame, script, &frame->note, note_y, frame->style->size->note, "note", TONE_GREY);
}
