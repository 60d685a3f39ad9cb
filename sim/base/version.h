// SPDX-License-Identifier: MIT
// The version of hxsim, as it prints it, and as every result folder and chart carries it.
#ifndef HXSIM_BASE_VERSION_H
#define HXSIM_BASE_VERSION_H

#define HXSIM_VERSION "0.1.0"

#endif
