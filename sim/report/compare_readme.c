// SPDX-License-Identifier: MIT
#include "report/compare_readme.h"

static const char text[] =
    "这些结果是在所列假设下的模拟，不是预测。\n"
    "differences.csv  差值（alternative 减 base），每行一个：place、kind、scheme、group、age 同\n"
    "                 indicators.csv；difference 和 se（仅随机性）为中心参数，p05 至 p95、\n"
    "                 "
    "share_higher、share_lower、share_better（占抽样的份额，不是概率）为参数抽样；\n"
    "                 variance_ratio 为配对差值的方差与不配对时之比；not estimated 为不作估计\n"
    "attribution.csv  主要差值在抽样间的方差来自哪些数值（线性拟合），以及使符号改变的假设\n"
    "differences-zh.txt, differences-en.txt  终端上的表；differences.json "
    "为同样内容（各年），供程序读取\n"
    "charts/          图：difference-指标 为水平和差值，tornado-指标 "
    "为差值取决于哪些假设；PNG、SVG、\n"
    "                 所画数字（.csv）和绘图脚本（.gp）\n"
    "base/, alternative-1/ ...  各情景：scenario.cfg 可直接运行；indicators.csv、draws.csv\n"
    "\n"
    "These results are simulated under the assumptions listed; they are not a forecast.\n"
    "differences.csv  alternative minus base, one a row; place, kind, scheme, group and age as in\n"
    "                 indicators.csv. difference and se (chance alone) are at the central\n"
    "                 parameters; p05 to p95, share_higher, share_lower and share_better (shares "
    "of\n"
    "                 the draws, no probabilities) over draws of the parameters; variance_ratio "
    "is\n"
    "                 the variance of the paired difference over that of unpaired runs, over\n"
    "                 replicates (chance) and over draws; what is not estimated has no numbers\n"
    "attribution.csv  on which numbers the variance of the main differences over draws rests\n"
    "                 (linear fit), and which assumption turns a sign\n"
    "differences-zh.txt, differences-en.txt  the table of the terminal; differences.json has it "
    "for\n"
    "                 programs, year by year\n"
    "charts/          difference-INDICATOR: levels above their difference; tornado-INDICATOR: the\n"
    "                 numbers that it hangs on most; PNG, SVG, the numbers drawn (.csv), the\n"
    "                 script (.gp)\n"
    "base/, alternative-1/ ...  the scenarios: scenario.cfg runs by itself; indicators.csv,\n"
    "                 draws.csv\n";

void compare_readme_write(FILE *stream, const Experiment *named, const ChartsLeftOut *left_out) {
    fprintf(stream, "%s\n%s\n\n%s", named->title_zh, named->title_en, text);
    if (left_out->count == 0) return;
    fputs("\n没有画出的图及原因 / Charts that are left out, and why\n", stream);
    charts_tell_left_out(left_out, "  ", stream);
}
