// SPDX-License-Identifier: MIT
// The tables of a transplant for a terminal.
#include "report/transplant_tables.h"

#include "base/version.h"
#include "report/listing.h"

#include <math.h>
#include <string.h>

enum { LABEL = 34, COLUMN = 27, TEXT = 128 };

static void put_label(FILE *out, const char *text) {
    const int width = listing_width(text);
    fprintf(out, "%s%*s", text, LABEL > width ? LABEL - width : 1, "");
}

static void put_column(FILE *out, const char *text) {
    const int width = listing_width(text);
    fprintf(out, " %*s%s", COLUMN > width ? COLUMN - width : 0, "", text);
}

// What rests on made-up or assumed inputs is marked, as it is grey in a chart.
static const char *mark(bool synthetic) {
    return synthetic ? "~" : "";
}

// ---- the matrix

static void put_cell(FILE *out, const TransplantCity *city, int row, int indicator, int year,
                     int decimals) {
    char text[TEXT];
    const Difference difference = transplant_difference(city, row, indicator, year);
    const bool drawn = isfinite(difference.band[BAND_05]);
    if (!isfinite(difference.central))
        snprintf(text, sizeof text, "-");
    else if (drawn)
        snprintf(text, sizeof text, "%s%+.*f (%+.*f..%+.*f)", mark(city->synthetic[row + 1]),
                 decimals, difference.central, decimals, difference.band[BAND_05], decimals,
                 difference.band[BAND_95]);
    else
        snprintf(text, sizeof text, "%s%+.*f", mark(city->synthetic[row + 1]), decimals,
                 difference.central);
    put_column(out, text);
}

// As many as the finest difference of the table needs.
static int decimals_of(const Transplant *transplant, int indicator) {
    const int year = transplant_year(transplant);
    const int of_level = indicator_at(transplant->city[0].compared.indicator[indicator])->decimals;
    int decimals = of_level + 1;
    for (int c = 0; c < transplant->city_count; c++) {
        const Difference difference =
            transplant_difference(&transplant->city[c], transplant->rows - 1, indicator, year);
        const int wanted = difference_decimals(&difference, of_level);
        if (wanted > decimals) decimals = wanted;
    }
    return decimals;
}

static void print_matrix(const Transplant *transplant, int indicator, Language language,
                         FILE *out) {
    const int year = transplant_year(transplant), decimals = decimals_of(transplant, indicator);
    const Indicator *about = indicator_at(transplant->city[0].compared.indicator[indicator]);
    const bool zh = language == LANGUAGE_ZH;
    char text[TEXT];
    fprintf(out, "\n%s (%s), %d\n", zh ? about->info.zh : about->info.en, about->info.unit, year);
    put_label(out, zh ? "差值（90 % 区间）" : "difference (90 % interval)");
    for (int c = 0; c < transplant->city_count; c++)
        put_column(out, transplant_city_name(&transplant->city[c], language));
    putc('\n', out);
    put_label(out, zh ? "没有这些改革时的水平" : "level without these reforms");
    for (int c = 0; c < transplant->city_count; c++) {
        const TransplantCity *city = &transplant->city[c];
        snprintf(text, sizeof text, "%.*f", about->decimals,
                 transplant_difference(city, 0, indicator, year).base);
        put_column(out, text);
    }
    putc('\n', out);
    for (int row = 0; row < transplant->rows; row++) {
        put_label(out, transplant_row(transplant, row, language));
        for (int c = 0; c < transplant->city_count; c++)
            put_cell(out, &transplant->city[c], row, indicator, year, decimals);
        putc('\n', out);
    }
}

// ---- blocks

typedef struct Pair {
    int one, other; // the second minus the first
} Pair;

static int list_pairs(Pair *pairs, const Transplant *transplant, const Swaps *swaps) {
    int count = 0;
    for (int one = 0; one < transplant->city_count; one++)
        for (int other = 0; other < transplant->city_count; other++)
            if (transplant_is_first(transplant, one, other) && swaps_have(swaps, one, other))
                pairs[count++] = (Pair){one, other};
    return count;
}

static void put_part(FILE *out, const Part *part, int decimals, bool zh) {
    char text[TEXT];
    if (!part->moves)
        snprintf(text, sizeof text, "%s", zh ? "两地相同" : "the same in both");
    else if (isfinite(part->error))
        snprintf(text, sizeof text, "%s%+.*f ± %.*f", mark(part->synthetic), decimals, part->part,
                 decimals, part->error);
    else
        snprintf(text, sizeof text, "%s%+.*f", mark(part->synthetic), decimals, part->part);
    put_column(out, text);
}

static void print_parts(const Transplant *transplant, const Swaps *swaps, const Pair *pairs,
                        int count, int indicator, Language language, FILE *out) {
    const bool zh = language == LANGUAGE_ZH;
    const int decimals = decimals_of(transplant, indicator);
    double rest[MOST_CITIES * MOST_CITIES];
    char text[TEXT];
    put_label(out, zh ? "差值之差" : "gap between the differences");
    for (int p = 0; p < count; p++) {
        rest[p] = transplant_gap(transplant, pairs[p].one, pairs[p].other, indicator).central;
        snprintf(text, sizeof text, "%+.*f", decimals, rest[p]);
        put_column(out, text);
    }
    for (int block = 0; block < BLOCKS; block++) {
        putc('\n', out);
        snprintf(text, sizeof text, "  %s", zh ? block_infos[block].zh : block_infos[block].en);
        put_label(out, text);
        for (int p = 0; p < count; p++) {
            const Part part =
                swaps_part(swaps, pairs[p].one, pairs[p].other, (Block)block, indicator);
            rest[p] -= part.part;
            put_part(out, &part, decimals, zh);
        }
    }
    putc('\n', out);
    put_label(out, zh ? "  其余" : "  rest");
    for (int p = 0; p < count; p++) {
        snprintf(text, sizeof text, "%+.*f", decimals, rest[p]);
        put_column(out, text);
    }
    putc('\n', out);
}

static void print_reason(const Transplant *transplant, const Swaps *swaps, const Pair *pair,
                         int indicator, Language language, FILE *out) {
    const bool zh = language == LANGUAGE_ZH;
    const Block block = transplant_reason(transplant, swaps, pair->one, pair->other, indicator);
    const char *one = transplant_city_name(&transplant->city[pair->one], language);
    const char *other = transplant_city_name(&transplant->city[pair->other], language);
    if (block == BLOCKS)
        fprintf(
            out,
            zh ? "%s与%s：没有一块既以报道或公布的数字为据、又超出随机误差的起始条件能说明差别\n"
               : "%s and %s: no block that rests on printed or published numbers says why\n",
            other, one);
    else
        fprintf(out,
                zh ? "%s与%s：有据可依的起始条件中，“%s”说明得最多\n"
                   : "%s and %s: among what is printed or published, %s says most of why\n",
                other, one, zh ? block_infos[block].zh : block_infos[block].en);
}

static void print_blocks(const Transplant *transplant, const Swaps *swaps, int indicator,
                         Language language, FILE *out) {
    Pair pairs[MOST_CITIES * MOST_CITIES];
    const int count = list_pairs(pairs, transplant, swaps);
    char text[TEXT];
    put_label(out, language == LANGUAGE_ZH ? "为何不同" : "why cities differ");
    for (int p = 0; p < count; p++) {
        snprintf(text, sizeof text, language == LANGUAGE_ZH ? "%s 减 %s" : "%s minus %s",
                 transplant->city[pairs[p].other].source.city.id,
                 transplant->city[pairs[p].one].source.city.id);
        put_column(out, text);
    }
    putc('\n', out);
    print_parts(transplant, swaps, pairs, count, indicator, language, out);
    for (int p = 0; p < count; p++)
        print_reason(transplant, swaps, &pairs[p], indicator, language, out);
}

// ---- all of it

static void print_head(const Transplant *transplant, Language language, FILE *out) {
    const Experiment *base = &transplant->city[0].runs.experiment[0];
    fprintf(
        out,
        language == LANGUAGE_ZH
            ? "同样的假设机制，不同的起始条件；不是城市排名。模拟，非预测；各城市用同一随机数、同一"
              "组参数抽样；\n种子 %llu，规模 1:%d，重复 %d 次，参数抽样 %d 次（规模 1:%d），"
              "hxsim " HXSIM_VERSION "\n"
            : "Same assumed mechanism, other starting conditions; no ranking of cities. "
              "Simulated, not a forecast;\nthe same luck and the same draws of the parameters in "
              "every city; seed %llu, scale 1:%d, replicates %d, %d draws at 1:%d, "
              "hxsim " HXSIM_VERSION "\n",
        (unsigned long long)base->seed, base->scale, base->replicates,
        indicator_values_whole_draws(&transplant->city[0].runs.values[0]), base->draw_scale);
}

static void print_scopes(const Transplant *transplant, Language language, FILE *out) {
    const bool zh = language == LANGUAGE_ZH;
    for (int i = 0; i < transplant->reform_count; i++) {
        fprintf(out, zh ? "%s%s：" : "%s%s: ", i ? "" : "\n",
                transplant_row(transplant, i, language));
        for (int c = 0; c < transplant->city_count; c++) {
            const TransplantCity *city = &transplant->city[c];
            const bool own = strcmp(city->scope_of[i], city->source.city.id) == 0;
            fprintf(out, "%s%s%s%s", c ? zh ? "；" : "; " : "",
                    transplant_city_name(city, language), zh ? "" : " ",
                    own                  ? zh ? "按本市方案" : "as its own scenario has it"
                    : *city->scope_of[i] ? zh ? "按标准范围，取自 " : "standard scope, of "
                    : zh                 ? "按标准范围，措施本身的数值"
                                         : "standard scope, of the lever's table");
            if (!own) fputs(city->scope_of[i], out);
        }
        putc('\n', out);
    }
}

void transplant_print(const Transplant *transplant, const Swaps *swaps, Language language,
                      FILE *out) {
    print_head(transplant, language, out);
    print_scopes(transplant, language, out);
    for (int i = 0; i < transplant->city[0].compared.indicator_count; i++) {
        print_matrix(transplant, i, language, out);
        print_blocks(transplant, swaps, i, language, out);
    }
    fputs(
        language == LANGUAGE_ZH
            ? "\n差值为中心参数，区间为参数抽样，不是概率。“~"
              "”：取决于合成或假设的输入，不作为城市不同的"
              "理由。\n为何不同：几项改革一起的差值，一次换一块起始条件，两个方向的平均；± "
              "为一个标准误"
              "（仅随机性）；其余包括各块的相互作用\n和没有换的部分（人口多少、在外参保、需求、外来"
              "病人"
              "）\n"
            : "\nDifferences at the central parameters; intervals over the draws, no probability. "
              "~: rests on synthetic or assumed inputs,\nwhich are never given as the reason. Why "
              "cities differ: of the difference that all reforms make, one block of starting\n"
              "conditions exchanged at a time, mean of both directions; ± one standard error, "
              "chance alone; the rest is how blocks act\ntogether, and what is not exchanged "
              "(how many people, absent insured, demand, visitors)\n",
        out);
}
