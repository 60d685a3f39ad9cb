// SPDX-License-Identifier: MIT
// manifest.json: what a result folder is, from what it was made, and the SHA-256 of every file.
//
// It holds no clock, host, compiler or number of threads, so that the same inputs give the same
// bytes everywhere. With it a folder that is whole is told from one that is incomplete, was edited,
// or is not ours.
#ifndef HXSIM_REPORT_MANIFEST_H
#define HXSIM_REPORT_MANIFEST_H

#include "base/status.h"
#include "config/experiment.h"
#include "report/typeset.h"

#include <stdbool.h>

#define MANIFEST_NAME "manifest.json"

// What moves bytes of the folder beside the experiment.
typedef struct ManifestCharts {
    const char *asked; // "auto", "none" or names; "none" if nothing was drawn
    bool in_language[LANGUAGE_EN + 1];
    bool failed;       // some could not be drawn, but may be when the run is made again
    bool interrupted;  // by Ctrl-C, with something worth keeping
    int draws_missing; // of the parameters, then
} ManifestCharts;

// Writes the manifest of everything that is in the folder.
Status manifest_write(const char *folder, const Experiment *experiment,
                      const ManifestCharts *charts, Report *report);

// Whether a folder is one of ours: it has a manifest that we wrote and nothing else but the files
// of it. If not, it must not be replaced either. Its files may be edited or missing.
Status manifest_check_ours(const char *folder, Report *report);

// Whether such a folder is whole and of this experiment: each file is there and as it was written.
Status manifest_check_whole(const char *folder, const Experiment *experiment, Report *report);

// Whether such a folder holds a part only, because its run was interrupted.
bool manifest_is_interrupted(const char *folder);

// Whether such a folder has the charts that are asked for.
bool manifest_has_charts(const char *folder, const ManifestCharts *charts);

#endif
