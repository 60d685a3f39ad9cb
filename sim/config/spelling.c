// SPDX-License-Identifier: MIT
#include "config/spelling.h"

#include <ctype.h>
#include <errno.h>
#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_SLIPS = 20, DEEPEST = 64, LONGEST_WORD = 64, LONGEST_MESSAGE = 512 };

typedef struct Scan {
    const Text *text;
    const char *at;
    int line;
    char open[DEEPEST]; // brackets that wait to be closed
    int open_line[DEEPEST];
    int depth;
    Report *report;
    Status status;
    int slips;
} Scan;

// Tells one more slip, unless the file has so many that the rest is not worth telling.
__attribute__((format(printf, 3, 4))) static void slip(Scan *scan, int line, const char *format,
                                                       ...) {
    scan->status = STATUS_INVALID;
    if (scan->slips++ >= MOST_SLIPS) return;

    char words[LONGEST_MESSAGE];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(words, sizeof words, format, arguments);
    va_end(arguments);
    report_problem(scan->report, STATUS_INVALID, "%s:%d: %s", scan->text->file, line, words);
}

static bool is_digit(char sign) {
    return sign >= '0' && sign <= '9';
}

static bool is_letter(char sign) {
    return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
}

// The sign that an editor in China meant by another, or 0.
static char meant_by(uint32_t code) {
    static const struct {
        uint32_t code;
        char sign;
    } others[] = {{0x3000, ' '}, {0x00A0, ' '}, {0x201C, '"'}, {0x201D, '"'}, {0x2018, '"'},
                  {0x2019, '"'}, {0x300C, '"'}, {0x300D, '"'}, {0x3001, ','}, {0x3002, '.'},
                  {0x3010, '['}, {0x3011, ']'}, {0x2212, '-'}, {0x2013, '-'}, {0x2014, '-'},
                  {0xFEFF, ' '}, {0x200B, ' '}};
    if (code >= 0xFF01 && code <= 0xFF5E) return (char)(code - 0xFEE0);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (others[i].code == code) return others[i].sign;
    return 0;
}

// A run of signs that look like ASCII, or of Chinese outside quotes.
static void read_foreign(Scan *scan) {
    const char *start = scan->at;
    char meant[LONGEST_WORD + 1] = {0};
    size_t count = 0;
    uint32_t code = 0;
    int size = 0;
    while ((*scan->at & 0x80) && count < LONGEST_WORD && (size = text_character(scan->at, &code))) {
        if (count > 0 && (meant[0] == 0) != (meant_by(code) == 0)) break;
        meant[count++] = meant_by(code);
        scan->at += size;
    }
    const int length = (int)(scan->at - start);
    if (meant[0] == ' ')
        slip(scan, scan->line,
             "a space of another kind stands here (U+%04X); type an ordinary space",
             (unsigned)code);
    else if (meant[0])
        slip(scan, scan->line, "\"%.*s\" is typed in full-width signs; write %s", length, start,
             meant);
    else
        slip(scan, scan->line, "\"%.*s\" stands outside quotes; put text in \"straight quotes\"",
             length, start);
}

static void skip_block_comment(Scan *scan) {
    const int first_line = scan->line;
    for (scan->at += 2; *scan->at && strncmp(scan->at, "*/", 2) != 0; scan->at++)
        scan->line += *scan->at == '\n';
    if (*scan->at)
        scan->at += 2;
    else
        slip(scan, first_line, "the comment that begins here is never closed; write */ after it");
}

static void skip_string(Scan *scan) {
    for (scan->at++; *scan->at && *scan->at != '"' && *scan->at != '\n'; scan->at++)
        if (scan->at[0] == '\\' && scan->at[1] && scan->at[1] != '\n') scan->at++;
    if (*scan->at == '"')
        scan->at++;
    else
        slip(scan, scan->line,
             "a quote that opens in this line is not closed in it; close it with \" "
             "(a long text may be several quotes, one after the other)");
}

static const char *end_of_number(const char *at) {
    if (*at == '+' || *at == '-') at++;
    while (is_digit(*at) || is_letter(*at) || *at == '.' || *at == '_' ||
           ((*at == '+' || *at == '-') && (at[-1] == 'e' || at[-1] == 'E')))
        at++;
    return at;
}

// A word like 4,587,594: the end of the number with its thousands, or NULL.
static const char *end_of_thousands(const char *end) {
    const char *at = end;
    while (*at == ',' && is_digit(at[1]) && is_digit(at[2]) && is_digit(at[3]) && !is_digit(at[4]))
        at += 4;
    if (at == end) return NULL;
    return *at == '.' ? at + 1 + strspn(at + 1, "0123456789") : at;
}

static const char *percent_after(const char *end) {
    while (*end == ' ')
        end++;
    if (*end == '%') return end + 1;
    return strncmp(end, "\xEF\xBC\x85", 3) == 0 ? end + 3 : NULL;
}

// 万 and 亿, ten thousand and a hundred million, as in 455.95万.
static double unit_after(const char *end) {
    if (strncmp(end, "\xE4\xB8\x87", 3) == 0) return 1e4;
    return strncmp(end, "\xE4\xBA\xBF", 3) == 0 ? 1e8 : 0;
}

static void without_commas(char plain[LONGEST_WORD + 1], const char *at, const char *end) {
    size_t length = 0;
    for (; at < end && length < LONGEST_WORD; at++)
        if (*at != ',') plain[length++] = *at;
    plain[length] = '\0';
}

typedef enum Reading { WHOLE, FRACTION, NO_NUMBER, HEXADECIMAL, TOO_LARGE, BEYOND_32_BITS } Reading;

static Reading read_plain(const char *word, double *value) {
    const char *digits = word + (*word == '+' || *word == '-');
    if (digits[0] == '0' && (digits[1] == 'x' || digits[1] == 'X')) return HEXADECIMAL;
    if (digits[strspn(digits, "0123456789.eE+-L")] != '\0') return NO_NUMBER;

    char *end;
    *value = strtod(word, &end);
    if (end == word) return NO_NUMBER;
    const bool whole = digits[strspn(digits, "0123456789L")] == '\0';
    if (whole && strcmp(end, "L") == 0) end++;
    if (*end != '\0') return NO_NUMBER;
    if (!isfinite(*value) || (whole && fabs(*value) > 9.0e18)) return TOO_LARGE;
    if (whole && end[-1] != 'L' && (*value > 2147483647.0 || *value < -2147483648.0))
        return BEYOND_32_BITS;
    return whole ? WHOLE : FRACTION;
}

// Where a number stands: in a list 4,587 is two numbers; in a cell nobody minds 32 bits.
typedef enum Place { IN_GROUP, IN_LIST, IN_CELL } Place;

// What is wrong with the number that begins at `at`, if anything, as the rest of a message; the end
// of what was looked at in *end.
static bool explain_number(char *out, size_t room, const char *at, Place place, const char **end) {
    const char *stop = end_of_number(at);
    const char *thousands = place == IN_LIST ? NULL : end_of_thousands(stop);
    if (thousands) stop = thousands;
    *end = stop;
    char word[LONGEST_WORD + 1], plain[LONGEST_WORD + 1];
    without_commas(plain, at, stop);
    snprintf(word, sizeof word, "%.*s", (int)(stop - at), at);

    double value = 0;
    const Reading reading = read_plain(plain, &value);
    const char *percent = percent_after(stop);
    const double unit = unit_after(stop);
    if (percent) {
        *end = percent;
        snprintf(out, room, "%s%% is not read; write %.12g if the unit is \"share\"", word,
                 value / 100);
    } else if (unit > 0) {
        *end = stop + 3;
        snprintf(out, room, "%s%.3s is not read; write %.15g", word, stop, value * unit);
    } else if (thousands) {
        snprintf(out, room, "%s has separators; write %s", word, plain);
    } else if (reading == HEXADECIMAL) {
        snprintf(out, room, "%s is hexadecimal; write it in decimal digits", word);
    } else if (reading == TOO_LARGE) {
        snprintf(out, room, "%s is larger than any number here", word);
    } else if (reading == BEYOND_32_BITS && place != IN_CELL) {
        snprintf(out, room, "%s is a whole number beyond 32 bits; write %s.0", word, word);
    } else if (reading == NO_NUMBER) {
        snprintf(out, room, "\"%s\" is not a number; write one like 12, 0.35 or 1.2e6",
                 place == IN_CELL ? at : word);
    } else {
        return false;
    }
    return true;
}

static bool is_date(const char *at) {
    static const char shape[] = "dddd-dd-dd";
    for (int i = 0; shape[i]; i++)
        if (shape[i] == 'd' ? !is_digit(at[i]) : at[i] != '-') return false;
    return true;
}

static void read_number(Scan *scan) {
    const char *at = scan->at;
    char why[LONGEST_WHY];
    const bool in_group = scan->depth == 0 || scan->open[scan->depth - 1] == '{';
    bool wrong = true;
    if (is_date(at)) {
        snprintf(why, sizeof why, "a date stands in quotes; write \"%.10s\"", at);
        scan->at += 10;
    } else {
        wrong = explain_number(why, sizeof why, at, in_group ? IN_GROUP : IN_LIST, &scan->at);
        const char *next = scan->at + strspn(scan->at, " \t");
        if (!wrong && (*next == '=' || *next == ':')) {
            snprintf(why, sizeof why, "a name begins with a letter, and \"%.*s\" does not",
                     (int)(scan->at - at), at);
            wrong = true;
        }
    }
    if (wrong) slip(scan, scan->line, "%s", why);
}

static void open_bracket(Scan *scan) {
    if (scan->depth == DEEPEST) {
        slip(scan, scan->line, "more than %d brackets inside each other", DEEPEST);
        scan->at += strlen(scan->at);
        return;
    }
    scan->open_line[scan->depth] = scan->line;
    scan->open[scan->depth++] = *scan->at++;
}

static void close_bracket(Scan *scan) {
    const char sign = *scan->at++;
    const char *pair = sign == '}' ? "{" : sign == ')' ? "(" : "[";
    if (scan->depth > 0 && scan->open[scan->depth - 1] == *pair) {
        scan->depth--;
        return;
    }
    if (scan->depth == 0)
        slip(scan, scan->line, "'%c' closes nothing; take it away, or open it with '%s'", sign,
             pair);
    else
        slip(scan, scan->line, "'%c' stands where the '%c' of line %d wants closing", sign,
             scan->open[scan->depth - 1], scan->open_line[scan->depth - 1]);
    scan->at += strlen(scan->at); // from here on brackets tell nothing
    scan->depth = 0;
}

static void read_word(Scan *scan) {
    while (is_letter(*scan->at) || is_digit(*scan->at) || (*scan->at && strchr("_-*", *scan->at)))
        scan->at++;
}

static void read_other(Scan *scan) {
    const char sign = *scan->at;
    if (sign == '@') {
        slip(scan, scan->line, "@include is not used here; write base = \"other.cfg\"; instead");
        scan->at += strcspn(scan->at, "\n");
    } else {
        slip(scan, scan->line, "the sign %c means nothing here%s", sign,
             sign == '\'' ? "; use \"straight double quotes\"" : "");
        scan->at++;
    }
}

static void read_next(Scan *scan) {
    const char *at = scan->at;
    if (*at == '\n') scan->line++;
    if (isspace((unsigned char)*at) || strchr("=:;,", *at))
        scan->at++;
    else if (*at == '#' || strncmp(at, "//", 2) == 0)
        scan->at += strcspn(at, "\n");
    else if (strncmp(at, "/*", 2) == 0)
        skip_block_comment(scan);
    else if (*at == '"')
        skip_string(scan);
    else if (*at & 0x80)
        read_foreign(scan);
    else if (strchr("{([", *at))
        open_bracket(scan);
    else if (strchr("})]", *at))
        close_bracket(scan);
    else if (is_letter(*at) || *at == '*')
        read_word(scan);
    else if (is_digit(at[*at == '+' || *at == '-' || *at == '.']))
        read_number(scan);
    else if (strchr("+-", *at) && at[1] == '.' && is_digit(at[2]))
        read_number(scan);
    else
        read_other(scan);
}

Status spelling_check(const Text *text, Report *report) {
    Scan scan = {.text = text, .at = text->bytes, .line = 1, .report = report};
    while (*scan.at)
        read_next(&scan);
    if (scan.depth > 0)
        slip(&scan, scan.open_line[scan.depth - 1], "the '%c' that opens here is never closed",
             scan.open[scan.depth - 1]);
    if (scan.slips > MOST_SLIPS)
        report_problem(report, STATUS_INVALID, "%s: and %d more slips of this sort", text->file,
                       scan.slips - MOST_SLIPS);
    return scan.status;
}

bool spelling_number(const char *word, double *value, char why[LONGEST_WHY]) {
    uint32_t code = 0;
    const char *end = word;
    *why = '\0';
    if (*word == '\0')
        snprintf(why, LONGEST_WHY, "nothing stands here; write a number");
    else if ((*word & 0x80) && text_character(word, &code) && meant_by(code))
        snprintf(why, LONGEST_WHY, "\"%s\" is typed in full-width signs; write ordinary digits",
                 word);
    else if (!explain_number(why, LONGEST_WHY, word, IN_CELL, &end) && *end != '\0')
        snprintf(why, LONGEST_WHY, "\"%s\" is not a number; write one like 12, 0.35 or 1.2e6",
                 word);
    if (*why) return false;
    *value = strtod(word, NULL);
    return true;
}
