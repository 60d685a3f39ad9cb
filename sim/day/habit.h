// SPDX-License-Identifier: MIT
// Habit: who goes for care goes to the kind of institution that he knows.
#ifndef HXSIM_DAY_HABIT_H
#define HXSIM_DAY_HABIT_H

#include "day/simulation.h"

// Gives everybody the kind of a visit before the first day: that of the last need, drawn as needs
// are, for which the reference choice tables lead to an institution. Nobody then has a habit yet to
// form.
void begin_habits(Simulation *simulation);

// 1 if this need goes to the kind of the last visit instead of the kind `chosen`. Habit does not
// decide whether to go for care at all; it holds for needs that can wait, and never for a kind that
// hardly anyone would choose for this need. `word` has 15 bits.
int follows_habit(const Simulation *simulation, const Resident *resident, const ChoiceCell *cell,
                  Kind chosen, unsigned urgent, uint32_t word);

#endif
