// SPDX-License-Identifier: MIT
// The lists that describe payment: contracts, their terms, and the columns of a list of cases.
#ifndef HXSIM_REPORT_INSPECT_PAYMENT_H
#define HXSIM_REPORT_INSPECT_PAYMENT_H

#include "config/registries.h"
#include "report/listing.h"

void list_contracts(Listing *listing, const Registries *registries, Arena *arena);
void list_terms(Listing *listing, const Registries *registries, Arena *arena);
void list_case_columns(Listing *listing, const Registries *registries, Arena *arena);
void list_books(Listing *listing, const Registries *registries, Arena *arena);

// Groups of cases as they are generated for each city: weight, and mean cost by level in yuan.
void list_drg_groups(Listing *listing, const Registries *registries, Arena *arena);
void list_dip_groups(Listing *listing, const Registries *registries, Arena *arena);

#endif
