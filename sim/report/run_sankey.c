// SPDX-License-Identifier: MIT
#include "report/run_sankey.h"

const RunGroup run_groups[RUN_GROUPS] = {
    {{"村卫生室和诊所", "Village, private clinic"},
     KIND_BIT(KIND_VILLAGE_CLINIC) | KIND_BIT(KIND_PRIVATE_CLINIC)},
    {{"乡镇卫生院", "Township centre"}, KIND_BIT(KIND_TOWNSHIP_CENTRE)},
    {{"县级医院", "County hospital"},
     KIND_BIT(KIND_COUNTY_GENERAL) | KIND_BIT(KIND_COUNTY_TCM) | KIND_BIT(KIND_COUNTY_MATERNAL)},
    {{"民营医院", "Private hospital"}, KIND_BIT(KIND_PRIVATE_HOSPITAL)},
    {{"市级医院", "City hospital"}, KIND_BIT(KIND_CITY_HOSPITAL)},
    {{"市外医院", "Outside the city"},
     KIND_BIT(KIND_OUTSIDE_CITY) | KIND_BIT(KIND_OUTSIDE_PROVINCE)}};

size_t run_sankey_add_node(RunSankey *sankey, const char *name, size_t column, ChartTone tone,
                           double passing) {
    if (!(passing > 0.0)) return RUN_SANKEY_NODES;
    sankey->nodes[sankey->node_count] = (SankeyNode){name, column, tone};
    return sankey->node_count++;
}

size_t run_sankey_add_group(RunSankey *sankey, int group, size_t column, ChartTone tone,
                            double passing) {
    const char *const *name = run_groups[group].name;
    return run_sankey_add_node(sankey, run_in(sankey->language, name[0], name[1]), column, tone,
                               passing);
}

void run_sankey_add_flow(RunSankey *sankey, size_t from, size_t to, double value, ChartTone tone) {
    if (value > 0.0) sankey->flows[sankey->flow_count++] = (SankeyFlow){from, to, value, tone};
}

Status run_sankey_draw(const RunSankey *sankey, ChartText text,
                       const char *const headings[RUN_SANKEY_COLUMNS], const ChartStyle *style,
                       const char *folder, const char *name, Report *report) {
    const SankeyChart chart = {.text = text,
                               .headings = headings,
                               .column_count = RUN_SANKEY_COLUMNS,
                               .nodes = sankey->nodes,
                               .node_count = sankey->node_count,
                               .flows = sankey->flows,
                               .flow_count = sankey->flow_count,
                               .format = {THREE_DIGITS, ""}};
    return chart_draw_sankey(&chart, style, folder, name, report);
}
