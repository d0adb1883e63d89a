package wenju;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import wenju.http.WebhookReceiver;
import wenju.http.WebhookSecret;

/** Reads {@code webhooks}: addresses, and their secrets in the same order. Complaints do not repeat a secret. */
final class WebhookSettings {
    private WebhookSettings() {}

    /**
     * The receivers; none when {@code urls} is unset.
     *
     * @throws ConfigurationException when an address is none or not allowed, or there are not as many secrets as addresses
     */
    static List<WebhookReceiver> receivers(Setting urls, Setting secrets, Setting secretsFile) {
        if (secrets.value() != null && secretsFile.value() != null) {
            throw new ConfigurationException(
                    "配置项 webhooks.secrets 与 webhooks.secretsFile 只能写一项（" + secrets.origin() + "）");
        }
        Setting source = secretsFile.value() == null ? secrets : secretsFile;
        List<URI> addresses = addresses(urls);
        List<String> entries = entries(source, secretsFile.value() != null);
        if (entries.size() != addresses.size()) {
            throw new ConfigurationException("配置项 " + source.key() + " 有 " + entries.size() + " 处密钥，webhooks.urls 有 "
                    + addresses.size() + " 个网址，应当一样多（" + source.origin() + "）");
        }
        var receivers = new ArrayList<WebhookReceiver>();
        for (int i = 0; i < addresses.size(); i++) {
            receivers.add(new WebhookReceiver(addresses.get(i), parsed(entries.get(i), source)));
        }
        return receivers;
    }

    private static List<URI> addresses(Setting setting) {
        if (setting.value() == null) {
            return List.of();
        }
        String allowed = "应为以逗号分开、互不相同的 https 网址，本机可用 http，不带用户名和 #";
        try {
            List<URI> addresses = Arrays.stream(setting.value().split(","))
                    .map(String::strip)
                    .map(URI::create)
                    .toList();
            if (addresses.stream().allMatch(WebhookReceiver::isAllowed)
                    && new HashSet<>(addresses).size() == addresses.size()) {
                return addresses;
            }
        } catch (IllegalArgumentException e) {
            throw setting.bad(allowed);
        }
        throw setting.bad(allowed);
    }

    /** One for each address. */
    private static List<String> entries(Setting source, boolean isFile) {
        if (source.value() == null) {
            return List.of();
        }
        if (!isFile) {
            return Arrays.stream(source.value().split(",")).map(String::strip).toList();
        }
        Path file = source.path();
        try {
            return Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new ConfigurationException("配置项 webhooks.secretsFile：不能读取 " + file + "（" + source.origin() + "）", e);
        }
    }

    private static List<WebhookSecret> parsed(String entry, Setting source) {
        try {
            return Arrays.stream(entry.split("\\s+")).map(WebhookSecret::parse).toList();
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    "配置项 " + source.key() + " 中有的不是密钥，应为 whsec_ 加 24–64 字节的 Base64（" + source.origin() + "）");
        }
    }
}
