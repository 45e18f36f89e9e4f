"""Find the SKU for a maker's part number, a bar code (UPC) or the reseller's own part number. Nothing is guessed.

    from xi.sdk.resellers import ApiClient, Configuration, ProductCatalogApi, part_numbers

    with ApiClient(Configuration.from_env()) as client:
        found = part_numbers.resolve(ProductCatalogApi(client).bound(), ["WD-1000", "WD-2000"])
        print(found["WD-1000"].sku, found["WD-2000"].says)

With a bound API of `xi.sdk.resellers.aio`, `resolve` is awaited. docs/part-numbers.md tells what is asked for what.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any, Final, overload

from xi.sdk.resellers import aio, api, models
from xi.sdk.resellers._arguments import check_called, check_texts
from xi.sdk.resellers._core.pages import Ending
from xi.sdk.resellers._steps import Flow, Give, gathered, is_awaited, only, only_awaited
from xi.sdk.resellers.exceptions import ApiException
from xi.sdk.resellers.paging._families import PRODUCTS
from xi.sdk.resellers.paging._flow import beginning_of, check_api, pages_of
from xi.sdk.resellers.prices import Outcome, Part, Price
from xi.sdk.resellers.prices._asked import Asked, Options, asked_of, request_of
from xi.sdk.resellers.prices._flow import prices_of

_TOGETHER: Final = 20
"""The makers' numbers in one search."""
_REFUSED: Final = (401, 403)
_HOPELESS: Final = 5
"""After so many failed searches in a row the others are not sent."""
_NAMES: Final = {
    "sku": ("ingram_part_number",),
    "vendor_part_number": ("vendor_part_number", "extended_vendor_part_number"),
    "customer_part_number": ("customer_part_number",),
    "upc": ("upc",),
}
"""Where price and availability has the number of each kind."""
_FROM_PRICE: Final = (
    "the catalogue does not list it; price and availability name one product, whether or not there are others"
)
# A search for a few products ends when as many came as are stated, which saves the call for the page after the last.
_SEARCH: Final = replace(PRODUCTS, ending=Ending(bad_request_ends=True))


class Found(Enum):
    """What came of looking for a part."""

    ONE = "one"
    """Exactly one SKU has this number."""
    SEVERAL = "several"
    """Several SKUs have it, such as those of other regions or packs. A person, or a rule of yours, has to choose."""
    NONE = "none"
    """No SKU has it."""
    FAILED = "failed"
    """Nothing is known: a call failed, or no answer says all about it; see `Resolved.error` and `Resolved.says`."""


@dataclass(frozen=True, slots=True)
class Product:
    """A product that has the number that was looked for.

    Args:
        sku: Ingram Micro's part number.
        vendor_part_number: the maker's part number.
        vendor_name: the maker.
        upc: the bar code.
        description: what it is.
    """

    sku: str
    vendor_part_number: str | None = None
    vendor_name: str | None = None
    upc: str | None = None
    description: str | None = None


@dataclass(frozen=True, slots=True)
class Resolved:
    """What came of looking for a part.

    Args:
        asked: the part as it was given.
        found: what came of it.
        products: the products that have the number, in the order of their SKUs.
        says: what a person should know about it.
        error: why the call failed.
    """

    asked: str | Part
    found: Found
    products: tuple[Product, ...] = ()
    says: str | None = None
    error: ApiException | None = None

    @property
    def sku(self) -> str | None:
        """The SKU, if there is exactly one."""
        return self.products[0].sku if self.found is Found.ONE else None


@overload
def resolve(
    api: api.BoundProductCatalogApi,
    parts: Iterable[str | Part],
    *,
    vendor: Sequence[str] = ...,
    on_progress: Callable[[int, int], object] | None = ...,
) -> dict[str | Part, Resolved]: ...
@overload
def resolve(
    api: aio.BoundProductCatalogApi,
    parts: Iterable[str | Part],
    *,
    vendor: Sequence[str] = ...,
    on_progress: Callable[[int, int], object] | None = ...,
) -> Coroutine[Any, Any, dict[str | Part, Resolved]]: ...
def resolve(
    api: api.BoundProductCatalogApi | aio.BoundProductCatalogApi,
    parts: Iterable[str | Part],
    *,
    vendor: Sequence[str] = (),
    on_progress: Callable[[int, int], object] | None = None,
) -> dict[str | Part, Resolved] | Coroutine[Any, Any, dict[str | Part, Resolved]]:
    """Return the products for each number, by the number as it was given.

    A product counts only if its number is the one that was asked for, letter by letter.

    Args:
        api: the API of the catalogue, bound to an account. With the asynchronous one the result is awaited.
        parts: makers' part numbers as text, and `Part`s for numbers of other kinds.
        vendor: names of makers; products of others are not looked at. They narrow the search for makers' numbers.
        on_progress: called from time to time, with the number of parts that are done and the number of all.

    Raises:
        ApiTypeError: the API is another one, or a part has the wrong type; nothing was sent.
        ApiValueError: a part is blank; nothing was sent.
    """
    check_api(PRODUCTS, api)
    check_texts("vendor", vendor, "a list of names")
    check_called("on_progress", on_progress)
    search = _Search(api, list(vendor), on_progress, asked_of(parts, "vendor_part_number"))
    return only_awaited(search.run()) if is_awaited(api) else only(search.run())


@dataclass(frozen=True, slots=True)
class _Hits:
    """What a search found.

    Args:
        products: the products.
        cut: why they are not all; None if they are.
        is_alone: whether one number was searched for.
    """

    products: Sequence[Product]
    cut: str | None
    is_alone: bool


@dataclass(slots=True)
class _Search:
    """Looks for parts: what the catalogue can be searched for there, the rest by price and availability.

    Args:
        api: the bound API.
        vendor: names of makers.
        progress: is told how far it is.
        asked: the parts.
    """

    api: object
    vendor: list[str]
    progress: Callable[[int, int], object] | None
    asked: list[Asked]
    _done: dict[str | Part, Resolved] = field(default_factory=dict["str | Part", Resolved])
    _failures: int = 0
    _hopeless: ApiException | None = None

    def run(self) -> Flow[None]:
        """Give a dict with what came of each part."""
        numbers = [each for each in self.asked if each.kind == "vendor_part_number"]
        for start in range(0, len(numbers), _TOGETHER):
            yield from self._by_number(numbers[start : start + _TOGETHER])
        alone = [each for each in numbers if not self._is_done(each)]
        for each in alone if len(numbers) > 1 else []:
            # The server may have read the list of numbers in another way than as "any of these".
            yield from self._by_number([each])
        for each in self.asked:
            if each.kind == "upc":
                yield from self._by_upc(each)
        yield from self._by_price([each for each in self.asked if not self._is_done(each)])
        yield Give(
            {given: replace(self._done[each.given[0]], asked=given) for each in self.asked for given in each.given}
        )

    def _is_done(self, asked: Asked) -> bool:
        return asked.given[0] in self._done

    def _note(self, asked: Asked, found: Found, products: Iterable[Product] = (), **more: Any) -> None:
        ordered = tuple(sorted({each.sku: each for each in products}.values(), key=lambda each: each.sku))
        self._done[asked.given[0]] = Resolved(asked.given[0], found, ordered, **more)
        if self.progress is not None:
            self.progress(len(self._done), len(self.asked))

    def _note_products(self, asked: Asked, products: Sequence[Product], says: str | None = None) -> None:
        """Note the products that have a number: one, or several of which none is chosen."""
        skus = sorted({each.sku for each in products})
        if len(skus) == 1:
            self._note(asked, Found.ONE, products, says=says)
        elif skus:
            self._note(asked, Found.SEVERAL, products, says=f"{asked.value} is the number of {', '.join(skus)}")

    def _by_number(self, group: Sequence[Asked]) -> Flow[None]:
        found = yield from self._hits(group, vendor_part_number=[each.value for each in group])
        for each in group:
            self._note_hits(each, found, [hit for hit in found.products if hit.vendor_part_number == each.value])

    def _by_upc(self, asked: Asked) -> Flow[None]:
        """Search for a bar code as a word; words match much else, so only products that have it count."""
        found = yield from self._hits([asked], keyword=[asked.value])
        self._note_hits(asked, found, [hit for hit in found.products if hit.upc == asked.value])

    def _note_hits(self, asked: Asked, found: _Hits, hits: Sequence[Product]) -> None:
        """Note the products of a search that have a number, if all it found came: others may have it too."""
        if found.cut is None or len({each.sku for each in hits}) > 1:
            self._note_products(asked, hits)
        elif found.is_alone:
            self._note(asked, Found.FAILED, hits, says=found.cut)

    def _hits(self, group: Sequence[Asked], **wanted: list[str]) -> Flow[_Hits]:
        """Return what a search found; if it fails, that is noted for each part of the group."""
        is_alone = len(group) == 1
        arguments: dict[str, Any] = {**wanted, **({"vendor": self.vendor} if self.vendor else {})}
        try:
            if self._hopeless is not None:
                raise self._hopeless
            position = beginning_of(_SEARCH)
            asked = pages_of(_SEARCH, self.api, arguments, size=100, prefetch=False, position=position)
            pages = yield from gathered(asked)
        except ApiException as error:
            self._failures += 1
            if error.status in _REFUSED or self._failures >= _HOPELESS:
                self._hopeless = error
            for each in group:
                self._note(each, Found.FAILED, says=str(error), error=error)
            return _Hits([], None, is_alone=is_alone)
        self._failures = 0
        found = [_product(each) for page in pages for each in page]
        cut = f"the search ended after {position.seen} of {position.stated} products" if position.is_short else None
        return _Hits([each for each in found if each is not None], cut, is_alone=is_alone)

    def _by_price(self, left: list[Asked]) -> Flow[None]:
        """Ask for the price of what is left, which finds a product by each kind of number.

        The answer names one product, even if several have the number; so the catalogue is asked first.
        """
        if self.vendor:
            for each in left:
                if each.kind == "vendor_part_number":
                    self._note(each, Found.NONE, says=f"no product of {', '.join(self.vendor)} has it")
            left = [each for each in left if not self._is_done(each)]
        if not left:
            return
        by_given = {each.given[0]: each for each in left}
        once = [replace(each, given=each.given[:1]) for each in left]
        prices: list[Price] = yield from gathered(prices_of(self.api, once, request_of(Options()), None))
        for price in prices:
            self._note_price(by_given[price.asked], price)

    def _note_price(self, asked: Asked, price: Price) -> None:
        wrong = next(filter(None, (self._why_not(asked, each) for each in price.products)), None)
        products = [each for each in map(_product, price.products) if each is not None]
        match price.outcome:
            case Outcome.FAILED | Outcome.NOT_SAID:
                self._note(asked, Found.FAILED, says=price.message, error=price.error)
            case Outcome.NOT_FOUND:
                self._note(asked, Found.NONE, says=price.message)
            case _ if wrong is not None:
                self._note(asked, Found.NONE, says=wrong)
            case _ if products:
                says = None if asked.kind in ("sku", "customer_part_number") else _FROM_PRICE
                self._note_products(asked, products, says)
            case _:
                self._note(asked, Found.NONE, says=price.message or "the answer has no SKU")

    def _why_not(self, asked: Asked, found: models.PriceAndAvailabilityResponseInner) -> str | None:
        """Return why a product that price and availability names is not the one that was asked for; None if it is."""
        names = [name for each in _NAMES[asked.kind] if (name := _text(getattr(found, each)))]
        if names and asked.value not in names:
            return f"price and availability has {', '.join(names)}, which is not letter by letter {asked.value}"
        maker = _text(found.vendor_name)
        if self.vendor and maker and maker.casefold() not in map(str.casefold, self.vendor):
            return f"no product of {', '.join(self.vendor)} has it, but one of {maker}"
        return None


def _product(
    found: models.ProductSearchResponseCatalogInner | models.PriceAndAvailabilityResponseInner,
) -> Product | None:
    """Return a product of an answer; None if it has no SKU. The bar code has another name in each of the two."""
    sku = _text(found.ingram_part_number)
    upc = _text(getattr(found, "upc_code", None)) or _text(getattr(found, "upc", None))
    if sku is None:
        return None
    return Product(sku, _text(found.vendor_part_number), _text(found.vendor_name), upc, _text(found.description))


def _text(value: str | None) -> str | None:
    return value.strip() or None if value else None
