package wenju.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.OutputUnit;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Parameter;
import io.vertx.openapi.validation.SchemaValidationException;
import io.vertx.openapi.validation.ValidatorException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the validator found wrong with a request, in our words. */
final class Violations {
    /** Keywords that only say that something inside them is wrong. */
    private static final Set<String> OUTER = Set.of("properties", "items", "$ref", "allOf");

    private static final String UNKNOWN = "additionalProperties";
    private static final int MOST = 20;

    private final Contract contract;

    Violations(Contract contract) {
        this.contract = contract;
    }

    /** @param operation whose parameters the request broke */
    Refusal inParameters(ValidatorException failure, Operation operation) {
        return Refusal.invalid(List.of(parameter(failure, operation, "不合约定")));
    }

    /**
     * What is wrong with a body; of very much that is wrong, the first {@value #MOST}.
     *
     * @param schema of the body, as it is written
     */
    Refusal inBody(OutputUnit found, JsonObject schema) {
        List<OutputUnit> units = found.getErrors();
        Set<String> broken = units.stream()
                .filter(unit -> !keyword(unit).equals(UNKNOWN))
                .map(OutputUnit::getInstanceLocation)
                .collect(Collectors.toSet());
        return Refusal.invalid(units.stream()
                .filter(unit -> tells(unit, broken))
                .limit(MOST)
                .map(unit -> FieldError.body(pointer(unit), detail(schema, unit)))
                .toList());
    }

    /**
     * Whether the unit names a mistake of its own. The validator reports a known property with a bad value once more as an
     * additional property; that is not one.
     */
    private static boolean tells(OutputUnit unit, Set<String> broken) {
        String keyword = keyword(unit);
        return !OUTER.contains(keyword) && (!keyword.equals(UNKNOWN) || !broken.contains(unit.getInstanceLocation()));
    }

    private static String keyword(OutputUnit unit) {
        String location = unit.getKeywordLocation();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** Of a missing property the validator names the object; the pointer names the property. */
    private static String pointer(OutputUnit unit) {
        String location = unit.getInstanceLocation();
        return keyword(unit).equals("required") ? location + "/" + quoted(unit.getError()) : location;
    }

    private static String quoted(String error) {
        return error.substring(error.indexOf('"') + 1, error.lastIndexOf('"'));
    }

    /** The validator names the parameter in the text of the exception only. */
    private static Optional<Parameter> named(ValidatorException failure, Operation operation) {
        return operation.getParameters().stream()
                .filter(parameter -> String.valueOf(failure.getMessage())
                        .contains(parameter.getIn().name().toLowerCase(Locale.ROOT) + " parameter "
                                + parameter.getName()))
                .findFirst();
    }

    private FieldError parameter(ValidatorException failure, Operation operation, String fallback) {
        return named(failure, operation)
                .map(Parameter::getName)
                .map(name -> FieldError.parameter(
                        name,
                        failure instanceof SchemaValidationException schemaFailure
                                ? detail(
                                        contract.parameterSchema(operation, name),
                                        schemaFailure
                                                .getOutputUnit()
                                                .getErrors()
                                                .getLast())
                                : fallback))
                .orElseGet(() -> new FieldError(null, null, fallback));
    }

    private String detail(JsonObject schema, OutputUnit unit) {
        String keyword = keyword(unit);
        if (keyword.equals(UNKNOWN)) {
            return "没有这一项";
        }
        Object limit = contract.resolve(schema, unit.getKeywordLocation());
        return switch (keyword) {
            case "required" -> "缺少这一项";
            case "type" -> "应为" + typeName(limit);
            case "minLength" -> limit.equals(1) ? "不能为空" : "不能少于 " + limit + " 个字符";
            case "maxLength" -> "不能超过 " + limit + " 个字符";
            case "minimum" -> "不能小于 " + limit;
            case "maximum" -> "不能大于 " + limit;
            case "minItems" -> "至少要有 " + limit + " 项";
            case "maxItems" -> "不能超过 " + limit + " 项";
            case "format" -> limit.equals("date") ? "应为日期，形如 2026-11-20" : "格式应为 " + limit;
            case "pattern" -> "格式应合于 " + limit;
            case "enum" -> "应为 " + oneOf((JsonArray) limit) + " 之一";
            default -> "不合约定（" + keyword + "）";
        };
    }

    private static String typeName(Object type) {
        return switch (String.valueOf(type)) {
            case "string" -> "字符串";
            case "integer" -> "整数";
            case "boolean" -> " true 或 false";
            case "array" -> "数组";
            case "object" -> "对象";
            default -> " " + type;
        };
    }

    private static String oneOf(JsonArray values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining("、"));
    }
}
