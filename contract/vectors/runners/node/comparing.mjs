/** Compares what an SDK did with the expectation of a vector: values, requests, and the ends of calls. */

import { inspect } from "node:util";
import { decimal, equal, isNumber, isObject, Num, read } from "./json.mjs";

const EXACT = 2 ** 53;
const UNCOMPARED = ["user-agent", "host", "connection", "accept-encoding", "content-length"];

/** Something that this runner does not know, or that is not in the script: the vector fails with it. */
export class Failure extends Error {
  constructor(at, want, got) {
    super(at);
    this.because = [{ at, want, got }];
  }
}

const isSpecial = (want) => isObject(want) && Object.keys(want).some((key) => key.startsWith("$"));

/** Returns the differences of a value. An undefined value is one that is not there. */
export function compare(at, want, got) {
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
export const listed = (at, want, got) =>
  Object.entries(want).flatMap(([name, each]) => compare(`${at}/${name}`, each, own(got, name)));

/** Fails for a key that is not among the known ones. */
export function only(at, value, ...names) {
  const unknown = Object.keys(value).find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Failure(`${at}/${unknown}`, "a known key", unknown);
  return value;
}

// Bodies, requests and answers

export function bytesOf(body) {
  only("/body", body, "text", "base64", "json", "none");
  if (body.text !== undefined) return Buffer.from(body.text);
  if (body.base64 !== undefined) return Buffer.from(body.base64, "base64");
  return Buffer.from(body.json === undefined ? "" : JSON.stringify(body.json));
}

export function answerOf(given) {
  const { status, reason = "", headers, body } = only("/answer", given, "status", "reason", "headers", "body");
  const joined = {};
  for (const [name, value] of headers) {
    const key = name.toLowerCase();
    joined[key] = joined[key] === undefined ? value : `${joined[key]}, ${value}`;
  }
  return { status, reason, headers: joined, body: bytesOf(body) };
}

export const pairsOf = (text, split) => text.split("&").filter(Boolean).map((each) => split(each));
export const pair = (decode) => (text) => {
  const at = text.indexOf("=");
  return (at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)]).map(decode);
};

export function byName(pairs) {
  const found = {};
  for (const [name, value] of pairs) (found[name] ??= []).push(value);
  return found;
}

export function compareRequest(at, want, sent) {
  only(at, want, "method", "origin", "path", "query", "headers", "body");
  const { path, query, headers: wanted = {}, body = {}, ...plain } = want;
  const segments = (text) => text.split("/").map(decodeURIComponent);
  const wrong = listed(at, plain, sent);
  if (path !== undefined) wrong.push(...compare(`${at}/path`, segments(path), segments(sent.path)));
  if (query !== undefined) {
    const pairs = query.map(pair(decodeURIComponent));
    wrong.push(...compare(`${at}/query`, byName(pairs), byName(pairsOf(sent.query, pair(decodeURIComponent)))));
  }
  const headers = Object.fromEntries(Object.entries(sent.headers).map(([name, value]) => [name.toLowerCase(), value]));
  for (const [name, value] of Object.entries(wanted)) {
    const key = name.toLowerCase();
    if (!UNCOMPARED.includes(key)) wrong.push(...compare(`${at}/headers/${name}`, value, own(headers, key)));
  }
  for (const [form, value] of Object.entries(body)) {
    wrong.push(...compare(`${at}/body/${form}`, value, bodyAs(form, sent.body)));
  }
  return wrong;
}

export function bodyAs(form, body) {
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
export function valueAt(value, pointer) {
  return pointer.split("/").slice(1).reduce((inner, name) => {
    if (Array.isArray(inner)) return /^\d+$/.test(name) ? inner[Number(name)] : undefined;
    return isObject(inner) ? own(inner, name.replaceAll("~1", "/").replaceAll("~0", "~")) : undefined;
  }, value);
}

export function compareEnd(at, want, end) {
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
