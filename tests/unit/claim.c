// SPDX-License-Identifier: MIT
#include "unit/claim.h"

#include <stdio.h>
#include <stdlib.h>

// TAP ends a test at the end of its line, so every line of a message becomes a comment.
static void print_comment(const char *message) {
    printf("#   ");
    for (const char *letter = message; *letter; letter++) {
        putchar(*letter);
        if (*letter == '\n') printf("#   ");
    }
    putchar('\n');
}

static void print_failures(SRunner *runner) {
    TestResult **failures = srunner_failures(runner);
    for (int i = 0; i < srunner_ntests_failed(runner); i++) {
        printf("#   %s:%d:\n", tr_lfile(failures[i]), tr_lno(failures[i]));
        print_comment(tr_msg(failures[i]));
    }
    free(failures);
}

// A runner of its own for each claim, because Check prints only when a whole runner is done.
static int claim_holds(const Claim *claim, int number) {
    TCase *tcase = tcase_create(claim->test.name);
    tcase_set_timeout(tcase, claim->limit_seconds);
    tcase_add_test(tcase, &claim->test);
    Suite *suite = suite_create(claim->test.name);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);

    srunner_run_all(runner, CK_SILENT);
    const int holds = srunner_ntests_run(runner) == 1 && srunner_ntests_failed(runner) == 0;
    printf("%s %d - %s\n", holds ? "ok" : "not ok", number, claim->test.name);
    print_failures(runner);
    fflush(stdout);

    srunner_free(runner);
    return holds;
}

int claims_run(const Claim *claims, int count) {
    printf("1..%d\n", count);
    fflush(stdout);

    int held = 0;
    for (int i = 0; i < count; i++)
        held += claim_holds(&claims[i], i + 1);
    return held == count ? 0 : 1;
}
