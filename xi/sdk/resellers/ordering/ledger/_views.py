"""The views for people and their tools (psql, BI): orders, lines, events, batches. Their names and columns stay.

A later version only adds columns, at the end. Times are ISO 8601 in UTC on SQLite, and timestamptz on PostgreSQL.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import event

if TYPE_CHECKING:
    from sqlalchemy import Connection, MetaData

VIEWS: Final = ("orders", "lines", "events", "batches")
_STATES: Final = (
    "planned",
    "sending",
    "doubt",
    "accepted",
    "placed",
    "partly",
    "empty",
    "rejected",
    "abandoned",
    "not_placed",
    "held",
)
"""The states, each of which has a column in `batches`. A new one comes with a new version of the tables."""


def attach_views(metadata: MetaData, prefix: str, schema: str | None) -> None:
    """Let the views be made after the tables, and dropped before them.

    Args:
        metadata: the tables.
        prefix: what each name begins with.
        schema: the schema of PostgreSQL; None for the connection's own.
    """

    def make(_target: MetaData, connection: Connection, **_options: Any) -> None:
        drop_views(connection, prefix, schema)
        make_views(connection, prefix, schema)

    def drop(_target: MetaData, connection: Connection, **_options: Any) -> None:
        drop_views(connection, prefix, schema)

    event.listen(metadata, "after_create", make)
    event.listen(metadata, "before_drop", drop)


def make_views(connection: Connection, prefix: str, schema: str | None) -> None:
    """Make the views.

    Args:
        connection: a transaction that writes.
        prefix: what each name begins with.
        schema: the schema of PostgreSQL; None for the connection's own.
    """
    before = _before(prefix, schema)
    is_sqlite = connection.dialect.name == "sqlite"
    for name in VIEWS:
        query = _SQLITE[name] if is_sqlite else _POSTGRESQL[name]
        connection.exec_driver_sql(f"CREATE VIEW {before}{name} AS " + query.replace("@", before))


def drop_views(connection: Connection, prefix: str, schema: str | None) -> None:
    """Drop the views that are there.

    Args:
        connection: a transaction that writes.
        prefix: what each name begins with.
        schema: the schema of PostgreSQL; None for the connection's own.
    """
    for name in VIEWS:
        connection.exec_driver_sql(f"DROP VIEW IF EXISTS {_before(prefix, schema)}{name}")


def _before(prefix: str, schema: str | None) -> str:
    return f"{schema}.{prefix}" if schema else prefix


def _orders(time: str, numbers: str, ref: str) -> str:
    columns = (
        *_columns("e", "key customer country po generation kind state reason doubled adopted"),
        f"{numbers} AS order_numbers",
        *_columns("e", "confirmation sends total currency shipping batch source_file source_lines"),
        f"{ref} AS ref",
        *_columns("e", "marker reuse correlation_id says fingerprint"),
        *_times(time, planned_at="e.planned_at", first_sent="e.first_send", doubt_since="e.doubt_since"),
        *_times(time, held_at="e.held_at", settled_at="e.settled_at", next_at="e.due"),
    )
    return f"SELECT {', '.join(columns)} FROM @entries e"  # noqa: S608 - names of our own


def _events(time: str) -> str:
    columns = (
        "n.id",
        *_columns("e", "key customer country po"),
        *_times(time, at="n.at"),
        *_columns("n", "kind state reason by because status correlation_id says"),
    )
    return f"SELECT {', '.join(columns)} FROM @notes n JOIN @entries e ON e.id = n.entry_id"  # noqa: S608 - the same


def _batches(time: str) -> str:
    columns = (
        *_columns("e", "batch customer country"),
        "min(e.source_file) AS source_file",
        "count(*) AS orders",
        *(f"count(*) FILTER (WHERE e.state = '{state}') AS {state}" for state in _STATES),
        *_times(time, first_planned="min(e.planned_at)", last_settled="max(e.settled_at)"),
    )
    groups = "WHERE e.batch IS NOT NULL GROUP BY e.batch, e.customer, e.country"
    return f"SELECT {', '.join(columns)} FROM @entries e {groups}"  # noqa: S608 - the same


def _columns(table: str, names: str) -> list[str]:
    return [f'{table}."{name}"' for name in names.split()]


def _times(time: str, **columns: str) -> list[str]:
    return [f'{time.format(column)} AS "{name}"' for name, column in columns.items()]


_LINE: Final = 'SELECT e.key AS "key", e.customer, e.country, e.po, e.state, '
_SQLITE_TIME: Final = "strftime('%Y-%m-%dT%H:%M:%fZ', {}, 'unixepoch')"
_SQLITE: Final = {
    "orders": _orders(_SQLITE_TIME, "(SELECT group_concat(j.value, ' ') FROM json_each(e.numbers) j)", "e.ref"),
    # Older versions of SQLite read no JSON from bytes.
    "lines": (
        f"{_LINE} l.key + 1 AS position, json_extract(l.value, '$.customerLineNumber') AS line, "
        "json_extract(l.value, '$.ingramPartNumber') AS part, "
        "json_extract(l.value, '$.vendorPartNumber') AS vendor_part, "
        "CAST(json_extract(l.value, '$.quantity') AS INTEGER) AS quantity "
        "FROM @entries e, json_each(CAST(e.body AS TEXT), '$.lines') l WHERE l.type = 'object'"
    ),
    "events": _events(_SQLITE_TIME),
    "batches": _batches(_SQLITE_TIME),
}
_POSTGRESQL_TIME: Final = "to_timestamp({})"
# PostgreSQL refuses to read JSON with a zero character in it, and one such order would make the whole view unreadable.
_LINES_OF_BODY: Final = r"replace(convert_from(e.body, 'UTF8'), '\u0000', '\u0020')::json -> 'lines'"
_POSTGRESQL: Final = {
    "orders": _orders(
        _POSTGRESQL_TIME,
        "(SELECT string_agg(j.value, ' ' ORDER BY j.position) "
        "FROM json_array_elements_text(e.numbers::json) WITH ORDINALITY j(value, position))",
        "e.ref::json",
    ),
    "lines": (
        f"{_LINE} l.position, l.value ->> 'customerLineNumber' AS line, l.value ->> 'ingramPartNumber' AS part, "
        "l.value ->> 'vendorPartNumber' AS vendor_part, (l.value ->> 'quantity')::numeric::bigint AS quantity "
        f"FROM @entries e CROSS JOIN LATERAL json_array_elements(CASE WHEN json_typeof({_LINES_OF_BODY}) = 'array' "
        f"THEN {_LINES_OF_BODY} END) WITH ORDINALITY l(value, position)"
    ),
    "events": _events(_POSTGRESQL_TIME),
    "batches": _batches(_POSTGRESQL_TIME),
}
