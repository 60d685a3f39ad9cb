// SPDX-License-Identifier: MIT
#include "support/ward_law.h"

#include <gsl/gsl_linalg.h>
#include <gsl/gsl_matrix.h>
#include <gsl/gsl_permutation.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_vector.h>

enum { MOST_BEDS = 64, MOST_ARRIVALS = 64 };

// One thing that may happen to a ward in a day.
typedef struct Step {
    int taken, waiting; // at its end
    double probability; // from this state
    double urgent_elsewhere, others_elsewhere, others_later;
} Step;

static int least(int a, int b) {
    return a < b ? a : b;
}

// Beds that others may still take.
static int room(const WardChain *ward, int taken) {
    return taken < ward->open ? ward->open - taken : 0;
}

static Step step_of(const WardChain *ward, int taken, int waiting, int urgent, int others) {
    Step step = {.taken = taken};
    const int placed = least(urgent, ward->open + ward->extra - step.taken);
    step.urgent_elsewhere = urgent - placed;
    step.taken += placed;

    const int kept = least(waiting, room(ward, step.taken));
    step.taken += kept;
    const int at_once = least(others, room(ward, step.taken));
    step.taken += at_once;

    const int older = waiting - kept, newer = others - at_once;
    step.others_later = ward->patience > 0 ? newer : 0;
    step.waiting = ward->patience == FOREVER ? older + newer : ward->patience == 1 ? newer : 0;
    step.others_elsewhere = older + newer - step.waiting;
    return step;
}

typedef struct Chances {
    double urgent[MOST_ARRIVALS], others[MOST_ARRIVALS];
    double leave[MOST_BEDS][MOST_BEDS]; // [beds taken][of which leave]
} Chances;

// GSL's is not a number at mean 0.
static double poisson(unsigned n, double mean) {
    return mean > 0 ? gsl_ran_poisson_pdf(n, mean) : n == 0;
}

static Chances chances_of(const WardChain *ward) {
    Chances chances;
    for (unsigned n = 0; n < MOST_ARRIVALS; n++) {
        chances.urgent[n] = poisson(n, ward->urgent_a_day);
        chances.others[n] = poisson(n, ward->others_a_day);
    }
    for (unsigned taken = 0; taken < MOST_BEDS; taken++)
        for (unsigned leave = 0; leave < MOST_BEDS; leave++)
            chances.leave[taken][leave] = gsl_ran_binomial_pdf(leave, ward->leaves, taken);
    return chances;
}

typedef void (*Visit)(void *context, const Step *step);

// Tells every step from one state, but for those of less than 1e-15.
static void steps_from(const WardChain *ward, const Chances *chances, int taken, int waiting,
                       Visit visit, void *context) {
    for (int leave = 0; leave <= taken; leave++)
        for (int urgent = 0; urgent < MOST_ARRIVALS; urgent++) {
            const double so_far = chances->leave[taken][leave] * chances->urgent[urgent];
            for (int others = 0; so_far > 1e-15 && others < MOST_ARRIVALS; others++) {
                Step step = step_of(ward, taken - leave, waiting, urgent, others);
                step.probability = so_far * chances->others[others];
                step.waiting = least(step.waiting, ward->most_waiting);
                visit(context, &step);
            }
        }
}

typedef struct Row {
    gsl_matrix *balance;
    size_t from;
    const WardChain *ward;
} Row;

static size_t state_of(const WardChain *ward, int taken, int waiting) {
    return (size_t)taken * (size_t)(ward->most_waiting + 1) + (size_t)waiting;
}

static void add_to_balance(void *context, const Step *step) {
    const Row *row = context;
    double *at =
        gsl_matrix_ptr(row->balance, state_of(row->ward, step->taken, step->waiting), row->from);
    *at += step->probability;
}

static gsl_vector *stationary(gsl_matrix *balance) {
    const size_t states = balance->size1;
    gsl_vector *law = gsl_vector_calloc(states), *right = gsl_vector_calloc(states);
    for (size_t i = 0; i < states; i++) {
        *gsl_matrix_ptr(balance, i, i) -= 1;
        gsl_matrix_set(balance, states - 1, i, 1); // the last equation follows from the others
    }
    gsl_vector_set(right, states - 1, 1);
    gsl_permutation *order = gsl_permutation_alloc(states);
    int sign;
    gsl_linalg_LU_decomp(balance, order, &sign);
    gsl_linalg_LU_solve(balance, order, right, law);
    gsl_permutation_free(order);
    gsl_vector_free(right);
    return law;
}

typedef struct Mean {
    ChainLaw law;
    double weight;
} Mean;

static void add_to_mean(void *context, const Step *step) {
    Mean *mean = context;
    const double p = mean->weight * step->probability;
    mean->law.taken += p * step->taken;
    mean->law.waiting += p * step->waiting;
    mean->law.urgent_elsewhere += p * step->urgent_elsewhere;
    mean->law.others_elsewhere += p * step->others_elsewhere;
    mean->law.others_later += p * step->others_later;
}

ChainLaw ward_law(const WardChain *ward) {
    const Chances chances = chances_of(ward);
    const int beds = ward->open + ward->extra;
    const size_t states = state_of(ward, beds, ward->most_waiting) + 1;
    gsl_matrix *balance = gsl_matrix_calloc(states, states);
    for (int taken = 0; taken <= beds; taken++)
        for (int waiting = 0; waiting <= ward->most_waiting; waiting++) {
            Row row = {balance, state_of(ward, taken, waiting), ward};
            steps_from(ward, &chances, taken, waiting, add_to_balance, &row);
        }
    gsl_vector *law = stationary(balance);

    Mean mean = {.weight = 0};
    for (int taken = 0; taken <= beds; taken++)
        for (int waiting = 0; waiting <= ward->most_waiting; waiting++) {
            mean.weight = gsl_vector_get(law, state_of(ward, taken, waiting));
            steps_from(ward, &chances, taken, waiting, add_to_mean, &mean);
        }
    gsl_vector_free(law);
    gsl_matrix_free(balance);
    if (ward->urgent_a_day > 0) mean.law.urgent_elsewhere /= ward->urgent_a_day;
    if (ward->others_a_day > 0) {
        mean.law.others_elsewhere /= ward->others_a_day;
        mean.law.others_later /= ward->others_a_day;
    }
    return mean.law;
}

double erlang_b(int servers, double load) {
    double lost = 1;
    for (int n = 1; n <= servers; n++)
        lost = load * lost / (n + load * lost);
    return lost;
}

double erlang_c(int servers, double load) {
    const double lost = erlang_b(servers, load);
    return servers * lost / (servers - load * (1 - lost));
}
