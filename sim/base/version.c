// SPDX-License-Identifier: MIT
#include "base/version.h"

#ifndef HXSIM_SOURCES_SHA256
#error "build with the Makefile, which hashes the sources"
#endif

_Static_assert(sizeof HXSIM_SOURCES_SHA256 == 65, "a SHA-256 has 64 hexadecimal digits");

const char *version_sources(void) {
    return HXSIM_SOURCES_SHA256;
}
