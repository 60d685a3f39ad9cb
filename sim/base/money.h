// SPDX-License-Identifier: MIT
// Money in whole fen (100 fen are one yuan), and shares of it in parts per million.
//
// A price given in yuan is rounded to fen once, where it enters; after that everything is integer,
// so that the books balance with ==. Halves go up; of a negative amount (money handed back) the
// mirror image is taken, so that a refund is what was once paid.
#ifndef HXSIM_BASE_MONEY_H
#define HXSIM_BASE_MONEY_H

#include <stdint.h>

typedef int64_t Fen;

// A share in parts per million: 700000 is 70 %.
typedef int64_t Millionths;

enum { WHOLE = 1000000 };

// The largest amount: 92 thousand million yuan, of which a share can still be taken exactly.
static const Fen MOST_FEN = 9200000000000;

// The nearest whole number, halves up; of an amount in fen, the price to pay. It stops at MOST_FEN
// on either side of 0.
static inline Fen fen_round(double amount) {
    const double most = (double)MOST_FEN;
    if (amount < 0) return amount > -most ? -(Fen)(0.5 - amount) : -MOST_FEN;
    return amount < most ? (Fen)(amount + 0.5) : MOST_FEN;
}

// An amount in yuan as fen.
static inline Fen fen_from_yuan(double yuan) {
    return fen_round(yuan * 100);
}

// A share (0.7) as parts per million.
static inline Millionths millionths(double share) {
    return fen_round(share * WHOLE);
}

// `share`, up to one whole, of an amount from 0 to MOST_FEN, rounded once, halves up.
static inline Fen fen_part(Fen amount, Millionths share) {
    return (Fen)(((uint64_t)amount * (uint64_t)share + WHOLE / 2) / WHOLE);
}

// The same of any amount.
static inline Fen fen_share(Fen amount, Millionths share) {
    return amount < 0 ? -fen_part(-amount, share) : fen_part(amount, share);
}

static inline Fen fen_least(Fen one, Fen other) {
    return one < other ? one : other;
}

static inline Fen fen_most(Fen one, Fen other) {
    return one > other ? one : other;
}

// An amount as text, in yuan with two decimals: "-1234.05".
typedef struct FenText {
    char text[24];
} FenText;

// Any amount, the least of all included.
FenText fen_text(Fen amount);

#endif
