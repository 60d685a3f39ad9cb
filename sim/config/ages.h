// SPDX-License-Identifier: MIT
// Whether a population can be made whose ages have the shares that a model gives.
//
// The pyramid is raked to people.share_0_15, share_60 and share_65 (people/synthesis.h): its groups
// are multiplied by factors, which must exist and must not be negative.
#ifndef HXSIM_CONFIG_AGES_H
#define HXSIM_CONFIG_AGES_H

#include "config/city.h"
#include "config/reader.h"

// Adds a problem at the number to change for every way in which it cannot.
void ages_check(const City *city, Reader *reader);

#endif
