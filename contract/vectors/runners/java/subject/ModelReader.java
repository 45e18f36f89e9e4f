package subject;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import json.Json.Member;
import json.Json.Num;
import json.Json.Obj;

/**
 * Reads an answer as the contract declares it, and forgives what the service was seen to do otherwise: text for a
 * number, a number for text, one object for a list, a list of one for an object, null anywhere, keys in another case.
 * `x-observed` records where; it is forgiven everywhere, since a client that refuses an answer loses an order.
 */
final class ModelReader {
    /** Stands for a value that does not fit its schema; null fits every field. */
    private static final Object UNFIT = new Object();
    /** A day, perhaps with midnight as its time. */
    private static final Pattern DAY = Pattern.compile(
        "([0-9]{4}-[0-9]{2}-[0-9]{2})([T ]00:00(:00(\\.0+)?)?(Z|[+-][0-9]{2}:?[0-9]{2})?)?");

    private final Contract contract;

    ModelReader(Contract contract) {
        this.contract = contract;
    }

    /** Reads a whole document as a model. One that is no object gives a model of nothing, which keeps the document. */
    Model read(Obj schema, Object document) {
        if (document != null && value(schema, document) instanceof Model model) {
            return model;
        }
        Model nothing = new Model(schema);
        nothing.unfit.put("", document);
        return nothing;
    }

    private Object value(Obj schema, Object given) {
        Obj wanted = contract.resolved(schema);
        if (given == null) {
            return wanted.has("x-any") || Contract.isNullable(schema) ? null : UNFIT;
        }
        return switch (Contract.typeOf(wanted)) {
            case "string" -> text(wanted, given);
            case "integer" -> integer(given);
            case "number" -> number(given);
            case "boolean" -> flag(given);
            case "array" -> list(wanted, given);
            case "object" -> wanted.has("properties") ? model(wanted, given) : given instanceof Obj ? given : UNFIT;
            default -> given;
        };
    }

    private static Object text(Obj schema, Object given) {
        if ("date".equals(schema.get("format"))) {
            return given instanceof String found ? day(schema, found) : UNFIT;
        }
        if (given instanceof Num) {
            BigDecimal number = numberIn(given);
            String text = number == null ? null : Numbers.plain(number);
            return text == null ? UNFIT : text;
        }
        return given instanceof String || given instanceof Boolean ? given.toString() : UNFIT;
    }

    private static Object day(Obj schema, String given) {
        Matcher day = DAY.matcher(given);
        // Where a time of day was observed, a date is the text as it came.
        return day.matches() ? day.group(1) : Contract.isObserved(schema, "text") ? given : UNFIT;
    }

    private static Object integer(Object given) {
        BigDecimal number = numberIn(given);
        BigInteger whole = number == null ? null : Numbers.whole(number);
        return whole == null ? UNFIT : whole;
    }

    /** Returns a number: whole if it is written without a fraction, so that 10 stays 10 and 10.50 is none. */
    private static Object number(Object given) {
        BigDecimal number = numberIn(given);
        if (number == null) {
            return UNFIT;
        }
        String text = given instanceof Num written ? written.text() : ((String) given).strip();
        return text.matches("[+-]?[0-9]+") ? number.toBigIntegerExact() : number;
    }

    private static BigDecimal numberIn(Object given) {
        String text = given instanceof Num number ? number.text() : given instanceof String found ? found : "";
        return Numbers.exact(text);
    }

    private static Object flag(Object given) {
        String text = given instanceof String found ? found.toLowerCase() : String.valueOf(given);
        return text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : UNFIT;
    }

    private Object list(Obj schema, Object given) {
        Obj item = schema.object("items");
        Model.Items found = new Model.Items();
        if (isNothing(given)) {
            return found;
        }
        if (!(given instanceof List<?> items)) {
            Object one = value(item, given);
            found.fitting.add(one);
            return one == UNFIT ? UNFIT : found;
        }
        for (int place = 0; place < items.size(); place++) {
            Object each = value(item, items.get(place));
            if (each == UNFIT) {
                found.unfit.put(place, items.get(place));
            } else {
                found.fitting.add(each);
            }
        }
        return found;
    }

    /** Returns whether a value is what some services write in place of a list without items. */
    static boolean isNothing(Object given) {
        return "".equals(given) || given instanceof Obj object && object.map().isEmpty();
    }

    private Object model(Obj schema, Object given) {
        if (given instanceof List<?> items && items.size() == 1 && items.get(0) instanceof Obj) {
            return model(schema, items.get(0));
        }
        if (!(given instanceof Obj object)) {
            return UNFIT;
        }
        Model model = new Model(schema);
        Obj properties = schema.object("properties");
        Map<String, String> meant = meant(properties, object);
        object.map().forEach((key, each) -> {
            String field = meant.get(key);
            if (field == null) {
                model.unknown.put(key, each);
            } else {
                put(model, field, key, each);
            }
        });
        fetchMisplaced(model, properties);
        return model;
    }

    private void put(Model model, String field, String key, Object given) {
        Object read = given == null ? null : value((Obj) model.properties().get(field), given);
        if (read instanceof Model.Items && isNothing(given)) {
            model.unfit.put(field, given);
        }
        (read == UNFIT ? model.unfit : model.fields).put(field, read == UNFIT ? given : read);
        if (!key.equals(field)) {
            model.spelling.put(field, key);
        }
    }

    /** Returns the field of each key. The contract's own key comes first, then a second spelling, then another case. */
    private static Map<String, String> meant(Obj properties, Obj given) {
        Map<String, String> found = new LinkedHashMap<>();
        for (Member field : properties.members()) {
            keyOf(field, properties, given).ifPresent(key -> found.putIfAbsent(key, field.key()));
        }
        return found;
    }

    private static Optional<String> keyOf(Member field, Obj properties, Obj given) {
        List<String> names = new ArrayList<>(List.of(field.key()));
        names.addAll(Contract.spellings((Obj) field.value()));
        for (String name : names) {
            if (given.has(name)) {
                return Optional.of(name);
            }
        }
        return given.map().keySet().stream()
            .filter(key -> !properties.has(key) && names.stream().anyMatch(key::equalsIgnoreCase)).findFirst();
    }

    /** Reads fields that came as members of another field's object into their own. */
    private void fetchMisplaced(Model model, Obj properties) {
        for (Member field : properties.members()) {
            for (Object place : ((Obj) field.value()).list("x-also-found-in")) {
                String holder = ((Obj) place).text("name");
                boolean isMissing = model.fields.get(field.key()) == null && !model.unfit.containsKey(field.key());
                if (isMissing && model.fields.get(holder) instanceof Model inside) {
                    move(field, holder, inside, model);
                }
            }
        }
    }

    private void move(Member field, String holder, Model inside, Model model) {
        String key = inside.unknown.keySet().stream().filter(field.key()::equalsIgnoreCase).findFirst().orElse(null);
        Object read = key == null || inside.unknown.get(key) == null ? UNFIT
            : value((Obj) field.value(), inside.unknown.get(key));
        if (read != UNFIT) {
            inside.unknown.remove(key);
            model.fields.put(field.key(), read);
            model.elsewhere.put(field.key(), holder);
            if (!key.equals(field.key())) {
                model.spelling.put(field.key(), key);
            }
        }
    }
}
