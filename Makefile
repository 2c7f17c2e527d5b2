# Builds, tests and installs InnerLoop. `make run` is all it takes to see it.

SWIFT ?= swift
PREFIX ?= /usr/local
# The folder of the language's conformance cases, which are kept apart from the program; left out where it is not there.
CONFORMANCE ?= ../shared/conformance

PROGRAM = .build/release/innerloop
RELEASE = $(SWIFT) build -c release --product innerloop --static-swift-stdlib

.PHONY: build run test stress lint bench install uninstall clean prepare

## Checks that what is needed is there, installs what is missing, and builds.
build: prepare
	$(RELEASE)

## Opens the first lesson; without a terminal, runs it through.
# On a terminal the program gets a process group of its own, so that Ctrl-C reaches it alone and not make;
# 'exit' keeps bash from becoming the program instead of starting it.
run: build
	@bash -c 'if [ -t 0 ]; then set -m; fi; "$$0" learn maml; exit $$?' $(PROGRAM)

## Everything that has to hold: the tests, the lessons, the language.
test: prepare
	$(SWIFT) test
	$(RELEASE)
	$(PROGRAM) check
	@.ci/conformance "$(CONFORMANCE)" $(PROGRAM) Tests/conformance-not-yet.txt

## A million changed formulas and lessons, every change of every lesson's claims, and a session killed a thousand times,
## which takes an hour or two.
STRESS ?= 1000000
KILLS ?= 1000
stress: prepare
	INNERLOOP_FUZZ_INPUTS=$(STRESS) $(SWIFT) test -c release -Xswiftc -enable-testing --filter Fuzz
	INNERLOOP_MUTANTS=all $(SWIFT) test -c release -Xswiftc -enable-testing --filter LessonMutantTests
	INNERLOOP_KILLS=$(KILLS) $(SWIFT) test -c release -Xswiftc -enable-testing --filter KillTests

## How fast it is, beside PyTorch and JAX where Python has them; the table goes to Benchmarks/RESULTS.md.
bench: prepare
	$(SWIFT) build -c release --package-path Benchmarks
	Benchmarks/bench --write

## The style that the sources keep.
lint:
	$(SWIFT) format lint --strict -r Sources Tests

## Puts the program, its lessons, data sets, manual page and completions under PREFIX (and DESTDIR, for packages).
install:
	@.ci/install install $(PROGRAM) "$(DESTDIR)$(PREFIX)"

## Takes away what 'make install' put there.
uninstall:
	@.ci/install uninstall "$(DESTDIR)$(PREFIX)"

clean:
	rm -rf .build

prepare:
	@.ci/prepare
