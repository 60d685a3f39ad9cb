// SPDX-License-Identifier: MIT
// Spoiled files in numbers. HXSIM_FUZZ=50000 tries that many of each kind, HXSIM_FUZZ_SEED=7
// another row of them. Where a failure would name a line it names the number of the spoiled file.
#include "config/chain.h"
#include "config/experiment.h"
#include "config/table.h"
#include "config/text.h"
#include "fuzz/mutation.h"
#include "unit/claim.h"
#include "unit/config/fixture.h"

#include <stdlib.h>
#include <string.h>

static long from_environment(const char *name, long usual) {
    const char *text = getenv(name);
    return text && *text ? strtol(text, NULL, 10) : usual;
}

static void expect_plain(const char *message) {
    ck_assert_msg(*message != '\0', "a message is empty");
    for (const char *at = message; *at;) {
        uint32_t code = 0;
        const int size = text_character(at, &code);
        ck_assert_msg(size > 0 && code >= 0x20, "a message is not one line of whole characters: %s",
                      message);
        at += size;
    }
}

// Refused with reasons, or read without any.
static void expect_sense(Status status, const Report *report) {
    ck_assert_int_eq(status == STATUS_OK, report->count == 0);
    ck_assert(status == STATUS_OK || status == STATUS_INVALID || status == STATUS_NO_INPUT);
    for (size_t i = 0; i < report->count; i++)
        expect_plain(report->messages[i]);
}

// Spoils a file of the fixture again and again and hands each to `look`.
static void spoil(const char *file, long times, void (*look)(const Fixture *, const char *)) {
    Fixture fixture;
    fixture_make(&fixture);
    char *text = fixture_text(&fixture, file);
    const uint64_t seed = (uint64_t)from_environment("HXSIM_FUZZ_SEED", 20260304);
    for (long i = 0; i < from_environment("HXSIM_FUZZ", times); i++) {
        Mutation mutation = {seed + (uint64_t)i};
        size_t length = 0;
        char *spoiled = mutation_spoil(&mutation, text, &length);
        fixture_write(&fixture, file, spoiled, length);
        tcase_fn_start("spoiled", __FILE__, (int)i);
        look(&fixture, file);
        free(spoiled);
    }
    free(text);
    fixture_free(&fixture);
}

static void look_at_text(const Fixture *fixture, const char *file) {
    Report report;
    Chain chain;
    char path[256];
    Arena *arena = arena_new();
    report_init(&report);
    const Status status = chain_read(&chain, fixture_path(fixture, file, path), arena, &report);
    expect_sense(status, &report);
    chain_free(&chain);
    arena_free(arena);
    report_free(&report);
}

static void look_at_table(const Fixture *fixture, const char *file) {
    static const Column columns[] = {
        {"id", false}, {"name_zh", true}, {"residents", true}, {"source", true}};
    Report report;
    Table table;
    char path[256];
    report_init(&report);
    Reader reader = {.arena = arena_new(), .report = &report};
    if (table_read(&table, fixture_path(fixture, file, path), "", columns, 4, &reader))
        for (int row = 0; row < table.rows; row++)
            row_number(&(Row){&reader, &table, row}, 2, 0, 1e6);
    expect_sense(reader.status, &report);
    arena_free(reader.arena);
    report_free(&report);
}

static void look_at_scenario(const Fixture *fixture, const char *file) {
    Experiment experiment;
    Report report;
    (void)file;
    const Status status = fixture_read(fixture, "scenario.cfg", NULL, &experiment, &report);
    expect_sense(status, &report);
    if (status == STATUS_OK) ck_assert_uint_eq(strlen(experiment.inputs_hash), 64);
    experiment_free(&experiment);
    report_free(&report);
}

TEST(spoiled_text) {
    spoil("scenario.cfg", 600, look_at_text);
}

TEST(spoiled_table) {
    spoil("townships.csv", 1500, look_at_table);
}

TEST(spoiled_scenario) {
    spoil("scenario.cfg", 60, look_at_scenario);
}

TEST(spoiled_model) {
    static const char *const files[] = {"model.cfg",      "counties.csv",   "townships.csv",
                                        "facilities.csv", "parameters.csv", "origins.csv",
                                        "figures.csv"};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        spoil(files[i], 25, look_at_scenario);
}

int main(void) {
    const Claim claims[] = {
        CLAIM_WITHIN(3600, "a spoiled scenario file is parsed or refused with reasons",
                     spoiled_text),
        CLAIM_WITHIN(3600, "a spoiled table is read or refused with reasons", spoiled_table),
        CLAIM_WITHIN(3600, "a spoiled scenario is read whole or refused with reasons",
                     spoiled_scenario),
        CLAIM_WITHIN(3600, "a scenario on a spoiled model is read whole or refused with reasons",
                     spoiled_model),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
