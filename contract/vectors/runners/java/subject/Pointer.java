package subject;

/** JSON pointers (RFC 6901). */
final class Pointer {
    private Pointer() {}

    /** Returns a key as a step of a pointer. */
    static String step(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
