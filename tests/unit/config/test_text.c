// SPDX-License-Identifier: MIT
#include "config/text.h"
#include "unit/claim.h"
#include "unit/config/fixture.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// Reads a file of the folder and gives its status; the message and the text for whoever wants them.
static Status read_text(const char *path, Arena *arena, Text *text, char message[1024]) {
    Report report;
    report_init(&report);
    const Status status = text_read(text, path, "", arena, &report);
    ck_assert_uint_eq(report.count, status == STATUS_OK ? 0 : 1);
    snprintf(message, 1024, "%s", report.count ? report.messages[0] : "");
    report_free(&report);
    return status;
}

static void expect_refused(const void *bytes, size_t length, Status expected, const char *words) {
    Fixture fixture;
    Text text;
    char path[256], message[1024];
    Arena *arena = arena_new();
    fixture_make(&fixture);
    fixture_write(&fixture, "a.cfg", bytes, length);
    ck_assert_int_eq(read_text(fixture_path(&fixture, "a.cfg", path), arena, &text, message),
                     expected);
    ck_assert_msg(strstr(message, words) != NULL, "'%s' does not tell '%s'", message, words);
    arena_free(arena);
    fixture_free(&fixture);
}

TEST(no_regular_file) {
    Fixture fixture;
    Text text;
    char path[256], message[1024];
    Arena *arena = arena_new();
    fixture_make(&fixture);
    ck_assert_int_eq(read_text(fixture_path(&fixture, "nothing.cfg", path), arena, &text, message),
                     STATUS_NO_INPUT);
    ck_assert(strstr(message, "nothing.cfg: cannot be read: No such file") != NULL);
    ck_assert_int_eq(read_text(fixture.folder, arena, &text, message), STATUS_NO_INPUT);
    ck_assert(strstr(message, "is a folder") != NULL);
    ck_assert_int_eq(mkfifo(fixture_path(&fixture, "pipe", path), 0600), 0);
    ck_assert_int_eq(read_text(path, arena, &text, message), STATUS_NO_INPUT);
    ck_assert(strstr(message, "is a pipe") != NULL);
    ck_assert_int_eq(read_text("/dev/zero", arena, &text, message), STATUS_NO_INPUT);
    ck_assert(strstr(message, "is a device") != NULL);
    arena_free(arena);
    fixture_free(&fixture);
}

TEST(too_large) {
    enum { TEN_MILLION = 10 * 1000 * 1000 };
    char *bytes = malloc(TEN_MILLION);
    memset(bytes, '\n', TEN_MILLION);
    expect_refused(bytes, TEN_MILLION, STATUS_INVALID, "has 10000000 bytes, more than the 1048576");
    expect_refused(bytes, MOST_TEXT_BYTES + 1, STATUS_INVALID, "has 1048577 bytes");
    free(bytes);
}

// The size of a file of /proc is said to be 0.
TEST(file_of_unknown_size) {
    Text text;
    char message[1024];
    Arena *arena = arena_new();
    ck_assert_int_eq(read_text("/proc/self/status", arena, &text, message), STATUS_OK);
    ck_assert_uint_gt(text.length, 100);
    arena_free(arena);
}

TEST(no_text) {
    expect_refused("a = 1;\n\0b", 9, STATUS_INVALID,
                   "a.cfg:2: is not text: it holds the byte 0x00");
    expect_refused("\x7F"
                   "ELF",
                   4, STATUS_INVALID, "a.cfg:1: is not text: it holds the byte 0x7F");
    expect_refused("\xFF\xFE"
                   "a\0",
                   4, STATUS_INVALID, "is UTF-16");
    expect_refused("a\nb\n\xBB\xB3\xBB\xAF", 8, STATUS_INVALID,
                   "a.cfg:3: is not UTF-8: it holds the byte 0xBB");
}

TEST(broken_characters) {
    static const char *const broken[] = {
        "\xC0\xAF", "\xE0\x80\x80", "\xED\xA0\x80",        "\xF4\x90\x80\x80",
        "\xE4\xB8", "\x80",         "\xF8\x88\x80\x80\x80"};
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++)
        expect_refused(broken[i], strlen(broken[i]), STATUS_INVALID, "is not UTF-8");
}

TEST(whole_characters) {
    static const struct {
        const char *bytes;
        int size;
        uint32_t code;
    } whole[] = {{"a", 1, 'a'}, {"é", 2, 0xE9}, {"怀", 3, 0x6000}, {"\U00020BB7", 4, 0x20BB7}};
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++) {
        uint32_t code = 0;
        ck_assert_int_eq(text_character(whole[i].bytes, &code), whole[i].size);
        ck_assert_uint_eq(code, whole[i].code);
    }
}

TEST(plain_lines) {
    Fixture fixture;
    Text text;
    char path[256], message[1024];
    Arena *arena = arena_new();
    fixture_make(&fixture);
    fixture_write_text(&fixture, "a.cfg",
                       "\xEF\xBB\xBF"
                       "a\r\nb\rc\n怀化");
    ck_assert_int_eq(read_text(fixture_path(&fixture, "a.cfg", path), arena, &text, message),
                     STATUS_OK);
    ck_assert_str_eq(text.bytes, "a\nb\nc\n怀化");
    ck_assert_uint_eq(text.length, strlen(text.bytes));
    fixture_write_text(&fixture, "empty.cfg", "");
    ck_assert_int_eq(read_text(fixture_path(&fixture, "empty.cfg", path), arena, &text, message),
                     STATUS_OK);
    ck_assert_str_eq(text.bytes, "");
    arena_free(arena);
    fixture_free(&fixture);
}

TEST(beside) {
    Arena *arena = arena_new();
    ck_assert_str_eq(text_path_beside(arena, "a.cfg", "b.csv"), "b.csv");
    ck_assert_str_eq(text_path_beside(arena, "models/a.cfg", "b.csv"), "models/b.csv");
    ck_assert_str_eq(text_path_beside(arena, "models/a.cfg", "/etc/b.csv"), "/etc/b.csv");
    ck_assert_str_eq(text_path_beside(arena, "tests/unit/a.cfg", "../../models/b.cfg"),
                     "models/b.cfg");
    ck_assert_str_eq(text_path_beside(arena, "../no-such/a.cfg", "../b.cfg"),
                     "../no-such/../b.cfg");
    ck_assert_str_eq(text_path_beside(arena, "../a.cfg", "../b.cfg"), "../../b.cfg");
    ck_assert_str_eq(text_path_beside(arena, "/tmp/a.cfg", "../b.cfg"), "/b.cfg");
    arena_free(arena);
}

TEST(symbolic_link_is_kept) {
    Fixture fixture;
    char link[256];
    Arena *arena = arena_new();
    fixture_make(&fixture);
    ck_assert_int_eq(symlink("/usr/share", fixture_path(&fixture, "link", link)), 0);
    const char *from = arena_format(arena, "%s/a.cfg", link);
    ck_assert_str_eq(text_path_beside(arena, from, "../b.cfg"),
                     arena_format(arena, "%s/../b.cfg", link));
    arena_free(arena);
    fixture_free(&fixture);
}

int main(void) {
    const Claim claims[] = {
        CLAIM_WITHIN(5, "what is missing, a folder, a pipe or a device is refused at once",
                     no_regular_file),
        CLAIM("a file above 1 MiB is refused", too_large),
        CLAIM("a file that does not tell its size is read to its end", file_of_unknown_size),
        CLAIM("binary files and other encodings are refused with line and byte", no_text),
        CLAIM("overlong, cut and surrogate UTF-8 is refused", broken_characters),
        CLAIM("whole UTF-8 characters are read with their number", whole_characters),
        CLAIM("a byte-order mark and carriage returns are taken away, lines stay", plain_lines),
        CLAIM("a file is named beside the file that names it", beside),
        CLAIM("a path through a symbolic link is left as it is", symbolic_link_is_kept),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
