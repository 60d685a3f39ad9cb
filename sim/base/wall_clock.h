// SPDX-License-Identifier: MIT
// The time on the wall, to say how long something took; results never depend on it.
#ifndef HXSIM_BASE_WALL_CLOCK_H
#define HXSIM_BASE_WALL_CLOCK_H

// Seconds since some moment that is the same for the whole run; never goes back.
double wall_seconds(void);

#endif
