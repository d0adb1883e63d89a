package wenju;

import io.vertx.core.Future;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import wenju.store.ApiKey;
import wenju.store.KeySecret;
import wenju.store.KeyStore;
import wenju.store.Scope;

/**
 * Makes, lists, ends and replaces the keys of integrators. Services on the same database go by it at once; the carried
 * database belongs to one process, so there the service is stopped for it.
 */
@Command(
        name = "key",
        description = "管理接口的密钥。密钥只在建立时显示一次，数据库里只有它的摘要。用程序自带的数据库时，请先停止服务。",
        synopsisSubcommandLabel = "子命令")
final class KeyCommand implements Runnable {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

    @ParentCommand
    private Wenju wenju;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "缺少子命令 create、list、revoke 或 rotate");
    }

    @Command(name = "create", description = "建立一把密钥。")
    int create(
            @Option(names = "--name", required = true, paramLabel = "名称", description = "给谁用，便于日后辨认。") String name,
            @Option(
                            names = "--scope",
                            required = true,
                            paramLabel = "权限",
                            split = ",",
                            description = "ask、notices:read、notices:write，可写几项。")
                    List<String> codes,
            @Option(
                            names = "--per-minute",
                            paramLabel = "次数",
                            description = "每分钟的提问次数，0 为不限；不写按配置项 limits.keyedPerMinute。")
                    @Nullable
                    Integer perMinute) {
        Set<Scope> scopes = scopes(codes);
        if (name.isBlank() || perMinute != null && perMinute < 0) {
            throw new ParameterException(spec.commandLine(), "--name 不能为空，--per-minute 不能为负");
        }
        KeySecret secret = KeySecret.random();
        show(use(keys -> keys.create(secret, name.strip(), scopes, perMinute, Operator.atTheConsole())), secret);
        return Wenju.OK;
    }

    @Command(name = "list", description = "列出全部密钥，不含密钥本身。")
    int list() {
        List<ApiKey> keys = use(KeyStore::list);
        keys.forEach(key -> out().println(line(key)));
        out().println("密钥 " + keys.size() + " 把");
        return Wenju.OK;
    }

    @Command(name = "revoke", description = "立即撤销一把密钥。")
    int revoke(@Parameters(paramLabel = "编号") String id) {
        out().println("已撤销：" + line(existing(use(keys -> keys.revoke(id, Operator.atTheConsole())), id)));
        return Wenju.OK;
    }

    @Command(name = "rotate", description = "换一把新密钥，名称、权限和限额不变；旧的在过渡期后失效。")
    int rotate(
            @Parameters(paramLabel = "编号") String id,
            @Option(names = "--overlap-hours", paramLabel = "小时", defaultValue = "24", description = "新旧并用的小时数，默认 24。")
                    int hours) {
        if (hours < 0) {
            throw new ParameterException(spec.commandLine(), "--overlap-hours 不能为负");
        }
        KeySecret secret = KeySecret.random();
        show(
                existing(use(keys -> keys.rotate(id, secret, Duration.ofHours(hours), Operator.atTheConsole())), id),
                secret);
        out().println("旧密钥 " + id + " 在 " + hours + " 小时后失效");
        return Wenju.OK;
    }

    private <T> T use(Function<KeyStore, Future<T>> work) {
        return wenju.use(rooms -> rooms.database().map(KeyStore::new).compose(work));
    }

    private Set<Scope> scopes(List<String> codes) {
        var scopes = new LinkedHashSet<Scope>();
        for (String code : codes) {
            scopes.add(Scope.of(code.strip())
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(), "没有名为 " + code + " 的权限，可用 ask、notices:read、notices:write")));
        }
        return scopes;
    }

    private static ApiKey existing(Optional<ApiKey> key, String id) {
        return key.orElseThrow(() -> new OperatorException("没有编号为 " + id + " 的有效密钥"));
    }

    private void show(ApiKey key, KeySecret secret) {
        out().println(line(key));
        out().println("密钥只显示这一次，请妥善保存：");
        out().println(secret.reveal());
    }

    private static String line(ApiKey key) {
        String scopes = key.scopes().stream().map(Scope::code).sorted().collect(Collectors.joining(","));
        String limit = key.perMinute() == null ? "按配置" : key.perMinute() == 0 ? "不限" : "每分钟 " + key.perMinute();
        return String.join("  ", key.id(), key.name(), scopes, limit, TIME.format(key.createdAt()) + " 建立", state(key));
    }

    private static String state(ApiKey key) {
        if (key.revokedAt() != null) {
            return TIME.format(key.revokedAt()) + " 撤销";
        }
        if (key.expiresAt() != null) {
            return TIME.format(key.expiresAt()) + (key.validAt(Instant.now()) ? " 到期" : " 已到期");
        }
        return "有效";
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
