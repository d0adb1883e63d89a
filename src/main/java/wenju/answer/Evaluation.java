package wenju.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import wenju.notice.Citation;
import wenju.search.Filters;

/**
 * Measures answers against a question file: one JSON object a line with {@code id}, {@code question}, {@code history},
 * {@code style}, {@code need} and {@code gold}, the places that answer it; empty gold means that no notice does.
 *
 * <pre>
 * hit@k       share of answerable questions with a right excerpt among the first k
 * mrr@5       mean of 1/rank of the first right excerpt within 5
 * document@1  the first excerpt's citation names the right document
 * refused     answerable questions left unanswered (lower is better)
 * abstained   unanswerable questions left unanswered (higher is better)
 * recall@50   answerable questions whose right passage is among the first 50 candidates, bare, without widening
 * </pre>
 */
public final class Evaluation {
    private static final int LIMIT = 5;
    private static final int DEEP = 50;

    private final Answerer answerer;

    public Evaluation(Answerer answerer) {
        this.answerer = answerer;
    }

    /**
     * Asks every question of a file.
     *
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if a line is not a question; names file and line
     */
    public Result of(Path questions) throws IOException {
        return new Result(read(questions).stream().map(this::row).toList());
    }

    static List<Asked> read(Path questions) throws IOException {
        return read(Files.readAllLines(questions), questions.toString());
    }

    /** @param name of where the lines are from, for messages */
    static List<Asked> read(List<String> lines, String name) {
        var asked = new ArrayList<Asked>();
        int number = 0;
        for (String line : lines) {
            number++;
            if (!line.isBlank()) {
                asked.add(Asked.read(line, name + ":" + number));
            }
        }
        return asked;
    }

    /** Asks one question. */
    Row row(Asked asked) {
        return asked.question(LIMIT).map(question -> row(asked, question)).orElse(Row.invalid(asked));
    }

    private Row row(Asked asked, Question question) {
        Trace trace = answerer.trace(question);
        List<Excerpt> excerpts = switch (trace.answer()) {
            case Answer.Answered answered -> answered.excerpts();
            case Answer.Unanswered none -> List.of();
        };
        boolean document =
                !excerpts.isEmpty() && Judge.namesDocument(excerpts.getFirst().citation(), asked.gold());
        return new Row(
                asked,
                Judge.rank(excerpts, asked.gold()),
                document,
                excerpts.isEmpty(),
                isAmongFirst(trace.ranked(), asked.gold()),
                Optional.of(trace));
    }

    private static boolean isAmongFirst(List<Ranked> ranked, List<Judge.Gold> gold) {
        return ranked.stream().limit(DEEP).map(Ranked::candidate).anyMatch(candidate -> {
            Citation citation = Answerer.cite(candidate, LocalDate.EPOCH);
            return Judge.isRight(
                    citation, candidate.passage().leadIn() + candidate.passage().text(), gold);
        });
    }

    /**
     * A question of a question file.
     *
     * @param gazette the file it was written for; empty when none is named
     */
    record Asked(
            String id,
            String text,
            List<String> history,
            String style,
            String need,
            String gazette,
            List<Judge.Gold> gold) {
        private static final ObjectMapper JSON = new ObjectMapper();

        /** As it is put to the service; empty when it breaks the contract, being too long for example. */
        Optional<Question> question(int limit) {
            try {
                return Optional.of(new Question(text, history, limit, Filters.NONE));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        static Asked read(String line, String where) {
            JsonNode node;
            try {
                node = JSON.readTree(line);
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException(where + ": not a JSON object: " + e.getOriginalMessage(), e);
            }
            if (!node.hasNonNull("question") || !node.path("gold").isArray()) {
                throw new IllegalArgumentException(where + ": “question” and “gold” are needed");
            }
            var history = new ArrayList<String>();
            node.path("history").forEach(earlier -> history.add(earlier.asText()));
            var gold = new ArrayList<Judge.Gold>();
            for (JsonNode one : node.path("gold")) {
                gold.add(new Judge.Gold(
                        one.path("doc").asText(),
                        one.path("title").asText(null),
                        one.path("locator").asText(null),
                        one.path("span").asText(),
                        one.path("locatorCounts").asBoolean()));
            }
            return new Asked(
                    node.path("id").asText(where),
                    node.path("question").asText(),
                    history,
                    node.path("style").asText("-"),
                    node.path("need").asText("-"),
                    node.path("gazette").asText(),
                    gold);
        }
    }

    /**
     * How one question fared.
     *
     * @param rank of the first right excerpt, 0 when there is none
     * @param found whether the right passage is among the first candidates
     * @param trace empty when the question breaks the contract and so was not asked, which counts neither as answered nor
     *     as unanswered
     */
    record Row(Asked asked, int rank, boolean document, boolean unanswered, boolean found, Optional<Trace> trace) {
        static Row invalid(Asked asked) {
            return new Row(asked, 0, false, false, false, Optional.empty());
        }

        boolean answerable() {
            return !asked.gold().isEmpty();
        }

        /** The first excerpt, shown or not, as calibration sees it. */
        Calibration.First first() {
            List<Excerpt> excerpts = trace.map(Trace::excerpts).orElse(List.of());
            if (excerpts.isEmpty()) {
                return new Calibration.First(0, 0, false, answerable());
            }
            Excerpt first = excerpts.getFirst();
            boolean right = Judge.isRight(first.citation(), first.text(), asked.gold());
            return new Calibration.First(
                    first.confidence(), trace.map(Trace::chance).orElse(0.0), right, answerable());
        }
    }

    /**
     * The figures for a set of questions; shares from 0 to 1, NaN for a share of nothing.
     *
     * @param errors questions that break the contract, for example too long ones
     */
    public record Figures(
            int answerable,
            double hit1,
            double hit3,
            double hit5,
            double mrr5,
            double document1,
            double refused,
            double recall50,
            int unanswerable,
            double abstained,
            int errors) {

        static Figures of(List<Row> rows) {
            List<Row> answerable = rows.stream().filter(Row::answerable).toList();
            List<Row> rest = rows.stream().filter(row -> !row.answerable()).toList();
            return new Figures(
                    answerable.size(),
                    mean(answerable, row -> row.rank() == 1 ? 1 : 0),
                    mean(answerable, row -> row.rank() > 0 && row.rank() <= 3 ? 1 : 0),
                    mean(answerable, row -> row.rank() > 0 ? 1 : 0),
                    mean(answerable, row -> row.rank() > 0 ? 1.0 / row.rank() : 0),
                    mean(answerable, row -> row.document() ? 1 : 0),
                    mean(answerable, row -> row.unanswered() ? 1 : 0),
                    mean(answerable, row -> row.found() ? 1 : 0),
                    rest.size(),
                    mean(rest, row -> row.unanswered() ? 1 : 0),
                    (int) rows.stream().filter(row -> row.trace().isEmpty()).count());
        }

        private static double mean(List<Row> rows, ToDoubleFunction<Row> value) {
            return rows.stream().mapToDouble(value).average().orElse(Double.NaN);
        }
    }

    /** Every question with how it fared; prints as a table. */
    public static final class Result {
        private final List<Row> rows;

        Result(List<Row> rows) {
            this.rows = List.copyOf(rows);
        }

        List<Row> rows() {
            return rows;
        }

        public Figures all() {
            return Figures.of(rows);
        }

        /** Figures of the answerable questions of each style: formal, colloquial, … */
        public Map<String, Figures> byStyle() {
            return by(row -> row.asked().style());
        }

        /** Figures of the answerable questions for each kind of thing asked: duty, howmuch, … */
        public Map<String, Figures> byNeed() {
            return by(row -> row.asked().need());
        }

        /** Median time of each step, and under {@code whole} of all of them together. */
        public Map<String, Duration> medians() {
            var times = new LinkedHashMap<String, List<Duration>>();
            for (Row row : rows) {
                var whole = Duration.ZERO;
                if (row.trace().isEmpty()) {
                    continue;
                }
                for (var phase : row.trace().get().phases().entrySet()) {
                    times.computeIfAbsent(phase.getKey(), name -> new ArrayList<>())
                            .add(phase.getValue());
                    whole = whole.plus(phase.getValue());
                }
                times.computeIfAbsent("whole", name -> new ArrayList<>()).add(whole);
            }
            var medians = new LinkedHashMap<String, Duration>();
            times.forEach((phase, all) ->
                    medians.put(phase, all.stream().sorted().toList().get(all.size() / 2)));
            return medians;
        }

        /** Mean confidence and share of right ones in each fifth of the first excerpts shown, least sure first. */
        List<Calibration.Fifth> fifths() {
            return Calibration.fifths(firsts(row -> !row.unanswered()));
        }

        /** What other thresholds would do. */
        List<Calibration.Point> curve() {
            return Calibration.curve(firsts(row -> true));
        }

        private List<Calibration.First> firsts(Predicate<Row> counted) {
            return rows.stream()
                    .filter(row -> row.trace().isPresent())
                    .filter(counted)
                    .map(Row::first)
                    .toList();
        }

        /** One line for each question, its id and the rank of its first right excerpt: what {@link #against} reads. */
        public List<String> lines() {
            return rows.stream()
                    .map(row -> row.asked().id() + "\t" + row.rank())
                    .toList();
        }

        /**
         * Compares with an earlier run over the same questions, as a table of one line for each figure.
         *
         * @param earlier its {@link #lines}
         * @throws IllegalArgumentException if it is not of the same questions
         */
        public String against(List<String> earlier) {
            List<String> now = lines();
            var before = new ArrayList<Integer>();
            var after = new ArrayList<Integer>();
            for (int i = 0; i < Math.max(now.size(), earlier.size()); i++) {
                String[] mine = i < now.size() ? now.get(i).split("\t") : new String[] {"", ""};
                String[] other = i < earlier.size() ? earlier.get(i).split("\t") : new String[] {"", ""};
                if (mine.length != other.length || !mine[0].equals(other[0])) {
                    throw new IllegalArgumentException(
                            "line " + (i + 1) + ": the earlier run is of other questions: " + other[0]);
                }
                if (rows.get(i).answerable()) {
                    before.add(Integer.valueOf(other[1]));
                    after.add(Integer.valueOf(mine[1]));
                }
            }
            var table = new StringBuilder();
            for (int k : new int[] {1, 3, LIMIT}) {
                table.append(Comparison.of("hit@" + k, within(before, k), within(after, k)))
                        .append('\n');
            }
            return table.toString();
        }

        private static List<Double> within(List<Integer> ranks, int k) {
            return ranks.stream().map(rank -> rank > 0 && rank <= k ? 1.0 : 0.0).toList();
        }

        private Map<String, Figures> by(Function<Row, String> key) {
            var groups = new TreeMap<String, List<Row>>();
            rows.stream()
                    .filter(Row::answerable)
                    .forEach(row -> groups.computeIfAbsent(key.apply(row), name -> new ArrayList<>())
                            .add(row));
            var figures = new TreeMap<String, Figures>();
            groups.forEach((name, group) -> figures.put(name, Figures.of(group)));
            return figures;
        }

        @Override
        public String toString() {
            var table = new StringBuilder("%-14s %5s %7s %7s %7s %7s %10s %8s %9s%n"
                    .formatted("", "n", "hit@1", "hit@3", "hit@5", "mrr@5", "document@1", "refused", "recall@50"));
            line(table, "all", all());
            byStyle().forEach((style, figures) -> line(table, "  " + style, figures));
            byNeed().forEach((need, figures) -> line(table, "  " + need, figures));
            table.append("abstained %.3f of %d unanswerable; %d not asked, being invalid%n"
                    .formatted(all().abstained(), all().unanswerable(), all().errors()));
            fifths().forEach(fifth -> table.append(
                    "confidence %.2f: %.2f of %d right%n".formatted(fifth.confidence(), fifth.right(), fifth.n())));
            curve().forEach(point -> table.append("answered %.2f: %.3f of them right at 1, abstained %.2f%n"
                    .formatted(point.answered(), point.right(), point.abstained())));
            medians().forEach((phase, time) -> table.append("%s %.2f ms  ".formatted(phase, time.toNanos() / 1e6)));
            return table.append("(medians)").toString();
        }

        private static void line(StringBuilder table, String name, Figures figures) {
            table.append("%-14s %5d %7.3f %7.3f %7.3f %7.3f %10.3f %8.3f %9.3f%n"
                    .formatted(
                            name,
                            figures.answerable(),
                            figures.hit1(),
                            figures.hit3(),
                            figures.hit5(),
                            figures.mrr5(),
                            figures.document1(),
                            figures.refused(),
                            figures.recall50()));
        }
    }
}
