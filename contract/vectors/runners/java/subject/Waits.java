package subject;

import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import subject.Messages.Answer;

/** How long a 429 asks to wait: Retry-After, or else X-RateLimit-Reset. */
final class Waits {
    /** A reset from here on is a moment; a smaller one is a number of seconds. In seconds, this is in 2001. */
    private static final double EPOCH_SECONDS_FROM = 1e9;
    /** A moment from here on is in milliseconds, as the live service sends it. In seconds, this is in the year 5138. */
    private static final double EPOCH_MILLISECONDS_FROM = 1e11;

    private Waits() {}

    /** Returns the seconds to wait; null if none are asked for, or a moment in the past. */
    static Double asked(Answer answer, double now) {
        Double after = retryAfter(answer.header("Retry-After"), now);
        Double found = after != null && after > 0 ? after : reset(answer.header("X-RateLimit-Reset"), now);
        return found != null && found > 0 ? found : null;
    }

    private static Double retryAfter(String text, double now) {
        Double seconds = number(text);
        if (seconds != null || text == null) {
            return seconds;
        }
        try {
            return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toEpochSecond() - now;
        } catch (DateTimeException error) {
            return null;
        }
    }

    private static Double reset(String text, double now) {
        Double value = number(text);
        if (value == null || value < EPOCH_SECONDS_FROM) {
            return value;
        }
        return (value >= EPOCH_MILLISECONDS_FROM ? value / 1000 : value) - now;
    }

    private static Double number(String text) {
        try {
            double found = text == null ? -1 : Double.parseDouble(text);
            return found >= 0 && found < Double.POSITIVE_INFINITY ? found : null;
        } catch (NumberFormatException error) {
            return null;
        }
    }
}
