package subject;

import java.util.Set;
import subject.Filing.Gate;
import subject.Filing.Said;

/** Stops an account's sends while its creates are not answered clearly; then one order tries at a time. */
public final class Breaker {
    private static final int MOST_FAILURES = 5;
    private static final long FIRST_PAUSE = 60;
    private static final long LONGEST_PAUSE = 15 * 60;
    /** When another order may try instead of one that was not heard of. */
    private static final long PROBE_LASTS = 90;

    /** Creates in a row without a clear answer. */
    public int failures;
    /** The present pause in seconds; 0 while it is closed. */
    public long pause;
    /** The end of the pause; null while it is closed. */
    public Long until;
    /** The order that tries whether the service works again, and until when. */
    public String probe;
    public Long probeUntil;

    /** Returns whether an order may be sent, and notes it as the probe if it tries the service. */
    public Gate ask(String order, long now) {
        if (until == null) {
            return Gate.OPEN;
        }
        if (now < until) {
            return new Gate(until, false);
        }
        boolean isTried = probe != null && !probe.equals(order) && probeUntil != null && now < probeUntil;
        if (isTried) {
            return new Gate(probeUntil, false);
        }
        probe = order;
        probeUntil = now + PROBE_LASTS;
        return Gate.PROBE;
    }

    /** Notes an answer to a send. */
    public void answered(String order, Said said, long now) {
        boolean isProbe = order.equals(probe);
        if (Set.of(Said.NOT_SENT, Said.TOO_MANY, Said.SET_UP).contains(said)) {
            endProbe(isProbe); // nobody looked at the order, so it says nothing about the service
            return;
        }
        if (said != Said.UNANSWERED && said != Said.GARBLED) {
            failures = 0;
            pause = 0;
            until = null;
            endProbe(true);
            return;
        }
        failures++;
        boolean opens = until == null && failures >= MOST_FAILURES;
        if (opens || (until != null && isProbe)) { // another order was sent before it opened
            pause = Math.min(pause == 0 ? FIRST_PAUSE : 2 * pause, LONGEST_PAUSE);
            until = now + pause;
            endProbe(true);
        }
    }

    private void endProbe(boolean isOver) {
        if (isOver) {
            probe = null;
            probeUntil = null;
        }
    }
}
