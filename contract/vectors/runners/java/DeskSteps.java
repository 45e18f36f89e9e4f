import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import json.Json.Member;
import json.Json.Num;
import json.Json.Obj;
import subject.ApiError;
import subject.ApiError.Detail;
import subject.Breaker;
import subject.Desk;
import subject.Evidence;
import subject.Filing;
import subject.Filing.Answered;
import subject.Filing.Decision;
import subject.Filing.Gate;
import subject.Filing.Said;
import subject.Row;

/** The kind desk: a row, or the breaker of an account, is carried from step to step. */
final class DeskSteps {
    private static final List<String> EVENTS =
        List.of("take", "answer", "leaseOver", "looked", "webhook", "searched", "person");

    private final Comparison found = new Comparison();
    private Row row = new Row();
    private final Breaker breaker = new Breaker();

    List<Comparison.Difference> run(Obj given, List<?> script) {
        Comparison.requireKeys("/given", given, "row", "breaker");
        fill(row, given.object("row"));
        fill(breaker, given.object("breaker"));
        for (int i = 0; i < script.size(); i++) {
            Obj step = (Obj) script.get(i);
            Comparison.requireKeys("/script/" + i, step, "at", "event", "row", "commands", "refused", "gate",
                "breaker");
            Map<String, Object> got = given.has("breaker") ? asked(step) : decided(step);
            compareStep("/script/" + i, step, got);
        }
        return found.differences();
    }

    /** Compares what a step lists: of a row and a breaker the listed fields, of all else everything. */
    private void compareStep(String at, Obj step, Map<String, Object> got) {
        for (Member each : step.members()) {
            String part = each.key();
            if (part.equals("row") || part.equals("breaker")) {
                Object fields = got.getOrDefault(part, Map.of());
                found.compareListed(at + "/" + part, ((Obj) each.value()).map(), asMap(fields));
            } else if (!part.equals("at") && !part.equals("event")) {
                found.compare(at + "/" + part, each.value(), got.getOrDefault(part, Comparison.MISSING));
            }
        }
        if (got.containsKey("refused") && !step.has("refused")) {
            found.add(at + "/refused", Comparison.MISSING, got.get("refused"));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object fields) {
        return (Map<String, Object>) fields;
    }

    private Map<String, Object> decided(Obj step) {
        try {
            Decision decision = decide(step.object("event"), seconds(step.get("at")));
            row = decision.row();
            List<?> commands = decision.commands().stream().map(DeskSteps::command).toList();
            return Map.of("row", fields(row), "commands", commands);
        } catch (Filing.NotPermitted error) {
            return Map.of("refused", "not-permitted");
        }
    }

    private Decision decide(Obj event, long now) {
        String word = EVENTS.stream().filter(event::has).findFirst()
            .orElseThrow(() -> new Comparison.Unknown("/event", "none of " + EVENTS)); // keys come in any order
        if (!word.equals("looked")) {
            Comparison.requireKeys("/event", event, word);
        }
        return switch (word) {
            case "take" -> Desk.take(row, gate(event.object("take").get("gate")), now);
            case "answer" -> Desk.answered(row, answered(event.object("answer"), row.api, now), now);
            case "leaseOver" -> Desk.leaseOver(row, now);
            case "looked" -> Desk.looked(row, look(event, now), now);
            case "webhook" -> Desk.hinted(row, constant(Filing.Told.class, event.get("webhook")), now);
            case "searched" -> searched(event.object("searched"), now);
            case "person" -> event.get("person") instanceof Obj placed
                ? Desk.placed(row, texts(placed.list("placed")), now)
                : Desk.decided(row, constant(Filing.Word.class, event.get("person")), now);
            default -> throw new Comparison.Unknown("/event", word);
        };
    }

    private static Filing.Looked look(Obj event, long now) {
        Comparison.requireKeys("/event", event, "looked", "numbers", "began", "gate");
        long began = event.has("began") ? seconds(event.get("began")) : now;
        Gate gate = event.has("gate") ? gate(event.get("gate")) : Gate.OPEN;
        Filing.Seen seen = constant(Filing.Seen.class, event.get("looked"));
        return new Filing.Looked(seen, texts(event.list("numbers")), began, gate);
    }

    private Decision searched(Obj given, long now) {
        Comparison.requireKeys("/event/searched", given, "works", "refusedBefore");
        return Desk.searched(row, (Boolean) given.get("works"), texts(given.list("refusedBefore")), now);
    }

    private Map<String, Object> asked(Obj step) {
        Obj event = step.object("event");
        long now = seconds(step.get("at"));
        if (event.has("asks")) {
            Gate gate = breaker.ask(event.text("asks"), now);
            Object until = gate.until() == null ? "open" : Map.of("until", gate.until());
            return Map.of("gate", gate.isProbe() ? "probe" : until);
        }
        Comparison.requireKeys("/event", event, "answered");
        Obj given = event.object("answered");
        breaker.answered(given.text("order"), answered(given.object("answer"), row.api, now).said(), now);
        return Map.of("breaker", fields(breaker));
    }

    /** Returns what an answer to a send says: order numbers, a confirmation number, or an error of the client. */
    private static Answered answered(Obj given, String api, long now) {
        Comparison.requireKeys("/answer", given, "numbers", "lines", "confirmation", "error", "late");
        boolean isLate = Boolean.TRUE.equals(given.get("late"));
        if (given.has("error")) {
            Obj error = given.object("error");
            Long againAt = error.has("retryAfter") ? Long.valueOf(now + seconds(error.get("retryAfter"))) : null;
            return new Answered(saidBy(error, api), List.of(), null, againAt, isLate);
        }
        if (given.has("confirmation")) {
            return new Answered(Said.ACCEPTED, List.of(), given.text("confirmation"), null, isLate);
        }
        Said said = switch (given.text("lines")) {
            case "all" -> Said.PLACED;
            case "some" -> Said.PARTLY;
            case "none" -> Said.EMPTY;
            default -> throw new Comparison.Unknown("/answer/lines", given.get("lines"));
        };
        return new Answered(said, texts(given.list("numbers")), null, null, isLate);
    }

    private static Said saidBy(Obj error, String api) {
        Comparison.requireKeys("/answer/error", error, "kind", "status", "mayHaveBeenActedOn", "isDuplicatePo",
            "retryAfter", "errors");
        List<Detail> errors = error.list("errors").stream().map(each -> detail((Obj) each)).toList();
        Integer status = error.get("status") instanceof Num number ? number.value().intValueExact() : null;
        ApiError.Kind kind = constant(ApiError.Kind.class, error.get("kind"));
        boolean isDuplicate = Boolean.TRUE.equals(error.get("isDuplicatePo"));
        boolean mayHaveBeenActedOn = (Boolean) error.get("mayHaveBeenActedOn");
        return new Evidence(kind, status, mayHaveBeenActedOn, isDuplicate, errors).said(api);
    }

    private static Detail detail(Obj given) {
        List<ApiError.Field> fields = given.list("fields").stream().map(Obj.class::cast)
            .map(each -> new ApiError.Field(each.text("field"), each.text("value"), each.text("message"))).toList();
        return new Detail(given.text("message"), given.text("type"), given.text("id"), fields);
    }

    private static Gate gate(Object given) {
        if (given instanceof Obj object) {
            Comparison.requireKeys("/gate", object, "until");
            return new Gate(seconds(object.get("until")), false);
        }
        return switch ((String) given) {
            case "open" -> Gate.OPEN;
            case "probe" -> Gate.PROBE;
            default -> throw new Comparison.Unknown("/gate", given);
        };
    }

    private static Map<String, Object> command(Filing.Command command) {
        Map<String, Object> found = new LinkedHashMap<>(Map.of("do", word(command.what())));
        if (command.at() != null) {
            found.put("at", command.at());
        }
        return found;
    }

    // -- the fields of a row and a breaker have the names of the vectors

    private static void fill(Object target, Obj given) {
        given.map().forEach((name, value) -> {
            try {
                Field field = target.getClass().getField(name);
                field.set(target, value == null ? null : converted(field.getType(), value));
            } catch (ReflectiveOperationException error) {
                throw new Comparison.Unknown("/given", name);
            }
        });
    }

    private static Object converted(Class<?> type, Object value) {
        if (type.isEnum()) {
            return constantOf(type, value);
        }
        if (value instanceof Num number) {
            BigDecimal exact = number.value();
            return type == int.class ? (Object) exact.intValueExact() : (Object) exact.longValueExact();
        }
        return value instanceof List<?> list ? texts(list) : value;
    }

    private static Map<String, Object> fields(Object source) {
        Map<String, Object> found = new LinkedHashMap<>();
        for (Field each : source.getClass().getFields()) {
            try {
                Object value = each.get(source);
                found.put(each.getName(), value instanceof Enum<?> constant ? word(constant) : value);
            } catch (IllegalAccessException error) {
                throw new IllegalStateException(error);
            }
        }
        return found;
    }

    /** Returns the constant of a word; an unknown word is an error. */
    private static <E extends Enum<E>> E constant(Class<E> type, Object word) {
        return type.cast(constantOf(type, word));
    }

    private static Enum<?> constantOf(Class<?> type, Object word) {
        for (Object each : type.getEnumConstants()) {
            if (word((Enum<?>) each).equals(((String) word).replace('-', '_'))) {
                return (Enum<?>) each;
            }
        }
        throw new Comparison.Unknown("/" + type.getSimpleName(), word);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static long seconds(Object given) {
        return ((Num) given).value().longValueExact();
    }

    private static List<String> texts(List<?> given) {
        List<String> found = new ArrayList<>();
        given.forEach(each -> found.add((String) each));
        return found;
    }
}
