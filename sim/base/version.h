// SPDX-License-Identifier: MIT
// The version of hxsim, as it prints it, and as every result folder and chart carries it.
#ifndef HXSIM_BASE_VERSION_H
#define HXSIM_BASE_VERSION_H

#define HXSIM_VERSION "0.1.0"

// SHA-256 in hex over the names and contents of all files of sim/, as they were when the program
// was built: the rules by which it simulates, whatever the compiler made of them.
const char *version_sources(void);

#endif
