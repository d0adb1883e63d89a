package wenju;

import java.net.InetAddress;
import java.net.UnknownHostException;
import wenju.store.Actor;

/** Whoever types a command, as the audit names them: the account on the machine, and the machine. */
final class Operator {
    private Operator() {}

    /** For example {@code zhang}, {@code 命令行 wenju-1}. */
    static Actor atTheConsole() {
        return new Actor(System.getProperty("user.name", "未知"), "命令行 " + host());
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "（不知名的机器）";
        }
    }
}
