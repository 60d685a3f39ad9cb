// SPDX-License-Identifier: MIT
#include "config/quantity.h"
#include "report/attribution.h"
#include "report/csv.h"

#include <math.h>

static const char header[] =
    "base,alternative,indicator,unit,factor,kind,share_of_variance,effect_low_to_high,sign,"
    "difference_at_low,difference_at_high";

static const char *const flip_words[] = {[FLIP_NONE] = "",
                                         [FLIP_NOT_TRIED] = "may turn (not run)",
                                         [FLIP_REFUTED] = "does not turn (run)",
                                         [FLIP_CONFIRMED] = "turns (run)"};

static double not_attributed(const Attribution *row) {
    double left = 1;
    for (size_t k = 0; k < row->fit.count; k++)
        left -= row->fit.term[k].share;
    return left > 0 ? left : 0;
}

static void begin_row(Csv *csv, const Attribution *row, const Compared *compared) {
    const IndicatorInfo *info = &indicator_at(row->indicator)->info;
    csv_text(csv, compared->experiment[0].id);
    csv_text(csv, compared->experiment[row->alternative].id);
    csv_text(csv, info->name);
    csv_text(csv, info->unit);
}

static void write_term(Csv *csv, const Attribution *row, size_t k, const Compared *compared) {
    const FitTerm *term = &row->fit.term[k];
    const bool tried = k == row->flipping && row->flip >= FLIP_REFUTED;
    begin_row(csv, row, compared);
    csv_text(csv, row->factor[k]->factor->name);
    csv_text(csv, evidence_name(row->factor[k]->factor->kind));
    csv_number(csv, indicator_ten_digits(term->share));
    csv_number(csv, indicator_ten_digits(term->slope));
    csv_text(csv, k == row->flipping ? flip_words[row->flip] : "");
    if (tried) {
        csv_number(csv, row->low);
        csv_number(csv, row->high);
    } else {
        csv_nothing(csv, 2);
    }
    csv_end_row(csv);
}

static void write_rest(Csv *csv, const Attribution *row, const Compared *compared) {
    enum { AFTER = 4 };
    begin_row(csv, row, compared);
    csv_text(csv, "");
    csv_text(csv, "not attributed");
    csv_number(csv, indicator_ten_digits(not_attributed(row)));
    csv_nothing(csv, AFTER);
    csv_end_row(csv);
}

Status attributions_write(const Attributions *attributions, const Compared *compared,
                          const char *path, Report *report) {
    Csv csv;
    const Status status = csv_open(&csv, path, header, report);
    if (status != STATUS_OK) return status;
    for (size_t i = 0; i < attributions->count; i++) {
        const Attribution *row = &attributions->row[i];
        for (size_t k = 0; k < row->fit.count; k++)
            write_term(&csv, row, k, compared);
        if (row->varies) write_rest(&csv, row, compared);
    }
    return csv_close(&csv, report);
}

// ---- for a terminal

static void print_flip(const Attribution *row, Language language, FILE *out) {
    if (row->flip == FLIP_NONE) return;
    if (row->flip == FLIP_NOT_TRIED)
        fputs(language == LANGUAGE_ZH ? "；可能使符号改变（未运行）"
                                      : "; may turn the sign (not run)",
              out);
    else if (row->flip == FLIP_REFUTED)
        fprintf(out,
                language == LANGUAGE_ZH ? "；配对运行未使符号改变：低端 %+.4g，高端 %+.4g"
                                        : "; does not turn the sign: %+.4g at its low end, %+.4g "
                                          "at its high end",
                row->low, row->high);
    else
        fprintf(out,
                language == LANGUAGE_ZH
                    ? "；使符号改变：低端 %+.4g，高端 %+.4g（配对运行证实）"
                    : "; turns the sign: %+.4g at its low end, %+.4g at its high end (paired runs)",
                row->low, row->high);
}

static void print_row(const Attribution *row, Language language, FILE *out) {
    enum { SHOWN = 3 };
    const bool zh = language == LANGUAGE_ZH;
    const IndicatorInfo *info = &indicator_at(row->indicator)->info;
    if (!row->varies) {
        fprintf(out, zh ? "%s：各次抽样之间没有差别\n" : "%s: the same in every draw\n",
                zh ? info->zh : info->en);
        return;
    }
    fprintf(out,
            zh ? "%s：假设 %.0f %%，校准 %.0f %%，未能归因 %.0f %%\n"
               : "%s: assumed %.0f %%, calibrated %.0f %%, not attributed %.0f %%\n",
            zh ? info->zh : info->en, 100 * row->share[EVIDENCE_ASSUMED],
            100 * row->share[EVIDENCE_CALIBRATED], 100 * not_attributed(row));
    for (size_t k = 0; k < row->fit.count && (k < SHOWN || k == row->flipping); k++) {
        const FitTerm *term = &row->fit.term[k];
        fprintf(out,
                zh ? "    %s %.0f %%，由低端到高端 %+.3g"
                   : "    %s %.0f %%, %+.3g from low to high",
                row->factor[k]->factor->name, 100 * term->share, term->slope);
        if (k == row->flipping) print_flip(row, language, out);
        putc('\n', out);
    }
}

void attributions_print(const Attributions *attributions, const Compared *compared,
                        Language language, FILE *out) {
    const bool zh = language == LANGUAGE_ZH;
    int alternative = 0;
    for (size_t i = 0; i < attributions->count; i++) {
        const Attribution *row = &attributions->row[i];
        if (row->alternative != alternative)
            fprintf(out,
                    zh ? "\n%s 与基准之差在参数抽样间的方差来自何处（线性拟合）\n"
                       : "\nWhat the variance of %s minus base over the draws rests on (linear "
                         "fit)\n",
                    compared->experiment[row->alternative].id);
        alternative = row->alternative;
        print_row(row, language, out);
    }
}
