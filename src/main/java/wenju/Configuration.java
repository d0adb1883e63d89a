package wenju;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wenju.http.CopyTemplate;
import wenju.http.Deadlines;
import wenju.http.Embedding;
import wenju.http.Networks;
import wenju.http.OpenIdSettings;
import wenju.http.TlsFiles;
import wenju.http.WebhookReceiver;
import wenju.notice.AssumedTerms;
import wenju.store.DatabaseSettings;
import wenju.store.DatabaseUri;
import wenju.store.SessionTerms;

/**
 * Everything an operator may change, read once at start by {@link ConfigurationReader}; {@code config/wenju.yaml} says what
 * each key means and what its default is. Every value has been checked.
 */
public record Configuration(
        Http http,
        Data data,
        DatabaseSettings database,
        Notices notices,
        Log log,
        Desk desk,
        Traces traces,
        Webhooks webhooks,
        Limits limits,
        Search search) {

    /**
     * Pages and API.
     *
     * @param port TCP port; 0 is any free one
     * @param embedding which other sites may use the service from their pages
     * @param trustedProxies whose word on the client's address counts
     * @param tls the certificate that is shown; null = clear text
     * @param deadlines how long is waited for clients
     */
    public record Http(
            int port,
            Embedding embedding,
            Networks trustedProxies,
            @Nullable TlsFiles tls,
            Deadlines deadlines) {}

    /**
     * What is kept between runs.
     *
     * @param directory of the index and the embedded database; need not exist yet
     */
    public record Data(Path directory) {}

    /**
     * The gazettes that are imported at start.
     *
     * @param directory of the gazette files; empty for the sample notices
     * @param defaultTerms how long notices hold that do not say
     */
    public record Notices(Optional<Path> directory, AssumedTerms defaultTerms) {}

    /**
     * What is kept of questions and answers.
     *
     * @param retention how long
     */
    public record Log(Duration retention) {}

    /**
     * The desk of the hotline.
     *
     * @param origin where staff reach the service; null = at the host that a request names
     * @param terms how long somebody stays signed in
     * @param openId where staff may sign in besides; null = by password only
     * @param copyTemplate how clauses are copied
     * @param trialQuestions questions with known answers on which entries of the thesaurus are tried; empty for those that come
     *     with the program
     */
    public record Desk(
            @Nullable String origin,
            SessionTerms terms,
            @Nullable OpenIdSettings openId,
            CopyTemplate copyTemplate,
            Optional<Path> trialQuestions) {}

    /**
     * Where it is told how requests went.
     *
     * @param endpoint OTLP over HTTP; empty when nowhere
     * @param percent of the requests that no caller follows, 0 to 100
     */
    public record Traces(Optional<URI> endpoint, int percent) {}

    /**
     * Who is told of what happens.
     *
     * @param receivers none when nobody is
     */
    public record Webhooks(List<WebhookReceiver> receivers) {}

    /**
     * How much may be asked.
     *
     * @param anonymousPerMinute questions of one address in a minute; 0 is no limit
     * @param keyedPerMinute questions with one key in a minute unless the key says otherwise; 0 is no limit
     * @param endUserPerMinute questions of one end user of a key in a minute; 0 is no limit
     * @param answersInFlight questions answered at the same time
     * @param answerTimeout longest time for one answer
     */
    public record Limits(
            int anonymousPerMinute,
            int keyedPerMinute,
            int endUserPerMinute,
            int answersInFlight,
            Duration answerTimeout) {}

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
                new Http(
                        setting(settings, "http.port").integer(0, 65_535),
                        new Embedding(
                                setting(settings, "http.allowedOrigins").origins(),
                                setting(settings, "http.allowedFrames").origins()),
                        setting(settings, "http.trustedProxies").networks(),
                        tls(setting(settings, "http.tls.certificate"), setting(settings, "http.tls.key")),
                        Deadlines.ending(
                                Duration.ofSeconds(setting(settings, "http.stopDelaySeconds")
                                        .integer(0, 300)),
                                setting(settings, "http.drainSeconds").seconds(300))),
                new Data(setting(settings, "data.directory").path()),
                new DatabaseSettings(
                        setting(settings, "database.uri").optionalDatabase().orElse(null),
                        migrationUri(settings),
                        setting(settings, "database.poolSize").integer(1, DatabaseSettings.MAX_POOL_SIZE),
                        setting(settings, "database.connectTimeoutSeconds").seconds(60),
                        setting(settings, "database.statementTimeoutSeconds").seconds(600)),
                new Notices(
                        setting(settings, "notices.directory").optionalPath(),
                        setting(settings, "notices.defaultTerms").defaultTerms()),
                new Log(Duration.ofDays(setting(settings, "log.retentionDays").integer(1, 3650))),
                new Desk(
                        setting(settings, "desk.origin").optionalOrigin().orElse(null),
                        new SessionTerms(
                                Duration.ofMinutes(
                                        setting(settings, "desk.idleMinutes").integer(1, 1440)),
                                Duration.ofHours(
                                        setting(settings, "desk.longestHours").integer(1, 168))),
                        openId(settings),
                        setting(settings, "desk.copyTemplate").copyTemplate(),
                        setting(settings, "desk.trialQuestions").optionalPath()),
                new Traces(
                        setting(settings, "traces.endpoint").optionalHttpAddress(),
                        setting(settings, "traces.percent").integer(0, 100)),
                new Webhooks(WebhookSettings.receivers(
                        setting(settings, "webhooks.urls"),
                        setting(settings, "webhooks.secrets"),
                        setting(settings, "webhooks.secretsFile"))),
                new Limits(
                        setting(settings, "limits.anonymousPerMinute").integer(0, 1_000_000),
                        setting(settings, "limits.keyedPerMinute").integer(0, 1_000_000),
                        setting(settings, "limits.endUserPerMinute").integer(0, 1_000_000),
                        setting(settings, "limits.answersInFlight").integer(1, 10_000),
                        setting(settings, "limits.answerTimeoutSeconds").seconds(600)),
                new Search(engine(setting(settings, "search.engine"))));
    }

    private static @Nullable DatabaseUri migrationUri(Map<String, Setting> settings) {
        Setting setting = setting(settings, "database.migrationUri");
        Optional<DatabaseUri> uri = setting.optionalDatabase();
        if (uri.isPresent() && setting(settings, "database.uri").value() == null) {
            throw new ConfigurationException(
                    "配置项 database.migrationUri 只能与 database.uri 一起使用（" + setting.origin() + "）");
        }
        return uri.orElse(null);
    }

    private static @Nullable OpenIdSettings openId(Map<String, Setting> settings) {
        Setting issuer = setting(settings, "desk.oidcIssuer");
        if (issuer.value() == null) {
            return null;
        }
        if (setting(settings, "desk.origin").value() == null) {
            throw new ConfigurationException("配置项 desk.oidcIssuer 须与 desk.origin 一起使用（" + issuer.origin() + "）");
        }
        return new OpenIdSettings(
                issuer.address(),
                setting(settings, "desk.oidcClientId").text(),
                setting(settings, "desk.oidcClientSecret").text(),
                setting(settings, "desk.oidcRoleClaim").text(),
                setting(settings, "desk.oidcRoles").roles());
    }

    private static @Nullable TlsFiles tls(Setting certificate, Setting key) {
        if ((certificate.value() == null) != (key.value() == null)) {
            Setting lonely = certificate.value() == null ? key : certificate;
            throw new ConfigurationException("配置项 http.tls.certificate 和 http.tls.key 须一起设置（" + lonely.origin() + "）");
        }
        return certificate.value() == null ? null : new TlsFiles(certificate.path(), key.path());
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
