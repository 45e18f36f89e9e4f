"""A walk tells what came, is gone and has changed, and what it does not know of."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from catalog_kit import blocking, both
from catalog_walk_kit import Catalog, skus, walk

from xi.sdk.resellers.catalog_walk import Change

pytestmark = pytest.mark.usefixtures("waits")


@both
def test_a_complete_walk_tells_what_changed_since_the_last_complete_one(run: Any, tmp_path: Path) -> None:
    out = tmp_path / "all.jsonl"
    first = walk(run, Catalog(["a", "b"], ["c", None]), out).value
    assert (first.rows, first.unnamed) == (4, 1)
    short = walk(run, Catalog(["a"], found=100), out).value
    assert not short.is_complete
    assert (short.path.name, short.came, skus(short.path)) == ("all.jsonl.incomplete", None, ["a"])
    assert len(out.read_text().splitlines()) == 4, "the table stays that of the complete walk"
    nothing = walk(run, Catalog(), out).value
    assert not nothing.is_complete
    moved = Catalog(["x", "c"], ["a"])
    moved.texts["c"] = "new text"
    second = walk(run, moved, out).value
    assert second.since == first.ended
    assert (second.came, second.gone, second.changed) == (1, 1, 1)
    assert not short.path.exists()
    assert set(second.changes()) == {Change("came", "x"), Change("gone", "b"), Change("changed", "c")}
    third = walk(run, moved, out, filters={"keyword": ["k"]}).value
    assert (third.is_complete, third.came) == (True, None), "another part of the catalogue is not compared"
    assert not (tmp_path / "all.jsonl.changes.jsonl").exists()


@both
def test_a_product_is_gone_once_a_walk_that_got_all_or_two_that_did_not_lack_it(run: Any, tmp_path: Path) -> None:
    out = tmp_path / "all.csv"

    def walked(*named: str, stated: int) -> tuple[int | None, int | None, set[Change]]:
        done = walk(run, Catalog(list(named), found=stated), out, least=0.5).value
        assert done.is_complete
        return done.gone, done.unseen, set(done.changes())

    assert walked("a", "b", "c", "d", stated=5) == (None, None, set())
    assert walked("a", "b", stated=4) == (0, 2, set())
    assert walked("a", "c", "e", stated=4) == (1, 1, {Change("gone", "d"), Change("came", "e")}), "c was never gone"
    assert walked("a", "b", "c", "e", stated=4) == (0, 0, set()), "nor was b"
    assert walked("a", "e", stated=2) == (2, 0, {Change("gone", "b"), Change("gone", "c")})
    assert walked("a", stated=2) == (0, 1, set())
    other = walk(run, Catalog(["a"], found=2), out, filters={"keyword": ["k"]}, least=0.5).value
    assert (other.since, other.unseen) == (None, None), "what another walk did not see is no matter here"
    assert walk(run, Catalog(["b"], found=2), out, filters={"keyword": ["k"]}, least=0.5).value.unseen == 1


def test_without_a_stated_number_the_last_complete_walk_tells_how_many_there_are(tmp_path: Path) -> None:
    out = tmp_path / "all.csv"
    assert walk(blocking, Catalog(["a", "b"], ["c"], found=0), out).value.is_complete
    fewer = walk(blocking, Catalog(["a", "b"], found=0), out).value
    assert (fewer.is_complete, fewer.gone, skus(out)) == (False, None, ["a", "b", "c"])
    accepted = walk(blocking, Catalog(["a", "b"], found=0), out, least=0.5).value
    assert (accepted.is_complete, accepted.gone, skus(out)) == (True, 1, ["a", "b"])


def test_a_walk_that_was_stopped_at_its_very_end_is_finished_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from xi.sdk.resellers.catalog_walk._index import Index
    from xi.sdk.resellers.catalog_walk._store import Store

    out, moved = tmp_path / "all.csv", {Change("came", "c"), Change("gone", "a")}
    walk(blocking, Catalog(["a", "b"]), out)
    complete, clean_up = Index.complete, Store._clean_up

    def die(*_: Any, **__: Any) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(Index, "complete", die)
    assert isinstance(walk(blocking, Catalog(["b", "c"]), out).error, OSError)
    monkeypatch.setattr(Index, "complete", complete)
    monkeypatch.setattr(Store, "_clean_up", die)
    assert isinstance(walk(blocking, Catalog(["x"]), out).error, OSError)
    monkeypatch.setattr(Store, "_clean_up", clean_up)
    finished = walk(blocking, Catalog(["x"]), out)
    assert (finished.asked, skus(out)) == ([], ["b", "c"])
    assert (finished.value.is_complete, finished.value.path) == (True, out)
    assert (finished.value.came, finished.value.gone, set(finished.value.changes())) == (1, 1, moved)
    assert set(walk(blocking, Catalog(["c"]), out).value.changes()) == {Change("gone", "b")}
