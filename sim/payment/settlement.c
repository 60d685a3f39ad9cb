// SPDX-License-Identifier: MIT
#include "payment/settlement.h"

#include "base/calendar.h"

#include <stdlib.h>
#include <string.h>

typedef struct Work {
    Settlement *settlement;
    const ListedCase *cases;
    uint32_t count;
    Reader *reader;
    uint32_t part_room, account_room;
} Work;

// Room for one more, by doubling; the arena keeps what was outgrown.
static void *grow(Arena *arena, void *rows, uint32_t count, uint32_t *room, size_t size) {
    if (count < *room) return rows;
    const uint32_t more = *room ? 2 * *room : 256;
    void *grown = arena_take(arena, more, size);
    if (grown && rows) memcpy(grown, rows, count * size);
    if (grown) *room = more;
    return grown;
}

static int year_of(const ListedCase *listed) {
    int year = 0, month = 0, day = 0;
    if (listed->cell.is_dated) calendar_split(listed->cell.date, &year, &month, &day);
    return year;
}

static const Agreement *agreement_at(const Work *work, int index) {
    return &work->settlement->agreements->rows[index];
}

static bool is_capitation(const Agreement *agreement) {
    return agreement->contract->terms & TERMS_CAPITATION;
}

// ---- accounts

static uint32_t account_of(Work *work, int agreement, int year, const char *institution) {
    Settlement *settlement = work->settlement;
    for (uint32_t i = 0; i < settlement->account_count; i++) {
        const Account *one = &settlement->accounts[i];
        if (one->agreement == agreement && one->year == year &&
            strcmp(one->institution, institution) == 0)
            return i;
    }
    Account *grown = grow(work->reader->arena, settlement->accounts, settlement->account_count,
                          &work->account_room, sizeof *grown);
    if (!grown) return 0;
    settlement->accounts = grown;
    settlement->accounts[settlement->account_count] = (Account){agreement, year, institution};
    return settlement->account_count++;
}

// Those listed in a contract by head are paid whether or not anybody comes.
static void open_enrolled(Work *work, int year) {
    for (int i = 0; i < work->settlement->agreements->count; i++) {
        const Agreement *agreement = agreement_at(work, i);
        const bool in_force = year == 0 || agreement_period(agreement, year).days > 0;
        if (!is_capitation(agreement) || !in_force) continue;
        for (int k = 0; k < agreement->terms.institution_count; k++)
            account_of(work, i, year, agreement->terms.institutions[k].id);
    }
}

typedef struct Place {
    Account account;
    uint32_t first; // in the order of their first cases
} Place;

static int compare_places(const void *a, const void *b) {
    const Place *one = a, *other = b;
    if (one->account.agreement != other->account.agreement)
        return one->account.agreement < other->account.agreement ? -1 : 1;
    if (one->account.year != other->account.year)
        return one->account.year < other->account.year ? -1 : 1;
    return one->first < other->first ? -1 : 1;
}

static void sort_accounts(Work *work) {
    Settlement *settlement = work->settlement;
    const uint32_t count = settlement->account_count;
    Place *places = arena_take(work->reader->arena, count, sizeof *places);
    uint32_t *now = arena_take(work->reader->arena, count, sizeof *now);
    if (!places || !now) return;
    for (uint32_t i = 0; i < count; i++)
        places[i] = (Place){settlement->accounts[i], i};
    qsort(places, count, sizeof *places, compare_places);
    for (uint32_t i = 0; i < count; i++) {
        settlement->accounts[i] = places[i].account;
        now[places[i].first] = i;
    }
    for (uint32_t i = 0; i < settlement->part_count; i++)
        settlement->parts[i].account = now[settlement->parts[i].account];
}

// ---- which agreements a case goes to

static void add_part(Work *work, uint32_t listed, int agreement, CasePart part) {
    Settlement *settlement = work->settlement;
    const ListedCase *one = &work->cases[listed];
    SettledPart *grown = grow(work->reader->arena, settlement->parts, settlement->part_count,
                              &work->part_room, sizeof *grown);
    if (!grown) return;
    settlement->parts = grown;
    settlement->parts[settlement->part_count++] =
        (SettledPart){.listed = listed,
                      .account = account_of(work, agreement, year_of(one), one->institution),
                      .group = NO_GROUP,
                      .part = part};
}

// Tells why a case has no place among the agreements.
static void tell_cell(const Work *work, const ListedCase *one, const CellParts *parts) {
    if (parts->asking != UNKNOWN) {
        const Agreement *asking = agreement_at(work, parts->asking);
        reader_problem(work->reader, one->where,
                       "%s is not known of case %s, but the contract %s (%s:%d) asks for it; fill "
                       "the column %s",
                       parts->lacking, one->id, asking->name, asking->where.file,
                       asking->where.line, parts->lacking);
        return;
    }
    const Agreement *first = agreement_at(work, parts->conflict[0]);
    const Agreement *second = agreement_at(work, parts->conflict[1]);
    reader_problem(work->reader, one->where,
                   "case %s is paid twice: by %s (%s:%d) and %s (line %d); part them, or lower "
                   "their coverage to 1 together",
                   one->id, second->name, second->where.file, second->where.line, first->name,
                   first->where.line);
}

static void assign(Work *work, uint32_t listed) {
    const ListedCase *one = &work->cases[listed];
    const bool enrolled_here = strcmp(one->enrolled_at, one->institution) == 0;
    CellParts parts;
    if (!agreements_of_cell(work->settlement->agreements, &one->cell, enrolled_here, &parts)) {
        tell_cell(work, one, &parts);
        return;
    }
    for (int i = 0; i < parts.count; i++)
        add_part(work, listed, parts.at[i].agreement, parts.at[i].part);
}

// ---- what a part counts for

static uint16_t group_of(const Work *work, const ListedCase *one, const Agreement *agreement) {
    const CaseGroups *groups = agreement->terms.groups;
    if (!groups) return NO_GROUP;
    if (!*one->group)
        return one->disease == UNKNOWN
                   ? NO_GROUP
                   : case_groups_of_case(groups, (Disease)one->disease, one->complexity);
    const uint16_t found = case_groups_find(groups, one->group);
    if (found != NO_GROUP) return found;
    const char **known = arena_take(work->reader->arena, (size_t)groups->count, sizeof *known);
    for (int i = 0; known && i < groups->count; i++)
        known[i] = groups->rows[i].code;
    reader_unknown(work->reader, one->where, "group of the contract", one->group, known,
                   known ? (size_t)groups->count : 0);
    return NO_GROUP;
}

static void price_part(Work *work, SettledPart *part) {
    const ListedCase *one = &work->cases[part->listed];
    const Agreement *agreement =
        agreement_at(work, work->settlement->accounts[part->account].agreement);
    const Level level = one->cell.level == UNKNOWN ? LEVEL_PRIMARY : (Level)one->cell.level;
    part->group = group_of(work, one, agreement);
    if (part->group != NO_GROUP && one->cell.level == UNKNOWN)
        reader_problem(work->reader, one->where,
                       "level is not known of case %s; fill the column "
                       "level",
                       one->id);
    const PaidCase paid_case = {
        .charge = one->charge,
        .in_scope = one->in_scope,
        .fund_by_items = one->fund,
        .coefficient = terms_coefficient(&agreement->terms, one->institution, level, part->group),
        .days = one->days,
        .group = part->group,
        .level = (uint8_t)level,
        .reviewed = part->reviewed};
    part->claim = agreement->contract->price(&agreement->terms, &paid_case);
    contract_year_add(&work->settlement->years[part->account], &paid_case, &part->claim,
                      part->part);
}

// Review is granted in the order of the list, up to the share of the institution's cases.
static void grant_reviews(Work *work) {
    Settlement *settlement = work->settlement;
    int64_t *cases = arena_take(work->reader->arena, settlement->account_count, sizeof *cases);
    int64_t *granted = arena_take(work->reader->arena, settlement->account_count, sizeof *granted);
    for (uint32_t i = 0; cases && i < settlement->part_count; i++)
        cases[settlement->parts[i].account]++;
    for (uint32_t i = 0; cases && granted && i < settlement->part_count; i++) {
        SettledPart *part = &settlement->parts[i];
        const Account *account = &settlement->accounts[part->account];
        const Millionths share = agreement_at(work, account->agreement)->terms.review_share;
        const bool room = (granted[part->account] + 1) * WHOLE <= cases[part->account] * share;
        part->reviewed = work->cases[part->listed].review && room;
        granted[part->account] += part->reviewed;
    }
}

// What the fund pays elsewhere for people enrolled under a contract by head counts there too.
static void add_borne(Work *work, const ListedCase *one, int index) {
    Agreement bound = *agreement_at(work, index);
    Cell cell = one->cell;
    const char *lacking = NULL;
    cell.facility = one->enrolled_at;
    bound.scope.places = (Names){0};
    bound.scope.kinds = bound.scope.levels = 0;
    if (!agreement_covers(&bound, &cell, &lacking)) return;
    const uint32_t account = account_of(work, index, year_of(one), one->enrolled_at);
    work->settlement->years[account].borne += fen_part(one->fund, bound.coverage);
}

static void add_all_borne(Work *work) {
    for (int i = 0; i < work->settlement->agreements->count; i++) {
        if (!is_capitation(agreement_at(work, i))) continue;
        for (uint32_t k = 0; k < work->count; k++)
            if (strcmp(work->cases[k].enrolled_at, work->cases[k].institution) != 0)
                add_borne(work, &work->cases[k], i);
    }
}

static void enrol(Work *work) {
    for (uint32_t i = 0; i < work->settlement->account_count; i++) {
        const Account *account = &work->settlement->accounts[i];
        const Terms *terms = &agreement_at(work, account->agreement)->terms;
        const InstitutionTerms *own = terms_institution(terms, account->institution);
        if (!own) continue;
        work->settlement->years[i].enrolled = own->enrolled;
        work->settlement->years[i].risk =
            division_round(own->risk, agreement_at(work, account->agreement)->coverage, WHOLE);
    }
}

// ---- clearing

static void clear_all(Work *work) {
    Settlement *settlement = work->settlement;
    for (uint32_t first = 0, next; first < settlement->account_count; first = next) {
        const Account *account = &settlement->accounts[first];
        const Agreement *agreement = agreement_at(work, account->agreement);
        next = first;
        while (next < settlement->account_count &&
               settlement->accounts[next].agreement == account->agreement &&
               settlement->accounts[next].year == account->year)
            next++;
        const Period period =
            account->year ? agreement_period(agreement, account->year) : (Period){1, 1};
        agreement->contract->settle(&agreement->terms, period, &settlement->years[first],
                                    next - first, &settlement->clearings[first],
                                    &settlement->pools[first]);
        for (uint32_t i = first + 1; i < next; i++)
            settlement->pools[i] = settlement->pools[first];
    }
}

// The value of the part less what patients and other payers have paid of it.
static void value_part(Work *work, SettledPart *part) {
    const ListedCase *one = &work->cases[part->listed];
    const Pool *pool = &work->settlement->pools[part->account];
    const int64_t points = case_part(part->claim.points, part->part);
    const Fen fund = case_part(one->fund, part->part);
    const Fen others = case_part(one->in_scope, part->part) - fund;
    if (part->claim.by_items)
        part->fund = fund;
    else if (pool->point_value_thousandths > 0)
        part->fund =
            division_round(pool->point_value_fen, points, pool->point_value_thousandths) - others;
    else if (part->claim.value > 0)
        part->fund = case_part(part->claim.value, part->part) - others;
}

static bool take_columns(Work *work) {
    Settlement *settlement = work->settlement;
    Arena *arena = work->reader->arena;
    const size_t count = settlement->account_count;
    settlement->years = arena_take(arena, count, sizeof *settlement->years);
    settlement->clearings = arena_take(arena, count, sizeof *settlement->clearings);
    settlement->pools = arena_take(arena, count, sizeof *settlement->pools);
    return settlement->years && settlement->clearings && settlement->pools;
}

// A column that is missing is missing of every case: the first cases that lack it are told.
static bool enough_told(const Work *work) {
    enum { ENOUGH = 20 };
    return work->reader->report->count >= ENOUGH;
}

void settlement_make(Settlement *settlement, const ListedCase *cases, uint32_t count,
                     const Agreements *agreements, Reader *reader) {
    Work work = {settlement, cases, count, reader, 0, 0};
    *settlement = (Settlement){.agreements = agreements};
    for (uint32_t i = 0; i < count && !enough_told(&work); i++) {
        assign(&work, i);
        if (i == 0 || year_of(&cases[i]) != year_of(&cases[i - 1]))
            open_enrolled(&work, year_of(&cases[i]));
    }
    sort_accounts(&work);
    if (reader->status != STATUS_OK || !take_columns(&work)) return;
    grant_reviews(&work);
    for (uint32_t i = 0; i < settlement->part_count && !enough_told(&work); i++)
        price_part(&work, &settlement->parts[i]);
    if (reader->status != STATUS_OK) return;
    add_all_borne(&work);
    enrol(&work);
    clear_all(&work);
    for (uint32_t i = 0; i < settlement->part_count; i++)
        value_part(&work, &settlement->parts[i]);
}
