package wenju.http;

/** Everything that can go wrong with a request, as the contract names it. The URIs never change. */
enum ProblemType {
    INVALID_REQUEST("invalid-request", 400, "请求不合约定"),
    MALFORMED_JSON("malformed-json", 400, "请求体不是 JSON"),
    NOT_FOUND("not-found", 404, "没有这个地址"),
    NOTICE_NOT_FOUND("notice-not-found", 404, "没有这件文件"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "这个地址不接受这种方法"),
    BODY_TOO_LARGE("body-too-large", 413, "请求体过大"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "请求体类型不受支持"),
    TOO_MANY_REQUESTS("too-many-requests", 429, "提问过于频繁"),
    INTERNAL_ERROR("internal-error", 500, "程序出错"),
    NOT_READY("not-ready", 503, "还在启动"),
    BUSY("busy", 503, "服务繁忙"),
    TOO_SLOW("too-slow", 503, "没能按时答完"),
    STORE_UNAVAILABLE("store-unavailable", 503, "数据库连不上");

    private final String slug;
    private final int status;
    private final String title;

    ProblemType(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    /** Its last path segment, which also names the outcome in the log: {@code invalid-request}. */
    String slug() {
        return slug;
    }

    /** {@code /problems/invalid-request}, relative to the service. */
    String uri() {
        return "/problems/" + slug;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }
}
