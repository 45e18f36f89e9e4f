/**
 * Runs the vectors against the SDK of subject.mjs, and prints one line of JSON for each vector and a summary.
 *
 *     node runner.mjs --vectors FOLDER --implementation FILE
 *
 * Ends with 0 if all claimed vectors pass, with 1 if not, and with 2 if they cannot be run. FOLDER has manifest.json,
 * contract.json and the files of vectors. It knows kinds, rules of comparison and special keys, and nothing of the API.
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  answerOf, bodyAs, bytesOf, byName, compare, compareEnd, compareRequest, Failure, listed, only, pair, pairsOf, valueAt,
} from "./comparing.mjs";
import { TransportError } from "./exchange.mjs";
import { isObject, Num, read } from "./json.mjs";
import * as sdk from "./subject.mjs";

const FORMAT = "1.0";
const TOLERANCE = 0.001; // seconds

/** Returns how a call ends: `{result}`, `{error}` or `{refused}`. */
async function endOf(client, operation, given) {
  try {
    return { result: await client.call(operation, given) };
  } catch (error) {
    if (error instanceof sdk.Refused) return { refused: { about: error.about, at: error.at } };
    if (error instanceof sdk.CallError) return { error };
    throw error;
  }
}

/** Returns the given arguments, and an example for each required argument that is not given. */
function filled(contract, id, given) {
  const examples = (contract.operations.get(id)?.parameters ?? []).filter((each) => each.required);
  return { ...Object.fromEntries(examples.map((each) => [each.name, each.example])), ...given };
}

/** A world in which every request is answered in the same way, and time stands still. */
function stillWorld(now, send) {
  return { send, sleep: async () => {}, monotonic: () => 5000, wall: () => now, chance: () => 0.5 };
}

// The kinds: each returns the differences of a vector

async function request({ given, expect }, contract) {
  const { operation, arguments: passed, host, token = "tok-1" } =
    only("/given", given, "operation", "arguments", "host", "token");
  only("/expect", expect, "request", "refused");
  let sent = null;
  const settings = { token, policy: { attempts: 1 }, ...(host !== undefined && { host }) };
  const client = new sdk.Client(contract, settings, stillWorld(0, async (each) => {
    sent = each;
    throw new TransportError("not-sent");
  }));
  const end = await endOf(client, operation, passed);
  if (expect.refused !== undefined) {
    return [...compare("/sent", null, sent), ...compare("/refused", expect.refused, end.refused)];
  }
  return sent === null ? [{ at: "/request", want: expect.request, got: end }] : compareRequest("/request", expect.request, sent);
}

async function error({ given, expect }, contract) {
  const { operation, arguments: passed = {}, now = 0, token = "tok-1", answer, fails } =
    only("/given", given, "operation", "arguments", "now", "token", "answer", "fails");
  const client = new sdk.Client(contract, { token, policy: { attempts: 1 } }, stillWorld(now, async () => {
    if (fails !== undefined) throw new TransportError(fails);
    return answerOf(answer);
  }));
  return compareEnd("", expect, await endOf(client, operation, filled(contract, operation, passed)));
}

async function status({ given, expect }) {
  return compare("", expect, sdk.statusOf(only("/given", given, "text").text));
}

async function webhook({ given, expect }) {
  const { body, signature, secrets } = only("/given", given, "body", "signature", "secrets");
  const data = bytesOf(body);
  const found = { verified: sdk.verify(data, signature, secrets) };
  try {
    found.events = sdk.eventsOf(data).map(({ ingramPartNumbers, ...rest }) =>
      (ingramPartNumbers.length > 0 ? { ...rest, ingramPartNumbers } : rest));
  } catch (refused) {
    if (!(refused instanceof sdk.Refused)) throw refused;
    found.refused = { about: refused.about, at: refused.at };
  }
  return listed("", only("/expect", expect, "verified", "events", "refused"), found);
}

const EVENTS = ["take", "answer", "leaseOver", "webhook", "searched", "person", "asks", "answered"];
const INSIDE = { // the keys of what an event says, by its name
  take: ["gate"],
  gate: ["until"],
  answer: ["numbers", "lines", "confirmation", "error", "late"],
  error: ["kind", "status", "mayHaveBeenActedOn", "isDuplicatePo", "retryAfter", "errors"],
  errors: ["message", "type", "id", "fields"],
  fields: ["field", "value", "message"],
  searched: ["works", "refusedBefore"],
  person: ["placed"],
  answered: ["order", "answer"],
};

/** Fails for an unknown key of an object, or of what is in it. */
function onlyKnown(at, value, names) {
  only(at, value, ...names);
  for (const [name, inner] of Object.entries(value)) {
    for (const each of [inner].flat().filter(isObject)) onlyKnown(`${at}/${name}`, each, INSIDE[name] ?? []);
  }
}

async function desk({ given, script }) {
  only("/given", given, "row", "breaker");
  only("/given/row", given.row ?? {}, ...Object.keys(sdk.NEW_ROW));
  only("/given/breaker", given.breaker ?? {}, ...Object.keys(sdk.NEW_BREAKER));
  let row = { ...sdk.NEW_ROW, ...given.row };
  let breaker = { ...sdk.NEW_BREAKER, ...given.breaker };
  const wrong = [];
  for (const [n, step] of script.entries()) {
    const { at, event, ...want } = only(`/${n}`, step, "at", "event", "row", "commands", "refused", "gate", "breaker");
    onlyKnown(`/${n}/event`, event, event.looked === undefined ? EVENTS : ["looked", "numbers", "began", "gate"]);
    const got = {};
    if (event.asks !== undefined) ({ breaker, gate: got.gate } = sdk.ask(breaker, event.asks, at));
    else if (event.answered !== undefined) {
      breaker = sdk.afterSend(breaker, event.answered.order, event.answered.answer, at);
    } else {
      try {
        ({ row, commands: got.commands } = sdk.decide(row, event, at));
      } catch (refused) {
        if (!(refused instanceof sdk.NotPermitted)) throw refused;
        got.refused = "not-permitted";
      }
    }
    const { row: fields = {}, breaker: of = {}, ...rest } = want;
    wrong.push(...listed(`/${n}/row`, fields, row), ...listed(`/${n}/breaker`, of, breaker));
    wrong.push(...listed(`/${n}`, rest, got), ...compare(`/${n}/refused`, want.refused ?? { $absent: true }, got.refused));
  }
  return wrong;
}

const NUMBER = /^page(number)?$/i; // the parameters that say which page is wanted, and how large it is
const SIZE = /^(page)?size$/i;

async function paging({ given, expect }, contract) {
  only("/given", given, "operation", "list", "arguments", "limit", "pageSize", "answers");
  only("/expect", expect, "asked", "each", "waits", "yields", "ends", "refused");
  only("/expect/yields", expect.yields ?? {}, "at", "values");
  const [sent, waits, found, left] = [[], [], [], [...given.answers]];
  const world = stillWorld(0, async (each) => {
    sent.push(each);
    if (left.length === 0) throw new Failure("/asked", expect.asked, `${sent.length} pages`);
    return answerOf(left.shift());
  });
  const client = new sdk.Client(contract, { token: "tok-1", policy: { attempts: 1 } }, world);
  const { operation, list, pageSize, limit } = given;
  const passed = filled(contract, operation, given.arguments ?? {});
  const pages = sdk.items(client, operation, passed, { list, pageSize, limit }, async (seconds) => waits.push(seconds));
  let ends = "done";
  try {
    for await (const each of pages) found.push(each);
  } catch (error) {
    if (error instanceof sdk.Refused) {
      return [...compare("", expect, { refused: { about: error.about, at: error.at } }), ...compare("/sent", [], sent)];
    }
    if (error instanceof sdk.RepeatedPages) ends = "repeats";
    else if (error instanceof sdk.CallError) ends = { error };
    else throw error;
  }
  if (expect.refused !== undefined) return [{ at: "/refused", want: expect.refused, got: { ends } }];
  return comparePages({ given, expect }, { sent, waits, found, ends });
}

function comparePages({ given, expect }, { sent, waits, found, ends }) {
  const queries = sent.map((each) => byName(pairsOf(each.query, pair(decodeURIComponent))));
  const values = (pattern) => queries.map((query) =>
    Object.entries(query).filter(([name]) => pattern.test(name)).flatMap(([, texts]) => texts.map(Number)));
  const wrong = [
    ...compare("/asked", expect.asked.map((each) => [each]), values(NUMBER)),
    ...compare("/sizes", sent.map(() => [given.pageSize]), values(SIZE)),
    ...compare("/waits", expect.waits ?? [], waits),
    ...compare("/yields/values", expect.yields.values, found.map((each) => valueAt(each, expect.yields.at))),
  ];
  for (const [n, { body }] of expect.each === undefined ? [] : sent.entries()) {
    only("/each", expect.each, "query", "body");
    const rest = Object.fromEntries(Object.entries(queries[n]).filter(([name]) => !NUMBER.test(name) && !SIZE.test(name)));
    wrong.push(...compare("/each/query", byName(expect.each.query.map(pair(decodeURIComponent))), rest));
    for (const [form, value] of Object.entries(expect.each.body ?? { none: true })) {
      wrong.push(...compare(`/each/body/${form}`, value, bodyAs(form, body)));
    }
  }
  const isError = isObject(expect.ends) && isObject(ends);
  return [...wrong, ...(isError ? compareEnd("/ends", expect.ends, ends) : compare("/ends", expect.ends, ends))];
}

async function exchange({ given, script }, contract) {
  return new Session(given, script).play(contract);
}

/** A scripted server and clock. */
class Session {
  constructor(given, script) {
    only("/given", given, "clock", "chance", "mint", "token", "credentials", "host", "tokenUrl", "callsPerMinute", "policy");
    only("/given/credentials", given.credentials ?? {}, "client_id", "client_secret");
    only("/given/policy", given.policy, "attempts", "deadline", "waitCap", "base", "quotaWindow");
    Object.assign(this, { given, left: [...script.entries()], elapsed: 0, jumped: 0, waited: 0, wrong: [] });
    this.chances = [given.chance].flat();
    this.minted = [...(given.mint ?? [])];
  }

  /** Returns the next step, which must be of a kind, after the waits that must be before it. */
  next(kind, got) {
    let due = 0;
    while (this.left[0]?.[1].waits !== undefined) due += this.left.shift()[1].waits;
    if (Math.abs(due - this.waited) > TOLERANCE) {
      this.wrong.push({ at: `/before ${kind}`, want: `${due} s`, got: `${this.waited} s` });
    }
    this.waited = 0;
    const [n, step] = this.left.shift() ?? ["end", {}];
    if (step[kind] === undefined) throw new Failure(`/${n}`, step, { [kind]: got });
    return { at: `/${n}/${kind}`, step };
  }

  world() {
    return {
      send: async (sent) => {
        const { at, step } = this.next("sends", sent);
        only(at, step, "sends", "then");
        this.wrong.push(...compareRequest(at, step.sends, sent));
        const { answer, fails, after } = only(at, step.then, "answer", "fails", "after");
        this.elapsed += after;
        if (fails !== undefined) throw new TransportError(fails);
        return answerOf(answer);
      },
      sleep: async (seconds) => {
        this.waited += seconds;
        this.elapsed += seconds;
      },
      monotonic: () => 5000 + this.elapsed,
      wall: () => this.given.clock + this.elapsed + this.jumped,
      chance: () => (this.chances.length > 1 ? this.chances.shift() : this.chances[0]),
    };
  }

  async play(contract) {
    const { token, credentials, host, tokenUrl, callsPerMinute, policy, mint } = this.given;
    const settings = { token, credentials, tokenUrl, callsPerMinute, policy };
    if (host !== undefined) settings.host = host;
    if (mint !== undefined) settings.mint = () => this.minted.shift() ?? "none left";
    const client = new sdk.Client(contract, settings, this.world());
    while (this.left.length > 0) {
      const [n, step] = this.left.shift();
      only(`/${n}`, step, "calls", "passes", "jumps");
      if (step.passes !== undefined) this.elapsed += step.passes;
      else if (step.jumps !== undefined) this.jumped += step.jumps;
      else {
        const { operation, arguments: passed } = only(`/${n}/calls`, step.calls, "operation", "arguments");
        const end = await endOf(client, operation, passed);
        const { at, step: wanted } = this.next("ends", end);
        only(at, wanted, "ends");
        this.wrong.push(...compareEnd(at, wanted.ends, end));
      }
    }
    return this.wrong;
  }
}

const KINDS = { request, response: error, error, status, webhook, exchange, paging, desk };

// Running

async function differences(kind, vector, contract) {
  try {
    only("", vector, "id", "since", "rule", "why", "requires", "kills", "given", "expect", "script");
    if (KINDS[kind] === undefined) throw new Failure("/kind", "a known kind", kind);
    return await KINDS[kind](vector, contract);
  } catch (failed) {
    return failed.because ?? [{ at: "", want: "an end that can be compared", got: failed.stack ?? String(failed) }];
  }
}

function isClaimed({ vectors, levels, families, capabilities }, entry) {
  return isUpTo(vectors, entry.since) && (entry.level === null || levels.includes(entry.level)) &&
    (entry.family === null || families.includes(entry.family)) &&
    entry.requires.every((each) => capabilities.includes(each));
}

/** Returns whether a version of two numbers is not later than another. */
function isUpTo(latest, version) {
  const [[ofLatest, minorOfLatest], [major, minor]] = [latest, version].map((each) => each.split(".").map(Number));
  return major < ofLatest || (major === ofLatest && minor <= minorOfLatest);
}

const printable = (_, value) => {
  if (typeof value === "bigint" || value instanceof Num) return String(value);
  return value === undefined ? "<nothing>" : value;
};

async function main(args) {
  const option = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined) ?? fail(`${name} is missing`);
  const fail = (why) => {
    throw new Error(why);
  };
  const folder = option("--vectors");
  const load = (path) => read(readFileSync(path, "utf8"));
  const manifest = load(join(folder, "manifest.json"));
  const implementation = load(option("--implementation"));
  const contract = new sdk.Contract(load(join(folder, "contract.json")));
  const known = implementation.known.map((each) => each.id);
  const files = [...new Set(Object.values(manifest.vectors).map((each) => each.file))].sort();
  const loaded = files.map((name) => load(join(folder, name)));
  const newer = loaded.find((file) => !isUpTo(FORMAT, file.format));
  if (newer !== undefined) fail(`format ${newer.format} is newer than ${FORMAT}`);
  const summary = {};
  const lines = [];
  for (const { kind, vectors } of loaded) {
    for (const vector of vectors) {
      const entry = manifest.vectors[vector.id];
      const because = entry && !isClaimed(implementation, entry) ? null : await differences(kind, vector, contract);
      const word = known.includes(vector.id) ? "known" : "fail";
      const result = because === null ? "unsupported" : because.length === 0 ? "pass" : word;
      lines.push(JSON.stringify({ id: vector.id, result, ...(because?.length > 0 && { because }) }, printable));
      ((summary[kind] ??= {})[result] ??= 0, (summary[kind][result] += 1));
    }
  }
  lines.push(JSON.stringify({ summary, implementation: implementation.name, vectors: manifest.version }));
  process.stdout.write(`${lines.join("\n")}\n`);
  return Object.values(summary).some((each) => each.fail > 0) ? 1 : 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (failed) {
  process.stderr.write(`cannot run: ${failed.message}\n`);
  process.exitCode = 2;
}
