// SPDX-License-Identifier: MIT
// What of a comparison between cities rests on made-up or assumed inputs rather than on anything
// printed or published about the places: such numbers are shown in grey and never given as a
// reason.
#ifndef HXSIM_STUDY_SYNTHETIC_H
#define HXSIM_STUDY_SYNTHETIC_H

#include "study/blocks.h"

// Whether what the block holds in this city is synthetic or assumed rather than printed or
// published: most rows of its tables say so, a number in which the two cities differ is assumed or
// calibrated, or a reform of the block is synthetic.
bool block_is_synthetic(const Experiment *here, const Experiment *there, Block block,
                        const LeverInfo *levers);

// Whether nothing that is printed of the city says how much of it takes part in a reform: its
// coverage rests on no figure of the place or of a county of it.
bool reform_is_synthetic(const Experiment *experiment, const Reform *reform);

#endif
