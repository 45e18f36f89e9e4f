"""Which blocks are run by other tests, and which cannot be run here. All others are run by test_code_blocks.py."""

ELSEWHERE: dict[tuple[str, str], tuple[str, ...]] = {
    ("docs/bulk.md", "python"): ("test/ordering/test_guides.py",),
    ("docs/catalog-walk.md", "python"): ("test/catalog/test_many_calls_guides.py",),
    ("docs/contributing.md", "python"): ("test/contract/test_contributing.py",),
    ("docs/contributing.md", "text"): ("test/contract/test_contributing.py",),
    ("docs/contributing.md", "yaml"): ("test/contract/test_contributing.py",),
    ("docs/error-words.md", ""): ("test/cli/test_words.py",),
    ("docs/error-words.md", "sh"): ("test/cli/test_words.py",),
    ("docs/held-orders.md", "python"): ("test/ordering/test_guides.py",),
    ("docs/many-machines.md", "python"): (
        "test/ordering/workers_kit.py",
        "test/ordering/test_workers.py",
        "test/ordering/test_workers_shared.py",
        "test/ordering/test_celery.py",
    ),
    ("docs/order-files.md", ""): ("test/ordering/test_guides.py",),
    ("docs/order-files.md", "python"): ("test/ordering/test_guides.py",),
    ("docs/ordering.md", "python"): ("test/ordering/test_guides.py",),
    ("docs/paging.md", "python"): ("test/catalog/test_many_calls_guides.py",),
    ("docs/part-numbers.md", "python"): ("test/catalog/test_many_calls_guides.py",),
    ("docs/prices.md", "python"): ("test/catalog/test_many_calls_guides.py",),
    ("docs/returns.md", "python"): ("test/ordering/test_returns_once.py",),
    ("docs/stock-mirror.md", "python"): ("test/catalog/test_many_calls_guides.py",),
    ("docs/testing.md", "python"): ("test/plugin/test_plugin.py",),
    ("docs/web-application.md", "python"): ("test/ordering/test_guides.py",),
    ("docs/xi-orders-reference.md", "sh"): ("test/cli/test_examples.py",),
}
"""By page and language: the tests that run these blocks."""

_INSTALLS = "installs packages; test/packaging installs the wheel"
_SERVES = "runs until it is stopped; test/cli runs it as a process"
_CRON = "a line for cron, which is not here; the program understands what it calls"
_SYSTEMD = "a unit for systemd, which is not here; test/cli lets systemd-analyze verify it where that is installed"
_CONTAINER = "needs Docker, which is not here; the program understands what it calls"
_MEASURES = "takes minutes; bench has its own tests"
_WINDOWS = "is for Windows; the program understands what it calls"
_WORKERS = "test/ordering runs it, with the database or the broker that it needs"
_RUNNERS = "needs a JDK or Node; test/vectors/test_runners.py runs both runners where these are installed"
NOT_RUN: dict[str, dict[str, str]] = {
    "README.md": {"pip install": _INSTALLS, "xi-orders sandbox &": _SERVES},
    "bench/README.md": {"tox -e bench": _MEASURES, "python bench/": _MEASURES},
    "contract/vectors/README.md": {'"because"': "what a runner prints; test/vectors compares what runners print"},
    "contract/vectors/runners/README.md": {"javac -d": _RUNNERS, "node contract": _RUNNERS},
    "docs/async.md": {"pip install": _INSTALLS},
    "docs/contributing.md": {
        "pip install": _INSTALLS,
        "tox -e py312": "runs these tests, which run anyway",
        "contract/openapi.yaml  ": "a list of files, not a program",
    },
    "docs/cron-and-containers.md": {
        "15 6 * * 1-5": _CRON,
        "*/10 * * * *": _CRON,
        "FROM python": _CONTAINER,
        "docker run": _CONTAINER,
        "schtasks": _WINDOWS,
    },
    "docs/deprecations.md": {"-W error": "runs the tests of the reader's own program"},
    "docs/errors.md": {"Validation failed": "the form of a message, not a program"},
    "docs/exceptions.md": {"├──": "a tree; test_made_pages.py compares it with the classes"},
    "docs/many-machines.md": {
        "pip install": _INSTALLS,
        "procrastinate --app": _WORKERS,
        "tasks.run(": _WORKERS,
        "celery --app": _WORKERS,
    },
    "docs/migrating.md": {"pip install": _INSTALLS},
    "docs/ordering.md": {
        "pip install": _INSTALLS,
        "python place.py": "test/ordering/test_guides.py runs the program as a process, with these variables",
    },
    "docs/releasing.md": {"hatchling build": _INSTALLS},
    "docs/sandbox.md": {"xi-orders sandbox": _SERVES},
    "docs/start.md": {
        "pip install": _INSTALLS,
        "xi-orders sandbox": _SERVES,
        "export XI_": "variables, with which the programs of this page are run",
    },
    "docs/testing.md": {"pip install": _INSTALLS},
    "docs/worker-service.md": {
        "--on-held": _SERVES,
        "[Unit]": _SYSTEMD,
        "*/5 * * * *": _CRON,
        "docker run": _CONTAINER,
        "xi-orders.exe": _WINDOWS,
    },
    "docs/xi-orders.md": {"pip install": _INSTALLS, "15 6 * * 1-5": _CRON, "30 2 * * *": _CRON},
}
"""By page, and by a text of a block: why it is not run. What is for a shell is parsed by one."""
