# SPDX-License-Identifier: MIT
# Sums and their parts, to either side of zero. Above this text stand the numbers that hxsim computed;
# NAME.csv has strip and row (1, 2), their names (3, 4), value (5), and the ends of its rule (6, 7).

table = name.'.csv'
X(strip, value) = strip_zero[strip] + value * length_of_one
lower(i) = bar_y[i] - 0.5 * bar_height
upper(i) = bar_y[i] + 0.5 * bar_height
bar_colour(tone) = tone eq 'grey' ? '#B4B9C0' : colour(tone)

eval canvas(word(formats, 1))
plot \
    for [i=1:bars] table skip 1 every ::i-1::i-1 \
        using (0.5 * (X($1, 0) + X($1, $5))):(bar_y[i]):(X($1, 0)):(X($1, $5)):(lower(i)):(upper(i)) \
        with boxxyerror fillcolor rgb bar_colour(bar_tone[i]) fillstyle solid noborder, \
    for [i=1:bars] table skip 1 every ::i-1::i-1 \
        using (X($1, $5)):(bar_y[i]):(X($1, $6)):(X($1, $7)) with xerrorbars \
        pointsize 0 linewidth weight(0.09) linecolor rgb colour('background')
do for [i=2:words(formats)] { eval canvas(word(formats, i)); replot }
unset output
