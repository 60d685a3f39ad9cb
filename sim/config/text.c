// SPDX-License-Identifier: MIT
#include "config/text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// Shortens "scenarios/../models" to "models", which is the same unless scenarios is a symbolic
// link.
static void shorten(char *path) {
    char *up = strstr(path, "/../");
    while (up) {
        char *name = up;
        while (name > path && name[-1] != '/')
            name--;
        const bool climbs = strncmp(name, "../", 3) == 0 || name == up;
        struct stat about;
        *up = '\0';
        const bool is_folder = !climbs && lstat(path, &about) == 0 && S_ISDIR(about.st_mode);
        *up = '/';
        if (!is_folder) {
            up = strstr(up + 1, "/../");
            continue;
        }
        memmove(name, up + 4, strlen(up + 4) + 1);
        up = strstr(path, "/../");
    }
}

const char *text_path_beside(Arena *arena, const char *from, const char *name) {
    const char *slash = strrchr(from, '/');
    if (!slash || name[0] == '/') return arena_text(arena, name);
    const size_t folder = (size_t)(slash - from) + 1, length = strlen(name);
    char *path = arena_take(arena, folder + length + 1, 1);
    if (!path) return "";
    memcpy(path, from, folder);
    memcpy(path + folder, name, length);
    shorten(path);
    return path;
}

int text_character(const char *at, uint32_t *code) {
    static const struct {
        unsigned char mask, lead;
        uint32_t smallest;
    } shapes[] = {{0x80, 0x00, 0}, {0xE0, 0xC0, 0x80}, {0xF0, 0xE0, 0x800}, {0xF8, 0xF0, 0x10000}};
    const unsigned char *byte = (const unsigned char *)at;

    for (int more = 0; more < 4; more++) {
        if ((byte[0] & shapes[more].mask) != shapes[more].lead) continue;
        uint32_t number = byte[0] & (uint32_t)(unsigned char)~shapes[more].mask;
        for (int i = 1; i <= more; i++) {
            if ((byte[i] & 0xC0) != 0x80) return 0;
            number = number << 6 | (byte[i] & 0x3Fu);
        }
        const bool surrogate = number >= 0xD800 && number <= 0xDFFF;
        if (number < shapes[more].smallest || number > 0x10FFFF || surrogate) return 0;
        *code = number;
        return more + 1;
    }
    return 0;
}

// Opens without waiting, so that a FIFO without a writer does not hang the program.
static Status open_regular(int *descriptor, const char *file, const char *named_at, size_t most,
                           Report *report) {
    *descriptor = open(file, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (*descriptor < 0)
        return report_problem(report, STATUS_NO_INPUT, "%s%s: cannot be read: %s; look at the path",
                              named_at, file, strerror(errno));

    struct stat about;
    const char *kind = NULL;
    if (fstat(*descriptor, &about) != 0)
        kind = "something that cannot be looked at";
    else if (S_ISDIR(about.st_mode))
        kind = "a folder";
    else if (S_ISFIFO(about.st_mode))
        kind = "a pipe";
    else if (!S_ISREG(about.st_mode))
        kind = "a device or socket";

    Status status = STATUS_OK;
    if (kind)
        status = report_problem(report, STATUS_NO_INPUT, "%s%s: is %s; name an ordinary file",
                                named_at, file, kind);
    else if (about.st_size > (off_t)most)
        status = report_problem(
            report, STATUS_INVALID,
            "%s%s: has %lld bytes, more than the %zu (%zu MiB) that are read; name a "
            "model, scenario or table",
            named_at, file, (long long)about.st_size, most, most / MEBIBYTE);
    if (status != STATUS_OK) close(*descriptor);
    return status;
}

// Reads all there is, and one byte beyond what is allowed, to notice that there is more.
static Status read_all(char *bytes, size_t *length, size_t most, int descriptor, const char *file,
                       Report *report) {
    *length = 0;
    while (*length <= most) {
        const ssize_t got = read(descriptor, bytes + *length, most + 1 - *length);
        if (got == 0) return STATUS_OK;
        if (got < 0 && errno == EINTR) continue;
        if (got < 0)
            return report_problem(report, STATUS_IO, "%s: reading broke off: %s", file,
                                  strerror(errno));
        *length += (size_t)got;
    }
    return report_problem(report, STATUS_INVALID, "%s: has more than %zu bytes (%zu MiB)", file,
                          most, most / MEBIBYTE);
}

static int line_of(const char *bytes, size_t offset) {
    int line = 1;
    for (size_t i = 0; i < offset; i++)
        line += bytes[i] == '\n';
    return line;
}

static Status check_encoding(const char *bytes, size_t length, const char *file, Report *report) {
    const bool utf16 =
        length >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0);
    if (utf16)
        return report_problem(report, STATUS_INVALID,
                              "%s: is UTF-16 (\"Unicode\" in some editors); save "
                              "it as UTF-8",
                              file);

    for (size_t i = 0; i < length;) {
        const unsigned char byte = (unsigned char)bytes[i];
        if (byte == 0x7F || (byte < 0x20 && !strchr("\t\n\r\f", byte)) || byte == 0)
            return report_problem(report, STATUS_INVALID,
                                  "%s:%d: is not text: it holds the byte 0x%02X; "
                                  "name a model, scenario or table",
                                  file, line_of(bytes, i), byte);
        uint32_t code;
        const int size = text_character(bytes + i, &code);
        if (size == 0)
            return report_problem(report, STATUS_INVALID,
                                  "%s:%d: is not UTF-8: it holds the byte 0x%02X; "
                                  "if it was saved as GBK or ANSI, save it as UTF-8",
                                  file, line_of(bytes, i), byte);
        i += (size_t)size;
    }
    return STATUS_OK;
}

// Takes away the byte-order mark and turns "\r\n" and a lone "\r" into "\n".
static size_t plain_lines(char *bytes, size_t length) {
    size_t to = 0;
    for (size_t from = memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0; from < length; from++) {
        if (bytes[from] == '\r' && bytes[from + 1] == '\n') continue;
        bytes[to++] = bytes[from] == '\r' ? '\n' : bytes[from];
    }
    bytes[to] = '\0';
    return to;
}

Status text_read(Text *text, const char *file, const char *named_at, Arena *arena, Report *report) {
    return text_read_within(text, file, named_at, MOST_TEXT_BYTES, arena, report);
}

Status text_read_within(Text *text, const char *file, const char *named_at, size_t most,
                        Arena *arena, Report *report) {
    *text = (Text){.file = arena_text(arena, file)};
    int descriptor;
    Status status = open_regular(&descriptor, file, named_at, most, report);
    if (status != STATUS_OK) return status;

    char *bytes = report_calloc(report, most + 4, 1);
    status =
        bytes ? read_all(bytes, &text->length, most, descriptor, file, report) : STATUS_NO_MEMORY;
    if (status == STATUS_OK) status = check_encoding(bytes, text->length, file, report);
    if (status == STATUS_OK) {
        text->length = plain_lines(bytes, text->length);
        text->bytes = arena_text_part(arena, bytes, text->length);
    }
    free(bytes);
    close(descriptor);
    return status;
}
