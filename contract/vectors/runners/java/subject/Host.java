package subject;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** Where requests go: an origin, and a prefix of all paths. */
record Host(String origin, String prefix) {
    private static final String SANDBOX = "/sandbox";
    /** Only literals: any other name, such as 127.example.com, can belong to anybody. */
    private static final Pattern THIS_MACHINE =
        Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1\\]", Pattern.CASE_INSENSITIVE);

    static Host of(String url) {
        URI parts = parsed(url);
        String prefix = parts.getRawPath().replaceAll("/+$", "");
        while (prefix.endsWith(SANDBOX + SANDBOX)) { // added by a setting, and once more by the program
            prefix = prefix.substring(0, prefix.length() - SANDBOX.length());
        }
        return new Host(parts.getScheme() + "://" + parts.getRawAuthority(), prefix);
    }

    /** Refuses to send a credential that others could read on its way. */
    void requirePrivate() {
        URI parts = URI.create(origin);
        if (!parts.getScheme().equals("https") && !THIS_MACHINE.matcher(parts.getHost()).matches()) {
            throw wrong("https, or this machine, as a secret is sent");
        }
    }

    /** Returns the prefix of the token's path: production and sandbox share it. */
    String prefixOfToken() {
        return prefix.endsWith(SANDBOX) ? prefix.substring(0, prefix.length() - SANDBOX.length()) : prefix;
    }

    private static URI parsed(String url) {
        if (url.contains("@")) {
            throw wrong("without user name and password");
        }
        try {
            URI parts = new URI(url);
            boolean isWeb = "https".equals(parts.getScheme()) || "http".equals(parts.getScheme());
            boolean isPlain = parts.getRawQuery() == null && parts.getRawFragment() == null;
            if (isWeb && isPlain && parts.getHost() != null && parts.getPort() != 0) {
                return parts;
            }
        } catch (URISyntaxException error) {
            // Its message would repeat the URL, in which a password may be.
        }
        throw wrong("a URL such as https://api.ingrammicro.com:443");
    }

    private static Refused wrong(String shouldBe) {
        return new Refused("host", "", shouldBe);
    }
}
