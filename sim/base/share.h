// SPDX-License-Identifier: MIT
// The files that come with the program and are read as they are: plots, the starter city.
#ifndef HXSIM_BASE_SHARE_H
#define HXSIM_BASE_SHARE_H

enum { SHARE_PATH = 4096 };

// Where `name` ("plots") stands: in the folder where hxsim is run, beside the program, or where
// `make install` puts it. If it is nowhere, the last of these.
void share_find(char path[SHARE_PATH], const char *name);

#endif
