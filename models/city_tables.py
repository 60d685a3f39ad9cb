# SPDX-License-Identifier: MIT
"""Writes the four tables of a city: counties, townships, facilities, origins."""
import csv

NAMES = {"village_clinic": ("村卫生室和社区卫生服务站", "village clinics and stations"),
         "private_clinic": ("个体诊所", "private clinics"),
         "township_centre": ("卫生院或社区卫生服务中心",
                             "township or community centre"),
         "county_general": ("综合医院", "general hospital"),
         "county_tcm": ("中医医院", "TCM hospital"),
         "county_maternal": ("妇幼保健院", "maternal and child hospital")}


def write(path, columns, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


def write_counties(folder, plan):
    columns = ("id,name_zh,name_en,age_60_share,minutes_to_city,absent_share_of_registered,"
               "monitored,basis,source").split(",")
    write(f"{folder}/counties.csv", columns,
          [[c["id"], c["zh"], c["full"], c["age_60_share"], c["minutes_to_city"],
            c["absent_share"], c["monitored"], c["basis"], ";".join(c["sources"])]
           for c in plan["county"]])


def write_townships(folder, plan, rows):
    columns = ("id,county,name_zh,name_en,residents,urban,doctor_present_share,"
               "minutes_to_village_clinic,minutes_to_township_centre,minutes_to_county_seat,"
               "minutes_to_city,neighbour_1,neighbour_1_minutes,neighbour_2,neighbour_2_minutes,"
               "nearest_other_seat,nearest_other_seat_minutes,basis,source").split(",")
    lines = []
    for row in rows:
        (one, minutes_1), (two, minutes_2) = row["neighbours"]
        zh, en = marked(row)
        lines.append([row["id"], row["county"]["id"], zh, en, row["residents"], row["urban"],
                      f"{row['present']:.2f}", row["village"], row["centre"], row["seat"],
                      row["city"], one, minutes_1, two, minutes_2, *row["other_seat"],
                      row["named"].get("basis", plan["basis"]),
                      ";".join(row["named"].get("sources", []) + row["county"]["resident_sources"]
                               + plan["travel"]["sources"])])
    write(f"{folder}/townships.csv", columns, lines)


def marked(row):
    """Names that are made up say so."""
    if row["named"]:
        return row["zh"], row["en"]
    return f"{row['zh']}（合成）", f"{row['en']} (synthetic)"


def write_facilities(folder, plan, records):
    columns = ("id,kind,county,township,name_zh,name_en,level,beds_registered,doctors,sites,"
               "recognition,platform,diagnostics,capability_offset,dip_hospital,basis,"
               "source").split(",")
    lines = []
    for one in records:
        zh, en = NAMES.get(one["kind"], ("", ""))
        name_zh, name_en = one["zh"] + zh, f"{one['en']} {en}".strip()
        if not name_zh.endswith("（合成）"):
            name_zh, name_en = f"{name_zh}（合成）", f"{name_en} (synthetic)"
        lines.append([one["id"], one["kind"], one["county"], one["township"], name_zh, name_en,
                      one["level"], one["beds"], one["doctors"], one["sites"],
                      one["recognition"], one["platform"], one["diagnostics"], 0, one["dip"],
                      one["basis"], ";".join(plan["sources_of"].get(one["kind"], []))])
    write(f"{folder}/facilities.csv", columns, lines)


def write_origins(folder, plan):
    columns = ("id,name_zh,name_en,other_province,residents,minutes_to_" + plan["id"]
               + ",nearest_county,minutes_to_nearest_county_seat,basis,source,why").split(",")
    write(f"{folder}/origins.csv", columns,
          [[o["id"], o["zh"], o["en"], o["other_province"], o["residents"], o["minutes"],
            o["nearest_county"], o["seat_minutes"], "assumed", "", o["why"]]
           for o in plan["origin"]])


def write_tables(folder, plan, rows, records):
    write_counties(folder, plan)
    write_townships(folder, plan, rows)
    write_facilities(folder, plan, records)
    write_origins(folder, plan)
