package subject;

/** A call that is not sent, since an argument or a setting is wrong. */
public final class Refused extends RuntimeException {
    private final String about;
    private final String at;

    /**
     * @param about the wire name of the argument, or the setting
     * @param at JSON pointer to the place in it; empty for the whole
     * @param shouldBe what would be right; never the value itself, which may be a secret
     */
    Refused(String about, String at, String shouldBe) {
        super(about + at + " should be " + shouldBe);
        this.about = about;
        this.at = at;
    }

    public String about() {
        return about;
    }

    public String at() {
        return at;
    }
}
