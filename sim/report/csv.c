// SPDX-License-Identifier: MIT
#include "report/csv.h"

#include "base/money.h"
#include "config/reader.h"

#include <errno.h>
#include <inttypes.h>
#include <math.h>
#include <string.h>

static const char byte_order_mark[] = "\xEF\xBB\xBF";

Status csv_open(Csv *csv, const char *path, const char *header, Report *report) {
    *csv = (Csv){.stream = fopen(path, "w"), .path = path};
    if (!csv->stream)
        return report_problem(report, STATUS_NO_OUTPUT, "%s: cannot be created: %s", path,
                              strerror(errno));
    fprintf(csv->stream, "%s%s\r\n", byte_order_mark, header);
    return STATUS_OK;
}

static void begin_cell(Csv *csv) {
    if (csv->cells++ > 0) putc(',', csv->stream);
}

void csv_text(Csv *csv, const char *text) {
    begin_cell(csv);
    if (!text[strcspn(text, ",\"\r\n")]) {
        fputs(text, csv->stream);
        return;
    }
    putc('"', csv->stream);
    for (; *text; text++) {
        if (*text == '"') putc('"', csv->stream);
        putc(*text, csv->stream);
    }
    putc('"', csv->stream);
}

void csv_number(Csv *csv, double value) {
    char text[32] = "";
    if (isfinite(value)) number_text(text, value);
    begin_cell(csv);
    fputs(text, csv->stream);
}

void csv_texts(Csv *csv, const char *const *texts, int count) {
    for (int i = 0; i < count; i++)
        csv_text(csv, texts[i]);
}

void csv_nothing(Csv *csv, int count) {
    for (int i = 0; i < count; i++)
        begin_cell(csv);
}

void csv_whole(Csv *csv, int64_t value) {
    begin_cell(csv);
    fprintf(csv->stream, "%" PRId64, value);
}

void csv_fen(Csv *csv, int64_t fen) {
    begin_cell(csv);
    fputs(fen_text(fen).text, csv->stream);
}

void csv_end_row(Csv *csv) {
    fputs("\r\n", csv->stream);
    csv->cells = 0;
}

Status csv_close(Csv *csv, Report *report) {
    const int broken = ferror(csv->stream);
    if (fclose(csv->stream) == 0 && !broken) return STATUS_OK;
    return report_problem(report, STATUS_IO, "%s: writing broke off: %s; make room and run again",
                          csv->path, strerror(errno));
}
