# SPDX-License-Identifier: MIT
# `make` builds ./hxsim, `make run` runs Huaihua, `make test` runs every test. CC, CFLAGS and
# LDFLAGS are free to change; the flags in STRICT stay. Objects live in build/, other builds in
# build/NAME/; `make BUILD=FOLDER PROGRAM=FOLDER/hxsim` builds somewhere else altogether.

BUILD   := build
PROGRAM := hxsim
prefix  := /usr/local
share    = $(DESTDIR)$(prefix)/share/hxsim

CFLAGS  := -O3
# gcc looks at the program as a whole once more when it links it; tests are linked as compiled.
WHOLE   := $(if $(findstring clang,$(CC)),,-flto=auto -ffat-lto-objects)
# The three -f keep every result bit: no contraction; nobody reads floating-point traps or errno.
STRICT  := -std=c17 -D_XOPEN_SOURCE=700 -ffp-contract=off -fno-trapping-math -fno-math-errno \
           -pthread -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wstrict-prototypes \
           -Wmissing-prototypes -Wvla -Werror
# Expanded when used, because pkg-config may only just have been installed by `deps`.
MODULES := gsl libconfig jansson libmd fontconfig
COMPILE  = $(CC) $(STRICT) $(CFLAGS) $(CPPFLAGS) $(DEFINES) -MMD -MP -Isim \
           $(shell pkg-config --cflags $(MODULES))
LINK     = $(CC) -pthread $(CFLAGS) $(LDFLAGS)
LIBS     = $(shell pkg-config --libs $(MODULES)) -lcsv -lm

PACKAGES := build-essential pkg-config perl libgsl-dev libconfig-dev libjansson-dev libmd-dev \
            libcsv-dev libfontconfig-dev librandom123-dev gnuplot-nox fonts-noto-cjk check

SOURCES  := $(wildcard sim/*.c sim/*/*.c sim/*/*/*.c)
# A test is a program, tests/**/test_*.c, or a script, tests/*/*.sh; other .c files help the tests.
PROGRAMS := $(wildcard tests/*/test_*.c tests/*/*/test_*.c)
HELPERS  := $(filter-out $(PROGRAMS),$(wildcard tests/*/*.c tests/*/*/*.c))
SCRIPTS  := $(filter-out %/lib.sh,$(wildcard tests/*/*.sh))

LIBRARY := $(BUILD)/libhxsim.a
HELP    := $(BUILD)/libtests.a
TESTS   := $(PROGRAMS:%.c=$(BUILD)/%)
UNITS   := $(filter $(BUILD)/tests/unit/%,$(TESTS))
OBJECTS := $(patsubst %.c,$(BUILD)/%.o,$(SOURCES) $(PROGRAMS) $(HELPERS))

.PHONY: all deps run test test-programs bench sanitize valgrind clang format check-format tables \
        docs gallery install clean
.SECONDARY:
.DELETE_ON_ERROR:

all: $(PROGRAM)

$(PROGRAM): $(BUILD)/sim/main.o $(LIBRARY)
	@echo "$(CC) $@"; $(LINK) $(WHOLE) $^ $(LIBS) -o $@

$(LIBRARY): $(filter-out %/sim/main.o,$(filter $(BUILD)/sim/%,$(OBJECTS)))
$(HELP): $(HELPERS:%.c=$(BUILD)/%.o)
%.a:
	@rm -f $@; $(AR) rcs $@ $^

$(BUILD)/sim/%.o: sim/%.c Makefile
	@mkdir -p $(@D)
	@echo "$(CC) $<"; $(COMPILE) $(WHOLE) -c $< -o $@

$(BUILD)/tests/%.o: tests/%.c Makefile
	@mkdir -p $(@D)
	@echo "$(CC) $<"; $(COMPILE) -Itests $(shell pkg-config --cflags check) -c $< -o $@

$(TESTS): %: %.o $(HELP) $(LIBRARY)
	@echo "$(CC) $@"; $(LINK) -fno-lto $^ $(LIBS) $(shell pkg-config --libs check) -o $@

# The program knows by which sources it was built: SHA-256 over the names and contents of all of them.
# A folder is newer when a file of it is gone.
ALL_OF_SIM := $(sort $(SOURCES) $(wildcard sim/*.h sim/*/*.h sim/*/*/*.h))
$(BUILD)/sim/base/version.o: $(ALL_OF_SIM) $(sort $(dir $(ALL_OF_SIM)))
$(BUILD)/sim/base/version.o: DEFINES = -DHXSIM_SOURCES_SHA256='"$(firstword \
    $(shell sha256sum $(ALL_OF_SIM) | sha256sum))"'

test-programs: $(PROGRAM) $(TESTS)

-include $(OBJECTS:.o=.d)

# $(call install,PACKAGES): names the Debian packages that are missing and installs them.
define install
	@missing=$$(for package in $(1); do dpkg-query -W -f '$${Status}' $$package 2>/dev/null \
	    | grep -q '^install ok installed' || printf ' %s' $$package; done); \
	test -z "$$missing" && exit 0; \
	echo "missing packages:$$missing"; \
	command -v apt-get >/dev/null || { echo "no apt-get: please install them by hand"; exit 0; }; \
	sudo=; test "$$(id -u)" = 0 || sudo=sudo; \
	$$sudo apt-get update && \
	$$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $$missing
endef

# One job a processor, unless make was told how many.
PARALLEL = $(MAKE) --no-print-directory $(if $(findstring jobserver,$(MAKEFLAGS)),,-j$(shell nproc))

deps:
	$(call install,$(PACKAGES))

run: deps
	+@$(PARALLEL) all
	./hxsim scenarios/huaihua.cfg

test: deps
	+@$(PARALLEL) test-programs
	@BUILD=$(BUILD) HXSIM=$(abspath $(PROGRAM)) tests/run $(TESTS) $(SCRIPTS)

bench: deps
	$(call install,python3-simpy3)
	+@$(PARALLEL) all
	@tests/bench/run
	@tests/bench/pairing
	@tests/bench/sample

# The unit tests again, built in a folder of their own: $(call rebuild,FLAGS), then $(retest).
rebuild = +@$(PARALLEL) test-programs BUILD=$(BUILD)/$@ PROGRAM=$(BUILD)/$@/hxsim $(1)
retest  = BUILD=$(BUILD)/$@ tests/run $(UNITS:$(BUILD)/%=$(BUILD)/$@/%)

MEMCHECK := valgrind --quiet --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite

sanitize: deps
	$(call rebuild,WHOLE= CFLAGS='-O1 -g -fsanitize=address -fsanitize=undefined -fno-sanitize-recover=all')
	@ASAN_OPTIONS=allocator_may_return_null=1 $(retest)

valgrind: deps
	$(call install,valgrind libc6-dbg)
	$(call rebuild,WHOLE= CFLAGS='-O1 -g')
	@CK_FORK=no TEST_COMMAND='$(MEMCHECK)' $(retest)

clang: deps
	$(call install,clang)
	$(call rebuild,CC=clang)
	@$(retest)

format check-format:
	$(call install,clang-format)
	clang-format $(if $(filter check-format,$@),--dry-run -Werror,-i) \
	    $(shell find sim tests -name '*.[ch]')

tables: all
	./hxsim tables models/congestion.csv

# The generated blocks of the pages; models/fill_blocks says how they are marked.
docs: all
	@for page in README.md models/README.md; do \
	    HXSIM=$(abspath $(PROGRAM)) models/fill_blocks $$page >$(BUILD)/page.md || exit 1; \
	    cp $(BUILD)/page.md $$page; \
	done

# The picture of README.md, from one in 50 residents.
gallery: all
	rm -rf $(BUILD)/gallery
	$(abspath $(PROGRAM)) run scenarios/huaihua.cfg --scale 50 --lang zh --charts primary \
	    --out $(BUILD)/gallery
	install -D -m 644 $(BUILD)/gallery/huaihua-*/charts/primary-zh.png plots/gallery/primary-zh.png

install: all
	install -D hxsim $(DESTDIR)$(prefix)/bin/hxsim
	install -d $(share)
	cp -R models scenarios plots $(share)

clean:
	rm -rf build hxsim
