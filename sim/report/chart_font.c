// SPDX-License-Identifier: MIT
#include "report/chart_font.h"

#include <fontconfig/fontconfig.h>
#include <string.h>

static FcPattern *match(FcConfig *fonts, const char *family, int weight) {
    FcPattern *wanted = FcPatternBuild(NULL, FC_FAMILY, FcTypeString, (const FcChar8 *)family,
                                       FC_WEIGHT, FcTypeInteger, weight, (char *)NULL);
    if (!wanted) return NULL;

    FcConfigSubstitute(fonts, wanted, FcMatchPattern);
    FcDefaultSubstitute(wanted);
    FcResult result;
    FcPattern *found = FcFontMatch(fonts, wanted, &result);
    FcPatternDestroy(wanted);
    return found;
}

// fontconfig answers with the nearest font it has: look whether it is the one that was asked for.
static int is_family(const FcPattern *font, const char *family) {
    FcChar8 *name;
    for (int i = 0; FcPatternGetString(font, FC_FAMILY, i, &name) == FcResultMatch; i++)
        if (strcmp((const char *)name, family) == 0) return 1;
    return 0;
}

static Status check_glyphs(const FcPattern *font, const char *family, const char *text,
                           Report *report) {
    FcCharSet *glyphs;
    if (FcPatternGetCharSet(font, FC_CHARSET, 0, &glyphs) != FcResultMatch)
        return report_problem(report, STATUS_UNAVAILABLE,
                              "the font '%s' does not say which characters it has; install it "
                              "again: sudo apt-get install --reinstall fonts-noto-cjk",
                              family);

    int left = (int)strlen(text);
    const FcChar8 *at = (const FcChar8 *)text;
    while (left > 0) {
        FcChar32 character;
        const int length = FcUtf8ToUcs4(at, &character, left);
        if (length <= 0)
            return report_problem(report, STATUS_INVALID,
                                  "a text of the chart is not UTF-8; write it in UTF-8");
        if (character >= 0x80 && !FcCharSetHasChar(glyphs, character))
            return report_problem(report, STATUS_UNAVAILABLE,
                                  "the font '%s' has no glyph for '%.*s' (U+%04X); use another "
                                  "character, or: sudo apt-get install fonts-noto-cjk",
                                  family, length, (const char *)at, character);
        at += length;
        left -= length;
    }
    return STATUS_OK;
}

static Status check_face(FcConfig *fonts, const char *family, int weight, const char *text,
                         Report *report) {
    FcPattern *font = match(fonts, family, weight);
    Status status;
    if (font && is_family(font, family))
        status = check_glyphs(font, family, text, report);
    else
        status = report_problem(report, STATUS_UNAVAILABLE,
                                "the font '%s' is missing, without it the text of charts "
                                "vanishes; install it: sudo apt-get install fonts-noto-cjk",
                                family);
    if (font) FcPatternDestroy(font);
    return status;
}

Status chart_font_check(const char *family, const char *text, Report *report) {
    FcConfig *fonts = FcInitLoadConfigAndFonts();
    if (!fonts)
        return report_problem(report, STATUS_UNAVAILABLE,
                              "fontconfig cannot read its configuration; install it: sudo "
                              "apt-get install fontconfig-config fonts-noto-cjk");

    Status status = check_face(fonts, family, FC_WEIGHT_REGULAR, text, report);
    if (status == STATUS_OK) status = check_face(fonts, family, FC_WEIGHT_BOLD, text, report);
    FcConfigDestroy(fonts);
    return status;
}
