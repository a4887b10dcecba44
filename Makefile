# Gongbao (公报).  The two that matter: `make site` and `make test`.

BUILD ?= build
CC ?= cc
PKGS = glib-2.0 gio-2.0 gio-unix-2.0 libcmark yaml-0.1 jansson
WARN = -Wall -Wextra -Werror -Wshadow -Wconversion -Wno-sign-conversion -Wstrict-prototypes \
  -Wmissing-prototypes -Wpointer-arith -Wwrite-strings -Wformat=2 -Wundef -Wvla
SANITIZE ?=
CFLAGS ?= -O2 -g
GB_CFLAGS = -std=c17 -D_GNU_SOURCE -DGLIB_VERSION_MIN_REQUIRED=GLIB_VERSION_2_74 \
  -DGLIB_VERSION_MAX_ALLOWED=GLIB_VERSION_2_74 -DG_LOG_DOMAIN='"gongbao"' -Igenerator $(WARN) \
  $(if $(SANITIZE),-fsanitize=$(SANITIZE) -fno-sanitize-recover=all -fno-omit-frame-pointer) \
  $(shell pkg-config --cflags $(PKGS))
GB_LIBS = $(shell pkg-config --libs $(PKGS)) -lm

SOURCES = $(sort $(filter-out generator/main.c,$(wildcard generator/*/*.c)))
OBJECTS = $(SOURCES:%.c=$(BUILD)/%.o)
LIBRARY = $(BUILD)/libgongbao.a
PROGRAM = $(BUILD)/gongbao
UNITS = $(patsubst tests/unit/%.c,$(BUILD)/tests/unit/%,$(sort $(wildcard tests/unit/*.c)))

.DEFAULT_GOAL := all
.PHONY: all
all: $(PROGRAM)

$(PROGRAM): $(BUILD)/generator/main.o $(LIBRARY)
	$(CC) $(CFLAGS) $(GB_CFLAGS) -o $@ $^ $(GB_LIBS)

$(LIBRARY): $(OBJECTS)
	rm -f $@ && ar rcs $@ $^

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(GB_CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/tests/unit/%: $(BUILD)/tests/unit/%.o $(LIBRARY)
	$(CC) $(CFLAGS) $(GB_CFLAGS) -o $@ $^ $(GB_LIBS)

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
