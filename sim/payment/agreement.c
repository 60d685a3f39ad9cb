// SPDX-License-Identifier: MIT
#include "payment/agreement.h"

#include "base/calendar.h"

#include <string.h>

static bool has_name(Names names, const char *name) {
    if (names.count == 0) return true;
    for (int i = 0; i < names.count; i++)
        if (strcmp(names.names[i], name) == 0) return true;
    return false;
}

static bool has_bit(uint32_t bits, int which) {
    return bits == 0 || (which >= 0 && (bits >> which & 1));
}

bool scope_takes(const AgreementScope *scope, int disease, int32_t days) {
    return has_bit(scope->diseases, disease) && days >= scope->days_from &&
           (scope->days_to == 0 || days <= scope->days_to);
}

bool agreement_covers(const Agreement *agreement, const Cell *cell, const char **lacking) {
    const AgreementScope *scope = &agreement->scope;
    *lacking = NULL;
    if (!(cell->stay ? scope->stays : scope->visits)) return false;
    if (!has_name(scope->facilities, cell->facility)) return false;

    if (scope->places.count > 0 && !*cell->place) *lacking = "place";
    if (scope->kinds && cell->kind == UNKNOWN) *lacking = "kind";
    if (scope->levels && cell->level == UNKNOWN) *lacking = "level";
    if (scope->schemes && cell->scheme == UNKNOWN) *lacking = "scheme";
    if (scope->classes && cell->case_class == UNKNOWN) *lacking = "class";
    if (scope->diseases && cell->disease == UNKNOWN) *lacking = "disease";
    if (scope->is_dated && !cell->is_dated) *lacking = "date";
    if (*lacking) return false;

    return has_name(scope->places, cell->place) && has_bit(scope->kinds, cell->kind) &&
           has_bit(scope->levels, cell->level) && has_bit(scope->schemes, cell->scheme) &&
           has_bit(scope->classes, cell->case_class) &&
           scope_takes(scope, cell->disease, cell->days) &&
           (!scope->is_dated || (cell->date >= scope->from && cell->date <= scope->to));
}

// ---- meeting in one cell

static bool names_meet(Names one, Names other) {
    for (int i = 0; i < one.count; i++)
        if (has_name(other, one.names[i])) return true;
    return one.count == 0;
}

static bool bits_meet(uint32_t one, uint32_t other) {
    return one == 0 || other == 0 || (one & other) != 0;
}

static bool days_meet(const AgreementScope *one, const AgreementScope *other) {
    return !one->is_dated || !other->is_dated || (one->from <= other->to && other->from <= one->to);
}

static bool lengths_meet(const AgreementScope *one, const AgreementScope *other) {
    return (one->days_to == 0 || other->days_from <= one->days_to) &&
           (other->days_to == 0 || one->days_from <= other->days_to);
}

static bool places_unlike(const AgreementScope *one, const AgreementScope *other) {
    return one->facilities.count > 0 && one->places.count == 0 && other->facilities.count == 0 &&
           other->places.count > 0;
}

static bool scopes_meet(const AgreementScope *one, const AgreementScope *other) {
    const bool care = (one->visits && other->visits) || (one->stays && other->stays);
    return care && !places_unlike(one, other) && !places_unlike(other, one) &&
           names_meet(one->facilities, other->facilities) &&
           names_meet(one->places, other->places) && bits_meet(one->kinds, other->kinds) &&
           bits_meet(one->levels, other->levels) && bits_meet(one->schemes, other->schemes) &&
           bits_meet(one->classes, other->classes) && bits_meet(one->diseases, other->diseases) &&
           lengths_meet(one, other) && days_meet(one, other);
}

int agreements_conflict(const Agreements *agreements, int index) {
    const Agreement *own = &agreements->rows[index];
    for (int i = 0; i < index; i++) {
        const Agreement *earlier = &agreements->rows[i];
        const bool whole = !own->names_coverage || !earlier->names_coverage;
        const bool too_much = own->coverage + earlier->coverage > WHOLE;
        if ((whole || too_much) && scopes_meet(&own->scope, &earlier->scope)) return i;
    }
    return -1;
}

// Adds the next agreement to the parts; false if it pays twice what another pays.
static bool add_part(const Agreements *agreements, int index, CellParts *parts) {
    const Agreement *agreement = &agreements->rows[index];
    const int last = parts->count - 1, before = last >= 0 ? parts->at[last].agreement : UNKNOWN;
    const Millionths from = last >= 0 ? parts->at[last].part.to : 0;
    const bool shared =
        last < 0 || (agreement->names_coverage && agreements->rows[before].names_coverage);
    if (!shared || from + agreement->coverage > WHOLE) {
        parts->conflict[0] = before;
        parts->conflict[1] = index;
        return false;
    }
    if (agreement->coverage == 0) return true;
    parts->at[parts->count].agreement = index;
    parts->at[parts->count++].part = (CasePart){from, from + agreement->coverage};
    return true;
}

bool agreements_of_cell(const Agreements *agreements, const Cell *cell, bool enrolled_here,
                        CellParts *parts) {
    const int rest = agreements->count - 1;
    parts->count = 0;
    parts->conflict[0] = parts->conflict[1] = parts->asking = UNKNOWN;
    for (int i = 0; i < rest; i++) {
        const Agreement *agreement = &agreements->rows[i];
        const bool covered = agreement_covers(agreement, cell, &parts->lacking);
        if (parts->lacking) {
            parts->asking = i;
            return false;
        }
        const bool elsewhere = (agreement->contract->terms & TERMS_CAPITATION) && !enrolled_here;
        if (covered && !elsewhere && !add_part(agreements, i, parts)) return false;
    }
    const Millionths from = parts->count ? parts->at[parts->count - 1].part.to : 0;
    if (from == WHOLE) return true;
    parts->at[parts->count].agreement = rest;
    parts->at[parts->count++].part = (CasePart){from, WHOLE};
    return true;
}

Period agreement_period(const Agreement *agreement, int year) {
    const int32_t first = calendar_day(year, 1, 1), last = calendar_day(year, 12, 31);
    const AgreementScope *scope = &agreement->scope;
    const int whole = last - first + 1;
    if (!scope->is_dated) return (Period){whole, whole};
    const int32_t from = scope->from > first ? scope->from : first;
    const int32_t to = scope->to < last ? scope->to : last;
    return (Period){to >= from ? to - from + 1 : 0, whole};
}
