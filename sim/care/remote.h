// SPDX-License-Identifier: MIT
// Work that doctors do for patients of another institution without seeing them: tests read, cases
// discussed, tracings read.
//
// Whoever is called to it has a queue with room for one day's work. What finds it full is not taken
// up, because the patient cannot wait for it: M/M/1/K with K the work of a day (Gross, Shortle,
// Thompson and Harris 2008, Fundamentals of Queueing Theory, section 2.5). So what is done is never
// above what can be done, and the wait grows steeply near it.
#ifndef HXSIM_CARE_REMOTE_H
#define HXSIM_CARE_REMOTE_H

#include "config/city.h"

// What is done from afar, by doctors of the county general hospitals.
typedef enum Remote {
    REMOTE_READING,
    REMOTE_CONSULTATION,
    REMOTE_ECG,
    REMOTE_CALLS,
    REMOTES
} Remote;

// One county, from month to month.
typedef struct RemoteWork {
    double asked[REMOTES];   // a day at true size, before it is known whether a reform asks for it
    double done[REMOTES];    // share of what is asked for that is taken up
    double doctors[REMOTES]; // who are missing for it in person
} RemoteWork;

// Share of requests that find the queue full, at `asked` and at most `capacity` a day:
// (1 - r) r^K / (1 - r^(K + 1)) with r = asked / capacity and K = capacity.
double remote_refused_share(double asked, double capacity);

// Mean days until one that was taken up is done: L / (asked x (1 - refused)), with the mean number
// in the queue L = r / (1 - r) - (K + 1) r^(K + 1) / (1 - r^(K + 1)). Capacity above 0.
double remote_wait_days(double asked, double capacity);

#endif
