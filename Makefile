# make            build/parathed
# make pack       what is needed, the build, and the pack of input/
# make test       every test; the last line counts them
# make proof      the long ones, after them
# make help       the rest

PREFIX ?= /usr/local
DESTDIR ?=
COMPLETIONS ?= $(PREFIX)/share/bash-completion/completions
CC ?= cc
B ?= build

# The objects, room by room; every src/**/*.c stands in exactly one list
# (tests/lists.sh holds us to it).

BASE_OBJS = arena buf day diag diag_explain diag_message diag_print \
	diag_tally digest file memory names num reword snippet text text_encoding text_fold \
	text_nearest text_slug text_unicode timing
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
REPORT_OBJS = about_inputs about_matrix about_model about_thresholds answer \
	benefit_items benefits_case benefits_coverage benefits_follow \
	benefits_follow_up benefits_list benefits_live benefits_readings \
	benefits_register benefits_rows benefits_section benefits_sheets \
	changes collect_ask collect_form collect_guide collect_index \
	collect_mark collect_rule collect_sheets columns data data_benefits \
	data_cells data_distribution data_findings data_risks data_rollouts \
	data_rollups diff diff_answer diff_items documents economy_section \
	explain explain_counts explain_facts explain_lights explain_plan \
	explain_rule explain_scores explain_term gate_checklist \
	gate_criteria gate_decision gate_field gate_form gate_meeting \
	gate_open gate_overview gate_reasons gate_result gate_sheets gates \
	heading heat heat_tasks index index_list index_pick letter \
	letter_tables local local_cells local_course local_gate local_means \
	local_missing local_near local_overview local_sources local_status \
	local_table local_tasks local_timeline logo main_tasks management \
	model model_rows model_words note overview overview_first \
	overview_lists path phases phases_plan picture placeholder \
	portfolio_table quality quality_findings quality_gaps \
	quality_summary reasons related risks schema selection table \
	template_check template_files templates tile_map waiting who wording
RENDER_OBJS = csv csv_field csv_form html html_block html_escape html_filter \
	html_form html_grid html_source json md md_grid md_text page plain \
	plain_grid renderer svg svg_bar svg_fill svg_heat svg_line svg_map \
	svg_matrix svg_timeline tree xlsx xlsx_break xlsx_cell xlsx_chart \
	xlsx_check xlsx_contents xlsx_deflate xlsx_derive xlsx_form \
	xlsx_form_fit xlsx_form_height xlsx_form_share xlsx_form_width \
	xlsx_form_write xlsx_format xlsx_formula xlsx_grid xlsx_layout \
	xlsx_mark xlsx_measure xlsx_name xlsx_number xlsx_page xlsx_paper \
	xlsx_part xlsx_place xlsx_print xlsx_rule xlsx_selftest xlsx_share \
	xlsx_sheet xlsx_table xlsx_text xlsx_tmpfile xlsx_zip
PACK_OBJS = adopt document interrupt json litter manifest manifest_read normal \
	pack record scratch stage tree verify wire worker
COMMAND_OBJS = answer check collect command diff explain explain_code \
	explain_rollout facts figures gate list model option option_set pack \
	profile schema schema_json summary terminal verify version

ROOM_OBJS = \
	$(BASE_OBJS:%=base/%) $(INPUT_OBJS:%=input/%) \
	$(MODEL_OBJS:%=model/%) $(PORTFOLIO_OBJS:%=portfolio/%) \
	$(FIGURES_OBJS:%=figures/%) $(DOC_OBJS:%=doc/%) \
	$(REPORT_OBJS:%=report/%) $(RENDER_OBJS:%=render/%) \
	$(PACK_OBJS:%=pack/%) $(COMMAND_OBJS:%=command/%)

PKGS = xlsxwriter libcmark inih jansson libcrypto minizip zlib libutf8proc

WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes \
	-Wmissing-prototypes -Wpointer-arith -Wcast-qual -Wwrite-strings \
	-Wundef -Wformat=2 -Wvla -Wswitch-enum -Wnull-dereference -Werror

ifdef SAN
B := build/san
TUNE = -O1 -fsanitize=address,undefined -fno-sanitize-recover=all \
	-fno-omit-frame-pointer
else ifdef COV
B := build/cov
TUNE = -O0 --coverage -fprofile-update=atomic
# Workers end by _exit(), which would leave what they ran uncounted.
COV_LDFLAGS = -Wl,--wrap=_exit
COV_EXIT = $(B)/obj/coverage_exit.o
else ifdef FUZZER
B := build/fuzzer
CC := clang
TUNE = -O1 -fsanitize=fuzzer-no-link,address,undefined \
	-fno-sanitize-recover=all -fno-omit-frame-pointer
else
TUNE = -O2 $(HARDENING)
endif

# Those of the hardening flags that the compiler knows, asked once: the check
# of sizes that only run time knows is newer, and -fcf-protection is for x86.
HARDENING = $(eval HARDENING := -U_FORTIFY_SOURCE -fstack-protector-strong \
	$(or $(call known,-O2 -D_FORTIFY_SOURCE=3 -include stdlib.h),-D_FORTIFY_SOURCE=2) \
	$(call known,-fstack-clash-protection) \
	$(call known,-fcf-protection=full))$(HARDENING)
known = $(shell $(CC) -Werror $(1) -x c -c -o /dev/null /dev/null \
	2>/dev/null && echo '$(filter -D% -f%,$(1))')

# At -O1 with sanitizers gcc sees paths that there are not.
CFLAGS = -std=c11 -g $(TUNE) $(WARNINGS) $(if $(SAN)$(COV)$(FUZZER),-Wno-null-dereference) \
	-fPIE
CPPFLAGS = -D_GNU_SOURCE -Isrc
# Functions of the workbook library and of zlib whose place is taken by
# render/xlsx_{tmpfile,zip,print,deflate}.c (DEFLATE=zlib leaves zlib's), and the
# allocator's, by base/memory.c.
TAKEN = lxw_tmpfile zipOpen malloc calloc realloc free __fprintf_chk \
	lxw_rowcol_to_cell lxw_new_attribute_str lxw_new_attribute_int \
	lxw_new_attribute_dbl lxw_xml_start_tag lxw_xml_empty_tag
ifeq ($(DEFLATE),zlib)
CPPFLAGS += -DDEFLATE_ZLIB
else
TAKEN += deflateInit2_ deflate deflateEnd crc32
PKGS += libdeflate
endif
LDFLAGS = -pie -Wl,-z,relro,-z,now -Wl,-z,noexecstack \
	$(TAKEN:%=-Wl,--export-dynamic-symbol=%) $(COV_LDFLAGS)

# Asked of pkg-config once, and only if something is compiled.
PKG_CFLAGS = $(eval PKG_CFLAGS := $$(shell pkg-config --cflags $(PKGS)))$(PKG_CFLAGS)
PKG_LIBS = $(eval PKG_LIBS := $$(shell pkg-config --libs $(PKGS)) -lcsv -lm)$(PKG_LIBS)

# V=1 shows every command.
Q = $(if $(V),,@)

OBJS = $(ROOM_OBJS:%=$(B)/obj/%.o) $(COV_EXIT)
FUZZERS = $(patsubst tests/fuzz/fuzz_%.c,$(B)/fuzz/%,$(wildcard tests/fuzz/fuzz_*.c))
UNITS = $(patsubst tests/unit/%.c,$(B)/unit/%,$(wildcard tests/unit/test_*.c))
# Headers are tables of declarations, laid out by hand.
FORMATTED = $(wildcard src/*.c src/*/*.c tests/unit/*.c tests/fuzz/*.c)

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

$(B)/obj/coverage_exit.o: tests/coverage/exit.c $(B)/flags
	@mkdir -p $(@D)
	$Q$(CC) $(CPPFLAGS) -std=c11 $(WARNINGS) -fPIE -c -o $@ $<

# What --version says of the libraries.
$(B)/obj/command/version.o: CPPFLAGS += -DVERSION_LIBRARIES='"$(VERSIONS)"'
VERSIONS = $(shell \
	$(CC) -E -dM -include xlsxwriter.h -x c /dev/null | \
		sed -n 's/^.define LXW_VERSION "\(.*\)"/xlsxwriter \1,/p'; \
	for p in $(filter-out xlsxwriter,$(PKGS)); do \
		echo "$$p $$(pkg-config --modversion $$p),"; done) libcsv 3

$(B)/unit/%: tests/unit/%.c $(OBJS) $(B)/flags
	@mkdir -p $(@D)
	@echo cc $<
	$Q$(CC) $(CPPFLAGS) $(CFLAGS) -Wno-null-dereference $(PKG_CFLAGS) \
		-MMD -MP -MF $@.d \
		$(LDFLAGS) -o $@ $< $(OBJS) $(PKG_LIBS) -lcmocka

# Under libFuzzer, or replaying files.
$(B)/fuzz/%: tests/fuzz/fuzz_%.c tests/fuzz/replay.c $(OBJS) $(B)/flags
	@mkdir -p $(@D)
	@echo cc $<
	$Q$(CC) $(CPPFLAGS) $(CFLAGS) -Wno-null-dereference $(PKG_CFLAGS) \
		-MMD -MP -MF $@.d $(LDFLAGS) \
		$(if $(FUZZER),-fsanitize=fuzzer) -o $@ $< \
		$(if $(FUZZER),,tests/fuzz/replay.c) $(OBJS) $(PKG_LIBS) -lexpat

# Another compiler or another flag builds everything anew.
$(B)/flags: FORCE
	@mkdir -p $(B)
	@pkg-config --print-errors --exists $(PKGS) || \
		{ echo "make: libraries are missing: run scripts/install-deps" >&2; exit 1; }
	@echo '$(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS)' > $@.new
	@cmp -s $@.new $@ && rm -f $@.new || mv -f $@.new $@

units: $(UNITS)

fuzzers: $(FUZZERS)

# Published with rows set aside (exit status 1) is no failure of make.
pack:
	@scripts/install-deps
	@+$(MAKE) --no-print-directory all
	@$(B)/parathed pack $(PACK) || [ $$? -eq 1 ]

test:
	@scripts/install-deps --tests
	@+$(MAKE) --no-print-directory all units fuzzers
	@PARATHED=$(B)/parathed UNITS=$(B)/unit FUZZERS=$(B)/fuzz \
		tests/run $(TESTS)

# What takes too long for every change.
proof:
	@scripts/install-deps --tests
	@+$(MAKE) --no-print-directory all units fuzzers
	@PARATHED=$(B)/parathed UNITS=$(B)/unit FUZZERS=$(B)/fuzz \
		tests/run --proof $(TESTS)

# Every fuzz target, or those of FUZZ, for so many seconds each.
FUZZ_SECONDS ?= 60
fuzz:
	@scripts/install-deps --tests
	@+$(MAKE) --no-print-directory FUZZER=1 fuzzers
	@tests/fuzz/explore $(FUZZ_SECONDS) $(FUZZ)

# What a pack costs beside what it must; not a test.
bench:
	@scripts/install-deps --tests
	@+$(MAKE) --no-print-directory all
	@PARATHED=$(B)/parathed tests/bench/bench $(BENCH)

# Write the expected files anew, and show what that changes.
regen: all
	@PARATHED=$(B)/parathed tests/regen

# What cppcheck is told not to say, and why:
#   missingIncludeSystem        headers of the C library aren't looked into
#   varFuncNullUB               NULL ends the words of diag_add(): here it is a
#                               pointer, and gcc checks that it is there
#   nullPointerRedundantCheck   in tasks.c: the office's task or the
#                               municipality's may be missing, never both
#   legacyUninitvar             in adopt.c: a digest that is only read if there
#                               was a file; in xlsx_chart.c: a struct with a
#                               member of its own name
lint: layers
	clang-format --style=file --dry-run -Werror $(FORMATTED)
	cppcheck --quiet --std=c11 --error-exitcode=1 --inline-suppr \
		--enable=warning,performance,portability \
		--suppress=missingIncludeSystem \
		--suppress=varFuncNullUB \
		--suppress=nullPointerRedundantCheck:src/figures/tasks.c \
		--suppress=legacyUninitvar:src/pack/adopt.c \
		--suppress=legacyUninitvar:src/render/xlsx_chart.c \
		-D_GNU_SOURCE -Isrc src

# gcc's own analyser.  It loses sight of a block that the arena keeps behind
# its first one, and takes it for a leak; and a malloc() that calls another,
# as the allocator's do, for two.
analyze:
	@+$(MAKE) --no-print-directory B=build/analyze CC=gcc \
		TUNE='-O2 -fanalyzer' build/analyze/parathed
build/analyze/obj/base/arena.o build/analyze/obj/base/memory.o: \
	CFLAGS += -Wno-analyzer-malloc-leak

# See .clang-tidy.
tidy:
	@printf '%s\n' src/*.c src/*/*.c | xargs -P $(shell nproc) -n 8 sh -c \
		'clang-tidy --quiet "$$@" -- -std=c11 $(CPPFLAGS) \
			-DVERSION_LIBRARIES="\"\"" $(PKG_CFLAGS) 2>/dev/null' tidy

clang:
	@+$(MAKE) --no-print-directory B=build/clang CC=clang build/clang/parathed

# Lines of src/ that the tests run; MISSING=1 names those they don't.
coverage:
	@MISSING=$(MISSING) tests/coverage/measure $(TESTS)

layers:
	@CC='$(CC)' scripts/layers.sh

format:
	clang-format --style=file -i $(FORMATTED)

install: all
	install -d '$(DESTDIR)$(PREFIX)/bin' '$(DESTDIR)$(PREFIX)/share/man/man1' \
		'$(DESTDIR)$(PREFIX)/share/man/man5' '$(DESTDIR)$(COMPLETIONS)' \
		'$(DESTDIR)$(PREFIX)/share/parathed'
	install -m 755 $(B)/parathed '$(DESTDIR)$(PREFIX)/bin/parathed'
	install -m 644 src/man/parathed.1 '$(DESTDIR)$(PREFIX)/share/man/man1'
	install -m 644 src/man/parathed-input.5 src/man/parathed-templates.5 \
		'$(DESTDIR)$(PREFIX)/share/man/man5'
	install -m 644 scripts/completion/parathed.bash '$(DESTDIR)$(COMPLETIONS)/parathed'
	rm -rf '$(DESTDIR)$(PREFIX)/share/parathed/templates' \
		'$(DESTDIR)$(PREFIX)/share/parathed/input'
	cp -R templates input '$(DESTDIR)$(PREFIX)/share/parathed'
	chmod -R u=rwX,go=rX '$(DESTDIR)$(PREFIX)/share/parathed'

uninstall:
	rm -f '$(DESTDIR)$(PREFIX)/bin/parathed' \
		'$(DESTDIR)$(PREFIX)/share/man/man1/parathed.1' \
		'$(DESTDIR)$(PREFIX)/share/man/man5/parathed-input.5' \
		'$(DESTDIR)$(PREFIX)/share/man/man5/parathed-templates.5' \
		'$(DESTDIR)$(COMPLETIONS)/parathed'
	rm -rf '$(DESTDIR)$(PREFIX)/share/parathed'
	$(if $(filter /usr /usr/local,$(PREFIX)),,@for d in $(FOLDERS); do \
		rmdir '$(DESTDIR)$(PREFIX)'$$d 2>/dev/null || :; done)

# Those of a prefix of its own, which go if they are left empty.
FOLDERS = /share/man/man1 /share/man/man5 /share/man \
	/share/bash-completion/completions /share/bash-completion /share /bin ''

# build/deb/parathed_VERSION_ARCHITECTURE.deb
deb:
	@scripts/install-deps --package
	@scripts/deb

clean:
	rm -rf build

help:
	@echo 'make                    build/parathed (CC=clang; V=1 shows the commands;'
	@echo '                        SAN=1: build/san/parathed, with sanitizers;'
	@echo '                        DEFLATE=zlib: without libdeflate)'
	@echo 'make pack [PACK=...]    the pack of input/; PACK: options of "parathed pack"'
	@echo 'make test [TESTS=...]   all tests, or the groups named'
	@echo 'make proof [TESTS=...]  the long ones: an hour or more on two processors'
	@echo 'make fuzz FUZZ_SECONDS=60 [FUZZ=...]  bytes of its own making, each target so long'
	@echo 'make regen              expected files anew; shows what changed'
	@echo 'make bench [BENCH=...]  what a pack costs, stage by stage; BENCH: its options'
	@echo 'make coverage           lines of src/ that the tests run (MISSING=1: which not)'
	@echo 'make analyze tidy       the analysers of gcc and clang'
	@echo 'make lint format        rules of the source; layout of the source'
	@echo 'make install uninstall  PREFIX=$(PREFIX) DESTDIR=$(DESTDIR)'
	@echo 'make deb                a package for Debian, in build/deb'
	@echo 'make clean'

FORCE:

.PHONY: all units fuzzers pack test proof fuzz bench regen lint \
	analyze tidy clang coverage layers format install uninstall deb clean \
	help FORCE
.DELETE_ON_ERROR:
.SECONDARY:

-include $(OBJS:.o=.d) $(B)/obj/main.d $(UNITS:=.d) $(FUZZERS:=.d)
