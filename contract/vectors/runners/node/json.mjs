/**
 * JSON as it is written. `JSON.parse` turns 10.0 into 10 and 2^53 + 1 into 2^53; here a number that a number of this
 * language would not write in the same way is kept: a whole one as a BigInt, any other as a `Num`.
 */

/** A number with its text. */
export class Num {
  constructor(text) {
    this.text = text;
  }
  toString() {
    return this.text;
  }
}

/** Why a text is not accepted as JSON. */
export class JsonError extends Error {}

const WHOLE = /^-?\d+$/;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const ESCAPES = { '"': '"', "\\": "\\", "/": "/", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

/**
 * Returns the value of a text.
 *
 * `unique` refuses an object that repeats a key; `depth` and `digits` limit levels and the length of numbers.
 */
export function read(text, { unique = false, depth = 500, digits = Infinity } = {}) {
  let at = 0;

  const fail = (why) => {
    throw new JsonError(`${why} at ${at}`);
  };
  const skip = () => {
    while (at < text.length && " \t\n\r".includes(text[at])) at += 1;
  };
  const match = (pattern) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? fail("not JSON");
    at += found.length;
    return found;
  };
  const expect = (mark) => {
    if (text[at] !== mark) fail(`no ${mark}`);
    at += 1;
  };
  const string = () => {
    expect('"');
    let found = "";
    for (;;) {
      found += match(PLAIN);
      if (text[at] === '"') break;
      expect("\\");
      const mark = text[at] ?? fail("cut off");
      at += 1;
      if (mark === "u") {
        const code = text.slice(at, at + 4);
        if (!/^[0-9a-fA-F]{4}$/.test(code)) fail("a wrong escape");
        found += String.fromCharCode(parseInt(code, 16));
        at += 4;
      } else found += ESCAPES[mark] ?? fail("a wrong escape");
    }
    at += 1;
    return found;
  };
  const items = (end, one) => {
    at += 1;
    skip();
    if (text[at] === end) {
      at += 1;
      return;
    }
    for (;;) {
      one();
      skip();
      if (text[at] === end) break;
      expect(",");
    }
    at += 1;
  };
  const value = (left) => {
    skip();
    const mark = text[at];
    if ((mark === "{" || mark === "[") && left === 0) fail("too deep");
    if (mark === "{") {
      const found = Object.create(null);
      items("}", () => {
        skip();
        const key = string();
        skip();
        expect(":");
        if (unique && key in found) fail("a key again");
        found[key] = value(left - 1);
      });
      return found;
    }
    if (mark === "[") {
      const found = [];
      items("]", () => found.push(value(left - 1)));
      return found;
    }
    if (mark === '"') return string();
    for (const [word, constant] of [["true", true], ["false", false], ["null", null]]) {
      if (text.startsWith(word, at)) {
        at += word.length;
        return constant;
      }
    }
    const found = match(NUMBER);
    if (found.length > digits) fail("too long a number");
    return numberOf(found);
  };

  const found = value(depth);
  skip();
  return at === text.length ? found : fail("more after it");
}

/** Returns the number that a text of JSON stands for. */
export function numberOf(text) {
  if (String(Number(text)) === text) return Number(text);
  return WHOLE.test(text) ? BigInt(text) : new Num(text);
}

/** Returns whether a value is a number in any of the three forms. */
export function isNumber(value) {
  return typeof value === "number" || typeof value === "bigint" || value instanceof Num;
}

export function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Num);
}

/** Returns the sign, the digits without needless zeros, and the exponent of a number: equal numbers have equal parts. */
export function decimal(value) {
  const parts = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(String(value));
  const fraction = parts[3] ?? "";
  const digits = (parts[2] + fraction).replace(/^0+/, "");
  const short = digits.replace(/0+$/, "");
  if (short === "") return { sign: "", digits: "0", exponent: 0 };
  const exponent = Number(parts[4] ?? 0) - fraction.length + digits.length - short.length;
  return { sign: parts[1] === "-" ? "-" : "", digits: short, exponent };
}

/** Returns whether two numbers have the same decimal value. */
export function equal(one, other) {
  const [a, b] = [decimal(one), decimal(other)];
  return a.sign === b.sign && a.digits === b.digits && a.exponent === b.exponent;
}

/** Returns the JSON text of a value. */
export function write(value) {
  if (Array.isArray(value)) return `[${value.map(write).join(",")}]`;
  if (isObject(value)) {
    return `{${Object.keys(value).map((key) => `${JSON.stringify(key)}:${write(value[key])}`).join(",")}}`;
  }
  return isNumber(value) ? String(value) : JSON.stringify(value);
}
