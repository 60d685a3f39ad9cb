// SPDX-License-Identifier: MIT
// Hot loops are compiled once for each generation of processor and picked when the program starts. The bits
// are the same, because floating-point contraction is off and loops reduce in integers only.
#ifndef HXSIM_BASE_CLONES_H
#define HXSIM_BASE_CLONES_H

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(HXSIM_ONE_CLONE)
#define HAS_CLONES 1
#define HOT_LOOP __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define HAS_CLONES 0
#define HOT_LOOP
#endif

// The same for a loop over many small functions, all of which are taken in.
#define HOT_PATH HOT_LOOP __attribute__((flatten))

#endif
