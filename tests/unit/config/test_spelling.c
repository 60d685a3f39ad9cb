// SPDX-License-Identifier: MIT
#include "config/spelling.h"
#include "unit/claim.h"

#include <string.h>

// What is told of a text, message after message, each ended by a newline.
static void check(const char *bytes, char told[8192]) {
    Report report;
    report_init(&report);
    const Text text = {.file = "a.cfg", .bytes = bytes, .length = strlen(bytes)};
    const Status status = spelling_check(&text, &report);
    ck_assert_int_eq(status, report.count ? STATUS_INVALID : STATUS_OK);
    *told = '\0';
    for (size_t i = 0; i < report.count; i++) {
        strcat(told, report.messages[i]);
        strcat(told, "\n");
    }
    report_free(&report);
}

typedef struct Case {
    const char *text, *told;
} Case;

static void expect(const Case *cases, size_t count) {
    for (size_t i = 0; i < count; i++) {
        char told[8192], expected[1024];
        snprintf(expected, sizeof expected, "a.cfg:%s\n", cases[i].told);
        check(cases[i].text, told);
        ck_assert_msg(strcmp(told, expected) == 0, "'%s' tells '%s', not '%s'", cases[i].text, told,
                      expected);
    }
}
#define EXPECT(cases) expect(cases, sizeof cases / sizeof *cases)

TEST(ordinary_text) {
    static const char text[] =
        "// 怀化 ４ ＝\n# 30% 4,587,594\n/* 0xFF \n 1e400 */\n"
        "base = \"../a.cfg\"; a-b* : { c = -12; d = +.5; e = 1.; f = 2e6; g = 1.5E-3; h = "
        "5000000000L };\n"
        "list = ( 1, 200, 300, \"４，587\", { i = TRUE; } ); array = [4,587,594];\n"
        "long = \"one \" \n \"two \\\" \\\\\"; last = 2147483647; least = -2147483648\n";
    char told[8192];
    check(text, told);
    ck_assert_str_eq(told, "");
    check("", told);
    ck_assert_str_eq(told, "");
}

TEST(full_width) {
    static const Case cases[] = {
        {"a = 1;\nb ＝ 2;", "2: \"＝\" is typed in full-width signs; write ="},
        {"a = ４５;", "1: \"４５\" is typed in full-width signs; write 45"},
        {"a = 4；", "1: \"；\" is typed in full-width signs; write ;"},
        {"a = “x”;", NULL},
        {"a =\u3000"
         "1;",
         "1: a space of another kind stands here (U+3000); type an ordinary space"},
        {"a = 怀化;", "1: \"怀化\" stands outside quotes; put text in \"straight quotes\""},
    };
    char told[8192];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        if (cases[i].told) {
            expect(&cases[i], 1);
            continue;
        }
        check(cases[i].text, told);
        ck_assert_str_eq(told, "a.cfg:1: \"“\" is typed in full-width signs; write \"\n"
                               "a.cfg:1: \"”\" is typed in full-width signs; write \"\n");
    }
}

TEST(numbers_as_people_write_them) {
    static const Case cases[] = {
        {"a = 30%;", "1: 30% is not read; write 0.3 if the unit is \"share\""},
        {"a = 7.5 %;", "1: 7.5% is not read; write 0.075 if the unit is \"share\""},
        {"a = 30％;", "1: 30% is not read; write 0.3 if the unit is \"share\""},
        {"a = 4,587,594;", "1: 4,587,594 has separators; write 4587594"},
        {"a = { b = 4,587.25; };", "1: 4,587.25 has separators; write 4587.25"},
        {"a = 455.95万;", "1: 455.95万 is not read; write 4559500"},
        {"a = 1.2亿;", "1: 1.2亿 is not read; write 120000000"},
        {"a = 2022-01-31;", "1: a date stands in quotes; write \"2022-01-31\""},
        {"a = 1.2.3;", "1: \"1.2.3\" is not a number; write one like 12, 0.35 or 1.2e6"},
        {"a = 1O;", "1: \"1O\" is not a number; write one like 12, 0.35 or 1.2e6"},
        {"a = 3e;", "1: \"3e\" is not a number; write one like 12, 0.35 or 1.2e6"},
        {"2021 = { };", "1: a name begins with a letter, and \"2021\" does not"},
    };
    EXPECT(cases);
}

TEST(numbers_misread) {
    static const Case cases[] = {
        {"a = 5000000000;", "1: 5000000000 is a whole number beyond 32 bits; write 5000000000.0"},
        {"a = 2147483648;", "1: 2147483648 is a whole number beyond 32 bits; write 2147483648.0"},
        {"a = -2147483649;",
         "1: -2147483649 is a whole number beyond 32 bits; write -2147483649.0"},
        {"a = (1, 5000000000);",
         "1: 5000000000 is a whole number beyond 32 bits; write 5000000000.0"},
        {"a = 0xFFFFFFFF;", "1: 0xFFFFFFFF is hexadecimal; write it in decimal digits"},
        {"a = 1e400;", "1: 1e400 is larger than any number here"},
        {"a = -1e400;", "1: -1e400 is larger than any number here"},
        {"a = 99999999999999999999L;", "1: 99999999999999999999L is larger than any number here"},
    };
    EXPECT(cases);
}

TEST(open_ends) {
    static const Case cases[] = {
        {"a = \"x;\nb = 1;",
         "1: a quote that opens in this line is not closed in it; close it with \" (a long text "
         "may be several quotes, one after the other)"},
        {"a = 1; /* x\n\n", "1: the comment that begins here is never closed; write */ after it"},
        {"a = {\n b = (1, 2;\n", "2: the '(' that opens here is never closed"},
        {"a = 1; };\n", "1: '}' closes nothing; take it away, or open it with '{'"},
        {"a = {\n b = (1, 2};\n", "2: '}' stands where the '(' of line 2 wants closing"},
    };
    EXPECT(cases);
}

TEST(other_signs) {
    static const Case cases[] = {
        {"a = 1;\n@include \"b.cfg\"\n",
         "2: @include is not used here; write base = \"other.cfg\"; instead"},
        {"a = 'x';", NULL},
        {"a = 1 < 2;", "1: the sign < means nothing here"},
        {"a = \"x\"; b.c = 2;", "1: the sign . means nothing here"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (cases[i].told) expect(&cases[i], 1);
    char told[8192];
    check(cases[1].text, told);
    ck_assert_ptr_nonnull(
        strstr(told, "the sign ' means nothing here; use \"straight double quotes\""));
}

TEST(slips_are_counted) {
    char text[4096] = "", told[8192];
    for (int i = 0; i < 53; i++)
        strcat(text, "a = 30%;\n");
    check(text, told);
    ck_assert_ptr_nonnull(strstr(told, "a.cfg:20: 30%"));
    ck_assert_ptr_null(strstr(told, "a.cfg:21: 30%"));
    ck_assert_ptr_nonnull(strstr(told, "a.cfg: and 33 more slips of this sort"));
}

TEST(deep_brackets) {
    char text[4096], told[8192];
    memset(text, '(', 3000);
    strcpy(text + 3000, "\n");
    check(text, told);
    ck_assert_ptr_nonnull(strstr(told, "a.cfg:1: more than 64 brackets inside each other"));
}

TEST(number_alone) {
    static const struct {
        const char *word;
        double value;
    } good[] = {{"0.35", 0.35},     {"-12", -12}, {"5000000000", 5e9},
                {"1.5e-3", 0.0015}, {".5", 0.5},  {"7L", 7}};
    static const char *const bad[] = {"",    "30%",  "4,587", "1 2", "x",   "nan",
                                      "inf", "0x10", "1e999", "４",  "--1", "1-2"};
    char why[LONGEST_WHY];
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        double value = -7.25;
        ck_assert_msg(spelling_number(good[i].word, &value, why), "'%s'", good[i].word);
        ck_assert(value == good[i].value);
        ck_assert_str_eq(why, "");
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        double value = -7.25;
        ck_assert_msg(!spelling_number(bad[i], &value, why), "'%s' was read", bad[i]);
        ck_assert(value == -7.25);
        ck_assert_msg(strstr(why, "write") || strstr(why, "larger than any number"), "%s", why);
    }
}

int main(void) {
    const Claim claims[] = {
        CLAIM("ordinary text, with Chinese in quotes and comments, is let through", ordinary_text),
        CLAIM("full-width signs are told with what to type instead", full_width),
        CLAIM("30%, 4,587,594, 455.95万 and dates are told in plain words",
              numbers_as_people_write_them),
        CLAIM("numbers that libconfig would misread without a word are refused", numbers_misread),
        CLAIM("what is opened and never closed is told where it was opened", open_ends),
        CLAIM("@include and signs without meaning are told", other_signs),
        CLAIM("of many slips twenty are told and the rest counted", slips_are_counted),
        CLAIM("brackets nested too deep are refused", deep_brackets),
        CLAIM("a number that stands alone is read whole or refused with the reason", number_alone),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
