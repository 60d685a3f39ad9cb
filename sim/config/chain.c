// SPDX-License-Identifier: MIT
#include "config/chain.h"

#include "config/text.h"

#include <sys/stat.h>

static bool is_same_file(const char *a, const char *b) {
    struct stat about_a, about_b;
    return stat(a, &about_a) == 0 && stat(b, &about_b) == 0 && about_a.st_ino == about_b.st_ino &&
           about_a.st_dev == about_b.st_dev;
}

// Reads downwards, the file asked for first.
static Status read_downwards(Chain *chain, const char *file, Reader *reader) {
    const char *named_at = "";
    Where where = {file, 0};
    for (;;) {
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
        Document *document = &chain->documents[chain->count];
        const Status status =
            document_read(document, file, named_at, reader->arena, reader->report);
        if (status != STATUS_OK) return status;
        chain->count++;

        const Setting *base = setting_member(document_root(document), "base");
        const char *name = "";
        if (!base) return STATUS_OK;
        where = setting_where(base);
        if (!setting_text(reader, base, "base", &name)) return STATUS_INVALID;
        file = text_path_beside(reader->arena, document->file, name);
        named_at = arena_format(reader->arena, "%s:%d: base ", where.file, where.line);
    }
}

Status chain_read(Chain *chain, const char *file, Arena *arena, Report *report) {
    Reader reader = {.arena = arena, .report = report};
    *chain = (Chain){.count = 0};
    const Status status = read_downwards(chain, file, &reader);
    if (status != STATUS_OK) chain_free(chain);
    return status;
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
