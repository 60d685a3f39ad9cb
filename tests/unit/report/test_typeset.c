// SPDX-License-Identifier: MIT
#include "report/typeset.h"

#include "unit/claim.h"

#include <math.h>
#include <string.h>

static double width(const char *text) {
    return typeset_width_em(text, strlen(text), TYPESET_REGULAR);
}

// Whether the lines, one after another, are the text without the spaces at their ends.
static void assert_lines(const TypesetLines *lines, const char *const *expected, size_t count) {
    ck_assert_uint_eq(lines->count, count);
    for (size_t i = 0; i < count; i++) {
        ck_assert_uint_eq(lines->line[i].length, strlen(expected[i]));
        ck_assert(memcmp(lines->line[i].start, expected[i], strlen(expected[i])) == 0);
    }
}

TEST(widths) {
    ck_assert_double_eq_tol(width("怀化市"), 3.0, 1e-12);
    ck_assert_double_eq_tol(width("52.6%"), 3 * 0.555 + 0.278 + 0.921, 1e-12);
    ck_assert(typeset_width_em("Huaihua", 7, TYPESET_BOLD) > width("Huaihua"));
    ck_assert_double_eq_tol(width("版\xC2\xA0本"), 2.224, 1e-12);
}

TEST(closing_marks) {
    const TypesetLines lines =
        typeset_fill("留在本县看病，费用更低（按病种付费）。", 6.3, TYPESET_REGULAR);
    for (size_t i = 1; i < lines.count; i++) {
        ck_assert(strncmp(lines.line[i].start, "，", 3) != 0);
        ck_assert(strncmp(lines.line[i].start, "）", 3) != 0);
        ck_assert(strncmp(lines.line[i].start, "。", 3) != 0);
        ck_assert(strncmp(lines.line[i - 1].start + lines.line[i - 1].length - 3, "（", 3) != 0);
    }
    ck_assert_uint_gt(lines.count, 2);
}

TEST(whole_words) {
    const char *const expected[] = {"County", "consortium", "could lift"};
    const TypesetLines lines = typeset_fill("County consortium could lift", 6.1, TYPESET_REGULAR);
    assert_lines(&lines, expected, 3);

    const TypesetLines chinese = typeset_fill("全市的乡镇卫生院", 6.5, TYPESET_REGULAR);
    const char *const whole[] = {"全市的乡镇", "卫生院"};
    assert_lines(&chinese, whole, 2);

    const TypesetLines number = typeset_fill("共有2030年的数据", 3.9, TYPESET_REGULAR);
    const char *const year[] = {"共有", "2030年", "的数据"};
    assert_lines(&number, year, 3);
}

TEST(widths_kept) {
    const char *text =
        "模拟，非预测：300组参数的中位数与90%区间，每1位居民代表10人，种子7，版本0.1。来源："
        "hxsim example with some Latin words in it";
    for (double room = 8.3; room < 40.0; room += 1.7) {
        const TypesetLines lines = typeset_fill(text, room, TYPESET_REGULAR);
        for (size_t i = 0; i < lines.count; i++)
            ck_assert_double_le(lines.line[i].width_em, room + 1e-9);
        ck_assert_ptr_eq(lines.line[0].start, text);
        const TypesetLine *last = &lines.line[lines.count - 1];
        ck_assert_ptr_eq(last->start + last->length, text + strlen(text));
    }
}

TEST(balanced) {
    const char *const clauses[] = {"县域医共体使基层就诊比例升高，", "比维持现状高七个百分点"};
    const TypesetLines lines =
        typeset_balance("县域医共体使基层就诊比例升高，比维持现状高七个百分点", 22.0, TYPESET_BOLD);
    assert_lines(&lines, clauses, 2);

    const char *const halves[] = {"Waits fall most where", "the referral rule bites"};
    const TypesetLines english =
        typeset_balance("Waits fall most where the referral rule bites", 20.0, TYPESET_BOLD);
    assert_lines(&english, halves, 2);
}

TEST(spread_apart) {
    double centre[] = {150.3, 147.9, 152.1, 311.7, 3.2};
    const double extent[] = {21.3, 20.7, 22.9, 19.1, 24.7};
    typeset_spread(centre, extent, 5, 0.0, 320.0);
    const size_t order[] = {4, 1, 0, 2, 3};
    ck_assert_double_ge(centre[4], 0.5 * extent[4] - 1e-9);
    ck_assert_double_le(centre[3] + 0.5 * extent[3], 320.0 + 1e-9);
    for (size_t i = 1; i < 5; i++) {
        const size_t a = order[i - 1], b = order[i];
        ck_assert_double_ge(centre[b] - centre[a], 0.5 * (extent[a] + extent[b]) - 1e-9);
    }
    // Three labels that want to be in one place share the shift: their middle stays.
    const double mean_before = (150.3 + 147.9 + 152.1) / 3.0;
    ck_assert_double_eq_tol((centre[0] + centre[1] + centre[2]) / 3.0, mean_before, 1.5);
}

TEST(spread_idle) {
    double centre[] = {211.3, 31.7, 99.2};
    const double extent[] = {20.1, 20.2, 20.3};
    typeset_spread(centre, extent, 3, 0.0, 300.0);
    ck_assert_double_eq_tol(centre[0], 211.3, 1e-9);
    ck_assert_double_eq_tol(centre[1], 31.7, 1e-9);
    ck_assert_double_eq_tol(centre[2], 99.2, 1e-9);
}

static void assert_number(double value, int decimals, Language language, const char *expected) {
    char text[TYPESET_NUMBER];
    typeset_number(text, value, decimals, language);
    ck_assert_str_eq(text, expected);
}

TEST(chinese_numbers) {
    assert_number(9840.3, 0, LANGUAGE_ZH, "9840");
    assert_number(9999.7, 0, LANGUAGE_ZH, "1万");
    assert_number(12345, 0, LANGUAGE_ZH, "1.23万");
    assert_number(120000, 0, LANGUAGE_ZH, "12万");
    assert_number(4559500, 0, LANGUAGE_ZH, "456万");
    assert_number(99996000, 0, LANGUAGE_ZH, "1亿");
    assert_number(-723456789, 0, LANGUAGE_ZH, "−7.23亿");
    assert_number(52.64, 1, LANGUAGE_ZH, "52.6");
}

TEST(english_numbers) {
    assert_number(9840.3, 0, LANGUAGE_EN, "9,840");
    assert_number(4559500, 0, LANGUAGE_EN, "4,559,500");
    assert_number(-1234.56, 1, LANGUAGE_EN, "−1,234.6");
    assert_number(-0.04, 1, LANGUAGE_EN, "0.0");
    assert_number(999, 0, LANGUAGE_EN, "999");
    assert_number((double)NAN, 0, LANGUAGE_EN, "–");
}

TEST(steps) {
    ck_assert_int_eq(typeset_decimals(5.0), 0);
    ck_assert_int_eq(typeset_decimals(2.5), 1);
    ck_assert_int_eq(typeset_decimals(0.02), 2);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("a Chinese character is 1 em wide and a Latin one as wide as in the font", widths),
        CLAIM("no line begins with a closing mark or ends with an opening one", closing_marks),
        CLAIM("Latin words, numbers with their unit, and words of the field stay whole",
              whole_words),
        CLAIM("broken lines fit their width and together are the whole text", widths_kept),
        CLAIM("a headline is broken between clauses, or into halves", balanced),
        CLAIM("labels pushed apart do not cover each other and keep their order", spread_apart),
        CLAIM("labels with room enough are not moved", spread_idle),
        CLAIM("Chinese numbers count in wan and yi", chinese_numbers),
        CLAIM("English numbers have separators at thousands", english_numbers),
        CLAIM("an axis writes as many decimals as its step needs", steps),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
