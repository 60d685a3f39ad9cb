# SPDX-License-Identifier: MIT
# The same lines in every panel: grey, but for the panel's own. Above this text stand the numbers
# that hxsim computed; NAME.csv has panel (1), kind (2), place (3), year (4), value (5) and the low
# and high of its band (6, 7).

table = name.'.csv'
X(panel, year) = panel_left[panel] + (year - year_first) / (year_last - year_first) * panel_width
Y(panel, value) = panel_top[panel] + panel_height * (value_high - value) / (value_high - value_low)
first(panel) = (panel - 1) * years
last(panel) = panel * years - 1

eval canvas(word(formats, 1))
plot \
    for [p=1:panels] for [other=1:panels] table skip 1 every ::first(other)::last(other) \
        using (X(p, $4)):(Y(p, $5)) with lines linewidth weight(0.035) linecolor rgb '#B4B9C0', \
    for [p=1:panels] table skip 1 every ::first(p)::last(p) \
        using (X(p, $4)):(Y(p, $6)):(Y(p, $7)) with filledcurves \
        fillcolor rgb colour('accent') fillstyle transparent solid 0.20 noborder, \
    for [p=1:panels] table skip 1 every ::first(p)::last(p) \
        using (X(p, $4)):(Y(p, $5)) with lines linewidth weight(0.11) \
        linecolor rgb colour('accent'), \
    for [i=1:points] table skip 1 every ::panels*years+i-1::panels*years+i-1 \
        using (X($1, $4)):(Y($1, $5)):(weight(0.26)) with circles \
        fillcolor rgb colour('white') fillstyle solid noborder, \
    for [i=1:points] table skip 1 every ::panels*years+i-1::panels*years+i-1 \
        using (X($1, $4)):(Y($1, $5)):(weight(0.17)) with circles \
        fillcolor rgb colour('ink') fillstyle solid noborder
do for [i=2:words(formats)] { eval canvas(word(formats, i)); replot }
unset output
