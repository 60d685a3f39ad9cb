// SPDX-License-Identifier: MIT
#include "report/manifest.h"

#include "base/calendar.h"
#include "base/version.h"
#include "report/folder_files.h"

#include <errno.h>
#include <jansson.h>
#include <sha2.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char format[] = "hxsim results 1";
static const char *const language_names[] = {[LANGUAGE_ZH] = "zh", [LANGUAGE_EN] = "en"};
enum { LAYOUT = JSON_INDENT(2) | JSON_PRESERVE_ORDER };

// ---- writing

static json_t *languages_of(const ManifestCharts *charts) {
    json_t *languages = json_array();
    const bool drawn = strcmp(charts->asked, "none") != 0;
    for (int i = LANGUAGE_ZH; i <= LANGUAGE_EN; i++)
        if (drawn && charts->in_language[i])
            json_array_append_new(languages, json_string(language_names[i]));
    return languages;
}

static json_t *head_of(const Experiment *experiment, const ManifestCharts *charts) {
    char start[11];
    calendar_format(experiment->start_day, start);
    json_t *head = json_object();
    json_object_set_new(head, "format", json_string(format));
    json_object_set_new(head, "version", json_string(HXSIM_VERSION));
    json_object_set_new(head, "sources_sha256", json_string(version_sources()));
    json_object_set_new(head, "scenario", json_string(experiment->id));
    json_object_set_new(head, "title_zh", json_string(experiment->title_zh));
    json_object_set_new(head, "title_en", json_string(experiment->title_en));
    json_object_set_new(head, "city", json_string(experiment->city.id));
    json_object_set_new(head, "inputs_sha256", json_string(experiment->inputs_hash));
    json_object_set_new(head, "seed", json_integer((json_int_t)experiment->seed));
    json_object_set_new(head, "draws", json_integer(experiment->draws));
    if (charts->interrupted) json_object_set_new(head, "interrupted", json_true());
    if (charts->draws_missing > 0)
        json_object_set_new(head, "draws_missing", json_integer(charts->draws_missing));
    if (experiment->draws > 0)
        json_object_set_new(head, "draw_scale", json_integer(experiment->draw_scale));
    json_object_set_new(head, "replicates", json_integer(experiment->replicates));
    json_object_set_new(head, "scale", json_integer(experiment->scale));
    json_object_set_new(head, "start", json_string(start));
    json_object_set_new(head, "years", json_integer(experiment->years));
    json_object_set_new(head, "base_year", json_integer(experiment->base_year));
    json_object_set_new(head, "charts", json_string(charts->asked));
    json_object_set_new(head, "languages", languages_of(charts));
    if (charts->failed) json_object_set_new(head, "charts_failed", json_true());
    return head;
}

static Status hash_files(json_t *hashes, const char *folder, const FolderFiles *files,
                         Report *report) {
    for (size_t i = 0; i < files->count; i++) {
        char hash[SHA256_TEXT];
        if (strcmp(files->names[i], MANIFEST_NAME) == 0) continue;
        const Status status = folder_files_hash(folder, files->names[i], hash, report);
        if (status != STATUS_OK) return status;
        json_object_set_new(hashes, files->names[i], json_string(hash));
    }
    return STATUS_OK;
}

// The manifest seals itself: its last member is the hash of all before it.
static bool seal_of(json_t *manifest, char seal[SHA256_TEXT]) {
    json_t *unsealed = json_copy(manifest);
    json_object_del(unsealed, "manifest_sha256");
    char *text = json_dumps(unsealed, LAYOUT);
    json_decref(unsealed);
    if (!text) return false;
    SHA256Data((const uint8_t *)text, strlen(text), seal);
    free(text);
    return true;
}

static Status write_json(const json_t *manifest, const char *path, Report *report) {
    FILE *stream = fopen(path, "w");
    if (!stream)
        return report_problem(report, STATUS_NO_OUTPUT, "%s: cannot be created: %s", path,
                              strerror(errno));
    bool whole = json_dumpf(manifest, stream, LAYOUT) == 0 && putc('\n', stream) != EOF;
    if (fclose(stream) != 0) whole = false;
    if (whole) return STATUS_OK;
    return report_problem(report, STATUS_IO, "%s: writing broke off: %s; make room and run again",
                          path, strerror(errno));
}

Status manifest_write(const char *folder, const Experiment *experiment,
                      const ManifestCharts *charts, Report *report) {
    Arena *arena = arena_new();
    if (!arena) return report_problem(report, STATUS_NO_MEMORY, "no memory for the manifest");
    json_t *manifest = head_of(experiment, charts), *hashes = json_object();
    json_object_set_new(manifest, "files", hashes);
    FolderFiles files;
    Status status = folder_files_list(&files, folder, arena, report);
    if (status == STATUS_OK) status = hash_files(hashes, folder, &files, report);

    char seal[SHA256_TEXT];
    if (status == STATUS_OK && !seal_of(manifest, seal))
        status = report_problem(report, STATUS_NO_MEMORY, "no memory for the manifest");
    if (status == STATUS_OK) {
        json_object_set_new(manifest, "manifest_sha256", json_string(seal));
        status = write_json(manifest, arena_format(arena, "%s/" MANIFEST_NAME, folder), report);
    }
    json_decref(manifest);
    arena_free(arena);
    return status;
}

// ---- checking

// Reading a pipe would wait for ever.
static bool is_file(const char *path) {
    struct stat about;
    return stat(path, &about) == 0 && S_ISREG(about.st_mode);
}

static json_t *read_manifest(const char *folder) {
    char path[FOLDER_PATH];
    snprintf(path, sizeof path, "%s/" MANIFEST_NAME, folder);
    if (!is_file(path)) return NULL;
    return json_load_file(path, JSON_REJECT_DUPLICATES, NULL);
}

static const char *text_of(const json_t *manifest, const char *name) {
    const char *text = json_string_value(json_object_get(manifest, name));
    return text ? text : "";
}

static bool is_listed(const json_t *manifest, const char *name) {
    return strcmp(name, MANIFEST_NAME) == 0 ||
           json_object_get(json_object_get(manifest, "files"), name) != NULL;
}

static Status check_strangers(const json_t *manifest, const char *folder, Report *report) {
    Arena *arena = arena_new();
    if (!arena) return report_problem(report, STATUS_NO_MEMORY, "%s: no memory to list it", folder);
    FolderFiles files;
    Status status = folder_files_list(&files, folder, arena, report);
    for (size_t i = 0; i < files.count && status == STATUS_OK; i++)
        if (!is_listed(manifest, files.names[i]))
            status = report_problem(report, STATUS_NO_OUTPUT,
                                    "%s/%s: was not written by hxsim; move it away, or name "
                                    "another folder with --out",
                                    folder, files.names[i]);
    arena_free(arena);
    return status;
}

Status manifest_check_ours(const char *folder, Report *report) {
    json_t *manifest = read_manifest(folder);
    const bool ours = strcmp(text_of(manifest, "format"), format) == 0;
    const Status status = ours ? check_strangers(manifest, folder, report)
                               : report_problem(report, STATUS_NO_OUTPUT,
                                                "%s: has no " MANIFEST_NAME
                                                " of hxsim, so it is incomplete or not ours; "
                                                "move it away, or name another folder with --out",
                                                folder);
    json_decref(manifest);
    return status;
}

#define ANEW "; --force runs anew and replaces the folder"

static Status check_files(const json_t *manifest, const char *folder, Report *report) {
    const char *name;
    json_t *hash;
    json_object_foreach(json_object_get(manifest, "files"), name, hash) {
        char now[SHA256_TEXT], path[FOLDER_PATH];
        snprintf(path, sizeof path, "%s/%s", folder, name);
        if (!is_file(path) || !SHA256File(path, now))
            return report_problem(report, STATUS_NO_OUTPUT,
                                  "%s: is incomplete: %s is missing or cannot be read" ANEW, folder,
                                  name);
        if (!json_is_string(hash) || strcmp(now, json_string_value(hash)) != 0)
            return report_problem(report, STATUS_NO_OUTPUT,
                                  "%s: %s was edited after it was written" ANEW, folder, name);
    }
    return STATUS_OK;
}

Status manifest_check_whole(const char *folder, const Experiment *experiment, Report *report) {
    json_t *manifest = read_manifest(folder);
    char seal[SHA256_TEXT];
    Status status = STATUS_OK;
    if (!manifest || !seal_of(manifest, seal) ||
        strcmp(seal, text_of(manifest, "manifest_sha256")) != 0)
        status =
            report_problem(report, STATUS_NO_OUTPUT,
                           "%s: " MANIFEST_NAME " was edited after it was written" ANEW, folder);
    else if (strcmp(text_of(manifest, "version"), HXSIM_VERSION) != 0)
        status = report_problem(report, STATUS_NO_OUTPUT, "%s: was written by hxsim %s" ANEW,
                                folder, text_of(manifest, "version"));
    else if (strcmp(text_of(manifest, "sources_sha256"), version_sources()) != 0)
        status = report_problem(report, STATUS_NO_OUTPUT,
                                "%s: was written by an hxsim of other sources" ANEW, folder);
    else if (strcmp(text_of(manifest, "inputs_sha256"), experiment->inputs_hash) != 0)
        status = report_problem(report, STATUS_NO_OUTPUT, "%s: holds results of other inputs" ANEW,
                                folder);
    else
        status = check_files(manifest, folder, report);
    json_decref(manifest);
    return status;
}

bool manifest_is_interrupted(const char *folder) {
    json_t *manifest = read_manifest(folder);
    const bool interrupted = json_is_true(json_object_get(manifest, "interrupted"));
    json_decref(manifest);
    return interrupted;
}

bool manifest_has_charts(const char *folder, const ManifestCharts *charts) {
    if (strcmp(charts->asked, "none") == 0) return true;
    json_t *manifest = read_manifest(folder);
    const char *there = text_of(manifest, "charts");
    bool has = strcmp(there, "auto") == 0 || strcmp(there, charts->asked) == 0;
    if (json_is_true(json_object_get(manifest, "charts_failed"))) has = false;
    for (int i = LANGUAGE_ZH; i <= LANGUAGE_EN; i++) {
        bool drawn = false;
        size_t at;
        json_t *language;
        json_array_foreach(json_object_get(manifest, "languages"), at, language) drawn =
            drawn || strcmp(json_string_value(language), language_names[i]) == 0;
        has = has && (drawn || !charts->in_language[i]);
    }
    json_decref(manifest);
    return has;
}
