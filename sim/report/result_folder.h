// SPDX-License-Identifier: MIT
// The folder of one run's results. It is written under another name beside its place and moved
// there when it is whole, so that nobody ever meets half a folder; and what stands there already is
// only ever replaced by a whole one.
#ifndef HXSIM_REPORT_RESULT_FOLDER_H
#define HXSIM_REPORT_RESULT_FOLDER_H

#include "base/status.h"
#include "config/experiment.h"
#include "report/folder_files.h"
#include "report/manifest.h"

#include <stdbool.h>

typedef struct ResultFolder {
    char path[FOLDER_PATH]; // <out>/<scenario>-<8 hex of all inputs>-s<seed>
    char work[FOLDER_PATH]; // where it is written, "" before and after
    bool stands;            // a folder of ours is at `path`
} ResultFolder;

// Names the folder and looks at what is there. A whole folder of the same inputs with the charts
// asked for is told by `done`; anything but that, or nothing, or a folder that is to be replaced,
// is STATUS_NO_OUTPUT with one message.
Status result_folder_look(ResultFolder *folder, const Experiment *experiment, const char *out,
                          const ManifestCharts *charts, bool force, bool *done, Report *report);

// Makes the folder to write into, beside the place.
Status result_folder_begin(ResultFolder *folder, Report *report);

// Puts what was written in its place.
Status result_folder_keep(ResultFolder *folder, Report *report);

// Prints a file of the folder that is in its place.
Status result_folder_print(const ResultFolder *folder, const char *name, FILE *out, Report *report);

// Removes what was written, if it was not kept.
void result_folder_drop(ResultFolder *folder);

#endif
