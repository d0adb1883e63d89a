package wenju.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseUriTest {
    @Test
    void uri_isReadWithItsPercentEncodedPassword() {
        assertEquals(
                new DatabaseUri("db.example", 6543, "notices", "clerk", "a+b@c:d%", "require", null),
                DatabaseUri.parse("postgres://clerk:a+b%40c:d%25@db.example:6543/notices?sslmode=require"));
    }

    @Test
    void uri_hasTheUsualPortAndPrefersEncryption() {
        assertEquals(
                new DatabaseUri("db.example", 5432, "notices", "clerk", "", "prefer", null),
                DatabaseUri.parse("postgresql://clerk@db.example/notices"));
    }

    @Test
    void uri_servesJdbcWithoutThePassword() {
        var uri = DatabaseUri.parse("postgresql://clerk:geheim@db.example/notices");

        assertEquals(
                "jdbc:postgresql://db.example:5432/notices?sslmode=prefer&connectTimeout=3&loginTimeout=3",
                uri.jdbcUrl(Duration.ofSeconds(3)));
        assertEquals("postgresql://clerk@db.example:5432/notices", uri.toString());
        assertFalse(new DatabaseSettings(uri, null, 1, Duration.ofSeconds(1), Duration.ofSeconds(1))
                .toString()
                .contains("geheim"));
    }

    @ParameterizedTest
    @CsvSource({
        "mysql://a:geheim@h/d, postgresql://",
        "postgresql://h/d, 缺少用户",
        "postgresql://a:geheim@h, 缺少数据库名",
        "postgresql:///d, 缺少",
        "postgresql://a:geheim@h/d?target=x, sslmode",
        "postgresql://a:geheim@h/d?sslmode=maybe, maybe",
        "postgresql://a:geheim@h:70000/d, 70000",
        "postgresql://a:ge heim@h/d, 不是合法的地址",
        "postgresql://a:geheim%zz@h/d, 不是合法的地址"
    })
    void uri_thatIsWrongNamesTheKeyAndWhy(String text, String why) {
        String message = assertThrows(IllegalArgumentException.class, () -> DatabaseUri.parse(text))
                .getMessage();

        assertTrue(message.startsWith("database.uri"), message);
        assertTrue(message.contains(why), message);
        assertFalse(message.contains("heim"), message);
    }

    @Test
    void settings_outOfRangeNameTheKey() {
        assertTrue(message(0, 1_000, 1_000).startsWith("database.poolSize"));
        assertTrue(message(1, 1, 1_000).startsWith("database.connectTimeout"));
        assertTrue(message(1, 1_000, 3_600_000).startsWith("database.statementTimeout"));
    }

    private static String message(int poolSize, long connectMillis, long statementMillis) {
        return assertThrows(
                        IllegalArgumentException.class,
                        () -> new DatabaseSettings(
                                null,
                                null,
                                poolSize,
                                Duration.ofMillis(connectMillis),
                                Duration.ofMillis(statementMillis)))
                .getMessage();
    }
}
