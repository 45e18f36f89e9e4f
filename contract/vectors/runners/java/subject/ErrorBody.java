package subject;

import java.util.ArrayList;
import java.util.List;
import json.Json;
import json.Json.Num;
import json.Json.Obj;
import subject.ApiError.Detail;
import subject.ApiError.Field;

/** Reads the many forms of an error body into one. A body that says nothing gives no errors. */
final class ErrorBody {
    /** Lists of errors come inside each other; two levels were observed. */
    private static final int DEEPEST = 8;
    private static final Detail NOTHING_SAID = new Detail(null, null, null, List.of());

    private ErrorBody() {}

    static List<Detail> errorsIn(String body) {
        List<Detail> found = new ArrayList<>();
        try {
            collect(Json.read(body), found, 0);
        } catch (Json.SyntaxError error) {
            // A page of a gateway, or nothing: its status says enough.
        }
        return found;
    }

    private static void collect(Object given, List<Detail> found, int depth) {
        Object listed = given instanceof Obj object ? object.get("errors") : given;
        if (listed instanceof List<?> list && depth < DEEPEST) {
            list.forEach(each -> collect(each, found, depth + 1));
        } else if (listed instanceof Obj one && listed != given && depth < DEEPEST) {
            collect(one, found, depth + 1);
        } else if (given instanceof Obj object && !NOTHING_SAID.equals(single(object))) {
            found.add(single(object));
        }
    }

    private static Detail single(Obj given) {
        if (given.get("fault") instanceof Obj fault) {
            return saying(text(fault.get("faultstring")), text(fault.object("detail").get("errorcode")));
        }
        if (given.has("faultstring")) {
            return saying(text(given.get("faultstring")), text(given.get("faultcode")));
        }
        if (given.has("error")) {
            String described = text(given.get("error_description"));
            return saying(described == null ? text(given.get("error")) : described, null);
        }
        return plain(given);
    }

    private static Detail saying(String message, String type) {
        return new Detail(message, type, null, List.of());
    }

    private static Detail plain(Obj given) {
        List<Field> fields = new ArrayList<>();
        for (Object each : given.list("fields")) {
            if (each instanceof Obj field) {
                fields.add(new Field(text(field.get("field")), text(field.get("value")), text(field.get("message"))));
            }
        }
        if (given.get("field") != null) { // one field beside the message, as the portal shows it
            fields.add(new Field(text(given.get("field")), text(given.get("value")), null));
        }
        String id = text(given.get("id"));
        return new Detail(text(given.get("message")), text(given.get("type")),
            id == null ? text(given.get("traceid")) : id, fields);
    }

    /** Returns a value as text; null and an empty text say nothing. */
    private static String text(Object value) {
        if (value == null || value.equals("")) {
            return null;
        }
        return value instanceof String text ? text : value instanceof Num number ? number.text() : Json.write(value);
    }
}
