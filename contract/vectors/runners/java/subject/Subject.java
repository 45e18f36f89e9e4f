package subject;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleSupplier;
import json.Json;
import json.Json.Obj;
import subject.ApiError.Kind;
import subject.ApiError.Said;
import subject.Contract.Operation;
import subject.Contract.Parameter;
import subject.Messages.Answer;
import subject.Messages.NotSent;
import subject.Messages.Request;
import subject.Messages.Transport;
import subject.Messages.Unanswered;

/**
 * A small SDK: it makes the calls of the contract, each with one attempt. What an operation is called, what it takes and
 * what it answers is all in the contract.
 */
public final class Subject {
    private final Contract contract;
    private final String host;
    private final String token;
    private final Transport transport;
    private final DoubleSupplier clock;

    /**
     * @param host the URL of the API, perhaps with a prefix of all paths; null for production
     * @param token the bearer token
     * @param clock seconds since the epoch
     */
    public Subject(Contract contract, String host, String token, Transport transport, DoubleSupplier clock) {
        this.contract = contract;
        this.host = host == null ? contract.host() : host;
        this.token = token;
        this.transport = transport;
        this.clock = clock;
    }

    /** A request, with what is needed to read its answer. */
    private record Call(
        Operation operation, Request request, List<String[]> query, int bodyModel, Secrets secrets, String correlationId) {}

    /**
     * Calls an operation.
     *
     * @param id the operationId of the contract
     * @param arguments by their wire names, as JSON values; the body is `body`
     * @return a Model, a List of them, or null for a success that is empty by contract
     * @throws Refused if an argument or the host is wrong, so that nothing is sent
     */
    public Object call(String id, Map<String, Object> arguments) throws ApiError {
        Call call = built(contract.operation(id), arguments);
        Answer answer;
        try {
            answer = transport.send(call.request());
        } catch (NotSent error) {
            throw new ApiError(Kind.NOT_SENT, "", Said.NOTHING, call.correlationId(), false, null);
        } catch (Unanswered error) {
            boolean isInDoubt = call.operation().leavesDoubt();
            throw new ApiError(Kind.UNANSWERED, "", Said.NOTHING, call.correlationId(), isInDoubt, null);
        }
        if (answer.status() < 200 || answer.status() >= 300) {
            throw failed(call, answer);
        }
        try {
            boolean mayBeEmpty = call.operation().mayBeEmpty(answer.status(), call.query());
            return new Success(contract, call.operation(), answer).result(call.bodyModel(), mayBeEmpty);
        } catch (Success.Unreadable error) {
            throw error(Kind.UNREADABLE, error.getMessage(), call, answer, true);
        }
    }

    private Call built(Operation operation, Map<String, Object> arguments) {
        Host where = Host.of(host);
        Map<String, String> headers = new LinkedHashMap<>(Map.of("Accept", "application/json"));
        List<String> secrets = new ArrayList<>();
        if (operation.authorized()) {
            where.requirePrivate();
            headers.put("Authorization", "Bearer " + token);
            secrets.add(token);
        }
        requireKnown(operation, arguments);
        String path = operation.path();
        List<String[]> query = new ArrayList<>();
        List<String[]> form = new ArrayList<>();
        byte[] body = null;
        int bodyModel = 0;
        for (Parameter each : operation.parameters()) {
            Object value = arguments.get(each.name());
            if (value == null) {
                requireOptional(each);
                continue;
            }
            switch (each.place()) {
                case "path" -> path = path.replace("{" + each.name() + "}", Texts.inPath(each, value));
                case "header" -> headers.put(each.name(), Texts.inHeader(each, value));
                case "query" -> Texts.inQuery(each, value).forEach(text -> query.add(new String[] {each.name(), text}));
                case "form" -> {
                    String text = Texts.single(each, value);
                    form.add(new String[] {each.name(), text});
                    secrets.addAll("password".equals(each.schema().get("format")) ? List.of(text) : List.of());
                }
                default -> {
                    List<?> toldBy = operation.said().object("requestBody").list("x-told-by");
                    Body.Checked checked = new Body(contract).check(each.schema(), toldBy, value);
                    body = Json.write(checked.value()).getBytes(StandardCharsets.UTF_8);
                    bodyModel = checked.model();
                    headers.put("Content-Type", Contract.JSON);
                }
            }
        }
        if (!form.isEmpty()) {
            body = joined(form).getBytes(StandardCharsets.UTF_8);
            headers.put("Content-Type", Contract.FORM);
        }
        String prefix = operation.authorized() ? where.prefix() : where.prefixOfToken();
        String target = prefix + path + (query.isEmpty() ? "" : "?" + joined(query));
        Request request = new Request(operation.method(), where.origin(), target, headers, body);
        String correlationId = headers.get("IM-CorrelationID");
        return new Call(operation, request, query, bodyModel, new Secrets(secrets), correlationId);
    }

    private static void requireKnown(Operation operation, Map<String, Object> arguments) {
        Set<String> unknown = new java.util.LinkedHashSet<>(arguments.keySet());
        operation.parameters().forEach(each -> unknown.remove(each.name()));
        for (String each : unknown) {
            throw new Refused(each, "", "an argument of the operation");
        }
    }

    private static void requireOptional(Parameter parameter) {
        if (parameter.required()) {
            throw new Refused(parameter.name(), "", "given");
        }
    }

    private static String joined(List<String[]> pairs) {
        List<String> found = new ArrayList<>();
        pairs.forEach(each -> found.add(Texts.encoded(each[0]) + "=" + Texts.encoded(each[1])));
        return String.join("&", found);
    }

    private ApiError failed(Call call, Answer answer) {
        boolean isRefusal = ApiError.REFUSALS.contains(answer.status());
        String body = new String(answer.body(), StandardCharsets.ISO_8859_1).toLowerCase();
        // The token is right, but the app may not use this API: another token would not help.
        boolean isUnapproved = answer.status() == 401 && body.contains("apiproduct");
        return error(isUnapproved ? Kind.NOT_APPROVED : Kind.of(answer.status()), "", call, answer, !isRefusal);
    }

    private ApiError error(Kind kind, String why, Call call, Answer answer, boolean isOpen) {
        Secrets secrets = call.secrets();
        String text = secrets.hiddenIn(Charsets.decoded(answer.body(), answer.header("Content-Type")));
        String body = call.operation().authorized() ? text : Secrets.withoutTokens(text);
        Said said = new Said(answer.status(), secrets.hiddenIn(answer.reason()), secrets.headersOf(answer), body,
            ErrorBody.errorsIn(body));
        String echoed = answer.header("IM-CorrelationID");
        String correlationId = echoed == null ? call.correlationId() : secrets.hiddenIn(echoed);
        boolean mayHaveBeenActedOn = isOpen && call.operation().leavesDoubt();
        Double wait = kind == Kind.TOO_MANY_REQUESTS ? Waits.asked(answer, clock.getAsDouble()) : null;
        return new ApiError(kind, secrets.hiddenIn(why), said, correlationId, mayHaveBeenActedOn, wait);
    }
}
