// SPDX-License-Identifier: MIT
#include "report/new_city.h"

#include "base/disk.h"
#include "base/share.h"
#include "config/text.h"
#include "report/folder_files.h"
#include "report/inspect_words.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST_ID = 40, ROOM_FOR_SUFFIX = 16 };

// A city on its way.
typedef struct NewCity {
    const char *folder;         // that is to be, without a slash at its end
    const char *id;             // its last part
    char work[FOLDER_PATH];     // where it is written, beside the folder
    char template[FOLDER_PATH]; // where the files to copy stand
    const char *models;         // the way from DIR/models to those of the program, with a slash
    Arena *arena;
} NewCity;

// ---- names

static Status take_folder(NewCity *city, const char *word, Report *report) {
    size_t length = strlen(word);
    while (length > 1 && word[length - 1] == '/')
        length--;
    city->folder = arena_text_part(city->arena, word, length);
    const char *slash = strrchr(city->folder, '/');
    city->id = slash ? slash + 1 : city->folder;
    if (length >= FOLDER_PATH / 2)
        return report_problem(report, STATUS_USAGE, "new: the name of the folder is too long");

    const size_t id = strlen(city->id);
    if (id > 0 && id <= MOST_ID && city->id[0] >= 'a' && city->id[0] <= 'z' &&
        strspn(city->id, "abcdefghijklmnopqrstuvwxyz0123456789-") == id)
        return STATUS_OK;
    return report_problem(
        report, STATUS_USAGE,
        "new: the last part of %s becomes the id of the city: a small letter, "
        "then small letters, digits and \"-\", %d at most; write hxsim new mytown",
        word, MOST_ID);
}

static Status check_free(const NewCity *city, Report *report) {
    struct stat about;
    if (lstat(city->folder, &about) != 0) return STATUS_OK;
    return report_problem(report, STATUS_NO_OUTPUT,
                          "%s: is there already; name a folder that is not", city->folder);
}

// The way from one folder to another, both with a slash at the end: "../" for each part of `from`
// that is not of both, then what is left of `to`.
static const char *way(const char *from, const char *to, Arena *arena) {
    size_t common = 0;
    for (size_t i = 0; from[i] && from[i] == to[i]; i++)
        if (from[i] == '/') common = i + 1;
    const char *up = "";
    for (const char *rest = from + common; *rest; rest++)
        if (*rest == '/') up = arena_format(arena, "../%s", up);
    return arena_format(arena, "%s%s", up, to + common);
}

// The template, and the models that it stands among, seen from those of the new city.
static Status find_models(NewCity *city, Report *report) {
    char models[PATH_MAX], work[PATH_MAX];
    share_find(city->template, "models/starter");
    if (!realpath(arena_format(city->arena, "%s/..", city->template), models))
        return report_problem(report, STATUS_NO_INPUT,
                              "%s: cannot be read: %s; run hxsim where its models/ stand",
                              city->template, strerror(errno));
    if (!realpath(city->work, work))
        return report_problem(report, STATUS_IO, "%s: %s", city->work, strerror(errno));
    city->models = way(arena_format(city->arena, "%s/models/", work),
                       arena_format(city->arena, "%s/", models), city->arena);
    return STATUS_OK;
}

// ---- files

// A text with every `token` replaced.
static const char *replaced(const char *text, const char *token, const char *by, Arena *arena) {
    const char *done = "";
    for (const char *at; (at = strstr(text, token)); text = at + strlen(token))
        done = arena_format(arena, "%s%.*s%s", done, (int)(at - text), text, by);
    return arena_format(arena, "%s%s", done, text);
}

static Status make_above(const char *path, Report *report) {
    char above[FOLDER_PATH];
    snprintf(above, sizeof above, "%s", path);
    *strrchr(above, '/') = '\0';
    return folder_make(above, report);
}

static Status write_file(const char *path, const char *text, Report *report) {
    FILE *stream = fopen(path, "wx");
    if (!stream)
        return report_problem(report, STATUS_NO_OUTPUT, "%s: cannot be created: %s", path,
                              strerror(errno));
    const int failed = fputs(text, stream) < 0;
    if (fclose(stream) == 0 && !failed) return STATUS_OK;
    return report_problem(report, STATUS_IO, "%s: writing broke off: %s", path, strerror(errno));
}

static Status copy_file(const NewCity *city, const char *name, Report *report) {
    Text text;
    Arena *arena = city->arena;
    const char *from = arena_format(arena, "%s/%s", city->template, name);
    Status status = text_read(&text, from, "", arena, report);
    if (status != STATUS_OK) return status;
    const char *filled = replaced(text.bytes, "@city@", city->id, arena);
    filled = replaced(filled, "@models@/", city->models, arena);
    const char *to =
        arena_format(arena, "%s/%s", city->work, replaced(name, "CITY", city->id, arena));
    status = make_above(to, report);
    return status == STATUS_OK ? write_file(to, filled, report) : status;
}

static Status copy_files(const NewCity *city, Report *report) {
    FolderFiles files;
    Status status = folder_files_list(&files, city->template, city->arena, report);
    if (status == STATUS_OK && files.count == 0)
        status = report_problem(report, STATUS_NO_INPUT, "%s: is empty", city->template);
    for (size_t i = 0; i < files.count && status == STATUS_OK; i++)
        status = copy_file(city, files.names[i], report);
    if (status == STATUS_OK && arena_is_short(city->arena))
        status = report_problem(report, STATUS_NO_MEMORY, "new: no memory for the files");
    return status;
}

// ---- the folder

static Status begin(NewCity *city, Report *report) {
    if (strchr(city->folder, '/')) {
        const Status status = make_above(city->folder, report);
        if (status != STATUS_OK) return status;
    }
    snprintf(city->work, sizeof city->work, "%.*s.XXXXXX", FOLDER_PATH - ROOM_FOR_SUFFIX,
             city->folder);
    if (mkdtemp(city->work) && chmod(city->work, 0755) == 0) return STATUS_OK;
    city->work[0] = '\0';
    return report_problem(report, STATUS_NO_OUTPUT, "%s: cannot be created: %s", city->folder,
                          strerror(errno));
}

static Status keep(NewCity *city, Report *report) {
    if (disk_sync(city->work) != 0)
        return report_problem(report, STATUS_IO,
                              "%s: writing broke off: %s; make room and try again", city->folder,
                              strerror(errno));
    if (rename(city->work, city->folder) != 0)
        return report_problem(report, STATUS_NO_OUTPUT, "%s: cannot be put in its place: %s",
                              city->folder, strerror(errno));
    city->work[0] = '\0';
    disk_sync_above(city->folder); // if it fails, the folder is whole all the same
    return STATUS_OK;
}

static Status make(NewCity *city, Report *report) {
    Status status = begin(city, report);
    if (status == STATUS_OK) status = find_models(city, report);
    if (status == STATUS_OK) status = copy_files(city, report);
    if (status == STATUS_OK) status = check_free(city, report);
    if (status == STATUS_OK) status = keep(city, report);
    if (city->work[0]) folder_remove(city->work);
    return status;
}

static void tell(const NewCity *city, Language language, FILE *out) {
    const char *folder = city->folder, *id = city->id;
    fprintf(out,
            language == LANGUAGE_ZH
                ? "%s：虚构城市“%s”已建好，可直接运行；说明见 %s/README.md\n"
                : "%s: the made-up city %s is there and runs; see %s/README.md\n",
            folder, id, folder);
    fprintf(out, "  hxsim check %s/scenarios/%s.cfg\n  hxsim %s/scenarios/%s.cfg\n", folder, id,
            folder, id);
}

Status new_city_verb(int count, char *const *words, Language language, FILE *out, Report *report) {
    static const InspectUsage usage = {"new", "new DIR", 1, 1, {NULL}};
    InspectWords taken;
    Status status = inspect_words_read(&taken, &usage, count, words, report);
    if (status != STATUS_OK) return status;
    NewCity city = {.arena = arena_new()};
    if (!city.arena) return report_problem(report, STATUS_NO_MEMORY, "new: no memory");
    status = take_folder(&city, taken.operands[0], report);
    if (status == STATUS_OK) status = check_free(&city, report);
    if (status == STATUS_OK) status = make(&city, report);
    if (status == STATUS_OK) tell(&city, language, out);
    arena_free(city.arena);
    return status;
}
