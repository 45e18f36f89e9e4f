package subject;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import subject.Messages.Header;

/** A call that failed. No secret is in it: `Secrets` has hidden what the server sent back. */
public final class ApiError extends Exception {
    /** Statuses that prove that a request was not acted on. A gateway sends 408 or 504 while the server works on. */
    /** Statuses that can say that the purchase order number exists. */
    private static final Set<Integer> NAMES_PO = Set.of(400, 409, 422);
    static final Set<Integer> REFUSALS = Set.of(400, 401, 403, 404, 405, 413, 415, 422, 429);
    private static final String DUPLICATE = "CUSTOMER-PO-EXISTS";

    /** The kinds of errors; `word` is the name that all languages share. */
    public enum Kind {
        BAD_REQUEST, UNAUTHORIZED, NOT_APPROVED, FORBIDDEN, NOT_FOUND, METHOD_NOT_ALLOWED, CONFLICT, UNPROCESSABLE,
        TOO_MANY_REQUESTS, SERVICE, OTHER, UNREADABLE, NOT_SENT, UNANSWERED;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(int status) {
            return switch (status) {
                case 400 -> BAD_REQUEST;
                case 401 -> UNAUTHORIZED;
                case 403 -> FORBIDDEN;
                case 404 -> NOT_FOUND;
                case 405 -> METHOD_NOT_ALLOWED;
                case 409 -> CONFLICT;
                case 422 -> UNPROCESSABLE;
                case 429 -> TOO_MANY_REQUESTS;
                default -> status >= 500 && status < 600 ? SERVICE : OTHER;
            };
        }
    }

    /** One error of a body. What is not said is null. */
    public record Detail(String message, String type, String id, List<Field> fields) {}

    /** One wrong field of an error. */
    public record Field(String field, String value, String message) {}

    /** What the server answered. Without an answer, the status is null and the rest is empty. */
    public record Said(Integer status, String reason, List<Header> headers, String body, List<Detail> errors) {
        static final Said NOTHING = new Said(null, "", List.of(), "", List.of());
    }

    private final Kind kind;
    private final Said said;
    private final String correlationId;
    private final boolean mayHaveBeenActedOn;
    private final Double retryAfter;

    ApiError(Kind kind, String why, Said said, String correlationId, boolean mayHaveBeenActedOn, Double retryAfter) {
        super(kind.word() + " " + said.status() + " " + said.reason() + " " + why + " " + said.errors());
        this.kind = kind;
        this.said = said;
        this.correlationId = correlationId;
        this.mayHaveBeenActedOn = mayHaveBeenActedOn;
        this.retryAfter = retryAfter;
    }

    public Kind kind() {
        return kind;
    }

    public Said said() {
        return said;
    }

    /** Returns the correlation ID of the answer, or else that of the call. */
    public String correlationId() {
        return correlationId;
    }

    /** Returns how often the request was sent. This SDK never repeats one. */
    public int attempts() {
        return 1;
    }

    /** Returns whether the server may have done what was asked: reconcile before repeating. */
    public boolean mayHaveBeenActedOn() {
        return mayHaveBeenActedOn;
    }

    /** Returns the seconds that a 429 asks to wait; null if it does not. */
    public Double retryAfter() {
        return retryAfter;
    }

    /** Returns whether a create was refused since an order with its purchase order number exists. */
    public boolean isDuplicatePo() {
        boolean mayTell = said.status() != null && NAMES_PO.contains(said.status());
        return mayTell && said.errors().stream().anyMatch(ApiError::isDuplicate);
    }

    static boolean isDuplicate(Detail error) {
        Stream<String> said = Stream.of(error.message(), error.type(), error.id());
        return Stream.concat(said, error.fields().stream().map(Field::message))
            .anyMatch(text -> text != null && text.toUpperCase(Locale.ROOT).contains(DUPLICATE));
    }
}
