"""A catalogue to walk, and what a walk has written."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

from catalog_kit import LIST, Asked, answer

from xi.sdk.resellers import catalog_walk
from xi.sdk.resellers.catalog_walk import Options


class Catalog:
    """A catalogue whose pages are lists of SKUs, None for a product without one; or answers, given as they are."""

    def __init__(self, *pages: Any, found: int | None = None, **headers: str) -> None:
        self.pages = list(pages)
        self.found = sum(len(each) for each in pages if isinstance(each, list)) if found is None else found
        self.headers = headers
        self.texts: dict[str, str] = {}

    def __call__(self, asked: Asked) -> Any:
        number = int(asked.query["pageNumber"][0])
        given = self.pages[number - 1] if number <= len(self.pages) else None
        if given is None:
            return answer(404, LIST, **self.headers)
        if not isinstance(given, list):
            return given
        items = [{"ingramPartNumber": each, "description": self.texts.get(each, "")} if each else {} for each in given]
        return answer(200, {"recordsFound": self.found, "catalog": items}, **self.headers)


def walk(run: Any, catalog: Catalog, out: Path, filters: Any = None, settings: Any = None, **options: Any) -> Any:
    def use(api: Any) -> Any:
        return catalog_walk.walk(api, out, Options(**options), **(filters or {}))

    return run(catalog, use, **(settings or {}))


def skus(out: Path) -> list[str]:
    match out.suffix:
        case ".csv":
            with out.open(encoding="utf-8", newline="") as file:
                return [row["ingramPartNumber"] for row in csv.DictReader(file)]
        case ".parquet":
            import pyarrow.parquet as pq

            return pq.read_table(out).column("ingramPartNumber").to_pylist()
        case _:
            return [json.loads(line)["ingramPartNumber"] for line in out.read_text().splitlines()]
