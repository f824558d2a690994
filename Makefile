# Justera. `make help` lists what there is.

PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
STAMP = $(VENV)/installed.stamp

.PHONY: help setup run test bench check fmt assets catalogue

help: ## List the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

setup: ## Install everything into $(VENV), quick when nothing changed
	@$(PYTHON) config/local/setup.py $(VENV)

run: setup ## Serve the product with the demo on http://127.0.0.1:8000 (PORT, DATA_DIR)
	@exec $(BIN)/python -m config.local run

test: setup ## Run every test: unit, database, browser
	@$(BIN)/python config/local/browser.py
	@$(BIN)/python -m config.local test -- $(ARGS)

bench: setup ## Measure how pages grow, and PDF and signing against others, as ratios
	@$(BIN)/python -m pip install -q --no-deps --require-hashes -r requirements-bench.txt
	@$(BIN)/python -m tests.bench.machine
	@$(BIN)/python -m tests.bench.bench_pdf
	@$(BIN)/python -m tests.bench.bench_signing
	@$(BIN)/python -m config.local test -- -q -s -p no:randomly tests/bench/bench_meeting.py
	@$(BIN)/python -m config.local test -- -q -s -p no:randomly tests/bench/bench_public.py
	@$(BIN)/python -m config.local test -- -q -s -p no:randomly tests/bench/bench_search.py
	@$(BIN)/python -m config.local test -- -q -s -p no:randomly tests/bench/bench_sie.py
	@$(BIN)/python -m config.local test -- -q -s -p no:randomly tests/bench/bench_sip.py

check: setup ## Lint, types, imports, migrations, translations
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint --lint --quiet templates
	$(BIN)/python manage.py check --settings config.settings.test
	$(BIN)/python -m config.local test -- -q -p no:randomly -p no:cacheprovider tests/config/test_repository.py
	$(BIN)/python manage.py catalogue --check --settings config.settings.test

fmt: setup ## Put the code in order
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/djlint --reformat --quiet templates

catalogue: setup ## Add new texts to the Swedish catalogue
	$(BIN)/python manage.py catalogue --settings config.settings.test
