// SPDX-License-Identifier: MIT
#include "report/chart_parts.h"
#include "report/transplant_chart.h"
#include "report/transplant_tables.h"

#include <math.h>
#include <stdlib.h>

enum { WHOLE_GAP, FIRST_PART, REST = FIRST_PART + BLOCKS, ROWS };

typedef struct Parts {
    PartsChart chart;
    int one[PARTS_STRIPS], other[PARTS_STRIPS];
    Gap gap[PARTS_STRIPS];
    double widest; // the greatest of them, without its sign
    char strips[PARTS_STRIPS][RUN_NAME], words[PARTS_STRIPS][ROWS][RUN_NAME];
    Words say;
} Parts;

// ---- cells

// All values with the decimals that the widest gap needs.
static void say_value(char words[RUN_NAME], const Parts *parts, const Shown *what, double value) {
    char text[4 * TYPESET_NUMBER];
    CompareSource source;
    const ComparePair pair = transplant_pair(what, 0, &source);
    const Difference difference = {.central = parts->widest, .band = {NAN, NAN, NAN, NAN, NAN}};
    compare_signed(text, &pair, &difference, value);
    snprintf(words, RUN_NAME, "%.90s", text);
}

static void fill_whole(Parts *parts, const Shown *what, size_t s) {
    const Gap gap = parts->gap[s];
    const bool drawn = isfinite(gap.low);
    say_value(parts->words[s][WHOLE_GAP], parts, what, gap.central);
    parts->chart.cells[s][WHOLE_GAP] =
        (PartsCell){.value = gap.central,
                    .low = drawn ? gap.low : gap.central - 2 * gap.error,
                    .high = drawn ? gap.high : gap.central + 2 * gap.error,
                    .words = parts->words[s][WHOLE_GAP],
                    .tone = TONE_INK};
}

// A part is told from the others only if it rests on print and stands out from chance.
static void fill_block(Parts *parts, const Shown *what, size_t s, Block block) {
    const Part part =
        swaps_part(what->swaps, parts->one[s], parts->other[s], block, what->indicator);
    const bool stands_out = !part.synthetic && fabs(part.part) > 2 * part.error;
    char *words = parts->words[s][FIRST_PART + block];
    if (part.moves)
        say_value(words, parts, what, part.part);
    else
        snprintf(words, RUN_NAME, "%s", transplant_say_in(what, "两地相同", "the same"));
    parts->chart.cells[s][FIRST_PART + block] =
        (PartsCell){.value = part.part,
                    .low = part.moves ? part.part - 2 * part.error : NAN,
                    .high = part.moves ? part.part + 2 * part.error : NAN,
                    .words = words,
                    .tone = part.moves && stands_out ? TONE_ACCENT : TONE_GREY};
}

static void fill_strip(Parts *parts, const Shown *what, size_t s) {
    double rest;
    fill_whole(parts, what, s);
    rest = parts->gap[s].central;
    for (int block = 0; block < BLOCKS; block++) {
        fill_block(parts, what, s, (Block)block);
        rest -= parts->chart.cells[s][FIRST_PART + block].value;
    }
    say_value(parts->words[s][REST], parts, what, rest);
    parts->chart.cells[s][REST] = (PartsCell){
        .value = rest, .low = NAN, .high = NAN, .words = parts->words[s][REST], .tone = TONE_GREY};
    const Transplant *transplant = what->transplant;
    snprintf(parts->strips[s], RUN_NAME, transplant_say_in(what, "%s 减 %s", "%s minus %s"),
             transplant_city_name(&transplant->city[parts->other[s]], what->language),
             transplant_city_name(&transplant->city[parts->one[s]], what->language));
    parts->chart.strips[s] = parts->strips[s];
}

static void list_pairs(Parts *parts, const Shown *what) {
    const Transplant *transplant = what->transplant;
    for (int one = 0; one < transplant->city_count; one++)
        for (int other = 0; other < transplant->city_count; other++) {
            const size_t s = parts->chart.strip_count;
            if (s == PARTS_STRIPS || !transplant_is_first(transplant, one, other) ||
                !swaps_have(what->swaps, one, other))
                continue;
            parts->one[s] = one;
            parts->other[s] = other;
            parts->gap[s] = transplant_gap(transplant, one, other, what->indicator);
            parts->widest = fmax(parts->widest, fabs(parts->gap[s].central));
            parts->chart.strip_count++;
        }
}

static void name_rows(Parts *parts, const Shown *what) {
    PartsChart *chart = &parts->chart;
    chart->row_count = ROWS;
    chart->rows[WHOLE_GAP] = transplant_say_in(what, "两地差值之差", "gap between both");
    for (int block = 0; block < BLOCKS; block++)
        chart->rows[FIRST_PART + block] =
            transplant_say_in(what, block_infos[block].zh, block_infos[block].en);
    chart->rows[REST] = transplant_say_in(what, "其余", "rest");
    chart->accent_words = transplant_say_in(what, "■ 有报道或公布数字为据，且超出随机误差",
                                            "■ rests on print, beyond chance");
    chart->grey_words = transplant_say_in(what, "■ 合成或假设的输入，或在随机误差之内",
                                          "■ synthetic or assumed, or within chance");
}

// ---- words

// Whether neither chance nor the draws leave the sign of a gap open.
static bool is_sure(const Gap *gap) {
    return fabs(gap->central) > 2 * gap->error && !(gap->low * gap->high <= 0);
}

// The pair that is furthest apart among those that are surely apart; PARTS_STRIPS: none.
static size_t widest_of(const Parts *parts) {
    size_t widest = PARTS_STRIPS;
    for (size_t s = 0; s < parts->chart.strip_count; s++)
        if (is_sure(&parts->gap[s]) &&
            (widest == PARTS_STRIPS ||
             fabs(parts->gap[s].central) > fabs(parts->gap[widest].central)))
            widest = s;
    return widest;
}

static void say_gap(Parts *parts, const Shown *what, size_t s) {
    const Transplant *transplant = what->transplant;
    const double central = parts->gap[s].central;
    const Difference difference = {.central = central, .band = {NAN, NAN, NAN, NAN, NAN}};
    char size[4 * TYPESET_NUMBER];
    CompareSource source;
    const ComparePair pair = transplant_pair(what, 0, &source);
    const Block reason =
        transplant_reason(transplant, what->swaps, parts->one[s], parts->other[s], what->indicator);
    const int higher = central > 0 ? parts->other[s] : parts->one[s];
    const int lower = central > 0 ? parts->one[s] : parts->other[s];
    compare_size(size, &pair, &difference, fabs(central));
    run_say(parts->say.headline,
            transplant_say_in(what, "同样的改革，%s的变化在%s比在%s高%s%s",
                              "Same reforms: the change in %s is higher in %s than in %s, by %s%s"),
            compare_measure(&pair), transplant_city_name(&transplant->city[higher], what->language),
            transplant_city_name(&transplant->city[lower], what->language), size,
            compare_unit_of_difference(&pair));
    if (reason == BLOCKS)
        run_say(parts->say.headline, "%s",
                transplant_say_in(what, "；没有一项有据可依的起始条件说明原因",
                                  "; nothing in print says why"));
    else
        run_say(parts->say.headline,
                transplant_say_in(what, "；有据可依的条件中“%s”说明得最多",
                                  "; of what is in print, %s says most of why"),
                transplant_say_in(what, block_infos[reason].zh, block_infos[reason].en));
}

static void say_rest(Parts *parts, const Shown *what) {
    CompareSource source;
    const ComparePair pair = transplant_pair(what, 0, &source);
    const bool drawn = isfinite(parts->gap[0].low);
    char measure[RUN_NAME];
    compare_indicator(measure, &pair);
    run_say(parts->say.subtitle,
            transplant_say_in(
                what, "%s（%s）：改革带来的变化，两地之差及各块起始条件所占部分，%d年，模拟",
                "%s,%s: what the reforms change, the gap between two cities and what "
                "each block of starting conditions has in it; %d, simulated"),
            measure, compare_unit_of_difference(&pair), transplant_year(what->transplant));
    run_say(
        parts->say.note, "%s",
        transplant_say_in(what,
                          drawn ? "细线：差值之差为参数抽样的90%，各部分为两个标准误（仅随机性）。"
                                : "细线：两个标准误（仅随机性）。",
                          drawn ? "Thin rules: of the gap 90 % of draws, of parts two standard "
                                  "errors of chance. "
                                : "Thin rules: two standard errors of chance. "));
    run_say(
        parts->say.note, "%s",
        transplant_say_in(what,
                          "每部分为一次换一块起始条件、两个方向的平均；其余包括各块的相互作用和没有"
                          "换的部分。",
                          "A part is one block exchanged alone, mean of both directions; the "
                          "rest is how blocks act together and what is not exchanged. "));
    transplant_say_note(parts->say.note, what, false);
}

static void say_headline(Parts *parts, const Shown *what) {
    CompareSource source;
    const ComparePair pair = transplant_pair(what, 0, &source);
    const size_t s = widest_of(parts);
    if (s < PARTS_STRIPS)
        say_gap(parts, what, s);
    else
        run_say(parts->say.headline,
                transplant_say_in(
                    what, "同样的改革，%s的变化在各城市之间的差别不能确定",
                    "Same reforms: whether the change in %s differs between cities is open"),
                compare_measure(&pair));
}

Status transplant_draw_parts(const Shown *what, const ChartStyle *style, const char *folder,
                             const char *name, Report *report) {
    Parts *parts = report_calloc(report, 1, sizeof *parts);
    if (!parts) return STATUS_NO_MEMORY;
    list_pairs(parts, what);
    name_rows(parts, what);
    for (size_t s = 0; s < parts->chart.strip_count; s++)
        fill_strip(parts, what, s);
    say_headline(parts, what);
    say_rest(parts, what);
    parts->chart.text = (ChartText){parts->say.headline, parts->say.subtitle, parts->say.note};
    const Status status = chart_draw_parts(&parts->chart, style, folder, name, report);
    free(parts);
    return status;
}
