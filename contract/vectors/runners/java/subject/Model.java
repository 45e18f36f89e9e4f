package subject;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import json.Json.Obj;

/**
 * What was read from an object of an answer, by wire names. Nothing that came is lost: what fits no field is kept, with
 * its place, and is written out again.
 */
public final class Model {
    private final Obj schema;
    /** The values of the fields that came; null for a null. */
    final Map<String, Object> fields = new LinkedHashMap<>();
    /** Keys that no field has. */
    final Map<String, Object> unknown = new LinkedHashMap<>();
    /** Values that do not fit their fields, by wire name. */
    final Map<String, Object> unfit = new LinkedHashMap<>();
    /** The key of each field that came under another one. */
    final Map<String, String> spelling = new LinkedHashMap<>();
    /** The field in whose object each field came that did not come in its own place. */
    final Map<String, String> elsewhere = new LinkedHashMap<>();

    Model(Obj schema) {
        this.schema = schema;
    }

    /** A list: the items that fit, and by their places in the document those that do not. */
    static final class Items extends AbstractList<Object> {
        final List<Object> fitting = new ArrayList<>();
        final Map<Integer, Object> unfit = new LinkedHashMap<>();

        @Override
        public Object get(int index) {
            return fitting.get(index);
        }

        @Override
        public int size() {
            return fitting.size();
        }
    }

    /** What is done with each item of a list, at its place in the document. */
    private interface ItemVisitor {
        void visit(int place, Object item, boolean fits);
    }

    /**
     * Returns the value of a field; null if it has none. A value is a String, a Boolean, a BigInteger, a BigDecimal, a
     * Model, a List of these, or plain JSON where the contract declares no type.
     */
    public Object get(String field) {
        if (!properties().has(field)) {
            throw new NoSuchElementException("there is no field " + field);
        }
        return fields.get(field);
    }

    /** Returns the schemas of the fields, by wire name. */
    Obj properties() {
        return schema.object("properties");
    }

    /** Returns whether a field came. */
    boolean hasAny() {
        return !fields.isEmpty() || unfit.keySet().stream().anyMatch(each -> !each.isEmpty());
    }

    /** Returns whether a field came with a value, if only with one that does not fit it. */
    boolean hasAnyValue() {
        return hasAnyRead() || unfit.keySet().stream().anyMatch(each -> !each.isEmpty());
    }

    /** Returns whether a field has a value. */
    boolean hasAnyRead() {
        return fields.values().stream().anyMatch(Objects::nonNull);
    }

    /** Returns whether a field came, with whatever value. */
    boolean has(String field) {
        return fields.containsKey(field) || unfit.containsKey(field);
    }

    /** Returns whether the value of a field, or a part of it, does not fit. */
    boolean isUnfit(String field) {
        String place = way(field);
        return unparsed().keySet().stream().anyMatch(each -> (each + "/").startsWith(place + "/"));
    }

    /** Returns the values that fit no field or list, by their places in the document. */
    public Map<String, Object> unparsed() {
        Map<String, Object> found = new LinkedHashMap<>();
        collect(this, "", found, new LinkedHashMap<>());
        return found;
    }

    /** Returns the unknown keys with their values, by their places in the document. */
    public Map<String, Object> extra() {
        Map<String, Object> found = new LinkedHashMap<>();
        collect(this, "", new LinkedHashMap<>(), found);
        return found;
    }

    /** Returns the document as it would be written again, with all that came. */
    public Object written() {
        return written(this);
    }

    private static void collect(Object value, String at, Map<String, Object> unparsed, Map<String, Object> extra) {
        if (value instanceof Items items) {
            visit(items, (place, item, fits) -> {
                if (fits) {
                    collect(item, at + "/" + place, unparsed, extra);
                } else {
                    unparsed.put(at + "/" + place, item);
                }
            });
        } else if (value instanceof Model model) {
            model.unfit.forEach((field, raw) -> unparsed.put(field.isEmpty() ? at : at + model.way(field), raw));
            model.unknown.forEach((key, each) -> extra.put(at + "/" + Pointer.step(key), each));
            model.fields.forEach((field, each) -> collect(each, at + model.way(field), unparsed, extra));
        }
    }

    /** Returns the way from the object to a field, as it came. */
    private String way(String field) {
        String own = "/" + Pointer.step(spelling.getOrDefault(field, field));
        return elsewhere.containsKey(field) ? way(elsewhere.get(field)) + own : own;
    }

    private static Object written(Object value) {
        if (value instanceof Items items) {
            List<Object> found = new ArrayList<>();
            visit(items, (place, item, fits) -> found.add(fits ? written(item) : item));
            return found;
        }
        return value instanceof Model model ? model.writtenFields() : value;
    }

    private Object writtenFields() {
        if (unfit.containsKey("")) {
            return unfit.get(""); // the document is no object
        }
        Map<String, Object> found = new LinkedHashMap<>();
        fields.forEach((field, value) -> {
            if (value != null || Contract.isNullable((Obj) properties().get(field))) {
                found.put(field, written(value));
            }
        });
        found.putAll(unfit);
        unknown.forEach((key, value) -> {
            if (value != null) {
                found.put(key, value);
            }
        });
        return inTheirPlaces(found);
    }

    /** Returns the written fields under the keys, and in the objects, in which they came. */
    private Map<String, Object> inTheirPlaces(Map<String, Object> written) {
        elsewhere.forEach((field, holder) -> {
            Map<String, Object> inside = new LinkedHashMap<>();
            ((Map<?, ?>) written.get(holder)).forEach((key, value) -> inside.put((String) key, value));
            inside.put(spelling.getOrDefault(field, field), written.remove(field));
            written.put(holder, inside);
        });
        Map<String, Object> found = new LinkedHashMap<>();
        written.forEach((field, value) -> found.put(spelling.getOrDefault(field, field), value));
        return found;
    }

    private static void visit(Items items, ItemVisitor visitor) {
        int read = 0;
        for (int place = 0; place < items.size() + items.unfit.size(); place++) {
            if (items.unfit.containsKey(place)) {
                visitor.visit(place, items.unfit.get(place), false);
            } else {
                visitor.visit(place, items.get(read++), true);
            }
        }
    }
}
