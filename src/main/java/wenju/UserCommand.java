package wenju;

import io.vertx.core.Future;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
import wenju.store.Account;
import wenju.store.AccountStore;
import wenju.store.Password;
import wenju.store.Role;

/**
 * Makes and changes the accounts of the desk; the first of them can be made nowhere else. There is no default password: it is
 * asked for, or made at random, shown once, and to be replaced at the first sign-in. Services on the same database go by it at
 * once; the carried database belongs to one process, so there the service is stopped for it.
 */
@Command(
        name = "user",
        description = "管理工作台的账户。口令当场输入，或随机生成、只显示一次、登录后须先换掉。用程序自带的数据库时，请先停止服务。",
        synopsisSubcommandLabel = "子命令")
final class UserCommand implements Runnable {
    @ParentCommand
    private Wenju wenju;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "缺少子命令 add、list、disable、enable、password、role 或 unlock");
    }

    @Command(name = "add", description = "建立一个账户。")
    int add(
            @Parameters(paramLabel = "用户名", description = "2 到 32 个小写字母、数字、点、横线，字母开头。") String name,
            @Option(
                            names = "--role",
                            required = true,
                            paramLabel = "角色",
                            description = "staff 工作人员、editor 编辑、administrator 管理员、auditor 审计员。")
                    String code,
            @Option(names = "--display-name", paramLabel = "姓名", description = "显示的姓名；不写则同用户名。") @Nullable
                    String displayName,
            @Option(
                            names = "--password",
                            interactive = true,
                            arity = "0",
                            prompt = "口令：",
                            description = "当场输入口令；不写则随机生成一个，只显示一次。")
                    char @Nullable [] typed) {
        Role role = role(code);
        String shown = displayName == null ? name : displayName.strip();
        if (!Account.isName(name)) {
            throw new ParameterException(spec.commandLine(), "用户名应为 2 到 32 个小写字母、数字、点、横线，字母开头");
        }
        if (shown.isEmpty() || shown.length() > Account.MAX_DISPLAY_NAME) {
            throw new ParameterException(
                    spec.commandLine(), "--display-name 应为 1 到 " + Account.MAX_DISPLAY_NAME + " 个字符");
        }
        Password password = password(typed, name);
        Account added = use(accounts ->
                        accounts.add(name, shown, role, password, typed == null, Operator.atTheConsole()))
                .orElseThrow(() -> new OperatorException("已经有名为 " + name + " 的账户"));
        show(added, typed == null ? password : null);
        return Wenju.OK;
    }

    @Command(name = "list", description = "列出全部账户。")
    int list() {
        List<Account> accounts = use(AccountStore::list);
        accounts.forEach(account -> out().println(line(account)));
        out().println("账户 " + accounts.size() + " 个");
        return Wenju.OK;
    }

    @Command(name = "disable", description = "停用一个账户，在各处的登录随之结束。")
    int disable(@Parameters(paramLabel = "用户名") String name) {
        return change(name, account -> new Changed(account.role(), true));
    }

    @Command(name = "enable", description = "恢复一个停用的账户。")
    int enable(@Parameters(paramLabel = "用户名") String name) {
        return change(name, account -> new Changed(account.role(), false));
    }

    @Command(name = "role", description = "换一个账户的角色。")
    int role(@Parameters(paramLabel = "用户名") String name, @Parameters(paramLabel = "角色") String code) {
        Role role = role(code);
        return change(name, account -> new Changed(role, account.disabled()));
    }

    @Command(name = "password", description = "重设一个账户的口令，在各处的登录随之结束。")
    int password(
            @Parameters(paramLabel = "用户名") String name,
            @Option(
                            names = "--password",
                            interactive = true,
                            arity = "0",
                            prompt = "口令：",
                            description = "当场输入口令；不写则随机生成一个，只显示一次。")
                    char @Nullable [] typed) {
        Password password = password(typed, name);
        show(
                onExisting(
                        name,
                        (accounts, account) -> accounts.setPassword(
                                        account.id(), password, typed == null, Operator.atTheConsole())
                                .map(Optional::orElseThrow)),
                typed == null ? password : null);
        return Wenju.OK;
    }

    @Command(name = "unlock", description = "让口令错得太多的人马上可以再试。")
    int unlock(@Parameters(paramLabel = "用户名") String name) {
        show(
                onExisting(
                        name,
                        (accounts, account) -> accounts.unlock(account.id(), Operator.atTheConsole())
                                .map(Optional::orElseThrow)),
                null);
        return Wenju.OK;
    }

    private record Changed(Role role, boolean disabled) {}

    private interface Work {
        Future<Account> on(AccountStore accounts, Account account);
    }

    private int change(String name, Function<Account, Changed> change) {
        show(
                onExisting(name, (accounts, account) -> {
                    Changed changed = change.apply(account);
                    return accounts.change(
                            account.id(),
                            account.version(),
                            account.displayName(),
                            changed.role(),
                            changed.disabled(),
                            Operator.atTheConsole());
                }),
                null);
        return Wenju.OK;
    }

    private Account onExisting(String name, Work work) {
        return use(accounts -> accounts.findByName(name)
                .compose(found ->
                        work.on(accounts, found.orElseThrow(() -> new OperatorException("没有名为 " + name + " 的账户")))));
    }

    private <T> T use(Function<AccountStore, Future<T>> work) {
        return wenju.use(rooms -> rooms.database().map(AccountStore::new).compose(work));
    }

    private static Password password(char @Nullable [] typed, String name) {
        if (typed == null) {
            return Password.random();
        }
        try {
            return Password.chosen(new String(typed), name);
        } catch (Password.UnsuitableException e) {
            throw new OperatorException(String.valueOf(e.getMessage()));
        } finally {
            Arrays.fill(typed, ' ');
        }
    }

    private Role role(String code) {
        return Role.of(code)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "没有名为 " + code + " 的角色，可用 "
                                + Arrays.stream(Role.values()).map(Role::code).collect(Collectors.joining("、"))));
    }

    /** @param password to be shown; null for none */
    private void show(Account account, @Nullable Password password) {
        out().println(line(account));
        if (password != null) {
            out().println("口令只显示这一次，登录后须先换掉：");
            out().println(password.reveal());
        }
    }

    private static String line(Account account) {
        String state = account.disabled() ? "停用" : account.lockedUntil() != null ? "锁定" : "有效";
        return String.join(
                "  ", account.name(), account.displayName(), account.role().code(), state);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
