// SPDX-License-Identifier: MIT
#include "payment/case_mix.h"

#include "payment/clearing.h"

enum { THOUSANDTHS_OF_WEIGHT = 1000000 }; // 1 of weight is 1000 points

// The most points of one case, those of 100,000 mean ones, so that no list of cases can add to more
// than 2^63.
static const int64_t MOST_POINTS = 100000 * (int64_t)THOUSANDTHS_OF_WEIGHT;

static bool leaves_groups(const Terms *terms, const PaidCase *paid_case) {
    return paid_case->group == NO_GROUP || paid_case->reviewed ||
           paid_case->days < terms->stay_least ||
           (terms->stay_most > 0 && paid_case->days > terms->stay_most);
}

// weight x k x adj, rounded once: weight in millionths is points in thousandths.
static int64_t points_of(const Terms *terms, const PaidCase *paid_case, Fen mean) {
    const CaseGroup *group = &terms->groups->rows[paid_case->group];
    const Wide full = (Wide)group->weight * paid_case->coefficient;
    const Wide charge = (Wide)paid_case->charge * WHOLE;
    const Millionths low = terms->outlier_low[paid_case->level];
    const Millionths high = terms->outlier_high[paid_case->level];
    if (mean > 0 && charge < (Wide)low * mean)
        return division_wide(full * paid_case->charge, (Wide)WHOLE * mean);
    if (mean > 0 && charge > (Wide)high * mean)
        return division_wide(full * (charge - (Wide)(high - WHOLE) * mean),
                             (Wide)WHOLE * WHOLE * mean);
    return division_wide(full, WHOLE);
}

static CaseClaim price(const Terms *terms, const PaidCase *paid_case) {
    const Fen prepaid = fen_part(paid_case->fund_by_items, terms->prepayment);
    if (leaves_groups(terms, paid_case)) return (CaseClaim){.prepaid = prepaid, .by_items = true};

    const CaseGroup *group = &terms->groups->rows[paid_case->group];
    const Fen mean = division_round(group->mean_cost[paid_case->level], terms->price_index, WHOLE);
    return (CaseClaim){.prepaid = prepaid,
                       .points = fen_least(points_of(terms, paid_case, mean), MOST_POINTS),
                       .ratio = mean > 0 ? division_round(WHOLE, paid_case->charge, mean) : 0};
}

static void settle(const Terms *terms, Period period, const ContractYear *years, size_t count,
                   Clearing *clearings, Pool *pool) {
    clearing_open(terms, period, years, count, clearings, pool);
    if (terms->retrospective) {
        clearing_by_points(years, count, clearings, pool);
    } else {
        for (size_t i = 0; i < count; i++)
            clearings[i].value =
                division_round(terms->rate, years[i].points, THOUSANDTHS_OF_WEIGHT);
        pool->point_value_fen = terms->rate;
        pool->point_value_thousandths = THOUSANDTHS_OF_WEIGHT;
        clearing_by_value(years, count, clearings, pool);
    }
    clearing_by_bands(terms, years, count, clearings, pool);
    clearing_close(years, count, clearings, pool);
}

// An item that the patient pays a part of lowers the entitlement by that part; retrospectively the
// point value rises by it for all, so that the institution gets back its own share of the points.
static Margin marginal(const Terms *terms, const ContractYear *years, size_t index,
                       const Clearing *clearings, const Pool *pool) {
    const ContractYear *year = &years[index];
    const Clearing *clearing = &clearings[index];
    const Zone zone = clearing_zone(terms, year, clearing, pool);
    const double fund = contract_year_fund(year);
    const double thousandths = (double)pool->point_value_thousandths;
    const bool entitled = clearing->entitlement > 0;
    const double own =
        terms->retrospective && thousandths > 0 ? (double)year->points / thousandths : 0;
    const double value = thousandths > 0 ? 1000 * (double)pool->point_value_fen / thousandths : 0;
    const double lowered = entitled ? (1 - fund) * (1 - own) * zone.of_entitlement : 0;
    return (Margin){.item = (1 - fund) + fund * zone.of_items - lowered,
                    .point = entitled ? zone.of_entitlement * value * (1 - own) : 0};
}

const PaymentContract payment_drg = {
    .name = "drg",
    .about_zh = "按疾病诊断相关分组付费：每组一个权重，按费率或总额结算",
    .about_en =
        "Payment by diagnosis-related group: a weight for each group, at a rate or within a budget",
    .terms = TERMS_CASE_MIX,
    .price = price,
    .settle = settle,
    .marginal = marginal,
};

const PaymentContract payment_dip = {
    .name = "dip",
    .about_zh = "按病种分值付费：每个病种一个分值，年末按总额定点值",
    .about_en = "Payment by diagnosis-intervention packet: points for each, valued within a budget",
    .terms = TERMS_CASE_MIX,
    .price = price,
    .settle = settle,
    .marginal = marginal,
};
