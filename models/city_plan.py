# SPDX-License-Identifier: MIT
"""Reads the plan by which models/split_places splits a city, and says all that is amiss with it."""
import sys
import tomllib

TEXT, NUMBER = str, (int, float)
KINDS = {TEXT: "text", NUMBER: "number", int: "whole number", list: "list"}
WANTED = {
    "": {"id": TEXT, "zh": TEXT, "en": TEXT, "seed": int, "residents": int, "centre": TEXT,
         "basis": TEXT, "county": list, "origin": list},
    "travel": {"village": NUMBER, "centre": NUMBER, "seat": NUMBER, "sigma": NUMBER,
               "minutes_per_km": NUMBER, "residents_sigma": NUMBER, "sources": list},
    "clinics": {"village_sites": int, "village_doctors": int, "private_sites": int},
    "beds": dict.fromkeys(("per_1000", "township", "county", "city", "private"), NUMBER),
    "doctors": dict.fromkeys(("per_1000", "township", "county", "city", "private", "clinics"),
                             NUMBER),
    "private_hospitals": {"count": int, "level2": int},
    "casemix": {"township_centres": int, "private_hospitals": TEXT},
    "sources_of": {},
}
WANTED_OF_EACH = {
    "county": {"id": TEXT, "zh": TEXT, "en": TEXT, "full": TEXT, "weight": NUMBER,
               "resident_sources": list, "catchments": int, "urban": int,
               "urban_residents": NUMBER, "area_km2": NUMBER, "longitude": NUMBER,
               "latitude": NUMBER, "age_60_share": NUMBER, "minutes_to_city": NUMBER,
               "absent_share": NUMBER, "monitored": int, "basis": TEXT, "sources": list},
    "city_hospital": {"id": TEXT, "zh": TEXT, "en": TEXT, "level": int, "beds": NUMBER},
    "origin": {"id": TEXT, "zh": TEXT, "en": TEXT, "other_province": int, "residents": NUMBER,
               "minutes": NUMBER, "nearest_county": TEXT, "seat_minutes": NUMBER, "why": TEXT},
}


def lacks(section, wanted, where):
    """What a section of the plan does not say, or says as something else."""
    for key, kind in wanted.items():
        if key not in section:
            yield f"{where}{key} is missing"
        elif not isinstance(section[key], kind) or isinstance(section[key], bool):
            yield f"{where}{key} is {section[key]!r}; write a {KINDS[kind]}"


def amiss(plan):
    for name, wanted in WANTED.items():
        section = plan if not name else plan.get(name)
        if section is None:
            yield f"[{name}] is missing"
        else:
            yield from lacks(section, wanted, f"{name}." if name else "")
    for name, wanted in WANTED_OF_EACH.items():
        for number, one in enumerate(plan.get(name, []), 1):
            yield from lacks(one, wanted, f"{name} {number}: ")


def at_odds(plan):
    """What cannot be, once everything is said."""
    known = [county["id"] for county in plan["county"]]
    for name in ("beds", "doctors"):
        shares = sum(part for key, part in plan[name].items() if key != "per_1000")
        if abs(shares - 1) > 1e-9:
            yield f"the shares of [{name}] come to {shares:g}; write shares that sum to 1"
    for what, county in [("centre", plan["centre"])] + [
            (f"nearest_county of {o['id']}", o["nearest_county"]) for o in plan["origin"]] + [
            (f"[[named.{county}]]", county) for county in plan.get("named", {})]:
        if county not in known:
            yield f"{what}: there is no county {county}; write one of {', '.join(known)}"
    for county in plan["county"]:
        named = plan.get("named", {}).get(county["id"], [])
        rural = sum(not one.get("urban") for one in named)
        if not len(named) - rural <= county["urban"] <= county["catchments"] - rural:
            yield (f"county {county['id']}: {county['urban']} of {county['catchments']} catchments"
                   f" are urban, which leaves no room for the named ones")
        if county["urban"] < 1:
            yield f"county {county['id']}: urban is 0; the seat is a catchment of its own"


def read_plan(file):
    try:
        with open(file, "rb") as stream:
            plan = tomllib.load(stream)
    except OSError as error:
        sys.exit(f"split_places: {file}: cannot be read: {error.strerror}")
    except tomllib.TOMLDecodeError as error:
        sys.exit(f"split_places: {file}: {error}")
    problems = list(amiss(plan)) or list(at_odds(plan))
    if problems:
        sys.exit("\n".join(f"split_places: {file}: {problem}" for problem in problems))
    return plan
