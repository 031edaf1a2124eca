# make            build/parathed
# make pack       what is needed, the build, and the pack of input/
# make test       every test; the last line counts them
# make help       the rest

PREFIX ?= /usr/local
DESTDIR ?=
CC ?= cc
B ?= build

# The objects, room by room; every src/**/*.c stands in exactly one list
# (tests/lists.sh holds us to it).

BASE_OBJS = arena buf day diag diag_explain diag_message digest file memory \
	names num snippet text text_encoding text_fold text_nearest text_order \
	text_slug text_unicode
INPUT_OBJS = dialect field folder ini kinds normal note reading recognise \
	sheet spot table words
MODEL_OBJS = find load settings threshold
PORTFOLIO_OBJS = build contradiction load municipality record_benefits \
	record_gates record_money record_returns records register resolve \
	schedule select sender sort
FIGURES_OBJS = age benefit benefit_sums benefit_totals business_case cells \
	change condition coordination criteria economy economy_sums figures \
	forecast gate gate_blank gate_reason ids lights main_task path phase \
	plan plan_span progress risk risk_overview rollup success tasks \
	urgency
DOC_OBJS = chart formula formula_value grid labels node node_text prose \
	sentence value
REPORT_OBJS = about_inputs about_matrix about_model about_thresholds \
	benefit_items benefits_case benefits_coverage benefits_follow \
	benefits_follow_up benefits_list benefits_live benefits_readings \
	benefits_register benefits_rows benefits_section benefits_sheets \
	changes columns data data_benefits data_cells data_findings data_risks \
	data_rollouts data_rollups documents economy_section gate_checklist \
	gate_criteria gate_decision gate_field gate_form gate_meeting \
	gate_open gate_overview gate_reasons gate_result gate_sheets gates \
	heading heat index letter local local_cells local_course local_gate \
	local_means local_missing local_near local_overview local_sources \
	local_status local_table local_tasks local_timeline main_tasks \
	management note overview overview_lists path phases phases_plan \
	placeholder portfolio_table quality quality_findings quality_gaps \
	quality_summary reasons risks selection table templates waiting who \
	wording
RENDER_OBJS = csv html html_escape html_filter html_form html_grid md md_grid \
	md_text page renderer svg svg_bar svg_line svg_timeline tree xlsx \
	xlsx_break xlsx_cell xlsx_chart xlsx_check xlsx_derive xlsx_form \
	xlsx_form_fit xlsx_form_share xlsx_form_width xlsx_form_write \
	xlsx_format xlsx_formula xlsx_grid xlsx_layout xlsx_measure xlsx_name \
	xlsx_page xlsx_paper xlsx_place xlsx_rule xlsx_sheet xlsx_table \
	xlsx_text xlsx_tmpfile
PACK_OBJS = adopt document interrupt json litter manifest manifest_read normal \
	pack record scratch stage tree verify wire worker
COMMAND_OBJS = check command explain explain_code facts figures gate option \
	pack summary terminal verify version

ROOM_OBJS = \
	$(BASE_OBJS:%=base/%) $(INPUT_OBJS:%=input/%) \
	$(MODEL_OBJS:%=model/%) $(PORTFOLIO_OBJS:%=portfolio/%) \
	$(FIGURES_OBJS:%=figures/%) $(DOC_OBJS:%=doc/%) \
	$(REPORT_OBJS:%=report/%) $(RENDER_OBJS:%=render/%) \
	$(PACK_OBJS:%=pack/%) $(COMMAND_OBJS:%=command/%)

PKGS = xlsxwriter libcmark inih jansson libcrypto minizip expat libutf8proc

WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes \
	-Wmissing-prototypes -Wpointer-arith -Wcast-qual -Wwrite-strings \
	-Wundef -Wformat=2 -Wvla -Wswitch-enum -Wnull-dereference -Werror

ifdef SAN
B := build/san
TUNE = -O1 -fsanitize=address,undefined -fno-sanitize-recover=all \
	-fno-omit-frame-pointer
else
TUNE = -O2 -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -fstack-protector-strong
endif

# At -O1 with sanitizers gcc sees paths that there are not.
CFLAGS = -std=c11 -g $(TUNE) $(WARNINGS) $(if $(SAN),-Wno-null-dereference) \
	-fPIE
CPPFLAGS = -D_GNU_SOURCE -Isrc
# render/xlsx_tmpfile.c takes the place of a function of the workbook library,
# base/memory.c that of the allocator for all libraries.
LDFLAGS = -pie -Wl,-z,relro,-z,now -Wl,-z,noexecstack \
	-Wl,--export-dynamic-symbol=lxw_tmpfile \
	-Wl,--export-dynamic-symbol=malloc \
	-Wl,--export-dynamic-symbol=calloc \
	-Wl,--export-dynamic-symbol=realloc

# Asked of pkg-config once, and only if something is compiled.
PKG_CFLAGS = $(eval PKG_CFLAGS := $$(shell pkg-config --cflags $(PKGS)))$(PKG_CFLAGS)
PKG_LIBS = $(eval PKG_LIBS := $$(shell pkg-config --libs $(PKGS)) -lcsv -lm)$(PKG_LIBS)

# V=1 shows every command.
Q = $(if $(V),,@)

OBJS = $(ROOM_OBJS:%=$(B)/obj/%.o)
UNITS = $(patsubst tests/unit/%.c,$(B)/unit/%,$(wildcard tests/unit/test_*.c))
# Headers are tables of declarations, laid out by hand.
FORMATTED = $(wildcard src/*.c src/*/*.c tests/unit/*.c)

# As many jobs as there are processors, unless -j says otherwise.
ifeq ($(MAKELEVEL)$(filter -j%,$(MAKEFLAGS)),0)
MAKEFLAGS += -j$(shell nproc 2>/dev/null || echo 2)
endif

all: $(B)/parathed

$(B)/parathed: $(OBJS) $(B)/obj/main.o
	@echo link $@
	$Q$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $(B)/obj/main.o $(OBJS) $(PKG_LIBS)

$(B)/obj/%.o: src/%.c $(B)/flags
	@mkdir -p $(@D)
	@echo cc $<
	$Q$(CC) $(CPPFLAGS) $(CFLAGS) $(PKG_CFLAGS) -MMD -MP -c -o $@ $<

# What --version says of the libraries.
$(B)/obj/command/version.o: CPPFLAGS += -DVERSION_LIBRARIES='"$(VERSIONS)"'
VERSIONS = $(shell \
	$(CC) -E -dM -include xlsxwriter.h -x c /dev/null | \
		sed -n 's/^.define LXW_VERSION "\(.*\)"/xlsxwriter \1,/p'; \
	for p in zlib $(filter-out xlsxwriter,$(PKGS)); do \
		echo "$$p $$(pkg-config --modversion $$p),"; done) libcsv 3

$(B)/unit/%: tests/unit/%.c $(OBJS) $(B)/flags
	@mkdir -p $(@D)
	@echo cc $<
	$Q$(CC) $(CPPFLAGS) $(CFLAGS) -Wno-null-dereference $(PKG_CFLAGS) \
		-MMD -MP -MF $@.d \
		$(LDFLAGS) -o $@ $< $(OBJS) $(PKG_LIBS) -lcmocka

# Another compiler or another flag builds everything anew.
$(B)/flags: FORCE
	@mkdir -p $(B)
	@pkg-config --print-errors --exists $(PKGS) || \
		{ echo "make: libraries are missing: run scripts/install-deps" >&2; exit 1; }
	@echo '$(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS)' > $@.new
	@cmp -s $@.new $@ && rm -f $@.new || mv -f $@.new $@

units: $(UNITS)

# Published with rows set aside (exit status 1) is no failure of make.
pack:
	@scripts/install-deps
	@+$(MAKE) --no-print-directory all
	@$(B)/parathed pack $(PACK) || [ $$? -eq 1 ]

test:
	@scripts/install-deps --tests
	@+$(MAKE) --no-print-directory all units
	@PARATHED=$(B)/parathed UNITS=$(B)/unit tests/run $(TESTS)

# Write the expected files anew, and show what that changes.
regen: all
	@PARATHED=$(B)/parathed tests/regen

lint: layers
	clang-format --style=file --dry-run -Werror $(FORMATTED)
	cppcheck --quiet --std=c11 --error-exitcode=1 --inline-suppr \
		--enable=warning,performance,portability \
		--suppress=missingIncludeSystem \
		--suppress=nullPointerRedundantCheck \
		--suppress=varFuncNullUB --suppress=legacyUninitvar \
		-D_GNU_SOURCE -Isrc src

layers:
	@CC='$(CC)' scripts/layers.sh

format:
	clang-format --style=file -i $(FORMATTED)

install: all
	install -d '$(DESTDIR)$(PREFIX)/bin' '$(DESTDIR)$(PREFIX)/share/man/man1' \
		'$(DESTDIR)$(PREFIX)/share/parathed'
	install -m 755 $(B)/parathed '$(DESTDIR)$(PREFIX)/bin/parathed'
	install -m 644 src/man/parathed.1 '$(DESTDIR)$(PREFIX)/share/man/man1/parathed.1'
	cd templates && find . -type d -exec \
		install -d '$(abspath $(DESTDIR)$(PREFIX))/share/parathed/templates/{}' \;
	cd templates && find . -type f -exec install -m 644 '{}' \
		'$(abspath $(DESTDIR)$(PREFIX))/share/parathed/templates/{}' \;

uninstall:
	rm -f '$(DESTDIR)$(PREFIX)/bin/parathed' \
		'$(DESTDIR)$(PREFIX)/share/man/man1/parathed.1'
	rm -rf '$(DESTDIR)$(PREFIX)/share/parathed'

clean:
	rm -rf build

help:
	@echo 'make                    build/parathed (CC=clang; V=1 shows the commands;'
	@echo '                        SAN=1: build/san/parathed, with sanitizers)'
	@echo 'make pack [PACK=...]    the pack of input/; PACK: options of "parathed pack"'
	@echo 'make test [TESTS=...]   all tests, or the groups named'
	@echo 'make regen              expected files anew; shows what changed'
	@echo 'make lint format        rules of the source; layout of the source'
	@echo 'make install uninstall  PREFIX=$(PREFIX) DESTDIR=$(DESTDIR)'
	@echo 'make clean'

FORCE:

.PHONY: all units pack test regen lint layers format install uninstall clean \
	help FORCE
.DELETE_ON_ERROR:
.SECONDARY:

-include $(OBJS:.o=.d) $(B)/obj/main.d $(UNITS:=.d)
