// SPDX-License-Identifier: MIT
// A township centre with its village clinics is paid a sum for each head enrolled instead of the
// pool's part of each visit. Patients settle by item as before; any change of care comes from how
// institutions answer (payment/response.h).
#include "payment/capitation.h"
#include "reforms/lever.h"

enum { PER_HEAD, SAVINGS_KEPT, LOSSES_SHARED, UP_REFERRALS_BORNE, RISK, RESERVE, PREPAID };

// clang-format off
static const LeverParameter table[] = {
    [PER_HEAD] = {"per_head", "ratio", {0.1, 5}, {0.95, 1, 1.1},
        "assumed: the sum for a head against what the pool paid for one the year before, moved "
        "with the background; no sum is printed"},
    [SAVINGS_KEPT] = {"savings_kept", "share", {0, 1}, {0, 0.5, 1},
        "assumed: of what is left of the sum, the institution's part; not printed"},
    [LOSSES_SHARED] = {"losses_shared", "share", {0, 1}, {0, 0.25, 0.5},
        "assumed: of claims above the sum, the fund's part, from a reserve; not printed"},
    [UP_REFERRALS_BORNE] = {"up_referrals_borne", "share", {0, 1}, {0, 0.5, 1},
        "assumed: of what the pool pays for the enrolled elsewhere, the part charged to the sum; "
        "not printed"},
    [RISK] = {"risk_share", "share", {0, 1}, {0, 0.5, 1},
        "assumed: how far the sum follows what an institution's own people cost before"},
    [RESERVE] = {"reserve_share", "share", {0, 0.5}, {0.02, 0.05, 0.1},
        "assumed: beside the sums, for losses that are shared"},
    [PREPAID] = {"prepaid_share", "share", {0, 1}, {0.8, 0.9, 1},
        "assumed: paid as visits come, the rest at the year's end"},
};
// clang-format on

static void agree(Deal *deal, const double *value) {
    Terms *terms = &deal->agreement.terms;
    deal->agreement.contract = &payment_capitation;
    deal->agreement.scope.visits = true;
    deal->agreement.scope.schemes = 1u << SCHEME_RESIDENT;
    deal->per_head = millionths(value[PER_HEAD]);
    deal->reserve_share = millionths(value[RESERVE]);
    deal->risk_share = millionths(value[RISK]);
    terms->savings_kept = millionths(value[SAVINGS_KEPT]);
    terms->losses_shared = millionths(value[LOSSES_SHARED]);
    terms->up_referrals_borne = millionths(value[UP_REFERRALS_BORNE]);
    terms->prepayment = millionths(value[PREPAID]);
}

const Lever outpatient_capitation = {
    .info = {.name = "outpatient_capitation",
             .zh = "基层门诊按人头付费",
             .en = "payment by head",
             .about = "township centres are paid for each person enrolled, not for each visit",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table,
             .contract_for = "visits"},
    .sector = SECTOR_INSURANCE,
    .agree = {agree},
};
