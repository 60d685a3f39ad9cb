// SPDX-License-Identifier: MIT
#include "report/score_readme.h"

static const char text[] =
    "这些结果是在所列假设下的模拟，不是预测。\n"
    "score.csv        报道数字与模拟对照，每行一种读法；reported_low、reported_high "
    "为报道值（两端\n"
    "                 不同为歧义，空为单侧界限）；low、high 为参数抽样的90%区间；null 为省或全国\n"
    "                 水平；interval_score 越小越好；skill 大于0才是证据；inside 为1在区间内\n"
    "score-zh.txt, score-en.txt  终端上的表；score.json 供程序读取\n"
    "charts/          每个城市一张图：报道数字在模拟区间上的位置\n"
    "各文件夹          所运行的情景：scenario.cfg 可直接运行；draws.csv 为参数抽样\n"
    "\n"
    "These results are simulated under the assumptions listed; they are not a forecast.\n"
    "score.csv        reported figures beside simulated ones, one row a reading; reported_low and\n"
    "                 reported_high are what was printed (they differ where it is ambiguous, "
    "empty\n"
    "                 is an open side); low and high the 90 % interval over draws; null what the\n"
    "                 province or nation had; less interval_score is better; a skill above 0 is\n"
    "                 evidence; inside is 1 where the figure lies in the interval\n"
    "score-zh.txt, score-en.txt  the table of the terminal; score.json has it for programs\n"
    "charts/          one for each city: its figures on what was simulated\n"
    "the folders      the scenarios as they were run: scenario.cfg runs by itself; draws.csv\n";

void score_readme_print(FILE *stream, const ChartsLeftOut *left_out) {
    fputs(text, stream);
    if (left_out->count == 0) return;
    fputs("\n没有画出的图及原因 / Charts that are left out, and why\n", stream);
    charts_tell_left_out(left_out, "  ", stream);
}
