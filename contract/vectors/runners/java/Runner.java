import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import json.Json;
import json.Json.Num;
import json.Json.Obj;
import subject.Contract;
import subject.Refused;
import subject.Status;
import subject.Webhook;

/**
 * Runs the conformance vectors against an implementation, here the small SDK in `subject`. It prints a JSON line for
 * each vector, then a summary. It exits with 0 if all that is claimed passes, 1 if not, 2 if it cannot run.
 *
 * <p>The runner knows the form of vectors and nothing of the API. For another SDK, replace what calls `subject`.
 */
public final class Runner {
    /** The newest form of vectors that this runner knows. */
    private static final String FORMAT = "1.0";
    private static final Map<String, Integer> LEVELS = Map.of(
        "request", 1, "response", 1, "status", 1, "error", 2, "exchange", 3, "paging", 3, "desk", 4);
    /** Folders beside those of the kinds. */
    private static final List<String> NO_KINDS = List.of("implementations", "results", "runners", "tools");
    private static final List<String> OPTIONS = List.of("--vectors", "--implementation");

    private final Contract contract;
    private final Obj manifest;
    private final Claim claim;
    private final PrintStream out;
    private final Map<String, Map<String, Integer>> summary = new TreeMap<>();
    private boolean isAsClaimed = true;

    private Runner(Path vectors, Path implementation, PrintStream out) throws IOException {
        this.contract = new Contract(read(vectors.resolve("contract.json")));
        this.manifest = read(vectors.resolve("manifest.json"));
        this.claim = new Claim(read(implementation));
        this.out = out;
    }

    /** The run cannot begin, or cannot go on. */
    private static final class CannotRun extends RuntimeException {
        CannotRun(String message) {
            super(message);
        }
    }

    /** What an implementation claims. */
    private record Claim(Obj said) {
        /** Returns whether a vector is covered: by its version, its level, its family and all that it requires. */
        boolean covers(String kind, Obj vector, Obj entry) {
            Integer level = LEVELS.get(kind); // a kind without a level is a capability
            boolean hasLevel = level == null || said.list("levels").contains(new Num(level.toString()));
            boolean hasFamily = entry.get("family") == null || said.list("families").contains(entry.get("family"));
            // One that the manifest does not name runs, so that it is told.
            boolean isThere = !entry.has("since") || isUpTo(said.text("vectors"), entry.text("since"));
            return isThere && hasLevel && hasFamily && said.list("capabilities").containsAll(vector.list("requires"));
        }

        Map<String, Object> known() {
            Map<String, Object> found = new LinkedHashMap<>();
            said.list("known").forEach(each -> found.put(((Obj) each).text("id"), ((Obj) each).get("why")));
            return found;
        }
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(arguments, out));
    }

    private static int run(String[] arguments, PrintStream out) {
        try {
            Map<String, String> options = options(arguments);
            Path vectors = Path.of(options.get("--vectors"));
            Runner runner = new Runner(vectors, Path.of(options.get("--implementation")), out);
            return runner.runAll(vectors) ? 0 : 1;
        } catch (CannotRun | IOException | Json.SyntaxError error) {
            System.err.println("cannot run: " + error.getMessage());
            return 2;
        }
    }

    private static Map<String, String> options(String[] arguments) {
        Map<String, String> found = new TreeMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            found.put(arguments[i], arguments[i + 1]);
        }
        if (arguments.length != 2 * OPTIONS.size() || !found.keySet().containsAll(OPTIONS)) {
            throw new CannotRun("usage: Runner --vectors FOLDER --implementation FILE");
        }
        return found;
    }

    private boolean runAll(Path vectors) throws IOException {
        List<Path> paths;
        try (Stream<Path> found = Files.find(vectors, 2, (path, about) -> isVectorFile(vectors, path))) {
            paths = found.sorted().toList();
        }
        // All files first: a run that stops in the middle could be taken for a short one.
        List<Obj> files = new ArrayList<>();
        for (Path each : paths) {
            files.add(checked(each));
        }
        requireKnownExist(files);
        files.forEach(this::runFile);
        Map<String, Object> last = new LinkedHashMap<>();
        last.put("summary", summary);
        last.put("implementation", claim.said().get("name"));
        last.put("vectors", manifest.get("version"));
        out.println(Json.write(last));
        return isAsClaimed;
    }

    private static boolean isVectorFile(Path vectors, Path path) {
        Path inside = vectors.relativize(path);
        boolean isInFolder = inside.getNameCount() == 2 && !NO_KINDS.contains(inside.getName(0).toString());
        return isInFolder && path.toString().endsWith(".json");
    }

    /** Reads a file of vectors, and stops the run where it needs a newer form. */
    private static Obj checked(Path path) throws IOException {
        Obj file = read(path);
        if (!(file.get("format") instanceof String format && format.matches("\\d+\\.\\d+"))) {
            throw new CannotRun(path + " is no file of vectors");
        }
        if (!isUpTo(FORMAT, format)) {
            throw new CannotRun(path + " needs format " + format + "; this runner knows " + FORMAT);
        }
        return file;
    }

    /** Returns whether a version of two numbers is not later than another, of which only two count. */
    private static boolean isUpTo(String latest, String version) {
        int[] last = numbers(latest);
        int[] asked = numbers(version);
        return asked[0] < last[0] || (asked[0] == last[0] && asked[1] <= last[1]);
    }

    private static int[] numbers(String version) {
        return Stream.of(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }

    private void runFile(Obj file) {
        for (Object each : file.list("vectors")) {
            Obj vector = (Obj) each;
            String kind = file.text("kind");
            List<Comparison.Difference> because = new ArrayList<>();
            String result = "unsupported";
            if (claim.covers(kind, vector, manifest.object("vectors").object(vector.text("id")))) {
                because.addAll(differences(file, vector));
                result = resultOf(vector.text("id"), because);
            }
            isAsClaimed &= !result.equals("fail");
            summary.computeIfAbsent(kind, name -> new TreeMap<>()).merge(result, 1, Integer::sum);
            print(vector.text("id"), result, because);
        }
    }

    /** Returns the result of a vector. A known failure that passes is a failure, so that the list cannot rot. */
    private String resultOf(String id, List<Comparison.Difference> because) {
        boolean isKnown = claim.known().containsKey(id);
        if (isKnown && because.isEmpty()) {
            because.add(new Comparison.Difference("", "a known failure: " + claim.known().get(id), "it passes"));
            return "fail";
        }
        return isKnown ? "known" : because.isEmpty() ? "pass" : "fail";
    }

    private void requireKnownExist(List<Obj> files) {
        List<String> ids = files.stream().flatMap(file -> file.list("vectors").stream())
            .map(each -> ((Obj) each).text("id")).toList();
        for (String each : claim.known().keySet()) {
            if (!ids.contains(each)) {
                throw new CannotRun("there is no vector " + each + ", which is claimed to be a known failure");
            }
        }
    }

    /** Returns the differences of a vector. Whatever else goes wrong is a difference too, never a pass. */
    private List<Comparison.Difference> differences(Obj file, Obj vector) {
        try {
            Comparison.requireKeys("", file, "format", "kind", "title", "vectors");
            Comparison.requireKeys("", vector, "id", "since", "rule", "why", "requires", "kills", "given", "expect",
                "script");
            return run(file.text("kind"), vector);
        } catch (RuntimeException | StackOverflowError error) {
            return List.of(new Comparison.Difference("", "a comparison", error.toString()));
        }
    }

    private List<Comparison.Difference> run(String kind, Obj vector) {
        Obj given = vector.object("given");
        Obj expect = vector.object("expect");
        if (vector.has("script") != kind.equals("desk") || vector.has("expect") == kind.equals("desk")) {
            throw new Comparison.Unknown("/" + kind, "it has a script, or an expectation, where it should not");
        }
        return switch (kind) {
            case "request" -> new Calls(contract).request(given, expect);
            case "response" -> new Calls(contract).response(given, expect);
            case "error" -> new Calls(contract).error(given, expect);
            case "status" -> status(given, expect);
            case "webhook" -> webhook(given, expect);
            case "desk" -> new DeskSteps().run(given, vector.list("script"));
            default -> throw new Comparison.Unknown("/kind", kind);
        };
    }

    private static List<Comparison.Difference> status(Obj given, Obj expect) {
        Comparison.requireKeys("/given", given, "text");
        Status status = Status.of(given.text("text"));
        Map<String, Object> got = new LinkedHashMap<>();
        got.put("status", status.word());
        got.put("text", given.get("text"));
        got.put("final", status.isFinal());
        Comparison found = new Comparison();
        found.compare("", expect, got);
        return found.differences();
    }

    private static List<Comparison.Difference> webhook(Obj given, Obj expect) {
        Comparison.requireKeys("/given", given, "body", "signature", "secrets");
        Comparison.requireKeys("/expect", expect, "verified", "events", "refused");
        byte[] body = Calls.bytes(given.object("body"));
        List<String> secrets = given.list("secrets").stream().map(String.class::cast).toList();
        Map<String, Object> got = new LinkedHashMap<>();
        got.put("verified", Webhook.verify(body, given.text("signature"), secrets));
        try {
            got.put("events", Webhook.parse(body).stream().map(Runner::event).toList());
        } catch (Refused error) {
            got.put("refused", Map.of("about", error.about(), "at", error.at()));
        }
        Comparison found = new Comparison();
        found.compareListed("", expect.map(), got);
        return found.differences();
    }

    private static Map<String, Object> event(Webhook.Event event) {
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("kind", event.kind());
        found.put("eventId", event.eventId());
        found.put("eventType", event.eventType());
        found.put("timeStamp", event.timeStamp());
        found.put("orderNumbers", event.orderNumbers());
        found.put("customerOrderNumbers", event.customerOrderNumbers());
        if (!event.ingramPartNumbers().isEmpty()) { // vectors name them for stock events only
            found.put("ingramPartNumbers", event.ingramPartNumbers());
        }
        return found;
    }

    private void print(String id, String result, List<Comparison.Difference> because) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", id);
        line.put("result", result);
        line.put("because", because.stream().map(Runner::shown).toList());
        out.println(Json.write(line));
    }

    private static Map<String, Object> shown(Comparison.Difference difference) {
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("at", difference.at());
        found.put("want", difference.want());
        found.put("got", difference.got());
        return found;
    }

    private static Obj read(Path path) throws IOException {
        if (Json.read(Files.readString(path)) instanceof Obj found) {
            return found;
        }
        throw new CannotRun(path + " should be a JSON object");
    }
}
