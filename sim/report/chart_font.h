// SPDX-License-Identifier: MIT
// The font that charts are set in, as fontconfig finds it. gnuplot draws on without a word when a
// font or a glyph is missing, so that Chinese text vanishes: it is looked for before.
#ifndef HXSIM_REPORT_CHART_FONT_H
#define HXSIM_REPORT_CHART_FONT_H

#include "base/status.h"

// Whether fontconfig finds `family`, in regular and bold, with every character of `text` (UTF-8)
// beyond ASCII. If not: STATUS_UNAVAILABLE and a message with the line that installs it, or with
// the character.
Status chart_font_check(const char *family, const char *text, Report *report);

#endif
