package wenju.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import wenju.search.Analysis;

/**
 * Learns {@link Translations} from questions and the clauses that answer them: IBM model 1 (Brown et al. 1993, “The
 * Mathematics of Statistical Machine Translation”), where a clause's pairs of characters give rise to the words of the
 * question. Deterministic.
 */
final class TranslationLearning {
    /** A word of one question only teaches more about that question than about the word. */
    private static final int LEAST_QUESTIONS = 2;

    private static final int ROUNDS = 4;

    /** Doubt: as if each pair had once been behind a word never seen. */
    private static final double DOUBT = 1;

    private static final double LEAST_CHANCE = 0.005;
    private static final int MOST_PAIRS = 40;

    /** Behind words that no pair of the clause explains. */
    private static final String NOTHING = "";

    private static final double MILLION = 1_000_000;
    private static final double THOUSAND = 1000;

    private final List<List<String>> questions = new ArrayList<>();
    private final List<List<String>> clauses = new ArrayList<>();

    /** Takes in a question and the text that answers it. */
    void add(String question, String clause) {
        questions.add(List.copyOf(new TreeSet<>(words(question))));
        var pairs = new TreeSet<String>();
        for (String pair : Analysis.grams(clause).bigrams()) {
            if (pair.codePointCount(0, pair.length()) == 2 && pair.codePoints().allMatch(Character::isIdeographic)) {
                pairs.add(pair);
            }
        }
        var behind = new ArrayList<>(pairs);
        behind.add(NOTHING);
        clauses.add(behind);
    }

    /** The words of a question for which translations are learned and looked up. */
    static List<String> words(String question) {
        return Analysis.terms(Wording.content(Wording.clean(question))).words();
    }

    /**
     * The text of a translations file.
     *
     * @param bearings what words tell of a notice, by word, and by {@link Translations#kin} for words that are not among them
     */
    String learn(Map<String, Translations.Bearing> bearings) {
        Map<String, Integer> counts = new TreeMap<>();
        questions.forEach(question -> question.forEach(word -> counts.merge(word, 1, Integer::sum)));
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        Map<String, Map<String, Double>> chances = chances(counts);
        var text = new StringBuilder(
                "# Learned by “wenju learn” from %d pairs of a question and a clause; see wenju.answer.Translations.%n"
                        .formatted(questions.size()));
        bearings.forEach((word, bearing) -> {
            if (word.startsWith("*")) {
                text.append(word).append(" 0").append(fields(bearing)).append('\n');
            }
        });
        counts.forEach((word, count) -> {
            if (count >= LEAST_QUESTIONS) {
                text.append(word)
                        .append(' ')
                        .append(Math.max(1, Math.round(MILLION * count / all)))
                        .append(fields(bearings.getOrDefault(word, Translations.Bearing.UNKNOWN)));
                chances.getOrDefault(word, Map.of()).entrySet().stream()
                        .filter(pair -> !pair.getKey().equals(NOTHING) && pair.getValue() > LEAST_CHANCE)
                        .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                        .limit(MOST_PAIRS)
                        .forEach(pair -> text.append(' ')
                                .append(pair.getKey())
                                .append(' ')
                                .append(Math.round(MILLION * pair.getValue())));
                text.append('\n');
            }
        });
        return text.toString();
    }

    private static String fields(Translations.Bearing bearing) {
        return " %d %d".formatted(Math.round(THOUSAND * bearing.present()), Math.round(THOUSAND * bearing.absent()));
    }

    /** For each word the chance of it given each pair; words of too few questions are left out. */
    private Map<String, Map<String, Double>> chances(Map<String, Integer> counts) {
        Map<String, Map<String, Double>> chances = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, Map<String, Double>> expected = new LinkedHashMap<>();
            Map<String, Double> totals = new HashMap<>();
            for (int q = 0; q < questions.size(); q++) {
                for (String word : questions.get(q)) {
                    if (counts.get(word) >= LEAST_QUESTIONS) {
                        share(word, clauses.get(q), chances.get(word), expected, totals);
                    }
                }
            }
            expected.values().forEach(pairs -> pairs.replaceAll((pair, sum) -> sum / (totals.get(pair) + DOUBT)));
            chances = expected;
        }
        return chances;
    }

    /** Shares one occurrence of a word out among the pairs of its clause, each by its present chance; at first all alike. */
    private static void share(
            String word,
            List<String> pairs,
            @org.jspecify.annotations.Nullable Map<String, Double> present,
            Map<String, Map<String, Double>> expected,
            Map<String, Double> totals) {
        double sum = pairs.stream()
                .mapToDouble(pair -> present == null ? 1 : present.get(pair))
                .sum();
        Map<String, Double> gathered = expected.computeIfAbsent(word, key -> new LinkedHashMap<>());
        for (String pair : pairs) {
            double part = (present == null ? 1 : present.get(pair)) / sum;
            gathered.merge(pair, part, Double::sum);
            totals.merge(pair, part, Double::sum);
        }
    }
}
