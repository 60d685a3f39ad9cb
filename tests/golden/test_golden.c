// SPDX-License-Identifier: MIT
#include "laws/compare.h"
#include "laws/tiny.h"
#include "unit/claim.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

// One hash for each scenario, over all numbers of its results: an alarm that results have moved,
// never evidence that they are right. The laws, the twin and the theory are the evidence.

static const char *const FILE_OF_HASHES = "tests/golden/hashes.txt";

// The hash that was accepted last, or an empty text.
static void accepted(const char *name, char hash[17]) {
    char line[200], known[100], value[17];
    FILE *file = fopen(FILE_OF_HASHES, "r");
    ck_assert_msg(file != NULL, "%s cannot be read", FILE_OF_HASHES);
    hash[0] = 0;
    while (fgets(line, sizeof line, file))
        if (sscanf(line, "%99s %16s", known, value) == 2 && strcmp(known, name) == 0)
            memcpy(hash, value, sizeof value);
    fclose(file);
}

static void assert_accepted(const char *name, const char *path, const Overrides *overrides) {
    Experiment experiment;
    Results results;
    char now[17], before[17];
    scenario_read_file(&experiment, path, overrides);
    tiny_run(&experiment, 0, &results);
    snprintf(now, sizeof now, "%016" PRIx64, results_hash(&results));
    accepted(name, before);
    results_free(&results);
    experiment_free(&experiment);
    ck_assert_msg(
        strcmp(now, before) == 0,
        "results of %s have moved: %s, accepted was %s.\n"
        "If nobody meant to move them, this is a bug. If somebody did, and laws, twin and "
        "theory still hold,\nwrite the line\n%s %s\ninto %s and say in the commit "
        "message that results move, and why.",
        name, now, before[0] ? before : "nothing", name, now, FILE_OF_HASHES);
}

TEST(tiny) {
    assert_accepted("tiny", "tests/cities/tiny.cfg", &(Overrides){.years = 2});
}

TEST(huaihua) {
    assert_accepted("huaihua-1-in-200", "scenarios/huaihua.cfg",
                    &(Overrides){.years = 2, .scale = 200});
}

int main(void) {
    const Claim claims[] = {
        CLAIM("the results of the made-up city are those accepted last", tiny),
        CLAIM("the results of Huaihua, one in 200, are those accepted last", huaihua),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
