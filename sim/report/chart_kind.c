// SPDX-License-Identifier: MIT
#include "report/chart_kind.h"

#include "report/chart_files.h"

#include <stdlib.h>

static Status write_files(ChartFiles *files, const ChartKind *kind, void *layout,
                          const ChartFrame *frame, Report *report) {
    chart_frame_write_sizes(frame, files->script, files->name);
    const Status status = chart_files_copy(files, "style.gp", report);
    if (status != STATUS_OK) return status;
    chart_frame_write_text(frame, files->script);
    kind->write(files->table, files->script, layout);
    return chart_files_copy(files, kind->plot, report);
}

Status chart_draw(const ChartKind *kind, const void *chart, const ChartStyle *style,
                  const char *folder, const char *name, Report *report) {
    void *layout = report_calloc(report, 1, kind->layout_size);
    if (!layout) return STATUS_NO_MEMORY;
    const ChartFrame *frame = kind->lay_out(layout, chart, style);
    ChartFiles files;
    Status status = chart_files_open(&files, folder, name, style, report);
    if (status == STATUS_OK) status = write_files(&files, kind, layout, frame, report);
    status = chart_files_close(&files, frame->text, status, report);
    free(layout);
    return status;
}
