package wenju;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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

class ConfigurationTest {
    private static final String SECRET = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir
    private Path workingDirectory;

    @Test
    void shippedFile_aloneGivesTheDocumentedDefaults() {
        assertEquals(
                new Configuration(
                        new Configuration.Http(8080, Embedding.NONE, Networks.NONE, null, Deadlines.DEFAULTS),
                        new Configuration.Data(Path.of("data")),
                        DatabaseSettings.DEFAULTS,
                        new Configuration.Notices(Optional.empty(), AssumedTerms.NONE),
                        new Configuration.Log(Duration.ofDays(180)),
                        new Configuration.Desk(
                                null,
                                new SessionTerms(Duration.ofMinutes(30), Duration.ofHours(12)),
                                null,
                                CopyTemplate.PLAIN,
                                Optional.empty()),
                        new Configuration.Traces(Optional.empty(), 100),
                        new Configuration.Webhooks(List.of()),
                        new Configuration.Limits(60, 600, 60, 64, Duration.ofSeconds(10)),
                        new Configuration.Search("lucene")),
                read(Map.of()));
    }

    @Test
    void defaultTerms_areReadForEachJurisdiction() {
        var terms =
                new AssumedTerms(Map.of("示例市", new AssumedTerms.Term(5, 2, 1), "样例市", new AssumedTerms.Term(3, 0, 1)));
        assertEquals(
                terms,
                read(Map.of("WENJU_NOTICES_DEFAULT_TERMS", "示例市 5 2 1; 样例市 3 0 1"))
                        .notices()
                        .defaultTerms());
        var complaint = assertThrows(
                ConfigurationException.class, () -> read(Map.of("WENJU_NOTICES_DEFAULT_TERMS", "示例市 五 2 1")));
        assertTrue(String.valueOf(complaint.getMessage()).contains("notices.defaultTerms"));
    }

    @Test
    void fileInWorkingDirectory_overridesOnlyWhatItNames() throws IOException {
        write("config/wenju.yaml", "http:\n  port: 9000\nlimits:\n  # anonymousPerMinute: 5\n");
        assertEquals(9000, read(Map.of()).http().port());
        assertEquals(60, read(Map.of()).limits().anonymousPerMinute());
    }

    @Test
    void fileNamedOnTheCommandLine_takesThePlaceOfTheOneInTheWorkingDirectory() throws IOException {
        write("config/wenju.yaml", "http: {port: 9000}");
        Path named = write("other.yaml", "data: {directory: elsewhere}");
        Configuration configuration = ConfigurationReader.read(Optional.of(named), workingDirectory, Map.of());
        assertEquals(8080, configuration.http().port());
        assertEquals(Path.of("elsewhere"), configuration.data().directory());
    }

    @ParameterizedTest
    @CsvSource({
        "WENJU_HTTP_PORT, http.port",
        "WENJU_LIMITS_ANONYMOUS_PER_MINUTE, limits.anonymousPerMinute",
        "WENJU_DATABASE_URI, database.uri",
        "WENJU_DATABASE_CONNECT_TIMEOUT_SECONDS, database.connectTimeoutSeconds"
    })
    void variable_isThePathInCapitals(String variable, String key) {
        assertEquals(variable, ConfigurationReader.variable(key));
    }

    @Test
    void environment_overridesTheFile() throws IOException {
        write("config/wenju.yaml", "http: {port: 9000}\nlimits: {anonymousPerMinute: 5}");
        Configuration configuration =
                read(Map.of("WENJU_HTTP_PORT", "0", "WENJU_LIMITS_ANONYMOUS_PER_MINUTE", "7", "PATH", "/bin"));
        assertEquals(0, configuration.http().port());
        assertEquals(7, configuration.limits().anonymousPerMinute());
    }

    @Test
    void origins_arePartedByCommas() {
        assertEquals(
                new Embedding(List.of("https://a.example", "http://b.example:8443"), List.of("https://c.example")),
                read(Map.of(
                                "WENJU_HTTP_ALLOWED_ORIGINS", "https://a.example, http://b.example:8443",
                                "WENJU_HTTP_ALLOWED_FRAMES", "https://c.example"))
                        .http()
                        .embedding());
    }

    @Test
    void certificateAndKey_comeTogether() {
        assertEquals(
                new TlsFiles(Path.of("a.pem"), Path.of("b.pem")),
                read(Map.of("WENJU_HTTP_TLS_CERTIFICATE", "a.pem", "WENJU_HTTP_TLS_KEY", "b.pem"))
                        .http()
                        .tls());
        for (String one : List.of("WENJU_HTTP_TLS_CERTIFICATE", "WENJU_HTTP_TLS_KEY")) {
            String message = complaint(Map.of(one, "a.pem"));
            assertTrue(message.contains("http.tls.certificate") && message.contains("http.tls.key"), message);
        }
    }

    @Test
    void waitsAtTheEnd_areInSeconds() {
        assertEquals(
                Deadlines.ending(Duration.ofSeconds(5), Duration.ofSeconds(20)),
                read(Map.of("WENJU_HTTP_STOP_DELAY_SECONDS", "5", "WENJU_HTTP_DRAIN_SECONDS", "20"))
                        .http()
                        .deadlines());
    }

    @Test
    void webhooks_haveTheirSecretsFromTheEnvironmentOrAFile() throws IOException {
        String urls = "https://a.example/hook, http://localhost:9000/";
        List<WebhookReceiver> receivers = read(Map.of(
                        "WENJU_WEBHOOKS_URLS", urls, "WENJU_WEBHOOKS_SECRETS", SECRET + ", " + SECRET + " " + SECRET))
                .webhooks()
                .receivers();
        assertEquals(
                List.of("https://a.example/hook", "http://localhost:9000/"),
                receivers.stream().map(one -> one.url().toString()).toList());
        assertEquals(
                List.of(1, 2),
                receivers.stream().map(one -> one.secrets().size()).toList());

        Path file = write("secrets", SECRET + "\n\n" + SECRET + "\n");
        Configuration configuration =
                read(Map.of("WENJU_WEBHOOKS_URLS", urls, "WENJU_WEBHOOKS_SECRETS_FILE", file.toString()));
        assertEquals(2, configuration.webhooks().receivers().size());
        assertFalse(configuration.toString().contains(SECRET.substring(6)), configuration.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "http://a.example/, 1, webhooks.urls, https",
        "https://user@a.example/, 1, webhooks.urls, https",
        "ftp://a.example/, 1, webhooks.urls, https",
        "https://[, 1, webhooks.urls, https",
        "'https://a.example/,https://a.example/', 2, webhooks.urls, 互不相同",
        "https://a.example/, 0, webhooks.secrets, 应当一样多",
        "'', 1, webhooks.secrets, 应当一样多",
        "https://a.example/, x, webhooks.secrets, whsec_"
    })
    void webhooksThatCannotBe_areNamedWithoutTheirSecrets(String urls, String secrets, String key, String allowed) {
        String value = secrets.equals("x")
                ? "whsec_short"
                : String.join(",", Collections.nCopies(Integer.parseInt(secrets), SECRET));
        String message = complaint(Map.of("WENJU_WEBHOOKS_URLS", urls, "WENJU_WEBHOOKS_SECRETS", value));
        assertTrue(message.contains(key), message);
        assertTrue(message.contains(allowed), message);
        assertFalse(message.contains(SECRET) || message.contains("short"), message);
    }

    @Test
    void emptyVariable_unsetsTheKey() throws IOException {
        write("config/wenju.yaml", "database: {uri: 'postgresql://wenju@db:5432/wenju'}");
        assertEquals(
                DatabaseUri.parse("postgresql://wenju@db:5432/wenju"),
                read(Map.of()).database().uri());
        assertNull(read(Map.of("WENJU_DATABASE_URI", "")).database().uri());
    }

    @Test
    void unknownKey_isNamedWithFileLineAndWhatThereIs() throws IOException {
        Path file = write("config/wenju.yaml", "http:\n  port: 9000\n  prot: 9001\n");
        String message = complaint(Map.of());
        assertTrue(message.contains("http.prot"), message);
        assertTrue(message.contains(file + " 第 3 行"), message);
        assertTrue(message.contains("http.port"), message);
    }

    @Test
    void unknownVariable_isNamedWithWhatThereIs() {
        String message = complaint(Map.of("WENJU_HTTP_PROT", "1"));
        assertTrue(message.contains("WENJU_HTTP_PROT"), message);
        assertTrue(message.contains("WENJU_HTTP_PORT"), message);
    }

    @ParameterizedTest
    @CsvSource({
        "WENJU_HTTP_PORT, 八千, http.port, 0 到 65535",
        "WENJU_HTTP_PORT, 65536, http.port, 0 到 65535",
        "WENJU_HTTP_PORT, '', http.port, 没有值",
        "WENJU_HTTP_ALLOWED_ORIGINS, https://a.example/path, http.allowedOrigins, 逗号分隔",
        "WENJU_HTTP_ALLOWED_FRAMES, *, http.allowedFrames, 逗号分隔",
        "WENJU_DATA_DIRECTORY, '', data.directory, 没有值",
        "WENJU_DATABASE_POOL_SIZE, 0, database.poolSize, 1 到 80",
        "WENJU_DATABASE_CONNECT_TIMEOUT_SECONDS, 1.5, database.connectTimeoutSeconds, 1 到 60",
        "WENJU_DATABASE_STATEMENT_TIMEOUT_SECONDS, 601, database.statementTimeoutSeconds, 1 到 600",
        "WENJU_DESK_ORIGIN, https://a.example/desk, desk.origin, 不带路径",
        "WENJU_DESK_COPY_TEMPLATE, {text}{titel}, desk.copyTemplate, 不认识其中的 {titel}",
        "WENJU_DESK_IDLE_MINUTES, 0, desk.idleMinutes, 1 到 1440",
        "WENJU_DESK_LONGEST_HOURS, 169, desk.longestHours, 1 到 168",
        "WENJU_LIMITS_ANONYMOUS_PER_MINUTE, -1, limits.anonymousPerMinute, 0 到 1000000",
        "WENJU_LIMITS_ANSWERS_IN_FLIGHT, 0, limits.answersInFlight, 1 到 10000",
        "WENJU_LIMITS_ANSWER_TIMEOUT_SECONDS, 601, limits.answerTimeoutSeconds, 1 到 600",
        "WENJU_SEARCH_ENGINE, opensearch, search.engine, 此版本尚不支持 opensearch",
        "WENJU_TRACES_ENDPOINT, localhost:4318, traces.endpoint, 应为 http 或 https 网址",
        "WENJU_TRACES_PERCENT, 101, traces.percent, 0 到 100",
        "WENJU_SEARCH_ENGINE, solr, search.engine, 应为 lucene"
    })
    void badValue_isNamedWithKeyOriginAndWhatIsAllowed(String variable, String value, String key, String allowed) {
        String message = complaint(Map.of(variable, value));
        assertTrue(message.contains("配置项 " + key + " "), message);
        assertTrue(message.contains(value), message);
        assertTrue(message.contains(allowed), message);
        assertTrue(message.contains("环境变量 " + variable), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mysql://wenju:secret@db/wenju", "postgresql:secret", "postgresql://wenju:secret %@db/wenju"})
    void badDatabaseAddress_isNotRepeated(String uri) {
        String message = complaint(Map.of("WENJU_DATABASE_URI", uri));
        assertTrue(message.contains("database.uri"), message);
        assertFalse(message.contains("secret"), message);
    }

    @Test
    void databaseAddress_isNotPrinted() {
        Configuration configuration = read(Map.of("WENJU_DATABASE_URI", "postgresql://wenju:secret@db:5432/wenju"));
        assertFalse(configuration.toString().contains("secret"), configuration.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http:\n  port: 1\n  port: 2\n",
                "http:\n  port: [1, 2]\n",
                "http:\n  port: 'x\n",
                "http:\n 8080\n"
            })
    void brokenFile_isNamedWithTheLine(String text) throws IOException {
        Path file = write("config/wenju.yaml", text);
        String message = complaint(Map.of());
        assertTrue(message.contains(file + " 第 "), message);
    }

    @Test
    void textWithoutKeys_isRefused() throws IOException {
        write("config/wenju.yaml", "8080");
        assertTrue(complaint(Map.of()).contains("项: 值"));
    }

    @Test
    void emptyFile_changesNothing() throws IOException {
        Configuration defaults = read(Map.of());
        write("config/wenju.yaml", "# nothing here\n");
        assertEquals(defaults, read(Map.of()));
    }

    @Test
    void identityProvider_isReadWhole_andItsSecretIsNotPrinted() {
        var environment = new HashMap<>(Map.of(
                "WENJU_DESK_ORIGIN", "https://wenju.example",
                "WENJU_DESK_OIDC_ISSUER", "https://sso.example/realm",
                "WENJU_DESK_OIDC_CLIENT_ID", "wenju",
                "WENJU_DESK_OIDC_CLIENT_SECRET", "hush-hush",
                "WENJU_DESK_OIDC_ROLES", "12345-bianji editor; 12345-zuoxi staff"));
        Configuration configuration = read(environment);
        OpenIdSettings openId = Objects.requireNonNull(configuration.desk().openId());
        assertEquals(
                List.of("12345-bianji", "12345-zuoxi"),
                List.copyOf(openId.roles().keySet()));
        assertFalse(configuration.toString().contains("hush-hush"), configuration.toString());
        environment.put("WENJU_DESK_OIDC_ROLES", "12345-bianji boss");
        assertTrue(complaintOf(environment).contains("desk.oidcRoles"));
        environment.put("WENJU_DESK_OIDC_ISSUER", "http://sso.example");
        assertTrue(complaintOf(environment).contains("desk.oidcIssuer"));
        environment.remove("WENJU_DESK_ORIGIN");
        assertTrue(complaintOf(environment).contains("desk.origin"));
    }

    private String complaintOf(Map<String, String> environment) {
        return String.valueOf(assertThrows(ConfigurationException.class, () -> read(environment))
                .getMessage());
    }

    @Test
    void missingFile_namedOnTheCommandLineIsRefused() {
        Path missing = workingDirectory.resolve("missing.yaml");
        var complaint = assertThrows(
                ConfigurationException.class,
                () -> ConfigurationReader.read(Optional.of(missing), workingDirectory, Map.of()));
        assertTrue(complaint.getMessage().contains(missing.toString()), complaint.getMessage());
    }

    private Configuration read(Map<String, String> environment) {
        return ConfigurationReader.read(Optional.empty(), workingDirectory, environment);
    }

    private String complaint(Map<String, String> environment) {
        return assertThrows(ConfigurationException.class, () -> read(environment))
                .getMessage();
    }

    private Path write(String name, String text) throws IOException {
        Path file = workingDirectory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
