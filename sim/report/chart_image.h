// SPDX-License-Identifier: MIT
// Pictures as gnuplot left them: looked at whole, because gnuplot ends well on a full disk, and
// finished. A PNG gets its resolution, so that 2126 pixels are 18 cm in print; an SVG gets a title
// and a description to be read aloud, and fonts for machines without ours.
#ifndef HXSIM_REPORT_CHART_IMAGE_H
#define HXSIM_REPORT_CHART_IMAGE_H

#include "base/status.h"

// 300 dots an inch.
enum { CHART_PIXELS_PER_METRE = 11811 };

// Checks every chunk of a PNG to its IEND and writes its resolution (pHYs) into it.
Status chart_image_finish_png(const char *path, Report *report);

// Checks that an SVG is there to its </svg> and gives it a title, a description and more fonts.
Status chart_image_finish_svg(const char *path, const char *title, const char *description,
                              Report *report);

#endif
