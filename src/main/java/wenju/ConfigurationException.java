package wenju;

/**
 * The configuration cannot be used. The message is one Chinese sentence for the operator that names the key or the file, the
 * value, what is allowed and, where known, the line; for example
 * {@code 配置项 http.port 的值“八千”无效，应为 0 到 65535 的整数（config/wenju.yaml 第 3 行）}
 */
public final class ConfigurationException extends RuntimeException {
    ConfigurationException(String message) {
        super(message);
    }

    ConfigurationException(String message, Throwable cause) {
        super(message, cause);
    }
}
