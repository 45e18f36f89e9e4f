/**
 * The desk: places each order once. Its decisions are one function of a row, an event and the time; nothing here sends,
 * stores or has a clock. The rules are DESK-1 to DESK-34 of ../../rules.md.
 */

const HOUR = 3600;
const DAY = 24 * HOUR;
/** The times in seconds, and the limits. */
export const SETTINGS = {
  lease: 90,
  quiet: 180,
  looks: [10, 60, 180],
  patience: DAY,
  sends: 3,
  sendWithin: DAY,
  heldFor: 20 * DAY,
  recheck: HOUR,
  breaker: 5,
  breakerPause: 60,
  breakerLongest: 900,
};
const POLL = 30; // when to ask again whether a pause is over
const AWAY = [1, 2, 5, 10, 20, 30, 60]; // when to try again after requests that were not sent
const WINDOW = 60; // when to try again after a 429 that names no time
const EVENTS = ["take", "answer", "leaseOver", "looked", "webhook", "searched", "person"];
const LOOK_AGAIN = [10, 20, 60, 300]; // when to look again after a look that failed
const ACCEPTED_LOOK = 900; // how often an accepted order is looked for after the first looks

const STANDING = ["placed", "partly", "empty"];
const CLOSED = ["abandoned", "not_placed"];
const SETTLED = [...STANDING, ...CLOSED, "rejected"];
const SEEN = { ours: "placed", partly: "partly", empty: "empty", doubled: "placed" };
const BARS_LATE = { accepted: "no_result", garbled: "no_result", exists: "exists_unseen" };

/** A row of which nothing is known. */
export const NEW_ROW = {
  state: "planned", api: "v6", reason: null, guarded: true, sends: 0, probes: 0, probing: false, tries: 0, refusals: 0,
  doubts: 0, barred: false, whyBarred: null, permitted: false, searchFirst: null, trustedFrom: null, firstSent: null,
  doubtSince: null, quietUntil: null, looks: 0, lease: null, due: null, acceptedAt: null, heldAt: null, settledAt: null,
  numbers: [], confirmation: null, adopted: false, doubled: false, rechecked: false,
};
export const NEW_BREAKER = { failures: 0, pause: 0, until: null, probe: null, probeUntil: null };

/** The state of the order does not permit what a person wants. */
export class NotPermitted extends Error {}

const step = (steps, tries) => steps[Math.min(tries, steps.length - 1)];
const decided = (row, ...commands) => ({ row, commands });
const lookAt = (row, at) => decided({ ...row, due: at }, { do: "look", at });
/** The row after its request, without what belongs to the request. */
const kept = (row, changes) => ({
  ...row, lease: null, probing: false, tries: 0, due: null, permitted: false, ...changes,
});

/** Returns the row after an event, and the commands: `{row, commands}`. */
export function decide(row, event, now) {
  const name = EVENTS.find((each) => event[each] !== undefined); // keys come in any order
  switch (name) {
    case "take": return take(row, event.take, now);
    case "answer": return answered(row, event.answer, now);
    case "leaseOver": return leaseOver(row, now);
    case "looked": return looked(row, event, now);
    case "webhook": return hinted(row, event.webhook, now);
    case "searched": return searched(row, event.searched, now);
    case "person": return toldByAPerson(row, event.person, now);
    default: throw new Error(`no event of ${EVENTS.join(", ")}`);
  }
}

// Sending

function take(row, { gate }, now) {
  if (row.state === "sending") return row.lease === null || row.lease <= now ? leaseOver(row, now) : decided(row);
  if (row.state !== "planned") return isLookedFor(row) ? lookAt(row, now) : decided(row);
  if (row.searchFirst !== null && !row.permitted) return lookAt(row, now);
  return send(row, gate, now);
}

function send(row, gate, now) {
  if (gate?.until !== undefined) {
    const at = Math.max(gate.until, now);
    return decided({ ...row, due: at }, { do: row.state === "planned" ? "wait" : "look", at });
  }
  const probing = gate === "probe";
  const lease = now + SETTINGS.lease;
  const sent = {
    ...row, state: "sending", reason: null, sends: row.sends + 1, probes: row.probes + (probing ? 1 : 0), probing,
    firstSent: row.firstSent ?? now, lease, due: lease, heldAt: null, quietUntil: null,
  };
  return decided(sent, { do: "send" });
}

// Answers

/** Returns what an answer to a send says. Nothing refuses a second return, so that only a look can find the first. */
function saidBy(answer, api) {
  const said = saidOf(answer);
  if (api !== "return") return said;
  const texts = (answer.error?.errors ?? []).flatMap((each) => [each.message, ...each.fields.map((field) => field.message)]);
  const isSecond = said === "refused" && texts.some((text) => /\b(already|duplicate)/i.test(text ?? ""));
  return said === "exists" || isSecond ? "unanswered" : said;
}

function saidOf(answer) {
  if (answer.lines !== undefined) return { all: "placed", some: "partly", none: "empty" }[answer.lines];
  if (answer.confirmation !== undefined) return "accepted";
  const { kind, status = null, mayHaveBeenActedOn, errors = [] } = answer.error;
  if (kind === "unreadable" || (kind === "unanswered" && status >= 200 && status < 300)) return "garbled";
  const texts = errors.flatMap((each) => [each.message, each.type, each.id]).filter(Boolean);
  const exists = texts.some((text) => /CUSTOMER[-_ ]PO[-_ ](ALREADY[-_ ])?EXISTS/i.test(text));
  if (exists && [400, 409, 422].includes(status)) return "exists";
  if (mayHaveBeenActedOn || kind === "unanswered") return "unanswered";
  if (kind === "not-sent") return "notSent";
  if (status === 429) return "tooMany";
  const aboutSetUp = errors.length > 0 && errors.every(namesSetUp);
  if ([401, 403, 404, 405, 415].includes(status) || ([400, 422].includes(status) && aboutSetUp)) return "setUp";
  return [400, 413, 422].includes(status) ? "refused" : "unanswered";
}

/** Returns whether an error is about nothing but headers, which say who orders and not what. */
function namesSetUp(error) {
  const header = /^(request)?(headers?)?(im)?(customernumber|countrycode|correlationid|senderid|customercontact|applicationid)$/;
  const names = "customer[-_ ]?number|country[-_ ]?code|correlation[-_ ]?id|sender[-_ ]?id|customer[-_ ]?contact|application[-_ ]?id";
  const text = new RegExp(`\\bim[-_ ]?(${names})\\b|(?<!end[ -])\\bcustomer[-_ ]?number\\b`, "i");
  if (error.fields.length === 0) return text.test(error.message ?? "");
  return error.fields.every((each) =>
    each.field ? header.test(each.field.toLowerCase().replace(/[^a-z]/g, "")) : text.test(each.message ?? ""));
}

function answered(row, answer, now) {
  const said = saidBy(answer, row.api);
  if (STANDING.includes(said)) return stands(row, said, answer.numbers, now, { byAnswer: true });
  if (answer.late || row.state !== "sending") return late(row, said, answer, now);
  switch (said) {
    case "accepted": return accepted(row, answer, now);
    case "garbled": return doubt(row, now, { bar: "no_result" });
    case "exists": return doubt(row, now, { bar: "exists_unseen", look: now });
    case "refused":
      if (row.doubts > 0) return doubt(row, now, { bar: "refused_on_repeat" });
      return decided(kept(row, { state: "rejected", settledAt: now }), { do: "tell_settled" });
    case "notSent": case "tooMany": case "setUp": return notActedOn(row, said, answer, now);
    default: return doubt(row, now);
  }
}

function accepted(row, answer, now) {
  const after = kept(row, { confirmation: answer.confirmation, acceptedAt: now });
  if (row.barred && !row.permitted) return doubt(after, now);
  return lookNext({ ...after, state: "accepted", doubtSince: now, looks: 0 }, now);
}

function late(row, said, answer, now) {
  const bar = BARS_LATE[said] ?? null;
  if (SETTLED.includes(row.state) || (bar === null && said !== "unanswered")) return decided(row);
  if (row.state === "planned") return doubt(row, now, { bar });
  if (said === "accepted" && row.state === "doubt") return accepted(row, answer, now);
  if (bar === null) return decided(row);
  const confirmation = answer.confirmation ?? row.confirmation;
  return decided({ ...row, confirmation, barred: true, whyBarred: row.whyBarred ?? bar });
}

function notActedOn(row, said, answer, now) {
  const sends = row.sends - 1;
  const asked = answer.error.retryAfter ?? null;
  const pause = said === "tooMany" ? WINDOW : step(AWAY, row.tries);
  const again = asked === null ? now + pause : Math.max(now + asked, now);
  const inDoubt = row.doubts > 0 || row.barred;
  const back = kept(row, {
    state: inDoubt ? "doubt" : "planned",
    sends,
    probes: row.probes - (row.probing ? 1 : 0),
    firstSent: sends > 0 || inDoubt ? row.firstSent : null,
    tries: row.tries + 1,
    refusals: row.refusals + (said === "setUp" ? 1 : 0),
    permitted: row.permitted,
    due: again,
    quietUntil: inDoubt ? now : null, // it was over before this send, and nothing has been sent since
  });
  if (said === "setUp") return decided(back, { do: "probe" });
  return decided(back, { do: inDoubt ? "look" : "wait", at: again });
}

function searched(row, { works, refusedBefore }, now) {
  if (row.state !== "planned" && row.state !== "doubt") return decided(row);
  const at = now + POLL;
  const again = { do: row.state === "planned" ? "wait" : "look", at };
  const inARow = new Set([...refusedBefore, "this order"]).size;
  if (!works || inARow >= 3) return decided({ ...row, due: at, refusals: 0 }, { do: "pause" }, again);
  return row.refusals > 1 ? hold(row, "cannot_send", now) : decided({ ...row, due: at }, again);
}

function leaseOver(row, now) {
  return row.state === "sending" ? doubt(row, now) : decided(row);
}

function doubt(row, now, { bar = null, look = null } = {}) {
  const after = kept(row, {
    state: "doubt", doubts: row.doubts + 1, doubtSince: now, quietUntil: now + SETTINGS.quiet, looks: 0,
  });
  if (bar !== null) Object.assign(after, { barred: true, whyBarred: bar });
  return look === null ? lookNext(after, now) : lookAt(after, look);
}

// Looks

const quietEnds = (row) => Math.max(row.quietUntil ?? 0, row.trustedFrom ?? 0);

function isLookedFor(row) {
  if (["doubt", "accepted", "held"].includes(row.state)) return true;
  if (CLOSED.includes(row.state)) return row.sends > 0 || row.doubts > 0;
  return STANDING.includes(row.state) && row.sends > 1 && !row.rechecked;
}

function lookNext(row, now) {
  const next = SETTINGS.looks[row.looks];
  let at = quietEnds(row);
  if (next !== undefined) at = (row.doubtSince ?? now) + next;
  else if (row.state === "accepted") at = Math.min(now + ACCEPTED_LOOK, (row.acceptedAt ?? now) + SETTINGS.patience);
  return lookAt({ ...row, tries: 0 }, Math.max(at, now));
}

function looked(row, { looked: seen, numbers = [], began, gate = "open" }, now) {
  if (row.state === "sending" || row.state === "rejected") return decided(row);
  if (seen === "failed") return lookFailed(row, now);
  const early = (began ?? now) < quietEnds(row);
  const isPart = (seen === "partly" || seen === "empty") && !STANDING.includes(row.state);
  if (isPart && (row.state === "accepted" || early)) return partSeen(row, now);
  if (seen in SEEN) return stands(row, SEEN[seen], numbers, now, { byAnswer: false, twice: seen === "doubled" });
  if (STANDING.includes(row.state)) return afterRecheck(row, now);
  if (CLOSED.includes(row.state) || row.state === "held") {
    return isLookedFor(row) ? watch(row, now) : decided({ ...row, due: null });
  }
  if (row.permitted) return send(row, gate, now);
  if (seen === "foreign") return hold(row, "conflict", now);
  return seen === "unclear" ? unclear(row, early, gate, now) : nothingSeen(row, early, gate, now);
}

/** Returns when the look an hour after a row was settled is made; null if it is not to come, or this is it. */
function recheckToCome(row, now) {
  if (row.settledAt === null || row.doubled || !STANDING.includes(row.state) || !isLookedFor(row)) return null;
  const at = row.settledAt + SETTINGS.recheck;
  return at > now ? at : null;
}

function afterRecheck(row, now) {
  const at = recheckToCome(row, now);
  return at === null ? decided({ ...row, rechecked: true, due: null }) : lookAt({ ...row, tries: 0 }, at);
}

function lookFailed(row, now) {
  const at = recheckToCome(row, now);
  if (at !== null) return lookAt(row, at);
  if (row.tries >= LOOK_AGAIN.length && !row.permitted) {
    if (row.state === "held" || CLOSED.includes(row.state)) return watch(row, now);
    const tried = row.doubtSince !== null && now >= row.doubtSince + SETTINGS.patience;
    if (tried && ["doubt", "accepted"].includes(row.state)) return hold(row, row.whyBarred ?? "no_result", now);
    if (row.settledAt !== null && now >= row.settledAt + SETTINGS.heldFor) {
      return decided({ ...row, rechecked: true, due: null });
    }
  }
  return lookAt({ ...row, tries: row.tries + 1 }, now + step(LOOK_AGAIN, row.tries));
}

function nothingSeen(row, early, gate, now) {
  if (row.state === "planned") {
    if (early) return lookAt(row, quietEnds(row));
    const why = row.doubts > 0 || row.barred ? whyNotAgain(row, now) : null;
    return why === null ? send(row, gate, now) : hold(row, why, now);
  }
  const after = { ...row, looks: row.looks + 1 };
  if (row.state === "accepted") {
    const over = now >= (row.acceptedAt ?? now) + SETTINGS.patience;
    return over ? hold(after, "no_result", now) : lookNext(after, now);
  }
  if (early) return lookNext(after, now);
  const why = whyNotAgain(row, now);
  return why === null ? send(after, gate, now) : hold(after, why, now);
}

/** Returns why an order that was not found after the quiet period must not be sent again; null if it may be. */
function whyNotAgain(row, now) {
  if (row.barred) return row.whyBarred ?? "no_result";
  if (!row.guarded) return "unguarded";
  if (row.firstSent !== null && now - row.firstSent >= SETTINGS.sendWithin) return "too_old";
  return row.sends - row.probes >= SETTINGS.sends ? "too_many_sends" : null;
}

function unclear(row, early, gate, now) {
  if (row.state === "planned") return hold(row, "conflict", now);
  const barred = { ...row, barred: true, whyBarred: row.whyBarred ?? "no_result" };
  if (row.state === "accepted") return nothingSeen(barred, early, gate, now);
  const after = { ...barred, looks: row.looks + 1 };
  return early ? lookNext(after, now) : hold(after, "no_result", now);
}

function partSeen(row, now) {
  const why = row.whyBarred ?? "no_result";
  if (row.state === "accepted") return doubt(row, now, { bar: why });
  const after = { ...row, barred: true, whyBarred: why, looks: row.looks + 1 };
  return row.state === "doubt" ? lookNext(after, now) : lookAt(after, quietEnds(after));
}

function hold(row, reason, now) {
  const { row: after, commands } = watch(kept(row, { state: "held", reason, heldAt: now }), now);
  return decided(after, { do: "tell_held" }, ...commands);
}

function watch(row, now) {
  const since = row.heldAt ?? now;
  const at = now + (now - since < DAY ? HOUR : DAY);
  const after = { ...row, tries: 0 };
  return at - (row.firstSent ?? since) > SETTINGS.heldFor ? decided({ ...after, due: null }) : lookAt(after, at);
}

function stands(row, state, numbers, now, { byAnswer, twice = false }) {
  const fresh = numbers.filter((each) => !row.numbers.includes(each));
  const known = [...row.numbers, ...fresh];
  if (STANDING.includes(row.state)) {
    // A second answer whose numbers are all new names a second order; an order may be split.
    const another = byAnswer && row.numbers.length > 0 && fresh.length > 0 && fresh.length === numbers.length;
    const doubled = twice || another;
    const after = { ...row, numbers: known, doubled: row.doubled || doubled };
    const told = doubled && !row.doubled ? [{ do: "tell_doubled" }] : [];
    if (byAnswer) return decided({ ...after, due: row.rechecked ? null : row.due }, ...told);
    const ended = afterRecheck(after, now);
    return decided(ended.row, ...told, ...ended.commands);
  }
  const due = row.sends > 1 ? now + SETTINGS.recheck : null;
  const settled = kept(row, {
    state, reason: null, numbers: known, adopted: !byAnswer, doubled: row.doubled || twice, settledAt: now, heldAt: null,
    due,
  });
  const commands = [{ do: "tell_settled" }];
  if (CLOSED.includes(row.state)) commands.push({ do: "tell_held" });
  if (twice && !row.doubled) commands.push({ do: "tell_doubled" });
  if (due !== null) commands.push({ do: "look", at: due });
  return decided(settled, ...commands);
}

// Webhooks and persons

function hinted(row, told, now) {
  if (STANDING.includes(row.state) || ["rejected", "planned"].includes(row.state)) return decided(row);
  if (told === "created") return row.state === "sending" ? decided(row) : lookAt(row, now);
  if (CLOSED.includes(row.state) || row.state === "held") return lookAt(row, now);
  const barred = { ...row, barred: true, whyBarred: row.whyBarred ?? "refused_by_webhook" };
  if (row.state === "sending") return decided({ ...barred, permitted: false });
  return row.state === "doubt" ? lookAt(barred, now) : doubt(barred, now, { look: now });
}

function demand(row, ...states) {
  if (!states.includes(row.state)) throw new NotPermitted(`the order is ${row.state}, not ${states.join(" or ")}`);
}

function toldByAPerson(row, told, now) {
  if (told.placed !== undefined) {
    if (row.doubled) return decided({ ...row, numbers: told.placed, doubled: false, rechecked: true, due: null });
    demand(row, "planned", "doubt", "accepted", "held", "abandoned", "not_placed", "rejected");
    const { row: after, commands } = stands(row, "placed", told.placed, now, { byAnswer: true });
    return decided(after, ...commands.filter((each) => each.do !== "tell_held"));
  }
  switch (told) {
    case "recheck": return ["planned", "sending", "rejected"].includes(row.state) ? decided(row) : lookAt(row, now);
    case "not-placed": demand(row, "doubt", "accepted", "held"); return close(row, "not_placed", now);
    case "abandon": demand(row, "planned", "held"); return close(row, "abandoned", now);
    case "resend": return resend(row, now);
    default: throw new Error(`no such wish: ${told}`);
  }
}

function resend(row, now) {
  demand(row, "held", "rejected");
  const state = row.state === "rejected" ? "planned" : "doubt";
  const doubts = row.doubts || (state === "doubt" && row.sends > 0 ? 1 : 0);
  const after = { ...row, state, reason: null, permitted: true, doubts, settledAt: null, refusals: 0, due: now };
  return decided(after, { do: state === "planned" ? "wait" : "look", at: now });
}

function close(row, state, now) {
  const closed = kept(row, { state, settledAt: now, heldAt: now });
  const { row: after, commands } = isLookedFor(closed) ? watch(closed, now) : decided(closed);
  return decided(after, { do: "tell_settled" }, ...commands);
}

// The breaker of an account

/** Returns the breaker and the gate for an order that wants to be sent. */
export function ask(breaker, order, now) {
  if (breaker.until === null) return { breaker, gate: "open" };
  if (now < breaker.until) return { breaker, gate: { until: breaker.until } };
  const other = breaker.probe !== null && breaker.probe !== order;
  if (other && breaker.probeUntil !== null && now < breaker.probeUntil) {
    return { breaker, gate: { until: breaker.probeUntil } };
  }
  return { breaker: { ...breaker, probe: order, probeUntil: now + SETTINGS.lease }, gate: "probe" };
}

/** Returns the breaker after an answer to a send. */
export function afterSend(breaker, order, answer, now) {
  const said = saidBy(answer);
  const mine = breaker.probe === order;
  if (["notSent", "tooMany", "setUp"].includes(said)) {
    return mine ? { ...breaker, probe: null, probeUntil: null } : breaker;
  }
  if (said !== "unanswered" && said !== "garbled") return NEW_BREAKER;
  const failures = breaker.failures + 1;
  const waiting = breaker.until === null ? failures < SETTINGS.breaker : !mine;
  if (waiting) return { ...breaker, failures };
  const pause = Math.min(breaker.pause * 2 || SETTINGS.breakerPause, SETTINGS.breakerLongest);
  return { failures, pause, until: now + pause, probe: null, probeUntil: null };
}
