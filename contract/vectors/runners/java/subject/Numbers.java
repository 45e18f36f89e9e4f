package subject;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** Numbers by their value, without rounding. */
final class Numbers {
    /** Digits of the longest number that is written out. 1e999999999 is short to send, and would fill the memory. */
    private static final int LONGEST = 400;
    private static final Pattern NUMBER = Pattern.compile("\\s*[+-]?[0-9]+(\\.[0-9]*)?([eE][+-]?[0-9]{1,4})?\\s*");

    private Numbers() {}

    /** Returns the number that a text is, exactly; null if it is none, or one beyond reason. */
    static BigDecimal exact(String text) {
        return NUMBER.matcher(text).matches() ? new BigDecimal(text.strip()) : null;
    }

    /** Returns a number without its fraction, if that is zero; else null. */
    static BigInteger whole(BigDecimal number) {
        if (!isReasonable(number) || number.stripTrailingZeros().scale() > 0) {
            return null;
        }
        return number.toBigIntegerExact();
    }

    /** Returns a number without exponent and needless fraction, 20.0 as 20; null if that is too long. */
    static String plain(BigDecimal number) {
        if (!isReasonable(number)) {
            return null;
        }
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static boolean isReasonable(BigDecimal number) {
        return Math.abs((long) number.scale()) <= LONGEST;
    }
}
