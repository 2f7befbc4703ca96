# What a fresh machine needs: Python 3.11 or newer, pip, make, git.

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed
DEMO   := .demo

.PHONY: setup demo gate test test-all chromium lint format type layers check bench lock build clean

setup: $(STAMP)

$(STAMP): requirements-dev.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

# The whole way: articles -> events -> timeline -> score -> report, with the offline engine; beside it
# the recorded answers of a language model, read and scored again without a key or a network.
demo: setup
	@rm -rf $(DEMO)
	@mkdir -p $(DEMO)
	$(BIN)/evals run evals/corpus/dev --run $(DEMO)/run -m rules -o $(DEMO)/score.json > $(DEMO)/score.txt
	$(BIN)/extractor export $(DEMO)/run -f md -o $(DEMO)/timeline.md
	$(BIN)/extractor export $(DEMO)/run -f text -o $(DEMO)/timeline.txt
	$(BIN)/evals run evals/corpus/dev --run $(DEMO)/recorded -m replay:evals/recorded/dev.jsonl \
		-o $(DEMO)/recorded.json > $(DEMO)/recorded.txt
	$(BIN)/evals run evals/corpus/test --run $(DEMO)/recorded-test \
		-m replay:evals/recorded/test.jsonl -o $(DEMO)/recorded-test.json > $(DEMO)/recorded-test.txt
	$(BIN)/evals agreement evals/annotators/first/dev evals/annotators/second/dev \
		--texts evals/corpus/dev -o $(DEMO)/agreement.json > $(DEMO)/agreement.txt
	$(BIN)/extractor export $(DEMO)/recorded -f text -o $(DEMO)/recorded-timeline.txt
	$(BIN)/evals report $(DEMO)/score.json -o $(DEMO)/rules-report.html
	$(BIN)/evals report $(DEMO)/recorded.json --baseline $(DEMO)/score.json \
		--agreement $(DEMO)/agreement.json -o $(DEMO)/report.html
	@echo
	@awk -v RS= -v ORS='\n\n' 'NR <= 8' $(DEMO)/recorded-timeline.txt
	@echo "... the whole timeline of the recorded model: $(DEMO)/recorded-timeline.txt; of rules: $(DEMO)/timeline.txt"
	@echo "--- dev half, offline engine rules (all labels: two passes of a language model, adjudicated)"
	@cat $(DEMO)/score.txt
	@echo; echo "--- dev half, recorded answers of a language model"
	@cat $(DEMO)/recorded.txt
	@echo; echo "--- held-back test half, recorded answers of a language model"
	@cat $(DEMO)/recorded-test.txt
	@echo
	@echo "written:"
	@for file in run/events.jsonl run/articles.jsonl run/run.json timeline.md timeline.txt \
		recorded-timeline.txt score.json recorded.json recorded-test.json; do echo "  $(DEMO)/$$file"; done
	@echo "reports, to open in a browser:"
	@echo "  $(DEMO)/rules-report.html   (the offline engine)"
	@echo "  $(DEMO)/report.html         (the recorded model beside it)"

# Floors that the offline engine and the recorded answers must hold (evals/baselines).
gate: demo
	$(BIN)/evals lint evals/corpus
	$(BIN)/evals gate $(DEMO)/score.json --baseline evals/baselines/rules.json
	$(BIN)/evals gate $(DEMO)/recorded.json --baseline evals/baselines/recorded.json
	$(BIN)/evals gate $(DEMO)/recorded-test.json --baseline evals/baselines/recorded-test.json

test: setup
	$(BIN)/python -m pytest -m "not browser"

# With what needs a browser; without Chromium, and without the rights to install it, that is skipped.
test-all: setup chromium
	$(BIN)/python -m pytest

chromium:
	@for name in chromium chromium-browser google-chrome; do \
		if command -v $$name >/dev/null; then exit 0; fi; done; \
	if command -v apt-get >/dev/null && test "$$(id -u)" = 0; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
		apt-get install -y -qq --no-install-recommends chromium >/dev/null && exit 0; fi; \
	echo "no Chromium: the tests in a browser will be skipped"

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: setup
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

type: setup
	$(BIN)/mypy

layers: setup
	$(BIN)/lint-imports

check: lint type layers test

bench: setup
	@for file in tests/benchmarks/*.py; do echo "== $$file"; $(BIN)/python $$file || exit 1; done

# Hash-pinned requirements without index addresses.
LOCK := $(BIN)/pip-compile --quiet --strip-extras --generate-hashes --allow-unsafe \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options --no-header
lock: setup
	$(LOCK) --output-file requirements.txt pyproject.toml
	$(LOCK) --output-file requirements-dev.txt pyproject.toml requirements-dev.in

build: setup
	$(BIN)/python -m build --no-isolation --outdir dist .

clean:
	rm -rf $(VENV) $(DEMO) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
