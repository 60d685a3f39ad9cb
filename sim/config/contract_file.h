// SPDX-License-Identifier: MIT
// The contract file that a scenario names, `contracts = "mine.cfg";`, and the tables of groups that
// it names, kept as text so that a result carries them along. What they say is a matter of
// payment/agreement.h.
#ifndef HXSIM_CONFIG_CONTRACT_FILE_H
#define HXSIM_CONFIG_CONTRACT_FILE_H

#include "config/chain.h"
#include "config/experiment.h"

// Reads them; the last file of the chain that names one counts, and "" is none. A table stands
// beside the contract file, and has a dot in its name. What is amiss is told.
void contract_file_read(Experiment *experiment, const Chain *chain, Reader *reader);

#endif
