package wenju.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.OutputUnit;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Parameter;
import io.vertx.openapi.validation.SchemaValidationException;
import io.vertx.openapi.validation.ValidatorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What the validator found wrong with a request, in our words. */
final class Violations {
    /** Keywords that only say that something inside them is wrong. */
    private static final Set<String> OUTER = Set.of("properties", "items", "$ref", "allOf");

    private static final String UNKNOWN = "additionalProperties";

    private final Contract contract;

    Violations(Contract contract) {
        this.contract = contract;
    }

    /** @param operation that the request was for */
    Refusal refusal(ValidatorException failure, Operation operation) {
        boolean body = operation.getRequestBody() != null;
        return switch (failure.type()) {
            case UNSUPPORTED_VALUE_FORMAT ->
                Refusal.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "请求体须为 JSON，Content-Type 须为 application/json。");
            case ILLEGAL_VALUE ->
                body
                        ? Refusal.of(ProblemType.MALFORMED_JSON, "请求体不是有效的 JSON。")
                        : Refusal.invalid(List.of(parameter(failure, operation, "无法读取")));
            default ->
                Refusal.invalid(body ? inBody(failure, operation) : List.of(parameter(failure, operation, "不合约定")));
        };
    }

    private List<FieldError> inBody(ValidatorException failure, Operation operation) {
        if (!(failure instanceof SchemaValidationException schemaFailure)) {
            return List.of(FieldError.body("#", "缺少请求体"));
        }
        JsonObject schema = contract.bodySchema(operation);
        List<OutputUnit> units = schemaFailure.getOutputUnit().getErrors();
        var errors = new ArrayList<FieldError>();
        for (OutputUnit unit : units) {
            if (tells(unit, units)) {
                errors.add(FieldError.body(pointer(unit), detail(schema, unit)));
            }
        }
        return errors;
    }

    /**
     * Whether the unit names a mistake of its own. The validator reports a known property with a bad value once more as an
     * additional property; that is not one.
     */
    private static boolean tells(OutputUnit unit, List<OutputUnit> units) {
        String keyword = keyword(unit);
        if (OUTER.contains(keyword)) {
            return false;
        }
        return !keyword.equals(UNKNOWN)
                || units.stream()
                        .filter(other -> !keyword(other).equals(UNKNOWN))
                        .noneMatch(other -> other.getInstanceLocation().equals(unit.getInstanceLocation()));
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
    private FieldError parameter(ValidatorException failure, Operation operation, String fallback) {
        for (Parameter parameter : operation.getParameters()) {
            String name = parameter.getIn().name().toLowerCase(Locale.ROOT) + " parameter " + parameter.getName();
            if (String.valueOf(failure.getMessage()).contains(name)) {
                String detail = failure instanceof SchemaValidationException schemaFailure
                        ? detail(
                                contract.parameterSchema(operation, parameter.getName()),
                                schemaFailure.getOutputUnit().getErrors().getLast())
                        : fallback;
                return FieldError.parameter(parameter.getName(), detail);
            }
        }
        return new FieldError(null, null, fallback);
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
            case "maxItems" -> "不能超过 " + limit + " 项";
            case "format" -> limit.equals("date") ? "应为日期，形如 2026-11-20" : "格式应为 " + limit;
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
