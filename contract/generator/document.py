"""The files of the contract as one document, in which every value knows its place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

import yaml

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping
    from pathlib import Path

    from typing_extensions import TypeIs

Json = dict[str, Any]


def is_object(value: object) -> TypeIs[Json]:
    """Return whether a value is one of named members."""
    return isinstance(value, dict)


def is_list(value: object) -> TypeIs[list[Any]]:
    """Return whether a value is a list."""
    return isinstance(value, list)


COMMON = "common.yaml"
"""The file that says what all families share; only it may hold the first four members below."""
_ONCE = ("openapi", "info", "servers", "security")
_MERGED = ("paths", "webhooks")
_METHODS = ("get", "put", "post", "delete", "patch")


class ContractError(Exception):
    """The contract says something that the generator has no rule for, or lacks something.

    Args:
        place: file and JSON pointer, such as `orders.yaml#/paths/~1orders/get/responses/200`.
        why: what is wrong there.
    """

    def __init__(self, place: str, why: str) -> None:
        super().__init__(f"{place}: {why}")
        self.place = place
        self.why = why


@dataclass(frozen=True)
class Node:
    """A value of the contract with its place."""

    value: Any
    file: str
    pointer: str
    document: Document

    @property
    def place(self) -> str:
        """File and JSON pointer."""
        return f"{self.file}#{self.pointer}"

    @property
    def key(self) -> str:
        """The last step to it."""
        return self.pointer.rsplit("/", 1)[-1].replace("~1", "/").replace("~0", "~")

    def fault(self, why: str) -> ContractError:
        """Return the error that says what is wrong here."""
        return ContractError(self.place, why)

    def __contains__(self, key: str) -> bool:
        return key in self._mapping

    def __getitem__(self, key: str) -> Node:
        """Return a member; without it the contract is wrong."""
        found = self.get(key)
        if found is None:
            raise self.fault(f"{key} is missing")
        return found

    def get(self, key: str) -> Node | None:
        """Return a member, or None."""
        return self._step(key, self._mapping[key]) if key in self._mapping else None

    def members(self) -> Iterator[tuple[str, Node]]:
        """Every member with its name."""
        for key, value in self._mapping.items():
            if not isinstance(cast("object", key), str):
                raise self.fault(f"{key!r} is no text: write it in quotes")
            yield key, self._step(key, value)

    def entries(self) -> Iterator[Node]:
        """Every entry of a list."""
        if not is_list(self.value):
            raise self.fault("should be a list")
        for index, value in enumerate(self.value):
            yield self._step(str(index), value)

    def text(self, key: str) -> str:
        """Return a member that is a text."""
        found = self[key]
        if not isinstance(found.value, str) or not found.value.strip():
            raise found.fault("should be a text")
        return found.value

    def only(self, *known: str) -> None:
        """Refuse members that there is no rule for.

        Args:
            known: the names that have one.
        """
        for key, member in self.members():
            if key not in known:
                raise member.fault(f"no rule for {key!r} here; there is one for {', '.join(known)}")

    def followed(self) -> Node:
        """Return what a reference points at, or the value itself."""
        reference = self.value.get("$ref") if is_object(self.value) else None
        return self if reference is None else self.document.at(self, str(reference))

    @property
    def _mapping(self) -> Json:
        if not is_object(self.value):
            raise self.fault("should be an object")
        return self.value

    def _step(self, key: str, value: Any) -> Node:
        return Node(value, self.file, f"{self.pointer}/{key.replace('~', '~0').replace('/', '~1')}", self.document)


class Document:
    """All files of the contract.

    Args:
        files: the content of each, by its name; one of them is `common.yaml`.
    """

    def __init__(self, files: Mapping[str, Any]) -> None:
        if COMMON not in files:
            raise ContractError(COMMON, "is missing")
        self.roots = {name: Node(files[name], name, "", self) for name in (COMMON, *sorted(files.keys() - {COMMON}))}
        for name, root in self.roots.items():
            root.only(*(_ONCE if name == COMMON else ()), "tags", *_MERGED, "components")

    @property
    def common(self) -> Node:
        """The file that says what all families share."""
        return self.roots[COMMON]

    def at(self, node: Node, reference: str) -> Node:
        """Return what a reference in a node points at."""
        file, _, pointer = reference.partition("#")
        found = self.roots.get(file or node.file)
        if found is None:
            raise node.fault(f"$ref names a file that is not there: {file}")
        for step in pointer.split("/")[1:]:
            key = step.replace("~1", "/").replace("~0", "~")
            following = found.get(key)
            if following is None:
                raise node.fault(f"$ref points at nothing: {reference}")
            found = following
        return found

    def tags(self) -> Iterator[Node]:
        """Every tag, a family each."""
        for root in self.roots.values():
            tags = root.get("tags")
            yield from tags.entries() if tags else ()

    def operations(self) -> Iterator[tuple[str, str, Node]]:
        """Every operation with its path and method."""
        for path, item in self._merged("paths"):
            item.only(*_METHODS)
            for method, operation in item.members():
                yield path, method.upper(), operation

    def webhooks(self) -> Iterator[Node]:
        """Every event that is sent to a reseller."""
        for _, item in self._merged("webhooks"):
            item.only("post")
            yield item["post"]

    @cached_property
    def schemas(self) -> dict[str, Node]:
        """Every named schema, and the titled ones that stand inside a webhook."""
        found = dict(self._components("schemas"))
        for webhook in self.webhooks():
            schema = webhook["requestBody"]["content"]["application/json"]["schema"]
            schema = schema.get("items") or schema
            if "title" in schema:
                if schema.text("title") in found:
                    raise schema.fault(f"there is a schema {schema.text('title')} already")
                found[schema.text("title")] = schema
        return found

    def bundled(self) -> Json:
        """Return everything as one OpenAPI document.

        Raises:
            ContractError: a name or an operation is there twice.
        """
        found: Json = {name: self.common[name].value for name in _ONCE}
        found["tags"] = [tag.value for tag in self.tags()]
        for section in _MERGED:
            found[section] = {}
            for name, item in self._merged(section):
                known = found[section].setdefault(name, {})
                for method, operation in item.members():
                    if method in known:
                        raise operation.fault("is there twice")
                    known[method] = operation.value
        kinds = dict.fromkeys(kind for root in self.roots.values() for kind, _ in self._kinds(root))
        found["components"] = {
            kind: {name: component.value for name, component in self._components(kind)} for kind in kinds
        }
        return cast("Json", _within(found))

    def _merged(self, section: str) -> Iterator[tuple[str, Node]]:
        for root in self.roots.values():
            items = root.get(section)
            yield from items.members() if items else ()

    def _components(self, kind: str) -> Iterator[tuple[str, Node]]:
        seen: set[str] = set()
        for root in self.roots.values():
            for name, component in dict(self._kinds(root)).get(kind, Node({}, root.file, "", self)).members():
                if name in seen:
                    raise component.fault("another file has one of this name")
                seen.add(name)
                yield name, component

    @staticmethod
    def _kinds(root: Node) -> Iterator[tuple[str, Node]]:
        components = root.get("components")
        yield from components.members() if components else ()


def _within(value: Any) -> Any:
    """Return a value with every reference to another file made one within the document."""
    if is_object(value):
        return {key: f"#{each.partition('#')[2]}" if key == "$ref" else _within(each) for key, each in value.items()}
    return [_within(each) for each in value] if is_list(value) else value


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc] # pyright: ignore[reportUntypedBaseClass] - whichever is there
    """Refuses a key that is given twice, where YAML takes the last."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[Any] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise ContractError(f"line {key.start_mark.line + 1}", f"{key.value!r} is there twice")
            seen.add(key.value)
        return cast("dict[Hashable, Any]", cast("Any", super()).construct_mapping(node, deep))


def read_yaml(text: str) -> Any:
    """Return what a YAML text says.

    Raises:
        ContractError: a key is there twice.
    """
    return yaml.load(text, _Loader)  # noqa: S506 - a safe loader


class _Dumper(yaml.SafeDumper):
    """Writes each value where it stands, and a reference in one line."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - as yaml calls it
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002 - as yaml calls it
        super().increase_indent(flow, False)


def _mapping(dumper: yaml.SafeDumper, members: Json) -> yaml.MappingNode:
    return dumper.represent_mapping("tag:yaml.org,2002:map", members.items(), flow_style=[*members] == ["$ref"])


_Dumper.add_representer(dict, _mapping)


def write_yaml(value: Json) -> str:
    """Return a document as YAML."""
    return yaml.dump(value, Dumper=_Dumper, sort_keys=False, width=120, allow_unicode=True)


def load(folder: Path) -> Document:
    """Read the files of the contract.

    Args:
        folder: holds them.

    Raises:
        ContractError: one of them has what no file may have.
    """
    files: dict[str, Any] = {}
    for path in sorted(folder.glob("*.yaml")):
        try:
            files[path.name] = read_yaml(path.read_text("utf-8"))
        except ContractError as error:
            raise ContractError(f"{path.name}, {error.place}", error.why) from None
        except yaml.MarkedYAMLError as error:
            line = f", line {error.problem_mark.line + 1}" if error.problem_mark else ""
            raise ContractError(f"{path.name}{line}", f"is no YAML: {error.problem}") from None
    return Document(files)
