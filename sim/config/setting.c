// SPDX-License-Identifier: MIT
#include "config/setting.h"

#include "config/spelling.h"
#include "config/text.h"

#include <math.h>
#include <string.h>

Status document_read(Document *document, const char *file, const char *named_at, Arena *arena,
                     Report *report) {
    Text text;
    *document = (Document){0};
    Status status = text_read(&text, file, named_at, arena, report);
    if (status == STATUS_OK) status = spelling_check(&text, report);
    if (status != STATUS_OK) return status;

    document->file = text.file;
    config_init(&document->config);
    if (config_read_string(&document->config, text.bytes)) {
        config_setting_set_hook(config_root_setting(&document->config),
                                (void *)(uintptr_t)text.file);
        return STATUS_OK;
    }
    const char *error = config_error_text(&document->config);
    const int line = config_error_line(&document->config);
    if (error && strstr(error, "duplicate"))
        report_problem(report, STATUS_INVALID,
                       "%s:%d: a name is given twice in one group; keep one of "
                       "them",
                       file, line);
    else if (error && strstr(error, "mismatched"))
        report_problem(report, STATUS_INVALID,
                       "%s:%d: a [list] in square brackets holds values of one "
                       "type; use (round ones)",
                       file, line);
    else
        report_problem(report, STATUS_INVALID,
                       "%s:%d: the grammar breaks in this line or the one before "
                       "it; look for a missing \"=\", \";\" or name, or one comma too many",
                       file, line);
    document_free(document);
    return STATUS_INVALID;
}

void document_free(Document *document) {
    if (document->file) config_destroy(&document->config);
    *document = (Document){0};
}

const Setting *document_root(const Document *document) {
    return config_root_setting(&document->config);
}

Where setting_where(const Setting *setting) {
    const Setting *root = config_root_setting(setting->config);
    return (Where){config_setting_get_hook(root), (int)config_setting_source_line(setting)};
}

const Setting *setting_member(const Setting *group, const char *name) {
    return group ? config_setting_get_member(group, name) : NULL;
}

int setting_count(const Setting *setting) {
    return setting && config_setting_is_aggregate(setting) ? config_setting_length(setting) : 0;
}

const Setting *setting_at(const Setting *setting, int index) {
    return config_setting_get_elem(setting, (unsigned)index);
}

const char *setting_name(const Setting *setting) {
    const char *name = config_setting_name(setting);
    return name ? name : "";
}

void setting_check_names(Reader *reader, const Setting *group, const char *what,
                         const char *const *known, size_t count) {
    for (int i = 0; i < setting_count(group); i++) {
        const Setting *member = setting_at(group, i);
        size_t k = 0;
        while (k < count && strcmp(known[k], setting_name(member)) != 0)
            k++;
        if (k == count)
            reader_unknown(reader, setting_where(member), what, setting_name(member), known, count);
    }
}

bool setting_is_group(Reader *reader, const Setting *setting, const char *name) {
    if (config_setting_is_group(setting)) return true;
    reader_problem(reader, setting_where(setting), "%s is not a group; write %s = { ... };", name,
                   name);
    return false;
}

bool setting_is_list(Reader *reader, const Setting *setting, const char *name) {
    if (config_setting_is_list(setting) || config_setting_is_array(setting)) return true;
    reader_problem(reader, setting_where(setting), "%s is not a list; write %s = ( ... );", name,
                   name);
    return false;
}

// Escapes such as \n and \xff could bring in what no file or table should hold.
static bool is_plain(const char *text) {
    while (*text) {
        uint32_t code = 0;
        const int size = text_character(text, &code);
        if (size == 0 || code < 0x20 || code == 0x7F) return false;
        text += size;
    }
    return true;
}

bool setting_text(Reader *reader, const Setting *setting, const char *name, const char **value) {
    if (config_setting_type(setting) != CONFIG_TYPE_STRING) {
        reader_problem(reader, setting_where(setting), "%s is not a text; write %s = \"...\";",
                       name, name);
        return false;
    }
    *value = arena_text(reader->arena, config_setting_get_string(setting));
    if (is_plain(*value)) return true;
    *value = "";
    reader_problem(reader, setting_where(setting),
                   "%s holds a control character or a broken one; take out the \\ escapes", name);
    return false;
}

bool setting_number(Reader *reader, const Setting *setting, const char *name, double *value) {
    switch (config_setting_type(setting)) {
    case CONFIG_TYPE_INT:
        *value = config_setting_get_int(setting);
        return true;
    case CONFIG_TYPE_INT64:
        *value = (double)config_setting_get_int64(setting);
        return true;
    case CONFIG_TYPE_FLOAT:
        *value = config_setting_get_float(setting);
        return true;
    case CONFIG_TYPE_STRING:
        reader_problem(reader, setting_where(setting),
                       "%s is a text; write the number without quotes", name);
        return false;
    default:
        reader_problem(reader, setting_where(setting), "%s is not a number; write %s = 1.5;", name,
                       name);
        return false;
    }
}

bool setting_whole(Reader *reader, const Setting *setting, const char *name, long long lowest,
                   long long highest, long long *value) {
    double number = 0;
    if (!setting_number(reader, setting, name, &number)) return false;
    char text[32];
    number_text(text, number);
    if (number != floor(number))
        reader_problem(reader, setting_where(setting), "%s is %s; write a whole number", name,
                       text);
    else if (number < (double)lowest || number > (double)highest)
        reader_problem(reader, setting_where(setting), "%s is %s, outside %lld to %lld", name, text,
                       lowest, highest);
    else {
        const bool is_wide = config_setting_type(setting) == CONFIG_TYPE_INT64;
        *value = is_wide ? config_setting_get_int64(setting) : (long long)number;
        return true;
    }
    return false;
}

const char *setting_optional_text(Reader *reader, const Setting *group, const char *name) {
    const Setting *setting = setting_member(group, name);
    const char *value = "";
    if (setting) setting_text(reader, setting, name, &value);
    return value;
}
