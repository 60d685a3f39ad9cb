// SPDX-License-Identifier: MIT
// The pipe to gnuplot: a process of its own, without a shell, in a folder of its own, with a limit
// on its time, that reads one script file and writes pictures beside it.
//
// Strings reach gnuplot only between single quotes, through gnuplot_quote: a backtick, a newline or
// a pipe can otherwise run a command. gnuplot's exit status is 0 on a full disk and without fonts,
// so that whoever draws also looks at the font (chart_font.h) and at the files (chart_image.h).
#ifndef HXSIM_REPORT_GNUPLOT_H
#define HXSIM_REPORT_GNUPLOT_H

#include "base/status.h"

#include <stddef.h>
#include <stdio.h>

// The family that all charts are set in.
#define GNUPLOT_FONT "Noto Sans CJK SC"

// Whether gnuplot is here, has the pngcairo and svg terminals, and finds the font with Chinese
// glyphs. If not: STATUS_UNAVAILABLE, and for each thing that is missing a message with the line
// that installs it.
Status gnuplot_available(Report *report);

// Runs gnuplot on the script of that name inside `folder` and waits for it, at most
// `limit_seconds`. Its complaints go to the file GNUPLOT_COMPLAINTS in the folder; the first is
// quoted when it fails.
Status gnuplot_run(const char *folder, const char *script, double limit_seconds, Report *report);
#define GNUPLOT_COMPLAINTS "gnuplot.txt"

// Writes a text between single quotes, each quote in it doubled and each control character a space.
void gnuplot_quote(FILE *stream, const char *text, size_t length);

#endif
