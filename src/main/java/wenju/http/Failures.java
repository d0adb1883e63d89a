package wenju.http;

import io.netty.handler.codec.DecoderException;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.validation.ValidatorException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wenju.store.InvalidCursorException;
import wenju.store.Password;
import wenju.store.StaleException;
import wenju.store.StoreException;

/** Turns every failure into what the client is told and, when nobody expected it, a line in the log. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Contract contract;
    private final Violations violations;

    Failures(Contract contract) {
        this.contract = contract;
        this.violations = new Violations(contract);
    }

    /** The problem of a request that has failed, or that no route wanted. */
    Problem problem(RoutingContext ctx) {
        String id = RequestLog.id(ctx);
        Throwable failure = ctx.failure();
        Refusal refusal = switch (failure) {
            case null -> byStatus(ctx.statusCode());
            case Refusal refused -> refused;
            case HttpException e -> byHttp(e, ctx);
            // The extractor decodes values a second time, and stumbles over a percent sign that is meant.
            case ValidatorException e -> violations.inParameters(e, operation(ctx));
            case InvalidCursorException e -> Refusal.invalid(List.of(FieldError.parameter("after", "不是本服务给出的游标")));
            case TimeoutException e -> Refusal.later(ProblemType.TOO_SLOW, "没能按时答完，请在 %d 秒后再试。", 2);
            case Notices.UnavailableException e -> away(id, e.getCause());
            case StaleException e -> Refusal.of(ProblemType.CHANGED_MEANWHILE, "您打开以后，别人先改了；什么也没有写入。请重新打开，看过再改。");
            case Password.UnsuitableException e -> Refusal.of(ProblemType.PASSWORD_UNSUITABLE, e.getMessage() + "。");
            // A form whose parts are broken or whose fields are too long, told by the decoder of the server.
            case DecoderException e -> Refusal.of(ProblemType.INVALID_REQUEST, "表单无法读取，或有字段过长。");
            default -> StoreException.isAway(failure) ? away(id, failure) : unexpected(id, failure);
        };
        return refusal.problem("urn:uuid:" + id);
    }

    /** The router wraps what its validator says; other handlers only set a status. */
    private Refusal byHttp(HttpException failure, RoutingContext ctx) {
        return failure.getCause() instanceof ValidatorException invalid
                ? violations.inParameters(invalid, operation(ctx))
                : byStatus(failure.getStatusCode());
    }

    private Operation operation(RoutingContext ctx) {
        return Objects.requireNonNull(
                contract.openApi()
                        .findOperation(ctx.normalizedPath(), ctx.request().method()),
                "only operations are validated");
    }

    private static Refusal byStatus(int status) {
        return switch (status) {
            case 400 -> Refusal.of(ProblemType.INVALID_REQUEST, "请求不合 HTTP 的约定，无法读取。");
            case 404 -> Refusal.of(ProblemType.NOT_FOUND, "没有这个地址。");
            case 405 -> Refusal.of(ProblemType.METHOD_NOT_ALLOWED, "这个地址不接受这种方法，可用的方法见 Allow。");
            case 408 -> Refusal.of(ProblemType.REQUEST_TIMEOUT, "请求没有及时送完。");
            case 413 -> Refusal.of(ProblemType.BODY_TOO_LARGE, "请求体过大，上限见接口说明。");
            case 415 -> Refusal.notJson();
            default -> internal();
        };
    }

    private static Refusal away(String id, @Nullable Throwable failure) {
        LOG.warn("{} the store does not answer: {}", id, String.valueOf(failure));
        return Refusal.later(ProblemType.STORE_UNAVAILABLE, "数据库暂时连不上，请在 %d 秒后再试。", 10);
    }

    private static Refusal unexpected(String id, @Nullable Throwable failure) {
        LOG.error("{} failed", id, failure);
        return internal();
    }

    private static Refusal internal() {
        return Refusal.of(ProblemType.INTERNAL_ERROR, "程序出错，已记录。请稍后再试。");
    }
}
