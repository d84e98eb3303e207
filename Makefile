# The two commands: `make site` and `make test`. Both set up all they need.

VENV := .venv
BIN := $(VENV)/bin
# mkdocs, or properdocs (when it is installed): the pages are the same.
ENGINE ?= mkdocs

.PHONY: site test serve check lint bench lock clean

site: $(VENV)/site.stamp ## check the knowledge base and build the site into site/
	$(BIN)/plfkb check --quiet
	NO_MKDOCS_2_WARNING=1 $(BIN)/$(ENGINE) build --strict --config-file mkdocs.yml
	@echo "Nettstedet er bygd i site/."

serve: $(VENV)/site.stamp ## live preview on http://127.0.0.1:8000
	$(BIN)/plfkb serve

check: $(VENV)/site.stamp ## every complaint, warnings included
	$(BIN)/plfkb check

test: $(VENV)/test.stamp lint ## the whole suite, browser tests included
	$(BIN)/python -m pytest

lint: $(VENV)/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

bench: $(VENV)/test.stamp ## the measurements in docs/utvikling/maalinger.md
	$(BIN)/python benchmarks/build.py

lock: ## renew the locked dependencies (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --no-emit-index-url --no-emit-find-links --extra build pyproject.toml -o requirements/site.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --no-emit-index-url --no-emit-find-links --extra build --extra dev pyproject.toml -o requirements/test.txt

$(VENV)/site.stamp: requirements/site.txt pyproject.toml scripts/venv.sh
	sh scripts/venv.sh $(VENV) requirements/site.txt
	@touch $@

$(VENV)/test.stamp: requirements/test.txt pyproject.toml scripts/venv.sh scripts/browser.sh scripts/dictionary.sh
	sh scripts/venv.sh $(VENV) requirements/test.txt
	sh scripts/browser.sh $(BIN)/python
	sh scripts/dictionary.sh
	@touch $@ $(VENV)/site.stamp

clean:
	rm -rf site $(VENV) .cache
