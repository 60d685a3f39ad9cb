// SPDX-License-Identifier: MIT
#include "report/settle_tables.h"

#include <inttypes.h>
#include <string.h>

static const char *const titles[SETTLE_TABLES][HEADS] = {
    [SETTLE_CASES] = {"cases", "病例", "Cases"},
    [SETTLE_INSTITUTIONS] = {"institutions", "机构清算（元）", "Clearing of institutions (yuan)"},
    [SETTLE_CONTRACTS] = {"contracts", "合同（元）", "Contracts (yuan)"},
};

// Column by column: name, Chinese, English.
static const char *const case_heads[][HEADS] = {
    {"case", "病例", "case"},
    {"institution", "机构", "institution"},
    {"contract", "合同", "contract"},
    {"covered", "份额", "covered"},
    {"group", "分组", "group"},
    {"ratio", "费用/均值", "cost/mean"},
    {"points", "分值", "points"},
    {"charge", "总费用", "charge"},
    {"in_scope", "政策内", "in scope"},
    {"fund_by_items", "统筹(项目)", "fund by items"},
    {"major_illness", "大病", "major illness"},
    {"assistance", "救助", "assistance"},
    {"personal_account", "个人账户", "account"},
    {"own", "个人现金", "own"},
    {"fund_by_contract", "统筹(合同)", "fund by contract"},
    {"note", "说明", "note"},
};
static const char *const institution_heads[][HEADS] = {
    {"contract", "合同", "contract"},
    {"year", "年", "year"},
    {"institution", "机构", "institution"},
    {"cases", "例数", "cases"},
    {"points", "分值", "points"},
    {"fund_by_items", "项目统筹A", "fund by items A"},
    {"others", "个人及其他C", "others C"},
    {"value", "价值", "value"},
    {"entitlement", "应付F", "entitled F"},
    {"ratio", "A/F", "A/F"},
    {"paid_by_items", "按项目付", "by items"},
    {"from_reserve", "风险金", "from reserve"},
    {"paid", "基金支付", "paid"},
    {"prepaid", "已预付", "prepaid"},
    {"due", "清算", "due"},
    {"note", "说明", "note"},
};
static const char *const contract_heads[][HEADS] = {
    {"contract", "合同", "contract"},
    {"rule", "方式", "rule"},
    {"year", "年", "year"},
    {"budget", "预算", "budget"},
    {"reserve", "风险金", "reserve"},
    {"points", "总分值", "points"},
    {"point_value", "点值", "point value"},
    {"paid", "基金支付", "paid"},
    {"borne", "外转扣减", "borne"},
    {"budget_left", "预算结余", "budget left"},
    {"reserve_left", "风险金结余", "reserve left"},
};

enum {
    CASE_HEADS = sizeof case_heads / sizeof *case_heads,
    INSTITUTION_HEADS = sizeof institution_heads / sizeof *institution_heads,
    CONTRACT_HEADS = sizeof contract_heads / sizeof *contract_heads
};

// A note is told in the language of the heads; for programs, in English.
static const char *words(Heads heads, const char *zh, const char *en) {
    return heads == HEADS_ZH ? zh : en;
}

static const char *yuan(Arena *arena, Fen fen) {
    return arena_text(arena, fen_text(fen).text);
}

static const char *whole(Arena *arena, int64_t number) {
    return arena_format(arena, "%" PRId64, number);
}

// Thousandths of points, with three decimals.
static const char *points_text(Arena *arena, int64_t thousandths) {
    return thousandths == 0 ? ""
                            : arena_format(arena, "%" PRId64 ".%03d", thousandths / 1000,
                                           (int)(thousandths % 1000));
}

// Millionths as a ratio with four decimals, for the eye.
static const char *ratio_text(Arena *arena, double ratio) {
    return arena_format(arena, "%.4f", ratio);
}

static const char *year_text(Arena *arena, int year) {
    return year ? whole(arena, year) : "";
}

static const Account *account_of(const Settlement *settlement, const SettledPart *part) {
    return &settlement->accounts[part->account];
}

// Why a case of a contract by groups is paid by item.
static const char *note_of(const SettledPart *part, Heads heads) {
    if (!part->claim.by_items) return "";
    if (part->reviewed) return words(heads, "特例单议，按项目", "review granted, by item");
    if (part->group == NO_GROUP) return words(heads, "未入组，按项目", "not grouped, by item");
    return words(heads, "住院天数超界，按项目", "stay too short or long, by item");
}

static void add_case(Listing *listing, const Settlement *settlement, const SettledPart *part,
                     const ListedCase *one, Heads heads, Arena *arena) {
    const Agreement *agreement =
        &settlement->agreements->rows[account_of(settlement, part)->agreement];
    const bool in_groups = agreement->contract->terms & TERMS_CASE_MIX;
    const bool by_head = agreement->contract->terms & TERMS_CAPITATION;
    const char *note = in_groups ? note_of(part, heads) : "";
    const Fen amounts[] = {one->charge,     one->in_scope,         one->fund, one->major_illness,
                           one->assistance, one->personal_account, one->own};
    const char *cells[CASE_HEADS] = {
        one->id,
        one->institution,
        agreement->name,
        ratio_text(arena, (double)(part->part.to - part->part.from) / WHOLE),
        part->group == NO_GROUP ? "" : agreement->terms.groups->rows[part->group].code,
        part->claim.ratio > 0 ? ratio_text(arena, (double)part->claim.ratio / WHOLE) : "",
        points_text(arena, case_part(part->claim.points, part->part))};
    for (int i = 0; i < 7; i++)
        cells[7 + i] = yuan(arena, case_part(amounts[i], part->part));
    cells[14] = by_head ? "" : yuan(arena, part->fund);
    cells[15] = note;
    listing_add(listing, cells);
}

static void add_institution(Listing *listing, const Settlement *settlement, uint32_t index,
                            Heads heads, Arena *arena) {
    const Account *account = &settlement->accounts[index];
    const Agreement *agreement = &settlement->agreements->rows[account->agreement];
    const ContractYear *year = &settlement->years[index];
    const Clearing *clearing = &settlement->clearings[index];
    const bool valued = !(agreement->contract->terms & TERMS_FEE_FOR_SERVICE);
    const Fen F = clearing->entitlement;
    const bool at_zero = valued && F == 0 && year->fund_by_items > 0;
    const bool short_paid = clearing->from_reserve < clearing->overrun;
    listing_add(
        listing,
        (const char *[]){agreement->name, year_text(arena, account->year), account->institution,
                         whole(arena, year->cases), points_text(arena, year->points),
                         yuan(arena, year->fund_by_items), yuan(arena, clearing->others),
                         valued ? yuan(arena, clearing->value) : "", valued ? yuan(arena, F) : "",
                         F > 0 ? ratio_text(arena, (double)year->fund_by_items / (double)F) : "",
                         yuan(arena, year->by_items), yuan(arena, clearing->from_reserve),
                         yuan(arena, clearing->paid), yuan(arena, year->prepaid),
                         yuan(arena, clearing->due),
                         at_zero      ? words(heads, "应付为0：个人已付超过价值",
                                              "entitled to 0: patients paid more than the value")
                         : short_paid ? words(heads, "风险金不足", "reserve exhausted")
                                      : ""});
}

static void add_contract(Listing *listing, const Settlement *settlement, uint32_t index,
                         Arena *arena) {
    const Account *account = &settlement->accounts[index];
    const Agreement *agreement = &settlement->agreements->rows[account->agreement];
    const Pool *pool = &settlement->pools[index];
    const double thousandths = (double)pool->point_value_thousandths;
    int64_t points = 0;
    for (uint32_t i = 0; i < settlement->account_count; i++)
        if (settlement->accounts[i].agreement == account->agreement &&
            settlement->accounts[i].year == account->year)
            points += settlement->years[i].points;
    listing_add(listing,
                (const char *[]){
                    agreement->name, agreement->contract->name, year_text(arena, account->year),
                    pool->has_budget ? yuan(arena, pool->budget) : "", yuan(arena, pool->reserve),
                    points_text(arena, points),
                    thousandths > 0 ? arena_format(arena, "%.8f",
                                                   (double)pool->point_value_fen * 10 / thousandths)
                                    : "",
                    yuan(arena, pool->paid), yuan(arena, pool->borne),
                    pool->has_budget ? yuan(arena, pool->budget_left) : "",
                    yuan(arena, pool->reserve_left)});
}

const char *settle_table_name(int table, Heads heads) {
    return titles[table][heads];
}

static void open_list(Listing *listing, const char *const (*heads)[HEADS], int count, Heads which,
                      Arena *arena) {
    const char *columns[MOST_LISTING_COLUMNS + 1] = {NULL};
    for (int i = 0; i < count; i++)
        columns[i] = heads[i][which];
    listing_init(listing, columns, arena);
}

void settle_table(Listing *listing, int table, const Settlement *settlement,
                  const ListedCase *cases, Heads heads, Arena *arena) {
    if (table == SETTLE_CASES) {
        open_list(listing, case_heads, CASE_HEADS, heads, arena);
        for (uint32_t i = 0; i < settlement->part_count; i++)
            add_case(listing, settlement, &settlement->parts[i],
                     &cases[settlement->parts[i].listed], heads, arena);
        return;
    }
    const bool institutions = table == SETTLE_INSTITUTIONS;
    if (institutions)
        open_list(listing, institution_heads, INSTITUTION_HEADS, heads, arena);
    else
        open_list(listing, contract_heads, CONTRACT_HEADS, heads, arena);
    for (uint32_t i = 0; i < settlement->account_count; i++) {
        const Account *one = &settlement->accounts[i], *before = one - (i > 0);
        const bool first =
            i == 0 || one->agreement != before->agreement || one->year != before->year;
        if (institutions)
            add_institution(listing, settlement, i, heads, arena);
        else if (first)
            add_contract(listing, settlement, i, arena);
    }
}
