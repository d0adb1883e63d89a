package wenju.answer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an entry of the thesaurus would change for questions whose answers are known. An answerable question fares better when its
 * first right excerpt moves up, an unanswerable one when it is no longer answered.
 *
 * @param questions how many were asked
 * @param before what is found first today for the question it is meant for; null when nothing is, or there is none
 * @param after the same with the entry
 */
public record Trial(
        int questions,
        List<Change> better,
        List<Change> worse,
        @Nullable Excerpt before,
        @Nullable Excerpt after) {
    private static final String SHIPPED = "/questions/sample-questions.jsonl";

    /** @param before rank of the first right excerpt, 0 when there is none; of an unanswerable question 1 when it is left unanswered */
    public record Change(String question, int before, int after) {}

    public Trial {
        better = List.copyOf(better);
        worse = List.copyOf(worse);
    }

    /** The questions to try on cannot be read; the message says where, for people. Expected, so it has no stack trace. */
    public static final class UnreadableQuestionsException extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnreadableQuestionsException(String message, Exception cause) {
            super(message, cause, false, false);
        }
    }

    /**
     * Whether questions can be tried on.
     *
     * @throws UnreadableQuestionsException when they cannot
     */
    public static void check(Path file) {
        questions(Optional.of(file));
    }

    /**
     * Asks every question twice, which takes some ten milliseconds each.
     *
     * @param file of questions, see {@link Evaluation}; empty for those that come with the program
     * @param meant the question that the entry is to serve
     */
    static Trial of(Answerer now, Answerer then, Optional<Path> file, Optional<Question> meant) {
        List<Evaluation.Asked> asked = questions(file);
        var better = new ArrayList<Change>();
        var worse = new ArrayList<Change>();
        var today = new Evaluation(now);
        var changed = new Evaluation(then);
        for (Evaluation.Asked one : asked) {
            int before = worth(today.row(one));
            int after = worth(changed.row(one));
            if (before != after) {
                boolean up = after != 0 && (before == 0 || after < before);
                (up ? better : worse).add(new Change(one.text(), before, after));
            }
        }
        return new Trial(
                asked.size(),
                better,
                worse,
                meant.map(question -> first(now, question)).orElse(null),
                meant.map(question -> first(then, question)).orElse(null));
    }

    private static int worth(Evaluation.Row row) {
        return row.answerable() ? row.rank() : row.unanswered() ? 1 : 0;
    }

    private static @Nullable Excerpt first(Answerer answerer, Question question) {
        return answerer.answer(question) instanceof Answer.Answered answered
                ? answered.excerpts().getFirst()
                : null;
    }

    private static List<Evaluation.Asked> questions(Optional<Path> file) {
        return file.map(Trial::read).orElseGet(Trial::shipped);
    }

    /** The path stays here: who reads the message may be anybody at the desk. */
    private static List<Evaluation.Asked> read(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            return Evaluation.read(Files.readAllLines(file), name);
        } catch (IOException e) {
            throw new UnreadableQuestionsException(name + " 打不开，或不是 UTF-8 的文本", e);
        } catch (IllegalArgumentException e) {
            throw new UnreadableQuestionsException(String.valueOf(e.getMessage()), e);
        }
    }

    private static List<Evaluation.Asked> shipped() {
        try (InputStream text = Trial.class.getResourceAsStream(SHIPPED)) {
            return Evaluation.read(
                    new String(text.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList(),
                    SHIPPED);
        } catch (IOException e) {
            throw new UncheckedIOException("the program cannot read its own questions", e);
        }
    }
}
