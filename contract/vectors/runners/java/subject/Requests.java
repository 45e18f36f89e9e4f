package subject;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import json.Json;
import subject.Contract.Operation;
import subject.Contract.Parameter;
import subject.Messages.Request;

/** Makes the request of a call from its arguments. Each goes where the contract says, under its wire name. */
final class Requests {
    private final Contract contract;
    private final String host;
    private final String token;

    Requests(Contract contract, String host, String token) {
        this.contract = contract;
        this.host = host;
        this.token = token;
    }

    /** A request, with what is needed to read its answer. */
    record Call(
        Operation operation, Request request, List<Pair> query, int bodyModel, Secrets secrets, String correlationId) {}

    /** The parts of a request while it is made. */
    private static final class Draft {
        private final Map<String, String> headers = new LinkedHashMap<>();
        private final List<Pair> query = new ArrayList<>();
        private final List<Pair> form = new ArrayList<>();
        private final List<String> secrets = new ArrayList<>();
        private String path;
        private String body;
        private int bodyModel;
    }

    Call build(Operation operation, Map<String, Object> arguments) {
        Host where = Host.of(host);
        Draft draft = new Draft();
        draft.path = operation.path();
        draft.headers.put("Accept", Contract.JSON);
        where.requirePrivate(); // a call has the token, and the call for a token has the secret
        if (operation.authorized()) {
            draft.headers.put("Authorization", "Bearer " + Texts.fitForHeader("token", token));
            draft.secrets.add(token);
        }
        requireKnown(operation, arguments);
        for (Parameter each : operation.parameters()) {
            if (arguments.get(each.name()) != null) {
                put(draft, operation, each, arguments.get(each.name()));
            } else if (each.required()) {
                throw new Refused(each.name(), "", "given");
            }
        }
        if (!draft.form.isEmpty()) {
            draft.body = Pair.joined(draft.form);
            draft.headers.put("Content-Type", Contract.FORM);
        }
        return finished(operation, draft, where);
    }

    private static Call finished(Operation operation, Draft draft, Host where) {
        String prefix = operation.authorized() ? where.prefix() : where.prefixOfToken();
        String target = prefix + draft.path + (draft.query.isEmpty() ? "" : "?" + Pair.joined(draft.query));
        byte[] body = draft.body == null ? null : draft.body.getBytes(StandardCharsets.UTF_8);
        Request request = new Request(operation.method(), where.origin(), target, draft.headers, body);
        String correlationId = draft.headers.get(Contract.CORRELATION_ID);
        Secrets secrets = new Secrets(draft.secrets);
        return new Call(operation, request, draft.query, draft.bodyModel, secrets, correlationId);
    }

    private void put(Draft draft, Operation operation, Parameter parameter, Object value) {
        String name = parameter.name();
        switch (parameter.place()) {
            case "path" -> draft.path = draft.path.replace("{" + name + "}", Texts.inPath(parameter, value));
            case "header" -> draft.headers.put(name, Texts.inHeader(parameter, value));
            case "query" -> Texts.inQuery(parameter, value).forEach(text -> draft.query.add(new Pair(name, text)));
            case "form" -> {
                String text = Texts.single(parameter, value);
                draft.form.add(new Pair(name, text));
                if ("password".equals(parameter.schema().get("format"))) {
                    draft.secrets.add(text);
                }
            }
            case "body" -> {
                List<?> toldBy = operation.said().object("requestBody").list("x-told-by");
                Body.Checked checked = new Body(contract).check(parameter.schema(), toldBy, value);
                draft.body = Json.write(checked.value());
                draft.bodyModel = checked.model();
                draft.headers.put("Content-Type", Contract.JSON);
            }
            default -> throw new IllegalStateException("the contract has an argument in " + parameter.place());
        }
    }

    private static void requireKnown(Operation operation, Map<String, Object> arguments) {
        List<String> known = operation.parameters().stream().map(Parameter::name).toList();
        for (String each : arguments.keySet()) {
            if (!known.contains(each)) {
                throw new Refused(each, "", "an argument of the operation");
            }
        }
    }
}
