# Gongbao (公报).  The two that matter: `make site` and `make test`; `make help` names the rest.
# Both do all set-up themselves on a Debian machine that has only make and a C compiler.

VERSION = 0.1.0
BUILD ?= build
CC ?= cc
CFLAGS ?= -O2 -g
PREFIX ?= /usr/local
datadir = $(PREFIX)/share/gongbao
OUT ?= site
AS_OF ?=
SANITIZE ?=
JOBS ?= $(shell nproc 2>/dev/null || echo 2)
CLANG_FORMAT ?= clang-format
Q = $(if $(V),,@)
# As many jobs as there are processors, where nobody said how many.
ifeq ($(filter -j%,$(MAKEFLAGS)),)
MAKEFLAGS += -j$(JOBS)
endif
SAY = @$(if $(findstring s,$(firstword -$(MAKEFLAGS))),:,echo)

PKGS = glib-2.0 gio-2.0 gio-unix-2.0 libcmark yaml-0.1 jansson libcrypto libgit2 zlib
WARN = -Wall -Wextra -Werror -Wshadow -Wconversion -Wno-sign-conversion -Wstrict-prototypes \
  -Wmissing-prototypes -Wno-missing-field-initializers -Wpointer-arith -Wwrite-strings -Wformat=2 \
  -Wundef -Wvla
GB_CFLAGS = -std=c17 -D_GNU_SOURCE -DGLIB_VERSION_MIN_REQUIRED=GLIB_VERSION_2_74 \
  -DGLIB_VERSION_MAX_ALLOWED=GLIB_VERSION_2_74 '-DG_LOG_DOMAIN="gongbao"' -Igenerator $(WARN) \
  $(if $(SANITIZE),-fsanitize=$(SANITIZE) -fno-sanitize-recover=all -fno-omit-frame-pointer) \
  $(if $(findstring address,$(SANITIZE)),-DGB_ARENA_DEBUG) \
  $(PKG_CFLAGS)
GB_LIBS = $(PKG_LIBS) -lm
COMPILE = $(CC) $(GB_CFLAGS) $(CFLAGS) $(ONLY)

SOURCES = $(sort $(wildcard generator/*/*.c))
OBJECTS = $(SOURCES:%.c=$(BUILD)/%.o)
LIBRARY = $(BUILD)/libgongbao.a
PROGRAM = $(BUILD)/gongbao
UNITS = $(patsubst %.c,$(BUILD)/%,$(sort $(wildcard tests/unit/*.c)))
FUZZERS = $(patsubst %.c,$(BUILD)/%,$(sort $(wildcard tests/fuzz/*.c)))
BENCHES = $(patsubst %.c,$(BUILD)/%,$(sort $(wildcard tests/bench/*.c)))
SCRIPTS = $(sort $(wildcard tests/*/*.t))
FORMATTED = $(sort $(wildcard generator/*.[ch] generator/*/*.[ch] tests/*/*.[ch]))

.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
.PHONY: all help site demo test browser check-sanitize docs pictures install clean format bench \
  test-all lint coverage mutate fuzz kills bare texts test-packages browser-packages FORCE

all: $(PROGRAM)

help:
	@echo 'make             the program, build/gongbao'
	@echo 'make site        the program, then the site from content/ in $(OUT)/; AS_OF=YYYY-MM-DD'
	@echo 'make demo        two publications with a past, replayed in $(BUILD)/demo/'
	@echo 'make test        every test, as a clean clone is tested; T="tests/cli/…" for some'
	@echo 'make browser     only the tests in a real browser'
	@echo 'make check-sanitize  only what runs under the address, undefined-behaviour and thread sanitizers'
	@echo 'make install     PREFIX=/usr/local DESTDIR='
	@echo 'make docs        the pages in docs/ that the program writes: codes.md, in both languages'
	@echo 'make pictures    the pictures in docs/, of what the pages look like now'
	@echo 'make test-all    before an issue is closed: test and the heavier ones below, with a table of their figures'
	@echo 'make lint        cppcheck and clang-tidy'
	@echo 'make coverage    what the unit and command-line tests run of each room'
	@echo 'make mutate      which small changes of the program no unit test sees'
	@echo 'make fuzz        hostile inputs for each of tests/fuzz/; FUZZ_SECONDS=60 SEED='
	@echo 'make kills       publishers killed in many places; KILLS=60 SEED='
	@echo 'make bare        make site and the unit tests in a bare Debian 12, as root; BARE=skip where it cannot be'
	@echo 'make texts       a folder of real texts, each as a policy: nothing is lost; TEXTS=FOLDER'
	@echo 'make format bench clean'

# --- Set-up ------------------------------------------------------------------------------------
# $(call packages,CHECK,PACKAGES) installs PACKAGES with apt-get where the shell command CHECK fails.
packages = \
  check () { { $(1); } >/dev/null 2>&1; }; \
  apt () { $$root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 "$$@"; }; \
  if ! check; then \
    [ "$$(id -u)" = 0 ] && root= || root=sudo; \
    if apt --version >/dev/null 2>&1; then \
      echo 'Installing packages: $(2)'; \
      apt update; apt install -y --no-install-recommends --no-upgrade $(2); \
    fi; \
    check || { echo 'Please install these packages: $(2)' >&2; exit 1; }; \
  fi

BUILD_PACKAGES = libc6-dev pkg-config git libglib2.0-dev libcmark-dev libyaml-dev \
  libjansson-dev libssl-dev libgit2-dev zlib1g-dev
TEST_PACKAGES = perl clang clang-format libclang-rt-dev locales openssh-client gpg gpg-agent unzip libxml2-utils \
  python3-icalendar
NODE_PACKAGES = nodejs npm
BROWSER_PACKAGES = chromium fonts-noto-cjk default-jre-headless

# Not asked at parse time, when pkg-config may not be there yet: make builds this file by the rule
# below, installing what is missing, and then reads it.  Each time, for $(BUILD)/ may have come here
# from a machine that has the packages; what stays as it was is not read again.
$(BUILD)/config.mk: FORCE
	@$(call packages,pkg-config --exists $(PKGS) && git --version,$(BUILD_PACKAGES))
	@mkdir -p $(@D)
	@found=$$(printf 'PKG_CFLAGS = %s\nPKG_LIBS = %s' "$$(pkg-config --cflags $(PKGS))" \
	    "$$(pkg-config --libs $(PKGS))"); \
	  printf '%s\n' "$$found" | cmp -s - $@ || printf '%s\n' "$$found" >$@
ifneq ($(filter-out help clean format,$(or $(MAKECMDGOALS),all)),)
include $(BUILD)/config.mk
endif

test-packages:
	@$(call packages,prove --version && $(CLANG_FORMAT) --version && \
	  test -f /usr/share/i18n/locales/zh_CN && command -v ssh-keygen && command -v gpg-agent && \
	  command -v xmllint && command -v unzip && /usr/bin/python3 -c 'import icalendar' && \
	  echo 'int main(void) { return 0; }' | clang -fsanitize=address -x c -o /dev/null -,$(TEST_PACKAGES))

# node and npm apart, because one package of another source may bring both.
browser-packages: | test-packages
	@$(call packages,node --version && npm --version,$(NODE_PACKAGES))
	@$(call packages,test -x /usr/bin/chromium && java -XX:-UsePerfData -version && \
	  test -d /usr/share/fonts/opentype/noto,$(BROWSER_PACKAGES))

# --- Program -----------------------------------------------------------------------------------
# Each changes when what it holds does, so that what depends on it is built anew then: everything
# on the compiler and its flags, single files on what they alone are told.
FLAGS = $(BUILD)/flags
$(FLAGS): export WANTED = $(COMPILE) $(GB_LIBS)
$(BUILD)/datadir: export WANTED = $(datadir)
$(BUILD)/version: export WANTED = $(VERSION)
$(FLAGS) $(BUILD)/datadir $(BUILD)/version: FORCE
	@mkdir -p $(@D)
	@printf '%s\n' "$$WANTED" | cmp -s - $@ || printf '%s\n' "$$WANTED" >$@

$(BUILD)/generator/commands/workspace.o: $(BUILD)/datadir
$(BUILD)/generator/commands/workspace.o: private ONLY = '-DGB_DATA_DIR="$(datadir)"'
$(BUILD)/generator/main.o $(BUILD)/generator/output/manifest.o: $(BUILD)/version
$(BUILD)/generator/main.o $(BUILD)/generator/output/manifest.o: private ONLY = '-DGB_VERSION="$(VERSION)"'

$(BUILD)/%.o: %.c $(FLAGS)
	@mkdir -p $(@D)
	$(SAY) '  CC      $(BUILD): $<'
	$(Q)$(COMPILE) -MMD -MP -c -o $@ $< $(if $(DRAFT),|| $(left_out))

# Where one unit test is asked for by name, what does not compile yet elsewhere is left out of the
# library and tried again next time, so that rooms can be worked on at once.
DRAFT ?= $(filter $(BUILD)/tests/%,$(MAKECMDGOALS))
left_out = { echo 'left out: $<' >&2; $(CC) -x c -c -o $@ /dev/null && touch -d @0 $@; }

# The folders are there for files that went away; q, because rooms may share names of files.
$(LIBRARY): $(OBJECTS) $(wildcard generator/*/.)
	$(Q)rm -f $@.new && ar qcs $@.new $(OBJECTS) && mv $@.new $@

$(PROGRAM): $(BUILD)/generator/main.o $(EXTRA) $(LIBRARY)
	$(SAY) '  LINK    $@'
	$(Q)$(COMPILE) -o $@ $^ $(GB_LIBS) $(LDFLAGS)

$(UNITS) $(FUZZERS) $(BENCHES): $(BUILD)/%: $(BUILD)/%.o $(EXTRA) $(LIBRARY)
	$(SAY) '  LINK    $@'
	$(Q)$(COMPILE) -o $@ $^ $(GB_LIBS) $(LDFLAGS)

.SECONDARY:
-include $(OBJECTS:.o=.d) $(BUILD)/generator/main.d $(UNITS:=.d) $(FUZZERS:=.d) $(BENCHES:=.d)

site: $(PROGRAM)
	$(PROGRAM) build --out '$(OUT)' $(if $(AS_OF),--as-of '$(AS_OF)')
	@echo 'The site is in $(OUT)/, for any web server; to look at it here: python3 -m http.server -d $(OUT)'

# Two records made up afterwards, with the proper dates: the real documents, a fictional authority.
DEMO = $(BUILD)/demo
demo: $(PROGRAM)
	@rm -rf $(DEMO)
	$(Q)for name in real example; do \
	  GONGBAO='$(PROGRAM)' tests/replay/$$name.sh $(DEMO)/$$name || exit; \
	  $(PROGRAM) verify --all -C $(DEMO)/$$name || exit; \
	done
	@echo 'To look at them: python3 -m http.server -d $(DEMO)/example/site (or $(DEMO)/real/site)'

install: $(PROGRAM)
	install -d '$(DESTDIR)$(PREFIX)/bin' '$(DESTDIR)$(datadir)'
	install -m 755 $(PROGRAM) '$(DESTDIR)$(PREFIX)/bin/gongbao'
	cp -R templates '$(DESTDIR)$(datadir)/'

clean:
	rm -rf $(BUILD)

# --- Tests -------------------------------------------------------------------------------------
# Every check is a TAP program under one prove, whose summary closes the run.
.PHONY: units targets
units: $(UNITS)
targets: $(FUZZERS)

# clang builds the sanitized programs, so that its warnings are seen as well, but for variables that
# are there to be cleaned up, which it takes for unused.  They find the theme here, as an installed
# program would.
ASAN = $(BUILD)/address
TSAN = $(BUILD)/thread
SANITIZED = +$(Q)$(MAKE) --no-print-directory CC=clang datadir='$(CURDIR)' \
  CFLAGS='-O1 -g -Wno-unused-variable'
.PHONY: asan tsan fuzzers
asan: test-packages
	$(SANITIZED) BUILD=$(ASAN) SANITIZE=address,undefined units all
tsan: test-packages
	$(SANITIZED) BUILD=$(TSAN) SANITIZE=thread EXTRA=$(TSAN)/tests/run/threads.o \
	  LDFLAGS='-Wl,--wrap=g_mutex_lock,--wrap=g_mutex_unlock,--wrap=g_cond_wait' all $(TSAN)/tests/unit/findings
fuzzers: test-packages
	$(SANITIZED) BUILD=$(BUILD)/fuzz SANITIZE=fuzzer-no-link,address,undefined LDFLAGS=-fsanitize=fuzzer targets

# The command-line tests run in locales that the machine need not have.
LOCALES = $(BUILD)/locales/zh_CN.UTF-8 $(BUILD)/locales/tr_TR.UTF-8
$(LOCALES): $(BUILD)/locales/%.UTF-8: | test-packages
	@mkdir -p $(@D)
	$(Q)localedef -i $* -f UTF-8 $@

# What the browser tests need from npm, as the lock file has it, and the sites that they look at.
NODE_MODULES = tests/browser/node_modules/.package-lock.json
$(NODE_MODULES): tests/browser/package.json tests/browser/package-lock.json | browser-packages
	$(Q)cd tests/browser && npm ci && touch node_modules/.package-lock.json
SITES = $(BUILD)/browser/sites
SITES_FROM = content tests/example tests/replay tests/browser/sites.sh templates
$(SITES).made: $(PROGRAM) $(shell find $(SITES_FROM) 2>/dev/null)
	$(Q)GONGBAO='$(PROGRAM)' tests/browser/sites.sh $(SITES) && touch $@

PROVE = BUILD='$(BUILD)' prove --timer --jobs $(JOBS) --exec tests/run/tap.sh
ASAN_TESTS = $(UNITS:$(BUILD)/%=$(ASAN)/%) tests/run/sanitized.t
TSAN_TESTS = tests/run/threads.t
BROWSER_TESTS = $(filter tests/browser/%,$(SCRIPTS))
T = $(UNITS) $(ASAN_TESTS) $(filter-out $(ASAN_TESTS),$(SCRIPTS))
test: private export COMPILE := $(COMPILE)
test: test-packages $(PROGRAM) units $(LOCALES) \
  $(if $(filter $(ASAN_TESTS),$(T)),asan) $(if $(filter $(TSAN_TESTS),$(T)),tsan) \
  $(if $(filter $(BROWSER_TESTS),$(T)),$(NODE_MODULES) $(SITES).made $(BUILD)/tests/bench/corpus)
	@$(PROVE) $(T)

browser: test-packages $(NODE_MODULES) $(SITES).made $(BUILD)/tests/bench/corpus
	@$(PROVE) $(BROWSER_TESTS)

fuzz: $(PROGRAM) fuzzers
	@BUILD='$(BUILD)' JOBS=$(JOBS) tests/fuzz/run.sh $(FUZZERS)

# What the program says of itself, anew.
docs: $(PROGRAM)
	$(PROGRAM) codes -l en >docs/codes.md.new && mv docs/codes.md.new docs/codes.md
	$(PROGRAM) codes >docs/zh-CN/codes.md.new && mv docs/zh-CN/codes.md.new docs/zh-CN/codes.md

# The pictures in docs/, anew.
pictures: test-packages $(NODE_MODULES) $(SITES).made
	@$(call packages,pdftoppm -v && optipng -v,poppler-utils optipng)
	$(Q)tests/browser/pictures.js docs && optipng -quiet docs/*.png

check-sanitize: asan tsan
	@$(PROVE) $(ASAN_TESTS) $(TSAN_TESTS)

format: test-packages
	$(CLANG_FORMAT) -i $(FORMATTED)

# What clang-tidy is asked, and why not more, says .clang-tidy.  cppcheck 2.10 calls C17 by the name of
# C11, which it corrects.  It does not see what g_autoptr frees (memleak; the address sanitizer does),
# nor that in the C library readdir may run on several threads and NULL is a pointer (varFuncNullUB).
lint: export TIDY = $(GB_CFLAGS) -Wno-error '-DGB_DATA_DIR=""' '-DGB_VERSION=""'
lint:
	@$(call packages,cppcheck --version && clang-tidy --version,cppcheck clang-tidy)
	$(Q)cppcheck -j $(JOBS) --quiet --error-exitcode=1 --std=c11 --library=gtk,openssl,posix,zlib \
	  --enable=warning,performance,portability --suppress=memleak --suppress=readdirCalled \
	  --suppress=varFuncNullUB -D_GNU_SOURCE '-DG_GNUC_PRINTF(a,b)=' -Igenerator generator
	$(Q)rm -f $(BUILD)/tidy.log && printf '%s\n' generator/main.c $(SOURCES) | xargs -n 1 -P $(JOBS) \
	  sh -c 'eval "clang-tidy --quiet \"\$$@\" -- $$TIDY" 2>>$(BUILD)/tidy.log' sh
	@echo 'lint: nothing found in $(words $(SOURCES)) files'

COVERAGE = $(BUILD)/coverage
COVERAGE_TESTS = $(UNITS:$(BUILD)/%=$(COVERAGE)/%) $(filter tests/cli/%,$(SCRIPTS))
coverage:
	$(Q)find $(COVERAGE) -name '*.gcda' -delete 2>/dev/null || mkdir -p $(COVERAGE)
	+$(Q)$(MAKE) --no-print-directory BUILD=$(COVERAGE) CC=gcc datadir='$(CURDIR)' \
	  CFLAGS='-O0 -g --coverage -fprofile-abs-path -fprofile-update=atomic' T='$(COVERAGE_TESTS)' test
	$(Q)tests/run/coverage.pl $(COVERAGE)

KILLS ?= 60
kills: $(PROGRAM)
	@$(call packages,strace -V,strace)
	@BUILD='$(BUILD)' tests/kills/kills.sh $(KILLS) $(SEED)

bare:
	@$(call packages,debootstrap --version,debootstrap)
	tests/bare/bare.sh $(BUILD)/bare

mutate: $(PROGRAM) $(UNITS)
	@CC='$(CC)' JOBS='$(JOBS)' tests/mutate/mutate.pl

texts: $(PROGRAM)
	@GONGBAO='$(PROGRAM)' tests/run/texts.sh '$(TEXTS)'

# Before an issue is closed: its figures go into the closing note.
test-all:
	+@MAKE='$(MAKE)' BUILD='$(BUILD)' tests/run/all.sh test lint coverage mutate fuzz kills bare

bench: $(PROGRAM) $(BENCHES)
	tests/bench/run.sh
	tests/bench/record.sh
