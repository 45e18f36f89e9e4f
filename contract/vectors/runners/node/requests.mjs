/** Requests: the arguments of a call become an exact request, or are refused with their name and the place in them. */

import { decimal, isNumber, isObject, numberOf, write } from "./json.mjs";

/** A call that is not sent: `about` names the argument, `at` is the place in it. */
export class Refused extends Error {
  constructor(about, at, why) {
    super(`${about}${at} ${why}`);
    Object.assign(this, { about, at });
  }
}

const codePoints = (text) => [...text].length;
const encoded = (text) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

/** Returns origin and path prefix of a URL that a program has set. */
export function splitHost(host, about = "host") {
  const refuse = (why) => {
    throw new Refused(about, "", why);
  };
  if (host.includes("@")) refuse("must not contain a password");
  const parts = /^(https?):\/\/([^\s/?#]+)(\/[^\s?#]*)?$/.exec(host) ?? refuse("is not a URL");
  let prefix = (parts[3] ?? "").replace(/\/+$/, "");
  while (prefix.endsWith("/sandbox/sandbox")) prefix = prefix.slice(0, -"/sandbox".length);
  const name = parts[2].replace(/:\d+$/, "");
  const isHere = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(name);
  if (parts[1] === "http" && !isHere) refuse("sends a token in clear to another machine");
  return { origin: `${parts[1]}://${parts[2]}`, prefix };
}

/** Returns the request of a call, without a token. */
export function requestOf(contract, operation, given, host) {
  const { origin, prefix } = splitHost(host);
  const names = operation.parameters.map((each) => each.name);
  const unknown = Object.keys(given).find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Refused(unknown, "", "is no argument of this operation");
  const request = { method: operation.method, origin, headers: { Accept: "application/json" }, body: null };
  let { path } = operation;
  const [query, form] = [[], []];
  for (const parameter of operation.parameters) {
    const { name } = parameter;
    const value = given[name] ?? null;
    if (value === null) {
      if (parameter.required) throw new Refused(name, "", "is required");
      continue;
    }
    if (parameter.in === "body") request.body = write(checkedBody(contract, bodySchema(contract, parameter, value), value, ""));
    else if (parameter.in === "query") query.push(...textsOf(parameter, value).map((text) => [name, text]));
    else if (parameter.in === "path") path = path.replace(`{${name}}`, segment(name, textOf(parameter, value)));
    else if (parameter.in === "form") form.push([name, textOf(parameter, value)]);
    else request.headers[name] = headerValue(name, textOf(parameter, value));
  }
  if (form.length > 0) request.body = form.map((pair) => pair.map(encoded).join("=")).join("&");
  if (request.body !== null) request.headers["Content-Type"] = operation.type;
  // Production and sandbox share the URL of tokens.
  request.path = (operation.authorized ? prefix : prefix.replace(/\/sandbox$/, "")) + path;
  request.query = query.map(([name, text]) => `${encoded(name)}=${encoded(text)}`).join("&");
  return request;
}

function segment(name, text) {
  if (text.split("/").some((each) => each === "." || each === "..")) throw new Refused(name, "", "is a step in a path");
  return encoded(text);
}

export function fitsHeader(text) {
  // eslint-disable-next-line no-control-regex -- these are what must not be in a header
  return !/[\u0000-\u0008\u000a-\u001f\u007f]|[^\u0000-\u00ff]/.test(text);
}

export function headerValue(name, text) {
  if (!fitsHeader(text)) throw new Refused(name, "", "cannot be a header");
  return text;
}

function textsOf(parameter, value) {
  const { name, schema } = parameter;
  if (schema.type !== "array") {
    const text = textOf(parameter, value);
    if (text.trim() === "") throw new Refused(name, "", "is blank: the service would answer with everything");
    return [text];
  }
  const isRange = schema.items.format === "date";
  const listed = typeof value === "string" && !isRange ? [value] : value;
  if (!Array.isArray(listed)) throw new Refused(name, "", "is not a list");
  if (listed.length === 0 || (isRange && listed.length > 2)) throw new Refused(name, "", "has the wrong length");
  const texts = listed.map((each, n) => {
    const text = textOfItem(name, `/${n}`, isRange ? "date" : "text", each);
    if (text.trim() === "") throw new Refused(name, `/${n}`, "is blank");
    return text;
  });
  if (isRange && texts.length === 2 && texts[0] > texts[1]) throw new Refused(name, "", "ends before it begins");
  return texts;
}

function textOf({ name, schema, required }, value) {
  const text = textOfItem(name, "", schema.format === "date" ? "date" : schema.type, value);
  if (required && text.trim() === "") throw new Refused(name, "", "is blank");
  if (codePoints(text) > (schema.maxLength ?? Infinity)) throw new Refused(name, "", "is too long");
  if (codePoints(text) < (schema.minLength ?? 0)) throw new Refused(name, "", "is too short");
  if (schema.type === "integer") {
    const isWithin = Number(text) >= (schema.minimum ?? -Infinity) && Number(text) <= (schema.maximum ?? Infinity);
    if (!isWithin) throw new Refused(name, "", "is outside of its limits");
  }
  return text;
}

function textOfItem(name, at, type, value) {
  const refuse = (why) => {
    throw new Refused(name, at, why);
  };
  const isWhole = Number.isInteger(value) || typeof value === "bigint";
  switch (type) {
    case "integer":
      if (isWhole || (typeof value === "string" && /^\s*[+-]?\d{1,19}\s*$/.test(value))) return String(BigInt(value));
      return refuse("is not a whole number");
    case "boolean":
      if (typeof value === "boolean" || /^(true|false)$/i.test(value)) return String(value).toLowerCase();
      return refuse("is neither true nor false");
    case "date":
      return dayOf(value) ?? refuse("is not a date with one meaning");
    default:
      if (typeof value === "string") return value.isWellFormed() ? value : refuse("has half a character");
      return isWhole ? String(value) : refuse("is not a text");
  }
}

/** Returns a day as yyyy-MM-dd; null for what is no date, or has two meanings. */
function dayOf(value) {
  if (typeof value !== "string") return null;
  const first = /^\s*(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})(?:[T ].*)?\s*$/.exec(value)
    ?? /^\s*(\d{4})()(\d{2})(\d{2})(?:[T ].*)?\s*$/.exec(value);
  if (first !== null) return realDay(first[1], first[3], first[4]);
  const last = /^\s*(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})\s*$/.exec(value);
  if (last === null) return null;
  // Some write the day first, others the month.
  const readings = [realDay(last[4], last[3], last[1]), realDay(last[4], last[1], last[3])].filter(Boolean);
  return new Set(readings).size === 1 ? readings[0] : null;
}

function realDay(year, month, day) {
  const found = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isReal = found.getUTCMonth() === Number(month) - 1 && found.getUTCDate() === Number(day);
  return isReal ? found.toISOString().slice(0, 10) : null;
}

/** Returns the schema of a body: of two forms, the second if one of the named members is a number. */
function bodySchema(contract, { schema, toldBy }, value) {
  if (schema.oneOf === undefined) return schema;
  return schema.oneOf[toldBy.some((path) => hasNumber(value, path.split("."))) ? 1 : 0];
}

/** Returns a body as it is sent. Types and limits are checked; unknown fields are kept. */
function checkedBody(contract, given, value, at) {
  const schema = contract.resolve(given);
  const refuse = (why) => {
    throw new Refused("body", at, why);
  };
  if (schema["x-any"] !== undefined) return value;
  if (schema.oneOf !== undefined) return oneOrMany(contract, schema, value, at);
  const types = [schema.type].flat();
  const step = (name) => `${at}/${String(name).replaceAll("~", "~0").replaceAll("/", "~1")}`;
  switch (types[0]) {
    case "object": {
      if (!isObject(value)) refuse("is not an object");
      const spellings = spellingsOf(schema);
      const found = {};
      for (const name of schema.required ?? []) {
        const key = Object.keys(value).find((each) => (spellings[each] ?? each) === name);
        if (key === undefined) throw new Refused("body", step(name), "is required");
      }
      for (const [key, each] of Object.entries(value)) {
        const inner = schema.properties[spellings[key] ?? key];
        if (inner === undefined) found[key] = each;
        else if (each !== null) found[key] = checkedBody(contract, inner, each, step(key));
        else if (isNullable(contract, inner)) found[key] = null;
        else if ((schema.required ?? []).includes(key)) throw new Refused("body", step(key), "is null");
      }
      return found;
    }
    case "array": {
      const isOne = isObject(value) && isObserved(schema, "object");
      if (!Array.isArray(value) && !isOne) refuse("is not a list");
      const mayHaveGaps = schema["x-gaps"] !== undefined || isNullable(contract, schema.items);
      const listed = [value].flat().filter((each) => each !== null || !mayHaveGaps);
      return listed.map((each, n) => checkedBody(contract, schema.items, each, step(n)));
    }
    case "integer":
    case "number": {
      if (typeof value === "string" && isObserved(schema, "text")) return value;
      const isText = typeof value === "string" && /^\s*[+-]?\d+(\.\d+)?\s*$/.test(value);
      if (!isNumber(value) && !isText) refuse("is not a number");
      const number = isText ? numberOf(value.trim().replace(/^\+/, "")) : value;
      if (types[0] === "integer" && decimal(number).exponent < 0) refuse("is not whole");
      return number;
    }
    case "boolean":
      if (typeof value === "string" && isObserved(schema, "text") && /^(true|false)$/.test(value)) return value === "true";
      return typeof value === "boolean" ? value : refuse("is neither true nor false");
    default:
      return checkedText(schema, value, refuse);
  }
}

const isObserved = (schema, form) => (schema["x-observed"] ?? []).some((each) => each.as === form);
const isNullable = (contract, given) => {
  const schema = contract.resolve(given);
  return [schema.type].flat().includes("null") || (schema.oneOf ?? []).some((each) => each.type === "null");
};

function checkedText(schema, value, refuse) {
  if (schema["x-number-too"] !== undefined && Number.isInteger(value)) return value;
  if (schema.format === "date") return dayOf(value) ?? refuse("is not a date with one meaning");
  const isFlag = typeof value === "boolean" && isObserved(schema, "boolean");
  const isScalar = typeof value === "string" || isNumber(value) || isFlag;
  if (!isScalar) refuse("is not a text");
  const text = String(value);
  if (!text.isWellFormed()) refuse("has half a character");
  if (codePoints(text) > (schema.maxLength ?? Infinity)) refuse("is too long");
  if (codePoints(text) < (schema.minLength ?? 0)) refuse("is too short");
  if (schema.enum !== undefined && !schema.enum.includes(text)) refuse("is none of the words of the contract");
  return text;
}

/** Returns what may be one object or a list of them as it was given; a list of one as the contract says. */
function oneOrMany(contract, schema, value, at) {
  const many = schema.oneOf.find((each) => each.type === "array");
  const one = schema.oneOf.find((each) => each !== many && each.type !== "null");
  if (many === undefined || !Array.isArray(value)) return checkedBody(contract, one, value, at);
  const listed = checkedBody(contract, many, value, at);
  return listed.length === 1 && schema["x-list-of-one"] === "item" ? listed[0] : listed;
}

function hasNumber(value, [name, ...rest]) {
  if (Array.isArray(value)) return value.some((each) => hasNumber(each, [name, ...rest]));
  return name === undefined ? isNumber(value) : isObject(value) && hasNumber(value[name] ?? null, rest);
}

function spellingsOf(schema) {
  const found = {};
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    for (const each of property["x-also-spelled"] ?? []) found[each.name] = name;
  }
  return found;
}
