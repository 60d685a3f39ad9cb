// SPDX-License-Identifier: MIT
#include "people/residents.h"

#include "base/curves.h"
#include "base/draw.h"

#include <stdlib.h>
#include <string.h>

// Registered absent insured of a township, in proportion to its residents and its county's share of absent.
static double absent_weight(const City *city, const Township *township) {
    const double share = city->counties[township->county].absent_share;
    return township->residents * share / (1.0 - share);
}

static uint32_t scaled_count(double persons, uint32_t scale) {
    return (uint32_t)(persons / scale + 0.5);
}

static uint32_t rounded_up(uint32_t slots) {
    return (slots + TOWNSHIP_ALIGNMENT - 1) / TOWNSHIP_ALIGNMENT * TOWNSHIP_ALIGNMENT;
}

Headcount township_headcount(const City *city, int township, uint32_t scale) {
    double weights = 0;
    for (uint32_t t = 0; t < city->township_count; t++)
        weights += absent_weight(city, &city->townships[t]);

    const Township *row = &city->townships[township];
    const double absent =
        weights > 0
            ? city->parameters.people.absent_insured * absent_weight(city, row) / weights
            : 0;
    return (Headcount){scaled_count(row->residents, scale), scaled_count(absent, scale)};
}

// Births expected in so many years from so many persons: never fewer a year than in the first, never
// more than there are women, of whom nobody has two children in a year and no newborn has one yet.
static double births_foreseen(const People *people, uint32_t persons, uint32_t years) {
    const double women = (1.0 - people->male_share) * persons;
    const double rate = people->births_per_1000 / 1000.0;
    double even = 0, growing = 0;
    for (uint32_t year = 0; year < years; year++) {
        const double births =
            rate * curve_exp(people->births_change * year) * (persons + growing);
        even += rate * persons;
        growing += births < women ? births : women;
    }
    return growing > even ? growing : even;
}

// Slots kept for newborns: half as many again as are expected.
static uint32_t slots_for_births(const City *city, uint32_t persons, uint32_t years) {
    return (uint32_t)(1.5 * births_foreseen(&city->parameters.people, persons, years)) + 16;
}

static Status take_columns(Residents *residents, Report *report) {
    residents->due_day = report_calloc(report, residents->slots, sizeof *residents->due_day);
    residents->resident =
        report_calloc_lines(report, residents->slots * sizeof *residents->resident);
    return residents->due_day && residents->resident ? STATUS_OK : STATUS_NO_MEMORY;
}

Status residents_init(Residents *residents, const City *city, uint32_t scale, uint32_t years,
                      Report *report) {
    *residents = (Residents){.scale = scale,
                             .townships = (uint16_t)city->township_count,
                             .counties = (uint16_t)city->county_count};
    residents->township_first =
        report_calloc(report, city->township_count + 1, sizeof(uint32_t));
    residents->township_used = report_calloc(report, city->township_count, sizeof(uint32_t));
    residents->county_first = report_calloc(report, city->county_count + 1, sizeof(uint16_t));
    if (!residents->township_first || !residents->township_used || !residents->county_first)
        return STATUS_NO_MEMORY;

    for (int t = 0; t < residents->townships; t++) {
        const Headcount heads = township_headcount(city, t, scale);
        const uint32_t persons = heads.residents + heads.absent;
        residents->township_first[t] = residents->slots;
        residents->slots += rounded_up(persons + slots_for_births(city, persons, years));
        residents->county_first[city->townships[t].county + 1] = (uint16_t)(t + 1);
    }
    residents->township_first[residents->townships] = residents->slots;

    const Status status = take_columns(residents, report);
    if (status != STATUS_OK) return status;
    memset(residents->due_day, 0xFF, residents->slots * sizeof *residents->due_day);
    for (int t = 0; t < residents->townships; t++)
        for (uint32_t person = residents->township_first[t];
             person < residents->township_first[t + 1]; person++) {
            residents->resident[person].bed = NO_BED;
            residents->resident[person].township = (uint16_t)t;
        }
    return STATUS_OK;
}

void residents_free(Residents *residents) {
    free(residents->township_first);
    free(residents->township_used);
    free(residents->county_first);
    free(residents->due_day);
    free(residents->resident);
    *residents = (Residents){0};
}

double draw_exponential(uint32_t word) {
    return -curve_log(draw_unit(word));
}

Moment next_candidate(const Clock *clock, Moment now, double rate, double exponential) {
    if (now.day == NEVER || rate <= 0) return (Moment){NEVER, 0};

    const double interval = exponential / rate;
    const double end = (double)clock->begins[clock->days];
    if (interval >= end) return (Moment){NEVER, 0};

    Moment next = clock_moment(clock, (uint64_t)clock_at(clock, now) + (uint64_t)interval);
    if (next.day == now.day) next = (Moment){(uint16_t)(now.day + 1), 0};
    return next.day >= clock->days ? (Moment){NEVER, 0} : next;
}
