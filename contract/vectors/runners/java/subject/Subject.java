package subject;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleSupplier;
import subject.ApiError.Kind;
import subject.ApiError.Said;
import subject.Messages.Answer;
import subject.Messages.NotSent;
import subject.Messages.Transport;
import subject.Messages.Unanswered;
import subject.Requests.Call;

/**
 * A small SDK: it makes the calls of the contract, each with one attempt. What an operation is called, what it takes
 * and what it answers is all in the contract.
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

    /**
     * Calls an operation.
     *
     * @param id the operationId of the contract
     * @param arguments by their wire names, as JSON values; the body is `body`
     * @return a Model, a List of them, or null for a success that is empty by contract
     * @throws Refused if an argument or the host is wrong, so that nothing is sent
     */
    public Object call(String id, Map<String, Object> arguments) throws ApiError {
        Call call = new Requests(contract, host, token).build(contract.operation(id), arguments);
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

    private ApiError failed(Call call, Answer answer) {
        boolean isRefusal = ApiError.REFUSALS.contains(answer.status());
        String body = new String(answer.body(), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
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
        String echoed = answer.header(Contract.CORRELATION_ID);
        String correlationId = echoed == null ? call.correlationId() : secrets.hiddenIn(echoed);
        boolean mayHaveBeenActedOn = isOpen && call.operation().leavesDoubt();
        Double wait = kind == Kind.TOO_MANY_REQUESTS ? Waits.asked(answer, clock.getAsDouble()) : null;
        return new ApiError(kind, secrets.hiddenIn(why), said, correlationId, mayHaveBeenActedOn, wait);
    }
}
