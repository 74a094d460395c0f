# Two commands: `make booklet` sets everything up and builds the built-in booklet into out/; `make test` sets
# everything up and passes the tests. Both leave what they install in .venv and, as root, in the system.

PYTHON := $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
DEBIAN_PDF := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig
DEBIAN_TEST := $(DEBIAN_PDF) poppler-utils default-jdk-headless libjaxb-java chromium nodejs npm
READERS := tests/readers/node_modules

.PHONY: booklet test quick check format bench screens lock clean python debian-test
.DEFAULT_GOAL := booklet

booklet: .venv/ready
	@sh .ci/system $(DEBIAN_PDF)
	@$(BIN)/kurrasa build content/iran-hostage-crisis --out out

test: .venv/ready-test $(READERS)/ready
	@$(BIN)/python -m pytest -q -n 2 --dist loadgroup

quick: .venv/ready-test
	@sh .ci/system $(DEBIAN_PDF)
	@$(BIN)/python -m pytest -q -m "not slow"

check: .venv/ready-test
	@$(BIN)/ruff format --check report tests bench
	@$(BIN)/ruff check report tests bench
	@$(BIN)/pyright

format: .venv/ready-test
	@$(BIN)/ruff format report tests bench
	@$(BIN)/ruff check --fix report tests bench

bench: .venv/ready
	@sh .ci/system $(DEBIAN_PDF)
	@$(BIN)/python bench/bench.py

# Pictures of the built-in booklet in a reading system, in out/screens: to look at, by day and by night.
screens: .venv/ready-test $(READERS)/ready
	@$(BIN)/python tests/readers/screens.py out/screens

python:
	@test -n "$(PYTHON)" || { echo "kurrasa needs Python 3.11 or newer; none was found as python3 or python3.11 … 3.14"; exit 1; }

.venv/made: | python
	@$(PYTHON) -m venv .venv || { echo "the venv could not be made; on Debian: apt-get install python3-venv"; exit 1; }
	@touch $@

.venv/ready: requirements.txt pyproject.toml .venv/made
	@echo "installing what kurrasa needs into .venv"
	@$(INSTALL) --require-hashes -r requirements.txt
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/ready-test: requirements-test.txt pyproject.toml .venv/made
	@echo "installing what kurrasa and its tests need into .venv"
	@$(INSTALL) --require-hashes -r requirements-test.txt
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@ .venv/ready

debian-test:
	@sh .ci/system $(DEBIAN_TEST)

# Reading systems for e-books: as the lock says, nothing of theirs is run and no browser is fetched.
$(READERS)/ready: tests/readers/package-lock.json | debian-test
	@echo "installing the reading systems of the tests into $(READERS)"
	@PUPPETEER_SKIP_DOWNLOAD=1 npm ci --prefix tests/readers --ignore-scripts --omit=optional --no-audit --no-fund --loglevel=error
	@touch $@

# The locks name no index and no host; the build backend is in them because nothing is downloaded apart from them.
LOCK := --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate
lock: .venv/made
	@$(INSTALL) uv
	@echo "hatchling" > .venv/backend.in
	@$(BIN)/uv pip compile $(LOCK) pyproject.toml .venv/backend.in -o requirements.txt
	@$(BIN)/uv pip compile $(LOCK) --extra test pyproject.toml .venv/backend.in -o requirements-test.txt
	@npm install --prefix tests/readers --package-lock-only --omit-lockfile-registry-resolved --no-audit --no-fund
	@$(BIN)/python tests/readers/shorten_lock.py

clean:
	@rm -rf .venv $(READERS) out build dist .pytest_cache .ruff_cache .hypothesis
