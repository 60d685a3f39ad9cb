// SPDX-License-Identifier: MIT
#include "base/status.h"
#include "unit/claim.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static const char *const known[] = {"coverage", "ramp_months", "start", "places"};
enum { KNOWN = sizeof known / sizeof *known };

// What report_print writes, for the caller to free.
static char *printed(const Report *report) {
    char *text = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&text, &length);
    ck_assert_ptr_nonnull(stream);
    report_print(report, stream);
    fclose(stream);
    return text;
}

TEST(no_message_steers_a_terminal) {
    Report report;
    report_init(&report);
    report_problem(&report, STATUS_INVALID, "%s: unknown", "a\x1b[31mb\nc\td\r\x7f\\x");
    report_problem(&report, STATUS_INVALID, "%s",
                   "\xC2\x9B"
                   "31m怀化\xC2\xA0ü");
    char *text = printed(&report);
    ck_assert_str_eq(text, "hxsim: a\\x1b[31mb\\x0ac\\x09d\\x0d\\x7f\\x: unknown\n"
                           "hxsim: \\x9b31m怀化\xC2\xA0ü\n");
    free(text);
    report_free(&report);
}

TEST(every_problem_is_printed) {
    Report report;
    report_init(&report);
    for (int line = 1; line <= 37; line++)
        report_problem(&report, STATUS_INVALID, "a.cfg:%d: wrong", line);
    ck_assert_uint_eq(report.count, 37);

    char *text = printed(&report);
    ck_assert_int_eq(strncmp(text, "hxsim: a.cfg:1: wrong\nhxsim: a.cfg:2: wrong\n", 44), 0);
    ck_assert_str_eq(strstr(text, "hxsim: a.cfg:36:"),
                     "hxsim: a.cfg:36: wrong\nhxsim: a.cfg:37: wrong\n");
    free(text);
    report_free(&report);
}

TEST(long_message_is_whole) {
    char word[3001];
    memset(word, 'x', sizeof word - 1);
    word[sizeof word - 1] = '\0';

    Report report;
    report_init(&report);
    report_problem(&report, STATUS_INVALID, "%s!", word);
    ck_assert_uint_eq(strlen(report.messages[0]), 3001);
    ck_assert_int_eq(report.messages[0][3000], '!');
    report_free(&report);
}

TEST(problem_returns_its_status) {
    Report report;
    report_init(&report);
    ck_assert_int_eq(report_problem(&report, STATUS_NO_INPUT, "gone"), STATUS_NO_INPUT);
    report_free(&report);
}

TEST(nothing_met_nothing_printed) {
    Report report;
    report_init(&report);
    char *text = printed(&report);
    ck_assert_str_eq(text, "");
    free(text);
    report_free(&report);
}

TEST(free_leaves_an_empty_report) {
    Report report;
    report_init(&report);
    report_problem(&report, STATUS_IO, "half-way");
    report_free(&report);
    ck_assert_uint_eq(report.count, 0);
    report_problem(&report, STATUS_IO, "again");
    ck_assert_uint_eq(report.count, 1);
    ck_assert_str_eq(report.messages[0], "again");
    report_free(&report);
}

TEST(free_accepts_zeroed) {
    Report report = {0};
    report_free(&report);
    report_free(&report);
    ck_assert_ptr_null(report.messages);
}

TEST(lost_messages_are_counted) {
    Report report = {.lost = 3};
    char *text = printed(&report);
    ck_assert_str_eq(text, "hxsim: out of memory: 3 messages were lost\n");
    free(text);
}

TEST(first_problem_wins) {
    ck_assert_int_eq(status_first(STATUS_OK, STATUS_OK), STATUS_OK);
    ck_assert_int_eq(status_first(STATUS_OK, STATUS_IO), STATUS_IO);
    ck_assert_int_eq(status_first(STATUS_INVALID, STATUS_OK), STATUS_INVALID);
    ck_assert_int_eq(status_first(STATUS_INVALID, STATUS_IO), STATUS_INVALID);
}

TEST(statuses_are_those_of_the_manual) {
    ck_assert_int_eq(STATUS_OK, 0);
    ck_assert_int_eq(STATUS_DIFFERENT, 1);
    ck_assert_int_eq(STATUS_USAGE, 64);
    ck_assert_int_eq(STATUS_INVALID, 65);
    ck_assert_int_eq(STATUS_NO_INPUT, 66);
    ck_assert_int_eq(STATUS_UNAVAILABLE, 69);
    ck_assert_int_eq(STATUS_LAW_BROKEN, 70);
    ck_assert_int_eq(STATUS_NO_MEMORY, 71);
    ck_assert_int_eq(STATUS_NO_OUTPUT, 73);
    ck_assert_int_eq(STATUS_IO, 74);
    ck_assert_int_eq(STATUS_INTERRUPTED, 130);
}

TEST(memory_is_zeroed) {
    Report report;
    report_init(&report);
    unsigned char *memory = report_calloc(&report, 1237, 3);
    ck_assert_ptr_nonnull(memory);
    for (size_t i = 0; i < 1237 * 3; i++)
        ck_assert_uint_eq(memory[i], 0);
    free(memory);
    ck_assert_uint_eq(report.count, 0);
    report_free(&report);
}

TEST(memory_of_no_size) {
    Report report;
    report_init(&report);
    void *none = report_calloc(&report, 0, 8), *empty = report_calloc(&report, 8, 0);
    ck_assert_ptr_nonnull(none);
    ck_assert_ptr_nonnull(empty);
    free(none);
    free(empty);
    report_free(&report);
}

TEST(memory_that_cannot_be_had) {
    Report report;
    report_init(&report);
    volatile size_t more_than_there_is = SIZE_MAX / 2;
    ck_assert_ptr_null(report_calloc(&report, more_than_there_is, 3));
    ck_assert_uint_eq(report.count, 1);
    ck_assert_ptr_nonnull(strstr(report.messages[0], "out of memory"));
    report_free(&report);
}

TEST(typos) {
    ck_assert_str_eq(nearest_name("coverge", known, KNOWN), "coverage");
    ck_assert_str_eq(nearest_name("coverrage", known, KNOWN), "coverage");
    ck_assert_str_eq(nearest_name("coverafe", known, KNOWN), "coverage");
    ck_assert_str_eq(nearest_name("ramp_month", known, KNOWN), "ramp_months");
}

// True if `name` is nearer to `near` than to `far`, which is known first and would win a tie.
static bool is_nearer(const char *name, const char *near, const char *far) {
    const char *const two[] = {far, near};
    const char *nearest = nearest_name(name, two, 2);
    return nearest && strcmp(nearest, near) == 0;
}

TEST(each_slip_counts_one) {
    const bool letter_too_many = is_nearer("staxrt", "start", "staxpq");
    const bool letter_too_few = is_nearer("strt", "start", "stpq");
    const bool wrong_letter = is_nearer("stbrt", "start", "stbrtxy");
    const bool exchanged_letters = is_nearer("satrt", "start", "satpq");
    ck_assert(letter_too_many);
    ck_assert(letter_too_few);
    ck_assert(wrong_letter);
    ck_assert(exchanged_letters);
}

TEST(exact_name) {
    ck_assert_ptr_eq(nearest_name("start", known, KNOWN), known[2]);
}

TEST(equally_near) {
    const char *const two[] = {"bed", "fed"};
    ck_assert_ptr_eq(nearest_name("red", two, 2), two[0]);
}

TEST(far_names) {
    ck_assert_ptr_null(nearest_name("ledger", known, KNOWN));
    ck_assert_ptr_null(nearest_name("pl", known, KNOWN));
    ck_assert_ptr_null(nearest_name("start", NULL, 0));
}

TEST(long_names) {
    char word[501];
    memset(word, 's', sizeof word - 1);
    word[sizeof word - 1] = '\0';
    ck_assert_ptr_null(nearest_name(word, known, KNOWN));
}

int main(void) {
    const Claim claims[] = {
        CLAIM("control characters in a message are shown and not obeyed",
              no_message_steers_a_terminal),
        CLAIM("every problem of a file is told, in the order it was met", every_problem_is_printed),
        CLAIM("a message of 3,001 letters is told whole", long_message_is_whole),
        CLAIM("a problem hands back the status it was given", problem_returns_its_status),
        CLAIM("a report of no problems prints nothing", nothing_met_nothing_printed),
        CLAIM("a freed report can be used again", free_leaves_an_empty_report),
        CLAIM("freeing a zeroed report is harmless, twice too", free_accepts_zeroed),
        CLAIM("messages lost for want of memory are counted aloud", lost_messages_are_counted),
        CLAIM("of two statuses the first that is not ok wins", first_problem_wins),
        CLAIM("exit statuses are those of the manual", statuses_are_those_of_the_manual),
        CLAIM("memory comes zeroed", memory_is_zeroed),
        CLAIM("memory of no size is no error", memory_of_no_size),
        CLAIM("memory that cannot be had is a message and no pointer", memory_that_cannot_be_had),
        CLAIM("a slip of the keys is answered with the nearest known name", typos),
        CLAIM("a letter too many, too few, wrong, or exchanged with its neighbour is one slip",
              each_slip_counts_one),
        CLAIM("a name that is known is its own nearest", exact_name),
        CLAIM("of two names equally near the first known is offered", equally_near),
        CLAIM("a name far from every known one is answered with none", far_names),
        CLAIM("a name of 500 letters is answered with none", long_names),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
