"""The table of commands: every command, what it is for, where it is, and lines to copy."""

from __future__ import annotations

from typing import Final

from xi.sdk.resellers.cli.framework import Entry

_DAILY: Final = "Every day"
_HELD: Final = "Held, or in doubt: each is an event with who, when and why"
_CHANGES: Final = "Changing what stands"
_SET_UP: Final = "Set-up"
_CATALOG: Final = "Prices, the catalogue, stock"
_FAMILIES: Final = "Quotes, invoices, returns, deals, renewals, freight"
_LEDGER: Final = "The ledger"
_SERVICES: Final = "Services, and to try it"

COMMANDS: Final = {
    "place": Entry(
        "Place the orders of files, each once.",
        "place:place",
        (
            "xi-orders place orders.csv --dry-run",
            "xi-orders place orders.csv",
            "xi-orders place --po A-1 --line DF4128=2",
        ),
        _DAILY,
        acts=True,
    ),
    "status": Entry(
        "Show how the orders are, and what needs you.",
        "reading:status",
        ("xi-orders status", "xi-orders status --batch last --exit-code"),
        _DAILY,
    ),
    "show": Entry(
        "Show orders: what the ledger knows, then what the API says now.",
        "reading:show",
        ("xi-orders show A-1", "xi-orders show A-1 --from ledger --json"),
        _DAILY,
    ),
    "list": Entry(
        "List the orders of the ledger.",
        "reading:list_",
        ("xi-orders list --state held", "xi-orders list --batch last --csv"),
        _DAILY,
    ),
    "search": Entry(
        "Search the orders at Ingram Micro.",
        "reading:search",
        ("xi-orders search --po A-1", "xi-orders search --ordered 7d --csv"),
        _DAILY,
    ),
    "track": Entry(
        "Refresh open orders, and show what has changed.",
        "standing:track",
        ("xi-orders track", "xi-orders track A-1 --until shipped --wait 2h"),
        _DAILY,
        acts=True,
    ),
    "reconcile": Entry(
        "Compare the ledger with the orders at Ingram Micro.",
        "standing:reconcile",
        (
            "xi-orders reconcile --ordered 7d",
            "xi-orders reconcile --ordered 2026-11-01..2026-11-30 --csv -o nov.csv",
            "xi-orders reconcile --ordered 7d --invoices",
        ),
        _DAILY,
        acts=True,
    ),
    "check": Entry(
        "Check order files, without account, network or ledger.",
        "files:check",
        ("xi-orders check orders.csv", "xi-orders check orders.csv --map erp.toml --expect orders=412,units=5120"),
        _DAILY,
    ),
    "template": Entry(
        "Print an order file to begin with, or a mapping.",
        "files:template",
        ("xi-orders template csv > orders.csv", "xi-orders template --for odoo > odoo.toml"),
        _DAILY,
    ),
    "history": Entry(
        "Show every event, send and answer of an order.",
        "reading:history",
        ("xi-orders history A-1", "xi-orders history A-1 --support"),
        _HELD,
    ),
    "recheck": Entry(
        "Search the API for orders now; never sends one.",
        "persons:recheck",
        ("xi-orders recheck A-1", "xi-orders recheck --all"),
        _HELD,
        acts=True,
    ),
    "resolve": Entry(
        "Say what became of an order.",
        "persons:resolve",
        (
            'xi-orders resolve A-1 --placed 20-RD3QV-11 --because "IM case 0099123"',
            'xi-orders resolve A-1 --not-placed --because "IM case 0099123"',
        ),
        _HELD,
        acts=True,
    ),
    "resend": Entry(
        "Permit one more send of a held or rejected order.",
        "persons:resend",
        ('xi-orders resend A-1 --because "IM case 0099123: not there"',),
        _HELD,
        acts=True,
    ),
    "rest": Entry(
        "Plan the rejected lines of an order under a new PO.",
        "persons:rest",
        ("xi-orders rest A-1 --po A-1-REST",),
        _HELD,
        acts=True,
    ),
    "abandon": Entry(
        "Let nobody send planned or held orders any more.",
        "persons:abandon",
        ('xi-orders abandon A-1 --because "the customer cancelled"',),
        _HELD,
        acts=True,
    ),
    "pause": Entry(
        "Begin no further order, on any machine.",
        "persons:pause",
        ('xi-orders pause --because "price list wrong"',),
        _HELD,
        acts=True,
    ),
    "resume": Entry("End a pause.", "persons:resume", ("xi-orders resume",), _HELD, acts=True),
    "modify": Entry(
        "Change the lines or fields of an order on customer hold.",
        "standing:modify",
        ("xi-orders modify 20-RD3QV-11 --add DF4128=2 --delete 3",),
        _CHANGES,
        acts=True,
    ),
    "release": Entry(
        "Release orders from customer hold.",
        "standing:release",
        ("xi-orders release 20-RD3QV-11",),
        _CHANGES,
        acts=True,
    ),
    "cancel": Entry(
        "Cancel orders on customer hold.",
        "standing:cancel",
        ('xi-orders cancel 20-RD3QV-11 --because "ordered twice by phone"',),
        _CHANGES,
        acts=True,
    ),
    "price": Entry(
        "Show what parts cost, and how many there are.",
        "prices:price",
        ("xi-orders price DF4128 YN6231", "xi-orders price --file skus.txt --csv -o prices.csv"),
        _CATALOG,
    ),
    "catalog": Entry(
        "Search the catalogue, find SKUs, write all of it into a table.",
        examples=("xi-orders catalog search --keyword monitor", "xi-orders catalog walk -o catalogue.csv"),
        heading=_CATALOG,
        commands={
            "search": Entry(
                "Search the catalogue.",
                "catalog:search",
                ("xi-orders catalog search --keyword monitor --limit 20",),
            ),
            "find": Entry(
                "Find the SKUs of other part numbers.",
                "catalog:find",
                ("xi-orders catalog find AC-MON20", "xi-orders catalog find --by upc 0800009000014"),
            ),
            "walk": Entry(
                "Write the whole catalogue into a table.",
                "catalog:walk",
                ("xi-orders catalog walk -o catalogue.csv", "xi-orders catalog walk -o catalogue.csv --changes"),
            ),
        },
    ),
    "stock": Entry(
        "Show how many there are, as the API says or the mirror knows.",
        "stock:stock",
        ("xi-orders stock DF4128 YN6231", "xi-orders stock --check DF4128", "xi-orders stock --mirror"),
        _CATALOG,
    ),
    "quote": Entry(
        "Check quotes, order each once, and see which expire.",
        examples=("xi-orders quote check QUO-14551943-D2Y9L9", "xi-orders quote expiring --within 30d"),
        heading=_FAMILIES,
        commands={
            "list": Entry(
                "List quotes.",
                "quotes:list_",
                ("xi-orders quote list", "xi-orders quote list --dated 90d --vendor Fortinet --csv"),
            ),
            "show": Entry("Show a quote.", "quotes:show", ("xi-orders quote show QUO-14551943-D2Y9L9",)),
            "check": Entry(
                "Check a quote before it is ordered.", "quotes:check", ("xi-orders quote check QUO-14551943-D2Y9L9",)
            ),
            "order": Entry(
                "Order a quote, once.",
                "quotes:order",
                ("xi-orders quote order QUO-14551943-D2Y9L9 --po A-9 --dry-run",),
                acts=True,
            ),
            "expiring": Entry(
                "Show quotes that expire.", "quotes:expiring", ("xi-orders quote expiring --within 30d",)
            ),
        },
    ),
    "invoice": Entry(
        "List invoices, show one, match them with their orders.",
        examples=("xi-orders invoice list --invoiced 7d", "xi-orders invoice match --invoiced 7d"),
        heading=_FAMILIES,
        commands={
            "list": Entry(
                "List invoices.",
                "invoices:list_",
                ("xi-orders invoice list --invoiced 7d", "xi-orders invoice list --po A-1 --json"),
            ),
            "show": Entry("Show an invoice.", "invoices:show", ("xi-orders invoice show 20-RD3QV-11 --serials",)),
            "match": Entry(
                "Match invoices with their orders.",
                "invoices:match",
                ("xi-orders invoice match --po A-1", "xi-orders invoice match --invoiced 7d --csv -o match.csv"),
            ),
        },
    ),
    "return": Entry(
        "List returns, show one, file one once.",
        examples=("xi-orders return list --created 30d", "xi-orders return file return.json"),
        heading=_FAMILIES,
        commands={
            "list": Entry("List returns.", "returns:list_", ("xi-orders return list --created 30d",)),
            "show": Entry("Show a return.", "returns:show", ("xi-orders return show CAS-12345-K2B7Q4-1",)),
            "file": Entry(
                "File a return, once.",
                "returns:file",
                ("xi-orders return file return.json --dry-run", "xi-orders return file return.json"),
                acts=True,
            ),
        },
    ),
    "deal": Entry(
        "List deals, show one, and see which expire.",
        examples=("xi-orders deal list", "xi-orders deal expiring --within 30d"),
        heading=_FAMILIES,
        commands={
            "list": Entry("List deals.", "deals:deal_list", ("xi-orders deal list --csv",)),
            "show": Entry("Show a deal.", "deals:deal_show", ("xi-orders deal show GRID-77120",)),
            "expiring": Entry(
                "Show deals that expire.", "deals:deal_expiring", ("xi-orders deal expiring --within 30d",)
            ),
        },
    ),
    "renewal": Entry(
        "List renewals, show one, and see which expire.",
        examples=("xi-orders renewal list --status open", "xi-orders renewal expiring --within 90d"),
        heading=_FAMILIES,
        commands={
            "list": Entry("List renewals.", "deals:renewal_list", ("xi-orders renewal list --status open",)),
            "show": Entry("Show a renewal.", "deals:renewal_show", ("xi-orders renewal show 4410001",)),
            "expiring": Entry(
                "Show renewals that expire.", "deals:renewal_expiring", ("xi-orders renewal expiring --within 90d",)
            ),
        },
    ),
    "freight": Entry(
        "Estimate freight, and the cheapest carriers.",
        "freight:freight",
        (
            "xi-orders freight --line DF4128=2 --line YN6231=1 --to 200",
            "xi-orders freight --line DF4128=2 --to state=KS --to postalCode=67401 --to countryCode=US",
        ),
        _FAMILIES,
    ),
    "login": Entry(
        "Ask for an account, try it, and write a profile.",
        "setup:login",
        ("xi-orders login --profile acme-us",),
        _SET_UP,
    ),
    "logout": Entry("Forget a profile's secret.", "setup:logout", ("xi-orders logout --profile acme-us",), _SET_UP),
    "profiles": Entry("List the profiles.", "setup:profiles", ("xi-orders profiles",), _SET_UP),
    "config": Entry(
        "Show or change the configuration.",
        examples=("xi-orders config show",),
        heading=_SET_UP,
        commands={
            "show": Entry("Show every value, and where it is from.", "setup:config_show", ("xi-orders config show",)),
            "path": Entry("Show which files are read.", "setup:config_path", ("xi-orders config path",)),
            "set": Entry(
                "Change a value of the profile.",
                "setup:config_set",
                ("xi-orders config set ledger postgresql://orders@db/orders",),
            ),
        },
    ),
    "doctor": Entry(
        "Check the set-up: a line each, and what to do.",
        "doctor:doctor",
        ("xi-orders doctor", "xi-orders doctor --offline"),
        _SET_UP,
    ),
    "completion": Entry(
        "Print a script that completes commands in a shell.",
        "setup:completion",
        ("xi-orders completion bash > ~/.local/share/bash-completion/completions/xi-orders",),
        _SET_UP,
    ),
    "help": Entry(
        "Explain a topic, a schema or the word of an error.",
        "help:help_",
        ("xi-orders help exit-codes", "xi-orders help bad-quantity"),
        _SET_UP,
    ),
    "ledger": Entry(
        "Make, check, copy and move the ledger.",
        examples=("xi-orders ledger init", "xi-orders ledger backup backup.db"),
        heading=_LEDGER,
        commands={
            "init": Entry("Make a ledger.", "ledger:init", ("xi-orders ledger init",), acts=True),
            "info": Entry("Show where it is and what is in it.", "ledger:info", ("xi-orders ledger info",)),
            "check": Entry("Check it against the rules.", "ledger:check", ("xi-orders ledger check",)),
            "backup": Entry("Copy it while it is in use.", "ledger:backup", ("xi-orders ledger backup backup.db",)),
            "restore": Entry(
                "Put a backup in its place.",
                "ledger:restore",
                ("xi-orders ledger restore backup.db",),
                acts=True,
            ),
            "distrust": Entry(
                "Search for each PO before its first send.",
                "ledger:distrust",
                ("xi-orders ledger distrust --since 2026-11-20",),
                acts=True,
            ),
            "trust": Entry("End the distrust.", "ledger:trust", ("xi-orders ledger trust",), acts=True),
            "migrate": Entry(
                "Bring its tables to this version.",
                "ledger:migrate",
                ("xi-orders ledger migrate --dry-run", "xi-orders ledger migrate"),
                acts=True,
            ),
            "move": Entry(
                "Copy it to another database, for good.",
                "ledger:move",
                ("xi-orders ledger move postgresql://orders@db/orders",),
                acts=True,
            ),
            "sql": Entry(
                "Query its views.",
                "ledger:sql",
                ("xi-orders ledger sql \"SELECT po, state FROM orders WHERE state = 'held'\"",),
            ),
            "redact": Entry(
                "Remove bodies and addresses of old orders.",
                "ledger:redact",
                ("xi-orders ledger redact --before 2026-01-01",),
                acts=True,
            ),
        },
    ),
    "worker": Entry(
        "Settle what is due, until it is stopped.",
        "worker:worker",
        ("xi-orders worker", "xi-orders worker --inbox /srv/in --listen 127.0.0.1:9102"),
        _SERVICES,
        acts=True,
    ),
    "webhooks": Entry(
        "Receive and check webhooks.",
        examples=("xi-orders webhooks serve",),
        heading=_SERVICES,
        commands={
            "serve": Entry("Receive webhooks.", "webhooks:serve", ("xi-orders webhooks serve --port 8098",), acts=True),
            "verify": Entry(
                "Say whether a webhook is genuine.",
                "webhooks:verify",
                ("xi-orders webhooks verify body.json --headers headers.txt",),
            ),
        },
    ),
    "sandbox": Entry(
        "Run a sandbox of the API on this machine.",
        "sandbox:sandbox",
        ("xi-orders sandbox", "xi-orders sandbox --print-catalogue"),
        _SERVICES,
    ),
    "demo": Entry("Show it all in a sandbox.", "demo:demo", ("xi-orders demo", "xi-orders demo --keep"), _SERVICES),
    "catalogue": Entry("Print the sandbox's catalogue.", "sandbox:catalogue", is_hidden=True),
}
"""All commands, in the order of the help."""
