// SPDX-License-Identifier: MIT
// The verb new: a made-up city with a scenario and a baseline, in a folder of their own, that run
// as they are and say in comments what to change.
//
// What it writes stands as a template in models/starter: names with CITY in them, and @city@ and
// @models@ in the texts, for the id of the city and the way to the models that it rests on.
#ifndef HXSIM_REPORT_NEW_CITY_H
#define HXSIM_REPORT_NEW_CITY_H

#include "base/status.h"
#include "report/typeset.h"

#include <stdio.h>

// new DIR: the last part of DIR is the id of the city. The folder appears whole or not at all, and
// never in the place of anything.
Status new_city_verb(int count, char *const *words, Language language, FILE *out, Report *report);

#endif
