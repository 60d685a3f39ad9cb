# SPDX-License-Identifier: MIT
# The look of every chart: colours, type, weights of line. Change it here; hxsim copies this file
# into each chart's own .gp, behind the sizes that it computed. Lengths are pixels from top left.

set encoding utf8
set datafile separator comma

# Okabe and Ito's colours, readable by the colour-blind and in grey print.
colour(tone) = \
    tone eq 'accent'     ? '#0072B2' : \
    tone eq 'second'     ? '#D55E00' : \
    tone eq 'background' ? '#767D87' : \
    tone eq 'ink'        ? '#1D1F24' : \
    tone eq 'white'      ? '#FFFFFF' : '#646B75'
mark_colour = '#C8102E'
rule_colour = '#DADDE1'

# Type.
family = 'Noto Sans CJK SC'
type(size) = sprintf('%s,%g', family, size)
heavy(size) = sprintf('%s Bold,%g', family, size)
headline = "noenhanced front font heavy(headline_size)"
label    = "noenhanced front font type(label_size)"
strong   = "noenhanced front font heavy(label_size)"
inner    = "noenhanced front font type(0.9 * label_size)"
tick     = "noenhanced front font type(0.9 * label_size)"
place    = "noenhanced front font heavy(0.9 * label_size)"
tiny     = "noenhanced front font type(0.85 * label_size)"
note     = "noenhanced front font type(note_size)"

# Lines, in sizes of a label so that they keep their weight at every size of picture.
weight(ems) = ems * label_size
mark     = "fillcolor rgb mark_colour fillstyle solid noborder front"
bar      = "fillstyle solid noborder front"
halo     = "fillcolor rgb 'white' fillstyle transparent solid 0.75 noborder front"
grid     = "nohead back linewidth weight(0.035) linecolor rgb rule_colour"
axis     = "nohead back linewidth weight(0.05) linecolor rgb colour('ink')"
base     = "nohead back linewidth weight(0.05) linecolor rgb colour('background')"
tickmark = "nohead back linewidth weight(0.05) linecolor rgb colour('ink')"
marker   = "nohead back linewidth weight(0.06) linecolor rgb colour('ink') dashtype (2, 6)"
reported = "nohead front linewidth weight(0.08) linecolor rgb colour('ink')"
leader   = "nohead back linewidth weight(0.04) linecolor rgb colour('background')"

# The picture is one sheet of pixels; each chart maps its own numbers onto it.
unset border
unset tics
unset key
set margins 0, 0, 0, 0
set xrange [0:width]
set yrange [height:0]
set style fill transparent solid 1.0 noborder

# Opens NAME.png or NAME.svg. Type has points of 4/3 pixel in the one, pixels in the other.
canvas(format) = sprintf("set terminal %s size %d,%d font '%s' noenhanced %s; set output '%s.%s'", \
    format eq 'png' ? 'pngcairo' : format, width, height, type(label_size), \
    format eq 'png' ? "fontscale 0.75 background '#FFFFFF'" : "background '#FFFFFF'", name, format)
