.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
READY := $(VENV)/.ready
export PIP_DISABLE_PIP_VERSION_CHECK = 1

help: ## Show these commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(READY): requirements-dev.txt
	@scripts/make-venv "$(PYTHON)" $(VENV) requirements-dev.txt
	@touch $@

setup: $(READY) ## Make .venv with everything that is needed

demo: $(READY) ## Try the bot in the browser: no token, no server
	@$(PY) bot.py demo $(if $(CI),--once)

city: $(READY) ## The same, in a city that has lived with the bot for a year
	@$(PY) bot.py demo --living

test: $(READY) ## Run all tests (PostgreSQL and Chromium are installed where possible)
	@scripts/install-test-tools
	@$(PY) -m pytest -n 3 --dist worksteal

quick: $(READY) ## Run the tests that take no more than seconds, on SQLite
	@$(PY) -m pytest -n 2 --dist worksteal -m "not slow" --one-database --quick

costs: $(READY) ## Measure which tests `make quick` leaves out
	@$(PY) -m pytest -n 3 --dist worksteal --costs

lint: $(READY)
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/mypy
	@$(VENV)/bin/lint-imports

check: lint test ## Lint, types, import contracts and tests: what CI runs

bench: ## Run the benchmarks; figures go to docs/benchmarks.md by hand
	@scripts/make-venv "$(PYTHON)" .venv-bench requirements-bench.txt
	@.venv-bench/bin/python -m benchmarks $(BENCH)

lock: ## Renew the requirements files from pyproject.toml
	@scripts/renew-locks

.PHONY: help setup demo city test quick costs lint check bench lock
