import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import json.Json.Num;
import json.Json.Obj;

/**
 * Compares what an SDK gave with what a vector wants. It never translates a value to make it fit: the types that it
 * knows are those of JSON, and the two numbers of Java that lose nothing.
 */
final class Comparison {
    /** Stands for a value that is not there, which is not the same as null. */
    static final Object MISSING = new Object() {
        @Override
        public String toString() {
            return "<nothing>";
        }
    };
    /** Languages differ in larger whole numbers, so a vector writes them with a special key only. */
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1L << 53);

    private final List<Difference> differences = new ArrayList<>();

    /** A place, what the vector wants there, and what there is. */
    record Difference(String at, Object want, Object got) {}

    /** A key or a word that this runner does not know. It must not pass over it: the vector would say less. */
    static final class Unknown extends RuntimeException {
        Unknown(String at, Object what) {
            super("unknown: " + at + " " + what);
        }
    }

    List<Difference> differences() {
        return differences;
    }

    void add(String at, Object want, Object got) {
        differences.add(new Difference(at, want, got));
    }

    /** Refuses an object that has another key than these. */
    static void requireKeys(String at, Obj given, String... known) {
        for (String key : given.map().keySet()) {
            if (!List.of(known).contains(key)) {
                throw new Unknown(at, key);
            }
        }
    }

    /** Returns the only key of an object, which has to be one of these. */
    static String onlyKey(String at, Obj given, String... known) {
        requireKeys(at, given, known);
        if (given.members().size() != 1) {
            throw new Unknown(at, given);
        }
        return given.members().get(0).key();
    }

    /** Compares a value completely. */
    void compare(String at, Object want, Object got) {
        if (want instanceof Obj object && isSpecial(object)) {
            if (!fits(at, object, got)) {
                add(at, want, got);
            }
        } else if (want instanceof Obj object && asMap(got) != null) {
            Set<String> keys = new LinkedHashSet<>(object.map().keySet());
            keys.addAll(asMap(got).keySet());
            keys.forEach(key -> compareMember(at, object.map(), asMap(got), key));
        } else if (want instanceof List<?> wanted && got instanceof List<?> found && wanted.size() == found.size()) {
            for (int i = 0; i < wanted.size(); i++) {
                compare(at + "/" + i, wanted.get(i), found.get(i));
            }
        } else if (!isSame(want, got)) {
            add(at, want, got);
        }
    }

    /** Compares the listed members. */
    void compareListed(String at, Map<String, ?> want, Map<String, ?> got) {
        want.keySet().forEach(key -> compareMember(at, want, got, key));
    }

    private void compareMember(String at, Map<String, ?> want, Map<String, ?> got, String key) {
        Object found = got.containsKey(key) ? got.get(key) : MISSING;
        String place = at + "/" + key;
        if (want.containsKey(key)) {
            compare(place, want.get(key), found);
        } else {
            add(place, MISSING, found);
        }
    }

    private static boolean isSame(Object want, Object got) {
        if (want instanceof Num number) {
            // A fraction needs a special key, as languages differ in them too.
            boolean isSafe = number.isWhole() && number.value().abs().compareTo(LARGEST) <= 0;
            return isSafe && isNumber(got, number.value());
        }
        boolean isPlain = want == null || want instanceof Boolean || want instanceof String;
        return isPlain && Objects.equals(want, got);
    }

    private static boolean isSpecial(Obj want) {
        return want.map().keySet().stream().anyMatch(key -> key.startsWith("$"));
    }

    private static boolean fits(String at, Obj want, Object got) {
        String word = want.map().keySet().iterator().next();
        Object given = want.get(word);
        if (want.members().size() > 1) {
            throw new Unknown(at, want);
        }
        return switch (word) {
            case "$absent" -> given == Boolean.TRUE && got == MISSING;
            case "$any" -> given == Boolean.TRUE && got != MISSING;
            case "$length" -> given instanceof Num length && isNumber(lengthOf(got), length.value());
            case "$matches" -> got instanceof String text && Pattern.matches((String) given, text);
            case "$number" -> isNumber(got, new BigDecimal((String) given));
            case "$integer" -> isWhole(got) && isNumber(got, new BigDecimal((String) given));
            default -> throw new Unknown(at, word);
        };
    }

    private static boolean isNumber(Object got, BigDecimal value) {
        if (got instanceof Num number) {
            return number.value().compareTo(value) == 0;
        }
        // BigDecimal.toString and BigInteger.toString lose nothing; that of a double is its shortest decimal.
        return got instanceof Number number && new BigDecimal(number.toString()).compareTo(value) == 0;
    }

    private static boolean isWhole(Object got) {
        return got instanceof BigInteger || got instanceof Long || got instanceof Integer
            || (got instanceof Num number && number.isWhole());
    }

    private static Integer lengthOf(Object got) {
        if (got instanceof String text) {
            return text.codePointCount(0, text.length());
        }
        if (got instanceof List<?> list) {
            return list.size();
        }
        Map<String, Object> map = asMap(got);
        return map == null ? null : map.size();
    }

    /** Returns an object by key; null for anything else, and for an object that repeats a key, which equals none. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object got) {
        if (got instanceof Obj object) {
            return object.repeatsKey() ? null : object.map();
        }
        return got instanceof Map<?, ?> map ? (Map<String, Object>) map : null;
    }
}
