"""Which blocks are run by other tests, and which cannot be run here. Each block that is not listed is run by test_docs."""

ELSEWHERE: dict[tuple[str, str], tuple[str, ...]] = {}
NOT_RUN: dict[str, dict[str, str]] = {}
