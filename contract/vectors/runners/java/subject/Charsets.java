package subject;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a body, in the few charsets that servers and gateways use. */
final class Charsets {
    private static final Pattern NAMED =
        Pattern.compile("charset\\s*=\\s*[\"']?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);
    /** A server must not choose from all charsets that a language knows: some are slow to decode. */
    private static final Map<String, Charset> KNOWN = Map.of(
        "utf-8", StandardCharsets.UTF_8, "utf8", StandardCharsets.UTF_8, "utf-16", StandardCharsets.UTF_16,
        "iso-8859-1", StandardCharsets.ISO_8859_1, "latin1", StandardCharsets.ISO_8859_1,
        "windows-1252", Charset.forName("windows-1252"), "us-ascii", StandardCharsets.US_ASCII);
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private Charsets() {}

    /** Returns a body as text, in the charset that it names, if that is known and fits; else UTF-8, else Latin-1. */
    static String decoded(byte[] body, String contentType) {
        Matcher named = NAMED.matcher(contentType == null ? "" : contentType);
        String name = named.find() ? named.group(1).toLowerCase(Locale.ROOT) : "utf-8";
        for (Charset each : List.of(KNOWN.getOrDefault(name, StandardCharsets.UTF_8), StandardCharsets.UTF_8)) {
            try {
                return withoutMark(strictly(body, each));
            } catch (CharacterCodingException error) {
                // It does not fit; the next one is tried.
            }
        }
        return new String(body, StandardCharsets.ISO_8859_1); // which reads any bytes
    }

    static String strictly(byte[] body, Charset charset) throws CharacterCodingException {
        return charset.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    }

    /** Returns a text without the byte-order mark before it; a second one is text. */
    static String withoutMark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }
}
