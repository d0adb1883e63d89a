package wenju.store;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the database.
 *
 * @param uri an outside server ({@code database.uri}); null uses the {@linkplain CarriedServer server that the program
 *     carries}
 * @param migrationUri the same database, for the role that owns the tables and brings them up to date
 *     ({@code database.migrationUri}); null lets the role of {@code uri} do it
 * @param poolSize most connections at a time, 1 to {@value #MAX_POOL_SIZE}
 * @param connectTimeout longest wait for a connection, 100 ms to 1 min
 * @param statementTimeout longest run of one statement, 100 ms to 10 min; the server then ends it
 */
public record DatabaseSettings(
        @Nullable DatabaseUri uri,
        @Nullable DatabaseUri migrationUri,
        int poolSize,
        Duration connectTimeout,
        Duration statementTimeout) {
    /** What PostgreSQL allows by default leaves room for a backup and a second node. */
    public static final int MAX_POOL_SIZE = 80;

    private static final Duration SHORTEST = Duration.ofMillis(100);

    /** The carried server, with room for a small team's questions. */
    public static final DatabaseSettings DEFAULTS =
            new DatabaseSettings(null, null, 8, Duration.ofSeconds(5), Duration.ofSeconds(30));

    public DatabaseSettings {
        if (poolSize < 1 || poolSize > MAX_POOL_SIZE) {
            throw new IllegalArgumentException("database.poolSize 应在 1 到 " + MAX_POOL_SIZE + " 之间，不能是 " + poolSize);
        }
        if (migrationUri != null && uri == null) {
            throw new IllegalArgumentException("database.migrationUri 只能与 database.uri 一起使用");
        }
        checkRange("database.connectTimeout", connectTimeout, Duration.ofMinutes(1));
        checkRange("database.statementTimeout", statementTimeout, Duration.ofMinutes(10));
    }

    private static void checkRange(String key, Duration value, Duration longest) {
        if (value.compareTo(SHORTEST) < 0 || value.compareTo(longest) > 0) {
            throw new IllegalArgumentException(key + " 应在 " + SHORTEST.toMillis() + " 毫秒到 " + longest.toSeconds()
                    + " 秒之间，不能是 " + value.toMillis() + " 毫秒");
        }
    }
}
