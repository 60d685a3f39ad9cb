# SPDX-License-Identifier: MIT
# Lines over years with their bands. Above this text stand the numbers that hxsim computed; NAME.csv
# has panel (1), kind (2), line (3), year (4), value (5), low and high of 50 % (6, 7), 90 % (8, 9).

table = name.'.csv'
X(year) = data_left + (year - year_first) / (year_last - year_first) * (data_right - data_left)
Y(panel, value) = panel_bottom[panel] + (value - value_low[panel]) \
    / (value_high[panel] - value_low[panel]) * (panel_top[panel] - panel_bottom[panel])

# How strongly the two bands are filled; where both lie, they add up.
wide_band = 0.15
narrow_band = 0.26

dashes(tone) = tone eq 'background' ? 2 : 1
thickness(tone) = weight(tone eq 'accent' || tone eq 'ink' ? 0.15 : 0.11)
set dashtype 2 (6, 4)

eval canvas(word(formats, 1))
plot \
    for [i=1:lines] table skip 1 every ::line_first[i]::line_last[i] \
        using (X($4)):(Y($1, $8)):(Y($1, $9)) with filledcurves \
        fillcolor rgb colour(line_tone[i]) fillstyle transparent solid wide_band noborder, \
    for [i=1:lines] table skip 1 every ::line_first[i]::line_last[i] \
        using (X($4)):(Y($1, $6)):(Y($1, $7)) with filledcurves \
        fillcolor rgb colour(line_tone[i]) fillstyle transparent solid narrow_band noborder, \
    for [i=1:bounds] table skip 1 every ::bound_first+2*i-2::bound_first+2*i-1 \
        using (X($4)):(Y($1, $5)) with lines \
        linewidth weight(0.08) linecolor rgb colour('ink'), \
    for [i=1:bounds] table skip 1 every ::bound_first+2*i-2::bound_first+2*i-1 \
        using (X($4)):(Y($1, $5)):(0):(-bound_up[i] * weight(0.9)) with vectors \
        filled size weight(0.3), 25 linewidth weight(0.08) linecolor rgb colour('ink'), \
    for [i=1:lines] table skip 1 every ::line_first[i]::line_last[i] \
        using (X($4)):(Y($1, $5)) with lines linewidth thickness(line_tone[i]) \
        dashtype dashes(line_tone[i]) linecolor rgb colour(line_tone[i]), \
    for [i=1:ends] table skip 1 every ::end_row[i]::end_row[i] \
        using (X($4)):(Y($1, $5)):(weight(0.2)) with circles \
        fillcolor rgb colour(end_tone[i]) fillstyle solid noborder, \
    for [i=1:points] table skip 1 every ::point_first+i-1::point_first+i-1 \
        using (X($4)):(Y($1, $5)):(weight(0.3)) with circles \
        fillcolor rgb colour('white') fillstyle solid noborder, \
    for [i=1:points] table skip 1 every ::point_first+i-1::point_first+i-1 \
        using (X($4)):(Y($1, $5)):(weight(0.2)) with circles \
        fillcolor rgb colour('ink') fillstyle solid noborder
do for [i=2:words(formats)] { eval canvas(word(formats, i)); replot }
unset output
