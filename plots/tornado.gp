# SPDX-License-Identifier: MIT
# Bars on both sides of where a result stands. Above this text stand the numbers that hxsim computed;
# NAME.csv has number (1), its low and high end in words (2, 3), the result at them (4, 5), and the
# result with every number where it is (6).

table = name.'.csv'
X(value) = axis_left + (value - value_low) / (value_high - value_low) * (axis_right - axis_left)
lower(i) = bar_y[i] - 0.5 * bar_height
upper(i) = bar_y[i] + 0.5 * bar_height
side(i, at, centre) = bar_tone[i] eq 'grey' ? 0xB4B9C0 : at < centre ? 0x0072B2 : 0xD55E00

eval canvas(word(formats, 1))
plot \
    for [i=1:bars] for [end=4:5] table skip 1 every ::i-1::i-1 \
        using (0.5 * (X($6) + X(column(end)))):(bar_y[i]):(X($6)):(X(column(end))): \
            (lower(i)):(upper(i)):(side(i, column(end), $6)) \
        with boxxyerror fillcolor rgb variable fillstyle solid noborder
do for [i=2:words(formats)] { eval canvas(word(formats, i)); replot }
unset output
