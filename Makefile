# One verb for each daily act. Each does its own set-up, on Debian 12 with Swift; nothing is asked.

.PHONY: demo test corpus crash fuzz lint bench setup libraries peers
.DEFAULT_GOAL := demo

# What the daemon links against.
LIBRARIES := libcurl4-openssl-dev libsqlite3-dev libzip-dev libxml2-dev libseccomp-dev libgmime-3.0-dev \
    libpoppler-private-dev pkg-config
# What the tests speak with, and check against.
PEERS := ca-certificates openssl postfix procps python3-venv systemd
PYTHON_PEERS := aiosmtpd==1.4.6 python-docx==1.2.0 standardwebhooks==1.1.0

# The main job on loopback, with sample minutes and stand-in partners, in a temporary folder.
demo: libraries
	swift build --product minuted
	.build/debug/minuted demo

# Every test, with real peers; what only computes goes first, so that nothing else waits for a thread.
test: setup
	MINUTED_TEST_PYTHON=$(CURDIR)/.build/python/bin/python swift test --disable-xctest --filter '^(ReadingTests|MinutesTests)[.]'
	MINUTED_TEST_PYTHON=$(CURDIR)/.build/python/bin/python swift test --disable-xctest --skip '^(ReadingTests|MinutesTests|FuzzTests)[.]'
	swift test --disable-xctest --filter '^FuzzTests[.]'

# The daemon killed at 200 random instants under load, and an audit of what came of it.
crash: setup
	MINUTED_CRASH_KILLS=200 swift test --disable-xctest --filter CrashTests

# The further sets of minutes with their truths, in the order that they were written in.
corpus: libraries
	MINUTED_CORPUS=1 swift test --disable-xctest --filter CorpusTests

# What failed once, files that are made to hurt, what size costs; then mutated files against every reader and the
# interpretation until it is stopped, or for MINUTED_FUZZ_MINUTES. Inputs that fail stay in Tests/Corpus/fuzz.
fuzz: libraries
	swift build -c release --product fuzz
	.build/release/fuzz replay
	.build/release/fuzz hostile
	.build/release/fuzz scale
	.build/release/fuzz run --seed $${MINUTED_FUZZ_SEED:-$$(date +%s)} --to-folder Tests/Corpus/fuzz \
	    $${MINUTED_FUZZ_MINUTES:+--minutes $$MINUTED_FUZZ_MINUTES}

# The formatter's rules, without exception.
lint:
	swift format lint --strict --parallel --recursive Sources Tests Package.swift

# Design section 14: our figures beside those of Postfix and a Python script, on this machine.
bench: setup
	swift run -c release benchmark

# Everything that is not Swift: libraries, test peers and Python packages.
setup: libraries peers

libraries:
	@.ci/packages $(LIBRARIES)

peers: libraries
	@.ci/packages $(PEERS)
	@.ci/python .build/python $(PYTHON_PEERS)
