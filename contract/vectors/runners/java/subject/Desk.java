package subject;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import subject.Filing.Answered;
import subject.Filing.Decision;
import subject.Filing.Do;
import subject.Filing.Gate;
import subject.Filing.Looked;
import subject.Filing.NotPermitted;
import subject.Filing.Reason;
import subject.Filing.Said;
import subject.Filing.Seen;
import subject.Filing.State;
import subject.Filing.Told;
import subject.Filing.Word;

/**
 * Places each order once. It decides and does nothing else: from a row and an event, the row as it is to be written,
 * and what is to be done then. Nothing is sent that is not written first.
 */
public final class Desk extends Moves {
    private static final long POLL = 30;
    private static final long QUOTA_WINDOW = MINUTE;
    /** When to try again after requests that were not sent; the last one repeats. */
    private static final long[] AWAY = {1, 2, 5, 10, 20, 30, MINUTE};
    /** When to look again after looks that were not answered; the last one repeats. */
    private static final long[] LOOK_AGAIN = {10, 20, MINUTE, 5 * MINUTE};
    /** Different orders in a row whose set-up is refused, after which it is the set-up of all. */
    private static final int SET_UP_ORDERS = 3;

    private Desk(Row row, long now) {
        super(row, now);
    }

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
        // The quiet period was over before this send, and nothing was sent since.
        row.quietUntil = isInDoubt ? Long.valueOf(now) : null;
        if (event.said() == Said.SET_UP) {
            row.due = again;
            command(Do.PROBE, null);
            return done();
        }
        return waitUntil(event.againAt() == null ? again : Math.max(event.againAt(), now));
    }

    private Decision lookFailed() {
        Long recheck = recheckToCome();
        if (recheck != null) {
            return lookAt(recheck);
        }
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
            return afterRecheck();
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

    private void demand(State... states) {
        if (!row.is(states)) {
            throw new NotPermitted();
        }
    }
}
