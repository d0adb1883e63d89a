package wenju.answer;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import wenju.notice.ApprovedAnswer;
import wenju.search.Filters;
import wenju.search.IndexedNotice;
import wenju.search.PassageIndex;

/**
 * The standard answers that may be shown, and which of them a question asks for: the right one or none.
 *
 * <p>A question asks for one if it has the {@link Sense} of one of its wordings. In another order of words, following other
 * questions, or with filters, one of its clauses must be among what the search found besides: first when the order differs.
 * Every clause must stand in the index as it stood when it was approved, and hold today. Safe for use by several threads.
 */
final class ApprovedAnswers {
    private static final Comparator<ApprovedAnswer> NEWEST = Comparator.comparing(ApprovedAnswer::approvedOn)
            .thenComparing(ApprovedAnswer::edition)
            .thenComparing(ApprovedAnswer::id);

    private final Supplier<List<ApprovedAnswer>> answers;
    private final PassageIndex index;
    private volatile Table table = new Table(List.of(), Thesaurus.EMPTY, Map.of());

    /** @param bySense without order; of several answers to one wording the newest */
    private record Table(List<ApprovedAnswer> answers, Thesaurus thesaurus, Map<Sense, ApprovedAnswer> bySense) {}

    /** @param answers as they stand at the moment; must not block */
    ApprovedAnswers(Supplier<List<ApprovedAnswer>> answers, PassageIndex index) {
        this.answers = answers;
        this.index = index;
    }

    /**
     * The one that a question asks for.
     *
     * @param found what the search shows, best first
     */
    Optional<ApprovedAnswer> match(
            Question question, Inquiry inquiry, Thesaurus thesaurus, List<Excerpt> found, LocalDate today) {
        List<ApprovedAnswer> now = answers.get();
        if (now.isEmpty() || !inquiry.day().equals(today)) {
            return Optional.empty();
        }
        Sense sense = Sense.of(inquiry.asked(), thesaurus);
        return Optional.ofNullable(table(now, thesaurus).bySense().get(sense.unordered()))
                .filter(answer -> isBorneOut(answer, sense, question, inquiry, thesaurus, found))
                .filter(answer -> answer.lapse(this::now, today).isEmpty());
    }

    private static boolean isBorneOut(
            ApprovedAnswer answer,
            Sense sense,
            Question question,
            Inquiry inquiry,
            Thesaurus thesaurus,
            List<Excerpt> found) {
        boolean sameOrder = answer.wordings().stream()
                .anyMatch(wording -> Sense.of(Wording.clean(wording), thesaurus).equals(sense));
        boolean alone = question.history().isEmpty() && isOpen(inquiry);
        int among = sameOrder ? found.size() : Math.min(1, found.size());
        return sameOrder && alone
                || found.subList(0, among).stream()
                        .anyMatch(excerpt -> answer.clauses().stream()
                                .anyMatch(clause -> clause.passageId()
                                        .equals(excerpt.citation().passageId())));
    }

    /** Whether every notice counts. */
    private static boolean isOpen(Inquiry inquiry) {
        return Filters.NONE.on(inquiry.day()).equals(inquiry.filters());
    }

    private Optional<ApprovedAnswer.Now> now(String noticeId) {
        return index.head(noticeId)
                .map(IndexedNotice.Head::standing)
                .map(standing -> new ApprovedAnswer.Now(index.passages(noticeId), standing));
    }

    private Table table(List<ApprovedAnswer> now, Thesaurus thesaurus) {
        Table known = table;
        if (known.answers() == now && known.thesaurus() == thesaurus) {
            return known;
        }
        var bySense = new HashMap<Sense, ApprovedAnswer>();
        for (ApprovedAnswer answer : now.stream().sorted(NEWEST).toList()) {
            for (String wording : answer.wordings()) {
                Sense sense = Sense.of(Wording.clean(wording), thesaurus).unordered();
                if (!sense.words().isEmpty()) {
                    bySense.put(sense, answer);
                }
            }
        }
        Table made = new Table(now, thesaurus, Map.copyOf(bySense));
        table = made;
        return made;
    }
}
