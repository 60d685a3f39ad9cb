// SPDX-License-Identifier: MIT
#include "base/money.h"
#include "unit/claim.h"

TEST(yuan_to_fen) {
    ck_assert_int_eq(fen_from_yuan(7468.88), 746888);
    ck_assert_int_eq(fen_from_yuan(0.07), 7);
    ck_assert_int_eq(fen_from_yuan(19.999), 2000);
    ck_assert_int_eq(fen_from_yuan(1e7 + 0.37), 1000000037);
    ck_assert_int_eq(fen_from_yuan(-312.65), -31265);
}

// 12.5, 0.5 and 2.375 are exact in binary.
TEST(halves_go_up) {
    ck_assert_int_eq(fen_round(12.5), 13);
    ck_assert_int_eq(fen_round(0.5), 1);
    ck_assert_int_eq(fen_round(0.4999), 0);
    ck_assert_int_eq(fen_from_yuan(2.375), 238);
    ck_assert_int_eq(fen_share(1243, 500000), 622);  // 621.5
    ck_assert_int_eq(fen_share(1241, 500000), 621);  // 620.5
    ck_assert_int_eq(fen_share(3655, 700000), 2559); // 2,558.5
}

TEST(every_two_decimals) {
    for (int64_t fen = 0; fen < 3000000; fen += 7)
        ck_assert_int_eq(fen_from_yuan((double)fen / 100), fen);
}

// 70 % of 81.34 = 56.938; 65 % of 7,435.76 = 4,833.244.
TEST(shares) {
    ck_assert_int_eq(fen_share(8134, millionths(0.7)), 5694);
    ck_assert_int_eq(fen_share(743576, millionths(0.65)), 483324);
    ck_assert_int_eq(fen_share(743577, WHOLE), 743577);
    ck_assert_int_eq(fen_share(743577, 0), 0);
    ck_assert_int_eq(millionths(0.93), 930000);
    ck_assert_int_eq(millionths(1.0 / 3), 333333);
}

TEST(large_amounts) {
    ck_assert_int_eq(fen_share(9000000000123, WHOLE), 9000000000123);
    ck_assert_int_eq(fen_share(9000000000123, 500001), 4500009000062); // 4,500,009,000,061.500123
}

TEST(largest_amounts) {
    ck_assert_int_eq(fen_round((double)MOST_FEN - 1.4), MOST_FEN - 1);
    ck_assert_int_eq(fen_round(1e300), MOST_FEN);
    ck_assert_int_eq(fen_round(-1e300), -MOST_FEN);
    ck_assert_int_eq(fen_from_yuan(1e17), MOST_FEN);
    ck_assert_int_eq(fen_share(MOST_FEN, WHOLE), MOST_FEN);
    ck_assert_int_eq(fen_share(-MOST_FEN, WHOLE), -MOST_FEN);
    ck_assert_int_eq(fen_share(MOST_FEN, 999999), MOST_FEN - MOST_FEN / WHOLE);
}

TEST(refunds_mirror) {
    for (Fen amount = 1; amount < 100000; amount += 37)
        ck_assert_int_eq(fen_share(-amount, 123457), -fen_share(amount, 123457));
}

TEST(texts) {
    ck_assert_str_eq(fen_text(0).text, "0.00");
    ck_assert_str_eq(fen_text(5).text, "0.05");
    ck_assert_str_eq(fen_text(-123405).text, "-1234.05");
    ck_assert_str_eq(fen_text(INT64_MIN).text, "-92233720368547758.08");
}

int main(void) {
    const Claim claims[] = {
        CLAIM("yuan are rounded to the nearest fen", yuan_to_fen),
        CLAIM("half a fen goes up", halves_go_up),
        CLAIM("amounts of two decimals are taken over exactly", every_two_decimals),
        CLAIM("a share is taken in parts per million and rounded once", shares),
        CLAIM("shares of 90 thousand million yuan are exact", large_amounts),
        CLAIM("amounts stop at 92 thousand million yuan, of which shares are still exact",
              largest_amounts),
        CLAIM("a share of a refund is the refund of a share", refunds_mirror),
        CLAIM("amounts are written in yuan with two decimals", texts),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
