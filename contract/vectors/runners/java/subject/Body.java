package subject;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import json.Json.Member;
import json.Json.Num;
import json.Json.Obj;

/**
 * Checks the body of a request against its schema. What is sent is what was given, unknown fields too; what came in
 * another form that was observed is sent in the declared one.
 */
final class Body {
    private static final String ABOUT = "body";
    /** Stands for a value that is not sent: a null in a field that may not be null. */
    private static final Object NOTHING = new Object();

    private final Contract contract;

    Body(Contract contract) {
        this.contract = contract;
    }

    /** A body as it is sent, and which of the two models of its operation it is: 0, or 1 for the second. */
    record Checked(Object value, int model) {}

    Checked check(Obj schema, List<?> toldBy, Object given) {
        if (!(given instanceof Obj object)) {
            throw new Refused(ABOUT, "", "an object");
        }
        List<Obj> models = Contract.choices(schema);
        boolean isSecond = models.size() > 1
            && toldBy.stream().anyMatch(path -> hasNumber(object, List.of(((String) path).split("\\."))));
        Obj model = models.isEmpty() ? schema : models.get(isSecond ? 1 : 0);
        return new Checked(checked(model, given, ""), isSecond ? 1 : 0);
    }

    /** Two models of one operation differ in whether they have numbers or texts. */
    private static boolean hasNumber(Object value, List<String> path) {
        if (value instanceof List<?> list) {
            return list.stream().anyMatch(each -> hasNumber(each, path));
        }
        if (path.isEmpty() || !(value instanceof Obj object)) {
            return path.isEmpty() && value instanceof Num;
        }
        return hasNumber(object.get(path.get(0)), path.subList(1, path.size()));
    }

    private Object checked(Obj schema, Object value, String at) {
        if (value == null) {
            return Contract.isNullable(schema) ? null : NOTHING;
        }
        if (contract.isReceived(schema)) {
            return readable(schema, value, at);
        }
        if (schema.has("x-list-of-one")) {
            return oneOrMany(schema, value, at);
        }
        Obj wanted = contract.resolved(schema);
        return switch (Contract.typeOf(wanted)) {
            case "object" -> object(wanted, value, at);
            case "array" -> list(wanted, value, at);
            case "string" -> text(wanted, value, at);
            case "integer", "number" -> number(wanted, value, at);
            case "boolean" -> flag(value, at);
            default -> value;
        };
    }

    /** Checks a value whose schema also describes what the server sends: it is read as leniently, without limits. */
    private Object readable(Obj schema, Object value, String at) {
        Model model = new ModelReader(contract).read(contract.resolved(schema), value);
        for (String place : model.unparsed().keySet()) {
            throw new Refused(ABOUT, at + place, "of the declared type");
        }
        return model.written();
    }

    private Object object(Obj schema, Object value, String at) {
        if (!(value instanceof Obj given)) {
            throw new Refused(ABOUT, at, "an object");
        }
        Map<String, Object> checked = new LinkedHashMap<>();
        for (Member field : schema.object("properties").members()) {
            String key = keyOf(field, given);
            Object member = given.has(key)
                ? checked((Obj) field.value(), given.get(key), at + "/" + Pointer.step(key)) : NOTHING;
            if (member == NOTHING && schema.list("required").contains(field.key())) {
                throw new Refused(ABOUT, at + "/" + Pointer.step(key), "there");
            }
            checked.put(key, member);
        }
        List<Member> sent = new ArrayList<>();
        given.map().forEach((key, each) -> {
            if (checked.get(key) != NOTHING) {
                sent.add(new Member(key, checked.getOrDefault(key, each)));
            }
        });
        return new Obj(sent);
    }

    /** Returns the spelling in which a field is given. */
    private static String keyOf(Member field, Obj given) {
        List<String> others = Contract.spellings((Obj) field.value());
        return given.has(field.key()) ? field.key()
            : others.stream().filter(given::has).findFirst().orElse(field.key());
    }

    private Object list(Obj schema, Object value, String at) {
        if (!(value instanceof List<?> items)) {
            throw new Refused(ABOUT, at, "a list");
        }
        List<Object> checked = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Object item = checked(schema.object("items"), items.get(i), at + "/" + i);
            if (item == NOTHING && !schema.has("x-gaps")) {
                throw new Refused(ABOUT, at + "/" + i, "not null");
            }
            if (item != NOTHING && item != null) { // null: the contract lets an item be null, and none is sent
                checked.add(item);
            }
        }
        return checked;
    }

    /** Checks a field that is an object or a list of objects; the contract says how a list of one is written. */
    private Object oneOrMany(Obj schema, Object value, String at) {
        List<Obj> forms = Contract.choices(schema);
        Object checked = checked(forms.get(value instanceof List<?> ? 1 : 0), value, at);
        boolean isItem = "item".equals(schema.get("x-list-of-one"));
        return isItem && checked instanceof List<?> items && items.size() == 1 ? items.get(0) : checked;
    }

    private static Object text(Obj schema, Object value, String at) {
        if (value instanceof Num number && schema.has("x-number-too") && number.isWhole()) {
            return number;
        }
        if ("date".equals(schema.get("format"))) {
            return Texts.day(ABOUT, at, value);
        }
        boolean isFlag = value instanceof Boolean && Contract.isObserved(schema, "boolean");
        if (!(value instanceof String || value instanceof Num || isFlag)) {
            throw new Refused(ABOUT, at, "a text");
        }
        String text = value instanceof Num number ? number.text() : value.toString();
        Texts.requireLength(ABOUT, at, schema, text);
        List<?> words = schema.list("enum");
        if (!words.isEmpty() && !words.contains(text)) {
            throw new Refused(ABOUT, at, "one of " + words);
        }
        return text;
    }

    private static Object number(Obj schema, Object value, String at) {
        if (value instanceof String && Contract.isObserved(schema, "text")) {
            return value;
        }
        String text = value instanceof Num written ? written.text() : value instanceof String given ? given : "";
        BigDecimal number = Numbers.exact(text);
        boolean isInteger = Contract.typeOf(schema).equals("integer");
        if (number == null || (isInteger && Numbers.whole(number) == null)) {
            throw new Refused(ABOUT, at, isInteger ? "a whole number" : "a number");
        }
        return new Num(isInteger ? Numbers.whole(number).toString() : number.toString());
    }

    private static Object flag(Object value, String at) {
        String text = value instanceof String given ? given.toLowerCase() : "";
        if (!(value instanceof Boolean) && !text.equals("true") && !text.equals("false")) {
            throw new Refused(ABOUT, at, "true or false");
        }
        return value instanceof Boolean ? value : Boolean.valueOf(text);
    }
}
