# The few commands of Juxian. `make help` lists them.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help run test check format bench clean

TOOLS := . standalone/scripts/tools.sh && need_jdk
MVN := mvn -B -ntp

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 14

run: ## build what is missing, start everything on this machine, print the address; Ctrl-C stops all
	@trap : INT; standalone/scripts/run.sh || [ $$? -eq 130 ] # Ctrl-C is its end, not its failure

test: ## every test: web, services, and journeys in a browser
	@standalone/scripts/test.sh

check: ## formatting, warnings and types, without running tests
	@$(TOOLS) && need_maven && need_node && $(MVN) -q test-compile && standalone/scripts/build.sh web && npm --prefix web run --silent check

format: ## format every source
	@$(TOOLS) && need_maven && need_node && $(MVN) -q spotless:apply && standalone/scripts/build.sh web && npm --prefix web run --silent format

bench: ## measure registrations and this machine's ceilings; some of it: SCENARIOS="registrations rush events stored"
	@exec bench/run.sh $(SCENARIOS)

clean: ## remove what was built; data/ stays
	@rm -rf .run web/dist && find . -path ./web -prune -o -type d -name target -prune -print0 | xargs -0 -r rm -rf
