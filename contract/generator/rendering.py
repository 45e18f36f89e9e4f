"""Fills the templates: from the contract to the text of every generated file."""

from __future__ import annotations

import json
import re
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2

from generator.document import write_yaml
from generator.reader import read_contract

if TYPE_CHECKING:
    from generator.contract import Contract, Operation, Parameter
    from generator.document import Document

MARK = "Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`."
"""The text that marks each generated file."""
PACKAGE = Path("xi/sdk/resellers")
BUNDLE = Path("contract/openapi.yaml")
VECTORS_CONTRACT = Path("contract/vectors/contract.json")
"""The same as JSON, so that the runner of another language needs no reader of YAML."""
_WIDTH = 120
_FILLED = {
    "IM-CustomerNumber": "self.account.customer_number",
    "IM-CountryCode": "self.account.country_code",
    "IM-CorrelationID": "im_correlation_id or new_correlation_id()",
}
"""The arguments that a bound call always fills in."""
_FIELDS = {
    "IM-SenderID": "sender_id",
    "IM-ApplicationID": "application_id",
    "IM-ApplicationId": "application_id",
    "IM-CustomerContact": "customer_contact",
}
"""The arguments that a bound call fills in from a field that an account may have."""


def render(document: Document) -> dict[Path, str]:
    """Return all generated files before formatting, by path from the root of the project.

    Raises:
        ContractError: the contract has something without a rule, or two files would have the same name.
    """
    contract = read_contract(document)
    environment = _environment(contract)
    bundled = document.bundled()
    files: dict[Path, str] = {
        BUNDLE: f"# {MARK}\n{write_yaml(bundled)}",
        VECTORS_CONTRACT: json.dumps({"$comment": MARK, **bundled}, indent=1, ensure_ascii=False),
    }

    def fill(path: Path, template: str, **values: object) -> None:
        if path in files:
            raise document.common.fault(f"two files would be {path}")
        files[path] = environment.get_template(template).render(contract=contract, **values)

    fill(PACKAGE / "__init__.py", "package.py.j2")
    fill(PACKAGE / "models" / "__init__.py", "models.py.j2")
    fill(PACKAGE / "_core" / "operations" / "__init__.py", "families.py.j2")
    for model in contract.models:
        fill(PACKAGE / "models" / f"{model.module}.py", "model.py.j2", model=model)
        fill(Path("docs/models") / f"{model.name}.md", "model.md.j2", model=model)
    for folder, aio in (("api", False), ("aio", True)):
        fill(PACKAGE / folder / "__init__.py", "apis.py.j2", aio=aio)
        for api in contract.apis:
            fill(PACKAGE / folder / f"{api.module}.py", "api.py.j2", api=api, aio=aio)
            if api.is_bound:
                fill(PACKAGE / folder / f"bound_{api.module}.py", "bound.py.j2", api=api, aio=aio)
    for api in contract.apis:
        fill(PACKAGE / "_core" / "operations" / f"{api.family}.py", "operations.py.j2", api=api)
        fill(Path("docs") / f"{api.name}.md", "api.md.j2", api=api)
    return files


def _environment(contract: Contract) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - Python and Markdown, not HTML
    )
    named = re.compile(rf"\b({'|'.join(model.name for model in contract.models)})\b")

    def from_models(annotation: str) -> str:
        return named.sub(r"models.\1", annotation)

    filters: dict[str, Any] = {
        "docstring": docstring,
        "hanging": hanging,
        "cell": cell,
        "unlink": unlink,
        "from_models": from_models,
    }
    environment.filters.update(filters)
    constants: dict[str, Any] = {
        "MARK": MARK,
        "FILLED": _FILLED,
        "bound_value": bound_value,
        "is_replaceable": is_replaceable,
        "bound_arguments": bound_arguments,
    }
    environment.globals.update(constants)
    return environment


def is_replaceable(parameter: Parameter) -> bool:
    """Return whether a bound call takes an argument that replaces a field of the account."""
    # The sender ID has always been that of the account, where the server can do without it.
    return parameter.wire in _FIELDS and (parameter.required or parameter.wire != "IM-SenderID")


def bound_arguments(operation: Operation) -> list[Parameter]:
    """Return the arguments that a bound call takes, apart from the correlation ID."""
    return [
        each
        for each in operation.parameters
        if is_replaceable(each) or (each.wire not in _FILLED and each.wire not in _FIELDS)
    ]


def bound_value(parameter: Parameter) -> str:
    """Return the expression for an argument in a bound call."""
    field = _FIELDS.get(parameter.wire)
    if field is None:
        return _FILLED.get(parameter.wire, parameter.name)
    if not is_replaceable(parameter):
        return f"self.account.{field}"
    if parameter.required:
        return f"self.account.header({field!r}, {parameter.name!r}, {parameter.name})"
    return f"self.account.{field} if {parameter.name} is None else {parameter.name}"


def docstring(text: str, indent: int, *, closed: bool = True) -> str:
    """Wrap a text as a docstring with an indent: its first sentence, then the rest."""
    head, stop, rest = text.partition(". ")
    first = f"{head}." if stop else head
    room = _WIDTH - indent
    opening = ('r"""' if "\\" in text else '"""') + first
    if closed and not rest and len(opening) + 3 <= room:
        return " " * indent + opening + '"""'
    lines = textwrap.wrap(opening, room, break_on_hyphens=False)
    if rest:
        lines += ["", *textwrap.wrap(rest, room, break_on_hyphens=False)]
    if closed:
        lines.append('"""')
    return textwrap.indent("\n".join(lines), " " * indent)


def hanging(text: str, indent: int) -> str:
    """Wrap the name and text of an argument for a docstring; further lines are indented more."""
    first, rest = " " * indent, " " * (indent + 4)
    return textwrap.fill(text, _WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)


def cell(text: str) -> str:
    """Escape a text for a cell of a Markdown table."""
    return text.replace("|", "\\|")


def unlink(text: str) -> str:
    """Replace Markdown links by their texts."""
    return re.sub(r"\[(\w+)\]\([^)]*\)", r"\1", text)
