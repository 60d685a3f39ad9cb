// SPDX-License-Identifier: MIT
// The six numbers that are free in each city: demand, stay, real price, and what primary care
// against hospitals, the city's hospitals against the counties', and hospitals outside are worth
// beyond price, distance and match. All else is common to the province.
//
// Each moves one or several parameters from where the model has them: levels by a factor, constants
// of choice by a summand. A setting is scaled to -1..1 over the range of its number.
#ifndef HXSIM_STUDY_FREE_NUMBERS_H
#define HXSIM_STUDY_FREE_NUMBERS_H

#include "config/city.h"

#include <stdbool.h>

enum { FREE_NUMBERS = 6, MOST_MOVED = 64 };

typedef struct FreeNumber {
    const char *name, *zh, *en, *unit;
    bool multiplies;  // low and high are then factors, and the setting is even in their logarithm
    double low, high; // of the range tried
} FreeNumber;

extern const FreeNumber free_numbers[FREE_NUMBERS];

// One parameter that a number moves.
typedef struct Moved {
    int parameter, number;
} Moved;

// Lists the parameters in their order; returns how many.
int free_numbers_moved(Moved moved[MOST_MOVED]);

// The number at a setting, and the value that a parameter then has. Limits come last.
double free_number_at(int number, double setting);
double free_number_moves(const Moved *moved, double before, double setting);

// Lays a setting [FREE_NUMBERS] over the parameters of a city.
void free_numbers_lay(City *city, const double *setting);

#endif
