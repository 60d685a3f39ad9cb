// SPDX-License-Identifier: MIT
// The contracts of a file (payment/agreement.h) in a run of a city.
//
// Their terms stand as they are given, for every year; each is one pool for the whole city, out of
// which the funds of its pooling areas pay by what the items came to. Groups of a table have the
// codes of those that are generated from the model, by which the cases of a run are known.
#ifndef HXSIM_PAYMENT_DEAL_FILE_H
#define HXSIM_PAYMENT_DEAL_FILE_H

#include "payment/deal.h"

// Reads the contracts for stays, at most MOST_CONTRACTS, at one in `scale`; how many there are.
// What is amiss, or cannot be in a run, is told with file and line.
int deals_of_file(Deal *deals, const char *file, const City *city, int64_t scale, Reader *reader);

#endif
