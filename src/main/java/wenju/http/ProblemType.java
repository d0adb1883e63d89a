package wenju.http;

import java.util.Arrays;
import java.util.Optional;

/** Everything that can go wrong with a request, as the contract names it. The URIs never change. */
enum ProblemType {
    INVALID_REQUEST("invalid-request", 400, "请求不合约定", "按 errors 里的每一处改正后重发；合约见 /openapi.yaml。"),
    MALFORMED_JSON("malformed-json", 400, "请求体不是 JSON", "检查引号、逗号和编码（UTF-8），请求体只能有一个 JSON 值。"),
    UNAUTHORIZED(
            "unauthorized", 401, "密钥无效", "在 Authorization 里用 Bearer 带上有效的密钥；匿名可用的操作也可以不带。密钥由运维人员用 wenju key 建立和撤销。"),
    FORBIDDEN("forbidden", 403, "密钥没有这项权限", "请运维人员另建一把有所需权限的密钥；重试没有用。"),
    NOT_SIGNED_IN("not-signed-in", 401, "尚未登录", "登录后再试；一段时间没有操作，登录会自动结束。"),
    SIGN_IN_REFUSED("sign-in-refused", 401, "用户名或口令不对", "检查大小写和输入法；忘了口令请管理员重设。"),
    ROLE_FORBIDDEN("role-forbidden", 403, "这个角色不能做这件事", "各角色的权限是分开的；确有需要请管理员调整角色。"),
    CROSS_SITE_REQUEST("cross-site-request", 403, "请求不是出自本站的网页", "请从工作台的网页操作；经过代理时，检查 desk.origin 是否是实际的网址。"),
    PASSWORD_TO_BE_CHANGED("password-to-be-changed", 403, "请先换掉一次性的口令", "口令是别人给的，换成自己的以后才能做别的。"),
    NOT_FOUND("not-found", 404, "没有这个地址", "检查路径；全部操作见 /api。"),
    NOTICE_NOT_FOUND("notice-not-found", 404, "没有这件文件", "文件可能没有收录，或编号有误；可从 /api/v1/notices 列出。"),
    ANSWER_NOT_FOUND("answer-not-found", 404, "没有这个答复", "编号取自答复的 id；答复过了保存期会被删除。"),
    IMPORT_NOT_FOUND("import-not-found", 404, "没有这次导入", "导入的进展在结束后保留一天；编号取自 202 响应的 Location。"),
    ACCOUNT_NOT_FOUND("account-not-found", 404, "没有这个账户", "编号取自账户的列表。"),
    KEY_NOT_FOUND("key-not-found", 404, "没有这把有效的密钥", "编号取自密钥的列表；撤销了的、过期了的不能再换。"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "这个地址不接受这种方法", "改用 Allow 里列出的方法。"),
    REQUEST_TIMEOUT("request-timeout", 408, "请求没有及时送完", "检查网络，重发整个请求。"),
    NAME_TAKEN("name-taken", 409, "用户名已有人用", "换一个用户名。"),
    GAZETTE_BUSY("gazette-busy", 409, "同名公报正在导入", "等前一次导入结束后再试；它的进展在 Location 所指的地址。"),
    NOT_PREVIEWED("not-previewed", 409, "不是预览过的文件", "重新选文件、预览，看过再导入；预览保留一天。"),
    NOT_APPROVABLE("not-approvable", 409, "不能核准", "标准答复须由没有参与撰写的编辑核准，所依据的条文须与写的时候一样并且有效。"),
    TOO_MANY_PINNED("too-many-pinned", 409, "钉住的条文太多", "取消一些不再常用的，再钉新的。"),
    TRIAL_QUESTIONS_UNREADABLE(
            "trial-questions-unreadable", 409, "试用的问题读不了", "请运维人员改好 desk.trialQuestions 所指的文件，不用重启；同义词可以先不试。"),
    CHANGED_MEANWHILE("changed-meanwhile", 412, "已被别人改过", "什么也没有写入；重新打开，看过再改。"),
    BODY_TOO_LARGE("body-too-large", 413, "请求体过大", "提问至多 64 KiB，导入至多 32 MiB；导入可以分几次。"),
    ADDRESS_TOO_LONG("address-too-long", 414, "地址过长", "地址至多 8 KiB；长的问题请用 POST /api/v1/ask。"),
    UNSUPPORTED_MEDIA_TYPE(
            "unsupported-media-type",
            415,
            "请求体类型不受支持",
            "按合约设置 Content-Type：提问用 application/json，导入用 multipart/form-data。"),
    PASSWORD_UNSUITABLE("password-unsuitable", 422, "口令不合要求", "用至少 12 个字符；几个不相干的词连起来又长又好记。"),
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 422, "幂等键已用于另一次请求", "同一个 Idempotency-Key 只能重发同样的内容；新的内容请换一个键。"),
    VERSION_REQUIRED("version-required", 428, "要说明改的是哪一版", "把读出时的 ETag 放进 If-Match，免得盖掉别人的修改。"),
    SIGN_IN_LOCKED("sign-in-locked", 429, "口令错得太多", "等 Retry-After 那么多秒再试；着急请管理员解锁。"),
    TOO_MANY_REQUESTS("too-many-requests", 429, "提问过于频繁", "等 Retry-After 那么多秒再试；RateLimit 告诉余额。需要更多，请向运维人员申请密钥。"),
    HEADERS_TOO_LARGE("headers-too-large", 431, "请求头过大", "请求头合计至多 16 KiB，去掉用不着的，例如过大的 Cookie。"),
    INTERNAL_ERROR("internal-error", 500, "程序出错", "已记录。报修时请附上 instance；稍后可以再试。"),
    IDENTITY_UNAVAILABLE("identity-unavailable", 503, "单点登录连不上", "按 Retry-After 再试，或用口令登录；常常发生请告诉运维人员。"),
    ANSWERING_OFF("answering-off", 503, "暂停回答", "运维单位暂停了这个渠道的回答，说明见 detail；什么时候恢复没有定。列出和阅读文件不受影响。"),
    NOT_READY("not-ready", 503, "还在启动", "文件还没有装载完，按 Retry-After 再试。"),
    STOPPING("stopping", 503, "正在停止", "只有 /readyz 这样答：停止以前已经受理的照常做完，新的请送到别的节点。"),
    BUSY("busy", 503, "服务繁忙", "同时提问的太多，按 Retry-After 再试，并逐次拉长间隔。"),
    TOO_MANY_IMPORTS("too-many-imports", 503, "等候的导入太多", "按 Retry-After 再试；几份公报可以一次送来。"),
    TOO_SLOW("too-slow", 503, "没能按时答完", "按 Retry-After 再试；常常发生请告诉运维人员。"),
    STORE_UNAVAILABLE("store-unavailable", 503, "数据库连不上", "提问不受影响；列出和阅读文件请按 Retry-After 再试。");

    private final String slug;
    private final int status;
    private final String title;
    private final String advice;

    ProblemType(String slug, int status, String title, String advice) {
        this.slug = slug;
        this.status = status;
        this.title = title;
        this.advice = advice;
    }

    /** The problem whose URI ends so; empty when there is none. */
    static Optional<ProblemType> of(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug.equals(slug)).findFirst();
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

    /** What its page tells the reader to do. */
    String advice() {
        return advice;
    }
}
