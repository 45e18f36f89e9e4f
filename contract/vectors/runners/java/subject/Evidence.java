package subject;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import subject.ApiError.Detail;
import subject.ApiError.Field;
import subject.ApiError.Kind;
import subject.Filing.Said;

/**
 * What the error of a create says about its order. What may have been acted on is never read as a refusal.
 *
 * @param status that of the answer; null if there was none
 * @param isDuplicatePo whether the client has read that the order exists
 */
public record Evidence(
    Kind kind, Integer status, boolean mayHaveBeenActedOn, boolean isDuplicatePo, List<Detail> errors) {
    private static final Set<Integer> OF_ORDER = Set.of(400, 413, 422);
    private static final Set<Integer> OF_SET_UP = Set.of(401, 403, 404, 405, 415);
    private static final Set<Integer> NAMES_FIELDS = Set.of(400, 422);
    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;
    private static final Pattern FILED_BEFORE = Pattern.compile("\\b(already|duplicate)", Pattern.CASE_INSENSITIVE);
    private static final Set<String> HEADERS =
        Set.of("customernumber", "countrycode", "correlationid", "senderid", "customercontact", "applicationid");
    /** A text about a header, or about the customer number of the account; an end customer has one of its own. */
    private static final Pattern ABOUT_SET_UP = Pattern.compile(
        "\\bim[-_ ]?(customer[-_ ]?number|country[-_ ]?code|correlation[-_ ]?id|sender[-_ ]?id|customer[-_ ]?contact"
            + "|application[-_ ]?id)\\b"
            + "|(?<!end[ -])\\bcustomer[-_ ]?number\\b", Pattern.CASE_INSENSITIVE);

    /**
     * @param api how the order was sent: v6, v7, quote or return
     */
    public Said said(String api) {
        Said said = saidOfOrder();
        boolean isRefusedForOne = said == Said.REFUSED && errors.stream().anyMatch(Evidence::namesOther);
        boolean tellsOfAnother = said == Said.EXISTS || isRefusedForOne;
        // No check for doubles is documented for returns, so a look has to find the other one.
        return api.equals("return") && tellsOfAnother ? Said.UNANSWERED : said;
    }

    private Said saidOfOrder() {
        boolean isSuccess = status != null && status >= 200 && status < 300;
        if (kind == Kind.UNREADABLE || (kind == Kind.UNANSWERED && isSuccess)) {
            return Said.GARBLED;
        }
        if (saysThatItExists()) {
            return Said.EXISTS;
        }
        if (mayHaveBeenActedOn || kind == Kind.UNANSWERED) {
            return Said.UNANSWERED;
        }
        return kind == Kind.NOT_SENT ? Said.NOT_SENT : saidByRefusal();
    }

    private boolean saysThatItExists() {
        boolean isConflict = status != null && status == CONFLICT;
        boolean isRefusal = status != null && ApiError.REFUSALS.contains(status) && !mayHaveBeenActedOn;
        return (isConflict || isRefusal) && (isDuplicatePo || errors.stream().anyMatch(ApiError::isDuplicate));
    }

    private Said saidByRefusal() {
        if (status == TOO_MANY) {
            return Said.TOO_MANY;
        }
        boolean isAboutSetUp = !errors.isEmpty() && errors.stream().allMatch(Evidence::namesSetUp);
        if (OF_SET_UP.contains(status) || (NAMES_FIELDS.contains(status) && isAboutSetUp)) {
            return Said.SET_UP;
        }
        return OF_ORDER.contains(status) ? Said.REFUSED : Said.UNANSWERED;
    }

    /** Returns whether an error names nothing but headers or the customer number. */
    private static boolean namesSetUp(Detail error) {
        return error.fields().isEmpty() ? isAboutSetUp(error.message())
            : error.fields().stream().allMatch(Evidence::isOfSetUp);
    }

    private static boolean isOfSetUp(Field field) {
        if (field.field() == null) {
            return isAboutSetUp(field.message());
        }
        String name = field.field().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return HEADERS.contains(name.replaceFirst("^(request)?(headers?)?(im)?", ""));
    }

    private static boolean namesOther(Detail error) {
        return FILED_BEFORE.matcher(error.toString()).find();
    }

    private static boolean isAboutSetUp(String text) {
        return text != null && ABOUT_SET_UP.matcher(text).find();
    }
}
