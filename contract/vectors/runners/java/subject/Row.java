package subject;

import java.util.List;
import subject.Filing.Reason;
import subject.Filing.State;

/** What is known about an order, as far as it decides what happens next. Times are in seconds since the epoch. */
public final class Row implements Cloneable {
    public State state = State.PLANNED;
    public String api = "v6";
    /** Why a person has to decide, if it is held. */
    public Reason reason;
    /** Whether the server refuses a second order under the same purchase order number. */
    public boolean guarded = true;
    /** How many requests may have left. */
    public int sends;
    /** How many of them tried whether a service that had failed works again; they do not count as sends. */
    public int probes;
    public boolean probing;
    /** How often in a row nothing could be sent, or no look be made. */
    public int tries;
    /** How often the set-up was refused for this order. */
    public int refusals;
    /** How often it came into doubt. Above 0, a refusal is no proof that nothing was placed. */
    public int doubts;
    /** Whether it must not be sent again, unless a person permits it. */
    public boolean barred;
    public Reason whyBarred;
    /** Whether a person has permitted one more send. */
    public boolean permitted;
    /** From when orders count as ours, if it has to be looked for before its first send. */
    public Long searchFirst;
    /** From when such a look permits a send. */
    public Long trustedFrom;
    public Long firstSent;
    public Long doubtSince;
    public Long quietUntil;
    public int looks;
    public Long lease;
    /** When something is to be done; null if nothing is. */
    public Long due;
    public Long acceptedAt;
    public Long heldAt;
    public Long settledAt;
    public List<String> numbers = List.of();
    public String confirmation;
    /** Whether a look found it, rather than an answer to a send. */
    public boolean adopted;
    public boolean doubled;
    public boolean rechecked;

    @Override
    public Row clone() {
        try {
            return (Row) super.clone();
        } catch (CloneNotSupportedException error) {
            throw new IllegalStateException(error);
        }
    }

    boolean is(State... states) {
        return List.of(states).contains(state);
    }

    /** Returns whether the order stands at the service. */
    boolean stands() {
        return is(State.PLACED, State.PARTLY, State.EMPTY);
    }

    /** Returns whether a person has closed it. */
    boolean isClosed() {
        return is(State.ABANDONED, State.NOT_PLACED);
    }

    /** Returns whether looks are made for it. */
    boolean isLookedFor() {
        if (is(State.DOUBT, State.ACCEPTED, State.HELD)) {
            return true;
        }
        return isClosed() ? sends > 0 || doubts > 0 : stands() && sends > 1 && !rechecked;
    }

    /** Removes what belongs to a request that is over. */
    void endRequest() {
        lease = null;
        probing = false;
        tries = 0;
        due = null;
        permitted = false;
    }

    /** Bars it, for the reason that it has already, or else for this one. */
    void bar(Reason why) {
        barred = true;
        whyBarred = whyBarred == null ? why : whyBarred;
    }

    /** Returns the end of the quiet period, or of the one after the ledger lost its trust. */
    long quietEnds() {
        return Math.max(quietUntil == null ? 0 : quietUntil, trustedFrom == null ? 0 : trustedFrom);
    }
}
