// SPDX-License-Identifier: MIT
// What major-illness insurance and assistance pay of stays, by hand and to the fen. P, what is in
// scope, is the charge x its share in the catalogue x 0.97: class B items are 30 % of the catalogue
// and 10 % of them is the patient's own.
#include "money/benefit.h"
#include "unit/claim.h"
#include "unit/money/hunan.h"

// The fund and the deductibles are used up, so that all of P is own payment in scope.
static Annual fund_used_up(Fen own_in_scope) {
    return (Annual){.stay_deductible_met = (int32_t)yuan(3000, 0),
                    .fund_paid = (int32_t)yuan(150000, 0),
                    .own_in_scope = (int32_t)own_in_scope,
                    .stays = 3};
}

// P = 7,685.76 on top of earlier payments. 9,314.24 + P = 17,000.00, the deductible: nothing yet.
// 9,314.26 + P = 17,000.02: 60 % of 0.02 = 0.012 -> 0.01.
// 13,250.50 + P = 20,936.26: 60 % of 3,936.26 = 2,361.756 -> 2,361.76.
TEST(major_illness_begins) {
    const Fen earlier[] = {yuan(9314, 23), yuan(9314, 24), yuan(9314, 26), yuan(13250, 50)};
    const Fen paid[] = {0, 0, 1, yuan(2361, 76)};
    for (int i = 0; i < 4; i++) {
        Annual annual = fund_used_up(earlier[i]);
        const Payment payment = settled_stay(&annual, city_stay(yuan(9107, 43)));
        ck_assert_int_eq(payment.major_illness, paid[i]);
        ck_assert_int_eq(payment.own, yuan(9107, 43) - paid[i]);
        ck_assert_int_eq(annual.own_in_scope, earlier[i] + yuan(7685, 76));
        ck_assert_int_eq(annual.major_illness_paid, paid[i]);
    }
}

// charge x 0.8439           P            bands above 17,000
//  42,318.55   35,712.624345    35,712.62   60 % of 18,712.62 = 11,227.572
//  86,204.91   72,748.323549    72,748.32   60 % of 30,000 = 18,000; 65 % of 25,748.32 =
//  16,736.408; 34,736.41
// 150,777.77  127,241.360103   127,241.36   18,000; 65 % of 50,000 = 32,500; 75 % of 30,241.36 =
// 22,681.02;
//                                           73,181.02
// 301,456.39  254,399.047521   254,399.05   18,000; 32,500; 75 % of 70,000 = 52,500; 85 % of
// 87,399.05 =
//                                           74,289.1925; 177,289.19
TEST(major_illness_bands) {
    const Fen charge[] = {yuan(42318, 55), yuan(86204, 91), yuan(150777, 77), yuan(301456, 39)};
    const Fen in_scope[] = {yuan(35712, 62), yuan(72748, 32), yuan(127241, 36), yuan(254399, 5)};
    const Fen paid[] = {yuan(11227, 57), yuan(34736, 41), yuan(73181, 2), yuan(177289, 19)};
    for (int i = 0; i < 4; i++) {
        Annual annual = fund_used_up(0);
        const Payment payment = settled_stay(&annual, city_stay(charge[i]));
        ck_assert_int_eq(payment.in_scope, in_scope[i]);
        ck_assert_int_eq(payment.major_illness, paid[i]);
        ck_assert_int_eq(payment.own, charge[i] - paid[i]);
    }
}

// Earlier payments 40,000.33, in the first band, plus P = 7,685.76 is 47,686.09, in the second:
// 60 % of the 6,999.67 left of the first and 65 % of 686.09. Counted as (18,000.00 + 445.96) -
// 13,800.20 = 4,645.76, where 445.9585 and 13,800.198 were rounded.
TEST(major_illness_across_bands) {
    Annual annual = fund_used_up(yuan(40000, 33));
    const Payment payment = settled_stay(&annual, city_stay(yuan(9107, 43)));
    ck_assert_int_eq(payment.major_illness, yuan(4645, 76));
}

// 398,765.43 of 400,000 are used: 1,234.57 are left of the 11,227.57 due.
TEST(major_illness_ceiling) {
    Annual annual = fund_used_up(0);
    annual.major_illness_paid = (int32_t)yuan(398765, 43);
    Payment payment = settled_stay(&annual, city_stay(yuan(42318, 55)));
    ck_assert_int_eq(payment.major_illness, yuan(1234, 57));
    ck_assert_int_eq(payment.own, yuan(41083, 98));

    payment = settled_stay(&annual, city_stay(yuan(42318, 55)));
    ck_assert_int_eq(payment.major_illness, 0);
}

TEST(major_illness_is_the_residents) {
    for (int scheme = SCHEME_EMPLOYEE; scheme <= SCHEME_RETIRED; scheme++) {
        Annual annual = fund_used_up(0);
        const Payment payment =
            settled_stay(&annual, insured_charge((Scheme)scheme, KIND_CITY_HOSPITAL, LEVEL_THREE,
                                                 yuan(301456, 39)));
        ck_assert_int_eq(payment.major_illness, 0);
        ck_assert_int_eq(payment.own, yuan(301456, 39));
    }
}

// The stay of 4,783.29 leaves 4,268.61 - 2,774.89 = 1,493.72 in scope: assistance 70 % = 1,045.604
// -> 1,045.60, own 4,783.29 - 2,774.89 - 1,045.60 = 962.80.
TEST(assistance) {
    InsuredCharge insured = county_stay(yuan(4783, 29));
    insured.entitled = 1;
    Annual annual = {0};
    const Payment payment = settled_stay(&annual, insured);
    ck_assert_int_eq(payment.fund, yuan(2774, 89));
    ck_assert_int_eq(payment.assistance, yuan(1045, 60));
    ck_assert_int_eq(payment.own, yuan(962, 80));
    ck_assert_int_eq(annual.assistance_paid, yuan(1045, 60));
}

// 88,416.27: P = 88,416.27 x 0.8439 = 74,614.490253 -> 74,614.49. Fund 65 % of 73,414.49 =
// 47,719.4185 -> 47,719.42; left 26,895.07. Major illness 60 % of 9,895.07 = 5,937.042 -> 5,937.04;
// left 20,958.03. Assistance 70 % = 14,670.621 -> 14,670.62. Own 88,416.27 - 47,719.42 - 5,937.04 -
// 14,670.62 = 20,089.19.
TEST(three_payers) {
    InsuredCharge insured = city_stay(yuan(88416, 27));
    insured.entitled = 1;
    Annual annual = {0};
    const Payment payment = settled_stay(&annual, insured);
    ck_assert_int_eq(payment.fund, yuan(47719, 42));
    ck_assert_int_eq(payment.major_illness, yuan(5937, 4));
    ck_assert_int_eq(payment.assistance, yuan(14670, 62));
    ck_assert_int_eq(payment.own, yuan(20089, 19));
}

// 49,500.50 of 50,000 are used: 499.50 are left; then nothing.
TEST(assistance_ceiling) {
    InsuredCharge insured = county_stay(yuan(4783, 29));
    insured.entitled = 1;
    Annual annual = {.assistance_paid = (int32_t)yuan(49500, 50)};
    ck_assert_int_eq(settled_stay(&annual, insured).assistance, yuan(499, 50));
    ck_assert_int_eq(settled_stay(&annual, insured).assistance, 0);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("major-illness insurance begins above its deductible", major_illness_begins),
        CLAIM("major-illness insurance pays by its four bands", major_illness_bands),
        CLAIM("a stay that crosses into a band is paid at both rates", major_illness_across_bands),
        CLAIM("major-illness insurance stops at its ceiling", major_illness_ceiling),
        CLAIM("employees have no major-illness insurance", major_illness_is_the_residents),
        CLAIM("assistance pays its share of what is left in scope", assistance),
        CLAIM("assistance comes after major-illness insurance", three_payers),
        CLAIM("assistance stops at its ceiling", assistance_ceiling),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
