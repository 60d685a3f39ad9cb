// SPDX-License-Identifier: MIT
#include "payment/division.h"
#include "unit/claim.h"

TEST(whole_fen) {
    Share shares[] = {{.weight = 1}, {.weight = 1}, {.weight = 1}};
    division_by_weights(shares, sizeof *shares, 3, 100);
    ck_assert_int_eq(shares[0].part, 34);
    ck_assert_int_eq(shares[1].part, 33);
    ck_assert_int_eq(shares[2].part, 33);
}

// 1,600,001 x 100 / 400 = 400,000.25 and x 300 / 400 = 1,200,000.75: the second takes the last fen.
TEST(largest_remainder) {
    Share shares[] = {{.weight = 100000}, {.weight = 300000}};
    division_by_weights(shares, sizeof *shares, 2, 1600001);
    ck_assert_int_eq(shares[0].part, 400000);
    ck_assert_int_eq(shares[1].part, 1200001);
}

TEST(sums) {
    Share shares[37];
    for (Fen total = 0; total < 2000; total += 7) {
        Fen sum = 0;
        for (int i = 0; i < 37; i++)
            shares[i].weight = (i * 7919) % 211;
        division_by_weights(shares, sizeof *shares, 37, total);
        for (int i = 0; i < 37; i++) {
            ck_assert(shares[i].weight > 0 || shares[i].part == 0);
            sum += shares[i].part;
        }
        ck_assert_int_eq(sum, total);
    }
}

TEST(nobody) {
    Share shares[] = {{.weight = 0, .part = 5}, {.weight = 0, .part = 7}};
    division_by_weights(shares, sizeof *shares, 2, 1000);
    ck_assert_int_eq(shares[0].part + shares[1].part, 0);
}

TEST(wide_products) {
    ck_assert_int_eq(division_round(MOST_FEN, 3, 3), MOST_FEN);
    ck_assert_int_eq(division_round(MOST_FEN, 1000000000, 2000000001), 4599999997700);
    ck_assert_int_eq(division_round(5, 1, 2), 3);
    ck_assert_int_eq(division_round(-5, 1, 2), -3);
    ck_assert_int_eq(division_round(4, 1, 3), 1);
    ck_assert_int_eq(division_round(MOST_FEN, 2, 1), MOST_FEN);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("of equal parts the first takes the fen that is over", whole_fen),
        CLAIM("the part with the largest remainder takes the fen that is over", largest_remainder),
        CLAIM("parts add up to the whole, whatever the weights", sums),
        CLAIM("nobody gets anything where nobody has a weight", nobody),
        CLAIM("products beyond 64 bits are exact, rounded once, and stop at the largest amount",
              wide_products),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
