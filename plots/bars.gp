# SPDX-License-Identifier: MIT
# Horizontal bars from zero. Above this text stand the numbers that hxsim computed; NAME.csv has
# panel (1), kind (2), name (3), value (4) and the low and high of its interval (5, 6).

table = name.'.csv'
X(panel, value) = bar_left + value / value_high[panel] * (bar_right - bar_left)
lower(i) = bar_y[i] - 0.5 * bar_height
upper(i) = bar_y[i] + 0.5 * bar_height
bar_colour(tone) = tone eq 'grey' ? '#B4B9C0' : colour(tone)

eval canvas(word(formats, 1))
plot \
    for [i=1:bars] table skip 1 every ::i-1::i-1 \
        using (0.5 * (bar_left + X($1, $4))):(bar_y[i]):(bar_left):(X($1, $4)):(lower(i)):(upper(i)) \
        with boxxyerror fillcolor rgb bar_colour(bar_tone[i]) fillstyle solid noborder, \
    for [i=1:bars] table skip 1 every ::i-1::i-1 \
        using (X($1, $4)):(bar_y[i]):(X($1, $5)):(X($1, $6)) with xerrorbars \
        pointsize 0 linewidth weight(0.06) linecolor rgb colour('ink')
do for [i=2:words(formats)] { eval canvas(word(formats, i)); replot }
unset output
