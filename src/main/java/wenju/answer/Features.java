package wenju.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import wenju.notice.Passage;
import wenju.search.Analysis;
import wenju.search.Candidate;
import wenju.search.IndexedNotice;
import wenju.search.Meaning;
import wenju.search.PassageIndex;
import wenju.search.PassageQuery;
import wenju.search.Units;

/**
 * Looks at candidates: one number for each {@link Feature}. What depends on a passage or notice alone is kept for as long as
 * the index keeps it. Safe for use by several threads.
 */
final class Features {
    /** Some 3 kB each. */
    private static final int KEPT = 20_000;

    /** Forty bring nothing more. */
    private static final int NEAREST = 20;

    /** Likeness in meaning of texts that have nothing in common. */
    private static final double UNRELATED = 0.3;

    private final PassageIndex index;
    private final Translations translations;
    private final Cache<Passage, Reading> readings = keeping().maximumSize(KEPT).build();

    private final Cache<Passage, Repeats.Said> sayings =
            keeping().maximumSize(KEPT).build();

    private final Cache<Passage, List<Sentence>> sentences =
            keeping().maximumSize(KEPT).build();

    private final Cache<IndexedNotice.Head, Title> titles =
            keeping().maximumSize(KEPT).build();

    /** A kilobyte for each passage beside its reading: twenty megabytes at most. */
    private final Cache<List<Passage>, Unexplained.Text> texts = keeping()
            .maximumWeight(KEPT)
            .weigher((List<Passage> passages, Unexplained.Text text) -> 1 + passages.size())
            .build();

    private final Cache<List<Passage>, String> wholes = keeping()
            .maximumWeight(KEPT)
            .weigher((List<Passage> passages, String whole) -> 1 + passages.size())
            .build();

    /** For as long as the index does. The book-keeping is done by whoever asks: to wake another thread for it costs more. */
    private static Caffeine<Object, Object> keeping() {
        return Caffeine.newBuilder().weakKeys().executor(Runnable::run);
    }

    /** The title of a notice, taken apart. */
    record Title(String normal, Units units, Translations.Pairs pairs) {}

    Features(PassageIndex index, Translations translations) {
        this.index = index;
        this.translations = translations;
    }

    /** What each candidate shows, in their order; {@link Feature#OF_MEANING} is left at 0. */
    List<Values<Feature>> of(Inquiry inquiry, Sought sought, List<Candidate> candidates) {
        var look = new Look(inquiry, sought, this);
        List<Look.Seen> seen = candidates.stream().map(look::at).toList();
        double averageLength =
                seen.stream().mapToInt(one -> one.whole().length()).average().orElse(1);
        return seen.stream().map(one -> look.features(one, averageLength)).toList();
    }

    /** The same with {@link Feature#OF_MEANING}. */
    List<Values<Feature>> of(Inquiry inquiry, Sought sought, List<Candidate> candidates, Meaning asked) {
        List<Values<Feature>> seen = of(inquiry, sought, candidates);
        for (int i = 0; i < seen.size(); i++) {
            Candidate candidate = candidates.get(i);
            seen.get(i)
                    .set(Feature.MEANING, beyondUnrelated(candidate.likeness(asked)))
                    .set(Feature.MEANING_BEST, beyondUnrelated(candidate.closest(asked)));
        }
        return seen;
    }

    private static double beyondUnrelated(double likeness) {
        double alike = Math.max(0, likeness - UNRELATED);
        return alike * alike;
    }

    /** What a question means; empty where it cannot be told. */
    Optional<Meaning> meaning(Inquiry inquiry) {
        return index.meaning(inquiry.understoodAs());
    }

    /** Candidates, and after them the nearest in meaning that are not among them. Who quotes wants those very words. */
    List<Candidate> withNearest(List<Candidate> candidates, PassageQuery query, Meaning asked) {
        if (!query.phrases().isEmpty()) {
            return candidates;
        }
        Set<String> found =
                candidates.stream().map(candidate -> candidate.passage().id()).collect(Collectors.toSet());
        var all = new ArrayList<>(candidates);
        index.nearest(query.atMost(NEAREST), asked).stream()
                .filter(candidate -> !found.contains(candidate.passage().id()))
                .forEach(all::add);
        return all;
    }

    Reading reading(Passage passage) {
        return readings.get(passage, taken -> Reading.of(taken, translations));
    }

    Title title(IndexedNotice.Head head) {
        return titles.get(head, named -> {
            Units units = Analysis.units(named.title());
            return new Title(Analysis.normal(named.title()), units, translations.pairs(units));
        });
    }

    /**
     * All that a notice says.
     *
     * @param passages as {@link #passages} gave them
     */
    Unexplained.Text text(IndexedNotice.Head head, List<Passage> passages) {
        return texts.get(passages, all -> {
            Title title = title(head);
            var normal = new StringBuilder(title.normal());
            var pairs = new BitSet();
            title.pairs().addTo(pairs);
            for (Passage passage : all) {
                Reading reading = reading(passage);
                normal.append('\n').append(reading.normal());
                reading.pairs().addTo(pairs);
            }
            return new Unexplained.Text(normal.toString(), pairs);
        });
    }

    /** All that a passage says, with its headings and the title. */
    Unexplained.Text text(Candidate candidate) {
        Title title = title(candidate.head());
        Reading reading = reading(candidate.passage());
        var pairs = new BitSet();
        title.pairs().addTo(pairs);
        reading.pairs().addTo(pairs);
        return new Unexplained.Text(title.normal() + "\n" + reading.normal(), pairs);
    }

    List<Sentence> sentences(Passage passage) {
        return sentences.get(passage, said -> Sentence.of(said.text()));
    }

    /** See {@link Stretch#whole}. */
    String whole(List<Passage> passages) {
        return wholes.get(passages, Stretch::whole);
    }

    Repeats.Said saying(Passage passage) {
        return sayings.get(passage, Repeats.Said::of);
    }

    /** For each everyday phrase of the question the official terms with their rarity: that of their rarest pair. */
    List<Map<String, Double>> officialTerms(Inquiry inquiry) {
        var all = new ArrayList<Map<String, Double>>();
        for (Set<String> official : inquiry.phrases().values()) {
            var rarities = new LinkedHashMap<String, Double>();
            official.forEach(term -> rarities.put(term, Weights.rarity(term, index)));
            all.add(rarities);
        }
        return all;
    }

    Translations.Reader translations(Collection<String> words) {
        return translations.reader(words);
    }

    Unexplained unexplained(Inquiry inquiry) {
        return new Unexplained(inquiry, translations);
    }

    List<Passage> passages(String noticeId) {
        return index.passages(noticeId);
    }

    /** Every feature as a share of the largest among the candidates, 0 where none has any. */
    static List<Values<Feature>> sharesOfLargest(List<Values<Feature>> seen) {
        Values<Feature> largest = Values.zeros(Feature.class);
        seen.forEach(largest::raiseTo);
        return seen.stream().map(one -> one.sharesOf(largest)).toList();
    }
}
