# SPDX-License-Identifier: MIT
# Intervals, each row on a scale of its own. Above this text stand the numbers that hxsim computed;
# NAME.csv has the figure (1), the interval (2, 3), the null (4, 5) and what was printed (6, 7).

table = name.'.csv'
X(i, value) = strip_left + (value - value_low[i]) / (value_high[i] - value_low[i]) * (strip_right - strip_left)
null_y(i) = row_y[i] + 0.5 * bar_height + null_height

eval canvas(word(formats, 1))
plot \
    for [i=1:rows] table skip 1 every ::i-1::i-1 \
        using (0.5 * (X(i, $4) + X(i, $5))):(null_y(i)):(X(i, $4)):(X(i, $5)): \
            (null_y(i) - 0.5 * null_height):(null_y(i) + 0.5 * null_height) \
        with boxxyerror fillcolor rgb '#B4B9C0' fillstyle solid noborder, \
    for [i=1:rows] table skip 1 every ::i-1::i-1 \
        using (0.5 * (X(i, $2) + X(i, $3))):(row_y[i]):(X(i, $2)):(X(i, $3)): \
            (row_y[i] - 0.5 * bar_height):(row_y[i] + 0.5 * bar_height) \
        with boxxyerror fillcolor rgb colour(row_tone[i]) fillstyle solid noborder
do for [i=2:words(formats)] { eval canvas(word(formats, i)); replot }
unset output
