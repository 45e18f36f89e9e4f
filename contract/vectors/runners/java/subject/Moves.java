package subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import subject.Filing.Command;
import subject.Filing.Decision;
import subject.Filing.Do;
import subject.Filing.Gate;
import subject.Filing.Reason;
import subject.Filing.State;

/** What can be done with a row: send it, doubt it, look for it, hold it, settle it. {@link Desk} says when. */
abstract class Moves {
    static final long MINUTE = 60;
    static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;
    /** How long an order that v7 accepted may stay without a result, and a doubt without a look that was answered. */
    static final long PATIENCE = DAY;
    /** A search reaches back 20 days. */
    static final long WATCHED_FOR = 20 * DAY;
    private static final long LEASE = 90;
    /** How long after the last doubt nothing is sent: longer than the search lags, and than a slow server acts late. */
    private static final long QUIET = 3 * MINUTE;
    /** When to look for an order in doubt, counted from the doubt. The last look is the one that permits a send. */
    private static final long[] LOOKS = {10, MINUTE, QUIET};
    private static final long ACCEPTED_LOOK = 15 * MINUTE;
    private static final int MOST_SENDS = 3;
    private static final long SEND_WITHIN = DAY;
    private static final long RECHECK = HOUR;

    final Row row;
    final long now;
    private final List<Command> commands = new ArrayList<>();

    Moves(Row row, long now) {
        this.row = row.clone(); // the given one stays as it is written
        this.now = now;
    }

    Decision send(Gate gate) {
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

    /** Sends an order in doubt that was not found after the quiet period, or holds it for the reason against it. */
    Decision sendAgain(Gate gate) {
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

    Decision doubt(Reason bar) {
        beginDoubt(bar);
        return lookNext();
    }

    /** Begins a doubt, and with it a quiet period. */
    void beginDoubt(Reason bar) {
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

    Decision lookNext() {
        row.tries = 0;
        long at = row.quietEnds();
        if (row.looks < LOOKS.length) {
            at = (row.doubtSince == null ? now : row.doubtSince) + LOOKS[row.looks];
        } else if (row.state == State.ACCEPTED) {
            at = Math.min(now + ACCEPTED_LOOK, (row.acceptedAt == null ? now : row.acceptedAt) + PATIENCE);
        }
        return lookAt(Math.max(at, now));
    }

    Decision hold(Reason reason) {
        row.endRequest();
        row.state = State.HELD;
        row.reason = reason;
        row.heldAt = now;
        command(Do.TELL_HELD, null);
        return watch();
    }

    /** Plans the next look for an order that waits for a person, or that a person has closed. */
    Decision watch() {
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
    Decision stands(State state, List<String> numbers, boolean byAnswer, boolean seenTwice) {
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
            tellDoubled(isTold);
            if (byAnswer) {
                row.due = row.rechecked ? null : row.due;
                return done();
            }
            return afterRecheck();
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

    /** Ends the looks for an order that stands, unless the one an hour after it was settled is still to come. */
    Decision afterRecheck() {
        Long at = recheckToCome();
        if (at == null) {
            row.rechecked = true;
            row.due = null;
            return done();
        }
        row.tries = 0;
        return lookAt(at);
    }

    /** Returns when the look an hour after the order was settled is made; null if it is not to come, or this is it. */
    Long recheckToCome() {
        if (!row.stands() || row.settledAt == null || row.doubled || !row.isLookedFor()) {
            return null;
        }
        long at = row.settledAt + RECHECK;
        return at > now ? Long.valueOf(at) : null;
    }

    void tellDoubled(boolean isTold) {
        if (row.doubled && !isTold) {
            command(Do.TELL_DOUBLED, null);
        }
    }

    Decision close(State state) {
        row.endRequest();
        row.state = state;
        row.settledAt = now;
        row.heldAt = now;
        command(Do.TELL_SETTLED, null);
        return row.isLookedFor() ? watch() : done();
    }

    /** Takes the row again at a time; looks for the order, unless it was never sent. */
    Decision waitUntil(long at) {
        row.due = at;
        command(row.state == State.PLANNED ? Do.WAIT : Do.LOOK, at);
        return done();
    }

    Decision lookAt(long at) {
        row.due = at;
        command(Do.LOOK, at);
        return done();
    }

    void command(Do what, Long at) {
        commands.add(new Command(what, at));
    }

    Decision done() {
        return new Decision(row, List.copyOf(commands));
    }

    static long step(long[] steps, int tries) {
        return steps[Math.min(tries, steps.length - 1)];
    }
}
