package wenju.answer;

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
import java.util.function.Supplier;
import wenju.notice.Citation;
import wenju.notice.Passage;
import wenju.search.Candidate;
import wenju.search.IndexedNotice;
import wenju.search.PassageIndex;
import wenju.search.PassageQuery;

/** From question to answer. Stateless between questions; safe for use by several threads; blocks while it searches. */
public final class Answerer {
    /** Hold the right clause for 98 of 100 questions; more cost time and bring nothing. */
    private static final int CANDIDATES = 150;

    private final PassageIndex index;
    private final Clock clock;

    public Answerer(PassageIndex index) {
        this(index, Clock.system(ZoneId.of("Asia/Shanghai")));
    }

    /**
     * An answerer with a clock of its own.
     *
     * @param clock tells the day that validity is told for when a question names none
     */
    public Answerer(PassageIndex index, Clock clock) {
        this.index = index;
        this.clock = clock;
    }

    /** Answers. The same question on the same revision of the index and the same day gives the same answer. */
    public Answer answer(Question question) {
        return trace(question).answer();
    }

    /** Questions that the notices at hand answer, for somebody who has not asked yet; at most six, of different notices. */
    public List<String> examples() {
        return Suggestions.examples(index);
    }

    /** The steps, in order, each in its own method. */
    Trace trace(Question question) {
        var phases = new Phases();
        Inquiry inquiry = phases.time("understand", () -> understand(question));
        if (Wording.isSmallTalk(inquiry.asked())) {
            Answer nothing = unanswered(inquiry, List.of());
            return new Trace(nothing, List.of(), List.of(), Optional.empty(), phases.taken);
        }
        List<Candidate> candidates = phases.time("retrieve", () -> retrieve(inquiry));
        Weights weights = phases.time("weigh", () -> Weights.of(inquiry, index));
        List<Ranked> ranked = phases.time("rank", () -> Ranking.rank(inquiry, weights, candidates));
        Shown shown = phases.time("excerpt", () -> excerpts(question.limit(), inquiry, weights, ranked));
        Answer answer = phases.time("decide", () -> decide(inquiry, ranked, shown));
        return new Trace(answer, ranked, shown.evidence, Optional.of(shown.firstNotice), phases.taken);
    }

    private Inquiry understand(Question question) {
        return Inquiry.of(question, LocalDate.now(clock));
    }

    private List<Candidate> retrieve(Inquiry inquiry) {
        return index.search(new PassageQuery(inquiry.parts(), inquiry.filters(), CANDIDATES));
    }

    /** Excerpts from the best candidates, none of which shows what another shows. */
    private Shown excerpts(int limit, Inquiry inquiry, Weights weights, List<Ranked> ranked) {
        var shown = new Shown();
        var notices = new HashMap<String, List<Passage>>();
        for (Ranked one : ranked) {
            if (shown.excerpts.size() == limit) {
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
                            clause, passages, position -> shown.repeats.holds(noticeId, position), weights)
                    .verified(clause, passages);
            int rank = shown.excerpts.size() + 1;
            Evidence evidence = Evidence.of(one, rank, ranked, inquiry, weights);
            if (rank == 1) {
                shown.firstNotice = Evidence.OfNotice.of(one.candidate().head().title(), passages, weights);
            }
            shown.repeats.add(noticeId, clause, stretch);
            shown.evidence.add(evidence);
            shown.excerpts.add(excerpt(rank, Confidence.right(evidence), stretch, one.candidate(), inquiry, weights));
        }
        return shown;
    }

    private static Excerpt excerpt(
            int rank, double confidence, Stretch stretch, Candidate candidate, Inquiry inquiry, Weights weights) {
        List<Excerpt.Highlight> highlights = Highlights.of(
                stretch.text(), stretch.clause().start(), stretch.clause().end(), inquiry, weights);
        return new Excerpt(
                rank,
                confidence,
                stretch.text(),
                stretch.complete(),
                stretch.clause(),
                highlights,
                cite(candidate, inquiry.day()));
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
    private Answer decide(Inquiry inquiry, List<Ranked> ranked, Shown shown) {
        if (shown.excerpts.isEmpty()
                || Confidence.answerable(shown.evidence.getFirst(), shown.firstNotice) < Confidence.THRESHOLD) {
            return unanswered(inquiry, ranked);
        }
        return new Answer.Answered(
                inquiry.understoodAs(),
                shown.excerpts,
                Suggestions.near(ranked, shown.repeats, inquiry.filters(), index));
    }

    private Answer unanswered(Inquiry inquiry, List<Ranked> ranked) {
        return new Answer.Unanswered(inquiry.understoodAs(), Suggestions.instead(ranked, inquiry.filters(), index));
    }

    /** Excerpts with what speaks for each of them. */
    private static final class Shown {
        private final List<Excerpt> excerpts = new ArrayList<>();
        private final List<Evidence> evidence = new ArrayList<>();
        private final Repeats repeats = new Repeats();
        private Evidence.OfNotice firstNotice = new Evidence.OfNotice(0, 0, 0);
    }

    private static final class Phases {
        private final Map<String, Duration> taken = new LinkedHashMap<>();

        <T> T time(String phase, Supplier<T> step) {
            long began = System.nanoTime();
            T result = step.get();
            taken.put(phase, Duration.ofNanos(System.nanoTime() - began));
            return result;
        }
    }
}
