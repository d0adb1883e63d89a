package wenju.search;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a passage means. A question is about one point as a rule and a passage makes several, so each is told by itself as well.
 *
 * @param whole half of it what the title says, half what is stated
 * @param statements in their order; see {@link Statements}
 */
public record Meanings(Meaning whole, List<Meaning> statements) {
    public Meanings {
        statements = List.copyOf(statements);
    }

    /** Of a passage that stands under a title. */
    static Meanings of(String title, String text, MeaningModel model) {
        List<Meaning> statements = Statements.of(text).stream().map(model::of).toList();
        Meaning named = model.of(title);
        Meaning whole = statements.isEmpty() ? named : Meaning.between(List.of(named, Meaning.between(statements)));
        return new Meanings(whole, statements);
    }

    /** How alike the statement is that is most alike; see {@link Meaning#likeness}. */
    double closest(Meaning other) {
        return statements.stream()
                .mapToDouble(statement -> statement.likeness(other))
                .max()
                .orElse(0);
    }

    /** The statements one after another. */
    static byte[] write(List<Meaning> statements) {
        var bytes = new ByteArrayOutputStream();
        statements.forEach(statement -> bytes.writeBytes(statement.bytes()));
        return bytes.toByteArray();
    }

    /** As {@link #write} wrote them. */
    static List<Meaning> read(byte[] bytes) {
        var statements = new ArrayList<Meaning>();
        for (int at = 0; at < bytes.length; at += Meaning.BYTES) {
            statements.add(Meaning.read(Arrays.copyOfRange(bytes, at, at + Meaning.BYTES)));
        }
        return statements;
    }
}
