package subject;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import json.Json.Member;
import json.Json.Num;
import json.Json.Obj;

/** The contract: its operations and schemas, read from contract.json. Nothing here names an operation or a field. */
public final class Contract {
    static final String JSON = "application/json";
    static final String FORM = "application/x-www-form-urlencoded";
    static final String CORRELATION_ID = "IM-CorrelationID";
    private static final String SCHEMAS = "#/components/schemas/";

    private final Obj document;
    private final Map<String, Operation> operations = new HashMap<>();
    private final Set<String> received = new HashSet<>();

    public Contract(Obj document) {
        this.document = document;
        for (Member path : document.object("paths").members()) {
            for (Member method : ((Obj) path.value()).members()) {
                Obj said = (Obj) method.value();
                operations.put(said.text("operationId"), operation(method.key(), path.key(), said));
                markReceived(said.get("responses"));
            }
        }
        markReceived(document.get("webhooks"));
    }

    /** One argument of an operation. Its place is path, query, header, form or body. */
    record Parameter(String name, String place, boolean required, Obj schema, Object example) {}

    /** One operation, with its parameters; `said` is all that the contract says about it. */
    record Operation(String method, String path, boolean authorized, List<Parameter> parameters, Obj said) {
        /** Returns whether a call that was not answered may have changed something. */
        boolean leavesDoubt() {
            return authorized && !"SAFE".equals(said.text("x-repeat"));
        }

        /** Returns whether a success may be empty; `query` is that of the request. */
        boolean mayBeEmpty(int status, List<Pair> query) {
            Obj empty = said.object("x-empty");
            Obj asked = empty.object("query");
            boolean isAsked = query.stream().anyMatch(pair ->
                pair.name().equals(asked.text("name")) && pair.value().equalsIgnoreCase(asked.text("value")));
            boolean isListed = empty.list("statuses").contains(new Num(String.valueOf(status)));
            return isListed && (isAsked || !empty.has("query"));
        }
    }

    Operation operation(String id) {
        Operation found = operations.get(id);
        if (found == null) {
            throw new IllegalArgumentException("the contract has no operation " + id);
        }
        return found;
    }

    /** Returns the URL of production. */
    String host() {
        return ((Obj) document.list("servers").get(0)).text("url");
    }

    /** Returns an example of each argument that an operation requires. */
    public Map<String, Object> examples(String id) {
        Map<String, Object> found = new LinkedHashMap<>();
        for (Parameter each : operation(id).parameters()) {
            if (each.required()) {
                found.put(each.name(), each.example());
            }
        }
        return found;
    }

    /** Returns a schema behind its references, without its choice of null, and with the fields that it inherits. */
    Obj resolved(Obj schema) {
        Obj found = followed(schema);
        List<Obj> choices = choices(found);
        if (choices.size() == 1) {
            return resolved(choices.get(0));
        }
        return found.has("x-subclass-of") ? withInherited(found) : found;
    }

    private Obj withInherited(Obj schema) {
        Obj schemas = document.object("components").object("schemas");
        Obj base = resolved(schemas.object(schema.text("x-subclass-of")));
        List<Member> fields = new ArrayList<>(base.object("properties").members());
        fields.addAll(schema.object("properties").members());
        List<Member> members = new ArrayList<>(schema.members());
        members.add(new Member("properties", new Obj(fields)));
        return new Obj(members); // of a key that comes twice, the last value counts
    }

    /** Returns what a oneOf or anyOf has to choose from, apart from null. */
    static List<Obj> choices(Obj schema) {
        List<Obj> found = new ArrayList<>();
        for (Object each : schema.list(schema.has("oneOf") ? "oneOf" : "anyOf")) {
            if (!"null".equals(((Obj) each).get("type"))) {
                found.add((Obj) each);
            }
        }
        return found;
    }

    /** Returns whether null is a value of a schema. */
    static boolean isNullable(Obj schema) {
        boolean isChoice = schema.list("oneOf").stream().anyMatch(each -> "null".equals(((Obj) each).get("type")));
        return isChoice || schema.list("type").contains("null");
    }

    /** Returns the type of a resolved schema, apart from null; "any" if it has none. */
    static String typeOf(Obj schema) {
        Object type = schema.get("type");
        if (type instanceof List<?> several) {
            type = several.stream().filter(each -> !"null".equals(each)).findFirst().orElseThrow();
        }
        return type == null ? "any" : (String) type;
    }

    /** Returns whether a deviation of a field was observed: object, list, text, number, boolean or null. */
    static boolean isObserved(Obj schema, String as) {
        return schema.list("x-observed").stream().anyMatch(each -> as.equals(((Obj) each).text("as")));
    }

    /** Returns the other spellings of a field. */
    static List<String> spellings(Obj field) {
        return field.list("x-also-spelled").stream().map(each -> ((Obj) each).text("name")).toList();
    }

    /** Returns whether a schema is part of an answer or an event: such a one is never refused when it is sent. */
    boolean isReceived(Obj schema) {
        String reference = schema.text("$ref");
        return reference != null && received.contains(reference);
    }

    /**
     * Returns the schema of the JSON of a success; null if a success carries none.
     *
     * @param body which of two models the body of the request was, 0 or 1
     */
    Obj success(Operation operation, int status, int body) {
        Obj responses = operation.said().object("responses");
        Obj schema = jsonOf(responses, String.valueOf(status));
        // A status that is not declared has the schema of the lowest one that is.
        for (String each : new TreeSet<>(responses.map().keySet())) {
            schema = schema == null && each.startsWith("2") ? jsonOf(responses, each) : schema;
        }
        if (schema == null) {
            return null;
        }
        return schema.has("anyOf") ? resolved(choices(schema).get(body)) : resolved(schema);
    }

    private Obj jsonOf(Obj responses, String status) {
        Obj content = followed(responses.object(status)).object("content").object(JSON);
        return content.has("schema") ? content.object("schema") : null;
    }

    private Operation operation(String method, String path, Obj said) {
        List<Parameter> parameters = new ArrayList<>();
        for (Object each : said.list("parameters")) {
            Obj found = followed((Obj) each);
            boolean required = Boolean.TRUE.equals(found.get("required"));
            Obj schema = found.object("schema");
            parameters.add(new Parameter(found.text("name"), found.text("in"), required, schema, found.get("example")));
        }
        Obj content = said.object("requestBody").object("content");
        if (content.has(FORM)) {
            Obj form = content.object(FORM).object("schema");
            for (Member each : form.object("properties").members()) {
                Obj field = (Obj) each.value();
                boolean required = form.list("required").contains(each.key());
                parameters.add(new Parameter(each.key(), "form", required, field, field.get("example")));
            }
        } else if (content.has(JSON)) {
            boolean required = Boolean.TRUE.equals(said.object("requestBody").get("required"));
            Obj body = content.object(JSON);
            parameters.add(new Parameter("body", "body", required, body.object("schema"), body.get("example")));
        }
        boolean authorized = !said.has("security"); // the security of the whole contract; an empty list is none
        return new Operation(method.toUpperCase(), path, authorized, parameters, said);
    }

    private Obj followed(Obj node) {
        Obj found = node;
        while (found.has("$ref")) {
            Obj target = document;
            for (String step : found.text("$ref").substring(2).split("/")) {
                target = target.object(step);
            }
            found = target;
        }
        return found;
    }

    private void markReceived(Object node) {
        if (node instanceof List<?> list) {
            list.forEach(this::markReceived);
        } else if (node instanceof Obj object) {
            String reference = object.get("$ref") instanceof String text ? text : "";
            if (!reference.startsWith(SCHEMAS) || received.add(reference)) {
                object.members().stream().filter(each -> !each.key().startsWith("x-"))
                    .forEach(each -> markReceived(each.value()));
                markReceived(reference.isEmpty() ? null : followed(object));
            }
        }
    }
}
