// SPDX-License-Identifier: MIT
// Which bits of a need's words answer which question: each purpose's questions have fields of their
// own (draw_field), so that no answer tells anything of another.
#ifndef HXSIM_DAY_WORDS_H
#define HXSIM_DAY_WORDS_H

#include "base/draw.h"
#include "care/choice.h"

// PURPOSE_SEEK; word 3 is the place in the queue.
enum { SEEK_FIRST, SEEK_KEEP, SEEK_OTHER, SEEK_HABIT, SEEK_FESTIVAL, SEEK_ROUTE };

// PURPOSE_SERVE; bits 24 to 31 of word 3 are the charge. The same at whatever institution sees the
// case.
enum {
    SERVE_SETTLES,
    SERVE_VILLAGE,
    SERVE_FOLLOWUP,
    SERVE_STILL_ILL,
    SERVE_TEST_CLASS,
    SERVE_RECOGNISED,
    SERVE_TESTED
};
enum { SERVE_ELSEWHERE = 0 }; // of absent insured, who are served where they live: nothing else

// PURPOSE_REFER.
enum {
    REFER_FORMAL,
    REFER_ROUTE,
    REFER_GIVES_UP,
    REFER_TCM,
    REFER_CHANNEL,
    REFER_YARD,
    REFER_TRACED,
    REFER_KEPT
};

// PURPOSE_REMOTE, of one visit.
enum { REMOTE_READS, REMOTE_CONSULTS, REMOTE_TRACES, REMOTE_POSITIVE, REMOTE_ALARMS };

// PURPOSE_BOOKING, of one visit.
enum { BOOKING_TURNS_UP };

// PURPOSE_URGENT, of one need.
enum { URGENT_CALLS, URGENT_HOME, URGENT_NEAR, URGENT_ROUTED };

// PURPOSE_ADMIT.
enum {
    ADMIT_TREATS,
    ADMIT_HERE,
    ADMIT_FIRST,
    ADMIT_KEEP,
    ADMIT_OTHER,
    ADMIT_ROUTE,
    ADMIT_DECLINES,
    ADMIT_FORMAL
};

// PURPOSE_STAY; word 0 is the days, word 1 the charge, bits 24 to 31 of word 2 the level of the
// operation.
enum { STAY_OPERATED = 4, STAY_WEEKEND = 6, STAY_DOWN };

// PURPOSE_VISITOR, of one arrival; the low bits of word 1 are the complexity, word 2 is the place
// in the queue.
enum { VISITOR_ROUTE, VISITOR_DISEASE, VISITOR_BED = 3 };

// The three words of a choice, from three fields side by side.
static inline ChoiceWords choice_words(const Draw *draw, unsigned first) {
    return (ChoiceWords){.first = draw_field(draw, first),
                         .keep = draw_field(draw, first + 1),
                         .other = draw_field(draw, first + 2)};
}

// A share as the 15-bit words are compared with it, in 1/SHARE_ONE.
static inline uint16_t share_15(double share) {
    const double scaled = share * SHARE_ONE + 0.5;
    return (uint16_t)(scaled < 0 ? 0 : scaled > SHARE_ONE ? SHARE_ONE : scaled);
}

// 1 if something happens that does so with this share.
static inline int happens(const Draw *draw, unsigned field, double share) {
    return draw_field(draw, field) < (uint32_t)(share * SHARE_ONE);
}

#endif
