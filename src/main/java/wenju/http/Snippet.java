package wenju.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A program of a few lines that asks a question, for integrators to begin with; tests run each of them. */
enum Snippet {
    CURL("curl", "ask.sh"),
    JAVA("Java", "Ask.java"),
    PYTHON("Python", "ask.py"),
    JAVASCRIPT("JavaScript", "ask.mjs");

    /** Where the snippets think the service is. */
    static final String BASE = "http://localhost:8080";

    private final String language;
    private final String file;

    Snippet(String language, String file) {
        this.language = language;
        this.file = file;
    }

    String language() {
        return language;
    }

    String file() {
        return file;
    }

    /** The program. */
    String text() {
        try (InputStream in = Objects.requireNonNull(Snippet.class.getResourceAsStream("/snippets/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
