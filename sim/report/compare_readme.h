// SPDX-License-Identifier: MIT
// What the folder of a comparison says of its files, in Chinese and English.
#ifndef HXSIM_REPORT_COMPARE_README_H
#define HXSIM_REPORT_COMPARE_README_H

extern const char compare_readme_text[];

#endif
