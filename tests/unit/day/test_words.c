// SPDX-License-Identifier: MIT
#include "day/words.h"

#include "unit/claim.h"

// ---- fields

TEST(fields_share_no_bit) {
    for (int bit = 0; bit < 128; bit++) {
        Draw draw = {{0}};
        draw.word[bit / 32] = 1u << (bit % 32);
        int seen = 0;
        for (unsigned field = 0; field < 8; field++)
            seen += draw_field(&draw, field) != 0;
        ck_assert_int_eq(seen, bit % 16 < 15);
    }
}

TEST(fields_have_fifteen_bits) {
    const Draw ones = {{0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF}};
    for (unsigned field = 0; field < 8; field++)
        ck_assert_uint_eq(draw_field(&ones, field), SHARE_ONE - 1);
}

// ---- questions

// Which bits of each of the four words a question asks.
typedef struct Bits {
    uint32_t word[4];
} Bits;

static Bits of_field(unsigned field) {
    Bits bits = {{0}};
    bits.word[field / 2] = 0x7FFFu << (16 * (field % 2));
    return bits;
}

static Bits of_word(unsigned word, uint32_t mask) {
    Bits bits = {{0}};
    bits.word[word] = mask;
    return bits;
}

static void assert_apart(const Bits *questions, int count) {
    for (int a = 0; a < count; a++)
        for (int b = 0; b < a; b++)
            for (int word = 0; word < 4; word++)
                ck_assert_msg((questions[a].word[word] & questions[b].word[word]) == 0,
                              "questions %d and %d share bits of word %d", a, b, word);
}

#define ASSERT_APART(...)                                                     \
    do {                                                                      \
        const Bits questions[] = {__VA_ARGS__};                               \
        assert_apart(questions, (int)(sizeof questions / sizeof *questions)); \
    } while (0)

static const uint32_t WHOLE = 0xFFFFFFFF, HIGHEST_BYTE = 0xFF000000, LOWEST_BYTE = 0xFF;

TEST(questions_share_no_bit) {
    ASSERT_APART(of_field(SEEK_FIRST), of_field(SEEK_KEEP), of_field(SEEK_OTHER),
                 of_field(SEEK_HABIT), of_field(SEEK_FESTIVAL), of_field(SEEK_ROUTE),
                 of_word(3, WHOLE));
    ASSERT_APART(of_field(SERVE_SETTLES), of_field(SERVE_VILLAGE), of_field(SERVE_FOLLOWUP),
                 of_field(SERVE_STILL_ILL), of_field(SERVE_TEST_CLASS), of_field(SERVE_RECOGNISED),
                 of_field(SERVE_TESTED), of_word(3, HIGHEST_BYTE));
    ASSERT_APART(of_field(REFER_FORMAL), of_field(REFER_ROUTE), of_field(REFER_GIVES_UP),
                 of_field(REFER_TCM));
    ASSERT_APART(of_field(ADMIT_TREATS), of_field(ADMIT_HERE), of_field(ADMIT_FIRST),
                 of_field(ADMIT_KEEP), of_field(ADMIT_OTHER), of_field(ADMIT_ROUTE),
                 of_field(ADMIT_DECLINES), of_field(ADMIT_FORMAL));
    ASSERT_APART(of_word(0, WHOLE), of_word(1, WHOLE), of_field(STAY_OPERATED),
                 of_word(2, HIGHEST_BYTE), of_field(STAY_WEEKEND), of_field(STAY_DOWN));
    ASSERT_APART(of_field(VISITOR_ROUTE), of_field(VISITOR_DISEASE), of_word(1, LOWEST_BYTE),
                 of_field(VISITOR_BED), of_word(2, WHOLE));
}

int main(void) {
    const Claim claims[] = {
        CLAIM("no bit of a draw is in two fields", fields_share_no_bit),
        CLAIM("each field is as wide as a share", fields_have_fifteen_bits),
        CLAIM("no two questions of one decision share a bit", questions_share_no_bit),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
