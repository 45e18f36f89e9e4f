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
import { inspect } from "node:util";
import { TransportError } from "./exchange.mjs";
import { decimal, equal, isNumber, isObject, JsonError, Num, read } from "./json.mjs";
import * as sdk from "./subject.mjs";

const FORMAT = [1, 0];
const TOLERANCE = 0.001; // seconds
const EXACT = 2 ** 53;
const UNCOMPARED = ["user-agent", "host", "connection", "accept-encoding", "content-length"];

/** Something that this runner does not know, or that is not in the script: the vector fails with it. */
class Failure extends Error {
  constructor(at, want, got) {
    super(at);
    this.because = [{ at, want, got }];
  }
}

// Comparing

const isSpecial = (want) => isObject(want) && Object.keys(want).some((key) => key.startsWith("$"));

/** Returns the differences of a value. An undefined value is one that is not there. */
function compare(at, want, got) {
  const wrong = [{ at, want, got }];
  if (isSpecial(want)) return Object.keys(want).length === 1 && fits(...Object.entries(want)[0], got) ? [] : wrong;
  if (isObject(want)) {
    if (!isObject(got)) return wrong;
    const names = new Set([...Object.keys(want), ...Object.keys(got)]);
    return [...names].flatMap((name) =>
      compare(`${at}/${name}`, Object.hasOwn(want, name) ? want[name] : { $absent: true }, own(got, name)));
  }
  if (Array.isArray(want)) {
    if (!Array.isArray(got) || got.length !== want.length) return wrong;
    return want.flatMap((each, n) => compare(`${at}/${n}`, each, got[n]));
  }
  if (isNumber(want)) {
    const isSafe = Number.isInteger(want) && Math.abs(want) <= EXACT;
    return isSafe && isNumber(got) && equal(want, got) ? [] : wrong;
  }
  return want === got ? [] : wrong;
}

function fits(key, given, got) {
  switch (key) {
    case "$absent": return given === true && got === undefined;
    case "$any": return given === true && got !== undefined;
    case "$length":
      if (typeof got === "string") return [...got].length === given;
      return (Array.isArray(got) ? got.length : isObject(got) ? Object.keys(got).length : -1) === given;
    case "$matches": return typeof got === "string" && new RegExp(`^(?:${given})$`, "u").test(got);
    case "$number": return isNumber(got) && equal(given, got);
    case "$integer": return !(got instanceof Num) && isNumber(got) && decimal(got).exponent >= 0 && equal(given, got);
    default: return false;
  }
}

const own = (object, name) => (Object.hasOwn(object, name) ? object[name] : undefined);
const listed = (at, want, got) =>
  Object.entries(want).flatMap(([name, each]) => compare(`${at}/${name}`, each, own(got, name)));

/** Fails for a key that is not among the known ones. */
function only(at, value, ...names) {
  const unknown = Object.keys(value).find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Failure(`${at}/${unknown}`, "a known key", unknown);
  return value;
}

// Bodies, requests and answers

function bytesOf(body) {
  only("/body", body, "text", "base64", "json", "none");
  if (body.text !== undefined) return Buffer.from(body.text);
  if (body.base64 !== undefined) return Buffer.from(body.base64, "base64");
  return Buffer.from(body.json === undefined ? "" : JSON.stringify(body.json));
}

function answerOf(given) {
  const { status, reason = "", headers, body } = only("/answer", given, "status", "reason", "headers", "body");
  const joined = {};
  for (const [name, value] of headers) {
    const key = name.toLowerCase();
    joined[key] = joined[key] === undefined ? value : `${joined[key]}, ${value}`;
  }
  return { status, reason, headers: joined, body: bytesOf(body) };
}

const pairsOf = (text, split) => text.split("&").filter(Boolean).map((each) => split(each));
const pair = (decode) => (text) => {
  const at = text.indexOf("=");
  return (at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)]).map(decode);
};

function byName(pairs) {
  const found = {};
  for (const [name, value] of pairs) (found[name] ??= []).push(value);
  return found;
}

function compareRequest(at, want, sent) {
  only(at, want, "method", "origin", "path", "query", "headers", "body");
  const segments = (path) => path.split("/").map(decodeURIComponent);
  const wrong = listed(at, own(want, "path") === undefined ? want : { ...want, path: segments(want.path) }, {
    ...want, // for what is compared below
    method: sent.method,
    origin: sent.origin,
    path: segments(sent.path),
  }).filter((each) => !/\/(query|headers|body)(\/|$)/.test(each.at.slice(at.length)));
  if (want.query !== undefined) {
    const wanted = byName(want.query.map(pair(decodeURIComponent)));
    wrong.push(...compare(`${at}/query`, wanted, byName(pairsOf(sent.query, pair(decodeURIComponent)))));
  }
  const headers = Object.fromEntries(Object.entries(sent.headers).map(([name, value]) => [name.toLowerCase(), value]));
  for (const [name, value] of Object.entries(want.headers ?? {})) {
    const key = name.toLowerCase();
    if (!UNCOMPARED.includes(key)) wrong.push(...compare(`${at}/headers/${name}`, value, own(headers, key)));
  }
  for (const [form, value] of Object.entries(want.body ?? {})) {
    wrong.push(...compare(`${at}/body/${form}`, value, bodyAs(form, sent.body)));
  }
  return wrong;
}

function bodyAs(form, body) {
  const plain = (text) => decodeURIComponent(text.replaceAll("+", " "));
  switch (form) {
    case "none": return body === null ? true : body;
    case "text": return body ?? "";
    case "json": return body === null ? null : read(body);
    case "form": return pairsOf(body ?? "", pair(plain));
    default: return undefined;
  }
}

// The ends of calls

/** Returns the value at a pointer; undefined if there is none. */
function valueAt(value, pointer) {
  return pointer.split("/").slice(1).reduce((inner, name) => {
    if (Array.isArray(inner)) return /^\d+$/.test(name) ? inner[Number(name)] : undefined;
    return isObject(inner) ? own(inner, name.replaceAll("~1", "/").replaceAll("~0", "~")) : undefined;
  }, value);
}

function compareEnd(at, want, end) {
  only(at, want, "result", "error");
  if (want.error !== undefined && end.error !== undefined) return compareError(`${at}/error`, want.error, end.error);
  if (want.result !== undefined && end.result !== undefined) return compareResult(`${at}/result`, want.result, end.result);
  return [{ at, want, got: end.error === undefined ? end.result : String(end.error) }];
}

function compareResult(at, want, result) {
  only(at, want, "fields", "unparsed", "extra", "written", "nothing");
  const isNothing = result.nothing === true;
  const wrong = compare(`${at}/nothing`, want.nothing ?? false, isNothing);
  if (isNothing) return wrong;
  for (const [pointer, value] of Object.entries(want.fields ?? {})) {
    wrong.push(...compare(`${at}/fields${pointer}`, value, valueAt(result.value, pointer)));
  }
  wrong.push(...compare(`${at}/unparsed`, want.unparsed ?? {}, result.unparsed));
  wrong.push(...compare(`${at}/extra`, want.extra ?? {}, result.extra));
  if (want.written !== undefined) wrong.push(...compare(`${at}/written`, want.written, read(result.written())));
  return wrong;
}

const ERROR = [
  "kind", "status", "correlationId", "attempts", "mayHaveBeenActedOn", "isDuplicatePo", "retryAfter", "errors",
];

function compareError(at, want, error) {
  const { hides = [], ...parts } = only(at, want, ...ERROR, "hides");
  const texts = [String(error), error.stack, inspect(error, { depth: null, showHidden: true, breakLength: Infinity })];
  const shown = hides.filter((each) => texts.some((text) => text.includes(each)));
  return [...listed(at, parts, error), ...compare(`${at}/hides`, [], shown)];
}

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

async function desk({ given, script }) {
  only("/given", given, "row", "breaker");
  let row = { ...sdk.NEW_ROW, ...given.row };
  let breaker = { ...sdk.NEW_BREAKER, ...given.breaker };
  const wrong = [];
  for (const [n, step] of script.entries()) {
    const { at, event, ...want } = only(`/${n}`, step, "at", "event", "row", "commands", "refused", "gate", "breaker");
    only(`/${n}/event`, event, "take", "answer", "leaseOver", "looked", "numbers", "began", "gate", "webhook", "searched",
      "person", "asks", "answered");
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

async function exchange({ given, script }, contract) {
  return new Session(given, script).play(contract);
}

/** A scripted server and clock. */
class Session {
  constructor(given, script) {
    only("/given", given, "clock", "chance", "mint", "token", "credentials", "host", "tokenUrl", "callsPerMinute", "policy");
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
        this.wrong.push(...compareEnd(at, wanted.ends, end));
      }
    }
    return this.wrong;
  }
}

const KINDS = { request, response: error, error, status, webhook, exchange, desk };

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

function isClaimed({ levels, families, capabilities }, entry) {
  return (entry.level === null || levels.includes(entry.level)) &&
    (entry.family === null || families.includes(entry.family)) &&
    entry.requires.every((each) => capabilities.includes(each));
}

function isKnownFormat(text) {
  const [major, minor] = text.split(".").map(Number);
  return major < FORMAT[0] || (major === FORMAT[0] && minor <= FORMAT[1]);
}

const printable = (_, value) => {
  if (typeof value === "bigint" || value instanceof Num) return String(value);
  return value === undefined ? "<nothing>" : value;
};

async function main(args) {
  const option = (name) => args[args.indexOf(name) + 1] ?? fail(`${name} is missing`);
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
  const newer = loaded.find((file) => !isKnownFormat(file.format));
  if (newer !== undefined) fail(`format ${newer.format} is newer than ${FORMAT.join(".")}`);
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
