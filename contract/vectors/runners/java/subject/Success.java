package subject;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import json.Json;
import json.Json.Num;
import json.Json.Obj;
import subject.Contract.Operation;
import subject.Messages.Answer;

/**
 * Reads a 2xx. It is a success only if it has what the contract promises: the page of a firewall must never be read as
 * "nothing found" or as "placed".
 */
final class Success {
    /** Texts that programs send if they have no number. */
    private static final Set<String> NO_VALUE = Set.of("", "0", "false", "nan", "none", "null", "true", "undefined");

    private final Contract contract;
    private final Operation operation;
    private final Answer answer;

    Success(Contract contract, Operation operation, Answer answer) {
        this.contract = contract;
        this.operation = operation;
        this.answer = answer;
    }

    /** A success without what it should have; the message says what is missing. */
    static final class Unreadable extends Exception {
        Unreadable(String why) {
            super(why);
        }
    }

    /** Returns what was answered; null for nothing, where that is allowed. */
    Object result(int bodyModel, boolean mayBeEmpty) throws Unreadable {
        String text = Charsets.decoded(answer.body(), answer.header("Content-Type"));
        if (text.isBlank() || text.strip().equals("null")) {
            require(mayBeEmpty, "it carries no body");
            return null;
        }
        Obj schema = contract.success(operation, answer.status(), bodyModel);
        require(schema != null, "it should carry no body");
        Object document = parsed(text);
        if (Contract.typeOf(schema).equals("array")) {
            return listed(contract.resolved(schema.object("items")), document);
        }
        Model model = new ModelReader(contract).read(schema, document);
        requirePromised(model);
        return model;
    }

    private static Object parsed(String text) throws Unreadable {
        try {
            return Json.read(text);
        } catch (Json.SyntaxError error) {
            throw new Unreadable("it is not JSON");
        }
    }

    /** Reads a list; a single object is read as a list of one. An empty list is an answer. */
    private List<Model> listed(Obj schema, Object document) throws Unreadable {
        List<?> items = document instanceof List<?> found ? found : List.of(document);
        ModelReader reader = new ModelReader(contract);
        List<Model> models = items.stream().map(each -> reader.read(schema, each)).toList();
        require(models.stream().noneMatch(Success::isFault), "it is a fault of the gateway");
        require(models.isEmpty() || models.stream().anyMatch(Model::hasAnyValue), "it has no field of the contract");
        return models;
    }

    private void requirePromised(Model model) throws Unreadable {
        require(!isFault(model), "it is a fault of the gateway");
        Obj proof = operation.said().object("x-proof");
        if (operation.said().has("x-proof")) {
            boolean isProved = proof.list("anyOf").stream().anyMatch(path -> holds(model, steps(path)));
            Object instead = proof.object("instead").get(String.valueOf(answer.status()));
            require(isProved || (instead != null && holds(model, steps(instead))), "it names no order");
            return;
        }
        require(model.hasAnyValue(), "it has no field of the contract");
        if (operation.said().get("x-listing") instanceof String listing) {
            requireResults(model, listing);
        }
    }

    /** Requires of a search without results that it says so: results that cannot be read are not "nothing found". */
    private static void requireResults(Model model, String listing) throws Unreadable {
        if (model.get(listing) instanceof List<?> list && !list.isEmpty()) {
            return;
        }
        boolean isNone = BigInteger.ZERO.equals(model.fields.get("recordsFound"));
        boolean isSaid = isNone && ModelReader.isNothing(model.unfit.get(listing));
        require(isSaid || !model.isUnfit(listing), "its " + listing + " cannot be read");
        if (!model.has(listing) && !isNone) {
            require(model.unknown.values().stream().noneMatch(Success::mayHoldResults), "they may have another name");
            require(model.hasAnyRead(), "nothing of it can be read");
        }
    }

    private static boolean mayHoldResults(Object value) {
        return value instanceof List<?> list && !list.isEmpty() || value instanceof Obj object && !object.map().isEmpty();
    }

    private static boolean isFault(Model model) {
        return model.unknown.entrySet().stream()
            .anyMatch(each -> each.getKey().equalsIgnoreCase("fault") && each.getValue() != null);
    }

    private static List<String> steps(Object path) {
        return List.of(((String) path).split("\\."));
    }

    /** Returns whether there is a value at the end of a path; of a list, in one of its items. */
    private static boolean holds(Object value, List<String> path) {
        if (value instanceof List<?> list) {
            return list.stream().anyMatch(each -> holds(each, path));
        }
        if (!path.isEmpty()) {
            List<String> rest = path.subList(1, path.size());
            return holds(member(value, path.get(0)), rest);
        }
        if (value instanceof String text) {
            String word = text.strip().toLowerCase(Locale.ROOT);
            return !NO_VALUE.contains(word) && word.codePoints().anyMatch(Character::isLetterOrDigit);
        }
        return value instanceof Model model ? model.hasAny() || !model.unknown.isEmpty() : value != null;
    }

    /** Returns a member of a model or of plain JSON: one version of an operation may answer as another does. */
    private static Object member(Object value, String name) {
        if (value instanceof Model model) {
            return model.fields.containsKey(name) ? model.fields.get(name) : model.unknown.get(name);
        }
        Object found = value instanceof Obj object ? object.get(name) : null;
        return found instanceof Num number ? number.text() : found;
    }

    private static void require(boolean isSo, String otherwise) throws Unreadable {
        if (!isSo) {
            throw new Unreadable(otherwise);
        }
    }
}
