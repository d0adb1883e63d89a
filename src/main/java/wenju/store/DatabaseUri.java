package wenju.store;

import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a PostgreSQL database is and who asks, read from {@code postgresql://user:password@host:5432/database?sslmode=verify-full&sslrootcert=/etc/wenju/root.pem}.
 * One address serves both drivers: the Vert.x client while the program runs, JDBC for the migrations at start.
 *
 * @param host name or address
 * @param port 1 to 65535; 5432 when the URI names none
 * @param database its name
 * @param user who asks
 * @param password empty when the server wants none; never printed
 * @param sslMode {@code disable}, {@code prefer}, {@code require}, {@code verify-ca} or {@code verify-full}, as libpq
 *     understands them; {@code prefer} when the URI does not say
 * @param rootCertificate PEM file of the authority that must have signed the server's certificate ({@code sslrootcert}); given
 *     exactly when {@code sslMode} verifies
 */
public record DatabaseUri(
        String host,
        int port,
        String database,
        String user,
        String password,
        String sslMode,
        @Nullable String rootCertificate) {
    private static final int DEFAULT_PORT = 5432;
    private static final String EXAMPLE = "postgresql://用户:口令@主机:5432/数据库";

    public DatabaseUri {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("database.uri：端口 " + port + " 不在 1 到 65535 之间");
        }
        if (!sslMode.matches("disable|prefer|require|verify-ca|verify-full")) {
            throw new IllegalArgumentException(
                    "database.uri：sslmode 只能是 disable、prefer、require、verify-ca 或 verify-full，不能是 " + sslMode);
        }
        if (sslMode.startsWith("verify") != (rootCertificate != null)) {
            throw new IllegalArgumentException(
                    "database.uri：sslmode 为 verify-ca 或 verify-full 时须用 sslrootcert 给出根证书（PEM 文件），否则不写");
        }
    }

    /**
     * Reads a URI; user name and password are percent-encoded in it.
     *
     * @throws IllegalArgumentException naming what is wrong, in Chinese; the URI itself is not repeated, for it may hold a
     *     password
     */
    public static DatabaseUri parse(String text) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            // Neither the cause nor its message: both repeat the URI, password included.
            throw new IllegalArgumentException(
                    "database.uri 不是合法的地址（第 " + (e.getIndex() + 1) + " 个字符处），应形如 " + EXAMPLE);
        }
        if (uri.getScheme() == null || !uri.getScheme().matches("postgres(ql)?")) {
            throw new IllegalArgumentException("database.uri 应以 postgresql:// 开头，形如 " + EXAMPLE);
        }
        String[] credentials = uri.getRawUserInfo() == null
                ? new String[] {""}
                : uri.getRawUserInfo().split(":", 2);
        return new DatabaseUri(
                present(uri.getHost(), "主机"),
                uri.getPort() == -1 ? DEFAULT_PORT : uri.getPort(),
                present(uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", ""), "数据库名"),
                present(decoded(credentials[0]), "用户"),
                credentials.length == 2 ? decoded(credentials[1]) : "",
                parameters(uri.getRawQuery()).getOrDefault("sslmode", "prefer"),
                parameters(uri.getRawQuery()).get("sslrootcert"));
    }

    /** For Flyway; holds neither user nor password. */
    String jdbcUrl(Duration connectTimeout) {
        long seconds = Math.max(1, connectTimeout.toSeconds());
        return "jdbc:postgresql://" + host + ":" + port + "/" + encoded(database) + "?sslmode=" + sslMode
                + (rootCertificate == null ? "" : "&sslrootcert=" + encoded(rootCertificate)) + "&connectTimeout="
                + seconds + "&loginTimeout=" + seconds;
    }

    /** For the Vert.x client. */
    PgConnectOptions connectOptions() {
        PgConnectOptions options = new PgConnectOptions()
                .setHost(host.replaceAll("[\\[\\]]", ""))
                .setPort(port)
                .setDatabase(database)
                .setUser(user)
                .setPassword(password)
                .setSslMode(SslMode.of(sslMode));
        var ssl = new ClientSSLOptions().setHostnameVerificationAlgorithm(sslMode.equals("verify-full") ? "HTTPS" : "");
        return options.setSslOptions(
                rootCertificate == null
                        ? ssl.setTrustAll(true)
                        : ssl.setTrustOptions(new PemTrustOptions().addCertPath(rootCertificate)));
    }

    /** The address without the password. */
    @Override
    public String toString() {
        return "postgresql://" + user + "@" + host + ":" + port + "/" + database;
    }

    private static String present(@Nullable String part, String name) {
        if (part == null || part.isBlank()) {
            throw new IllegalArgumentException("database.uri 缺少" + name + "，应形如 " + EXAMPLE);
        }
        return part;
    }

    private static Map<String, String> parameters(@Nullable String query) {
        var parameters = new HashMap<String, String>();
        for (String parameter : query == null ? new String[0] : query.split("&")) {
            String[] nameAndValue = parameter.split("=", 2);
            if (nameAndValue.length < 2 || !nameAndValue[0].matches("sslmode|sslrootcert")) {
                throw new IllegalArgumentException("database.uri 的参数只能是 sslmode 和 sslrootcert");
            }
            parameters.put(nameAndValue[0], decoded(nameAndValue[1]));
        }
        return parameters;
    }

    private static String decoded(String text) {
        // In the user part of a URI a plus sign is a plus sign.
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
