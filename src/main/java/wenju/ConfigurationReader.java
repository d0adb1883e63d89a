package wenju;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lays the sources of configuration over each other: the shipped file, the operator's file, the environment. The shipped
 * file names every key there is; any other key, in a file or in a variable that begins with {@code WENJU_}, is refused.
 *
 * <p>Files are read token by token rather than into objects, because a token knows its line and a complaint should too.
 */
final class ConfigurationReader {
    private static final String NAME = "config/wenju.yaml";
    private static final String PREFIX = "WENJU_";
    private static final YAMLFactory YAML = YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Map<String, Setting> settings = new LinkedHashMap<>();

    private ConfigurationReader() {
        try (InputStream shipped = ConfigurationReader.class.getResourceAsStream("/" + NAME)) {
            if (shipped == null) {
                throw new IllegalStateException(NAME + " is not on the class path");
            }
            try (JsonParser parser = YAML.createParser(shipped)) {
                settings.putAll(flatten(parser, NAME));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads the configuration.
     *
     * @param file the operator's file; when empty, {@code config/wenju.yaml} in the working directory is used if it is there
     * @param environment for example {@link System#getenv()}; names that do not begin with {@code WENJU_} are ignored
     * @throws ConfigurationException when a file cannot be read, a key is unknown or a value is not allowed
     */
    static Configuration read(Optional<Path> file, Path workingDirectory, Map<String, String> environment) {
        var reader = new ConfigurationReader();
        Path usual = workingDirectory.resolve(NAME);
        if (file.isPresent()) {
            reader.overrideBy(file.get());
        } else if (Files.exists(usual)) {
            reader.overrideBy(usual);
        }
        reader.overrideBy(environment);
        return Configuration.of(reader.settings);
    }

    /** The environment variable of a key: {@code limits.anonymousPerMinute} is {@code WENJU_LIMITS_ANONYMOUS_PER_MINUTE}. */
    static String variable(String key) {
        return PREFIX
                + key.replaceAll("(\\p{Lower})(\\p{Upper})", "$1_$2")
                        .replace('.', '_')
                        .toUpperCase(Locale.ROOT);
    }

    private void overrideBy(Path file) {
        try (InputStream bytes = Files.newInputStream(file);
                JsonParser parser = YAML.createParser(bytes)) {
            flatten(parser, file.toString()).values().forEach(this::override);
        } catch (JsonProcessingException e) {
            String line = e.getLocation() == null ? "" : "第 " + e.getLocation().getLineNr() + " 行";
            throw new ConfigurationException("配置文件 " + file + " " + line + "不是有效的 YAML，或同一项写了两次", e);
        } catch (IOException e) {
            throw new ConfigurationException("不能读取配置文件 " + file + "，它应是可读的 UTF-8 文件", e);
        }
    }

    private void overrideBy(Map<String, String> environment) {
        Map<String, String> keys = settings.keySet().stream()
                .collect(Collectors.toMap(ConfigurationReader::variable, key -> key, (a, b) -> a, LinkedHashMap::new));
        new TreeMap<>(environment).forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                String key = keys.get(name);
                if (key == null) {
                    throw new ConfigurationException(
                            "环境变量 " + name + " 不对应任何配置项，可用的有 " + String.join("、", keys.keySet()));
                }
                override(new Setting(key, unlessBlank(value), "环境变量 " + name));
            }
        });
    }

    private void override(Setting setting) {
        if (setting.key().isEmpty()) {
            throw new ConfigurationException("配置文件应由“项: 值”组成（" + setting.origin() + "）");
        }
        if (settings.replace(setting.key(), setting) == null && !isEmptySection(setting)) {
            throw new ConfigurationException("没有名为 " + setting.key() + " 的配置项（" + setting.origin() + "），可用的有 "
                    + String.join("、", settings.keySet()));
        }
    }

    /** Whether this is a section whose keys are all commented out. */
    private boolean isEmptySection(Setting setting) {
        return setting.value() == null
                && settings.keySet().stream().anyMatch(key -> key.startsWith(setting.key() + "."));
    }

    /** Every scalar of the file under its path, in the order of the file. */
    private static Map<String, Setting> flatten(JsonParser parser, String file) throws IOException {
        var found = new LinkedHashMap<String, Setting>();
        Deque<String> path = new ArrayDeque<>();
        String name = "";
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            String key = Stream.concat(path.stream(), Stream.of(name))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining("."));
            String origin = file + " 第 " + parser.currentTokenLocation().getLineNr() + " 行";
            switch (token) {
                case FIELD_NAME -> name = parser.currentName();
                case START_OBJECT -> path.addLast(name);
                case END_OBJECT -> path.removeLast();
                case START_ARRAY -> throw new ConfigurationException("配置项 " + key + " 不能是列表（" + origin + "）");
                default ->
                    found.put(
                            key,
                            new Setting(
                                    key, token == JsonToken.VALUE_NULL ? null : unlessBlank(parser.getText()), origin));
            }
        }
        return found;
    }

    /** In a file as in a variable, nothing written is nothing set. */
    private static @Nullable String unlessBlank(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
