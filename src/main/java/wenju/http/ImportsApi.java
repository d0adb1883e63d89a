package wenju.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.FileUpload;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wenju.store.Actor;
import wenju.store.ApiKey;
import wenju.store.ImportLog;

/** {@code POST /api/v1/imports} and {@code GET /api/v1/imports/{id}}, and the same at the desk. */
final class ImportsApi {
    private static final String KEY = "Idempotency-Key";
    private static final int MAX_KEY = 255;
    private static final int MAX_FILES = 100;
    /** Seconds; about as long as a gazette takes. */
    private static final int WHEN_FULL = 10;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final Pattern EXTENSION = Pattern.compile("\\.(?:txt|md|html?|docx|pdf)$");

    private final Vertx vertx;
    private final Imports imports;

    ImportsApi(Vertx vertx, Imports imports) {
        this.vertx = vertx;
        this.imports = imports;
    }

    /** A valid key with the scope came with it; the body is whatever the client sent. */
    void start(RoutingContext ctx) {
        boolean dryRun = checked(ctx);
        ApiKey key = Objects.requireNonNull(Access.key(ctx), "the contract demands a key");
        var actor = new Actor("密钥 " + key.id(), "HTTP 接口");
        String idempotencyKey = ctx.request().getHeader(KEY);
        start(
                ctx,
                files -> new Imports.Order(ImportLog.Owner.key(key.id()), actor, idempotencyKey, dryRun, null, files));
    }

    /** An editor is signed in. What is imported must have been previewed; sent twice, it is imported once. */
    void startAtDesk(RoutingContext ctx) {
        boolean dryRun = checked(ctx);
        UUID preview = preview(ctx, dryRun);
        Staff staff = Staff.of(ctx);
        start(
                ctx,
                files -> new Imports.Order(
                        ImportLog.Owner.account(staff.id()),
                        staff.actor(),
                        preview == null ? null : preview.toString(),
                        dryRun,
                        preview,
                        files));
    }

    /** Files are read one request after the other, so that no more than two that wait for a place are in memory. */
    private void start(RoutingContext ctx, Function<List<Imports.File>, Imports.Order> order) {
        vertx.executeBlocking(() -> files(ctx.fileUploads()))
                .compose(files -> imports.start(order.apply(files)))
                .onSuccess(job -> {
                    ctx.response().setStatusCode(202).putHeader("Location", address(ctx, job.id()));
                    send(ctx, job);
                })
                .onFailure(failure -> ctx.fail(refused(ctx, failure)));
    }

    private static @Nullable UUID preview(RoutingContext ctx, boolean dryRun) {
        String preview = ctx.request().getFormAttribute("preview");
        if (dryRun == (preview != null)) {
            throw Refusal.invalid(List.of(FieldError.body("#/preview", "预览（dryRun 为 true）时没有，导入时须是预览的编号")));
        }
        return preview == null
                ? null
                : id(preview).orElseThrow(() -> Refusal.invalid(List.of(FieldError.body("#/preview", "应为预览的编号"))));
    }

    void get(RoutingContext ctx) {
        id(ctx.pathParam("id"))
                .map(imports::find)
                .orElse(Future.succeededFuture(Optional.empty()))
                .map(found -> found.orElseThrow(() -> Refusal.of(ProblemType.IMPORT_NOT_FOUND, "没有这次导入，或它结束已超过一天。")))
                .onSuccess(job -> send(ctx, job))
                .onFailure(ctx::fail);
    }

    private static Optional<UUID> id(String text) {
        return ID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    private static boolean checked(RoutingContext ctx) {
        String type = ctx.request().getHeader("Content-Type");
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            throw Refusal.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "请求体须为 multipart/form-data。");
        }
        var errors = new ArrayList<FieldError>();
        String dryRun = Objects.requireNonNullElse(ctx.request().getFormAttribute("dryRun"), "false");
        if (!dryRun.equals("true") && !dryRun.equals("false")) {
            errors.add(FieldError.body("#/dryRun", "应为 true 或 false"));
        }
        List<FileUpload> files = ctx.fileUploads();
        if (files.isEmpty() || files.size() > MAX_FILES) {
            errors.add(FieldError.body("#/file", "应有 1 至 " + MAX_FILES + " 个文件"));
        }
        if (files.stream().anyMatch(file -> !file.name().equals("file") || !isName(file.fileName()))) {
            errors.add(FieldError.body("#/file", "文件的字段名须为 file，文件名须以 .txt、.md、.html、.docx 或 .pdf 结尾且不含路径"));
        }
        String key = ctx.request().getHeader(KEY);
        if (key != null && (key.isBlank() || key.length() > MAX_KEY)) {
            errors.add(FieldError.parameter(KEY, "应为 1 至 " + MAX_KEY + " 个字符"));
        }
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
        return dryRun.equals("true");
    }

    private static boolean isName(String name) {
        return EXTENSION.matcher(name.toLowerCase(Locale.ROOT)).find()
                && name.length() <= 200
                && name.chars().noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c));
    }

    private static List<Imports.File> files(List<FileUpload> uploads) throws IOException {
        var files = new ArrayList<Imports.File>();
        for (FileUpload upload : uploads) {
            files.add(new Imports.File(upload.fileName(), Files.readAllBytes(Path.of(upload.uploadedFileName()))));
        }
        return files;
    }

    private static Throwable refused(RoutingContext ctx, Throwable failure) {
        return switch (failure) {
            case Imports.BusyException busy -> {
                ctx.response().putHeader("Location", address(ctx, busy.jobId()));
                yield Refusal.of(ProblemType.GAZETTE_BUSY, "其中有公报正在导入，请等它结束，进展见 Location。");
            }
            case Imports.ReusedException reused ->
                Refusal.of(ProblemType.IDEMPOTENCY_KEY_REUSED, "这个 Idempotency-Key 已用于内容不同的导入。");
            case Imports.FullException full ->
                Refusal.later(ProblemType.TOO_MANY_IMPORTS, "等候的导入太多，请在 %d 秒后再试。", WHEN_FULL);
            case Imports.UnseenException unseen ->
                Refusal.of(ProblemType.NOT_PREVIEWED, "这些文件与预览的不一样，或预览已过了一天；什么也没有导入。");
            case Imports.OvertakenException overtaken ->
                Refusal.of(ProblemType.CHANGED_MEANWHILE, "预览以后，别人导入了同名的公报；什么也没有导入。请重新预览，看过再导入。");
            default -> failure;
        };
    }

    private static String address(RoutingContext ctx, String id) {
        return (ctx.normalizedPath().startsWith(Bodies.DESK_UPLOADS) ? Bodies.DESK_UPLOADS : Bodies.UPLOADS) + "/" + id;
    }

    private static void send(RoutingContext ctx, Imports.Job job) {
        ctx.response().putHeader("Cache-Control", "no-store");
        Body.json(ctx, ImportJson.of(job, address(ctx, job.id())));
    }
}
