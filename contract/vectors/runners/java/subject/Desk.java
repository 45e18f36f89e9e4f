package subject;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Places each order once. It decides and does nothing else: from a row and an event, the row as it is to be written, and
 * what is to be done then. Nothing is sent that is not written first.
 */
public final class Desk {
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long LEASE = 90;
    /** How long after the last doubt nothing is sent: longer than the search lags, and than a slow server acts late. */
    private static final long QUIET = 3 * MINUTE;
    /** When to look for an order in doubt, counted from the doubt. */
    private static final long[] LOOKS = {10, MINUTE, QUIET};
    /** How long an order that v7 accepted may stay without a result. */
    private static final long PATIENCE = DAY;
    private static final long ACCEPTED_LOOK = 15 * MINUTE;
    private static final int MOST_SENDS = 3;
    private static final long SEND_WITHIN = DAY;
    /** A search reaches back 20 days. */
    private static final long WATCHED_FOR = 20 * DAY;
    private static final long RECHECK = HOUR;
    private static final long POLL = 30;
    private static final long QUOTA_WINDOW = MINUTE;
    private static final long[] AWAY = {1, 2, 5, 10, 20, 30, MINUTE};
    private static final long[] LOOK_AGAIN = {10, 20, MINUTE, 5 * MINUTE};
    private static final int SET_UP_ORDERS = 3;

    private final Row row;
    private final long now;
    private final List<Command> commands = new ArrayList<>();

    private Desk(Row row, long now) {
        this.row = row.clone();
        this.now = now;
    }

    public enum State {
        PLANNED, SENDING, DOUBT, ACCEPTED, PLACED, PARTLY, EMPTY, REJECTED, ABANDONED, NOT_PLACED, HELD
    }

    /** Why a person has to decide. */
    public enum Reason {
        UNGUARDED, CONFLICT, REFUSED_ON_REPEAT, REFUSED_BY_WEBHOOK, EXISTS_UNSEEN, TOO_OLD, TOO_MANY_SENDS, NO_RESULT,
        CANNOT_SEND
    }

    /** What an answer to a send says. GARBLED is a success without order numbers. */
    public enum Said {
        PLACED, PARTLY, EMPTY, ACCEPTED, GARBLED, NOT_SENT, TOO_MANY, EXISTS, REFUSED, SET_UP, UNANSWERED
    }

    /** What a search has seen. */
    public enum Seen { OURS, PARTLY, EMPTY, DOUBLED, FOREIGN, UNCLEAR, NOTHING, FAILED }

    public enum Told { CREATED, FAILED }

    /** What a person can say of an order, apart from numbers that were placed. */
    public enum Word { NOT_PLACED, RESEND, ABANDON, RECHECK }

    public enum Do { SEND, WAIT, LOOK, PROBE, PAUSE, TELL_HELD, TELL_SETTLED, TELL_DOUBLED }

    /** What is to be done, and when; now, without a time. */
    public record Command(Do what, Long at) {}

    public record Decision(Row row, List<Command> commands) {}

    /** Whether something may be sent: not before `until`, if that is given; a probe tries whether the service works. */
    public record Gate(Long until, boolean isProbe) {
        public static final Gate OPEN = new Gate(null, false);
        public static final Gate PROBE = new Gate(null, true);
    }

    /** An answer to a send; `late` if the row has moved on since. `againAt` is when a 429 permits calls again. */
    public record Answered(Said said, List<String> numbers, String confirmation, Long againAt, boolean late) {}

    /** A look, with the numbers of our orders, and when it began. */
    public record Looked(Seen seen, List<String> numbers, long began, Gate gate) {}

    /** The state of an order does not permit what a person wants. */
    public static final class NotPermitted extends RuntimeException {}

    /** A worker does what is due. */
    public static Decision take(Row row, Gate gate, long now) {
        Desk desk = new Desk(row, now);
        if (row.state == State.SENDING) {
            return row.lease == null || row.lease <= now ? desk.doubt(null) : desk.done();
        }
        if (row.state != State.PLANNED) {
            return row.isLookedFor() ? desk.lookAt(now) : desk.done();
        }
        return row.searchFirst != null && !row.permitted ? desk.lookAt(now) : desk.send(gate);
    }

    /** The lease of the worker that was sending is over: it permits nothing. */
    public static Decision leaseOver(Row row, long now) {
        Desk desk = new Desk(row, now);
        return row.state == State.SENDING ? desk.doubt(null) : desk.done();
    }

    /** A send was answered, or is known to have no answer. */
    public static Decision answered(Row row, Answered event, long now) {
        Desk desk = new Desk(row, now);
        State stands = switch (event.said()) {
            case PLACED -> State.PLACED;
            case PARTLY -> State.PARTLY;
            case EMPTY -> State.EMPTY;
            default -> null;
        };
        if (stands != null) { // also if the row has moved on: a yes is never dropped
            return desk.stands(stands, event.numbers(), true, false);
        }
        return event.late() || row.state != State.SENDING ? desk.late(event) : desk.inTime(event);
    }

    /** A search for the order was made. */
    public static Decision looked(Row row, Looked event, long now) {
        Desk desk = new Desk(row, now);
        if (row.is(State.SENDING, State.REJECTED)) {
            return desk.done(); // it began before the row moved on
        }
        return event.seen() == Seen.FAILED ? desk.lookFailed() : desk.seen(event);
    }

    /** A webhook has come. It is only a hint, as its body is not signed. */
    public static Decision hinted(Row row, Told told, long now) {
        Desk desk = new Desk(row, now);
        if (row.stands() || row.is(State.REJECTED, State.PLANNED)) {
            return desk.done();
        }
        if (told == Told.CREATED) {
            return row.state == State.SENDING ? desk.done() : desk.lookAt(now);
        }
        if (row.isClosed() || row.state == State.HELD) {
            return desk.lookAt(now);
        }
        desk.row.bar(Reason.REFUSED_BY_WEBHOOK);
        if (row.state == State.SENDING) {
            desk.row.permitted = false;
            return desk.done();
        }
        if (row.state == State.ACCEPTED) {
            desk.beginDoubt(null);
        }
        return desk.lookAt(now);
    }

    /** After a refusal of the set-up, a search asked whether the set-up works at all. */
    public static Decision searched(Row row, boolean works, List<String> refusedBefore, long now) {
        Desk desk = new Desk(row, now);
        if (!row.is(State.PLANNED, State.DOUBT)) {
            return desk.done();
        }
        Set<String> before = new LinkedHashSet<>(refusedBefore);
        if (!works || before.size() + 1 >= SET_UP_ORDERS) {
            desk.row.refusals = 0;
            desk.command(Do.PAUSE, null);
            return desk.waitUntil(now + POLL);
        }
        return row.refusals > 1 ? desk.hold(Reason.CANNOT_SEND) : desk.waitUntil(now + POLL);
    }

    /** A person says that the order was placed, with its numbers. */
    public static Decision placed(Row row, List<String> numbers, long now) {
        Desk desk = new Desk(row, now);
        if (row.doubled) { // one of the two was cancelled, and this one stands
            desk.row.numbers = numbers;
            desk.row.doubled = false;
            desk.row.rechecked = true;
            desk.row.due = null;
            return desk.done();
        }
        desk.demand(State.PLANNED, State.DOUBT, State.ACCEPTED, State.HELD, State.ABANDONED, State.NOT_PLACED,
            State.REJECTED);
        Decision settled = desk.stands(State.PLACED, numbers, true, false);
        return new Decision(settled.row(),
            settled.commands().stream().filter(each -> each.what() != Do.TELL_HELD).toList());
    }

    /** A person decides. */
    public static Decision decided(Row row, Word word, long now) {
        Desk desk = new Desk(row, now);
        return switch (word) {
            case NOT_PLACED -> {
                desk.demand(State.DOUBT, State.ACCEPTED, State.HELD);
                yield desk.close(State.NOT_PLACED);
            }
            case ABANDON -> {
                desk.demand(State.PLANNED, State.HELD);
                yield desk.close(State.ABANDONED);
            }
            case RESEND -> desk.permit();
            case RECHECK -> row.is(State.PLANNED, State.SENDING, State.REJECTED) ? desk.done() : desk.lookAt(now);
        };
    }

    private Decision send(Gate gate) {
        if (gate.until() != null) { // with the send, the look that permits it is delayed: it is made again
            return waitUntil(Math.max(gate.until(), now));
        }
        row.state = State.SENDING;
        row.reason = null;
        row.sends++;
        row.probes += gate.isProbe() ? 1 : 0;
        row.probing = gate.isProbe();
        row.firstSent = row.firstSent == null ? Long.valueOf(now) : row.firstSent;
        row.lease = now + LEASE;
        row.due = row.lease;
        row.heldAt = null;
        row.quietUntil = null;
        command(Do.SEND, null);
        return done();
    }

    private Decision inTime(Answered event) {
        return switch (event.said()) {
            case ACCEPTED -> accepted(event);
            case GARBLED -> doubt(Reason.NO_RESULT);
            case EXISTS -> {
                beginDoubt(Reason.EXISTS_UNSEEN);
                yield lookAt(now);
            }
            case REFUSED -> refused();
            case NOT_SENT, TOO_MANY, SET_UP -> notActedOn(event);
            default -> doubt(null);
        };
    }

    private Decision accepted(Answered event) {
        boolean isBarred = row.barred && !row.permitted; // a webhook told of a failure before the answer came
        row.endRequest();
        row.confirmation = event.confirmation();
        row.acceptedAt = now;
        if (isBarred) {
            return doubt(null);
        }
        row.state = State.ACCEPTED;
        row.doubtSince = now;
        row.looks = 0;
        return lookNext();
    }

    private Decision refused() {
        if (row.doubts > 0) { // it says nothing about the send before
            return doubt(Reason.REFUSED_ON_REPEAT);
        }
        row.endRequest();
        row.state = State.REJECTED;
        row.settledAt = now;
        command(Do.TELL_SETTLED, null);
        return done();
    }

    private Decision late(Answered event) {
        Reason bar = switch (event.said()) {
            case ACCEPTED, GARBLED -> Reason.NO_RESULT;
            case EXISTS -> Reason.EXISTS_UNSEEN;
            default -> null;
        };
        boolean saysNothing = bar == null && event.said() != Said.UNANSWERED;
        if (row.stands() || row.isClosed() || row.state == State.REJECTED || saysNothing) {
            return done();
        }
        if (row.state == State.PLANNED) { // the ledger is an older copy, which knows of no send
            return doubt(bar);
        }
        if (event.said() == Said.ACCEPTED && row.state == State.DOUBT) {
            return accepted(event);
        }
        if (bar != null) {
            row.confirmation = event.confirmation() == null ? row.confirmation : event.confirmation();
            row.bar(bar);
        }
        return done();
    }

    /** The request never left, or was refused before anybody looked at the order: it does not count. */
    private Decision notActedOn(Answered event) {
        boolean isInDoubt = row.doubts > 0 || row.barred;
        boolean wasPermitted = row.permitted;
        int tries = row.tries;
        long again = now + (event.said() == Said.TOO_MANY ? QUOTA_WINDOW : step(AWAY, tries));
        row.sends--;
        row.probes -= row.probing ? 1 : 0;
        row.firstSent = row.sends > 0 || isInDoubt ? row.firstSent : null;
        row.refusals += event.said() == Said.SET_UP ? 1 : 0;
        row.endRequest();
        row.state = isInDoubt ? State.DOUBT : State.PLANNED;
        row.tries = tries + 1;
        row.permitted = wasPermitted;
        row.quietUntil = isInDoubt ? Long.valueOf(now) : null; // it was over before this send, and nothing was sent since
        if (event.said() == Said.SET_UP) {
            row.due = again;
            command(Do.PROBE, null);
            return done();
        }
        return waitUntil(event.againAt() == null ? again : Math.max(event.againAt(), now));
    }

    private Decision doubt(Reason bar) {
        beginDoubt(bar);
        return lookNext();
    }

    /** Begins a doubt, and with it a quiet period. */
    private void beginDoubt(Reason bar) {
        row.endRequest();
        row.state = State.DOUBT;
        row.doubts++;
        row.doubtSince = now;
        row.quietUntil = now + QUIET;
        row.looks = 0;
        if (bar != null) {
            row.barred = true;
            row.whyBarred = bar;
        }
    }

    private Decision lookNext() {
        row.tries = 0;
        long at = row.quietEnds();
        if (row.looks < LOOKS.length) {
            at = (row.doubtSince == null ? now : row.doubtSince) + LOOKS[row.looks];
        } else if (row.state == State.ACCEPTED) {
            at = Math.min(now + ACCEPTED_LOOK, (row.acceptedAt == null ? now : row.acceptedAt) + PATIENCE);
        }
        return lookAt(Math.max(at, now));
    }

    private Decision lookFailed() {
        if (row.tries >= LOOK_AGAIN.length && !row.permitted) { // it must neither hide an order nor use up the quota
            if (row.state == State.HELD || row.isClosed()) {
                return watch();
            }
            boolean isPatienceOver = row.doubtSince != null && now >= row.doubtSince + PATIENCE;
            if (isPatienceOver && row.is(State.DOUBT, State.ACCEPTED)) {
                return hold(row.whyBarred == null ? Reason.NO_RESULT : row.whyBarred);
            }
            if (row.settledAt != null && now >= row.settledAt + WATCHED_FOR) {
                row.rechecked = true;
                row.due = null;
                return done();
            }
        }
        return lookAt(now + step(LOOK_AGAIN, row.tries++));
    }

    private Decision seen(Looked event) {
        boolean isPart = event.seen() == Seen.PARTLY || event.seen() == Seen.EMPTY;
        if (isPart && !row.stands() && (row.state == State.ACCEPTED || isEarly(event))) {
            return partSeen();
        }
        State stands = switch (event.seen()) {
            case OURS, DOUBLED -> State.PLACED;
            case PARTLY -> State.PARTLY;
            case EMPTY -> State.EMPTY;
            default -> null;
        };
        if (stands != null) {
            return stands(stands, event.numbers(), false, event.seen() == Seen.DOUBLED);
        }
        if (row.stands()) {
            row.rechecked = true;
            row.due = null;
            return done();
        }
        if (row.isClosed() || row.state == State.HELD) {
            row.due = null;
            return row.isLookedFor() ? watch() : done();
        }
        if (row.permitted) {
            return send(event.gate());
        }
        return switch (event.seen()) {
            case FOREIGN -> hold(Reason.CONFLICT);
            case UNCLEAR -> unclear(event);
            default -> nothingSeen(event);
        };
    }

    private Decision nothingSeen(Looked event) {
        if (row.state == State.PLANNED) {
            if (isEarly(event)) {
                return lookAt(row.quietEnds());
            }
            // If the ledger has forgotten a send, this one is a repeat.
            return row.doubts > 0 || row.barred ? sendAgain(event.gate()) : send(event.gate());
        }
        row.looks++;
        if (row.state == State.ACCEPTED) {
            long since = row.acceptedAt == null ? now : row.acceptedAt;
            return now >= since + PATIENCE ? hold(Reason.NO_RESULT) : lookNext();
        }
        return isEarly(event) ? lookNext() : sendAgain(event.gate());
    }

    /** Sends an order that is in doubt and was not found after the quiet period, or holds it for the reason against it. */
    private Decision sendAgain(Gate gate) {
        if (row.barred) {
            return hold(row.whyBarred == null ? Reason.NO_RESULT : row.whyBarred);
        }
        if (!row.guarded) {
            return hold(Reason.UNGUARDED);
        }
        if (row.firstSent != null && now - row.firstSent >= SEND_WITHIN) {
            return hold(Reason.TOO_OLD);
        }
        return row.sends - row.probes >= MOST_SENDS ? hold(Reason.TOO_MANY_SENDS) : send(gate);
    }

    /** An order under our number cannot be compared: never send again, look again. */
    private Decision unclear(Looked event) {
        if (row.state == State.PLANNED) {
            return hold(Reason.CONFLICT);
        }
        row.bar(Reason.NO_RESULT);
        if (row.state == State.ACCEPTED) {
            return nothingSeen(event);
        }
        row.looks++;
        return isEarly(event) ? lookNext() : hold(Reason.NO_RESULT);
    }

    /** A part of our order is there: the search may not show the rest yet. */
    private Decision partSeen() {
        row.bar(Reason.NO_RESULT);
        if (row.state == State.ACCEPTED) {
            return doubt(null);
        }
        row.looks++;
        return row.state == State.DOUBT ? lookNext() : lookAt(row.quietEnds());
    }

    private boolean isEarly(Looked event) {
        return event.began() < row.quietEnds();
    }

    private Decision hold(Reason reason) {
        row.endRequest();
        row.state = State.HELD;
        row.reason = reason;
        row.heldAt = now;
        command(Do.TELL_HELD, null);
        return watch();
    }

    /** Plans the next look for an order that waits for a person, or that a person has closed. */
    private Decision watch() {
        row.tries = 0;
        long since = row.heldAt == null ? now : row.heldAt;
        long at = now + (now - since < DAY ? HOUR : DAY);
        if (at - (row.firstSent == null ? since : row.firstSent) > WATCHED_FOR) {
            row.due = null;
            return done();
        }
        return lookAt(at);
    }

    /** An order of ours was found, or an answer has named it. */
    private Decision stands(State state, List<String> numbers, boolean byAnswer, boolean seenTwice) {
        boolean isTold = row.doubled;
        List<String> added = numbers.stream().filter(each -> !row.numbers.contains(each)).toList();
        boolean hadNumbers = !row.numbers.isEmpty();
        List<String> known = new ArrayList<>(row.numbers);
        known.addAll(added);
        row.numbers = known;
        if (row.stands()) {
            // Only where all numbers of an answer are new do they name a second order: an order may be split.
            boolean isSecond = byAnswer && hadNumbers && !added.isEmpty() && added.size() == Set.copyOf(numbers).size();
            row.doubled |= seenTwice || isSecond;
            row.rechecked |= !byAnswer;
            row.due = row.rechecked ? null : row.due;
            tellDoubled(isTold);
            return done();
        }
        boolean wasClosed = row.isClosed();
        row.endRequest();
        row.state = state;
        row.reason = null;
        row.adopted = !byAnswer;
        row.doubled |= seenTwice;
        row.settledAt = now;
        row.heldAt = null;
        command(Do.TELL_SETTLED, null);
        if (wasClosed) {
            command(Do.TELL_HELD, null); // the one change of an order that a person has closed
        }
        tellDoubled(isTold);
        return row.sends > 1 ? lookAt(now + RECHECK) : done(); // the other request may have been acted on
    }

    private void tellDoubled(boolean isTold) {
        if (row.doubled && !isTold) {
            command(Do.TELL_DOUBLED, null);
        }
    }

    private Decision permit() {
        demand(State.HELD, State.REJECTED);
        row.state = row.state == State.REJECTED ? State.PLANNED : State.DOUBT;
        row.doubts = row.doubts == 0 && row.state == State.DOUBT && row.sends > 0 ? 1 : row.doubts;
        row.reason = null;
        row.permitted = true;
        row.settledAt = null;
        row.refusals = 0;
        return waitUntil(now); // in doubt: a last look before the send
    }

    private Decision close(State state) {
        row.endRequest();
        row.state = state;
        row.settledAt = now;
        row.heldAt = now;
        command(Do.TELL_SETTLED, null);
        return row.isLookedFor() ? watch() : done();
    }

    private void demand(State... states) {
        if (!row.is(states)) {
            throw new NotPermitted();
        }
    }

    /** Takes the row again at a time; looks for the order, unless it was never sent. */
    private Decision waitUntil(long at) {
        row.due = at;
        command(row.state == State.PLANNED ? Do.WAIT : Do.LOOK, at);
        return done();
    }

    private Decision lookAt(long at) {
        row.due = at;
        command(Do.LOOK, at);
        return done();
    }

    private void command(Do what, Long at) {
        commands.add(new Command(what, at));
    }

    private Decision done() {
        return new Decision(row, List.copyOf(commands));
    }

    private static long step(long[] steps, int tries) {
        return steps[Math.min(tries, steps.length - 1)];
    }
}
