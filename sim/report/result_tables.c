// SPDX-License-Identifier: MIT
#include "report/result_tables.h"

#include "report/csv.h"

static const char central[] = "central";

// ---- flows

// Who goes where. Places are ids, "" where they are not told apart.
typedef struct Flow {
    const char *residence, *insured, *provider, *from_kind, *kind, *purpose;
    int64_t persons;
} Flow;

static void write_flow(Csv *csv, const Experiment *experiment, const char *period,
                       const Flow *flow) {
    if (flow->persons == 0) return;
    const char *const words[] = {experiment->id,  central,       period,
                                 flow->residence, flow->insured, flow->provider,
                                 flow->from_kind, flow->kind,    flow->purpose};
    csv_texts(csv, words, sizeof words / sizeof *words);
    csv_whole(csv, flow->persons);
    csv_end_row(csv);
}

static const char *provider_place(const City *city, int place) {
    return place < (int)city->county_count ? city->counties[place].id : "outside";
}

// The three places of everything that the people of one shard did.
static void write_shard(Csv *csv, const Results *results, const Experiment *experiment,
                        const char *period, const Tally *tally, int shard) {
    const City *city = &experiment->city;
    const bool visitors = shard == results->counties;
    const char *insured = visitors ? "elsewhere" : city->counties[shard].id;
    for (int presence = 0; presence < PRESENCES; presence++)
        for (int place = 0; place <= results->counties; place++)
            for (int kind = 0; kind < KIND_COUNT; kind++) {
                Flow flow = {.residence = presence == PRESENT ? insured : "elsewhere",
                             .insured = insured,
                             .provider = provider_place(city, place),
                             .from_kind = "",
                             .kind = kind_entities[kind].name};
                const VisitFlow *visit = &tally->visit_at[presence][place][kind];
                flow.purpose = "visit";
                flow.persons = visit->visits * results->scale;
                write_flow(csv, experiment, period, &flow);
                flow.purpose = "admission";
                flow.persons = tally->stay_at[presence][place][kind].discharges * results->scale;
                write_flow(csv, experiment, period, &flow);
            }
}

// Where needs went first, exits included; the institution's place is not counted.
static void write_first_choices(Csv *csv, const Results *results, const Experiment *experiment,
                                const char *period, const Tally *tally, int shard) {
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        const Flow flow = {.residence = "",
                           .insured = experiment->city.counties[shard].id,
                           .provider = "",
                           .from_kind = "",
                           .kind = kind_entities[kind].name,
                           .purpose = "first_choice",
                           .persons = tally->first_choice[kind] * results->scale};
        write_flow(csv, experiment, period, &flow);
    }
}

// From the kind that saw the patient last to the kind of the bed.
static void write_ways_to_bed(Csv *csv, const Results *results, const Experiment *experiment,
                              const char *period, const Tally *tally, int shard) {
    const char *insured = experiment->city.counties[shard].id;
    for (int away = 0; away < 2; away++)
        for (int seen = 0; seen < KIND_COUNT; seen++)
            for (int bed = 0; bed < KIND_COUNT; bed++) {
                const int64_t stays = away ? tally->way_to_bed[HOME_ELSEWHERE][seen][bed]
                                           : tally->way_to_bed[HOME_COUNTRY][seen][bed] +
                                                 tally->way_to_bed[HOME_TOWN][seen][bed];
                const Flow flow = {.residence = away ? "elsewhere" : insured,
                                   .insured = insured,
                                   .provider = "",
                                   .from_kind = kind_entities[seen].name,
                                   .kind = kind_entities[bed].name,
                                   .purpose = "way_to_bed",
                                   .persons = stays * results->scale};
                write_flow(csv, experiment, period, &flow);
            }
}

static void write_month(Csv *csv, const Results *results, const Experiment *experiment,
                        int month_index) {
    const MonthResults *month = &results->month[month_index];
    char period[32];
    snprintf(period, sizeof period, "%d-%02d", results->first_year + month_index / 12,
             month_index % 12 + 1);
    for (int place = 0; place <= results->counties; place++)
        for (int kind = 0; kind < KIND_COUNT; kind++) {
            Flow flow = {.residence = "",
                         .insured = "",
                         .provider = provider_place(&experiment->city, place),
                         .from_kind = "",
                         .kind = kind_entities[kind].name,
                         .purpose = "visit",
                         .persons = month->visits[place][kind]};
            write_flow(csv, experiment, period, &flow);
            flow.purpose = "admission";
            flow.persons = month->discharges[place][kind];
            write_flow(csv, experiment, period, &flow);
        }
}

Status result_tables_flows(const Results *results, const Experiment *experiment, const char *path,
                           Report *report) {
    Csv csv;
    const Status status =
        csv_open(&csv, path,
                 "scenario,draw,period,residence,insured,provider,from_kind,kind,purpose,"
                 "person_times",
                 report);
    if (status != STATUS_OK) return status;
    for (int year = 0; year < results->years; year++) {
        char period[16];
        snprintf(period, sizeof period, "%d", results->first_year + year);
        for (int shard = 0; shard < results->shards; shard++) {
            const Tally *tally = &results->year[year].county[shard];
            write_shard(&csv, results, experiment, period, tally, shard);
            if (shard == results->counties) continue;
            write_first_choices(&csv, results, experiment, period, tally, shard);
            write_ways_to_bed(&csv, results, experiment, period, tally, shard);
        }
    }
    for (int month = 0; month < results->months; month++)
        write_month(&csv, results, experiment, month);
    return csv_close(&csv, report);
}

// ---- ledger

// A line of the books: an account, or a charge for a component.
typedef struct Line {
    const char *book, *account, *scheme, *area, *kind, *place, *component;
    Fen amount;
} Line;

static void write_line(Csv *csv, const Experiment *experiment, int year, const Line *line) {
    if (line->amount == 0) return;
    csv_text(csv, experiment->id);
    csv_text(csv, central);
    csv_whole(csv, year);
    const char *const words[] = {line->book, line->account, line->scheme,   line->area,
                                 line->kind, line->place,   line->component};
    csv_texts(csv, words, sizeof words / sizeof *words);
    csv_fen(csv, line->amount);
    csv_end_row(csv);
}

static const char *pooling_area(const City *city, int area) {
    return area < 0 ? "" : area < (int)city->county_count ? city->counties[area].id : city->id;
}

static void write_accounts(Csv *csv, const Results *results, const Experiment *experiment,
                           int index) {
    const City *city = &experiment->city;
    const Ledger *ledger = results->year[index].ledger;
    for (int account = 0; account < ACCOUNT_COUNT; account++) {
        const AccountInfo info = account_info(account);
        const Line line = {.book = "account",
                           .account = info.name,
                           .scheme = info.scheme < 0 ? "" : scheme_entities[info.scheme].name,
                           .area = pooling_area(city, info.area),
                           .kind = info.kind < 0 ? "" : kind_entities[info.kind].name,
                           .place = info.county < 0 ? "" : provider_place(city, info.county),
                           .component = "",
                           .amount = ledger->account[account] * results->scale};
        write_line(csv, experiment, results->first_year + index, &line);
    }
}

static void write_charges(Csv *csv, const Results *results, const Experiment *experiment,
                          int index) {
    const Ledger *ledger = results->year[index].ledger;
    for (int kind = 0; kind < KIND_COUNT; kind++)
        for (int place = 0; place < LEDGER_COUNTIES; place++)
            for (int component = 0; component < COMPONENT_COUNT; component++) {
                const Line line = {.book = "charge",
                                   .account = "",
                                   .scheme = "",
                                   .area = "",
                                   .kind = kind_entities[kind].name,
                                   .place = provider_place(&experiment->city, place),
                                   .component = component_entities[component].name,
                                   .amount =
                                       ledger->charged[kind][place][component] * results->scale};
                write_line(csv, experiment, results->first_year + index, &line);
            }
}

Status result_tables_ledger(const Results *results, const Experiment *experiment, const char *path,
                            Report *report) {
    Csv csv;
    const Status status = csv_open(
        &csv, path,
        "scenario,draw,period,book,account,scheme,pooling_area,kind,place,component,yuan", report);
    if (status != STATUS_OK) return status;
    for (int index = 0; index < results->years; index++) {
        write_charges(&csv, results, experiment, index);
        write_accounts(&csv, results, experiment, index);
    }
    return csv_close(&csv, report);
}
