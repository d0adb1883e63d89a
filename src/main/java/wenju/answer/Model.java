package wenju.answer;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;

/**
 * What was learned from questions whose answers are known: the numbers that ship in {@code weights.properties} beside this
 * class. {@code wenju learn} makes such a file.
 *
 * @param words orders candidates by their words; its constant means nothing
 * @param ranking orders candidates by words and meaning; its constant means nothing
 * @param right whether an excerpt answers
 * @param answerable whether any notice answers
 * @param threshold of {@code answerable}, below which nothing is shown
 */
record Model(
        Linear<Feature> words, Linear<Feature> ranking, Linear<Sign> right, Linear<Sign> answerable, double threshold) {
    private static final String SHIPPED = "weights.properties";

    /** The model that comes with the program. */
    static Model shipped() {
        try (InputStream file = Model.class.getResourceAsStream(SHIPPED)) {
            return read(new String(file.readAllBytes(), StandardCharsets.UTF_8), SHIPPED);
        } catch (IOException e) {
            throw new UncheckedIOException(SHIPPED + " is part of the program", e);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException naming file and key when a number is missing or a key unknown
     */
    static Model read(String text, String name) {
        var numbers = new Properties();
        try {
            numbers.load(Reader.of(text));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory is always readable", e);
        }
        var model = new Model(
                linear(numbers, "words", Feature.class, name),
                linear(numbers, "ranking", Feature.class, name),
                linear(numbers, "right", Sign.class, name),
                linear(numbers, "answerable", Sign.class, name),
                number(numbers, "threshold", name));
        if (!numbers.isEmpty()) {
            throw new IllegalArgumentException(name + ": unknown " + numbers.stringPropertyNames());
        }
        return model;
    }

    private static <K extends Enum<K>> Linear<K> linear(Properties numbers, String group, Class<K> names, String file) {
        Values<K> weights = Values.zeros(names);
        for (K one : names.getEnumConstants()) {
            weights.set(one, number(numbers, key(group, one), file));
        }
        return new Linear<>(number(numbers, group + ".constant", file), weights);
    }

    private static double number(Properties numbers, String key, String file) {
        Object value = numbers.remove(key);
        if (value == null) {
            throw new IllegalArgumentException(file + ": " + key + " is missing");
        }
        try {
            return Double.parseDouble(value.toString());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(file + ": " + key + " is not a number: " + value, e);
        }
    }

    private static String key(String group, Enum<?> name) {
        return group + "." + name.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Writes the model, one number a line, the largest effects to be seen at a glance.
     *
     * @param header told in comments at the top
     */
    String text(String header) {
        var text = new StringBuilder();
        header.lines()
                .forEach(line -> text.append(line.isEmpty() ? "#" : "# " + line).append('\n'));
        append(text, "words", words);
        append(text, "ranking", ranking);
        append(text, "right", right);
        append(text, "answerable", answerable);
        return text.append("\nthreshold = %.3f%n".formatted(threshold)).toString();
    }

    private static <K extends Enum<K>> void append(StringBuilder text, String group, Linear<K> linear) {
        text.append("\n%s.constant = %.4f%n".formatted(group, linear.constant()));
        linear.weights().forEach((name, weight) -> text.append("%s = %.4f%n".formatted(key(group, name), weight)));
    }
}
