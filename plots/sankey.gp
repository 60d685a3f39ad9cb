# SPDX-License-Identifier: MIT
# Ribbons between columns of bars. Above this text stand the bars, the words and the ribbons that
# hxsim laid out, each as 'left top bottom right top bottom tone'; NAME.csv has the numbers behind.

field(i, k) = real(word(ribbon[i], k))
tone(i) = word(ribbon[i], 7)

# A ribbon leaves and arrives level: Perlin's quintic step, 6 t^5 - 15 t^4 + 10 t^3.
step(t) = t**3 * (10 - 15 * t + 6 * t**2)
along(i, x) = step((x - field(i, 1)) / (field(i, 4) - field(i, 1)))
upper(i, x) = field(i, 2) + along(i, x) * (field(i, 5) - field(i, 2))
lower(i, x) = field(i, 3) + along(i, x) * (field(i, 6) - field(i, 3))
set samples 49

ribbon_colour(tone) = tone eq 'grey' ? '#C9CDD3' : colour(tone)
ribbon_opacity(tone) = tone eq 'grey' ? 0.55 : 0.72

eval canvas(word(formats, 1))
plot for [i=1:ribbons] [x=field(i, 1):field(i, 4)] '+' \
    using 1:(upper(i, $1)):(lower(i, $1)) with filledcurves \
    fillcolor rgb ribbon_colour(tone(i)) \
    fillstyle transparent solid ribbon_opacity(tone(i)) noborder
do for [i=2:words(formats)] { eval canvas(word(formats, i)); replot }
unset output
