/** Answers: a body becomes typed values with everything that the server sent, and errors of every form become one. */

import { decimal, isNumber, isObject, JsonError, numberOf, read, write } from "./json.mjs";

const CHARSETS = {
  "utf-8": "utf-8", utf8: "utf-8", "utf-16": "utf-16", utf16: "utf-16", "iso-8859-1": "latin1", "iso8859-1": "latin1",
  "latin-1": "latin1", latin1: "latin1", "windows-1252": "windows-1252", cp1252: "windows-1252", "us-ascii": "ascii",
  ascii: "ascii",
};
/** Keys of a typed object for what its schema does not declare, and for the key under which each field was given. */
const EXTRA = Symbol("extra");
const GIVEN = Symbol("given");
const NOTHING = ["", "0", "false", "nan", "none", "null", "true", "undefined"];

/** Returns the text of a body in the charset that it names, in UTF-8, or else in ISO-8859-1. */
export function decoded(body, contentType) {
  const named = /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? "")?.[1].toLowerCase().replaceAll("_", "-");
  for (const charset of [CHARSETS[named] ?? "utf-8", "utf-8"]) {
    const found = decodedAs(charset, body);
    if (found !== null) return found.replace(/^\ufeff/, "");
  }
  return Buffer.from(body).toString("latin1");
}

function decodedAs(charset, body) {
  if (charset === "latin1") return Buffer.from(body).toString("latin1"); // a TextDecoder would read it as windows-1252
  if (charset === "windows-1252") return windows1252(body);
  if (charset === "ascii") return body.every((each) => each < 128) ? Buffer.from(body).toString("latin1") : null;
  const isBigEndian = charset === "utf-16" && body[0] === 0xfe && body[1] === 0xff;
  try {
    return new TextDecoder(isBigEndian ? "utf-16be" : charset, { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return null;
  }
}

/** Characters of windows-1252 from 0x80 on, a blank where it has none. The TextDecoder of Node 20 has others here. */
const FROM_0X80 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

function windows1252(body) {
  const text = Buffer.from(body).toString("latin1");
  const found = text.replace(/[\u0080-\u009f]/g, (each) => FROM_0X80[each.charCodeAt(0) - 0x80]);
  return /[\u0081\u008d\u008f\u0090\u009d]/.test(text) ? null : found;
}

/** Returns the JSON of an answer; undefined if it is none. */
export function contentOf(answer) {
  try {
    return read(decoded(answer.body, answer.headers["content-type"]));
  } catch (error) {
    if (error instanceof JsonError) return undefined;
    throw error;
  }
}

/** Whether a value is what some services write in place of a list without items. */
const isNothing = (value) => value === "" || (isObject(value) && Object.keys(value).length === 0);
const step = (at, name) => `${at}/${String(name).replaceAll("~", "~0").replaceAll("/", "~1")}`;

/** Reads one document. What fits no type is in `unparsed`, what no schema declares in `extra`, both by their places. */
export class Reader {
  constructor(contract) {
    this.contract = contract;
    this.unparsed = {};
    this.extra = {};
  }

  /** Returns `{typed, written}`; null if the value does not fit. */
  read(given, value, at) {
    const schema = this.contract.resolve(given);
    if (value === null || schema["x-any"] !== undefined) return { typed: value, written: value };
    const type = [schema.type].flat()[0];
    if (type === "object") return this.#object(schema, value, at);
    if (type === "array") return this.#array(schema, value, at);
    const typed = scalar(schema, type, value);
    return typed === undefined ? null : { typed, written: typed };
  }

  #array(schema, value, at) {
    if (isNothing(value)) {
      this.unparsed[at] = value;
      return { typed: [], written: value };
    }
    if (!Array.isArray(value)) {
      const one = this.read(schema.items, value, step(at, 0));
      return one === null ? null : { typed: [one.typed], written: [one.written] };
    }
    const [typed, written] = [[], []];
    value.forEach((each, n) => {
      const found = each === null ? null : this.read(schema.items, each, step(at, n));
      if (found === null) this.unparsed[step(at, n)] = each;
      else typed.push(found.typed);
      written.push(found === null ? each : found.written);
    });
    return { typed, written };
  }

  #object(schema, value, at) {
    if (Array.isArray(value) && value.length === 1 && isObject(value[0])) return this.#object(schema, value[0], at);
    if (!isObject(value)) return null;
    const typed = Object.fromEntries(Object.keys(schema.properties).map((name) => [name, null]));
    Object.defineProperties(typed, { [EXTRA]: { value: {} }, [GIVEN]: { value: new Map() } });
    const written = {};
    const wires = wiresOf(schema, value);
    for (const [key, each] of Object.entries(value)) {
      const wire = wires[key];
      if (wire === undefined) {
        this.extra[step(at, key)] = typed[EXTRA][key] = written[key] = each;
        continue;
      }
      typed[GIVEN].set(wire, key);
      const found = this.read(schema.properties[wire], each, step(at, key));
      if (found === null) this.unparsed[step(at, key)] = each;
      typed[wire] = found?.typed ?? null;
      written[key] = found === null ? each : found.written;
    }
    this.#fetchMisplaced(schema, typed, at);
    return { typed, written };
  }

  /** Reads members that came in the object of another field. They are written out where they came. */
  #fetchMisplaced(schema, typed, at) {
    for (const [name, property] of Object.entries(schema.properties)) {
      for (const { name: holder } of property["x-also-found-in"] ?? []) {
        const value = typed[holder]?.[EXTRA]?.[name] ?? null;
        if (typed[name] !== null || value === null) continue;
        const place = step(step(at, holder), name);
        const found = this.read(property, value, place);
        if (found === null) continue;
        typed[name] = found.typed;
        delete this.extra[place];
      }
    }
  }
}

/** Returns the field that each key of an object stands for: by its name, another spelling, or another case. */
function wiresOf(schema, value) {
  const found = {};
  const taken = new Set();
  const take = (key, wire) => {
    if (wire === undefined || taken.has(wire) || found[key] !== undefined) return;
    taken.add(wire);
    found[key] = wire;
  };
  const names = Object.keys(schema.properties);
  const spelt = Object.fromEntries(
    names.flatMap((name) => (schema.properties[name]["x-also-spelled"] ?? []).map((each) => [each.name, name])),
  );
  const lower = Object.fromEntries([...Object.entries(spelt), ...names.map((name) => [name, name])]
    .map(([key, name]) => [key.toLowerCase(), name]));
  for (const key of Object.keys(value)) take(key, names.includes(key) ? key : undefined);
  for (const key of Object.keys(value)) take(key, spelt[key]);
  for (const key of Object.keys(value)) take(key, lower[key.toLowerCase()]);
  return found;
}

/** Returns a value as its declared type; undefined if it does not fit. */
function scalar(schema, type, value) {
  if (schema.format === "date") return day(schema, value);
  switch (type) {
    case "string":
      if (isNumber(value)) return plain(value);
      return typeof value === "boolean" ? String(value) : text(value);
    case "boolean":
      return /^(true|false)$/i.test(value) ? String(value).toLowerCase() === "true" : undefined;
    default: {
      const isText = typeof value === "string" && /^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/.test(value);
      if (!isNumber(value) && !isText) return undefined;
      const number = isText ? numberOf(value.trim().replace(/^\+/, "")) : value;
      if (type === "number") return number;
      return decimal(number).exponent >= 0 ? numberOf(plain(number)) : undefined;
    }
  }
}

const text = (value) => (typeof value === "string" ? value : undefined);

function day(schema, value) {
  const pattern = /^(\d{4}-\d{2}-\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
  const found = pattern.exec(text(value) ?? "")?.[1];
  if (found !== undefined && !Number.isNaN(Date.parse(found)) && new Date(found).toISOString().startsWith(found)) {
    return found;
  }
  return (schema["x-observed"] ?? []).some((each) => each.as === "text") ? text(value) : undefined;
}

/** Returns the digits of a number, without an exponent and a needless fraction. */
function plain(number) {
  const { sign, digits, exponent } = decimal(number);
  if (exponent >= 0) return sign + digits + "0".repeat(exponent);
  const padded = digits.padStart(1 - exponent, "0");
  return `${sign}${padded.slice(0, exponent)}.${padded.slice(exponent)}`;
}

// Whether an answer is one

/** Returns the result of a success, or a text that says why it is none. */
export function resultOf(contract, { operation, request }, answer) {
  const blank = /^\s*(null)?\s*$/.test(Buffer.from(answer.body).toString("latin1"));
  if (blank) return mayBeEmpty(operation, answer.status, request) ? { nothing: true } : "the answer has no body";
  const schema = contract.answerSchema(operation, answer.status);
  if (schema === null) return "the answer should have no body";
  const content = contentOf(answer);
  const isList = contract.resolve(schema).type === "array";
  const isFit = isObject(content) || (Array.isArray(content) && (isList || (content.length === 1 && isObject(content[0]))));
  if (!isFit) return "the body is not JSON of the contract";
  const reader = new Reader(contract);
  const { typed, written } = reader.read(schema, content, "");
  const why = isList ? missingInList(typed, reader.unparsed) : missing(operation, typed, answer.status, reader);
  return why || { value: typed, unparsed: reader.unparsed, extra: reader.extra, written: () => write(written) };
}

function mayBeEmpty({ mayBeEmpty: rule }, status, request) {
  if (rule === null || !rule.statuses.includes(status)) return false;
  return rule.query === undefined || request.query.split("&").includes(`${rule.query.name}=${rule.query.value}`);
}

const isFault = (typed) =>
  Object.entries(typed[EXTRA]).some(([key, value]) => key.toLowerCase() === "fault" && value !== null);

/** Whether a field of the contract has a value, if only one that cannot be read. */
const hasAny = (typed, unparsed) =>
  Object.values(typed).some((each) => each !== null) || (typed[GIVEN].size > 0 && Object.keys(unparsed).length > 0);

function missing(operation, typed, status, reader) {
  if (isFault(typed)) return "the body is a fault of the gateway";
  if (operation.proof !== null) {
    const { anyOf, instead } = operation.proof;
    const paths = [...anyOf, ...(instead?.[status] === undefined ? [] : [instead[status]])];
    return paths.some((path) => holds(typed, path.split("."))) ? "" : `the body has none of ${paths.join(", ")}`;
  }
  if (!hasAny(typed, reader.unparsed)) return "the body has no field of the contract";
  return operation.listing === null ? "" : lost(operation.listing, typed, reader.unparsed);
}

/** Returns why a search without results does not say that nothing was found; an empty text if it does. */
function lost(listing, typed, unparsed) {
  if (typed[listing]?.length > 0) return "";
  const key = typed[GIVEN].get(listing);
  const isNone = typed.recordsFound != null && decimal(typed.recordsFound).digits === "0";
  const isSaid = isNone && isNothing(unparsed[step("", key)]);
  if (!isSaid && Object.keys(unparsed).some((at) => at.split("/")[1] === key)) return `${listing} cannot be read`;
  if (key !== undefined || isNone) return "";
  const isElsewhere = (each) => typeof each === "object" && each !== null && Object.keys(each).length > 0;
  if (Object.values(typed[EXTRA]).some(isElsewhere)) return `${listing} may be under another name`;
  return Object.values(typed).some((each) => each !== null) ? "" : `${listing} is missing, and nothing can be read`;
}

function missingInList(typed, unparsed) {
  if (typed.some(isFault)) return "the body is a fault of the gateway";
  return typed.length === 0 || typed.some((each) => hasAny(each, unparsed)) ? "" : "no item has a field of the contract";
}

function holds(value, [name, ...rest]) {
  if (Array.isArray(value)) return value.some((each) => holds(each, [name, ...rest].filter((each) => each !== undefined)));
  if (name !== undefined) return isObject(value) && holds(member(value, name), rest);
  if (typeof value === "string") return !NOTHING.includes(value.trim().toLowerCase()) && /[\p{L}\p{N}]/u.test(value);
  return value?.[GIVEN] === undefined ? value !== null : value[GIVEN].size > 0;
}

function member(value, name) {
  if (value[GIVEN] !== undefined && Object.hasOwn(value, name)) return value[name];
  const kept = value[EXTRA] ?? value;
  const key = Object.keys(kept).find((each) => each.replaceAll("_", "").toLowerCase() === name.toLowerCase());
  return key === undefined ? null : kept[key];
}

// Errors

/** Returns the errors in the body of an error, in one form. */
export function errorsIn(content) {
  if (Array.isArray(content)) return content.flatMap(errorsIn);
  if (!isObject(content)) return [];
  const { errors } = content;
  if (Array.isArray(errors) || isObject(errors)) return [errors].flat().flatMap(errorsIn);
  const found = errorOf(content);
  return found.message === null && found.type === null && found.id === null && found.fields.length === 0 ? [] : [found];
}

function told(value) {
  if (value === undefined || value === null || value === "") return null;
  return isObject(value) || Array.isArray(value) ? write(value) : String(value);
}

function errorOf(given) {
  const none = { message: null, type: null, id: null, fields: [] };
  const { fault } = given;
  if (isObject(fault)) return { ...none, message: told(fault.faultstring), type: told(fault.detail?.errorcode) };
  if ("faultstring" in given) return { ...none, message: told(given.faultstring), type: told(given.faultcode) };
  if ("error" in given) return { ...none, message: told(given.error_description) ?? told(given.error) };
  const listed = (Array.isArray(given.fields) ? given.fields : []).filter(isObject);
  const fields = listed.map((each) => ({
    field: told(each.field), value: told(each.value), message: told(each.message),
  }));
  if ((given.field ?? null) !== null) fields.push({ field: told(given.field), value: told(given.value), message: null });
  return { message: told(given.message), type: told(given.type), id: told(given.id) ?? told(given.traceid), fields };
}
