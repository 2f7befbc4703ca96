# What a fresh machine needs: Python 3.11 or newer, pip, make, git.

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed
DEMO   := .demo

.PHONY: setup demo test test-all lint format type layers check bench lock build clean

setup: $(STAMP)

$(STAMP): requirements-dev.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

# The whole way: articles -> events -> timeline -> score -> report, with the offline engine.
demo: setup
	@rm -rf $(DEMO)
	@mkdir -p $(DEMO)
	$(BIN)/evals run evals/corpus/dev --run $(DEMO)/run -m rules -o $(DEMO)/score.json > $(DEMO)/score.txt
	$(BIN)/extractor export $(DEMO)/run -f md -o $(DEMO)/timeline.md
	$(BIN)/extractor export $(DEMO)/run -f text -o $(DEMO)/timeline.txt
	$(BIN)/evals report $(DEMO)/score.json -o $(DEMO)/report.md
	@echo
	@awk -v RS= -v ORS='\n\n' 'NR <= 8' $(DEMO)/timeline.txt
	@echo "... the whole timeline: $(DEMO)/timeline.txt"
	@echo
	@cat $(DEMO)/score.txt
	@echo
	@echo "written:"
	@for file in run/events.jsonl run/articles.jsonl run/run.json timeline.md timeline.txt score.json report.md; \
		do echo "  $(DEMO)/$$file"; done

test: setup
	$(BIN)/python -m pytest

# What needs a browser is added here.
test-all: test

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
