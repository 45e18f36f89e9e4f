package subject;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import json.Json.Num;
import json.Json.Obj;
import subject.Contract.Parameter;

/** How the value of an argument is written: in a path, a query, a header or a form. */
final class Texts {
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,100}");
    /** A date with the year first is read in one way; a time of day is ignored. */
    private static final Pattern YEAR_FIRST =
        Pattern.compile("\\s*([0-9]{4})([-/. ]?)([0-9]{1,2})\\2([0-9]{1,2})([T ]\\s*[0-9]{1,2}:?[0-9]{2}.*)?\\s*");
    private static final Pattern YEAR_LAST = Pattern.compile("\\s*([0-9]{1,2})([-/. ])([0-9]{1,2})\\2([0-9]{4})\\s*");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0a-\\x1f\\x7f]");
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.~-";

    private Texts() {}

    /** Returns the value of an argument in the query: one text, or one for each item of a list. */
    static List<String> inQuery(Parameter parameter, Object value) {
        List<String> found = new ArrayList<>();
        boolean isList = Contract.typeOf(parameter.schema()).equals("array");
        if (isList) {
            found.addAll(items(parameter, value));
        } else {
            found.add(single(parameter, value));
        }
        // The server ignores a filter that is blank, and answers with every order.
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).isBlank()) {
                throw new Refused(parameter.name(), isList ? "/" + i : "", "left out, where it filters nothing");
            }
        }
        if (found.isEmpty()) {
            throw new Refused(parameter.name(), "", "left out, where it filters nothing");
        }
        return found;
    }

    static String inPath(Parameter parameter, Object value) {
        String text = single(parameter, value);
        List<String> steps = List.of(text.split("/", -1));
        if (text.isEmpty() || steps.contains(".") || steps.contains("..")) {
            throw new Refused(parameter.name(), "", "the name of something, not a step in a path");
        }
        return encoded(text);
    }

    static String inHeader(Parameter parameter, Object value) {
        return fitForHeader(parameter.name(), single(parameter, value));
    }

    /** Returns the value of a header; refuses what would end the header, or cannot be in one. */
    static String fitForHeader(String name, String text) {
        if (CONTROL.matcher(text).find()) {
            throw new Refused(name, "", "without line breaks and control characters");
        }
        if (!StandardCharsets.ISO_8859_1.newEncoder().canEncode(text)) {
            throw new Refused(name, "", "in Latin-1, as all that a header carries");
        }
        return text;
    }

    /** Returns an argument with a single value as text, within its published limits. */
    static String single(Parameter parameter, Object value) {
        String name = parameter.name();
        Obj schema = parameter.schema();
        String text = switch (Contract.typeOf(schema)) {
            case "integer" -> number(parameter, value);
            case "boolean" -> flag(name, value);
            default -> "date".equals(schema.get("format")) ? day(name, "", value) : plain(name, "", value);
        };
        if (parameter.required() && text.isBlank()) {
            throw new Refused(name, "", "not blank");
        }
        requireLength(name, "", schema, text);
        return text;
    }

    /** Refuses a text that is longer or shorter than is published, in characters. */
    static void requireLength(String about, String at, Obj schema, String text) {
        int length = text.codePointCount(0, text.length());
        if (schema.get("maxLength") instanceof Num most && length > most.value().intValue()) {
            throw new Refused(about, at, "at most " + most.text() + " characters long");
        }
        if (schema.get("minLength") instanceof Num least && length < least.value().intValue()) {
            throw new Refused(about, at, "at least " + least.text() + " characters long");
        }
    }

    /** Returns a date as yyyy-MM-dd. One that can be read in two ways, or in none, is refused. */
    static String day(String about, String at, Object value) {
        Set<LocalDate> readings = value instanceof String text ? readings(text) : Set.of();
        if (readings.size() != 1) {
            throw new Refused(about, at, "a date such as 2026-05-13");
        }
        return readings.iterator().next().toString();
    }

    private static Set<LocalDate> readings(String text) {
        Set<LocalDate> found = new HashSet<>();
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        Matcher yearLast = YEAR_LAST.matcher(text);
        if (yearFirst.matches() && (!yearFirst.group(2).isEmpty() || yearFirst.group(4).length() == 2)) {
            addDay(found, yearFirst.group(1), yearFirst.group(3), yearFirst.group(4));
        } else if (yearLast.matches()) { // some write the day first, others the month
            addDay(found, yearLast.group(4), yearLast.group(3), yearLast.group(1));
            addDay(found, yearLast.group(4), yearLast.group(1), yearLast.group(3));
        }
        return found;
    }

    private static void addDay(Set<LocalDate> found, String year, String month, String day) {
        try {
            found.add(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException error) {
            // There is no such day, so it is no reading.
        }
    }

    /** Returns a text in UTF-8, percent-encoded but for the unreserved characters of RFC 3986. */
    static String encoded(String text) {
        StringBuilder out = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            if (UNRESERVED.indexOf(each) >= 0) {
                out.append((char) each);
            } else {
                out.append(String.format("%%%02X", each));
            }
        }
        return out.toString();
    }

    private static List<String> items(Parameter parameter, Object value) {
        String name = parameter.name();
        boolean areDays = "date".equals(parameter.schema().object("items").get("format"));
        // One text can mean only a list of one; of a range, one day is as likely a mistake.
        Object given = value instanceof String && !areDays ? List.of(value) : value;
        if (!(given instanceof List<?> items)) {
            throw new Refused(name, "", "a list");
        }
        if (areDays && items.size() > 2) {
            throw new Refused(name, "", "the first and the last day");
        }
        List<String> found = new ArrayList<>();
        for (Object each : items) {
            String at = "/" + found.size();
            boolean isDay = areDays && !(each instanceof String text && text.chars().noneMatch(Character::isDigit));
            found.add(isDay ? day(name, at, each) : plain(name, at, each));
        }
        if (areDays && found.size() == 2 && found.get(0).compareTo(found.get(1)) > 0) {
            throw new Refused(name, "", "a range that begins before it ends");
        }
        return found;
    }

    private static String plain(String name, String at, Object value) {
        if (value instanceof Num number && number.isWhole()) {
            return number.text();
        }
        if (!(value instanceof String text)) {
            throw new Refused(name, at, "a text");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new Refused(name, at, "without half characters");
        }
        return text;
    }

    private static String number(Parameter parameter, Object value) {
        String text = value instanceof Num number ? number.text() : value instanceof String given ? given.strip() : "";
        if (!WHOLE.matcher(text).matches()) {
            throw new Refused(parameter.name(), "", "a whole number");
        }
        Num number = new Num(text.startsWith("+") ? text.substring(1) : text);
        boolean isLow = parameter.schema().get("minimum") instanceof Num least
            && number.value().compareTo(least.value()) < 0;
        boolean isHigh = parameter.schema().get("maximum") instanceof Num most
            && number.value().compareTo(most.value()) > 0;
        if (isLow || isHigh) {
            throw new Refused(parameter.name(), "", "within its published limits");
        }
        return number.value().toPlainString();
    }

    private static String flag(String name, Object value) {
        String text = value instanceof Boolean || value instanceof String ? value.toString().toLowerCase() : "";
        if (!text.equals("true") && !text.equals("false")) {
            throw new Refused(name, "", "true or false");
        }
        return text;
    }
}
