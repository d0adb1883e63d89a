package wenju.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;

/** The tables of the store, brought up to what this program knows by the scripts in {@code db/migration}. Blocks. */
final class Schema {
    /** All tables live in this schema of the database. */
    static final String NAME = "wenju";

    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String NO_SUCH_DATABASE = "3D000";
    /** Invalid authorization: unknown role, wrong password, refused by pg_hba.conf. */
    private static final String AUTHORIZATION = "28";

    private static final String CONNECTION = "08";

    private Schema() {}

    /**
     * Creates or upgrades the schema, and grants the application's role what it needs.
     *
     * @param uri of the role that owns the tables
     * @param application the role that works with them; may be the same
     * @throws StoreException when the server cannot be reached or refuses us, or the schema is newer than this program
     */
    static void migrate(DatabaseUri uri, String application, Duration connectTimeout) {
        try {
            Flyway flyway = Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(uri.jdbcUrl(connectTimeout), uri.user(), uri.password())
                    .schemas(NAME)
                    .locations("classpath:db/migration")
                    .placeholders(Map.of("application", application))
                    .load();
            refuseNewer(flyway, uri);
            flyway.migrate();
        } catch (FlywayException e) {
            throw new StoreException(explanation(e, uri), e);
        }
    }

    private static void refuseNewer(Flyway flyway, DatabaseUri uri) {
        Arrays.stream(flyway.info().all())
                .filter(migration -> migration.getState() == MigrationState.FUTURE_SUCCESS
                        || migration.getState() == MigrationState.FUTURE_FAILED)
                .map(MigrationInfo::getVersion)
                .max(MigrationVersion::compareTo)
                .ifPresent(version -> {
                    throw new StoreException(
                            "数据库 " + uri + " 的结构是第 " + version + " 版，比本程序认得的新；请改用新版程序，或用 database.uri 指定别的数据库");
                });
    }

    private static String explanation(FlywayException failure, DatabaseUri uri) {
        String state = sqlState(failure);
        String database = "database.uri：数据库 " + uri + " ";
        if (state.startsWith(AUTHORIZATION)) {
            return database + "不接受这个用户或口令";
        }
        if (state.equals(NO_SUCH_DATABASE)) {
            return database + "不存在，请先建立";
        }
        if (state.equals(INSUFFICIENT_PRIVILEGE)) {
            return database + "不允许这个用户建立模式 " + NAME;
        }
        if (state.startsWith(CONNECTION)) {
            return database + "连不上，请检查地址、端口和服务器是否已启动";
        }
        return database + "的结构未能升级：" + failure.getMessage();
    }

    private static String sqlState(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }
}
