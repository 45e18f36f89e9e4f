"""The words at the end of error messages: what each means, how its message looks, and what to do.

`xi-orders help WORD` shows one of them, and docs/error-words.md has them all. A test compares the table with the words
that the package uses, and the messages with those in the code.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import Final

_WIDEST: Final = 100


@dataclass(frozen=True, slots=True)
class Word:
    """A word that an error message has, or the reason for which an order is held.

    Args:
        name: the word.
        means: what is wrong.
        says: an example of the message.
        do: what to do.
        type: lines to type.
    """

    name: str
    means: str
    says: str
    do: str
    type: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """Words that belong together.

    Args:
        title: what they are about.
        about: what holds for all of them.
        words: the words.
    """

    title: str
    about: str
    words: tuple[Word, ...]


_CHECK: Final = "xi-orders check orders.csv"

USE: Final = Part(
    "The line that was typed",
    "Exit code 2: nothing was done. Change the line and run it again.",
    (
        Word(
            "bad-usage",
            "The line cannot be understood: a command or an option that is not there, or a value that is missing.",
            "error: say which orders: files, or --po with --line [bad-usage]",
            "Look at the lines at the top of the command's help.",
            ("xi-orders place --help",),
        ),
        Word(
            "bad-option",
            "The value of an option cannot be read, or two options exclude each other.",
            "error: --wait is 'soon'; it should be a duration, such as 30s, 15m, 2h or 3d, or forever [bad-option]",
            "Write what the message says.",
            ("xi-orders place orders.csv --wait 15m",),
        ),
        Word(
            "bad-value",
            "A value does not fit its field: of the order, or of an option. In a JSON file, a value is of the wrong "
            "kind, such as a list where a number belongs.",
            "error: orders.json:item 1:lines[0].quantity: quantity is no quantity [bad-value] · PO A-1 is refused",
            "Write what the message says. A value is never cut or changed to make it fit.",
            ("xi-orders template json",),
        ),
        Word(
            "unknown-field",
            "--fields names a field that this command does not write.",
            "error: --fields: there is no field 'stat'; there are po, state, reason [unknown-field]",
            "Choose among those in the message. The schema explains each of them.",
            ("xi-orders help schema list",),
        ),
        Word(
            "unknown-topic",
            "Help has neither a topic, nor an error word, nor a command of this name.",
            "error: there is no topic, word or command 'exit-code' [unknown-topic]",
            "See which topics there are.",
            ("xi-orders help",),
        ),
        Word(
            "needs-yes",
            "The command asks before it acts, and nobody can answer: it runs without a terminal, or with --no-input.",
            "error: production · 20-222222 US · ledger acme-us-production.db · 2 orders, 5 lines. Place them? "
            "Nobody can answer here, so nothing was done [needs-yes]",
            "If the act is meant, say so in the line. No variable stands for --yes.",
            ("xi-orders place orders.csv --yes",),
        ),
        Word(
            "needs-answer",
            "The command needs to be told something, and nobody can answer.",
            "error: customer number: nobody can answer here [needs-answer]",
            "Run it in a terminal, or give what it asks for as an option.",
            ("xi-orders login --help",),
        ),
        Word(
            "answered-no",
            "The question before the act was answered no. Nothing was done.",
            "error: the answer was no; nothing was done [answered-no]",
            "Run the line again when it is right.",
        ),
        Word(
            "would-overwrite",
            "An output would be written over the ledger, over a file that the command reads, or over another output. "
            "Links to such a file count as the file.",
            "error: --report orders.db is the ledger, which would be overwritten; nothing was done [would-overwrite]",
            "Name another file.",
            ("xi-orders place orders.csv --report report.csv",),
        ),
        Word(
            "too-many-orders",
            "The files have more orders than a run may have. The limit keeps a wrong file from being ordered.",
            "error: there are 800 orders; the limit of a run is 500; nothing was sent [too-many-orders]",
            "Look at what is in the file. If it is right, raise the limit for this run.",
            ("xi-orders place orders.csv --dry-run", "xi-orders place orders.csv --max-orders 800"),
        ),
        Word(
            "file-unusable",
            "A file cannot be opened, read or written: it is not there, or this user may not use it.",
            "error: --log-file /var/log/orders.log: Permission denied [file-unusable]",
            "Check the path and its rights. Under cron the working folder is another one: write paths from / on.",
        ),
        Word(
            "cannot-write",
            "The result cannot be written: the disk is full, or the file may not be written. What was done stays done.",
            "error: report.csv cannot be written: the disk is full [cannot-write]",
            "Make room. The same line again writes the whole report of a run, and places nothing twice. The list of a "
            "batch has the orders that were first written down in that run; those that were known are in an older one.",
            ("xi-orders place orders.csv --report report.csv", "xi-orders list --batch last --csv -o report.csv"),
        ),
        Word(
            "bad-list",
            "A line of a list of part numbers is none: it is empty or has several cells, or the file is no UTF-8 text.",
            "error: skus.csv:2: 'DF4128;2' has several cells; it should be one part number a line [bad-list]",
            "Keep the column of the part numbers alone, as text: a number cell of a spreadsheet loses its zeros.",
            ("xi-orders price --file skus.txt",),
        ),
        Word(
            "other-walk",
            "Beside the table is the state of a walk with other filters, or of another account, that was stopped.",
            "error: a walk with other filters, or of another account, was stopped at this table [other-walk]",
            "Run the line of that walk again, so that it ends; or begin anew; or write another table.",
            ("xi-orders catalog walk -o catalogue.csv --restart", "xi-orders catalog walk -o monitors.csv"),
        ),
        Word(
            "bad-body",
            "The file of a request is no JSON object, has a number that cannot be sent, or is no change of an order.",
            "error: change.json: this is no JSON: Expecting value: line 1 column 1 (char 0) [bad-body]",
            "Write an object as the API takes it, or say by options what is wanted.",
            ("xi-orders modify 20-RD3QV-11 --add DF4128=2",),
        ),
        Word(
            "bad-query",
            "Columns of the query's answer cannot be told apart.",
            "error: two columns of the answer are named 'po' [bad-query]",
            "Name each of them with AS.",
            ('xi-orders ledger sql "SELECT po, state AS now FROM orders"',),
        ),
        Word(
            "extra-missing",
            "A package is not installed that this command needs.",
            "error: No module named 'keyring' [extra-missing]",
            "Install the extra that the hint names.",
        ),
        Word(
            "fault",
            "A fault of the program. Exit code 70. What was written to the ledger stays there.",
            "error: a fault of the program, KeyError; nothing is known to be lost: xi-orders status shows the ledger "
            "[fault]",
            "Send us the report that the hint names; it has no secrets. Then run the same line again: no order is "
            "placed twice by that.",
            ("xi-orders status",),
        ),
    ),
)

SET_UP: Final = Part(
    "The set-up",
    "Exit code 2 where something is said wrong; 4 where a secret cannot be had. Nothing was sent.",
    (
        Word(
            "no-environment",
            "Nothing says whether this is production or the sandbox. It is never guessed.",
            "error: the environment is not said, and it is never guessed [no-environment]",
            "Say it in the line, in XI_ENVIRONMENT or in the profile.",
            ("xi-orders place orders.csv --environment sandbox", "xi-orders config set environment production"),
        ),
        Word(
            "no-account",
            "Nothing says for which account: its customer number or its country is missing.",
            "error: customer_number is not said: orders are placed for an account [no-account]",
            "Let login ask for them, or set the variable that the hint names.",
            ("xi-orders login",),
        ),
        Word(
            "no-profile",
            "There is no profile of this name in the files that are read.",
            "error: there is no profile acme-uk (--profile) [no-profile]",
            "See which there are, or make it.",
            ("xi-orders profiles", "xi-orders login --profile acme-uk"),
        ),
        Word(
            "mixed-identity",
            "A variable and the profile say two different accounts, apps or environments. A forgotten variable must "
            "not decide where goods are ordered.",
            "error: customer_number is 20-222222 in XI_CUSTOMER_NUMBER, and 20-333333 in profile acme-us in "
            "config.toml; values of two accounts are never mixed [mixed-identity]",
            "Unset the variable, or choose the other profile. An option may differ: it was typed for this line.",
            ("unset XI_CUSTOMER_NUMBER", "xi-orders config show"),
        ),
        Word(
            "bad-config",
            "A file of the configuration or a variable has a value that cannot be used, or a key that is unknown.",
            "error: breaker should be a whole number of 1 or more [bad-config]",
            "Correct what the message names. See which files are read, and what they say.",
            ("xi-orders config path", "xi-orders config show"),
        ),
        Word(
            "secret-in-url",
            "A URL has a password in it. URLs are shown in lists of processes and in logs.",
            "error: --ledger should be a URL without a password: URLs are shown in lists of processes and in logs "
            "[secret-in-url]",
            "Leave the password out of the URL: PGPASSFILE or ledger_password_command in the profile gives it.",
            ("xi-orders help configuration",),
        ),
        Word(
            "no-secret",
            "Nothing says where the secret is.",
            "error: there are no credentials: client_id is not said [no-secret]",
            "Let login keep it, or set the variables that the hint names.",
            ("xi-orders login", "xi-orders help configuration"),
        ),
        Word(
            "secret-command",
            "The command of the profile that prints the secret fails.",
            "error: profile acme-us: the command ended with 1 [secret-command]",
            "Try it in a shell, as the user of this program. It has to print the secret in its first line.",
            ("xi-orders config show",),
        ),
        Word(
            "secret-file",
            "The file with the secret cannot be used: it is not there, others may read it, or it has more than the "
            "secret.",
            "error: profile acme-us: /srv/secret has a secret, and others may read it [secret-file]",
            "Give the file to this user alone.",
            ("chmod 600 /srv/secret",),
        ),
        Word(
            "no-keyring",
            "The keyring of this machine has no such secret, does not answer, or is not there.",
            "error: profile acme-us: the keyring has no secret for acme-us [no-keyring]",
            "Store it again. On a server without a keyring, keep it in a file of its own, or have a command print it.",
            ("xi-orders login --profile acme-us", "xi-orders help configuration"),
        ),
        Word(
            "no-application-id",
            "The calls of invoices, and those of the details of deals, name the calling program; the name is not set.",
            "error: the list of invoices needs application_id (a name of your company or program), which is not set "
            "[no-application-id]",
            "Choose a name of at most 32 characters, and keep it in the profile.",
            ("xi-orders config set application_id StockRoom", "xi-orders help configuration"),
        ),
        Word(
            "no-customer-contact",
            "Lists of quotes, and estimates of freight, name the person who asks, and nobody is set.",
            "error: the list of quotes needs customer_contact (the e-mail address of who asks), which is not set "
            "[no-customer-contact]",
            "Keep the e-mail address in the profile.",
            ("xi-orders config set customer_contact buyer@reseller.example", "xi-orders help configuration"),
        ),
        Word(
            "stock-away",
            "The mirror of the stock is beside the ledger, and its database cannot be read or written. Exit code 6.",
            "error: the stock mirror orders.db: it cannot be written; give this user write rights to the file and its "
            "folder (attempt to write a readonly database) [stock-away]",
            "See what is wrong with the ledger. The tables of the mirror can be deleted; a check fills them again.",
            ("xi-orders ledger check", "xi-orders stock --check DF4128"),
        ),
    ),
)

API: Final = Part(
    "The API",
    "Exit code 4, unless said otherwise: it could not be done. Once the cause is gone, the same line goes on.",
    (
        Word(
            "api-away",
            "Ingram Micro's API does not answer, or answers with faults of its own.",
            "error: no answer: connection refused (post_createorder_v6) [api-away]",
            "Run the same line again later. Orders that were out are looked for first; none is sent twice.",
            ("xi-orders status",),
        ),
        Word(
            "api-credentials",
            "The API refuses the credentials: client ID or secret is wrong, expired, or of the other environment.",
            "error: 401 Unauthorized: Invalid client [api-credentials]",
            "Find out what is refused, then give the right ones.",
            ("xi-orders doctor", "xi-orders login"),
        ),
        Word(
            "api-not-approved",
            "The app of this client ID is not approved for this API.",
            "error: 403 Forbidden: the app is not approved for orders [api-not-approved]",
            "Ask for the API at developer.ingrammicro.com, for this app. See which ones are approved.",
            ("xi-orders doctor",),
        ),
        Word(
            "api-quota",
            "The calls of this minute or day are used up.",
            "error: 429 Too Many Requests [api-quota]",
            "Run the same line again when the quota is renewed. A lower rate leaves room for other programs.",
            ("xi-orders place orders.csv --rate 30",),
        ),
        Word(
            "api-refused",
            "The API refuses the call for another reason, which the message has.",
            "error: 400 Bad Request: the date is in the future [api-refused]",
            "Correct what it names. If it makes no sense, ask Ingram Micro with the correlation ID.",
        ),
        Word(
            "api-unreadable",
            "The API answered, and the answer cannot be read, such as the page of a firewall.",
            "error: 200 OK: the answer is not JSON [api-unreadable]",
            "See the body with -vv, and whether a proxy stands between.",
            ("xi-orders doctor", "xi-orders search --po A-1 -vv"),
        ),
        Word(
            "walk-incomplete",
            "The API did not give the whole catalogue: far fewer products came than it states. The old table stays.",
            "error: only 9,100 of 13,000 products came; they are in catalogue.csv.incomplete, and catalogue.csv stays "
            "as it was [walk-incomplete]",
            "Run the same line again. If an account never gets all, say which part is enough.",
            ("xi-orders catalog walk -o catalogue.csv", "xi-orders catalog walk -o catalogue.csv --least 0.6"),
        ),
        Word(
            "not-found",
            "What was named is not there: in the ledger, or at Ingram Micro. Exit code 1.",
            "error: A-9 is not in the ledger of 20-222222 US (production) [not-found]",
            "Check number, account and environment.",
            ("xi-orders list --ref erp=1001", "xi-orders search --po A-1"),
        ),
    ),
)

ORDERS: Final = Part(
    "Orders and runs",
    "Exit code 3: not finished, the same line goes on. 4: operations has to mend something first. Else as said.",
    (
        Word(
            "order-differs",
            "One PO has two contents. Of a file: rows of one order say different things in a field of the order. Of a "
            "run: the PO was used before, for another order; of a return, its reference for another one. "
            "The same lines in another order are another content. Exit code 2: nothing was done. If the PO was used by "
            "somebody else in the midst of the run, it is 3, or 1 if no order was left to begin.",
            'error: orders.csv:3:4: notes "call first" differs from "leave at the door" in the first row of the order '
            "[order-differs] · PO A-1 is refused",
            "In a file, write it alike on all rows. For a PO that was used before: give the new order a PO of its "
            "own, or say why the old one is used again, once it is settled. A return has its number by --reference.",
            ("xi-orders history A-1", 'xi-orders place orders.csv --reuse "the first was cancelled"'),
        ),
        Word(
            "quote-refused",
            "The quote cannot be ordered: it is not ready, it has expired, or it is not there. Exit code 1.",
            "error: quote QUO-20417004-K1L2M3 cannot be ordered: the quote is not final [quote-refused]",
            "See its status and its last day. Ask the person at Ingram Micro who made it.",
            ("xi-orders quote check QUO-14551943-D2Y9L9", "xi-orders quote list"),
        ),
        Word(
            "quote-in-use",
            "An order of the quote under another PO is not settled: a further one might order it twice. Exit code 2: "
            "nothing was sent.",
            "error: quote QUO-14551943-D2Y9L9 is in an order that is not settled, and nothing was sent: PO A-8 is "
            "accepted [quote-in-use]",
            "See what becomes of that order. If a second order of the quote is meant, say so.",
            (
                "xi-orders history A-8",
                "xi-orders quote order QUO-14551943-D2Y9L9 --po A-9 --another",
            ),
        ),
        Word(
            "vendor-fields",
            "The vendor wants to know more before it takes the order of a quote. Exit code 2: nothing was sent.",
            "error: the vendor wants to know: VEND_AUTH_NBR_FLG (Authorization number of the vendor) [vendor-fields]",
            "Say each field with a value of your own. A sample of the vendor's is none, unless you add --samples.",
            (
                "xi-orders quote check QUO-14551943-D2Y9L9",
                "xi-orders quote order QUO-14551943-D2Y9L9 --po A-9 --set VEND_AUTH_NBR_FLG=4711",
            ),
        ),
        Word(
            "no-estimate",
            "There is no freight for all of an order, or a charge cannot be read: then there is no total. Exit code 1.",
            "error: no total: there is no freight for NOPE: 0 of 2 units [no-estimate]",
            "Check the part and the address that the message names.",
            ("xi-orders freight --line DF4128=2 --to 200", "xi-orders stock DF4128"),
        ),
        Word(
            "change-unknown",
            "A change that adds lines was not answered, and the order does not show what became of it. No line of the "
            "order is changed meanwhile: made twice, it would order the goods twice. Exit code 2; nothing was sent.",
            "error: the modify of 2026-11-27T09:12:00Z by mei of order 20-RD3QV-11 is unknown, and may still be made: "
            "looked up later: the order has the lines that it had before; no line is changed until the order shows it, "
            "or a person permits it [change-unknown]",
            "Look at the lines of the order, and ask Ingram Micro whether the change is coming. A later look sees "
            "it if it was made. If it will not be made, say how you know, and send what is wanted:",
            (
                "xi-orders show 20-RD3QV-11 --from api",
                'xi-orders modify 20-RD3QV-11 --add YN6231=5 --again "IM case 0099123: not made"',
            ),
        ),
        Word(
            "not-as-seen",
            "The order was written since it was shown: another person or the desk was quicker. Or the quote is not "
            "what was shown, so that it was not ordered. Exit code 2, and nothing was changed or sent.",
            "error: PO A-1 has changed since it was read (it was held): PO A-1 is held (no_result): no order under PO "
            "A-1 [not-as-seen]",
            "See how the order or the quote is now, and decide again.",
            ("xi-orders history A-1", "xi-orders quote check QUO-14551943-D2Y9L9"),
        ),
        Word(
            "not-permitted",
            "The state of the order does not permit this. Exit code 2, and nothing was changed.",
            "error: only planned and held orders can be abandoned, and nothing was done: A-1 placed: 20-RD3QV-11 "
            "[not-permitted]",
            "See how the order is now: it may have been found meanwhile.",
            ("xi-orders history A-1",),
        ),
        Word(
            "not-settled",
            "The wait is over, and it is not yet known what becomes of the order.",
            "error: PO A-1 is doubt: the next look is at 10:04 [not-settled]",
            "Nothing: the next run or a worker goes on. To look at once:",
            ("xi-orders recheck A-1", "xi-orders history A-1"),
        ),
        Word(
            "paused",
            "A person has paused all sending; the reason is in the message. Exit code 3.",
            "error: paused by mei: price list wrong; 12 placed [paused]",
            "Ask who paused it. Once the reason is gone:",
            ("xi-orders resume",),
        ),
        Word(
            "paused-by-itself",
            "The desk has paused itself, since the API refuses the set-up: good orders must not end rejected for that. "
            "Exit code 4.",
            "error: paused: 401 Unauthorized for three orders in a row; 12 placed [paused-by-itself]",
            "Mend the set-up, then resume.",
            ("xi-orders doctor", "xi-orders resume"),
        ),
        Word(
            "stopped",
            "The run was stopped by Ctrl-C or SIGTERM, and waited for what was out. Exit code 130 or 143.",
            "error: stopped [stopped]",
            "The same line goes on from there.",
            ("xi-orders status --batch last",),
        ),
        Word(
            "too-many-rejected",
            "Many orders in a row were rejected for the same reason; the rest was not begun. Exit code 4.",
            "error: 20 orders in a row were rejected for the same reason: the ship-to address is unknown; "
            "20 rejected [too-many-rejected]",
            "Correct the cause in the file; then the same line. Rejected orders may be given again under the same PO.",
            ("xi-orders list --batch last --state rejected",),
        ),
    ),
)

FILES: Final = Part(
    "Order files",
    "Exit code 2: nothing was sent. One bad row refuses its whole order. --skip-bad leaves bad orders out, and the run "
    "ends with 1; what makes all of the file unsure refuses it all the same.",
    (
        Word(
            "file-refused",
            "Something in the files is refused, so nothing was sent. The lines above the message say what.",
            "error: orders.csv is refused; nothing was sent [file-refused]",
            "Correct each place, or leave the bad orders out.",
            (_CHECK, "xi-orders place orders.csv --skip-bad"),
        ),
        Word(
            "bad-mapping",
            "The mapping has a fault.",
            "error: --map erp.toml: columns: 'quantiti' is no field [bad-mapping]",
            "Correct what the message names; docs/order-files.md explains each key.",
            ("xi-orders check orders.csv --map erp.toml",),
        ),
        Word(
            "no-mapping",
            "--map names neither a file nor a mapping of the profile.",
            "error: --map sap is neither a file nor a mapping of the profile; the profile has none [no-mapping]",
            "Name the file, or put the mapping into the profile.",
            ("xi-orders help configuration",),
        ),
        Word(
            "two-mappings",
            "--map names a mapping of the profile, and a file of that name is there too.",
            "error: --map sap is a mapping of the profile and a file [two-mappings]",
            "Write the file as a path, or give the mapping another name.",
            ("xi-orders place orders.csv --map ./sap",),
        ),
        Word(
            "empty-file",
            "The file has not one byte: an export that failed looks like that.",
            "error: orders.csv: the file is empty [empty-file]",
            "Export it again. A header alone is fine: it says that there are no orders.",
        ),
        Word(
            "not-a-file",
            "The name is that of a folder, a device or a pipe.",
            "error: /srv/in: this is a folder, not a file [not-a-file]",
            "Name the file; give a pipe as standard input.",
            ("xi-orders place - --kind csv < orders.csv",),
        ),
        Word(
            "file-changed",
            "The file changed while it was read, so it may be half written.",
            "error: orders.csv: the file was changed while it was read [file-changed]",
            "Run it again when the other program has ended. Better: let that write under another name and rename it.",
        ),
        Word(
            "last-line",
            "The last line of a CSV file does not end, so it may be cut: a quantity of 10 may have been 100.",
            "error: orders.csv: the last line has no end, so it may be cut [last-line]",
            "Export it again. If the line is whole, say so.",
            ("xi-orders place orders.csv --last-line-whole",),
        ),
        Word(
            "other-totals",
            "The sums of the files are not those that you expect with --expect.",
            "error: orders.csv: 411 orders can be placed, and 412 are expected [other-totals]",
            "Look for rows that are missing or there twice. If the file is right, correct --expect.",
            (f"{_CHECK} --expect orders=411",),
        ),
        Word(
            "no-kind",
            "Neither the name of the file nor --kind says what is in it.",
            "error: standard input: the name does not tell what is in the file [no-kind]",
            "Say it.",
            ("xi-orders place - --kind jsonl",),
        ),
        Word(
            "bad-encoding",
            "--encoding is no encoding that is known, or one that the file does not tell enough of.",
            "error: orders.csv: 'cp125' is no encoding that is known [bad-encoding]",
            "A file of Windows in Western Europe is cp1252; most others are utf-8.",
            (f"{_CHECK} --encoding cp1252",),
        ),
        Word(
            "other-encoding",
            "The first bytes of the file say another encoding than --encoding.",
            "error: orders.csv: its byte order mark says utf-8, and --encoding says cp1252 [other-encoding]",
            "Leave --encoding out.",
            (_CHECK,),
        ),
        Word(
            "bad-byte",
            "A byte does not fit the encoding. The file is in another one, or damaged.",
            "error: orders.csv:14: byte 812 of the file, 0xe9, does not fit utf-8 [bad-byte]",
            "Say the encoding, or save the file as UTF-8.",
            (f"{_CHECK} --encoding cp1252",),
        ),
        Word(
            "lost-character",
            "The file has U+FFFD (�), or half of a character: a program before has lost characters, and nobody can "
            "restore them here.",
            'error: orders.csv:2:4: shipToInfo.city "M�nchen" has U+FFFD: characters were lost before the file was '
            "written [lost-character]",
            "Export the file again, as UTF-8.",
        ),
        Word(
            "control-character",
            "A cell has a control character, such as one of a scanner or of a broken export.",
            "error: orders.csv:2:1: customerOrderNumber \"A-1\\x07\" has the control character '\\x07' "
            "[control-character] · PO A-1 is refused",
            "Take it out of the cell.",
        ),
        Word(
            "sheet-error",
            "A cell has the error of a spreadsheet, such as #REF!, #N/A or Err:502, or ### of a column too narrow.",
            'error: orders.csv:2:3: quantity "#REF!" is the error of a spreadsheet [sheet-error] · PO A-1 is refused',
            "Mend the formula and save the file again.",
        ),
        Word(
            "bad-delimiter",
            "--delimiter is more than one character.",
            "error: orders.csv: --delimiter is '||'; it should be one character, or tab [bad-delimiter]",
            "Write the one character.",
            (f'{_CHECK} --delimiter ";"', f"{_CHECK} --delimiter tab"),
        ),
        Word(
            "other-delimiter",
            "The first line of the file (sep=) says another delimiter than --delimiter.",
            "error: orders.csv:1: line 1 says ';', --delimiter says ',' [other-delimiter]",
            "Leave --delimiter out.",
            (_CHECK,),
        ),
        Word(
            "two-delimiters",
            "The header fits under two delimiters.",
            "error: orders.csv:1: the header fits ',' and ';' [two-delimiters]",
            "Say which one it is.",
            (f'{_CHECK} --delimiter ";"',),
        ),
        Word(
            "no-delimiter",
            "Under no delimiter does the header have the columns that an order needs.",
            "error: orders.csv:1: under no delimiter does line 1 hold every column that is needed: 'PO No;Item;Qty' "
            "[no-delimiter]",
            "Write a mapping that says what the columns are. If titles stand above the header, the mapping says so "
            "too.",
            ("xi-orders template csv", f"{_CHECK} --map erp.toml"),
        ),
        Word(
            "open-quote",
            "A quote opens and is never closed, so all after it would be one cell.",
            "error: orders.csv:7: a quote opens here and is never closed [open-quote]",
            "Close it. A quote inside a cell is written twice.",
        ),
        Word(
            "bad-quote",
            "Text follows a quote that closes a cell.",
            "error: orders.csv:7: text follows a quote that closes [bad-quote]",
            "Write each quote inside a cell twice.",
        ),
        Word(
            "stray-quote",
            "Cells have quotes that are not around them: two cells may be one whose quotes were not doubled.",
            "error: orders.csv:7: cells 3 and 4 have quotes that are not around them; a delimiter may be lost there "
            "[stray-quote]",
            "Put each cell that has a quote in quotes, and write the quote inside twice.",
        ),
        Word(
            "cell-count",
            "A row has more or fewer cells than the header, so its values may stand in the wrong columns.",
            "error: orders.csv:14: the row has 6 cells, and the header 5 [cell-count]",
            "Put a cell that has the delimiter in it in quotes.",
        ),
        Word(
            "no-header",
            "The line that should have the names of the columns is empty, or after the end of the file.",
            "error: export.csv:3: line 3 has no header [no-header]",
            "Say which line has it.",
            ("xi-orders template --from export.csv --header 1",),
        ),
        Word(
            "no-name",
            "A cell has content, and its column has no name.",
            'error: orders.csv:14:6: "urgent" is in a column without a name [no-name] · PO A-1 is refused',
            "Name the column, or empty the cell.",
        ),
        Word(
            "unknown-column",
            "A column has a name that no field has. It is not left out in silence: it may be a field with a wrong "
            "name.",
            "error: orders.csv:1: column 'quantiti' is unknown [unknown-column]",
            "Correct the name, map it, or list it under ignore in a mapping. Your own IDs are called ref.NAME.",
            ("xi-orders template csv --all-fields",),
        ),
        Word(
            "missing-column",
            "A column is not there that an order or the mapping needs.",
            "error: orders.csv:1: no column is read into quantity [missing-column]",
            "Add the column, or name it in a mapping.",
            ("xi-orders template csv",),
        ),
        Word(
            "group-gap",
            "A column is like those of a group of the mapping, and its number comes after a gap. It would not be read.",
            "error: orders.csv:1: column 'Item 3 SKU' is like 'Item {n} SKU', and the last group is 1 [group-gap]",
            "Number the columns from 1 without a gap. If the column is not to be read, ignore it by its name.",
        ),
        Word(
            "column-twice",
            "Two columns go to one field.",
            "error: orders.csv:1: 'Qty' and 'quantity' both go to quantity [column-twice]",
            "Take one of them out, or ignore it in the mapping.",
        ),
        Word(
            "two-levels",
            "A column of the mapping fills fields of the order and of a line.",
            "error: orders.csv:1: column 'Note' fills fields of the order and of a line [two-levels]",
            "Map it to one of them.",
        ),
        Word(
            "other-kind",
            "The columns do not go together: some fields are in orders of v6 only, others in those of v7 or of quotes.",
            "error: orders.csv:1: quoteNumber is in orders of v7 only, and the others make it v6 [other-kind]",
            "Take the columns of one of them out.",
        ),
        Word(
            "csv-only",
            "An option or a key of the mapping is for CSV, and the file is JSON.",
            "error: orders.json: --set is for CSV [csv-only]",
            "Write the value into the orders.",
        ),
        Word(
            "json-only",
            "A key of the mapping is for JSON, and the file is CSV.",
            "error: orders.csv: the mapping has items [json-only]",
            "Take it out of the mapping.",
        ),
        Word(
            "bad-set",
            "--set names a field that orders do not have, or gives it no value.",
            "error: orders.csv: --set note is no field that each order can have [bad-set]",
            "Write the name as the columns have it. If the value is that of a variable of the shell, set it.",
            ("xi-orders template csv --all-fields",),
        ),
        Word(
            "bad-records",
            "A mapping with the layout records does not say which type of row is an order and which is a line.",
            "error: orders.csv: the layout records needs two types: one with the PO, one with the part [bad-records]",
            'Name both, such as "H#2" = "customerOrderNumber" and "D#2" = "ingramPartNumber".',
        ),
        Word(
            "record-type",
            "A row begins with a type that the mapping does not name.",
            "error: orders.csv:9: 'T' is no type of record that is read [record-type]",
            "List it under ignore in the mapping, if it is not to be read.",
        ),
        Word(
            "no-order",
            "A line stands before the first order.",
            "error: orders.csv:1: a line stands before the first order [no-order]",
            "The beginning of the file may be lost: export it again.",
        ),
        Word(
            "no-po",
            "A row or an order has no PO, or what a program writes for nothing, such as NULL. So it cannot be known "
            "which order it is.",
            "error: orders.csv:3:1: customerOrderNumber is empty, so it cannot be known which order the row belongs to "
            "[no-po]",
            "Write the PO. If an empty cell repeats the row above, say so with fill in a mapping.",
        ),
        Word(
            "bad-po",
            "The PO has characters that the server would not find again, or is too long.",
            "error: orders.csv:3:1: customerOrderNumber \"Ä-1\" cannot be a PO: it has the character 'Ä' "
            "[bad-po] · PO Ä-1 is refused",
            "Use printable ASCII. An order of v6 has 35 characters at most, one of v7 18.",
        ),
        Word(
            "changed-po",
            "A spreadsheet has changed the PO into a number.",
            'error: orders.csv:3:1: customerOrderNumber "4.7E+08" is not an order number any more: a spreadsheet has '
            "changed it [changed-po] · PO 4.7E+08 is refused",
            "Format the column as text before the numbers go in, and export again. If the PO is really 1E5: as_text in "
            "a mapping.",
        ),
        Word(
            "po-twice",
            "The PO was there before, and other orders stand between. The file may be sorted by another column, or "
            "have the orders twice.",
            'error: orders.csv:9:1: customerOrderNumber "A-1" was there before, from line 2: one PO, one order '
            "[po-twice] · PO A-1 is refused",
            "Keep the rows of an order together, or say that they may stand apart.",
            (f"{_CHECK} --group anywhere",),
        ),
        Word(
            "po-in-two-files",
            "The PO is in two of the files.",
            'error: tuesday.csv:2:1: customerOrderNumber "A-1" is in monday.csv:2 too: one PO, one order '
            "[po-in-two-files] · PO A-1 is refused",
            "The same orders may have been exported twice. Take it out of one file; to order more of it, use another "
            "PO.",
        ),
        Word(
            "po-spelling",
            "Two rows have the same PO in two spellings. The server takes them for one.",
            'error: orders.csv:3:1: customerOrderNumber "a-1" is the PO of line 2 in another spelling [po-spelling] · '
            "PO a-1 is refused",
            "Write both alike if they are one order; otherwise give one another PO.",
        ),
        Word(
            "no-lines",
            "An order has no lines.",
            "error: orders.json:item 1:lines: the order has no lines [no-lines] · PO A-1 is refused",
            "Add at least one.",
        ),
        Word(
            "equal-rows",
            "Two rows of an order say the same in every cell; 1.0 says what 1 says. They would double the "
            "goods, and may be an error of the export.",
            "error: orders.csv:3: the row is equal to one above in every cell [equal-rows] · PO A-1 is refused",
            "Take one out. If both are meant:",
            ("xi-orders place orders.csv --equal-rows",),
        ),
        Word(
            "duplicates-allowed",
            "An order has the attribute that turns the server's check for duplicates off. Without that check an order "
            "may be placed twice, so it is sent once only, and only if you say why.",
            'error: orders.csv:2:4: additionalAttributes.allowDuplicateCustomerOrderNumber "true" turns off the '
            "server's check for duplicates [duplicates-allowed] · PO A-1 is refused",
            "Leave the column out. If the PO is used again on purpose:",
            ('xi-orders place orders.csv --reuse "the first was cancelled"',),
        ),
        Word(
            "bad-attribute",
            "An attribute that turns something on or off says neither, or is there twice and says both.",
            'error: orders.csv:2:4: additionalAttributes.allowPartialOrder "yes" should be true or false, and be there '
            "once [bad-attribute] · PO A-1 is refused",
            "Write true or false.",
        ),
        Word(
            "line-number-twice",
            "Two lines of an order have the same number.",
            'error: orders.csv:3:4: customerLineNumber "1" is there twice in the order [line-number-twice] · '
            "PO A-1 is refused",
            "Leave the column out: lines are numbered then.",
        ),
        Word(
            "bad-line-number",
            "The number of a line is none that the server keeps.",
            'error: orders.csv:3:4: customerLineNumber "0" is not a number from 1 to 884 [bad-line-number] · '
            "PO A-1 is refused",
            "Leave the column out: lines are numbered then.",
        ),
        Word(
            "bad-quantity",
            "A quantity is not a whole number of 1 or more.",
            'error: orders.csv:14:3: Qty "1,00" is not a whole number in this reading [bad-quantity] · '
            "PO ACME-4711 is refused",
            "Correct the cell. If commas are decimals, say so.",
            (f"{_CHECK} --decimal comma",),
        ),
        Word(
            "max-quantity",
            "A quantity is above the limit, which keeps a wrong number from being ordered.",
            'error: orders.csv:14:3: quantity "12000" is more than 9,999 [max-quantity] · PO A-1 is refused',
            "Correct it. If it is meant, raise the limit for this run.",
            ("xi-orders place orders.csv --max-quantity 12000",),
        ),
        Word(
            "bad-price",
            "A price is no number, or has a sign or a currency.",
            'error: orders.csv:14:4: unitPrice "$12" is not a price in this reading; no sign, no currency [bad-price] '
            "· "
            "PO A-1 is refused",
            "Write the number alone, such as 12.50.",
        ),
        Word(
            "two-readings",
            "A number such as 1.000 or 1,000 is one or a thousand.",
            'error: orders.csv:14:3: quantity "1.000" is a thousand times more in another reading [two-readings] · '
            "PO A-1 is refused",
            "Say which sign parts decimals in this file.",
            (f"{_CHECK} --decimal point", f"{_CHECK} --decimal comma"),
        ),
        Word(
            "bad-part",
            "A part number has a character that no part number has.",
            'error: orders.csv:14:2: ingramPartNumber "DF\u20134128" has a character that no part number has '
            "[bad-part] · "
            "PO A-1 is refused",
            "Use printable ASCII. A long dash often comes from a text program.",
        ),
        Word(
            "changed-part",
            "A spreadsheet has changed the part number into a number, a date or a formula.",
            'error: orders.csv:14:2: ingramPartNumber "4.7E+08" is not a part number any more: a spreadsheet has '
            "changed it [changed-part] · PO A-1 is refused",
            "Format the column as text before the numbers go in. If the part is really called so: as_text in a "
            "mapping. A part such as 5E12 is read as it is: no program writes a number so.",
        ),
        Word(
            "part-width",
            "A part number of digits has another length than the mapping says: zeros in front may be gone.",
            'error: orders.csv:14:2: Item "4711" has 4 digits, not 7; zeros in front may be gone [part-width] · '
            "PO A-1 is refused",
            "Format the column as text and export again, or let the mapping fill it up with pad.",
        ),
        Word(
            "bad-date",
            "A date is not as it should be, or in a year before 2000 or after 2099.",
            'error: orders.csv:14:5: shipmentDetails.requestedDeliveryDate "24/12/26" is not a date as YYYY-MM-DD '
            "[bad-date] · PO A-1 is refused",
            "Write it as 2026-12-24, or say its form in a mapping.",
        ),
        Word(
            "bad-flag",
            "A cell that says yes or no has something else.",
            'error: orders.csv:14:5: shipmentDetails.signatureRequired "Y" is neither true nor false [bad-flag] · '
            "PO A-1 is refused",
            "Write true or false.",
        ),
        Word(
            "too-long",
            "A text is longer than the API takes, or a cell than 1,048,576 characters. It is not cut.",
            'error: orders.csv:14:5: shipToInfo.name1 "The Very Long Name of a Company" has 62 characters; at most 35 '
            "fit [too-long] · PO A-1 is refused",
            "Shorten it.",
        ),
        Word(
            "no-match",
            "A cell does not match the pattern of its mapping.",
            'error: orders.csv:14:2: Item "DF4128" does not match the pattern \\[(\\w+)\\].* [no-match] · PO A-1 is '
            "refused",
            "Correct the cell or the pattern.",
        ),
        Word(
            "not-in-lookup",
            "A code is not in the file of lookup of the mapping.",
            'error: orders.csv:14:2: Item "4711" is not in the file of lookup [not-in-lookup] · PO A-1 is refused',
            "Add it to that file.",
        ),
        Word(
            "too-many-parts",
            "A cell that is split has more parts than fields to fill.",
            'error: orders.csv:14:5: Street "Main St 1|Yard|Door 2" has 3 parts; 2 fit [too-many-parts] · PO A-1 is '
            "refused",
            "Map one field more.",
        ),
        Word(
            "bad-json",
            "The file, or a line of it, is no JSON.",
            "error: orders.jsonl:3: the line is not one whole JSON object [bad-json]",
            "Export it again. Where each line is an order, the kind is jsonl.",
            ("xi-orders check orders.json --kind jsonl",),
        ),
        Word(
            "large-json",
            "A JSON file has more than 64 MiB; it would be read in one piece.",
            "error: orders.json: JSON over 64 MiB is not read [large-json]",
            "Write JSON Lines or CSV: they may have any length.",
        ),
        Word(
            "no-items",
            "It cannot be known where the list of orders is in a JSON file.",
            "error: orders.json: the file is an object with lists in it [no-items]",
            "Say it with items in a mapping, such as data.orders.",
        ),
        Word(
            "not-an-object",
            "An order in a JSON file is no object.",
            "error: orders.json:item 2: is no JSON object [not-an-object]",
            "Write each order as an object.",
            ("xi-orders template json",),
        ),
        Word(
            "bad-shape",
            "A list stands where an object belongs, or the other way round.",
            "error: orders.json:item 1:lines: is not a list [bad-shape] · PO A-1 is refused",
            "Write it as the template has it. From PowerShell: ConvertTo-Json -Depth 10.",
            ("xi-orders template json",),
        ),
        Word(
            "unknown-key",
            "A key of a JSON order is none that an order has.",
            "error: orders.json:item 1:lines[0].qty: is no key of an order [unknown-key] · PO A-1 is refused",
            "Correct it. If the API knows a key that this version does not, send it all the same.",
            ("xi-orders template json --all-fields", "xi-orders place orders.json --send-unknown"),
        ),
        Word(
            "name-twice",
            "A name is there twice in one JSON object, so one value would be lost.",
            "error: orders.json:item 1:notes: is there twice in one object [name-twice] · PO A-1 is refused",
            "Take one out.",
        ),
        Word(
            "not-text",
            "A number or another value stands where text belongs; zeros in front may be gone.",
            "error: orders.json:item 1:lines[0].ingramPartNumber: is a number, where text belongs; zeros in front may "
            "be gone [not-text] · PO A-1 is refused",
            "Write it in quotes.",
        ),
        Word(
            "empty-text",
            "A value of a JSON order is empty text.",
            "error: orders.json:item 1:notes: is empty text [empty-text] · PO A-1 is refused",
            "Leave the key out.",
        ),
    ),
)

LEDGER: Final = Part(
    "The ledger",
    "Exit code 6: the ledger cannot be used. Nothing more was sent. If an order was out, the message says so; it is in "
    "doubt when the ledger is back.",
    (
        Word(
            "ledger-missing",
            "There is no ledger where it should be. For production none is made in passing: an empty one forgets what "
            "was sent.",
            "error: there is no ledger /srv/orders.db; make it with Ledger.init, or name the right one: an empty one "
            "forgets what was sent [ledger-missing]",
            "If there was one, name it or restore it. The first time only, make it.",
            ("xi-orders config show", "xi-orders ledger init"),
        ),
        Word(
            "ledger-locked",
            "Another program uses the ledger all the time, or an act needs it alone.",
            "error: the ledger /srv/orders.db: another program writes to it all the time, or holds it; end that, then "
            "try again [ledger-locked]",
            "End the other program (a backup, a browser of databases), then run the same line.",
            ("xi-orders ledger info",),
        ),
        Word(
            "ledger-read-only",
            "This user may not write to the ledger or its folder.",
            "error: the ledger /srv/orders.db: it cannot be written; give this user write rights to the file and its "
            "folder [ledger-read-only]",
            "Give the rights. SQLite needs them for the folder too.",
            ("xi-orders doctor",),
        ),
        Word(
            "ledger-full",
            "The disk of the ledger is full.",
            "error: the ledger /srv/orders.db: the disk is full; make room, then go on: nothing that was written is "
            "lost [ledger-full]",
            "Make room, then run the same line.",
        ),
        Word(
            "ledger-network",
            "The file is on a network file system, where locks do not hold.",
            "error: the ledger /mnt/orders.db is on a network file system (nfs4), where SQLite's locks do not hold; "
            "keep it on a disk of this machine, or use PostgreSQL [ledger-network]",
            "Keep it on a local disk, or move to PostgreSQL.",
            ("xi-orders ledger move postgresql://orders@db/orders",),
        ),
        Word(
            "ledger-newer",
            "A newer version of this program has written the ledger.",
            "error: the ledger /srv/orders.db has version 9 of its tables, and this program knows version 8; use the "
            "newer version of the program [ledger-newer]",
            "Install that version here too.",
        ),
        Word(
            "ledger-older",
            "The tables of the ledger are of an older version, and a shared database is not changed in passing.",
            "error: the ledger orders has version 6 of its tables, and this program needs 7 or 8; call "
            "Ledger(url).migrate() [ledger-older]",
            "Migrate it once, by hand.",
            ("xi-orders ledger migrate --dry-run", "xi-orders ledger migrate"),
        ),
        Word(
            "ledger-damaged",
            "The file is damaged, or its tables are not those of a ledger.",
            "error: the ledger /srv/orders.db: the file is damaged; keep a copy of it, then restore a backup "
            "[ledger-damaged]",
            "Keep a copy. Then put a backup in its place: each PO is searched for before its first send from then on.",
            ("xi-orders ledger check", "xi-orders ledger restore backup.db"),
        ),
        Word(
            "ledger-moved",
            "The ledger was moved to another database, or another file was put in its place.",
            "error: the ledger /srv/orders.db was moved to postgresql://orders@db/orders; use that one [ledger-moved]",
            "Use the new one.",
            ("xi-orders config set ledger postgresql://orders@db/orders",),
        ),
        Word(
            "ledger-environment",
            "The ledger belongs to another environment. A trial in the sandbox must not make production believe that "
            "an order is placed.",
            "error: the ledger /srv/orders.db belongs to sandbox, and this program works with production; name the "
            "ledger of production, since this one would make it believe that orders were placed [ledger-environment]",
            "Name the ledger of this environment, or make one.",
            ("xi-orders config show",),
        ),
        Word(
            "ledger-not-a-ledger",
            "The file is of another program.",
            "error: the ledger /srv/orders.csv: it is no SQLite file; name the right one [ledger-not-a-ledger]",
            "Name the right one.",
            ("xi-orders config show",),
        ),
        Word(
            "ledger-second-host",
            "Another machine uses the same file.",
            "error: the ledger /srv/orders.db is used by the machine host2, which wrote to it 12 s ago; a file can be "
            "used by one machine only. End the programs there, or use PostgreSQL; if that machine was only started "
            "again, wait 60 s [ledger-second-host]",
            "For two machines, move the ledger to PostgreSQL.",
            ("xi-orders ledger move postgresql://orders@db/orders",),
        ),
        Word(
            "ledger-away",
            "The database does not answer, or refuses the log-in.",
            "error: the ledger orders: the database does not answer; check that it runs and can be reached "
            "[ledger-away]",
            "Once it is back, run the same line.",
            ("xi-orders doctor",),
        ),
    ),
)

HELD: Final = Part(
    "Held: a person must decide",
    "Exit code 5. These are reasons of the state held; doubled stands beside any state. Before you permit a send, look "
    "at the history and in Ingram Micro's portal: a second send may order twice.",
    (
        Word(
            "unguarded",
            "The order turns the check for duplicates off, and its answer was lost.",
            "A-1  held: unguarded",
            "Look in the portal. Say what became of it, or send it once more if it is surely not there.",
            (
                "xi-orders history A-1 --support",
                'xi-orders resolve A-1 --placed 20-RD3QV-11 --because "seen in the portal"',
                'xi-orders resend A-1 --because "IM case 0099123: not there"',
            ),
        ),
        Word(
            "conflict",
            "Under this PO there is an order with other parts or quantities, or of an earlier day: a person or another "
            "program has used the PO.",
            "A-1  held: conflict",
            "Compare the two. If ours is not needed, abandon it. If it is, abandon it and order it under a new PO.",
            ("xi-orders show A-1", 'xi-orders abandon A-1 --because "ordered by phone"'),
        ),
        Word(
            "refused_on_repeat",
            "The first answer was lost, nothing was found, and the repeat was refused. The first send may still have "
            "been acted on.",
            "A-1  held: refused_on_repeat",
            "Wait an hour and look again. If nothing is there: close it, correct it, and order it under a new PO.",
            ("xi-orders recheck A-1", 'xi-orders resolve A-1 --not-placed --because "IM case 0099123"'),
        ),
        Word(
            "refused_by_webhook",
            "A webhook says that it failed, and nothing was found. The body of a webhook is not signed: it is no "
            "proof.",
            "A-1  held: refused_by_webhook",
            "Read the reason in the history. Close it, or send it once more when the cause is gone.",
            (
                "xi-orders history A-1",
                'xi-orders resolve A-1 --not-placed --because "refused: no stock"',
                'xi-orders resend A-1 --because "stock is back"',
            ),
        ),
        Word(
            "exists_unseen",
            "The server says that the PO exists, and no search finds it: cancelled, very old, of another account, or "
            "not to be seen yet.",
            "A-1  held: exists_unseen",
            "Look again after an hour, then ask Ingram Micro which order it is. Do not resend: it would be refused "
            "again.",
            ("xi-orders recheck A-1", "xi-orders history A-1 --support"),
        ),
        Word(
            "too_old",
            "Its first send was more than a day ago, and nothing was found. How long the server's check for duplicates "
            "lasts is not known.",
            "A-1  held: too_old",
            "Look in the portal. If it is not there, send it once more.",
            ('xi-orders resend A-1 --because "not in the portal"',),
        ),
        Word(
            "too_many_sends",
            "It was sent three times without a clear answer, and nothing was found.",
            "A-1  held: too_many_sends",
            "Find out why the server does not answer: the size, a part, an address. Then send it once more.",
            ("xi-orders history A-1 --support", 'xi-orders resend A-1 --because "IM case 0099123: not there"'),
        ),
        Word(
            "no_result",
            "It was accepted or acted on, and no order that can be compared was found. It was probably placed.",
            "A-1  held: no_result",
            "Search by PO and date. Do not resend before Ingram Micro says that it is not there.",
            (
                "xi-orders search --po A-1",
                'xi-orders resolve A-1 --placed 20-RD3QV-11 --because "seen in the portal"',
            ),
        ),
        Word(
            "cannot_send",
            "The server refuses this order for the set-up, and takes others.",
            "A-1  held: cannot_send",
            "Read the answer in the history. Correct rights or account, then send it.",
            ("xi-orders history A-1", 'xi-orders resend A-1 --because "the address book is approved now"'),
        ),
        Word(
            "doubled",
            "Two orders of ours stand. This is urgent: both ship. It stands beside the state.",
            "A-1  placed  20-RD3QV-11 20-RD3QV-12  doubled",
            "Cancel one of them now. Only an order on customer hold can be cancelled here: for any other, call Ingram "
            "Micro.",
            (
                "xi-orders show A-1",
                'xi-orders cancel 20-RD3QV-12 --because "ordered twice"',
                'xi-orders resolve A-1 --placed 20-RD3QV-11 --because "the other is cancelled"',
            ),
        ),
    ),
)

PARTS: Final = (USE, SET_UP, API, ORDERS, FILES, LEDGER, HELD)
WORDS: Final = {word.name: word for part in PARTS for word in part.words}
"""Every word, in the order of its parts."""


def lines_of(word: Word) -> list[str]:
    """Return the page of a word.

    Args:
        word: the word.
    """
    return [
        word.name,
        "",
        *textwrap.wrap(word.means, _WIDEST),
        "",
        f"  {word.says}",
        "",
        *textwrap.wrap(word.do, _WIDEST),
        *([""] if word.type else []),
        *(f"  {line}" for line in word.type),
    ]
