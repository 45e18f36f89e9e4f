package subject;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import json.Json;
import subject.Messages.Answer;
import subject.Messages.Header;

/** Hides the secrets of a call in what the server sends back, also as JSON and URLs encode them. */
final class Secrets {
    private static final String HIDDEN = "***";
    /** A shorter text is no secret, and hiding it would make every message stars. */
    private static final int SHORTEST = 4;
    private static final Pattern GRANTED =
        Pattern.compile("(\"\\w*token\"\\s*:\\s*\")(?:[^\"\\\\]|\\\\.)*", Pattern.CASE_INSENSITIVE);

    private final List<String> spellings = new ArrayList<>();

    Secrets(List<String> secrets) {
        for (String each : secrets) {
            if (each.length() >= SHORTEST) {
                String inJson = Json.write(each);
                spellings.add(each);
                spellings.add(inJson.substring(1, inJson.length() - 1));
                spellings.add(Texts.encoded(each));
                spellings.add(Texts.encoded(each).replace("%20", "+"));
            }
        }
    }

    String hiddenIn(String text) {
        String found = text;
        for (String each : spellings) {
            found = found.replace(each, HIDDEN);
        }
        return found;
    }

    /** Returns the headers of an answer without secrets. */
    List<Header> headersOf(Answer answer) {
        return answer.headers().stream().map(each -> new Header(each.name(), hiddenIn(each.value()))).toList();
    }

    /** Returns the body of an answer to a call for a token without the token, also where the body is cut off in it. */
    static String withoutTokens(String body) {
        return GRANTED.matcher(body).replaceAll("$1" + HIDDEN);
    }
}
