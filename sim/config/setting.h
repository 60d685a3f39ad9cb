// SPDX-License-Identifier: MIT
// Settings of a parsed file, asked for with their type; what is amiss is told with file and line.
//
// libconfig answers 0 when asked for a real number where `10` stands; here the type is looked at
// first.
#ifndef HXSIM_CONFIG_SETTING_H
#define HXSIM_CONFIG_SETTING_H

#include "config/reader.h"

#include <libconfig.h>
#include <stdbool.h>

typedef config_setting_t Setting;

// A parsed file.
typedef struct Document {
    const char *file;
    config_t config; // its hook points to `file`
} Document;

// Reads, checks and parses a file. `named_at` says who asked for it ("a.cfg:3: " or "").
Status document_read(Document *document, const char *file, const char *named_at, Arena *arena,
                     Report *report);
void document_free(Document *document);

// The group that is the whole file.
const Setting *document_root(const Document *document);

// Where a setting stands.
Where setting_where(const Setting *setting);

// The setting of this name in a group, or NULL.
const Setting *setting_member(const Setting *group, const char *name);

// How many members a group, list or array has; 0 of NULL and of anything else. The index-th of
// them.
int setting_count(const Setting *setting);
const Setting *setting_at(const Setting *setting, int index);

// The name by which a group holds it; "" of a member of a list.
const char *setting_name(const Setting *setting);

// Tells each name in the group that is not one of `known`.
void setting_check_names(Reader *reader, const Setting *group, const char *what,
                         const char *const *known, size_t count);

// False, after telling it, if the setting is not a group { } / a list ( ).
bool setting_is_group(Reader *reader, const Setting *setting, const char *name);
bool setting_is_list(Reader *reader, const Setting *setting, const char *name);

// The value of a setting, called `name` in what is told; false after telling what is amiss. A text
// is kept in the arena.
bool setting_text(Reader *reader, const Setting *setting, const char *name, const char **value);

// A number with or without a point; a text that spells one is refused.
bool setting_number(Reader *reader, const Setting *setting, const char *name, double *value);

// A whole number from lowest to highest.
bool setting_whole(Reader *reader, const Setting *setting, const char *name, long long lowest,
                   long long highest, long long *value);

// The text of a member; "" if there is none.
const char *setting_optional_text(Reader *reader, const Setting *group, const char *name);

#endif
