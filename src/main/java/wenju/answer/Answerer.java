package wenju.answer;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import wenju.notice.ApprovedAnswer;
import wenju.notice.Citation;
import wenju.notice.Passage;
import wenju.search.Candidate;
import wenju.search.IndexedNotice;
import wenju.search.PassageIndex;
import wenju.search.PassageQuery;

/** From question to answer. Stateless between questions; safe for use by several threads; blocks while it searches. */
public final class Answerer {
    private final PassageIndex index;
    private final Clock clock;
    private final Model model;
    private final Supplier<Thesaurus> thesaurus;
    private final Translations translations;
    private final Spelling spelling;
    private final Features features;
    private final Ranking ranking;
    private final ApprovedAnswers approved;
    private final Suggestions suggestions;

    /** An answerer with all that comes with the program. */
    public Answerer(PassageIndex index) {
        this(index, Clock.system(ZoneId.of("Asia/Shanghai")));
    }

    /**
     * An answerer with a clock of its own.
     *
     * @param clock tells the day that validity is told for when a question names none
     */
    public Answerer(PassageIndex index, Clock clock) {
        this(index, clock, List::of, List::of);
    }

    /**
     * An answerer with a clock, and with what the desk adds.
     *
     * @param approved standard answers as they stand at the moment; must not block
     * @param entries of staff to the thesaurus; the same list until it changes; must not block
     */
    public Answerer(
            PassageIndex index, Clock clock, Supplier<List<ApprovedAnswer>> approved, Supplier<List<String>> entries) {
        this(
                index,
                clock,
                Model.shipped(),
                new StaffThesaurus(always(ThesaurusFile.shipped()), entries),
                Translations.shipped(),
                approved);
    }

    /**
     * An answerer with a thesaurus of its own.
     *
     * @param thesaurus a file in Solr's synonym format that may be edited at any time; where it is missing, the one that
     *     comes with the program is used
     * @param approved standard answers as they stand at the moment; must not block
     * @param entries of staff to the thesaurus; the same list until it changes; must not block
     */
    public Answerer(
            PassageIndex index,
            Path thesaurus,
            Supplier<List<ApprovedAnswer>> approved,
            Supplier<List<String>> entries) {
        this(
                index,
                Clock.system(ZoneId.of("Asia/Shanghai")),
                Model.shipped(),
                new StaffThesaurus(new ThesaurusFile(thesaurus), entries),
                Translations.shipped(),
                approved);
    }

    Answerer(PassageIndex index, Clock clock, Model model, Supplier<Thesaurus> thesaurus, Translations translations) {
        this(index, clock, model, thesaurus, translations, List::of);
    }

    private Answerer(
            PassageIndex index,
            Clock clock,
            Model model,
            Supplier<Thesaurus> thesaurus,
            Translations translations,
            Supplier<List<ApprovedAnswer>> approved) {
        this.thesaurus = thesaurus;
        this.translations = translations;
        this.index = index;
        this.clock = clock;
        this.model = model;
        this.spelling = new Spelling(index, translations);
        this.features = new Features(index, translations);
        this.ranking = new Ranking(features, model.words(), model.ranking());
        this.approved = new ApprovedAnswers(approved, index);
        this.suggestions = new Suggestions(index);
    }

    private static Supplier<Thesaurus> always(Thesaurus thesaurus) {
        return () -> thesaurus;
    }

    /** Answers. The same question on the same revision of the index and the same day gives the same answer. */
    public Answer answer(Question question) {
        return trace(question).answer();
    }

    /**
     * Which thesaurus is in use: with the program and the revision of the index it decides every answer. Changes when the file
     * is edited.
     */
    public String thesaurus() {
        return thesaurus.get().digest();
    }

    /**
     * What a question shares with questions alike: 16 hexadecimal digits; empty for what no notice is meant to answer, such as a
     * greeting, an errand or an emergency.
     */
    public String likeness(Question question, Answer answer) {
        String asked = Wording.clean(question.text());
        if (answer instanceof Answer.Unanswered && isRuled(asked)) {
            return "";
        }
        return Likeness.of(answer.understoodAs(), thesaurus.get(), translations);
    }

    /** The words of a text that tell most among the passages of the index, most telling first. */
    public List<String> telling(String text, int most) {
        return KeyWords.of(text, most, index);
    }

    /**
     * Whether staff may add a line to the thesaurus.
     *
     * @throws IllegalArgumentException saying in Chinese what is wrong with it
     */
    public static void checkEntry(String line) {
        Thesaurus.check(line);
    }

    /**
     * What a line would change if it were added to the thesaurus.
     *
     * @param line see {@link #checkEntry}
     * @param questions whose answers are known; empty for those that come with the program
     * @param meant the question that it is to serve
     */
    public Trial trial(String line, Optional<Path> questions, Optional<Question> meant) {
        Thesaurus now = thesaurus.get();
        return Trial.of(
                new Answerer(index, clock, model, always(now), translations),
                new Answerer(index, clock, model, always(now.plus(List.of(line))), translations),
                questions,
                meant);
    }

    /** Questions that the notices at hand answer, for somebody who has not asked yet; at most six, of different notices. */
    public List<String> examples() {
        return suggestions.examples();
    }

    /** Whole questions for what somebody has begun to type, best first; at most six. */
    public List<String> complete(String typed) {
        return Completions.of(typed, index);
    }

    /** The steps, in order, each in its own method. */
    Trace trace(Question question) {
        var phases = new Phases();
        Thesaurus words = thesaurus.get();
        Inquiry inTalk = phases.time("understand", () -> understand(question, words));
        Optional<String> help = Emergency.advice(inTalk.asked());
        if (help.isPresent()) {
            Answer.Verdict emergency = question.explained() ? ruled(0, "是紧急情况") : null;
            Answer call = new Answer.Unanswered(
                    inTalk.understoodAs(), inTalk.corrections(), List.of(help.get(), Suggestions.HOTLINE), emergency);
            return new Trace(call, List.of(), List.of(), List.of(), 0, phases.taken);
        }
        if (isRuled(inTalk.asked())) {
            Answer nothing = unanswered(inTalk, List.of(), question.explained() ? ruled(0, "是寒暄，或者要代写、代算、代译") : null);
            return new Trace(nothing, List.of(), List.of(), List.of(), 0, phases.taken);
        }
        Scored scored = onTopic(question, words, scored(inTalk, phases), phases);
        Inquiry inquiry = scored.inquiry();
        Sought sought = scored.sought();
        List<Ranked> ranked =
                phases.time("rank", () -> ranking.rank(inquiry, sought, scored.query(), scored.byWords()));
        Shown shown = phases.time("excerpt", () -> excerpts(question, inquiry, sought, ranked));
        double chance = phases.time("judge", () -> answerable(inquiry, ranked, shown));
        Answer.Verdict verdict = question.explained() ? verdict(inquiry, shown, chance) : null;
        Answer found = phases.time("decide", () -> decide(inquiry, ranked, shown, chance, verdict));
        Answer answer = phases.time("approved", () -> approved(question, inquiry, words, sought, shown, found));
        return new Trace(answer, ranked, shown.excerpts, shown.evidence, chance, phases.taken);
    }

    /** Whether a rule decides what to say, before anything is searched. */
    private static boolean isRuled(String asked) {
        return Emergency.advice(asked).isPresent() || Wording.isSmallTalk(asked) || Wording.isErrand(asked);
    }

    private Inquiry understand(Question question, Thesaurus words) {
        return Inquiry.of(question, words, spelling, LocalDate.now(clock));
    }

    /** An inquiry with its candidates, scored by its words. */
    private record Scored(Inquiry inquiry, PassageQuery query, Sought sought, List<Ranked> byWords) {}

    private Scored scored(Inquiry inquiry, Phases phases) {
        PassageQuery query = inquiry.query(List.of());
        List<Candidate> candidates = phases.time("retrieve", () -> index.search(query));
        Sought sought = phases.time("weigh", () -> new Sought(inquiry, Weights.of(inquiry, index)));
        return new Scored(
                inquiry, query, sought, phases.time("rank", () -> ranking.byWords(inquiry, sought, candidates)));
    }

    /** A question in its talk, or by itself when it opens a new topic. */
    private Scored onTopic(Question question, Thesaurus words, Scored inTalk, Phases phases) {
        if (inTalk.inquiry().earlier().isEmpty() || Naming.in(inTalk.inquiry()).leansOnEarlier()) {
            return inTalk;
        }
        Inquiry itself = phases.time("understand", () -> understand(question.alone(), words));
        if (!Topic.saysEnough(features.unexplained(itself))) {
            return inTalk;
        }
        Scored alone = scored(itself, phases);
        return Topic.isNew(inTalk.byWords(), alone.byWords()) ? alone : inTalk;
    }

    /**
     * Everything that may help somebody who judges for themselves, best first, also where {@link #answer} would abstain. Who
     * asks for a document by its number alone gets its own clauses first, in their order.
     *
     * @param question its limit does not count; see {@link Findings#MAX}
     * @param phrases each stands word for word in every clause that is found
     */
    public Findings find(Question question, List<String> phrases) {
        Inquiry inquiry = understand(question, thesaurus.get());
        PassageQuery query = inquiry.query(phrases);
        List<Candidate> candidates = index.search(query).stream()
                .filter(candidate -> Findings.says(candidate.passage(), phrases))
                .toList();
        var sought = new Sought(inquiry, Weights.of(inquiry, index));
        var highlights = new Highlights(inquiry, sought);
        List<Ranked> ranked = ranking.rank(inquiry, sought, query, ranking.byWords(inquiry, sought, candidates));
        double chance = answerable(inquiry, ranked, excerpts(question, inquiry, sought, ranked));
        return new Findings(
                inquiry.understoodAs(),
                inquiry.corrections(),
                chance,
                !ranked.isEmpty() && (!phrases.isEmpty() || chance >= model.threshold()),
                Findings.ownFirst(question.text(), ranked).stream()
                        .limit(Findings.MAX)
                        .map(one -> finding(one, phrases, inquiry, highlights))
                        .toList());
    }

    private Findings.Finding finding(Ranked one, List<String> phrases, Inquiry inquiry, Highlights highlights) {
        String text = ApprovedAnswer.textOf(one.candidate().passage());
        List<Excerpt.Highlight> quoted = Findings.marks(text, phrases);
        return new Findings.Finding(
                text,
                quoted.isEmpty() ? highlights.in(Sentence.of(text)) : quoted,
                one.candidate().head().kind(),
                one.candidate().head().gazette(),
                cite(one.candidate(), inquiry.day()),
                ranking.reasons(one));
    }

    /** Excerpts from the best candidates, none of which shows what another shows. */
    private Shown excerpts(Question question, Inquiry inquiry, Sought sought, List<Ranked> ranked) {
        var shown = new Shown(new Repeats(features::saying));
        var evidence = new Evidence(inquiry, ranked, features);
        var highlights = new Highlights(inquiry, sought);
        var notices = new HashMap<String, List<Passage>>();
        for (Ranked one : ranked) {
            if (shown.excerpts.size() == question.limit()) {
                break;
            }
            Passage clause = one.candidate().passage();
            String noticeId = one.candidate().head().id();
            List<Passage> passages = notices.computeIfAbsent(noticeId, index::passages);
            boolean replaced = clause.position() >= passages.size()
                    || !passages.get(clause.position()).equals(clause);
            // The notice may have been imported anew since the candidates were found.
            if (replaced || shown.repeats.holds(noticeId, clause.position()) || shown.repeats.says(clause)) {
                continue;
            }
            Stretch stretch = Stretch.around(
                            clause, passages, position -> shown.repeats.holds(noticeId, position), sought)
                    .verified(clause, features.whole(passages));
            int rank = shown.excerpts.size() + 1;
            Values<Sign> signs = evidence.of(one, rank, passages, stretch.text());
            shown.repeats.add(noticeId, clause, stretch);
            shown.evidence.add(signs);
            List<Excerpt.Reason> reasons = question.explained() ? ranking.reasons(one) : List.of();
            shown.excerpts.add(
                    excerpt(rank, model.right().chance(signs), stretch, one.candidate(), inquiry, highlights, reasons));
        }
        return shown;
    }

    private Excerpt excerpt(
            int rank,
            double confidence,
            Stretch stretch,
            Candidate candidate,
            Inquiry inquiry,
            Highlights highlights,
            List<Excerpt.Reason> reasons) {
        // A clause that is shown whole was taken apart before.
        List<Sentence> sentences =
                stretch.complete() ? features.sentences(candidate.passage()) : Sentence.of(stretch.text());
        int start = stretch.clause().start();
        return new Excerpt(
                rank,
                confidence,
                stretch.text(),
                stretch.complete(),
                stretch.clause(),
                highlights.in(sentences).stream()
                        .map(place -> new Excerpt.Highlight(start + place.start(), start + place.end()))
                        .toList(),
                cite(candidate, inquiry.day()),
                reasons);
    }

    static Citation cite(Candidate candidate, LocalDate day) {
        IndexedNotice.Head head = candidate.head();
        return new Citation(
                head.id(),
                head.documentNumber(),
                head.title(),
                head.issuer(),
                head.issuedOn(),
                head.standing().effectiveOn(),
                head.standing().on(day),
                candidate.passage().locator().text(),
                candidate.passage().id());
    }

    /** Shows what was found, or abstains when it is not likely to answer. */
    private Answer decide(
            Inquiry inquiry, List<Ranked> ranked, Shown shown, double chance, Answer.@Nullable Verdict verdict) {
        if (shown.excerpts.isEmpty() || chance < model.threshold()) {
            return unanswered(inquiry, ranked, verdict);
        }
        return new Answer.Answered(
                inquiry.understoodAs(),
                inquiry.corrections(),
                shown.excerpts,
                suggestions.near(ranked, shown.repeats, inquiry.filters()),
                verdict);
    }

    /** What {@link #answerable} went by: signs, or the one rule that decided. */
    private Answer.Verdict verdict(Inquiry inquiry, Shown shown, double chance) {
        if (shown.excerpts.isEmpty()) {
            return ruled(chance, "文件里没有一段含有提问的字词");
        }
        if (Naming.in(inquiry).namesDocument()) {
            return ruled(chance, chance == 0 ? "没有收录所说文号的文件" : "收录了所说文号的文件");
        }
        if (asksAboutAnotherCity(inquiry, shown.excerpts.getFirst())) {
            return ruled(chance, "问的是别的城市");
        }
        var reasons = new ArrayList<Excerpt.Reason>();
        Values<Sign> signs = shown.evidence.getFirst();
        model.answerable().contributions(signs).forEach((sign, points) -> {
            if (points != 0) {
                reasons.add(new Excerpt.Reason(sign.called(), signs.get(sign), points));
            }
        });
        return new Answer.Verdict(chance, model.threshold(), Excerpt.Reason.mostFirst(reasons));
    }

    private Answer.Verdict ruled(double chance, String rule) {
        return new Answer.Verdict(chance, model.threshold(), List.of(new Excerpt.Reason(rule, 0, 0)));
    }

    /** What editors wrote for the question, if anything, before what was found; its clauses when nothing was. */
    private Answer approved(
            Question question, Inquiry inquiry, Thesaurus words, Sought sought, Shown shown, Answer found) {
        Optional<ApprovedAnswer> match = approved.match(question, inquiry, words, shown.excerpts, LocalDate.now(clock));
        if (match.isEmpty()) {
            return found;
        }
        List<Candidate> clauses = match.get().clauses().stream()
                .flatMap(clause -> clause(clause).stream())
                .toList();
        if (clauses.size() < match.get().clauses().size()) {
            // The notice was imported anew since the answer was looked at.
            return found;
        }
        var approval = new Approval(
                match.get().id(),
                match.get().edition(),
                match.get().text(),
                match.get().approvedOn(),
                match.get().reviewOn(),
                clauses.stream().map(clause -> cite(clause, inquiry.day())).toList());
        List<Excerpt> excerpts = found instanceof Answer.Answered answered
                ? answered.excerpts()
                : vouched(question, inquiry, sought, clauses);
        return new Answer.Answered(
                inquiry.understoodAs(),
                inquiry.corrections(),
                approval,
                excerpts,
                found.suggestions(),
                found.verdict());
    }

    private Optional<Candidate> clause(ApprovedAnswer.Clause clause) {
        List<Passage> passages = index.passages(clause.noticeId());
        return index.head(clause.noticeId())
                .filter(head -> clause.position() < passages.size())
                .map(head -> new Candidate(passages.get(clause.position()), head, 0, null));
    }

    /** The clauses of a standard answer, of which two editors are sure. */
    private List<Excerpt> vouched(Question question, Inquiry inquiry, Sought sought, List<Candidate> clauses) {
        var highlights = new Highlights(inquiry, sought);
        var excerpts = new ArrayList<Excerpt>();
        for (Candidate clause : clauses.subList(0, Math.min(question.limit(), clauses.size()))) {
            List<Passage> passages = index.passages(clause.head().id());
            Stretch stretch = Stretch.around(clause.passage(), passages, position -> false, sought)
                    .verified(clause.passage(), features.whole(passages));
            excerpts.add(excerpt(excerpts.size() + 1, 1, stretch, clause, inquiry, highlights, List.of()));
        }
        return excerpts;
    }

    /**
     * The chance that any notice answers. Who names a document by its number wants that document: when it is at hand
     * something can be shown, and when it is not, nothing else will do.
     */
    private double answerable(Inquiry inquiry, List<Ranked> ranked, Shown shown) {
        if (shown.excerpts.isEmpty()) {
            return 0;
        }
        Excerpt first = shown.excerpts.getFirst();
        Naming naming = Naming.in(inquiry);
        if (naming.namesDocument()) {
            boolean atHand = naming.of(ranked.getFirst().candidate()) > 0 || naming.isMentioned(first.text());
            return atHand ? 1 : 0;
        }
        if (asksAboutAnotherCity(inquiry, first)) {
            return 0;
        }
        return model.answerable().chance(shown.evidence.getFirst());
    }

    /** Another city's rules are no answer, however well the words fit; those of province and state hold in every city. */
    private static boolean asksAboutAnotherCity(Inquiry inquiry, Excerpt first) {
        Set<String> cities = Cities.in(inquiry.asked());
        String whose = first.citation().title() + first.citation().issuer();
        return !cities.isEmpty()
                && Cities.isOfOne(whose)
                && cities.stream()
                        .noneMatch(name -> whose.contains(name) || first.text().contains(name));
    }

    private Answer unanswered(Inquiry inquiry, List<Ranked> ranked, Answer.@Nullable Verdict verdict) {
        return new Answer.Unanswered(
                inquiry.understoodAs(), inquiry.corrections(), suggestions.instead(ranked, inquiry.filters()), verdict);
    }

    /** Excerpts with what speaks for each of them. */
    private static final class Shown {
        private final List<Excerpt> excerpts = new ArrayList<>();
        private final List<Values<Sign>> evidence = new ArrayList<>();
        private final Repeats repeats;

        Shown(Repeats repeats) {
            this.repeats = repeats;
        }
    }

    /** A step may be taken more than once. */
    private static final class Phases {
        private final Map<String, Duration> taken = new LinkedHashMap<>();

        <T> T time(String phase, Supplier<T> step) {
            long began = System.nanoTime();
            T result = step.get();
            taken.merge(phase, Duration.ofNanos(System.nanoTime() - began), Duration::plus);
            return result;
        }
    }
}
