import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import json.Json;
import json.Json.Num;
import json.Json.Obj;
import subject.ApiError;
import subject.Contract;
import subject.Messages.Answer;
import subject.Messages.Header;
import subject.Messages.NotSent;
import subject.Messages.Request;
import subject.Messages.Transport;
import subject.Messages.Unanswered;
import subject.Model;
import subject.Refused;
import subject.Subject;

/** The kinds of vectors that make a call: request, response and error. */
final class Calls {
    private static final String DEFAULT_TOKEN = "tok-1";

    private final Contract contract;
    private final Comparison found = new Comparison();

    Calls(Contract contract) {
        this.contract = contract;
    }

    /** The arguments of a call become one request, or are refused before anything is sent. */
    List<Comparison.Difference> request(Obj given, Obj expect) {
        Comparison.requireKeys("/given", given, "operation", "arguments", "host", "token");
        String wanted = Comparison.onlyKey("/expect", expect, "request", "refused");
        List<Request> sent = new ArrayList<>();
        Transport recorder = request -> {
            sent.add(request);
            throw new NotSent();
        };
        Object refused = Comparison.MISSING;
        try {
            subject(given, recorder, 0).call(given.text("operation"), given.object("arguments").map());
        } catch (Refused error) {
            refused = Map.of("about", error.about(), "at", error.at());
        } catch (ApiError error) {
            // Nothing is sent here, so every call ends so.
        }
        if (wanted.equals("refused")) {
            found.compare("/sent", new Num("0"), sent.size());
            found.compare("/refused", expect.get("refused"), refused);
        } else if (sent.size() != 1) {
            found.add("/request", expect.get("request"), refused);
        } else {
            compareRequest("/request", expect.object("request"), sent.get(0));
        }
        return found.differences();
    }

    /** An answer becomes a result, or an error. */
    List<Comparison.Difference> response(Obj given, Obj expect) {
        Comparison.requireKeys("/given", given, "operation", "arguments", "answer");
        Answer answer = answer(given.object("answer"));
        return end(given, expect, request -> answer, 0);
    }

    /** An answer or a failure becomes an error in the one form of all errors. */
    List<Comparison.Difference> error(Obj given, Obj expect) {
        Comparison.requireKeys("/given", given, "operation", "arguments", "answer", "fails", "now", "token");
        double now = ((Num) given.get("now")).value().doubleValue();
        if (given.has("answer")) {
            Answer answer = answer(given.object("answer"));
            return end(given, expect, request -> answer, now);
        }
        return end(given, expect, request -> fail(given.text("fails")), now);
    }

    private static Answer fail(String how) throws NotSent, Unanswered {
        switch (how) {
            case "not-sent" -> throw new NotSent();
            case "unanswered" -> throw new Unanswered();
            default -> throw new Comparison.Unknown("/given/fails", how);
        }
    }

    private Subject subject(Obj given, Transport transport, double now) {
        String token = given.has("token") ? given.text("token") : DEFAULT_TOKEN;
        return new Subject(contract, given.text("host"), token, transport, () -> now);
    }

    /** Makes a call, whose required arguments are those of the vector or else examples, and compares how it ends. */
    private List<Comparison.Difference> end(Obj given, Obj expect, Transport transport, double now) {
        Map<String, Object> arguments = contract.examples(given.text("operation"));
        arguments.putAll(given.object("arguments").map());
        String wanted = Comparison.onlyKey("/expect", expect, "result", "error");
        try {
            Object result = subject(given, transport, now).call(given.text("operation"), arguments);
            if (wanted.equals("result")) {
                compareResult(expect.object("result"), result);
            } else {
                found.add("/error", expect.get("error"), "a result");
            }
        } catch (ApiError error) {
            if (wanted.equals("error")) {
                compareError(expect.object("error"), error);
            } else {
                found.add("/result", expect.get("result"), error.toString());
            }
        }
        return found.differences();
    }

    // -- results

    private void compareResult(Obj want, Object got) {
        Comparison.requireKeys("/result", want, "fields", "unparsed", "extra", "written", "nothing");
        found.compare("/result/nothing", want.has("nothing") ? want.get("nothing") : false, got == null);
        want.object("fields").map().forEach((pointer, value) ->
            found.compare("/result/fields" + pointer, value, at(got, pointer)));
        Map<String, Object> unparsed = new LinkedHashMap<>();
        Map<String, Object> extra = new LinkedHashMap<>();
        collect("", got, unparsed, extra);
        found.compare("/result/unparsed", want.object("unparsed"), unparsed);
        found.compare("/result/extra", want.object("extra"), extra);
        if (want.has("written")) {
            found.compare("/result/written", want.get("written"), Json.read(Json.write(written(got))));
        }
    }

    private static void collect(String at, Object got, Map<String, Object> unparsed, Map<String, Object> extra) {
        if (got instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                collect(at + "/" + i, list.get(i), unparsed, extra);
            }
        } else if (got instanceof Model model) {
            model.unparsed().forEach((pointer, value) -> unparsed.put(at + pointer, value));
            model.extra().forEach((pointer, value) -> extra.put(at + pointer, value));
        }
    }

    private static Object written(Object got) {
        if (got instanceof List<?> list) {
            return list.stream().map(Calls::written).toList();
        }
        return got instanceof Model model ? model.written() : got;
    }

    /** Returns a value of a typed result, by a pointer in wire names. */
    private static Object at(Object result, String pointer) {
        Object value = result;
        for (String step : pointer.split("/", -1)) {
            String key = step.replace("~1", "/").replace("~0", "~");
            if (value instanceof Model model && !step.isEmpty()) {
                try {
                    value = model.get(key);
                } catch (NoSuchElementException error) {
                    return Comparison.MISSING;
                }
            } else if (value instanceof List<?> list && step.matches("[0-9]{1,9}")) {
                value = Integer.parseInt(step) < list.size() ? list.get(Integer.parseInt(step)) : Comparison.MISSING;
            } else if (!step.isEmpty()) {
                return Comparison.MISSING;
            }
        }
        return value;
    }

    // -- errors

    private void compareError(Obj want, ApiError error) {
        Map<String, Object> got = new LinkedHashMap<>();
        got.put("kind", error.kind().word());
        got.put("status", error.said().status());
        got.put("correlationId", error.correlationId());
        got.put("attempts", error.attempts());
        got.put("mayHaveBeenActedOn", error.mayHaveBeenActedOn());
        got.put("isDuplicatePo", error.isDuplicatePo());
        got.put("retryAfter", error.retryAfter());
        got.put("errors", error.said().errors().stream().map(Calls::detail).toList());
        Map<String, Object> wanted = new LinkedHashMap<>(want.map());
        wanted.remove("hides");
        Comparison.requireKeys("/error", want, "hides", "kind", "status", "correlationId", "attempts",
            "mayHaveBeenActedOn", "isDuplicatePo", "retryAfter", "errors");
        found.compareListed("/error", wanted, got);
        String texts = printed(error);
        List<?> shown = want.list("hides").stream().filter(each -> texts.contains((String) each)).toList();
        found.compare("/error/hides", List.of(), shown);
    }

    private static Map<String, Object> detail(ApiError.Detail error) {
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("message", error.message());
        found.put("type", error.type());
        found.put("id", error.id());
        found.put("fields", error.fields().stream().map(each -> {
            Map<String, Object> field = new LinkedHashMap<>();
            field.put("field", each.field());
            field.put("value", each.value());
            field.put("message", each.message());
            return field;
        }).toList());
        return found;
    }

    /** Returns all texts of an error, as a program could log them: its message, its stack trace, all that it holds. */
    private static String printed(ApiError error) {
        StringWriter out = new StringWriter();
        error.printStackTrace(new PrintWriter(out, true));
        return out + "\n" + error + "\n" + error.said() + "\n" + error.correlationId() + "\n" + error.kind().word();
    }

    // -- requests

    private void compareRequest(String at, Obj want, Request sent) {
        Comparison.requireKeys(at, want, "method", "origin", "path", "query", "headers", "body");
        String[] target = sent.target().split("\\?", 2);
        Map<String, Object> got = new LinkedHashMap<>(Map.of("method", sent.method(), "origin", sent.origin()));
        Map<String, Object> wanted = new LinkedHashMap<>(want.map());
        wanted.keySet().retainAll(got.keySet());
        found.compareListed(at, wanted, got);
        if (want.has("path")) {
            found.compare(at + "/path", decodedSteps(want.text("path")), decodedSteps(target[0]));
        }
        if (want.has("query")) {
            List<?> query = target.length < 2 ? List.of() : Arrays.asList(target[1].split("&"));
            found.compare(at + "/query", new Obj(members(valuesByName(want.list("query")))), valuesByName(query));
        }
        found.compareListed(at + "/headers", lowerCased(want.object("headers").map()), lowerCased(sent.headers()));
        if (want.has("body")) {
            compareBody(at + "/body", want.object("body"), sent.body());
        }
    }

    private void compareBody(String at, Obj want, byte[] sent) {
        byte[] body = sent == null ? new byte[0] : sent;
        Comparison.requireKeys(at, want, "none", "text", "base64", "json", "form");
        want.map().forEach((form, value) -> {
            Object got = switch (form) {
                case "none" -> body.length == 0;
                case "text" -> utf8(body);
                case "base64" -> Base64.getEncoder().encodeToString(body);
                case "json" -> body.length == 0 ? Comparison.MISSING : Json.read(utf8(body));
                default -> pairs(utf8(body));
            };
            found.compare(at + "/" + form, value, got);
        });
    }

    private static List<List<String>> pairs(String form) {
        return Arrays.stream(form.split("&")).map(each -> Arrays.stream((each + "=").split("=", 3)).limit(2)
            .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8)).toList()).toList();
    }

    private static List<Json.Member> members(Map<String, ?> map) {
        List<Json.Member> found = new ArrayList<>();
        map.forEach((key, value) -> found.add(new Json.Member(key, value)));
        return found;
    }

    private static List<String> decodedSteps(String path) {
        return Arrays.stream(path.split("/", -1)).map(Calls::decoded).toList();
    }

    private static Map<String, List<String>> valuesByName(List<?> query) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Object each : query) {
            String[] pair = (each + "=").split("=", 3);
            values.computeIfAbsent(decoded(pair[0]), name -> new ArrayList<>()).add(decoded(pair[1]));
        }
        return values;
    }

    /** Decodes percent signs as UTF-8; a plus stays a plus. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static Map<String, Object> lowerCased(Map<String, ?> headers) {
        Map<String, Object> found = new LinkedHashMap<>();
        headers.forEach((name, value) -> found.put(name.toLowerCase(Locale.ROOT), value));
        return found;
    }

    // -- what is given

    /** Returns the bytes of a body of a vector. */
    static byte[] bytes(Obj body) {
        String form = Comparison.onlyKey("/body", body, "text", "base64", "json", "none");
        Object value = body.get(form);
        return switch (form) {
            case "text" -> ((String) value).getBytes(StandardCharsets.UTF_8);
            case "base64" -> Base64.getDecoder().decode((String) value);
            case "json" -> Json.write(value).getBytes(StandardCharsets.UTF_8);
            default -> new byte[0];
        };
    }

    private static Answer answer(Obj given) {
        Comparison.requireKeys("/answer", given, "status", "reason", "headers", "body");
        List<Header> headers = given.list("headers").stream()
            .map(each -> new Header((String) ((List<?>) each).get(0), (String) ((List<?>) each).get(1))).toList();
        int status = ((Num) given.get("status")).value().intValueExact();
        String reason = given.has("reason") ? given.text("reason") : "";
        return new Answer(status, reason, headers, bytes(given.object("body")));
    }

    private static String utf8(byte[] body) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException error) {
            return "bytes that are no UTF-8";
        }
    }
}
