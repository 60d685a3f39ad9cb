#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""A tiny patient flow in SimPy, to compare hxsim with: printed as one line of JSON.

Each person has needs at exponential gaps and takes each to one of five tiers, with fixed
probabilities. A tier offers so many slots a day; who finds none waits, first come first served,
also overnight. After the visit some are admitted, if need be after waiting for a bed, and stay a
geometric number of days; of the others, some are referred to the next tier up, where it all
happens again.

The flow is far smaller than a day of hxsim: no ages, diseases, money, prices, travel or choice.
All its numbers are made up and stand for no place. The clock runs while SimPy runs, not while it
sets up.
"""
import argparse
import json
import random
import time
from typing import NamedTuple

import simpy

NEEDS_PER_PERSON_YEAR = 7.3
MEAN_STAY_DAYS = 8.2


class Tier(NamedTuple):
    name: str
    chosen: float  # share of needs that come here first
    slots_per_1000: float  # visits a day per 1,000 residents
    referred: float  # share of visits not admitted that go on to the next tier
    admitted: float  # share of visits
    beds_per_1000: float


TIERS = (
    Tier("village clinic", 0.43, 8.9, 0.06, 0.0, 0.0),
    Tier("township centre", 0.22, 5.1, 0.07, 0.022, 1.0),
    Tier("county hospital", 0.24, 5.3, 0.05, 0.061, 2.8),
    Tier("city hospital", 0.09, 2.2, 0.03, 0.074, 1.4),
    Tier("provincial hospital", 0.02, 0.5, 0.0, 0.089, 0.4),
)


class Place:
    """A tier of the county while it runs: its slots of today, its beds, and what it has counted."""

    def __init__(self, environment, tier, persons):
        slots = max(1, round(tier.slots_per_1000 * persons / 1000))
        beds = max(1, round(tier.beds_per_1000 * persons / 1000))
        self.tier = tier
        self.slots = simpy.Container(environment, capacity=slots, init=slots)
        self.beds = simpy.Resource(environment, capacity=beds)
        self.visits = 0
        self.admissions = 0
        self.days_waited = 0.0


def geometric_days(draw, mean_days):
    """A whole number of days from 1 on; each further day with probability 1 - 1 / mean_days."""
    days = 1
    while draw.random() > 1 / mean_days:
        days += 1
    return days


def open_every_morning(environment, place):
    while True:
        yield environment.timeout(1)
        unused = place.slots.level
        if unused < place.slots.capacity:
            yield place.slots.put(place.slots.capacity - unused)


def stay(environment, place, draw):
    with place.beds.request() as bed:
        yield bed
        place.admissions += 1
        yield environment.timeout(geometric_days(draw, MEAN_STAY_DAYS))


def care(environment, places, first, draw):
    for place in places[first:]:
        asked = environment.now
        yield place.slots.get(1)
        place.visits += 1
        place.days_waited += environment.now - asked
        if draw.random() < place.tier.admitted:
            yield from stay(environment, place, draw)
            return
        if draw.random() >= place.tier.referred:
            return


def live(environment, places, draw):
    shares = [tier.chosen for tier in TIERS]
    order = range(len(TIERS))
    while True:
        yield environment.timeout(draw.expovariate(NEEDS_PER_PERSON_YEAR / 365))
        first = draw.choices(order, shares)[0]
        yield from care(environment, places, first, draw)


def main():
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("--persons", type=int, default=20000)
    words.add_argument("--days", type=int, default=365)
    words.add_argument("--seed", type=int, default=20240713)
    chosen = words.parse_args()

    draw = random.Random(chosen.seed)
    environment = simpy.Environment()
    places = [Place(environment, tier, chosen.persons) for tier in TIERS]
    for place in places:
        environment.process(open_every_morning(environment, place))
    for _ in range(chosen.persons):
        environment.process(live(environment, places, draw))

    start = time.perf_counter()
    environment.run(until=chosen.days)
    wall_seconds = time.perf_counter() - start

    visits = sum(place.visits for place in places)
    print(json.dumps({
        "visits": visits,
        "wall_seconds": round(wall_seconds, 3),
        "ns_per_visit": round(wall_seconds * 1e9 / visits),
        "person_days": chosen.persons * chosen.days,
        "admissions": sum(place.admissions for place in places),
        "mean_days_waited": round(sum(place.days_waited for place in places) / visits, 3),
    }))


if __name__ == "__main__":
    main()
