package subject;

import java.util.List;

/** A name and a value of a query or a form. */
record Pair(String name, String value) {
    private String encoded() {
        return Texts.encoded(name) + "=" + Texts.encoded(value);
    }

    static String joined(List<Pair> pairs) {
        return String.join("&", pairs.stream().map(Pair::encoded).toList());
    }
}
