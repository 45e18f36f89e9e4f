package subject;

import java.math.BigInteger;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import json.Json;
import json.Json.Member;
import json.Json.Num;
import json.Json.Obj;

/** Receives webhooks. The signature covers the event ID alone, so what an event says is only a hint. */
public final class Webhook {
    // Limits, since the body comes from others. The service sends one event at a time, with about ten levels.
    private static final int DEEPEST = 64;
    private static final int MOST_EVENTS = 1000;
    private static final int LONGEST_NUMBER = 400;
    private static final int LARGEST = 4 << 20;

    private static final String V7_RESULT = "async_order_create";
    private static final String STOCK = "stock_update";
    private static final String OTHER = "other";
    private static final Set<String> KINDS = Set.of("order_shipped", "order_invoiced", "order_hold", "order_voided",
        "order_backordered", V7_RESULT, STOCK);
    /** Base64 of 64 bytes in its only correct spelling: the unused bits of the last character are zero. */
    private static final Pattern SIGNATURE = Pattern.compile("[A-Za-z0-9+/]{85}[AQgw]==");

    private Webhook() {}

    /** One event. What it does not say is null; the part numbers are those of a stock event. */
    public record Event(
        String kind, String eventId, String eventType, String timeStamp, List<String> orderNumbers,
        List<String> customerOrderNumbers, List<String> ingramPartNumbers) {}

    /** Returns whether the one ID of all events of a body was signed with one of the secrets. */
    public static boolean verify(byte[] body, String signature, List<String> secrets) {
        if (secrets.isEmpty() || secrets.contains("")) { // anybody can sign with an empty secret
            throw new Refused("secrets", "", "given, and not empty");
        }
        String given = signature == null ? "" : signature.strip();
        if (!SIGNATURE.matcher(given).matches()) {
            return false;
        }
        Set<String> ids = new HashSet<>();
        try {
            read(body).forEach(each -> ids.add(eventId(each)));
        } catch (Refused error) {
            return false;
        }
        if (ids.size() != 1 || ids.contains(null)) {
            return false;
        }
        byte[] id = ids.iterator().next().getBytes(StandardCharsets.UTF_8);
        boolean matches = false;
        for (String secret : secrets) { // all of them, so that the time does not tell which one matched
            matches |= MessageDigest.isEqual(signed(id, secret), Base64.getDecoder().decode(given));
        }
        return matches;
    }

    /** Returns the events of a body: one or a list, with keys in any spelling. */
    public static List<Event> parse(byte[] body) {
        return read(body).stream().map(Webhook::event).toList();
    }

    private static byte[] signed(byte[] id, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA512");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA512"));
            return mac.doFinal(id);
        } catch (GeneralSecurityException error) {
            throw new IllegalStateException("each JDK has HmacSHA512", error);
        }
    }

    private static List<Obj> read(byte[] body) {
        require(body.length <= LARGEST, "of at most 4 MiB");
        Object document = document(body);
        requireModest(document);
        require(Json.depth(document) <= DEEPEST, "at most 64 levels deep");
        List<?> listed = document instanceof List<?> list ? list : Collections.singletonList(document);
        boolean areEvents = !listed.isEmpty() && listed.stream().allMatch(Obj.class::isInstance);
        require(areEvents && listed.size() <= MOST_EVENTS, "an event, or a list of events and nothing else");
        return listed.stream().map(Obj.class::cast).toList();
    }

    private static Object document(byte[] body) {
        try {
            return Json.read(Charsets.withoutMark(Charsets.strictly(body, StandardCharsets.UTF_8)));
        } catch (CharacterCodingException | Json.SyntaxError error) {
            throw new Refused("body", "", "JSON in UTF-8");
        }
    }

    /** Refuses repeated keys, as readers differ in which value they take, and numbers that take long to read. */
    private static void requireModest(Object value) {
        if (value instanceof List<?> list) {
            list.forEach(Webhook::requireModest);
        } else if (value instanceof Obj object) {
            require(!object.repeatsKey(), "without repeated keys");
            object.members().forEach(each -> requireModest(each.value()));
        } else if (value instanceof Num number) {
            require(number.text().length() <= LONGEST_NUMBER, "without numbers of more than 400 digits");
        }
    }

    private static void require(boolean isSo, String shouldBe) {
        if (!isSo) {
            throw new Refused("body", "", shouldBe);
        }
    }

    private static Event event(Obj given) {
        List<Obj> resources = objectsAt(given, "resource");
        String type = eventType(given, resources);
        String kind = kind(given, type);
        List<Obj> orders = new ArrayList<>();
        for (Obj each : resources) {
            orders.add(each);
            orders.addAll(objectsAt(each, "orders"));
        }
        List<Obj> named = new ArrayList<>(List.of(given));
        named.addAll(resources);
        List<String> pos = texts(named, "customerOrderNumber", "customerPoNumber");
        List<String> folded = pos.stream().map(each -> each.toUpperCase(Locale.ROOT)).distinct().toList();
        List<String> parts = kind.equals(STOCK) ? texts(resources, "ingramPartNumber") : List.of();
        return new Event(kind, eventId(given), type, textAt(given, "eventTimeStamp"),
            texts(orders, "orderNumber", "ingramOrderNumber"), folded, parts);
    }

    private static String eventType(Obj given, List<Obj> resources) {
        List<Obj> places = new ArrayList<>(List.of(given));
        places.addAll(resources);
        return places.stream().map(each -> textAt(each, "eventType"))
            .filter(each -> each != null && !each.isEmpty()).findFirst().orElse(null);
    }

    private static String kind(Obj given, String type) {
        String word = word(type).replaceFirst("^im::", "");
        boolean isUntypedStock = type == null && word(textAt(given, "topic")).equals("resellers/catalog");
        boolean isUntypedResult = type == null && word(textAt(given, "event")).equals("im::created");
        if (word.equals(STOCK) || isUntypedStock) {
            return STOCK;
        }
        return isUntypedResult ? V7_RESULT : KINDS.contains(word) ? word : OTHER;
    }

    private static String word(String text) {
        return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    }

    /** Returns the ID of an event: what its only key for it has, as text or as a whole number. */
    private static String eventId(Obj event) {
        List<Object> ids = valuesAt(event, "eventId");
        Object found = ids.size() == 1 ? ids.get(0) : null;
        if (found instanceof Num number && number.isWhole()) {
            return new BigInteger(number.text()).toString();
        }
        boolean isText = found instanceof String text && !text.isBlank()
            && StandardCharsets.UTF_8.newEncoder().canEncode(text);
        return isText ? (String) found : null;
    }

    private static List<Obj> objectsAt(Obj given, String name) {
        Object found = valuesAt(given, name).stream().filter(Objects::nonNull).findFirst().orElse(null);
        List<?> listed = found instanceof List<?> list ? list : Collections.singletonList(found);
        return listed.stream().filter(Obj.class::isInstance).map(Obj.class::cast).toList();
    }

    /** Returns each text that the objects have under one of the names, once and in order. */
    private static List<String> texts(List<Obj> objects, String... names) {
        Set<String> found = new LinkedHashSet<>();
        for (Obj each : objects) {
            String text = textAt(each, names);
            if (text != null && !text.isEmpty()) {
                found.add(text);
            }
        }
        return List.copyOf(found);
    }

    private static String textAt(Obj given, String... names) {
        for (Object each : valuesAt(given, names)) {
            if (each instanceof Num number) {
                return number.text();
            }
            if (each instanceof String || each instanceof Boolean) {
                return each.toString();
            }
        }
        return null;
    }

    /** Returns the values whose keys are spellings of the names: case and punctuation do not matter. */
    private static List<Object> valuesAt(Obj given, String... names) {
        List<Object> found = new ArrayList<>();
        for (Member each : given.members()) {
            for (String name : names) {
                if (letters(each.key()).equals(letters(name))) {
                    found.add(each.value());
                }
            }
        }
        return found;
    }

    private static String letters(String key) {
        return key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
