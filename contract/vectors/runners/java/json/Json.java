package json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * JSON as it is written: a number keeps its digits, and an object keeps all members, also a key that comes twice.
 *
 * <p>A value is null, a Boolean, a String, a {@link Num}, a List of values or an {@link Obj}. The JDK has no reader of
 * JSON, and most libraries round 9007199254740993 or forget that 10.0 had a point; neither can be noticed afterwards.
 */
public final class Json {
    /** Levels of lists and objects; a deeper document could exhaust the stack. */
    private static final int DEEPEST = 1000;

    private Json() {}

    /** A number as it is written. */
    public record Num(String text) {
        /** Returns whether it is written without point and exponent. */
        public boolean isWhole() {
            return text.chars().allMatch(each -> each == '-' || Character.isDigit(each));
        }

        /**
         * Returns its value, without rounding.
         *
         * @throws NumberFormatException if its exponent has more than ten digits
         */
        public BigDecimal value() {
            return new BigDecimal(text);
        }
    }

    /** A key of an object with its value. */
    public record Member(String key, Object value) {}

    /** An object: all its members, in order. */
    public static final class Obj {
        private final List<Member> members;
        private final Map<String, Object> byKey = new LinkedHashMap<>();

        public Obj(List<Member> members) {
            this.members = List.copyOf(members);
            members.forEach(each -> byKey.put(each.key(), each.value()));
        }

        public List<Member> members() {
            return members;
        }

        /** Returns the members by key; of a key that comes twice, the last value. */
        public Map<String, Object> map() {
            return Collections.unmodifiableMap(byKey);
        }

        public boolean repeatsKey() {
            return byKey.size() < members.size();
        }

        public boolean has(String key) {
            return byKey.containsKey(key);
        }

        /** Returns the value of a key; null if there is none, too. */
        public Object get(String key) {
            return byKey.get(key);
        }

        /** Returns the text of a key; null if there is none. */
        public String text(String key) {
            return (String) byKey.get(key);
        }

        /** Returns the object of a key; an empty one if there is none. */
        public Obj object(String key) {
            return byKey.get(key) instanceof Obj found ? found : new Obj(List.of());
        }

        /** Returns the list of a key; an empty one if there is none. */
        public List<?> list(String key) {
            return byKey.get(key) instanceof List<?> found ? found : List.of();
        }

        @Override
        public String toString() {
            return write(this);
        }
    }

    /** A text is not JSON. */
    public static final class SyntaxError extends IllegalArgumentException {
        SyntaxError(String message) {
            super(message);
        }
    }

    /** Reads a text that is one JSON value. */
    public static Object read(String text) {
        Reader reader = new Reader(text);
        Object value = reader.value(0);
        reader.end();
        return value;
    }

    /** Returns how many lists and objects are inside each other; 0 for any other value. */
    public static int depth(Object value) {
        if (value instanceof List<?> list) {
            return 1 + list.stream().mapToInt(Json::depth).max().orElse(0);
        }
        if (value instanceof Obj object) {
            return 1 + object.members().stream().mapToInt(each -> depth(each.value())).max().orElse(0);
        }
        return 0;
    }

    /** Writes a value, or a Map, or a number of Java. Anything else is written as its text. */
    public static String write(Object value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(Object value, StringBuilder out) {
        if (value == null || value instanceof Boolean || value instanceof Number) {
            out.append(value);
        } else if (value instanceof Num number) {
            out.append(number.text());
        } else if (value instanceof List<?> list) {
            String before = "[";
            for (Object each : list) {
                out.append(before);
                write(each, out);
                before = ",";
            }
            out.append(list.isEmpty() ? "[]" : "]");
        } else if (value instanceof Obj object) {
            writeMembers(object.members(), out);
        } else if (value instanceof Map<?, ?> map) {
            List<Member> members = new ArrayList<>();
            map.forEach((key, each) -> members.add(new Member((String) key, each)));
            writeMembers(members, out);
        } else {
            writeText(String.valueOf(value), out);
        }
    }

    private static void writeMembers(List<Member> members, StringBuilder out) {
        String before = "{";
        for (Member each : members) {
            out.append(before);
            writeText(each.key(), out);
            out.append(':');
            write(each.value(), out);
            before = ",";
        }
        out.append(members.isEmpty() ? "{}" : "}");
    }

    private static void writeText(String text, StringBuilder out) {
        out.append('"');
        text.codePoints().forEach(each -> {
            boolean isHalf = each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE;
            if (each == '"' || each == '\\') {
                out.append('\\').append((char) each);
            } else if (each < ' ' || isHalf) { // half a character has no UTF-8
                out.append(String.format("\\u%04x", each));
            } else {
                out.appendCodePoint(each);
            }
        });
        out.append('"');
    }

    private static final class Reader {
        private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
        private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{4}");

        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        Object value(int depth) {
            if (depth > DEEPEST) {
                throw wrong("fewer levels");
            }
            return switch (next()) {
                case '{' -> object(depth);
                case '[' -> list(depth);
                case '"' -> string();
                case 't' -> word("true", true);
                case 'f' -> word("false", false);
                case 'n' -> word("null", null);
                default -> number();
            };
        }

        void end() {
            if (next() != 0) {
                throw wrong("the end");
            }
        }

        private Obj object(int depth) {
            List<Member> members = new ArrayList<>();
            at++;
            if (next() == '}') {
                at++;
                return new Obj(members);
            }
            do {
                if (next() != '"') {
                    throw wrong("a key");
                }
                String key = string();
                if (next() != ':') {
                    throw wrong("a colon");
                }
                at++;
                members.add(new Member(key, value(depth + 1)));
            } while (goesOn('}'));
            return new Obj(members);
        }

        private List<Object> list(int depth) {
            List<Object> items = new ArrayList<>();
            at++;
            if (next() == ']') {
                at++;
                return items;
            }
            do {
                items.add(value(depth + 1));
            } while (goesOn(']'));
            return items;
        }

        /** Skips a comma or the end of a list or an object, and returns whether it was a comma. */
        private boolean goesOn(char end) {
            char found = next();
            if (found != ',' && found != end) {
                throw wrong("a comma or " + end);
            }
            at++;
            return found == ',';
        }

        private Object word(String word, Object value) {
            if (!text.startsWith(word, at)) {
                throw wrong(word);
            }
            at += word.length();
            return value;
        }

        private Num number() {
            var found = NUMBER.matcher(text).region(at, text.length());
            if (!found.lookingAt()) {
                throw wrong("a value");
            }
            at = found.end();
            return new Num(found.group());
        }

        private String string() {
            StringBuilder out = new StringBuilder();
            at++;
            while (true) {
                char each = at < text.length() ? text.charAt(at++) : 0;
                if (each == '"') {
                    return out.toString();
                }
                if (each < ' ') {
                    throw wrong("the end of a text");
                }
                out.append(each == '\\' ? escaped() : each);
            }
        }

        private char escaped() {
            char each = at < text.length() ? text.charAt(at++) : 0;
            int known = "\"\\/bfnrt".indexOf(each);
            if (known >= 0) {
                return "\"\\/\b\f\n\r\t".charAt(known);
            }
            var digits = HEX.matcher(text).region(at, Math.min(at + 4, text.length()));
            if (each != 'u' || !digits.matches()) {
                throw wrong("an escape");
            }
            at += 4;
            return (char) Integer.parseInt(digits.group(), 16);
        }

        /** Skips blanks and returns the next character; 0 at the end. */
        private char next() {
            while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            return at < text.length() ? text.charAt(at) : 0;
        }

        private SyntaxError wrong(String wanted) {
            return new SyntaxError("character " + at + " should be " + wanted);
        }
    }
}
