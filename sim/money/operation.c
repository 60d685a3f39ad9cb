// SPDX-License-Identifier: MIT
#include "money/operation.h"

#include <string.h>

// Goods used up for a charge, of a fen.
static Millionths input_share(const Parameters *parameters, Kind kind, Component component) {
    const double share = parameters->component[component].input_share;
    return millionths(is_goods((int)component) ? share / (1 + parameters->kind[kind].markup)
                                               : share);
}

static Fen inputs_of(const Parameters *parameters, Kind kind, const Fen charged[COMPONENT_COUNT],
                     const Fen before[COMPONENT_COUNT]) {
    Fen inputs = 0;
    for (int component = 0; component < COMPONENT_COUNT; component++) {
        const Millionths share = input_share(parameters, kind, (Component)component);
        inputs += fen_part(is_goods(component) ? charged[component] : before[component], share);
    }
    return inputs;
}

// Doctors on the register, by kind and county.
typedef double Doctors[KIND_COUNT][MOST_COUNTIES];

static void count_doctors(Doctors doctors, const City *city) {
    memset(doctors, 0, sizeof(Doctors));
    for (uint32_t i = 0; i < city->institution_count; i++) {
        const Institution *institution = &city->institutions[i];
        if (institution->county != NO_COUNTY)
            doctors[institution->kind][institution->county] += institution->doctors;
    }
}

static void book(Operation *operation, Ledger *ledger, Kind kind, uint8_t county) {
    const int account = account_operation(kind, county);
    ledger_move(ledger, ACCOUNT_SUBSIDY, account, operation->subsidy);
    ledger_move(ledger, account, ACCOUNT_STAFF, operation->staff);
    ledger_move(ledger, account, ACCOUNT_INPUTS, operation->inputs);
    ledger_move(ledger, account, ACCOUNT_FIXED, operation->fixed);
    ledger_move(ledger, account, ACCOUNT_UNPAID, operation->unpaid);
    ledger_move(ledger, ACCOUNT_OWED, ACCOUNT_DEFERRED, operation->owed);
    operation->surplus = operation->receipts + ledger->account[account];
}

// Yuan spent on the buildings of a kind in a county.
static double spent_on(const Works *works, Doctors doctors, int kind, int county) {
    double all = 0;
    for (int k = 0; k < KIND_OUTSIDE_CITY; k++)
        for (int c = 0; c < MOST_COUNTIES && is_public_hospital((Kind)k); c++)
            all += doctors[k][c];
    return all > 0 && is_public_hospital((Kind)kind)
               ? works->capital[county] * (doctors[kind][county] / all)
               : 0;
}

// What patients of public institutions were billed and have not paid, or never will.
static void owe(Operation *operation, const Ledger *ledger, const Works *works, Kind kind,
                uint8_t county) {
    const Fen own = ledger->paid[kind][county][PAYER_OWN];
    if (!has_public_prices(kind)) return;
    operation->unpaid = fen_round((double)own * works->never_paid[county]);
    operation->owed = fen_round((double)own * works->owed[county]);
}

void operations_close_year(Operations *operations, Ledger *ledger, const PriceYear *prices,
                           const Works *works, const City *city, int scale) {
    Doctors doctors;
    count_doctors(doctors, city);
    *operations = (Operations){0};
    for (int kind = 0; kind < KIND_OUTSIDE_CITY; kind++)
        for (uint8_t county = 0; county < city->county_count; county++) {
            const KindRow *row = &city->parameters.kind[kind];
            const double simulated = doctors[kind][county] / scale;
            const double running = is_public_hospital((Kind)kind) ? works->running[county] : 1;
            const Fen capital = fen_from_yuan(spent_on(works, doctors, kind, county) / scale);
            Operation *operation = &operations->at[kind][county];
            operation->receipts = ledger->account[account_receipts((Kind)kind, county)];
            operation->clearing = ledger->account[account_operation((Kind)kind, county)];
            operation->subsidy = fen_from_yuan(row->subsidy * simulated) + capital;
            operation->staff = fen_from_yuan(row->staff_cost * simulated);
            operation->inputs =
                inputs_of(&city->parameters, (Kind)kind, ledger->charged[kind][county],
                          prices->before[kind][county]);
            operation->fixed = fen_from_yuan(row->fixed_cost * simulated * running) + capital;
            owe(operation, ledger, works, (Kind)kind, county);
            book(operation, ledger, (Kind)kind, county);
        }
}

void operation_add(Operation *sum, const Operation *operation) {
#define ADD(name, meaning) sum->name += operation->name;
    OPERATION_COLUMNS(ADD)
#undef ADD
}

Fen operations_cleared(const Operations *operations, const City *city) {
    Fen cleared = 0;
    for (int kind = 0; kind < KIND_OUTSIDE_CITY; kind++)
        for (uint32_t county = 0; county < city->county_count; county++)
            cleared += operations->at[kind][county].clearing;
    return cleared;
}

// ---- laws

static Status unequal(const char *when, int kind, const char *county, const char *law, Fen left,
                      Fen right, Report *report) {
    if (left == right) return STATUS_OK;
    return report_problem(report, STATUS_LAW_BROKEN,
                          "%s: accounts: %s in %s: %s: %s yuan against %s yuan, expected the same",
                          when, kind_entities[kind].name, county, law, fen_text(left).text,
                          fen_text(right).text);
}

static Status check_one(const Operation *one, const Ledger *ledger, int kind, uint8_t county,
                        const char *place, const char *when, Report *report) {
    const Fen income = one->receipts + one->clearing + one->subsidy;
    const Fen cost = one->staff + one->inputs + one->fixed + one->unpaid;
    const Fen held = ledger->account[account_receipts((Kind)kind, county)] +
                     ledger->account[account_operation((Kind)kind, county)];
    const Status status =
        unequal(when, kind, place, "receipts + clearing + subsidy = cost + surplus", income,
                cost + one->surplus, report);
    return status_first(status, unequal(when, kind, place, "surplus = what the books hold",
                                        one->surplus, held, report));
}

static Status check_owed(const Operations *operations, const Ledger *ledger, const City *city,
                         const char *when, Report *report) {
    Fen owed = 0;
    for (int kind = 0; kind < KIND_OUTSIDE_CITY; kind++)
        for (uint32_t county = 0; county < city->county_count; county++)
            owed += operations->at[kind][county].owed;
    return unequal(when, KIND_COUNTY_GENERAL, "all counties", "owed by patients = owed to all",
                   ledger->account[ACCOUNT_DEFERRED], owed, report);
}

Status operations_check(const Operations *operations, const Ledger *ledger, const City *city,
                        const char *when, Report *report) {
    Status status = STATUS_OK;
    for (int kind = 0; kind < KIND_OUTSIDE_CITY; kind++)
        for (uint8_t county = 0; county < city->county_count; county++)
            status =
                status_first(status, check_one(&operations->at[kind][county], ledger, kind, county,
                                               city->counties[county].id, when, report));
    return status_first(status, check_owed(operations, ledger, city, when, report));
}
