# SPDX-License-Identifier: MIT
# Coloured cells. Above this text stand the numbers that hxsim computed; NAME.csv has row and column
# (1, 2), their names (3, 4), value (5), low and high of its interval (6, 7), and whether it is grey (8).

table = name.'.csv'
left(column) = cells_left + column * cell_width + 0.5 * cell_gap
right(column) = left(column) + cell_width - cell_gap
upper(row) = cells_top + row * cell_height + 0.5 * cell_gap
lower(row) = upper(row) + cell_height - cell_gap

# From white to two thirds of a colour, so that ink stands on it.
strength(value) = 0.06 + 0.6 * abs(value) / value_most
part(from, share) = int(255.5 - share * (255 - from))
mixed(red, green, blue, share) = \
    65536 * part(red, share) + 256 * part(green, share) + part(blue, share)
tint(value) = value < 0 ? mixed(213, 94, 0, strength(value)) : mixed(0, 114, 178, strength(value))
shade(value, grey) = grey > 0 ? 0xE6E8EB : value == 0 ? 0xF7F8F9 : tint(value)
key_shade(i) = i == 0 ? mixed(213, 94, 0, 0.5) : i == 1 ? mixed(0, 114, 178, 0.5) : 0xE6E8EB

eval canvas(word(formats, 1))
plot \
    table skip 1 using (0.5 * (left($2) + right($2))):(0.5 * (upper($1) + lower($1))): \
        (left($2)):(right($2)):(upper($1)):(lower($1)):(shade($5, $8)) \
        with boxxyerror fillcolor rgb variable fillstyle solid noborder, \
    for [i=0:2] '+' using (key_x[i+1]):(key_y):(key_x[i+1]):(key_x[i+1] + key_side): \
        (key_y - 0.5 * key_side):(key_y + 0.5 * key_side):(key_shade(i)) every ::0::0 \
        with boxxyerror fillcolor rgb variable fillstyle solid noborder
do for [i=2:words(formats)] { eval canvas(word(formats, i)); replot }
unset output
