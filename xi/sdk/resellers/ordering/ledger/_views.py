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
    times = ", ".join(
        f"{time.format(f'e.{column}')} AS {name}"
        for column, name in (
            ("planned_at", "planned_at"),
            ("first_send", "first_sent"),
            ("doubt_since", "doubt_since"),
            ("held_at", "held_at"),
            ("settled_at", "settled_at"),
            ("due", "next_at"),
        )
    )
    return (
        'SELECT e.key AS "key", e.customer, e.country, e.po, e.generation, e.kind, e.state, e.reason, e.doubled, e.adopted, '
        f"{numbers} AS order_numbers, e.confirmation, e.sends, e.total, e.currency, e.shipping, e.batch, e.source_file, "
        f"e.source_lines, {ref} AS ref, e.marker, e.reuse, e.correlation_id, e.says, e.fingerprint, {times} FROM @entries e"
    )


def _events(time: str) -> str:
    return (
        f'SELECT n.id, e.key AS "key", e.customer, e.country, e.po, {time.format("n.at")} AS "at", n.kind, n.state, n.reason, '
        'n."by", n.because, n.status, n.correlation_id, n.says FROM @notes n JOIN @entries e ON e.id = n.entry_id'
    )


def _batches(time: str) -> str:
    counts = ", ".join(f"count(*) FILTER (WHERE e.state = '{state}') AS {state}" for state in _STATES)
    return (
        f"SELECT e.batch, e.customer, e.country, min(e.source_file) AS source_file, count(*) AS orders, {counts}, "
        f"{time.format('min(e.planned_at)')} AS first_planned, {time.format('max(e.settled_at)')} AS last_settled "
        "FROM @entries e WHERE e.batch IS NOT NULL GROUP BY e.batch, e.customer, e.country"
    )


_LINE: Final = 'SELECT e.key AS "key", e.customer, e.country, e.po, e.state, '
_SQLITE_TIME: Final = "strftime('%Y-%m-%dT%H:%M:%fZ', {}, 'unixepoch')"
_SQLITE: Final = {
    "orders": _orders(_SQLITE_TIME, "(SELECT group_concat(j.value, ' ') FROM json_each(e.numbers) j)", "e.ref"),
    # Older versions of SQLite read no JSON from bytes.
    "lines": (
        f"{_LINE} l.key + 1 AS position, json_extract(l.value, '$.customerLineNumber') AS line, "
        "json_extract(l.value, '$.ingramPartNumber') AS part, json_extract(l.value, '$.vendorPartNumber') AS vendor_part, "
        "CAST(json_extract(l.value, '$.quantity') AS INTEGER) AS quantity "
        "FROM @entries e, json_each(CAST(e.body AS TEXT), '$.lines') l"
    ),
    "events": _events(_SQLITE_TIME),
    "batches": _batches(_SQLITE_TIME),
}
_POSTGRESQL_TIME: Final = "to_timestamp({})"
_LINES_OF_BODY: Final = "convert_from(e.body, 'UTF8')::json -> 'lines'"
_POSTGRESQL: Final = {
    "orders": _orders(
        _POSTGRESQL_TIME,
        "(SELECT string_agg(j.value, ' ' ORDER BY j.position) "
        "FROM json_array_elements_text(e.numbers::json) WITH ORDINALITY j(value, position))",
        "e.ref::json",
    ),
    # Not jsonb: that refuses some texts, and one such order would make the whole view unreadable.
    "lines": (
        f"{_LINE} l.position, l.value ->> 'customerLineNumber' AS line, l.value ->> 'ingramPartNumber' AS part, "
        "l.value ->> 'vendorPartNumber' AS vendor_part, (l.value ->> 'quantity')::numeric::bigint AS quantity "
        "FROM @entries e CROSS JOIN LATERAL json_array_elements("
        f"CASE WHEN json_typeof({_LINES_OF_BODY}) = 'array' THEN {_LINES_OF_BODY} END) WITH ORDINALITY l(value, position)"
    ),
    "events": _events(_POSTGRESQL_TIME),
    "batches": _batches(_POSTGRESQL_TIME),
}
