// SPDX-License-Identifier: MIT
#include "config/chain.h"

#include "config/text.h"

#include <sys/stat.h>

static bool is_same_file(const char *a, const char *b) {
    struct stat about_a, about_b;
    return stat(a, &about_a) == 0 && stat(b, &about_b) == 0 && about_a.st_ino == about_b.st_ino &&
           about_a.st_dev == about_b.st_dev;
}

// Takes the file of which `where` tells into the chain; `named_at` begins a message if it cannot be
// read.
static Status read_file(Chain *chain, const char *file, Where where, const char *named_at,
                        Reader *reader) {
    for (int i = 0; i < chain->count; i++) {
        if (!is_same_file(chain->documents[i].file, file)) continue;
        reader_problem(reader, where,
                       "base = \"%s\" leads back to %s; a file cannot rest on itself", file,
                       chain->documents[i].file);
        return STATUS_INVALID;
    }
    if (chain->count == MOST_BASES) {
        reader_problem(reader, where, "more than %d files rest on each other", MOST_BASES);
        return STATUS_INVALID;
    }
    const Status status = document_read(&chain->documents[chain->count], file, named_at,
                                        reader->arena, reader->report);
    if (status == STATUS_OK) chain->count++;
    return status;
}

static const Setting *lowest_root(const Chain *chain) {
    return document_root(&chain->documents[chain->count - 1]);
}

// Reads downwards, the file asked for first, until one rests on nothing or, if `stops_at_model`, is
// no scenario.
static Status read_downwards(Chain *chain, const char *file, const char *named_at,
                             bool stops_at_model, Reader *reader) {
    Where where = {file, 0};
    for (;;) {
        const Status status = read_file(chain, file, where, named_at, reader);
        if (status != STATUS_OK) return status;
        const Setting *base = setting_member(lowest_root(chain), "base");
        const char *name = "";
        if (!base || (stops_at_model && !setting_member(lowest_root(chain), "scenario")))
            return STATUS_OK;
        where = setting_where(base);
        if (!setting_text(reader, base, "base", &name)) return STATUS_INVALID;
        file = text_path_beside(reader->arena, chain->documents[chain->count - 1].file, name);
        named_at = arena_format(reader->arena, "%s:%d: base ", where.file, where.line);
    }
}

// Puts `model` in the place of the last file read.
static Status put_model(Chain *chain, const char *model, Reader *reader) {
    Document *last = &chain->documents[chain->count - 1];
    const char *const replaced = last->file;
    if (chain->count == 1) {
        reader_problem(reader, (Where){replaced, 0},
                       "--model %s asks for a scenario, and this has no scenario = { ... };",
                       model);
        return STATUS_INVALID;
    }
    document_free(last);
    const int above = --chain->count;
    const Status status = read_downwards(chain, model, "--model: ", false, reader);
    for (int i = above; i < chain->count; i++)
        if (is_same_file(chain->documents[i].file, replaced)) return status;
    if (status != STATUS_OK) return status;
    reader_problem(reader, (Where){model, 0},
                   "is no model to put in place of %s, because it does not rest on it; write "
                   "--model with a file that hxsim calibrate %s made",
                   replaced, replaced);
    return STATUS_INVALID;
}

Status chain_read_with(Chain *chain, const char *file, const char *model, Arena *arena,
                       Report *report) {
    Reader reader = {.arena = arena, .report = report};
    *chain = (Chain){.count = 0};
    Status status = read_downwards(chain, file, "", model != NULL, &reader);
    if (status == STATUS_OK && model) status = put_model(chain, model, &reader);
    if (status != STATUS_OK) chain_free(chain);
    return status;
}

Status chain_read(Chain *chain, const char *file, Arena *arena, Report *report) {
    return chain_read_with(chain, file, NULL, arena, report);
}

void chain_free(Chain *chain) {
    for (int i = 0; i < chain->count; i++)
        document_free(&chain->documents[i]);
    chain->count = 0;
}

const Setting *chain_level(const Chain *chain, int level) {
    return document_root(&chain->documents[chain->count - 1 - level]);
}

const Setting *chain_last(const Chain *chain, const char *name) {
    for (int level = chain->count - 1; level >= 0; level--) {
        const Setting *setting = setting_member(chain_level(chain, level), name);
        if (setting) return setting;
    }
    return NULL;
}

const Setting *chain_last_member(const Chain *chain, const char *group, const char *name) {
    for (int level = chain->count - 1; level >= 0; level--) {
        const Setting *holder = setting_member(chain_level(chain, level), group);
        const Setting *setting =
            holder && config_setting_is_group(holder) ? setting_member(holder, name) : NULL;
        if (setting) return setting;
    }
    return NULL;
}
