package subject;

import java.util.List;

/** The words of the desk: what may happen to an order, what is then known about it, and what is to be done. */
public final class Filing {
    private Filing() {}

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
}
