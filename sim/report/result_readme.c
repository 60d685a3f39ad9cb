// SPDX-License-Identifier: MIT
#include "report/result_readme.h"

#include "base/version.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static const char chinese[] =
    "这些结果是在所列假设下的模拟，不是预测。\n"
    "\n"
    "scenario.cfg    完整的情景：所有数值及其单位、类别、来源；可直接运行：hxsim run scenario.cfg\n"
    "inputs/         情景所用的表：县、乡镇、机构、外来患者来源地、参数、报道数字\n"
    "indicators.csv  指标：每行一个值。place 为地区，period 为年份；kind、scheme、group、age\n"
    "                "
    "为机构类型、险种、病种（或慢病、城乡、就诊目的、费用构成）、年龄段，空白表示不分。\n"
    "                draw 为 central 即主结果（各次重复的均值），se 为其标准误；p05、p50、p95 "
    "为多次重复\n"
    "                之间的分位数（仅随机性；不足20次时为 min、p50、max）\n"
    "                有参数抽样时 p05、p25、p50、p75、p95 和 sd 为各次抽样之间的分位数和标准差\n"
    "                （参数的不确定；每次抽样 = 主结果 + 抽样规模下该次与中心参数之差）\n"
    "draws.csv       有参数抽样时：每个数值的范围和各次抽样所取的值\n"
    "flows.csv       患者流向（第一次重复）：residence 居住地、insured 参保地、provider "
    "就诊地、kind 机构类型；\n"
    "                purpose：visit 就诊、admission 出院、first_choice 首诊去向、way_to_bed "
    "住院来源\n"
    "                （from_kind 为住院前最后就诊的机构类型）；\n"
    "                elsewhere 为本市以外的居住地，outside 为本市以外的机构\n"
    "ledger.csv      账目（元，第一次重复）：charge 为收费构成；account "
    "为各账户，负数为付出，正数为收入，合计为零\n"
    "funds.csv       "
    "基金收支（元，第一次重复）：每个基金（fund）、统筹区（pooling_area）每年一行：\n"
    "                "
    "参保人数、期初结余、缴费、财政补助、基金间划转、区内和区外就医支出、模型外支出、\n"
    "                清算、期末结余、当期结余、可支付月数；统筹区空白为全市居民合计\n"
    "accounts.csv    机构账目（元，第一次重复）：receipts 收入构成，payer "
    "付费方，operation 补助、\n"
    "                清算、人员、耗用物品、固定成本和结余\n";
static const char chinese_charts[] =
    "charts/         图：PNG（300 dpi）、SVG、所画数字（.csv）和绘图脚本（.gp）\n";
static const char chinese_end[] =
    "manifest.json   版本、源代码和输入的哈希值、种子、规模和每个文件的 SHA-256\n"
    "\n"
    "CSV 为带 BOM 的 UTF-8，可用 Excel 或 WPS 直接打开。指标定义：hxsim explain 指标名\n";

static const char english[] =
    "These results are simulated under the assumptions listed; they are not a forecast.\n"
    "\n"
    "scenario.cfg    the whole scenario: every number with unit, kind and source; it runs by\n"
    "                itself: hxsim run scenario.cfg\n"
    "inputs/         its tables: counties, townships, institutions, origins of visitors,\n"
    "                parameters, reported figures\n"
    "indicators.csv  indicators, one value a row: place, period (year); kind, scheme, group, age\n"
    "                are kind of institution, insurance scheme, disease group (or chronic\n"
    "                condition, town or country, purpose of a visit, component of bills) and age "
    "band; empty means "
    "all.\n"
    "                draw is central for the main result, the mean over replicates, and se for\n"
    "                its standard error; p05, p50 and p95 are quantiles over replicates, chance\n"
    "                alone (min, p50 and max of fewer than 20)\n"
    "                with draws of the parameters p05, p25, p50, p75, p95 and sd are quantiles\n"
    "                and standard deviation over the draws, what is unknown of the numbers (a\n"
    "                draw is the main result + the draw - the central run, at the draws' scale)\n"
    "draws.csv       with draws: the range of each number, and its value in each draw\n"
    "flows.csv       who goes where, in the first replicate: residence, insured (place of "
    "insurance), provider (place of\n"
    "                the institution), kind; purpose is visit, admission (by discharge),\n"
    "                first_choice, or way_to_bed (from_kind saw the patient last before the bed);\n"
    "                elsewhere is a home and outside an institution beyond the city\n"
    "ledger.csv      the books of the first replicate in yuan: charge by component; account is "
    "what each account gave\n"
    "                (negative) or received, which sums to zero\n"
    "funds.csv       the funds in yuan, first replicate: a row for each fund, pooling area and\n"
    "                year: insured, opening reserve, contributions, subsidies, transfers between\n"
    "                funds, claims in the area and elsewhere, claims not simulated, clearing,\n"
    "                closing reserve, balance, months of cover; an empty area is all residents\n"
    "accounts.csv    institutions in yuan, first replicate: receipts by component, the same by\n"
    "                payer, and operation: subsidy, clearing, staff, inputs, fixed cost, surplus\n";
static const char english_charts[] =
    "charts/         charts: PNG (300 dpi), SVG, the numbers drawn (.csv), the script (.gp)\n";
static const char english_end[] =
    "manifest.json   version, hashes of the sources of hxsim and of all inputs, seed, scale, "
    "SHA-256 of every file\n"
    "\n"
    "CSV files are UTF-8 with a byte-order mark. Definitions: hxsim explain INDICATOR\n";

static void tell_left_out(const ChartsLeftOut *left_out, FILE *stream) {
    if (left_out->count == 0) return;
    fputs("\n没有画出的图及原因 / Charts that are left out, and why\n", stream);
    charts_tell_left_out(left_out, "  ", stream);
}

Status result_readme_write(const Experiment *experiment, int has_charts,
                           const ChartsLeftOut *left_out, const char *path, Report *report) {
    FILE *stream = fopen(path, "w");
    if (!stream)
        return report_problem(report, STATUS_NO_OUTPUT, "%s: cannot be created: %s", path,
                              strerror(errno));
    fprintf(stream, "%s\n%s\nhxsim %s\n\n", experiment->title_zh, experiment->title_en,
            HXSIM_VERSION);
    fprintf(stream, "%s%s%s\n", chinese, has_charts ? chinese_charts : "", chinese_end);
    fprintf(stream, "%s%s%s", english, has_charts ? english_charts : "", english_end);
    tell_left_out(left_out, stream);
    const int broken = ferror(stream);
    if (fclose(stream) == 0 && !broken) return STATUS_OK;
    return report_problem(report, STATUS_IO, "%s: writing broke off: %s; make room and run again",
                          path, strerror(errno));
}
