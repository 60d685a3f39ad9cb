// SPDX-License-Identifier: MIT
#include "base/money.h"

#include <inttypes.h>
#include <stdio.h>

FenText fen_text(Fen amount) {
    const uint64_t size = amount < 0 ? 0 - (uint64_t)amount : (uint64_t)amount;
    FenText text;
    snprintf(text.text, sizeof text.text, "%s%" PRIu64 ".%02" PRIu64, amount < 0 ? "-" : "",
             size / 100, size % 100);
    return text;
}
