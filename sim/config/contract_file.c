// SPDX-License-Identifier: MIT
#include "config/contract_file.h"

#include "config/text.h"

#include <string.h>

static void keep(ContractFile *contracts, const char *file, const char *named_at, Reader *reader) {
    Text text;
    const Status status = text_read(&text, file, named_at, reader->arena, reader->report);
    reader->status = status_first(reader->status, status);
    if (status != STATUS_OK) return;
    contracts->part[contracts->parts++] = (CityTable){text.file, text.bytes, text.length};
}

static bool is_kept(const ContractFile *contracts, const char *file) {
    for (int i = 0; i < contracts->parts; i++)
        if (strcmp(contracts->part[i].file, file) == 0) return true;
    return false;
}

static void keep_table(ContractFile *contracts, const Setting *groups, Reader *reader) {
    const Where where = setting_where(groups);
    const char *name = "";
    if (!setting_text(reader, groups, "groups", &name) || !strchr(name, '.')) return;
    if (strchr(name, '/')) {
        reader_problem(reader, where,
                       "groups is \"%s\"; in a run the table stands beside the contract file",
                       name);
        return;
    }
    const char *file = text_path_beside(reader->arena, contracts->file, name);
    if (is_kept(contracts, file)) return;
    if (contracts->parts == MOST_CONTRACT_FILES)
        reader_problem(reader, where,
                       "groups is \"%s\", a table more than the %d that a run carries; let "
                       "contracts share tables, or pay by fewer contracts",
                       name, MOST_CONTRACTS);
    else
        keep(contracts, file, arena_format(reader->arena, "%s:%d: groups ", where.file, where.line),
             reader);
}

static void keep_tables(ContractFile *contracts, Reader *reader) {
    Document document;
    const Status status =
        document_read(&document, contracts->file, "", reader->arena, reader->report);
    reader->status = status_first(reader->status, status);
    if (status != STATUS_OK) return;
    const Setting *list = setting_member(document_root(&document), "contracts");
    for (int i = 0; list && config_setting_is_aggregate(list) && i < setting_count(list); i++) {
        const Setting *one = setting_at(list, i);
        const Setting *groups = config_setting_is_group(one) ? setting_member(one, "groups") : NULL;
        if (groups) keep_table(contracts, groups, reader);
    }
    document_free(&document);
}

void contract_file_read(Experiment *experiment, const Chain *chain, Reader *reader) {
    const Setting *setting = chain_last(chain, "contracts");
    ContractFile *contracts = &experiment->contracts;
    const char *name = "";
    if (!setting || !setting_text(reader, setting, "contracts", &name) || !*name) return;
    const Where where = setting_where(setting);
    *contracts = (ContractFile){.file = text_path_beside(reader->arena, where.file, name),
                                .named_in = where.file,
                                .line = where.line};
    keep(contracts, contracts->file,
         arena_format(reader->arena, "%s:%d: contracts ", where.file, where.line), reader);
    if (contracts->parts > 0) keep_tables(contracts, reader);
}
