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
import java.util.regex.Pattern;
import wenju.store.ApiKey;

/** {@code POST /api/v1/imports} and {@code GET /api/v1/imports/{id}}. */
final class ImportsApi {
    private static final String KEY = "Idempotency-Key";
    private static final int MAX_KEY = 255;
    private static final int MAX_FILES = 100;

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
        vertx.executeBlocking(() -> files(ctx.fileUploads()), false)
                .compose(files ->
                        imports.start(new Imports.Order(key.id(), ctx.request().getHeader(KEY), dryRun, files)))
                .onSuccess(job -> {
                    ctx.response().setStatusCode(202).putHeader("Location", address(job.id()));
                    send(ctx, job);
                })
                .onFailure(failure -> ctx.fail(refused(ctx, failure)));
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
                ctx.response().putHeader("Location", address(busy.jobId()));
                yield Refusal.of(ProblemType.GAZETTE_BUSY, "其中有公报正在导入，请等它结束，进展见 Location。");
            }
            case Imports.ReusedException reused ->
                Refusal.of(ProblemType.IDEMPOTENCY_KEY_REUSED, "这个 Idempotency-Key 已用于内容不同的导入。");
            default -> failure;
        };
    }

    private static String address(String id) {
        return "/api/v1/imports/" + id;
    }

    private static void send(RoutingContext ctx, Imports.Job job) {
        ctx.response().putHeader("Cache-Control", "no-store");
        Body.json(ctx, ImportJson.of(job));
    }
}
