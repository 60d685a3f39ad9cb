// SPDX-License-Identifier: MIT
#include "report/typeset.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

// Advance widths of Noto Sans CJK SC 2.004, thousandths of an em, from space (32) to tilde (126).
static const short REGULAR[] = {
    224, 323, 474, 555, 555, 921, 680, 278, 338, 338, 467, 555, 278, 347, 278, 392, 555, 555, 555,
    555, 555, 555, 555, 555, 555, 555, 278, 278, 555, 555, 555, 474, 946, 608, 657, 638, 688, 589,
    552, 689, 728, 293, 535, 646, 543, 812, 723, 742, 633, 742, 635, 596, 599, 721, 575, 878, 573,
    531, 603, 338, 392, 338, 555, 559, 606, 563, 618, 510, 620, 554, 325, 564, 607, 275, 275, 552,
    284, 926, 610, 606, 620, 620, 388, 468, 377, 607, 521, 802, 498, 521, 475, 338, 270, 338, 555};
static const short BOLD[] = {
    227, 370, 574, 590, 590, 963, 740, 325, 378, 378, 507, 590, 325, 370,  325, 387, 590, 590, 590,
    590, 590, 590, 590, 590, 590, 590, 325, 325, 590, 590, 590, 514, 1007, 641, 681, 656, 714, 615,
    585, 717, 757, 330, 568, 686, 578, 853, 749, 770, 667, 770, 682, 624,  625, 748, 619, 915, 627,
    580, 613, 378, 387, 378, 590, 567, 626, 591, 644, 527, 644, 581, 372,  597, 640, 304, 306, 604,
    315, 964, 641, 626, 644, 644, 436, 495, 421, 637, 576, 863, 562, 574,  511, 378, 296, 378, 590};

typedef struct Character {
    uint32_t code;
    size_t length; // bytes
} Character;

static Character character_at(const char *text, size_t left) {
    const unsigned char *bytes = (const unsigned char *)text;
    const unsigned char lead = bytes[0];
    size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (length > left) length = left;

    uint32_t code = length == 1 ? lead : lead & (0x7FU >> length);
    for (size_t i = 1; i < length; i++)
        code = code << 6 | (bytes[i] & 0x3FU);
    return (Character){code, length};
}

static double width_of(uint32_t code, TypesetWeight weight) {
    const bool bold = weight == TYPESET_BOLD;
    if (code >= 32 && code <= 126) return 0.001 * (bold ? BOLD : REGULAR)[code - 32];
    if (code == 0x2013 || code == 0x2212) return bold ? 0.59 : 0.555; // en dash, minus
    if (code == 0xB7 || code == 0xD7 || code == 0xF7) return 1.0;     // as wide as Chinese here
    if (code == 0xA0) return width_of(' ', weight);                   // a space that never breaks
    if (code < 0x2000) return 0.6;
    return 1.0;
}

double typeset_width_em(const char *text, size_t length, TypesetWeight weight) {
    double width = 0.0;
    for (size_t at = 0; at < length;) {
        const Character character = character_at(text + at, length - at);
        width += width_of(character.code, weight);
        at += character.length;
    }
    return width;
}

static bool is_one_of(uint32_t code, const char *set) {
    for (size_t at = 0, length = strlen(set); at < length;) {
        const Character character = character_at(set + at, length - at);
        if (character.code == code) return true;
        at += character.length;
    }
    return false;
}

static bool is_closing(uint32_t code) {
    return is_one_of(code, "，。；：、！？）》」』】〉”’…％%,.;:!?)]·");
}

static bool is_opening(uint32_t code) {
    return is_one_of(code, "（《「『【〈“‘([¥￥≥≤约");
}

static bool is_wide(uint32_t code) {
    return code >= 0x2E80;
}

static bool is_digit(uint32_t code) {
    return code >= '0' && code <= '9';
}

// Whether the byte `at` lies within a word that a Chinese line should not break.
static bool within_word(const char *text, size_t at) {
    static const char *const words[] = {
        "医院",   "住院", "门诊",   "就诊",   "首诊", "转诊", "候诊", "复诊",   "接诊",   "诊疗",
        "基层",   "县域", "市域",   "省外",   "县外", "市外", "怀化", "洪江",   "溆浦",   "湖南",
        "全国",   "乡镇", "卫生院", "卫生室", "卫生", "社区", "中心", "村民",   "居民",   "职工",
        "病人",   "患者", "病床",   "人次",   "医保", "基金", "报销", "费用",   "自付",   "支付",
        "付费",   "改革", "政策",   "实施",   "模拟", "预测", "种子", "版本",   "比例",   "占比",
        "中位数", "区间", "全部",   "人员",   "不足", "超过", "上升", "下降",   "增加",   "减少",
        "提高",   "降低", "缩短",   "流向",   "流出", "流入", "留在", "共同体", "医共体", "互认",
        "结果",   "检查", "每年",   "以上",   "以下", "其中", "其他", "县市区", "百分点", "报道"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const size_t length = strlen(words[i]);
        for (size_t before = 3; before < length && before <= at; before += 3)
            if (strncmp(text + at - before, words[i], length) == 0) return true;
    }
    return false;
}

// Whether a line may end between two characters that meet at byte `at` of the text.
static bool may_break(const char *text, size_t at, uint32_t before, uint32_t after) {
    if (before == ' ') return after != ' ';
    if (after == ' ') return false;
    if (!is_wide(before) && !is_wide(after)) return false;
    if (is_closing(after) || is_opening(before)) return false;
    if (before == 0x2013 || after == 0x2013) return false; // a range stays whole
    if (is_digit(before) || (before == '%' && is_closing(after))) return false;
    return !within_word(text, at);
}

// The places where a line may end, one after another.
typedef struct Breaks {
    const char *text;
    size_t length, at;
    uint32_t before;
} Breaks;

// Moves on to the next place where a line may end; the end of the text is the last.
static bool next_break(Breaks *breaks) {
    while (breaks->at < breaks->length) {
        const Character here = character_at(breaks->text + breaks->at, breaks->length - breaks->at);
        breaks->at += here.length;
        breaks->before = here.code;
        if (breaks->at == breaks->length) return true;
        const Character after =
            character_at(breaks->text + breaks->at, breaks->length - breaks->at);
        if (may_break(breaks->text, breaks->at, here.code, after.code)) return true;
    }
    return false;
}

static TypesetLine line_between(const char *text, size_t from, size_t to, TypesetWeight weight) {
    while (from < to && text[from] == ' ')
        from++;
    while (to > from && text[to - 1] == ' ')
        to--;
    return (TypesetLine){text + from, to - from, typeset_width_em(text + from, to - from, weight)};
}

// A full line does not pass the edge by rounding.
static bool fits(const TypesetLine *line, double width_em) {
    return line->width_em <= width_em + 1e-9;
}

static void lines_add(TypesetLines *lines, TypesetLine line) {
    lines->line[lines->count++] = line;
    if (line.width_em > lines->widest_em) lines->widest_em = line.width_em;
}

TypesetLines typeset_fill(const char *text, double width_em, TypesetWeight weight) {
    TypesetLines lines = {0};
    Breaks breaks = {text, strlen(text), 0, 0};
    size_t from = 0, last = 0;
    while (next_break(&breaks)) {
        const TypesetLine line = line_between(text, from, breaks.at, weight);
        if (!fits(&line, width_em) && last > from && lines.count < TYPESET_LINES - 1) {
            lines_add(&lines, line_between(text, from, last, weight));
            from = last;
        }
        last = breaks.at;
    }
    if (from < breaks.length) lines_add(&lines, line_between(text, from, breaks.length, weight));
    return lines;
}

double typeset_hang_em(const TypesetLine *line) {
    const bool opens = line->length > 0 &&
                       is_one_of(character_at(line->start, line->length).code, "（《「『【〈“‘");
    return opens ? 0.45 : 0.0;
}

// How ill a line looks: its distance from the ideal width, squared, and a little more when it ends
// within a clause of Chinese.
static double badness(const TypesetLine *line, uint32_t last, bool ends_text, double ideal_em) {
    const double miss = (line->width_em - ideal_em) / ideal_em;
    const bool clean = ends_text || last == ' ' || is_closing(last);
    return miss * miss + (clean ? 0.0 : 0.30);
}

typedef struct Balance {
    double cost;
    size_t ends[TYPESET_LINES];
} Balance;

// Tries each place where the first line may end, and the rest in the same way.
static Balance best_balance(const char *text, size_t from, size_t lines_left, double width_em,
                            double ideal_em, TypesetWeight weight) {
    Balance best = {.cost = INFINITY};
    Breaks breaks = {text, strlen(text), from, 0};
    while (next_break(&breaks)) {
        const bool ends_text = breaks.at == breaks.length;
        const TypesetLine line = line_between(text, from, breaks.at, weight);
        if (!fits(&line, width_em)) break;
        if (ends_text != (lines_left == 1)) continue;

        Balance here = {0};
        if (!ends_text)
            here = best_balance(text, breaks.at, lines_left - 1, width_em, ideal_em, weight);
        here.cost += badness(&line, breaks.before, ends_text, ideal_em);
        here.ends[lines_left - 1] = breaks.at;
        if (here.cost < best.cost) best = here;
    }
    return best;
}

TypesetLines typeset_balance(const char *text, double width_em, TypesetWeight weight) {
    const TypesetLines filled = typeset_fill(text, width_em, weight);
    if (filled.count < 2 || filled.count > 3 || filled.widest_em > width_em) return filled;

    const double ideal_em = typeset_width_em(text, strlen(text), weight) / (double)filled.count;
    const Balance best = best_balance(text, 0, filled.count, width_em, ideal_em, weight);
    if (!isfinite(best.cost)) return filled;

    TypesetLines lines = {0};
    size_t from = 0;
    for (size_t left = filled.count; left > 0; left--) {
        lines_add(&lines, line_between(text, from, best.ends[left - 1], weight));
        from = best.ends[left - 1];
    }
    return lines;
}

// Sorts the numbers of the labels by where they want to be; few labels, so by insertion.
static void sort_by_centre(size_t *order, const double *centre, size_t count) {
    for (size_t i = 0; i < count; i++) {
        size_t place = i;
        for (; place > 0 && centre[order[place - 1]] > centre[i]; place--)
            order[place] = order[place - 1];
        order[place] = i;
    }
}

// Without their extents the labels must only keep their order: an isotonic regression, solved by
// pooling neighbours that are out of order (Ayer et al. 1955, Ann. Math. Statist. 26, 641-647).
static void pool_neighbours(double *wanted, size_t count) {
    double mean[TYPESET_LABELS];
    size_t size[TYPESET_LABELS], pools = 0;
    for (size_t i = 0; i < count; i++) {
        mean[pools] = wanted[i];
        size[pools++] = 1;
        while (pools > 1 && mean[pools - 2] > mean[pools - 1]) {
            const double left = (double)size[pools - 2], right = (double)size[pools - 1];
            mean[pools - 2] = (left * mean[pools - 2] + right * mean[pools - 1]) / (left + right);
            size[pools - 2] += size[pools - 1];
            pools--;
        }
    }
    for (size_t pool = 0, i = 0; pool < pools; pool++)
        for (size_t k = 0; k < size[pool]; k++)
            wanted[i++] = mean[pool];
}

void typeset_spread(double *centre, const double *extent, size_t count, double low, double high) {
    if (count > TYPESET_LABELS) count = TYPESET_LABELS;
    size_t order[TYPESET_LABELS];
    double wanted[TYPESET_LABELS], before[TYPESET_LABELS], total = 0.0;
    sort_by_centre(order, centre, count);
    for (size_t i = 0; i < count; i++) {
        before[i] = total + 0.5 * extent[order[i]];
        wanted[i] = centre[order[i]] - before[i];
        total += extent[order[i]];
    }
    pool_neighbours(wanted, count);

    const double last = fmax(low, high - total);
    for (size_t i = 0; i < count; i++)
        centre[order[i]] = fmin(fmax(wanted[i], low), last) + before[i];
}

// Three figures that count, and no zeros after them: 12万, 12.3万, 1.23万.
static void write_scaled(char out[TYPESET_NUMBER], double value, const char *unit) {
    int decimals = value >= 100.0 ? 0 : value >= 10.0 ? 1 : 2;
    for (; decimals > 0; decimals--) {
        const double shorter = value * pow(10.0, decimals - 1);
        if (fabs(shorter - round(shorter)) > 0.05) break;
    }
    snprintf(out, TYPESET_NUMBER, "%.*f%s", decimals, value, unit);
}

static void write_grouped(char out[TYPESET_NUMBER], double value, int decimals) {
    char plain[TYPESET_NUMBER];
    const int length = snprintf(plain, sizeof plain, "%.*f", decimals, value);
    const size_t whole = strcspn(plain, ".");
    size_t to = 0;
    for (size_t i = 0; i < (size_t)length && to + 2 < TYPESET_NUMBER; i++) {
        if (i > 0 && i < whole && (whole - i) % 3 == 0) out[to++] = ',';
        out[to++] = plain[i];
    }
    out[to] = '\0';
}

void typeset_number(char out[TYPESET_NUMBER], double value, int decimals, Language language) {
    if (!isfinite(value) || fabs(value) >= 1e15) {
        snprintf(out, TYPESET_NUMBER, "–");
        return;
    }
    char size[TYPESET_NUMBER];
    const double magnitude = fabs(value), half = 0.5 * pow(10.0, -decimals);
    if (language == LANGUAGE_ZH && magnitude >= 99995000.0)
        write_scaled(size, magnitude / 1e8, "亿");
    else if (language == LANGUAGE_ZH && magnitude >= 10000.0 - half)
        write_scaled(size, magnitude / 1e4, "万");
    else if (language == LANGUAGE_ZH)
        snprintf(size, sizeof size, "%.*f", decimals, magnitude);
    else
        write_grouped(size, magnitude, decimals);
    const char *sign = value < 0.0 && magnitude >= half ? "−" : "";
    snprintf(out, TYPESET_NUMBER, "%s%.40s", sign, size);
}

int typeset_decimals(double step) {
    int decimals = 0;
    for (double scaled = fabs(step); decimals < 6; decimals++, scaled *= 10.0)
        if (fabs(scaled - round(scaled)) < 1e-6 * scaled) break;
    return decimals;
}
