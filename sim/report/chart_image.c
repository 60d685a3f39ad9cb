// SPDX-License-Identifier: MIT
#include "report/chart_image.h"

#include "report/gnuplot.h"

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

// A file in memory, with a zero behind it.
typedef struct Bytes {
    char *data;
    size_t length;
} Bytes;

static Status not_whole(Report *report, const char *path, const char *why) {
    return report_problem(report, STATUS_IO,
                          "%s: the picture is not whole: %s; make room on the disk and draw again",
                          path, why);
}

static Status read_bytes(Bytes *bytes, const char *path, Report *report) {
    FILE *stream = fopen(path, "rb");
    if (!stream) return not_whole(report, path, "gnuplot did not write it");

    Status status = STATUS_OK;
    long length = -1;
    if (fseek(stream, 0, SEEK_END) == 0) length = ftell(stream);
    if (length < 0 || fseek(stream, 0, SEEK_SET) != 0) {
        status = not_whole(report, path, strerror(errno));
    } else {
        bytes->length = (size_t)length;
        bytes->data = report_calloc(report, bytes->length + 1, 1);
        if (!bytes->data)
            status = STATUS_NO_MEMORY;
        else if (fread(bytes->data, 1, bytes->length, stream) != bytes->length)
            status = not_whole(report, path, "it cannot be read to its end");
    }
    fclose(stream);
    return status;
}

static Status close_written(FILE *stream, const char *path, Report *report) {
    const bool failed = ferror(stream) != 0;
    if (fclose(stream) == 0 && !failed) return STATUS_OK;
    return not_whole(report, path, strerror(errno));
}

static uint32_t number_at(const char *data) {
    const unsigned char *bytes = (const unsigned char *)data;
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static void put_number(unsigned char *bytes, uint32_t number) {
    for (int i = 0; i < 4; i++)
        bytes[i] = (unsigned char)(number >> (24 - 8 * i) & 0xFFU);
}

// The check sum of PNG chunks: CRC-32, reversed polynomial edb88320 (ISO/IEC 15948, annex D).
static uint32_t checksum(const void *data, size_t length) {
    const unsigned char *bytes = data;
    uint32_t sum = 0xFFFFFFFFU;
    for (size_t i = 0; i < length; i++) {
        sum ^= bytes[i];
        for (int bit = 0; bit < 8; bit++)
            sum = sum >> 1 ^ (0xEDB88320U & (0U - (sum & 1U)));
    }
    return ~sum;
}

enum { SIGNATURE = 8, CHUNK_EDGE = 12, HEADER_END = SIGNATURE + CHUNK_EDGE + 13 };

// What is wrong with a PNG, or NULL; `resolution` says whether it has a pHYs chunk.
static const char *png_fault(const Bytes *png, bool *resolution) {
    *resolution = false;
    if (png->length < HEADER_END || memcmp(png->data, "\x89PNG\r\n\x1a\n", SIGNATURE) != 0)
        return "it is not a PNG";
    for (size_t at = SIGNATURE; png->length - at >= CHUNK_EDGE;) {
        const size_t size = number_at(png->data + at);
        const char *name = png->data + at + 4;
        if (size > png->length - at - CHUNK_EDGE) return "it ends within a chunk";
        if (checksum(name, size + 4) != number_at(name + 4 + size))
            return "a chunk has a wrong check sum";
        if (memcmp(name, "pHYs", 4) == 0) *resolution = true;
        at += size + CHUNK_EDGE;
        if (memcmp(name, "IEND", 4) == 0)
            return at == png->length ? NULL : "something follows its end";
    }
    return "it has no end";
}

static Status write_with_resolution(const char *path, const Bytes *png, Report *report) {
    unsigned char chunk[CHUNK_EDGE + 9] = {0, 0, 0, 9, 'p', 'H', 'Y', 's'};
    put_number(chunk + 8, CHART_PIXELS_PER_METRE);
    put_number(chunk + 12, CHART_PIXELS_PER_METRE);
    chunk[16] = 1; // per metre
    put_number(chunk + 17, checksum(chunk + 4, 13));

    FILE *stream = fopen(path, "wb");
    if (!stream) return not_whole(report, path, strerror(errno));
    fwrite(png->data, 1, HEADER_END, stream);
    fwrite(chunk, 1, sizeof chunk, stream);
    fwrite(png->data + HEADER_END, 1, png->length - HEADER_END, stream);
    return close_written(stream, path, report);
}

Status chart_image_finish_png(const char *path, Report *report) {
    Bytes png = {0};
    Status status = read_bytes(&png, path, report);
    if (status == STATUS_OK) {
        bool resolution;
        const char *fault = png_fault(&png, &resolution);
        if (fault)
            status = not_whole(report, path, fault);
        else if (!resolution)
            status = write_with_resolution(path, &png, report);
    }
    free(png.data);
    return status;
}

static void write_escaped(FILE *stream, const char *text) {
    for (; *text; text++) {
        if (*text == '<')
            fputs("&lt;", stream);
        else if (*text == '>')
            fputs("&gt;", stream);
        else if (*text == '&')
            fputs("&amp;", stream);
        else
            fputc(*text, stream);
    }
}

static const char FONT[] = "font-family=\"" GNUPLOT_FONT "\"";
static const char FONTS[] = "font-family=\"" GNUPLOT_FONT ", Source Han Sans SC, PingFang SC, "
                            "Microsoft YaHei, sans-serif\"";
static const char DESCRIPTION_END[] = "</desc>";

// Copies the SVG with its own title and description for gnuplot's, and with more fonts to choose
// from.
static void write_finished_svg(FILE *stream, const char *svg, const char *title,
                               const char *description) {
    const char *begin = strstr(svg, "<title>"), *end = strstr(svg, DESCRIPTION_END);
    if (begin && end && begin < end) {
        fwrite(svg, 1, (size_t)(begin - svg), stream);
        fputs("<title>", stream);
        write_escaped(stream, title);
        fputs("</title>\n<desc>", stream);
        write_escaped(stream, description);
        fputs(DESCRIPTION_END, stream);
        svg = end + strlen(DESCRIPTION_END);
    }
    for (const char *font; (font = strstr(svg, FONT)) != NULL; svg = font + strlen(FONT)) {
        fwrite(svg, 1, (size_t)(font - svg), stream);
        fputs(FONTS, stream);
    }
    fputs(svg, stream);
}

static bool is_whole_svg(const Bytes *svg) {
    size_t end = svg->length;
    while (end > 0 && strchr(" \r\n\t", svg->data[end - 1]))
        end--;
    return strlen(svg->data) == svg->length && strncmp(svg->data, "<?xml", 5) == 0 && end >= 6 &&
           memcmp(svg->data + end - 6, "</svg>", 6) == 0;
}

Status chart_image_finish_svg(const char *path, const char *title, const char *description,
                              Report *report) {
    Bytes svg = {0};
    Status status = read_bytes(&svg, path, report);
    if (status == STATUS_OK && !is_whole_svg(&svg))
        status = not_whole(report, path, "it does not end with </svg>");
    if (status == STATUS_OK) {
        FILE *stream = fopen(path, "wb");
        if (!stream) {
            status = not_whole(report, path, strerror(errno));
        } else {
            write_finished_svg(stream, svg.data, title, description);
            status = close_written(stream, path, report);
        }
    }
    free(svg.data);
    return status;
}
