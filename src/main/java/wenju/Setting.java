package wenju;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wenju.http.CopyTemplate;
import wenju.http.Embedding;
import wenju.http.Networks;
import wenju.notice.AssumedTerms;
import wenju.store.DatabaseUri;
import wenju.store.Role;

/**
 * One value of the configuration, with the place it came from so that a complaint can name it.
 *
 * @param key its path in the file: {@code http.port}
 * @param value as written; null when the key is left unset
 * @param origin file and line, or environment variable: {@code config/wenju.yaml 第 3 行}, {@code 环境变量 WENJU_HTTP_PORT}
 */
record Setting(String key, @Nullable String value, String origin) {

    private static final Pattern TERM = Pattern.compile("(\\p{IsHan}+)\\s+(\\d{1,2})\\s+(\\d{1,2})\\s+(\\d{1,2})");

    /** A whole number. @throws ConfigurationException when it is none or outside {@code [min, max]} */
    int integer(int min, int max) {
        String allowed = "应为 " + min + " 到 " + max + " 的整数";
        try {
            int number = Integer.parseInt(required(allowed));
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw bad(allowed);
        }
        throw bad(allowed);
    }

    /** A duration in whole seconds, from 1. @throws ConfigurationException when it is none or above {@code max} */
    Duration seconds(int max) {
        return Duration.ofSeconds(integer(1, max));
    }

    /** A path. @throws ConfigurationException when it is unset or cannot be a path on this system */
    Path path() {
        String allowed = "应为文件系统中的路径";
        try {
            return Path.of(required(allowed));
        } catch (InvalidPathException e) {
            throw bad(allowed);
        }
    }

    /** A path, or nothing when the key is unset. */
    Optional<Path> optionalPath() {
        return value == null ? Optional.empty() : Optional.of(path());
    }

    /** The address of something that speaks HTTP, or nothing when the key is unset. */
    Optional<URI> optionalHttpAddress() {
        if (value == null) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(value);
            if (uri.getHost() != null && Set.of("http", "https").contains(String.valueOf(uri.getScheme()))) {
                return Optional.of(uri);
            }
        } catch (IllegalArgumentException e) {
            throw bad("应为 http 或 https 网址");
        }
        throw bad("应为 http 或 https 网址");
    }

    /** How the desk copies clauses; the plain way when the key is unset. */
    CopyTemplate copyTemplate() {
        try {
            return value == null ? CopyTemplate.PLAIN : new CopyTemplate(value);
        } catch (IllegalArgumentException e) {
            List<String> known = CopyTemplate.PLACES.stream()
                    .sorted()
                    .map(place -> "{" + place + "}")
                    .toList();
            throw bad("不认识其中的 " + e.getMessage() + "，可用 " + String.join(" ", known));
        }
    }

    /** Parts of the address space; none when the key is unset. */
    Networks networks() {
        try {
            return value == null ? Networks.NONE : Networks.parse(value);
        } catch (IllegalArgumentException e) {
            throw bad("应为以逗号分开的 IP 地址或网段，如 10.0.0.0/8,::1");
        }
    }

    /** One of a few words. */
    String oneOf(Set<String> words) {
        String allowed = "应为 " + String.join("、", words);
        if (!words.contains(required(allowed))) {
            throw bad(allowed);
        }
        return required(allowed);
    }

    /** The address of a PostgreSQL server, or nothing when the key is unset. Complaints do not repeat the password in it. */
    Optional<DatabaseUri> optionalDatabase() {
        try {
            return Optional.ofNullable(value).map(DatabaseUri::parse);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("配置项 " + key + " 的值无效，" + e.getMessage() + "（" + origin + "）");
        }
    }

    /**
     * Default terms of normative documents: {@code 示例市 5 2 1; 样例市 3 2 1}, for each jurisdiction the years for most
     * documents, for those on trial and for announcements. None when the key is unset.
     */
    AssumedTerms defaultTerms() {
        if (value == null) {
            return AssumedTerms.NONE;
        }
        String allowed = "应形如“示例市 5 2 1; 样例市 3 2 1”：辖区，一般、试行、通告各几年（0–50，0 表示不设）";
        var terms = new HashMap<String, AssumedTerms.Term>();
        for (String entry : value.split("[;；]")) {
            Matcher term = TERM.matcher(entry.strip());
            if (!term.matches()) {
                throw bad(allowed);
            }
            try {
                var years = new AssumedTerms.Term(
                        Integer.parseInt(term.group(2)),
                        Integer.parseInt(term.group(3)),
                        Integer.parseInt(term.group(4)));
                terms.put(term.group(1), years);
            } catch (IllegalArgumentException e) {
                throw bad(allowed);
            }
        }
        return new AssumedTerms(terms);
    }

    /** Origins of other sites, parted by commas; none when the key is unset. */
    List<String> origins() {
        List<String> origins = value == null
                ? List.of()
                : Arrays.stream(value.split(",")).map(String::strip).toList();
        if (!origins.stream().allMatch(Embedding::isOrigin)) {
            throw bad("应为以逗号分隔的来源，形如 https://www.example.gov.cn，不带路径");
        }
        return origins;
    }

    /** The origin of a site, or nothing when the key is unset. */
    Optional<String> optionalOrigin() {
        if (value != null && !Embedding.isOrigin(value)) {
            throw bad("应为一个来源，形如 https://www.example.gov.cn，不带路径");
        }
        return Optional.ofNullable(value);
    }

    /** Any text. @throws ConfigurationException when the key is unset */
    String text() {
        return required("不能空着");
    }

    /** An address by HTTPS, or by HTTP on this machine, without the last slash. */
    String address() {
        String allowed = "应为 https:// 开头的网址，不以 / 结尾";
        if (!required(allowed).matches("(https://|http://localhost[:/])\\S+[^/\\s]")) {
            throw bad(allowed);
        }
        return required(allowed);
    }

    /** Which word gives which role: {@code 12345-zuoxi staff; 12345-bianji editor}, in this order. */
    SequencedMap<String, Role> roles() {
        String allowed = "应形如“12345-zuoxi staff; 12345-bianji editor”";
        var roles = new LinkedHashMap<String, Role>();
        for (String entry : required(allowed).split("[;；]")) {
            String[] parts = entry.strip().split("\\s+");
            Optional<Role> role = parts.length == 2 ? Role.of(parts[1]) : Optional.empty();
            roles.put(parts[0], role.orElseThrow(() -> bad(allowed)));
        }
        return roles;
    }

    /** The complaint about this value. */
    ConfigurationException bad(String allowed) {
        String what = value == null ? "没有值" : "的值“" + value + "”无效";
        return new ConfigurationException("配置项 " + key + " " + what + "，" + allowed + "（" + origin + "）");
    }

    private String required(String allowed) {
        if (value == null) {
            throw bad(allowed);
        }
        return value;
    }
}
