// SPDX-License-Identifier: MIT
// The generator of base/draw.h as one of the GNU Scientific Library, for its distributions
// (gsl_ran_...).
//
// A sequence of words at the addresses (seed, replicate 0, person 0, PURPOSE_LIBRARY, 0, 1, ...),
// four words each; it is for synthesis and tests. What a resident does is drawn by address and
// never from a sequence.
#ifndef HXSIM_BASE_DRAW_GSL_H
#define HXSIM_BASE_DRAW_GSL_H

#include <gsl/gsl_rng.h>

// For gsl_rng_alloc; its words are 0 to 2^32 - 1, and gsl_rng_set takes the seed of a run.
extern const gsl_rng_type *const draw_gsl_type;

#endif
