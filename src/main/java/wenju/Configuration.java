package wenju;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import wenju.store.DatabaseSettings;

/**
 * Everything an operator may change, read once at start by {@link ConfigurationReader}; {@code config/wenju.yaml} says what
 * each key means and what its default is. Every value has been checked.
 */
public record Configuration(
        Http http, Data data, DatabaseSettings database, Notices notices, Limits limits, Search search) {

    /**
     * Pages and API.
     *
     * @param port TCP port; 0 is any free one
     */
    public record Http(int port) {}

    /**
     * What is kept between runs.
     *
     * @param directory of the index and the embedded database; need not exist yet
     */
    public record Data(Path directory) {}

    /**
     * The gazettes that are imported at start.
     *
     * @param directory of the .txt files; empty for the sample notices
     */
    public record Notices(Optional<Path> directory) {}

    /**
     * How much may be asked.
     *
     * @param anonymousPerMinute questions of one address in a minute; 0 is no limit
     * @param answersInFlight questions answered at the same time
     * @param answerTimeout longest time for one answer
     */
    public record Limits(int anonymousPerMinute, int answersInFlight, Duration answerTimeout) {}

    /**
     * What finds passages.
     *
     * @param engine {@code lucene}
     */
    public record Search(String engine) {}

    /**
     * Checks the values.
     *
     * @param settings every key of the shipped file
     * @throws ConfigurationException when a value is not allowed
     */
    static Configuration of(Map<String, Setting> settings) {
        return new Configuration(
                new Http(setting(settings, "http.port").integer(0, 65_535)),
                new Data(setting(settings, "data.directory").path()),
                new DatabaseSettings(
                        setting(settings, "database.uri").optionalDatabase().orElse(null),
                        setting(settings, "database.poolSize").integer(1, DatabaseSettings.MAX_POOL_SIZE),
                        setting(settings, "database.connectTimeoutSeconds").seconds(60),
                        setting(settings, "database.statementTimeoutSeconds").seconds(600)),
                new Notices(setting(settings, "notices.directory").optionalPath()),
                new Limits(
                        setting(settings, "limits.anonymousPerMinute").integer(0, 1_000_000),
                        setting(settings, "limits.answersInFlight").integer(1, 10_000),
                        setting(settings, "limits.answerTimeoutSeconds").seconds(600)),
                new Search(engine(setting(settings, "search.engine"))));
    }

    private static String engine(Setting setting) {
        if ("opensearch".equals(setting.value())) {
            throw setting.bad("此版本尚不支持 opensearch，应为 lucene");
        }
        return setting.oneOf(Set.of("lucene"));
    }

    private static Setting setting(Map<String, Setting> settings, String key) {
        return Objects.requireNonNull(settings.get(key), () -> "the shipped config/wenju.yaml lacks " + key);
    }
}
