package subject;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The status of an order, a sub-order or a line; the server spells each in several ways. */
public enum Status {
    OPEN(false), PROCESSING(false, "inprogress", "inprocess"),
    ON_HOLD(false, "hold", "saleshold", "customerhold", "imonlinehold"), BACKORDERED(false, "backorder"),
    PARTIALLY_SHIPPED(false), SHIPPED(false), INVOICED(false), DELIVERED(true, "edelivered"), CLOSED(true),
    CANCELED(true, "cancelled"), VOIDED(true, "void"), REJECTED(true), UNKNOWN(false);

    private static final Map<String, Status> BY_WORD = new HashMap<>();

    static {
        for (Status each : values()) {
            BY_WORD.put(letters(each.word()), each);
            for (String other : each.otherWords) {
                BY_WORD.put(other, each);
            }
        }
    }

    private final boolean isFinal;
    private final String[] otherWords;

    Status(boolean isFinal, String... otherWords) {
        this.isFinal = isFinal;
        this.otherWords = otherWords;
    }

    /** Returns the status that a text stands for. Any other text is UNKNOWN, and no error: more come than declared. */
    public static Status of(String text) {
        String word = (text == null ? "" : text).strip().toLowerCase(Locale.ROOT);
        word = word.replaceFirst("^im::", "").replaceFirst("^order_", "");
        return BY_WORD.getOrDefault(letters(word), UNKNOWN);
    }

    /** Returns the name that all languages share. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Returns whether no other status follows. Goods can arrive after the invoice. */
    public boolean isFinal() {
        return isFinal;
    }

    private static String letters(String text) {
        return text.replaceAll("[^a-z]", "");
    }
}
