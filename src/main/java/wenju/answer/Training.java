package wenju.answer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import wenju.notice.Passage;
import wenju.search.Candidate;
import wenju.search.Filters;
import wenju.search.Meaning;
import wenju.search.PassageIndex;
import wenju.search.PassageQuery;

/**
 * Learns a {@link Model} from question files and tells how well what is learned does on gazettes it was not learned from:
 * each gazette in turn is left out, its questions answered with what the others taught. Questions that name no gazette, as
 * those that none answers, are dealt out to them; where no question names one, to {@value #FOLDS} parts.
 */
public final class Training {
    private static final int FOLDS = 5;

    /** How many excerpts of each question confidence learns from: as many as are shown by default. */
    private static final int SHOWN = 5;

    /** So many of the answerable questions may be refused; a little more are on a gazette that taught nothing. */
    private static final double REFUSED = 0.03;

    /** With these the fifths of confidence are nearest to the truth; more of them made it worse in the middle. */
    private static final List<Sign> RIGHT = List.of(
            Sign.UNITS,
            Sign.PAIRS,
            Sign.CHANCE,
            Sign.NOTICE_CHANCE,
            Sign.UNEXPLAINED,
            Sign.DETAIL_MISSING,
            Sign.VOTES,
            Sign.YEAR_MISSING,
            Sign.KIND_TOLD,
            Sign.LEAD,
            Sign.RANK);

    /** Few, since few questions teach it, and none that tells how a question is written rather than what it asks. */
    private static final List<Sign> ANSWERABLE = List.of(
            Sign.UNEXPLAINED,
            Sign.UNEXPLAINED_HERE,
            Sign.DETAIL_MISSING,
            Sign.YEAR_MISSING,
            Sign.KIND_TOLD,
            Sign.VOTES);

    /** Notices that a word is looked up in beside the one that answers: enough to tell a common word from a rare one. */
    private static final int OTHERS = 100;

    /** Passages that the clause of a pair is looked for among. */
    private static final int LOOKED_AT = 100;

    private final PassageIndex index;
    private final Clock clock;
    private final Thesaurus thesaurus;
    private final Translations translations;
    private final Spelling spelling;
    private final List<Lesson> lessons = new ArrayList<>();

    /** With the translations that come with the program. */
    public Training(PassageIndex index) {
        this(index, Clock.system(ZoneId.of("Asia/Shanghai")), ThesaurusFile.shipped(), Translations.shipped());
    }

    /**
     * With translations of one's own.
     *
     * @param translations what {@link #translations(PassageIndex, Path)} gave
     */
    public Training(PassageIndex index, String translations) {
        this(
                index,
                Clock.system(ZoneId.of("Asia/Shanghai")),
                ThesaurusFile.shipped(),
                Translations.read(translations, "translations"));
    }

    Training(PassageIndex index, Clock clock, Thesaurus thesaurus, Translations translations) {
        this.translations = translations;
        this.spelling = new Spelling(index, translations);
        this.thesaurus = thesaurus;
        this.index = index;
        this.clock = clock;
    }

    /**
     * Takes in a question file; see {@link Evaluation}.
     *
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if a line is not a question; names file and line
     */
    public void read(Path questions) throws IOException {
        var features = new Features(index, translations);
        for (Evaluation.Asked asked : Evaluation.read(questions)) {
            asked.question(SHOWN).ifPresent(question -> lessons.add(lesson(asked, question, features)));
        }
    }

    private Lesson lesson(Evaluation.Asked asked, Question question, Features features) {
        Inquiry inquiry = Inquiry.of(question, thesaurus, spelling, LocalDate.now(clock));
        PassageQuery query = inquiry.query(List.of());
        List<Candidate> found = index.search(query);
        Optional<Meaning> meant = features.meaning(inquiry);
        List<Candidate> candidates =
                meant.map(one -> features.withNearest(found, query, one)).orElse(found);
        var sought = new Sought(inquiry, Weights.of(inquiry, index));
        List<Values<Feature>> seen = meant.map(one -> features.of(inquiry, sought, candidates, one))
                .orElseGet(() -> features.of(inquiry, sought, candidates));
        List<Values<Feature>> shares = Features.sharesOfLargest(seen);
        var notices = new HashMap<String, List<Passage>>();
        List<Boolean> right = candidates.stream()
                .map(candidate -> {
                    List<Passage> passages =
                            notices.computeIfAbsent(candidate.head().id(), index::passages);
                    Stretch shown = Stretch.around(candidate.passage(), passages, position -> false, sought);
                    return Judge.isRight(Answerer.cite(candidate, inquiry.day()), shown.text(), asked.gold());
                })
                .toList();
        return new Lesson(asked, asked.gazette(), shares, right);
    }

    /**
     * What was learned.
     *
     * @param weights the text of a weights file, learned from all questions
     * @param leftOut how each question fared with what was learned without its gazette
     */
    public record Outcome(String weights, Evaluation.Result leftOut) {}

    /** Learns from all that was taken in. */
    public Outcome learn() {
        return learn(Set.of());
    }

    /** Learns as if ranking did not see some features: what each is worth. */
    Outcome learn(Set<Feature> unseen) {
        List<Feature> features = Arrays.stream(Feature.values())
                .filter(feature -> !unseen.contains(feature))
                .toList();
        List<String> groups = deal();
        var judged = new LinkedHashMap<String, List<Examined>>();
        var rankings = new HashMap<String, Model>();
        for (String group : groups) {
            Model ranking = ranking(without(group), features);
            rankings.put(group, ranking);
            judged.put(group, examine(in(group), ranking));
        }
        var rows = new ArrayList<Evaluation.Row>();
        for (String group : groups) {
            Model model = model(
                    rankings.get(group),
                    judged.entrySet().stream()
                            .filter(one -> !one.getKey().equals(group))
                            .map(Map.Entry::getValue)
                            .toList());
            var evaluation = new Evaluation(new Answerer(index, clock, model, () -> thesaurus, translations));
            in(group).forEach(lesson -> rows.add(evaluation.row(lesson.asked())));
        }
        Model whole = model(ranking(lessons, features), List.copyOf(judged.values()));
        return new Outcome(whole.text(header()), new Evaluation.Result(rows));
    }

    /**
     * Gives every lesson a group, and tells the groups. A group of questions that none answers alone would not do: what is
     * learned without it would find questions answered more often than they are.
     */
    private List<String> deal() {
        Set<String> named = new LinkedHashSet<>();
        lessons.forEach(lesson -> named.add(lesson.group()));
        named.remove("");
        List<String> groups = named.size() > 1
                ? List.copyOf(named)
                : IntStream.range(0, FOLDS).mapToObj(part -> "part " + part).toList();
        lessons.replaceAll(lesson -> {
            int part = Math.floorMod(lesson.asked().id().hashCode(), groups.size());
            return groups.contains(lesson.group()) ? lesson : lesson.in(groups.get(part));
        });
        return groups;
    }

    private static final Linear<Sign> UNSURE = new Linear<>(0, Values.zeros(Sign.class));

    /** One that orders and is sure of nothing. */
    private static Model ranking(List<Lesson> lessons, List<Feature> features) {
        List<Feature> words = features.stream()
                .filter(Predicate.not(Feature.OF_MEANING::contains))
                .toList();
        return new Model(Learning.ranking(lessons, words), Learning.ranking(lessons, features), UNSURE, UNSURE, 0);
    }

    /**
     * What examining a question showed.
     *
     * @param excerpts the signs of each, best first, and whether it is right; may be empty
     * @param answerable whether anything answers the question
     */
    private record Examined(List<Lesson.Judged> excerpts, boolean answerable) {
        Values<Sign> first() {
            return excerpts.getFirst().signs();
        }
    }

    private List<Examined> examine(List<Lesson> group, Model model) {
        var evaluation = new Evaluation(new Answerer(index, clock, model, () -> thesaurus, translations));
        var all = new ArrayList<Examined>();
        for (Lesson lesson : group) {
            Trace trace = evaluation.row(lesson.asked()).trace().orElseThrow();
            List<Judge.Gold> gold = lesson.asked().gold();
            var excerpts = new ArrayList<Lesson.Judged>();
            for (int i = 0; i < trace.excerpts().size(); i++) {
                Excerpt excerpt = trace.excerpts().get(i);
                excerpts.add(new Lesson.Judged(
                        trace.evidence().get(i), Judge.isRight(excerpt.citation(), excerpt.text(), gold)));
            }
            if (!excerpts.isEmpty()) {
                all.add(new Examined(excerpts, !gold.isEmpty()));
            }
        }
        return all;
    }

    /**
     * Confidence is learned from the questions that would be answered, for it is told of those alone: learned from all, it is too
     * low for what is barely shown.
     */
    private static Model model(Model ranking, List<List<Examined>> groups) {
        List<Chanced> questions = chances(groups);
        double threshold = threshold(questions);
        List<Lesson.Judged> shown = questions.stream()
                .filter(one -> one.chance() >= threshold)
                .flatMap(one -> one.question().excerpts().stream())
                .toList();
        return new Model(
                ranking.words(), ranking.ranking(), Learning.confidence(shown, RIGHT), answerable(groups), threshold);
    }

    private static Linear<Sign> answerable(List<List<Examined>> groups) {
        List<Lesson.Judged> questions = groups.stream()
                .flatMap(List::stream)
                .map(one -> new Lesson.Judged(one.first(), one.answerable()))
                .toList();
        return Learning.confidence(questions, ANSWERABLE);
    }

    /** A question and the chance that any notice answers it. */
    private record Chanced(Examined question, double chance) {}

    /** Told without knowing the group: chances for what was learned from are too good. */
    private static List<Chanced> chances(List<List<Examined>> groups) {
        var chances = new ArrayList<Chanced>();
        for (List<Examined> group : groups) {
            Linear<Sign> others =
                    answerable(groups.stream().filter(one -> one != group).toList());
            group.forEach(one -> chances.add(new Chanced(one, others.chance(one.first()))));
        }
        return chances;
    }

    private static double threshold(List<Chanced> questions) {
        List<Double> answerable = questions.stream()
                .filter(one -> one.question().answerable())
                .map(Chanced::chance)
                .sorted()
                .toList();
        return answerable.isEmpty() ? 0 : answerable.get((int) (REFUSED * answerable.size()));
    }

    /**
     * Learns translations from questions and the clauses that answer them, and what words tell of a notice.
     *
     * @param index holds the notices of the pairs; a pair whose clause it does not hold teaches nothing
     * @param pairs a question file
     * @return the text of a translations file
     */
    public static String translations(PassageIndex index, Path pairs) throws IOException {
        var features = new Features(index, Translations.none());
        Thesaurus thesaurus = ThesaurusFile.shipped();
        var translations = new TranslationLearning();
        Map<String, String> notices = new LinkedHashMap<>();
        var answered = new ArrayList<Answered>();
        for (Evaluation.Asked asked : Evaluation.read(pairs)) {
            Optional<Question> question = asked.question(SHOWN);
            for (Judge.Gold gold : question.isEmpty() ? List.<Judge.Gold>of() : asked.gold()) {
                clause(index, gold).ifPresent(clause -> {
                    translations.add(
                            asked.text(),
                            String.join(
                                    "\n",
                                    clause.head().title(),
                                    String.join("\n", clause.passage().headings()),
                                    clause.passage().text()));
                    String notice = clause.head().id();
                    notices.computeIfAbsent(
                            notice,
                            id -> features.text(clause.head(), index.passages(id))
                                    .normal());
                    Inquiry inquiry = Inquiry.of(question.get(), thesaurus, LocalDate.EPOCH);
                    answered.add(new Answered(Unexplained.words(inquiry), notice));
                });
            }
        }
        return translations.learn(bearings(answered, notices));
    }

    /** The words of a question and the notice that answers it. */
    private record Answered(List<Unexplained.Word> words, String notice) {}

    private static Map<String, Translations.Bearing> bearings(List<Answered> answered, Map<String, String> notices) {
        var learning = new BearingLearning();
        int step = Math.max(1, notices.size() / OTHERS);
        List<String> some = IntStream.range(0, notices.size())
                .filter(i -> i % step == 0)
                .mapToObj(List.copyOf(notices.keySet())::get)
                .toList();
        for (Answered one : answered) {
            learning.add(
                    one.words(),
                    notices.get(one.notice()),
                    some.stream()
                            .filter(Predicate.not(one.notice()::equals))
                            .map(notices::get)
                            .toList());
        }
        return learning.learn();
    }

    private static Optional<Candidate> clause(PassageIndex index, Judge.Gold gold) {
        var wanted = List.of(new PassageQuery.Part(gold.doc() + "\n" + gold.span(), 1));
        return index.search(new PassageQuery(wanted, Filters.NONE, LOOKED_AT)).stream()
                .filter(candidate -> Judge.isRight(
                        Answerer.cite(candidate, LocalDate.EPOCH),
                        candidate.passage().text(),
                        List.of(gold)))
                .findFirst();
    }

    private List<Lesson> in(String group) {
        return lessons.stream().filter(lesson -> lesson.group().equals(group)).toList();
    }

    private List<Lesson> without(String group) {
        return lessons.stream()
                .filter(Predicate.not(lesson -> lesson.group().equals(group)))
                .toList();
    }

    private String header() {
        long answerable = lessons.stream().filter(Lesson::tellsOrder).count();
        return """
                Learned by “wenju learn” from %d questions (%d of them teach ranking); see wenju.answer.Training.
                Do not edit by hand: learn again.

                words       score of a candidate = sum of weight × share of the largest value among the candidates
                ranking     the same with meaning, used where words alone leave doubt
                right       log odds that an excerpt answers
                answerable  log odds that any notice answers; below the threshold nothing is shown""".formatted(lessons.size(), answerable);
    }
}
