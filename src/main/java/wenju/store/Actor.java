package wenju.store;

/**
 * Who changes something, for the audit.
 *
 * @param name for example {@code zhang} or, when nobody in particular asked for it, {@code wenju}
 * @param origin from where: a network address, or {@code 命令行 主机名}
 */
public record Actor(String name, String origin) {
    /** The program by itself, as it imports gazettes at start. */
    public static final Actor PROGRAM = new Actor("wenju", "程序自身");

    public Actor {
        if (name.isBlank() || origin.isBlank()) {
            throw new IllegalArgumentException("an actor needs name and origin: " + name + ", " + origin);
        }
    }
}
