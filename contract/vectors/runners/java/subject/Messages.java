package subject;

import java.util.List;
import java.util.Map;

/** What goes over the wire, and what carries it. */
public final class Messages {
    private Messages() {}

    /** A request. `target` is path and query, encoded; the body is null where there is none. */
    public record Request(String method, String origin, String target, Map<String, String> headers, byte[] body) {}

    public record Header(String name, String value) {}

    /** An answer, with its body decompressed. */
    public record Answer(int status, String reason, List<Header> headers, byte[] body) {
        /** Returns the value of a header, whose name may be in any case; null without it. */
        public String header(String name) {
            return headers.stream().filter(each -> each.name().equalsIgnoreCase(name)).map(Header::value)
                .reduce((one, other) -> one + ", " + other).orElse(null);
        }
    }

    /** Carries a request to the server. */
    public interface Transport {
        Answer send(Request request) throws NotSent, Unanswered;
    }

    /** Nothing of a request was sent: the connection never stood. */
    public static final class NotSent extends Exception {}

    /** A request was sent, at least in part, and no complete answer came back. */
    public static final class Unanswered extends Exception {}
}
