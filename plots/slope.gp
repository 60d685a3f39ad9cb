# SPDX-License-Identifier: MIT
# Lines from before to after. Above this text stand the numbers that hxsim computed; NAME.csv has
# name (1), the value before and after (2, 3), low and high of the one after (4, 5).

table = name.'.csv'
Y(value) = end_bottom - (value - value_low) / (value_high - value_low) * (end_bottom - end_top)
line_colour(tone) = tone eq 'grey' ? '#A6ABB3' : colour(tone)
thickness(tone) = weight(tone eq 'grey' ? 0.09 : 0.14)

eval canvas(word(formats, 1))
plot \
    for [i=1:slopes] table skip 1 every ::i-1::i-1 \
        using (end_left):(Y($2)):(end_right - end_left):(Y($3) - Y($2)) with vectors nohead \
        linewidth thickness(slope_tone[i]) linecolor rgb line_colour(slope_tone[i]), \
    for [i=1:slopes] table skip 1 every ::i-1::i-1 \
        using (end_right + (i - 0.5 * (slopes + 1)) * weight(0.5)):(Y($4)):(0):(Y($5) - Y($4)) with vectors nohead \
        linewidth weight(0.4) linecolor rgb line_colour(slope_tone[i]), \
    for [i=1:slopes] for [end=2:3] table skip 1 every ::i-1::i-1 \
        using (end == 2 ? end_left : end_right):(Y(column(end))):(weight(0.24)) with circles \
        fillcolor rgb line_colour(slope_tone[i]) fillstyle solid noborder
do for [i=2:words(formats)] { eval canvas(word(formats, i)); replot }
unset output
